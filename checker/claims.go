package checker

import (
	"math"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
)

// A claim is a number as a document uses it: what it counts and what is said of
// that.
type claim struct {
	n        *rules.Number
	sentence int
	zone     article.Kind
	those    bool     // the concept says which are meant: the 15 miners trapped in
	concept  string   // see lexicon.ConceptOf
	owner    string   // what the amount is of: the contract of "$5 million contract"
	owners   []string // the words that may be it
	kindly   bool     // joined to its owner by a hyphen: 200-member
	definite bool     // the, these, all, a total of
	total    bool     // a total of, in all
	part     bool     // another, others, one of
	some     bool     // 11 of its plants: in a lead what the headline counts
	changed  bool     // rose to, earlier, while
	paid     bool     // bought, sold or done for it
	the      bool     // the, those, these
	own      bool     // its, his, her
	level    bool     // … to what it is now: rises to
	proper   []string // capitalised words between number and noun, and of the owner
	mods     []string // the other words there
	whole    string   // parliament, of "seats in parliament"
	front    []string // words with a capital before the number, but the first word
	each     bool     // is the price of one
	doneWord string   // the word behind the number
	done     string   // its stem
	behind   []string // content words of what restricts the noun from behind
	named    []string // those of them with a capital
	digits   text.Span
	slack    float64 // by how much it can be off as it is written
}

// A claimReader reads the claims of a document.
type claimReader struct {
	numberReader
	claims  []claim
	content [][]string // by sentence: its stems, see stemOf
}

// readClaims returns the numbers of headline, deck and body with what is said
// of them.
func (d *document) readClaims() *claimReader {
	c := &claimReader{numberReader: numberReader{d: d, src: d.Article.Flow()}, content: make([][]string, len(d.sentences))}
	numbers := d.numberFacts()
	defer tokenScratch.lend(&c.toks)()
	for i := range d.sentences {
		s := &d.sentences[i]
		var here []*rules.Number
		here, numbers = numbersIn(numbers, s.Span)
		lengths := len(d.times[i]) > 0 && mayLast(s.Span.In(c.src))
		if len(here) == 0 && !lengths || !counted(s.Zone) {
			continue
		}
		c.toks = tokenize(c.toks[:0], c.src, s.Span)
		c.times, c.names = d.times[i], d.namesOf(i)
		c.content[i] = c.stems(0, len(c.toks))
		k := 0
		for _, n := range here {
			for k < len(c.toks) && c.toks[k].span.Start < n.At.Span.Start {
				k++
			}
			if k < len(c.toks) {
				c.claim(n, i, k)
			}
		}
		if lengths {
			c.lengths(i)
		}
	}
	return c
}

// claim reads the claim of number n, which begins at token from.
func (c *claimReader) claim(n *rules.Number, sentence, from int) {
	if n.Kind == kindAge || n.Kind == kindScore || n.Kind == kindShare {
		return
	}
	to := from
	for to < len(c.toks) && c.toks[to].span.Start < n.At.Span.End {
		to++
	}
	done := c.tok(to).lower
	n, to, some := c.named(n, from, to)
	x := claim{n: n, sentence: sentence, zone: c.d.sentences[sentence].Zone, some: some, done: stemOf(done), doneWord: done}
	numeral := c.numeralOf(&x, from)
	x.mods, x.proper = c.modifiers(numeral, to-1)
	c.before(&x, from)
	c.after(&x, from, to)
	x.changed = x.changed || c.changes(from, to)
	_, x.front = c.modifiers(max(1, from-frontReach), from)
	x.each = c.isEach(from, to)
	c.claims = append(c.claims, x)
}

