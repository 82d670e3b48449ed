package sums

import (
	"slices"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// Totals returns each amount beside the amounts that it is the sum or difference of,
// in the order of the text.
func Totals(d *page.Page) []*fact.Total { return reckon(d).totals }

// readTotals reads the sums, differences, shares and lists of the sentence.
func (r *amountReader) readTotals() {
	found := len(r.totals)
	kept := r.nums
	r.heldOut()
	r.nums = r.withoutNamed()
	r.countOnes()
	for i := 0; i < len(r.nums); {
		end := 0
		for _, read := range [...]func(*amountReader, int) int{(*amountReader).divided, (*amountReader).bracketed, (*amountReader).addedUp} {
			if end = read(r, i); end > 0 {
				break
			}
		}
		if end == 0 {
			r.listed(i)
			end = i + 1
		}
		i = end
	}
	r.nums = kept
	for i := range r.nums {
		r.leftOver(i)
		r.shareOf(i)
		r.marginOf(i)
		r.raisedTo(i)
		r.comparedWith(i)
		r.balanced(i)
	}
	r.overFull()
	r.product()
	r.outcome()
	r.castOf()
	r.acrossSentences(len(r.totals) > found)
	r.passages()
	r.keep()
}

// countOnes adds "a policeman" and "an American" to the numbers, where they go
// on a list or begin one: three soldiers and a policeman.
func (r *amountReader) countOnes() {
	if len(r.nums) < 2 {
		return
	}
	r.ones = r.ones[:0]
	n := 0
	for k := 0; k < len(r.Toks); k++ {
		one, ok := term{}, false
		if n < len(r.nums) && k >= r.nums[n].from {
			one, ok = r.nums[n], true
			n++
		} else {
			one, ok = r.oneAt(k)
		}
		if ok {
			r.ones = append(r.ones, one)
			k = max(k, one.to-1)
		}
	}
	if len(r.ones) > len(r.nums) {
		r.nums = r.ones
	}
}

// oneAt reads "a policeman" at token k behind a comma or "and".
func (r *amountReader) oneAt(k int) (term, bool) {
	if !r.Is(k, en.IndefiniteArticle) || !r.Is(k-1, en.Comma, en.And) {
		return term{}, false
	}
	for n := k + 1; n <= k+3 && r.Content(n) && r.TimeAt(n) == nil; n++ {
		t, next := r.Tok(n), r.Tok(n+1)
		if !lexicon.PersonWord(t.Lower) && !t.Capital || next.Kind == page.TokenWord && !next.Of(en.And) {
			continue
		}
		at := r.D.PlaceOf(text.Span{Start: r.Tok(k).Span.Start, End: t.Span.End})
		one := fact.Number{At: at, Text: at.Text, Zone: r.Zone, Value: 1, Kind: numbers.KindCount, Noun: t.Lower, Step: 1, Sentence: r.Said}
		return term{Number: &one, from: k, to: n + 1, lead: k}, true
	}
	return term{}, false
}

// divided reads number i as a whole with its parts behind it, and returns the
// number to go on with, 0 if it is none.
func (r *amountReader) divided(i int) int {
	whole := &r.nums[i]
	if i+1 >= len(r.nums) || whole.Upper != nil || !whole.counts() && whole.Kind != numbers.KindMoney && whole.Kind != numbers.KindMeasure {
		return 0
	}
	open := r.opener(i)
	if open == openNone || i == 0 && r.ofMass(whole) || whole.Kind == numbers.KindMeasure && r.attribute(whole) {
		return 0
	}
	end, closed := r.run(i + 1)
	if open == openComma && closed && r.apposed(whole, r.nums[i+1:end]) {
		open = openApposed
	}
	kin := open
	if open == openComma && r.ofAll(whole) {
		kin = openMark
	}
	for end > i+2 && !r.partOf(whole.Number, r.nums[end-1].Number, kin) {
		end--
		closed = false
	}
	parts := r.nums[i+1 : end]
	if len(parts) < 2 || !r.divides(whole, parts, kin) {
		return 0
	}
	sort := r.labels(parts)
	verbs := r.copulas(parts)
	switch {
	case open == openComma && !whole.counts() && r.plainList(whole, parts):
		return 0
	case !sort.apart && (open == openComma || verbs),
		open == openComma && (r.held(parts) && !r.ofAll(whole) || sort.places && r.placed(i) || !r.standsAlone(whole)),
		open == openSome && !sort.sexes && !r.rest(parts),
		open == openHas && !sort.persons && !(sort.apart && r.Is(whole.from+2, en.Strong)):
		return 0
	}
	all := open == openOf || open == openApposed || r.rest(parts) || sort.sexes || !verbs && (sort.persons || mostOf(whole.Value, parts, open))
	complete := (open != openSome || r.rest(parts)) && (open != openHas || sort.sexes) && closed && all && !r.amongThem(parts[len(parts)-1].to)
	r.sum(whole.Number, parts, complete)
	return end
}

// plainList reports whether nothing but commas and "and" stands between amounts that a
// preposition opens: for 6,000, 4,250 and 600 euros.
func (r *amountReader) plainList(whole *term, parts []term) bool {
	return r.Is(whole.lead-1, en.SharedBy, en.Of) && parts[0].lead == whole.to+1 && all(parts, func(p *term) bool { return r.closes(p.to) || r.Is(p.to, en.And) })
}

// ofMass reports whether the words before the first number of a sentence name what it
// is a part of: Of the money 120,000 is a grant.
func (r *amountReader) ofMass(a *term) bool {
	return r.Is(0, en.Of) && r.determined(1) && a.lead > 2 && a.lead <= roleReach && r.Between(2, a.lead, &numbers.Gap{Words: true, Only: en.SetOf(en.Comma)})
}

// attribute reports whether a measure tells of one thing, a 2.6GHz chip: what is
// told of others then does not add up to it.
func (r *amountReader) attribute(a *term) bool {
	return r.Is(a.lead-1, en.IndefiniteArticle) && r.Content(a.to)
}

// standsAlone reports whether a number can be a whole: it has its noun, or a
// comma stands behind it and no preposition before it but "of".
func (r *amountReader) standsAlone(whole *term) bool {
	if whole.Noun != "" || !whole.counts() {
		return true
	}
	prev := whole.lead - 1
	return r.Is(whole.to, en.Had) && (!lexicon.ClosedWord(r.Tok(prev).Lower) || r.Is(prev, en.OfAllThe))
}

// mostOf reports whether the parts come to nearly the whole. Parts that leave
// more than a fifth may be the largest of several: 300 branches, 120 in France
// and 80 in Spain.
func mostOf(whole float64, parts []term, open opener) bool {
	if open == openMark {
		whole *= 0.75
	}
	return sumOf(parts) >= whole*0.8
}

// sum writes a whole with its parts, unless the words leave open what the sum
// is.
func (r *amountReader) sum(whole *fact.Number, parts []term, complete bool) {
	r.addUp(&fact.Total{Form: "sum", Whole: *whole, Parts: copied(parts), Complete: complete})
}

func (r *amountReader) addUp(f *fact.Total) {
	if otherEndings(f) {
		return
	}
	more, less := allowsLess(&f.Whole), allowsMore(&f.Whole)
	f.Tolerance = numbers.WholeSlack(&f.Whole)
	for i := range f.Parts {
		p := &f.Parts[i]
		if p.Approx {
			return
		}
		f.Computed += p.Value
		f.Tolerance += numbers.WholeSlack(p)
		more, less = more || allowsMore(p), less || allowsLess(p)
	}
	f.Computed = numbers.Round(f.Computed)
	if more && f.Computed <= f.Whole.Value || less && f.Computed >= f.Whole.Value {
		return
	}
	r.writeTotal(f)
}

// writeTotal completes a sum with its words and ways out.
func (r *amountReader) writeTotal(f *fact.Total) {
	f.At, f.Text, f.Zone = f.Whole.At, f.Whole.Text, f.Whole.Zone
	if f.Named == nil {
		f.Named = []string{}
	}
	if f.Parts == nil {
		f.Parts = []fact.Number{}
	}
	f.Tolerance = numbers.Round(f.Tolerance) + 1e-6
	f.Fixes = []fact.Fix{}
	switch {
	case f.Form == formPercentages:
		f.Makes = numbers.Short(f.Computed, 1) + " percent"
	case f.Whole.Kind == numbers.KindShare:
		f.Makes = numbers.Short(f.Computed*100, 1) + " percent"
	default:
		if f.Makes = r.restyle(&f.Whole, f.Computed); f.Makes != "" {
			f.Fixes = append(f.Fixes, fact.Fix{Message: "write " + f.Makes, Replacement: f.Makes})
		}
	}
	if !slices.ContainsFunc(r.totals[max(0, len(r.totals)-maxParts):], func(g *fact.Total) bool { return g.At.Span == f.At.Span }) {
		r.totals = append(r.totals, f)
	}
}

// addedUp reads the numbers from i on as parts with their whole behind them:
// 20 died and 30 were hurt, a total of 50.
func (r *amountReader) addedUp(i int) int {
	end, _ := r.run(i)
	if end < len(r.nums) && (r.isTotal(end) || r.toTotal(end) || r.ofWhole(end)) {
		end++
	}
	last := end - 1
	if end-i < 3 {
		return 0
	}
	whole, parts := &r.nums[last], r.nums[i:last]
	total := r.isTotal(last)
	if !total && !r.ofWhole(last) && !(r.toTotal(last) && r.oneNoun(parts)) {
		return 0
	}
	if whole.lead-parts[len(parts)-1].to > jointReach+4 || whole.Upper != nil || whole.Approx || i > 0 && sameSort(r.nums[i-1].Number, whole.Number) {
		return 0
	}
	for k := range parts {
		if !sums(&parts[k], whole) {
			return 0
		}
	}
	r.sum(whole.Number, parts, total)
	return end
}

// sums reports whether p can be one of the amounts before their total.
func sums(p, whole *term) bool {
	alike := !p.counts() || p.Noun == "" || whole.Noun == "" || p.Noun == whole.Noun || person(p.Number) == person(whole.Number)
	return p.Upper == nil && p.Kind == whole.Kind && sameSort(p.Number, whole.Number) && alike
}

// leftOver reads number i as a part of a whole whose rest is counted too: 12 of
// the 20 passengers were saved and the other eight drowned.
func (r *amountReader) leftOver(i int) {
	if i+2 >= len(r.nums) {
		return
	}
	a, whole, c := &r.nums[i], &r.nums[i+1], &r.nums[i+2]
	against := r.Is(c.to, en.Against) && c.Noun == "" && r.joining(i+2) != jointNone
	if r.outOf(a, whole) && (r.Is(c.lead-1, en.Remainder) || against) && c.lead-whole.to <= 2*jointReach && c.Value < whole.Value && r.partOf(whole.Number, c.Number, openMark) {
		r.sum(whole.Number, []term{*a, *c}, !against)
	}
}

// raisedTo reads number m as the total that new ones bring an old total to:
// three more deaths, bringing the toll to 47 from 44; from 47 to 52.
func (r *amountReader) raisedTo(m int) {
	whole := &r.nums[m]
	if m == 0 || !r.Is(whole.lead-1, en.To) || !whole.counts() && whole.Kind != numbers.KindMoney {
		return
	}
	added := &r.nums[m-1]
	from, k := r.Is(added.lead-1, en.From), whole.lead-2
	if m >= 2 && from && added.to > k {
		k = added.lead - 2
	}
	if r.WordBefore(k, 9, en.Brings) < 0 {
		return
	}
	var old *term
	switch {
	case m+1 < len(r.nums) && r.nums[m+1].lead-whole.to <= 6 && r.Is(r.nums[m+1].lead-1, en.From):
		old = &r.nums[m+1]
	case m >= 2 && from:
		old, added = added, &r.nums[m-2]
	default:
		return
	}
	if sameSort(old.Number, whole.Number) && sameSort(added.Number, whole.Number) && added.Upper == nil && added.Value < whole.Value && !added.Approx && !old.Approx && !whole.Approx {
		r.sum(whole.Number, []term{*added, *old}, true)
	}
}

// heldOut reads a part with its whole whose other parts follow with their
// holders: the Socialists won 65 of the 120 seats, the Liberals 30 and the Greens 25.
func (r *amountReader) heldOut() {
	for i := 0; i+3 < len(r.nums); i++ {
		if !r.outOf(&r.nums[i], &r.nums[i+1]) || r.joining(i+2) == jointNone {
			continue
		}
		end, _ := r.run(i + 2)
		if parts := r.nums[i+2 : end]; r.held(parts) && r.nums[i].Noun == "" {
			r.sum(r.nums[i+1].Number, append([]term{r.nums[i]}, parts...), false)
			i = end - 1
		}
	}
}

// withoutNamed returns the numbers of the sentence but those that only name
// what was told before: in the two attacks. They come between a whole and its
// parts and are neither.
func (r *amountReader) withoutNamed() []term {
	list := r.spared[:0]
	for i := range r.nums {
		if !r.refers(i) {
			list = append(list, r.nums[i])
		}
	}
	r.spared = list
	return list
}

// refers reports whether number i is a small one behind "in the", or "one" behind a
// preposition.
func (r *amountReader) refers(i int) bool {
	a := &r.nums[i]
	if a.Value == 1 && r.Is(a.lead-1, en.WherePhrase) {
		return true // 25 from one maker and 15 from another
	}
	return i > 0 && i+2 < len(r.nums) && a.counts() && a.Noun != "" && a.Value <= 4 && r.Phrase(a.lead-2, en.During, en.The) &&
		!lexicon.PersonWord(a.Noun) && r.nums[i-1].Value > 4
}
