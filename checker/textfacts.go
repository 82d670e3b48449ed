package checker

import (
	"slices"

	"factcheck/rules"
	"factcheck/timeline"
)

// textKinds are the kinds of facts that one document holds, with what reads them,
// in the order in which rules run over them. To add one, declare it in package
// rules and add a line here.
var textKinds = []textKind{
	readBy(rules.Times, (*document).timeFacts, rules.TimePairs),
	readBy(rules.Sentences, (*document).sentenceFacts),
	readBy(rules.Quotes, (*document).quoteFacts, rules.QuotePairs),
	readBy(rules.Numbers, (*document).numberFacts, rules.NumberPairs),
	readBy(rules.Names, (*document).nameFacts),
	readBy(rules.Roles, (*document).roleFacts, rules.RolePairs),
	readBy(rules.Appositions, (*document).appositions),
	readBy(rules.Ranges, (*document).ranges),
	readBy(rules.Lapses, (*document).lapses),
	readBy(rules.Ages, (*document).ages, rules.AgePairs),
	readBy(rules.Orders, (*document).orders),
	readBy(rules.Retellings, (*document).retellings),
	readBy(rules.Totals, (*document).totals),
	readBy(rules.Changes, (*document).changes),
	readBy(rules.Conversions, (*document).conversions),
	readBy(rules.Recounts, (*document).recounts),
	readBy(rules.Variants, (*document).variants),
	readBy(rules.Requotes, (*document).requotes),
	readBy(rules.Events, (*document).eventFacts),
}

// A textKind is a kind of facts that one document holds.
type textKind struct {
	scopes []rules.Scope                         // those of the facts and of their pairs
	run    func(e *evaluation, a *rules.Article) // runs the rules over the facts
}

// readBy returns how rules run over every fact of a kind that read returns, and
// over every two of them for the kinds of pairs. Nothing is read that no rule
// needs.
func readBy[T any](kind rules.Kind[T], read func(*document) []*T, pairs ...rules.Kind[T]) textKind {
	scopes := []rules.Scope{kind.Scope}
	for _, p := range pairs {
		scopes = append(scopes, p.Scope)
	}
	return textKind{scopes, func(e *evaluation, a *rules.Article) {
		var facts []*T
		if !slices.ContainsFunc(scopes, e.set.Needs) || !e.reads(func() { facts = read(e.doc) }, scopes...) {
			return
		}
		if e.set.Needs(kind.Scope) {
			for _, f := range facts {
				e.eval(kind.Scope, rules.Binding{kind.Variable: f, "article": a})
			}
		}
		for _, p := range pairs {
			if e.set.Needs(p.Scope) {
				factPairs(e, p.Scope, facts, a)
			}
		}
	}}
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
