package checker

import (
	"slices"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/page"
)

// sentenceFacts returns the sentences of headline, deck and body in order.
func sentenceFacts(d *page.Page) []*fact.Sentence {
	out := make([]*fact.Sentence, 0, len(d.Parsed))
	times := claims.Times(d)
	next := 0
	src := d.Article.Flow()
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if !page.Counted(s.Zone) {
			continue
		}
		f := &fact.Sentence{
			At: d.PlaceOf(s.Span), Zone: s.Zone.String(), Number: int64(len(out) + 1),
			Words: int64(len(s.Words)), Key: page.FoldedWords(s.Words),
		}
		f.Text = s.Span.In(src)
		for ; next < len(times) && d.Times[next].Span.Start < s.Span.End; next++ {
			if d.Times[next].Sentence == i {
				f.Times = append(f.Times, *times[next])
			}
		}
		for _, n := range d.NamesOf(i) {
			if !n.Demonym && !slices.Contains(f.Names, n.Canonical) {
				f.Names = append(f.Names, n.Canonical)
			}
		}
		out = append(out, f)
	}
	return out
}

// wordCount counts the words of headline, deck and body.
func wordCount(d *page.Page) int64 {
	n := 0
	for i := range d.Parsed {
		if page.Counted(d.Parsed[i].Zone) {
			n += len(d.Parsed[i].Words)
		}
	}
	return int64(n)
}
