package drift

import (
	"math"
	"slices"

	"factcheck/internal/fact"
)

// smallCount is up to which number the figures that one is reckoned from must stand in
// one passage: of many figures some two always differ by nine.
const smallCount = 30

// maxTerms is how many figures of one kind are added and subtracted.
const maxTerms = 256

// derived reports whether a number is the sum or the difference of two that the sources
// state, of the same things or in the same unit; or of two of one passage, of which one
// may stand without its unit.
func (c *comparison) derived(v *value) bool {
	n := v.number
	if n.Kind == kindClock || n.Kind == kindLength || n.Kind == kindOrdinal || n.Value <= 1 {
		return false
	}
	like := c.addends[addendOf(n)]
	for i, a := range like {
		for _, b := range like[:i] {
			if (a.passage == b.passage || n.Value > smallCount) && makes(n, a, b) {
				return true
			}
		}
		for _, b := range c.Sources.values[a.passage] {
			if b.kind == kindNumber && bare(b.number) && makes(n, a, b) {
				return true
			}
		}
	}
	return false
}

// makes reports whether a number is the sum or the difference of two.
func makes(n *fact.Number, a, b *value) bool {
	x, y := a.number.Value, b.number.Value
	return nearly(n, x+y) || nearly(n, math.Abs(x-y))
}

// nearly reports whether a sum is what a number rounds.
func nearly(n *fact.Number, x float64) bool {
	return math.Abs(n.Value-x) <= math.Max(slackOf(n), 1e-9*math.Abs(x))
}

// slackOf is by how much a sum may miss the number that is to be it.
func slackOf(n *fact.Number) float64 {
	if n.Approx {
		return .5 * n.Step
	}
	return 0
}

// An addend is what numbers have in common that are added: kind and unit.
type addend struct{ kind, unit string }

func addendOf(n *fact.Number) addend { return addend{n.Kind, n.Unit} }

// addendsOf files the numbers of the sources by what they can be added to.
func addendsOf(all []*value) map[addend][]*value {
	out := map[addend][]*value{}
	for _, v := range all {
		k := addendOf(v.number)
		if len(out[k]) < maxTerms && !slices.ContainsFunc(out[k], func(o *value) bool { return o.number.Value == v.number.Value && o.passage == v.passage }) {
			out[k] = append(out[k], v)
		}
	}
	return out
}
