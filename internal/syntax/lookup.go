package syntax

import "sort"

// NounGroupAt returns the noun group that the token at a byte offset stands in;
// false if it stands in none.
func (s *Sentence) NounGroupAt(offset int) (NounGroup, bool) {
	list, k := s.NounGroups(), s.tokenAt(offset)
	i := sort.Search(len(list), func(i int) bool { return list[i].End > k })
	if i < len(list) && list[i].First <= k {
		return list[i], true
	}
	return NounGroup{}, false
}

// VerbGroupAt returns the verb group that the token at a byte offset stands in;
// false if it stands in none.
func (s *Sentence) VerbGroupAt(offset int) (VerbGroup, bool) {
	list, k := s.VerbGroups(), s.tokenAt(offset)
	i := sort.Search(len(list), func(i int) bool { return list[i].End > k })
	if i < len(list) && list[i].First <= k {
		return list[i], true
	}
	return VerbGroup{}, false
}

// tokenAt returns the token at a byte offset, or the first behind it.
func (s *Sentence) tokenAt(offset int) int {
	tokens := s.Tokens()
	return sort.Search(len(tokens), func(i int) bool { return tokens[i].End > offset })
}
