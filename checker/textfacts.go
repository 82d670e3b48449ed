package checker

import "factcheck/rules"

// facts runs the rules over what one document says: numbers, quotations,
// names, titles, sentences. Nothing is read that no rule needs.
func (e *evaluation) facts(a *rules.Article) {
	needs := e.set.Needs
	if needs(rules.OverNumber) || needs(rules.OverNumberPair) {
		eachFact(e, rules.OverNumber, "number", rules.OverNumberPair, e.doc.numberFacts(), a)
	}
}

// eachFact runs the rules over every fact, and over every two of them where
// pair names a scope.
func eachFact[T any](e *evaluation, scope rules.Scope, variable string, pair rules.Scope, facts []*T, a *rules.Article) {
	if e.set.Needs(scope) {
		for _, f := range facts {
			e.eval(scope, rules.Binding{variable: f, "article": a})
		}
	}
	if pair != "" && e.set.Needs(pair) {
		factPairs(e, pair, facts, a)
	}
}
