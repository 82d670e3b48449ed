package elapsed

import (
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/roles"
)

// What an age is said of, see fact.Age.Said.
const (
	saidNow      = "now"
	saidThen     = "then"
	saidDeath    = "death"
	saidBirthday = "birthday"
)

// oldestPerson is the age in years beyond which a number is none of a person, but
// where the words leave no doubt that it is one's age.
const oldestPerson = 120

// oldestWritten is the age up to which such words are read.
const oldestWritten = 999

// agesOf reads the births, deaths and ages of the sentence.
func (r *elapsedReader) agesOf() {
	for i := range r.ps {
		switch p := &r.ps[i]; {
		case p.kind == chunkTime:
			r.birthAt(i)
		case p.kind == chunkAge && p.length.unit == years:
			r.yearOld(i)
		case p.kind == chunkFigure && p.n >= 1 && (p.n <= oldestPerson || p.n <= oldestWritten && r.surelyAge(i)):
			r.bareAge(i)
		case p.of(en.Birthday) && r.p(i-1).kind == chunkOrdinal:
			r.addAge(i-1, i, r.ps[i-1].n, saidBirthday, r.person(i-1))
		}
	}
}

// birthAt reads the time at chunk i as that of a birth or a death: “born in Lyon on 3 May
// 1950”, “Jane Roe (1920-1985)”, “died on Tuesday”.
func (r *elapsedReader) birthAt(i int) {
	t := r.ps[i].time
	if j := i + 2; r.p(i-1).of(en.Bracket) && r.p(i+1).isDash() && r.p(j).kind == chunkTime && r.p(j+1).of(en.BracketEnd) && !t.Relative {
		if n := r.nameEnding(i - 2); n != nil {
			r.note(n.Canonical, t, r.ps[j].time)
		} else if r.p(i - 2).open() {
			r.note(unnamed, t, r.ps[j].time)
		}
		return
	}
	k := r.walk(i-1, -1, foundReach, func(k int, p *chunk) verdict {
		switch {
		case p.of(en.Born, en.Dying), p.of(en.BornShort) && r.p(k-1).of(en.Bracket, en.Comma):
			return hit
		case p.is(chunkTime | chunkLength), p.opensClause(), p.of(en.Semicolon, en.And):
			return bar
		}
		return pass
	})
	switch {
	case k < 0:
	case r.ps[k].of(en.Dying):
		r.note(r.person(k), nil, t)
	case !t.Relative:
		r.note(r.bearer(k, i), t, nil)
	}
}

// bearer returns who was born at chunks [k, i]: who is named before, or right
// behind where the sentence opens with it.
func (r *elapsedReader) bearer(k, i int) string {
	if k <= 1 && r.firstName() > r.ps[k].from {
		return r.namedBehind(i)
	}
	j := k - 1
	for r.p(j).of(en.Was, en.Who, en.Comma) {
		j--
	}
	if p := r.p(j); p.kind == chunkWord && r.nameEnding(j) == nil && (r.otherSubject(j) || personNoun(p) && !r.describes(j)) {
		return "" // met a man born in 1950
	}
	return r.person(k)
}

// otherSubject reports whether the noun at chunk j, with its article, is the subject of
// a clause that a conjunction opens: he was eight when the pup was born.
func (r *elapsedReader) otherSubject(j int) bool {
	return r.p(j).open() && r.p(j-1).of(en.Article) && r.p(j-2).opensClause()
}

// subjectReach is how many chunks behind an opening its subject stands.
const subjectReach = 13

// namedBehind returns whom the sentence names behind chunk i, before it says “he”.
func (r *elapsedReader) namedBehind(i int) string {
	j := r.walk(i+1, 1, subjectReach, func(_ int, p *chunk) verdict {
		switch {
		case p.of(en.SingleSubject):
			return bar
		case r.nameFrom(p.from) != nil:
			return hit
		}
		return pass
	})
	if j < 0 {
		return r.meant()
	}
	return r.nameFrom(r.ps[j].from).Canonical
}

