package timeline

import "time"

func monthOf(m int) time.Month { return time.Month(m) }

// article skips "the", "a", "an" at i.
func (s *scanner) skipArticle(i int) int {
	if s.is(i, cArticle) {
		return i + 1
	}
	return i
}

// phase reads "late", "early", "mid-", "the end of", "the beginning of" at i.
// It returns the modifier and the index after it, or i.
func (s *scanner) phase(i int) (Mod, int) {
	k := s.skipArticle(i)
	if !s.is(k, cPhase) {
		return "", i
	}
	v := s.val(k, cPhase)
	mod := map[int]Mod{1: Start, 2: Mid, 3: End}[v]
	if mod == "" {
		return "", i
	}
	next := k + 1
	switch {
	case s.is(next, cOf):
		return mod, next + 1
	case s.wordIs(k, "beginning") || s.wordIs(k, "start") || s.wordIs(k, "end") || s.wordIs(k, "middle"):
		return "", i
	case s.punct(next, '-') && s.glued(next) && s.glued(next+1):
		return mod, next + 1
	case s.punct(next, ',') || s.punct(next, '.'):
		return "", i
	}
	return mod, next
}

// maxCount bounds "hundred hundred …".
const maxCount = 1_000_000

// number reads a cardinal in words or digits at i: "three", "twenty-five", "24".
func (s *scanner) number(i int) (n, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	t := &s.toks[i]
	if t.kind == tokNumber && t.num >= 0 {
		return int(t.num), i + 1, true
	}
	if !t.is(cNumber) {
		return 0, i, false
	}
	n, next = t.val(cNumber), i+1
	if n >= 20 && n < 100 && s.punct(next, '-') && s.is(next+1, cNumber) && s.val(next+1, cNumber) < 10 {
		n, next = n+s.val(next+1, cNumber), next+2
	}
	for s.is(next, cNumber) && s.val(next, cNumber) == 100 && n < maxCount {
		n, next = n*100, next+1
	}
	return n, next, true
}

// ordinal reads "third", "12th" at i.
func (s *scanner) ordinal(i int) (n, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	t := &s.toks[i]
	if t.is(cOrdinal) {
		return t.val(cOrdinal), i + 1, true
	}
	if t.kind == tokWord && t.num >= 0 && t.end-t.start <= 4 {
		switch lowerASCII(s.src[t.end-2 : t.end]) {
		case "st", "nd", "rd", "th":
			return int(t.num), i + 1, true
		}
	}
	return 0, i, false
}

// year reads a year of four digits, or 'NN, at i.
func (s *scanner) year(i int) (y, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	if s.punct(i, '\'') && i+1 < s.hi && s.glued(i+1) {
		t := &s.toks[i+1]
		if t.kind == tokNumber && t.end-t.start == 2 {
			y = 1900 + int(t.num)
			if t.num < 40 {
				y += 100
			}
			return y, i + 2, true
		}
		return 0, i, false
	}
	t := &s.toks[i]
	if t.is(cNumber) {
		return s.yearInWords(i)
	}
	if t.kind != tokNumber || t.end-t.start != 4 || t.num < 1000 || t.num >= 2200 {
		return 0, i, false
	}
	return int(t.num), i + 1, true
}

// yearInWords reads "nineteen ninety-six" at i, as transcripts write it.
func (s *scanner) yearInWords(i int) (y, next int, ok bool) {
	century := s.val(i, cNumber)
	if century < 17 || century > 20 || !s.is(i+1, cNumber) {
		return 0, i, false
	}
	n, next, ok := s.number(i + 1)
	if !ok || n < 10 || n > 99 {
		return 0, i, false
	}
	if n%10 == 0 && s.is(next, cNumber) && s.val(next, cNumber) < 10 { // ninety six
		n, next = n+s.val(next, cNumber), next+1
	}
	return century*100 + n, next, true
}

// day reads a day of the month at i, "12", "12th".
func (s *scanner) dayOfMonth(i int) (d, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	if n, next, ok := s.ordinal(i); ok && s.toks[i].num >= 0 {
		return n, next, n >= 1 && n <= 99
	}
	t := &s.toks[i]
	if t.kind != tokNumber || t.end-t.start > 2 || t.num < 1 {
		return 0, i, false
	}
	if i+1 < s.hi && s.glued(i+1) && i+2 < s.hi && s.glued(i+2) { // 12:30, 12.5, 1,200
		if n := &s.toks[i+2]; n.kind == tokNumber && (s.punct(i+1, ':') || s.punct(i+1, '.') || s.punct(i+1, ',') && n.end-n.start == 3) {
			return 0, i, false
		}
	}
	return int(t.num), i + 1, true
}

// monthName reads a month name at i, with the full stop of an abbreviation.
func (s *scanner) monthName(i int) (m, next int, ok bool) { return s.nameOf(i, cMonth) }

// weekdayName reads a weekday at i, likewise.
func (s *scanner) weekdayName(i int) (w, next int, ok bool) { return s.nameOf(i, cWeekday) }

func (s *scanner) nameOf(i int, c class) (v, next int, ok bool) {
	if !s.is(i, c) {
		return 0, i, false
	}
	t := &s.toks[i]
	next = i + 1
	if t.e.abbr && s.punct(next, '.') && s.glued(next) {
		next++
	}
	return t.val(c), next, true
}

// matchDate reads calendar dates: full, numeric, ISO, month and day, month and
// year, month alone; with a weekday before, a clock after, or a phase.
func (s *scanner) matchDate(i int) (int, Reading, bool) {
	if end, r, ok := s.matchNumericDate(i); ok {
		return s.withClock(end, r)
	}
	mod, k := s.phase(i)
	weekday := -1
	if w, next, ok := s.weekdayName(k); ok {
		weekday = w
		if k > 0 && s.toks[k-1].punct('/') && s.toks[k].glued {
			weekday = -1 // Thursday/Friday June 14-15
		}
		k = next
		if s.punct(k, ',') {
			k++
		}
		if s.is(k, cArticle) && !s.is(k+1, cMonth) {
			k++
		}
	} else if s.is(k, cModifier) && s.is(k+1, cMonth) {
		return s.modifiedMonth(i, k, mod)
	}
	if end, r, ok := s.matchNumericDate(k); ok && weekday >= 0 {
		r.Weekday = weekday
		return s.withClock(end, r)
	}
	end, r, ok := s.calendar(k)
	if !ok || weekday >= 0 && r.dom < 0 {
		return 0, r, false
	}
	if r.dom < 0 && r.year < 0 && mod == "" && !s.bareMonthAllowed(i) {
		return 0, r, false
	}
	r.Weekday, r.Mod = weekday, mod
	if r.op == opYearless {
		r.future = r.dom < 0 && s.future(i)
		r.past = s.before(i, cPastCue) || r.dom < 0 && !r.future && s.pastVerb(i, end)
	}
	return s.withClock(end, r)
}

