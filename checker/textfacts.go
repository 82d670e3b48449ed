package checker

import (
	"factcheck/internal/claims"
	"factcheck/internal/relations/conversions"
	"factcheck/internal/relations/counts"
	"factcheck/internal/relations/elapsed"
	"factcheck/internal/relations/sametime"
	"factcheck/internal/relations/spellings"
	"factcheck/internal/relations/sums"
	"factcheck/internal/relations/tellings"
	"factcheck/internal/values/numbers"
	"factcheck/internal/values/quotes"
	"factcheck/internal/values/roles"
	"factcheck/rules"
)

// facts runs the rules over what one document says: times, sentences,
// quotations, numbers, names, titles. Nothing is read that no rule needs.
func (e *evaluation) facts(a *rules.Article) {
	d := e.doc
	factsOf(e, rules.OverTime, "time", rules.OverTimePair, func() []*rules.Time { return claims.Times(d) }, a)
	factsOf(e, rules.OverSentence, "sentence", "", func() []*rules.Sentence { return sentenceFacts(d) }, a)
	factsOf(e, rules.OverQuote, "quote", rules.OverQuotePair, func() []*rules.Quote { return quotes.Read(d) }, a)
	factsOf(e, rules.OverNumber, "number", rules.OverNumberPair, func() []*rules.Number { return numbers.Read(d) }, a)
	factsOf(e, rules.OverName, "name", "", func() []*rules.Name { return spellings.Names(d) }, a)
	factsOf(e, rules.OverRole, "role", rules.OverRolePair, func() []*rules.Role { return roles.Read(d) }, a)
	factsOf(e, rules.OverApposition, "apposed", "", func() []*rules.Apposition { return sametime.Read(d) }, a)
	factsOf(e, rules.OverRange, "range", "", func() []*rules.Range { return elapsed.Ranges(d) }, a)
	factsOf(e, rules.OverLapse, "lapse", "", func() []*rules.Lapse { return elapsed.Lapses(d) }, a)
	factsOf(e, rules.OverAge, "age", rules.OverAgePair, func() []*rules.Age { return elapsed.Ages(d) }, a)
	factsOf(e, rules.OverOrder, "order", "", func() []*rules.Order { return tellings.Orders(d) }, a)
	factsOf(e, rules.OverRetelling, "retelling", "", func() []*rules.Retelling { return tellings.Retellings(d) }, a)
	factsOf(e, rules.OverTotal, "total", "", func() []*rules.Total { return sums.Totals(d) }, a)
	factsOf(e, rules.OverChange, "change", "", func() []*rules.Change { return sums.Changes(d) }, a)
	factsOf(e, rules.OverConversion, "conversion", "", func() []*rules.Conversion { return conversions.Read(d) }, a)
	factsOf(e, rules.OverRecount, "recount", "", func() []*rules.Recount { return counts.Read(d) }, a)
	factsOf(e, rules.OverVariant, "variant", "", func() []*rules.Variant { return spellings.Variants(d) }, a)
	factsOf(e, rules.OverRequote, "requote", "", func() []*rules.Requote { return quotes.Repeated(d) }, a)
}

// factsOf runs the rules over every fact that read returns, and over every two
// of them where pair is a scope.
func factsOf[T any](e *evaluation, scope rules.Scope, variable string, pair rules.Scope, read func() []*T, a *rules.Article) {
	paired := pair != "" && e.set.Needs(pair)
	if !e.set.Needs(scope) && !paired {
		return
	}
	var facts []*T
	if !e.reads(func() { facts = read() }, scope, pair) {
		return
	}
	if e.set.Needs(scope) {
		for _, f := range facts {
			e.eval(scope, rules.Binding{variable: f, "article": a})
		}
	}
	if paired {
		factPairs(e, pair, facts, a)
	}
}
