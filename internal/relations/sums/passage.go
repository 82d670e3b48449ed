package sums

import (
	"math"
	"slices"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/values/numbers"
)

// passageReach is how many sentences before one the amounts stand that it reckons with.
// Chosen.
const passageReach = 3

// A toldSentence keeps what a sentence told in numbers for those behind it.
type toldSentence struct {
	at   int // which sentence
	list []*fact.Number
	deal *deal // an amount that is shared by those counted, nil for none
}

// keep remembers the numbers of the sentence, and forgets those out of reach.
func (r *amountReader) keep() {
	if len(r.told) > passageReach {
		r.told = append(r.told[:0], r.told[1:]...)
	}
	t := toldSentence{at: r.At}
	for i := range r.nums {
		t.list = append(t.list, r.nums[i].Number)
	}
	t.deal = r.sharedOut()
	r.told = append(r.told, t)
}

// back returns what the sentence n before told, nil where that had no number or stands
// in another part of the page.
func (r *amountReader) back(n int) *toldSentence {
	for i := range r.told {
		if t := &r.told[i]; t.at == r.At-n && r.D.Parsed[t.at].Zone == r.D.Parsed[r.At].Zone {
			return t
		}
	}
	return nil
}

// passages reads amounts that the sentences before divide, sum up or multiply.
func (r *amountReader) passages() {
	if len(r.nums) == 0 {
		return
	}
	r.setOf()
	r.partsOfWhich()
	r.perMany()
	r.record()
	if len(r.told) > 0 {
		r.together()
		r.remainder()
		r.each()
	}
}

// onlyCount returns the only count of a sentence, with its noun; nil if there is none,
// or several, or the words leave it open.
func (t *toldSentence) onlyCount() *fact.Number {
	var out *fact.Number
	for _, n := range t.list {
		if n.Kind != numbers.KindCount {
			continue
		}
		if out != nil {
			return nil
		}
		out = n
	}
	if out == nil || out.Noun == "" || !exact(&term{Number: out}) || out.Value < 3 {
		return nil
	}
	return out
}

// setOf reads a part of what the sentence before counted, more than which it cannot be:
// "Of these 96, or 15 percent, had faults", "Fifty-one of them were hurt"; with its
// share, "54 of them, or 12 percent", "250 had been drinking, which is 5 percent of
// those stopped".
func (r *amountReader) setOf() {
	t := r.back(1)
	if t == nil {
		return
	}
	part := &r.nums[0]
	whole := t.onlyCount()
	if whole == nil || !part.counts() || part.Upper != nil || part.lead > openingReach || part.Noun != "" && part.Noun != whole.Noun {
		return
	}
	taken := r.takesUp(part)
	if taken && exact(part) && part.Value > whole.Value {
		r.writeTotal(&fact.Total{Form: "sum", Whole: *whole, Parts: copied([]term{*part}), Computed: part.Value})
		return
	}
	if len(r.nums) < 2 || part.Value > whole.Value || part.Bound != "" {
		return
	}
	share := &r.nums[1]
	switch {
	case !isShare(share):
	case taken && r.restated(r.behindSet(part), share.lead),
		r.Is(share.to, en.Of) && r.Is(share.to+1, en.ThemAll) && r.Between(part.to, share.lead, &whichGap):
		r.share(part, &term{Number: whole}, share)
	}
}

// openingReach is how many tokens may stand before a number with which a sentence opens:
// Of these, Some.
const openingReach = 3

// whichGap leads from a part to its share: which is.
var whichGap = numbers.Gap{Most: jointReach, Needs: en.SetOf(en.Which, en.Or), Bars: en.SetOf(en.Semicolon).With(&en.ClauseEnd), Lets: en.SetOf(en.Which)}

// takesUp reports whether the words beside a count make it one of those counted before:
// 54 of them, Of these 96.
func (r *amountReader) takesUp(a *term) bool {
	if r.Is(a.to, en.Of) && r.Is(a.to+1, en.ThemAll) {
		return r.closes(a.to+2) || !r.Content(a.to+2) || r.verbAt(a.to+2)
	}
	return r.Is(0, en.Of) && r.Is(1, en.ThemAll) && (a.lead == 2 || a.lead == 3 && r.Is(2, en.Comma))
}

// behindSet returns the token behind a part and "of them".
func (r *amountReader) behindSet(a *term) int {
	if r.Is(a.to, en.Of) {
		return a.to + 2
	}
	return a.to
}

