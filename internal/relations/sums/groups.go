package sums

import (
	"slices"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
)

// A group is a count of people that the sentences after it may divide.
type group struct {
	whole *fact.Number
	parts []fact.Number
}

// acrossSentences reads the numbers of the sentence as parts of what the one
// before counted, and keeps what it counts itself.
func (r *amountReader) acrossSentences(found bool) {
	switch {
	case r.open.whole != nil && len(r.nums) > 0 && r.opensParts():
		r.open = r.goOn()
	case found:
		r.open = group{}
	case len(r.nums) == 2 && r.outOf(&r.nums[0], &r.nums[1]):
		r.open = group{r.nums[1].Number, copied(r.nums[:1])}
	default:
		r.open = r.people()
	}
}

// people returns the only people whom the sentence counts, none where it counts
// several or does not say how many.
func (r *amountReader) people() (g group) {
	for i := range r.nums {
		a := &r.nums[i]
		if !a.counts() || !lexicon.PersonWord(a.Noun) {
			continue
		}
		if g.whole != nil || a.Approx || a.Upper != nil || a.Value < 3 {
			return group{}
		}
		g.whole = a.Number
	}
	if g.whole == nil && len(r.nums) == 1 {
		g.whole = r.things(&r.nums[0])
	}
	return g
}

// things returns the number of a if it counts things that "of them" can take up, nil if
// not.
func (r *amountReader) things(a *term) *fact.Number {
	if !a.counts() || a.Noun == "" || !exact(a) || a.Value < 3 {
		return nil
	}
	return a.Number
}

// opensParts reports whether the sentence begins with a part: "Seven were men",
// "The other five", "They were seven men".
func (r *amountReader) opensParts() bool {
	a := &r.nums[0]
	switch {
	case !a.counts() || !exact(a) || a.Value >= r.open.whole.Value || a.lead > 3:
		return false
	case a.lead == 0, r.Is(a.lead-1, en.Remainder):
	case r.Phrase(0, en.They, en.BeComprised):
		return a.lead == 2 && len(r.nums) > 1 && lexicon.PersonWord(a.Noun)
	default:
		return false
	}
	if r.Is(a.to, en.Of) {
		return r.ofGroup(a.to + 1)
	}
	if !lexicon.PersonWord(r.open.whole.Noun) {
		return false
	}
	return a.Noun == "" || lexicon.PersonWord(a.Noun) && len(r.nums) > 1
}

// ofGroup reports whether the words at token k stand for the open group: them,
// the dead, the victims, the soldiers where soldiers were counted.
func (r *amountReader) ofGroup(k int) bool {
	if r.Is(k, en.The) {
		k++
	} else if r.Is(k, en.ThemAll) {
		return true
	}
	noun, _ := lexicon.Singular(r.Tok(k).Lower)
	return r.Is(k, en.DeadNoun) || noun == r.open.whole.Noun
}

// goOn returns the open group with the parts of this sentence, and writes the sum
// once nobody is left out or too many are counted; then no group is left.
func (r *amountReader) goOn() group {
	end, _ := r.run(0)
	parts := r.nums[:end]
	fits := func(p *term) bool {
		return r.partOf(r.open.whole, p.Number, openMark) && p.Value < r.open.whole.Value && p.Bound == ""
	}
	sort := r.labels(parts)
	if !all(parts, fits) || !sort.apart && len(parts) > 1 || len(r.open.parts) > maxParts {
		return group{}
	}
	g := r.open
	g.parts = append(slices.Clone(g.parts), copied(parts)...)
	rest := r.rest(parts)
	if len(g.parts) > 1 && (rest || len(parts) > 1) {
		r.addUp(&fact.Total{Form: "sum", Whole: *g.whole, Parts: g.parts, Complete: rest || sort.sexes || r.Is(0, en.They)})
	}
	if rest || len(parts) > 1 && sort.sexes {
		return group{}
	}
	return g
}