// isEach reports whether the amount of tokens [from, to) is the price of one:
// 24 dollars each, $5 a share, or each of the families gets it.
func (c *claimReader) isEach(from, to int) bool {
	switch next := c.tok(to); {
	case next.is("each"), next.is("apiece"), next.is("per"):
		return true
	case next.is("a"), next.is("an"):
		return c.tok(to+1).kind == tokenWord && c.timeAt(to+1) == nil && !c.tok(to+1).is("year")
	case next.is("for"):
		return c.tok(to+1).is("each") || c.tok(to+1).is("every")
	}
	for k := max(0, from-eachReach); k < from; k++ {
		if c.tok(k).is("each") || c.tok(k).is("every") {
			return true
		}
	}
	return false
}

// eachReach is within how many tokens before a price "each" stands.
const eachReach = 7

// frontReach is how many tokens before a number are read for names.
const frontReach = 24

// named returns the count n of tokens [from, to) with the noun of "the 70
// trapped miners" or of "11 of its plants"; some reports the latter.
func (c *claimReader) named(n *rules.Number, from, to int) (_ *rules.Number, end int, some bool) {
	if n.Kind != kindCount || n.Noun != "" {
		return n, to, false
	}
	k := to
	switch t := c.tok(to); {
	case t.is("of") && (c.tok(to+1).is("its") || c.tok(to+1).is("their")):
		k, some = to+2, true
	case definiteWord(c.tok(from-1).lower) && pastParticiple(t.lower):
		k = to + 1
	default:
		return n, to, false
	}
	noun, end := c.nounPhrase(k, 2)
	if noun == "" {
		return n, to, false
	}
	m := *n
	m.Noun = noun
	if some {
		return &m, to, true
	}
	m.At = c.d.placeOf(text.Span{Start: n.At.Span.Start, End: c.tok(end - 1).span.End})
	m.Text = m.At.Text
	return &m, end, false
}

// pastParticiple reports whether a word can be the participle of "the four
// stolen paintings".
func pastParticiple(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") || irregularPast(w) && (strings.HasSuffix(w, "en") || strings.HasSuffix(w, "wn"))
}

// numeralOf finds the digits of x, and returns the token behind them.
func (c *claimReader) numeralOf(x *claim, from int) int {
	_, n := c.prefix(from)
	q, ok := c.numeral(from+n, n > 0)
	if !ok || q.to <= from+n {
		x.digits = x.n.At.Span
		return from + 1
	}
	x.digits = text.Span{Start: c.tok(from + n).span.Start, End: c.tok(q.to - 1).span.End}
	step := stepOf(q.value)
	if t := c.tok(from + n); t.kind == tokenFigure {
		_, step = lastDigit(t.span.In(c.src))
		step *= q.scale
	}
	x.slack = writtenSlack(x.n, step, q.scale)
	return q.to
}

// writtenSlack is by how much a number can be off that is given again: half its
// last digit where it is rounded to millions or decimals or stands with
// "about", else nothing but a fiftieth for zeros at its end.
func writtenSlack(n *rules.Number, step, scale float64) float64 {
	v := math.Abs(n.Value)
	switch {
	case n.Approx && step < v/10:
		return min(v/10, roughSteps*step)
	case n.Approx:
		return max(step/2, v/10)
	case scale > 1 || step < 1:
		return min(step/2, v/10)
	case step > 1:
		return min(step/2, v/50)
	}
	return 0
}

// roughSteps is how many of its last digit a number with "about" can be off: not
// 100 for "about 8,030".
const roughSteps = 5

// modifiers returns the words of tokens [from, to), those with a capital apart.
func (c *claimReader) modifiers(from, to int) (mods, proper []string) {
	for k := from; k < to; k++ {
		t := c.tok(k)
		switch {
		case t.kind != tokenWord || lexicon.ClosedWord(t.lower):
		case t.capital:
			proper = append(proper, stemOf(t.lower))
		default:
			mods = append(mods, stemOf(t.lower))
		}
	}
	return mods, proper
}