// yearOld reads “45-year-old Jane Roe”, “Jane Roe, a 45-year-old nurse”, “is 45
// years old” and “the 45-year-old said”.
func (r *elapsedReader) yearOld(i int) {
	if r.p(i-1).isDash() && r.Toks[r.ps[i].from].Glued || r.p(i-1).of(en.Then) {
		r.age(i, saidThen, "")
		return
	}
	if n := r.bearsBehind(i); n != nil {
		r.age(i, saidNow, n.Canonical)
		return
	}
	k := i - 1
	for r.p(k).of(en.LightWord) && !r.p(k).of(en.IsOrWas, en.The) {
		k--
	}
	switch before := r.p(k); {
	case before.of(en.The) && !r.apposed(i) && r.firstName() == len(r.Toks) && r.refersBack(i):
		r.age(i, saidNow, r.meant())
		r.aging[len(r.aging)-1].refers = true
	case before.of(en.Was):
		r.age(i, saidThen, r.person(k))
	default:
		r.age(i, saidNow, r.bearerBefore(i, k))
	}
}

// nameReach is how many chunks behind an age its bearer's name begins.
const nameReach = 5

// bearsBehind returns the person whose name follows the age at chunk i: “45-year-old
// nurse Jane Roe”, at the beginning of a sentence behind a comma too; nil for none.
func (r *elapsedReader) bearsBehind(i int) *page.Name {
	k := r.walk(i+1, 1, nameReach, func(k int, p *chunk) verdict {
		switch {
		case r.nameFrom(p.from) != nil:
			return hit
		case p.of(en.Comma) && i <= 2 && r.p(k+1).kind != 0 && r.nameFrom(r.p(k+1).from) != nil:
			return pass
		case !p.is(chunkWord | chunkMark), p.parts() && !p.isDash(), p.of(en.Kin), p.opensClause(), lexicon.ClosedWord(p.lower):
			return bar
		}
		return pass
	})
	if k < 0 {
		return nil
	}
	return r.nameFrom(r.ps[k].from)
}

// apposed reports whether the article before the age at chunk i follows a name and a
// comma: “Jane Roe, the 45-year-old”.
func (r *elapsedReader) apposed(i int) bool { return r.p(i-2).of(en.Comma) && r.nameEnding(i-3) != nil }

// bearerBefore returns whose the age at chunk i is, behind chunk k, the last before it
// that is no light word; empty if nobody's that is known.
func (r *elapsedReader) bearerBefore(i, k int) string {
	before, kin := r.p(k), r.p(i+1).of(en.Kin)
	switch {
	case before.of(en.IndefiniteArticle), before.of(en.The) && r.apposed(i):
		switch {
		case r.apposed(i) && (!kin || r.p(i+2).of(en.Of)):
			return r.nameEnding(i - 3).Canonical
		case kin:
		case before.of(en.IndefiniteArticle) && r.p(k-1).of(en.IsForm):
			return r.subject(k - 1)
		case i == 1:
			return unnamed
		}
	case before.of(en.The):
		if !kin && (i == 1 || r.p(i-2).of(en.Comma) && r.p(0).of(en.Born)) {
			return unnamed
		}
	case before.of(en.Comma, en.Bracket):
		if r.closes(i + 1) {
			return r.surnameEnding(k - 1)
		}
	case before.of(en.IsForm, en.Am):
		return r.subject(k)
	}
	return ""
}

// refersBack reports whether “the 45-year-old” at chunk i means somebody
// already named: no noun follows but a title that the text gives that person.
func (r *elapsedReader) refersBack(i int) bool {
	next := r.p(i + 1)
	if next.kind != chunkWord {
		return next.kind == chunkMark && !next.isDash()
	}
	wants := next.of(en.SEnding) && !next.of(en.SsEnding) && (r.p(i+2).kind == chunkMark || lexicon.ClosedWord(r.p(i+2).lower)) // wants to retire
	return wants || r.roleOf(r.who, next.lower) || !next.open() || next.of(en.PlainSaying, en.EdEnding)
}

// roleOf reports whether the text gives a person a title.
func (r *elapsedReader) roleOf(person, title string) bool {
	role, ok := lexicon.Roles().Lookup(title)
	if !ok {
		return false
	}
	if r.roles == nil {
		r.roles = map[[2]string]bool{}
		for _, f := range roles.Read(r.D) {
			r.roles[[2]string{f.Holder, f.Title}] = true
		}
	}
	return r.roles[[2]string{person, role.Canonical}]
}

