package sums

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/values/numbers"
)

// outcome writes a result that the verb of its sentence says the other way: the
// motion was rejected by 60 votes in favour to 40 against, Leeds beat Hull 1-3.
// Where more than half is needed, or verbs of both kinds stand there, nobody can
// tell.
func (r *amountReader) outcome() {
	won, lost, ok := r.result()
	if !ok || won.Value == lost.Value {
		return
	}
	verb, carried, ok := r.decided(won.Kind == numbers.KindScore)
	if !ok || carried == (won.Value > lost.Value) {
		return
	}
	f := &fact.Total{Form: "outcome", Whole: *won.Number, Named: []string{verb}, Complete: true, Computed: lost.Value}
	f.Parts = copied([]term{*won, *lost})
	if won.Kind == numbers.KindScore {
		f.Whole.Upper, f.Parts = won.Upper, nil
	}
	r.writeTotal(f)
}

// result returns the votes for and against, or the two sides of the only score of
// the sentence, as it stands.
func (r *amountReader) result() (won, lost *term, ok bool) {
	for i := range r.nums {
		a := &r.nums[i]
		if a.Kind == numbers.KindScore && a.Upper != nil {
			if won != nil || !r.settles(a) {
				return nil, nil, false
			}
			n := *a.Number
			n.Value = *a.Upper
			won, lost = a, &term{Number: &n, from: a.from, to: a.to, lead: a.lead}
			continue
		}
		if a.Kind != numbers.KindCount || !exact(a) {
			continue
		}
		place := &won
		switch yes, no := r.cast(i); {
		case !yes && !no:
			continue
		case no:
			place = &lost
		}
		if *place != nil {
			return nil, nil, false
		}
		*place = a
	}
	return won, lost, won != nil && lost != nil
}

// settles reports whether a score is that of the vote or game that the words right
// before it name: the bill 120-250, by 250 to 120, beat Hull 1-3, won the final 1-3; not
// Hull (4-12).
func (r *amountReader) settles(a *term) bool {
	prev := r.Tok(a.lead - 1)
	return prev.Kind == page.TokenWord && (prev.Capital || prev.Of(en.By, en.Motion) || r.winsBefore(a.lead))
}

// winsBefore reports whether a verb of winning, with an object of two words at most,
// ends right before token k.
func (r *amountReader) winsBefore(k int) bool {
	s := r.D.Syntax(r.At)
	for n := k - 1; n >= 0 && n >= k-3 && r.Tok(n).Kind == page.TokenWord; n-- {
		if g, ok := s.VerbGroupAt(r.Tok(n).Span.Start); ok {
			return en.Is(s.Lemma(g.Head), en.Beat) && (n == k-1 || r.determined(n+1))
		}
	}
	return false
}

// cast reports whether number i counts votes for or against, by the word right
// behind it or its noun.
func (r *amountReader) cast(i int) (yes, no bool) {
	a := &r.nums[i]
	limit := len(r.Toks)
	if i+1 < len(r.nums) {
		limit = r.nums[i+1].lead
	}
	for k := a.to; k < min(limit, a.to+4) && r.Tok(k).Kind == page.TokenWord; k++ {
		switch t := r.Tok(k); {
		case t.Of(en.Against):
			return false, true
		case t.Of(en.For) && (r.Is(k-1, en.Voted) || k+1 == limit || r.closes(k+1) || r.Is(k+1, en.And, en.To)),
			t.Of(en.Favour):
			return true, false
		}
	}
	return false, false
}

// decided returns the verb of the sentence that says how a vote, or a game, ended.
func (r *amountReader) decided(game bool) (verb string, carried, ok bool) {
	for k := range r.Toks {
		if en.Is(r.Toks[k].Lower, en.Threshold) {
			return "", false, false
		}
	}
	s := r.D.Syntax(r.At)
	for _, g := range s.VerbGroups() {
		lemma := s.Lemma(g.Head)
		up := en.Is(lemma, en.Carried) || en.Is(lemma, en.Beat) && game && !g.Passive
		down := en.Is(lemma, en.Rejected) && !game
		if !up && !down {
			continue
		}
		if verb != "" && carried != up || g.Negated || g.Modality != syntax.Plain || g.Form == syntax.Infinitive {
			return "", false, false
		}
		verb, carried = s.Text(g.Head), up
	}
	return verb, carried, verb != ""
}

// castOf writes votes for and against that come to more than the number out of
// which they are told: of the 200 members, 120 voted for the plan and 90 against.
func (r *amountReader) castOf() {
	r.castByAll()
	if len(r.nums) != 3 {
		return
	}
	whole := &r.nums[0]
	k := r.before(whole)
	won, lost, ok := r.result()
	if !r.Is(k, en.Of) || k > 1 || !ok || !exact(whole) || whole.Kind != numbers.KindCount || won == whole || lost == whole {
		return
	}
	r.sum(whole.Number, []term{*won, *lost}, false)
}

// castByAll writes a vote of more than those who have one: the nine-member board voted
// 6-4, in a 6-4 ruling of its nine judges, the board of nine split 6-4.
func (r *amountReader) castByAll() {
	if len(r.nums) != 2 {
		return
	}
	whole, score := &r.nums[0], &r.nums[1]
	if whole.Kind == numbers.KindScore {
		whole, score = score, whole
	}
	if !whole.counts() || !exact(whole) || score.Kind != numbers.KindScore || score.Upper == nil || !r.haveVotes(whole) {
		return
	}
	if k := score.lead - 1; !r.Is(k, en.Voted, en.Ruled) && !en.Is(r.Tok(score.to).Lower, en.VotedNoun) && !r.Is(k, en.By) {
		return
	}
	a, b, ok := scored(score)
	if ok && a.Value+b.Value > whole.Value {
		r.addUp(&fact.Total{Form: "sum", Whole: *whole.Number, Parts: []fact.Number{*a, *b}})
	}
}

// haveVotes reports whether a number counts those who vote in a body: a nine-member
// board, a court of nine judges, a board of nine.
func (r *amountReader) haveVotes(a *term) bool {
	k := r.before(a)
	if a.Noun == "" {
		return r.Is(k, en.Of) && r.Is(k-1, en.VotingBody) && (r.closes(a.to) || r.verbAt(a.to))
	}
	return (lexicon.PersonWord(a.Noun) || en.Is(a.Noun, en.SeatHolder)) && (r.compoundBefore(a.to) || r.Is(k, en.Of))
}
