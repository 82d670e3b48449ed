package numbers

import (
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// eachReach is within how many tokens before a price "each" stands.
const eachReach = 7

// PriceOfOne reports whether the amount of tokens [from, to) is the price of one:
// 24 dollars each, $5 a share, or each of the families gets it. What stands before
// it is not asked where from is 0.
func (r *Reader) PriceOfOne(from, to int) bool {
	next, behind := r.Tok(to), r.Tok(to+1)
	switch {
	case next.Of(en.Apiece):
		return true
	case next.Of(en.IndefiniteArticle):
		return behind.Kind == page.TokenWord && r.TimeAt(to+1) == nil && !behind.Of(en.Year)
	case next.Of(en.For, en.To):
		if behind.Of(en.Every) {
			return true
		}
	}
	for k := max(0, from-eachReach); k < from; k++ {
		if r.Is(k, en.Every) {
			return true
		}
	}
	return false
}