// modifiedMonth reads "last May", "next June" at k, after an optional phase
// that began at i.
func (s *scanner) modifiedMonth(_, k int, mod Mod) (int, Reading, bool) {
	m, end, _ := s.monthName(k + 1)
	r := newReading(DATE, opYearless, GrainMonth)
	r.month, r.n, r.modified, r.Relative, r.Mod = m, s.val(k, cModifier), true, true, mod
	if y, next, ok := s.year(end); ok {
		r.op, r.year, r.Relative, r.modified = opAbsolute, y, false, false
		end = next
	}
	return end, r, true
}

// calendar reads "June 12, 2018", "12 June", "the 12th of June", "June 2018",
// "June" at i.
func (s *scanner) calendar(i int) (int, Reading, bool) {
	r := newReading(DATE, opYearless, GrainMonth)
	r.Relative = true
	k := i
	dayFirst := false
	start := k
	if s.is(k, cArticle) && k+1 < s.hi && s.toks[k+1].num >= 0 && s.toks[k+1].kind == tokWord {
		start = k + 1
	}
	if d, next, ok := s.dayOfMonth(start); ok {
		n := next
		if s.is(n, cOf) {
			n++
		}
		if s.punct(n, '-') && s.glued(n) {
			n++
		}
		if m, next, ok := s.monthName(n); ok {
			r.month, r.dom, k, dayFirst = m, d, next, true
		}
	}
	if !dayFirst {
		m, next, ok := s.monthName(k)
		if !ok {
			return 0, r, false
		}
		r.month, k = m, next
		n := k
		if s.is(n, cArticle) {
			n++
		}
		if s.punct(n, '-') && s.glued(n) && s.glued(n+1) {
			n++
		}
		if d, next, ok := s.dayOfMonth(n); ok && d <= 31+68 {
			r.dom, k = d, next
		}
	}
	n := k
	if s.punct(n, ',') || s.is(n, cOf) {
		n++
	}
	if s.punct(n, '-') && s.glued(n) {
		n++
	}
	if shift, next, ok := s.relativeYear(n); ok {
		r.yearShift, r.ofYear, k = shift, true, next
	} else if y, next, ok := s.year(n); ok && !s.clockFollows(n) && !(n > k && r.dom < 0 && s.punct(k, ',') && s.countFollows(next)) {
		r.year, k = y, next
		r.op, r.Relative = opAbsolute, false
	}
	if r.dom > 31 && r.year < 0 {
		return 0, r, false // "at 50 May" is a count
	}
	if r.dom >= 0 {
		r.Grain = GrainDay
		r.checkDay()
	}
	return k, r, true
}

// relativeYear reads "last year", "this year", "next year" at i, which says the
// year of a month or period.
func (s *scanner) relativeYear(i int) (shift, next int, ok bool) {
	if !s.is(i, cModifier) || s.discourse(i) || !s.is(i+1, cUnit) || s.val(i+1, cUnit) != 10 || s.toks[i+1].e.plural {
		return 0, i, false
	}
	return s.val(i, cModifier), i + 2, true
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
	if t.e.abbr {
		return prep && s.punct(after, '.')
	}
	nextCap := after < len(s.toks) && s.toks[after].kind == tokWord && s.toks[after].capital && s.toks[after].breaks == 0 && !s.toks[after].is(cMonth|cWeekday)
	v := t.val(cMonth)
	switch {
	case prep:
		return !nextCap || v != 4 && v != 6 && v != 8
	case v == 5 || v == 3: // May, March
		return false
	}
	return !nextCap
}

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
	sep := s.toks[i+1].b
	if s.toks[i+3].b != sep || sep != '-' && sep != '/' && sep != '.' {
		return 0, r, false
	}
	a, b, c := &s.toks[i], &s.toks[i+2], &s.toks[i+4]
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
	case c.kind == tokNumber && (clen == 4 || clen == 2 && sep == '/') && alen <= 2 && sep != '-':
		r.year = int(c.num)
		if clen == 2 {
			r.year += 1900
			if c.num < 40 {
				r.year += 100
			}
		}
		r.dom, r.month = int(a.num), int(b.num)
		if s.opt.MonthFirst && sep == '/' && a.num <= 12 || b.num > 12 {
			r.dom, r.month = r.month, r.dom
		}
	default:
		return 0, r, false
	}
	if end < s.hi && s.glued(end) && (s.toks[end].b == sep || s.toks[end].num >= 0) {
		return 0, r, false
	}
	if r.year < 1000 || r.month > 31 || r.dom > 99 || r.month == 0 || r.dom == 0 {
		return 0, r, false
	}
	r.checkDay()
	return end, r, true
}

// isoT reports whether w is the "17T09" in the middle of an ISO stamp.
func isoT(w string) bool {
	return len(w) == 5 && (w[2] == 'T' || w[2] == 't') && isDigit(w[3]) && isDigit(w[4])
}

// isoClock reads "17T09:43:34Z" with the token "17T09" at i.
func (s *scanner) isoClock(i int, r Reading) (int, Reading, bool) {
	w := s.src[s.toks[i].start:s.toks[i].end]
	r.dom = int(w[0]-'0')*10 + int(w[1]-'0')
	h := int(w[3]-'0')*10 + int(w[4]-'0')
	r.checkDay()
	end := i + 1
	if !s.punct(end, ':') || !s.glued(end) || end+1 >= s.hi || s.toks[end+1].num < 0 {
		return 0, r, false
	}
	m := int(s.toks[end+1].num)
	end += 2
	secs := -1
	if s.punct(end, ':') && end+1 < s.hi && s.toks[end+1].num >= 0 {
		secs = int(s.toks[end+1].num)
		end += 2
	}
	r.setClock(h, m, secs)
	return s.zoneAt(end, r)
}

