package checker

import (
	"context"
	"slices"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/rules"
)

// The books of a run hold what the rules make of each article, then of each
// merge and each story, and what the rules take for it. The pages of the articles
// are known before any is read; merges are found on the way, and have theirs
// behind in an order of their own.
type books struct {
	run    *Run
	ctx    context.Context
	ledger *rules.Ledger
	pages  []*evaluation
}

// newBooks opens books for the articles of a run.
func newBooks(ctx context.Context, r *Run) *books {
	sizes := make([]int64, r.articles)
	for i, d := range r.docs[:r.articles] {
		sizes[i] = int64(len(d.Article.Text))
	}
	return &books{run: r, ctx: ctx, ledger: rules.NewLedger(sizes), pages: make([]*evaluation, len(sizes))}
}

// open returns the page with the given index, which is for rules of d.
func (b *books) open(i int, d *page.Page) *evaluation {
	b.pages[i] = &evaluation{ctx: b.ctx, account: b.ledger.Account(i), set: b.run.rulesOf(d), doc: d}
	return b.pages[i]
}

// openNext opens a page behind all others.
func (b *books) openNext(d *page.Page) *evaluation {
	b.pages = append(b.pages, nil)
	return b.open(len(b.pages)-1, d)
}

// place places all that was found, so that it outlives what its documents hold.
func (b *books) place() {
	for _, e := range b.pages {
		b.run.placeAll(e.found)
		for i := range e.found {
			e.found[i].Binding = nil
		}
	}
}

// close returns what was found and what failed, page by page, and last the
// rules that have taken too much, each once. What these found where they were
// stopped does not count.
func (b *books) close() (found []outcome, errs []failure) {
	over := b.ledger.Overruns()
	b.run.overran = len(over) > 0
	for i, page := range b.pages {
		if page.doc.Lost == unfinished {
			continue
		}
		for _, o := range page.kept() {
			if !slices.ContainsFunc(over, func(x rules.Overrun) bool { return x.Rule == o.Rule && x.LeavesOut(i) }) {
				found = append(found, o)
			}
		}
		errs = append(errs, page.errs...)
	}
	for i := range over {
		errs = append(errs, b.overrun(&over[i])...)
	}
	return found, errs
}

// overrun returns the failures of a rule that has taken too much: one for each
// document that it did not look at, of which the first tells of all.
func (b *books) overrun(o *rules.Overrun) []failure {
	var errs []failure
	known := map[*rules.Set]bool{}
	seen := map[string]bool{}
	for _, i := range o.Accounts {
		page := b.pages[i]
		if page.doc.Lost != nil {
			continue
		}
		if _, ok := known[page.set]; !ok {
			known[page.set] = page.set.Rule(o.Rule.ID) == o.Rule
		}
		id := page.doc.Article.ID
		if seen[id] || !known[page.set] || !b.hasScope(i, o.Rule.Scope) {
			continue
		}
		seen[id] = true
		errs = append(errs, failure{missed: missed{id, o.Rule.ID}, reason: o.Reason()})
	}
	if len(errs) > 0 {
		errs[0].err = o.Error(len(errs))
	}
	return errs
}

// hasScope reports whether the page with the given index is of the kind that
// rules of a scope are over: an article, or else a merge or story. Splits and
// pairs of documents are of either.
func (b *books) hasScope(i int, s fact.Scope) bool {
	return s == fact.OverSplit || s == fact.OverDocumentPair || (i >= b.run.articles) == (s == fact.OverMerge || s == fact.OverStory)
}
