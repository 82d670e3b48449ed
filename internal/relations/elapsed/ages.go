package elapsed

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/internal/values/roles"
	"factcheck/timeline"
)

// Ages returns each age of a person,
// in the order of the text.
func Ages(d *page.Page) []*fact.Age { return elapsedFacts(d).ages }

// A life is when a person was born and died, as far as the text says; nil times
// are not known.
type life struct{ born, died *timeline.Time }

// What an age is said of.
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
func (r *elapsedReader) agesOf(s *page.Sentence) {
	for i := range r.ps {
		switch p := &r.ps[i]; {
		case p.kind == chunkTime:
			r.birthAt(i)
		case p.kind == chunkAge && p.length.unit == years:
			r.yearOld(i)
		case p.kind == chunkFigure && p.n >= 1 && (p.n <= oldestPerson || p.n <= oldestWritten && r.surelyAge(i)):
			r.bareAge(i)
		case p.is("birthday") && r.p(i-1).kind == chunkOrdinal:
			r.addAge(i-1, i, r.ps[i-1].n, saidBirthday, r.person(i-1))
		}
	}
}

// note keeps when a person was born or died.
func (r *elapsedReader) note(person string, born, died *timeline.Time) {
	r.noteHere(person, born, died)
	if person == "" || person == unnamed {
		return
	}
	l := r.lives[person]
	if born != nil && (l.born == nil || l.born.Grain == timeline.GrainYear && born.Grain < l.born.Grain) {
		l.born = born
	}
	if died != nil && l.died == nil {
		l.died = died
	}
	r.lives[person] = l
}

// birthAt reads the time at chunk i as that of a birth or a death: “born in Lyon on 3 May
// 1950”, “Jane Roe (1920-1985)”, “died on Tuesday”.
func (r *elapsedReader) birthAt(i int) {
	t := r.ps[i].time
	if j := i + 2; r.p(i-1).is("(") && r.p(i+1).isDash() && r.p(j).kind == chunkTime && r.p(j+1).is(")") && !t.Relative {
		if n := r.nameEnding(i - 2); n != nil {
			r.note(n.Canonical, t, r.ps[j].time)
		} else if p := r.p(i - 2); p.kind == chunkWord && !lexicon.ClosedWord(p.lower) {
			r.note(unnamed, t, r.ps[j].time)
		}
		return
	}
	for k := i - 1; k >= max(0, i-foundReach); k-- {
		switch p := &r.ps[k]; {
		case p.is("born") || p.is("b") && (r.p(k-1).is("(") || r.p(k-1).is(",")):
			if !t.Relative {
				r.note(r.bearer(k, i), t, nil)
			}
			return
		case p.is("died"), p.is("dies"), p.is("dead"):
			r.note(r.person(k), nil, t)
			return
		case p.kind == chunkTime, p.is(";"), p.kind == chunkLength, p.in(lexicon.SpanStop), p.is("and"):
			return
		}
	}
}

// bearer returns who was born at chunks [k, i]: who is named before, or right
// behind where the sentence opens with it.
func (r *elapsedReader) bearer(k, i int) string {
	if k <= 1 && r.firstName() > r.ps[k].from {
		for j := i + 1; j < len(r.ps) && j < i+14; j++ {
			if r.ps[j].is("he") || r.ps[j].is("she") {
				return r.meant()
			}
			if n := r.nameFrom(r.ps[j].from); n != nil {
				return n.Canonical
			}
		}
		return r.meant()
	}
	j := k - 1
	for r.p(j).is("was") || r.p(j).is("who") || r.p(j).is(",") {
		j--
	}
	if p := r.p(j); p.kind == chunkWord && r.otherSubject(j) || p.kind == chunkWord && personNoun(p.lower) && !r.describes(j) && r.nameEnding(j) == nil {
		return "" // met a man born in 1950
	}
	return r.person(k)
}

