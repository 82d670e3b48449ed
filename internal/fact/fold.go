package fact

import (
	"strings"
)

var apostrophes = strings.NewReplacer("’", "'", "ʼ", "'", "‑", "-")

// FoldWord folds one word as [Fold] does.
func FoldWord(w string) string { return apostrophes.Replace(strings.ToLower(w)) }
