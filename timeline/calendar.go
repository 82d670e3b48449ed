package timeline

// matchDate reads calendar dates: full, numeric, ISO, month and day, month and
// year, month alone; with a weekday before, a clock after, or a phase.
func (s *scanner) matchDate(i int) (int, Reading, bool) {
	if end, r, ok := s.matchNumericDate(i); ok {
		return s.withClock(end, r)
	}
	mod, k := s.phase(i)
	weekday, shift, lead, led := -1, 0, 0, false
	for n := k; s.is(n, cModifier) && n < k+2; n++ { // this coming Sunday, March 8
		if s.is(n+1, cWeekday) && !s.discourse(n) {
			k, shift, led = n+1, s.val0(n, cModifier), true
			break
		}
	}
	if w, next, ok := s.weekdayName(k); ok {
		weekday = w
		if k > 0 && s.toks[k-1].punct('/') && s.toks[k].glued {
			weekday = -1 // Thursday/Friday June 14-15
		}
		k = next
		if led {
			lead = int(s.toks[k-1].end - s.toks[i].start)
		}
		if s.punct(k, ',') {
			k++
		}
		if s.is(k, cArticle) && !s.is(k+1, cMonth) {
			k++
		}
	} else if s.is(k+1, cMonth) && (s.is(k, cModifier) || s.is(k, cPointer) && s.pointsBack(k)) {
		return s.modifiedMonth(k, mod)
	}
	if end, r, ok := s.matchNumericDate(k); ok && weekday >= 0 {
		r.Weekday = weekday
		r.orderByWeekday()
		return s.withClock(end, r)
	}
	end, r, ok := s.calendar(k)
	if !ok || weekday >= 0 && r.dom < 0 {
		return 0, r, false
	}
	if r.dom < 0 && r.year < 0 && mod == "" && !s.bareMonthAllowed(i) {
		return 0, r, false
	}
	r.Weekday, r.Mod, r.lead, r.leadShift = weekday, mod, lead, shift
	if r.op == opYearless {
		s.pointYear(&r, i, end)
	}
	return s.withClock(end, r)
}

// pointYear notes which way the words round the tokens [i, end), those of r and
// what belongs to it, point for the year that r does not say.
func (s *scanner) pointYear(r *Reading, i, end int) {
	t := s.tense(i, end)
	r.future = t == ahead
	cue := s.before(i, cPastCue)
	r.told = t == past && !cue && !s.opensUp(i)
	r.past = cue || r.dom < 0 && r.told
	if s.fromNow(i) {
		r.future, r.told, r.past, r.close = true, false, false, true
	}
	r.openEnd = s.opensUp(i)
	r.asks = !s.wordIs(i-1, "for") && t != ahead && !cue && !r.ofYear && !s.before(i, cArticle|cOf|cOwner) && !s.possessive(end-1)
}

// fromNow reports whether the time at i ends what begins now: "between now and
// June 30", "from now until June 30".
func (s *scanner) fromNow(i int) bool {
	return (s.wordIs(i-1, "and") || s.before(i, cJoin)) && s.wordIs(i-2, "now")
}

// opensUp reports whether the word before i runs on to what follows: what ends
// by, until or through a month may well lie ahead.
func (s *scanner) opensUp(i int) bool {
	return s.wordIs(i-1, "by") || s.wordIs(i-1, "until") || s.wordIs(i-1, "till") || s.wordIs(i-1, "through") || s.wordIs(i-1, "to") || s.wordIs(i-1, "effective")
}

// modifiedMonth reads "last May", "next June", "last Oct. 23", "the following
// May", "that May" at k, after an optional phase.
func (s *scanner) modifiedMonth(k int, mod Mod) (int, Reading, bool) {
	m, end, _ := s.monthName(k + 1)
	r := newReading(DATE, opYearless, GrainMonth)
	r.month, r.n, r.modified, r.Relative, r.Mod = m, s.val0(k, cModifier), true, true, mod
	r.Discourse = s.discourse(k)
	if s.is(k, cPointer) {
		r.n, r.modified, r.Discourse = 0, false, true
	}
	if y, next, ok := s.year(end); ok {
		r.op, r.year, r.Relative, r.modified = opAbsolute, y, false, false
		return next, r, true
	}
	if d, next, ok := s.dayOfMonth(end); ok && d <= 31 && !s.countFollows(next) && s.dayEnds(&member{dom: d, from: end, to: next, join: RangeEnd}) {
		r.dom, r.Grain, end = d, GrainDay, next
		r.checkDay()
	}
	return end, r, true
}

