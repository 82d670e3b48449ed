package timeline

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
		r.hasZone, r.zone = true, s.val0(i, cZone)
		return i + 1, r, true
	case s.is(i, cZoneOpen) && s.toks[i].allCaps:
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

// withClock adds what follows a day or part of a day: a clock time, as in "17 Jun
// 2018 09:43:34 +0000", "June 17, 2018 at 9:43 a.m.", "Friday night at nine", or
// the part of a day in "Friday in the afternoon".
func (s *scanner) withClock(end int, r Reading) (int, Reading, bool) {
	if r.Grain != GrainDay && r.Grain != GrainPart {
		return end, r, true
	}
	if part, next := s.inPart(end); next > end && r.Grain == GrainDay {
		r.part, r.Grain, r.Type, end = part, GrainPart, TIME, next
	}
	k := end
	if s.punct(k, ',') {
		k++
	}
	at := s.isVal(k, cLink, linkAt)
	if at {
		k++
	}
	c, next, ok := s.clockTime(k)
	if !ok && at {
		about := k
		if r.part > 0 && s.isVal(k, cApprox, 1) {
			about++ // in the afternoon at about 3
		}
		c, next, ok = s.hourWord(about, r.part > 0 || r.op == opWeekday && s.ends(k+1))
	}
	if !ok || s.tally(next) || !at && s.opensHours(k) {
		return end, r, true
	}
	c.ofPart(r.part)
	r.beside, r.part = r.part, 0
	r.take(c)
	return s.zoneAt(next, r)
}

// opensHours reports whether a range of clock times begins at k.
func (s *scanner) opensHours(k int) bool {
	if k >= len(s.toks) || !s.mayOpenHours(k) {
		return false
	}
	_, _, _, ok := s.matchHours(k)
	return ok
}

// hourWord reads the hour of "Friday at nine", and where a part of the day has
// been said or the clause ends, that of "tonight at 7", "Friday at 10".
func (s *scanner) hourWord(i int, part bool) (c clockTime, next int, ok bool) {
	h, ok := s.val(i, cNumber)
	if !ok && part && i < s.hi && s.toks[i].kind == tokNumber && s.toks[i].end-s.toks[i].start <= 2 {
		h, ok = int(s.toks[i].num), !s.glues(i+1) // not 3,550 points
	}
	if !ok || h < 1 || h > 12 || !s.calm(i+1) {
		return c, i, false
	}
	return clockTime{h: h, secs: -1, twelve: true, open: true}, i + 1, true
}

// inPart reads "in the morning", "at night" at i and returns the part of the
// day and the index after it, or i.
func (s *scanner) inPart(i int) (part, next int) {
	if !s.is(i, cLink) {
		return 0, i
	}
	k := i + 1
	if s.isVal(i, cLink, linkIn) && s.isVal(k, cArticle, theArticle) {
		k++
		if part, ok := s.val(k, cPart); ok && part <= 3 && !s.toks[k].plural() && s.calm(k+1) {
			return part, k + 1
		}
	}
	if s.isVal(i, cLink, linkAt) && s.wordIs(k, "night") && k < s.hi {
		return 4, k + 1
	}
	return 0, i
}

// calm reports whether token i begins something new, so that a number before it
// counts nothing and a part of the day is not the start of a longer noun.
func (s *scanner) calm(i int) bool {
	return s.ends(i) || s.toks[i].is(cPreposition|cLink|cClause|cPastVerb|cSayCue|cFutureCue|cPronoun|cWeekday|cDeictic|cModifier|cPointer|cArticle|cZone|cZoneOpen)
}

// A clockTime is a time of day as the words say it.
type clockTime struct {
	h, m, secs int  // secs is -1 where none are said; h is 24 for the end of the day
	twelve     bool // the hour fits both halves of the day, and no a.m. or p.m. is said
	open       bool // the half of the day is open; "7:30" in digits is taken as said
	plain      bool // digits and a colon only: may be a score or a ratio
	wrong      bool // no clock shows this hour with a.m. or p.m.
	beyond     bool // four digits that no clock shows: 2460 GMT
}

// ofPart chooses the half of the day that the part of the day stands in.
func (c *clockTime) ofPart(part int) {
	if !c.twelve || part == 0 {
		return
	}
	h := c.h % 12
	switch {
	case part == partMorning:
	case part == partAfternoon || part == partEvening || part == partMidday && h <= 2 || part == partNight && h >= 5:
		h += 12
	case part == partMidday:
	case h == 0 && c.m == 0:
		h = 24
	default:
		return // one or two at night: the next day's, or this one's?
	}
	c.h, c.twelve, c.open, c.plain = h, false, false, false
}

