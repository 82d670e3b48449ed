package timeline

import "factcheck/internal/text"

// hoursReach is how many tokens the first end of a range of clock times has at
// most: "10:30:15 p.m." has nine.
const hoursReach = 9

// matchHours reads a range of clock times that begins at token i: "8 to 11 a.m.",
// "2:10 to 2:55 p.m.", "9 to noon on Saturday", "between 7 and 9 last night",
// "7am-7pm". Its ends share what only one of them says: the half of the day, the
// zone, the day; where that puts the end before the beginning, midnight lies
// between them. It returns both ends and the token after the second.
func (s *scanner) matchHours(i int) (a, b Reading, end int, ok bool) {
	lo, hi := s.lo, s.hi
	defer func() { s.lo, s.hi = lo, hi }()
	s.widen(i)
	first, next, ok := s.hourEnd(i)
	cue := s.wordIs(i-1, "from") || s.wordIs(i-1, "between")
	if !ok || first.bare && s.at(i) {
		return a, b, 0, false
	}
	k, ok := s.hoursJoint(next, s.wordIs(i-1, "between"))
	if !ok {
		return a, b, 0, false
	}
	second, end, ok := s.hourEnd(k)
	if !ok || s.tally(end) {
		return a, b, 0, false
	}
	r := newReading(TIME, opClock, GrainMinute)
	r.Relative = true
	end, r, _ = s.zoneAt(end, r)
	day, d, dated := s.dayAfter(end)
	if !s.hoursClear(&first, &second, cue, dated && d.part > 0) {
		return a, b, 0, false
	}
	if s.punct(k-1, '-') && !s.glued(k) && r.hasZone || first.reversed(&second) {
		return a, b, 0, false // 9:10 a.m. — 0610 GMT
	}
	before := end
	if dated {
		d.Type, d.Grain, d.hasZone, d.zone = TIME, GrainMinute, r.hasZone, r.zone
		r, end = d, day
	}
	over := first.settle(&second, r.part)
	a, b = r, r
	a.beside, b.beside, a.part, b.part = r.part, r.part, 0, 0
	a.take(first.clockTime)
	b.take(second.clockTime)
	if over && dated && r.part != 4 && before < end {
		a.dayOff = -1
	} else if over {
		b.dayOff = 1
	}
	b.Joins = RangeEnd
	a.Span = text.Span{Start: int(s.toks[i].start), End: int(s.toks[next-1].end)}
	b.Span = text.Span{Start: int(s.toks[k].start), End: int(s.toks[end-1].end)}
	return a, b, end, a.Problem == "" && b.Problem == ""
}

// mayOpenHours reports whether token i may begin a range of clock times: a number
// or clock word with something that joins it to another soon after.
func (s *scanner) mayOpenHours(i int) bool {
	t := &s.toks[i]
	if t.kind == tokNumber && (t.end-t.start > 2 || t.num > 24) || t.kind != tokNumber && !t.is(cClockWord) && !t.valIn(cNumber, 1, 12) {
		return false
	}
	if i > 0 && t.glued && s.toks[i-1].kind == tokPunct && s.toks[i-1].b != '(' && s.toks[i-1].b != '"' {
		return false
	}
	for k := i + 1; k < len(s.toks) && k <= i+hoursReach; k++ {
		if n := &s.toks[k]; n.punct('-') || n.is(cJoin) {
			return true
		} else if n.kind == tokWord && n.classes() == 0 && n.end-n.start > 1 {
			return false
		}
	}
	return false
}

// hoursJoint reads what joins the ends of a range at k.
func (s *scanner) hoursJoint(k int, between bool) (next int, ok bool) {
	if k >= s.hi || s.toks[k].breaks > 0 {
		return k, false
	}
	return k + 1, s.punct(k, '-') || s.isVal(k, cJoin, 1) || between && s.wordIs(k, "and")
}

// An hourEnd is one end of a range of clock times.
type hourEnd struct {
	clockTime
	bare bool // a number alone
}

// hourEnd reads one end at i.
func (s *scanner) hourEnd(i int) (e hourEnd, next int, ok bool) {
	if i >= s.hi {
		return e, i, false
	}
	if t := &s.toks[i]; t.kind == tokNumber && t.end-t.start <= 2 || t.valIn(cNumber, 1, 12) {
		h := int(t.num)
		if t.kind != tokNumber {
			h = t.val0(cNumber)
		}
		if k := i + 1; k >= s.hi || s.ends(k) && !s.glued(k+1) || s.toks[k].is(cJoin|cLink|cDeictic|cModifier|cPart|cPreposition|cEvery|cWeekday) || s.punct(k, '-') {
			return hourEnd{clockTime{h: h, secs: -1, twelve: h >= 1 && h <= 12, open: h <= 12}, true}, k, h <= 24
		}
	}
	c, next, ok := s.clockTime(i)
	return hourEnd{clockTime: c}, next, ok && !c.beyond && !c.wrong && c.h <= 24 && c.m <= 59
}

// hoursClear reports whether two ends are clock times: one of them says so by its
// form, or words around the range do. cue tells of "from" or "between" before it,
// part of a part of the day behind it.
func (s *scanner) hoursClear(a, b *hourEnd, cue, part bool) bool {
	switch {
	case a.bare && b.bare:
		return cue && part && a.twelve && b.twelve
	case a.bare:
		return a.twelve && (cue || !b.plain) // 9 to noon
	case b.bare:
		return b.twelve && (cue || !a.plain)
	case a.plain && b.plain:
		return cue || part || a.h > 12 || b.h > 12
	}
	return true
}

