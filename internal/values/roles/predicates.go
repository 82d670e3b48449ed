package roles

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// predicateReach is how many words may stand between the verb and the title that
// it gives: was the then West German chancellor.
const predicateReach = 5

// titleTold reads the title that a verb gives to name k: “Jane Roe, who is finance
// minister,”, “when Jane Roe was French president”. A trade with “a” is none.
func titleTold(d *page.Page, s *page.Sentence, names []page.Name, k int) *fact.Role {
	n, words := &names[k], s.Words
	at := n.Words[1]
	if at >= len(words) || words[at-1].Possessive || n.Words[0] > 0 && supposed(words[n.Words[0]-1]) {
		return nil
	}
	if words[at].Comma && words[at].Text == "who" {
		at++
	}
	from := copula(words, at)
	if from == 0 {
		return nil
	}
	for k := from; k < min(len(words), from+predicateReach) && words[k].Joined; k++ {
		for to := min(len(words), k+maxTitleWords); to > k; to-- {
			if t, ok := titleAt(words, k, to); ok && endsPredicate(words, to) {
				t.predicate = true
				of, end := officeOf(d, s, names, to)
				return roleFact(d, s, names, n, t, of, end)
			}
		}
		if !beforeTitle(words, names, k) {
			return nil
		}
	}
	return nil
}

// maxTitleWords is how many words a title told by a verb has at most.
const maxTitleWords = 3

// copula returns the word behind is, was or had been at word k; 0 for no such
// verb.
func copula(words []text.Word, k int) int {
	if k+1 >= len(words) {
		return 0
	}
	switch words[k].Text {
	case "is", "was", "remains":
		return k + 1
	case "had", "has":
		if words[k+1].Text == "been" && words[k+1].Joined {
			return k + 2
		}
	}
	return 0
}

// beforeTitle reports whether word k may stand between a verb and a title: an
// article, then, still, or a country.
func beforeTitle(words []text.Word, names []page.Name, k int) bool {
	switch words[k].Text {
	case "the", "then", "still", "already":
		return true
	}
	for i := range names {
		if n := &names[i]; n.Words[0] <= k && k < n.Words[1] {
			return n.Demonym || n.Kind == page.NamePlace
		}
	}
	return false
}

// endsPredicate reports whether a title told by a verb ends before word to: at a
// sign, or before a word that does not belong to it.
func endsPredicate(words []text.Word, to int) bool {
	if endsTitle(words, to) {
		return true
	}
	switch w := words[to].Text; w {
	case "when", "while", "then", "at", "during", "by", "as", "that", "until", "since", "after", "before", "under":
		return true
	default:
		return '0' <= w[0] && w[0] <= '9'
	}
}

// supposed reports whether a word makes what follows a condition.
func supposed(w text.Word) bool {
	switch strings.ToLower(w.Text) {
	case "if", "whether", "once", "unless", "until", "as", "though", "although":
		return true
	}
	return false
}
