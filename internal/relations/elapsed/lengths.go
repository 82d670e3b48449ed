package elapsed

import (
	"fmt"
	"math"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// A unit is a unit of time, in the order of data/spanwords.tsv.
type unit int

const (
	noUnit unit = iota
	minutes
	hours
	days
	weeks
	fortnights
	months
	years
	decades
	centuries
)

var unitNames = [...]string{minutes: "minute", hours: "hour", days: "day", weeks: "week", months: "month", years: "year", decades: "decade", centuries: "century"}

// A length is a number of units as a text states it.
type length struct {
	n       float64
	unit    unit
	hyphen  bool   // "10-day", "week-long": part of a noun phrase
	article bool   // "a year"
	figure  bool   // in digits
	count   [2]int // tokens of the number
	approx  bool
	running bool   // "in its 40th year": not yet over
	bound   string // more, less, least, most or empty
}

// lengthAt reads a length of time, or an age, at token k into p.
func (r *elapsedReader) lengthAt(k int, p *chunk) bool {
	t := &r.Toks[k]
	if t.Kind == page.TokenMark {
		return false
	}
	if w := lexicon.SpanWordOf(t.Lower); w.Class&lexicon.SpanWhole != 0 {
		return r.whole(k, k+1, unit(w.Value), p)
	} else if w.Class&lexicon.SpanUnit != 0 && r.isLong(k+1) {
		return r.whole(k, k+3, unit(w.Value), p)
	}
	if r.Hyphen(k-1) && t.Glued {
		return false // the upper end of "10-15 years"
	}
	l, at, ok := r.countOf(k)
	if !ok {
		return false
	}
	if r.Hyphen(at) {
		l.hyphen = true
		at++
	}
	for r.Is(at, en.LengthFiller) {
		at++
	}
	w := lexicon.SpanWordOf(r.Tok(at).Lower)
	if w.Class&lexicon.SpanUnit == 0 || r.Tok(at).Kind != page.TokenWord || r.Tok(at).Possessive && l.hyphen {
		return false
	}
	l.unit = unit(w.Value)
	if _, n := r.AgeUnit(at); n > 0 {
		p.kind, p.to, p.n, p.length = chunkAge, at+n, l.n, l
		return l.unit == years
	}
	at = r.halfBehind(at+1, &l)
	if r.isLong(at) {
		l.hyphen = true
		at += 2
	}
	r.bounds(k, at, &l)
	l.settle()
	p.kind, p.to, p.length = chunkLength, at, l
	return true
}

// whole is "weeklong" and "week-long".
func (r *elapsedReader) whole(k, to int, u unit, p *chunk) bool {
	p.kind, p.to = chunkLength, to
	p.length = length{n: 1, unit: u, hyphen: true, count: [2]int{k, k}}
	p.length.settle()
	return true
}

// isLong reports whether "-long" stands at token k.
func (r *elapsedReader) isLong(k int) bool { return r.Hyphen(k) && r.Is(k+1, en.Long) }

// countOf reads how many units a length has at token k, and returns the token
// behind.
func (r *elapsedReader) countOf(k int) (l length, to int, ok bool) {
	l.count = [2]int{k, k + 1}
	article, the := r.Is(k, en.IndefiniteArticle), r.Is(k, en.The)
	first := k
	if article || the {
		first++
	}
	switch {
	case r.Is(first, en.Half):
		l.n, l.count[1] = 0.5, first+1
		return l, r.over(first+1, en.A), true
	case r.Is(first, en.Quarter):
		l.n, l.count[1] = 0.25, first+1
		return l, r.over(first+1, en.Of, en.A), true
	case the:
		return l, first, false
	case article && !r.IsScale(first):
		l.n, l.article = 1, true
		return l, first, true
	case !article && !r.opensCount(k):
		return l, k, false
	}
	a, ok := r.Numeral(k, false)
	if !ok {
		return l, k, false
	}
	l.n, l.figure, l.count = a.Value, a.Figure, [2]int{k, a.To}
	return l, r.halfBehind(a.To, &l), true
}

// over returns the token behind a phrase at token k, k if it does not stand there.
func (r *elapsedReader) over(k int, phrase ...en.Class) int {
	if r.Phrase(k, phrase...) {
		return k + len(phrase)
	}
	return k
}

// opensCount reports whether a number can begin at token k.
func (r *elapsedReader) opensCount(k int) bool {
	t := r.Tok(k)
	if t.Kind == page.TokenFigure {
		return t.Valid
	}
	n, ok := lexicon.NumeralOf(t.Lower)
	return ok && (n.Kind == lexicon.NumeralUnit || n.Kind == lexicon.NumeralTen)
}

// halfBehind reads "and a half" and "-and-a-half" behind a number, and returns the
// token behind.
func (r *elapsedReader) halfBehind(k int, l *length) int {
	to := k
	for _, c := range [...]en.Class{en.And, en.A, en.Half} {
		to = r.over(to, en.Hyphen)
		if !r.Is(to, c) {
			return k
		}
		to++
	}
	l.n += 0.5
	return to
}

// bounds reads what limits the length of tokens [from, to): "about", "more
// than", "or so", "five to".
func (r *elapsedReader) bounds(from, to int, l *length) {
	bound, _ := r.BoundBefore(from, numbers.Quantity{From: from, To: to, Figure: true})
	switch {
	case r.Is(from-1, en.Over):
		bound = numbers.More
	case r.Is(from-1, en.Under):
		bound = numbers.Less
	}
	if b, _ := r.BoundAfter(to); b != "" {
		bound = b
	}
	if r.Phrase(to, en.Or, en.So) || r.Is(from-1, en.To) && r.Tok(from-2).Kind == page.TokenFigure || r.Is(from-1, en.Or) && r.opensCount(from-2) {
		bound = numbers.Roughly
	}
	if l.approx = bound == numbers.Roughly; !l.approx {
		l.bound = bound
	}
}

// settle writes fortnights as weeks, and half a decade or century as years. The
// number that the text has is then of another unit, and no fix can replace it.
func (l *length) settle() {
	whole, unit := l.n == math.Trunc(l.n), l.unit
	defer func() {
		if l.unit != unit {
			l.count[1] = l.count[0]
		}
	}()
	switch {
	case l.unit == fortnights:
		l.n, l.unit = l.n*2, weeks
	case l.unit == centuries && !whole:
		l.n, l.unit, l.approx = l.n*100, years, true
	case l.unit == decades && !whole:
		l.n, l.unit, l.approx = l.n*10, years, true
	case l.unit == years && l.n == 0.5:
		l.n, l.unit = 6, months
	}
}

// A counting is how long it is between two times, in one unit.
type counting struct {
	least, most float64 // what a text may call it
	words       string  // "8 or 9 years"
	backward    bool    // the end lies before the start
}

// between counts the units of u from a to b, which must not lie before it. ok
// is false if the times are too coarse for the unit.
func between(u unit, a, b *stretch) (c counting, ok bool) {
	if b.last < a.first {
		a, b = b, a
	}
	low, high := max(0, int(b.first-a.last)), int(b.last-a.first)
	switch u {
	case days:
		if !a.isDay() || !b.isDay() {
			return c, false
		}
		c.least, c.most = float64(low), float64(high)
	case weeks:
		if high-low > 31 {
			return c, false
		}
		c.least, c.most = float64(low-3)/7, float64(high+3)/7
		return c.say(math.Round(float64(low)/7), math.Round(float64(high)/7), u, low, high), true
	case months:
		if high-low > 62 || a.coarse() || b.coarse() {
			return c, false
		}
		c.least, c.most = monthsBetween(a, b)
	case years, decades, centuries:
		c.least, c.most = yearsBetween(a, b)
		if u != years {
			return c.coarser(u), true
		}
	default:
		return c, false
	}
	return c.say(c.least, c.most, u, low, high), true
}

// A stretch is the days of a time, both ends included.
type stretch struct{ first, last timeline.Day }

func stretchOf(i timeline.Interval) *stretch { return &stretch{i.From.Day(), i.LastDay()} }

func (s *stretch) isDay() bool { return s.first == s.last }

// coarse reports whether s is longer than a month.
func (s *stretch) coarse() bool { return s.last-s.first > 31 }

// civilMonths counts the full months from a to b and the days left, as a
// number.
func civilMonths(a, b timeline.Day) float64 {
	if b < a {
		return 0
	}
	ay, am, ad := a.Civil()
	by, bm, bd := b.Civil()
	return float64((by-ay)*12+int(bm-am)) + float64(bd-ad)/31
}

func monthsBetween(a, b *stretch) (least, most float64) {
	low, high := civilMonths(a.last, b.first), civilMonths(a.first, b.last)
	ay, am, _ := a.first.Civil()
	by, bm, _ := b.first.Civil()
	diff := float64((by-ay)*12 + int(bm-am))
	if a.isDay() && b.isDay() {
		return math.Floor(low), math.Round(high)
	}
	return math.Min(math.Round(low), diff), math.Max(math.Floor(high), diff)
}

// yearsBetween counts years: of full dates down or to the nearest, of years
// alone from one less than their difference, which a birthday not yet reached
// can leave.
func yearsBetween(a, b *stretch) (least, most float64) {
	low, high := civilMonths(a.last, b.first)/12, civilMonths(a.first, b.last)/12
	if a.coarse() || b.coarse() {
		return math.Floor(low + 1e-9), math.Floor(high + 1e-9)
	}
	return math.Floor(low), math.Round(high)
}

// roundYears is how many years a text may be off that counts in decades or
// centuries, as a part of what it counts, and at least.
const (
	roundPart  = 0.15
	roundYears = 4.0
)

// coarser turns years into decades or centuries, which texts round.
func (c counting) coarser(u unit) counting {
	low, high, size := c.least, c.most, 10.0
	if u == centuries {
		size = 100
	}
	c.least = (low - math.Max(roundYears, roundPart*low)) / size
	c.most = (high + math.Max(roundYears, roundPart*high)) / size
	return c.say(low, high, years, 0, 0)
}

// say writes a count in words; low and high are the days that it was made from.
func (c counting) say(least, most float64, u unit, low, high int) counting {
	noun := unitNames[u] + "s"
	switch {
	case u == weeks && low == high && low%7 != 0, most == 0:
		c.words = plural(high, "day")
	case least == most:
		c.words = plural(int(most), unitNames[u])
	case least+1 == most:
		c.words = fmt.Sprintf("%d or %d %s", int(least), int(most), noun)
	default:
		c.words = fmt.Sprintf("%d to %d %s", int(least), int(most), noun)
	}
	return c
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
