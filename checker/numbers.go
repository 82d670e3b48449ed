package checker

import (
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/rules"
	"factcheck/timeline"
)

// A numberReader reads the numbers of a document, sentence by sentence.
type numberReader struct {
	d     *document
	src   string
	toks  []token
	words []string // see ahead
	times []*timeline.Time
	names []name // of the sentence, in order
	said  string // the sentence
	zone  string
	out   []*rules.Number
	last  int // the token behind the number before in this sentence, -1 for none
	group int // the number that "of the 20 passengers" begins a clause with, 0 for none
	whole string
}

// inArticle reports whether the facts of a zone belong to the article.
func inArticle(k article.Kind) bool {
	switch k {
	case article.Headline, article.Deck, article.Body, article.Caption, article.Correction:
		return true
	}
	return false
}

// numberFacts returns the numbers of the document in order. Dates, times and
// their lengths are not among them, nor what only names something: flight
// numbers, addresses, versions.
func (d *document) numberFacts() []*rules.Number { return numberLayer.of(d) }

var numberLayer = layered((*document).readNumberFacts)

func (d *document) readNumberFacts() []*rules.Number {
	r := numberReader{d: d, src: d.Article.Flow()}
	defer tokenScratch.lend(&r.toks)()
	for i := range d.sentences {
		s := &d.sentences[i]
		if !inArticle(s.Zone) {
			continue
		}
		r.toks = tokenize(r.toks[:0], r.src, s.Span)
		r.times, r.names = d.times[i], d.namesOf(i)
		r.said, r.zone = s.Span.In(r.src), s.Zone.String()
		r.last, r.whole = -1, ""
		for k := 0; k < len(r.toks); {
			k = max(k+1, r.read(k))
		}
	}
	return r.out
}

// namesOf returns the names of sentence i, those of no kind too, in order.
func (d *document) namesOf(i int) []name {
	if d.every == nil {
		d.every = make([][]name, len(d.sentences))
	}
	if d.every[i] == nil {
		d.every[i] = d.sentences[i].allNames()
	}
	return d.every[i]
}

func (s *sentence) allNames() []name {
	if len(s.unknown) == 0 {
		return s.names
	}
	out := make([]name, 0, len(s.names)+len(s.unknown))
	i := 0
	for _, u := range s.unknown {
		for i < len(s.names) && s.names[i].span.Start < u.span.Start {
			out = append(out, s.names[i])
			i++
		}
		out = append(out, u)
	}
	return append(out, s.names[i:]...)
}

// read reads what begins at token i, and returns the token to go on with.
func (r *numberReader) read(i int) int {
	if !r.opens(i) {
		return i + 1
	}
	if end := r.label(i); end > i {
		return end
	}
	if end, ok := r.partOfPoint(i); ok {
		return end
	}
	if end, ok := r.share(i); ok {
		return end
	}
	a, ok := r.amountAt(i)
	if !ok {
		return i + 1
	}
	if a.kind == "" && r.isAge(&a) {
		a.kind, a.unit = kindAge, "year"
	}
	if a.kind == "" || a.kind == kindMeasure || a.kind == kindMoney && a.plain && r.toks[i].kind == tokenFigure {
		if end := r.timeOver(a); end > i {
			return end
		}
	}
	if b, ok := r.second(&a); ok {
		return r.two(a, b)
	}
	return r.one(a)
}

// opens reports whether a number can begin at token i.
func (r *numberReader) opens(i int) bool {
	t := &r.toks[i]
	switch t.kind {
	case tokenFigure:
		return t.valid
	case tokenMark:
		return t.lower == "$" || t.lower[0] >= 0x80 && r.tok(i+1).kind == tokenFigure
	}
	switch t.lower {
	case "a", "an":
		next := r.tok(i + 1)
		if next.is("$") && next.glued {
			return true
		}
		n, ok := lexicon.NumeralOf(next.lower)
		return ok && (n.Kind == lexicon.NumeralScale || n.Kind == lexicon.NumeralPart)
	case "half":
		return true
	}
	if n, ok := lexicon.NumeralOf(t.lower); ok {
		return n.Kind == lexicon.NumeralUnit || n.Kind == lexicon.NumeralTen || n.Kind == lexicon.NumeralPart && r.tok(i+1).is("-") && r.tok(i+1).glued
	}
	return t.capital && (r.tok(i+1).kind == tokenFigure || r.tok(i+1).is("$") || r.tok(i+1).is("."))
}

// timeAt returns the time expression that token i stands in, nil for none.
func (r *numberReader) timeAt(i int) *timeline.Time {
	at := r.tok(i).span.Start
	k := sort.Search(len(r.times), func(k int) bool { return r.times[k].Span.End > at })
	if k < len(r.times) && r.times[k].Span.Start <= at && r.tok(i).kind != 0 {
		return r.times[k]
	}
	return nil
}

