package timeline

// matchNth reads the nth or last weekday, day, week, weekend or month of a longer
// unit: "the first Monday in October last year", "the last Friday of each month",
// "the second Saturday of next month", "the last week of 2018", "the 10th of next
// month", "the second-to-last Sunday of May".
func (s *scanner) matchNth(i int) (int, Reading, bool) {
	r := newReading(DATE, opNth, GrainDay)
	k := s.skipThe(i)
	n, next, ok := s.rank(k)
	if !ok || k > i && !s.is(i, cArticle) {
		return 0, r, false
	}
	r.n, r.unit = n, GrainDay
	switch unit, isUnit := s.val(next, cUnit); {
	case s.is(next, cWeekday) && !s.toks[next].plural():
		r.nthWeekday = s.val0(next, cWeekday) + 1
		next++
	case isUnit && !s.toks[next].plural() && (unit == unitDay || unit == unitWeekend || unit == unitWeek || unit == unitMonth):
		r.unit, _ = unitGrain(unit)
		r.Grain = r.unit
		next++
	case k > i && n > 0 && (s.isOrdinalDay(k) && next == k+1 || s.is(next, cOf) && s.monthAhead(next+1)):
	default:
		return 0, r, false
	}
	if end, d, ok := s.nthBeyond(next, r); ok {
		return end, d, true
	}
	if next < s.hi && s.is(next, cPart) && r.Grain == GrainDay && !s.toks[next].plural() {
		next = s.withPart(next, &r)
	}
	if !s.is(next, cOf) && !s.isVal(next, cLink, linkIn) {
		return 0, r, false
	}
	bare := r.unit == GrainDay && r.nthWeekday == 0 && !s.is(next-1, cUnit)
	if s.is(next, cOf) && r.unit == GrainDay && r.nthWeekday == 0 && s.isVal(next-1, cUnit, unitDay) {
		if end, e, ok := s.dayOfEvent(next-1, n); ok {
			return end, e, true
		}
	}
	end, r, ok := s.container(next+1, r)
	if !ok || bare && r.month > 0 {
		return 0, r, false
	}
	return s.withClock(end, r)
}

// nthBeyond reads what the nth weekday r is counted from, at k: "the first Tuesday
// after the first Monday in November", "the second Sunday before Christmas".
func (s *scanner) nthBeyond(k int, r Reading) (int, Reading, bool) {
	dir, ok := s.val(k, cAgo)
	if !ok || r.nthWeekday == 0 || r.n < 1 || r.n > maxOrdinalWeek || !s.wordIs(k, "after") && !s.wordIs(k, "before") {
		return 0, r, false
	}
	end, base, ok := s.anchorTime(k + 1)
	if !ok {
		return 0, r, false
	}
	dir /= 2
	d := newReading(DATE, opWeekday, GrainDay)
	d.Weekday, d.modified, d.n, d.from, d.Relative = r.nthWeekday-1, true, dir, base, base.Relative
	d.dayOff = 7 * dir * (r.n - 1)
	return end, d, true
}

// maxOrdinalWeek is how many weekdays on a writer counts from another day.
const maxOrdinalWeek = 9

// monthAhead reports whether "the month", "next month" or the like stands at k, of
// which an ordinal before it names a day: "the fifth of the month".
func (s *scanner) monthAhead(k int) bool {
	at := s.skipThe(k)
	if s.isModifier(at) || s.is(at, cPointer) {
		at++
	}
	return at > k && s.oneOf(at, unitMonth) && !s.hyphened(at)
}

// rank reads "first", "22nd", "last", "final", "second-to-last", "next-to-last",
// "last but one" at k: 1 for the first, -1 for the last, -2 for the one before.
func (s *scanner) rank(k int) (n, next int, ok bool) {
	if k >= s.hi {
		return 0, k, false
	}
	if s.wordIs(k, "last") || s.wordIs(k, "final") {
		if s.wordIs(k+1, "but") && s.isVal(k+2, cNumber, 1) {
			return -2, k + 3, true
		}
		return -1, k + 1, true
	}
	if s.wordIs(k, "penultimate") {
		return -2, k + 1, true
	}
	if to := k + 1; s.punct(to, '-') && s.wordIs(to+1, "to") && s.punct(to+2, '-') && s.wordIs(to+3, "last") {
		switch n, _, ok := s.ordinal(k); {
		case ok && n < 6:
			return -n, to + 4, true
		case s.wordIs(k, "next"):
			return -2, to + 4, true
		}
		return 0, k, false
	}
	n, next, ok = s.ordinal(k)
	return n, next, ok && n <= 31
}

