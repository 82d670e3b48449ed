package timeline

import (
	"strings"

	"factcheck/internal/lexicon/en"
)

// unitGrain returns the grain of a unit word and how many of it the word
// means: a fortnight is two weeks.
func unitGrain(v int) (g Grain, times int) {
	switch v {
	case unitSecond, unitMinute:
		return GrainMinute, 1
	case unitHour:
		return GrainHour, 1
	case unitDay:
		return GrainDay, 1
	case unitWeekend:
		return GrainWeekend, 1
	case unitWeek:
		return GrainWeek, 1
	case unitFortnight:
		return GrainWeek, 2
	case unitMonth:
		return GrainMonth, 1
	case unitQuarter:
		return GrainQuarter, 1
	case unitYear:
		return GrainYear, 1
	case unitDecade:
		return GrainDecade, 1
	}
	return GrainCentury, 1
}

// A count is how many units an expression speaks of.
type count struct {
	n     int
	vague bool // a few, several, two to three
	mod   Mod
	half  bool // and a half, or half a unit where n is 0
}

// countAt reads "three", "a", "several", "more than 20", "half a", "two and a
// half", "two to three", "another two" at i.
func (s *scanner) countAt(i int) (c count, next int, ok bool) {
	k, mod, ok := s.approximator(i)
	if !ok {
		return c, i, false
	}
	if s.is(k, cHalf) {
		k++
		if s.punct(k, '-') && s.glued(k) {
			k++
		}
		return count{half: true, mod: mod}, s.skipArticle(k), true
	}
	c, next, ok = s.amount(k)
	c.mod = mod
	if ok && s.is(next, cQualifier) {
		next++
	}
	return c, next, ok
}

// approximator reads what limits a count at i: "more than", "nearly", "at
// least", "no more than". Those that stand outside the extent, before i, count
// too. ok is false where the word at i needs one that is not there.
//
// "about", "around" and "over" stand outside the extent in 44 of 54 cases of
// TimeBank and AQUAINT, "nearly", "almost", "at least" and "up to" mostly inside.
func (s *scanner) approximator(i int) (next int, mod Mod, ok bool) {
	k := i
	if (s.wordIs(k, "no") || s.wordIs(k, "not")) && s.is(k+1, cApprox) && s.is(k+2, cThan) {
		if s.isVal(k+1, cApprox, 4) {
			return k + 3, EqualOrMore, true
		}
		return k + 3, EqualOrLess, true
	}
	switch {
	case s.valIn(k, cApprox, 3, 6) && s.is(k+1, cThan):
		return k + 2, approxMods[s.val0(k, cApprox)], true
	case s.wordIs(k, "at") && s.valIn(k+1, cApprox, 5, 6):
		return k + 2, approxMods[s.val0(k+1, cApprox)], true
	case s.wordIs(k, "up") && s.wordIs(k+1, "to"):
		return k + 2, EqualOrLess, true
	case s.isVal(k, cApprox, 2):
		return k + 1, EqualOrLess, true
	case s.is(k, cApprox):
		return i, "", false
	case s.before(k, cApprox) && s.toks[k-1].valIn(cApprox, 0, 3) && !s.wordIs(k-1, "more"):
		mod = approxMods[s.toks[k-1].val0(cApprox)]
	}
	return k, mod, true
}

var approxMods = [...]Mod{"", Approx, EqualOrLess, MoreThan, LessThan, EqualOrMore, EqualOrLess}