// timeOver returns the token behind the time expression that a stands in or
// runs into, 0 if there is none.
func (r *numberReader) timeOver(a quantity) int {
	end := 0
	for k := a.from; k < a.to; k++ {
		if t := r.timeAt(k); t != nil {
			for end = k + 1; r.tok(end).kind != 0 && r.tok(end).span.Start < t.Span.End; end++ {
			}
			return end
		}
	}
	return end
}

// label returns the token behind a figure at i that counts nothing: a list
// number, a telephone number, an address, a version; i if it is none of these.
func (r *numberReader) label(i int) int {
	t, prev, next := r.tok(i), r.tok(i-1), r.tok(i+1)
	if t.kind != tokenFigure {
		if t.kind == tokenWord && (t.capital || prev.is("number")) && lexicon.NumberLabel(prev.lower) && prev.capital == t.capital && !t.is("a") && !t.is("an") {
			return i + 1 // Phase Two
		}
		if prev.is("-") && prev.glued && t.glued {
			return i + 1 // a best-of-three: the first word has been read
		}
		return i
	}
	switch {
	case i == 0 && (next.is(".") || next.is(")")) && next.glued, i == 1 && prev.is("(") && next.is(")"):
		return i + 1
	case r.tok(i+1).is("points") || r.tok(i+1).is("percent") || r.tok(i+1).is("%"), // ended the day 12.5 points lower
		prev.is("numbered") && strings.Contains(t.span.In(r.src), ","):
		return i
	case prev.is(".") && (r.tok(i-2).is("no") || r.tok(i-2).is("nos")), !prev.possessive && lexicon.NumberLabel(prev.lower):
		return i + 1
	case t.glued && prev.kind == tokenMark && !opensNumber(prev.lower):
		return i + 1
	case prev.is("-") && prev.glued && t.glued, prev.is("$") && t.glued: // the first part has been read or is no number
		return i + 1
	case next.glued && (next.is("/") || next.is(":") || next.is("@") || next.is("_")) && r.tok(i+2).glued:
		return i + 3
	}
	if end := r.chain(i); end > i {
		return end
	}
	return r.address(i)
}

// opensNumber reports whether a sign can stand right before a number.
func opensNumber(sign string) bool {
	return sign[0] >= 0x80 && sign != "’" || strings.ContainsAny(sign, "([\"$~<>-")
}

// chain returns the token behind three or more figures that hyphens join, or
// two that stand side by side: telephone numbers, formations.
func (r *numberReader) chain(i int) int {
	end, n := i+1, 1
	for isHyphen(r.tok(end)) && r.tok(end).glued && r.tok(end+1).kind == tokenFigure && r.tok(end+1).glued {
		end += 2
		n++
	}
	if n > 2 {
		return end
	}
	if r.tok(i).plain && n == 1 && r.tok(end).kind == tokenFigure && r.timeAt(end) == nil {
		for r.tok(end).kind == tokenFigure {
			end++
		}
		return end
	}
	return i
}

func isHyphen(t *token) bool { return t.is("-") || t.is("–") || t.is("‑") || t.is("—") }

// addressWords is how many words the name of a street can have behind its
// number.
const addressWords = 4

// address returns the token behind "10 Downing Street", i if there is none.
func (r *numberReader) address(i int) int {
	if !r.tok(i).plain {
		return i
	}
	for k := i + 1; k <= i+addressWords; k++ {
		t := r.tok(k)
		if t.kind != tokenWord || !t.capital {
			return i
		}
		if k > i+1 && lexicon.StreetWord(t.span.In(r.src)) {
			return k + 1
		}
	}
	return i
}

// isAge reports whether a number without a unit is an age: "aged 34",
// "Smith, 34,".
func (r *numberReader) isAge(a *quantity) bool {
	prev, next := r.tok(a.from-1), r.tok(a.to)
	if (prev.is("was") || prev.is("is") || prev.is("turned")) && a.plain && 1 <= a.value && a.value <= maxAge {
		who := r.tok(a.from - 2)
		return (who.is("he") || who.is("she") || who.is("who")) && (next.kind != tokenWord || next.is("and") || next.is("when"))
	}
	if prev.is("aged") || (prev.is("age") || prev.is("ages")) && a.figure {
		return true
	}
	if a.figure && a.plain && a.value <= maxAge && a.value >= 1 && prev.is(",") {
		closed := next.is(",") || next.is(".") || next.is(")") || next.is(";") || next.kind == 0 || next.is("and") || next.is("of") || next.is("who")
		if !closed || r.listed(a.to) {
			return false
		}
		if n := r.nameBefore(a.from - 1); n != nil {
			return n.kind != namePlace && n.kind != nameOrg
		}
		return next.is(",") && a.value >= 10 && r.surname(a.from-2) != ""
	}
	return false
}