// setClock notes the clock time h:m, or why there is none. secs is -1 where
// none are said; 60 is a leap second.
func (r *Reading) setClock(h, m, secs int) {
	if h > 24 || m > 59 || h == 24 && m+max(secs, 0) > 0 || secs > 60 {
		if r.Problem != "" {
			r.Problem += "; "
		}
		r.Problem += "a day has no " + pad(h, 2) + ":" + pad(m, 2)
		if secs >= 0 {
			r.Problem += ":" + pad(secs, 2)
		}
		return
	}
	r.clock, r.secs, r.Grain, r.Type = h*60+m, secs, GrainMinute, TIME
}

// zoneAt reads "GMT", "EST", "+02:00", "+0000", "Z" at i, if one stands there.
func (s *scanner) zoneAt(i int, r Reading) (int, Reading, bool) {
	switch {
	case s.is(i, cZone):
		r.hasZone, r.zone = true, s.val(i, cZone)
		return i + 1, r, true
	case i < s.hi && s.wordIs(i, "z") && s.toks[i].glued:
		r.hasZone = true
		return i + 1, r, true
	case (s.punct(i, '+') || s.punct(i, '-')) && i+1 < s.hi && s.glued(i+1) && s.toks[i+1].kind == tokNumber:
		t := &s.toks[i+1]
		sign := 1
		if s.toks[i].b == '-' {
			sign = -1
		}
		if t.end-t.start == 4 && t.num <= 1400 {
			r.hasZone, r.zone = true, sign*(int(t.num)/100*60+int(t.num)%100)
			return i + 2, r, true
		}
		if t.end-t.start == 2 && s.punct(i+2, ':') && i+3 < s.hi && s.toks[i+3].num >= 0 && s.toks[i+3].num < 60 {
			r.hasZone, r.zone = true, sign*(int(t.num)*60+int(s.toks[i+3].num))
			return i + 4, r, true
		}
	}
	return i, r, true
}

// withClock adds a clock time that follows a date: "17 Jun 2018 09:43:34
// +0000", "June 17, 2018 at 9:43 a.m.".
func (s *scanner) withClock(end int, r Reading) (int, Reading, bool) {
	if r.Grain != GrainDay {
		return end, r, true
	}
	k := end
	if s.punct(k, ',') {
		k++
	}
	if s.is(k, cLink) && s.val(k, cLink) == 3 {
		k++
	}
	if h, m, secs, next, ok := s.clockTime(k); ok {
		r.setClock(h, m, secs)
		return s.zoneAt(next, r)
	}
	return end, r, true
}

// meridiem reads "a.m.", "p.m.", "am", "pm" at i and returns the index after
// it, 0 when there is none. The limit is a token index.
func (s *scanner) meridiem(i, limit int) int {
	if i >= limit {
		return 0
	}
	if s.toks[i].is(cMeridiem) {
		return i + 1
	}
	if i+3 <= limit && (s.wordIs(i, "a") || s.wordIs(i, "p")) && s.toks[i+1].punct('.') && s.wordIs(i+2, "m") && s.toks[i+2].glued {
		if i+3 < limit && s.toks[i+3].punct('.') && s.toks[i+3].glued {
			return i + 4
		}
		return i + 3
	}
	return 0
}

// oClock reports whether "o'clock" stands at i.
func (s *scanner) oClock(i int) bool {
	return s.wordIs(i, "o") && i+2 < len(s.toks) && s.toks[i+1].punct('\'') && s.wordIs(i+2, "clock")
}

// clockTime reads "9:43", "09:43:34", "9:43 p.m.", "5 p.m.", "1040 GMT",
// "noon" at i. secs is -1 where none are said.
func (s *scanner) clockTime(i int) (h, m, secs, next int, ok bool) {
	secs = -1
	if s.is(i, cClockWord) {
		v := s.val(i, cClockWord)
		return v / 60, v % 60, secs, i + 1, true
	}
	if i >= s.hi || s.toks[i].kind != tokNumber || s.toks[i].num < 0 {
		return 0, 0, 0, i, false
	}
	t := &s.toks[i]
	h, next = int(t.num), i+1
	colon := false
	switch {
	case t.end-t.start == 4 && s.is(next, cZone):
		return h / 100, h % 100, secs, next, h/100 <= 24 && h%100 < 60
	case t.end-t.start > 2:
		return 0, 0, 0, i, false
	case (s.punct(next, ':') || s.punct(next, '.')) && s.glued(next) && s.glued(next+1) && s.toks[next+1].kind == tokNumber && s.toks[next+1].end-s.toks[next+1].start == 2:
		colon = s.toks[next].b == ':'
		m, next = int(s.toks[next+1].num), next+2
		if colon && s.punct(next, ':') && s.glued(next) && s.glued(next+1) && s.toks[next+1].num >= 0 {
			secs, next = int(s.toks[next+1].num), next+2
		}
	}
	if after := s.meridiem(next, s.hi); after > 0 {
		pm := s.wordIs(next, "pm") || s.wordIs(next, "p")
		switch {
		case h >= 1 && h <= 12 && m <= 59:
		case m == 0 && (h == 0 || h > 24 || i > 0 && (s.toks[i-1].punct(':') || s.toks[i-1].punct('.'))):
			return 0, 0, 0, i, false // the torn end of "10: 48 a.m."
		default:
			return h + 100, m, secs, after, true // an impossible time: 13 p.m.
		}
		h %= 12
		if pm {
			h += 12
		}
		return h, m, secs, after, true
	}
	if s.oClock(next) {
		return h, m, secs, next + 3, true
	}
	return h, m, secs, next, colon && (i == 0 || !s.toks[i].glued || s.toks[i-1].b == '(' || s.toks[i-1].b == '"')
}