// amount reads the count itself.
func (s *scanner) amount(k int) (c count, next int, ok bool) {
	if s.isVal(k, cArticle, anArticle) {
		other := s.wordIs(k, "another")
		if v, next, ok := s.number(k + 1); ok && (other || s.valIn(k+1, cNumber, 100, maxCount)) {
			c.n = v
			return c, next, true // a hundred, another two
		}
		if !s.is(k+1, cVagueCount) {
			c.n = 1
			return c, k + 1, true
		}
		k++
	}
	if c.n, c.half, next, ok = s.mixed(k); ok {
		if end, wide := s.upper(next); wide {
			return count{vague: true}, end, true
		}
		if s.punct(next, '-') && s.glued(next) {
			next++
		}
		return c, next, true
	}
	if !s.is(k, cVagueCount) || s.wordIs(k, "recent") {
		return c, k, false
	}
	c.vague = true
	if v, _ := s.val(k, cVagueCount); v > 0 {
		c.n, c.vague = v, false
	}
	k++
	if s.is(k, cOf) || s.punct(k, '-') && s.glued(k) {
		k++
	}
	return c, k, true
}

// mixed reads a cardinal with or without a half: "2 1/2", "2½", "2.5", "two and
// a half". Other fractions are read as not there.
func (s *scanner) mixed(k int) (n int, half bool, next int, ok bool) {
	n, next, ok = s.number(k)
	if !ok {
		return 0, false, k, false
	}
	if s.toks[k].kind == tokNumber && s.punct(next, ',') && s.glued(next) && next+1 < s.hi && s.glued(next+1) && s.toks[next+1].kind == tokNumber {
		n, next = n*1000+int(max(s.toks[next+1].num, 0)), next+2
	}
	switch {
	case s.punct(next, '.') && s.glued(next) && s.glued(next+1) && next+1 < s.hi && s.toks[next+1].kind == tokNumber:
		return n, s.toks[next+1].num == 5, next + 2, true
	case s.wordIs(next, "and") && s.is(next+1, cArticle) && s.is(next+2, cHalf):
		return n, true, next + 3, true
	case s.punct(next, '-') && s.glued(next) && s.wordIs(next+1, "and") && s.is(next+3, cArticle) && s.is(next+5, cHalf):
		return n, true, next + 6, true // two-and-a-half
	case next < s.hi && s.toks[next].kind == tokPunct && s.src[s.toks[next].start:s.toks[next].end] == "½":
		return n, true, next + 1, true
	case s.punct(next+1, '/') && s.glued(next+1) && s.glued(next+2) && s.toks[next].kind == tokNumber && next+2 < s.hi:
		return n, s.toks[next].num == 1 && s.toks[next+2].num == 2, next + 3, true
	}
	return n, false, next, true
}

// upper reads the upper end of a count, "to three", "or three", "-18", and
// returns the index after it.
func (s *scanner) upper(k int) (next int, ok bool) {
	if s.punct(k, '-') && s.wordIs(k+1, "to") || s.punct(k, '-') && s.wordIs(k+1, "or") { // three- to five-year
		k++
	}
	if !s.wordIs(k, "to") && !s.wordIs(k, "or") && !(s.punct(k, '-') && s.glued(k)) {
		return k, false
	}
	_, _, next, ok = s.mixed(k + 1)
	if ok && s.punct(next, '-') && s.glued(next) {
		next++
	}
	return next, ok && (s.is(next, cUnit) || s.is(next, cQualifier))
}

// andAHalf reads "and a half" after a unit, "a minute and a half", and returns
// the index after it, k when there is none.
func (s *scanner) andAHalf(k int, c *count) int {
	if c.vague || c.half || !s.wordIs(k, "and") || !s.is(k+1, cArticle) || !s.is(k+2, cHalf) {
		return k
	}
	c.half = true
	return k + 3
}

// orSo reads "or so", "or two", "or more" after a unit and returns the index
// after it, k when there is none.
func (s *scanner) orSo(k int, c *count) int {
	if !s.wordIs(k, "or") {
		return k
	}
	switch {
	case s.wordIs(k+1, "so"):
		c.mod = Approx
	case s.wordIs(k+1, "more"):
		c.mod = EqualOrMore
	case s.wordIs(k+1, "less"):
		c.mod = EqualOrLess
	case c.n == 1 && s.valIn(k+1, cNumber, 0, 3):
		c.vague = true
	default:
		return k
	}
	return k + 2
}