// container reads the unit of which something is the nth at k: "October last
// year", "2018", "next month", "the year", "each month".
func (s *scanner) container(k int, r Reading) (int, Reading, bool) {
	if s.is(k, cEvery) || s.isVal(k, cArticle, anArticle) {
		unit, ok := s.val(k+1, cUnit)
		if !ok || unit < unitMonth || s.toks[k+1].plural() {
			return 0, r, false
		}
		return k + 2, r.recurring(unit), true
	}
	if end, d, ok := s.calendar(k); ok && d.dom < 0 {
		r.takeDate(&d)
		r.within = GrainMonth
		if r.op = opNth; r.year < 0 {
			t := s.tense(k, end)
			r.future, r.told = t == ahead, t == past
			r.past, r.asks = r.told, t == tenseless
		}
		return end, r, r.rankFits(GrainMonth)
	}
	if y, end, ok := s.year(k); ok && s.toks[k].kind == tokNumber {
		r.year, r.within, r.Relative = y, GrainYear, false
		return end, r, r.rankFits(GrainYear)
	}
	r.Relative = true
	at := s.skipThe(k)
	switch {
	case s.isModifier(at):
		at = s.lastModifier(at)
		r.shift, r.Discourse = s.val0(at, cModifier), s.discourse(at)
		at++
	case s.is(at, cPointer):
		r.Discourse = true
		at++
	case at == k:
		return 0, r, false
	}
	unit, ok := s.val(at, cUnit)
	if !ok || s.toks[at].plural() || unit < unitMonth || unit > unitYear || s.punct(at+1, '-') && s.glued(at+1) {
		return 0, r, false
	}
	r.within, _ = unitGrain(unit)
	if s.wordIs(at+1, "before") && s.wordIs(at+2, "last") {
		r.shift, at = -2, at+2
	}
	return at + 1, r, r.rankFits(r.within)
}

// recurring returns r as something of every month or year.
func (r *Reading) recurring(unit int) Reading {
	k := *r
	k.op, k.Type, k.Relative, k.plural = opSet, SET, false, true
	k.value = durationValue(unit, "1")
	if k.nthWeekday > 0 {
		k.value = weekdayValue(k.nthWeekday - 1)
	}
	return k
}

// rankFits reports whether a unit of grain g can hold the nth of r's unit, and is
// longer than it.
func (r *Reading) rankFits(g Grain) bool {
	most := 31
	switch {
	case r.unit >= g:
		return false
	case r.unit == GrainMonth:
		most = 12
	case r.nthWeekday > 0 || r.unit != GrainDay:
		most = 5
	case g != GrainMonth:
		most = 9 // the 100th day of the year is counted otherwise
	}
	return r.n <= most
}

// nth returns the day, week or month that r counts in its container, seen from d.
func (r *Reading) nth(d Day, opt *Options) (Interval, string) {
	from, to, ok := r.holder(d)
	if !ok {
		return Interval{}, r.unanchored()
	}
	switch {
	case r.nthWeekday > 0 || r.unit == GrainWeekend:
		w := r.nthWeekday - 1
		if r.unit == GrainWeekend {
			w = 6
		}
		day := from + Day((w-int(from.Weekday())+7)%7+7*(r.n-1))
		if r.n < 0 {
			last := to - 1
			day = last - Day((int(last.Weekday())-w+7)%7) + Day(7*(r.n+1))
		}
		if day < from || day >= to {
			return Interval{}, r.unanchored() // no fifth Friday
		}
		if r.unit == GrainWeekend {
			return Days(day, day+2), isoWeek(day) + "-WE"
		}
		return r.inDay(day)
	case r.unit == GrainWeek:
		first := from + Day(7*(r.n-1))
		if r.n < 0 {
			first = to + Day(7*r.n)
		}
		w := weekStart(first+3, opt)
		return Days(first, first+7).Hull(Days(w, w+7)), isoWeek(first + 3)
	case r.unit == GrainMonth:
		first := from.AddMonths(r.n - 1)
		if r.n < 0 {
			first = to.AddMonths(r.n)
		}
		return Days(first, first.AddMonths(1)), first.String()[:7]
	}
	day := from + Day(r.n-1)
	if r.n < 0 {
		day = to + Day(r.n)
	}
	if day < from || day >= to {
		return Interval{}, r.unanchored()
	}
	return r.inDay(day)
}

// holder returns the first day of the unit that r counts in and the day after it.
func (r *Reading) holder(d Day) (from, to Day, ok bool) {
	y, m, _ := d.Civil()
	switch {
	case r.month > 0:
		if y = r.year; y < 0 {
			y = r.nearestYear(d)
		}
		from = Date(y, monthOf(r.month), 1)
		return from, from.AddMonths(1), true
	case r.year >= 0:
		return Date(r.year, 1, 1), Date(r.year+1, 1, 1), true
	case !r.inCalendar(d):
		return 0, 0, false
	case r.within == GrainMonth:
		from = Date(y, m, 1).AddMonths(r.shift)
		return from, from.AddMonths(1), true
	case r.within == GrainQuarter:
		from = Date(y, m-(m-1)%3, 1).AddMonths(3 * r.shift)
		return from, from.AddMonths(3), true
	}
	return Date(y+r.shift, 1, 1), Date(y+r.shift+1, 1, 1), true
}