// matchClock reads a clock time that leads or stands alone, with the weekday
// or date after it.
func (s *scanner) matchClock(i int) (int, Reading, bool) {
	r := newReading(TIME, opClock, GrainMinute)
	h, m, secs, end, ok := s.clockTime(i)
	if !ok || s.is(i, cClockWord) && s.before(i, cNumber) {
		return 0, r, false
	}
	r.Relative = true
	if h >= 100 {
		r.Problem = "no clock shows " + pad(h-100, 1) + ":" + pad(m, 2) + " with a.m. or p.m."
	} else {
		r.setClock(h, m, secs)
	}
	plain := !s.is(i, cClockWord) && s.meridiem(end-1, s.hi) == 0 && s.toks[end-1].b != '.' && !s.is(end, cZone) && !s.wordIs(end-1, "clock")
	at := s.before(i, cLink) && s.toks[i-1].val(cLink) == 3 && h < 30
	if plain && !at && (h > 24 || m > 59 || secs > 60) {
		return 0, r, false // a score or a ratio
	}
	end, r, _ = s.zoneAt(end, r)
	k := end
	if s.is(k, cLink) && s.val(k, cLink) == 1 {
		k++
	}
	if s.punct(k, ',') {
		k++
	}
	if dend, d, ok := s.matchDate(k); ok && d.Grain == GrainDay && d.clock < 0 {
		d.clock, d.Grain, d.Type, d.secs, d.hasZone, d.zone = r.clock, GrainMinute, TIME, r.secs, r.hasZone, r.zone
		if r.Problem != "" {
			d.Problem = r.Problem
		}
		return dend, d, true
	}
	if w, next, ok := s.weekdayName(k); ok && !s.toks[k].e.abbr {
		d := s.weekdayReading(k, w)
		d.clock, d.Grain, d.Type, d.hasZone, d.zone, d.Problem = r.clock, GrainMinute, TIME, r.hasZone, r.zone, r.Problem
		return next, d, true
	}
	if s.is(k, cDeictic) && k == end {
		d := newReading(TIME, opShift, GrainMinute)
		d.Relative, d.unit, d.n, d.clock, d.Problem = true, GrainDay, s.val(k, cDeictic), r.clock, r.Problem
		return k + 1, d, true
	}
	return end, r, true
}

func (s *scanner) weekdayReading(at, w int) Reading {
	r := newReading(DATE, opWeekday, GrainDay)
	r.Weekday, r.Relative = w, true
	r.future = !s.possessive(at) && s.future(at)
	return r
}

// possessive reports whether 's follows token i: what is Friday's has mostly
// been.
func (s *scanner) possessive(i int) bool {
	return i+2 < len(s.toks) && s.toks[i+1].punct('\'') && s.wordIs(i+2, "s") && s.toks[i+2].glued
}

// matchWeekday reads "Friday", "late Friday", "last Friday", "Friday night".
func (s *scanner) matchWeekday(i int) (int, Reading, bool) {
	k := i
	var r Reading
	mod, next := s.phase(k)
	switch {
	case mod == "" || !s.is(next, cWeekday):
	case s.wordIs(k, "earlier") || s.wordIs(k, "later"):
		return 0, r, false // "Earlier Friday, …": an adverb of its own
	default:
		k = next
	}
	modified, n := false, 0
	if m := s.skipModifierArticle(k); s.is(m, cModifier) && s.is(m+1, cWeekday) {
		modified, n = true, s.val(m, cModifier)
		if s.wordIs(m, "same") {
			return 0, r, false
		}
		k = m + 1
	}
	w, end, ok := s.weekdayName(k)
	if !ok {
		return 0, r, false
	}
	t := &s.toks[k]
	if t.e.abbr && !modified && (len(s.src[t.start:t.end]) == 3 && !s.punct(k+1, '.') || s.wordIs(k, "sun") || s.wordIs(k, "sat")) {
		return 0, r, false
	}
	if end < len(s.toks) && s.toks[end].is(cPaper) && s.toks[end].breaks == 0 && !s.toks[end].punct('.') {
		return 0, r, false
	}
	r = s.weekdayReading(k, w)
	r.modified, r.n = modified, n
	r.Discourse = modified && s.discourse(k-1)
	r.Mod = mod
	if t.e.plural {
		r.plural, r.op, r.Type, r.Relative = true, opSet, SET, false
		r.value = weekdayValue(w)
		return end, r, true
	}
	if s.is(end, cPart) {
		r.part, r.Grain, r.Type = s.val(end, cPart), GrainPart, TIME
		if s.toks[end].e.plural { // Sunday mornings
			r.op, r.Type, r.Relative = opSet, SET, false
			r.value = weekdayValue(w) + "T" + partCodes[r.part]
		}
		end++
	}
	return s.withClock(end, r)
}

// skipModifierArticle skips "the" before a modifier: "the following Friday".
func (s *scanner) skipModifierArticle(i int) int {
	if s.is(i, cArticle) && s.is(i+1, cModifier) {
		return i + 1
	}
	return i
}

func weekdayValue(w int) string {
	if w == 0 {
		w = 7
	}
	return "XXXX-WXX-" + pad(w, 1)
}

// matchDeictic reads "today", "yesterday afternoon", "this morning", "last
// night", "now", "recently", "the future".
func (s *scanner) matchDeictic(i int) (int, Reading, bool) {
	r := newReading(DATE, opShift, GrainDay)
	r.unit, r.Relative = GrainDay, true
	switch {
	case s.is(i, cPhase) && s.is(i+1, cDeictic) && (s.wordIs(i, "late") || s.wordIs(i, "early")):
		end, d, ok := s.matchDeictic(i + 1)
		d.Mod, _ = s.phase(i)
		return end, d, ok
	case s.is(i, cDeictic):
		r.n = s.val(i, cDeictic)
		if s.wordIs(i, "tonight") {
			r.part, r.Grain, r.Type = 4, GrainPart, TIME
		}
		if s.is(i+1, cPart) {
			r.part, r.Grain, r.Type = s.val(i+1, cPart), GrainPart, TIME
			return i + 2, r, true
		}
		return s.withClock(i+1, r)
	case s.is(i, cModifier) && s.is(i+1, cPart):
		n := s.val(i, cModifier)
		if n > 0 || n < 0 && s.val(i+1, cPart) != 4 {
			return 0, r, false
		}
		r.n, r.part, r.Grain, r.Type = n, s.val(i+1, cPart), GrainPart, TIME
		return i + 2, r, true
	case s.is(i, cReference):
		return s.matchReference(i)
	case s.is(i, cArticle) && (s.wordIs(i+1, "past") || s.wordIs(i+1, "future")):
		if s.is(i+2, cUnit|cNumber|cVagueCount|cHalf|cSeason|cMonth|cWeekday|cOrdinal) || i+2 < len(s.toks) && s.toks[i+2].kind == tokNumber {
			return 0, r, false
		}
		if !s.before(i, cLink|cPreposition) && i+2 < len(s.toks) && s.toks[i+2].kind == tokWord && !s.toks[i+2].is(cPreposition|cLink|cOf) {
			return 0, r, false // an adjective: "the past president"
		}
		v := "PAST_REF"
		if s.wordIs(i+1, "future") {
			v = "FUTURE_REF"
		}
		return i + 2, vague(v), true
	}
	return 0, r, false
}