// halves are the TIMEX3 values of half a unit, andHalf what half a unit adds
// to whole ones, by unit of data/time.tsv; empty where nobody speaks so.
var (
	halves  = [...]string{unitMinute: "PT30S", unitHour: "PT30M", unitDay: "PT12H", unitMonth: "P15D", unitYear: "P6M", unitDecade: "P5Y", unitCentury: "P50Y"}
	andHalf = [...]string{unitMinute: "30S", unitHour: "30M", unitDay: "T12H", unitYear: "6M", unitCentury: ""}
)

// length is the TIMEX3 value of a count of units.
func (c *count) length(unit int) string {
	switch {
	case c.vague:
		return durationValue(unit, "X")
	case !c.half:
		return durationValue(unit, pad(c.n, 1))
	case c.n == 0:
		return halves[unit]
	}
	whole := durationValue(unit, pad(c.n, 1))
	if rest := andHalf[unit]; rest != "" {
		return whole + rest
	}
	switch unit {
	case unitDecade:
		return durationValue(unitYear, pad(c.n*10+5, 1))
	case unitCentury:
		return durationValue(unitYear, pad(c.n*100+50, 1))
	}
	return durationValue(unit, pad(c.n, 1)+".5")
}

// matchSet reads "every Friday", "each year", "daily", "twice a week".
func (s *scanner) matchSet(i int) (int, Reading, bool) {
	r := newReading(SET, opSet, NoGrain)
	switch {
	case s.valIn(i, cSet, 100, maxOften):
		return s.frequency(i, r)
	case s.is(i, cHalf) && s.hyphened(i) && s.isVal(i+2, cSet, unitYear):
		r.value = durationValue(unitMonth, "6")
		return i + 3, r, true // half-yearly
	case s.is(i, cSet) && !s.newspaper(i):
		r.value = durationValue(s.val0(i, cSet), "1")
		return s.clockOfSet(i+1, r)
	case s.is(i, cTimes):
		return s.timesAUnit(i+1, s.val0(i, cTimes), r)
	case s.is(i, cNumber) && s.wordIs(i+1, "times"):
		return s.timesAUnit(i+2, s.val0(i, cNumber), r)
	case s.isVal(i, cArticle, anArticle) && s.oneUnit(i+1) && s.ratePrecedes(i) && !s.is(i+2, cAgo) && !s.is(i+2, cOld):
		r.value = durationValue(s.val0(i+1, cUnit), "1") // four flights a week
		return i + 2, r, true
	case s.is(i, cEvery):
		return s.everyAt(i, r)
	}
	return 0, r, false
}

// timesAUnit reads what the given number of times recurs in, at k: the rest of "twice a
// week", "three times every year", "once daily".
func (s *scanner) timesAUnit(k, times int, r Reading) (int, Reading, bool) {
	r.times = times
	switch {
	case s.is(k, cArticle) && s.is(k+1, cUnit):
		r.value = durationValue(s.val0(k+1, cUnit), "1")
		return k + 2, r, true
	case s.is(k, cEvery) || s.is(k, cSet):
		end, q, ok := s.matchSet(k)
		q.times = times
		return end, q, ok
	}
	return 0, r, false
}

// everyAt reads "every Friday", "each of two weeks", "every second month", "every
// spring" at i.
func (s *scanner) everyAt(i int, r Reading) (int, Reading, bool) {
	if r.quant = strings.ToUpper(s.src[s.toks[i].start:s.toks[i].end]); s.wordIs(i, "per") {
		r.quant = ""
	}
	n, k := s.everyHowMany(i + 1)
	switch {
	case s.is(k, cOrdinal) && !s.is(k, cUnit) && s.is(k+1, cWeekday|cUnit|cMonth):
		n = pad(s.val0(k, cOrdinal), 1) // every second Tuesday
		return s.everyUnit(k+1, n, r)
	case s.is(k, cOrdinal) && s.is(k, cUnit) && s.is(k+1, cWeekday|cUnit):
		return s.everyUnit(k+1, "2", r)
	case s.is(k, cWeekday) || s.is(k, cUnit) && !s.is(k, cOrdinal):
		return s.everyUnit(k, n, r)
	case s.is(k, cPart):
		r.value = "XXXX-XX-XXT" + partCodes[s.val0(k, cPart)]
	case s.is(k, cMonth):
		r.value = "XXXX-" + pad(s.val0(k, cMonth), 2)
	case s.is(k, cSeason):
		r.value = "XXXX-" + seasonCodes[s.val0(k, cSeason)]
	default:
		return 0, r, false
	}
	return k + 1, r, true
}

