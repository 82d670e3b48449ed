package elapsed

import (
	"math"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/timeline"
)

// spanning reads a length with the range that it lasted: “a three-day visit
// from Monday to Wednesday”, “the 1980-88 war lasted eight years”.
func (r *elapsedReader) spanning(i int) bool {
	l := r.ps[i].length
	if l.article || r.dosed(i) {
		return false
	}
	for _, s := range r.spans {
		if !(s.a > i && r.rangeFollows(i, s) || s.b < i && r.rangePrecedes(i, s)) {
			continue
		}
		start, end := r.endAt(s.a), r.endAt(s.b)
		if c, ok := r.lasting(l, start.time, end.time); ok {
			r.all.lapses = append(r.all.lapses, r.lapse(formSpan, i, i, l, c, start, end))
			return true
		}
	}
	return false
}

// dosed reports whether the length at chunk i is one of several or a rate:
// “every two years”, “the first two weeks”, not “the talks last two weeks”.
func (r *elapsedReader) dosed(i int) bool {
	before, behind := r.p(i-1), r.p(i+1)
	if before.of(en.Lasts) && r.p(i-2).open() {
		return false
	}
	return before.of(en.OneOfSeveral) || behind.of(en.Of) && !r.ps[i].length.hyphen || behind.of(en.Apostrophe)
}

// How many chunks may stand between a length and its range: behind a length that is part
// of a noun phrase, behind another, before one.
const (
	phraseReach   = 10
	followReach   = 6
	precedeReach  = 8
	relativeReach = 4 // of “that was”
)

// rangeFollows reports whether the range s says when the length at chunk i was.
func (r *elapsedReader) rangeFollows(i int, s chunkRange) bool {
	l := r.ps[i].length
	k, opened := s.a-1, s.paired
	if s.paired {
		for ; k > i && !r.ps[k].of(en.Begins); k-- {
		}
		k--
	} else {
		for ; k > i && (r.ps[k].of(en.LightWord, en.OpensRange) || r.ps[k].parts()); k-- {
			opened = true
		}
	}
	if !opened && s.a != i+1 || k-i > phraseReach || k-i > followReach && !l.hyphen {
		return false
	}
	for n := 0; n < relativeReach && k > i && r.ps[k].of(en.RelativeLink); n++ {
		k--
	}
	for ; k > i; k-- {
		if !r.ps[k].inPhrase(l) {
			return false
		}
	}
	return true
}

// inPhrase reports whether p can stand between a length and its range, both
// said of the same: no other time or verb, no preposition that makes the range
// that of something else (“a four-year sentence for fraud from 2001 to 2011”).
func (p *chunk) inPhrase(l length) bool {
	switch {
	case !p.is(chunkWord|chunkFigure|chunkOrdinal) && !p.of(en.Hyphen, en.Apostrophe, en.FullStop),
		p.opensClause(), p.of(en.LeavesPhrase), lexicon.ChangeWord(p.lower):
		return false
	case p.of(en.On, en.Over):
		return l.unit <= weeks
	case p.of(en.To, en.With, en.By):
		return l.hyphen
	}
	return true
}

// rangePrecedes reports whether the length at chunk i tells how long the range
// s before it was: “from 1979 until 1990, a total of 12 years”, “the 1980-88 war
// lasted eight years”.
func (r *elapsedReader) rangePrecedes(i int, s chunkRange) bool {
	k := i - 1
	for ; k > s.b && r.ps[k].of(en.LightWord, en.BeforeLength); k-- {
	}
	if i-k > precedeReach || k-s.b > followReach {
		return false
	}
	if r.ps[k].of(en.Lasts) {
		for k--; k > s.b; k-- {
			if p := &r.ps[k]; p.kind != chunkWord && !p.of(en.Comma, en.BracketEnd) || p.of(en.And, en.But, en.Who) {
				return false
			}
		}
		return true
	}
	for ; k > s.b && r.ps[k].parts(); k-- {
	}
	return k == s.b && (r.closes(r.overall(i+1)) || r.ps[i].length.hyphen) && !r.p(i+1).of(en.Hyphen)
}

// overall returns the chunk behind “in all” or “altogether” at chunk k, k for
// none.
func (r *elapsedReader) overall(k int) int {
	switch {
	case r.p(k).of(en.AllInAll):
		return k + 1
	case r.p(k).of(en.In) && r.p(k+1).of(en.All, en.Total):
		return k + 2
	}
	return k
}

