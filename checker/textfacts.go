package checker

import (
	"slices"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/relations/conversions"
	"factcheck/internal/relations/counts"
	"factcheck/internal/relations/elapsed"
	"factcheck/internal/relations/results"
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
// fact and add a line here.
var textKinds = []textKind{
	readBy(fact.Times, claims.Times, fact.TimePairs),
	readBy(fact.Sentences, sentenceLayer.Of),
	readBy(fact.Quotes, quotes.Read, fact.QuotePairs),
	readBy(fact.Numbers, numbers.Read, fact.NumberPairs),
	readBy(fact.Names, spellings.Names, fact.NamePairs),
	readBy(fact.Roles, roles.Read, fact.RolePairs),
	readBy(fact.Appositions, sametime.Read),
	readBy(fact.Ranges, elapsed.Ranges),
	readBy(fact.Lapses, elapsed.Lapses),
	readBy(fact.Ages, elapsed.Ages, fact.AgePairs),
	readBy(fact.Orders, tellings.Orders),
	readBy(fact.Sequences, tellings.Sequences),
	readBy(fact.Streaks, results.Streaks),
	readBy(fact.Retellings, tellings.Retellings),
	readBy(fact.Totals, totals),
	readBy(fact.Changes, sums.Changes),
	readBy(fact.Conversions, conversions.Read),
	readBy(fact.Recounts, counts.Read),
	readBy(fact.Variants, spellings.Variants),
	readBy(fact.Requotes, quotes.Repeated),
	readBy(fact.Events, eventLayer.Of),
	readBy(fact.Claims, claimLayer.Of, fact.ClaimPairs),
}

// totals returns the totals of the sentences, of results and of tables, in the order
// of the text. Of two at one place that of a sentence stands.
func totals(d *page.Page) []*fact.Total {
	out := slices.Clip(sums.Totals(d))
	for _, f := range results.Read(d) {
		if !slices.ContainsFunc(out, func(t *fact.Total) bool { return t.At.Span.Overlaps(f.At.Span) }) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b *fact.Total) int { return a.At.Span.Start - b.At.Span.Start })
	return out
}

// A textKind is a kind of facts that one document holds.
type textKind struct {
	scopes []fact.Scope                         // those of the facts and of their pairs
	run    func(e *evaluation, a *fact.Article) // runs the rules over the facts
}

// readBy returns how rules run over every fact of a kind that read returns, and
// over every two of them for the kinds of pairs. Nothing is read that no rule
// needs.
func readBy[T any](kind fact.Kind[T], read func(*page.Page) []*T, pairs ...fact.Kind[T]) textKind {
	scopes := []fact.Scope{kind.Scope}
	for _, p := range pairs {
		scopes = append(scopes, p.Scope)
	}
	return textKind{scopes, func(e *evaluation, a *fact.Article) {
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
