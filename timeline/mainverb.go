package timeline

// mainReach is how many tokens of a sentence are looked at on each side of a
// weekday for the verb that it dates.
const mainReach = 40

// datesMainVerb reports whether the weekday at token i dates the main verb of its
// sentence, a past tense. It takes the verb of saying before it, the first past
// tense of the sentence if it stands before it, or the first one after it: each
// outside of a subordinate clause, and no participle that a main verb follows.
// agency tells of the first kind, of verbs right behind the weekday, and of
// sentences that end in who said so.
func (s *scanner) datesMainVerb(i int) (dates, agency bool) {
	before := i - 1
	if s.wordIs(before, "on") {
		before--
	} else if s.is2(before, cPhase) {
		before--
	} else if s.is2(before, cPreposition|cClockCue|cJoin|cLink|cArticle) {
		return false, false
	}
	if s.statedOn(before) {
		return true, true
	}
	verb := -1
	if before >= 0 && !s.stops(before, before+1) {
		verb = s.verbBefore(before)
	} else if !s.verbAt(i + 1) {
		return s.leads(s.afterDay(i)), s.attributed(i)
	}
	if verb < 0 || s.verbAt(i+1) && !s.saying(verb) && s.participle(verb) {
		ok := s.verbAt(i+1) && s.freeBefore(before)
		return ok, ok
	}
	if s.wordIs(verb-1, "was") || s.wordIs(verb-1, "were") {
		verb-- // were killed
	}
	switch {
	case s.notPast(verb - 1):
		return false, false
	case s.saying(verb):
		free := s.freeClause(verb - 1)
		return free, free
	case verb > 0 && s.toks[verb-1].punct(','): // a participle: "The church, built in 1769,"
		return false, false
	}
	dates = s.freeBefore(verb-1) && s.verbBefore(verb-1) < 0 && !s.verbFollows(s.afterDay(i))
	return dates, dates && s.attributed(i)
}

// statedOn reports whether the words up to token k say that somebody spoke: what
// follows is the day on which they did. "speaking on Friday", "in a statement
// issued on Friday".
func (s *scanner) statedOn(k int) bool {
	if s.wordIs(k, "released") || s.wordIs(k, "issued") {
		k--
	}
	return s.wordIs(k, "speaking") || s.wordIs(k, "statement") && s.is2(k-1, cArticle)
}

// notPast reports whether the word at token k, or the one before it, makes a verb
// behind it no past tense of the news: "will quit", "had long resigned".
func (s *scanner) notPast(k int) bool {
	for n := k; n >= 0 && n > k-2; n-- {
		if s.wordIs(n, "had") || s.wordIs(n, "will") || s.wordIs(n, "would") || s.is2(n, cFutureCue) {
			return true
		}
	}
	return false
}

// attributed reports whether the sentence of token i tells behind it who said so:
// "…, police said.", "…, said the mayor.", but not "…, he said."
func (s *scanner) attributed(i int) bool {
	comma, said := -1, false
	for k, end := i+1, i+mainReach; k < len(s.toks) && k < end; k++ {
		switch {
		case s.stops(k-1, k):
			return said
		case s.toks[k].punct(',') && said: // "…, police said, when"
			return true
		case s.toks[k].punct(','):
			comma = k
		case comma >= 0 && (s.saying(k) && !s.is2(k-1, cPronoun) || s.wordIs(k, "according") && s.wordIs(k+1, "to")):
			said = true
		}
	}
	return said
}

// participle reports whether the past tense at token k may be a participle before
// a noun: "the besieged town", "a US-led force".
func (s *scanner) participle(k int) bool {
	return !s.toks[k].is(cPastVerb) && k > 0 && s.toks[k-1].kind == tokWord && !s.toks[k-1].capital
}