// bareAge reads the ages without “old”: “Jane Roe, 45,”, “aged 45”, “at the age
// of 45”, “died at 45”, “he was 45 when”, “turned 45”.
func (r *elapsedReader) bareAge(i int) {
	p, at := &r.ps[i], i
	for r.p(at - 1).of(en.AgeAdverb) {
		at--
	}
	before, next := r.p(at-1), r.p(i+1)
	if next.isDash() && r.Toks[next.from].Glued || next.of(en.HundredSign, en.Slash) || next.of(en.Colon) && r.p(i+2).kind == chunkFigure {
		return
	}
	switch {
	case before.of(en.Aged), before.of(en.Age) && !next.isDash():
		r.aged(i, at-1)
	case r.phrase(at-2, en.Age, en.Of):
		r.aged(i, at-2)
	case before.of(en.Of) && r.p(at-2).of(en.Person) && (next.kind != chunkWord || r.verbAt(i+1)):
		r.age(i, saidNow, "")
	case next.kind == chunkWord && !next.of(en.BehindAge):
	case r.phrase(at-3, en.Lived, en.To, en.Be):
		r.age(i, saidDeath, r.person(at-3))
	case r.phrase(at-2, en.Dying, en.At):
		r.age(i, saidDeath, r.person(at-2))
	case before.of(en.At) && r.tellsOfDeath() && next.closing() && p.n >= 10:
		r.age(i, saidDeath, r.person(at-1))
	case before.of(en.TurnedPast) && r.latelyBeside(i):
		r.addAge(at-1, i, p.n, saidNow, r.person(at-1))
	case before.of(en.Turns):
		r.addAge(at-1, i, p.n, saidBirthday, r.person(at-1))
	case r.Toks[p.from].Kind == page.TokenFigure: // not “is one of”
		r.figureAge(i, at)
	}
}

// figureAge reads the age in digits at chunk i behind the words that end before chunk at.
func (r *elapsedReader) figureAge(i, at int) {
	p, before, next := &r.ps[i], r.p(at-1), r.p(i+1)
	beforeComma := before.of(en.At) && next.of(en.Comma)
	switch {
	case before.of(en.At) && next.of(en.In) && r.p(i+2).kind == chunkTime && p.n >= 10 && p.n < 100 && r.p(at-2).kind == chunkWord && (r.here.births == 1 || r.lives[r.person(at-1)].born != nil):
		r.age(i, saidThen, r.person(at-1))
	case before.of(en.Now) && at == 1 && next.of(en.Comma):
		r.age(i, saidNow, r.bearer(0, i))
	case before.of(en.IsOrWas, en.Now, en.Be, en.Am):
		r.beingAge(i, at-1)
	case before.of(en.Comma, en.Bracket) && (next.kind == 0 || next.of(en.Comma, en.Bracket, en.BracketEnd, en.FullStop, en.BehindBirthAge)):
		if who := r.bearing(r.overBrackets(i-1) - 1); who != "" && !r.Listed(p.to) && r.bracketed(i) && p.n >= 5 {
			r.age(i, saidNow, who)
		}
	case beforeComma && r.p(i+2).of(en.I) && !r.any(i, len(r.ps), en.HadForm) && !r.has(en.DidOrWas):
		r.age(i, saidNow, r.speaker(i))
	case beforeComma && i <= 2:
		r.age(i, r.tense(i+1), r.bearer(0, i))
	case beforeComma && r.p(i+2).of(en.SingleSubject) && !lexicon.ClosedWord(r.p(at-2).lower):
		r.age(i, r.tense(i+1), r.person(i+3))
	case r.phrase(at-2, en.MakesNow, en.HimHer) && r.closes(r.overDay(i+1)):
		r.age(i, saidNow, r.person(at))
	case before.of(en.IAm):
		if who := r.speaker(i); who != "" && (r.closes(i+1) || next.of(en.And)) {
			r.age(i, saidNow, who)
		}
	case before.kind == 0 && r.phrase(i+1, en.When, en.SingleSubject):
		r.age(i, saidThen, r.bearer(0, i))
	}
}

