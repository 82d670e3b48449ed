package timeline

// matchPeriod reads quarters, halves, seasons, decades and centuries.
func (s *scanner) matchPeriod(i int) (int, Reading, bool) {
	if end, r, ok := s.noSuchPeriod(i); ok {
		return end, r, true
	}
	r := newReading(DATE, opQuarter, GrainQuarter)
	mod, k := s.phase(i)
	r.Mod = mod
	switch the := s.skipThe(k); {
	case the >= s.hi:
		return 0, r, false
	case s.is(the, cCode) || s.is(the+1, cCode):
		if end, q, ok := s.periodCode(the, r); ok {
			return end, q, true
		}
	case s.is(the+1, cUnit|cHalf|cNumber) && s.is(the, cModifier|cPhase):
		if end, q, ok := s.lastPart(the, r); ok {
			return end, q, true
		}
	}
	if mod == "" && s.weekAhead(k) {
		if end, q, ok := s.weekPeriod(k); ok {
			return end, q, true
		}
	}
	k = s.yearBefore(s.skipArticle(k), &r)
	if n, next, ok := s.ordinal(k); ok {
		return s.nthPeriod(i, k, next, n, r)
	}
	if s.is(k, cSeason) && !s.toks[k].plural() {
		return s.season(i, k, r)
	}
	return 0, r, false
}

// nthPeriod reads the quarter, half or century behind the ordinal n at k, which ends at
// next: "the third quarter", "the first half of 2017", "the 19th century". I is where the
// expression begins.
func (s *scanner) nthPeriod(i, k, next, n int, r Reading) (int, Reading, bool) {
	if r.ofYear || r.year >= 0 {
		return s.quarterAfter(next, r, n)
	}
	if s.punct(next, '-') && s.glued(next) {
		if k > i && r.Mod == "" {
			return 0, r, false // the article belongs to the noun: "a third-quarter loss"
		}
		next++
	}
	switch {
	case s.oneOf(next, unitQuarter) && n <= 4:
		end, q, ok := s.yearOf(next+1, r, n)
		q.asks = !q.ofYear && q.year < 0 && r.Mod == "" && (!s.wordIs(i-1, "for") || s.is2(i-2, cFutureCue))
		return end, q, ok && (q.ofYear || q.year >= 0 || !s.played(k))
	case s.is(next, cHalf) && n <= 2:
		end, q, ok := s.halfOf(next+1, r, n)
		return end, q, ok && (q.ofYear || q.year >= 0 || q.half > 0 || !s.played(k))
	case n == 1 && s.twoQuarters(next):
		r.Grain = GrainHalf
		end, q, _ := s.yearOf(next+2, r, n)
		return end, q, q.ofYear || q.year >= 0
	case s.isVal(next, cUnit, unitCentury) && s.eraAt(next+1) > 0:
		return s.centuryOfEra(next+1, r, n)
	case s.isVal(next, cUnit, unitCentury) && n > 9 && n < 22 && !(k > i && s.isVal(k-1, cArticle, anArticle)):
		r.op, r.Grain = opAbsolute, GrainCentury
		r.year = (n - 1) * 100
		return next + 1, r, true
	}
	return 0, r, false
}

// season reads the season at k with its year, or without one where an article or a
// preposition makes it a time: "spring 2017", "in the summer". I is where the
// expression begins.
func (s *scanner) season(i, k int, r Reading) (int, Reading, bool) {
	r.Grain, r.op, r.unit, r.part = GrainSeason, opShift, GrainSeason, s.val0(k, cSeason)
	end, q, _ := s.yearOf(k+1, r, 0)
	switch {
	case q.ofYear:
		return end, q, true
	case q.year >= 0:
		q.op = opAbsolute
		return end, q, true
	}
	r.Relative, r.asks = true, true
	return k + 1, r, s.isSeason(i, k, r.Mod)
}

// isSeason reports whether the season at k is one without its year: "in the winter",
// "the end of the summer"; "fall" alone is mostly the verb.
func (s *scanner) isSeason(i, k int, mod Mod) bool {
	if s.wordIs(k, "fall") || !s.seasonIsTime(k) || k == i && !s.before(i, cPreposition) {
		return false
	}
	if mod != "" {
		return s.before(k, cArticle) || s.is(i, cArticle)
	}
	return s.before(k, cArticle) && (s.ends(k+1) || s.is(k+1, cOf|cPreposition))
}

