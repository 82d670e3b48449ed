package en

import (
	"embed"
	"strings"
	"sync"

	"factcheck/internal/lexicon/en/internal/table"
)

//go:embed classes
var source embed.FS

// A Class is a class of words. The zero Class has no words.
type Class uint16

// A Set is the classes that a word is of.
type Set [(count + 63) / 64]uint64

// Has reports whether the word is of a class.
func (s *Set) Has(c Class) bool { return s[c/64]&(1<<(c%64)) != 0 }

// HasAny reports whether the word is of one of the classes.
func (s *Set) HasAny(classes ...Class) bool {
	for _, c := range classes {
		if s.Has(c) {
			return true
		}
	}
	return false
}

// Classes returns the classes of a word in lower case. The set is shared and must
// not be changed. The word is looked up once, and once more for each length of a
// known ending where it is not in the table.
func Classes(lower string) *Set {
	w := words()
	if s := w.exact[lower]; s != nil {
		return s
	}
	for n := min(w.longest, len(lower)-1); n > 0; n-- {
		if s := w.endings[lower[len(lower)-n:]]; s != nil {
			return s
		}
	}
	return &none
}

// Is reports whether a word in lower case is of a class.
func Is(lower string, c Class) bool { return Classes(lower).Has(c) }

var none Set

// A vocabulary is the table, ready to look up.
type vocabulary struct {
	exact, endings map[string]*Set
	longest        int // the longest ending, in bytes
}

var words = sync.OnceValue(func() *vocabulary {
	entries, err := table.Read(source)
	if err != nil {
		panic(err) // a mistake in our own table, which tests see
	}
	v := &vocabulary{exact: map[string]*Set{}, endings: map[string]*Set{}}
	for i, e := range entries {
		for _, w := range e.Words {
			into := v.exact
			if ending, ok := strings.CutPrefix(w, "*"); ok {
				into, w = v.endings, ending
				v.longest = max(v.longest, len(w))
			}
			if into[w] == nil {
				into[w] = &Set{}
			}
			into[w].add(Class(i + 1))
		}
	}
	v.inherit(v.endings)
	v.inherit(v.exact)
	return v
})

func (s *Set) add(c Class) { s[c/64] |= 1 << (c % 64) }

// inherit gives each word the classes of the endings that it has.
func (v *vocabulary) inherit(words map[string]*Set) {
	for w, s := range words {
		for n := 1; n < len(w); n++ {
			if ending := v.endings[w[n:]]; ending != nil {
				for i := range s {
					s[i] |= ending[i]
				}
			}
		}
	}
}
