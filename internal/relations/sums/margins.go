package sums

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/values/numbers"
)

// What may stand between a lead and the two that it lies between, and between these.
var (
	asideGap = numbers.Gap{Most: jointReach, Needs: en.SetOf(en.Comma, en.Bracket, en.Dash), Bars: en.SetOf(en.Semicolon).With(&en.ClauseEnd), Lets: en.SetOf(en.Which, en.That)}
	rivalGap = numbers.Gap{Most: roleReach, Only: en.SetOf(en.RivalLink), Names: true}
	evenGap  = numbers.Gap{Needs: en.SetOf(en.And, en.While), Only: en.SetOf(en.ShareLink), Names: true}
)

// marginOf reads number i as by how much two others differ: 51 votes to 48, a
// majority of 3.
func (r *amountReader) marginOf(i int) {
	d := &r.nums[i]
	if !exact(d) || d.Kind == numbers.KindShare || !r.isMargin(i) {
		return
	}
	a, b, ok := r.pairBefore(i)
	if !ok {
		a, b, ok = r.pairBehind(i)
	}
	if ok && a.Value > b.Value && exact(&term{Number: a}) && exact(&term{Number: b}) && liesBetween(d, a, b) {
		r.difference(d.Number, *a, *b)
	}
}

// liesBetween reports whether a lead can be that of a over b by what they count.
func liesBetween(d *term, a, b *fact.Number) bool {
	switch percent := a.Kind == numbers.KindPercent || b.Kind == numbers.KindPercent; {
	case percent:
		return d.Kind == numbers.KindPercent || d.Kind == numbers.KindPoints || en.Is(d.Noun, en.Point) || d.Noun == ""
	case en.Is(d.Noun, en.Point): // of a game
		return false
	case !d.counts():
		return d.Kind == a.Kind
	}
	return d.Noun == "" || en.Is(d.Noun, en.VoteNoun) || d.Noun == a.Noun || d.Noun == b.Noun
}

// isMargin reports whether words beside a number make it a lead: a majority of
// 3, a 3-vote margin, won by 3 votes.
func (r *amountReader) isMargin(i int) bool {
	d := &r.nums[i]
	k := d.lead - 1
	switch {
	case r.Is(d.to, en.LeadWord) && r.closes(d.to+1), r.Is(k, en.IsOrWas) && r.WordBefore(k-1, 5, en.LeadNoun) >= 0,
		r.Is(k, en.By) && d.Noun == "" && r.closes(d.to) && i+1 < len(r.nums) && en.Is(r.nums[i+1].Noun, en.Vote):
		return true
	case r.Is(k, en.Only):
		k--
	}
	if r.Is(k, en.Of) {
		return r.Is(k-1, en.LeadNoun)
	}
	for n := d.to; n < d.to+3; n++ {
		if r.Is(n, en.LeadNoun) {
			return !r.Is(n+1, en.Of)
		}
	}
	return r.Is(k, en.By) && !r.Is(d.to, en.To, en.Against) && (en.Is(d.Noun, en.VoteOrPoint) || d.Kind == numbers.KindPoints)
}

// pairBefore returns the two numbers before number i that are set against each
// other, pairBehind those behind it.
func (r *amountReader) pairBefore(i int) (a, b *fact.Number, ok bool) {
	if i == 0 || !r.Between(r.nums[i-1].to, r.nums[i].lead, &asideGap) {
		return nil, nil, false
	}
	if a, b, ok := scored(&r.nums[i-1]); ok {
		return a, b, true
	}
	return r.against(i - 2)
}

func (r *amountReader) pairBehind(i int) (a, b *fact.Number, ok bool) {
	if i+1 >= len(r.nums) {
		return nil, nil, false
	}
	if from, to := r.nums[i].to, r.nums[i+1].lead; !r.Between(from, to, &asideGap) && !r.Between(from, to, &rivalGap) {
		return nil, nil, false
	}
	if a, b, ok := scored(&r.nums[i+1]); ok {
		return a, b, true
	}
	return r.against(i + 1)
}

// scored splits a result such as "270-150".
func scored(s *term) (a, b *fact.Number, ok bool) {
	hyphen := strings.IndexAny(s.Text, "-–")
	if s.Upper == nil || s.Kind != numbers.KindScore && !(s.counts() && hyphen >= 0) {
		return nil, nil, false
	}
	hi, lo := *s.Number, *s.Number
	hi.Value, lo.Value = max(s.Value, *s.Upper), min(s.Value, *s.Upper)
	hi.Upper, lo.Upper = nil, nil
	if hyphen > 0 {
		hi.Text, lo.Text = s.Text[:hyphen], strings.TrimLeft(s.Text[hyphen:], "-–")
	}
	return &hi, &lo, true
}

// against returns the numbers m and m+1, the larger first, if words set them against
// each other: 61 to 38, 52 percent against 41.
func (r *amountReader) against(m int) (a, b *fact.Number, ok bool) {
	if m < 0 || m+1 >= len(r.nums) {
		return nil, nil, false
	}
	x, y := &r.nums[m], &r.nums[m+1]
	if x.Upper != nil || y.Upper != nil || y.lead-x.to > 8 || y.lead <= x.to || !rivals(x, y) && !rivals(y, x) || r.Is(x.lead-1, en.From) || !r.opposed(m) {
		return nil, nil, false
	}
	if x.Value < y.Value {
		x, y = y, x
	}
	return x.Number, y.Number, true
}

// rivals reports whether x can stand against y: of its kind, or a percentage against a
// bare count.
func rivals(x, y *term) bool {
	return x.Kind == y.Kind || x.Kind == numbers.KindPercent && y.counts() && y.Noun == ""
}

// opposed reports whether words set the numbers m and m+1 against each other.
func (r *amountReader) opposed(m int) bool {
	x, y := &r.nums[m], &r.nums[m+1]
	sides := r.Is(y.to, en.For, en.Against)
	switch {
	case r.Is(y.lead-1, en.IndefiniteArticle): // 10 birdies in a 66
		return false
	case r.Is(y.lead-1, en.VersusLink):
		return true
	case r.Is(y.lead-1, en.For):
		return sides
	case sides, r.Is(x.to, en.To, en.In, en.For):
		return true
	}
	return (en.Is(x.Noun, en.VoteOrSeat) || x.Kind == numbers.KindPercent) &&
		(r.joining(m+1) == jointAnd || r.Between(x.to, y.lead, &evenGap)) && (m == 0 || !sameSort(r.nums[m-1].Number, x.Number))
}