// everyHowMany reads the count behind "every" at k, as TIMEX3 writes it, and returns the
// index after it: three, a few (X), other (2), and one where none stands.
func (s *scanner) everyHowMany(k int) (n string, next int) {
	n = "1"
	if v, next, ok := s.number(k); ok {
		n, k = pad(v, 1), next
	} else if s.is(k, cVagueCount) && s.units(k+1) {
		n, k = "X", k+1
	}
	if s.wordIs(k, "other") {
		n, k = "2", k+1
	}
	return n, k
}

// everyUnit reads the weekday or unit of "every Friday", "every two weeks" at k,
// and the clock time behind it.
func (s *scanner) everyUnit(k int, n string, r Reading) (int, Reading, bool) {
	if s.is(k, cWeekday) {
		r.value = weekdayValue(s.val0(k, cWeekday))
		r.Weekday = s.val0(k, cWeekday)
	} else {
		r.value = durationValue(s.val0(k, cUnit), n)
	}
	if s.is(k, cWeekday) && s.is(k+1, cPart) {
		r.part, r.Grain = s.val0(k+1, cPart), GrainPart
		k++
	}
	return s.clockOfSet(k+1, r)
}

// clockOfSet adds the clock time behind something that recurs, at k: "every
// Tuesday at 7 p.m.", "daily at noon".
func (s *scanner) clockOfSet(k int, r Reading) (int, Reading, bool) {
	if s.opensHours(k) {
		return k, r, true
	}
	at := k
	if s.punct(at, ',') {
		at++
	}
	link := s.isVal(at, cLink, linkAt)
	if link {
		at++
	}
	c, next, ok := s.clockTime(at)
	if !ok && link {
		c, next, ok = s.hourWord(at, r.part > 0)
	}
	days := r.value
	if len(days) < 4 || days[:4] != "XXXX" {
		days = "XXXX-XX-XX"
	}
	switch {
	case !ok || c.plain && !link || s.tally(next):
		if r.part > 0 {
			r.value += "T" + partCodes[r.part]
		}
		return k, r, true
	}
	c.ofPart(r.part)
	r.part = 0
	next, r, _ = s.zoneAt(next, r)
	r.take(c)
	r.Type = TIME
	r.recur(days)
	return next, r, true
}

// frequency reads what says how often at i: "quarterly", "semi-annually",
// "bi-monthly". What stands before a noun is read only where it cannot be part of
// the noun's name.
func (s *scanner) frequency(i int, r Reading) (int, Reading, bool) {
	v, k := s.val0(i, cSet), i+1
	switch {
	case v == annually || v == quarterly && (!s.ends(k) && !s.calm(k) && !s.is(k, cJoin) || s.is(k, cOf)):
		return 0, r, false // quarterly results
	case v < oftenBi:
		r.value = durationValue(v%100, pad(v/100, 1))
		return k, r, true
	case !s.punct(k, '-') || !s.glued(k) || !s.is(k+1, cSet):
		return 0, r, false
	}
	unit := s.val0(k+1, cSet) % 100
	switch {
	case v == oftenBi:
		r.value = durationValue(unit, "2")
	case unit == unitYear:
		r.value = durationValue(unitMonth, "6")
	default:
		return 0, r, false
	}
	return k + 2, r, true
}

