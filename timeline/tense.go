package timeline

import "factcheck/internal/lexicon/en"

// A tense is what the verbs round a time expression say of its direction.
type tense uint8

const (
	tenseless tense = iota
	past
	ahead
)

// How far a verb counts, in bytes: before an expression, before it in the past,
// and after one that leads its sentence.
const (
	tenseReach = 90
	pastReach  = 60
	afterReach = 160
)

// tense returns the tense of the verb that governs the tokens [i, end): the
// nearest one before them in their sentence, or the first after them where they
// stand at its head.
func (s *scanner) tense(i, end int) tense {
	t, head := s.tenseBefore(i)
	switch {
	case t != tenseless:
		return t
	case head:
		return s.tenseAfter(end)
	}
	return s.tenseAt(end)
}

// tenseAt returns the tense of the verb that stands at token k: "which in
// September said", "on Saturday was due to".
func (s *scanner) tenseAt(k int) tense {
	switch {
	case k >= len(s.toks) || s.stops(k-1, k):
		return tenseless
	case s.wordIs(k, "will"), s.is2(k, cToBe) && (s.wordIs(k+1, "to") || s.is2(k+1, cFutureCue)):
		return ahead
	case s.isPast(k) || s.saying(k):
		return past
	}
	return tenseless
}

// tenseBefore walks back from token i. head tells that nothing but a word or
// two stands before it in its sentence.
func (s *scanner) tenseBefore(i int) (t tense, head bool) {
	at, open, none := s.toks[i].start, false, true
	k := i - 1
	for ; k >= 0 && at-s.toks[k].end < tenseReach && !s.stops(k, k+1); k-- {
		switch {
		case s.wordIs(k, "until") || s.wordIs(k, "till"):
			open = open || none
		case s.putOff(k, i), s.isAhead(k, i):
			return ahead, false
		case s.toks[k].punct(';') || s.fixes(k):
			return tenseless, false
		case s.undone(k):
			return past, false
		case s.saying(k):
			return tenseless, false
		case s.isPast(k) && at-s.toks[k].end < pastReach:
			if open && !s.toks[k].is(cPastVerb) {
				return ahead, false // adjourned until Monday
			}
			return past, false
		}
		none = none && (s.toks[k].kind != tokWord || s.toks[k].classes() != 0 || s.toks[k].end-s.toks[k].start == 1)
	}
	head = k < 0 && i < 4 || k >= 0 && s.stops(k, k+1) && i-k < 5
	if open && !head {
		return ahead, false
	}
	return tenseless, head
}

// otherClause reports whether a comma or semicolon parts token i from the past tense
// before it, so that another verb may govern what stands at i: "The side, who lost last
// week, travel to Brayfield on Tuesday".
func (s *scanner) otherClause(i int) bool {
	parted := false
	for k := i - 1; k >= 0 && s.toks[i].start-s.toks[k].end < pastReach && !s.stops(k, k+1); k-- {
		if s.isPast(k) {
			return parted
		}
		parted = parted || s.toks[k].punct(',') || s.toks[k].punct(';')
	}
	return false
}

// fixes reports whether "and" at k goes on with the present of a verb that
// tells what a calendar fixes: "lost on Sunday and meet again on Tuesday". The verb
// before it then says nothing of what follows.
func (s *scanner) fixes(k int) bool {
	t := &s.toks[k]
	if !t.isVal(cJoin, 2) || k+1 >= len(s.toks) || s.toks[k+1].kind != tokWord || s.toks[k+1].end-s.toks[k+1].start > maxWord {
		return false
	}
	n := &s.toks[k+1]
	return calendar(lowerASCII(s.src[n.start:n.end]))
}

// tenseAfter walks on from token end to the first verb that has a tense.
func (s *scanner) tenseAfter(end int) tense {
	from := s.toks[end-1].end
	for k := end; k < len(s.toks) && s.toks[k].start-from < afterReach && !s.stops(k-1, k); k++ {
		switch {
		case s.wordIs(k, "will"), s.wordIs(k, "to") && s.is2(k-1, cToBe), s.toks[k].is(cFutureCue) && s.is2(k-1, cToBe):
			return ahead
		case s.saying(k):
			return tenseless
		case s.isPast(k):
			return past
		}
	}
	return tenseless
}