// playReach is how far from "the second half", in tokens, a word of play makes it
// one of a game.
const playReach = 20

// played reports whether the half or quarter at i is one of a game.
func (s *scanner) played(i int) bool {
	for k := max(0, i-playReach); k < min(len(s.toks), i+playReach); k++ {
		if s.toks[k].isVal(cNoTime, 3) {
			return true
		}
	}
	return false
}

// matchReported reads the quarter that a report is about or that it compares
// itself with: "the quarter", "the latest quarter", "the period", "the
// year-earlier quarter", "year-ago", "the 1988 period", "last year's quarter",
// "the corresponding period last year".
func (s *scanner) matchReported(i int) (int, Reading, bool) {
	r := newReading(DATE, opReported, GrainQuarter)
	r.Relative, r.Discourse = true, true
	k := s.skipArticle(i)
	art := s.isVal(i, cArticle, theArticle)
	if shift, next, ok := s.relativeYear(k); ok && k == i {
		r.n = shift // last year's quarter
		return next + 3, r, s.punct(next, '\'') && s.wordIs(next+1, "s") && s.reportedNoun(next+2)
	}
	compared := s.is(k, cCompared)
	if compared {
		k++
	}
	if s.yearAgo(k) {
		r.n = -1
		k += 3
		if s.reportedNoun(k) {
			return k + 1, r, true
		}
		return k, r, !art && !compared
	}
	if !art {
		return 0, r, false
	}
	if end, q, ok := s.yearOrEnd(k, r); ok {
		return end, q, true
	}
	latest := s.wordIs(k, "latest")
	if latest {
		k++
	}
	if s.wordIs(k, "period") && !latest && !compared || !s.reportedNoun(k) || s.is(k+1, cAgo) {
		return 0, r, false
	}
	if shift, next, ok := s.relativeYear(k + 1); ok {
		r.n = shift
		return next, r, true
	}
	if s.is(k+1, cArticle) && s.isVal(k+2, cUnit, unitYear) && s.valIn(k+3, cAgo, -2, -1) {
		r.n = -1
		return k + 4, r, true // the quarter a year ago
	}
	return k + 1, r, !compared
}

// yearOrEnd reads a reported period that says its year or its end, behind its article at
// k: "the 1988 period", "the three months ended March", "the latest fiscal year".
func (s *scanner) yearOrEnd(k int, r Reading) (int, Reading, bool) {
	if y, next, ok := s.year(k); ok && s.reportedNoun(next) {
		r.year = y
		return next + 1, r, true
	}
	latest := s.wordIs(k, "latest")
	if latest {
		k++
	} else if end, q, ok := s.endingPeriod(k); ok {
		return end, q, true
	}
	end, y, ok := s.matchBusinessYear(k)
	if latest && y.op == opShift {
		y.n = -1
	}
	return end, y, ok
}

// yearAgo reports whether "year-ago" or "year-earlier" stands at k.
func (s *scanner) yearAgo(k int) bool {
	return s.oneOf(k, unitYear) && s.punct(k+1, '-') && s.glued(k+1) && s.glued(k+2) && (s.wordIs(k+2, "earlier") || s.wordIs(k+2, "ago"))
}

// matchBusinessYear reads what follows the article in "the year ended March
// 31", a length of time, and in "the fiscal year", "the year".
func (s *scanner) matchBusinessYear(k int) (int, Reading, bool) {
	if s.is(k, cFiscal) || s.wordIs(k, "full") {
		k++
	}
	r := newReading(DURATION, opDuration, NoGrain)
	if !s.isVal(k, cUnit, unitYear) || s.toks[k].plural() || s.punct(k+1, '-') && s.glued(k+1) || s.punct(k+1, '\'') || s.is(k+1, cAgo) {
		return 0, r, false
	}
	if next := k + 1; next < len(s.toks) && (s.wordIs(next, "ended") || s.wordIs(next, "ending") || s.wordIs(next, "to") && s.is2(next+1, cMonth)) {
		r.value = "P1Y"
		return k + 1, r, true
	}
	if !s.ends(k+1) && !s.toks[k+1].is(cPreposition|cLink|cOf|cClause|cPastVerb) {
		return 0, r, false
	}
	r = newReading(DATE, opShift, GrainYear)
	r.Relative, r.unit, r.Discourse = true, GrainYear, false
	return k + 1, r, true
}