// before reads the determiner of x, whether it is a part, and what is said of
// it before the number.
func (c *claimReader) before(x *claim, from int) {
	k := from
	for n := 0; n < 3; n++ {
		_, b := c.boundBefore(k, quantity{from: k, to: k, kind: kindMeasure})
		if b == k {
			break
		}
		k = b
	}
	prev := c.tok(k - 1)
	switch {
	case definiteWord(prev.lower), prev.possessive:
		x.definite = true
		x.the = prev.is("the") || prev.is("those") || prev.is("these")
		x.own = prev.is("his") || prev.is("her") || prev.is("their") || prev.is("its")
		k--
	case prev.is("of") && (c.tok(k-2).is("total") || c.tok(k-2).is("toll")):
		x.definite, x.total = true, true
	case prev.is(",") && c.tok(k-2).is("all") && c.tok(k-3).is("in"):
		x.definite, x.total = true, true
	}
	x.part = x.part || lexicon.PartWord(prev.lower)
	x.level = c.tok(k-1).is("to") || c.tok(k-1).is("at")
	c.conceptBefore(x, k)
	c.ownerBefore(x, k)
}

func definiteWord(w string) bool {
	switch w {
	case "the", "these", "those", "this", "all", "its", "his", "her", "their", "our":
		return true
	}
	return false
}

// conceptReach is within how many tokens of a number the word stands that says
// what happened to those it counts.
const conceptReach = 4

// tollReach is within how many tokens before a number "death toll" stands that
// it is one of.
const tollReach = 8

// conceptBefore reads the verb before a number: "killing at least 12".
func (c *claimReader) conceptBefore(x *claim, k int) {
	for n := 1; n <= tollReach; n++ {
		if c.tok(k-n).is("toll") && (c.tok(k-n-1).is("death") || !c.tok(k-n-1).capital && x.zone == article.Headline) {
			x.concept = lexicon.ConceptOf("death")
			return
		}
	}
	if concept := c.numberOf(k); concept != "" {
		x.concept, x.definite = concept, true
		return
	}
	for n := 1; n <= conceptReach; n++ {
		t := c.tok(k - n)
		if t.kind != tokenWord || joinsClauses(t.lower) {
			return
		}
		if concept := c.conceptAt(k - n); concept != "" {
			x.concept = concept
			return
		}
		if !lexicon.ClosedWord(t.lower) && !t.is("toll") && !t.is("total") && !t.is("lives") && !t.is("stood") && !t.is("stands") {
			return
		}
	}
}

// joinsClauses reports whether what stands before a word says nothing of what
// stands behind it: "injured when two trains collided".
func joinsClauses(w string) bool {
	switch w {
	case "when", "as", "after", "before", "while", "because", "if", "where", "that", "although", "though", "since":
		return true
	}
	return false
}

// conceptAt returns what the word at token k says happened to people; empty for
// the verb of "lives with her children".
func (c *claimReader) conceptAt(k int) string {
	if c.tok(k).is("lives") {
		switch c.tok(k + 1).lower {
		case "with", "in", "at", "near", "on", "by", "under", "there", "here", "alone", "next":
			return ""
		}
	}
	return lexicon.ConceptOf(c.tok(k).lower)
}

// numberOf reads "the number of dead in the flood has risen to" before token k.
func (c *claimReader) numberOf(k int) string {
	switch c.tok(k - 1).lower {
	case "to", "at", "was", "is", "reached", "reaches", "hit", "hits", "passed", "of":
	default:
		return ""
	}
	for i := k - 2; i > k-2-numberReach && c.tok(i).kind == tokenWord; i-- {
		if !c.tok(i).is("number") || !c.tok(i+1).is("of") {
			continue
		}
		for n := 2; n < 5 && i+n < k; n++ {
			if concept := c.conceptAt(i + n); concept != "" {
				return concept
			}
		}
	}
	return ""
}

// numberReach is within how many tokens before a number "the number of" stands
// that it is.
const numberReach = 14

