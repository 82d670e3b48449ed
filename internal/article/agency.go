package article

import (
	"slices"
	"strings"

	"factcheck/internal/text"
)

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

// namesAgency looks at s line by line.
func namesAgency(s string) bool {
	var words []text.Word
	for start := 0; start < len(s); {
		end := len(s)
		if at := strings.IndexByte(s[start:], '\n'); at >= 0 {
			end = start + at + 1
		}
		words = text.Words(words[:0], s, text.Span{Start: start, End: end})
		if slices.ContainsFunc(words, func(w text.Word) bool { return w.Capital && classOf(w.Text)&agency != 0 }) {
			return true
		}
		start = end
	}
	return false
}