func vague(value string) Reading {
	r := newReading(DATE, opVague, NoGrain)
	r.value, r.Relative = value, true
	return r
}

func (s *scanner) matchReference(i int) (int, Reading, bool) {
	switch s.val(i, cReference) {
	case 0:
		r := newReading(DATE, opPresent, NoGrain)
		r.value, r.Relative = "PRESENT_REF", true
		return i + 1, r, true
	case -1:
		if s.wordIs(i, "recent") && (s.is(i+1, cUnit) || s.before(i, cNumber)) {
			return 0, Reading{}, false
		}
		return i + 1, vague("PAST_REF"), true
	}
	return 0, Reading{}, false // future, without an article, is mostly an adjective
}

// matchShift reads "last month", "earlier this week", "the following day",
// "that year", "the end of next year", "this summer", "the weekend".
func (s *scanner) matchShift(i int) (int, Reading, bool) {
	r := newReading(DATE, opShift, NoGrain)
	r.Relative = true
	mod, k := s.phase(i)
	if mod != "" && (s.wordIs(i, "earlier") || s.wordIs(i, "later")) {
		r.sub = mod
		mod = Start
		if r.sub == End {
			mod = End
		}
	}
	r.Mod = mod
	art := s.is(k, cArticle)
	k = s.skipArticle(k)
	switch {
	case s.is(k, cModifier):
		r.n = s.val(k, cModifier)
		r.Discourse = s.discourse(k) || art && s.wordIs(k, "next") && s.wordIs(k+1, "day")
		if s.wordIs(k, "past") || s.wordIs(k, "prior") || s.wordIs(k, "upcoming") {
			if !s.is(k+1, cUnit) || s.wordIs(k, "past") {
				return 0, r, false
			}
		}
		k++
	case s.is(k, cPointer) && s.is(k+1, cUnit) && !s.toks[k+1].e.plural:
		r.Discourse = true
		k++
	case art && s.is(k, cUnit) && (mod != "" && r.sub == "" || s.val(k, cUnit) == 5):
		// the end of the year, the weekend
	default:
		return 0, r, false
	}
	switch {
	case s.is(k, cUnit) && !s.toks[k].e.plural:
		g, mult := unitGrain(s.val(k, cUnit))
		if g < GrainDay || s.is(k, cOrdinal) {
			return 0, r, false
		}
		r.unit, r.Grain = g, g
		r.n *= mult
	case s.is(k, cSeason) && s.seasonIsTime(k):
		r.unit, r.Grain, r.part = GrainSeason, GrainSeason, s.val(k, cSeason)
	default:
		return 0, r, false
	}
	if r.n == 0 && r.Grain == GrainDay && r.Mod == "" && !r.Discourse {
		return 0, r, false // "this day"
	}
	if s.punct(k+1, '-') && s.glued(k+1) && s.is(k+2, cOld) {
		return 0, r, false
	}
	if (art || s.before(i, cArticle)) && r.n != 0 && k+1 < len(s.toks) && s.toks[k+1].is(cOf) {
		return 0, r, false // "the last day of May"
	}
	return k + 1, r, true
}

// discourse reports whether the modifier at i counts from a time that the text
// has named before, as in "the following week".
func (s *scanner) discourse(i int) bool {
	return s.wordIs(i, "following") || s.wordIs(i, "previous") || s.wordIs(i, "preceding") || s.wordIs(i, "same") || s.wordIs(i, "ensuing")
}

// seasonIsTime leaves out the verb and the metal: "this fall in prices".
func (s *scanner) seasonIsTime(k int) bool {
	return !(s.is(k+1, cLink) && s.wordIs(k, "fall") && s.wordIs(k+1, "in"))
}

// unitGrain returns the grain of a unit word and how many of it the word
// means: a fortnight is two weeks.
func unitGrain(v int) (g Grain, times int) {
	switch v {
	case 1, 2:
		return GrainMinute, 1
	case 3:
		return GrainHour, 1
	case 4:
		return GrainDay, 1
	case 5:
		return GrainWeekend, 1
	case 6:
		return GrainWeek, 1
	case 7:
		return GrainWeek, 2
	case 8:
		return GrainMonth, 1
	case 9:
		return GrainQuarter, 1
	case 10:
		return GrainYear, 1
	case 11:
		return GrainDecade, 1
	}
	return GrainCentury, 1
}

// A count is how many units an expression speaks of.
type count struct {
	n     int
	vague bool // a few, several
	mod   Mod
	half  bool
}

// countAt reads "three", "a", "several", "more than 20", "half a" at i.
func (s *scanner) countAt(i int) (c count, next int, ok bool) {
	k := i
	switch {
	case s.is(k, cApprox) && s.is(k+1, cThan):
		c.mod = MoreThan
		if s.val(k, cApprox) == 4 {
			c.mod = LessThan
		}
		k += 2
	case s.is(k, cApprox) && s.wordIs(k, "nearly"):
		c.mod = EqualOrLess
		k++
	case s.is(k, cApprox):
		return c, i, false
	case s.before(k, cApprox) && !s.wordIs(k-1, "more") && !s.wordIs(k-1, "less"):
		// "about", "almost", "around", "over" stand outside the extent in 44
		// of 54 cases of TimeBank and AQUAINT, "nearly" inside in 7 of 8
		c.mod = []Mod{"", Approx, EqualOrLess, MoreThan, LessThan}[s.val(k-1, cApprox)]
	}
	if s.is(k, cHalf) {
		c.half = true
		k++
		if s.punct(k, '-') && s.glued(k) {
			k++
		}
		return c, s.skipArticle(k), true
	}
	if n, next, ok := s.number(k); ok {
		if s.toks[k].kind == tokNumber && s.punct(next, ',') && next+1 < s.hi && s.glued(next+1) && s.toks[next+1].kind == tokNumber {
			n, next = n*1000+int(max(s.toks[next+1].num, 0)), next+2
		}
		if s.punct(next, '-') && s.glued(next) {
			next++
		}
		c.n = n
		return c, next, true
	}
	if s.is(k, cArticle) && s.val(k, cArticle) == 2 {
		k++
		if s.is(k, cNumber) && s.val(k, cNumber) == 100 {
			c.n = 100
			return c, k + 1, true
		}
		if !s.is(k, cVagueCount) {
			c.n = 1
			return c, k, true
		}
	}
	if s.is(k, cVagueCount) && !s.wordIs(k, "recent") {
		c.vague = true
		if v := s.val(k, cVagueCount); v > 0 {
			c.n, c.vague = v, false
		}
		k++
		if s.is(k, cOf) {
			k++
		}
		return c, k, true
	}
	return c, i, false
}

