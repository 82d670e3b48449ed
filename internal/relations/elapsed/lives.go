package elapsed

import (
	"cmp"
	"sort"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/quotes"
	"factcheck/timeline"
)

// A life is when a person was born and died, as far as the text says; nil times
// are not known.
type life struct{ born, died *timeline.Time }

// A telling is what a sentence tells of the persons it speaks of.
type telling struct {
	life
	births int   // how many births
	owned  []int // ages that are said of somebody it speaks of, in aging
	one    bool  // it speaks of one person, without a name
}

// unnamed stands for somebody whom a sentence speaks of without a name that the
// text has given: “the writer”, “he”.
const unnamed = "\x00"

// meant returns whom “he” and “she” mean.
func (r *elapsedReader) meant() string { return cmp.Or(r.who, unnamed) }

// note keeps when a person was born or died, as the sentence tells it.
func (r *elapsedReader) note(person string, born, died *timeline.Time) {
	if born != nil {
		r.here.births++
		r.here.born = born
		if person == "" {
			r.here.births++ // of somebody else
		}
	}
	r.here.died = cmp.Or(r.here.died, died)
	if person == "" || person == unnamed {
		return
	}
	l := r.lives[person]
	if born != nil && (l.born == nil || l.born.Grain == timeline.GrainYear && born.Grain < l.born.Grain) {
		l.born = born
	}
	l.died = cmp.Or(l.died, died)
	r.lives[person] = l
}

// joinHere gives the ages of the sentence the birth that it tells of, where
// both can only be said of one person, and forgets them.
func (r *elapsedReader) joinHere() {
	h, last := &r.here, &r.last
	one := (h.births > 0 || len(h.owned) > 0) && r.onePerson()
	if one && last.one && r.p(0).of(en.SingleSubject, en.Born) && h.births+last.births == 1 { // The poet was born in 1930. She is 71.
		h.life = life{born: cmp.Or(h.born, last.born), died: cmp.Or(h.died, last.died)}
		h.births = 1
		h.owned = append(h.owned, last.owned...)
	}
	if one && h.births == 1 {
		l := h.life
		for _, i := range h.owned {
			r.aging[i].here = &l
		}
	}
	h.one = one && r.firstName() == len(r.Toks)
	r.here, r.last = telling{owned: last.owned[:0]}, r.here
}

// joinSurnames gives the ages of a person that the text names there by the
// surname alone to the only one whom it names in full with it.
func (r *elapsedReader) joinSurnames() {
	for i := range r.aging {
		f := r.aging[i].fact
		if f.Person != "" && !strings.Contains(f.Person, " ") {
			f.Person = cmp.Or(r.D.FullNames()[f.Person], f.Person)
		}
	}
}

func isPerson(n *page.Name) bool { return n.Kind == page.NamePerson || n.Kind == 0 }

// firstName returns the first token of the first person named in the sentence,
// the number of its tokens where nobody is.
func (r *elapsedReader) firstName() int {
	for i := range r.Names {
		if n := &r.Names[i]; isPerson(n) && (n.Kind != 0 || !r.placed(n)) {
			return sort.Search(len(r.Toks), func(k int) bool { return r.Toks[k].Span.Start >= n.Span.Start })
		}
	}
	return len(r.Toks)
}

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

