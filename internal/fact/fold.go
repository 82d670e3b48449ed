package fact

import (
	"strings"
	"unicode/utf8"

	"factcheck/internal/text"
)

var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'", "‑", "-")

// FoldWord folds one word as [Fold] does. A word in lower case is returned as it
// is.
func FoldWord(w string) string {
	w = text.Lower(w)
	for i := range len(w) {
		if w[i] >= utf8.RuneSelf {
			return apostrophes.Replace(w)
		}
	}
	return w
}
