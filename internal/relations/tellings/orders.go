package tellings

import (
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Orders returns any two dated happenings that words put in an order,
// in the order of the text.
func Orders(d *page.Page) []*fact.Order {
	var out []*fact.Order
	o := orderReader{d: d}
	for i, t := range claims.Accounts(d) {
		if t == nil || !page.Counted(d.Parsed[i].Zone) {
			continue
		}
		o.account, o.words = t, d.Parsed[i].Words
		if len(t.Times) > 1 {
			out = append(out, o.tied()...)
			out = append(out, o.staged()...)
		}
		if i > 0 {
			out = append(out, o.goesOn(claims.Accounts(d)[i-1])...)
		}
	}
	return withLives(d, out)
}

// An orderReader finds times of one sentence that words put in an order.
type orderReader struct {
	d       *page.Page
	account *claims.Account
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
	switch c := en.Classes(word(o.account, k)); {
	case c.Has(en.PutsFirst):
		return phraseFirst
	case c.Has(en.PutsLast),
		c.Has(en.To) && en.Is(word(o.account, k-1), en.Prior),
		c.Has(en.Of) && en.Is(word(o.account, k-1), en.Ahead):
		return clauseFirst
	}
	return 0
}

// word returns word k in lower case, empty outside the sentence.
func word(t *claims.Account, k int) string {
	if k < 0 || k >= len(t.Lower) {
		return ""
	}
	return t.Lower[k]
}

// tied returns what a word of order puts in an order: "two days before the vote
// on 4 June, … on 5 June".
func (o *orderReader) tied() []*fact.Order {
	var out []*fact.Order
	for k := range o.account.Lower {
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
			out = append(out, o.order(o.account.Lower[k], in, of))
		default:
			out = append(out, o.order(o.account.Lower[k], of, in))
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
func (o *orderReader) inPhrase(k, which int) *claims.Hanging {
	h := o.timeAfter(k)
	if h == nil || h.Prep <= k+1 || h.Prep-k > orderReach || !o.usable(h) {
		return nil
	}
	prepositions := 0
	for n := k + 1; n <= h.Prep; n++ {
		c := lexicon.ClauseWord(o.account.Lower[n])
		switch {
		case o.parted(n), c.Is(lexicon.WordRelative | lexicon.WordOpen | lexicon.WordCondition | lexicon.WordModal | lexicon.WordWill), en.Is(o.account.Lower[n], en.Anniversary):
			return nil
		case c.Is(lexicon.WordPreposition) && n < h.Prep:
			prepositions++
		}
	}
	verb := lastGroup(o.account, h.Prep)
	if verb != nil && verb.From <= k {
		verb = nil
	}
	switch {
	case verb == nil:
		return o.nounPhrase(h, prepositions)
	case verb != h.Group, lexicon.ClauseWord(o.account.Lower[verb.To-1]).Is(lexicon.WordPlan), verb.Bare && which == clauseFirst && prepositions > 0 && o.prepositionIn(k+1, verb.From), verb.Loose && verb.From > k+1:
		return nil
	}
	return h
}

// prepositionIn reports whether one of words [from, to) is a preposition: in
// "before a ruling on a law passed in May" the verb may be a participle.
func (o *orderReader) prepositionIn(from, to int) bool {
	for k := from; k < to; k++ {
		if lexicon.ClauseWord(o.account.Lower[k]).Is(lexicon.WordPreposition) {
			return true
		}
	}
	return false
}

// NounPhrase returns h if it belongs to the happening that a noun in its phrase
// names: "the vote on 4 June", "the 4 June vote", "his death in 1998".
func (o *orderReader) nounPhrase(h *claims.Hanging, prepositions int) *claims.Hanging {
	if h.Noun >= 0 && prepositions <= 1 || h.Noun < 0 && prepositions <= 1 && h.Prep != h.From {
		return h
	}
	if _, _, ok := lexicon.HappeningNoun(word(o.account, h.To)); ok && prepositions == 0 {
		return h
	}
	return nil
}

// clauseBefore returns the time of the clause that the word of order at k goes on
// with: "was arrested on 3 May after …".
func (o *orderReader) clauseBefore(k int) *claims.Hanging {
	verb := lastFinite(o.account, k)
	for i := len(o.account.Times) - 1; i >= 0; i-- {
		h := &o.account.Times[i]
		if h.To > k || !claims.Dated(h.Time) {
			continue
		}
		if h.Prep == 0 && o.parted(h.To) && o.quantities(h.To, k) && o.usable(h) {
			return h // in 1999, two years after
		}
		if verb == nil || h.Group != verb || !o.usable(h) || o.breakIn(max(h.To, verb.To), k) {
			return nil
		}
		return h
	}
	return nil
}

// clauseBehind returns the time of the clause before which a phrase of order
// stands: "after the crash on 12 March, … on 10 March".
func (o *orderReader) clauseBehind(k int, in *claims.Hanging) *claims.Hanging {
	if !o.opens(k) {
		return nil
	}
	end := in.To
	verb := nextFinite(o.account, end)
	if verb != nil && verb.Side && verb.Begins >= in.To { // the crash on 12 March that killed 30, …
		end = o.phraseEnd(verb.To)
		verb = nextFinite(o.account, end)
	}
	if verb == nil || o.breakIn(end, verb.From) {
		return nil
	}
	for i := range o.account.Times {
		h := &o.account.Times[i]
		if h.From >= end && h.Group == verb && o.usable(h) {
			return h
		}
		if h.From >= in.To && h.To <= verb.From && o.parted(h.Prep) && h.To < len(o.words) && o.parted(h.To) && o.usable(h) && h.Prep != h.From {
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
	if en.Is(word(o.account, k-1), en.AheadWord) {
		k--
	}
	for n := k; n >= 0 && n > k-5; n-- {
		if n == 0 || n < k && en.Classes(word(o.account, n-1)).HasAny(en.And, en.But) {
			return n == 0 || lexicon.ClauseWord(o.account.Lower[n]).Is(lexicon.WordDeterminer|lexicon.WordOpen)
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
	w := o.account.Lower[k]
	return claims.IsDigit(w[0]) || lexicon.ClauseWord(w).Is(lexicon.WordDeterminer|lexicon.WordAdverb) || len(o.d.TimesIn[o.account.Sentence]) > 0 && o.inTime(k) ||
		en.Classes(w).HasAny(en.SEnding, en.LengthUnit, en.SoonWord)
}

// inTime reports whether word k belongs to a time expression.
func (o *orderReader) inTime(k int) bool {
	for i := range o.account.Times {
		if o.account.Times[i].From <= k && k < o.account.Times[i].To {
			return true
		}
	}
	return false
}

// staged returns what the verbs of one subject put in an order, by their meaning
// or by a word such as "later" beside the second: "founded in 1950 and closed in
// 1940".
func (o *orderReader) staged() []*fact.Order {
	var out []*fact.Order
	var first *claims.Hanging
	for i := range o.account.Times {
		h := &o.account.Times[i]
		if h.Group == nil || !o.usable(h) {
			continue
		}
		if first != nil && first.Group != h.Group && o.sameSubject(first.Group, h.Group) {
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
func (o *orderReader) stages(a, b *claims.Hanging, apart bool) []*fact.Order {
	word := o.sequel(b.Group)
	if o.anew(b.Group) {
		return nil
	}
	if word == "" && (lexicon.InOrder(a.Group.Lemma, b.Group.Lemma) >= 0 || apart && a.Group.Lemma != birth) {
		return nil
	}
	return []*fact.Order{o.order(word, a, b)}
}

// anew reports whether words beside the verb g say that it lies back, or that it
// is not the first of its kind.
func (o *orderReader) anew(g *claims.VerbGroup) bool {
	for k := max(0, g.From-2); k < g.To+2 && k < len(o.words); k++ {
		switch c := lexicon.ClauseWord(o.account.Lower[k]); {
		case c.Is(lexicon.WordHad) && k >= g.From && k < g.To:
			return true
		case c.Is(lexicon.WordOther) && !en.Is(o.account.Lower[k], en.LaterWord):
			return true
		}
	}
	return false
}

// sequel returns the word beside the verb g that makes it come later.
func (o *orderReader) sequel(g *claims.VerbGroup) string {
	for k := g.From - 1; k >= 0 && k >= g.From-2; k-- {
		if w := o.account.Lower[k]; en.Is(w, en.ThenLater) {
			return w
		}
	}
	for k := g.From; k < g.To; k++ {
		if w := o.account.Lower[k]; en.Is(w, en.ThenLater) {
			return w
		}
	}
	return ""
}

// sameSubject reports whether the verbs a and b, in the order of the text, share
// their subject: "was born … and graduated", "founded in 1950, the firm closed".
func (o *orderReader) sameSubject(a, b *claims.VerbGroup) bool {
	if a.Open || b.Open || b.Loose || a.Passive && a.Loose && !o.parted(a.From) && a.From > 0 {
		return false
	}
	k := b.From - 1
	for k > a.To && !en.Is(o.account.Lower[k], en.Then) && (lexicon.ClauseWord(o.account.Lower[k]).Is(lexicon.WordAdverb) || en.Is(o.account.Lower[k], en.LyEnding)) {
		k--
	}
	switch c := en.Classes(word(o.account, k)); {
	case c.HasAny(en.And, en.Then, en.But):
		return !o.breakIn(a.To, k) && !o.otherFinite(a, b)
	case c.Has(en.ThirdPerson):
		return !o.otherFinite(a, b)
	}
	if a.Side && b.Side && a.Begins == b.Begins && o.parted(b.From) {
		return !o.otherFinite(a, b) // the factory, which opened in May, closed
	}
	return a.Loose && (o.parted(a.From) || a.From == 0) && a.Begins == b.Begins && !o.otherFinite(a, b)
}

// otherFinite reports whether a finite verb stands between a and b.
func (o *orderReader) otherFinite(a, b *claims.VerbGroup) bool {
	g := nextFinite(o.account, a.To)
	return g != nil && g.From < b.From
}

// GoesOn returns the order of this sentence's first doing and the last of the
// sentence before, where a pronoun carries the subject on: "He joined in 1990. He
// later …".
func (o *orderReader) goesOn(before *claims.Account) []*fact.Order {
	if before == nil || len(o.account.Times) == 0 || !o.pronounLeads() {
		return nil
	}
	a, b := lastDated(before), firstDated(o.account)
	if a == nil || b == nil || a.Group.Side || b.Group.Side || a.Group.Loose || b.Group.Loose {
		return nil
	}
	return o.stages(a, b, true)
}

// pronounLeads reports whether a pronoun is the subject of the sentence, at its
// head or behind a time and a comma.
func (o *orderReader) pronounLeads() bool {
	for k := 0; k < len(o.words) && k < 6; k++ {
		if en.Is(o.account.Lower[k], en.ThirdPerson) {
			return true
		}
		if !o.inTime(k) && !lexicon.ClauseWord(o.account.Lower[k]).Is(lexicon.WordOn|lexicon.WordAdverb) {
			return false
		}
	}
	return false
}

func lastDated(t *claims.Account) *claims.Hanging {
	for i := len(t.Times) - 1; i >= 0; i-- {
		if h := &t.Times[i]; h.Group != nil && orders(t, h) {
			return h
		}
	}
	return nil
}

func firstDated(t *claims.Account) *claims.Hanging {
	for i := range t.Times {
		if h := &t.Times[i]; h.Group != nil && orders(t, h) {
			return h
		}
	}
	return nil
}

// usable reports whether h can be put in an order: it is known when it is, by
// more than the name of a weekday, and it is no end of a range.
func (o *orderReader) usable(h *claims.Hanging) bool { return orders(o.account, h) }

// orders is usable for a time of t.
func orders(t *claims.Account, h *claims.Hanging) bool {
	return claims.Dated(h.Time) && !h.Time.BareWeekday() && h.Time.Sure && h.Time.Joins == 0 && h.From < h.To && h.To <= len(t.Lower) &&
		(h.Prep == h.From || !en.Is(t.Lower[h.Prep], en.RangeEnd))
}

// timeAfter returns the first time behind word k.
func (o *orderReader) timeAfter(k int) *claims.Hanging {
	for i := range o.account.Times {
		if h := &o.account.Times[i]; h.From > k && claims.Dated(h.Time) {
			return &o.account.Times[i]
		}
	}
	return nil
}

// parted reports whether anything but blanks stands before word k.
func (o *orderReader) parted(k int) bool {
	return k > 0 && k < len(o.words) && claims.GapBefore(o.d.Article.Flow(), o.words, k) != claims.GapBlank
}

// breakIn reports whether a sign that ends a clause, other than a comma, stands
// before one of the words (from, to].
func (o *orderReader) breakIn(from, to int) bool {
	for k := from; k <= to && k < len(o.words); k++ {
		if claims.GapBefore(o.d.Article.Flow(), o.words, k) == claims.GapBreak {
			return true
		}
	}
	return false
}

// lastGroup returns the last verb that ends at word k or before it.
func lastGroup(t *claims.Account, k int) *claims.VerbGroup {
	for i := len(t.Groups) - 1; i >= 0; i-- {
		if t.Groups[i].To <= k {
			return &t.Groups[i]
		}
	}
	return nil
}

// lastFinite returns the last finite verb that ends at word k or before it.
func lastFinite(t *claims.Account, k int) *claims.VerbGroup {
	for i := len(t.Groups) - 1; i >= 0; i-- {
		if t.Groups[i].To <= k && !t.Groups[i].Loose {
			return &t.Groups[i]
		}
	}
	return nil
}

// nextFinite returns the first finite verb at word k or behind it.
func nextFinite(t *claims.Account, k int) *claims.VerbGroup {
	for i := range t.Groups {
		if t.Groups[i].From >= k && !t.Groups[i].Loose {
			return &t.Groups[i]
		}
	}
	return nil
}

// order makes the fact.
func (o *orderReader) order(word string, earlier, later *claims.Hanging) *fact.Order {
	f := orderFact(o.d, hull(earlier.Time, later.Time), earlier.Time, later.Time)
	f.Word, f.Acts = word, []string{o.told(earlier), o.told(later)}
	return f
}

// told returns the words that tell what h dates: its verb, or its noun.
func (o *orderReader) told(h *claims.Hanging) string {
	switch g := h.Group; {
	case h.Noun >= 0 && h.Noun < len(o.words):
		return o.words[h.Noun].Text
	case g != nil && g.From < g.To && g.To <= len(o.words):
		return page.SpanOf(o.words, g.From, g.To).In(o.d.Article.Flow())
	}
	return ""
}

// orderFact makes the fact that words at span put earlier before later.
func orderFact(d *page.Page, span text.Span, earlier, later *timeline.Time) *fact.Order {
	f := &fact.Order{At: d.PlaceOf(span), Zone: later.Zone.String()}
	f.Text = f.At.Text
	f.Earlier, f.Later = *claims.Times(d)[claims.IndexOf(d, earlier)], *claims.Times(d)[claims.IndexOf(d, later)]
	return f
}

// withLives adds the orders of what is told of one person or thing, unless the same
// two times are in told already.
func withLives(d *page.Page, told []*fact.Order) []*fact.Order {
	type pair struct{ earlier, later text.Span }
	seen := map[pair]bool{}
	for _, f := range told {
		seen[pair{f.Earlier.At.Span, f.Later.At.Span}] = true
	}
	for _, f := range lives(d) {
		if p := (pair{f.Earlier.At.Span, f.Later.At.Span}); !seen[p] {
			seen[p] = true
			told = append(told, f)
		}
	}
	return told
}

// hull returns the span from the one time to the other.
func hull(a, b *timeline.Time) text.Span {
	return text.Span{Start: min(a.Span.Start, b.Span.Start), End: max(a.Span.End, b.Span.End)}
}