// verbAt reports whether a finite verb begins at token k.
func (r *amountReader) verbAt(k int) bool {
	g, ok := r.D.Syntax(r.At).VerbGroupAt(r.Tok(k).Span.Start)
	return ok && r.D.Syntax(r.At).Tokens()[g.First].Start == r.Tok(k).Span.Start
}

// partsOfWhich reads a part behind its whole that is more than it: 300 seats, 340 of
// which were sold.
func (r *amountReader) partsOfWhich() {
	for i := 1; i < len(r.nums); i++ {
		whole, part := &r.nums[i-1], &r.nums[i]
		if !whole.counts() || whole.Noun == "" || !part.counts() || part.Noun != "" || !exact(whole) || !exact(part) || part.Value <= whole.Value {
			continue
		}
		if r.Is(part.to, en.Of) && r.Is(part.to+1, en.PartPronoun) && r.Is(part.lead-1, en.Comma) && part.lead == whole.to+1 {
			r.writeTotal(&fact.Total{Form: "sum", Whole: *whole.Number, Parts: copied([]term{*part}), Computed: part.Value})
		}
	}
}

// perMany reads a rate for so many with what it is the rate of: 84 murders in a city of
// 700,000, 12 per 100,000.
func (r *amountReader) perMany() {
	for i := 0; i+1 < len(r.nums); i++ {
		rate, base := &r.nums[i], &r.nums[i+1]
		if !rate.counts() || !exact(rate) || !roundBase(base) || !r.Is(base.lead-1, en.Per, en.Every) || base.lead-rate.to > 3 {
			continue
		}
		if n, of := r.countedFor(i, rate, base); n != nil {
			r.rateOf(n, of, rate, base.Value)
		}
	}
}

// roundBase reports whether rates are told per so many: 1,000, 10,000, 100,000, a million.
func roundBase(a *term) bool {
	if !a.counts() || !exact(a) || a.Value < 1000 {
		return false
	}
	return numbers.Noughts(a.Value) == a.Value
}

// countedFor returns the two counts that the rate of number i tells of, what happened and to
// how many it could: the only two besides it in the sentence, or with the one before.
func (r *amountReader) countedFor(i int, rate, base *term) (n, of *fact.Number) {
	var list []*fact.Number
	for k := range r.nums {
		if k != i && k != i+1 {
			list = append(list, r.nums[k].Number)
		}
	}
	if t := r.back(1); t != nil && len(list) == 1 {
		list = append(list, t.list...)
	}
	if len(list) != 2 {
		return nil, nil
	}
	n, of = list[0], list[1]
	if n.Value > of.Value {
		n, of = of, n
	}
	many := of.Noun == "" || lexicon.PersonWord(of.Noun) || of.Noun == base.Noun
	if !many || n.Noun == "" || of.Value < base.Value/10 || !exact(&term{Number: n}) || of.Upper != nil || of.Bound != "" ||
		n.Kind != numbers.KindCount || of.Kind != numbers.KindCount || rate.Noun != "" && rate.Noun != n.Noun {
		return nil, nil
	}
	return n, of
}

// rateSlack is by which part a rate may be off, for populations are rounded. Chosen.
const rateSlack = 0.06

// rateOf writes the rate of n in of for so many, base.
func (r *amountReader) rateOf(n, of *fact.Number, rate *term, base float64) {
	f := &fact.Total{Form: "share", Whole: *rate.Number, Parts: []fact.Number{*n, *of}, Complete: true}
	f.Computed = numbers.Round(n.Value / of.Value * base)
	if step := rate.Step; step >= 1 {
		f.Computed = math.Round(f.Computed)
	}
	f.Tolerance = f.Computed*(rateSlack+numbers.Roughness(of)+numbers.Roughness(n)) + numbers.Slack(rate.Number)
	r.writeTotal(f)
}

// together reads the sum of what the sentence before told: "Together they lost 12
// million pounds."
func (r *amountReader) together() {
	t := r.back(1)
	if t == nil || !r.sumsUp() {
		return
	}
	whole := &r.nums[0]
	if !exact(whole) || len(r.nums) > 1 && sameSort(r.nums[1].Number, whole.Number) {
		return
	}
	parts := t.alike(whole.Number)
	if len(parts) < 2 || len(parts) > maxParts || len(parts) < len(t.list) && len(parts) != 2 {
		return
	}
	r.addUp(&fact.Total{Form: "sum", Whole: *whole.Number, Parts: parts, Complete: true})
}

// sumsUp reports whether the sentence opens with a word for the sum of what was told.
func (r *amountReader) sumsUp() bool {
	return r.Is(0, en.Together) || r.Is(0, en.Totals) || r.Phrase(0, en.In, en.All) || r.Phrase(0, en.In, en.Total)
}