// matchOffset reads "two weeks ago", "a year earlier", "three days later",
// "the day before", "half a year ago", "five years from now".
func (s *scanner) matchOffset(i int) (int, Reading, bool) {
	r := newReading(DATE, opOffset, NoGrain)
	r.Relative = true
	c, k, ok := s.countAt(i)
	if !ok {
		if k = s.skipArticle(i); k == i || s.val(i, cArticle) != 1 {
			return 0, r, false
		}
		c.n = 1
	}
	if !s.is(k, cUnit) || s.is(k, cOrdinal) {
		return 0, r, false
	}
	g, mult := unitGrain(s.val(k, cUnit))
	unit := s.val(k, cUnit)
	k++
	dir, end := 0, k+1
	switch {
	case s.is(k, cAgo):
		dir = s.val(k, cAgo)
		if (s.wordIs(k, "before") || s.wordIs(k, "after")) && !s.ends(k+1) {
			if g != GrainDay || c.vague || !s.is(k+1, cDeictic) {
				return 0, r, false // "two days before the vote"
			}
			r.op, r.unit, r.Grain = opShift, g, g // "the day after tomorrow"
			r.n = s.val(k+1, cDeictic) + c.n*mult*dir/2
			return k + 2, r, true
		}
		if s.wordIs(k, "previously") && !s.ends(k+1) || s.wordIs(k+1, "than") {
			return 0, r, false // "ten days earlier than planned"
		}
	case s.wordIs(k, "from") && s.wordIs(k+1, "now"):
		dir, end = 1, k+2
	default:
		return 0, r, false
	}
	if !ok && dir != -2 && dir != 2 { // "the day ago"
		return 0, r, false
	}
	r.Discourse = dir == 2 || dir == -2
	n := c.n * mult
	if c.half {
		switch g {
		case GrainYear:
			g, n = GrainMonth, 6
		case GrainDecade:
			g, n = GrainYear, 5
		default:
			n = 0
		}
	}
	if c.vague {
		n = 0
	}
	if dir < 0 {
		n = -n
	}
	r.n, r.unit, r.Grain, r.Mod = n, g, g, c.mod
	if c.vague {
		r.op, r.value = opVague, "PAST_REF"
		if dir > 0 {
			r.value = "FUTURE_REF"
		}
	}
	if g < GrainDay {
		r.Type, r.part = TIME, 0
		r.clock = unit // marks minutes or hours for the arithmetic
	}
	return end, r, true
}

// ends reports whether a clause can end before token i.
func (s *scanner) ends(i int) bool {
	return i >= len(s.toks) || s.toks[i].kind == tokPunct && s.toks[i].b != '-' || s.toks[i].breaks > 0
}

// matchSet reads "every Friday", "each year", "daily", "twice a week".
func (s *scanner) matchSet(i int) (int, Reading, bool) {
	r := newReading(SET, opSet, NoGrain)
	switch {
	case s.is(i, cSet):
		r.value = durationValue(s.val(i, cSet), "1")
		return i + 1, r, true
	case s.is(i, cTimes) && s.is(i+1, cArticle|cEvery) && s.is(i+2, cUnit):
		r.value = durationValue(s.val(i+2, cUnit), "1")
		return i + 3, r, true
	case s.is(i, cEvery):
		k := i + 1
		n := "1"
		if v, next, ok := s.number(k); ok {
			n, k = pad(v, 1), next
		}
		if s.wordIs(k, "other") {
			n = "2"
			k++
		}
		switch {
		case s.is(k, cWeekday):
			r.value = weekdayValue(s.val(k, cWeekday))
		case s.is(k, cUnit) && !s.is(k, cOrdinal):
			r.value = durationValue(s.val(k, cUnit), n)
		case s.is(k, cPart):
			r.value = "XXXX-XX-XXT" + partCodes[s.val(k, cPart)]
		case s.is(k, cMonth):
			r.value = "XXXX-" + pad(s.val(k, cMonth), 2)
		case s.is(k, cSeason):
			r.value = "XXXX-" + seasonCodes[s.val(k, cSeason)]
		default:
			return 0, r, false
		}
		return k + 1, r, true
	}
	return 0, r, false
}

// durationValue writes n units (the unit value of data/time.tsv) as TIMEX3.
func durationValue(unit int, n string) string {
	switch unit {
	case 1:
		return "PT" + n + "S"
	case 2:
		return "PT" + n + "M"
	case 3:
		return "PT" + n + "H"
	case 5:
		return "P" + n + "WE"
	case 7:
		if n == "1" {
			return "P2W"
		}
		return "PXW"
	case 12:
		return "P" + n + "CE"
	}
	return "P" + n + map[int]string{4: "D", 6: "W", 8: "M", 9: "Q", 10: "Y", 11: "E"}[unit]
}

// matchPeriod reads quarters, halves, seasons, decades and centuries.
func (s *scanner) matchPeriod(i int) (int, Reading, bool) {
	r := newReading(DATE, opQuarter, GrainQuarter)
	mod, k := s.phase(i)
	r.Mod = mod
	k = s.yearBefore(s.skipArticle(k), &r)
	if n, next, ok := s.ordinal(k); ok {
		if r.ofYear || r.year >= 0 {
			return s.quarterAfter(next, r, n)
		}
		if s.punct(next, '-') && s.glued(next) {
			if k > i && mod == "" {
				return 0, r, false // the article belongs to the noun: "a third-quarter loss"
			}
			next++
		}
		switch {
		case s.is(next, cUnit) && s.val(next, cUnit) == 9 && n <= 4 && !s.toks[next].e.plural:
			return s.yearOf(next+1, r, n)
		case s.is(next, cHalf) && n <= 2:
			r.Grain = GrainHalf
			return s.yearOf(next+1, r, n)
		case s.is(next, cUnit) && s.val(next, cUnit) == 12 && n > 9 && n < 22 && !(k > i && s.val(k-1, cArticle) == 2):
			r.op, r.Grain = opAbsolute, GrainCentury
			r.year = (n - 1) * 100
			return next + 1, r, true
		}
		return 0, r, false
	}
	if s.is(k, cSeason) && k < s.hi {
		r.Grain, r.op, r.unit, r.part = GrainSeason, opShift, GrainSeason, s.val(k, cSeason)
		end, q, _ := s.yearOf(k+1, r, 0)
		if q.ofYear {
			return end, q, true
		}
		if q.year >= 0 {
			q.op = opAbsolute
			return end, q, true
		}
		if (k > i || s.before(i, cPreposition)) && s.before(k, cArticle) && s.seasonIsTime(k) && (mod != "" || s.ends(k+1) || s.is(k+1, cOf|cPreposition)) && !s.wordIs(k, "fall") {
			r.Relative = true
			return k + 1, r, true
		}
		return 0, r, false
	}
	return 0, r, false
}