// ownerBefore reads what an amount is of that stands before it: "a contract
// worth $5 million".
func (c *claimReader) ownerBefore(x *claim, k int) {
	if x.n.Kind == kindCount {
		return
	}
	at := k - 1
	x.paid = c.tok(at).is("for")
	switch t := c.tok(at); {
	case t.is("worth"), t.is("costing"), t.is("totaling"), t.is("totalling"), t.is("of"), t.is("cost"), t.is("costs"), t.is("for"):
		at--
	case t.is("at") && c.tok(at-1).is("valued"):
		at -= 2
	default:
		return
	}
	if c.tok(at).is("which") || c.tok(at).is("that") {
		at--
	}
	if c.tok(at).is(",") {
		at--
	}
	if t := c.tok(at); t.kind == tokenWord && !t.capital && !lexicon.ClosedWord(t.lower) {
		x.owner, _ = lexicon.Singular(t.lower)
		x.owners = append(x.owners, x.owner)
		if definiteWord(c.tok(at - 1).lower) {
			x.definite = true
		}
		for n := 1; n <= 3; n++ {
			w := c.tok(at - n)
			if w.possessive && c.timeAt(at-n) != nil || lexicon.PartWord(w.lower) { // this year's budget
				x.part = true
			}
			if definiteWord(w.lower) || w.possessive {
				x.definite = true
			}
			if w.kind != tokenWord || lexicon.ClosedWord(w.lower) {
				break
			}
			if w.capital {
				x.proper = append(x.proper, stemOf(w.lower))
			} else if !definiteWord(w.lower) {
				word, _ := lexicon.Singular(w.lower)
				x.owners = append(x.owners, word)
			}
		}
	}
}

// after reads what stands behind x: its owner, what happened to those it
// counts, and what restricts them.
func (c *claimReader) after(x *claim, from, to int) {
	compound := x.n.Kind == kindCount && c.compoundAt(from, to)
	if next := c.tok(to); x.n.Kind == kindCount && x.n.Noun != "" {
		x.part = x.part || next.is("of") && (c.tok(to+1).is("them") || c.tok(to+1).is("those"))
	}
	if compound || x.n.Kind != kindCount {
		k := to
		if t := c.tok(k); t.is("-") && t.glued {
			k++
		}
		if noun, end := c.nounPhrase(k, 1); noun != "" {
			_, proper := c.modifiers(k, end-1)
			x.owner, x.kindly = noun, compound
			x.owners = c.phraseWords(k, end)
			x.proper = append(x.proper, proper...)
			to = end
		}
	}
	x.part = x.part || len(x.mods) > 0 && lexicon.PartWord(x.mods[0])
	switch c.tok(to).lower {
	case "more", "others", "other", "extra", "additional", "apiece", "each":
		x.part = true
	}
	c.conceptAfter(x, to)
	c.restrictions(x, to)
	if x.owner == "" && x.n.Kind == kindMoney && (c.tok(to).is("in") || c.tok(to).is("of")) { // in emergency aid
		if noun, _ := c.nounPhrase(to+1, 1); noun != "" && !c.tok(to+1).capital {
			x.owner, x.owners = noun, []string{noun}
		}
	}
}

// phraseWords returns the words of a noun phrase at tokens [from, to), in the
// singular: where it ends is not sure.
func (c *claimReader) phraseWords(from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		if t := c.tok(k); t.kind == tokenWord && !t.capital {
			w, _ := lexicon.Singular(t.lower)
			out = append(out, w)
		}
	}
	return out
}

// compoundAt reports whether a hyphen joins the number to its noun.
func (c *claimReader) compoundAt(from, to int) bool {
	t := c.tok(to - 2)
	return to-2 >= from && t.is("-") && t.glued
}

