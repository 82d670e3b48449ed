package timeline

// matchPeriod reads quarters, halves, seasons, decades and centuries.
func (s *scanner) matchPeriod(i int) (int, Reading, bool) {
	r := newReading(DATE, opQuarter, GrainQuarter)
	mod, k := s.phase(i)
	r.Mod = mod
	k = s.yearBefore(s.skipArticle(k), &r)
	if n, next, ok := s.ordinal(k); ok {
		if r.ofYear || r.year >= 0 {
			return s.quarterAfter(next, r, n)
		}
		if s.punct(next, '-') && s.glued(next) {
			if k > i && mod == "" {
				return 0, r, false // the article belongs to the noun: "a third-quarter loss"
			}
			next++
		}
		switch {
		case s.is(next, cUnit) && s.val(next, cUnit) == 9 && n <= 4 && !s.toks[next].e.plural:
			return s.yearOf(next+1, r, n)
		case s.is(next, cHalf) && n <= 2:
			r.Grain = GrainHalf
			return s.yearOf(next+1, r, n)
		case s.is(next, cUnit) && s.val(next, cUnit) == 12 && n > 9 && n < 22 && !(k > i && s.val(k-1, cArticle) == 2):
			r.op, r.Grain = opAbsolute, GrainCentury
			r.year = (n - 1) * 100
			return next + 1, r, true
		}
		return 0, r, false
	}
	if s.is(k, cSeason) && k < s.hi {
		r.Grain, r.op, r.unit, r.part = GrainSeason, opShift, GrainSeason, s.val(k, cSeason)
		end, q, _ := s.yearOf(k+1, r, 0)
		if q.ofYear {
			return end, q, true
		}
		if q.year >= 0 {
			q.op = opAbsolute
			return end, q, true
		}
		if (k > i || s.before(i, cPreposition)) && s.before(k, cArticle) && s.seasonIsTime(k) && (mod != "" || s.ends(k+1) || s.is(k+1, cOf|cPreposition)) && !s.wordIs(k, "fall") {
			r.Relative = true
			return k + 1, r, true
		}
		return 0, r, false
	}
	return 0, r, false
}

// matchReported reads the quarter that a report is about: "the quarter", "the
// latest quarter", "the period", "the year-earlier quarter", "year-ago".
func (s *scanner) matchReported(i int) (int, Reading, bool) {
	r := newReading(DATE, opReported, GrainQuarter)
	r.Relative, r.Discourse = true, true
	k := s.skipArticle(i)
	art := k > i && s.val(i, cArticle) == 1
	if s.is(k, cUnit) && s.val(k, cUnit) == 10 && !s.toks[k].e.plural && s.punct(k+1, '-') && s.glued(k+1) && s.glued(k+2) && (s.wordIs(k+2, "earlier") || s.wordIs(k+2, "ago")) {
		r.n = -1
		k += 3
		if s.reportedNoun(k) {
			return k + 1, r, true
		}
		if art {
			return 0, r, false
		}
		return k, r, true
	}
	if !art {
		return 0, r, false
	}
	if end, y, ok := s.matchBusinessYear(k); ok {
		return end, y, true
	}
	latest := s.wordIs(k, "latest")
	if latest {
		k++
	}
	if s.wordIs(k, "period") && !latest || !s.reportedNoun(k) || s.is(k+1, cAgo) {
		return 0, r, false
	}
	return k + 1, r, true
}

// matchBusinessYear reads what follows the article in "the year ended March
// 31", a length of time, and in "the fiscal year", "the year".
func (s *scanner) matchBusinessYear(k int) (int, Reading, bool) {
	if s.is(k, cFiscal) || s.wordIs(k, "full") {
		k++
	}
	r := newReading(DURATION, opDuration, NoGrain)
	if !s.is(k, cUnit) || s.val(k, cUnit) != 10 || s.toks[k].e.plural || s.punct(k+1, '-') && s.glued(k+1) || s.punct(k+1, '\'') || s.is(k+1, cAgo) {
		return 0, r, false
	}
	if next := k + 1; next < len(s.toks) && (s.wordIs(next, "ended") || s.wordIs(next, "ending")) {
		r.value = "P1Y"
		return k + 1, r, true
	}
	if !s.ends(k+1) && !s.toks[k+1].is(cPreposition|cLink|cOf) {
		return 0, r, false
	}
	r = newReading(DATE, opShift, GrainYear)
	r.Relative, r.unit, r.Discourse = true, GrainYear, false
	return k + 1, r, true
}

// reportedNoun reports whether token i is "quarter" or "period".
func (s *scanner) reportedNoun(i int) bool {
	return s.is(i, cUnit) && s.val(i, cUnit) == 9 && !s.toks[i].e.plural || i < s.hi && s.wordIs(i, "period")
}

// yearBefore reads what says the year before a quarter or half: "this year's",
// "year-ago", "1988", and "fiscal", which says nothing of it. It returns the
// index after it.
func (s *scanner) yearBefore(k int, r *Reading) int {
	next := k
	if shift, n, ok := s.relativeYear(k); ok && s.punct(n, '\'') && s.wordIs(n+1, "s") {
		next = n + 2
		r.yearShift, r.ofYear, r.Relative = shift, true, true
	} else if s.is(k, cUnit) && s.val(k, cUnit) == 10 && s.punct(k+1, '-') && s.glued(k+1) && (s.wordIs(k+2, "earlier") || s.wordIs(k+2, "ago")) {
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
	case s.is(k, cUnit) && s.val(k, cUnit) == 9 && n <= 4 && !s.toks[k].e.plural:
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
	if s.is(k, cFiscal) {
		k++
	}
	if y, next, ok := s.year(k); ok {
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
	art := s.is(k, cArticle)
	k = s.skipArticle(k)
	if end, d, ok := s.decade(k); ok {
		d.Mod = mod
		return end, d, true
	}
	if art && mod == "" && !s.is(k, cFiscal) {
		return 0, r, false
	}
	fiscal := s.is(k, cFiscal)
	if fiscal {
		k++
		if s.is(k, cUnit) && s.val(k, cUnit) == 10 {
			k++
		}
	}
	if k < s.hi && s.punct(k, '\'') && !fiscal {
		return 0, r, false
	}
	y, end, ok := s.year(k)
	if !ok || !fiscal && mod == "" && !s.yearAllowed(k, y) {
		return 0, r, false
	}
	r.year = y
	return end, r, true
}

// decade reads "1990s", "'90s" at i.
func (s *scanner) decade(i int) (int, Reading, bool) {
	r := newReading(DATE, opAbsolute, GrainDecade)
	k := i
	short := s.punct(k, '\'') && s.glued(k+1)
	if short {
		k++
	}
	if k >= s.hi || s.toks[k].kind != tokWord || s.toks[k].num < 0 {
		return 0, r, false
	}
	w := s.src[s.toks[k].start:s.toks[k].end]
	n := int(s.toks[k].num)
	switch {
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
		if s.named(i-1) && s.toks[i].breaks == 0 && !s.toks[i].glued {
			return false // Orion 1980
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
	if s.countFollows(i+1) || s.countRange(i) {
		return false
	}
	if y < 1500 || y > 2100 {
		return false
	}
	return true
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