// reversed reports whether both ends say their half of the day and the second comes
// first without a night between: 11 a.m. to 9 a.m.
func (e *hourEnd) reversed(b *hourEnd) bool {
	return !e.twelve && !b.twelve && b.h*60+b.m < e.h*60+e.m && e.h < 24 && (e.h < 12 || b.h > 12)
}

// settle chooses the halves of the day of two ends, as part says or as brings the
// second behind the first, next to it. over tells that midnight lies between.
func (e *hourEnd) settle(b *hourEnd, part int) (over bool) {
	e.ofPart(part)
	b.ofPart(part)
	minute := func(c *clockTime) int { return c.h*60 + c.m }
	half := func(c *clockTime, later bool) {
		c.h %= 12
		if later {
			c.h += 12
		}
		c.twelve, c.open, c.plain = false, false, false
	}
	if minute(&e.clockTime) == minutesPerDay && !e.twelve {
		e.h = 0 // from midnight: the start of the day
	}
	noon := minutesPerDay / 2
	switch {
	case e.twelve && !b.twelve:
		early := minute(&e.clockTime) % noon
		half(&e.clockTime, early+noon < minute(&b.clockTime) || early >= minute(&b.clockTime))
	case !e.twelve && b.twelve:
		early := minute(&b.clockTime) % noon
		half(&b.clockTime, early <= minute(&e.clockTime) && early+noon > minute(&e.clockTime))
	case e.twelve && b.twelve && minute(&b.clockTime)%noon <= minute(&e.clockTime)%noon:
		half(&e.clockTime, false)
		half(&b.clockTime, true)
	}
	return minute(&b.clockTime) <= minute(&e.clockTime)
}

// hoursAt appends the range of clock times that begins at token i to out, if one
// does. As opening hours, behind days that recur, it recurs too.
func (s *scanner) hoursAt(out []Reading, i int) ([]Reading, int, bool) {
	if !s.mayOpenHours(i) { // most tokens: no room is cleared for readings
		return out, i, false
	}
	return s.hours(out, i)
}

// hours is hoursAt of a token that may begin such a range.
func (s *scanner) hours(out []Reading, i int) ([]Reading, int, bool) {
	a, b, end, ok := s.matchHours(i)
	if !ok {
		return out, i, false
	}
	if days := s.recurringBefore(out, i); days != "" && a.op == opClock {
		a.recur(days)
		b.recur(days)
	} else if a.op == opClock && s.recurringAt(end) {
		a.recur("XXXX-XX-XX")
		b.recur("XXXX-XX-XX")
	}
	return append(out, s.based(a), s.based(b)), end, true
}

// recurringAt reports whether days that recur follow a range of clock times at k:
// "on weekdays", "every day", "on Mondays".
func (s *scanner) recurringAt(k int) bool {
	if s.is2(k, cLink) {
		k++
	}
	return k < len(s.toks) && (s.toks[k].is(cEvery|cSet) || s.toks[k].is(cWeekday) && s.toks[k].plural() || s.toks[k].isVal(cUnit, unitWeekend) && s.toks[k].plural() || s.toks[k].isVal(cNoTime, workdays))
}

// workdays is the value of "weekdays" in class notime.
const workdays = 4

// recur makes r, a clock time, one of every day that the value days stands for.
func (r *Reading) recur(days string) {
	r.value = days + r.timeOfDay()
	r.op, r.Type, r.Relative = opSet, SET, false
}

// recurringBefore returns the value of the days that the last of out names, if
// they recur and end right before token i: "every day from", "Monday-Friday". The
// weekdays of a range then recur themselves.
func (s *scanner) recurringBefore(out []Reading, i int) string {
	last := len(out) - 1
	if last < 0 || i == 0 {
		return ""
	}
	k := i - 1
	for k > 0 && i-k < 4 && int(s.toks[k].start) >= out[last].Span.End && (s.toks[k].is(cLink|cPreposition|cClockCue) || s.toks[k].punct(',') || s.toks[k].punct(':')) {
		k--
	}
	switch r := &out[last]; {
	case int(s.toks[k].end) != r.Span.End:
		return ""
	case r.op == opSet && len(r.value) > 4 && r.value[:4] == "XXXX" && r.clock < 0:
		return r.value
	case r.op == opSet:
		return "XXXX-XX-XX"
	case last > 0 && r.BareWeekday() && out[last-1].op == opSet && out[last-1].clock >= 0 && s.joined(out[last-1].Span.End, r.Span.Start):
		out[last].recurs()
		return "XXXX-XX-XX"
	case last > 0 && r.BareWeekday() && r.Joins == RangeEnd && out[last-1].BareWeekday() && r.Grain == GrainDay:
		out[last-1].recurs()
		out[last].recurs()
		return "XXXX-XX-XX"
	}
	return ""
}

// recurs makes r, a weekday, every one of its name.
func (r *Reading) recurs() {
	r.op, r.Type, r.Relative, r.plural, r.asks = opSet, SET, false, true, false
	r.value, r.baseValue = weekdayValue(r.Weekday), ""
}

// linkHours notes that the last of out, a clock time of a weekday, ends a range that
// the one before it, of another weekday, begins: "midnight Friday to 6 a.m.
// Saturday". begin is its first token.
func (s *scanner) linkHours(out []Reading, begin int) {
	last := len(out) - 1
	if last < 1 || begin < 1 || out[last].op != opWeekday || out[last-1].op != opWeekday || out[last].clock < 0 || out[last-1].clock < 0 {
		return
	}
	if t := &s.toks[begin-1]; (t.isVal(cJoin, 1) || t.punct('-')) && begin > 1 && int(s.toks[begin-2].end) == out[last-1].Span.End {
		out[last].Joins = RangeEnd
	}
}