// The values of class set for "annually", "quarterly" and "bi", and the largest of
// all. "annually" alone is not read: the corpora mark it one time in five.
const annually, quarterly, oftenBi, maxOften = 110, 308, 1000, 1001

// newspaper reports whether "daily" or "weekly" at i is a paper or part of its
// name: the Daily News, the daily said.
func (s *scanner) newspaper(i int) bool {
	if s.toks[i].capital && i > 0 && !s.stops(i-1, i) {
		return true
	}
	if i+1 >= len(s.toks) || i == 0 || s.toks[i].breaks > 1 {
		return false
	}
	next := &s.toks[i+1]
	noun := s.is2(i-1, cArticle) || s.toks[i-1].capital
	return noun && (next.is(cSayCue|cPastVerb) || next.kind == tokWord && next.capital && next.breaks == 0)
}

// long reports whether "-long" stands at k.
func (s *scanner) long(k int) bool {
	return s.punct(k, '-') && s.glued(k) && s.wordIs(k+1, "long")
}

// ratePrecedes reports whether what stands before the article at i is counted
// per unit: a number with its lower-case plural, "four flights", "700 seats".
func (s *scanner) ratePrecedes(i int) bool {
	if i < 2 || s.toks[i].breaks > 1 {
		return false
	}
	t := &s.toks[i-1]
	w := s.src[t.start:t.end]
	if t.kind != tokWord || t.capital || len(w) < 4 || w[len(w)-1] != 's' || t.classes()&^cNumbered != 0 {
		return false
	}
	for k := i - 2; k >= 0 && k >= i-4 && !s.stops(k, k+1); k-- {
		if s.toks[k].kind == tokNumber || s.toks[k].is(cNumber|cVagueCount|cScale) {
			return true
		}
	}
	return false
}

// unitCodes are the letters of TIMEX3 durations (TIDES 2005, section 3.2: E for
// decade, C for century; Q is TimeML's).
var unitCodes = [...]string{unitDay: "D", unitWeek: "W", unitMonth: "M", unitQuarter: "Q", unitYear: "Y", unitDecade: "E", unitCentury: "C"}

// durationValue writes n units (the unit value of data/time.tsv) as TIMEX3.
func durationValue(unit int, n string) string {
	switch unit {
	case unitSecond:
		return "PT" + n + "S"
	case unitMinute:
		return "PT" + n + "M"
	case unitHour:
		return "PT" + n + "H"
	case unitWeekend:
		return "P" + n + "WE"
	case unitFortnight:
		if n == "1" {
			return "P2W"
		}
		return "PXW"
	case unitDecade:
		if countable(n) {
			return "P" + n + "0Y" // a decade is ten years
		}
	case unitCentury:
		if countable(n) {
			return "P" + n + "00Y"
		}
	}
	return "P" + n + unitCodes[unit]
}

// countable reports whether n, how many units a length has, is a whole number: not X,
// nor a decimal.
func countable(n string) bool {
	return n != "" && n[0] != 'X' && isDigit(n[len(n)-1]) && !strings.Contains(n, ".")
}

// matchDuration reads "seven years", "the past three months", "recent weeks",
// "half a year", "a three-day", "years".
func (s *scanner) matchDuration(i int) (int, Reading, bool) {
	if end, r, ok := s.uncounted(i); ok {
		return end, r, true
	}
	r := newReading(DURATION, opDuration, NoGrain)
	k, span, ok := s.spanBegins(i)
	if !ok {
		return 0, r, false
	}
	if end, r, ok := s.recentUnits(k); ok {
		return end, r, true
	}
	c, next, counted, ok := s.countOfUnits(i, k, span)
	if !ok || s.notLength(k, next, c, counted) {
		return 0, r, false
	}
	u := s.val0(next, cUnit)
	end := s.lengthEnds(next+1, &c)
	if r.value = c.length(u); r.value == "" {
		return 0, r, false
	}
	exact := !c.vague && !c.half && c.n > 0
	if exact {
		r.value, end = s.compound(end, u, r.value)
	}
	r.Mod, r.n = c.mod, c.n
	if m := s.skipModifierArticle(i); span && s.is(m, cModifier) && !s.discourse(m) {
		r.side = s.val0(m, cModifier)
	}
	g, mult := unitGrain(u)
	if s.inLength(i, g, &c) {
		r.asks, r.within, r.n = true, g, c.n*mult
	}
	if exact {
		s.countsFromEvent(&r, end, c.n*mult, g)
	}
	return end, r, true
}

