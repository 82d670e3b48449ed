package rules

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/text"
)

// Fold returns the words of s for comparison: in lower case with straight
// apostrophes, one blank apart, without punctuation and without the possessive
// 's. Hyphens inside words stay. It is what the keys of sentences and
// quotations are made of, and the function fold() of rules.
func Fold(s string) string { return strings.Join(foldedWords(s), " ") }

func foldedWords(s string) []string {
	words := splitWords(s)
	for i, w := range words {
		words[i] = fact.FoldWord(w)
	}
	return words
}

func splitWords(s string) []string {
	words := []string{}
	for _, w := range text.Words(nil, s, text.Span{End: len(s)}) {
		words = append(words, w.Text)
	}
	return words
}

// foldedParts returns the folded words of s, cut at hyphens.
func foldedParts(s string) []string {
	var parts []string
	for _, w := range foldedWords(s) {
		parts = append(parts, strings.Split(w, "-")...)
	}
	return parts
}

// hasWords reports whether want, if it is not empty, stands in have in one
// piece.
func hasWords(have, want []string) bool {
	if len(want) == 0 {
		return false
	}
	for i := 0; i+len(want) <= len(have); i++ {
		k := 0
		for k < len(want) && have[i+k] == want[k] {
			k++
		}
		if k == len(want) {
			return true
		}
	}
	return false
}
