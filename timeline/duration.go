package timeline

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
	if u == 9 && s.fraction(next, c, ok) || !s.toks[next].e.plural && s.toks[k].kind == tokNumber && c.n >= 1000 && !s.punct(next-1, '-') {
		return 0, r, false // three-quarters, the 1988 quarter
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

// fraction reports whether "quarter" or "quarters" at k is a fourth or a place
// to live rather than three months; c is what counts it, if counted.
func (s *scanner) fraction(k int, c count, counted bool) bool {
	if (c.n == 1 || c.n == 3) && k+1 < len(s.toks) && s.toks[k+1].is(cOf) || s.hyphened(k) {
		return true
	}
	return s.toks[k].e.plural && (!counted && !s.before(k, cModifier) || s.toks[k].glued && s.toks[k-1].punct('-'))
}