// reportedNoun reports whether token i is "quarter" or "period".
func (s *scanner) reportedNoun(i int) bool {
	return s.oneOf(i, unitQuarter) || i < s.hi && s.wordIs(i, "period")
}

// yearBefore reads what says the year before a quarter or half: "this year's",
// "year-ago", "1988", and "fiscal", which says nothing of it. It returns the
// index after it.
func (s *scanner) yearBefore(k int, r *Reading) int {
	next := k
	if shift, n, ok := s.relativeYear(k); ok && s.punct(n, '\'') && s.wordIs(n+1, "s") {
		next = n + 2
		r.yearShift, r.ofYear, r.Relative = shift, true, true
	} else if s.yearAgo(k) {
		next = k + 3
		r.yearShift, r.ofYear, r.Relative = -1, true, true
	} else if y, n, ok := s.year(k); ok && s.toks[k].kind == tokNumber {
		next, r.year = n, y
	}
	if s.is(next, cFiscal) {
		next++
		if s.punct(next, '-') && s.glued(next) {
			next++
		}
	}
	if _, _, ok := s.ordinal(next); ok {
		return next
	}
	r.yearShift, r.ofYear, r.Relative, r.year = 0, false, false, -1
	return k
}

// quarterAfter reads "quarter" or "half" after an ordinal whose year has been
// said.
func (s *scanner) quarterAfter(k int, r Reading, n int) (int, Reading, bool) {
	if s.punct(k, '-') && s.glued(k) {
		k++
	}
	r.n = n
	switch {
	case s.isVal(k, cUnit, unitQuarter) && n <= 4 && !s.toks[k].plural():
	case s.is(k, cHalf) && n <= 2:
		r.Grain = GrainHalf
	default:
		return 0, r, false
	}
	return k + 1, r, true
}

// yearOf reads "of 1998", "1998", "of last year", "of this year" after a period.
func (s *scanner) yearOf(i int, r Reading, n int) (int, Reading, bool) {
	r.n = n
	k := i
	if s.punct(k, ',') || s.is(k, cOf) {
		k++
	}
	if shift, next, ok := s.relativeYear(k); ok {
		r.yearShift, r.ofYear, r.Relative = shift, true, true
		return next, r, true
	}
	y, next, ok := s.fiscalYear(k)
	if !ok {
		if s.is(k, cFiscal) {
			k++
		}
		y, next, ok = s.year(k)
	}
	if ok {
		r.year = y
		if r.Grain != GrainSeason {
			r.op = opQuarter
		}
		return next, r, true
	}
	r.Relative = true
	return i, r, true
}

// matchYear reads a year alone, "early 2015", "fiscal 1998", "the 1990s",
// "the '90s".
func (s *scanner) matchYear(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainYear)
	mod, k := s.phase(i)
	r.Mod = mod
	if y, end, ok := s.fiscalYear(k); ok {
		r.year = y
		return end, r, true
	}
	if s.eraAt(k) > 0 || s.eraAt(k+1) > 0 {
		if end, d, ok := s.yearOfEra(k); ok {
			d.Mod = mod
			return end, d, true
		}
	}
	art := s.is(k, cArticle)
	k = s.skipArticle(k)
	end, d, ok := s.decade(k)
	if !ok && (art || mod != "") && s.is(k, cDecade|cNumber) && !(art && s.isVal(k-1, cArticle, anArticle)) {
		end, d, ok = s.decadeInWords(k)
	}
	if ok {
		d.Mod = mod
		return end, d, true
	}
	if art {
		if y, end, ok := s.namedYear(k); ok {
			r.year = y
			return end, r, true
		}
	}
	if art && mod == "" && !s.is(k, cFiscal) {
		return 0, r, false
	}
	fiscal := s.is(k, cFiscal)
	if fiscal {
		k++
		if s.isVal(k, cUnit, unitYear) {
			k++
		}
	}
	if k < s.hi && s.punct(k, '\'') && !fiscal && !s.shortYearAt(k) {
		return 0, r, false
	}
	y, end, ok := s.year(k)
	if !ok || !fiscal && mod == "" && !s.yearAllowed(k, y) {
		return 0, r, false
	}
	r.year = y
	return end, r, true
}

// shortYearAt reports whether "'76" at k is a year: behind a preposition and before
// something new.
func (s *scanner) shortYearAt(k int) bool {
	return k+1 < s.hi && s.glued(k+1) && !s.toks[k].glued && s.before(k, cPreposition|cLink) && (s.ends(k+2) || s.calm(k+2) || s.is(k+2, cJoin))
}

