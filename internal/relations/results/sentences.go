package results

import (
	"iter"
	"slices"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// Read returns the results that the words beside them tell another way, in the order
// of the text.
func Read(d *page.Page) []*fact.Total {
	var out []*fact.Total
	for i, here := range bySentence(d) {
		if len(here) > maxNumbers || !mayResult(d, i, here) {
			continue
		}
		r := reader{d: d, s: d.Syntax(i), nums: here}
		for _, read := range [...]func() *fact.Total{r.draw, r.sets, r.votes} {
			if f := read(); f != nil {
				out = append(out, outcome(f))
				break
			}
		}
	}
	for _, f := range turned(d) {
		out = append(out, outcome(f))
	}
	return append(out, tables(d)...)
}

// bySentence goes over the sentences that count and have numbers, with these.
func bySentence(d *page.Page) iter.Seq2[int, []*fact.Number] {
	return func(yield func(int, []*fact.Number) bool) {
		all := numbers.Read(d)
		for i := range d.Parsed {
			s := &d.Parsed[i]
			n := 0
			for n < len(all) && all[n].At.Span.Start < s.Span.End {
				n++
			}
			here := all[:n]
			all = all[n:]
			if n > 0 && page.Counted(s.Zone) && !yield(i, here) {
				return
			}
		}
	}
}

// outcome makes f the fact that words tell of a result.
func outcome(f *fact.Total) *fact.Total {
	f.At, f.Text, f.Zone = f.Whole.At, f.Whole.Text, f.Whole.Zone
	f.Fixes, f.Complete, f.Form = []fact.Fix{}, true, "outcome"
	return f
}

// maxNumbers is how many numbers a sentence has at most that tells one result.
// Chosen.
const maxNumbers = 8

// mayResult reports whether sentence i has a score, or votes for or against something;
// without these it need not be tagged.
func mayResult(d *page.Page, i int, nums []*fact.Number) bool {
	if slices.ContainsFunc(nums, func(n *fact.Number) bool { return n.Kind == numbers.KindScore || en.Is(n.Noun, en.Ballot) }) {
		return true
	}
	return len(nums) > 1 && d.Has(i, en.CastFor, en.CastAgainst)
}

// A reader reads one sentence.
type reader struct {
	d    *page.Page
	s    *syntax.Sentence
	nums []*fact.Number
}

// word returns token k in lower case, empty outside the sentence.
func (r *reader) word(k int) string {
	if k < 0 || k >= len(r.s.Tokens()) {
		return ""
	}
	return text.Lower(r.s.Text(k))
}

// before returns the token before a span, -1 for none.
func (r *reader) before(s text.Span) int {
	k, _ := r.s.Range(s)
	return k - 1
}

// behind returns the token behind a span.
func (r *reader) behind(s text.Span) int {
	_, k := r.s.Range(s)
	return k
}

// any reports whether the sentence has a word of class c.
func (r *reader) any(c en.Class) bool {
	for k := range r.s.Tokens() {
		if en.Is(r.word(k), c) {
			return true
		}
	}
	return false
}
