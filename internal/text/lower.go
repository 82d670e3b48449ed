package text

import (
	"strings"
	"sync/atomic"
	"unicode/utf8"
)

// Lower returns a word in lower case, as strings.ToLower does. The lower case of
// words that were asked for lately is kept, so that the capitals of a text are not
// written anew for each that asks. Any number of goroutines may ask at once.
func Lower(word string) string {
	small := true
	for i := range len(word) {
		c := word[i]
		if c >= 0x80 {
			return strings.ToLower(word)
		}
		small = small && (c < 'A' || c > 'Z')
	}
	switch {
	case small:
		return word
	case len(word) > maxKept:
		return strings.ToLower(word)
	}
	place := &kept[placeOf(word)]
	if p := place.Load(); p != nil && p.word == word {
		return p.lower
	}
	var space [2 * maxKept]byte
	both := string(AppendLower(append(space[:0], word...), word))
	p := &lowered{both[:len(word)], both[len(word):]}
	place.Store(p)
	return p.lower
}

// AppendLower appends a word in lower case to out.
func AppendLower(out []byte, word string) []byte {
	for i := range len(word) {
		c := word[i]
		if c >= 0x80 {
			return append(out[:len(out)-i], strings.ToLower(word)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		out = append(out, c)
	}
	return out
}

// placeOf returns the place of a word among those kept, by its hash (FNV-1a).
func placeOf(word string) uint32 {
	k := uint32(2166136261)
	for i := range len(word) {
		k = (k ^ uint32(word[i])) * 16777619
	}
	return (k>>16 ^ k) % uint32(len(kept))
}

// Titled writes those words of s that are all in capitals as names are written: SAO
// PAULO as Sao Paulo. Blanks are folded; words of one letter stay.
func Titled(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if _, n := utf8.DecodeRuneInString(w); n < len(w) && strings.ToUpper(w) == w {
			words[i] = w[:n] + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}

// A lowered is a word with its lower case.
type lowered struct{ word, lower string }

// kept has a place for each word by its hash; the last one stays. All places
// together hold less than a megabyte.
var kept [4096]atomic.Pointer[lowered]

// maxKept is the longest word that is kept, in bytes.
const maxKept = 40
