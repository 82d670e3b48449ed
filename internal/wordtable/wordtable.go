// Package wordtable files values under words, for readers that ask of every word
// of a text whether it is one of a few thousand.
package wordtable

import (
	"iter"
	"math/bits"
	"slices"
)

// A Table holds values by words, or by phrases. It is a hash table with open
// addressing. Most words that it is asked for it does not have, which the marks
// alone tell, two bytes a place. The zero Table is empty. Any number of goroutines
// may ask at once while none files.
type Table[V any] struct {
	marks []uint16 // of each place: a part of the hash of its word, 0 for none
	rows  []row[V]
	n     int
}

type row[V any] struct {
	word  string
	value V
}

// New returns an empty table with room for n words.
func New[V any](n int) *Table[V] {
	t := &Table[V]{}
	t.room(n)
	return t
}

// Len returns how many words there are.
func (t *Table[V]) Len() int { return t.n }

// Find returns the value of a word; ok is false if the table does not have it.
func (t *Table[V]) Find(word string) (v V, ok bool) {
	if p := t.At(word); p != nil {
		return *p, true
	}
	return v, false
}

// Get returns the value of a word, the zero value for one that the table does not
// have.
func (t *Table[V]) Get(word string) V {
	v, _ := t.Find(word)
	return v
}

// GetBytes is Get for a word in bytes. It allocates for long words only.
func (t *Table[V]) GetBytes(word []byte) V { return t.Get(string(word)) }

// At returns where the value of a word stands until the next Put, nil if the table
// does not have it.
func (t *Table[V]) At(word string) *V {
	if len(t.marks) == 0 {
		return nil
	}
	h := hash(word)
	for i := uint(h); ; i++ {
		k := i & uint(len(t.marks)-1)
		switch t.marks[k] {
		case 0:
			return nil
		case mark(h):
			if r := &t.rows[k]; r.word == word {
				return &r.value
			}
		}
	}
}

// Put files a value under a word, in place of the one before.
func (t *Table[V]) Put(word string, v V) {
	if p := t.At(word); p != nil {
		*p = v
		return
	}
	if 2*(t.n+1) > len(t.marks) {
		t.room(2 * (t.n + 1))
	}
	h := hash(word)
	k := uint(h) & uint(len(t.marks)-1)
	for t.marks[k] != 0 {
		k = (k + 1) & uint(len(t.marks)-1)
	}
	t.marks[k], t.rows[k] = mark(h), row[V]{word, v}
	t.n++
}

// Clone returns a table with the same values.
func (t *Table[V]) Clone() *Table[V] {
	return &Table[V]{slices.Clone(t.marks), slices.Clone(t.rows), t.n}
}

// room makes place for n words.
func (t *Table[V]) room(n int) {
	old := *t
	places := 1 << bits.Len(uint(max(2*n, 16)-1))
	*t = Table[V]{marks: make([]uint16, places), rows: make([]row[V], places)}
	for word, v := range old.All() {
		t.Put(word, v)
	}
}

// All goes over the words and their values, in no order that means anything.
func (t *Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for k, m := range t.marks {
			if m != 0 && !yield(t.rows[k].word, t.rows[k].value) {
				return
			}
		}
	}
}

// mark returns what tells most words of different hashes apart; it is not 0.
func mark(h uint64) uint16 { return uint16(h>>48) | 1 }

// hash returns the hash of a word. Most words have at most sixteen bytes, which
// are taken in two pieces.
func hash(w string) uint64 {
	var a, b uint64
	n := len(w)
	for ; len(w) > 16; w = w[8:] {
		a = mix(a^eight(w), b)
	}
	switch {
	case len(w) >= 8:
		a, b = a^eight(w), eight(w[len(w)-8:])
	case len(w) >= 4:
		a, b = four(w), four(w[len(w)-4:])
	case len(w) > 0:
		a = uint64(w[0]) | uint64(w[len(w)/2])<<8 | uint64(w[len(w)-1])<<16
	}
	return mix(a, b^uint64(n)<<56)
}

func mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a^0x9e3779b97f4a7c15, b^0xd1b54a32d192ed03)
	return high ^ low
}

func four(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

func eight(s string) uint64 {
	_ = s[7]
	return four(s) | four(s[4:])<<32
}