// conceptAfter reads what happened to those that x counts: "12 people were
// killed".
func (c *claimReader) conceptAfter(x *claim, to int) {
	if concept := lexicon.ConceptOf(x.n.Noun); concept != "" {
		x.concept = concept
		return
	}
	for _, m := range x.mods {
		if concept := lexicon.ConceptOf(m); concept != "" {
			x.concept = concept
			return
		}
	}
	for n := 0; n < conceptReach+2; n++ {
		t := c.tok(to + n)
		if t.kind != tokenWord {
			return
		}
		if concept := c.doneTo(to + n); concept != "" && (x.concept == "" || c.auxiliary(to, to+n)) {
			x.concept = concept
			return
		}
		if concept := c.conceptAt(to + n); concept != "" {
			x.those = n == 0 && x.n.Noun != "" && len(t.lower) > 4 && strings.HasSuffix(t.lower, "ed") && c.moreVerbs(to+1)
			if x.concept == "" || n == 0 || c.auxiliary(to, to+n) {
				x.concept = concept
			}
			return
		}
		if !lexicon.FunctionWord(t.lower) && !strings.HasSuffix(t.lower, "ly") && !feared(t.lower) || t.is("and") || t.is("in") || t.is("by") || t.is("with") || t.is("of") {
			return
		}
	}
}

// doneTo reads at token k what needs several words to say what happened to
// people: sent to prison, lost their homes.
func (c *claimReader) doneTo(k int) string {
	a, b, end := c.tok(k), c.tok(k+1), c.tok(k+2)
	switch {
	case (a.is("to") || a.is("into") || a.is("in")) && (b.is("prison") || b.is("jail")) && !a.capital:
		return lexicon.ConceptOf("jailed")
	case a.is("lost") && b.is("their") && (end.is("homes") || end.is("houses")):
		return lexicon.ConceptOf("homeless")
	case (a.is("pulled") || a.is("plucked") || a.is("winched") || a.is("picked") || a.is("lifted")) && (b.is("from") || b.is("out") || b.is("alive") || b.is("up") || b.is("to") && end.is("safety")):
		return lexicon.ConceptOf("rescued")
	case a.is("set") && b.is("free"):
		return lexicon.ConceptOf("freed")
	case (a.is("taken") || a.is("brought")) && b.is("into") && end.is("custody"):
		return lexicon.ConceptOf("arrested")
	case (a.is("taken") || a.is("admitted")) && b.is("to") && (end.is("hospital") || end.is("hospitals")):
		return lexicon.ConceptOf("hurt")
	case a.is("lost") && b.is("their") && end.is("jobs"):
		return lexicon.ConceptOf("cut")
	}
	return ""
}

func feared(w string) bool {
	switch w {
	case "feared", "reported", "confirmed", "left", "believed", "presumed", "listed", "reportedly", "people", "others":
		return true
	}
	return false
}

// auxiliary reports whether a form of be or have stands among tokens [from, to).
func (c *claimReader) auxiliary(from, to int) bool {
	for k := from; k < to; k++ {
		switch c.tok(k).lower {
		case "was", "were", "is", "are", "been", "be", "being", "had", "have", "has", "who", "left", "feared":
			return true
		}
	}
	return false
}

// restrictions reads the words behind x that say which of those it counts are
// meant.
func (c *claimReader) restrictions(x *claim, to int) {
	t := c.tok(to)
	if t.kind != tokenWord {
		return
	}
	if !restricts(t.lower) && (!c.participle(to) || strings.HasSuffix(t.lower, "ed") && !c.moreVerbs(to+1)) {
		return
	}
	if !x.part && restricts(t.lower) && !t.is("of") && x.own {
		return // her five children in Graz
	}
	if t.is("there") || t.is("here") {
		x.behind = []string{t.lower}
		return
	}
	end := to
	for end < len(c.toks) && end < to+restrictReach && c.toks[end].kind == tokenWord {
		end++
	}
	x.behind = c.stems(to, end)
	_, x.named = c.modifiers(to, end)
	if x.n.Kind == kindCount && (t.is("of") || t.is("in") || t.is("on")) {
		if definiteWord(c.tok(to + 1).lower) {
			to++
		}
		x.whole, _ = c.nounPhrase(to+1, 1)
	}
}

// restricts reports whether a word behind a noun begins what restricts it.
func restricts(w string) bool {
	switch w {
	case "of", "in", "from", "with", "at", "on", "near", "under", "aged", "who", "that", "which", "whose", "for", "among", "inside", "there", "here":
		return true
	}
	return false
}

