package sums

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
)

// comparedWith reads number i as by how much the amount before it differs from
// one behind it: 500 votes, 20 more than Smith, who had 480; 85 million, 5
// million above the estimate of 80 million.
func (r *amountReader) comparedWith(i int) {
	if i == 0 || i+1 >= len(r.nums) {
		return
	}
	a, d, b := &r.nums[i-1], &r.nums[i], &r.nums[i+1]
	dir, from := r.comparison(d)
	if dir == 0 || !exact(a) || !exact(d) || !exact(b) || d.lead-a.to > jointReach || b.lead-from > jointReach {
		return
	}
	if !r.alike(a, d, b) || !r.leadsOn(a.to, d.lead) || !r.standsAgainst(from, b) {
		return
	}
	if dir < 0 {
		a, b = b, a
	}
	if a.Value > b.Value {
		r.difference(d.Number, *a.Number, *b.Number)
	}
}

// exact reports whether the words commit themselves to one value.
func exact(a *term) bool { return a.Upper == nil && !a.Approx && a.Bound == "" }

// comparison reads the words behind d as those of a difference, and returns its
// direction, 0 for none, and the token behind them: more than, ahead of, above.
func (r *amountReader) comparison(d *term) (dir float64, end int) {
	k := d.to
	switch {
	case r.Is(k, en.Comparative) && r.Is(k+1, en.Than):
		return r.trend(k), k + 2
	case r.Is(k, en.AheadOf) && r.Is(k+1, en.Of):
		return 1, k + 2
	case r.Is(k, en.ShortOf) && r.Is(k+1, en.Of):
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
func (r *amountReader) alike(a, d, b *term) bool {
	if a.Kind == numbers.KindPercent {
		return (d.Kind == numbers.KindPoints || d.Kind == numbers.KindPercent || d.Noun == "point") && b.Kind == numbers.KindPercent
	}
	if a.Kind != numbers.KindCount && a.Kind != numbers.KindMoney && a.Kind != numbers.KindMeasure || d.Kind == numbers.KindPercent || b.Kind == numbers.KindPercent {
		return false
	}
	return ofOneSort(a, d) && ofOneSort(a, b) && ofOneSort(d, b)
}

// ofOneSort reports whether two amounts count the same thing, or one leaves it
// to the other to say what.
func ofOneSort(a, b *term) bool {
	if !sameSort(a.Number, b.Number) {
		return false
	}
	return a.Kind != numbers.KindCount || b.Kind != numbers.KindCount || a.Noun == b.Noun || a.Noun == "" || b.Noun == ""
}

// leadsOn reports whether the tokens from i up to k go on from the first amount
// to its difference: a comma, and at most a subject with its verb between.
func (r *amountReader) leadsOn(i, k int) bool {
	comma := false
	for ; i < k; i++ {
		t := r.Tok(i)
		switch {
		case t.Of(en.Comma), r.Is(i, en.Dash), t.Of(en.Bracket):
			comma = true
		case t.Of(en.Which, en.That):
		case t.Kind != page.TokenWord, t.Of(en.And, en.Or), r.Is(i, en.AmountStop), r.Is(i, en.ChangeVerb):
			return false
		}
	}
	return comma
}

// standsAgainst reports whether the tokens from i on lead to b as what is
// compared with: the estimate of, the, Smith's, Smith, who had.
func (r *amountReader) standsAgainst(i int, b *term) bool {
	first := i
	for ; i < b.lead; i++ {
		t := r.Tok(i)
		switch {
		case t.Of(en.Comma):
			if n := r.Tok(i + 1); !n.Of(en.Who, en.Which, en.Whose, en.With, en.On, en.At) {
				return false
			}
		case t.Of(en.RelativeOpening):
		case t.Of(en.Apostrophe):
		case t.Kind != page.TokenWord, t.Of(en.BalanceLink), r.Is(i, en.AmountStop):
			return false
		}
	}
	prev := r.Tok(b.lead - 1)
	switch {
	case prev.Of(en.ClauseLink):
		return b.lead > first
	}
	return b.lead-1 > first && (prev.Possessive || prev.Kind == page.TokenWord && !lexicon.ClosedWord(prev.Lower) || prev.Of(en.HadWord, en.Has, en.Was))
}

// difference writes d as what lies between the larger amount hi and lo.
func (r *amountReader) difference(d *fact.Number, hi, lo fact.Number) {
	f := &fact.Total{Form: "difference", Whole: *d, Parts: []fact.Number{hi, lo}, Complete: true}
	f.Computed = numbers.Round(hi.Value - lo.Value)
	if hi.Kind == numbers.KindPercent || hi.Step != 1 || lo.Step != 1 {
		f.Tolerance = half(&hi) + half(&lo) + half(d)
		if hi.Step == 1 && lo.Step == 1 && d.Step == 1 {
			f.Tolerance = 1
		}
	}
	r.writeTotal(f)
}

// balanced reads the numbers i to i+2 as what came in, what went out and what
// lies between: exports of 60 billion and imports of 40 billion, a surplus of
// 20 billion.
func (r *amountReader) balanced(i int) {
	if i+2 >= len(r.nums) {
		return
	}
	var in, out, left *term
	dir := 0.0
	for k := i; k < i+3; k++ {
		a := &r.nums[k]
		if !exact(a) || a.Kind != numbers.KindMoney && (a.Kind != numbers.KindCount || a.Noun != "" || a.Step < 1000) {
			return
		}
		switch entry, trend := r.ledger(k); entry {
		case en.Income:
			in = a
		case en.Outlay:
			out = a
		case en.Balance:
			left, dir = a, trend
		}
	}
	if in == nil || out == nil || left == nil || in.lead > r.nums[i+1].lead && left.lead > in.lead && out.lead > left.lead {
		return
	}
	if !sameSort(in.Number, out.Number) && in.Kind == out.Kind || in.Kind != numbers.KindMoney && out.Kind != numbers.KindMoney && left.Kind != numbers.KindMoney {
		return
	}
	hi, lo := in, out
	if hi.Value < lo.Value {
		hi, lo = out, in
	}
	if dir != 0 && dir*(in.Value-out.Value) <= 0 {
		return
	}
	r.difference(left.Number, *hi.Number, *lo.Number)
}

// ledger says whether number k came in, went out or was left, by the last word of
// these before it, behind the number before it; 0 for none. The trend is that of
// what was left.
func (r *amountReader) ledger(k int) (entry en.Class, trend float64) {
	first := 0
	if k > 0 {
		first = r.nums[k-1].to
	}
	for n := r.nums[k].lead - 1; n >= first && n > r.nums[k].lead-7; n-- {
		for _, entry := range [...]en.Class{en.Income, en.Outlay, en.Balance} {
			if r.Is(n, entry) && r.narrower(n-1) {
				return 0, 0
			}
			if r.Is(n, entry) {
				return entry, r.trend(n)
			}
		}
		switch {
		case r.Is(n, en.Loss):
			return en.Balance, -1
		case r.Is(n, en.In) && r.Is(n-1, en.Took):
			return en.Income, 0
		case r.Is(n, en.ChangeVerb, en.ChangeNoun, en.ChangeAdverb, en.TimesVerb, en.AmountStop, en.Comma, en.By, en.In):
			return 0, 0
		}
	}
	return 0, 0
}

// narrower reports whether the word at token k says that not all that came in
// or went out is counted: a net profit, the operating surplus.
func (r *amountReader) narrower(k int) bool {
	if r.Is(k, en.SortNoun) {
		return true
	}
	return r.Is(k, en.Hyphen)
}
