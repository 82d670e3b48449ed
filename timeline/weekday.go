package timeline

func (s *scanner) weekdayReading(at, w int) Reading {
	r := newReading(DATE, opWeekday, GrainDay)
	r.Weekday, r.Relative = w, true
	if s.possessive(at) {
		r.future = s.loomsOver(at)
	} else {
		t := s.tense(at, at+1)
		r.future, r.told = t == ahead, t == past || s.saidBefore(at)
		r.asks = (t == tenseless && !r.told || t == past && s.otherClause(at)) && !s.before(at, cOf)
		if !r.future {
			r.reports, r.likeAgency = s.datesMainVerb(at)
			r.asks = r.asks && !r.reports
		}
	}
	return r
}

// possessive reports whether 's follows token i: what is Friday's has mostly
// been.
func (s *scanner) possessive(i int) bool {
	return i+2 < len(s.toks) && s.toks[i+1].punct('\'') && s.wordIs(i+2, "s") && s.toks[i+2].glued
}

// pointsAt reports whether "that" at k points at the day after it, and is not
// the conjunction of "she said that Friday was wet".
func (s *scanner) pointsAt(k int) bool {
	return k == 0 || s.stops(k-1, k) || s.toks[k-1].is(cPreposition) || s.toks[k-1].punct(',')
}

// loomsOver reports whether what is Friday's is spoken of as coming: "ahead of
// Friday's vote", "the eve of", "the run-up to".
func (s *scanner) loomsOver(i int) bool {
	if s.is2(i-1, cArticle) {
		i--
	}
	switch {
	case s.wordIs(i-1, "of"):
		return s.wordIs(i-2, "ahead") || s.wordIs(i-2, "eve")
	case s.wordIs(i-1, "to"):
		return s.wordIs(i-2, "up") || s.wordIs(i-2, "runup")
	}
	return s.wordIs(i-1, "for") && s.is2(i-2, cIntent) // prepare for
}

// matchWeekday reads "Friday", "late Friday", "last Friday", "Friday night",
// "Friday the 13th", "the 13th, a Friday".
func (s *scanner) matchWeekday(i int) (int, Reading, bool) {
	if end, r, ok := s.countedWeekday(i); ok {
		return end, r, true
	}
	mod, k := s.phase(i)
	if mod == "" || !s.is(k, cWeekday) {
		k = i
	} else if s.wordIs(i, "earlier") || s.wordIs(i, "later") {
		return 0, Reading{}, false // "Earlier Friday, …": an adverb of its own
	}
	k, n, modified := s.modifierOfWeekday(k)
	if modified && s.wordIs(k-1, "same") {
		return 0, Reading{}, false
	}
	that := k == i && s.is(k, cPointer) && s.is(k+1, cWeekday) && !s.toks[k+1].abbr() && s.pointsAt(k)
	if that {
		modified, k = true, k+1
	}
	w, end, ok := s.weekdayName(k)
	if !ok || s.noWeekday(k, end, modified) {
		return 0, Reading{}, false
	}
	r := s.weekdayReading(k, w)
	plural := s.toks[k].plural()
	if next, d, ok := s.theDay(end); ok && !modified && !plural {
		r.dom, r.future, r.asks = d, false, false
		return next, r, true
	}
	r.modified, r.n = modified, n
	r.asks = r.asks && !modified
	r.Discourse = that || modified && s.discourse(k-1)
	r.Mod = mod
	if part := s.is(end, cPart) && s.toks[end].plural(); plural || part {
		return s.recurring(end, r, part && !plural)
	}
	end = s.withPart(end, &r)
	if !modified {
		end, r = s.tie(end, r, false)
	}
	return s.withClock(end, r)
}

// countedWeekday reads weekdays of a form of their own at i: tied to a week, on a day of
// the month, counted in weeks ago.
func (s *scanner) countedWeekday(i int) (int, Reading, bool) {
	if s.isVal(i, cArticle, theArticle) && s.is(i+1, cWeekday) && !s.toks[i+1].plural() {
		if end, r, ok := s.tiedWeekday(i); ok {
			return end, r, true
		}
	}
	if end, r, ok := s.dayOnWeekday(i); ok {
		return end, r, true
	}
	if end, r, ok := s.numberedDay(i); ok {
		return s.withClock(end, r)
	}
	return s.weekdaysAgo(i)
}

// modifierOfWeekday reads "last", "this coming", "the next" before a weekday at k. It
// returns the index of the weekday and what the modifier counts; k where there is none.
func (s *scanner) modifierOfWeekday(k int) (weekday, n int, ok bool) {
	m := s.skipModifierArticle(k)
	if s.isModifier(m) {
		m = s.lastModifier(m)
	}
	if !s.isModifier(m) || !s.is(m+1, cWeekday) {
		return k, 0, false
	}
	return m + 1, s.val0(m, cModifier), true
}

