package checker

import (
	"factcheck/rules"
	"factcheck/timeline"
)

// facts runs the rules over what one document says: times, sentences,
// quotations, numbers, names, titles. Nothing is read that no rule needs.
func (e *evaluation) facts(a *rules.Article) {
	d := e.doc
	factsOf(e, rules.OverTime, "time", rules.OverTimePair, d.timeFacts, a)
	factsOf(e, rules.OverSentence, "sentence", "", d.sentenceFacts, a)
	factsOf(e, rules.OverQuote, "quote", rules.OverQuotePair, d.quoteFacts, a)
	factsOf(e, rules.OverNumber, "number", rules.OverNumberPair, d.numberFacts, a)
	factsOf(e, rules.OverName, "name", "", d.nameFacts, a)
	factsOf(e, rules.OverRole, "role", rules.OverRolePair, d.roleFacts, a)
	factsOf(e, rules.OverApposition, "apposed", "", d.appositions, a)
	factsOf(e, rules.OverRange, "range", "", d.ranges, a)
	factsOf(e, rules.OverLapse, "lapse", "", d.lapses, a)
	factsOf(e, rules.OverAge, "age", rules.OverAgePair, d.ages, a)
	factsOf(e, rules.OverOrder, "order", "", d.orders, a)
	factsOf(e, rules.OverRetelling, "retelling", "", d.retellings, a)
	factsOf(e, rules.OverTotal, "total", "", d.totals, a)
	factsOf(e, rules.OverChange, "change", "", d.changes, a)
	factsOf(e, rules.OverConversion, "conversion", "", d.conversions, a)
	factsOf(e, rules.OverRecount, "recount", "", d.recounts, a)
	factsOf(e, rules.OverVariant, "variant", "", d.variants, a)
	factsOf(e, rules.OverRequote, "requote", "", d.requotes, a)
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

// timeFacts returns the time expressions of the document in order.
func (d *document) timeFacts() []*rules.Time {
	if d.timed == nil && len(d.Times) > 0 {
		facts := make([]*rules.Time, len(d.Times))
		for i := range d.Times {
			facts[i] = d.timeFact(&d.Times[i])
		}
		d.addTenses(facts)
		d.timed = facts
	}
	return d.timed
}

// factsRead holds the facts of a document that several scopes are made from.
type factsRead struct {
	numbers *[]*rules.Number
	quotes  *[]*rules.Quote
	names   *[]*rules.Name
	roles   *[]*rules.Role
	elapsed *elapsed // ranges, lengths of time, ages

	quotations []timeline.Quotation
	full       map[string]string // see fullNames

	reckoned *reckoned // sums and changes
	told     *[]*account
}

// once reads facts the first time that they are asked for. One goroutine works
// on a document. A reader keeps nothing before it is done, so that what a panic
// leaves half made is read again, and fails again.
func once[T any](kept **[]*T, read func() []*T) []*T {
	if *kept == nil {
		facts := read()
		*kept = &facts
	}
	return **kept
}
