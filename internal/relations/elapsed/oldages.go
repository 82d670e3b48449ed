package elapsed

import (
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// surelyAge reports whether words make the figure at chunk i an age, however high it
// is: aged 145, at the age of 145, Jane Roe, 145, said.
func (r *elapsedReader) surelyAge(i int) bool {
	before, next := r.p(i-1), r.p(i+1)
	switch {
	case r.Toks[r.ps[i].from].Kind != page.TokenFigure || next.kind == chunkMark && next.isDash():
		return false
	case before.is("aged"), before.is("of") && r.p(i-2).is("age"):
		return true
	case before.is(",") && next.is(","):
		return r.fullName(i-2) && (r.verbAt(i+2) || r.p(i+2).is("who") || i == 3)
	case before.is("is") && r.closes(i+1):
		return en.Is(r.p(i-2).lower, en.PersonPronoun) || r.p(i-2).is("who")
	}
	return false
}

// fullName reports whether the name of a person, first name and surname, ends with
// chunk i.
func (r *elapsedReader) fullName(i int) bool {
	n := r.nameEnding(i)
	return n != nil && n.Words[1]-n.Words[0] == 2
}

// personReach is how many chunks before an age may name whose it is. Chosen.
const personReach = 8

// surelyPerson reports whether an age at chunks [from, i] is that of a person: of a
// man, a woman or the like behind it, or of somebody whom the words before "aged", a
// comma or "at the age of" name.
func (r *elapsedReader) surelyPerson(from, i int) bool {
	if r.roughly(from) {
		return false
	}
	if r.ps[i].kind == chunkAge {
		next := r.p(i + 1)
		return en.Is(next.lower, en.Person) && !r.Toks[next.from].Possessive
	}
	for k := from - 1; k >= max(0, from-personReach); k-- {
		if p := &r.ps[k]; en.Is(p.lower, en.Person) || personNoun(p.lower) || en.Is(p.lower, en.PersonPronoun) || r.fullName(k) {
			return true
		}
	}
	return false
}
