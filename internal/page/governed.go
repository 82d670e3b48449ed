package page

import (
	"strings"

	"factcheck/internal/lexicon"
)

// Governed reports whether a preposition stands before the noun phrase that
// word i begins or ends: up to two words back, or over capitalised words.
func Governed(s *Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := s.Words[k]
		switch strings.ToLower(w.Text) {
		case "in", "at", "near", "from", "to", "on", "of", "with", "for", "against", "by", "into", "over", "off", "outside", "inside", "around", "across", "through", "during", "since", "before", "after", "than":
			return true
		case "the", "a", "an", "his", "her", "its", "their":
			continue
		}
		if !w.Capital && !w.Possessive || lexicon.NotName(w.Text) { // "On Thursday Smith said"
			return false
		}
		if !s.Words[k+1].Joined {
			return false
		}
	}
	return false
}
