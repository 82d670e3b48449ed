package sums

import (
	"math"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/values/numbers"
)

// A deal is a number of things with the price of one and what they come to
// together; nil what the sentence does not tell.
type deal struct{ count, price, total *term }

// product writes the amount that a number of things come to, where their price is
// told too: 3,000 tickets at 20 euros each, 60,000 in all; 36 million shared among 9,000
// drivers, 4,000 for each. A sentence with two
// counts, prices or amounts can mean any of them and is left alone.
func (r *amountReader) product() {
	if len(r.nums) != 3 {
		return
	}
	var d deal
	for i := range r.nums {
		place := r.dealt(&d, &r.nums[i])
		if place == nil || *place != nil || !exact(&r.nums[i]) && !(place == &d.count && r.nums[i].Approx) {
			return
		}
		*place = &r.nums[i]
	}
	if d.price.Unit != d.total.Unit || !r.priced(&d) || !r.comesTo(&d) {
		return
	}
	r.dealOut(&d)
}

// dealt returns the part that a number has in a deal, nil for none.
func (r *amountReader) dealt(d *deal, a *term) **term {
	switch {
	case (a.Kind == numbers.KindCount && a.Noun != "" || a.Kind == numbers.KindMeasure) && a.Value >= 2:
		return &d.count
	case a.Kind == numbers.KindMoney && (r.PriceOfOne(0, a.to) || r.toEach(a)):
		return &d.price
	case a.Kind == numbers.KindMoney:
		return &d.total
	}
	return nil
}

// toEach reports whether the words before an amount give it to each: each of its 2,500
// workers a bonus of, each of them, each gets.
func (r *amountReader) toEach(a *term) bool {
	for k := a.lead - 1; k > a.lead-eachReach && !r.closes(k) && !r.Meets(k, &en.ClauseEnd); k-- {
		if r.Is(k, en.Every) {
			return r.Is(k+1, en.Of) || k+1 == a.lead || r.verbAt(k+1)
		}
	}
	return false
}

// eachReach is within how many tokens before an amount stands who each gets it. Chosen.
const eachReach = 10

// priced reports whether the price is that of one of what is counted: each, per
// ticket, to each of the families.
func (r *amountReader) priced(d *deal) bool {
	k := d.price.to
	if r.Is(k, en.IndefiniteArticle, en.Per) {
		noun, _ := lexicon.Singular(r.Tok(k + 1).Lower)
		return noun == d.count.Noun || d.count.Kind == numbers.KindMeasure && noun == d.count.Unit
	}
	return true
}

// comesTo reports whether words make the amount what all of it comes to: it took
// 60,000 euros, 60,000 euros in all, 60,000 euros for 3,000 homes.
func (r *amountReader) comesTo(d *deal) bool {
	for i := range r.nums {
		if &r.nums[i] == d.total && r.isTotal(i) {
			return true
		}
	}
	if d.total.to <= d.count.lead && r.Between(d.total.to, d.count.lead, &dealtGap) {
		return true
	}
	k := d.total.lead - 1
	if r.Is(k, en.Of) {
		return r.Is(k-1, en.Pot)
	}
	if !r.PriceOfOne(0, d.price.to) {
		return false // each paid 5,000 to enter, and the winners share 90,000
	}
	return r.Is(k, en.Takes) || r.Phrase(k-1, en.Takes, en.In) || d.total.from < d.price.from && r.Is(k, en.For) && r.closes(d.total.to)
}

// offByScale reports whether two amounts are a thousand or a million apart, which
// is told as a slip of scale.
func offByScale(a, b float64) bool {
	for _, scale := range [...]float64{1e3, 1e6} {
		if math.Abs(a/b/scale-1) < 0.1 || math.Abs(b/a/scale-1) < 0.1 {
			return true
		}
	}
	return false
}

// multiples reads what is told as a multiple of another number: 120 cases, twice
// as many as the 40 of last year; 120 cases, double the 40 in April.
func (r *amountReader) multiples() {
	for n := 1; n < len(r.nums); n++ {
		from := &r.nums[n]
		k, times := r.multipleBefore(from)
		if times == 0 || from.Bound != "" {
			continue
		}
		to := r.multiplied(n, k)
		if to == nil || !comparable(from.Number, to.Number) {
			continue
		}
		c := course{verb: k, dir: math.Copysign(1, times-1), times: times, from: from, to: to}
		r.multiple(&c)
	}
}

// multipleBefore returns the word, and the factor, that makes what stands before
// it a multiple of a; 0 for none.
func (r *amountReader) multipleBefore(a *term) (k int, times float64) {
	k = a.lead - 1
	for n := 0; n < 2 && (r.determined(k) || r.Tok(k).Possessive); n++ {
		k--
	}
	if k == a.lead-1 && !r.Is(k, en.As) {
		return 0, 0 // the 40 of last year
	}
	if r.Is(k, en.As) {
		for n := 0; n < 4 && !r.Is(k-1, en.As); n++ {
			k--
		}
		if !r.Is(k, en.Many) {
			return 0, 0
		}
		k -= 2
	}
	if r.Is(k, en.TimesVerb, en.TimesAdverb) {
		return k, lexicon.FactorOf(r.Tok(k).Lower)
	}
	if r.Is(k, en.Times) {
		if q, ok := r.Numeral(k-1, false); ok && q.To == k {
			return k - 1, q.Value
		}
	}
	return 0, 0
}

var multipliedGap = numbers.Gap{Words: true, Bars: amountWords.With(&andGap.Needs)}

// multiplied returns the number that a word of multiplying at token k tells of: the
// one before it in its clause, behind a comma or a form of be. Number n is what it
// is a multiple of.
func (r *amountReader) multiplied(n, k int) *term {
	for n--; n >= 0 && r.nums[n].to > k; n-- {
	}
	if _, bound := r.BoundBefore(k, numbers.Quantity{From: k, To: k, Kind: numbers.KindMeasure}); bound < k {
		k = bound
	}
	if n < 0 || k-r.nums[n].to > jointReach || !exact(&r.nums[n]) {
		return nil
	}
	if prev := r.Tok(k - 1); !prev.Of(en.Comma, en.Or) && !r.Is(k-1, en.Dash) {
		return nil
	}
	if !r.Between(r.nums[n].to, k-1, &multipliedGap) {
		return nil
	}
	return &r.nums[n]
}
