package text

import (
	"unicode/utf8"
)

// An Edit is how two spellings differ. The zero edit is none that a slip of one
// key makes.
type Edit uint8

const (
	EditLetter Edit = iota + 1 // another letter
	EditSwap                   // two neighbours in the other order
	EditDouble                 // a letter once or twice
	EditDrop                   // a letter more or less
)

var editNames = [...]string{"", "letter", "swap", "double", "drop"}

func (e Edit) String() string { return editNames[e] }

// EditBetween returns how two words differ by one slip, and the letter at which
// they begin to differ, counted from 0.
func EditBetween(a, b string) (kind Edit, at int) {
	if len(a)-len(b) > utf8.UTFMax || len(b)-len(a) > utf8.UTFMax || a == b {
		return 0, 0
	}
	x, y := []rune(a), []rune(b)
	if len(x) < len(y) {
		x, y = y, x
	}
	for at < len(y) && x[at] == y[at] {
		at++
	}
	switch len(x) - len(y) {
	case 0:
		if sameRunes(x[at+1:], y[at+1:]) {
			if (x[at] < utf8.RuneSelf) != (y[at] < utf8.RuneSelf) {
				return 0, 0 // an accent more or less
			}
			return EditLetter, at
		}
		if at+1 < len(x) && x[at] == y[at+1] && x[at+1] == y[at] && sameRunes(x[at+2:], y[at+2:]) {
			return EditSwap, at
		}
	case 1:
		if !sameRunes(x[at+1:], y[at:]) {
			return 0, 0
		}
		if x[at] == '-' {
			return 0, 0 // a word divided at the end of a line
		}
		if at > 0 && x[at] == x[at-1] {
			return EditDouble, at
		}
		return EditDrop, at
	}
	return 0, 0
}

func sameRunes(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// LongSpelling is how many letters a word has that no other word of the language
// is likely to come near to.
const LongSpelling = 6