// bracketed reports whether the figure at chunk i stands between two commas, or
// in brackets.
func (r *elapsedReader) bracketed(i int) bool {
	return r.p(i-1).of(en.Bracket) == r.p(i+1).of(en.BracketEnd)
}

// bracketReach is how many chunks a remark in brackets between a name and its age has.
const bracketReach = 7

// overBrackets returns the chunk that opens the bracket that ends before chunk
// k, k if none does.
func (r *elapsedReader) overBrackets(k int) int {
	if !r.p(k - 1).of(en.BracketEnd) {
		return k
	}
	open := r.walk(k-2, -1, bracketReach, func(_ int, p *chunk) verdict {
		if p.of(en.Bracket) {
			return hit
		}
		return pass
	})
	if open < 0 {
		return k
	}
	return open
}

// aged reads “aged 45” and “at the age of 45” at chunks [from, i]: right behind a name it
// is said of now, else of what the clause tells.
func (r *elapsedReader) aged(i, from int) {
	k := from
	if r.p(k - 1).of(en.The) {
		k--
	}
	if r.p(k - 1).of(en.At) {
		k--
	}
	now := k == from // “aged”, not “at the age of”
	lead := k
	if now && r.p(k-1).of(en.Currently) {
		lead--
	}
	named := r.nameEnding(lead - 1)
	if named == nil && r.p(lead-1).parts() {
		named = r.nameEnding(lead - 2)
	}
	dead, n := r.tellsOfDeath(), r.ps[i].n
	if named == nil && now && r.closes(i+1) {
		if who := r.surnameEnding(lead - 2); who != "" && r.p(lead-1).parts() && !dead {
			r.addAge(k, i, n, saidNow, who)
			return
		}
		named = r.introduces(from, i)
	}
	switch {
	case dead:
		r.addAge(k, i, n, saidDeath, r.person(k))
	case named != nil && now:
		r.addAge(k, i, n, saidNow, named.Canonical)
	case k <= 1:
		r.addAge(k, i, n, saidThen, r.bearer(0, i))
	default:
		r.addAge(k, i, n, saidThen, r.person(k))
	}
}

// tellsOfDeath reports whether the sentence says that somebody died.
func (r *elapsedReader) tellsOfDeath() bool { return r.has(en.Dying, en.Death) }

// beingAge reads the age at chunk i behind the verb or “now” at chunk k: “he is 45”, “Jane
// Roe, who is now 45,”, “she was 45 when”.
func (r *elapsedReader) beingAge(i, k int) {
	if r.p(k).of(en.Now) && r.p(k-1).of(en.IsForm, en.Comma) {
		k--
	}
	verb := r.p(k)
	k = r.overBrackets(k)
	next, subject := r.p(i+1), r.p(k-1)
	switch {
	case verb.of(en.Am):
		if who := r.speaker(k); subject.of(en.I) && (who != "" && r.closes(i+1) || next.of(en.And)) {
			r.age(i, saidNow, who)
		}
		return
	case verb.of(en.Be) && subject.of(en.Will, en.Would):
		r.addAge(k, i, r.ps[i].n, saidBirthday, r.person(k))
		return
	}
	who, ok := r.being(k, verb, next)
	switch {
	case !ok:
	case verb.of(en.Was):
		if said := r.wasAge(i, k); said != "" {
			r.age(i, said, who)
		}
	case verb.of(en.IsForm, en.Comma, en.Now) && (next.closing() || next.of(en.And)):
		r.age(i, saidNow, who)
	}
}

// being returns whose age stands with a form of be at chunk k; ok is false if it is no
// person's.
func (r *elapsedReader) being(k int, verb, next *chunk) (who string, ok bool) {
	subject, named := r.p(k-1), r.nameEnding(k-1)
	switch {
	case subject.of(en.AgedPronoun):
		return r.person(k), !(subject.of(en.Who) && r.oneOfSeveral(k-2))
	case named != nil:
		return named.Canonical, true
	case verb.of(en.Was) && subject.of(en.Comma) && next.of(en.When), verb.of(en.IsForm) && subject.isDash():
		return r.person(k), true
	case r.theNoun(k-1) && !verb.of(en.Be):
		return r.roleBearer(k - 1), true
	case k == 1 && !verb.of(en.Be) && r.surnameEnding(0) != "" && r.ps[0].unclassed():
		return r.surnameEnding(0), true
	}
	return r.person(k), verb.of(en.IsForm) && (r.p(k+1).of(en.Now) || subject.of(en.Comma)) || subject.of(en.And)
}

