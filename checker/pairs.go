package checker

import "factcheck/rules"

// factPairs runs the rules over every two facts of a document, in the order of
// the text.
func factPairs[T any](e *evaluation, scope rules.Scope, facts []*T, a *rules.Article) {
	all := make([]any, len(facts))
	for i, f := range facts {
		all[i] = f
	}
	e.keep(e.account.EvalPairs(e.ctx, e.set, scope, [][]any{all}, rules.Binding{"article": a}))
}