// leads reports whether the first verb of the clause from token k on, behind a
// comma or not, is a past tense: "On Friday, the court ordered".
func (s *scanner) leads(k int) bool {
	if k < len(s.toks) && s.toks[k].punct(',') {
		k++
	}
	for end := k + mainReach; k < len(s.toks) && k < end && !s.stops(k-1, k); k++ {
		t := &s.toks[k]
		switch {
		case s.saying(k), s.isPast(k):
			return true
		case t.kind == tokPunct && t.b != '\'' && t.b != '-', s.subordinates(k), t.is(cFutureCue), s.wordIs(k, "had"), s.wordIs(k, "has"), s.wordIs(k, "have"):
			return false
		}
	}
	return false
}

// afterDay returns the first token after the weekday at i and the part of the day
// behind it.
func (s *scanner) afterDay(i int) int {
	if s.is2(i+1, cPart) {
		return i + 2
	}
	return i + 1
}

// verbBefore returns the last past tense or verb of saying from token k back to
// the start of the sentence, -1 for none.
func (s *scanner) verbBefore(k int) int {
	for floor := k - mainReach; k >= 0 && k > floor && !s.stops(k, k+1) && !s.toks[k].punct(';'); k-- {
		if s.saying(k) || s.isPast(k) && !s.toks[k].glued {
			return k
		}
	}
	return -1
}

// verbAt reports whether a past tense stands at token k, perhaps behind the part
// of the day and an adverb: "Friday night abruptly left".
func (s *scanner) verbAt(k int) bool {
	if s.is2(k, cPart) {
		k++
	}
	if k < len(s.toks) && s.toks[k].kind == tokWord && s.manner(k) {
		k++
	}
	return k < len(s.toks) && !s.stops(k-1, k) && (s.saying(k) || s.isPast(k))
}

// verbFollows reports whether a finite verb follows from token k on in the same
// clause, so that the one before was a participle: "killed on Friday was".
func (s *scanner) verbFollows(k int) bool {
	for end := k + mainReach; k < len(s.toks) && k < end && !s.stops(k-1, k); k++ {
		t := &s.toks[k]
		if t.kind == tokPunct && t.b != '\'' && t.b != '"' || s.subordinates(k) || s.wordIs(k, "and") || s.wordIs(k, "to") || s.wordIs(k, "but") {
			return false
		}
		if s.isPast(k) || s.wordIs(k, "has") || s.wordIs(k, "have") || s.wordIs(k, "is") || s.wordIs(k, "are") || s.wordIs(k, "will") || s.wordIs(k, "was") || s.wordIs(k, "were") {
			return true
		}
	}
	return false
}

// subordinates reports whether token k opens a subordinate clause.
func (s *scanner) subordinates(k int) bool {
	t := &s.toks[k]
	switch t.end - t.start {
	case 2:
		return s.wordIs(k, "if") || s.wordIs(k, "as")
	case 3:
		return s.wordIs(k, "who")
	case 4:
		return s.wordIs(k, "that") || s.wordIs(k, "when") || s.wordIs(k, "whom")
	case 5:
		return s.wordIs(k, "which") || s.wordIs(k, "whose") || s.wordIs(k, "where") || s.wordIs(k, "while") || s.wordIs(k, "after") || s.wordIs(k, "since")
	case 6:
		return s.wordIs(k, "before")
	case 7:
		return s.wordIs(k, "because")
	}
	return false
}

// freeBefore reports whether no subordinate clause opens from token k back to the
// start of the sentence.
func (s *scanner) freeBefore(k int) bool {
	for floor := k - mainReach; k >= 0 && k > floor && !s.stops(k, k+1); k-- {
		if s.subordinates(k) {
			return false
		}
	}
	return true
}

// freeClause reports whether none opens from token k back to the comma or the
// start of the sentence.
func (s *scanner) freeClause(k int) bool {
	for floor := k - mainReach; k >= 0 && k > floor && !s.stops(k, k+1) && !s.toks[k].punct(','); k-- {
		if s.subordinates(k) {
			return false
		}
	}
	return true
}