// decade reads "1990s", "'90s" at i.
func (s *scanner) decade(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainDecade)
	k := i
	short := s.punct(k, '\'') && s.glued(k+1)
	if short {
		k++
	}
	if k+2 < s.hi && !short && s.toks[k].kind == tokNumber && s.toks[k].end-s.toks[k].start == 4 && s.toks[k].num%10 == 0 && s.toks[k].num >= 1500 && s.toks[k].num < 2100 && s.possessive(k) && s.beforeVal(k, cArticle, theArticle) && (s.ends(k+3) || s.calm(k+3)) {
		r.year = int(s.toks[k].num)
		return k + 3, r, true // the 1930's
	}
	if k >= s.hi || s.toks[k].kind != tokWord || s.toks[k].num < 0 {
		return 0, r, false
	}
	w := s.src[s.toks[k].start:s.toks[k].end]
	n := int(s.toks[k].num)
	the := s.beforeVal(k, cArticle, theArticle) || s.is(k-1, cPhase) || s.punct(k-1, '-') && s.is(k-2, cPhase)
	switch {
	case !short && len(w) == 3 && w[2] == 's' && n%10 == 0 && n >= 30 && the && !s.measured(k):
		r.year = 1900 + n // the 90s
	case len(w) == 5 && w[4] == 's' && n >= 1000 && n < 2100 && n%10 == 0:
		r.year = n
	case short && len(w) == 3 && w[2] == 's' && n%10 == 0:
		r.year = 1900 + n
	default:
		return 0, r, false
	}
	return k + 1, r, true
}

// yearAllowed decides whether a number of four digits that stands alone is a
// year: not after a currency sign or a word that numbers things, not before a
// counted noun.
func (s *scanner) yearAllowed(i, y int) bool {
	if i > 0 {
		p := &s.toks[i-1]
		if p.is(cNumbered) || s.toks[i].glued && (p.b == '$' || p.b == '.' || p.b == ',' || p.b == ':' || p.b == '/' || p.b == '#' || p.b == '+' || p.b == 0 && p.kind == tokPunct) {
			return false
		}
		if p.allCaps && p.kind == tokWord && p.end-p.start > 2 && s.toks[i].breaks == 0 {
			return false // UNSCR 2254, CVE 2014
		}
		if s.toks[i].glued && p.b == '-' && i > 1 && s.toks[i-2].kind == tokWord {
			return false // Il-2000
		}
		if (s.named(i-1) || s.humped(i-1)) && s.toks[i].breaks == 0 && !s.toks[i].glued {
			return false // Orion 1980, RoboCup 2011
		}
		if p.punct('.') && i > 1 && s.toks[i-2].is(cNumbered) {
			return false // No. 1998
		}
	}
	if i+1 < len(s.toks) {
		n := &s.toks[i+1]
		if n.glued && (n.b == '%' || (n.b == '.' || n.b == ',' || n.b == ':') && i+2 < len(s.toks) && s.toks[i+2].glued && s.toks[i+2].kind == tokNumber) {
			return false
		}
	}
	if s.inGroups(i) {
		return false
	}
	if s.countFollows(i+1) && !s.ofThatYear(i) || s.countRange(i) || s.address(i) || s.countsModified(i) {
		return false
	}
	if y < 1500 || y > 2100 {
		return y > 2100 && s.before(i, cPreposition|cLink) && (s.ends(i+1) || s.calm(i+1)) && !s.before(i, cOf) && (s.wordIs(i-1, "in") || s.wordIs(i-1, "until") || s.wordIs(i-1, "by"))
	}
	return true
}

// inGroups reports whether the number at i is one of several groups of digits with
// hyphens, a telephone, file or case number: more than two, or one beside it of
// other than four digits. "2014-15" is a span of years.
func (s *scanner) inGroups(i int) bool {
	n, other := 1, false
	for k := i; k >= 2 && s.toks[k].glued && s.toks[k-1].b == '-' && s.toks[k-1].glued && s.toks[k-2].kind == tokNumber && n < 4; k -= 2 {
		n, other = n+1, other || s.toks[k-2].end-s.toks[k-2].start != 4
	}
	for k := i; k+2 < len(s.toks) && s.toks[k+1].b == '-' && s.glues(k+1) && s.toks[k+2].kind == tokNumber && n < 4; k += 2 {
		n++
	}
	return n > 2 || other
}

