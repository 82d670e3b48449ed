package sums

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/values/numbers"
)

// What may stand between an amount and by how much it differs from another: a comma,
// and at most a subject with its verb.
var differenceGap = numbers.Gap{Most: jointReach, Words: true, Needs: en.SetOf(en.Comma, en.Dash, en.Bracket), Only: en.SetOf(en.Comma, en.Dash, en.Bracket),
	Bars: en.SetOf(en.And, en.Or, en.ChangeVerb).With(&en.ClauseEnd), Lets: en.SetOf(en.Which, en.That)}

// … and behind that, up to what it is compared with.
var comparedGap = numbers.Gap{Most: jointReach, Words: true, Only: en.SetOf(en.Comma, en.RelativeOpening, en.Apostrophe),
	Bars: en.SetOf(en.BalanceLink).With(&en.ClauseEnd), Lets: en.SetOf(en.RelativeOpening)}

// comparedWith reads number i as by how much the amount before it differs from
// one behind it: 500 votes, 20 more than Smith, who had 480; 85 million, 5
// million above the estimate of 80 million.
func (r *amountReader) comparedWith(i int) {
	if i == 0 || i+1 >= len(r.nums) {
		return
	}
	a, d, b := &r.nums[i-1], &r.nums[i], &r.nums[i+1]
	dir, from := r.comparison(d)
	if dir == 0 || !exact(a) || !exact(d) || !exact(b) || !alike(a, d, b) || !r.Between(a.to, d.lead, &differenceGap) || !r.standsAgainst(from, b) {
		return
	}
	if dir < 0 {
		a, b = b, a
	}
	if a.Value > b.Value {
		r.difference(d.Number, *a.Number, *b.Number)
	}
}

// comparison reads the words behind d as those of a difference, and returns its
// direction, 0 for none, and the token behind them: more than, ahead of, above.
func (r *amountReader) comparison(d *term) (dir float64, end int) {
	k := d.to
	switch {
	case r.Phrase(k, en.Comparative, en.Than):
		return r.trend(k), k + 2
	case r.Phrase(k, en.AheadOf, en.Of):
		return 1, k + 2
	case r.Phrase(k, en.ShortOf, en.Of):
		return -1, k + 2
	case r.Is(k, en.Above):
		return 1, k + 1
	case r.Is(k, en.Below):
		return -1, k + 1
	}
	return 0, 0
}

// alike reports whether the three amounts can be two and the difference of
// them.
func alike(a, d, b *term) bool {
	if a.Kind == numbers.KindPercent {
		return (d.Kind == numbers.KindPoints || d.Kind == numbers.KindPercent || en.Is(d.Noun, en.Point)) && b.Kind == numbers.KindPercent
	}
	if !a.counts() && a.Kind != numbers.KindMoney && a.Kind != numbers.KindMeasure || d.Kind == numbers.KindPercent || b.Kind == numbers.KindPercent {
		return false
	}
	return ofOneSort(a, d) && ofOneSort(a, b) && ofOneSort(d, b)
}

// ofOneSort reports whether two amounts count the same thing, or one leaves it
// to the other to say what.
func ofOneSort(a, b *term) bool {
	return sameSort(a.Number, b.Number) && (!a.counts() || !b.counts() || a.Noun == b.Noun || a.Noun == "" || b.Noun == "")
}

// standsAgainst reports whether the tokens from i on lead to b as what is
// compared with: the estimate of, the, Smith's, Smith, who had.
func (r *amountReader) standsAgainst(i int, b *term) bool {
	for k := i; k < b.lead; k++ {
		if r.Is(k, en.Comma) && !r.Is(k+1, en.OfRival) {
			return false
		}
	}
	last := b.lead - 1
	switch {
	case !r.Between(i, b.lead, &comparedGap):
		return false
	case r.Is(last, en.ClauseLink):
		return last >= i
	}
	return last > i && (r.Tok(last).Possessive || r.Content(last) || r.Is(last, en.Has, en.HadForm, en.Was))
}

// difference writes d as what lies between the larger amount hi and lo.
func (r *amountReader) difference(d *fact.Number, hi, lo fact.Number) {
	f := &fact.Total{Form: "difference", Whole: *d, Parts: []fact.Number{hi, lo}, Complete: true}
	f.Computed = numbers.Round(hi.Value - lo.Value)
	switch whole := hi.Step == 1 && lo.Step == 1; {
	case whole && hi.Kind != numbers.KindPercent:
	case whole && d.Step == 1:
		f.Tolerance = 1
	default:
		f.Tolerance = numbers.Slack(&hi) + numbers.Slack(&lo) + numbers.Slack(d)
	}
	r.writeTotal(f)
}

// A ledger says what came in, what went out and what lies between, and whether the
// words say that this is a gain, 1, or a loss, -1.
type ledger struct {
	in, out, left *term
	trend         float64
}

// balanced reads the numbers i to i+2 as a ledger: exports of 60 billion and imports
// of 40 billion, a surplus of 20 billion.
func (r *amountReader) balanced(i int) {
	if i+2 >= len(r.nums) {
		return
	}
	var l ledger
	for k := i; k < i+3; k++ {
		a := &r.nums[k]
		if !exact(a) || a.Kind != numbers.KindMoney && (!a.counts() || a.Noun != "" || a.Step < 1000) {
			return
		}
		r.enter(&l, k)
	}
	if !l.complete(&r.nums[i+1]) {
		return
	}
	hi, lo := l.in, l.out
	if hi.Value < lo.Value {
		hi, lo = lo, hi
	}
	r.difference(l.left.Number, *hi.Number, *lo.Number)
}

// complete reports whether the three amounts are there, in one currency and in an
// order that texts have, and the words agree with which is larger.
func (l *ledger) complete(second *term) bool {
	in, out, left := l.in, l.out, l.left
	if in == nil || out == nil || left == nil || in.lead > second.lead && left.lead > in.lead && out.lead > left.lead {
		return false
	}
	money := in.Kind == numbers.KindMoney || out.Kind == numbers.KindMoney || left.Kind == numbers.KindMoney
	return money && (sameSort(in.Number, out.Number) || in.Kind != out.Kind) && (l.trend == 0 || l.trend*(in.Value-out.Value) > 0)
}

// ledgerReach is within how many tokens before an amount the word stands that says
// what it is of.
const ledgerReach = 6

// enter gives number k its place in a ledger by the last word that tells it, behind
// the number before: earned, costs, a loss; took in.
func (r *amountReader) enter(l *ledger, k int) {
	a, first := &r.nums[k], 0
	if k > 0 {
		first = r.nums[k-1].to
	}
	for n := a.lead - 1; n >= first && n >= a.lead-ledgerReach; n-- {
		switch {
		case r.Is(n, en.Income, en.Outlay, en.Balance) && r.Is(n-1, en.SortNoun, en.Hyphen): // a net profit
			return
		case r.Is(n, en.Income), r.Phrase(n-1, en.Took, en.In):
			l.in = a
			return
		case r.Is(n, en.Outlay):
			l.out = a
			return
		case r.Is(n, en.Balance, en.Loss):
			l.left, l.trend = a, r.trend(n)
			return
		case r.Is(n, en.ChangeVerb, en.ChangeNoun, en.ChangeAdverb, en.TimesVerb, en.Comma, en.By, en.In), r.Meets(n, &en.ClauseEnd):
			return
		}
	}
}