// dayInWords reads "eighth", "twenty-first" at i as a day of the month.
func (s *scanner) dayInWords(i int) (d, next int, ok bool) {
	if i >= s.hi || s.toks[i].num >= 0 {
		return 0, i, false
	}
	if tens := s.val0(i, cNumber); (tens == 20 || tens == 30) && s.valIn(i+1, cOrdinal, 1, 9) {
		return tens + s.val0(i+1, cOrdinal), i + 2, tens+s.val0(i+1, cOrdinal) <= 31 // twenty second
	}
	d, next, ok = s.ordinal(i)
	return d, next, ok && d <= 31
}

// dayWordEnds reports whether an ordinal in words that ends before i stands for
// a day, as its noun is not said. first and second are adverbs too.
func (s *scanner) dayWordEnds(i, d int, article bool) bool {
	if i >= len(s.toks) || s.ends(i) {
		return true
	}
	if _, _, ok := s.year(i); ok {
		return true
	}
	return (article || d > 2) && !s.toks[i].is(cOf|cUnit) && (s.toks[i].is(cPreposition|cLink|cFutureCue|cSayCue|cPastVerb|cClause) || s.isPast(i))
}

// scoreBefore reports whether the number at i, before a month that ends at next,
// ends a score or span of hours, as the month has a day of its own: "won 2-1
// June 3", "9 to 5 June 3".
func (s *scanner) scoreBefore(i, next int) bool {
	if i < 2 || !s.joinsNumbers(i-1) || s.toks[i-2].kind != tokNumber {
		return false
	}
	_, _, ok := s.dayOfMonth(next)
	return ok && !s.clockFollows(next)
}

// calendar reads "June 12, 2018", "12 June", "the 12th of June", "June 2018",
// "June" at i.
func (s *scanner) calendar(i int) (int, Reading, bool) {
	r := newReading(DATE, opYearless, GrainMonth)
	r.Relative = true
	day := i // where a day before its month begins
	if s.is(i, cArticle) && i+1 < s.hi && s.toks[i+1].num >= 0 && s.toks[i+1].kind == tokWord {
		day++
	}
	k, dayFirst := s.dayThenMonth(i, day, &r)
	if !dayFirst {
		var ok bool
		if k, ok = s.monthThenDay(i, &r); !ok {
			return 0, r, false
		}
	}
	k = s.yearOfDate(k, &r)
	if r.dom > 31 && r.year < 0 && !((r.dom <= maxBeyond && s.onDay(i) || s.isOrdinalDay(day)) && s.calm(k)) {
		return 0, r, false // "at 50 May" is a count
	}
	if r.dom >= 0 {
		r.Grain = GrainDay
		r.checkDay()
	}
	if r.Problem != "" && r.year < 0 && dayFirst && !s.isDayOf(i, k) {
		return 0, r, false
	}
	return k, r, true
}

// dayThenMonth reads "4 May", "the 4th of May", "4-May" and "the fourth of May" at i,
// where day is the index of a day in figures, and returns the index after the month.
func (s *scanner) dayThenMonth(i, day int, r *Reading) (next int, ok bool) {
	d, n, ok := s.dayOfMonth(day)
	if !ok {
		d, n, ok = s.dayBeyond(day, s.onDay(day))
	}
	if !ok {
		if d, n, ok = s.dayInWords(s.skipThe(i)); !ok || !s.is(n, cOf) {
			return i, false
		}
		m, next, ok := s.monthName(n + 1)
		if ok {
			r.month, r.dom = m, d
		}
		return next, ok
	}
	if s.is(n, cOf) {
		n++
	}
	m, next, ok := s.monthName(s.skipHyphen(n))
	if !ok || s.scoreBefore(day, next) {
		return i, false
	}
	r.month, r.dom = m, d
	return next, true
}

// monthThenDay reads "May", "May 4", "May the 4th", "August, 20th", "May-4", "May the
// fourth" at i, and returns the index after it.
func (s *scanner) monthThenDay(i int, r *Reading) (next int, ok bool) {
	m, k, ok := s.monthName(i)
	if !ok {
		return i, false
	}
	r.month = m
	n := k
	if s.is(n, cArticle) {
		n++
	}
	if s.glued(n + 1) {
		n = s.skipHyphen(n)
	}
	if s.punct(n, ',') && n+1 < s.hi && s.isOrdinalDay(n+1) {
		n++ // August, 20th
	}
	if d, next, ok := s.dayOfMonth(n); ok && d <= 31+68 {
		r.dom, k = d, next
	} else if d, next, ok := s.dayBeyond(n, s.onDay(i)); ok {
		r.dom, k = d, next
	} else if d, next, ok := s.dayInWords(n); ok && s.dayWordEnds(next, d, n > k) {
		r.dom, k = d, next
	}
	return k, true
}

