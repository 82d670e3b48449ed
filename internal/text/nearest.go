package text

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the candidate nearest to word by its letters, or nothing if none
// is near. Among equals the first wins. If none is near by its letters,
// the first one that word begins, or that begins word, will do.
func Nearest(word string, candidates []string) string {
	best, nearest := "", max(1, utf8.RuneCountInString(word)/3)+1
	for _, c := range candidates {
		if d := EditDistance(strings.ToLower(word), strings.ToLower(c), nearest); c != word && d < nearest {
			best, nearest = c, d
		}
	}
	const start = 4 // letters that say enough
	for _, c := range candidates {
		a, b := strings.ToLower(word), strings.ToLower(c)
		if best == "" && min(len(a), len(b)) >= start && a != b && (strings.HasPrefix(b, a) || strings.HasPrefix(a, b)) {
			best = c
		}
	}
	return best
}
