package checker

import (
	"factcheck/internal/text"
	"factcheck/rules"
)

// listed reads number i as the count of names that follow it: three cities:
// Lyon, Nice and Lille.
func (r *amountReader) listed(i int) {
	a := &r.nums[i]
	det := determiner(r.tok(a.lead - 1).lower)
	if a.Kind != kindCount || a.Upper != nil || a.Approx || a.Bound != "" || a.Value < 2 || a.Value > 20 || a.Noun == "" && !det {
		return
	}
	k := a.to
	comma := r.tok(k).is(",")
	if r.tok(k).is("are") || r.tok(k).is("were") {
		comma = true
	}
	if !(comma || r.tok(k).is(":") || r.tok(k).is("(") || r.dash(k)) {
		return
	}
	if (comma || r.tok(k).is("(")) && !det {
		return // each has two seats (Lyon, Nice and Lille)
	}
	for n := 0; n < 3 && (r.dash(k) || r.tok(k).is(",") || r.tok(k).is("are") || r.tok(k).is("were") || r.tok(k).is(":") || r.tok(k).is("(")); n++ {
		k++
	}
	names, end := r.nameList(k)
	if len(names) < 2 || !(r.closes(end) && (comma || !r.tok(end).is(","))) || comma && len(names) < 3 {
		return
	}
	f := &rules.Total{Form: "list", Whole: *a.Number, Named: names, Complete: true, Computed: float64(len(names))}
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
		t := r.tok(k)
		inside := t.kind == tokenWord && (t.capital || nameLink(t.lower)) || (t.is("-") || t.is(".")) && t.glued && r.tok(k+1).glued
		if inside && k-from < nameWords {
			continue
		}
		and := t.is("and") || t.is("&")
		if k == from || closed && and {
			return nil, k
		}
		names = append(names, text.Span{Start: r.tok(from).span.Start, End: r.tok(k - 1).span.End}.In(r.src))
		switch {
		case closed:
			return names, k
		case and:
			closed = true
		case t.is(",") && r.tok(k+1).is("and"):
			closed = true
			k++
		case t.is(","):
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