// countFollows reports whether token i is a lower-case plural that a number
// before it would count: "2000 troops". Prepositions and verbs in -s are rare
// right after a year.
func (s *scanner) countFollows(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	t := &s.toks[i]
	if t.kind != tokWord || t.breaks > 0 || t.glued {
		return false
	}
	w := s.src[t.start:t.end]
	if t.is(cUnit) || s.wordIs(i, "people") || s.wordIs(i, "men") || s.wordIs(i, "percent") {
		return true
	}
	if t.capital || t.classes() != 0 || len(w) < 4 {
		return false
	}
	if s.before(i-1, cPreposition) && s.wordIs(i-2, "in") {
		return false
	}
	return w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// countRange reports whether the number at i, which could be a year, is one end
// of a range of numbers that counts or numbers something: "2000 to 3000", "1900
// and 2000 people", "pages 1999-2001".
func (s *scanner) countRange(i int) bool {
	if k := i + 2; k < len(s.toks) && s.joinsNumbers(i+1) && s.toks[k].kind == tokNumber {
		if s.numberOnly(k) || s.countFollows(k+1) && (s.round(i) && s.round(k) || s.toks[k+1].is(cScale) || s.wordIs(k+1, "people")) {
			return true
		}
	}
	if k := i - 2; k >= 0 && s.joinsNumbers(i-1) && s.toks[k].kind == tokNumber {
		return s.numberOnly(k) && s.toks[k].num >= 100 || k > 0 && (s.toks[k-1].is(cNumbered) || s.toks[k-1].b == '$') || s.countFollows(i+1)
	}
	return false
}

// joinsNumbers reports whether token k joins two numbers to a range or pair.
func (s *scanner) joinsNumbers(k int) bool {
	return s.toks[k].is(cJoin) || s.toks[k].punct('-') && s.glues(k)
}

// numberOnly reports whether the number at k, of three digits or more, cannot
// be a year.
func (s *scanner) numberOnly(k int) bool {
	t := &s.toks[k]
	return t.num >= 2200 || t.num >= 100 && t.num < 1000 && t.end-t.start == 3 || s.punctAt(k+1, ',') && s.glues(k+1) && s.toks[k+2].end-s.toks[k+2].start == 3 && s.toks[k+2].kind == tokNumber
}

func (s *scanner) punctAt(k int, b byte) bool { return k < len(s.toks) && s.toks[k].punct(b) }

// round reports whether the number at k ends in two zeros.
func (s *scanner) round(k int) bool { return s.toks[k].num%100 == 0 }

// named reports whether token i is a capitalised word inside a sentence that no
// class of the grammar knows.
func (s *scanner) named(i int) bool {
	t := &s.toks[i]
	return t.kind == tokWord && t.capital && t.classes() == 0 && i > 0 && t.breaks == 0 && s.lowerWord(i-1)
}

// humped reports whether token i is a name with a capital inside: "RoboCup".
func (s *scanner) humped(i int) bool {
	t := &s.toks[i]
	if t.kind != tokWord || !t.capital || t.allCaps || t.end-t.start < 5 {
		return false
	}
	for k := t.start + 2; k < t.end; k++ {
		if isUpper(s.src[k]) && !isUpper(s.src[k-1]) {
			return true
		}
	}
	return false
}

// address reports whether the number at i numbers a house: "2018 Elm Street".
func (s *scanner) address(i int) bool {
	for k := i + 1; k < len(s.toks) && k <= i+3; k++ {
		t := &s.toks[k]
		if t.kind != tokWord || !t.capital || t.breaks > 0 {
			return false
		}
		if k > i+1 && t.isVal(cNoTime, 1) {
			return true
		}
	}
	return false
}

// countsModified reports whether the round number at i counts a noun with an
// adjective before it: "1800 young soldiers".
func (s *scanner) countsModified(i int) bool {
	if i+2 >= len(s.toks) || !s.round(i) || s.before(i, cLink|cPreposition) || !s.lowerWord(i+1) || s.toks[i+1].breaks > 0 {
		return false
	}
	return s.toks[i+1].classes() == 0 && s.countFollows(i+2)
}

// weekPeriod reads "the first week of June", "the third week in July", "the week
// of March 6" at i, and "the week" of "the week ended June 15".
func (s *scanner) weekPeriod(i int) (int, Reading, bool) {
	r := newReading(DATE, opWeekOf, GrainWeek)
	k := s.skipThe(i)
	r.unit = GrainWeek
	last := s.wordIs(k, "last") || s.wordIs(k, "final")
	n, next, ok := s.ordinal(k)
	switch {
	case last && k+1 < s.hi:
		r.n, next = -1, k+1
	case ok:
		r.n = n
	case k > i && s.oneOf(k, unitWeek):
		if s.is(k+1, cOf) {
			return s.weekAt(k+2, r)
		}
		return s.endingPeriod(k)
	default:
		return 0, r, false
	}
	if !s.isVal(next, cUnit, unitWeek) || s.toks[next].plural() || r.n > 5 || !s.is(next+1, cOf|cLink) || !s.is(next+2, cMonth) {
		return 0, r, false
	}
	end, d, ok := s.calendar(next + 2)
	if !ok || d.dom > 0 {
		return 0, r, false
	}
	r.takeDate(&d)
	return end, r, true
}

// weekAhead reports whether the first unit within three tokens from i on is a
// week.
func (s *scanner) weekAhead(i int) bool {
	for k := i; k < i+3; k++ {
		if unit, ok := s.val(k, cUnit); ok {
			return unit == unitWeek
		}
	}
	return false
}

// weekAt reads the day in "the week of March 6", at k.
func (s *scanner) weekAt(k int, r Reading) (int, Reading, bool) {
	end, d, ok := s.calendar(k)
	if !ok || d.dom < 1 {
		return 0, r, false
	}
	r.takeDate(&d)
	return end, r, true
}

// takeDate gives r the year, month and day of d.
func (r *Reading) takeDate(d *Reading) {
	r.year, r.month, r.dom, r.Relative, r.ofYear, r.yearShift, r.Problem = d.year, d.month, d.dom, d.Relative, d.ofYear, d.yearShift, d.Problem
}

// endingPeriod reads "quarter", "period" or "week" at k, with "ended" or
// "ending" and the last day after it, which are no part of it.
func (s *scanner) endingPeriod(k int) (int, Reading, bool) {
	if k+2 >= len(s.toks) || !s.wordIs(k+1, "ended") && !s.wordIs(k+1, "ending") {
		return 0, Reading{}, false
	}
	r := newReading(DATE, opEndsOn, GrainQuarter)
	switch {
	case s.reportedNoun(k):
		r.unit = GrainQuarter
	case s.oneOf(k, unitWeek):
		r.unit, r.Grain = GrainWeek, GrainWeek
	default:
		return 0, r, false
	}
	lo, hi := s.lo, s.hi
	s.widen(k + 2)
	at := k + 2
	if s.is(at, cLink) {
		at++
	}
	_, d, ok := s.calendar(at)
	s.lo, s.hi = lo, hi
	if !ok || d.dom < 1 || d.Problem != "" {
		return 0, r, false
	}
	r.takeDate(&d)
	r.past = s.wordIs(k+1, "ended")
	return k + 1, r, true
}

// periodCode reads "Q3", "Q3 2018", "3Q", "H1 2019", "2018 Q3" at k.
func (s *scanner) periodCode(k int, r Reading) (int, Reading, bool) {
	at := k
	y, next, ok := s.year(k)
	if ok && s.is(next, cCode) {
		at = next
	}
	if !s.is(at, cCode) || s.toks[at].glued || at+1 < len(s.toks) && s.toks[at+1].glued && !s.ends(at+1) || s.hyphened(at) {
		return 0, r, false
	}
	n := s.val0(at, cCode)
	if n > 10 {
		n, r.Grain = n-10, GrainHalf
	}
	if at > k {
		r.n, r.year = n, y
		return at + 1, r, true
	}
	return s.yearOf(at+1, r, n)
}

// hyphened reports whether a hyphen with more of the word follows token i.
func (s *scanner) hyphened(i int) bool { return s.punctAt(i+1, '-') && s.glues(i+1) }

// lastPart reads "last half of 1989", "final quarter of 2018", "last two
// quarters of 1990" at k.
func (s *scanner) lastPart(k int, r Reading) (int, Reading, bool) {
	if !s.wordIs(k, "last") && !s.wordIs(k, "final") {
		return 0, r, false
	}
	next := k + 1
	n := 2
	switch {
	case s.is(next, cHalf):
		end, q, ok := s.halfOf(next+1, r, n)
		return end, q, ok && end > next+1
	case s.oneOf(next, unitQuarter):
		n = 4
	case s.twoQuarters(next):
		r.Grain = GrainHalf
		next++
	default:
		return 0, r, false
	}
	end, q, _ := s.yearOf(next+1, r, n)
	return end, q, q.ofYear || q.year >= 0
}

func (s *scanner) twoQuarters(k int) bool {
	return s.isVal(k, cNumber, 2) && s.isVal(k+1, cUnit, unitQuarter)
}

// halfOf reads what a half, which ends before i, is a half of: a year, "of the
// 1990s", "of the 19th century".
func (s *scanner) halfOf(i int, r Reading, n int) (int, Reading, bool) {
	r.Grain = GrainHalf
	if !s.is(i, cOf) {
		return s.yearOf(i, r, n)
	}
	k := s.skipThe(i + 1)
	end, d, ok := s.decade(k)
	if !ok && k > i+1 {
		end, d, ok = s.decadeInWords(k)
	}
	if c, next, isNumber := s.ordinal(k); !ok && isNumber && c > 9 && c < 22 && s.isVal(next, cUnit, unitCentury) {
		d, end, ok = newReading(DATE, opAbsolute, GrainCentury), next+1, true
		d.year = (c - 1) * 100
	}
	if !ok {
		return s.yearOf(i, r, n)
	}
	d.half, d.Mod = n, Start
	if n == 2 {
		d.Mod = End
	}
	return end, d, true
}

// decadeInWords reads "nineties", "roaring twenties" at k; not where ages or
// temperatures are spoken of.
func (s *scanner) decadeInWords(k int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainDecade)
	century := 19
	if s.valIn(k, cNumber, 17, 20) {
		century = s.val0(k, cNumber)
		k++
		if s.punct(k, '-') {
			k++
		}
	}
	if s.isVal(k, cDecade, 0) {
		k++
	}
	decade, _ := s.val(k, cDecade)
	if decade == 0 || s.hyphened(k) {
		return 0, r, false
	}
	if s.measured(k) {
		return 0, r, false
	}
	r.year = century*100 + decade
	return k + 1, r, true
}

