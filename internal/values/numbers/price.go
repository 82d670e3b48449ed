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
	case en.Is(next.Lower, en.Apiece):
		return true
	case en.Is(next.Lower, en.IndefiniteArticle):
		return behind.Kind == page.TokenWord && r.TimeAt(to+1) == nil && !behind.Is("year")
	case next.Is("for"), next.Is("to"):
		if en.Is(behind.Lower, en.Every) {
			return true
		}
	}
	for k := max(0, from-eachReach); k < from; k++ {
		if en.Is(r.Tok(k).Lower, en.Every) {
			return true
		}
	}
	return false
}