// oddMeridiem ends the problem of an hour that the 12-hour clock has not.
const oddMeridiem = " with a.m. or p.m."

// take notes the clock time c, or why there is none.
func (r *Reading) take(c clockTime) {
	if c.wrong {
		r.Problem = "no clock shows " + pad(c.h, 1) + ":" + pad(c.m, 2) + oddMeridiem
		return
	}
	r.setClock(c.h, c.m, c.secs)
	r.HalfOpen = c.open
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

// clockTime reads "9:43", "09:43:34", "9:43 p.m.", "5 p.m.", "1040 GMT", "noon",
// "seven o'clock", "half past nine", "5 in the afternoon" at i.
func (s *scanner) clockTime(i int) (c clockTime, next int, ok bool) {
	if i >= s.hi {
		return c, i, false
	}
	t := &s.toks[i]
	switch {
	case t.is(cClockWord):
		return s.clockWord(i)
	case t.kind == tokNumber && t.num >= 0:
		if c, next, ok = s.digitClock(i); !ok && s.is(i+1, cUnit|cClockShift) {
			c, next, ok = s.pastHour(i)
		}
	case t.is(cNumber | cHalf | cArticle | cUnit):
		c, next, ok = s.spelledClock(i)
	}
	if !ok {
		return c, i, false
	}
	if part, after := s.inPart(next); after > next && c.twelve {
		c.ofPart(part)
		next = after
	}
	return c, next, true
}

// clockWord reads "noon" and "midnight" at i, and "midday" after a preposition.
// Midnight is the end of the day.
func (s *scanner) clockWord(i int) (c clockTime, next int, ok bool) {
	v, ok := s.val(i, cClockWord)
	if !ok || s.wordIs(i, "midday") && !s.before(i, cClockCue) {
		return c, i, false
	}
	return clockTime{h: v / 60, secs: -1}, i + 1, true
}

// titled reports whether the clock word at i is part of a name: "High Noon",
// "the Midnight Express".
func (s *scanner) titled(i int) bool {
	if !s.is(i, cClockWord) || !s.toks[i].capital {
		return false
	}
	if k := i + 1; k < len(s.toks) && s.toks[k].kind == tokWord && s.toks[k].capital && s.toks[k].classes() == 0 && s.toks[k].breaks == 0 {
		return true
	}
	return i > 0 && s.toks[i].breaks == 0 && s.toks[i-1].kind == tokWord && (s.toks[i-1].capital && !s.toks[i-1].is(cClockCue) || s.before(i, cArticle))
}

// digitClock reads a clock time that begins with digits.
func (s *scanner) digitClock(i int) (c clockTime, next int, ok bool) {
	t := &s.toks[i]
	h, m := int(t.num), 0
	c, next = clockTime{h: h, secs: -1}, i+1
	colon := false
	switch n := t.end - t.start; {
	case n == 4 && (s.is(next, cZone) || s.localTime(next) || s.wordIs(next, "hours") && (t.b == '0' || s.at(i))):
		c.h, c.m = h/100, h%100
		if s.wordIs(next, "hours") {
			next++
		}
		c.beyond = c.h > 24 || c.m > 59 || c.h == 24 && c.m > 0
		return c, next, !c.beyond || s.is(i+1, cZone) && s.beforeClock(i)
	case n > 2:
		return c, i, false
	case (s.punct(next, ':') || s.punct(next, '.')) && s.glued(next) && s.glued(next+1) && s.toks[next+1].kind == tokNumber && s.toks[next+1].end-s.toks[next+1].start == 2:
		colon = s.toks[next].b == ':'
		m, next = int(s.toks[next+1].num), next+2
		if colon && s.punct(next, ':') && s.glued(next) && s.glued(next+1) && s.toks[next+1].num >= 0 {
			c.secs, next = int(s.toks[next+1].num), next+2
		}
	case h == 12 && s.is(next, cClockWord) && !s.wordIs(next, "midday"):
		return s.clockWord(next)
	}
	c.m = m
	if after := s.meridiem(next, s.hi); after > 0 {
		switch {
		case h >= 1 && h <= 12 && m <= 59:
		case m == 0 && (h == 0 || h > 24 && !s.before(i, cClockCue) || i > 0 && (s.toks[i-1].punct(':') || s.toks[i-1].punct('.'))):
			return c, i, false // the torn end of "10: 48 a.m."
		default:
			c.wrong = true // 13 p.m.
			return c, after, true
		}
		c.h = s.halfHour(h, next)
		return c, after, true
	}
	c.twelve = h >= 1 && h <= 12 && m <= 59 && (t.b != '0' || h == 0)
	if s.oClock(next) {
		c.open = c.twelve
		return c, next + 3, true
	}
	if _, after := s.inPart(next); colon && after > next && m > 59 && h <= 24 {
		return c, next, true // 4:85 in the afternoon: no such time
	}
	if _, after := s.inPart(next); c.twelve && after > next && (next > i+1 || s.before(i, cClockCue)) {
		c.open = true // 5 in the afternoon
		return c, next, true
	}
	if next > i+1 && !colon && (s.is(next, cZone) || s.localTime(next) || h < 24 && m < 60 && s.onDayAt(i) && (s.ends(next) || s.calm(next))) {
		return c, next, true // 18.50 GMT, on 28 Feb. at 19.30
	}
	c.plain = colon
	return c, next, colon && (i == 0 || !t.glued || s.toks[i-1].b == '(' || s.toks[i-1].b == '"')
}

// onDayAt reports whether "at" and the day before it lead to the clock time at i:
// "Friday at", "28 Feb. at".
func (s *scanner) onDayAt(i int) bool {
	if i < 2 || !s.toks[i-1].isVal(cLink, linkAt) {
		return false
	}
	k := i - 2
	if k > 0 && s.toks[k].punct('.') && s.toks[k].glued {
		k--
	}
	return s.toks[k].is(cWeekday|cMonth|cDeictic) || s.toks[k].num > 0 && s.toks[k].num < 32 && k > 0 && s.toks[k-1].is(cMonth)
}

// localTime reports whether "local time" stands at i.
func (s *scanner) localTime(i int) bool {
	return s.wordIs(i, "local") && i+1 < len(s.toks) && s.wordIs(i+1, "time")
}

// halfHour returns the hour h of the clock with the "a.m." or "p.m." at i.
func (s *scanner) halfHour(h, i int) int {
	h %= 12
	if s.wordIs(i, "pm") || s.wordIs(i, "p") {
		h += 12
	}
	return h
}

// beforeClock reports whether a word that clock times follow stands before token
// i: "at 2510 GMT", "from 0860 GMT".
func (s *scanner) beforeClock(i int) bool {
	return s.at(i) || s.before(i, cClockCue|cLink|cWeekday) || i > 0 && s.toks[i-1].b == '('
}

// at reports whether "at" stands before token i, perhaps with "about" between.
func (s *scanner) at(i int) bool {
	if s.before(i, cApprox) {
		i--
	}
	return s.beforeVal(i, cLink, linkAt)
}

// opensClock reports whether the number word at i may begin a clock time that no
// other word opens: "seven o'clock", "nine p.m.", "at nine thirty", "at ten to
// eight".
func (s *scanner) opensClock(i int) bool {
	if i+1 >= len(s.toks) || !s.toks[i].valIn(cNumber, 0, 59) {
		return false
	}
	return s.oClock(i+1) || s.meridiem(i+1, len(s.toks)) > 0 || s.toks[i+1].is(cNumber|cClockShift) && s.at(i)
}

// joinsClock reports whether the "to" at i stands between minutes and an hour.
func (s *scanner) joinsClock(i int) bool {
	if i == 0 || i+1 >= len(s.toks) || !s.wordIs(i, "to") {
		return false
	}
	return s.toks[i-1].is(cNumber|cUnit) && (s.toks[i+1].is(cNumber|cClockWord) || s.toks[i+1].num >= 0)
}

// spelledClock reads a clock time that begins with a word.
func (s *scanner) spelledClock(i int) (c clockTime, next int, ok bool) {
	if c, next, ok = s.pastHour(i); ok {
		return c, next, ok
	}
	h, ok := s.val(i, cNumber)
	if !ok || h > 12 {
		return c, i, false
	}
	c, next = clockTime{h: h, secs: -1, twelve: true, open: true}, i+1
	if c.h == 12 && s.is(next, cClockWord) && !s.wordIs(next, "midday") {
		return s.clockWord(next)
	}
	k := next
	if s.punct(k, '-') && s.glued(k) {
		k++
	}
	if m, after, ok := s.number(k); ok && s.is(k, cNumber) && m >= 10 && m <= 59 {
		c.m, next = m, after
	}
	after, said := s.saidHour(&c, next)
	switch {
	case said:
		return c, after, true
	case s.before(i, cClockCue) && s.partFollows(next):
		return c, next, true // nine in the morning
	}
	return c, next, c.m > 0 && s.at(i) && s.calm(next)
}

// saidHour reads what marks a number as an hour at i: o'clock, a.m., p.m.
func (s *scanner) saidHour(c *clockTime, i int) (next int, ok bool) {
	if s.oClock(i) {
		i, ok = i+3, true
	}
	if after := s.meridiem(i, s.hi); after > 0 {
		c.h, c.twelve, c.open = s.halfHour(c.h, i), false, false
		return after, true
	}
	return i, ok
}

func (s *scanner) partFollows(i int) bool {
	_, next := s.inPart(i)
	return next > i
}

// pastHour reads minutes before or after an hour at i: "half past nine", "a
// quarter to five", "ten to eight", "twenty minutes past three". Without a word
// that only clocks use, as in the votes and prices of "ten to eight", "at" must
// stand before it.
func (s *scanner) pastHour(i int) (c clockTime, next int, ok bool) {
	t, k, minutes := &s.toks[i], i, 0
	clear := false
	if s.isVal(k, cArticle, anArticle) {
		k++
	}
	switch {
	case s.wordIs(k, "half") && s.wordIs(k+1, "past"):
		minutes, k, clear = 30, k+1, true
	case s.is(k, cUnit) && s.wordIs(k, "quarter"):
		minutes, k = 15, k+1
		clear = s.wordIs(k, "past")
	case k == i && (s.is(k, cNumber) || t.kind == tokNumber && t.num > 0):
		n, after, ok := s.number(k)
		if !ok || n > 59 {
			return c, i, false
		}
		minutes, k = n, after
		if s.isVal(k, cUnit, unitMinute) {
			k, clear = k+1, true
		}
	default:
		return c, i, false
	}
	sign, ok := s.val(k, cClockShift)
	if !ok {
		return c, i, false
	}
	c, next, ok = s.hour(k + 1)
	if !ok {
		return c, i, false
	}
	next, said := s.saidHour(&c, next)
	if !said && !(s.calm(next) && (clear || s.at(i) || s.partFollows(next))) {
		return c, i, false
	}
	c.shift(sign * minutes)
	return c, next, true
}

// hour reads the hour of "half past nine", "ten to 8", "ten to midnight" at i.
func (s *scanner) hour(i int) (c clockTime, next int, ok bool) {
	if s.is(i, cClockWord) && !s.wordIs(i, "midday") {
		return s.clockWord(i)
	}
	n, next, ok := s.number(i)
	if !ok || n < 1 || n > 12 {
		return c, i, false
	}
	return clockTime{h: n, secs: -1, twelve: true, open: true}, next, true
}

// shift moves c by some minutes, less than an hour; ten past midnight is the
// start of a day.
func (c *clockTime) shift(minutes int) {
	day := 24 * 60
	t := (c.h*60 + minutes + day) % day
	if c.twelve && t < 60 || t >= 13*60 && c.twelve {
		t = (t + 12*60) % day
	}
	c.h, c.m = t/60, t%60
}

// tally reports whether what stands at i makes two numbers before it a score:
// "a 7:30 lead".
func (s *scanner) tally(i int) bool {
	return i < len(s.toks) && s.toks[i].breaks == 0 && s.toks[i].is(cTally)
}

// isScore reports whether the digits and colon in [i, end) are no clock time: a
// score, a ratio, the time a runner took.
func (s *scanner) isScore(i, end int, c clockTime) bool {
	if !c.plain {
		return false
	}
	if s.is(end, cZone|cZoneOpen) {
		return false
	}
	if s.punctAt(end, '.') && s.glues(end) && s.toks[end+1].kind == tokNumber {
		return true // 3:29.4
	}
	if c.h > 24 || c.m > 59 || c.secs > 60 {
		return !s.clockPlace(i, end, c) || s.tally(end) || s.ofPlay(end)
	}
	if s.before(i, cTally) || i > 1 && s.toks[i-1].is(cOf) && s.toks[i-2].is(cTally) {
		return true
	}
	return s.tally(end) || s.beforeVal(i, cLink, linkIn) || s.ofPlay(end)
}

// clockPlace reports whether a clock time must stand at [i, end), so that digits
// which are none, c, are a slip: "at 25:10", "By 21:70 the fire was out", "from
// 9:00 to 14:85", "it was 28:12 when".
func (s *scanner) clockPlace(i, end int, c clockTime) bool {
	switch {
	case s.at(i):
		return c.h < 30
	case s.wordIs(i-1, "by"):
		return s.toks[i-1].capital && end < len(s.toks) && !s.ends(end)
	case s.wordIs(i-1, "to") && i > 4:
		return s.toks[i-2].num >= 0 && s.toks[i-3].punct(':') && s.toks[i-4].num >= 0 && s.wordIs(i-5, "from")
	}
	k := i
	if s.before(k, cApprox) || k > 0 && s.manner(k-1) {
		k--
	}
	return s.wordIs(k-1, "was") && s.wordIs(k-2, "it") && s.wordIs(end, "when")
}

// ofPlay reports whether what stands at i says that the time before it runs from
// the start of a game or a recording: "9:30 of the first period", "24:30 into it".
func (s *scanner) ofPlay(i int) bool {
	if i >= len(s.toks) || s.toks[i].breaks > 0 {
		return false
	}
	return s.wordIs(i, "into") || s.is2(i, cOf) && s.is2(i+1, cArticle) && s.is2(i+2, cOrdinal)
}

// matchClock reads a clock time that leads or stands alone, with the weekday
// or date after it.
func (s *scanner) matchClock(i int) (int, Reading, bool) {
	r := newReading(TIME, opClock, GrainMinute)
	c, end, ok := s.clockTime(i)
	if !ok {
		return s.hourOfPart(i)
	}
	if s.is(i, cClockWord) && s.before(i, cNumber) || s.titled(i) || s.isScore(i, end, c) {
		return 0, r, false
	}
	r.Relative = true
	end, r, _ = s.zoneAt(end, r)
	day, d, ok := s.dayAfter(end)
	if !ok {
		if r.take(c); s.workdaysBefore(i) {
			r.recur("XXXX-XX-XX")
		}
		return end, r, true
	}
	if d.part == partNight && d.op == opShift && !c.twelve && c.h < 6 {
		d.n++ // "1 a.m. last night" is today
	}
	c.ofPart(d.part)
	d.beside, d.part = d.part, 0
	d.take(c)
	d.Type, d.Grain, d.hasZone, d.zone = TIME, GrainMinute, r.hasZone, r.zone
	return day, d, true
}

// workdaysBefore reports whether "weekdays" stands before the clock time at i: "on
// weekdays at 6:30 p.m."
func (s *scanner) workdaysBefore(i int) bool {
	k := i - 1
	for k > 0 && k > i-3 && (s.toks[k].is(cLink) || s.toks[k].punct(',')) {
		k--
	}
	return k >= 0 && s.toks[k].isVal(cNoTime, workdays)
}

// hourOfPart reads the bare hour of "at 8 Friday night", "at nine this morning".
func (s *scanner) hourOfPart(i int) (int, Reading, bool) {
	if !s.is(i, cNumber) && (i >= s.hi || s.toks[i].kind != tokNumber) || !s.at(i) {
		return 0, Reading{}, false
	}
	c, next, ok := s.hour(i)
	if !ok {
		return 0, Reading{}, false
	}
	end, d, ok := s.dayAfter(next)
	if !ok || d.Grain != GrainPart {
		return 0, Reading{}, false
	}
	c.ofPart(d.part)
	d.beside, d.part = d.part, 0
	d.take(c)
	return end, d, true
}

// dayAfter reads the day, or part of one, that follows a clock time at i: "on
// Friday", ", June 12", "this morning", "the next day". The reading has no
// clock time of its own.
func (s *scanner) dayAfter(i int) (int, Reading, bool) {
	k := i
	if s.isVal(k, cLink, linkOn) {
		k++
	}
	if s.punct(k, ',') {
		k++
	}
	if !s.is(k, cWeekday|cMonth|cNumber|cOrdinal|cDeictic|cModifier|cPointer|cArticle|cPhase) && (k >= s.hi || s.toks[k].num < 0) {
		return 0, Reading{}, false
	}
	for _, match := range [...]func(*scanner, int) (int, Reading, bool){(*scanner).matchDate, (*scanner).matchWeekday, (*scanner).matchDeictic, (*scanner).matchShift} {
		end, d, ok := match(s, k)
		if ok && d.clock < 0 && d.Type != SET && (d.Grain == GrainDay || d.Grain == GrainPart) && d.op != opPresent && d.op != opClock && end <= s.hi {
			return end, d, true
		}
	}
	return 0, Reading{}, false
}

// restates reports whether r is a clock time that stands in brackets behind the
// last of out, another one.
func (s *scanner) restates(out []Reading, r *Reading) bool {
	if r.clock < 0 || r.op == opOffset || len(out) == 0 || r.Span.Start == 0 || s.src[r.Span.Start-1] != '(' {
		return false
	}
	last := &out[len(out)-1]
	gap := s.src[last.Span.End : r.Span.Start-1]
	return last.clock >= 0 && last.op != opOffset && len(gap) <= maxWord && placeOfClock(gap)
}
