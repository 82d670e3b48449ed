package page

import (
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
)

// Governed reports whether a preposition stands before the noun phrase that
// word i begins or ends: up to two words back, or over capitalised words.
func Governed(s *Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := s.Words[k]
		switch {
		case IsWord(s.Words, k, en.Governs):
			return true
		case IsWord(s.Words, k, en.Article, en.TheirOwn):
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