// otherSubject reports whether the noun at chunk j, with its article, is the subject of
// a clause that a conjunction opens: he was eight when the pup was born.
func (r *elapsedReader) otherSubject(j int) bool {
	article := r.p(j - 1)
	return en.Is(article.lower, en.Article) && r.p(j-2).in(lexicon.SpanStop) && !lexicon.ClosedWord(r.p(j).lower) && r.nameEnding(j) == nil
}

// firstName returns the first token of the first person named in the sentence,
// the number of its tokens where nobody is.
func (r *elapsedReader) firstName() int {
	for i := range r.Names {
		if n := &r.Names[i]; isPerson(n) && (n.Kind != 0 || !r.placed(n)) {
			for k := range r.Toks {
				if r.Toks[k].Span.Start >= n.Span.Start {
					return k
				}
			}
		}
	}
	return len(r.Toks)
}

func isPerson(n *page.Name) bool { return n.Kind == page.NamePerson || n.Kind == 0 }

// nameEnding returns the person whose name ends with chunk i, nil for none.
func (r *elapsedReader) nameEnding(i int) *page.Name {
	if i < 0 {
		return nil
	}
	if n := r.NameBefore(r.ps[i].to); n != nil && isPerson(n) && !r.Toks[r.ps[i].to-1].Possessive {
		return n
	}
	return nil
}

// surnameEnding returns the canonical name of the person whose name ends with
// chunk i, or a capitalised word that can be a surname; empty for none.
func (r *elapsedReader) surnameEnding(i int) string {
	if n := r.nameEnding(i); n != nil {
		return n.Canonical
	}
	if i < 0 || r.ps[i].kind != chunkWord || r.NameBefore(r.ps[i].to) != nil {
		return ""
	}
	return r.Surname(r.ps[i].from)
}

// nameFrom returns the person whose name begins at token k, nil for none.
func (r *elapsedReader) nameFrom(k int) *page.Name {
	if n := r.NameAt(k); n != nil && isPerson(n) {
		return n
	}
	return nil
}

// kin are words that make an age that of a relative, or of somebody else whom the text
// does not name.
func kin(w string) bool {
	switch w {
	case "son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "child", "children", "twin", "partner", "widow", "fiancee",
		"girl", "boy", "grandson", "granddaughter", "nephew", "niece", "cousin", "girlfriend", "boyfriend", "uncle", "aunt", "victim", "colleague", "friend", "predecessor", "successor", "rival", "opponent", "baby":
		return true
	}
	return false
}

// person returns the canonical name of whom the words at chunk i are said: the
// nearest person before them, or by “he” and “she” the one of the sentences
// before; empty if that is not clear.
func (r *elapsedReader) person(i int) string {
	for k := i - 1; k >= 0; k-- {
		p := &r.ps[k]
		if n := r.nameEnding(k); n != nil && p.kind != chunkMark {
			return n.Canonical
		}
		if k == 0 && p.kind == chunkWord && r.p(1).kind != 0 && len(r.Names) == 0 && p.word.Class == 0 && !lexicon.ClosedWord(p.lower) {
			if who := r.Surname(p.from); who != "" {
				return who
			}
		}
		switch {
		case kin(p.lower):
			return ""
		case p.is("he"), p.is("she"), p.is("him"), p.is("his"), p.is("her"):
			if n := r.namedBefore(k); n != "" {
				return n
			}
			return r.meant()
		case p.is(";"), p.is("“"), p.is("\"") && k > 0:
			return ""
		}
	}
	if r.firstName() < len(r.Toks) && !r.saysSo(r.firstName()) {
		return ""
	}
	return r.meant()
}

// namedBefore returns the only person that the sentence names before chunk k;
// empty if there is none or several.
func (r *elapsedReader) namedBefore(k int) string {
	found := ""
	limit := r.Toks[r.ps[k].from].Span.Start
	for i := range r.Names {
		if n := &r.Names[i]; isPerson(n) && n.Span.Start < limit && n.Canonical != found {
			if found != "" {
				return ""
			}
			found = n.Canonical
		}
	}
	return found
}