// noWeekday reports whether the weekday at k, which ends at end, is none: the name of
// one day ("Bloody Sunday") or of a newspaper, counted in what is not known ("the first
// Sunday of Advent"), a short name without its full stop that may be a word.
func (s *scanner) noWeekday(k, end int, modified bool) bool {
	t := &s.toks[k]
	switch _, _, numbered := s.theDay(end); {
	case s.before(k, cFeast) || s.before(k, cOrdinal) && s.is2(end, cOf):
		return true
	case !numbered && t.abbr() && !modified && !s.scheduled(k) && (len(s.src[t.start:t.end]) == 3 && !s.punct(k+1, '.') || s.wordIs(k, "sun") || s.wordIs(k, "sat")):
		return true
	}
	return end < len(s.toks) && s.toks[end].is(cPaper) && s.toks[end].breaks == 0 && !s.toks[end].punct('.')
}

// recurring makes r a weekday that recurs: "Sundays", and with a part of the day at end
// "Sunday mornings". A clock time may follow.
func (s *scanner) recurring(end int, r Reading, part bool) (int, Reading, bool) {
	r.op, r.Type, r.Relative = opSet, SET, false
	r.value = weekdayValue(r.Weekday)
	if !part {
		r.plural = true
		return s.clockOfSet(end, r)
	}
	r.part, r.Grain, r.asks = s.val0(end, cPart), GrainPart, false
	return s.clockOfSet(end+1, r)
}

// scheduled reports whether the short name of a weekday at k stands in a timetable:
// hours stand right behind it. "Mon-Thu 8am-6pm", "Fri 8am-5pm".
func (s *scanner) scheduled(k int) bool {
	if s.hyphened(k) && s.is2(k+2, cWeekday) {
		k += 2
	}
	if k++; s.punctAt(k, ',') || s.punctAt(k, ':') {
		k++
	}
	return s.opensHours(k)
}

func weekdayValue(w int) string {
	if w == 0 {
		w = 7
	}
	return "XXXX-WXX-" + pad(w, 1)
}

// dayOnWeekday reads "the 13th, a Friday" at i.
func (s *scanner) dayOnWeekday(i int) (int, Reading, bool) {
	at := s.skipThe(i)
	if at == i || at >= s.hi || s.toks[at].num < 1 || !s.punct(at+1, ',') || !s.isVal(at+2, cArticle, anArticle) {
		return 0, Reading{}, false
	}
	d, _, ok := s.ordinal(at)
	if !ok || d > 31 || !s.is(at+3, cWeekday) || s.toks[at+3].plural() || !s.ends(at+4) && !s.calm(at+4) {
		return 0, Reading{}, false
	}
	r := s.weekdayReading(at+3, s.val0(at+3, cWeekday))
	r.dom, r.future, r.asks = d, false, false
	return at + 4, r, true
}

// theDay reads "the 13th", ", the 13th" or "13th" after a weekday, at i, with no
// month or noun after it.
func (s *scanner) theDay(i int) (next, d int, ok bool) {
	if s.punct(i, ',') && s.is(i+1, cArticle) {
		i++
	}
	at := s.skipThe(i)
	if at == i && (i >= s.hi || s.toks[i].num < 0) {
		return i, 0, false
	}
	d, next, ok = s.ordinal(at)
	if !ok || d < 1 || d > 31 || s.is(next, cOf) || !s.dayWordEnds(next, d, true) {
		return i, 0, false
	}
	return next, d, true
}

// tiedWeekday reads a weekday with "the" before it, at i, that another time says:
// "the Monday after", "the Friday after next", "the Sunday before Easter".
func (s *scanner) tiedWeekday(i int) (int, Reading, bool) {
	w, next, ok := s.weekdayName(i + 1)
	if !ok || s.before(i+1, cFeast) {
		return 0, Reading{}, false
	}
	r := s.weekdayReading(i+1, w)
	next = s.withPart(next, &r)
	end, r := s.tie(next, r, true)
	if end == next {
		return 0, r, false
	}
	end, r, _ = s.withClock(end, r)
	return end, r, true
}

// dateIs reports whether a form of be at k says which day a date or deadline is.
func (s *scanner) dateIs(k int) bool {
	return s.is2(k, cToBe) && (s.wordIs(k-1, "deadline") || s.wordIs(k-1, "date"))
}

// of reports whether "of" stands at k behind a noun in lower case: "your letter of
// the 8th".
func (s *scanner) of(k int) bool {
	return k > 0 && s.toks[k].is(cOf) && s.toks[k].breaks == 0 && s.lowerWord(k-1) && s.toks[k-1].classes() == 0
}

// numberedDay reads a day of the month by its number alone at i, "the 22nd" behind
// "on", "until" or the like.
func (s *scanner) numberedDay(i int) (int, Reading, bool) {
	k := s.skipThe(i)
	if k == i || k >= s.hi || !s.isOrdinalDay(k) || s.toks[k].num > 31 || s.toks[k].num < 1 {
		return 0, Reading{}, false
	}
	at := i - 1
	if !s.of(at) && !s.is2(at, cClockCue) && !s.wordIs(at, "on") && !s.dateIs(at) || s.is2(k+1, cOf) || !s.dayWordEnds(k+1, int(s.toks[k].num), true) {
		return 0, Reading{}, false
	}
	r := newReading(DATE, opWeekday, GrainDay)
	r.Relative, r.dom, r.lone = true, int(s.toks[k].num), true
	t := s.tense(i, k+1)
	r.future, r.told = t == ahead, t == past
	r.asks = t == tenseless
	return k + 1, r, true
}
