package timeline

import (
	"slices"
	"strings"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// titleReach is how many words before a title may say that it is held no more
// or not yet: the former two-term Republican president. Chosen.
const titleReach = 4

// officeHeld returns the words of an office's pattern where they stand in one noun
// phrase, title and bearer in a run of capitals: US President Barack Obama. Nil if
// there is no such phrase, or its words say that the office is not held: former
// President, President-elect, Vice President, a President Obama.
func (s *scanner) officeHeld(groups []wordGroup) []text.Span {
	for i := 0; i < len(s.toks); i++ {
		end := s.capitals(i)
		if words := s.groupsIn(groups, i, end); words != nil && s.holds(i, end) {
			return words
		}
		i = max(i, end)
	}
	return nil
}

// capitals returns where the run of capitalised words ends that begins with token
// i. The point of an abbreviation or initial parts nothing.
func (s *scanner) capitals(i int) int {
	for k := i; ; k++ {
		if k >= len(s.toks) || k > i && s.toks[k].breaks > 1 {
			return k
		}
		t := &s.toks[k]
		point := t.kind == tokPunct && t.b == '.' && t.glued && k > i && k+1 < len(s.toks) && s.toks[k+1].capital && s.toks[k-1].end-s.toks[k-1].start == 1
		if !point && (t.kind != tokWord || !t.capital) {
			return k
		}
	}
}

// groupsIn returns a word among tokens [from, to) for every group, nil unless each
// has one.
func (s *scanner) groupsIn(groups []wordGroup, from, to int) []text.Span {
	if to-from < len(groups) {
		return nil
	}
	var words []text.Span
	for _, g := range groups {
		at := from
		for at < to && !(s.toks[at].kind == tokWord && s.inGroup(at, g)) {
			at++
		}
		if at == to {
			return nil
		}
		words = append(words, text.Span{Start: int(s.toks[at].start), End: int(s.toks[at].end)})
	}
	return words
}

// holds reports whether the bearer of the title in tokens [from, to) holds it.
func (s *scanner) holds(from, to int) bool {
	if slices.ContainsFunc(s.toks[from:to], s.denies) || from > 0 && s.toks[from-1].b == '-' && s.toks[from].glued {
		return false
	}
	if from < len(s.toks) && s.classed(&s.toks[from], en.IndefiniteArticle) {
		return false
	}
	for k := from - 1; k >= max(0, from-titleReach); k-- {
		t := &s.toks[k]
		switch {
		case s.denies(*t), k == from-1 && s.classed(t, en.IndefiniteArticle):
			return false
		case t.capital, t.kind == tokPunct && t.b != '-', t.is(cPreposition | cLink | cClause | cOf):
			return true
		}
	}
	return true
}

// denies reports whether a word beside a title says that it is another's or of
// another time.
func (s *scanner) denies(t token) bool {
	return s.classed(&t, en.Former) || s.classed(&t, en.Coming) || s.classed(&t, en.Lesser)
}

func (s *scanner) classed(t *token, c en.Class) bool {
	return t.kind == tokWord && en.Is(strings.ToLower(s.src[t.start:t.end]), c)
}
