package roles

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// maxTrade is how many words an introduction has at most: a retired teacher from
// the next village.
const maxTrade = 9

// introduced reads what introduces name k where the list of titles does not have
// it: “Jane Roe, a violinist from Lyon,”, “Jane Roe, 34, a dentist,”.
func introduced(d *page.Page, s *page.Sentence, names []page.Name, k int) *fact.Role {
	n, words := &names[k], s.Words
	at := n.Words[1]
	if at >= len(words) || !words[at].Comma || words[at-1].Possessive || n.Words[1]-n.Words[0] < 2 {
		return nil
	}
	if isAge(words[at].Text) && at+1 < len(words) && words[at+1].Comma {
		at++
	}
	if !page.IsWord(words, at, en.IndefiniteArticle) {
		return nil
	}
	end := at + 1
	for end < len(words) && words[end].Joined && end-at <= maxTrade {
		end++
	}
	head := tradeOf(words, at+1, end)
	if head == 0 || end < len(words) && !words[end].Comma {
		return nil
	}
	t := title{role: lexicon.Role{Canonical: strings.ToLower(words[head].Text)}, from: head, to: head + 1}
	return roleFact(d, s, names, n, t, "", end)
}

func isAge(w string) bool {
	return len(w) > 0 && len(w) <= 2 && '1' <= w[0] && w[0] <= '9' && w[len(w)-1] <= '9'
}

// tradeOf returns the noun among words [from, to) that says what somebody is: the
// last before a preposition or "who"; 0 for none.
func tradeOf(words []text.Word, from, to int) int {
	k := from
	for k < to && !lexicon.ClosedWord(strings.ToLower(words[k].Text)) {
		k++
	}
	if k == from || words[k-1].Capital || words[k-1].Possessive || participle(words[k-1].Text) {
		return 0
	}
	return k - 1
}
