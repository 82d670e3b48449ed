package article

import "factcheck/internal/text"

// NamesAgency reports whether a news agency is named in the story's body, as in
// "told AFP" or "a Reuters tally".
func (a *Article) NamesAgency() bool {
	src := a.Flow()
	for _, z := range a.Zones {
		if z.Kind == Body && namesAgency(z.Span.In(src)) {
			return true
		}
	}
	return false
}

func namesAgency(s string) bool {
	for _, w := range text.Words(nil, s, text.Span{Start: 0, End: len(s)}) {
		if w.Capital && classOf(w.Text)&agency != 0 {
			return true
		}
	}
	return false
}
