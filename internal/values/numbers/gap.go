package numbers

import (
	"sync"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// A Gap says what may stand between two chunks of a sentence. What a field leaves out
// is not asked for.
type Gap struct {
	Most                 int    // tokens, at most
	Needs                en.Set // one of these stands there
	Bars                 en.Set // none of these does
	Lets                 en.Set // … but these may
	Only                 en.Set // nothing but these does, and what the next three let stand there too
	Words, Names, Owners bool   // any word; any with a capital; any with an apostrophe
}

// Between reports whether the tokens from i up to k are such a gap. No token at all is
// one unless something is needed.
func (r *Reader) Between(i, k int, g *Gap) bool {
	if g.Most > 0 && k-i > g.Most {
		return false
	}
	found := g.Needs == en.Set{}
	closed := g.Words || g.Names || g.Owners || g.Only != en.Set{}
	for ; i < k; i++ {
		s := r.Classes(i)
		if s.Meets(&g.Bars) && !s.Meets(&g.Lets) || closed && !s.Meets(&g.Only) && !g.lets(r.Tok(i)) {
			return false
		}
		found = found || s.Meets(&g.Needs)
	}
	return found
}

func (g *Gap) lets(t *page.Token) bool {
	return t.Kind == page.TokenWord && (g.Words || g.Names && t.Capital || g.Owners && t.Possessive)
}

// Is reports whether token i is of one of the classes. A hyphen that does not join
// the words beside it is a dash too.
func (r *Reader) Is(i int, classes ...en.Class) bool { return r.Classes(i).HasAny(classes...) }

// Classes returns all classes of token i, see Is. The set must not be changed.
func (r *Reader) Classes(i int) *en.Set {
	t := r.Tok(i)
	switch {
	case t.Kind == 0:
		return &noClasses
	case t.Kind == page.TokenMark && t.Of(en.Hyphen) && !r.Hyphen(i):
		return looseHyphen()
	}
	return t.Classes()
}

var noClasses en.Set

var looseHyphen = sync.OnceValue(func() *en.Set {
	dash := en.SetOf(en.Dash)
	s := en.Classes("-").With(&dash)
	return &s
})

// Hyphen reports whether token i is a hyphen that joins the words beside it.
func (r *Reader) Hyphen(i int) bool {
	return r.Tok(i).Of(en.Hyphen) && r.Tok(i).Glued && r.Tok(i+1).Glued
}

// Meets reports whether token i has a class of the set.
func (r *Reader) Meets(i int, set *en.Set) bool { return r.Classes(i).Meets(set) }

// WordBefore returns the nearest of the n tokens up to token k that is of one of the
// classes, with nothing but words behind it; -1 if there is none.
func (r *Reader) WordBefore(k, n int, classes ...en.Class) int {
	for ; n > 0 && r.Tok(k).Kind == page.TokenWord; k, n = k-1, n-1 {
		if r.Is(k, classes...) {
			return k
		}
	}
	return -1
}

// Phrase reports whether the tokens from i on are of these classes, one each.
func (r *Reader) Phrase(i int, classes ...en.Class) bool {
	for n, c := range classes {
		if !r.Is(i+n, c) {
			return false
		}
	}
	return true
}

// Content reports whether token i is a word that names or tells something.
func (r *Reader) Content(i int) bool {
	t := r.Tok(i)
	return t.Kind == page.TokenWord && !lexicon.ClosedWord(t.Lower)
}
