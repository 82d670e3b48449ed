package results

import (
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// headSentences is how many sentences of the body with a score are looked at for the
// one that the headline tells. Chosen.
const headSentences = 4

// A game is how one sentence tells that a game ended: the words of the names of who won
// and of who lost, in lower case, one of them empty where the sentence does not say, and
// the score.
type game struct {
	won, lost []string
	score     *fact.Number
	told      text.Span // from the first name to the score
}

// turned returns the game of the body whose winner the headline has lose, or whose loser
// it has win, with the same score: “Rovers win 3-1” above “Town beat Rovers 3-1”.
func turned(d *page.Page) []*fact.Total {
	var head *game
	seen := 0
	for i, nums := range bySentence(d) {
		n := onlyScore(nums)
		if n == nil || *n.Upper == n.Value {
			continue
		}
		switch zone := d.Parsed[i].Zone; {
		case zone == article.Headline && head == nil:
			if head = gameOf(d, i, n); head == nil {
				return nil
			}
		case zone == article.Body && head != nil && seen < headSentences:
			seen++
			if g := gameOf(d, i, n); g != nil && head.contradicts(g) {
				return []*fact.Total{head.against(d, g)}
			}
		}
	}
	return nil
}

// onlyScore returns the score of a sentence that has one, else nil.
func onlyScore(nums []*fact.Number) *fact.Number {
	var score *fact.Number
	for _, n := range nums {
		if n.Kind != numbers.KindScore || n.Upper == nil {
			continue
		}
		if score != nil {
			return nil
		}
		score = n
	}
	return score
}

// gameOf returns the game that sentence i tells, with the score n, by one verb of
// winning or losing between the names: "Rovers beat Town 3-1", "Town lost 3-1". Nil for
// none, and for games that are decided by penalties or not at all.
func gameOf(d *page.Page, i int, n *fact.Number) *game {
	if d.Has(i, en.Shootout, en.Unplayed) {
		return nil
	}
	words, classes := d.Parsed[i].Words, d.Classes(i)
	at := page.WordAt(words, n.At.Span.Start)
	verb := -1
	for k := max(0, at-scoreReach); k < at; k++ {
		if classes[k].HasAny(en.WinsGame, en.LosesGame) {
			verb = k
		}
	}
	if verb < 1 {
		return nil
	}
	first, end := verb, verb+1
	for first > 0 && words[first-1].Capital && (first == verb || words[first].Joined) {
		first--
	}
	for end < at && (words[end].Capital || classes[end].Has(en.Article)) {
		end++
	}
	subject := d.Lower(i)[first:verb]
	if len(subject) == 0 {
		return nil
	}
	g := &game{won: subject, lost: d.Lower(i)[verb+1 : end], score: n, told: text.Span{Start: words[first].Span.Start, End: n.At.Span.End}}
	if classes[verb].Has(en.LosesGame) {
		g.won, g.lost = nil, subject
	}
	return g
}

// contradicts reports whether two games of one score have the winner and the loser the
// other way round: who wins in g loses in h and does not win there, or who loses in g
// wins.
func (g *game) contradicts(h *game) bool {
	a, b := [2]float64{g.score.Value, *g.score.Upper}, [2]float64{h.score.Value, *h.score.Upper}
	if a != b && (a[0] != b[1] || a[1] != b[0]) {
		return false
	}
	return (meet(g.won, h.lost) || meet(g.lost, h.won)) && !meet(g.won, h.won) && !meet(g.lost, h.lost)
}

// meet reports whether two lists of words have a word in common that is no article.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) && !en.Is(w, en.Article) })
}

// against returns the fact that the headline g tells of the game h the other way.
func (g *game) against(d *page.Page, h *game) *fact.Total {
	said, told := *g.score, *h.score
	said.At, told.At = d.PlaceOf(g.told), d.PlaceOf(h.told)
	said.Text, told.Text = said.At.Text, told.At.Text
	f := result(&told, said.Text)
	f.Parts = []fact.Number{said}
	return f
}