// matchReported reads the quarter that a report is about: "the quarter", "the
// latest quarter", "the period", "the year-earlier quarter", "year-ago".
func (s *scanner) matchReported(i int) (int, Reading, bool) {
	r := newReading(DATE, opReported, GrainQuarter)
	r.Relative, r.Discourse = true, true
	k := s.skipArticle(i)
	art := k > i && s.val(i, cArticle) == 1
	if s.is(k, cUnit) && s.val(k, cUnit) == 10 && !s.toks[k].e.plural && s.punct(k+1, '-') && s.glued(k+1) && s.glued(k+2) && (s.wordIs(k+2, "earlier") || s.wordIs(k+2, "ago")) {
		r.n = -1
		k += 3
		if s.reportedNoun(k) {
			return k + 1, r, true
		}
		if art {
			return 0, r, false
		}
		return k, r, true
	}
	if !art {
		return 0, r, false
	}
	if end, y, ok := s.matchBusinessYear(k); ok {
		return end, y, true
	}
	latest := s.wordIs(k, "latest")
	if latest {
		k++
	}
	if s.wordIs(k, "period") && !latest || !s.reportedNoun(k) || s.is(k+1, cAgo) {
		return 0, r, false
	}
	return k + 1, r, true
}

// matchBusinessYear reads what follows the article in "the year ended March
// 31", a length of time, and in "the fiscal year", "the year".
func (s *scanner) matchBusinessYear(k int) (int, Reading, bool) {
	if s.is(k, cFiscal) || s.wordIs(k, "full") {
		k++
	}
	r := newReading(DURATION, opDuration, NoGrain)
	if !s.is(k, cUnit) || s.val(k, cUnit) != 10 || s.toks[k].e.plural || s.punct(k+1, '-') && s.glued(k+1) || s.punct(k+1, '\'') || s.is(k+1, cAgo) {
		return 0, r, false
	}
	if next := k + 1; next < len(s.toks) && (s.wordIs(next, "ended") || s.wordIs(next, "ending")) {
		r.value = "P1Y"
		return k + 1, r, true
	}
	if !s.ends(k+1) && !s.toks[k+1].is(cPreposition|cLink|cOf) {
		return 0, r, false
	}
	r = newReading(DATE, opShift, GrainYear)
	r.Relative, r.unit, r.Discourse = true, GrainYear, false
	return k + 1, r, true
}

// reportedNoun reports whether token i is "quarter" or "period".
func (s *scanner) reportedNoun(i int) bool {
	return s.is(i, cUnit) && s.val(i, cUnit) == 9 && !s.toks[i].e.plural || i < s.hi && s.wordIs(i, "period")
}

// yearBefore reads what says the year before a quarter or half: "this year's",
// "year-ago", "1988", and "fiscal", which says nothing of it. It returns the
// index after it.
func (s *scanner) yearBefore(k int, r *Reading) int {
	next := k
	if shift, n, ok := s.relativeYear(k); ok && s.punct(n, '\'') && s.wordIs(n+1, "s") {
		next = n + 2
		r.yearShift, r.ofYear, r.Relative = shift, true, true
	} else if s.is(k, cUnit) && s.val(k, cUnit) == 10 && s.punct(k+1, '-') && s.glued(k+1) && (s.wordIs(k+2, "earlier") || s.wordIs(k+2, "ago")) {
		next = k + 3
		r.yearShift, r.ofYear, r.Relative = -1, true, true
	} else if y, n, ok := s.year(k); ok && s.toks[k].kind == tokNumber {
		next, r.year = n, y
	}
	if s.is(next, cFiscal) {
		next++
		if s.punct(next, '-') && s.glued(next) {
			next++
		}
	}
	if _, _, ok := s.ordinal(next); ok {
		return next
	}
	r.yearShift, r.ofYear, r.Relative, r.year = 0, false, false, -1
	return k
}

// quarterAfter reads "quarter" or "half" after an ordinal whose year has been
// said.
func (s *scanner) quarterAfter(k int, r Reading, n int) (int, Reading, bool) {
	if s.punct(k, '-') && s.glued(k) {
		k++
	}
	r.n = n
	switch {
	case s.is(k, cUnit) && s.val(k, cUnit) == 9 && n <= 4 && !s.toks[k].e.plural:
	case s.is(k, cHalf) && n <= 2:
		r.Grain = GrainHalf
	default:
		return 0, r, false
	}
	return k + 1, r, true
}

// yearOf reads "of 1998", "1998", "of last year", "of this year" after a period.
func (s *scanner) yearOf(i int, r Reading, n int) (int, Reading, bool) {
	r.n = n
	k := i
	if s.punct(k, ',') || s.is(k, cOf) {
		k++
	}
	if shift, next, ok := s.relativeYear(k); ok {
		r.yearShift, r.ofYear, r.Relative = shift, true, true
		return next, r, true
	}
	if s.is(k, cFiscal) {
		k++
	}
	if y, next, ok := s.year(k); ok {
		r.year = y
		if r.Grain != GrainSeason {
			r.op = opQuarter
		}
		return next, r, true
	}
	r.Relative = true
	return i, r, true
}

// matchYear reads a year alone, "early 2015", "fiscal 1998", "the 1990s",
// "the '90s".
func (s *scanner) matchYear(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainYear)
	mod, k := s.phase(i)
	r.Mod = mod
	art := s.is(k, cArticle)
	k = s.skipArticle(k)
	if end, d, ok := s.decade(k); ok {
		d.Mod = mod
		return end, d, true
	}
	if art && mod == "" && !s.is(k, cFiscal) {
		return 0, r, false
	}
	fiscal := s.is(k, cFiscal)
	if fiscal {
		k++
		if s.is(k, cUnit) && s.val(k, cUnit) == 10 {
			k++
		}
	}
	if k < s.hi && s.punct(k, '\'') && !fiscal {
		return 0, r, false
	}
	y, end, ok := s.year(k)
	if !ok || !fiscal && mod == "" && !s.yearAllowed(k, y) {
		return 0, r, false
	}
	r.year = y
	return end, r, true
}