// skipHyphen returns the index after a hyphen at k that touches what is before it, k
// where there is none.
func (s *scanner) skipHyphen(k int) int {
	if s.punct(k, '-') && s.glued(k) {
		return k + 1
	}
	return k
}

// yearOfDate reads the year behind a month or its day, at k: "2017", ", 2017", "of
// 2017", "in 2017", "of last year". It returns the index after it, k where none stands.
func (s *scanner) yearOfDate(k int, r *Reading) int {
	n := k
	if s.punct(n, ',') || s.is(n, cOf) {
		n++
	}
	n = s.skipHyphen(n)
	if s.isVal(n, cLink, linkIn) && n == k && !s.countFollows(n+2) { // April to June in 2017
		if _, next, ok := s.year(n + 1); ok && s.toks[n+1].kind == tokNumber && (s.ends(next) || s.calm(next)) {
			n++
		}
	}
	if shift, next, ok := s.relativeYear(n); ok {
		r.yearShift, r.ofYear = shift, true
		return next
	}
	if y, next, ok := s.year(n); ok && !s.clockFollows(n) && !(n > k && r.dom < 0 && s.punct(k, ',') && s.countFollows(next)) {
		r.year, r.op, r.Relative = y, opAbsolute, false
		return next
	}
	return k
}

// relativeYear reads "last year", "this year", "next year" at i, which says the
// year of a month or period.
func (s *scanner) relativeYear(i int) (shift, next int, ok bool) {
	if s.isVal(i, cArticle, theArticle) && s.oneOf(i+1, unitYear) {
		if shift, next, ok = s.beyondNext(i + 2); ok {
			return shift, next, true
		}
	}
	if !s.is(i, cModifier) || s.discourse(i) || !s.isVal(i+1, cUnit, unitYear) || s.toks[i+1].plural() {
		return 0, i, false
	}
	return s.val0(i, cModifier), i + 2, true
}

// beyondNext reads "before last" and "after next" behind a unit, at i: two back or
// ahead.
func (s *scanner) beyondNext(i int) (shift, next int, ok bool) {
	switch {
	case i+1 >= s.hi || s.is2(i+2, cWeekday|cMonth|cUnit|cPart):
	case s.wordIs(i, "before") && s.wordIs(i+1, "last"):
		return -2, i + 2, true
	case s.wordIs(i, "after") && s.wordIs(i+1, "next"):
		return 2, i + 2, true
	}
	return 0, i, false
}

// clockFollows reports whether the number at i is a clock time, as in
// "June 12, 1040 GMT".
func (s *scanner) clockFollows(i int) bool { return s.is(i+1, cZone) }

// checkDay fills Problem when the month has no such day.
func (r *Reading) checkDay() {
	y := r.year
	if y < 0 {
		y = 2000 // a leap year: 29 February may be meant
	}
	switch {
	case r.month > 12:
		r.Problem = "there are 12 months"
	case r.dom > DaysIn(y, monthOf(r.month)) || r.dom < 1:
		r.Problem = monthOf(r.month).String()
		if r.year >= 0 && r.month == 2 {
			r.Problem += " " + pad(r.year, 4)
		}
		r.Problem += " has " + pad(DaysIn(y, monthOf(r.month)), 2) + " days"
	}
}

// bareMonthAllowed decides whether a month name that stands alone is a month:
// April and June are names too, May and March verbs.
func (s *scanner) bareMonthAllowed(i int) bool {
	t := &s.toks[i]
	after := i + 1
	prep := s.before(i, cPreposition|cModifier|cPhase|cOf)
	if t.abbr() {
		return prep && s.punct(after, '.')
	}
	nextCap := after < len(s.toks) && s.toks[after].kind == tokWord && s.toks[after].capital && s.toks[after].breaks == 0 && !s.toks[after].is(cMonth|cWeekday)
	v, _ := t.val(cMonth)
	switch {
	case v == 5 && s.surname:
		return s.before(i, cModifier|cPhase) || s.wordIs(i-1, "in") || s.wordIs(i-1, "since") || s.wordIs(i-1, "during")
	case prep:
		return !nextCap || v != 4 && v != 6 && v != 8
	case v == 5 || v == 3: // May, March
		return s.attributive(i)
	}
	return !nextCap
}

// attributive reports whether the month name at i stands between an article and
// the noun it dates: "the May elections", but not "the March on the capital".
func (s *scanner) attributive(i int) bool {
	if !s.before(i, cArticle) || i+1 >= len(s.toks) {
		return false
	}
	n := &s.toks[i+1]
	return n.kind == tokWord && !n.capital && !n.glued && n.breaks == 0 && n.classes() == 0 && n.end-n.start > 2
}