// surname returns the capitalised word at token i where it can be a name; empty
// if it cannot.
func (r *numberReader) surname(i int) string {
	t := r.tok(i)
	word := t.span.In(r.src)
	if t.kind != tokenWord || !t.capital || t.possessive || lexicon.NotName(word) || lexicon.OrgWord(word) || r.timeAt(i) != nil {
		return ""
	}
	return word
}

// maxAge is the age in years beyond which a number behind a name is none.
const maxAge = 120

// listed reports whether another figure follows the comma at token i: then the
// one before it belongs to a list of results.
func (r *numberReader) listed(i int) bool {
	return r.tok(i).is(",") && r.tok(i+1).kind == tokenFigure && r.timeAt(i+1) == nil
}

// nameBefore returns the name that ends right before token i, nil for none.
func (r *numberReader) nameBefore(i int) *name {
	if i <= 0 || r.tok(i-1).kind == 0 {
		return nil
	}
	end := r.tok(i - 1).span.End
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].span.End >= end })
	if k < len(r.names) && r.names[k].span.End == end {
		return &r.names[k]
	}
	return nil
}

// nameAt returns the name that begins at token i, nil for none.
func (r *numberReader) nameAt(i int) *name {
	t := r.tok(i)
	k := sort.Search(len(r.names), func(k int) bool { return r.names[k].span.Start >= t.span.Start })
	if t.kind != 0 && k < len(r.names) && r.names[k].span.Start == t.span.Start {
		return &r.names[k]
	}
	return nil
}

// second reads the number that a range, a score or a change goes on with
// behind a, and gives each what only the other has.
func (r *numberReader) second(a *quantity) (quantity, bool) {
	k := a.to
	join := r.tok(k)
	switch {
	case isHyphen(join) && join.glued && r.tok(k+1).glued, join.is("to"),
		join.is("or") && a.kind == "" && r.tok(a.to-1).kind == r.tok(k+1).kind,
		join.is("and") && r.isBetween(a.from):
	default:
		return quantity{}, false
	}
	if !r.opens2(k + 1) {
		return quantity{}, false
	}
	b, ok := r.amountAt(k + 1)
	if !ok || r.timeOver(b) > 0 {
		return b, false
	}
	if b.kind == "" && a.kind == kindMoney || b.kind == "" && a.kind == kindAge {
		b.kind, b.unit = a.kind, a.unit
	}
	if a.kind == "" && b.kind != "" {
		a.kind, a.unit, a.factor = b.kind, b.unit, b.factor
		a.value = round(a.value * a.factor)
	}
	if a.kind != b.kind || a.unit != b.unit {
		return b, false
	}
	if a.scale == 1 && b.scale > 1 && a.value < b.value/b.scale {
		a.value, a.scale = round(a.value*b.scale), b.scale
	}
	return b, true
}

func (r *numberReader) opens2(i int) bool { return i < len(r.toks) && r.opens(i) }

func (r *numberReader) isBetween(from int) bool { return r.tok(from - 1).is("between") }

// two writes a range, a score, or where something went from one number to
// another both.
func (r *numberReader) two(a, b quantity) int {
	hyphen := isHyphen(r.tok(a.to))
	both := quantity{from: a.from, to: b.to, value: a.value, kind: a.kind, unit: a.unit, scale: b.scale, figure: a.figure}
	changes := r.tok(a.to).is("to") && r.fromBefore(a.from-1)
	switch {
	case changes:
		noun := ""
		if a.kind == "" {
			noun, _ = r.nounPhrase(b.to, b.value)
			a.kind = kindCount
		}
		r.emit(a, a.to, noun, nil)
		return r.one(b)
	case a.kind == "" && a.plain && b.plain && a.value < 1000 && b.value < 1000 && (hyphen || r.tok(a.to).is("to")) && r.isScore(a, b, hyphen):
		both.kind = kindScore
		if a.value == b.value && a.value >= 20 { // fifty-fifty
			return b.to
		}
		return r.emit(both, b.to, "", &b.value)
	case a.value < b.value && !r.steps(a):
		return r.finish(both, &b.value)
	}
	r.one(a)
	return r.one(b)
}

