package results

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/values/numbers"
)

// A side is on which side votes are cast.
type side int

const (
	neither side = iota
	inFavour
	against
)

// votes returns the votes for and against that the verb of the sentence tells the other
// way: voted down, 310 in favour and 290 opposed; carried by 31 votes to 45. Where more
// than half is needed nobody can tell.
func (r *reader) votes() *fact.Total {
	carried, verb := r.decision()
	if carried == neither || r.any(en.Threshold) {
		return nil
	}
	won, lost := r.ballots()
	if won == nil || lost == nil {
		won, lost = r.byTo()
		if carried == against {
			won, lost = lost, won // the larger one stands first
		}
	}
	if won == nil || lost == nil || won.Value == lost.Value || (carried == inFavour) == (won.Value > lost.Value) {
		return nil
	}
	return &fact.Total{Whole: *won, Computed: lost.Value, Named: []string{verb}, Parts: []fact.Number{*won, *lost}}
}

// decision returns how the vote of the sentence ended, with the verb; neither where no
// verb says so, or two do.
func (r *reader) decision() (side, string) {
	found, verb := neither, ""
	for _, g := range r.s.VerbGroups() {
		how := neither
		lemma := r.s.Lemma(g.Head)
		switch particle := r.word(g.End); {
		case en.Is(lemma, en.Rejected) && !r.ofVoters(g.Head), en.Is(lemma+"-"+particle, en.VotedDown):
			how = against
		case en.Is(lemma, en.Carried) && !r.ofVoters(g.Head):
			how = inFavour
		}
		if how == neither {
			continue
		}
		if !told(&g) || found != neither && found != how {
			return neither, ""
		}
		found, verb = how, r.s.Text(g.Head)
	}
	return found, verb
}

// ofVoters reports whether the verb at token k is what a number of voters did, and not
// how the vote ended: 56 percent backed it.
func (r *reader) ofVoters(k int) bool {
	for _, n := range r.nums {
		if end := r.behind(n.At.Span); end <= k && k-end <= voteReach && r.ballot(n) {
			return true
		}
	}
	return false
}

// voteReach is how many tokens may stand between a number of votes and the word that
// says for what they are: 56 percent of all voters said no. Chosen.
const voteReach = 5

// ballot reports whether n can count votes.
func (r *reader) ballot(n *fact.Number) bool {
	return (n.Kind == numbers.KindCount || n.Kind == numbers.KindPercent) && n.Upper == nil && !n.Approx && n.Bound == ""
}

// ballots returns the only votes for and the only votes against of the sentence.
func (r *reader) ballots() (won, lost *fact.Number) {
	for i, n := range r.nums {
		if !r.ballot(n) {
			continue
		}
		limit := len(r.s.Tokens())
		if i+1 < len(r.nums) {
			limit = r.before(r.nums[i+1].At.Span) + 1
		}
		place := &won
		switch r.sideBehind(r.behind(n.At.Span), limit) {
		case neither:
			continue
		case against:
			place = &lost
		}
		if *place != nil {
			return nil, nil
		}
		*place = n
	}
	return won, lost
}

// sideBehind returns the side that the words from token k on, before limit, name.
func (r *reader) sideBehind(k, limit int) side {
	for end := min(limit, k+voteReach); k < end; k++ {
		switch w := r.word(k); {
		case en.Is(w, en.CastAgainst):
			return against
		case en.Is(w, en.CastFor):
			return inFavour
		case w == "," || w == ";":
			return neither
		}
	}
	return neither
}

// byTo returns the two numbers of "by 31 votes to 45".
func (r *reader) byTo() (first, second *fact.Number) {
	for i := 0; i+1 < len(r.nums); i++ {
		a, b := r.nums[i], r.nums[i+1]
		if r.ballot(a) && r.ballot(b) && en.Is(a.Noun, en.Ballot) && en.Is(r.word(r.before(a.At.Span)), en.By) && en.Is(r.word(r.before(b.At.Span)), en.To) && r.before(b.At.Span) == r.behind(a.At.Span) {
			return a, b
		}
	}
	return nil, nil
}