// follow notes whom a sentence leaves for “he” and “she” to speak of: the
// person that it begins with, or the only one in it.
func (r *elapsedReader) follow(s *page.Sentence) {
	first, several := "", false
	start := 0
	for i := range r.Names {
		n := &r.Names[i]
		switch {
		case !isPerson(n):
		case first == "":
			first, start = n.Canonical, n.Words[0]
		case n.Canonical != first:
			several = true
		}
	}
	switch {
	case first == "":
	case !several, start <= openingWords:
		r.who = first
	default:
		r.who = ""
	}
}

// openingWords is how many words, a title and an article, may stand before the
// name of whom a sentence speaks.
const openingWords = 4

// yearOld reads “45-year-old Jane Roe”, “Jane Roe, a 45-year-old nurse”, “is 45
// years old” and “the 45-year-old said”.
func (r *elapsedReader) yearOld(i int) {
	p := &r.ps[i]
	if r.p(i-1).isDash() && r.Toks[p.from].Glued || r.p(i-1).is("then") {
		r.addAge(i, i, p.n, saidThen, "")
		return
	}
	for k := i + 1; k < len(r.ps) && k <= i+5; k++ {
		if n := r.nameFrom(r.ps[k].from); n != nil {
			r.addAge(i, i, p.n, saidNow, n.Canonical)
			return
		}
		if r.ps[k].is(",") && r.nameFrom(r.p(k+1).from) != nil && r.p(k+1).kind != 0 && i <= 2 {
			continue // a 45-year-old nurse, Jane Roe
		}
		if q := &r.ps[k]; q.kind != chunkWord && q.kind != chunkMark || q.parts() && !q.isDash() || kin(q.lower) || q.in(lexicon.SpanStop) || lexicon.ClosedWord(q.lower) {
			break
		}
	}
	who := ""
	k := i - 1
	for r.p(k).in(lexicon.SpanLight) && !r.p(k).is("is") && !r.p(k).is("was") && !r.p(k).is("the") {
		k--
	}
	switch before := r.p(k); {
	case before.is("a"), before.is("an"), before.is("the") && r.p(i-2).is(",") && r.nameEnding(i-3) != nil:
		if n := r.nameEnding(i - 3); n != nil && r.p(i-2).is(",") && (!kin(r.p(i+1).lower) || r.p(i+2).is("of")) {
			who = n.Canonical
		} else if r.p(k-1).is("is") && !before.is("the") && !kin(r.p(i+1).lower) {
			who = r.subject(k - 1)
		} else if i == 1 && !kin(r.p(i+1).lower) {
			who = unnamed
		}
	case before.is("the") && r.firstName() == len(r.Toks) && r.refersBack(i):
		r.addAge(i, i, p.n, saidNow, r.meant())
		r.aging[len(r.aging)-1].refers = true
		return
	case before.is("the") && (i == 1 || r.p(i-2).is(",") && r.p(0).is("born") && r.nameEnding(i-3) == nil) && !kin(r.p(i+1).lower):
		who = unnamed
	case before.is(","), before.is("("):
		if who = r.surnameEnding(k - 1); !r.closes(i + 1) {
			who = ""
		}
	case before.is("is"), before.is("am"):
		who = r.subject(k)
	case before.is("was"):
		r.addAge(i, i, p.n, saidThen, r.person(k))
		return
	}
	r.addAge(i, i, p.n, saidNow, who)
}

