package sums

import (
	"math"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
)

// shareOf reads number i as a part of a whole whose share is said too: 12 of
// the 50 members, or 24 percent.
func (r *amountReader) shareOf(i int) {
	if i+2 >= len(r.nums) {
		if i+1 < len(r.nums) {
			r.sameShare(i)
		}
		return
	}
	a, b, c := &r.nums[i], &r.nums[i+1], &r.nums[i+2]
	switch {
	case r.outOf(a, b) && isShare(c) && r.restated(b.to, c.lead):
		r.share(a, b, c)
	case r.wholeFirst(a, b) && anyShare(c) && (r.restated(b.to, c.lead) || r.rated(b.to, c.lead)):
		r.share(b, a, c)
	case a.Kind == numbers.KindCount && a.Upper == nil && a.Bound == "" && isShare(b) && r.restated(a.to, b.lead) && r.outOfAll(b, c):
		r.share(a, c, b)
	case isShare(a) && r.outOf(b, c) && r.restated(a.to, b.lead):
		r.share(b, c, a)
	case isShare(a) && b.Kind == numbers.KindCount && c.Kind == numbers.KindCount && r.wholeOf(a, b) && c.Value < b.Value && r.restated(b.to, c.lead) && (c.Noun == "" || c.Noun == b.Noun || lexicon.PersonWord(c.Noun) && lexicon.PersonWord(b.Noun)) && r.closes(c.to):
		r.shareCount(a, b, c)
	default:
		r.sameShare(i)
	}
}

// wholeFirst reports whether b is counted out of a before it: of the 50
// members, 12.
func (r *amountReader) wholeFirst(a, b *term) bool {
	k := a.lead - 1
	if numbers.Determiner(r.Tok(k).Lower) {
		k--
	}
	counts := a.Kind == numbers.KindCount && b.Kind == numbers.KindCount && (b.Noun == "" || b.Noun == a.Noun) && b.Value < a.Value && exact(a) && exact(b)
	return counts && r.Is(k, en.Of) && (r.Is(a.to, en.Comma) && b.lead == a.to+1 || k <= 1 && r.sameClause(a.to, b.lead))
}

// sameClause reports whether no mark but one comma and no conjunction stands
// among the tokens from i up to k.
func (r *amountReader) sameClause(i, k int) bool {
	commas := 0
	for ; i < k; i++ {
		t := r.Tok(i)
		switch {
		case t.Of(en.Comma):
			commas++
		case t.Kind != page.TokenWord, r.conjoins(i), r.Is(i, en.AmountStop):
			return false
		}
	}
	return commas <= 1
}

// rated reports whether the tokens from i up to k say that what follows is the
// share just told: 1,125 have died, a rate of.
func (r *amountReader) rated(i, k int) bool {
	if k-i > jointReach || k < 4 {
		return false
	}
	if !r.Is(k-1, en.Of) || !r.Is(k-2, en.Rate) || !numbers.Determiner(r.Tok(k-3).Lower) {
		return (r.Is(k-1, en.Comma) || r.Is(k-1, en.Or) && r.Is(k-2, en.Comma)) && r.sameClause(i, k)
	}
	return r.Is(k-4, en.Comma) && r.sameClause(i, k)
}

// outOfAll reports whether the share a is of c, which is counted right behind
// what has it: 4.2 percent of the population of 64.6 million.
func (r *amountReader) outOfAll(a, c *term) bool {
	return a.Of != "" && c.Kind == numbers.KindCount && exact(c) && c.lead-a.to <= 6 && r.sameClause(a.to, c.lead) &&
		(r.Is(c.lead-1, en.Of) || r.Tok(c.lead-1).Possessive || numbers.Determiner(r.Tok(c.lead-1).Lower))
}

// wholeOf reports whether the share a is of b: half of the 300 workers, a
// quarter of the company's 800 workers.
func (r *amountReader) wholeOf(a, b *term) bool {
	return r.Is(a.to, en.Of) && b.lead-a.to <= 3 || b.lead == a.to && a.Of != "" && r.Tok(a.to-1).Possessive
}

// closes reports whether a phrase ends at token k.
func (r *amountReader) closes(k int) bool {
	t := r.Tok(k)
	return t.Kind == 0 || t.Of(en.Comma, en.FullStop, en.BracketEnd) || r.Is(k, en.Dash) || t.Of(en.Semicolon)
}

func isShare(a *term) bool { return anyShare(a) && a.Bound == "" }

// anyShare reports whether a is a share, one that is bounded too.
func anyShare(a *term) bool {
	return (a.Kind == numbers.KindPercent || a.Kind == numbers.KindShare) && a.Upper == nil
}

// outOf reports whether a is counted out of b: 12 of the 50 members.
func (r *amountReader) outOf(a, b *term) bool {
	if a.Kind != numbers.KindCount || b.Kind != numbers.KindCount || a.Approx || b.Approx || a.Bound != "" || b.Bound != "" || a.Value >= b.Value || b.lead-a.to > 5 {
		return false
	}
	k := a.to
	if r.Is(k, en.Out) {
		k++
	}
	if !r.Is(k, en.Of) {
		return false
	}
	for k++; k < b.lead; k++ {
		switch t := r.Tok(k); t.Lower {
		case "the", "its", "their", "all", "a", "total", "of", "those", "his", "her":
		default:
			if !t.Possessive {
				return false
			}
		}
	}
	return true
}

