package conversions

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// price reads a number of shares at token i with what they cost together:
// "162 million shares worth 1.2 billion dollars".
func (c *converter) price(a *stated) (stated, bool) {
	k := a.to
	for n := 0; n < 3 && c.Tok(k).Kind == page.TokenWord && !c.Is(k, en.Shares); n++ {
		k++
	}
	if !c.Is(k, en.Shares) || a.high != nil {
		return stated{}, false
	}
	k++
	for n := 0; n < 5 && !c.Is(k, en.Worth, en.Valued); n++ {
		if c.Tok(k).Kind != page.TokenWord && !c.Is(k, en.Comma) {
			return stated{}, false
		}
		k++
	}
	for k++; c.Tok(k).Kind == page.TokenWord && !c.MayOpen(k); k++ {
		if _, n := lexicon.LongestBound(c.Ahead(k)); n == 0 && !lexicon.EqualWord(c.Tok(k).Lower) {
			return stated{}, false
		}
	}
	b, ok := c.amount(k)
	if ok = ok && b.kind == numbers.KindMoney && b.high == nil; ok {
		b.kind, a.kind, a.unit, a.key = kindPrice, kindPrice, "share", "share"
	}
	return b, ok
}

// rated adds the rates on record for the currencies of a and b. Of currencies
// that share a name those count whose rates come nearest.
func (c *converter) rated(f *fact.Conversion, a, b *stated) {
	days := c.D.Published.Days()
	if a.kind != numbers.KindMoney || len(days) == 0 {
		return
	}
	from, to := c.years(days)
	best := math.Inf(1)
	for _, x := range a.currencies() {
		for _, y := range b.currencies() {
			low, high, ok := rateBetween(x, y, from, to)
			if !ok {
				continue
			}
			if off := max(low/f.Rate, f.Rate/high, 1); off < best {
				best = off
				f.Low, f.High, f.RecordSaid = &low, &high, sayRates(low, high, x, y)
			}
		}
	}
	if f.Low != nil {
		f.Years = fmt.Sprintf("%d to %d", from, to)
	}
}

// currencies returns the ISO 4217 codes that an amount of money can be in.
func (a *stated) currencies() []string {
	if a.unit == "XXX" {
		return lexicon.CurrenciesCalled(a.key)
	}
	return []string{a.unit}
}

// rateBetween returns between which bounds one currency bought another in the
// years from through to.
func rateBetween(a, b string, from, to int) (low, high float64, ok bool) {
	lowA, highA, okA := lexicon.DollarRate(a, from, to)
	lowB, highB, okB := lexicon.DollarRate(b, from, to)
	if !okA || !okB || a == b || lowA <= 0 || lowB <= 0 {
		return 0, 0, false
	}
	return lowB / highA, highB / lowA, true
}

// years returns the years that rates can be of: that of publication, the year
// before, and back to the first that the sentence tells of.
func (c *converter) years(days []timeline.Day) (from, to int) {
	from, _, _ = days[0].Civil()
	to, _, _ = days[len(days)-1].Civil()
	from--
	for _, t := range c.Times {
		if !t.When.Known() || t.When.From.Open() {
			continue
		}
		if y, _, _ := t.When.From.Day().Civil(); y < from {
			from = y
		}
	}
	return from, to
}

// A pairRate is a conversion among those between the same two units.
type pairRate struct {
	at   int     // its index
	rate float64 // of the second unit of the pair's key by the first
}

// compareRates tells each conversion of money and shares what the others
// between the same two say.
func (c *converter) compareRates() {
	groups := map[string][]pairRate{}
	var order []string
	for i, f := range c.out {
		if f.Kind == numbers.KindMeasure || f.Rate <= 0 || math.IsInf(f.Rate, 0) {
			continue
		}
		p := c.keys[i]
		key, rate := p.a+" "+p.b, f.Rate
		if p.b < p.a {
			key, rate = p.b+" "+p.a, 1/rate
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], pairRate{i, rate})
	}
	for _, key := range order {
		c.compareGroup(groups[key])
	}
	for i, f := range c.out {
		c.rateFix(f, &c.keys[i])
	}
}

// rateFix offers the second amount at the usual rate, or else at the middle of
// those on record.
func (c *converter) rateFix(f *fact.Conversion, p *unitPair) {
	rate := 0.0
	switch {
	case f.Kind == numbers.KindMeasure || f.First.Value == 0:
		return
	case f.Usual != nil:
		rate = *f.Usual
	case f.Low != nil:
		rate = (*f.Low + *f.High) / 2
	default:
		return
	}
	f.Correct = p.y.like(f.First.Value * rate)
	text := p.head + f.Correct + p.tail
	f.Fixes = []fact.Fix{{Message: "at " + sayRate(rate, p.a, p.b) + " it would be “" + text + "”", Replacement: text}}
}

// alike is how far apart two rates are that are taken as one, as a factor.
const alike = 1.1

func (c *converter) compareGroup(group []pairRate) {
	if len(group) < 2 {
		return
	}
	slices.SortStableFunc(group, func(x, y pairRate) int { return cmp.Compare(x.rate, y.rate) })
	for i, p := range group {
		rest := (len(group) - 1) / 2 // the middle of the others
		if rest >= i {
			rest++
		}
		middle := group[rest]
		f, other := c.out[p.at], c.out[middle.at]
		from := sort.Search(len(group), func(k int) bool { return group[k].rate >= middle.rate/alike })
		to := sort.Search(len(group), func(k int) bool { return group[k].rate > middle.rate*alike })
		f.Agree = int64(to - from)
		if from <= i && i < to {
			f.Agree--
		}
		usual := middle.rate
		if k := c.keys[p.at]; k.b < k.a {
			usual = 1 / usual
		}
		f.Usual, f.UsualSaid = &usual, sayRate(usual, c.keys[p.at].a, c.keys[p.at].b)
		f.Against = &fact.Note{At: other.At, Message: "the rate here is " + other.RateSaid}
		c.judge(f, other, len(group))
	}
}

// judge decides whether f is to be named where it disagrees with other.
func (c *converter) judge(f, other *fact.Conversion, n int) {
	switch {
	case n > 2:
		f.Odd = f.Agree*2 > int64(n-1)
	case onRecord(f) != onRecord(other):
		f.Odd = onRecord(other)
	default:
		f.Odd = f.At.Span.Start > other.At.Span.Start
	}
}

// onRecord reports whether the rate is one of those on record, but for a tenth.
func onRecord(f *fact.Conversion) bool {
	return f.Low != nil && *f.Low/alike <= f.Rate && f.Rate <= *f.High*alike
}

// sayRate writes how many b one a is, or how many a one b is if that is more
// than one: "890 KRW to the USD".
func sayRate(rate float64, a, b string) string {
	if rate < 1 {
		rate, a, b = 1/rate, b, a
	}
	return showRate(rate) + " " + b + " to the " + a
}

// sayRates writes a range of rates so.
func sayRates(low, high float64, a, b string) string {
	if low < 1 {
		low, high, a, b = 1/high, 1/low, b, a
	}
	return showRate(low) + " to " + sayRate(max(high, 1), a, b)
}

// showRate writes a rate with three digits that count.
func showRate(v float64) string {
	w := written{scale: 1, step: 1, places: max(0, 2-int(math.Floor(math.Log10(math.Abs(v)))))}
	return w.like(v)
}
