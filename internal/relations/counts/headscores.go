package counts

import (
	"slices"
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// scoresKept is how many scores of a text are looked at, the first of them. The bound is
// for hostile texts.
const scoresKept = 64

// headScores returns the score of a headline that the lead gives otherwise: the headline
// and the first sentence with a score have one run of as many, one of them differs, by one
// of its sides, and is nowhere else in the text.
func headScores(d *page.Page) []*fact.Recount {
	var head, lead, all []*fact.Number
	for _, n := range numbers.Read(d) {
		if n.Kind != numbers.KindScore || n.Upper == nil || len(all) == scoresKept {
			continue
		}
		all = append(all, n)
		switch {
		case n.Zone == article.Headline.String():
			head = append(head, n)
		case n.Zone == article.Body.String() && (len(lead) == 0 || lead[0].Sentence == n.Sentence):
			lead = append(lead, n)
		}
	}
	a, b := otherScore(head, lead)
	if a == nil || unfinished(a) || unfinished(b) || slices.ContainsFunc(all, func(n *fact.Number) bool { return n != a && sameScore(a, n) }) || !shareName(d, a, b) {
		return nil
	}
	f := &fact.Recount{At: a.At, Text: a.Text, Zone: a.Zone, Kind: tieHeadline, First: *a, Second: *b, Shared: []string{}}
	f.Fixes = []fact.Fix{{Message: "“" + b.Text + "” in the headline", Replacement: b.Text}, {Message: "“" + a.Text + "” in the text"}}
	return []*fact.Recount{f}
}

// otherScore returns the only score of a run that is another in the second, in one of its
// two sides; nil for none.
func otherScore(head, lead []*fact.Number) (a, b *fact.Number) {
	if len(head) != len(lead) {
		return nil, nil
	}
	for i := range head {
		if head[i].Value == lead[i].Value && *head[i].Upper == *lead[i].Upper {
			continue
		}
		if a != nil || head[i].Value != lead[i].Value && *head[i].Upper != *lead[i].Upper {
			return nil, nil
		}
		a, b = head[i], lead[i]
	}
	return a, b
}

// unfinished reports whether a word of the sentence of n says that scores in it are not
// those of one whole game.
func unfinished(n *fact.Number) bool {
	return slices.ContainsFunc(strings.Fields(n.Sentence), func(w string) bool {
		return en.Is(text.Lower(strings.Trim(w, ".,;:()")), en.Unfinished)
	})
}

// sameScore reports whether two scores are one, whoever of the two sides stands first.
func sameScore(a, b *fact.Number) bool {
	return a.Value == b.Value && *a.Upper == *b.Upper || a.Value == *b.Upper && *a.Upper == b.Value
}

// shareName reports whether the sentences of two numbers share a word that names or tells
// something.
func shareName(d *page.Page, a, b *fact.Number) bool {
	words := contentOf(d, a)
	return slices.ContainsFunc(contentOf(d, b), func(w string) bool { return slices.Contains(words, w) })
}

// contentOf returns the stems of the words of the sentence of n that name or tell
// something.
func contentOf(d *page.Page, n *fact.Number) []string {
	i := sort.Search(len(d.Parsed), func(i int) bool { return d.Parsed[i].Span.End > n.At.Span.Start })
	if i == len(d.Parsed) {
		return nil
	}
	var out []string
	for _, w := range d.Parsed[i].Words {
		if lower := text.Lower(w.Text); !lexicon.ClosedWord(lower) && len(lower) > 2 {
			out = append(out, stemOf(lower))
		}
	}
	return out
}