// measured reports whether the decade at k is one of ages or degrees: "in his
// fifties", "highs in the 60s".
func (s *scanner) measured(k int) bool {
	for i := max(0, k-decadeReach); i < min(len(s.toks), k+decadeReach); i++ {
		if s.toks[i].isVal(cNoTime, 2) || i < k && i > k-4 && s.toks[i].is(cOwner) {
			return true
		}
	}
	return false
}

// decadeReach is how far from "the fifties", in tokens, a word of temperature
// makes them degrees.
const decadeReach = 8

// fiscalCode reports whether token i is "FY2018" or "FY18".
func (s *scanner) fiscalCode(i int) bool {
	t := &s.toks[i]
	n := t.end - t.start
	if n != 4 && n != 6 || t.kind != tokWord || !s.begins(i, "fy") {
		return false
	}
	for _, c := range []byte(s.src[t.start+2 : t.end]) {
		if !isDigit(c) {
			return false
		}
	}
	return true
}

// fiscalYear reads "FY2018", "FY18" and "FY 18" at i.
func (s *scanner) fiscalYear(i int) (y, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	if s.wordIs(i, "fy") && s.is(i, cFiscal) && i+1 < s.hi && s.toks[i+1].kind == tokNumber && s.toks[i+1].end-s.toks[i+1].start == 2 {
		return 2000 + int(s.toks[i+1].num), i + 2, true
	}
	if s.toks[i].b|0x20 != 'f' || !s.fiscalCode(i) {
		return 0, i, false
	}
	for _, c := range []byte(s.src[s.toks[i].start+2 : s.toks[i].end]) {
		y = y*10 + int(c-'0')
	}
	if y < 100 {
		y += 1900
		if y < 1940 {
			y += 100
		}
	}
	return y, i + 1, y >= 1000 && y < 2200
}