// alike returns copies of the amounts of a sentence that can be parts of whole: nil
// where one of its sort is not, as a range or a bound.
func (t *toldSentence) alike(whole *fact.Number) []fact.Number {
	var out []fact.Number
	for _, n := range t.list {
		if n.Kind != whole.Kind || n.Unit != whole.Unit {
			continue
		}
		if n.Upper != nil || n.Bound != "" || n.Kind == numbers.KindCount && n.Noun != "" && whole.Noun != "" && n.Noun != whole.Noun {
			return nil
		}
		out = append(out, *n)
	}
	return out
}

// remainder reads the last part of what a sentence before gave as a whole, where each
// sentence since has told a part: "The budget is 2.4 million. Staff cost 1.8 million.
// Heating and repairs take the other 0.6 million."
func (r *amountReader) remainder() {
	last := &r.nums[len(r.nums)-1]
	if !r.isRest(last) || !exact(last) || r.Is(last.to, en.Remainder) || last.Kind == numbers.KindPercent || last.counts() && lexicon.PersonWord(last.Noun) {
		return
	}
	parts := copied(r.nums)
	for n := 1; n <= passageReach; n++ {
		t := r.back(n)
		if t == nil {
			return
		}
		if whole := t.wholeOf(parts); whole != nil && len(parts) > 1 && r.back(n+1).silentOn(whole) {
			r.addUp(&fact.Total{Form: "sum", Whole: *whole, Parts: parts, Complete: true})
			return
		}
		before := t.alike(last.Number)
		if len(before) != len(t.list) {
			return
		}
		parts = append(before, parts...)
	}
}

// silentOn reports whether a sentence, nil for one without a number, tells no amount of
// the sort of n.
func (t *toldSentence) silentOn(n *fact.Number) bool {
	return t == nil || !slices.ContainsFunc(t.list, func(o *fact.Number) bool { return sameSort(o, n) })
}

// wholeOf returns the only number of a sentence if the parts can be those of it: it is
// of their sort and larger than each.
func (t *toldSentence) wholeOf(parts []fact.Number) *fact.Number {
	if len(t.list) != 1 || !exact(&term{Number: t.list[0]}) || t.list[0].Kind == numbers.KindCount && t.list[0].Noun == "" {
		return nil
	}
	whole := t.list[0]
	for i := range parts {
		p := &parts[i]
		if !sameSort(whole, p) || p.Value >= whole.Value || !exact(&term{Number: p}) || p.Noun != "" && p.Noun != whole.Noun {
			return nil
		}
	}
	return whole
}

// sharedOut returns the amount of money of the sentence with those among whom it is
// dealt out, where it tells nothing else in numbers: 6 million among 3,000 workers.
func (r *amountReader) sharedOut() *deal {
	if len(r.nums) != 2 {
		return nil
	}
	total, count := r.nums[0], r.nums[1]
	if total.Kind != numbers.KindMoney || !count.counts() || count.Noun == "" || !exact(&total) || count.Upper != nil || !r.Between(total.to, count.lead, &dealtGap) {
		return nil
	}
	return &deal{count: &count, total: &total}
}

// dealtGap leads from what is dealt out to those who get it.
var dealtGap = numbers.Gap{Most: 6, Needs: en.SetOf(en.DealtTo), Bars: en.SetOf(en.And, en.Comma, en.Semicolon).With(&en.ClauseEnd)}

// each reads what each gets of what the sentence before deals out: "Each gets 2,000
// pounds."
func (r *amountReader) each() {
	t := r.back(1)
	price := &r.nums[0]
	if t == nil || t.deal == nil || len(r.nums) != 1 || !r.Is(0, en.Every) || price.Kind != numbers.KindMoney || price.Unit != t.deal.total.Unit || !exact(price) {
		return
	}
	d := deal{count: t.deal.count, total: t.deal.total, price: price}
	r.dealOut(&d)
}

// dealOut writes what a deal comes to, if it is told otherwise.
func (r *amountReader) dealOut(d *deal) {
	f := &fact.Total{Form: "product", Whole: *d.total.Number, Parts: copied([]term{*d.count, *d.price}), Complete: true}
	f.Computed = numbers.Round(d.count.Value * d.price.Value)
	f.Tolerance = f.Computed * (numbers.Roughness(d.count.Number) + numbers.Roughness(d.price.Number) + numbers.Roughness(d.total.Number) + 0.005)
	if !offByScale(f.Computed, d.total.Value) {
		r.writeTotal(f)
	}
}
