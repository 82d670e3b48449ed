package timeline

import (
	"strings"

	"factcheck/internal/lexicon/en"
)

// matchDeictic reads "today", "earlier today", "yesterday afternoon", "this
// morning", "last night", "the next morning", "now", "recently", "the future".
func (s *scanner) matchDeictic(i int) (int, Reading, bool) {
	r := newReading(DATE, opShift, GrainDay)
	r.unit, r.Relative = GrainDay, true
	switch {
	case s.is(i, cPhase) && s.is(i+1, cDeictic) && s.adverb(i):
		end, d, ok := s.matchDeictic(i + 1)
		d.Mod, _ = s.phase(i)
		return end, d, ok
	case s.is(i, cDeictic) && s.inTitle(i):
		return 0, r, false
	case s.is(i, cDeictic):
		r.n = s.val0(i, cDeictic)
		if s.wordIs(i, "tonight") {
			r.part, r.Grain, r.Type = 4, GrainPart, TIME
		}
		return s.withClock(s.withPart(i+1, &r), r)
	case s.is(i, cPart|cPhase|cArticle|cModifier|cPointer) && s.partNear(i):
		return s.matchPart(i)
	case s.wordIs(i, "right") && s.wordIs(i+1, "now") && i+1 < s.hi:
		return i + 2, present(), true
	case s.is(i, cReference):
		return s.matchReference(i)
	case s.wordIs(i, "these") && s.wordIs(i+1, "days"):
		return i + 2, present(), true
	case s.wordIs(i, "one") && s.wordIs(i+1, "day") && s.is2(i-1, cFutureCue):
		return i + 2, vague("FUTURE_REF"), true
	case s.is(i, cArticle) && s.is(i+1, cOutlook) && (s.wordIs(i+2, "future") || s.wordIs(i+2, "term") && s.isVal(i+1, cOutlook, 1)):
		return i + 3, vague("FUTURE_REF"), true
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

// present is the reading of "now".
func present() Reading {
	r := newReading(DATE, opPresent, NoGrain)
	r.value, r.Relative = "PRESENT_REF", true
	return r
}

func vague(value string) Reading {
	r := newReading(DATE, opVague, NoGrain)
	r.value, r.Relative = value, true
	return r
}

func (s *scanner) matchReference(i int) (int, Reading, bool) {
	if s.wordIs(i, "current") && s.is(i+1, cFiscal) && s.is(i+2, cUnit) {
		return 0, Reading{}, false
	}
	switch s.val0(i, cReference) {
	case 0:
		if s.wordIs(i, "now") && s.toks[i].capital && (s.wordIs(i+1, "for") || i+1 < len(s.toks) && s.toks[i+1].punct(',')) {
			return 0, Reading{}, false // "Now, …": a turn of speech
		}
		return i + 1, present(), true
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
	if end, r, ok := s.restOf(i); ok {
		return end, r, true
	}
	r := newReading(DATE, opShift, NoGrain)
	r.Relative = true
	k := s.phaseOfShift(i, &r)
	if end, ok := s.unitEnd(k); ok && r.Mod == "" {
		g, _ := unitGrain(s.val0(k, cUnit))
		r.unit, r.Grain, r.Mod = g, g, End
		if s.before(i, cPastCue) {
			r.n = -1 // since year-end
		}
		return end, r, true
	}
	art := s.is(k, cArticle)
	k = s.skipArticle(k)
	if art && r.sub == "" {
		if end, ok := s.beyondUnit(k, &r); ok {
			return end, r, true
		}
	}
	k, ok := s.shiftWord(i, k, art, &r)
	if !ok {
		return 0, r, false
	}
	if s.is(k, cFiscal) && s.isVal(k+1, cUnit, unitYear) && r.Mod == "" {
		k++
	}
	if !s.shiftedUnit(k, &r) || s.notShift(i, k, art, &r) {
		return 0, r, false
	}
	if r.unit == GrainWeekend && r.n == 0 {
		t := s.tense(i, k+1)
		r.future = t == ahead || s.wordIs(k-1, "this") && t != past
		r.asks = t == tenseless && !r.future && s.before(i, cLink)
	}
	return k + 1, r, true
}

// phaseOfShift reads "early", "earlier", "the end of" before a shift at i, and returns
// the index after it. "Earlier" and "later" say which side of what they stand before.
func (s *scanner) phaseOfShift(i int, r *Reading) int {
	mod, k := s.phase(i)
	if mod != "" && (s.wordIs(i, "earlier") || s.wordIs(i, "later")) {
		r.sub = mod
		mod = Start
		if r.sub == End {
			mod = End
		}
	}
	r.Mod = mod
	return k
}

// beyondUnit reads the unit at k, behind its article, with what counts beyond the next
// or the last: "the week before last", "the year after next".
func (s *scanner) beyondUnit(k int, r *Reading) (end int, ok bool) {
	season := s.is(k, cSeason) && !s.toks[k].plural()
	if !season && (!s.oneUnit(k) || s.val0(k, cUnit) < unitDay) {
		return 0, false
	}
	shift, end, ok := s.beyondNext(k + 1)
	if !ok || !s.ends(end) && !s.calm(end) {
		return 0, false
	}
	if season {
		r.unit, r.Grain, r.part, r.n = GrainSeason, GrainSeason, s.val0(k, cSeason), shift
		return end, true // the autumn before last
	}
	g, mult := unitGrain(s.val0(k, cUnit))
	r.unit, r.Grain, r.n = g, g, shift*mult
	return end, true
}

// shiftWord reads the word at k that says which unit is meant, "last", "that", an
// article for the one that is now, and returns the index of the unit. I is where the
// expression begins; art tells that an article stands before k.
func (s *scanner) shiftWord(i, k int, art bool, r *Reading) (unit int, ok bool) {
	switch {
	case r.sub != "" && s.wordIs(k, "in") && s.is(k+1, cArticle) && s.is(k+2, cUnit):
		return k + 2, true // earlier in the year
	case s.isModifier(k):
		return s.modifierOfShift(i, k, art, r)
	case s.is(k, cPointer) && (s.oneUnit(k+1) || s.pointedSeason(k)):
		r.Discourse = true
		return k + 1, true
	case art && s.is(k, cUnit) && (r.Mod != "" && r.sub == "" || s.isVal(k, cUnit, unitWeekend)):
		r.entire = r.Mod != "" // the end of the year, the weekend
		return k, true
	}
	return 0, false
}

// modifierOfShift is shiftWord for "last", "this", "next" and their like at k.
func (s *scanner) modifierOfShift(i, k int, art bool, r *Reading) (unit int, ok bool) {
	k = s.lastModifier(k)
	r.n = s.val0(k, cModifier)
	next := art && s.wordIs(k, "next")
	r.Discourse = s.discourse(k) || next && s.wordIs(k+1, "day")
	r.asks = next && !r.Discourse && s.oneUnit(k+1) && !s.before(i, cLink) && r.Mod == ""
	if !s.wordIs(k-1, "this") {
		// "prior consent", "past the year": no modifiers of a time
		if s.wordIs(k, "past") || (s.wordIs(k, "prior") || s.wordIs(k, "upcoming")) && !s.is(k+1, cUnit) {
			return 0, false
		}
	}
	k++
	if s.is(k, cFiscal) && s.isVal(k+1, cUnit, unitYear) {
		k++ // the current fiscal year
	}
	return k, true
}

// pointedSeason reports whether "that" at k, with a season behind it, points at a time.
func (s *scanner) pointedSeason(k int) bool {
	return s.is(k+1, cSeason) && (s.ends(k+2) || s.calm(k+2) || k == 0 || s.stops(k-1, k)) && s.pointsAtSeason(k)
}

// shiftedUnit sets the unit or the season at k, which is counted from now; false for
// units below a day and for other words.
func (s *scanner) shiftedUnit(k int, r *Reading) bool {
	switch {
	case s.oneUnit(k):
		g, mult := unitGrain(s.val0(k, cUnit))
		if g < GrainDay || s.is(k, cOrdinal) {
			return false
		}
		r.unit, r.Grain = g, g
		r.n *= mult
		return true
	case s.is(k, cSeason) && !s.toks[k].plural() && s.seasonIsTime(k):
		r.unit, r.Grain, r.part = GrainSeason, GrainSeason, s.val0(k, cSeason)
		return true
	}
	return false
}

// notShift reports whether r, with its unit at k, is no time for what it is or stands
// beside: a title ("This Week"), "this day", an age, "the last day of May", which is counted
// within another time.
func (s *scanner) notShift(i, k int, art bool, r *Reading) bool {
	switch {
	case s.toks[k].capital && s.toks[k-1].capital && s.quotesTitle(k-1):
		return true
	case r.n <= 0 && r.Grain == GrainDay && r.Mod == "" && !r.Discourse:
		return true
	case s.punct(k+1, '-') && s.glued(k+1) && s.is(k+2, cOld):
		return true
	}
	return (art || s.before(i, cArticle)) && r.n != 0 && k+1 < len(s.toks) && s.toks[k+1].is(cOf)
}

// pointsBack reports whether "that" at k points at the month behind it: "caught
// that August", but not "she said that June was wet".
func (s *scanner) pointsBack(k int) bool {
	return s.pointsAt(k) || !s.before(k, cSayCue) && (s.ends(k+2) || s.calm(k+2) || s.is(k+2, cJoin))
}

// pointsAtSeason reports whether "that" at k points at the season behind it: "tried
// that autumn", but not "he said that winter was long", "prices that fall".
func (s *scanner) pointsAtSeason(k int) bool {
	if k == 0 || s.stops(k-1, k) {
		return true // That winter she lost her voice
	}
	return !s.before(k, cSayCue) && (s.ends(k+2) || s.toks[k+2].is(cLink|cPreposition)) && (!s.wordIs(k+1, "fall") && !s.wordIs(k+1, "spring") || s.ends(k+2))
}

// unitEnd reads "year-end", "year end", "month's end" at k and returns the index
// after it.
func (s *scanner) unitEnd(k int) (end int, ok bool) {
	if !s.is(k, cUnit) || s.toks[k].plural() || s.before(k, cArticle|cModifier|cNumber|cOrdinal) {
		return 0, false
	}
	if v, _ := s.val(k, cUnit); v != 10 && v != 8 && v != 9 {
		return 0, false
	}
	end = k + 1
	switch {
	case s.punct(end, '-') && s.glued(end):
		end++
	case s.punct(end, '\'') && s.glued(end) && s.wordIs(end+1, "s"):
		end += 2
	}
	if !s.wordIs(end, "end") || end < s.hi-1 && s.is(end+1, cOf) {
		return 0, false
	}
	end++
	// an adjective: "year-end results"
	return end, s.ends(end) || s.toks[end].is(cPreposition|cLink|cClause|cPronoun|cFutureCue|cPastVerb|cSayCue)
}

// discourse reports whether the modifier at i counts from a time that the text
// has named before, as in "the following week".
func (s *scanner) discourse(i int) bool {
	return s.wordIs(i, "following") || s.wordIs(i, "previous") || s.wordIs(i, "preceding") || s.wordIs(i, "same") || s.wordIs(i, "ensuing")
}

// isModal reports whether a verb can follow the word of the future at k at once:
// "will last", but not "planned last year".
func (s *scanner) isModal(k int) bool {
	return s.is2(k, cFutureCue) && !s.wordIs(k, "due") && !en.Is(s.src[s.toks[k].start:s.toks[k].end], en.EdEnding)
}

// isModifier reports whether last, this or next stands at k as a modifier: not
// the verb of "it will last two days", nor the preposition of "following
// Tuesday's vote".
func (s *scanner) isModifier(k int) bool {
	if !s.is(k, cModifier) {
		return false
	}
	switch {
	case s.wordIs(k, "last"):
		return !s.isModal(k-1) && !s.wordIs(k-1, "to") && !s.wordIs(k-1, "not") && !s.wordIs(k-1, "only")
	case s.wordIs(k, "following"):
		return s.is2(k-1, cArticle) || !s.possessive(k+1)
	}
	return true
}

// lastModifier returns the index of the modifier that counts: the second of
// "this coming", "this past".
func (s *scanner) lastModifier(k int) int {
	if s.wordIs(k, "this") && (s.wordIs(k+1, "coming") || s.wordIs(k+1, "past")) {
		return k + 1
	}
	return k
}

// seasonIsTime leaves out the verb and the metal: "this fall in prices".
func (s *scanner) seasonIsTime(k int) bool {
	return !s.wordIs(k, "fall") || !s.wordIs(k+1, "in") || s.wordIs(k-1, "last") || s.wordIs(k-1, "next")
}

// matchOffset reads "two weeks ago", "a year earlier", "three days later",
// "the day before", "half a year ago", "five years from now".
func (s *scanner) matchOffset(i int) (int, Reading, bool) {
	if end, e, ok := s.eveOf(i); ok {
		return end, e, true
	}
	r := newReading(DATE, opOffset, NoGrain)
	r.Relative = true
	c, k, counted, ok := s.offsetCount(i)
	if !ok || !s.is(k, cUnit) || s.is(k, cOrdinal) {
		return 0, r, false
	}
	if end, d, ok := s.offsetFrom(i, k, c, counted); ok {
		return s.withClock(end, d)
	}
	unit := s.val0(k, cUnit)
	k = s.orSo(s.andAHalf(k+1, &c), &c)
	part, k := s.smaller(k, unit)
	if s.is(k, cAgo) && (s.wordIs(k, "before") || s.wordIs(k, "after")) && !s.ends(k+1) {
		return s.besideWhat(k, unit, c, counted)
	}
	dir, end := s.offsetSide(k)
	r.Discourse = dir == 2 || dir == -2
	if dir == 0 || !counted && !r.Discourse { // "the day ago"
		return 0, r, false
	}
	r.aside = s.wordIs(i-1, "from") || s.wordIs(i-1, "than") || s.wordIs(i-1, "with") || s.wordIs(i-1, "against")
	r.Mod = c.mod
	unit = c.stepsOf(&r, unit, part)
	if dir < 0 {
		r.n = -r.n
	}
	if c.vague {
		r.op, r.n, r.value = opVague, 0, "PAST_REF"
		switch {
		case dir == 1:
			r.value = "FUTURE_REF"
		case r.Discourse:
			r.value = r.unsaid() // a few days later: after what, the text knows
		}
	}
	if r.Grain < GrainDay {
		r.Type, r.part = TIME, 0
		r.clock = unit // marks minutes or hours for the arithmetic
	}
	return end, r, true
}

// offsetCount reads what says how many units an offset at i counts, and returns the
// index of the unit. Counted is false for an article alone: "the day before". Ok is
// false where nothing counts.
func (s *scanner) offsetCount(i int) (c count, unit int, counted, ok bool) {
	if c, unit, ok = s.countAt(i); ok {
		return c, unit, true, true
	}
	unit = s.skipArticle(i)
	if unit == i {
		years := s.units(i) && s.isVal(i+1, cAgo, -1)
		return count{vague: true}, i, true, years // "years ago"
	}
	return count{n: 1}, unit, false, s.isVal(i, cArticle, theArticle)
}

// offsetFrom reads an offset that counts from a time behind it: "three weeks from
// Thursday", "two days after Christmas", "a week on Tuesday". K is the index of the
// unit, c what stands before it.
func (s *scanner) offsetFrom(i, k int, c count, counted bool) (int, Reading, bool) {
	r := newReading(DATE, opOffset, NoGrain)
	r.Relative = true
	g, mult := unitGrain(s.val0(k, cUnit))
	after := k + 1
	if !counted && (g != GrainDay || s.toks[k].plural() || s.is(k+2, cDeictic)) || c.vague || c.half || after >= s.hi || s.is(k-1, cQualifier) {
		return 0, r, false
	}
	n := c.n * mult
	switch {
	case s.wordIs(after, "from") && s.wordIs(i-1, "for"):
		return 0, r, false // for three days from Monday: a length
	case s.wordIs(after, "from") || s.wordIs(after, "after"):
	case g == GrainWeek && c.n == 1 && s.wordIs(after, "on") && s.is(after+1, cWeekday) && !s.wordIs(i-1, "in"):
	case s.wordIs(after, "before"), s.isVal(after, cAgo, -1):
		n = -n
	default:
		return 0, r, false
	}
	if n == 0 {
		return 0, r, false
	}
	return s.countedFrom(i, after+1, r, n, g)
}

// besideWhat reads an offset with "before" or "after" at k and what it stands beside
// behind that: "the day before the vote", "the day after tomorrow"; "two days before the
// vote" is a length.
func (s *scanner) besideWhat(k, unit int, c count, counted bool) (int, Reading, bool) {
	r := newReading(DATE, opOffset, NoGrain)
	r.Relative = true
	g, mult := unitGrain(unit)
	if !counted && (g > GrainDay || g == GrainDay && !s.is(k+1, cDeictic)) {
		return s.besideEvent(k-1, r, g)
	}
	if g != GrainDay || c.vague || !s.is(k+1, cDeictic) {
		return 0, r, false
	}
	r.op, r.unit, r.Grain = opShift, g, g
	r.n = s.val0(k+1, cDeictic) + c.n*mult*s.val0(k, cAgo)/2
	return k + 2, r, true
}

// offsetSide reads on which side of its anchor an offset lies, at k behind its unit:
// the value of the class ago, which is 2 or -2 where the text has the anchor, or 0 where
// nothing says it. End is the index after it.
func (s *scanner) offsetSide(k int) (dir, end int) {
	switch {
	case s.wordIs(k, "from") && s.wordIs(k+1, "now"):
		return 1, k + 2
	case !s.is(k, cAgo), s.wordIs(k, "previously") && !s.ends(k+1):
		return 0, k
	case s.wordIs(k+1, "than"):
		return 0, k // "ten days earlier than planned"
	}
	return s.val0(k, cAgo), k + 1
}

// stepsOf sets how many units of which grain c and the smaller part behind it are from
// the anchor of r, and returns that unit. A half and a smaller part are counted in a
// smaller unit; a decade ago is a year.
func (c *count) stepsOf(r *Reading, unit int, part lesser) int {
	g, mult := unitGrain(unit)
	n := c.n * mult
	switch {
	case c.half:
		g, unit, n = halved(g, unit, n)
	case c.vague:
	case g == GrainDecade:
		g, n = GrainYear, n*10
	case g == GrainCentury:
		g, n = GrainYear, n*100
	case part.n > 0:
		g, unit, n = part.grain, part.unit, n*part.per+part.n
	}
	r.n, r.unit, r.Grain = n, g, g
	return unit
}

// halved counts n units and a half of the grain g in a smaller grain; units that have no
// half in days or hours stay.
func halved(g Grain, unit, n int) (Grain, int, int) {
	switch g {
	case GrainYear:
		return GrainMonth, unit, n*12 + 6
	case GrainDecade:
		return GrainYear, unit, n*10 + 5
	case GrainWeek:
		return GrainDay, unit, n*7 + 3
	case GrainHour:
		return GrainMinute, unitMinute, n*60 + 30
	}
	return g, unit, n
}

// A lesser is the smaller part of a length in two units: the six months of "a year
// and six months".
type lesser struct {
	n, unit, per int // how many, of which unit, how many of them the larger one has
	grain        Grain
}

// added is the TIMEX3 value of p behind a larger part that has the given one: PT1H
// and 45 minutes are PT1H45M.
func (p *lesser) added(value string) string {
	return value + strings.TrimPrefix(strings.TrimPrefix(durationValue(p.unit, pad(p.n, 1)), "P"), "T")
}

// smaller reads the smaller part of a length behind its first unit, at k, and
// returns the index after it; k where there is none.
func (s *scanner) smaller(k, unit int) (lesser, int) {
	at := k
	if s.punct(at, ',') {
		at++
	}
	if s.wordIs(at, "and") {
		at++
	}
	if at == k {
		return lesser{}, k
	}
	n, next, ok := s.number(at)
	if !ok && s.isVal(at, cArticle, anArticle) {
		n, next, ok = 1, at+1, true
	}
	less, isUnit := s.val(next, cUnit)
	if !ok || !isUnit || n < 1 {
		return lesser{}, k
	}
	p := lesser{n: n, unit: less}
	switch {
	case unit == unitYear && less == unitMonth:
		p.per, p.grain = 12, GrainMonth
	case unit == unitWeek && less == unitDay:
		p.per, p.grain = 7, GrainDay
	case unit == unitHour && less == unitMinute:
		p.per, p.grain = 60, GrainMinute
	case unit == unitMinute && less == unitSecond:
		p.per, p.grain = 60, GrainMinute
	default:
		return lesser{}, k
	}
	return p, next + 1
}

// restOf reads "the rest of the week", "the remainder of this year" at i.
func (s *scanner) restOf(i int) (int, Reading, bool) {
	r := newReading(DATE, opShift, NoGrain)
	k := s.skipThe(i)
	if k == i || !s.wordIs(k, "rest") && !s.wordIs(k, "remainder") || !s.is(k+1, cOf) {
		return 0, r, false
	}
	at := s.skipThe(k + 2)
	if at == k+2 && (!s.wordIs(at, "this") || at >= s.hi) {
		return 0, r, false
	}
	if at == k+2 {
		at++
	}
	unit, ok := s.val(at, cUnit)
	if !ok || unit < unitDay || unit > unitYear || s.toks[at].plural() || s.possessive(at) || s.hyphened(at) {
		return 0, r, false
	}
	r.unit, _ = unitGrain(unit)
	r.Grain, r.sub, r.Mod, r.Relative = r.unit, End, End, true
	return at + 1, r, true
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
