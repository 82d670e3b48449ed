package sums

import (
	"math"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/values/numbers"
)

// shareOf reads number i as a part of a whole whose share is said too: 12 of
// the 50 members, or 24 percent.
func (r *amountReader) shareOf(i int) {
	if i+1 >= len(r.nums) {
		return
	}
	a, b, c := &r.nums[i], &r.nums[i+1], (*term)(nil)
	if i+2 < len(r.nums) {
		c = &r.nums[i+2]
	}
	switch {
	case c == nil:
		r.sameShare(a, b)
	case r.outOf(a, b) && isShare(c) && r.restated(b.to, c.lead):
		r.share(a, b, c)
	case r.wholeFirst(a, b) && anyShare(c) && (r.restated(b.to, c.lead) || r.rated(b.to, c.lead)):
		r.share(b, a, c)
	case a.counts() && a.Upper == nil && a.Bound == "" && isShare(b) && r.restated(a.to, b.lead) && r.outOfAll(b, c):
		r.share(a, c, b)
	case isShare(a) && r.outOf(b, c) && r.restated(a.to, b.lead):
		r.share(b, c, a)
	case isShare(a) && b.counts() && c.counts() && r.wholeOf(a, b) && c.Value < b.Value && r.restated(b.to, c.lead) && ofNoun(c, b) && r.closes(c.to):
		r.shareCount(a, b, c)
	default:
		r.sameShare(a, b)
	}
}

// ofNoun reports whether a part can be one of a whole by its noun.
func ofNoun(part, whole *term) bool {
	return part.Noun == "" || part.Noun == whole.Noun || lexicon.PersonWord(part.Noun) && lexicon.PersonWord(whole.Noun)
}

// wholeFirst reports whether b is counted out of a before it: of the 50
// members, 12.
func (r *amountReader) wholeFirst(a, b *term) bool {
	k := r.before(a)
	if !a.counts() || !b.counts() || b.Noun != "" && b.Noun != a.Noun || b.Value >= a.Value || !exact(a) || !exact(b) || !r.Is(k, en.Of) {
		return false
	}
	return r.Is(a.to, en.Comma) && b.lead == a.to+1 || k <= 1 && r.sameClause(a.to, b.lead)
}

var clauseGap = numbers.Gap{Words: true, Only: en.SetOf(en.Comma), Bars: en.SetOf(en.Conjoins).With(&en.ClauseEnd), Lets: en.SetOf(en.RelativeOpening, en.That)}

// sameClause reports whether no mark but one comma and no conjunction stands
// among the tokens from i up to k.
func (r *amountReader) sameClause(i, k int) bool {
	commas := 0
	for n := i; n < k; n++ {
		if r.Is(n, en.Comma) {
			commas++
		}
	}
	return commas <= 1 && r.Between(i, k, &clauseGap)
}

// rated reports whether the tokens from i up to k say that what follows is the
// share just told: 1,125 have died, a rate of; 45 held nitrate, or.
func (r *amountReader) rated(i, k int) bool {
	if k-i > jointReach {
		return false
	}
	for _, words := range rateOpenings {
		if from := k - len(words); from > i && r.Phrase(from, words...) {
			return r.sameClause(i, from)
		}
	}
	return false
}

// rateOpenings are what may stand between a clause and the share of what it tells.
var rateOpenings = append([][]en.Class{{en.Comma, en.Fixing, en.Rate, en.Of}}, restatements...)

// outOfAll reports whether the share a is of c, which is counted right behind
// what has it: 4.2 percent of the population of 64.6 million.
func (r *amountReader) outOfAll(a, c *term) bool {
	k := c.lead - 1
	return a.Of != "" && c.counts() && exact(c) && c.lead-a.to <= 6 && r.sameClause(a.to, c.lead) && (r.Is(k, en.Of, en.Fixing) || r.Tok(k).Possessive)
}

// wholeOf reports whether the share a is of b: half of the 300 workers, a
// quarter of the company's 800 workers.
func (r *amountReader) wholeOf(a, b *term) bool {
	return r.Is(a.to, en.Of) && b.lead-a.to <= 3 || b.lead == a.to && a.Of != "" && r.Tok(a.to-1).Possessive
}

func isShare(a *term) bool { return anyShare(a) && a.Bound == "" }

// anyShare reports whether a is a share, one that is bounded too.
func anyShare(a *term) bool {
	return (a.Kind == numbers.KindPercent || a.Kind == numbers.KindShare) && a.Upper == nil
}

// restatements are what may stand between an amount and the same amount once more.
var restatements = [][]en.Class{
	{en.Comma}, {en.Bracket}, {en.Or}, {en.Dash}, {en.Hyphen}, {en.Comma, en.Or}, {en.Hyphen, en.Hyphen},
	{en.Dash, en.Or}, {en.Bracket, en.Or}, {en.Comma, en.That, en.IsForm}, {en.Comma, en.Which, en.IsForm},
}

// restated reports whether the tokens from i up to k give the amount before
// once more: "or", a comma, a bracket.
func (r *amountReader) restated(i, k int) bool {
	if k-i < 1 || k-i > 5 {
		return false
	}
	for i < k-1 && r.Content(i) { // 12 of the 50 members present
		i++
	}
	for _, words := range restatements {
		if len(words) == k-i && r.Phrase(i, words...) {
			return true
		}
	}
	return false
}

