package counts

import (
	"math"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// A statement is a number as a document uses it: what it counts and what is said of
// that.
type statement struct {
	n        *fact.Number
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
	bearer   string   // whose it is, where that is named: women, of the women's race
	supposed bool     // told of what may be: if 12 players are picked
	level    bool     // … to what it is now: rises to
	proper   []string // capitalised words between number and noun, and of the owner
	mods     []string // the other words there
	whole    string   // parliament, of "seats in parliament"
	front    []string // words with a capital before the number, but the first word
	each     bool     // is the price of one
	perMany  bool     // a percentage of 1,000, 100,000 …
	doneWord string   // the word behind the number
	done     string   // its stem
	behind   []string // content words of what restricts the noun from behind
	named    []string // those of them with a capital
	digits   text.Span
	slack    float64 // by how much it can be off as it is written
}

// A statementReader reads the claims of a document.
type statementReader struct {
	numbers.Reader
	claims  []statement
	content [][]string // by sentence: its stems, see stemOf
}

// readClaims returns the numbers of headline, deck and body with what is said
// of them.
func readClaims(d *page.Page) *statementReader {
	c := &statementReader{Reader: numbers.NewReader(d), content: make([][]string, len(d.Parsed))}
	defer page.TokenScratch.Lend(&c.Toks)()
	for i, here := range c.Sentences() {
		s := &d.Parsed[i]
		lengths := len(d.TimesIn[i]) > 0 && mayLast(s.Span.In(c.Src))
		if len(here) == 0 && !lengths || !page.Counted(s.Zone) {
			continue
		}
		c.Open(i)
		c.content[i] = c.stems(0, len(c.Toks))
		k := 0
		for _, n := range here {
			for k < len(c.Toks) && c.Toks[k].Span.Start < n.At.Span.Start {
				k++
			}
			if k < len(c.Toks) {
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
func (c *statementReader) claim(n *fact.Number, sentence, from int) {
	if n.Kind == numbers.KindAge || n.Kind == numbers.KindScore || n.Kind == numbers.KindShare {
		return
	}
	to := from
	for to < len(c.Toks) && c.Toks[to].Span.Start < n.At.Span.End {
		to++
	}
	if c.properName(n, from, to) {
		return
	}
	done := c.Tok(to).Lower
	n, to, some := c.named(n, from, to)
	x := statement{n: n, sentence: sentence, zone: c.D.Parsed[sentence].Zone, some: some, done: stemOf(done), doneWord: done}
	numeral := c.numeralOf(&x, from)
	x.mods, x.proper = c.modifiers(numeral, to-1)
	c.before(&x, from)
	c.after(&x, from, to)
	x.changed = x.changed || c.changes(from, to)
	_, x.front = c.modifiers(max(1, from-frontReach), from)
	x.perMany = n.Kind == numbers.KindPercent && c.Is(to, en.Per) && c.Tok(to+1).Kind == page.TokenFigure && c.Tok(to+1).Value >= 1000
	x.each = c.PriceOfOne(from, to)
	x.supposed = !x.definite && c.supposes(from)
	c.claims = append(c.claims, x)
}

// properName reports whether the count of tokens [from, to) with its noun is a
// name, as the Six Nations are, or numbers the name behind it: 21 Anna Smith.
func (c *statementReader) properName(n *fact.Number, from, to int) bool {
	if n.Kind != numbers.KindCount || n.Noun == "" || to-from < 2 || !c.Tok(to-1).Capital {
		return false
	}
	if name := c.NameAt(from + 1); name != nil && name.Kind != page.NameOrg && !name.Demonym && name.Words[1]-name.Words[0] > 1 && c.Tok(from).Kind == page.TokenFigure {
		return true
	}
	return from > 0 && c.Tok(from).Capital && c.Tok(from-1).Kind == page.TokenWord
}

// supposes reports whether the clause of token i tells of what may be.
func (c *statementReader) supposes(i int) bool {
	for k := i - 1; k >= 0 && k >= i-supposeReach; k-- {
		t := c.Tok(k)
		if t.Kind == page.TokenMark && !t.Of(en.Hyphen) {
			return false
		}
		if t.Of(en.Supposes) {
			return true
		}
	}
	return false
}

// supposeReach is within how many tokens before a number the word stands that
// only supposes it.
const supposeReach = 6

// frontReach is how many tokens before a number are read for names.
const frontReach = 24

// named returns the count n of tokens [from, to) with the noun of "the 70
// trapped miners" or of "11 of its plants"; some reports the latter.
func (c *statementReader) named(n *fact.Number, from, to int) (_ *fact.Number, end int, some bool) {
	if n.Kind != numbers.KindCount || n.Noun != "" {
		return n, to, false
	}
	k := to
	switch t := c.Tok(to); {
	case t.Of(en.Of) && c.Is(to+1, en.Its, en.Their):
		k, some = to+2, true
	case definiteWord(c.Tok(from-1).Lower) && pastParticiple(t.Lower):
		k = to + 1
	default:
		return n, to, false
	}
	noun, end := c.NounPhrase(k, 2)
	if noun == "" {
		return n, to, false
	}
	m := *n
	m.Noun = noun
	if some {
		return &m, to, true
	}
	m.At = c.D.PlaceOf(text.Span{Start: n.At.Span.Start, End: c.Tok(end - 1).Span.End})
	m.Text = m.At.Text
	return &m, end, false
}

// pastParticiple reports whether a word can be the participle of "the four
// stolen paintings".
func pastParticiple(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") || numbers.IrregularPast(w) && (strings.HasSuffix(w, "en") || strings.HasSuffix(w, "wn"))
}

// numeralOf finds the digits of x, and returns the token behind them.
func (c *statementReader) numeralOf(x *statement, from int) int {
	_, n := c.Prefix(from)
	q, ok := c.Numeral(from+n, n > 0)
	if !ok || q.To <= from+n {
		x.digits = x.n.At.Span
		return from + 1
	}
	x.digits = text.Span{Start: c.Tok(from + n).Span.Start, End: c.Tok(q.To - 1).Span.End}
	step, _ := c.LastDigit(q)
	x.slack = writtenSlack(x.n, step, q.Scale)
	return q.To
}

// writtenSlack is by how much a number can be off that is given again: half its
// last digit where it is rounded to millions or decimals or stands with
// "about", else nothing but a fiftieth for zeros at its end.
func writtenSlack(n *fact.Number, step, scale float64) float64 {
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
func (c *statementReader) modifiers(from, to int) (mods, proper []string) {
	for k := from; k < to; k++ {
		t := c.Tok(k)
		switch {
		case t.Kind != page.TokenWord || lexicon.ClosedWord(t.Lower):
		case t.Capital:
			proper = append(proper, stemOf(t.Lower))
		default:
			mods = append(mods, stemOf(t.Lower))
		}
	}
	return mods, proper
}

// before reads the determiner of x, whether it is a part, and what is said of
// it before the number.
func (c *statementReader) before(x *statement, from int) {
	k := from
	for n := 0; n < 3; n++ {
		_, b := c.BoundBefore(k, numbers.Quantity{From: k, To: k, Kind: numbers.KindMeasure})
		if b == k {
			break
		}
		k = b
	}
	prev := c.Tok(k - 1)
	switch {
	case definiteWord(prev.Lower), prev.Possessive:
		x.definite = !c.anyones(k - 1)
		x.bearer = c.bearerAt(k - 1)
		x.the = prev.Of(en.TakenUp)
		x.own = prev.Of(en.TheirOwn)
		k--
	case prev.Of(en.Of) && c.Is(k-2, en.Total, en.Toll):
		x.definite, x.total = true, true
	case prev.Of(en.Comma) && c.Is(k-2, en.All) && c.Is(k-3, en.In):
		x.definite, x.total = true, true
	}
	x.part = x.part || lexicon.PartWord(prev.Lower) || x.n.Kind == numbers.KindCount && c.listed(k)
	x.level = c.Is(k-1, en.To, en.At)
	c.conceptBefore(x, k)
	c.ownerBefore(x, k)
}

// anyones reports whether the possessor at token k is one among many: a season's.
func (c *statementReader) anyones(k int) bool {
	return c.Tok(k).Possessive && c.Is(k-1, en.IndefiniteArticle)
}

// bearerAt returns the stem of the possessor at token k; empty if there is none.
func (c *statementReader) bearerAt(k int) string {
	if t := c.Tok(k); t.Possessive && c.TimeAt(k) == nil {
		return stemOf(t.Lower)
	}
	return ""
}

func definiteWord(w string) bool { return en.Is(w, en.Definite) }

// listed reports whether another number is joined to the one at token k, so that
// they share its noun: with 90 and 72 passengers.
func (c *statementReader) listed(k int) bool {
	if t := c.Tok(k - 1); !t.Of(en.And, en.Or) {
		return false
	}
	q, ok := c.Numeral(k-2, false)
	return ok && q.To == k-1 && c.TimeAt(k-2) == nil
}

// conceptReach is within how many tokens of a number the word stands that says
// what happened to those it counts.
const conceptReach = 4

// tollReach is within how many tokens before a number "death toll" stands that
// it is one of.
const tollReach = 8

// conceptBefore reads the verb before a number: "killing at least 12".
func (c *statementReader) conceptBefore(x *statement, k int) {
	for n := 1; n <= tollReach; n++ {
		if c.Is(k-n, en.Toll) && (c.Is(k-n-1, en.Death) || !c.Tok(k-n-1).Capital && x.zone == article.Headline) {
			x.concept = lexicon.ConceptOf("death")
			return
		}
	}
	if concept := c.numberOf(k); concept != "" {
		x.concept, x.definite = concept, true
		return
	}
	for n := 1; n <= conceptReach; n++ {
		t := c.Tok(k - n)
		if t.Kind != page.TokenWord || joinsClauses(t.Lower) {
			return
		}
		if concept := c.conceptAt(k - n); concept != "" {
			x.concept = concept
			return
		}
		if !lexicon.ClosedWord(t.Lower) && !t.Of(en.Toll, en.Total, en.Lives, en.Stood, en.Stands) {
			return
		}
	}
}

// joinsClauses reports whether what stands before a word says nothing of what
// stands behind it: "injured when two trains collided".
func joinsClauses(w string) bool { return en.Is(w, en.JoinsClauses) }

// conceptAt returns what the word at token k says happened to people; empty for
// the verb of "lives with her children".
func (c *statementReader) conceptAt(k int) string {
	if c.Is(k, en.Lives) {
		if c.Is(k+1, en.LivesOn) {
			return ""
		}
	}
	return lexicon.ConceptOf(c.Tok(k).Lower)
}

// numberOf reads "the number of dead in the flood has risen to" before token k.
func (c *statementReader) numberOf(k int) string {
	switch c.Tok(k - 1).Lower {
	case "to", "at", "was", "is", "reached", "reaches", "hit", "hits", "passed", "of":
	default:
		return ""
	}
	for i := k - 2; i > k-2-numberReach && c.Tok(i).Kind == page.TokenWord; i-- {
		if !c.Is(i, en.Number) || !c.Is(i+1, en.Of) {
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
func (c *statementReader) ownerBefore(x *statement, k int) {
	if x.n.Kind == numbers.KindCount {
		return
	}
	at := k - 1
	x.paid = c.Is(at, en.For)
	switch t := c.Tok(at); {
	case t.Of(en.AmountLink):
		at--
	case t.Of(en.At) && c.Is(at-1, en.Valued):
		at -= 2
	default:
		return
	}
	if c.Is(at, en.Which, en.That) {
		at--
	}
	if c.Is(at, en.Comma) {
		at--
	}
	if t := c.Tok(at); t.Kind == page.TokenWord && !t.Capital && !lexicon.ClosedWord(t.Lower) {
		x.owner, _ = lexicon.Singular(t.Lower)
		x.owners = append(x.owners, x.owner)
		if definiteWord(c.Tok(at - 1).Lower) {
			x.definite = true
		}
		for n := 1; n <= 3; n++ {
			w := c.Tok(at - n)
			if w.Possessive && c.TimeAt(at-n) != nil || lexicon.PartWord(w.Lower) { // this year's budget
				x.part = true
			}
			if definiteWord(w.Lower) || w.Possessive && !c.anyones(at-n) {
				x.definite = true
			}
			if w.Kind != page.TokenWord || lexicon.ClosedWord(w.Lower) {
				break
			}
			if w.Capital {
				x.proper = append(x.proper, stemOf(w.Lower))
			} else if !definiteWord(w.Lower) {
				word, _ := lexicon.Singular(w.Lower)
				x.owners = append(x.owners, word)
			}
		}
	}
}

// after reads what stands behind x: its owner, what happened to those it
// counts, and what restricts them.
func (c *statementReader) after(x *statement, from, to int) {
	compound := x.n.Kind == numbers.KindCount && c.compoundAt(from, to)
	if next := c.Tok(to); x.n.Kind == numbers.KindCount && x.n.Noun != "" {
		x.part = x.part || next.Of(en.Of) && c.Is(to+1, en.Them, en.ThoseWord)
	}
	if compound || x.n.Kind != numbers.KindCount {
		k := to
		if t := c.Tok(k); t.Of(en.Hyphen) && t.Glued {
			k++
		}
		if noun, end := c.NounPhrase(k, 1); noun != "" {
			_, proper := c.modifiers(k, end-1)
			x.owner, x.kindly = noun, compound
			x.owners = c.phraseWords(k, end)
			x.proper = append(x.proper, proper...)
			to = end
		}
	}
	x.part = x.part || len(x.mods) > 0 && lexicon.PartWord(x.mods[0])
	if c.Is(to, en.More) {
		x.part = true
	}
	c.conceptAfter(x, to)
	c.restrictions(x, to)
	if x.owner == "" && x.n.Kind == numbers.KindMoney && c.Is(to, en.In, en.Of) { // in emergency aid
		if noun, _ := c.NounPhrase(to+1, 1); noun != "" && !c.Tok(to+1).Capital {
			x.owner, x.owners = noun, []string{noun}
		}
	}
}

// phraseWords returns the words of a noun phrase at tokens [from, to), in the
// singular: where it ends is not sure.
func (c *statementReader) phraseWords(from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		if t := c.Tok(k); t.Kind == page.TokenWord && !t.Capital {
			w, _ := lexicon.Singular(t.Lower)
			out = append(out, w)
		}
	}
	return out
}

// compoundAt reports whether a hyphen joins the number to its noun.
func (c *statementReader) compoundAt(from, to int) bool {
	t := c.Tok(to - 2)
	return to-2 >= from && t.Of(en.Hyphen) && t.Glued
}

// conceptAfter reads what happened to those that x counts: "12 people were
// killed".
func (c *statementReader) conceptAfter(x *statement, to int) {
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
		t := c.Tok(to + n)
		if t.Kind != page.TokenWord {
			return
		}
		if concept := c.doneTo(to + n); concept != "" && (x.concept == "" || c.auxiliary(to, to+n)) {
			x.concept = concept
			return
		}
		if concept := c.conceptAt(to + n); concept != "" {
			x.those = n == 0 && x.n.Noun != "" && len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ed") && c.moreVerbs(to+1)
			if x.concept == "" || n == 0 || c.auxiliary(to, to+n) {
				x.concept = concept
			}
			return
		}
		if !lexicon.FunctionWord(t.Lower) && !strings.HasSuffix(t.Lower, "ly") && !feared(t.Lower) || t.Of(en.PhraseLink) {
			return
		}
	}
}

// doneTo reads at token k what needs several words to say what happened to
// people: sent to prison, lost their homes.
func (c *statementReader) doneTo(k int) string {
	a, b, end := c.Tok(k), c.Tok(k+1), c.Tok(k+2)
	switch {
	case a.Of(en.Into) && b.Of(en.Gaol) && !a.Capital:
		return lexicon.ConceptOf("jailed")
	case a.Of(en.Lost) && b.Of(en.Their) && end.Of(en.Homes):
		return lexicon.ConceptOf("homeless")
	case a.Of(en.Pulled) && (b.Of(en.PulledTo) || b.Of(en.To) && end.Of(en.Safety)):
		return lexicon.ConceptOf("rescued")
	case a.Of(en.SetWord) && b.Of(en.Free):
		return lexicon.ConceptOf("freed")
	case a.Of(en.TakenInto) && b.Of(en.IntoWord) && end.Of(en.Custody):
		return lexicon.ConceptOf("arrested")
	case a.Of(en.TakenTo) && b.Of(en.To) && end.Of(en.Hospital):
		return lexicon.ConceptOf("hurt")
	case a.Of(en.Lost) && b.Of(en.Their) && end.Of(en.Jobs):
		return lexicon.ConceptOf("cut")
	}
	return ""
}

func feared(w string) bool { return en.Is(w, en.Feared) }

// auxiliary reports whether a form of be or have stands among tokens [from, to).
func (c *statementReader) auxiliary(from, to int) bool {
	for k := from; k < to; k++ {
		if c.Is(k, en.Undergone) {
			return true
		}
	}
	return false
}

// restrictions reads the words behind x that say which of those it counts are
// meant.
func (c *statementReader) restrictions(x *statement, to int) {
	if c.Tok(to).Kind == page.TokenWord && c.Is(to, en.Adverb) && restricts(c.Tok(to+1).Lower) {
		to++ // the 14 firms currently in the programme
	}
	t := c.Tok(to)
	if t.Kind != page.TokenWord {
		return
	}
	if !restricts(t.Lower) && (!c.participle(to) || strings.HasSuffix(t.Lower, "ed") && !c.moreVerbs(to+1)) {
		return
	}
	if !x.part && restricts(t.Lower) && !t.Of(en.Of) && x.own {
		return // her five children in Graz
	}
	if t.Of(en.There, en.Here) {
		x.behind = []string{t.Lower}
		return
	}
	end := to
	for end < len(c.Toks) && end < to+restrictReach && c.Toks[end].Kind == page.TokenWord && (t.Of(en.Relative) || !c.Toks[end].Of(en.Auxiliary)) {
		end++
	}
	x.behind = c.stems(to, end)
	_, x.named = c.modifiers(to, end)
	if x.n.Kind == numbers.KindCount && t.Of(en.CasesOf) {
		if definiteWord(c.Tok(to + 1).Lower) {
			to++
		}
		x.whole, _ = c.NounPhrase(to+1, 1)
	}
}

// restricts reports whether a word behind a noun begins what restricts it.
func restricts(w string) bool { return en.Is(w, en.Restricts) }

// participle reports whether the word at token k says what was done to those
// counted before it: "wounded in the raid", not "discussed a plan".
func (c *statementReader) participle(k int) bool {
	t, next := c.Tok(k), c.Tok(k+1)
	if strings.HasSuffix(t.Lower, "ing") {
		return true
	}
	if lexicon.ConceptOf(t.Lower) != "" || !strings.HasSuffix(t.Lower, "ed") {
		return false
	}
	return next.Of(en.DoneBy) || restricts(next.Lower)
}

// moreVerbs reports whether a finite verb stands behind token k in its clause:
// then the participle before it restricts a noun, "the 20 students jailed in May
// wrote home", and else it is the verb itself.
func (c *statementReader) moreVerbs(k int) bool {
	for i := k; i < k+finiteReach && i < len(c.Toks); i++ {
		t := c.Tok(i)
		switch {
		case t.Kind == page.TokenMark && !t.Of(en.Hyphen, en.Apostrophe):
			return false
		case t.Of(en.Auxiliary), t.Kind == page.TokenWord && !t.Capital && c.Verbal(i):
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
func (c *statementReader) changes(from, to int) bool {
	for k := max(0, from-changeReach); k < min(len(c.Toks), to+changeReach/2); k++ {
		if (k < from || k >= to) && lexicon.UpdateWord(c.Toks[k].Lower) && !c.tiesOnly(k, from, to) {
			return true
		}
	}
	return false
}

// tiesOnly reports whether the word of change at token k, near the number of
// tokens [from, to), is a mere preposition here: "12 coaches from Poland", "march
// against the war".
func (c *statementReader) tiesOnly(k, from, to int) bool {
	switch c.Toks[k].Lower {
	case "from", "against", "before", "until", "now":
	case "but", "while", "although", "though", "however", "whereas", "estimate", "up", "down":
		return k >= to
	default:
		return false
	}
	if k < from {
		return c.Is(k, en.From) && k < from-2 || c.Is(k, en.Against) && k < from-1
	}
	next := c.Tok(k + 1)
	if _, ok := c.AmountAt(k + 1); ok || c.MayOpen(k+1) && c.TimeAt(k+1) != nil {
		return false
	}
	if next.Of(en.The, en.A, en.Its) {
		next = c.Tok(k + 2)
	}
	return !lexicon.PartWord(next.Lower) && !next.Of(en.Year, en.Month, en.Quarter, en.About, en.Around)
}

// changeReach is within how many tokens before a number a word stands that says
// that it changed; behind it half as many.
const changeReach = 4

// stems returns the stems of the content words among tokens [from, to).
func (c *statementReader) stems(from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		t := c.Tok(k)
		if t.Kind == page.TokenWord && len(t.Lower) > 2 && !lexicon.ClosedWord(t.Lower) && c.TimeAt(k) == nil {
			out = append(out, stemOf(t.Lower))
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
