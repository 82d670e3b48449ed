package timeline

func (s *scanner) weekdayReading(at, w int) Reading {
	r := newReading(DATE, opWeekday, GrainDay)
	r.Weekday, r.Relative = w, true
	if s.possessive(at) {
		r.future = s.loomsOver(at)
	} else {
		t := s.tense(at, at+1)
		r.future, r.told = t == ahead, t == past || s.saidBefore(at)
		r.asks = t == tenseless && !r.told && !s.before(at, cOf)
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
	k := i
	if s.isVal(k, cArticle, theArticle) && s.is(k+1, cWeekday) && !s.toks[k+1].plural() {
		if end, r, ok := s.tiedWeekday(k); ok {
			return end, r, true
		}
	}
	var r Reading
	if end, r, ok := s.dayOnWeekday(i); ok {
		return end, r, true
	}
	if end, r, ok := s.numberedDay(i); ok {
		return s.withClock(end, r)
	}
	if end, r, ok := s.weekdaysAgo(i); ok {
		return end, r, true
	}
	mod, next := s.phase(k)
	if mod != "" && s.is(next, cWeekday) {
		if s.wordIs(k, "earlier") || s.wordIs(k, "later") {
			return 0, r, false // "Earlier Friday, …": an adverb of its own
		}
		k = next
	}
	modified, n := false, 0
	m := s.skipModifierArticle(k)
	if s.isModifier(m) {
		m = s.lastModifier(m)
	}
	if s.is(m, cModifier) && s.is(m+1, cWeekday) && s.isModifier(m) {
		modified, n = true, s.val0(m, cModifier)
		if s.wordIs(m, "same") {
			return 0, r, false
		}
		k = m + 1
	}
	that := k == i && s.is(k, cPointer) && s.is(k+1, cWeekday) && !s.toks[k+1].abbr() && s.pointsAt(k)
	if that {
		modified, k = true, k+1
	}
	w, end, ok := s.weekdayName(k)
	if !ok {
		return 0, r, false
	}
	t := &s.toks[k]
	if s.before(k, cFeast) || s.before(k, cOrdinal) && s.is2(end, cOf) {
		return 0, r, false // Bloody Sunday: a name; the first Sunday of Advent: counted in what is not known
	}
	if _, _, numbered := s.theDay(end); !numbered && t.abbr() && !modified && !s.scheduled(k) && (len(s.src[t.start:t.end]) == 3 && !s.punct(k+1, '.') || s.wordIs(k, "sun") || s.wordIs(k, "sat")) {
		return 0, r, false
	}
	if end < len(s.toks) && s.toks[end].is(cPaper) && s.toks[end].breaks == 0 && !s.toks[end].punct('.') {
		return 0, r, false
	}
	r = s.weekdayReading(k, w)
	if next, d, ok := s.theDay(end); ok && !modified && !t.plural() {
		r.dom, r.future, r.asks = d, false, false
		return next, r, true
	}
	r.modified, r.n = modified, n
	r.asks = r.asks && !modified
	r.Discourse = that || modified && s.discourse(k-1)
	r.Mod = mod
	if t.plural() {
		r.plural, r.op, r.Type, r.Relative = true, opSet, SET, false
		r.value = weekdayValue(w)
		return s.clockOfSet(end, r)
	}
	if s.is(end, cPart) && s.toks[end].plural() { // Sunday mornings
		r.part, r.Grain, r.Type = s.val0(end, cPart), GrainPart, TIME
		r.op, r.Type, r.Relative = opSet, SET, false
		r.value, r.asks = weekdayValue(w), false
		return s.clockOfSet(end+1, r)
	}
	end = s.withPart(end, &r)
	if !modified {
		end, r = s.tie(end, r, false)
	}
	return s.withClock(end, r)
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
	if !s.of(at) && !s.wordIs(at, "on") && !s.wordIs(at, "until") && !s.wordIs(at, "till") && !s.wordIs(at, "by") && !s.wordIs(at, "since") && !s.wordIs(at, "from") && !s.wordIs(at, "to") && !s.dateIs(at) || s.is2(k+1, cOf) || !s.dayWordEnds(k+1, int(s.toks[k].num), true) {
		return 0, Reading{}, false
	}
	r := newReading(DATE, opWeekday, GrainDay)
	r.Relative, r.dom, r.lone = true, int(s.toks[k].num), true
	t := s.tense(i, k+1)
	r.future, r.told = t == ahead, t == past
	r.asks = t == tenseless
	return k + 1, r, true
}