// restated reports whether the tokens from i up to k give the amount before
// once more: "or", a comma, a bracket.
func (r *amountReader) restated(i, k int) bool {
	if k-i < 1 || k-i > 5 {
		return false
	}
	for ; i < k-1 && r.Tok(i).Kind == page.TokenWord && !lexicon.ClosedWord(r.Tok(i).Lower); i++ { // 12 of the 50 members present
	}
	said := strings.ToLower(r.between(i, k))
	switch said {
	case ",", "(", "or", ", or", "-", "—", "–", "--", "- or", "— or", "(or", ", that is", ", which is":
		return true
	}
	return false
}

func (r *amountReader) share(part, of, share *term) {
	f := &fact.Total{Form: "share", Whole: *share.Number, Parts: copied([]term{*part, *of}), Complete: true}
	f.Computed = numbers.Round(part.Value / of.Value)
	f.Tolerance = shareHalf(share.Number)
	if share.Kind == numbers.KindPercent {
		f.Computed = numbers.Round(part.Value / of.Value * 100)
	}
	f.Tolerance += f.Computed * roughness(of)
	if part.Approx {
		f.Tolerance += f.Computed * roughness(part)
	}
	if allowsMore(share.Number) && f.Computed >= share.Value || allowsLess(share.Number) && f.Computed <= share.Value {
		return
	}
	r.writeTotal(f)
}

// shareHalf is by how much a share can be off by rounding; a fraction in words
// is a rough one.
func shareHalf(n *fact.Number) float64 {
	switch {
	case n.Kind == numbers.KindShare && n.Approx:
		return 0.03 + n.Value*0.1
	case n.Kind == numbers.KindShare:
		return 0.02 + n.Value*0.03
	}
	return byHalf(n)
}

// shareCount reads "half of the 300 workers, 150 people".
func (r *amountReader) shareCount(share, of, part *term) {
	f := &fact.Total{Form: "share", Whole: *part.Number, Parts: copied([]term{*share, *of}), Complete: true}
	v := share.Value
	if share.Kind == numbers.KindPercent {
		v /= 100
	}
	f.Computed = numbers.Round(math.Round(v * of.Value))
	f.Tolerance = shareHalf(share.Number) * of.Value
	if share.Kind == numbers.KindPercent {
		f.Tolerance /= 100
	}
	r.writeTotal(f)
}

// sameShare reads a share that is given as a fraction and a percentage: one in
// five (20 percent).
func (r *amountReader) sameShare(i int) {
	a, b := &r.nums[i], &r.nums[i+1]
	if !isShare(a) || !isShare(b) || a.Kind == b.Kind || !r.restated(a.to, b.lead) {
		return
	}
	f := &fact.Total{Form: "share", Whole: *b.Number, Parts: copied([]term{*a}), Complete: true}
	if b.Kind == numbers.KindPercent {
		f.Computed = numbers.Round(a.Value * 100)
		f.Tolerance = shareHalf(a.Number)*100 + byHalf(b.Number)
	} else {
		f.Computed = numbers.Round(a.Value / 100)
		f.Tolerance = shareHalf(b.Number) + byHalf(a.Number)/100
	}
	r.writeTotal(f)
}

// overFull writes the shares of one whole that pass a hundred percent.
func (r *amountReader) overFull() {
	if len(r.nums) < 2 {
		return
	}
	first := -1
	for i := range r.nums {
		if r.nums[i].Kind == numbers.KindPercent {
			first = i
			break
		}
	}
	if first < 0 || first+1 >= len(r.nums) {
		return
	}
	end := first + 1
	for end < len(r.nums) && end < first+maxParts && (r.nums[end].Kind == numbers.KindPercent || r.nums[end].Kind == numbers.KindCount && r.nums[end].Noun == "") && r.nums[end].lead-r.nums[end-1].to <= jointReach && r.nums[end].Upper == nil {
		end++
	}
	parts := r.nums[first:end]
	if len(parts) < 2 || !r.polled(parts) {
		return
	}
	sum, slack := 0.0, 0.0
	for i := range parts {
		if p := &parts[i]; p.Approx || p.Bound != "" || p.Value >= 100 {
			return
		}
		if parts[i].Of != "" && parts[0].Of != "" && parts[i].Of != parts[0].Of {
			return // of men, of women
		}
		sum += parts[i].Value
		slack += parts[i].Step / 2
	}
	f := &fact.Total{Form: "percentages", Whole: *parts[len(parts)-1].Number, Parts: copied(parts), Computed: numbers.Round(sum), Tolerance: slack}
	f.Whole.Value = 100
	if sum <= 100 {
		r.leftPercent(parts, f)
		return
	}
	r.writeTotal(f)
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
			yes, no, open = yes || y || parts[i].Of == "vote", no || n, open || o
		}
	}
	return yes && no || open && len(parts) > 2
}
