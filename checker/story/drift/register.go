package drift

import (
	"math"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// A register finds values of one kind that may agree with another without looking
// at all of them.
type register struct {
	all   []*value
	byKey map[mark][]*value
}

// A mark is something that values which agree have in common.
type mark struct {
	sort byte
	n    int64
	word string
}

// The sorts of marks.
const (
	markDay     = iota // a day that the time touches
	markLongIn         // a year that a long time touches
	markShortIn        // a year that a short time touches
	markFigure         // the number as it stands
	markSize           // its order of magnitude in one unit
	markWord           // a word of a name
	markPrefix         // how its first word begins
)

func newRegister(values []*value) *register {
	r := &register{byKey: map[mark][]*value{}}
	for n, v := range values {
		v.order = n
		r.all = append(r.all, v)
		for _, m := range v.marks(0) {
			r.byKey[m] = append(r.byKey[m], v)
		}
	}
	return r
}

// maxTried is how many values under one mark are looked at, and maxLooks how many under
// all marks of a value: a document that names each day of a month a thousand times has
// no more to say of it.
const (
	maxTried = 256
	maxLooks = 512
)

// agreeing calls f with values that agree with v until it returns false; some more
// than once.
func (r *register) agreeing(v *value, f func(*value) bool) {
	looks := maxLooks
	for _, m := range v.marks(1) {
		list := r.byKey[m]
		for _, o := range list[:min(len(list), maxTried, looks)] {
			looks--
			if v.relate(o) == agrees && !f(o) {
				return
			}
		}
	}
}

// marks returns what a value is filed under, or with slack 1 what it is looked for
// under: its marks and those beside them.
func (v *value) marks(slack int64) []mark {
	switch v.kind {
	case kindTime:
		return timeMarks(v, slack)
	case kindNumber:
		return numberMarks(v.number, slack)
	}
	return nameMarks(v.name, v.plain)
}

// shortTime is up to how many days a time is filed under each of its days.
const shortTime = 31

// maxYears is how many years of a long time are marks.
const maxYears = 40

func timeMarks(v *value, slack int64) []mark {
	iv := days(v.time.When)
	from, to := iv.From.Day(), iv.LastDay()
	short := to-from < shortTime
	var out []mark
	if short {
		reach := timeline.Day(slack * weekOff)
		for d := from; d <= to+reach; d++ {
			out = append(out, mark{sort: markDay, n: int64(d)})
		}
		for d := from - 1; d >= from-reach; d-- {
			out = append(out, mark{sort: markDay, n: int64(d)})
		}
	}
	first, _, _ := from.Civil()
	last, _, _ := to.Civil()
	for y := first; y <= last && y < first+maxYears; y++ {
		in, of := byte(markShortIn), byte(markLongIn)
		if !short {
			in, of = of, in
		}
		switch {
		case slack == 0:
			out = append(out, mark{sort: in, n: int64(y)})
		case short:
			out = append(out, mark{sort: of, n: int64(y)})
		default:
			out = append(out, mark{sort: of, n: int64(y)}, mark{sort: in, n: int64(y)})
		}
	}
	return out
}

// numberMarks files a number by its digits and by its size, a range by every size
// that it spans.
func numberMarks(n *fact.Number, slack int64) []mark {
	out := []mark{figureMark(n)}
	low := magnitude(n, n.Value)
	high := low
	if n.Upper != nil {
		high = magnitude(n, *n.Upper)
	}
	kind := n.Kind
	if kind == numbers.KindShare {
		kind = numbers.KindPercent
	}
	for k := low - slack; k <= min(high, low+8)+slack; k++ {
		out = append(out, mark{markSize, k, kind})
	}
	return out
}

// figureMark files a number by its digits alone.
func figureMark(n *fact.Number) mark {
	return mark{sort: markFigure, n: int64(math.Float64bits(n.Value / unitStep(n)))}
}

// magnitude is the order of size of a number, in base two, of a measure in SI units.
func magnitude(n *fact.Number, x float64) int64 {
	switch {
	case n.Kind == numbers.KindShare:
		x *= 100
	case strings.Contains(n.Unit, fahrenheit):
		x = (x - 32) / 1.8
	case n.Kind == numbers.KindMeasure:
		if m, ok := lexicon.MeasureOf(n.Unit); ok && len(m.Factors) > 0 && m.Quantity != temperature {
			x *= m.Factors[0]
		}
	}
	return int64(math.Ilogb(math.Abs(x)))
}

// prefixLength is with how many letters names begin that differ in an ending only.
const prefixLength = 3

func nameMarks(name, plainName []string) []mark {
	var out []mark
	for _, w := range name {
		out = append(out, mark{sort: markWord, word: w})
	}
	for _, w := range plainName {
		out = append(out, mark{sort: markWord, word: w})
	}
	return append(out, mark{sort: markPrefix, word: name[0][:min(len(name[0]), prefixLength)]})
}
