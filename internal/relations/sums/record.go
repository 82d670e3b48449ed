package sums

import (
	"slices"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
)

// An ending is one of the ways in which a game ends for a side, a bit each.
type ending uint8

const (
	gameWon ending = 1 << iota
	gameDrawn
	gameLost
)

// record reads how many games a side won, drew and lost beside how many it played: "won
// seven, drawn three and lost four of their 15 matches", "seven wins, three draws and
// four defeats from 15 games". Without draws they may be fewer than the games.
func (r *amountReader) record() {
	var parts []term
	told := ending(0)
	for i := range r.nums {
		n := &r.nums[i]
		if !n.counts() || !exact(n) {
			continue
		}
		if how := r.endingOf(n); how != 0 {
			if told&how != 0 {
				return // of two seasons, or two sides
			}
			told |= how
			parts = append(parts, *n)
			continue
		}
		if len(parts) < 2 || !en.Is(n.Noun, en.GameNoun) || !r.ofGames(&parts[len(parts)-1], n) {
			continue
		}
		all := told == gameWon|gameDrawn|gameLost
		if sum := sumOf(parts); all && sum != n.Value || sum > n.Value {
			r.writeTotal(&fact.Total{Form: "sum", Whole: *n.Number, Parts: copied(parts), Computed: sum, Complete: all})
		}
		return
	}
}

// endingOf returns how the games ended that n counts, 0 for another count: "won seven",
// "seven wins".
func (r *amountReader) endingOf(n *term) ending {
	if how := endingNamed(n.Noun); how != 0 || n.Noun != "" && !en.Is(n.Noun, en.GameNoun) {
		return how
	}
	return endingNamed(r.Tok(n.lead - 1).Lower)
}

// endingNamed returns the ending that a word is for, 0 for another word.
func endingNamed(word string) ending {
	switch {
	case en.Is(word, en.GameWon):
		return gameWon
	case en.Is(word, en.GameDrawn):
		return gameDrawn
	case en.Is(word, en.GameLost):
		return gameLost
	}
	return 0
}

// otherEndings reports whether whole counts games that ended in one way and a part those
// of another: eight wins are no sum of draws and defeats.
func otherEndings(f *fact.Total) bool {
	whole := endingNamed(f.Whole.Noun)
	if whole == 0 {
		return false
	}
	return slices.ContainsFunc(f.Parts, func(p fact.Number) bool { how := endingNamed(p.Noun); return how != 0 && how != whole })
}

// ofGames reports whether whole stands behind the last part with "of", "from" or "in"
// between, and a determiner at most: "of their 15 matches".
func (r *amountReader) ofGames(last, whole *term) bool {
	k := last.to
	if !r.Is(k, en.Of, en.From, en.In) {
		return false
	}
	return whole.lead == k+1 || whole.lead == k+2 && r.Is(k+1, en.Possessive, en.The)
}