// refersBack reports whether “the 45-year-old” at chunk i means somebody
// already named: no noun follows but a title that the text gives that person.
func (r *elapsedReader) refersBack(i int) bool {
	next := r.p(i + 1)
	if next.kind != chunkWord {
		return next.kind == chunkMark && !next.isDash()
	}
	if r.roleOf(r.who, next.lower) {
		return true
	}
	if w := next.lower; strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && (r.p(i+2).kind == chunkMark || lexicon.ClosedWord(r.p(i+2).lower)) {
		return true // wants to retire
	}
	return lexicon.ClosedWord(next.lower) || page.PlainSaying(next.lower) || strings.HasSuffix(next.lower, "ed")
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
	p, before := &r.ps[i], r.p(i-1)
	at := i
	for before.is("just") || before.is("only") || before.is("about") || before.is("still") || before.is("already") || before.is("barely") || before.is("therefore") || before.is("thus") || before.is("currently") {
		at--
		before = r.p(at - 1)
	}
	next := r.p(i + 1)
	if next.isDash() && r.Toks[next.from].Glued || next.is("%") || next.is("/") || next.is(":") && r.p(i+2).kind == chunkFigure {
		return
	}
	ends := next.kind != chunkWord || next.is("and") || next.is("when") || next.is("in") || next.is("on") || next.is("at") || next.is("of") || next.is("who") || next.is("from") || next.is("after")
	switch {
	case before.is("aged"), before.is("age") && !next.isDash():
		r.aged(i, at-1)
	case before.is("of") && r.p(at-2).is("age"):
		r.aged(i, at-2)
	case !ends && next.kind != chunkTime:
	case before.is("be") && r.p(at-2).is("to") && r.p(at-3).is("lived"):
		r.addAge(i, i, p.n, saidDeath, r.person(at-3))
	case before.is("at") && (r.p(at-2).is("died") || r.p(at-2).is("dies") || r.p(at-2).is("dead")):
		r.addAge(i, i, p.n, saidDeath, r.person(at-2))
	case before.is("at") && r.tellsOfDeath() && (next.kind == chunkMark || next.kind == 0) && p.n >= 10:
		r.addAge(i, i, p.n, saidDeath, r.person(at-1))
	case before.is("turned") && r.latelyBeside(i):
		r.addAge(at-1, i, p.n, saidNow, r.person(at-1))
	case before.is("turned"), before.is("turns"), before.is("turning"), before.is("turn"):
		r.addAge(at-1, i, p.n, saidBirthday, r.person(at-1))
	case r.Toks[p.from].Kind != page.TokenFigure: // is one of
	case before.is("at") && next.is("in") && r.p(i+2).kind == chunkTime && p.n >= 10 && p.n < 100 && r.p(at-2).kind == chunkWord && (r.births == 1 || r.lives[r.person(at-1)].born != nil):
		r.addAge(i, i, p.n, saidThen, r.person(at-1))
	case before.is("now") && at == 1 && next.is(","):
		r.addAge(i, i, p.n, saidNow, r.bearer(0, i))
	case before.is("is") || before.is("was") || before.is("now") || before.is("be") || before.is("am"):
		r.beingAge(i, at-1)
	case (before.is(",") || before.is("(")) && (next.is(",") || next.is(")") || next.is("(") || next.is(".") || next.kind == 0 || next.is("of") || next.is("who") || next.is("from")):
		if who := r.bearing(r.overBrackets(i-1) - 1); who != "" && !r.Listed(p.to) && r.bracketed(i) && p.n >= 5 {
			r.addAge(i, i, p.n, saidNow, who)
		}
	case before.is("at") && next.is(",") && r.p(i+2).is("i") && !r.past(i, len(r.ps)) && !r.happened():
		r.addAge(i, i, p.n, saidNow, r.speaker(i))
	case before.is("at") && i <= 2 && next.is(","):
		r.addAge(i, i, p.n, r.tense(i+1), r.bearer(0, i))
	case before.is("at") && next.is(",") && (r.p(i+2).is("he") || r.p(i+2).is("she")) && !lexicon.ClosedWord(r.p(at-2).lower):
		r.addAge(i, i, p.n, r.tense(i+1), r.person(i+3))
	case (before.is("him") || before.is("her")) && (r.p(at-2).is("makes") || r.p(at-2).is("making")) && r.closes(r.overDay(i+1)):
		r.addAge(i, i, p.n, saidNow, r.person(at))
	case before.is("i'm") || before.is("i’m"):
		if who := r.speaker(i); who != "" && (r.closes(i+1) || next.is("and")) {
			r.addAge(i, i, p.n, saidNow, who)
		}
	case before.kind == 0 && next.is("when") && (r.p(i+2).is("he") || r.p(i+2).is("she")):
		r.addAge(i, i, p.n, saidThen, r.bearer(0, i))
	}
}

