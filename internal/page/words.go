package page

import (
	"sort"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// TitleCase reports whether most words of a sentence are capitalised, as in
// headlines.
func TitleCase(s *Sentence) bool {
	if len(s.Words) > maxHeading {
		return false
	}
	n := 0
	for i := range s.Words {
		if s.Words[i].Capital {
			n++
		}
	}
	return 2*n > len(s.Words)
}

// maxHeading is how many words a heading has at most.
const maxHeading = 25

// PlainSaying reports whether a verb of saying in lower case stands with anybody's name.
func PlainSaying(w string) bool { return en.Is(w, en.PlainSaying) }

// WordAt returns the index of the first word that begins at or after offset.
func WordAt(words []text.Word, offset int) int {
	return sort.Search(len(words), func(k int) bool { return words[k].Span.Start >= offset })
}

// IsWord reports whether word k is of one of the classes, in capitals or not. No word is
// of none.
func IsWord(words []text.Word, k int, classes ...en.Class) bool {
	return k >= 0 && k < len(words) && en.Classes(text.Lower(words[k].Text)).HasAny(classes...)
}

// EndingAt returns the name that ends before word k, nil for none.
func EndingAt(names []Name, k int) *Name {
	i := sort.Search(len(names), func(i int) bool { return names[i].Words[1] >= k })
	if i < len(names) && names[i].Words[1] == k {
		return &names[i]
	}
	return nil
}

// FoldedWords writes words folded as rules fold them, one blank apart.
func FoldedWords(words []text.Word) string {
	n := 0
	for _, w := range words {
		n += len(w.Text) + 1
	}
	out := make([]byte, 0, n)
	for i, w := range words {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, fact.FoldWord(w.Text)...)
	}
	return string(out)
}

// IsPlace reports whether a word is a place or a demonym.
func IsPlace(w string) bool {
	if _, ok := lexicon.Places().Lookup(w); ok {
		return true
	}
	if _, ok := lexicon.Places().Lookup(strings.TrimSuffix(w, "s")); ok {
		return true // the two Koreas
	}
	_, ok := lexicon.Places().Demonym(w)
	return ok
}