// namedYear reads "year 2000", "year two thousand", "2018 fiscal year" at k,
// after an article.
func (s *scanner) namedYear(k int) (y, next int, ok bool) {
	if y, next, ok := s.year(k); ok && s.is(next, cFiscal) && s.oneOf(next+1, unitYear) {
		return y, next + 2, true
	}
	if !s.isVal(k, cUnit, unitYear) || s.toks[k].plural() {
		return 0, k, false
	}
	if y, next, ok := s.year(k + 1); ok {
		return y, next, true
	}
	if !s.isVal(k+1, cNumber, 2) || !s.isVal(k+2, cNumber, 1000) {
		return 0, k, false
	}
	y, next = 2000, k+3
	at := next
	if s.wordIs(at, "and") {
		at++
	}
	if s.valIn(at, cNumber, 0, 99) {
		n, after, _ := s.number(at)
		if n%10 == 0 && s.valIn(after, cNumber, 0, 9) {
			n, after = n+s.val0(after, cNumber), after+1
		}
		if n < 100 {
			y, next = y+n, after
		}
	}
	return y, next, true
}

// eraAt returns how many tokens of "BC", "B.C.", "B.C.E.", "AD" stand at i, 0
// for none.
func (s *scanner) eraAt(i int) int {
	if i >= len(s.toks) || s.toks[i].kind != tokWord || s.toks[i].breaks > 0 {
		return 0
	}
	if s.toks[i].is(cEra) {
		return 1
	}
	if !s.wordIs(i, "b") && !s.wordIs(i, "a") || !s.toks[i].capital {
		return 0
	}
	second := byte('c')
	if s.wordIs(i, "a") {
		second = 'd'
	}
	if !s.punctAt(i+1, '.') || i+2 >= len(s.toks) || !s.glues(i+1) || s.toks[i+2].b|0x20 != second || s.toks[i+2].end-s.toks[i+2].start != 1 {
		return 0
	}
	n := 3
	if s.punctAt(i+n, '.') && s.toks[i+n].glued {
		n++
	}
	if n == 4 && s.wordIs(i+n, "e") && s.toks[i+n].glued {
		n++
		if s.punctAt(i+n, '.') && s.toks[i+n].glued {
			n++
		}
	}
	return n
}