// bracketed reports whether the figure at chunk i stands between two commas, or
// in brackets.
func (r *elapsedReader) bracketed(i int) bool {
	return r.p(i-1).is("(") == r.p(i+1).is(")")
}

// overBrackets returns the chunk that opens the bracket that ends before chunk
// k, k if none does.
func (r *elapsedReader) overBrackets(k int) int {
	if !r.p(k - 1).is(")") {
		return k
	}
	for n := 2; n < 9; n++ {
		if r.p(k - n).is("(") {
			return k - n
		}
	}
	return k
}

// aged reads “aged 45” and “at the age of 45” at chunks [from, i]: right behind a name it
// is said of now, else of what the clause tells.
func (r *elapsedReader) aged(i, from int) {
	k := from
	if r.p(k - 1).is("the") {
		k--
	}
	if r.p(k - 1).is("at") {
		k--
	}
	n := r.ps[i].n
	lead := k
	if k == from && (r.p(k-1).is("now") || r.p(k-1).is("today")) {
		lead--
	}
	named := r.nameEnding(lead - 1)
	if named == nil && r.p(lead-1).parts() {
		named = r.nameEnding(lead - 2)
	}
	if named == nil && k == from && r.closes(i+1) {
		if who := r.surnameEnding(lead - 2); who != "" && r.p(lead-1).parts() && !r.tellsOfDeath() {
			r.addAge(k, i, n, saidNow, who)
			return
		}
		named = r.introduces(from, i)
	}
	switch {
	case r.tellsOfDeath():
		r.addAge(k, i, n, saidDeath, r.person(k))
	case named != nil && k == from:
		r.addAge(k, i, n, saidNow, named.Canonical)
	case k <= 1:
		r.addAge(k, i, n, saidThen, r.bearer(0, i))
	default:
		r.addAge(k, i, n, saidThen, r.person(k))
	}
}

// tellsOfDeath reports whether the sentence says that somebody died.
func (r *elapsedReader) tellsOfDeath() bool {
	for i := range r.ps {
		switch r.ps[i].lower {
		case "died", "dies", "dead", "death":
			return true
		}
	}
	return false
}

// beingAge reads the age at chunk i behind the verb or “now” at chunk k: “he is 45”, “Jane Roe, who is now 45,”, “she was 45 when”.
func (r *elapsedReader) beingAge(i, k int) {
	if r.p(k).is("now") && (r.p(k-1).is("is") || r.p(k-1).is(",")) {
		k--
	}
	verb := r.p(k)
	who := ""
	k = r.overBrackets(k)
	switch subject := r.p(k - 1); {
	case verb.is("am") && subject.is("i"):
		if who = r.speaker(k); who != "" && r.closes(i+1) || r.p(i+1).is("and") {
			r.addAge(i, i, r.ps[i].n, saidNow, who)
		}
		return
	case subject.is("who") && r.oneOfSeveral(k-2):
		return
	case subject.is("he"), subject.is("she"), subject.is("who"):
		who = r.person(k)
	case r.nameEnding(k-1) != nil:
		who = r.nameEnding(k - 1).Canonical
	case verb.is("was") && subject.is(",") && r.p(i+1).is("when"), verb.is("is") && subject.isDash():
		who = r.person(k)
	case r.theNoun(k-1) && !verb.is("be"):
		who = r.roleBearer(k - 1)
	case k == 1 && !verb.is("be") && r.surnameEnding(0) != "" && r.ps[0].word.Class == 0 && !lexicon.ClosedWord(subject.lower):
		who = r.surnameEnding(0)
	case verb.is("be") && (subject.is("will") || subject.is("would")):
		r.addAge(k, i, r.ps[i].n, saidBirthday, r.person(k))
		return
	case verb.is("is") && r.p(k+1).is("now"), subject.is("and"), verb.is("is") && subject.is(","):
		who = r.person(k)
	default:
		return
	}
	switch next := r.p(i + 1); {
	case verb.is("was") && next.is("when") && r.tellsOfEnd(i+2):
		r.addAge(i, i, r.ps[i].n, saidDeath, who)
	case verb.is("was") && r.p(k-2).is("when") && next.is(","):
		r.addAge(i, i, r.ps[i].n, saidThen, who)
	case verb.is("was") && (next.is("when") || next.is("in") || next.is("at") || next.is("and") || next.is("on")):
		r.addAge(i, i, r.ps[i].n, saidThen, who)
	case verb.is("was") && (next.is(".") || next.kind == 0):
		r.addAge(i, i, r.ps[i].n, saidDeath, who)
	case verb.is("is"), verb.is(","), verb.is("now"):
		if next.kind == chunkMark || next.kind == 0 || next.is("and") {
			r.addAge(i, i, r.ps[i].n, saidNow, who)
		}
	}
}