// decade reads "1990s", "'90s" at i.
func (s *scanner) decade(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainDecade)
	k := i
	short := s.punct(k, '\'') && s.glued(k+1)
	if short {
		k++
	}
	if k >= s.hi || s.toks[k].kind != tokWord || s.toks[k].num < 0 {
		return 0, r, false
	}
	w := s.src[s.toks[k].start:s.toks[k].end]
	n := int(s.toks[k].num)
	switch {
	case len(w) == 5 && w[4] == 's' && n >= 1000 && n < 2100 && n%10 == 0:
		r.year = n
	case short && len(w) == 3 && w[2] == 's' && n%10 == 0:
		r.year = 1900 + n
	default:
		return 0, r, false
	}
	return k + 1, r, true
}

// yearAllowed decides whether a number of four digits that stands alone is a
// year: not after a currency sign or a word that numbers things, not before a
// counted noun.
func (s *scanner) yearAllowed(i, y int) bool {
	if i > 0 {
		p := &s.toks[i-1]
		if p.is(cNumbered) || s.toks[i].glued && (p.b == '$' || p.b == '.' || p.b == ',' || p.b == ':' || p.b == '/' || p.b == '#' || p.b == '+' || p.b == 0 && p.kind == tokPunct) {
			return false
		}
		if p.allCaps && p.kind == tokWord && p.end-p.start > 2 && s.toks[i].breaks == 0 {
			return false // UNSCR 2254, CVE 2014
		}
		if s.toks[i].glued && p.b == '-' && i > 1 && s.toks[i-2].kind == tokWord {
			return false // Il-2000
		}
		if p.punct('.') && i > 1 && s.toks[i-2].is(cNumbered) {
			return false // No. 1998
		}
	}
	if i+1 < len(s.toks) {
		n := &s.toks[i+1]
		if n.glued && (n.b == '%' || (n.b == '.' || n.b == ',' || n.b == ':') && i+2 < len(s.toks) && s.toks[i+2].glued && s.toks[i+2].kind == tokNumber) {
			return false
		}
	}
	if s.countFollows(i + 1) {
		return false
	}
	if y < 1500 || y > 2100 {
		return false
	}
	return true
}

// countFollows reports whether token i is a lower-case plural that a number
// before it would count: "2000 troops". Prepositions and verbs in -s are rare
// right after a year.
func (s *scanner) countFollows(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	t := &s.toks[i]
	if t.kind != tokWord || t.breaks > 0 || t.glued {
		return false
	}
	w := s.src[t.start:t.end]
	if t.is(cUnit) || s.wordIs(i, "people") || s.wordIs(i, "men") || s.wordIs(i, "percent") {
		return true
	}
	if t.capital || t.classes() != 0 || len(w) < 4 {
		return false
	}
	if s.before(i-1, cPreposition) && s.wordIs(i-2, "in") {
		return false
	}
	return w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// matchDuration reads "seven years", "the past three months", "recent weeks",
// "half a year", "a three-day", "years".
func (s *scanner) matchDuration(i int) (int, Reading, bool) {
	r := newReading(DURATION, opDuration, NoGrain)
	k := i
	span := false
	if m := s.skipModifierArticle(k); s.is(m, cModifier) || s.is(k, cArticle) && s.is(k+1, cOrdinal) {
		if !s.is(m, cModifier) {
			m = k + 1
		}
		if n, _, ok := s.number(m + 1); ok && n > 0 {
			k, span = m+1, true
		} else if s.is(m+1, cVagueCount) {
			k, span = m+1, true
		} else if s.is(m+1, cUnit) && (s.toks[m+1].e.plural || s.wordIs(m, "past")) && s.is(m, cModifier) {
			k, span = m+1, true
		} else {
			return 0, r, false
		}
	} else if s.is(k, cArticle) && s.val(k, cArticle) == 1 && s.is(k+1, cNumber) {
		k, span = k+1, true
	}
	if s.wordIs(k, "recent") && s.is(k+1, cUnit) && s.toks[k+1].e.plural {
		r.value = durationValue(s.val(k+1, cUnit), "X")
		return k + 2, r, true
	}
	c, next, ok := s.countAt(k)
	if ok && k > i && s.punct(next-1, '-') {
		return 0, r, false // the article belongs to the noun: "the two-week crisis"
	}
	if !ok {
		if !s.is(k, cUnit) || !s.toks[k].e.plural && !span {
			return 0, r, false
		}
		c, next = count{vague: true}, k
		if span && !s.toks[k].e.plural {
			c = count{n: 1}
		}
	}
	if s.is(next, cModifier) && s.wordIs(next, "straight") {
		next++
	}
	if !s.is(next, cUnit) {
		return 0, r, false
	}
	u := s.val(next, cUnit)
	if u <= 2 && !s.toks[next].e.plural && !(u == 2 && s.is(next-1, cNumber)) || u == 1 && s.is(next, cOrdinal) {
		return 0, r, false // "a minute", "two second-half goals"
	}
	if u == 2 && s.is(next+1, cOf) {
		return 0, r, false // minutes of a meeting
	}
	if !ok && u < 4 {
		return 0, r, false
	}
	end := next + 1
	if s.is(end, cOld) || s.punct(end, '-') && s.is(end+1, cOld) {
		return 0, r, false // 24 years old, 24-year-old
	}
	if c.n == 1 && s.is(next-1, cArticle) && (s.before(next-1, cScale) || next > 1 && s.toks[next-2].kind == tokNumber) {
		return 0, r, false // a rate: "$2 million a year"
	}
	r.Mod = c.mod
	switch {
	case c.half:
		r.value = map[int]string{10: "P6M", 11: "P5Y", 3: "PT30M", 8: "P15D", 12: "P50Y"}[u]
		if r.value == "" {
			return 0, r, false
		}
	case c.vague:
		r.value = durationValue(u, "X")
	default:
		r.value = durationValue(u, pad(c.n, 1))
	}
	r.n = c.n
	return end, r, true
}
