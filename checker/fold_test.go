package checker

import (
	"strings"
	"testing"

	"factcheck/internal/text"
)

// A part of a long sentence reads the same whether it is cut out of the folded
// sentence or folded by itself, wherever it begins and ends.
func TestAPartOfALongSentenceFoldsTheSame(t *testing.T) {
	words := []string{"the", "Mayor’s", "twenty-one", "“Où", "donc?”", "James'", "x'", "O'Neill's", "—", "1,200.5", "U.S.", "état-major", "\u00a0", "\n", "…", "'s", "a-"}
	var b strings.Builder
	for i := range 900 {
		b.WriteString(words[i*7%len(words)])
		if i%5 != 0 {
			b.WriteByte(' ')
		}
	}
	for _, src := range []string{b.String(), strings.Repeat("nowhereablank’s", 300), strings.Repeat("a ", 1500)} {
		whole := text.Span{Start: 0, End: len(src)}
		f := foldSentence(src, whole)
		for start := 0; start < 300; start++ {
			for _, size := range []int{0, 1, 2, 7, 50, 333} {
				part := text.Span{Start: start, End: min(start+size, len(src))}
				if got, want := f.around(src, part), foldWords(part.In(src)); got != want {
					t.Fatalf("%q: %q, want %q", part.In(src), got, want)
				}
			}
		}
	}
}