// uncounted reads the lengths of a form of their own at i: "three nights", "the weeks
// ahead".
func (s *scanner) uncounted(i int) (int, Reading, bool) {
	r := newReading(DURATION, opDuration, NoGrain)
	if n, next, ok := s.number(i); ok && n > 0 && n < 1000 && s.isVal(next, cPart, partNight) && s.toks[next].plural() {
		r.value, r.n = "P"+pad(n, 1)+"TNI", n
		return next + 1, r, true
	}
	if s.isVal(i, cArticle, theArticle) && s.units(i+1) && s.val0(i+1, cUnit) >= unitDay && s.isVal(i+2, cAhead, 1) && s.wordIs(i+2, "ahead") && i+2 < s.hi && !s.is2(i+3, cOf) {
		r.value = durationValue(s.val0(i+1, cUnit), "X")
		return i + 3, r, true
	}
	return 0, r, false
}

// spanBegins returns the index of the count or the unit of a length at i. Span tells
// that an article or "last" stands before it, so that the length lies at a place on the
// time line: "the past three months", "the first few days". Ok is false for such words
// with neither behind them.
func (s *scanner) spanBegins(i int) (k int, span, ok bool) {
	m := s.skipModifierArticle(i)
	modified := s.isModifier(m)
	if !modified && !(s.isVal(i, cArticle, theArticle) && s.wordIs(i+1, "latest")) && !(s.is(i, cArticle) && s.is(i+1, cOrdinal)) {
		if s.isVal(i, cArticle, theArticle) && s.is(i+1, cNumber) {
			return i + 1, true, true
		}
		return i, false, true
	}
	if !modified {
		m = i + 1
	}
	if n, _, ok := s.number(m + 1); ok && n > 0 {
		return m + 1, true, true
	}
	return m + 1, true, s.is(m+1, cVagueCount) || s.is(m, cModifier) && s.is(m+1, cUnit) && (s.toks[m+1].plural() || s.wordIs(m, "past"))
}

// recentUnits reads "recent weeks", "recent weeks and months" and "future years" at k.
func (s *scanner) recentUnits(k int) (int, Reading, bool) {
	r := newReading(DURATION, opDuration, NoGrain)
	switch {
	case !s.units(k + 1):
	case s.wordIs(k, "future"):
		return k + 2, vague("FUTURE_REF"), true
	case s.wordIs(k, "recent"):
		r.value = durationValue(s.val0(k+1, cUnit), "X")
		if s.wordIs(k+2, "and") && s.units(k+3) {
			return k + 4, r, true
		}
		return k + 2, r, true
	}
	return 0, r, false
}

// countOfUnits reads how many units the length at i is of, and returns the index of the
// unit. K is where the count can begin, span what spanBegins says. Counted is false
// where no count stands: "years", "the past year".
func (s *scanner) countOfUnits(i, k int, span bool) (c count, unit int, counted, ok bool) {
	c, unit, counted = s.countAt(k)
	if counted {
		// the article of "the two-week crisis" belongs to the noun
		nouns := (k > i || s.is(k, cArticle)) && s.punct(unit-1, '-')
		return c, unit, true, !nouns && s.is(unit, cUnit)
	}
	if !s.is(k, cUnit) || !s.toks[k].plural() && !span && !s.long(k+1) || s.wordIs(k-1, "of") && s.wordIs(k-2, "matter") {
		return c, k, false, false
	}
	if s.toks[k].plural() {
		return count{vague: true}, k, false, true
	}
	return count{n: 1}, k, false, true
}