// notesSurname notes that the text speaks of a person named May when a first
// name or title stands before the word at i, and no day or year after it.
func (s *scanner) notesSurname(i int) {
	t := &s.toks[i]
	if !t.isVal(cMonth, 5) || i == 0 || t.breaks > 0 {
		return
	}
	p := &s.toks[i-1]
	if p.punct('.') && i > 1 && p.glued { // Mrs. May
		p = &s.toks[i-2]
		if !p.is(cTitle) {
			return
		}
	}
	if p.kind != tokWord || !p.capital || p.allCaps || p.classes()&^cTitle != 0 {
		return
	}
	if i+1 < len(s.toks) && (s.toks[i+1].num >= 0 || s.punctAt(i+1, ',') && i+2 < len(s.toks) && s.toks[i+2].num >= 0) {
		return
	}
	s.surname = true
}

// mistypedDay is the last number that a numeric date may have for a day, be it wrong:
// 31-04-2018 and 38-04-2018 are slips, 77-04-2012 is the number of a file.
const mistypedDay = 39

// matchNumericDate reads 2018-06-17, 2018-06-17T09:43Z, 17/06/2018, 17.06.2018
// and 6/17/18 at i. Where both orders are possible the option decides.
func (s *scanner) matchNumericDate(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainDay)
	if i+4 >= s.hi+0 && i+5 > len(s.toks) || i >= s.hi || s.toks[i].kind != tokNumber || i > 0 && s.toks[i].glued && s.toks[i-1].kind == tokPunct && s.toks[i-1].b != '"' && s.toks[i-1].b != '(' && s.toks[i-1].b != '\'' {
		return 0, r, false
	}
	if i+4 >= s.hi || !s.glued(i+1) || !s.glued(i+2) || !s.glued(i+3) || !s.glued(i+4) {
		return 0, r, false
	}
	if s.before(i, cNumbered) {
		return 0, r, false // version 10.4.2019
	}
	sep := s.toks[i+1].b
	if s.toks[i+3].b != sep || sep != '-' && sep != '/' && sep != '.' {
		return 0, r, false
	}
	a, b, c := &s.toks[i], &s.toks[i+2], &s.toks[i+4]
	if m, ok := b.val(cMonth); ok && sep != '.' && c.kind == tokNumber && c.end-c.start == 4 && a.end-a.start <= 2 {
		r.year, r.month, r.dom = int(c.num), m, int(a.num) // 21/Apr/2014
		r.checkDay()
		return i + 5, r, r.year >= 1000 && r.dom > 0 && r.Problem == ""
	}
	if b.kind != tokNumber || c.num < 0 {
		return 0, r, false
	}
	end := i + 5
	switch alen, clen := a.end-a.start, c.end-c.start; {
	case alen == 4 && (c.kind == tokNumber && clen <= 2 || c.kind == tokWord && isoT(s.src[c.start:c.end])):
		r.year, r.month, r.dom = int(a.num), int(b.num), int(c.num)
		if c.kind == tokWord {
			return s.isoClock(i+4, r)
		}
	case c.kind == tokNumber && (clen == 4 || clen == 2 && sep == '/') && alen <= 2 && (sep != '-' || alen == 2 && b.end-b.start == 2 && clen == 4):
		r.year = int(c.num)
		if clen == 2 {
			r.year += 1900
			if c.num < 40 {
				r.year += 100
			}
		}
		r.dom, r.month = int(a.num), int(b.num)
		if s.opt.MonthFirst && sep != '.' && a.num <= 12 || b.num > 12 {
			r.dom, r.month = r.month, r.dom
		}
		r.BothOrders = sep != '.' && !s.opt.OrderChosen && !s.opt.MonthFirst && r.dom <= 12 && r.month <= 12 && r.dom != r.month
	default:
		return 0, r, false
	}
	if end < s.hi && s.glued(end) && (s.toks[end].b == sep && (sep != '.' || s.glued(end+1)) || s.toks[end].num >= 0) {
		return 0, r, false
	}
	if r.year < 1000 || r.month > 31 || r.dom > mistypedDay || r.month == 0 || r.dom == 0 {
		return 0, r, false
	}
	r.checkDay()
	return end, r, true
}

// orderByWeekday lets the weekday that stands with a numeric date decide which
// of its numbers is the day, where only one order fits.
func (r *Reading) orderByWeekday() {
	if !r.BothOrders || r.Weekday < 0 {
		return
	}
	as := func(m, d int) bool { return int(Date(r.year, monthOf(m), d).Weekday()) == r.Weekday }
	asRead, other := as(r.month, r.dom), as(r.dom, r.month)
	if other && !asRead {
		r.month, r.dom = r.dom, r.month
	}
	r.BothOrders = asRead == other
}