// person returns the canonical name of whom the words at chunk i are said: the
// nearest person before them, or by “he” and “she” the one of the sentences
// before; empty if that is not clear.
func (r *elapsedReader) person(i int) string {
	for k := i - 1; k >= 0; k-- {
		p := &r.ps[k]
		if n := r.nameEnding(k); n != nil && p.kind != chunkMark {
			return n.Canonical
		}
		if k == 0 && len(r.ps) > 1 && len(r.Names) == 0 && p.unclassed() {
			if who := r.Surname(p.from); who != "" {
				return who
			}
		}
		switch {
		case p.of(en.Kin, en.Semicolon), p.of(en.OpeningQuote) && (k > 0 || !p.of(en.InchMark)):
			return ""
		case p.of(en.PersonPronoun):
			return cmp.Or(r.namedBefore(k), r.meant())
		}
	}
	if first := r.firstName(); first < len(r.Toks) && !r.saysSo(first) {
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

// openingWords is how many words, a title and an article, may stand before the
// name of whom a sentence speaks.
const openingWords = 4

// follow notes whom a sentence leaves for “he” and “she” to speak of: the
// person that it begins with, or the only one in it.
func (r *elapsedReader) follow() {
	var first *page.Name
	several := false
	for i := range r.Names {
		switch n := &r.Names[i]; {
		case !isPerson(n):
		case first == nil:
			first = n
		case n.Canonical != first.Canonical:
			several = true
		}
	}
	switch {
	case first == nil:
	case several && first.Words[0] > openingWords:
		r.who = ""
	default:
		r.who = first.Canonical
	}
}

// theNoun reports whether chunk k is a noun behind “the” or “a”, at
// the beginning of a clause.
func (r *elapsedReader) theNoun(k int) bool {
	p := r.p(k)
	for r.p(k-1).isDash() && r.p(k-2).kind == chunkWord { // the film-maker
		k -= 2
	}
	return p.open() && !p.of(en.Kin) && r.p(k-1).of(en.Article) && (k <= 1 || r.p(k-2).kind == chunkMark)
}

// tenseReach is how many chunks behind an opening its verb stands.
const tenseReach = 6

// tense returns what the age in “At 45,” is said of, by the verb of the clause
// that chunk k begins.
func (r *elapsedReader) tense(k int) string {
	if r.present(k) {
		return saidNow
	}
	verb := r.walk(k, 1, tenseReach, func(k int, p *chunk) verdict {
		if p.kind != chunkWord || p.of(en.SingleSubject, en.The) || r.Toks[p.from].Capital || r.theNoun(k) {
			return pass
		}
		return hit
	})
	if p := r.p(verb); p.of(en.SEnding) && !p.of(en.SsEnding, en.Was) {
		return saidNow
	}
	return saidThen
}

// overDay returns the chunk behind the time around publication at chunk k, k for
// none.
func (r *elapsedReader) overDay(k int) int {
	if p := r.p(k); p.of(en.Currently) || p.kind == chunkTime && p.time.Relative {
		return k + 1
	}
	return k
}

// roleBearer returns whom the noun at chunk k means.
func (r *elapsedReader) roleBearer(k int) string {
	if r.roleOf(r.who, r.ps[k].lower) {
		return r.who
	}
	return unnamed
}

// bearing returns who is meant by the name, the surname or the noun that ends
// with chunk k; empty for none.
func (r *elapsedReader) bearing(k int) string {
	who := r.surnameEnding(k)
	if who == "" && r.theNoun(k) {
		return r.roleBearer(k)
	}
	return who
}

// placed reports whether a word stands before the name that only a place has.
func (r *elapsedReader) placed(n *page.Name) bool {
	k := sort.Search(len(r.Toks), func(k int) bool { return r.Toks[k].Span.Start >= n.Span.Start })
	return r.Is(k-1, en.OnlyPlace)
}

// onePerson reports whether the sentence speaks of one person only, but for who
// is said to have said so.
func (r *elapsedReader) onePerson() bool {
	end := r.attribution()
	return !r.twoNames(end) && !r.others(end)
}

// attribution returns the chunk that begins “, said Jane Roe” or “according to
// Jane Roe”, the number of chunks where nothing does.
func (r *elapsedReader) attribution() int {
	k := r.walk(1, 1, len(r.ps), func(k int, p *chunk) verdict {
		if r.phrase(k, en.AccordingWord, en.To) || p.of(en.PlainSaying) && r.p(k-1).kind == chunkMark && r.p(k+1).kind == chunkWord {
			return hit
		}
		return pass
	})
	if k < 0 {
		return len(r.ps)
	}
	return k
}

// saysSo reports whether the name at token k stands in the attribution.
func (r *elapsedReader) saysSo(k int) bool {
	end := r.attribution()
	return end < len(r.ps) && r.ps[end].from < k
}

// twoNames reports whether two persons are named before chunk end. What has a name and
// stands behind a preposition of place is taken for none.
func (r *elapsedReader) twoNames(end int) bool {
	first := ""
	for k := range end {
		n := r.nameFrom(r.ps[k].from)
		if n == nil || n.Kind == 0 && r.p(k-1).of(en.PlaceOfName) {
			continue
		}
		if first != "" && n.Canonical != first {
			return true
		}
		first = n.Canonical
	}
	return false
}

// others reports whether words before chunk end speak of a second person: of
// kin, of both “he” and “she”, of “his coach” or, as an object, “a man”.
func (r *elapsedReader) others(end int) bool {
	if r.any(0, end, en.MorePersons, en.Kin) || r.any(0, end, en.Masculine) && r.any(0, end, en.Feminine) {
		return true
	}
	subject := false
	for k := range end {
		switch p := &r.ps[k]; {
		case p.of(en.Masculine, en.Feminine), r.nameFrom(p.from) != nil:
			subject = true
		case p.kind != chunkWord || !personNoun(p):
		case subject && !r.describes(k):
			return true
		default:
			subject = true
		}
	}
	return false
}

// personNoun reports whether a word is a noun for a person.
func personNoun(p *chunk) bool {
	_, role := lexicon.Roles().Lookup(p.lower)
	return role || p.of(en.Person, en.Persons)
}

// describes reports whether the noun at chunk k says what the person is that the
// sentence speaks of: “, a teacher”, “was a teacher”, “as head teacher”, not
// “met a teacher” or “his teacher”.
func (r *elapsedReader) describes(k int) bool {
	k = r.walk(k-1, -1, len(r.ps), func(_ int, p *chunk) verdict {
		if p.is(chunkMark|chunkTime) || lexicon.ClosedWord(p.lower) || p.of(en.Article, en.Becomes, en.Possessive) {
			return hit
		}
		return pass
	})
	if r.p(k).of(en.Article) {
		k--
		return k < 0 || r.p(k).is(chunkMark|chunkTime) || r.p(k).of(en.Becomes, en.For)
	}
	return k < 0 || r.p(k).is(chunkMark|chunkTime) || r.p(k).of(en.Becomes)
}

// subject returns who the subject right before the verb at chunk k is: a surname, or as person has it.
func (r *elapsedReader) subject(k int) string {
	if r.p(k).of(en.Am) {
		return r.speaker(k)
	}
	if who := r.surnameEnding(k - 1); who != "" && r.p(k-1).unclassed() {
		return who
	}
	return r.person(k)
}

// speaker returns who says the quoted words that chunk k stands in, empty if
// it is not quoted or nobody is said to.
func (r *elapsedReader) speaker(k int) string {
	at, list := r.Toks[r.ps[k].from].Span.Start, quotes.Read(r.D)
	i := sort.Search(len(list), func(i int) bool { return list[i].At.Span.End > at })
	if i < len(list) && list[i].At.Span.Start <= at && list[i].Speaker != nil {
		return *list[i].Speaker
	}
	return ""
}

// introduces returns the person of “a man aged 45, Jane Roe,” with the age at
// chunks [from, i]; nil if it is none.
func (r *elapsedReader) introduces(from, i int) *page.Name {
	p := r.p(from - 1)
	if p.kind != chunkWord || p.of(en.Kin) || !r.p(from-2).of(en.IndefiniteArticle) || !r.p(i+1).of(en.Comma) || r.p(i+2).kind == 0 {
		return nil
	}
	return r.nameFrom(r.ps[i+2].from)
}

// endReach is how many chunks “when he was” may have before the verb of a death.
const endReach = 4

// tellsOfEnd reports whether “he died” or the like stands at chunk k.
func (r *elapsedReader) tellsOfEnd(k int) bool {
	return r.walk(k, 1, endReach, func(_ int, p *chunk) verdict {
		switch {
		case p.of(en.Killed):
			return hit
		case p.of(en.SingleSubject, en.Was):
			return pass
		}
		return bar
	}) >= 0
}

// latelyBeside reports whether the time behind chunk i is of the days around
// publication: “this week”, “on Monday”.
func (r *elapsedReader) latelyBeside(i int) bool {
	k := r.walk(i+1, 1, 3, func(_ int, p *chunk) verdict {
		if p.kind == chunkTime {
			return hit
		}
		return pass
	})
	return k >= 0 && r.lately(r.ps[k].time)
}

// lately reports whether words such as “on Monday” mean a time around publication.
func (r *elapsedReader) lately(t *timeline.Time) bool {
	now := r.stretch(printed)
	if now == nil || !t.Relative {
		return false
	}
	s := stretchOf(t.When)
	return s.first >= now.first-recentDays && s.last <= now.last+recentDays
}
