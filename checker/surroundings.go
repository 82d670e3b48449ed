package checker

import (
	"slices"
	"sort"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/internal/values/quotes"
	"factcheck/internal/values/roles"
	"factcheck/timeline"
)

// surroundings find the facts of a page by where they stand, for the links of its
// places.
type surroundings struct{ d *page.Page }

// newPage returns the page of a dated article, with what its links lead to.
func newPage(dated *timeline.Document, index int, triggers *lexicon.Triggers) *page.Page {
	d := page.New(dated, index, triggers)
	d.Around = surroundings{d}
	return d
}

// SentenceAt implements fact.Surroundings; likewise below.
func (s surroundings) SentenceAt(at text.Span) *fact.Sentence {
	all := s.Sentences()
	i := sort.Search(len(all), func(i int) bool { return all[i].At.Span.End > at.Start })
	if i == len(all) || all[i].At.Span.Start > at.Start {
		return nil
	}
	return all[i]
}

func (s surroundings) Sentences() []*fact.Sentence { return sentenceLayer.Of(s.d) }

func (s surroundings) Times(in text.Span) []*fact.Time { return within(claims.Times(s.d), in) }

func (s surroundings) Numbers(in text.Span) []*fact.Number { return within(numbers.Read(s.d), in) }

func (s surroundings) Quotes(in text.Span) []*fact.Quote { return within(quoteLayer.Of(s.d), in) }

func (s surroundings) Events(in text.Span) []*fact.Event { return within(eventLayer.Of(s.d), in) }

func (s surroundings) Claims(in text.Span) []*fact.Claim { return within(claimLayer.Of(s.d), in) }

func (s surroundings) Roles(holder string) []*fact.Role { return holderLayer.Of(s.d)[holder] }

// holderLayer has the titles of a page by their holders.
var holderLayer = page.NewLayer(func(d *page.Page) map[string][]*fact.Role {
	out := map[string][]*fact.Role{}
	for _, r := range roles.Read(d) {
		out[r.Holder] = append(out[r.Holder], r)
	}
	return out
})

// The facts of a page in the order of the text, made once.
var (
	sentenceLayer = page.NewLayer(sentenceFacts)
	quoteLayer    = page.NewLayer(func(d *page.Page) []*fact.Quote { return inOrder(quotes.Read(d)) })
	claimLayer    = page.NewLayer(claimFacts)
	eventLayer    = page.NewLayer(func(d *page.Page) []*fact.Event { return inOrder(eventFacts(d)) })
)

// inOrder returns facts in the order in which they begin.
func inOrder[T any](facts []*T) []*T {
	out := slices.Clone(facts)
	slices.SortStableFunc(out, func(a, b *T) int { return startOf(a) - startOf(b) })
	return out
}

// within returns the facts, which are in order, that begin within a span.
func within[T any](facts []*T, in text.Span) []*T {
	from := sort.Search(len(facts), func(i int) bool { return startOf(facts[i]) >= in.Start })
	to := from + sort.Search(len(facts)-from, func(i int) bool { return startOf(facts[from+i]) >= in.End })
	if from == to {
		return nil
	}
	return facts[from:to:to]
}

func startOf(f any) int {
	at, _ := fact.PlaceOf(f)
	return at.Span.Start
}
