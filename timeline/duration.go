package timeline

import (
	"strings"

	"factcheck/internal/lexicon/en"
)

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
	if s.isVal(k, cArticle, 2) {
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
	halves  = [...]string{2: "PT30S", 3: "PT30M", 4: "PT12H", 8: "P15D", 10: "P6M", 11: "P5Y", 12: "P50Y"}
	andHalf = [...]string{2: "30S", 3: "30M", 4: "T12H", 10: "6M", 12: ""}
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
	case 11:
		return durationValue(10, pad(c.n*10+5, 1))
	case 12:
		return durationValue(10, pad(c.n*100+50, 1))
	}
	return durationValue(unit, pad(c.n, 1)+".5")
}

// matchSet reads "every Friday", "each year", "daily", "twice a week".
func (s *scanner) matchSet(i int) (int, Reading, bool) {
	r := newReading(SET, opSet, NoGrain)
	switch {
	case s.valIn(i, cSet, 100, maxOften):
		return s.frequency(i, r)
	case s.is(i, cHalf) && s.hyphened(i) && s.isVal(i+2, cSet, 10):
		r.value = durationValue(8, "6")
		return i + 3, r, true // half-yearly
	case s.is(i, cSet) && !s.newspaper(i):
		r.value = durationValue(s.val0(i, cSet), "1")
		return s.clockOfSet(i+1, r)
	case s.is(i, cTimes) || s.is(i, cNumber) && s.wordIs(i+1, "times"):
		k := i + 1
		if r.times = s.val0(i, cTimes); s.is(i, cNumber) {
			r.times = s.val0(i, cNumber)
			k++
		}
		switch {
		case s.is(k, cArticle) && s.is(k+1, cUnit):
			r.value = durationValue(s.val0(k+1, cUnit), "1")
			return k + 2, r, true
		case s.is(k, cEvery) || s.is(k, cSet):
			end, q, ok := s.matchSet(k)
			q.times = r.times
			return end, q, ok
		}
	case s.isVal(i, cArticle, 2) && s.is(i+1, cUnit) && !s.toks[i+1].plural() && s.ratePrecedes(i) && !s.is(i+2, cAgo) && !s.is(i+2, cOld):
		r.value = durationValue(s.val0(i+1, cUnit), "1") // four flights a week
		return i + 2, r, true
	case s.is(i, cEvery):
		if r.quant = strings.ToUpper(s.src[s.toks[i].start:s.toks[i].end]); s.wordIs(i, "per") {
			r.quant = ""
		}
		k := i + 1
		n := "1"
		if v, next, ok := s.number(k); ok {
			n, k = pad(v, 1), next
		} else if s.is(k, cVagueCount) && s.is(k+1, cUnit) && s.toks[k+1].plural() {
			n, k = "X", k+1
		}
		if s.wordIs(k, "other") {
			n = "2"
			k++
		}
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
	return 0, r, false
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
	link := s.isVal(at, cLink, 3)
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
	case unit == 10:
		r.value = durationValue(8, "6")
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
var unitCodes = [...]string{4: "D", 6: "W", 8: "M", 9: "Q", 10: "Y", 11: "E", 12: "C"}

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
	case 11, 12:
		if n != "X" && n != "" && n[0] != 'X' && isDigit(n[len(n)-1]) && !strings.Contains(n, ".") {
			return "P" + n + "0"[:1] + map[int]string{11: "", 12: "0"}[unit] + "Y" // a decade is ten years
		}
	}
	return "P" + n + unitCodes[unit]
}

