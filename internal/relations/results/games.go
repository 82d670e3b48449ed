package results

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/values/numbers"
)

// scoreReach is how many tokens may stand between a verb and its score: drew 2-1,
// were held to a 2-1 draw, beat the champion in straight sets 6-4. Chosen.
const scoreReach = 12

// draw returns a draw with two different scores: drew 2-1, a 2-1 draw.
func (r *reader) draw() *fact.Total {
	for _, n := range r.nums {
		if n.Kind != numbers.KindScore || n.Upper == nil || n.Value == *n.Upper {
			continue
		}
		if k := r.behind(n.At.Span); en.Is(r.word(k), en.DrawNoun) && !r.any(en.Shootout) {
			return result(n, r.word(k))
		}
		g, ok := r.verbAt(r.before(n.At.Span))
		if ok && en.Is(r.s.Lemma(g.Head), en.Drawn) && !g.Passive && !en.Is(r.word(r.behind(n.At.Span)), en.Leading) && !r.any(en.Shootout) {
			return result(n, r.s.Text(g.Head))
		}
	}
	return nil
}

// verbAt returns the verb group that ends with token k, if it tells what happened.
func (r *reader) verbAt(k int) (syntax.VerbGroup, bool) {
	for _, g := range r.s.VerbGroups() {
		if g.End == k+1 && told(&g) {
			return g, true
		}
	}
	return syntax.VerbGroup{}, false
}

// told reports whether a verb tells something as a fact.
func told(g *syntax.VerbGroup) bool {
	return !g.Negated && g.Modality == syntax.Plain && g.Form != syntax.Infinitive
}

// result makes the fact that a word tells of the score n.
func result(n *fact.Number, word string) *fact.Total {
	return &fact.Total{Whole: *n, Computed: *n.Upper, Named: []string{word}, Parts: []fact.Number{}}
}

// sets returns the first of several scores in a row of which somebody who won has won
// fewer: won 6-4, 4-6, 3-6.
func (r *reader) sets() *fact.Total {
	run := r.scores()
	if len(run) < 2 {
		return nil
	}
	won, lost := 0, 0
	for _, n := range run {
		switch {
		case n.Value > *n.Upper:
			won++
		case n.Value < *n.Upper:
			lost++
		}
	}
	g, ok := r.winner(r.before(run[0].At.Span))
	if won >= lost || !ok || r.any(en.Unplayed) {
		return nil
	}
	f := result(run[0], r.s.Text(g.Head))
	f.Whole.At.Span.End = run[len(run)-1].At.Span.End
	f.Whole.At = r.d.PlaceOf(f.Whole.At.Span)
	f.Whole.Text = f.Whole.At.Text
	return f
}

// scores returns the only run of scores of the sentence that commas and "and" join;
// those in brackets belong to the one before. Nil where there is another.
func (r *reader) scores() []*fact.Number {
	var run []*fact.Number
	for _, n := range r.nums {
		if n.Kind != numbers.KindScore || n.Upper == nil || r.word(r.before(n.At.Span)) == "(" {
			continue
		}
		if len(run) > 0 && r.before(n.At.Span)-r.behind(run[len(run)-1].At.Span) > maxBetween {
			return nil
		}
		run = append(run, n)
	}
	return run
}

// maxBetween is how many tokens stand between two sets of one match at most: a comma,
// "and", a tie-break in brackets.
const maxBetween = 5

// winner returns the verb of winning that governs what stands behind token k, if it is
// the last verb before it.
func (r *reader) winner(k int) (syntax.VerbGroup, bool) {
	var last syntax.VerbGroup
	found := false
	for _, g := range r.s.VerbGroups() {
		if g.Head <= k && g.Head > k-scoreReach {
			last, found = g, true
		}
	}
	return last, found && told(&last) && !last.Passive && en.Is(r.s.Lemma(last.Head), en.Beat)
}