// lasting counts how long it is from one time to another, both included or
// not, as texts do for what lasted.
func (r *elapsedReader) lasting(l length, from, to *timeline.Time) (c counting, ok bool) {
	if l.unit == hours && from.Type == timeline.DATE && l.n >= 24 {
		l.n, l.unit = l.n/24, days
		c, ok = r.lasting(l, from, to)
		c.least, c.most = c.least*24, c.most*24
		return c, ok
	}
	if l.unit <= hours {
		return r.clockLength(l, from, to)
	}
	if from.Type != timeline.DATE || to.Type != timeline.DATE {
		return c, false
	}
	if from.BareWeekday() || to.BareWeekday() {
		n := float64((to.Weekday - from.Weekday + 7) % 7)
		c.least, c.most = n, n+1
		return c.say(n, n+1, days, 0, 0), l.unit == days && from.Weekday >= 0 && to.Weekday >= 0
	}
	a, b := stretchOf(from.When), stretchOf(to.When)
	if b.last < a.first && (from.Relative || to.Relative) {
		b = &stretch{b.first.AddMonths(12), b.last.AddMonths(12)}
	}
	if b.last < a.first {
		return c, false
	}
	return spanLength(l, a, b, from.Relative || to.Relative)
}

// spanLength counts from a to b.
func spanLength(l length, a, b *stretch, inferred bool) (c counting, ok bool) {
	switch l.unit {
	case days:
		if !a.isDay() || !b.isDay() {
			return c, false
		}
		n := float64(b.last - a.first)
		c.least, c.most = n, n+1
	case weeks:
		if !a.isDay() || !b.isDay() {
			return c, false
		}
		n := int(b.last-a.first) + 1
		c.least, c.most = float64(n-4)/7, float64(n+3)/7
		return c.say(float64(n), float64(n), days, n, n), true
	case months:
		if a.coarse() || b.coarse() {
			return c, false
		}
		c.least, c.most = spanMonths(a, b)
		if inferred {
			c.least, c.most = math.Mod(c.least, 12), math.Mod(c.least, 12)+c.most-c.least
		}
	case years:
		c.least, c.most = spanYears(l, a, b)
	case decades, centuries:
		c.least, c.most = spanYears(l, a, b)
		return c.coarser(l.unit), true
	default:
		return c, false
	}
	return c.say(c.least, c.most, l.unit, 0, 0), true
}

func spanMonths(a, b *stretch) (least, most float64) {
	ay, am, _ := a.first.Civil()
	by, bm, _ := b.first.Civil()
	if diff := float64((by-ay)*12 + int(bm-am)); !a.isDay() && !b.isDay() {
		return diff, diff + 1
	}
	return math.Floor(civilMonths(a.last, b.first)), math.Ceil(civilMonths(a.first, b.last+1))
}

// spanYears counts years: of two years as many as their difference or one more,
// for the first and the last may both count, and one less where they are not
// part of a name such as “the ten-year war”.
func spanYears(l length, a, b *stretch) (least, most float64) {
	if a.coarse() || b.coarse() {
		ay, _, _ := a.first.Civil()
		by, _, _ := b.first.Civil()
		diff := float64(by - ay)
		if l.hyphen {
			return diff, diff + 1
		}
		return max(0, diff-1), diff + 1
	}
	return math.Floor(civilMonths(a.last, b.first) / 12), math.Ceil(civilMonths(a.first, b.last+1)/12 - 0.25)
}

// clockSlack is how many minutes a length in hours may be off its clock times.
const clockSlack = 29

// clockLength counts the hours or minutes between two clock times, over
// midnight if the second is the smaller.
func (r *elapsedReader) clockLength(l length, from, to *timeline.Time) (c counting, ok bool) {
	a, ok := from.Clock()
	b, ok2 := to.Clock()
	if !ok || !ok2 || from.HalfOpen || to.HalfOpen || r.dayStated(from) && r.dayStated(to) {
		return c, false
	}
	n := float64((b - a + 24*60) % (24 * 60))
	c.words = clockWords(int(n))
	if l.unit == hours {
		c.least, c.most = (n-clockSlack)/60, (n+clockSlack)/60
		return c, n > 0
	}
	c.least, c.most = n*0.9, n*1.1
	return c, n > 0
}

func clockWords(n int) string {
	switch {
	case n < 60:
		return plural(n, "minute")
	case n%60 == 0:
		return plural(n/60, "hour")
	}
	return plural(n/60, "hour") + " and " + plural(n%60, "minute")
}
