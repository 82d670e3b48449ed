package checker

import (
	"factcheck/internal/fact"
	"factcheck/rules"
)

// factPairs runs the rules over every two facts of a document, in the order of
// the text.
func factPairs[T any](e *evaluation, scope fact.Scope, facts []*T, a *fact.Article) {
	all := make([]any, len(facts))
	for i, f := range facts {
		all[i] = f
	}
	e.keep(e.account.EvalPairs(e.ctx, e.set, scope, [][]any{all}, rules.Binding{"article": a}))
}
