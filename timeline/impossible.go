package timeline

import "strings"

// noSuchPeriod reads at i a part of a year that years do not have: "the fifth
// quarter of 2018", "Q5 2018", "week 54 of the year". The year must be said, as
// other things than years have quarters, halves and weeks.
func (s *scanner) noSuchPeriod(i int) (int, Reading, bool) {
	k := s.skipThe(i)
	if k >= s.hi {
		return 0, Reading{}, false
	}
	grain, has, n, next := s.numberedPart(k)
	if grain == NoGrain || n <= has {
		return 0, Reading{}, false
	}
	end, y, ok := s.ofYear(next)
	if !ok {
		return 0, Reading{}, false
	}
	r := newReading(DATE, opQuarter, grain)
	r.n, r.year, r.Relative = n, y, y < 0
	r.Problem = map[Grain]string{GrainQuarter: "a year has four quarters", GrainHalf: "a year has two halves", GrainWeek: "a year has at most 53 weeks"}[grain]
	return end, r, true
}

// maxPart is the highest number of a period that is taken for a slip.
const maxPart = 99

// numberedPart reads a numbered quarter, half or week at k. It returns how many
// of them a year has at most, and no grain where there is none.
func (s *scanner) numberedPart(k int) (g Grain, has, n, next int) {
	t := &s.toks[k]
	switch {
	case s.wordIs(k, "week") && k+1 < s.hi && s.toks[k+1].num >= 0 && s.toks[k+1].num <= maxPart:
		return GrainWeek, 53, int(s.toks[k+1].num), k + 2
	case t.kind == tokWord && t.end-t.start == 2 && t.b == 'Q' && isDigit(s.src[t.start+1]):
		return GrainQuarter, 4, int(s.src[t.start+1] - '0'), k + 1
	case !t.is(cOrdinal) && t.num < 0 && !t.is(cNumber):
		return NoGrain, 0, 0, k
	}
	n, next, ok := s.ordinal(k)
	if !ok || n > maxPart {
		return NoGrain, 0, 0, k
	}
	if s.punct(next, '-') && s.glued(next) {
		next++
	}
	switch {
	case s.wordIs(next, "quarter"):
		return GrainQuarter, 4, n, next + 1
	case s.wordIs(next, "half"):
		return GrainHalf, 2, n, next + 1
	case s.wordIs(next, "week"):
		return GrainWeek, 53, n, next + 1
	}
	return NoGrain, 0, 0, k
}

// ofYear reads "of 2018", "2018", "of the year", "of last year" at k. The year is
// -1 where it is not said.
func (s *scanner) ofYear(k int) (next, y int, ok bool) {
	of := s.is(k, cOf) || s.wordIs(k, "in")
	if of || s.punct(k, ',') {
		k++
	}
	if s.is(k, cFiscal) {
		k++
	}
	if y, next, ok := s.year(k); ok {
		return next, y, true
	}
	if _, next, ok := s.relativeYear(k); ok {
		return next, -1, true
	}
	if of && s.is(k, cArticle) && s.wordIs(k+1, "year") {
		return k + 2, -1, true
	}
	return k, 0, false
}

// maxBeyond is the highest number beside a month that is taken for a slip of its
// day where no ordinal says so.
const maxBeyond = 49

// dayBeyond reads the number of a day that no month has, at i beside a month: 0,
// or 32 to 49 where dated says that only a day can stand there, or any above 31
// as an ordinal.
func (s *scanner) dayBeyond(i int, dated bool) (d, next int, ok bool) {
	if i >= s.hi || s.toks[i].num < 0 || s.toks[i].end-s.toks[i].start > 4 || s.glued(i+1) && s.glued(i+2) {
		return 0, i, false
	}
	d = int(s.toks[i].num)
	ordinal := s.toks[i].kind == tokWord
	switch {
	case d > 0 && d < 32, ordinal && (d > 99 || !s.isOrdinalDay(i)), !ordinal && (d > maxBeyond || !dated):
		return 0, i, false
	}
	return d, i + 1, true
}

// onDay reports whether a day must follow at token i by the word before it: "on
// June 32", "until 0 June", "the deadline, Oct. 32,".
func (s *scanner) onDay(i int) bool {
	if i < 1 || s.toks[i-1].kind != tokWord {
		return i > 1 && i < len(s.toks) && s.toks[i-1].punct(',') && s.toks[i].is(cMonth) && s.toks[i].abbr()
	}
	switch s.toks[i-1].end - s.toks[i-1].start {
	case 2:
		return s.wordIs(i-1, "on") || s.wordIs(i-1, "by") || s.wordIs(i-1, "of")
	case 3:
		return s.wordIs(i-1, "for")
	case 5:
		return s.wordIs(i-1, "until") || s.wordIs(i-1, "since") || s.wordIs(i-1, "after") || s.wordIs(i-1, "dated")
	}
	return s.wordIs(i-1, "before") || s.is2(i-1, cWeekday)
}

// isDayOf reports whether the number before a month that begins at token i, and
// the month, which end before next, are a day by their neighbours, and not a
// count, a page, a room: asked of those that do not exist.
func (s *scanner) isDayOf(i, next int) bool {
	if next < len(s.toks) && s.toks[next].num >= 0 && s.toks[next].breaks == 0 {
		return false // scored 31 June 4
	}
	if i == 0 || s.toks[i].breaks > 0 {
		return true
	}
	p := &s.toks[i-1]
	switch {
	case p.is(cPreposition|cLink|cArticle|cWeekday|cModifier|cJoin|cClause) || p.kind == tokPunct:
		return true
	case p.is(cNumbered|cScore) || p.capital:
		return false
	}
	return s.ends(next) && !s.toks[next-1].punct('.') || s.calm(next)
}

// LastOfMonth returns the last day of the month of which the words name a day
// that it has not; of a February without its year the 28th.
func (t *Time) LastOfMonth() (Day, bool) {
	if t.Problem == "" || t.dom < 28 || t.month < 1 || t.month > 12 {
		return 0, false
	}
	y := t.year
	if y < 0 {
		y = 2001 // no leap year
	}
	return Date(y, monthOf(t.month), DaysIn(y, monthOf(t.month))), true
}

// OddMeridiem reports whether a.m. or p.m. stands with an hour that the 12-hour
// clock has not: "14:30 p.m.".
func (t *Time) OddMeridiem() bool {
	return t.Problem != "" && strings.HasSuffix(t.Problem, oddMeridiem)
}
