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
