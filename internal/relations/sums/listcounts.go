package sums

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
)

// listed reads number i as the count of names that follow it: three cities:
// Lyon, Nice and Lille.
func (r *amountReader) listed(i int) {
	a := &r.nums[i]
	det := r.determined(a.lead - 1)
	if !a.counts() || !exact(a) || a.Value < 2 || a.Value > 20 || a.Noun == "" && !det {
		return
	}
	k := a.to
	comma := r.Is(k, en.Comma, en.Are, en.Were)
	of := det && r.Is(k, en.Of) && en.Is(a.Noun, en.Settlement)
	if end := r.colonBehind(k); end > k {
		k, comma = end, false
	}
	people := comma && a.lead == 0 && lexicon.PersonWord(a.Noun)
	if !of && !comma && !r.Is(k, en.Colon, en.Bracket, en.Dash) || (comma || r.Is(k, en.Bracket)) && !det && !people {
		return // each has two seats (Lyon, Nice and Lille)
	}
	if of {
		k++
	}
	for n := 0; n < 3 && r.Is(k, en.Dash, en.Comma, en.Are, en.Were, en.Colon, en.Bracket); n++ {
		k++
	}
	names, end := r.nameList(k)
	closed := r.closes(end) && (comma || !r.Is(end, en.Comma)) || of && r.Tok(end).Kind == page.TokenWord && r.verbIs(end, syntax.Finite)
	if len(names) < 2 || !closed || comma && len(names) < 3 || people && !r.Is(end, en.Comma) {
		return
	}
	r.writeTotal(&fact.Total{Form: "list", Whole: *a.Number, Named: names, Complete: true, Computed: float64(len(names))})
}

// colonReach is how many words may stand between what is counted and the colon
// before its names: four ministers resigned:
const colonReach = 4

// colonBehind returns the colon behind token k with only small words and times between,
// k if there is none.
func (r *amountReader) colonBehind(k int) int {
	for n := k; n <= k+colonReach; n++ {
		switch t := r.Tok(n); {
		case t.Of(en.Colon) && n > k:
			return n
		case r.TimeAt(n) != nil, t.Of(en.Restricts) && r.TimeAt(n+1) != nil: // resigned on Monday:
		case t.Kind != page.TokenWord || t.Capital || t.Of(en.Conjoins, en.Restricts):
			return k
		}
	}
	return k
}

// nameWords is how many tokens a name in a list has at most.
const nameWords = 6

// nameList reads names with commas between them and "and" before the last from
// token k on, and returns the token behind them. A list without the "and" or
// with a name that holds one is none.
func (r *amountReader) nameList(k int) (names []string, end int) {
	k = r.overTitle(k)
	from := k
	closed := false
	for ; ; k++ {
		if r.inName(k) && k-from < nameWords {
			continue
		}
		and := r.Is(k, en.And, en.Ampersand)
		if k == from || closed && and {
			return nil, k
		}
		names = append(names, text.Span{Start: r.Tok(from).Span.Start, End: r.Tok(k - 1).Span.End}.In(r.Src))
		switch {
		case closed:
			return names, k
		case and:
			closed = true
		case !r.Is(k, en.Comma):
			return nil, k
		case r.Is(k+1, en.And):
			closed = true
			k++
		}
		from = r.overTitle(k + 1)
		k = from - 1
	}
}

// titleWords is how many words a title before a name in a list has at most, with its
// article.
const titleWords = 4

// overTitle returns the token behind a title that begins at token k, before a name: the
// justice minister Anna Toll; k if there is none.
func (r *amountReader) overTitle(k int) int {
	for n := k; n < k+titleWords && r.Tok(n).Kind == page.TokenWord && !r.Tok(n).Capital; n++ {
		_, role := lexicon.Roles().Lookup(r.Tok(n).Lower)
		if (role || lexicon.PersonWord(r.Tok(n).Lower)) && r.named(n+1) {
			return n + 1
		}
	}
	return k
}

// inName reports whether token k can stand inside a name.
func (r *amountReader) inName(k int) bool {
	t := r.Tok(k)
	return r.named(k) || t.Of(en.NameLink) || t.Of(en.Hyphen, en.FullStop) && t.Glued && r.Tok(k+1).Glued
}
