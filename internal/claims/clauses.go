package claims

import (
	"strings"
	"unicode"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// The tenses of verb groups that rules see. A group with none is no finite verb
// of a clause that asserts something: an infinitive, a participle, a condition,
// what would or might be.
const (
	TensePast    = "past"
	tensePresent = "present"
	tenseFuture  = "future"  // will, shall
	tensePlanned = "planned" // is to, is due to, plans to
)

// A VerbGroup is a verb with its auxiliaries: words [from, to) of a sentence.
type VerbGroup struct {
	From, To int
	Lemma    string // of the main verb
	Tense    string // empty: see above
	Begins   int    // the word that its clause begins with
	Side     bool   // its clause is introduced by who, which, when or the like
	Open     bool   // … by when, until, before or the like
	Passive  bool
	awaits   bool // it looks ahead: is due, is scheduled; announced, delayed
	Bare     bool // a form in -ed or the like without auxiliary: a past tense or a participle
	Loose    bool // an infinitive, a form in -ing, a participle: no finite verb
	marked   bool // "and" or a comma stands between it and the verb before
}

// A clauseReader finds the verb groups of one sentence. There is no grammar in
// it but the order of words; what it does not understand has no tense.
type clauseReader struct {
	words   []text.Word
	lower   []string  // the words in lower case, the page's
	sets    []*en.Set // their classes, the page's
	classes []lexicon.ClauseClass
	gaps    []gap
	groups  []VerbGroup
	plain   bool // headings: no present, no past in -ed

	begins     int
	side, open bool
	condition  bool
	finite     bool // the clause has a finite verb
	marked     bool // since the last verb a comma or "and" was seen
}

// read finds the verb groups of sentence i. Slices of the reader are used again.
func (r *clauseReader) read(d *page.Page, i int) []VerbGroup {
	r.words, r.lower, r.sets = d.Parsed[i].Words, d.Lower(i), d.Classes(i)
	r.classes, r.gaps, r.groups = r.classes[:0], r.gaps[:0], r.groups[:0]
	for k, w := range r.lower {
		r.classes = append(r.classes, lexicon.ClauseWord(w))
		r.gaps = append(r.gaps, GapBefore(d.Article.Flow(), r.words, k))
	}
	r.clause(0)
	for k := 0; k < len(r.words); {
		k = r.step(k)
	}
	r.reduce()
	return r.groups
}

// clause begins a clause at word k.
func (r *clauseReader) clause(k int) {
	r.begins, r.side, r.open, r.condition, r.finite, r.marked = k, false, false, false, false, false
}

// class returns the classes of word k, 0 outside the sentence.
func (r *clauseReader) class(k int) lexicon.ClauseClass {
	if k < 0 || k >= len(r.classes) {
		return 0
	}
	return r.classes[k]
}

// is reports whether word k is of one of the classes; false outside the sentence.
func (r *clauseReader) is(k int, classes ...en.Class) bool {
	return k >= 0 && k < len(r.sets) && r.sets[k].HasAny(classes...)
}

// word returns word k in lower case, empty outside the sentence.
func (r *clauseReader) word(k int) string {
	if k < 0 || k >= len(r.lower) {
		return ""
	}
	return r.lower[k]
}

// breaks reports whether a sign that ends a clause stands before word k.
func (r *clauseReader) breaks(k int) bool { return k > 0 && k < len(r.gaps) && r.gaps[k] == GapBreak }

// comma reports whether a comma stands before word k.
func (r *clauseReader) comma(k int) bool { return k > 0 && k < len(r.gaps) && r.gaps[k] == GapComma }

// A gap is what stands before a word.
type gap uint8

const (
	GapBlank gap = iota
	GapComma
	GapBreak
)

// GapBefore reads what stands before word k. The signs of money and percent
// and the points inside a number part nothing.
func GapBefore(src string, words []text.Word, k int) gap {
	if k == 0 || words[k].Joined {
		return GapBlank
	}
	between := src[words[k-1].Span.End:words[k].Span.Start]
	if (between == "." || between == "," || between == ":") && IsDigit(src[words[k].Span.Start]) && IsDigit(src[words[k-1].Span.End-1]) {
		return GapBlank
	}
	if words[k].Comma {
		return GapComma
	}
	between = strings.TrimPrefix(strings.TrimPrefix(between, "’s"), "'s")
	if strings.Trim(between, " \t\n\u00a0$€£¥%+#-‑") == "" {
		return GapBlank
	}
	return GapBreak
}

func IsDigit(b byte) bool { return '0' <= b && b <= '9' }

// step looks at word k and returns the word to look at next.
func (r *clauseReader) step(k int) int {
	c := r.classes[k]
	switch {
	case r.breaks(k):
		r.clause(k)
	case r.comma(k):
		r.marked = true
	}
	switch {
	case c.Is(lexicon.WordRelative), r.is(k, en.That) && !r.demonstrative(k):
		r.clause(k)
		r.side = !r.is(k, en.That) || r.aNounEndsAt(k-1)
	case c.Is(lexicon.WordCondition):
		r.clause(k)
		r.side, r.condition = true, true
	case c.Is(lexicon.WordOpen):
		if r.opensClause(k) {
			r.clause(k)
			r.side, r.open = true, true
		}
	case c.Is(lexicon.WordJoin):
		r.marked = true
	}
	if end := r.group(k); end > k {
		return end
	}
	return k + 1
}

// demonstrative reports whether the "that" at k points: "that day".
func (r *clauseReader) demonstrative(k int) bool {
	return r.class(k-1).Is(lexicon.WordPreposition) || r.is(k+1, en.Of)
}

// aNounEndsAt reports whether word k can be the noun that "that" refers to,
// rather than a verb of saying.
func (r *clauseReader) aNounEndsAt(k int) bool {
	if k < 0 || len(r.groups) > 0 && r.groups[len(r.groups)-1].To == k+1 {
		return false
	}
	return true
}

// opensClause reports whether the conjunction at k begins a clause rather than
// a phrase: "before the vote" is one until a verb comes.
func (r *clauseReader) opensClause(k int) bool {
	for n := k + 1; n < len(r.words) && n < k+12; n++ {
		c := r.classes[n]
		if r.breaks(n) || r.comma(n) || r.is(n, en.And) || c.Is(lexicon.WordRelative|lexicon.WordOpen|lexicon.WordCondition) {
			return false
		}
		if c.Is(lexicon.WordWill | lexicon.WordIs | lexicon.WordWas | lexicon.WordHas | lexicon.WordHad | lexicon.WordDid | lexicon.WordModal | lexicon.WordCalendar) {
			return true
		}
		if _, ok := lexicon.PastForm(r.lower[n]); ok && n > k+1 && r.verbHere(n) || n > k+1 && r.happens(n) {
			return true
		}
	}
	return false
}

// skipAdverbs returns the first word from k on that is no adverb.
func (r *clauseReader) skipAdverbs(k int) int {
	for n := 0; n < 4 && k < len(r.words); n++ {
		if !r.classes[k].Is(lexicon.WordAdverb) && !(len(r.lower[k]) > 4 && r.is(k, en.LyEnding)) || r.breaks(k) {
			break
		}
		k++
	}
	return k
}

// add notes a group.
func (r *clauseReader) add(g VerbGroup) int {
	if r.is(g.To, en.Up) && en.Is(g.Lemma, en.SetWord) {
		g.Lemma, g.To, g.awaits = "establish", g.To+1, false
	}
	g.Begins, g.Side, g.Open, g.marked = r.begins, r.side, r.open, r.marked
	if r.condition {
		g.Tense = ""
	}
	if r.open && (g.Tense == tensePresent || g.Tense == tensePlanned) {
		g.Tense = ""
	}
	r.finite = r.finite || !g.Loose
	r.groups = append(r.groups, g)
	r.marked = false
	return g.To
}

// group reads the verb group that begins at word k, and returns where it ends;
// k if there is none.
func (r *clauseReader) group(k int) int {
	c := r.classes[k]
	switch {
	case c.Is(lexicon.WordWill), strings.HasSuffix(r.lower[k], "’ll"), strings.HasSuffix(r.lower[k], "'ll"):
		return r.future(k)
	case c.Is(lexicon.WordModal):
		if r.words[k].Capital && k > 0 {
			return k // May
		}
		g := VerbGroup{From: k, To: r.base(r.skipAdverbs(k + 1))}
		if r.is(k, en.Would) {
			g.Lemma = lexicon.Lemma(r.word(g.To - 1)) // the others say nothing of a happening
		}
		return r.chain(g)
	case c.Is(lexicon.WordIs):
		return r.being(k, false)
	case c.Is(lexicon.WordWas):
		return r.being(k, true)
	case c.Is(lexicon.WordHas | lexicon.WordHad):
		return r.having(k)
	case c.Is(lexicon.WordDid):
		m := r.skipAdverbs(k + 1)
		if m > k+1 && m < len(r.words) {
			return r.add(VerbGroup{From: k, To: m + 1, Lemma: r.lower[m], Tense: TensePast})
		}
		return r.add(VerbGroup{From: k, To: k + 1, Lemma: "do", Tense: TensePast})
	case r.is(k, en.To) && r.infinitive(k+1):
		return r.add(VerbGroup{From: k, To: r.base(k + 1), Loose: true})
	case c.Is(lexicon.WordIntend) && r.is(k+1, en.To) && r.subjectBefore(k):
		return r.chain(VerbGroup{From: k, To: k + 1, Tense: tensePlanned, Lemma: lexicon.Lemma(r.lower[k]), awaits: true})
	case c.Is(lexicon.WordCalendar) && !r.plain && !r.words[k].Capital && r.subjectBefore(k) && r.agrees(k):
		return r.present(k)
	case c.Is(lexicon.WordBe):
		return k
	case r.open && r.happens(k) && r.subjectBefore(k):
		return r.add(VerbGroup{From: k, To: k + 1, Lemma: lexicon.Lemma(r.lower[k])})
	}
	return r.past(k)
}

// happens reports whether word k is the present of a happening and no plural of
// its noun: publishes, resigns.
func (r *clauseReader) happens(k int) bool {
	w := r.lower[k]
	if !r.is(k, en.SEnding) || r.words[k].Capital {
		return false
	}
	if _, _, noun := lexicon.HappeningNoun(w); noun {
		return false
	}
	_, ok := lexicon.HappeningOf(lexicon.Lemma(w))
	return ok
}

// future reads will and what follows.
func (r *clauseReader) future(k int) int {
	m := r.skipAdverbs(k + 1)
	g := VerbGroup{From: k, Tense: tenseFuture}
	switch {
	case r.is(m, en.Have):
		g.Tense = ""
		fallthrough
	case r.is(m, en.Be):
		n := r.skipAdverbs(m + 1)
		if lemma, ok := lexicon.PastForm(r.word(n)); ok {
			g.Lemma, g.Passive, g.To = lemma, true, n+1
			return r.chain(g)
		}
		g.Lemma, g.To = r.lower[m], m+1
		if r.is(n, en.IngEnding) {
			g.Lemma, g.To = lexicon.Lemma(r.lower[n]), n+1
		}
		return r.chain(g)
	case m < len(r.words) && !r.breaks(m):
		g.Lemma, g.To = r.lower[m], m+1
		return r.chain(g)
	}
	return k
}

// chain adds g with the infinitive that hangs on it: "is due to open", "will
// begin to sell", whose verb it becomes.
func (r *clauseReader) chain(g VerbGroup) int {
	for n := 0; n < 2 && r.is(g.To, en.To) && r.infinitive(g.To+1); n++ {
		end := r.base(g.To + 1)
		g.Lemma, g.To = lexicon.Lemma(r.lower[end-1]), end
	}
	if g.Tense != "" && r.is(g.To, en.IngEnding) && r.gaps[g.To] == GapBlank && lexicon.ClauseWord(g.Lemma+"s").Is(lexicon.WordCalendar) {
		g.Lemma, g.To = lexicon.Lemma(r.lower[g.To]), g.To+1 // will begin selling
	}
	return r.add(g)
}

// infinitive reports whether word k, behind "to", is a verb: no name, article,
// number, time.
func (r *clauseReader) infinitive(k int) bool {
	if k >= len(r.words) || r.words[k].Capital || r.breaks(k) {
		return false
	}
	c := r.classes[k]
	if c.Is(lexicon.WordDeterminer | lexicon.WordPreposition | lexicon.WordRelative | lexicon.WordOpen) {
		return false
	}
	return unicode.IsLetter(rune(r.lower[k][0])) && !r.is(k, en.IngEnding, en.SEnding) || c.Is(lexicon.WordBe) || r.is(k, en.SsEnding, en.CusEnding)
}

// base returns where the plain verb at k ends: "open", "be opened", "have met".
func (r *clauseReader) base(k int) int {
	if k >= len(r.words) {
		return len(r.words)
	}
	if r.is(k, en.Be, en.Have) {
		n := r.skipAdverbs(k + 1)
		if _, ok := lexicon.PastForm(r.word(n)); ok {
			return n + 1
		}
	}
	return k + 1
}

// being reads is or was and what follows.
func (r *clauseReader) being(k int, past bool) int {
	m := r.skipAdverbs(k + 1)
	g := VerbGroup{From: k, To: k + 1, Lemma: "be", Tense: tensePresent}
	if past {
		g.Tense = TensePast
	}
	w := r.word(m)
	lemma, done := lexicon.PastForm(w)
	switch {
	case m >= len(r.words) || r.breaks(m):
	case r.is(m, en.To) && r.infinitive(m+1), r.class(m).Is(lexicon.WordPlan) && (r.is(m+1, en.To) || r.plannedFor(m+1)):
		g.To, g.awaits = m+1, true
		g.Lemma = lexicon.Lemma(w)
		if r.is(m, en.To) {
			g.To = m
		}
		g.Tense = tensePlanned
		if past {
			g.Tense = ""
		}
		return r.chain(g)
	case r.is(m, en.Being):
		g.To = m + 1
		if lemma, ok := lexicon.PastForm(r.word(r.skipAdverbs(m + 1))); ok {
			g.To, g.Lemma, g.Passive = r.skipAdverbs(m+1)+1, lemma, true
		}
	case done:
		g.To, g.Lemma, g.Passive = m+1, lemma, true
		g.awaits = awaits(lemma) || r.class(m).Is(lexicon.WordPlan)
	case r.is(m, en.IngEnding) && !r.class(m).Is(lexicon.WordNoVerb) && len(w) > 4:
		g.To, g.Lemma = m+1, lexicon.Lemma(w)
		if past || !lexicon.ClauseWord(g.Lemma).Is(lexicon.WordCalendar) && !lexicon.ClauseWord(g.Lemma+"s").Is(lexicon.WordCalendar) {
			g.Tense = "" // was meeting him the next week; is considering a bill of last week
		}
	}
	return r.add(g)
}

// plannedFor reports whether a time can hang on a plan at k: "is due on Friday".
func (r *clauseReader) plannedFor(k int) bool {
	return k >= len(r.words) || r.is(k, en.PlannedFor)
}

// awaits reports whether a verb in the past speaks of what comes later.
func awaits(lemma string) bool { return lexicon.ClauseWord(lemma).Is(lexicon.WordAhead) }

// having reads has or had and what follows.
func (r *clauseReader) having(k int) int {
	m := r.skipAdverbs(k + 1)
	g := VerbGroup{From: k, To: k + 1, Lemma: "have"}
	if r.classes[k].Is(lexicon.WordHad) {
		g.Tense = TensePast
	}
	if m >= len(r.words) || r.breaks(m) {
		return r.add(g)
	}
	perfect := false
	if r.is(m, en.Been) {
		g.Lemma, g.To, perfect = "be", m+1, true
		m = r.skipAdverbs(m + 1)
		g.Passive = true
	}
	if lemma, ok := lexicon.PastForm(r.word(m)); ok {
		g.Lemma, g.To, perfect = lemma, m+1, true
		g.awaits = awaits(lemma) || r.class(m).Is(lexicon.WordPlan)
	}
	switch {
	case perfect && r.class(m).Is(lexicon.WordPlan) && r.is(g.To, en.For) && r.classes[k].Is(lexicon.WordHas):
		g.Tense = tensePlanned // has been set for
	case perfect && g.awaits:
		g.Tense = ""
	case perfect:
		g.Tense = TensePast
	case r.is(m, en.To):
		g.Tense = ""
	}
	return r.add(g)
}

// agrees reports whether the verb at k, a form of the present, agrees with the
// noun before it: "shops open", not "the close".
func (r *clauseReader) agrees(k int) bool {
	if r.is(k, en.SEnding) {
		return true
	}
	if r.is(k+1, en.To) { // sources close to
		return false
	}
	return r.is(k-1, en.PluralSubject) || len(r.lower[k-1]) > 3 && r.is(k-1, en.SEnding) && !r.is(k-1, en.SsEnding) && !r.words[k-1].Possessive
}

// present reads a present that stands for what a calendar fixes.
func (r *clauseReader) present(k int) int {
	return r.add(VerbGroup{From: k, To: k + 1, Lemma: lexicon.Lemma(r.lower[k]), Tense: tensePresent})
}

// subjectBefore reports whether a noun or pronoun that can be a subject ends
// before word k.
func (r *clauseReader) subjectBefore(k int) bool {
	if k == 0 {
		return false
	}
	c, and := r.classes[k-1], r.is(k-1, en.And)
	if c.Is(lexicon.WordRelative) || and || r.is(k-1, en.That) {
		return r.side || and && r.finite
	}
	if c.Is(lexicon.WordDeterminer | lexicon.WordPreposition | lexicon.WordJoin | lexicon.WordModal | lexicon.WordOpen | lexicon.WordCondition | lexicon.WordDoes | lexicon.WordDid | lexicon.WordWill | lexicon.WordIs) {
		return false
	}
	return !r.is(k-1, en.To) && !r.words[k-1].Possessive && !r.finite
}

// past reads a past tense or a participle at word k.
func (r *clauseReader) past(k int) int {
	lemma, ok := lexicon.PastForm(r.lower[k])
	if ok && k == 0 && !r.plain {
		return r.add(VerbGroup{From: k, To: k + 1, Lemma: lemma, Bare: true, Passive: true, Loose: true, awaits: true}) // Born in 1950, she …
	}
	if !ok || !r.verbHere(k) || r.words[k].Capital && r.plain {
		return r.gerund(k)
	}
	g := VerbGroup{From: k, To: k + 1, Lemma: lemma, Bare: true, Passive: true}
	switch {
	case r.classes[k].Is(lexicon.WordParticiple), r.finite && !r.marked, r.comma(k) && r.finite && !r.side && !r.aside(), r.breaks(k):
		g.Loose, g.awaits = true, awaits(lemma) || r.classes[k].Is(lexicon.WordPlan)
		return r.add(g) // the bill passed in May
	}
	g.Passive = false
	g.Tense, g.awaits = TensePast, awaits(lemma) || r.classes[k].Is(lexicon.WordPlan)
	if g.awaits && r.is(k+1, en.To) && r.infinitive(k+2) {
		g.Tense = "" // agreed to meet
	}
	return r.chain(g)
}

// aside reports whether the verb before may be a participle between commas, so
// that the main verb of its clause is still to come: "the club, founded in 1960,
// moved".
func (r *clauseReader) aside() bool {
	if len(r.groups) == 0 {
		return false
	}
	last := &r.groups[len(r.groups)-1]
	return last.Bare && !last.Loose && last.Begins == r.begins && r.comma(last.From)
}

// verbHere reports whether word k, a form in -ed or the like, is no adjective.
func (r *clauseReader) verbHere(k int) bool {
	if k == 0 {
		return false
	}
	prev := r.classes[k-1]
	switch {
	case prev.Is(lexicon.WordDeterminer) && r.is(k-2, en.The):
		return true // the two met
	case r.words[k-1].Possessive, prev.Is(lexicon.WordDeterminer) && !r.is(k-1, en.That, en.This):
		return false
	case prev.Is(lexicon.WordPreposition):
		return false
	case r.is(k-1, en.To):
		return false
	}
	return true
}

// gerund notes a form in -ing that is a verb, so that it governs what follows.
func (r *clauseReader) gerund(k int) int {
	w := r.lower[k]
	if len(w) < 6 || !r.is(k, en.IngEnding) || r.classes[k].Is(lexicon.WordNoVerb) || r.words[k].Capital && k > 0 {
		return k
	}
	if _, _, noun := lexicon.HappeningNoun(w); noun || r.class(k-1).Is(lexicon.WordDeterminer) {
		return k
	}
	return r.add(VerbGroup{From: k, To: k + 1, Lemma: lexicon.Lemma(w), Bare: true, Loose: true})
}

// reduce takes the tense from forms that are participles, as another finite verb
// follows in the clause: "talks held in May will go on".
func (r *clauseReader) reduce() {
	for i := 0; i+1 < len(r.groups); i++ {
		g, next := &r.groups[i], &r.groups[i+1]
		if g.Bare && g.Tense == TensePast && next.Begins == g.Begins && !next.Loose && !r.surelyPast(g) &&
			(!next.marked || r.comma(g.From) && !r.class(next.From-1).Is(lexicon.WordJoin)) {
			g.Tense, g.Passive, g.Loose = "", true, true
		}
	}
}

// surelyPast reports whether g has a form that is no participle: went, saw.
func (r *clauseReader) surelyPast(g *VerbGroup) bool {
	return r.class(g.From).Is(lexicon.WordPreterite)
}