// oneOfSeveral reports whether a number or an indefinite pronoun, but for a comma, ends
// with chunk k: one, who is 26.
func (r *elapsedReader) oneOfSeveral(k int) bool {
	if r.p(k).of(en.Comma) {
		k--
	}
	return r.p(k).kind == chunkFigure || r.p(k).of(en.AnotherWord)
}

// wasAge returns what the age at chunk i behind “was” at chunk k is said of, empty if
// that is not clear.
func (r *elapsedReader) wasAge(i, k int) string {
	switch next := r.p(i + 1); {
	case r.p(k-2).of(en.When) && r.p(k-3).of(en.Comma): // in 1944, when she was 11
		return saidThen
	case next.of(en.When) && r.tellsOfEnd(i+2), next.kind == 0, next.of(en.FullStop):
		return saidDeath
	case next.of(en.WasWhen), next.of(en.Comma) && r.p(k-2).of(en.When):
		return saidThen
	}
	return ""
}

// surelyAge reports whether words make the figure at chunk i an age, however high it
// is: aged 145, at the age of 145, Jane Roe, 145, said.
func (r *elapsedReader) surelyAge(i int) bool {
	before, next := r.p(i-1), r.p(i+1)
	switch {
	case r.Toks[r.ps[i].from].Kind != page.TokenFigure || next.isDash():
		return false
	case before.of(en.Comma) && next.of(en.Comma):
		return r.fullName(i-2) && (r.verbAt(i+2) || r.p(i+2).of(en.Who) || i == 3)
	case before.of(en.IsForm) && (r.closes(i+1) || next.of(en.And)):
		return r.p(i-2).of(en.PersonPronoun, en.Who) || ofPerson(r.p(i-2))
	case before.of(en.Of) && !r.p(i-2).of(en.Age):
		return r.p(i - 2).of(en.Person)
	}
	return before.of(en.Aged, en.Turns, en.TurnedPast) || r.phrase(i-2, en.Age, en.Of)
}

// fullName reports whether the name of a person, first name and surname, ends with
// chunk i.
func (r *elapsedReader) fullName(i int) bool {
	n := r.nameEnding(i)
	return n != nil && n.Words[1]-n.Words[0] == 2
}

// personReach is how many chunks before an age may name whose it is. Chosen.
const personReach = 8

// ofPerson reports whether a word means people only, and is no owner: widow, not widow's.
func ofPerson(p *chunk) bool {
	return p.kind == chunkWord && (p.of(en.Person, en.PersonPronoun) || personNoun(p) || lexicon.PersonWord(p.lower))
}

// modifies reports whether the noun at chunk k belongs to another behind it: the guard
// room, the widow's house; not the widow says, the guard Ann Pole.
func (r *elapsedReader) modifies(k int) bool {
	next := r.p(k + 1)
	return r.Toks[r.p(k).from].Possessive || next.kind == chunkWord && next.open() && !r.verbAt(k+1) && r.nameFrom(next.from) == nil
}

// surelyPerson reports whether an age at chunks [from, i] is that of a person: of a
// man, a woman or the like behind it, or of somebody whom the words before "aged", a
// comma or "at the age of", or the subject behind it, name.
func (r *elapsedReader) surelyPerson(from, i int) bool {
	if r.roughly(from) {
		return false
	}
	if r.ps[i].kind == chunkAge {
		return ofPerson(r.p(i+1)) && !r.modifies(i+1)
	}
	person := func(k int, p *chunk) verdict {
		if (ofPerson(p) || r.fullName(k)) && !r.Toks[p.from].Possessive {
			return hit
		}
		return pass
	}
	return r.walk(from-1, -1, personReach, person) >= 0 || from <= 2 && r.walk(i+1, 1, subjectAfter, person) >= 0
}

// subjectAfter is within how many chunks behind an age that opens the sentence its
// subject stands: at the age of 81 the old gardener. Chosen.
const subjectAfter = 4
