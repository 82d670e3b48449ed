package timeline

// adverb reports whether the phase word at i is used of days: "late Friday",
// "earlier today".
func (s *scanner) adverb(i int) bool {
	return s.wordIs(i, "late") || s.wordIs(i, "early") || s.wordIs(i, "later") || s.wordIs(i, "earlier")
}

// partReach is how many tokens stand at most before the part of the day in an
// expression: "early that very same morning" has four.
const partReach = 4

// partNear reports whether a part of the day follows at i or soon after.
func (s *scanner) partNear(i int) bool {
	for k := i; k < s.hi && k <= i+partReach; k++ {
		if s.toks[k].is(cPart) {
			return true
		}
	}
	return false
}

// partAt reads a part of the day at i, with a phase before it: "afternoon",
// "mid-afternoon", "early morning".
func (s *scanner) partAt(i int) (part int, mod Mod, next int, ok bool) {
	k := i
	if s.is(i, cPhase) {
		mod, k = s.phase(i)
	}
	part, ok = s.val(k, cPart)
	if !ok || s.toks[k].plural() {
		return 0, "", i, false
	}
	return part, mod, k + 1, true
}

// setPart makes r a part of the day it speaks of.
func (r *Reading) setPart(part int, mod Mod) {
	r.part, r.Grain, r.Type = part, GrainPart, TIME
	if r.Mod == "" {
		r.Mod = mod
	}
}

// withPart adds the part of the day that follows a day at i, as in "Friday
// night", "yesterday mid-afternoon". It returns the index after it, or i.
func (s *scanner) withPart(i int, r *Reading) int {
	if part, mod, next, ok := s.partAt(i); ok {
		r.setPart(part, mod)
		return next
	}
	return i
}

// matchPart reads a part of the day that does not follow its day: "later this
// afternoon", "that same evening", "the night before", "mid-afternoon yesterday",
// "the evening of June 3", "overnight"; or one whose day the words leave to the
// text round them: "in the morning".
func (s *scanner) matchPart(i int) (int, Reading, bool) {
	r := newReading(TIME, opShift, GrainPart)
	r.unit, r.Relative = GrainDay, true
	if s.wordIs(i, "overnight") {
		return s.overnight(i)
	}
	mod, k := Mod(""), i
	if s.is(i, cPhase) && s.adverb(i) {
		mod, k = s.phase(i)
	}
	if n, discourse, next := s.whichDay(k); next > k {
		part, m, end, ok := s.partAt(next)
		if ok && s.wordIs(k, "last") && part != 3 && part != 4 {
			ok = false
		}
		r.n, r.Discourse = n, discourse
		r.setPart(part, mod)
		r.setPart(part, m)
		if !ok || s.thatClause(k, end) {
			return 0, r, false
		}
		return s.withClock(end, r)
	}
	k = s.skipArticle(i)
	art := s.isVal(i, cArticle, theArticle)
	if k > i && !art {
		return 0, r, false
	}
	part, mod, end, ok := s.partAt(k)
	if !ok || part == partNight && s.wordIs(end-1, "overnight") {
		return 0, r, false
	}
	r.setPart(part, mod)
	if art && mod == "" && s.is(end, cAgo) && (s.wordIs(end, "before") || s.wordIs(end, "after")) && (s.ends(end+1) || s.toks[end+1].is(cPreposition|cLink)) {
		r.n, r.Discourse = s.val0(end, cAgo)/2, true
		return end + 1, r, true
	}
	if art && mod == "" && s.is(end, cAgo) {
		if s.countsFromEvent(&r, end, 1, GrainDay); r.event != nil {
			r.Discourse = true
			return end, r, true // the night before the trial
		}
	}
	if next, d, ok := s.dayOfPart(end, art, mod); ok {
		d.setPart(part, mod)
		if d.op == opYearless {
			s.pointYear(&d, i, next) // the night of May 3: what governs the night
		}
		return next, d, true
	}
	r.op, r.unit = opClock, NoGrain
	if !s.before(i, cPreposition|cLink|cClockCue) || !art && mod == "" || part > 3 || !s.calm(end) && mod == "" {
		return 0, r, false
	}
	return end, r, true
}

// thatClause reports whether "that" at i begins what someone said rather than
// pointing at the part of the day that ends before end: "said that night shifts
// were long".
func (s *scanner) thatClause(i, end int) bool {
	return s.is(i, cPointer) && s.before(i, cSayCue) && !s.calm(end)
}

// whichDay reads what says the day of a part at i: "this", "last", "that same",
// "the next", "the previous". discourse tells that it counts from a day in the
// text. Without such words next is i.
func (s *scanner) whichDay(i int) (n int, discourse bool, next int) {
	switch {
	case s.wordIs(i, "this") && i < s.hi:
		return 0, false, i + 1
	case s.wordIs(i, "last") && i < s.hi && !s.before(i, cArticle):
		return -1, false, i + 1
	case s.is(i, cPointer):
		if s.wordIs(i+1, "same") && i+1 < s.hi {
			return 0, true, i + 2
		}
		return 0, true, i + 1
	}
	k := s.skipArticle(i)
	if s.is(k, cModifier) && (s.wordIs(k, "next") || s.discourse(k)) {
		return s.val0(k, cModifier), true, k + 1
	}
	return 0, false, i
}

// dayOfPart reads the day after a part of it at i: "(mid-afternoon) yesterday",
// "(the evening) of June 3", "(the morning) on Friday". Of a part with neither
// article nor phase, the day after it is another expression.
func (s *scanner) dayOfPart(i int, art bool, mod Mod) (int, Reading, bool) {
	k := i
	switch {
	case art && s.is(i, cOf):
		k++
	case mod == "" && !(art && s.isVal(i, cLink, linkOn)):
		return 0, Reading{}, false
	}
	end, d, ok := s.dayAfter(k)
	return end, d, ok && d.Grain == GrainDay && d.Mod == ""
}

// overnight reads "overnight" at i: the night that ends in the morning of its
// day, or begins on it after a future verb group. With "a" it says what lasts a
// night, not when.
func (s *scanner) overnight(i int) (int, Reading, bool) {
	r := newReading(TIME, opClock, GrainPart)
	r.Relative, r.unit = true, GrainDay
	r.setPart(4, "")
	if s.beforeVal(i, cArticle, anArticle) {
		return 0, r, false
	}
	if w, next, ok := s.weekdayName(i + 1); ok && !s.toks[i+1].plural() && (s.ends(next) || s.calm(next)) {
		d := s.weekdayReading(i+1, w) // overnight Saturday
		d.setPart(4, "")
		d.Type, d.Grain = TIME, GrainPart
		return next, d, true
	}
	if s.tense(i, i+1) != ahead {
		r.n = -1
	}
	return i + 1, r, true
}
