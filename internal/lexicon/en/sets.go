package en

// SetOf returns the set of several classes, to be compared with those of a word by
// Meets.
func SetOf(classes ...Class) Set {
	var s Set
	for _, c := range classes {
		s.add(c)
	}
	return s
}

// Meets reports whether both have a class. No class is met by the empty set.
func (s *Set) Meets(other *Set) bool {
	for i := range s {
		if s[i]&other[i] != 0 {
			return true
		}
	}
	return false
}

// With returns the classes of both.
func (s Set) With(other *Set) Set {
	for i := range s {
		s[i] |= other[i]
	}
	return s
}

// And returns the classes that both have.
func (s Set) And(other *Set) Set {
	for i := range s {
		s[i] &= other[i]
	}
	return s
}

// ClauseEnd are the words where a clause ends, since they open another or what does as
// one. A comma, “and” and a verb may end one too: who asks looks for those himself.
var ClauseEnd = SetOf(ClauseWord, ClausePreposition, ClauseLike)
