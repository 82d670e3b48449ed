package syntax

import (
	"slices"

	"factcheck/internal/syntax/tag"
)

// A NounGroup is a noun with what stands before it: article, possessor,
// numbers, adjectives, nouns. What follows ("of the bank", "who left") is not
// part of it. A pronoun is a group of one token.
type NounGroup struct {
	First, End int // its tokens, End not included; numbers behind a name are in it
	Head       int // the token of the noun, of a number alone the number
	Pronoun    bool
	Proper     bool // the head is a name
}

// NounGroups returns the noun groups of the sentence in order. They do not
// overlap.
func (s *Sentence) NounGroups() []NounGroup {
	if s.read&readNouns != 0 {
		return s.nouns
	}
	tags := s.Tags()
	s.read |= readNouns
	s.nouns = slices.Grow(s.nouns[:0], len(tags)/tokensANoun)
	for i := 0; i < len(tags); {
		g, ok := s.nounGroupAt(i)
		if ok {
			s.nouns = append(s.nouns, g)
		}
		i = max(g.End, i+1)
	}
	return s.nouns
}

// nounGroupAt reads the noun group that begins with token i, if one does.
func (s *Sentence) nounGroupAt(i int) (NounGroup, bool) {
	if t := s.tags[i]; t == tag.PRP || t == tag.EX || t == tag.WP {
		return NounGroup{First: i, End: i + 1, Head: i, Pronoun: true}, true
	}
	g := NounGroup{First: i, Head: -1}
	k := i
	for k < len(s.tags) && s.inNounGroup(i, k) {
		if t := s.tags[k]; tag.Nouns.Has(t) {
			g.Head = k
		}
		k++
	}
	if g.Head < 0 {
		g.Head = s.lastNumber(i, k)
	}
	if g.Head < 0 && k > i+1 && s.tags[i] == tag.DT && tag.Adjectives.Has(s.tags[k-1]) && tag.Finite.Has(s.tagAt(k)) {
		g.Head = k - 1 // the general denied
	}
	if g.Head < 0 {
		return NounGroup{End: k}, false
	}
	g.End = g.Head + 1
	g.Proper = tag.ProperNouns.Has(s.tags[g.Head])
	for g.Proper && s.tagAt(g.End) == tag.CD {
		g.End++ // Flight 12, June 3
	}
	return g, true
}

func (s *Sentence) lastNumber(first, end int) int {
	for k := end - 1; k >= first; k-- {
		if s.tags[k] == tag.CD {
			return k
		}
	}
	return -1
}

// inNounGroup reports whether token k goes on with the noun group that begins
// with token first.
func (s *Sentence) inNounGroup(first, k int) bool {
	switch t := s.tags[k]; {
	case tag.Nouns.Has(t), tag.Adjectives.Has(t), t == tag.CD, t == tag.Dollar:
		return true
	case t == tag.DT, t == tag.PRPS:
		return k == first || s.tags[k-1] == tag.PDT
	case t == tag.PDT:
		return k == first
	case t == tag.POS, t == tag.Hyphen:
		return k > first
	case t == tag.VBN, t == tag.VBG:
		return s.premodifier(k)
	case tag.Adverbs.Has(t):
		next := s.tagAt(k + 1)
		return tag.Adjectives.Has(next) || next == tag.CD || next == tag.VBN && s.premodifier(k+1)
	}
	return false
}