// oneOfSeveral reports whether a number or an indefinite pronoun, but for a comma, ends
// with chunk k: one, who is 26.
func (r *elapsedReader) oneOfSeveral(k int) bool {
	if r.p(k).is(",") {
		k--
	}
	return r.p(k).kind == chunkFigure || en.Is(r.p(k).lower, en.AnotherWord)
}

// An agePlace is an age as it was read, before births are known.
type agePlace struct {
	fact   *fact.Age
	dates  []*timeline.Time // of the sentence, the nearest first
	refers bool             // “the 45-year-old”, of somebody named before
	here   *life            // of whom the sentence speaks, where it speaks of one person only; nil if not
}

// addAge notes an age in years of a person, at chunks [from, i].
func (r *elapsedReader) addAge(from, i int, years float64, said, person string) {
	if years != float64(int64(years)) || years > oldestPerson && !(years <= oldestWritten && r.surelyPerson(from, i)) {
		return
	}
	span := r.span(from, i)
	nobody := person == unnamed
	if nobody {
		person = ""
	}
	f := &fact.Age{At: r.D.PlaceOf(span), Zone: r.Zone, Person: person, Years: int64(years), Said: said, Approx: r.roughly(from)}
	f.Text = f.At.Text
	r.all.ages = append(r.all.ages, f)
	a := agePlace{fact: f}
	if nobody || person != "" {
		r.owned = append(r.owned, len(r.aging))
	}
	for step := 1; step < len(r.ps) && len(a.dates) < maxOther; step++ {
		for _, k := range [2]int{i + step, from - step} {
			if p := r.p(k); p.kind == chunkTime {
				a.dates = append(a.dates, p.time)
			}
		}
	}
	r.aging = append(r.aging, a)
}

// roughly reports whether “about” or the like stands before chunk i.
func (r *elapsedReader) roughly(i int) bool {
	k := r.ps[i].from
	bound, _ := r.BoundBefore(k, numbers.Quantity{From: k, To: k + 1, Figure: true})
	return bound != "" || r.p(i-1).is("over") || r.p(i-1).is("under")
}

// joinAges gives each age what the text says of the person's birth.
func (r *elapsedReader) joinAges() {
	r.joinSurnames()
	r.dropStrangers()
	for i := range r.aging {
		a := &r.aging[i]
		l := r.lives[a.fact.Person]
		if a.fact.Person == "" {
			l = life{}
		}
		if a.here != nil {
			l = *a.here
		}
		when, at := r.saidOf(a, l)
		if when == nil {
			continue
		}
		a.fact.When = at
		if l.born == nil {
			continue
		}
		born := stretchOf(l.born.When)
		a.fact.Born, a.fact.BornAt = page.Interval(l.born.When, l.born.Grain.String()), r.D.PlaceOf(l.born.Span)
		low, high := ageBetween(born, when, a.fact.Said)
		a.fact.Least, a.fact.Most = &low, &high
		a.fact.Fixes = r.ageFixes(a.fact)
	}
}

