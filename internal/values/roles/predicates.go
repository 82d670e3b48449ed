package roles

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
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
	if words[at].Comma && page.IsWord(words, at, en.Who) {
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
	switch {
	case k+1 >= len(words):
	case page.IsWord(words, k, en.Copula):
		return k + 1
	case page.IsWord(words, k, en.Has, en.HadForm) && page.IsWord(words, k+1, en.Been) && words[k+1].Joined:
		return k + 2
	}
	return 0
}

// beforeTitle reports whether word k may stand between a verb and a title: an
// article, then, still, or a country.
func beforeTitle(words []text.Word, names []page.Name, k int) bool {
	if page.IsWord(words, k, en.OpensTitle) {
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
	return endsTitle(words, to) || page.IsWord(words, to, en.EndsPredicate) || page.DigitAt(words[to].Text, 0, 1)
}

// supposed reports whether a word makes what follows a condition.
func supposed(w text.Word) bool { return en.Is(strings.ToLower(w.Text), en.SupposesTitle) }
