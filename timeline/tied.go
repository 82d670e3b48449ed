package timeline

// A time may be tied to another: a weekday to its week ("Tuesday of last week"),
// a length to the day it counts from ("a week from Friday", "two days before
// Christmas", "a year ago today").

// tie reads what ties the weekday that ends before i to a week or to another time:
// "of next week", "last week", "after next", "before Christmas", "after" alone.
// the tells that "the" stands before the weekday.
func (s *scanner) tie(i int, r Reading, the bool) (int, Reading) {
	if end, shift, discourse, ok := s.weekOfDay(i); ok {
		r.modified, r.n, r.inWeek, r.Discourse, r.future, r.asks = true, shift, true, discourse, false, false
		return end, r
	}
	if s.oneOf(i, unitWeek) && !r.plural && !r.modified && (s.ends(i+1) || s.calm(i+1)) && !s.hyphened(i) {
		r.modified, r.n, r.dayOff, r.future, r.asks = true, 1, 7, false, false
		return i + 1, r // Friday week
	}
	if !the || r.plural || r.modified || !s.isVal(i, cAgo, -2) && !s.isVal(i, cAgo, 2) || !s.wordIs(i, "after") && !s.wordIs(i, "before") {
		return i, r
	}
	dir := s.val0(i, cAgo) / 2
	switch next := i + 1; {
	case dir > 0 && s.wordIs(next, "next") && next < s.hi && (s.ends(next+1) || s.calm(next+1)):
		r.modified, r.n, r.dayOff = true, 1, 7
		return next + 1, r
	case dir < 0 && s.wordIs(next, "last") && next < s.hi && (s.ends(next+1) || s.calm(next+1)):
		r.modified, r.n, r.dayOff = true, -1, -7
		return next + 1, r
	case s.ends(next):
		r.modified, r.n, r.Discourse, r.asks = true, dir, true, false
		return next, r
	default:
		if end, base, ok := s.anchorTime(next); ok {
			r.modified, r.n, r.from, r.asks = true, dir, base, false
			r.Relative = base.Relative
			return end, r
		}
	}
	return i, r
}

// weekOfDay reads the week of a weekday at i: "of last week", ", next week", "of the
// following week", "that week".
func (s *scanner) weekOfDay(i int) (end, shift int, discourse, ok bool) {
	k := i
	if s.is(k, cOf) {
		k = s.skipThe(k + 1)
	}
	switch {
	case s.isModifier(k) && s.oneOf(k+1, unitWeek):
		return k + 2, s.val0(k, cModifier), s.discourse(k), !(s.wordIs(k, "same") && k == i)
	case s.is(k, cPointer) && s.oneOf(k+1, unitWeek):
		return k + 2, 0, true, true
	}
	return i, 0, false, false
}

// weekdaysAgo reads "two Sundays ago", "three Fridays from now", "two summers ago"
// at i.
func (s *scanner) weekdaysAgo(i int) (int, Reading, bool) {
	n, k, ok := s.number(i)
	if ok && n > 0 && n <= 60 && s.is(k, cSeason) && s.isVal(k+1, cAgo, -1) {
		r := newReading(DATE, opShift, GrainSeason)
		r.Relative, r.unit, r.part, r.n = true, GrainSeason, s.val0(k, cSeason), -n
		return k + 2, r, true
	}
	if !ok || n < 1 || n > 60 || !s.is(k, cWeekday) || !s.toks[k].plural() {
		return 0, Reading{}, false
	}
	r := newReading(DATE, opWeekday, GrainDay)
	r.Relative, r.modified, r.Weekday = true, true, s.val0(k, cWeekday)
	switch {
	case s.isVal(k+1, cAgo, -1):
		r.n, r.dayOff = -1, -7*(n-1)
		return k + 2, r, true
	case s.wordIs(k+1, "from") && s.wordIs(k+2, "now"):
		r.n, r.dayOff = 1, 7*(n-1)
		return k + 3, r, true
	}
	return 0, r, false
}

// anchorTime reads the day that another time counts from at i: a weekday, today, a
// named day, a date; not where it belongs to a noun behind it.
func (s *scanner) anchorTime(i int) (int, *Reading, bool) {
	if i >= s.hi {
		return 0, nil, false
	}
	for _, match := range [...]func(*scanner, int) (int, Reading, bool){(*scanner).matchNamed, (*scanner).matchNth, (*scanner).matchDate, (*scanner).matchWeekday, (*scanner).matchDeictic} {
		end, d, ok := match(s, i)
		if ok && end <= s.hi && d.Type == DATE && d.Grain == GrainDay && d.from == nil && d.op != opPresent && d.op != opVague && !s.possessive(end-1) && (s.ends(end) || s.calm(end) || s.is(end, cJoin)) {
			return end, &d, true
		}
	}
	return 0, nil, false
}

// countedFrom makes r, an offset of n units, that begins at token begin, one that
// counts from the time at i, and returns the index after it: "a week from Friday", "a year ago today".
func (s *scanner) countedFrom(begin, i int, r Reading, n int, g Grain) (int, Reading, bool) {
	if g != GrainDay && g != GrainWeek && g != GrainMonth && g != GrainYear {
		return 0, r, false
	}
	end, base, ok := s.anchorTime(i)
	if !ok {
		return 0, r, false
	}
	switch {
	case base.op == opShift && base.unit == GrainDay && g == GrainDay:
		r.op, r.unit, r.Grain, r.n, r.Relative = opShift, g, g, base.n+n, true
		return end, r, true // the day before yesterday
	case base.BareWeekday():
		base.future, base.asks = n > 0, false
	case base.op == opNamed && base.Relative && !base.modified && !base.ofYear:
		s.pointNamed(base, begin, end)
	case base.op == opYearless && !base.modified:
		s.pointYear(base, begin, end)
	}
	r.asks = base.asks
	r.op, r.n, r.unit, r.Grain, r.from, r.Relative, r.Discourse = opFrom, n, g, GrainDay, base, base.Relative, false
	return end, r, true
}

// fromBase returns what r means, counted from the time that it is tied to.
func (r *Reading) fromBase(d Day, opt *Options) (Interval, string) {
	iv, _ := r.from.on(d, opt)
	if !iv.Closed() {
		return Interval{}, r.unanchored()
	}
	day := iv.From.Day()
	k := *r
	k.from = nil
	switch {
	case r.op != opFrom:
		return k.on(day, opt)
	case !r.inCalendar(day):
		return Interval{}, r.farAway()
	case r.unit == GrainWeek:
		day += Day(7 * r.n)
	case r.unit == GrainMonth:
		day = day.AddMonths(r.n)
	case r.unit == GrainYear:
		day = day.AddMonths(12 * r.n)
	default:
		day += Day(r.n)
	}
	return k.inDay(day)
}
