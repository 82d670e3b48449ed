package checker

import (
	"slices"

	"factcheck/internal/claims"
	"factcheck/internal/page"
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

// textKinds are the kinds of facts that one document holds, with what reads them,
// in the order in which rules run over them. To add one, declare it in package
// rules and add a line here.
var textKinds = []textKind{
	readBy(rules.Times, claims.Times, rules.TimePairs),
	readBy(rules.Sentences, sentenceFacts),
	readBy(rules.Quotes, quotes.Read, rules.QuotePairs),
	readBy(rules.Numbers, numbers.Read, rules.NumberPairs),
	readBy(rules.Names, spellings.Names),
	readBy(rules.Roles, roles.Read, rules.RolePairs),
	readBy(rules.Appositions, sametime.Read),
	readBy(rules.Ranges, elapsed.Ranges),
	readBy(rules.Lapses, elapsed.Lapses),
	readBy(rules.Ages, elapsed.Ages, rules.AgePairs),
	readBy(rules.Orders, tellings.Orders),
	readBy(rules.Retellings, tellings.Retellings),
	readBy(rules.Totals, sums.Totals),
	readBy(rules.Changes, sums.Changes),
	readBy(rules.Conversions, conversions.Read),
	readBy(rules.Recounts, counts.Read),
	readBy(rules.Variants, spellings.Variants),
	readBy(rules.Requotes, quotes.Repeated),
	readBy(rules.Events, eventFacts),
}

// A textKind is a kind of facts that one document holds.
type textKind struct {
	scopes []rules.Scope                         // those of the facts and of their pairs
	run    func(e *evaluation, a *rules.Article) // runs the rules over the facts
}

// readBy returns how rules run over every fact of a kind that read returns, and
// over every two of them for the kinds of pairs. Nothing is read that no rule
// needs.
func readBy[T any](kind rules.Kind[T], read func(*page.Page) []*T, pairs ...rules.Kind[T]) textKind {
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