// matchDuration reads "seven years", "the past three months", "recent weeks",
// "half a year", "a three-day", "years".
func (s *scanner) matchDuration(i int) (int, Reading, bool) {
	r := newReading(DURATION, opDuration, NoGrain)
	k := i
	if n, next, ok := s.number(i); ok && n > 0 && n < 1000 && s.isVal(next, cPart, 4) && s.toks[next].plural() {
		r.value, r.n = "P"+pad(n, 1)+"TNI", n
		return next + 1, r, true // three nights
	}
	span := false
	if s.isVal(i, cArticle, 1) && s.is(i+1, cUnit) && s.toks[i+1].plural() && s.val0(i+1, cUnit) >= 4 && s.isVal(i+2, cAhead, 1) && s.wordIs(i+2, "ahead") && i+2 < s.hi && !s.is2(i+3, cOf) {
		r.value = durationValue(s.val0(i+1, cUnit), "X")
		return i + 3, r, true // the weeks ahead
	}
	if m := s.skipModifierArticle(k); s.isModifier(m) || s.isVal(k, cArticle, 1) && s.wordIs(k+1, "latest") || s.is(k, cArticle) && s.is(k+1, cOrdinal) {
		if !s.isModifier(m) {
			m = k + 1
		}
		if n, _, ok := s.number(m + 1); ok && n > 0 {
			k, span = m+1, true
		} else if s.is(m+1, cVagueCount) {
			k, span = m+1, true
		} else if s.is(m+1, cUnit) && (s.toks[m+1].plural() || s.wordIs(m, "past")) && s.is(m, cModifier) {
			k, span = m+1, true
		} else {
			return 0, r, false
		}
	} else if s.isVal(k, cArticle, 1) && s.is(k+1, cNumber) {
		k, span = k+1, true
	}
	if s.wordIs(k, "recent") && s.is(k+1, cUnit) && s.toks[k+1].plural() {
		r.value = durationValue(s.val0(k+1, cUnit), "X")
		if s.wordIs(k+2, "and") && s.is(k+3, cUnit) && s.toks[k+3].plural() {
			return k + 4, r, true // recent weeks and months
		}
		return k + 2, r, true
	}
	if s.wordIs(k, "future") && s.is(k+1, cUnit) && s.toks[k+1].plural() {
		return k + 2, vague("FUTURE_REF"), true
	}
	c, next, ok := s.countAt(k)
	if ok && (k > i || s.is(k, cArticle)) && s.punct(next-1, '-') {
		return 0, r, false // the article belongs to the noun: "the two-week crisis"
	}
	if !ok {
		if !s.is(k, cUnit) || !s.toks[k].plural() && !span && !s.long(k+1) || s.wordIs(k-1, "of") && s.wordIs(k-2, "matter") {
			return 0, r, false
		}
		c, next = count{vague: true}, k
		if !s.toks[k].plural() {
			c = count{n: 1}
		}
	}
	if !s.is(next, cUnit) {
		return 0, r, false
	}
	u := s.val0(next, cUnit)
	if article := ok && next == k+1 && s.is(k, cArticle); article && (s.toks[next].plural() || s.long(next+1)) {
		return 0, r, false // the article belongs to the noun: "a decades-long dispute"
	}
	if u <= 2 && !s.toks[next].plural() && !(u == 2 && (s.is(next-1, cNumber) || s.wordIs(next+1, "and"))) || u == 1 && s.is(next, cOrdinal) {
		return 0, r, false // "a minute", "two second-half goals"
	}
	if u == 9 && s.fraction(next, c, ok) || !s.toks[next].plural() && s.toks[k].kind == tokNumber && c.n >= 1000 && !s.punct(next-1, '-') {
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
	switch {
	case s.long(end):
		end += 2
	case c.vague && (s.wordIs(end, "or") || s.wordIs(end, "and")) && s.is(end+1, cUnit) && s.toks[end+1].plural():
		end += 2 // weeks or months
	default:
		end = s.orSo(s.andAHalf(end, &c), &c)
	}
	if r.value = c.length(u); r.value == "" {
		return 0, r, false
	}
	if !c.vague && !c.half && c.n > 0 {
		r.value, end = s.compound(end, u, r.value)
	}
	r.Mod = c.mod
	r.n = c.n
	if m := s.skipModifierArticle(i); span && s.is(m, cModifier) && !s.discourse(m) {
		r.side = s.val0(m, cModifier)
	}
	if g, mult := unitGrain(u); s.inLength(i, g, &c) {
		r.asks, r.within, r.n = true, g, c.n*mult
	}
	if g, mult := unitGrain(u); !c.vague && !c.half && c.n > 0 {
		s.countsFromEvent(&r, end, c.n*mult, g)
	}
	return end, r, true
}

// compound adds the smaller parts of a length, of the unit u so far and of the given
// value, that stand at k: "and 45 minutes", ", 23 minutes and 10 seconds". It
// returns the whole value and the index after them.
func (s *scanner) compound(k, u int, value string) (string, int) {
	for {
		part, next := s.smaller(k, u)
		if next == k || u > 3 && s.punct(k, ',') {
			return value, k
		}
		value, k, u = part.added(value), next, part.unit
	}
}

// inLength reports whether the length at i, c units of grain g, may say when
// something is to come: "in three weeks", but not "the first in three weeks".
func (s *scanner) inLength(i int, g Grain, c *count) bool {
	if !s.wordIs(i-1, "in") || c.vague || c.half || c.n < 1 || c.mod != "" || s.is(i, cArticle) && !s.isVal(i, cArticle, 2) {
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
