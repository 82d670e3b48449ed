package elapsed

import (
	"cmp"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/values/quotes"
	"factcheck/timeline"
)

// unnamed stands for somebody whom a sentence speaks of without a name that the
// text has given: “the writer”, “he”.
const unnamed = "\x00"

// meant returns whom “he” and “she” mean.
func (r *elapsedReader) meant() string {
	if r.who == "" {
		return unnamed
	}
	return r.who
}

// noteHere keeps a birth or a death that the sentence tells of.
func (r *elapsedReader) noteHere(person string, born, died *timeline.Time) {
	if born != nil {
		r.births++
		r.here.born = born
		if person == "" {
			r.births++ // of somebody else
		}
	}
	if died != nil && r.here.died == nil {
		r.here.died = died
	}
}

// joinHere gives the ages of the sentence the birth that it tells of, where
// both can only be said of one person, and forgets them.
func (r *elapsedReader) joinHere() {
	told := r.births > 0 || len(r.owned) > 0
	one := told && r.onePerson()
	if one && r.one && (r.p(0).is("he") || r.p(0).is("she") || r.p(0).is("born")) && r.births+r.birthsBefore == 1 { // The poet was born in 1930. She is 71.
		r.here = life{born: cmp.Or(r.here.born, r.hereBefore.born), died: cmp.Or(r.here.died, r.hereBefore.died)}
		r.births = 1
		r.owned = append(r.owned, r.ownedBefore...)
	}
	if one && r.births == 1 {
		l := r.here
		for _, i := range r.owned {
			r.aging[i].here = &l
		}
	}
	r.one = one && r.firstName() == len(r.Toks)
	r.birthsBefore, r.hereBefore = r.births, r.here
	r.owned, r.ownedBefore = r.ownedBefore[:0], r.owned
	r.births, r.here = 0, life{}
}

// joinSurnames gives the ages of a person that the text names there by the
// surname alone to the only one whom it names in full with it.
func (r *elapsedReader) joinSurnames() {
	var full map[string]string
	for i := range r.aging {
		f := r.aging[i].fact
		if f.Person == "" || strings.Contains(f.Person, " ") {
			continue
		}
		if full == nil {
			full = r.fullNames()
		}
		if name := full[f.Person]; name != "" {
			f.Person = name
		}
	}
}

// FullNames maps each surname to the only person whom the text names in full with it, to
// an empty name if there are several.
func (r *elapsedReader) fullNames() map[string]string {
	full := map[string]string{}
	for i := range r.D.Parsed {
		names := r.D.NamesOf(i)
		for k := range names {
			n := &names[k]
			blank := strings.LastIndexByte(n.Canonical, ' ')
			if blank < 0 || n.Kind == page.NamePlace || n.Kind == page.NameOrg {
				continue
			}
			last := n.Canonical[blank+1:]
			if old, ok := full[last]; ok && old != n.Canonical {
				full[last] = ""
				continue
			}
			full[last] = n.Canonical
		}
	}
	return full
}

// theNoun reports whether chunk k is a noun behind “the” or “a”, at
// the beginning of a clause.
func (r *elapsedReader) theNoun(k int) bool {
	p := r.p(k)
	for r.p(k-1).isDash() && r.p(k-2).kind == chunkWord { // the film-maker
		k -= 2
	}
	article := r.p(k - 1)
	return p.kind == chunkWord && (article.is("the") || article.is("a") || article.is("an")) && (k <= 1 || r.p(k-2).kind == chunkMark) && !kin(p.lower) && !lexicon.ClosedWord(p.lower)
}

// tense returns what the age in “At 45,” is said of, by the verb of the clause
// that chunk k begins.
func (r *elapsedReader) tense(k int) string {
	if r.present(k) {
		return saidNow
	}
	for end := k + 6; k < end; k++ {
		p := r.p(k)
		if p.kind != chunkWord || p.is("he") || p.is("she") || p.is("the") || r.Toks[p.from].Capital || r.theNoun(k) {
			continue
		}
		if strings.HasSuffix(p.lower, "s") && !p.is("was") && !strings.HasSuffix(p.lower, "ss") {
			return saidNow
		}
		break
	}
	return saidThen
}