// annoDomini reports whether "AD" or "A.D." stands before the number at i.
func (s *scanner) annoDomini(i int) bool {
	if i == 0 || s.toks[i].kind != tokNumber || s.toks[i].breaks > 0 {
		return false
	}
	if s.wordIs(i-1, "ad") {
		return s.toks[i-1].is(cEra)
	}
	return i > 3 && s.toks[i-1].punct('.') && s.wordIs(i-2, "d") && s.eraAt(i-4) == 4
}

// yearOfEra reads "44 B.C.", "509 BC", "A.D. 79", "79 AD" at i.
func (s *scanner) yearOfEra(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainYear)
	if i >= s.hi {
		return 0, r, false
	}
	if n := s.eraAt(i); n > 0 && i+n < s.hi && s.annoDomini(i+n) && s.toks[i+n].num > 0 && s.toks[i+n].num < 2200 {
		r.year = int(s.toks[i+n].num)
		return i + n + 1, r, true
	}
	t := &s.toks[i]
	n := s.eraAt(i + 1)
	if n == 0 || t.kind != tokNumber || t.num < 1 || t.num > 9999 || t.glued && i > 0 && s.toks[i-1].b != '"' && s.toks[i-1].b != '(' {
		return 0, r, false
	}
	if s.toks[i+1].b|0x20 == 'a' {
		r.year = int(t.num)
		return i + 1 + n, r, t.num < 2200
	}
	if t.num > 1700 && t.num < 2100 && s.toks[i+1].is(cEra) {
		return 0, r, false // 1998 BC Hydro
	}
	r.op, r.value = opBefore, "BC"+pad(int(t.num), 4)
	return i + 1 + n, r, true
}

// centuryOfEra reads the era at k after the nth century.
func (s *scanner) centuryOfEra(k int, r Reading, n int) (int, Reading, bool) {
	r.Grain = GrainCentury
	end := k + s.eraAt(k)
	if s.toks[k].b|0x20 == 'a' {
		r.op, r.year = opAbsolute, (n-1)*100
		return end, r, n > 0 && n < 22
	}
	r.op, r.value = opBefore, "BC"+pad(n-1, 2)
	return end, r, n > 0 && n < 100
}

// ofThatYear reports whether the number at i is the year of the noun after it
// rather than its count: "the 1988 elections", but not "the 2000 troops".
func (s *scanner) ofThatYear(i int) bool {
	return s.beforeVal(i, cArticle, theArticle) && !s.round(i) && s.toks[i].num > 1850 && s.toks[i].num < 2100 && i+1 < len(s.toks) && s.toks[i+1].classes() == 0 && !s.wordIs(i+1, "people") && !s.wordIs(i+1, "men")
}