// participle reports whether the word at token k says what was done to those
// counted before it: "wounded in the raid", not "discussed a plan".
func (c *claimReader) participle(k int) bool {
	t, next := c.tok(k), c.tok(k+1)
	if strings.HasSuffix(t.lower, "ing") {
		return true
	}
	if lexicon.ConceptOf(t.lower) != "" || !strings.HasSuffix(t.lower, "ed") {
		return false
	}
	return next.is("by") || next.is("during") || next.is("since") || restricts(next.lower)
}

// moreVerbs reports whether a finite verb stands behind token k in its clause:
// then the participle before it restricts a noun, "the 20 students jailed in May
// wrote home", and else it is the verb itself.
func (c *claimReader) moreVerbs(k int) bool {
	for i := k; i < k+finiteReach && i < len(c.toks); i++ {
		t := c.tok(i)
		switch {
		case t.kind == tokenMark && !t.is("-") && !t.is("’"):
			return false
		case t.is("is"), t.is("are"), t.is("was"), t.is("were"), t.is("has"), t.is("have"), t.is("had"), t.is("will"), t.is("would"), t.is("can"), t.is("could"), t.is("may"), t.is("must"), t.is("should"), t.is("do"), t.is("did"):
			return true
		case t.kind == tokenWord && !t.capital && c.verbal(i):
			return true
		}
	}
	return false
}

// finiteReach is how many tokens are read for a finite verb.
const finiteReach = 14

// restrictReach is how many tokens behind a noun are read for what restricts it.
const restrictReach = 7

// changes reports whether a word near the number says that it changed.
func (c *claimReader) changes(from, to int) bool {
	for k := max(0, from-changeReach); k < min(len(c.toks), to+changeReach/2); k++ {
		if (k < from || k >= to) && lexicon.UpdateWord(c.toks[k].lower) && !c.tiesOnly(k, from, to) {
			return true
		}
	}
	return false
}

// tiesOnly reports whether the word of change at token k, near the number of
// tokens [from, to), is a mere preposition here: "12 coaches from Poland", "march
// against the war".
func (c *claimReader) tiesOnly(k, from, to int) bool {
	switch c.toks[k].lower {
	case "from", "against", "before", "until", "now":
	case "but", "while", "although", "though", "however", "whereas", "estimate", "up", "down":
		return k >= to
	default:
		return false
	}
	if k < from {
		return c.tok(k).is("from") && k < from-2 || c.tok(k).is("against") && k < from-1
	}
	next := c.tok(k + 1)
	if _, ok := c.amountAt(k + 1); ok || c.opens2(k+1) && c.timeAt(k+1) != nil {
		return false
	}
	if next.is("the") || next.is("a") || next.is("its") {
		next = c.tok(k + 2)
	}
	return !lexicon.PartWord(next.lower) && !next.is("year") && !next.is("month") && !next.is("quarter") && !next.is("about") && !next.is("around")
}

// changeReach is within how many tokens before a number a word stands that says
// that it changed; behind it half as many.
const changeReach = 4

// stems returns the stems of the content words among tokens [from, to).
func (c *claimReader) stems(from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		t := c.tok(k)
		if t.kind == tokenWord && len(t.lower) > 2 && !lexicon.ClosedWord(t.lower) && c.timeAt(k) == nil {
			out = append(out, stemOf(t.lower))
		}
	}
	return out
}

// stemOf cuts the usual endings off a word, so that its forms compare equal.
func stemOf(w string) string {
	if concept := lexicon.ConceptOf(w); concept != "" {
		return concept
	}
	if base := lexicon.Lemma(w); base != w && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") {
		w = base // sank
	} else if s, plural := lexicon.Singular(w); plural {
		w = s
	}
	for _, end := range [...]string{"ing", "ed", "es", "ers", "er", "ly", "s", "e"} {
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= 4 {
			return rest
		}
	}
	return w
}
