package sums

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
)

// marginOf reads number i as by how much two others differ: 51 votes to 48, a
// majority of 3.
func (r *amountReader) marginOf(i int) {
	d := &r.nums[i]
	if d.Upper != nil || d.Approx || d.Bound != "" || d.Kind == numbers.KindShare || !r.isMargin(i) {
		return
	}
	a, b, ok := r.pairBefore(i)
	if !ok {
		a, b, ok = r.pairBehind(i)
	}
	if !ok || a.Value <= b.Value || a.Approx || b.Approx || a.Bound != "" || b.Bound != "" {
		return
	}
	percent := a.Kind == numbers.KindPercent || b.Kind == numbers.KindPercent
	if d.Noun == "point" && !percent {
		return // of a game
	}
	switch {
	case percent && d.Kind != numbers.KindPercent && d.Kind != numbers.KindPoints && d.Noun != "point" && d.Noun != "":
		return
	case !percent && d.Kind != numbers.KindCount && d.Kind != a.Kind:
		return
	case !percent && d.Kind == numbers.KindCount && d.Noun != "" && d.Noun != "vote" && d.Noun != "seat" && d.Noun != "point" && d.Noun != a.Noun && d.Noun != b.Noun:
		return
	}
	r.difference(d.Number, *a, *b)
}

// isMargin reports whether words beside a number make it a lead: a majority of
// 3, a 3-vote margin, won by 3 votes.
func (r *amountReader) isMargin(i int) bool {
	d := &r.nums[i]
	k := d.lead - 1
	if next := r.Tok(d.to); next.Of(en.LeadWord) && r.closes(d.to+1) || r.gapWas(k) {
		return true
	}
	if r.Is(k, en.By) && d.Noun == "" && r.closes(d.to) && i+1 < len(r.nums) && r.nums[i+1].Noun == "vote" {
		return true
	}
	if r.Is(k, en.Just, en.Only) {
		k--
	}
	if r.Is(k, en.Of) {
		return r.Is(k-1, en.LeadNoun)
	}
	for n := 0; n < 3; n++ {
		if r.Is(d.to+n, en.LeadNoun) {
			return !r.Is(d.to+n+1, en.Of)
		}
	}
	return r.Is(k, en.By) && !r.Is(d.to, en.To, en.Against) && (d.Noun == "vote" || d.Noun == "point" || d.Kind == numbers.KindPoints)
}

// gapWas reports whether the words up to token k are "the gap between them was".
func (r *amountReader) gapWas(k int) bool {
	if !r.Is(k, en.Was, en.IsForm) {
		return false
	}
	for n := 1; n <= 5 && r.Tok(k-n).Kind == page.TokenWord; n++ {
		if r.Is(k-n, en.LeadNoun) {
			return true
		}
	}
	return false
}

// pairBefore returns the two numbers before number i that are set against each
// other, pairBehind those behind it.
func (r *amountReader) pairBefore(i int) (a, b *fact.Number, ok bool) {
	if i == 0 || r.nums[i].lead-r.nums[i-1].to > jointReach {
		return nil, nil, false
	}
	if !r.setOff(r.nums[i-1].to, r.nums[i].lead) {
		return nil, nil, false
	}
	if a, b, ok := r.scored(&r.nums[i-1]); ok {
		return a, b, true
	}
	return r.against(i - 2)
}

func (r *amountReader) pairBehind(i int) (a, b *fact.Number, ok bool) {
	if i+1 >= len(r.nums) || r.nums[i+1].lead-r.nums[i].to > jointReach {
		return nil, nil, false
	}
	if !r.setOff(r.nums[i].to, r.nums[i+1].lead) && !r.overRival(r.nums[i].to, r.nums[i+1].lead) {
		return nil, nil, false
	}
	if a, b, ok := r.scored(&r.nums[i+1]); ok {
		return a, b, true
	}
	return r.against(i + 1)
}