// share writes the share that a part is of a whole.
func (r *amountReader) share(part, of, share *term) {
	f := &fact.Total{Form: "share", Whole: *share.Number, Parts: copied([]term{*part, *of}), Complete: true}
	v := part.Value / of.Value
	f.Computed, f.Tolerance = numbers.Round(v*unitsOf(share)), numbers.PercentSlack(share.Number)*unitsOf(share)/100
	f.Tolerance += f.Computed * numbers.Roughness(of.Number)
	if part.Approx {
		f.Tolerance += f.Computed * numbers.Roughness(part.Number)
	}
	if allowsMore(share.Number) && f.Computed >= share.Value || allowsLess(share.Number) && f.Computed <= share.Value {
		return
	}
	r.writeTotal(f)
}

// unitsOf returns how many of the unit of a share make the whole: 100 of a percentage.
func unitsOf(share *term) float64 {
	if share.Kind == numbers.KindPercent {
		return 100
	}
	return 1
}

// shareCount reads "half of the 300 workers, 150 people".
func (r *amountReader) shareCount(share, of, part *term) {
	f := &fact.Total{Form: "share", Whole: *part.Number, Parts: copied([]term{*share, *of}), Complete: true}
	f.Computed = numbers.Round(math.Round(share.Value / unitsOf(share) * of.Value))
	f.Tolerance = numbers.PercentSlack(share.Number) / 100 * of.Value
	r.writeTotal(f)
}

// sameShare reads a share that is given as a fraction and a percentage: one in
// five (20 percent).
func (r *amountReader) sameShare(a, b *term) {
	if !isShare(a) || !isShare(b) || a.Kind == b.Kind || !r.restated(a.to, b.lead) {
		return
	}
	f := &fact.Total{Form: "share", Whole: *b.Number, Parts: copied([]term{*a}), Complete: true}
	f.Computed = numbers.Round(a.Value / unitsOf(a) * unitsOf(b))
	f.Tolerance = (numbers.PercentSlack(a.Number) + numbers.PercentSlack(b.Number)) * unitsOf(b) / 100
	r.writeTotal(f)
}

// overFull writes the shares of one whole that pass a hundred percent, and those of
// which the last is what is left over and that do not come to it: 43 percent for and
// the other 50 against.
func (r *amountReader) overFull() {
	parts := r.percentages()
	if len(parts) < 2 || !r.polled(parts) {
		return
	}
	f := &fact.Total{Form: formPercentages, Whole: *parts[len(parts)-1].Number, Parts: copied(parts), Computed: numbers.Round(sumOf(parts))}
	f.Whole.Value = 100
	for i := range parts {
		p := &parts[i]
		if p.Approx || p.Bound != "" || p.Value >= 100 || p.Of != "" && parts[0].Of != "" && p.Of != parts[0].Of {
			return // of men, of women
		}
		f.Tolerance += p.Step / 2
	}
	f.Complete = f.Computed < 100 && r.rest(parts)
	if f.Computed > 100 || f.Complete {
		r.writeTotal(f)
	}
}

// percentages returns the first percentage of the sentence with the percentages and
// the bare counts that stand close behind it.
func (r *amountReader) percentages() []term {
	first := 0
	for first < len(r.nums) && r.nums[first].Kind != numbers.KindPercent {
		first++
	}
	end := first + 1
	for ; end < len(r.nums) && end < first+maxParts; end++ {
		a := &r.nums[end]
		if a.Kind != numbers.KindPercent && !(a.counts() && a.Noun == "") || a.lead-r.nums[end-1].to > jointReach || a.Upper != nil {
			break
		}
	}
	return r.nums[min(first, len(r.nums)):min(end, len(r.nums))]
}

// polled reports whether the words behind the shares are answers of which
// everybody gives one: for, against and undecided.
func (r *amountReader) polled(parts []term) bool {
	yes, no, open := false, false, false
	for i := range parts {
		limit := len(r.Toks)
		if i+1 < len(parts) {
			limit = parts[i+1].lead
		}
		for k := parts[i].to; k < min(limit, parts[i].to+8); k++ {
			if r.Is(k, en.ChangeVerb, en.ChangeAdverb, en.ChangeNoun) {
				return false
			}
			y, n, o := r.answered(k)
			yes, no, open = yes || y || en.Is(parts[i].Of, en.Vote), no || n, open || o
		}
	}
	return yes && no || open && len(parts) > 2
}

// answered reads what a word says of an answer in a poll: with it, against it,
// or neither.
func (r *amountReader) answered(k int) (yes, no, open bool) {
	if !r.Is(k, en.NotWord) {
		return r.Is(k, en.YesWord), r.Is(k, en.NoWord), r.Is(k, en.OpenAnswer)
	}
	both := r.closes(k+1) || r.Is(k+1, en.And, en.While) // 50 percent want it, 40 percent do not
	return both, both, r.Is(k+1, en.NoAnswer)
}

// formPercentages is the form of shares that are to make a hundred, see fact.Total.Form.
const formPercentages = "percentages"