// notLength reports whether the unit at token unit, of which the words from k on count
// c, measures no time: "a minute", "two second-half goals", "three-quarters", "minutes
// of a meeting", "24-year-old", "$2 million a year".
func (s *scanner) notLength(k, unit int, c count, counted bool) bool {
	u, plural := s.val0(unit, cUnit), s.toks[unit].plural()
	article := counted && unit == k+1 && s.is(k, cArticle)
	switch {
	case article && (plural || s.long(unit+1)):
		return true // the article belongs to the noun: "a decades-long dispute"
	case !plural && u == unitMinute && !s.is(unit-1, cNumber) && !s.wordIs(unit+1, "and"):
		return true
	case u == unitSecond && (!plural || s.is(unit, cOrdinal)):
		return true
	case u == unitQuarter && s.fraction(unit, c, counted):
		return true
	case !plural && s.toks[k].kind == tokNumber && c.n >= 1000 && !s.punct(unit-1, '-'):
		return true // the 1988 quarter
	case u == unitMinute && s.is(unit+1, cOf), !counted && u < unitDay:
		return true
	case s.is(unit+1, cOld) || s.punct(unit+1, '-') && s.is(unit+2, cOld):
		return true
	}
	return c.n == 1 && s.is(unit-1, cArticle) && (s.before(unit-1, cScale) || unit > 1 && s.toks[unit-2].kind == tokNumber)
}

// lengthEnds returns the index after what belongs to a length behind its unit, at end:
// "long", "or months" after a vague count, "and a half", "or so".
func (s *scanner) lengthEnds(end int, c *count) int {
	switch {
	case s.long(end):
		return end + 2
	case c.vague && (s.wordIs(end, "or") || s.wordIs(end, "and")) && s.units(end+1):
		return end + 2
	}
	return s.orSo(s.andAHalf(end, c), c)
}

// compound adds the smaller parts of a length, of the unit u so far and of the given
// value, that stand at k: "and 45 minutes", ", 23 minutes and 10 seconds". It
// returns the whole value and the index after them.
func (s *scanner) compound(k, u int, value string) (string, int) {
	for {
		part, next := s.smaller(k, u)
		if next == k || u > unitHour && s.punct(k, ',') {
			return value, k
		}
		value, k, u = part.added(value), next, part.unit
	}
}

// inLength reports whether the length at i, c units of grain g, may say when
// something is to come: "in three weeks", but not "the first in three weeks".
func (s *scanner) inLength(i int, g Grain, c *count) bool {
	if !s.wordIs(i-1, "in") || c.vague || c.half || c.n < 1 || c.mod != "" || s.is(i, cArticle) && !s.isVal(i, cArticle, anArticle) {
		return false
	}
	for k := i - 2; k >= 0 && k > i-recordReach && !s.stops(k, k+1); k-- {
		if w := s.src[s.toks[k].start:s.toks[k].end]; s.toks[k].is(cOrdinal|cTimes) || len(w) > 3 && en.Is(w, en.StEnding) {
			return false // the second show in eight days, the worst in ten years
		}
	}
	return g == GrainDay || g == GrainWeek || g == GrainMonth || g == GrainYear
}

// recordReach is how far before "in ten years", in tokens, an ordinal or superlative
// makes it the length in which that is so.
const recordReach = 9

// fraction reports whether "quarter" or "quarters" at k is a fourth or a place
// to live rather than three months; c is what counts it, if counted.
func (s *scanner) fraction(k int, c count, counted bool) bool {
	if (c.n == 1 || c.n == 3) && k+1 < len(s.toks) && s.toks[k+1].is(cOf) || s.hyphened(k) {
		return true
	}
	return s.toks[k].plural() && (!counted && !s.before(k, cModifier) || s.toks[k].glued && s.toks[k-1].punct('-'))
}