// setOff reports whether a comma, dash or bracket and no other clause stands
// among the tokens from i up to k.
func (r *amountReader) setOff(i, k int) bool {
	off := false
	for ; i < k; i++ {
		if r.Is(i, en.AmountStop) && !r.Is(i, en.Which, en.That) || r.Is(i, en.Semicolon) {
			return false
		}
		off = off || r.Is(i, en.Comma, en.Bracket) || r.Is(i, en.Dash)
	}
	return off
}

// overRival reports whether the tokens from i up to k only say over whom the
// lead is: over Jones, in the Senate with.
func (r *amountReader) overRival(i, k int) bool {
	if k-i > roleReach {
		return false
	}
	for ; i < k; i++ {
		switch t := r.Tok(i); t.Lower {
		case "over", "of", "by", "with", "in", "the", "his", "her", "its", "rival", "opponent", "challenger", "vote", "votes", "margin", "lead", "majority":
		default:
			if t.Kind != page.TokenWord || !t.Capital {
				return false
			}
		}
	}
	return true
}

// scored splits a result such as "270-150".
func (r *amountReader) scored(s *term) (a, b *fact.Number, ok bool) {
	if s.Upper == nil || s.Kind != numbers.KindScore && s.Kind != numbers.KindCount || s.Kind == numbers.KindCount && !strings.ContainsAny(s.Text, "-–") {
		return nil, nil, false
	}
	hi, lo := *s.Number, *s.Number
	hi.Value, lo.Value = max(s.Value, *s.Upper), min(s.Value, *s.Upper)
	hi.Upper, lo.Upper = nil, nil
	if hyphen := strings.IndexAny(s.Text, "-–"); hyphen > 0 {
		hi.Text, lo.Text = s.Text[:hyphen], strings.TrimLeft(s.Text[hyphen:], "-–")
	}
	return &hi, &lo, true
}

// against returns the numbers m and m+1 if words set them against each other:
// 61 to 38, 52 percent against 41.
func (r *amountReader) against(m int) (a, b *fact.Number, ok bool) {
	if m < 0 || m+1 >= len(r.nums) {
		return nil, nil, false
	}
	x, y := &r.nums[m], &r.nums[m+1]
	if x.Upper != nil || y.Upper != nil || y.lead-x.to > 8 || y.lead <= x.to || x.Kind != y.Kind && !(x.Kind == numbers.KindPercent && y.Kind == numbers.KindCount && y.Noun == "") && !(y.Kind == numbers.KindPercent && x.Kind == numbers.KindCount && x.Noun == "") {
		return nil, nil, false
	}
	switch r.Tok(y.lead - 1).Lower {
	case "to", "against", "versus", "vs":
	case "for":
		if !r.Is(y.to, en.For, en.Against) {
			return nil, nil, false
		}
	default:
		even := (x.Noun == "vote" || x.Noun == "seat" || x.Kind == numbers.KindPercent) && (r.joining(m+1) == jointAnd || r.evenly(x.to, y.lead)) && (m == 0 || !sameSort(r.nums[m-1].Number, x.Number))
		if !even && !r.Is(x.to, en.To, en.In, en.For) && !r.Is(y.to, en.For, en.Against) {
			return nil, nil, false
		}
	}
	if r.Is(x.lead-1, en.From) {
		return nil, nil, false
	}
	if x.Value < y.Value {
		x, y = y, x
	}
	return x.Number, y.Number, true
}

// evenly reports whether the tokens from i up to k give the second of two their
// share: and Smith at, while Smith got.
func (r *amountReader) evenly(i, k int) bool {
	joint := false
	for ; i < k; i++ {
		switch t := r.Tok(i); t.Lower {
		case "and", "while":
			joint = true
		case ",", "at", "on", "with", "the", "for", "had", "has", "got", "took", "won", "received", "polled", "just", "only", "his", "her", "rival", "challenger", "opponent":
		default:
			if !t.Capital {
				return false
			}
		}
	}
	return joint
}
