package en

import (
	"embed"
	"iter"
	"math/bits"
	"strings"
	"sync"

	"factcheck/internal/lexicon/en/internal/table"
	"factcheck/internal/wordtable"
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
	if s := w.exact.Get(lower); s != nil {
		return s
	}
	for ending := range w.endingsOf(lower) {
		return ending
	}
	return &none
}

// Is reports whether a word in lower case is of a class.
func Is(lower string, c Class) bool { return Classes(lower).Has(c) }

var none Set

// A vocabulary is the table, ready to look up.
type vocabulary struct {
	exact, endings wordtable.Table[*Set]
	lengths        [256]uint64 // by their last byte, the lengths of the endings in bytes, a bit each
}

var words = sync.OnceValue(func() *vocabulary {
	entries, err := table.Read(source)
	if err != nil {
		panic(err) // a mistake in our own table, which tests see
	}
	v := &vocabulary{}
	for i, e := range entries {
		for _, w := range e.Words {
			v.add(w, Class(i+1))
		}
	}
	v.inherit(&v.endings)
	v.inherit(&v.exact)
	return v
})

// add makes a word, or with a star before it all words with an ending, one of a
// class.
func (v *vocabulary) add(word string, c Class) {
	into := &v.exact
	if ending, ok := strings.CutPrefix(word, "*"); ok {
		into, word = &v.endings, ending
		v.lengths[word[len(word)-1]] |= 1 << min(len(word), 63)
	}
	s := into.Get(word)
	if s == nil {
		s = new(Set)
		into.Put(word, s)
	}
	s.add(c)
}

func (s *Set) add(c Class) { s[c/64] |= 1 << (c % 64) }

// inherit gives each word the classes of the endings that it has.
func (v *vocabulary) inherit(words *wordtable.Table[*Set]) {
	for w, s := range words.All() {
		for ending := range v.endingsOf(w) {
			for i := range s {
				s[i] |= ending[i]
			}
		}
	}
}

// endingsOf goes over the classes of the endings that a word has and is longer than,
// longest first.
func (v *vocabulary) endingsOf(word string) iter.Seq[*Set] {
	return func(yield func(*Set) bool) {
		if word == "" {
			return
		}
		for lengths := v.lengths[word[len(word)-1]]; lengths != 0; {
			n := bits.Len64(lengths) - 1
			lengths &^= 1 << n
			if n >= len(word) {
				continue
			}
			if s := v.endings.Get(word[len(word)-n:]); s != nil && !yield(s) {
				return
			}
		}
	}
}
