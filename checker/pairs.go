package checker

import "factcheck/rules"

// maxPaired is how many facts of one document are compared with each other:
// the pairs of more would cost the square of its length.
const maxPaired = 200

// factPairs runs the rules over every two facts of a document.
func factPairs[T any](e *evaluation, scope rules.Scope, facts []*T, a *rules.Article) {
	facts = facts[:min(len(facts), maxPaired)]
	for i, y := range facts {
		for _, x := range facts[:i] {
			e.eval(scope, rules.Binding{"a": x, "b": y, "article": a})
		}
	}
}
