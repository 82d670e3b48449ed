package timeline

import (
	"iter"
	"slices"
)

// A dictionary holds what is known of words, by their ASCII-lower-case form. It is
// a hash table with open addressing: what reads a text has the hash of a word at
// hand once it has read it, and most words of a text are in none of its places,
// which the marks alone say.
type dictionary struct {
	marks []uint16   // of each place: high bits of the hash of its word, 0 for none
	slots []wordSlot // a power of two, twice as many as words at least
	words int
}

type wordSlot struct {
	word  string
	known *entry
}

// A wordHash is the FNV-1a hash of the bytes that were added to it.
type wordHash uint32

const (
	noBytes   wordHash = 2166136261
	hashPrime          = 16777619
)

// mark returns what stands in the place of a word.
func (h wordHash) mark() uint16 { return uint16(h>>16) | 1 }

func (h wordHash) add(b byte) wordHash { return (h ^ wordHash(b)) * hashPrime }

// wordHashOf returns the hash of a word in lower case.
func wordHashOf[T string | []byte](word T) wordHash {
	h := noBytes
	for i := range len(word) {
		h = h.add(word[i])
	}
	return h
}

// at returns what is known of a word in lower case, which has a hash; nil for
// nothing.
func (d *dictionary) at(hash wordHash, word []byte) *entry {
	if len(d.marks) == 0 {
		return nil
	}
	for i := int(hash); ; i++ {
		k := i & (len(d.marks) - 1)
		switch d.marks[k] {
		case 0:
			return nil
		case hash.mark():
			if d.slots[k].word == string(word) {
				return d.slots[k].known
			}
		}
	}
}

// find is at for a word alone.
func (d *dictionary) find(word string) *entry { return d.at(wordHashOf(word), []byte(word)) }

// file files what is known of a word, in place of what was known before.
func (d *dictionary) file(word string, e *entry) {
	if 2*(d.words+1) > len(d.slots) {
		d.grow()
	}
	hash := wordHashOf(word)
	k := int(hash) & (len(d.slots) - 1)
	for d.marks[k] != 0 && d.slots[k].word != word {
		k = (k + 1) & (len(d.slots) - 1)
	}
	if d.marks[k] == 0 {
		d.words++
	}
	d.marks[k], d.slots[k] = hash.mark(), wordSlot{word, e}
}

func (d *dictionary) grow() {
	old := *d
	n := max(1024, 2*len(old.slots))
	*d = dictionary{marks: make([]uint16, n), slots: make([]wordSlot, n)}
	for k, mark := range old.marks {
		if mark != 0 {
			d.file(old.slots[k].word, old.slots[k].known)
		}
	}
}

// clone returns a dictionary with the same entries.
func (d *dictionary) clone() *dictionary {
	return &dictionary{slices.Clone(d.marks), slices.Clone(d.slots), d.words}
}

// entries goes over what is known, in no order.
func (d *dictionary) entries() iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		for k, mark := range d.marks {
			if mark != 0 && !yield(d.slots[k].known) {
				return
			}
		}
	}
}