// isAhead reports whether token k puts what follows it, up to token i, ahead.
func (s *scanner) isAhead(k, i int) bool {
	t := &s.toks[k]
	switch {
	case t.is(cFutureCue):
		adjective := t.glued && k > 0 && s.toks[k-1].b == '-' || s.is2(k-1, cArticle) // better-than-expected, the planned visit
		return !adjective && !s.undone(k)
	case t.is(cIntent):
		return s.wordIs(k+1, "to") && !s.undone(k)
	case t.is(cStarting):
		return k >= i-t.val0(cStarting)
	case s.wordIs(k, "to"):
		return s.is2(k-1, cToBe) || s.wordIs(k+1, "be") && !s.is2(k-1, cFutureCue)
	case s.wordIs(k, "as"):
		return s.wordIs(k-1, "soon") || s.wordIs(k-1, "early")
	case s.wordIs(k, "of"):
		return k >= i-3 && (s.wordIs(k-1, "ahead") || s.wordIs(k-1, "eve"))
	}
	return false
}

// is2 is is for tokens outside the window.
func (s *scanner) is2(k int, c class) bool { return k >= 0 && k < len(s.toks) && s.toks[k].is(c) }

// undone reports whether what token k puts ahead did not come to that: "had
// been due", "as previously planned", "had hoped to".
func (s *scanner) undone(k int) bool {
	adverb := 0
	if k > 0 && s.manner(k-1) {
		adverb = 1 // had been widely expected
	}
	if s.toks[k].is(cIntent) {
		return s.wordIs(k-1-adverb, "had") // had hoped to
	}
	return s.toks[k].is(cFutureCue) && (s.wordIs(k-1-adverb, "been") && s.wordIs(k-2-adverb, "had") || s.wordIs(k-1, "previously") || s.wordIs(k-1, "originally"))
}

// manner reports whether token k is an adverb in -ly.
func (s *scanner) manner(k int) bool {
	w := s.src[s.toks[k].start:s.toks[k].end]
	return len(w) > 4 && en.Is(w, en.LyEnding)
}

// putOff reports whether token k puts something off to what stands at i:
// "postponed until Monday", "set for Friday".
func (s *scanner) putOff(k, i int) bool {
	if !s.toks[k].is(cPutOff) {
		return false
	}
	for n := i - 1; n > k && n >= i-3; n-- {
		if s.wordIs(n, "until") || s.wordIs(n, "till") || s.wordIs(n, "to") || s.wordIs(n, "for") {
			return true
		}
	}
	return false
}

// saying reports whether token k is a verb of saying with a tense: not "to be
// announced".
func (s *scanner) saying(k int) bool {
	return s.toks[k].is(cSayCue) && !s.wordIs(k-1, "be")
}

// isPast reports whether token k is a finite past tense: a form in -ed or an
// irregular one, not a participle after "be".
func (s *scanner) isPast(k int) bool {
	t := &s.toks[k]
	if s.wordIs(k-1, "be") || s.wordIs(k-1, "is") || s.wordIs(k-1, "are") {
		return false // to be published, is heard
	}
	if s.is2(k-1, cArticle) {
		return false // the planned visit, the cut, the Lent lunch
	}
	if t.is(cPastVerb) {
		ahead := s.wordIs(k+1, "to") && (s.wordIs(k, "was") || s.wordIs(k, "were") || s.wordIs(k, "had"))
		return !ahead && !s.wordIs(k-1, "to") // was to meet, to put
	}
	w := s.src[t.start:t.end]
	if len(w) > 2 && w[:2] == "un" {
		return false // an adjective: an unspecified day
	}
	return t.kind == tokWord && !t.capital && len(w) > 4 && w[len(w)-3] != 'e' && !t.is(cFutureCue|cSayCue|cPastCue|cIntent|cNumber) && en.Is(w, en.EdEnding)
}

// stops reports whether token k ends a sentence, next being the token after
// the gap.
func (s *scanner) stops(k, next int) bool {
	t := &s.toks[k]
	if next < len(s.toks) && s.toks[next].breaks >= 2 {
		return true
	}
	if t.kind != tokPunct || t.b != '.' && t.b != '!' && t.b != '?' || s.abbreviates(k) {
		return false
	}
	after := k + 1
	for after < len(s.toks) && s.toks[after].glued && (s.toks[after].punct('"') || s.toks[after].punct('\'')) {
		after++
	}
	return after >= len(s.toks) || !s.toks[after].glued
}

// saidReach is how many tokens may stand between a verb of saying and the day
// on which it was said: "told reporters in Paris on Friday".
const saidReach = 8

// saidBefore reports whether a verb of saying stands close before token i.
func (s *scanner) saidBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-saidReach && !s.stops(k, k+1); k-- {
		if s.saying(k) {
			return true
		}
		if s.isPast(k) || s.toks[k].is(cFutureCue|cClause) {
			return false
		}
	}
	return false
}
