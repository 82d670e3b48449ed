package lexicon

import (
	"strings"

	"factcheck/internal/lexicon/en"
)

// OrdinalOf returns the place in a sequence that a word in lower case names: 3 for
// third. Those from sixth to tenth are known as far as numberwords.tsv has them.
func OrdinalOf(word string) (n float64, ok bool) {
	switch {
	case en.Is(word, en.First):
		return 1, true
	case en.Is(word, en.Second):
		return 2, true
	}
	part, ok := NumeralOf(word)
	return part.Value, ok && part.Kind == NumeralPart && part.Value > 2 && !strings.HasSuffix(word, "s")
}