// overDay returns the chunk behind the time around publication at chunk k, k for
// none.
func (r *elapsedReader) overDay(k int) int {
	if p := r.p(k); p.is("now") || p.is("today") || p.kind == chunkTime && p.time.Relative {
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
	if who := r.surnameEnding(k); who != "" {
		return who
	}
	if r.theNoun(k) {
		return r.roleBearer(k)
	}
	return ""
}

// placed reports whether a word stands before the name that only a place has.
func (r *elapsedReader) placed(n *page.Name) bool {
	head := strings.TrimRight(r.Src[max(0, n.Span.Start-12):n.Span.Start], " ")
	w := strings.ToLower(head[strings.LastIndexAny(head, " \n(,")+1:])
	return w == "in" || w == "near" || w == "outside"
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
	for k := 1; k < len(r.ps); k++ {
		p := &r.ps[k]
		if p.is("according") && r.p(k+1).is("to") {
			return k
		}
		if p.kind == chunkWord && page.PlainSaying(p.lower) && r.ps[k-1].kind == chunkMark && r.p(k+1).kind == chunkWord {
			return k
		}
	}
	return len(r.ps)
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
	for k := 0; k < end; k++ {
		n := r.nameFrom(r.ps[k].from)
		if n == nil || n.Kind == 0 && placing(r.p(k-1).lower) {
			continue
		}
		if first != "" && n.Canonical != first {
			return true
		}
		first = n.Canonical
	}
	return false
}

// placing reports whether a word stands before where something was.
func placing(w string) bool {
	switch w {
	case "in", "at", "from", "near", "to", "for", "outside", "of", "the":
		return true
	}
	return false
}

// others reports whether words before chunk end speak of a second person: of
// kin, of both “he” and “she”, of “his coach” or, as an object, “a man”.
func (r *elapsedReader) others(end int) bool {
	he, she, subject := false, false, false
	for k := 0; k < end; k++ {
		p := &r.ps[k]
		switch p.lower {
		case "he", "him", "his":
			he, subject = true, true
		case "she", "her":
			she, subject = true, true
		case "i", "my", "me", "each", "both", "they", "couple":
			return true
		}
		switch {
		case he && she, kin(p.lower):
			return true
		case r.nameFrom(p.from) != nil:
			subject = true
		case p.kind != chunkWord || !personNoun(p.lower):
		case subject && !r.describes(k):
			return true
		default:
			subject = true
		}
	}
	return false
}

// personNoun reports whether w is a noun for a person.
func personNoun(w string) bool {
	switch w {
	case "man", "woman", "person", "teenager", "men", "women", "people", "lady", "gentleman":
		return true
	}
	_, ok := lexicon.Roles().Lookup(w)
	return ok
}

// describes reports whether the noun at chunk k says what the person is that the
// sentence speaks of: “, a teacher”, “was a teacher”, “as head teacher”, not
// “met a teacher” or “his teacher”.
func (r *elapsedReader) describes(k int) bool {
	for k--; k >= 0; k-- {
		switch p := &r.ps[k]; {
		case p.is("his"), p.is("her"), p.is("my"):
			return false
		case p.is("a"), p.is("an"), p.is("the"):
			before := r.p(k - 1)
			return k == 0 || before.kind == chunkMark || before.kind == chunkTime || before.is("was") || before.is("is") || before.is("as") || before.is("became") || before.is("for")
		case p.is("was"), p.is("is"), p.is("as"), p.is("became"), p.is("elected"), p.is("appointed"), p.is("named"), p.is("made"), p.kind == chunkMark, p.kind == chunkTime:
			return true
		case p.kind == chunkWord && lexicon.ClosedWord(p.lower):
			return false
		}
	}
	return true
}

// subject returns who the subject right before the verb at chunk k is: a surname, or as person has it.
func (r *elapsedReader) subject(k int) string {
	if r.p(k).is("am") {
		return r.speaker(k)
	}
	if who := r.surnameEnding(k - 1); who != "" && r.ps[k-1].word.Class == 0 && !lexicon.ClosedWord(r.ps[k-1].lower) {
		return who
	}
	return r.person(k)
}

// speaker returns who says the quoted words that chunk k stands in, empty if
// it is not quoted or nobody is said to.
func (r *elapsedReader) speaker(k int) string {
	at := r.Toks[r.ps[k].from].Span.Start
	quotes := quotes.Read(r.D)
	lo, hi := 0, len(quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; quotes[mid].At.Span.End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(quotes) && quotes[lo].At.Span.Start <= at && quotes[lo].Speaker != nil {
		return *quotes[lo].Speaker
	}
	return ""
}

// introduces returns the person of “a man aged 45, Jane Roe,” with the age at
// chunks [from, i]; nil if it is none.
func (r *elapsedReader) introduces(from, i int) *page.Name {
	p := r.p(from - 1)
	if article := r.p(from - 2); p.kind != chunkWord || kin(p.lower) || !article.is("a") && !article.is("an") || !r.p(i+1).is(",") || r.p(i+2).kind == 0 {
		return nil
	}
	return r.nameFrom(r.ps[i+2].from)
}

// tellsOfEnd reports whether “he died” or the like stands at chunk k.
func (r *elapsedReader) tellsOfEnd(k int) bool {
	for end := k + 4; k < end; k++ {
		switch r.p(k).lower {
		case "died", "killed", "murdered", "executed", "assassinated":
			return true
		case "he", "she", "was":
		default:
			return false
		}
	}
	return false
}

// latelyBeside reports whether the time behind chunk i is of the days around
// publication: “this week”, “on Monday”.
func (r *elapsedReader) latelyBeside(i int) bool {
	for k := i + 1; k <= i+3; k++ {
		if p := r.p(k); p.kind == chunkTime {
			return r.lately(p.time)
		}
	}
	return false
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
