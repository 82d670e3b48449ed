package timeline

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
	case s.is(i, cDeictic) && s.inTitle(i):
		return 0, r, false
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
	if s.is(k, cFiscal) && s.is(k+1, cUnit) && s.val(k+1, cUnit) == 10 && r.Mod == "" {
		k++
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
	if s.toks[k].capital && s.toks[k-1].capital && s.quotesTitle(k-1) {
		return 0, r, false // "This Week"
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

// inTitle reports whether the word at i ends a title, "USA Today": it and the
// word before it are capitalised, the words round them are not.
func (s *scanner) inTitle(i int) bool {
	if i == 0 || !s.toks[i].capital || s.toks[i].breaks > 0 || s.toks[i].allCaps {
		return false
	}
	p := &s.toks[i-1]
	if p.kind != tokWord || !p.capital || p.classes() != 0 {
		return false
	}
	return i > 1 && p.breaks == 0 && s.lowerWord(i-2) || p.allCaps && i+1 < len(s.toks) && s.lowerWord(i+1) && (i == 1 || p.breaks > 0 || s.stops(i-2, i-1))
}

// quotesTitle reports whether a capitalised "This Week" at i opens a quotation
// or stands among words in lower case.
func (s *scanner) quotesTitle(i int) bool {
	if i == 0 || s.toks[i].breaks > 0 || s.toks[i].allCaps {
		return false
	}
	return s.toks[i-1].punct('"') || s.lowerWord(i-1)
}

func (s *scanner) lowerWord(i int) bool { return s.toks[i].kind == tokWord && !s.toks[i].capital }
