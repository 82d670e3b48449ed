package sums

import (
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// listed reads number i as the count of names that follow it: three cities:
// Lyon, Nice and Lille.
func (r *amountReader) listed(i int) {
	a := &r.nums[i]
	det := numbers.Determiner(r.Tok(a.lead - 1).Lower)
	if a.Kind != numbers.KindCount || a.Upper != nil || a.Approx || a.Bound != "" || a.Value < 2 || a.Value > 20 || a.Noun == "" && !det {
		return
	}
	k := a.to
	comma := r.Tok(k).Is(",")
	if r.Tok(k).Is("are") || r.Tok(k).Is("were") {
		comma = true
	}
	if !(comma || r.Tok(k).Is(":") || r.Tok(k).Is("(") || r.dash(k)) {
		return
	}
	if (comma || r.Tok(k).Is("(")) && !det {
		return // each has two seats (Lyon, Nice and Lille)
	}
	for n := 0; n < 3 && (r.dash(k) || r.Tok(k).Is(",") || r.Tok(k).Is("are") || r.Tok(k).Is("were") || r.Tok(k).Is(":") || r.Tok(k).Is("(")); n++ {
		k++
	}
	names, end := r.nameList(k)
	if len(names) < 2 || !(r.closes(end) && (comma || !r.Tok(end).Is(","))) || comma && len(names) < 3 {
		return
	}
	f := &fact.Total{Form: "list", Whole: *a.Number, Named: names, Complete: true, Computed: float64(len(names))}
	r.writeTotal(f)
}

// nameWords is how many tokens a name in a list has at most.
const nameWords = 6

// nameList reads names with commas between them and "and" before the last from
// token k on, and returns the token behind them. A list without the "and" or
// with a name that holds one is none.
func (r *amountReader) nameList(k int) (names []string, end int) {
	from := k
	closed := false
	for ; ; k++ {
		t := r.Tok(k)
		inside := t.Kind == page.TokenWord && (t.Capital || nameLink(t.Lower)) || (t.Is("-") || t.Is(".")) && t.Glued && r.Tok(k+1).Glued
		if inside && k-from < nameWords {
			continue
		}
		and := t.Is("and") || t.Is("&")
		if k == from || closed && and {
			return nil, k
		}
		names = append(names, text.Span{Start: r.Tok(from).Span.Start, End: r.Tok(k - 1).Span.End}.In(r.Src))
		switch {
		case closed:
			return names, k
		case and:
			closed = true
		case t.Is(",") && r.Tok(k+1).Is("and"):
			closed = true
			k++
		case t.Is(","):
		default:
			return nil, k
		}
		from = k + 1
	}
}

// nameLink reports whether a small word may stand inside a name.
func nameLink(w string) bool {
	switch w {
	case "of", "the", "de", "da", "di", "al", "el", "van", "von", "bin", "del", "la", "le":
		return true
	}
	return false
}
