package checker

import (
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// orders returns any two dated happenings that words put in an order,
// in the order of the text.
func (d *document) orders() []*rules.Order {
	var out []*rules.Order
	o := orderReader{d: d}
	for i, t := range d.accounts() {
		if t == nil || !counted(d.sentences[i].Zone) {
			continue
		}
		o.account, o.words = t, d.sentences[i].words
		if len(t.times) > 1 {
			out = append(out, o.tied()...)
			out = append(out, o.staged()...)
		}
		if i > 0 {
			out = append(out, o.goesOn(d.accounts()[i-1])...)
		}
	}
	return out
}

// An orderReader finds times of one sentence that words put in an order.
type orderReader struct {
	d       *document
	account *account
	words   []text.Word
}

// Which of the two a word of order puts first: what stands in its own phrase, or
// what the clause says that it belongs to.
const (
	phraseFirst = iota + 1 // after the vote
	clauseFirst            // before the vote
)

// orderWord returns which of the two the word at k puts first, 0 if it is no word
// of order.
func (o *orderReader) orderWord(k int) int {
	switch o.account.word(k) {
	case "after", "following", "since":
		return phraseFirst
	case "before", "until", "till":
		return clauseFirst
	case "to":
		if o.account.word(k-1) == "prior" {
			return clauseFirst
		}
	case "of":
		if o.account.word(k-1) == "ahead" {
			return clauseFirst
		}
	}
	return 0
}

// word returns word k in lower case, empty outside the sentence.
func (t *account) word(k int) string {
	if k < 0 || k >= len(t.lower) {
		return ""
	}
	return t.lower[k]
}

// tied returns what a word of order puts in an order: "two days before the vote
// on 4 June, … on 5 June".
func (o *orderReader) tied() []*rules.Order {
	var out []*rules.Order
	for k := range o.account.lower {
		which := o.orderWord(k)
		if which == 0 {
			continue
		}
		in := o.inPhrase(k, which)
		if in == nil {
			continue
		}
		of := o.clauseBefore(k)
		if of == nil {
			of = o.clauseBehind(k, in)
		}
		switch {
		case of == nil:
		case which == phraseFirst:
			out = append(out, o.order(o.account.lower[k], in, of))
		default:
			out = append(out, o.order(o.account.lower[k], of, in))
		}
	}
	return out
}

// orderReach is within how many words of a word of order the time stands that
// belongs to its phrase. Chosen.
const orderReach = 12

// inPhrase returns the time in the phrase that the word of order at k begins;
// nil where the word stands before a time itself ("after 3 May"), or where the
// time can belong to another noun or to a plan.
func (o *orderReader) inPhrase(k, which int) *hanging {
	h := o.timeAfter(k)
	if h == nil || h.prep <= k+1 || h.prep-k > orderReach || !o.usable(h) {
		return nil
	}
	prepositions := 0
	for n := k + 1; n <= h.prep; n++ {
		c := lexicon.ClauseWord(o.account.lower[n])
		switch {
		case o.parted(n), c.Is(lexicon.WordRelative | lexicon.WordOpen | lexicon.WordCondition | lexicon.WordModal | lexicon.WordWill), o.account.lower[n] == "anniversary":
			return nil
		case c.Is(lexicon.WordPreposition) && n < h.prep:
			prepositions++
		}
	}
	verb := o.account.lastGroup(h.prep)
	if verb != nil && verb.from <= k {
		verb = nil
	}
	switch {
	case verb == nil:
		return o.nounPhrase(h, prepositions)
	case verb != h.group, lexicon.ClauseWord(o.account.lower[verb.to-1]).Is(lexicon.WordPlan), verb.bare && which == clauseFirst && prepositions > 0 && o.prepositionIn(k+1, verb.from), verb.loose && verb.from > k+1:
		return nil
	}
	return h
}

// prepositionIn reports whether one of words [from, to) is a preposition: in
// "before a ruling on a law passed in May" the verb may be a participle.
func (o *orderReader) prepositionIn(from, to int) bool {
	for k := from; k < to; k++ {
		if lexicon.ClauseWord(o.account.lower[k]).Is(lexicon.WordPreposition) {
			return true
		}
	}
	return false
}

// nounPhrase returns h if it belongs to the happening that a noun in its phrase
// names: "the vote on 4 June", "the 4 June vote", "his death in 1998".
func (o *orderReader) nounPhrase(h *hanging, prepositions int) *hanging {
	if h.noun >= 0 && prepositions <= 1 || h.noun < 0 && prepositions <= 1 && h.prep != h.from {
		return h
	}
	if _, _, ok := lexicon.HappeningNoun(o.account.word(h.to)); ok && prepositions == 0 {
		return h
	}
	return nil
}

// clauseBefore returns the time of the clause that the word of order at k goes on
// with: "was arrested on 3 May after …".
func (o *orderReader) clauseBefore(k int) *hanging {
	verb := o.account.lastFinite(k)
	for i := len(o.account.times) - 1; i >= 0; i-- {
		h := &o.account.times[i]
		if h.to > k || !dated(h.time) {
			continue
		}
		if h.prep == 0 && o.parted(h.to) && o.quantities(h.to, k) && o.usable(h) {
			return h // in 1999, two years after
		}
		if verb == nil || h.group != verb || !o.usable(h) || o.breakIn(max(h.to, verb.to), k) {
			return nil
		}
		return h
	}
	return nil
}

// clauseBehind returns the time of the clause before which a phrase of order
// stands: "after the crash on 12 March, … on 10 March".
func (o *orderReader) clauseBehind(k int, in *hanging) *hanging {
	if !o.opens(k) {
		return nil
	}
	end := in.to
	verb := o.account.nextFinite(end)
	if verb != nil && verb.side && verb.begins >= in.to { // the crash on 12 March that killed 30, …
		end = o.phraseEnd(verb.to)
		verb = o.account.nextFinite(end)
	}
	if verb == nil || o.breakIn(end, verb.from) {
		return nil
	}
	for i := range o.account.times {
		h := &o.account.times[i]
		if h.from >= end && h.group == verb && o.usable(h) {
			return h
		}
		if h.from >= in.to && h.to <= verb.from && o.parted(h.prep) && h.to < len(o.words) && o.parted(h.to) && o.usable(h) && h.prep != h.from {
			return h // before the vote on 4 June, on 5 June, …
		}
	}
	return nil
}

// phraseEnd returns where the comma stands that ends a phrase, from word k on.
func (o *orderReader) phraseEnd(k int) int {
	for n := k; n < len(o.words) && n < k+8; n++ {
		if o.words[n].Comma {
			return n
		}
	}
	return k
}

// opens reports whether a phrase that begins at k opens its sentence or a clause
// behind a comma or "and", but for a number with its unit: "two days after".
func (o *orderReader) opens(k int) bool {
	if w := o.account.word(k - 1); w == "prior" || w == "ahead" {
		k--
	}
	for n := k; n >= 0 && n > k-5; n-- {
		if n == 0 || n < k && (o.account.word(n-1) == "and" || o.account.word(n-1) == "but") {
			return n == 0 || lexicon.ClauseWord(o.account.lower[n]).Is(lexicon.WordDeterminer|lexicon.WordOpen)
		}
		if n < k && !o.quantity(n) {
			return false
		}
	}
	return false
}

// quantities reports whether words [from, to) are a length of time.
func (o *orderReader) quantities(from, to int) bool {
	for k := from; k < to; k++ {
		if !o.quantity(k) {
			return false
		}
	}
	return to-from < 5
}

// quantity reports whether word k can stand in a length of time before a word of
// order.
func (o *orderReader) quantity(k int) bool {
	w := o.account.lower[k]
	return isDigit(w[0]) || lexicon.ClauseWord(w).Is(lexicon.WordDeterminer|lexicon.WordAdverb) || len(o.d.times[o.account.sentence]) > 0 && o.inTime(k) ||
		strings.HasSuffix(w, "s") || w == "day" || w == "week" || w == "month" || w == "year" || w == "just" || w == "shortly" || w == "soon"
}

// inTime reports whether word k belongs to a time expression.
func (o *orderReader) inTime(k int) bool {
	for i := range o.account.times {
		if o.account.times[i].from <= k && k < o.account.times[i].to {
			return true
		}
	}
	return false
}

// staged returns what the verbs of one subject put in an order, by their meaning
// or by a word such as "later" beside the second: "founded in 1950 and closed in
// 1940".
func (o *orderReader) staged() []*rules.Order {
	var out []*rules.Order
	var first *hanging
	for i := range o.account.times {
		h := &o.account.times[i]
		if h.group == nil || !o.usable(h) {
			continue
		}
		if first != nil && first.group != h.group && o.sameSubject(first.group, h.group) {
			out = append(out, o.stages(first, h, false)...)
		}
		first = h
	}
	return out
}

// stages returns the order of two times of one subject's doings, if it is known.
// Told in two sentences, only a birth and a word such as "later" put them in one:
// news goes back from one sentence to the next. So does "had", and "again" begins
// anew.
func (o *orderReader) stages(a, b *hanging, apart bool) []*rules.Order {
	word := o.sequel(b.group)
	if o.anew(b.group) {
		return nil
	}
	if word == "" && (lexicon.InOrder(a.group.lemma, b.group.lemma) >= 0 || apart && a.group.lemma != "bear") {
		return nil
	}
	return []*rules.Order{o.order(word, a, b)}
}

// anew reports whether words beside the verb g say that it lies back, or that it
// is not the first of its kind.
func (o *orderReader) anew(g *verbGroup) bool {
	for k := max(0, g.from-2); k < g.to+2 && k < len(o.words); k++ {
		switch c := lexicon.ClauseWord(o.account.lower[k]); {
		case c.Is(lexicon.WordHad) && k >= g.from && k < g.to:
			return true
		case c.Is(lexicon.WordOther) && o.account.lower[k] != "later" && !strings.HasPrefix(o.account.lower[k], "subsequent"):
			return true
		}
	}
	return false
}

// sequel returns the word beside the verb g that makes it come later.
func (o *orderReader) sequel(g *verbGroup) string {
	for k := g.from - 1; k >= 0 && k >= g.from-2; k-- {
		switch w := o.account.lower[k]; w {
		case "later", "then", "subsequently", "eventually", "afterwards":
			return w
		}
	}
	for k := g.from; k < g.to; k++ {
		switch w := o.account.lower[k]; w {
		case "later", "then", "subsequently", "eventually":
			return w
		}
	}
	return ""
}

// sameSubject reports whether the verbs a and b, in the order of the text, share
// their subject: "was born … and graduated", "founded in 1950, the firm closed".
func (o *orderReader) sameSubject(a, b *verbGroup) bool {
	if a.open || b.open || b.loose || a.passive && a.loose && !o.parted(a.from) && a.from > 0 {
		return false
	}
	k := b.from - 1
	for k > a.to && o.account.lower[k] != "then" && (lexicon.ClauseWord(o.account.lower[k]).Is(lexicon.WordAdverb) || strings.HasSuffix(o.account.lower[k], "ly")) {
		k--
	}
	switch w := o.account.word(k); {
	case w == "and", w == "then", w == "but":
		return !o.breakIn(a.to, k) && !o.otherFinite(a, b)
	case w == "he", w == "she", w == "it", w == "they":
		return !o.otherFinite(a, b)
	}
	if a.side && b.side && a.begins == b.begins && o.parted(b.from) {
		return !o.otherFinite(a, b) // the factory, which opened in May, closed
	}
	return a.loose && (o.parted(a.from) || a.from == 0) && a.begins == b.begins && !o.otherFinite(a, b)
}

// otherFinite reports whether a finite verb stands between a and b.
func (o *orderReader) otherFinite(a, b *verbGroup) bool {
	g := o.account.nextFinite(a.to)
	return g != nil && g.from < b.from
}

// goesOn returns the order of this sentence's first doing and the last of the
// sentence before, where a pronoun carries the subject on: "He joined in 1990. He
// later …".
func (o *orderReader) goesOn(before *account) []*rules.Order {
	if before == nil || len(o.account.times) == 0 || !o.pronounLeads() {
		return nil
	}
	a, b := before.lastDated(), o.account.firstDated()
	if a == nil || b == nil || a.group.side || b.group.side || a.group.loose || b.group.loose {
		return nil
	}
	return o.stages(a, b, true)
}

// pronounLeads reports whether a pronoun is the subject of the sentence, at its
// head or behind a time and a comma.
func (o *orderReader) pronounLeads() bool {
	for k := 0; k < len(o.words) && k < 6; k++ {
		switch o.account.lower[k] {
		case "he", "she", "it", "they":
			return true
		}
		if !o.inTime(k) && !lexicon.ClauseWord(o.account.lower[k]).Is(lexicon.WordOn|lexicon.WordAdverb) {
			return false
		}
	}
	return false
}

func (t *account) lastDated() *hanging {
	for i := len(t.times) - 1; i >= 0; i-- {
		if h := &t.times[i]; h.group != nil && t.orders(h) {
			return h
		}
	}
	return nil
}

func (t *account) firstDated() *hanging {
	for i := range t.times {
		if h := &t.times[i]; h.group != nil && t.orders(h) {
			return h
		}
	}
	return nil
}

// usable reports whether h can be put in an order: it is known when it is, by
// more than the name of a weekday, and it is no end of a range.
func (o *orderReader) usable(h *hanging) bool { return o.account.orders(h) }

// orders is usable for a time of t.
func (t *account) orders(h *hanging) bool {
	return dated(h.time) && !h.time.BareWeekday() && h.time.Sure && h.time.Joins == 0 && h.from < h.to && h.to <= len(t.lower) &&
		(h.prep == h.from || !ranging(t.lower[h.prep]))
}

func ranging(w string) bool { return w == "from" || w == "to" || w == "for" || w == "by" }

// timeAfter returns the first time behind word k.
func (o *orderReader) timeAfter(k int) *hanging {
	for i := range o.account.times {
		if h := &o.account.times[i]; h.from > k && dated(h.time) {
			return &o.account.times[i]
		}
	}
	return nil
}

// parted reports whether anything but blanks stands before word k.
func (o *orderReader) parted(k int) bool {
	return k > 0 && k < len(o.words) && gapBefore(o.d.Article.Flow(), o.words, k) != gapBlank
}

// breakIn reports whether a sign that ends a clause, other than a comma, stands
// before one of the words (from, to].
func (o *orderReader) breakIn(from, to int) bool {
	for k := from; k <= to && k < len(o.words); k++ {
		if gapBefore(o.d.Article.Flow(), o.words, k) == gapBreak {
			return true
		}
	}
	return false
}

// lastGroup returns the last verb that ends at word k or before it.
func (t *account) lastGroup(k int) *verbGroup {
	for i := len(t.groups) - 1; i >= 0; i-- {
		if t.groups[i].to <= k {
			return &t.groups[i]
		}
	}
	return nil
}

// lastFinite returns the last finite verb that ends at word k or before it.
func (t *account) lastFinite(k int) *verbGroup {
	for i := len(t.groups) - 1; i >= 0; i-- {
		if t.groups[i].to <= k && !t.groups[i].loose {
			return &t.groups[i]
		}
	}
	return nil
}

// nextFinite returns the first finite verb at word k or behind it.
func (t *account) nextFinite(k int) *verbGroup {
	for i := range t.groups {
		if t.groups[i].from >= k && !t.groups[i].loose {
			return &t.groups[i]
		}
	}
	return nil
}

// order makes the fact.
func (o *orderReader) order(word string, earlier, later *hanging) *rules.Order {
	span := hull(earlier.time, later.time)
	f := &rules.Order{At: o.d.placeOf(span), Zone: later.time.Zone.String(), Word: word}
	f.Text = f.At.Text
	f.Earlier, f.Later = *o.d.timeFacts()[o.d.indexOf(earlier.time)], *o.d.timeFacts()[o.d.indexOf(later.time)]
	return f
}

// hull returns the span from the one time to the other.
func hull(a, b *timeline.Time) text.Span {
	return text.Span{Start: min(a.Span.Start, b.Span.Start), End: max(a.Span.End, b.Span.End)}
}
