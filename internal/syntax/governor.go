package syntax

import (
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// Governor returns the verb group that a time at span hangs on: in "The
// minister told reporters in August that he would resign", told, not resign.
// span may be any part of the sentence; prepositions and articles before it
// need not be in it. ok is false where the sentence has no verb group.
//
// It takes the nearest group before the time, and the one behind where the
// time opens its clause ("In August the minister said"), stands between
// subject and verb ("the minister on Monday said") or behind a clause that has
// ended ("Smith, who left in May, on Monday said").
func (s *Sentence) Governor(span text.Span) (g VerbGroup, ok bool) {
	first, end := s.tokensIn(span)
	groups := s.VerbGroups()
	if len(groups) == 0 || first == end {
		return g, false
	}
	lead := s.lead(first)
	left, right := -1, -1
	for i := range groups {
		switch {
		case groups[i].End <= first:
			left = i
		case groups[i].First >= end && s.better(right, i):
			right = i
		}
	}
	switch {
	case left < 0 && right < 0:
		return groups[0], true // a time inside a group: will on Monday open
	case left < 0:
		return groups[right], true
	case right >= 0 && s.looksAhead(lead, end, &groups[left], &groups[right]):
		return groups[right], true
	}
	return groups[s.before(left, lead)], true
}

// better reports whether group i, behind a time, is more likely to govern it
// than group right, if there is one already: the first finite one, but for those
// of relative clauses.
func (s *Sentence) better(right, i int) bool {
	if right < 0 {
		return true
	}
	old, g := &s.verbs[right], &s.verbs[i]
	if g.Form != Finite || s.relative(g) {
		return false
	}
	return old.Form != Finite || s.relative(old) && s.has(tag.Comma, old.End, g.First)
}

// lead returns the first token of the phrase that a time at token i ends:
// "since early", "by the end of" before it.
func (s *Sentence) lead(i int) int {
	const most = 6
	for least := max(0, i-most); i > least; i-- {
		switch t := s.tags[i-1]; {
		case t == tag.DT, t == tag.TO, t == tag.PDT, tag.Adjectives.Has(t), t == tag.PRPS:
		case t == tag.IN && !s.class(i-1).has(isClause):
		case t == tag.IN && !tag.Nouns.Has(s.tagAt(i)) && s.tagAt(i) != tag.CD:
			return i
		case t == tag.IN:
			return i
		case t == tag.RB && tag.SetOf(tag.IN, tag.RB, tag.JJ, tag.CD).Has(s.tags[i]):
		default:
			return i
		}
	}
	return i
}

// looksAhead reports whether the time at tokens [lead, end) belongs to the
// group on its right rather than to the one on its left.
func (s *Sentence) looksAhead(lead, end int, left, right *VerbGroup) bool {
	adjacent := s.skipAdverbs(end) == right.First
	subject := !adjacent && s.subjectBetween(end, right.First)
	switch {
	case lead == 0:
		return true
	case s.tags[lead-1] == tag.Comma:
		behind := s.skipAdverbs(end)
		if s.tagAt(behind) == tag.Comma && behind+1 == right.First {
			return true
		}
		return adjacent || subject
	case s.opensClause(lead - 1):
		return adjacent || subject
	case !adjacent:
		return false
	case s.has(tag.Comma, left.End, lead):
		return true
	case left.Form != Finite, right.Form != Finite:
		return false // called him on Friday to say
	case s.relative(left):
		return false
	}
	return s.nounIn(left.End, lead)
}

// opensClause reports whether token i stands before a clause of its own.
func (s *Sentence) opensClause(i int) bool {
	switch t := s.tags[i]; {
	case t == tag.CC, t == tag.Colon, t == tag.Stop, t == tag.OpenQuote, t == tag.CloseQuote, t == tag.Open:
		return true
	case t == tag.WDT, t == tag.WP, t == tag.WRB, t == tag.WPS:
		return true
	}
	return s.class(i).has(isClause)
}

// subjectBetween reports whether tokens [from, to) are a subject and no end of
// a clause; one comma may stand before it.
func (s *Sentence) subjectBetween(from, to int) bool {
	if s.tagAt(from) == tag.Comma {
		from++
	}
	found := false
	for i := from; i < to; i++ {
		switch t := s.tags[i]; {
		case tag.Nouns.Has(t), t == tag.PRP, t == tag.EX, t == tag.CD, t == tag.DT:
			found = true
		case t == tag.Colon, t == tag.Stop, t == tag.WDT && !found, s.class(i).has(isClause) && !found:
			return false
		case t == tag.Comma && !found:
			return false
		}
	}
	return found
}

// relative reports whether a relative pronoun stands before g.
func (s *Sentence) relative(g *VerbGroup) bool {
	i := g.First - 1
	for i >= 0 && tag.Adverbs.Has(s.tags[i]) {
		i--
	}
	return i >= 0 && (s.tags[i] == tag.WDT || s.tags[i] == tag.WP || s.class(i).has(isClause))
}

func (s *Sentence) has(t tag.Tag, from, to int) bool {
	for i := from; i < to; i++ {
		if s.tags[i] == t {
			return true
		}
	}
	return false
}

func (s *Sentence) nounIn(from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.tags[i]; tag.Nouns.Has(t) || t == tag.PRP {
			return true
		}
	}
	return false
}

// before returns the group that a time at token lead hangs on, of those up to
// left: not one of a clause that a pair of commas has closed.
func (s *Sentence) before(left, lead int) int {
	if lead == 0 || s.tags[lead-1] != tag.Comma || left == 0 {
		return left
	}
	for i := lead - 2; i >= 0; i-- {
		if s.tags[i] != tag.Comma {
			continue
		}
		switch s.tags[i+1] {
		case tag.WDT, tag.WP, tag.WRB, tag.WPS:
			if s.verbs[left].First > i && s.verbs[left-1].End <= i {
				return left - 1
			}
		}
		return left
	}
	return left
}