// dropStrangers takes the name from “the 15-year-old” where somebody else, or
// nobody by name, is that old: then the age tells who is meant.
func (r *elapsedReader) dropStrangers() {
	told := map[int64]string{}
	for i := range r.aging {
		if a := &r.aging[i]; !a.refers {
			if old, ok := told[a.fact.Years]; ok && old != a.fact.Person {
				told[a.fact.Years] = ""
				continue
			}
			told[a.fact.Years] = a.fact.Person
		}
	}
	for i := range r.aging {
		a := &r.aging[i]
		if who, ok := told[a.fact.Years]; a.refers && ok && who != a.fact.Person {
			a.fact.Person = ""
		}
	}
}

// noteAgain marks ages that the text has given the same person before.
func (r *elapsedReader) noteAgain() {
	type told struct {
		person, said string
		years        int64
	}
	seen := map[told]bool{}
	for _, f := range r.all.ages {
		k := told{f.Person, f.Said, f.Years}
		f.Again = seen[k]
		seen[k] = true
	}
}

// recentDays is how long ago a death may be of whom the text still gives the
// age as that of now.
const recentDays = 31

// saidOf returns the days that an age is said of; nil if they are not known.
func (r *elapsedReader) saidOf(a *agePlace, l life) (*stretch, *fact.Interval) {
	now := r.stretch(printed)
	of := func(t *timeline.Time) (*stretch, *fact.Interval) {
		return stretchOf(t.When), page.Interval(t.When, t.Grain.String())
	}
	var date *timeline.Time
	for _, t := range a.dates {
		if t != l.born && t.Type != timeline.DURATION && (t != l.died || a.fact.Said == saidDeath) {
			date = t
			break
		}
	}
	switch {
	case a.fact.Said == saidDeath && l.died != nil:
		when, at := of(l.died)
		if now != nil && when.last >= now.first-recentDays {
			a.fact.Said = saidNow
		}
		return when, at
	case a.fact.Said == saidNow && l.died != nil && now != nil && l.died.When.LastDay() < now.first-recentDays:
		return nil, nil
	case a.fact.Said == saidThen && (date == nil || date.Relative):
		return nil, nil
	case a.fact.Said != saidNow && date != nil:
		return of(date)
	case now == nil:
		return nil, nil
	}
	if a.fact.Said == saidDeath {
		a.fact.Said = saidNow
	}
	if a.fact.Said == saidBirthday {
		return &stretch{now.first - earlyDays, now.last + earlyDays}, page.Interval(r.D.Published.When, "")
	}
	return &stretch{now.first - 2, now.last + 1}, page.Interval(r.D.Published.When, "")
}

// ageBetween returns the ages that somebody born in born can have in when; on a
// birthday those that are reached in it.
func ageBetween(born, when *stretch, said string) (least, most int64) {
	if said == saidBirthday {
		y, _, _ := born.first.Civil()
		low, _, _ := when.first.Civil()
		high, _, _ := when.last.Civil()
		return int64(low - y), int64(high - y)
	}
	return int64(civilMonths(born.last, when.first) / 12), int64(civilMonths(born.first, when.last) / 12)
}

// ageFixes offers the age that the birth gives.
func (r *elapsedReader) ageFixes(f *fact.Age) []fact.Fix {
	fix := fact.Fix{Message: "or correct the year of birth"}
	digits := firstNumber(f.At.Text)
	if f.Least == nil || digits.Len() == 0 || *f.Most < 1 || *f.Most > oldestPerson {
		return []fact.Fix{fix}
	}
	n := r.numberLike("1", int(*f.Most), true)
	rest := f.At.Text[digits.End:]
	if len(rest) > 2 && ordinalSuffix(rest[:2]) {
		rest = suffixOf(int(*f.Most)) + rest[2:]
	}
	return []fact.Fix{{Message: "write " + n, Replacement: f.At.Text[:digits.Start] + n + rest}, fix}
}

// firstNumber returns where the first digits of s stand.
func firstNumber(s string) text.Span {
	from := strings.IndexAny(s, "0123456789")
	if from < 0 {
		return text.Span{}
	}
	to := from
	for to < len(s) && '0' <= s[to] && s[to] <= '9' {
		to++
	}
	return text.Span{Start: from, End: to}
}