// fromBefore reports whether "from" stands at token k, or before an article and
// a word there: from the current 60 to 66.
func (r *numberReader) fromBefore(k int) bool {
	switch {
	case r.tok(k).is("from"):
		return true
	case r.tok(k).kind == tokenWord && !r.tok(k).capital && determiner(r.tok(k-1).lower):
		return r.tok(k - 2).is("from")
	}
	return determiner(r.tok(k).lower) && r.tok(k-1).is("from")
}

// steps reports whether a is by how much a value changed, and what follows "to"
// where it went: "rose 3 to 120".
func (r *numberReader) steps(a quantity) bool {
	if !r.tok(a.to).is("to") {
		return false
	}
	_, bound := r.boundBefore(a.from, a)
	suffix := r.tok(a.to-1).kind == tokenWord && a.kind != "" && a.unit != "" && a.scale == 1 // each with its unit
	return suffix || lexicon.ChangeWord(r.tok(bound-1).lower)
}

// isScore reports whether two figures are a result rather than a range: the
// second is no higher, or a word of games and votes stands beside them, or
// nothing that they count follows.
func (r *numberReader) isScore(a, b quantity, hyphen bool) bool {
	beside := r.tok(a.from-1).is("by") || lexicon.ScoreWord(r.tok(a.from-1).lower) || lexicon.ScoreWord(r.tok(b.to).lower)
	if !hyphen {
		return beside && !r.tok(b.to).is("percent")
	}
	if a.value >= b.value || beside {
		return true
	}
	noun, _ := r.nounPhrase(b.to, b.value)
	return noun == ""
}

// one writes a single number with its noun.
func (r *numberReader) one(a quantity) int { return r.finish(a, nil) }

// finish finds what the quantity counts and writes it, unless it only names
// something.
func (r *numberReader) finish(a quantity, upper *float64) int {
	k := a.to
	if _, n := r.boundAfter(k); n > 0 {
		k += n
	}
	if a.kind == "" && r.tok(a.from-1).is("from") && r.last == a.from-1 && upper == nil {
		if before := r.out[len(r.out)-1]; before.Kind != kindCount && before.Kind != kindAge && before.Kind != kindScore && before.Kind != kindShare && (before.Kind != kindPercent || a.value < 1000) {
			a.kind, a.unit = before.Kind, before.Unit // 1.67 dollars from 1.65
		}
	}
	switch a.kind {
	case "":
		return r.count(a, k, upper)
	case kindAge:
		noun, end := r.nounPhrase(k, 1)
		if a.to != k || r.tok(a.to).kind != tokenWord {
			noun, end = "", a.to
		}
		return r.emit(a, end, noun, upper)
	case kindMeasure:
		if r.tok(k).is("of") && !determiner(r.tok(k+1).lower) { // not: within 25 miles of the border
			if noun, end := r.whatOf(k + 1); noun != "" {
				return r.emit(a, end, noun, upper)
			}
		}
	}
	return r.emit(a, a.to, "", upper)
}

// count writes a plain count: k is where its noun phrase begins.
func (r *numberReader) count(a quantity, k int, upper *float64) int {
	a.kind = kindCount
	value := a.value
	if upper != nil {
		value = *upper
	}
	noun, end := r.nounPhrase(k, value)
	if prev := r.tok(a.from - 1); prev.is("magnitude") || prev.is("of") && r.tok(a.from-2).is("magnitude") {
		a.kind, a.unit = kindMeasure, "magnitude"
		return r.emit(a, a.to, "", upper)
	}
	if noun == "" {
		end = a.to
		if r.pronoun(a) || r.follows(a) {
			return a.to
		}
	}
	return r.emit(a, end, noun, upper)
}

// pronoun reports whether "one" stands for something rather than counts it.
func (r *numberReader) pronoun(a quantity) bool {
	return a.value == 1 && !a.figure && !(r.tok(a.to).is("of") && (r.tok(a.to+1).is("the") || r.tok(a.to+1).is("those")))
}

// follows reports whether a bare figure belongs to the name before it: Boeing
// 747, Windows 95.
func (r *numberReader) follows(a quantity) bool {
	prev := r.tok(a.from - 1)
	if !a.plain || prev.kind != tokenWord || !prev.capital || prev.possessive || r.timeAt(a.from-1) != nil {
		return false
	}
	if n := r.nameBefore(a.from); n != nil && n.kind == namePlace && a.from > 1 && (r.tok(a.from-2).is(",") || r.tok(a.from-2).is("and")) {
		return false // Britain sent 300, France 200 and Spain 100
	}
	if the := r.tok(a.from - 2); the.is("the") && strings.HasSuffix(prev.lower, "s") && (r.tok(a.from-3).is(",") || r.tok(a.from-3).is("and")) {
		return false // the Socialists won 65, the Liberals 30 and the Greens 25
	}
	return !lexicon.NotName(prev.span.In(r.src))
}
