package counts

import (
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
	joined   bool    // "and" or a comma alone parts it from the statement before
	end      int     // the token behind its noun
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
	x.end = to
	if k := len(c.claims); k > 0 && c.claims[k-1].sentence == sentence {
		x.joined = c.claims[k-1].end < from && c.Between(c.claims[k-1].end, from, &jointGap)
	}
	c.claims = append(c.claims, x)
}

// jointGap is what stands between two members of a list.
var jointGap = numbers.Gap{Most: 2, Only: en.SetOf(en.And, en.Comma)}

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
	for k := i - 1; k >= i-supposeReach && (c.Tok(k).Kind != page.TokenMark || c.Is(k, en.Hyphen)); k-- {
		if c.Is(k, en.Supposes) {
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
	switch {
	case c.Phrase(to, en.Of, en.Theirs):
		k, some = to+2, true
	case c.Is(from-1, en.Definite) && pastParticiple(c.Tok(to).Lower):
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
	return edForm(w) || numbers.IrregularPast(w) && en.Is(w, en.EnEnding)
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
	x.slack = numbers.RepeatSlack(x.n, step, q.Scale)
	return q.To
}

// modifiers returns the words of tokens [from, to), those with a capital apart.
func (c *statementReader) modifiers(from, to int) (mods, proper []string) {
	for k := from; k < to; k++ {
		t := c.Tok(k)
		switch {
		case !c.Content(k):
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
	for range 3 {
		_, k = c.BoundBefore(k, numbers.Quantity{From: k, To: k, Kind: numbers.KindMeasure})
	}
	prev := c.Tok(k - 1)
	switch {
	case prev.Of(en.Definite) || prev.Possessive:
		x.definite = !c.anyones(k - 1)
		x.bearer = c.bearerAt(k - 1)
		x.the, x.own = prev.Of(en.Those), prev.Of(en.TheirOwn)
		k--
	case c.Phrase(k-2, en.TollOrTotal, en.Of), c.Phrase(k-3, en.In, en.All, en.Comma):
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

// listed reports whether another number is joined to the one at token k, so that
// they share its noun: with 90 and 72 passengers.
func (c *statementReader) listed(k int) bool {
	q, ok := c.Numeral(k-2, false)
	return ok && c.Is(k-1, en.And, en.Or) && q.To == k-1 && c.TimeAt(k-2) == nil
}

// conceptReach is within how many tokens of a number the word stands that says
// what happened to those it counts.
const conceptReach = 4

// tollReach is within how many tokens before a number "death toll" stands that
// it is one of.
const tollReach = 8

// conceptBefore reads the verb before a number: "killing at least 12".
func (c *statementReader) conceptBefore(x *statement, k int) {
	for n := k - 1; n >= k-tollReach; n-- {
		if c.Is(n, en.Toll) && (c.Is(n-1, en.Death) || !c.Tok(n-1).Capital && x.zone == article.Headline) {
			x.concept = lexicon.ConceptOf("death")
			return
		}
	}
	if concept := c.numberOf(k); concept != "" {
		x.concept, x.definite = concept, true
		return
	}
	for n := k - 1; n >= k-conceptReach; n-- {
		if c.Tok(n).Kind != page.TokenWord || c.Meets(n, &en.ClauseEnd) { // injured when two trains collided
			return
		}
		if x.concept = c.conceptAt(n); x.concept != "" || !lexicon.ClosedWord(c.Tok(n).Lower) && !c.Is(n, en.TollVerb) {
			return
		}
	}
}

// conceptAt returns what the word at token k says happened to people; empty for
// the verb of "lives with her children".
func (c *statementReader) conceptAt(k int) string {
	if c.Phrase(k, en.Lives, en.LivesOn) {
		return ""
	}
	return lexicon.ConceptOf(c.Tok(k).Lower)
}

// numberOf reads "the number of dead in the flood has risen to" before token k.
func (c *statementReader) numberOf(k int) string {
	at := c.WordBefore(k-2, numberReach, en.Number)
	if at < 0 || !c.Is(k-1, en.NumberVerb) || !c.Is(at+1, en.Of) {
		return ""
	}
	for n := at + 2; n < min(at+5, k); n++ {
		if concept := c.conceptAt(n); concept != "" {
			return concept
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
	switch {
	case c.Is(at, en.AmountLink):
		at--
	case c.Phrase(at-1, en.Valued, en.At):
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
	if !c.Content(at) || c.Tok(at).Capital {
		return
	}
	x.owner, _ = lexicon.Singular(c.Tok(at).Lower)
	x.owners = append(x.owners, x.owner)
	for n := at - 1; n >= at-3; n-- {
		w := c.Tok(n)
		x.part = x.part || w.Possessive && c.TimeAt(n) != nil || lexicon.PartWord(w.Lower) // this year's budget
		x.definite = x.definite || w.Of(en.Definite) || w.Possessive && !c.anyones(n)
		if !c.Content(n) {
			break
		}
		if w.Capital {
			x.proper = append(x.proper, stemOf(w.Lower))
		} else if !w.Of(en.Definite) {
			word, _ := lexicon.Singular(w.Lower)
			x.owners = append(x.owners, word)
		}
	}
}

// after reads what stands behind x: its owner, what happened to those it
// counts, and what restricts them.
func (c *statementReader) after(x *statement, from, to int) {
	count := x.n.Kind == numbers.KindCount
	compound := count && to-2 >= from && c.Is(to-2, en.Hyphen) && c.Tok(to-2).Glued
	x.part = x.part || count && x.n.Noun != "" && c.Phrase(to, en.Of, en.ThemAll)
	if compound || !count {
		k := to
		if c.Is(k, en.Hyphen) && c.Tok(k).Glued {
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
	x.part = x.part || len(x.mods) > 0 && lexicon.PartWord(x.mods[0]) || c.Is(to, en.More)
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

// conceptAfter reads what happened to those that x counts: "12 people were
// killed".
func (c *statementReader) conceptAfter(x *statement, to int) {
	for _, w := range append([]string{x.n.Noun}, x.mods...) {
		if concept := lexicon.ConceptOf(w); concept != "" {
			x.concept = concept
			return
		}
	}
	for k := to; k < to+conceptReach+2 && c.Tok(k).Kind == page.TokenWord; k++ {
		undergone := c.Between(to, k, &undergoneGap)
		if concept := c.doneTo(k); concept != "" && (x.concept == "" || undergone) {
			x.concept = concept
			return
		}
		if concept := c.conceptAt(k); concept != "" {
			x.those = k == to && x.n.Noun != "" && edForm(c.Tok(k).Lower) && c.moreVerbs(to+1)
			if x.concept == "" || k == to || undergone {
				x.concept = concept
			}
			return
		}
		if w := c.Tok(k).Lower; !lexicon.FunctionWord(w) && !c.Is(k, en.LyEnding, en.Feared) || c.Is(k, en.PhraseLink) {
			return
		}
	}
}

// A form of be or have says that what stands behind it happened to those before it.
var undergoneGap = numbers.Gap{Needs: en.SetOf(en.Undergone)}

func edForm(w string) bool { return len(w) > 4 && en.Is(w, en.EdEnding) }

// doings are what needs several words to say what happened to people, and a word that
// says the same.
var doings = []struct {
	phrase []en.Class
	word   string
}{
	{[]en.Class{en.Into, en.Gaol}, "jailed"},
	{[]en.Class{en.Lost, en.Their, en.Homes}, "homeless"},
	{[]en.Class{en.Lost, en.Their, en.Jobs}, "cut"},
	{[]en.Class{en.Pulled, en.PulledTo}, "rescued"},
	{[]en.Class{en.Pulled, en.To, en.Safety}, "rescued"},
	{[]en.Class{en.SetWord, en.Free}, "freed"},
	{[]en.Class{en.TakenInto, en.IntoWord, en.Custody}, "arrested"},
	{[]en.Class{en.TakenTo, en.To, en.Hospital}, "hurt"},
}

// doneTo returns the concept of what the words from token k on say to have happened to
// people; empty for nothing.
func (c *statementReader) doneTo(k int) string {
	for i := range doings {
		if c.Phrase(k, doings[i].phrase...) {
			return lexicon.ConceptOf(doings[i].word)
		}
	}
	return ""
}

// restrictions reads the words behind x that say which of those it counts are
// meant.
func (c *statementReader) restrictions(x *statement, to int) {
	if c.Phrase(to, en.Adverb, en.Restricts) {
		to++ // the 14 firms currently in the programme
	}
	t, opens := c.Tok(to), c.Is(to, en.Restricts)
	switch {
	case t.Kind != page.TokenWord, !opens && (!c.participle(to) || t.Of(en.EdEnding) && !c.moreVerbs(to+1)),
		opens && !x.part && x.own && !t.Of(en.Of): // her five children in Graz
		return
	case t.Of(en.There, en.Here):
		x.behind = []string{t.Lower}
		return
	}
	end := to
	for end < to+restrictReach && c.Tok(end).Kind == page.TokenWord && (t.Of(en.Relative) || !c.Is(end, en.Auxiliary)) {
		end++
	}
	x.behind = c.stems(to, end)
	_, x.named = c.modifiers(to, end)
	if x.n.Kind == numbers.KindCount && t.Of(en.DayPreposition) {
		if c.Is(to+1, en.Definite) {
			to++
		}
		x.whole, _ = c.NounPhrase(to+1, 1)
	}
}

// participle reports whether the word at token k says what was done to those
// counted before it: "wounded in the raid", not "discussed a plan".
func (c *statementReader) participle(k int) bool {
	return c.Is(k, en.IngEnding) || c.Is(k, en.EdEnding) && lexicon.ConceptOf(c.Tok(k).Lower) == "" && c.Is(k+1, en.DoneBy, en.Restricts)
}

// moreVerbs reports whether a finite verb stands behind token k in its clause:
// then the participle before it restricts a noun, "the 20 students jailed in May
// wrote home", and else it is the verb itself.
func (c *statementReader) moreVerbs(k int) bool {
	for i := k; i < k+finiteReach && (c.Tok(i).Kind != page.TokenMark || c.Is(i, en.Hyphen, en.Apostrophe)); i++ {
		if t := c.Tok(i); t.Of(en.Auxiliary) || t.Kind == page.TokenWord && !t.Capital && c.Verbal(i) {
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
	switch {
	case c.Is(k, en.Contrast):
		return k >= to
	case !c.Is(k, en.MereLink):
		return false
	case k < from:
		return c.Is(k, en.From) && k < from-2 || c.Is(k, en.Against) && k < from-1
	}
	if _, ok := c.AmountAt(k + 1); ok || c.MayOpen(k+1) && c.TimeAt(k+1) != nil {
		return false
	}
	next := k + 1
	if c.Is(next, en.The, en.A, en.Its) {
		next++
	}
	return !lexicon.PartWord(c.Tok(next).Lower) && !c.Is(next, en.LimitWord)
}

// changeReach is within how many tokens before a number a word stands that says
// that it changed; behind it half as many.
const changeReach = 4

// stems returns the stems of the content words among tokens [from, to).
func (c *statementReader) stems(from, to int) []string {
	var out []string
	for k := from; k < to; k++ {
		if w := c.Tok(k).Lower; len(w) > 2 && c.Content(k) && c.TimeAt(k) == nil {
			out = append(out, stemOf(w))
		}
	}
	return out
}

// stemOf cuts the usual endings off a word, so that its forms compare equal.
func stemOf(w string) string {
	if concept := lexicon.ConceptOf(w); concept != "" {
		return concept
	}
	if base := lexicon.Lemma(w); base != w && !en.Classes(w).HasAny(en.SEnding, en.Participle) {
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
