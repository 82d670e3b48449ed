package numbers

import (
	"iter"
	"sort"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// A Reader reads the numbers of a document, sentence by sentence. What reads more of
// the sentences with numbers embeds it.
type Reader struct {
	D     *page.Page
	Src   string
	At    int // the sentence under hand, by its index
	Toks  []page.Token
	Words []string // see ahead
	Times []*timeline.Time
	Names []page.Name // of the sentence, in order
	Said  string      // the sentence
	Zone  string
	out   []*fact.Number
	last  int // the token behind the number before in this sentence, -1 for none
	group int // the number that "of the 20 passengers" begins a clause with, 0 for none
	whole string
}

// NewReader returns a reader of a document that has no sentence under hand.
func NewReader(d *page.Page) Reader { return Reader{D: d, Src: d.Article.Flow()} }

// Open takes sentence i under hand.
func (r *Reader) Open(i int) {
	s := &r.D.Parsed[i]
	r.At, r.Toks = i, page.Tokenize(r.Toks[:0], r.Src, s.Span)
	r.Times, r.Names = r.D.TimesIn[i], r.D.NamesOf(i)
	r.Said, r.Zone = s.Span.In(r.Src), s.Zone.String()
	r.last, r.whole = -1, ""
}

// Sentences goes through all sentences of the document with the numbers of each. None
// is taken under hand.
func (r *Reader) Sentences() iter.Seq2[int, []*fact.Number] {
	return func(yield func(int, []*fact.Number) bool) {
		facts := Read(r.D)
		for i := range r.D.Parsed {
			span, from := r.D.Parsed[i].Span, 0
			for from < len(facts) && facts[from].At.Span.Start < span.Start {
				from++
			}
			to := from
			for to < len(facts) && facts[to].At.Span.Start < span.End {
				to++
			}
			if !yield(i, facts[from:to]) {
				return
			}
			facts = facts[to:]
		}
	}
}

// Read returns the numbers of the document in order. Dates, times and
// their lengths are not among them, nor what only names something: flight
// numbers, addresses, versions.
func Read(d *page.Page) []*fact.Number { return numberLayer.Of(d) }

var numberLayer = page.NewLayer(readNumberFacts)

func readNumberFacts(d *page.Page) []*fact.Number {
	r := NewReader(d)
	defer page.TokenScratch.Lend(&r.Toks)()
	for i := range d.Parsed {
		if !page.InArticle(d.Parsed[i].Zone) {
			continue
		}
		r.Open(i)
		for k := 0; k < len(r.Toks); {
			k = max(k+1, r.read(k))
		}
	}
	return r.out
}

// read reads what begins at token i, and returns the token to go on with.
func (r *Reader) read(i int) int {
	if !r.Opens(i) {
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
	a, ok := r.AmountAt(i)
	if !ok {
		return i + 1
	}
	if a.Kind == "" && r.isAge(&a) {
		a.Kind, a.unit = KindAge, "year"
	}
	if a.Kind == "" || a.Kind == KindMeasure || a.Kind == KindMoney && a.plain && r.Toks[i].Kind == page.TokenFigure {
		if end := r.timeOver(a); end > i {
			return end
		}
	}
	if b, ok := r.second(&a); ok {
		return r.two(a, b)
	}
	return r.one(a)
}

// Opens reports whether a number can begin at token i.
func (r *Reader) Opens(i int) bool {
	t := &r.Toks[i]
	switch t.Kind {
	case page.TokenFigure:
		return t.Valid
	case page.TokenMark:
		return t.Lower == "$" || t.Lower[0] >= 0x80 && r.Tok(i+1).Kind == page.TokenFigure
	}
	switch next := r.Tok(i + 1); {
	case t.Of(en.IndefiniteArticle):
		n, ok := lexicon.NumeralOf(next.Lower)
		return next.Of(en.Dollar) && next.Glued || ok && (n.Kind == lexicon.NumeralScale || n.Kind == lexicon.NumeralPart)
	case t.Of(en.Half):
		return true
	}
	if n, ok := lexicon.NumeralOf(t.Lower); ok {
		return n.Kind == lexicon.NumeralUnit || n.Kind == lexicon.NumeralTen || n.Kind == lexicon.NumeralPart && r.Is(i+1, en.Hyphen) && r.Tok(i+1).Glued
	}
	return t.Capital && (r.Tok(i+1).Kind == page.TokenFigure || r.Is(i+1, en.Dollar, en.FullStop))
}

// TimeAt returns the time expression that token i stands in, nil for none.
func (r *Reader) TimeAt(i int) *timeline.Time {
	at := r.Tok(i).Span.Start
	k := sort.Search(len(r.Times), func(k int) bool { return r.Times[k].Span.End > at })
	if k < len(r.Times) && r.Times[k].Span.Start <= at && r.Tok(i).Kind != 0 {
		return r.Times[k]
	}
	return nil
}

// timeOver returns the token behind the time expression that a stands in or
// runs into, 0 if there is none.
func (r *Reader) timeOver(a Quantity) int {
	end := 0
	for k := a.From; k < a.To; k++ {
		if t := r.TimeAt(k); t != nil {
			for end = k + 1; r.Tok(end).Kind != 0 && r.Tok(end).Span.Start < t.Span.End; end++ {
			}
			return end
		}
	}
	return end
}

// label returns the token behind a figure at i that counts nothing: a list
// number, a telephone number, an address, a version; i if it is none of these.
func (r *Reader) label(i int) int {
	t, prev, next := r.Tok(i), r.Tok(i-1), r.Tok(i+1)
	if t.Kind != page.TokenFigure {
		if t.Kind == page.TokenWord && (t.Capital || prev.Of(en.Number)) && lexicon.NumberLabel(prev.Lower) && prev.Capital == t.Capital && !t.Of(en.IndefiniteArticle) {
			return i + 1 // Phase Two
		}
		if prev.Of(en.Hyphen) && prev.Glued && t.Glued {
			return i + 1 // a best-of-three: the first word has been read
		}
		return i
	}
	switch {
	case i == 0 && next.Of(en.FullStop, en.BracketEnd) && next.Glued, i == 1 && prev.Of(en.Bracket) && next.Of(en.BracketEnd):
		return i + 1
	case r.Is(i+1, en.PointWord), // ended the day 12.5 points lower
		prev.Of(en.Numbered) && strings.Contains(t.Span.In(r.Src), ","):
		return i
	case prev.Of(en.FullStop) && r.Is(i-2, en.No), !prev.Possessive && lexicon.NumberLabel(prev.Lower):
		return i + 1
	case t.Glued && prev.Kind == page.TokenMark && !OpensNumber(prev.Lower):
		return i + 1
	case prev.Of(en.Hyphen) && prev.Glued && t.Glued, prev.Of(en.Dollar) && t.Glued: // the first part has been read or is no number
		return i + 1
	case next.Glued && next.Of(en.AddressSign) && r.Tok(i+2).Glued:
		return i + 3
	}
	if end := r.chain(i); end > i {
		return end
	}
	return r.address(i)
}

// OpensNumber reports whether a sign can stand right before a number.
func OpensNumber(sign string) bool {
	return sign[0] >= 0x80 && sign != "’" || strings.ContainsAny(sign, "([\"$~<>-")
}

// chain returns the token behind three or more figures that hyphens join, or
// two that stand side by side: telephone numbers, formations.
func (r *Reader) chain(i int) int {
	end, n := i+1, 1
	for r.Touches(end) && r.Tok(end+1).Kind == page.TokenFigure {
		end += 2
		n++
	}
	if n > 2 {
		return end
	}
	if r.Tok(i).Plain && n == 1 && r.Tok(end).Kind == page.TokenFigure && r.TimeAt(end) == nil {
		for r.Tok(end).Kind == page.TokenFigure {
			end++
		}
		return end
	}
	return i
}

// Touches reports whether token i is a hyphen or a dash that touches what stands beside
// it, as in a range or a score.
func (r *Reader) Touches(i int) bool {
	return r.Tok(i).Of(en.Hyphen, en.Dash) && r.Tok(i).Glued && r.Tok(i+1).Glued
}

// addressWords is how many words the name of a street can have behind its
// number.
const addressWords = 4

// address returns the token behind "10 Downing Street", i if there is none.
func (r *Reader) address(i int) int {
	if !r.Tok(i).Plain {
		return i
	}
	for k := i + 1; k <= i+addressWords; k++ {
		t := r.Tok(k)
		if t.Kind != page.TokenWord || !t.Capital {
			return i
		}
		if k > i+1 && lexicon.StreetWord(t.Span.In(r.Src)) {
			return k + 1
		}
	}
	return i
}

// isAge reports whether a number without a unit is an age: "aged 34",
// "Smith, 34,".
func (r *Reader) isAge(a *Quantity) bool {
	prev, next := r.Tok(a.From-1), r.Tok(a.To)
	if prev.Of(en.AgeVerb) && a.plain && 1 <= a.Value && a.Value <= maxAge {
		who := r.Tok(a.From - 2)
		return who.Of(en.AgedPronoun) && (next.Kind != page.TokenWord || next.Of(en.And, en.When))
	}
	if prev.Of(en.Aged) || prev.Of(en.Age) && a.Figure {
		return true
	}
	if a.Figure && a.plain && a.Value <= maxAge && a.Value >= 1 && prev.Of(en.Comma) {
		closed := next.Of(en.Comma, en.FullStop, en.BracketEnd, en.Semicolon) || next.Kind == 0 || next.Of(en.And, en.Of, en.Who)
		if !closed || r.Listed(a.To) {
			return false
		}
		if n := r.NameBefore(a.From - 1); n != nil {
			return n.Kind != page.NamePlace && n.Kind != page.NameOrg
		}
		return next.Of(en.Comma) && a.Value >= 10 && r.Surname(a.From-2) != ""
	}
	return false
}

// Surname returns the capitalised word at token i where it can be a name; empty
// if it cannot.
func (r *Reader) Surname(i int) string {
	t := r.Tok(i)
	word := t.Span.In(r.Src)
	if t.Kind != page.TokenWord || !t.Capital || t.Possessive || lexicon.NotName(word) || lexicon.OrgWord(word) || r.TimeAt(i) != nil {
		return ""
	}
	return word
}

// maxAge is the age in years beyond which a number behind a name is none.
const maxAge = 120

// Listed reports whether another figure follows the comma at token i: then the
// one before it belongs to a list of results.
func (r *Reader) Listed(i int) bool {
	return r.Is(i, en.Comma) && r.Tok(i+1).Kind == page.TokenFigure && r.TimeAt(i+1) == nil
}

// NameBefore returns the name that ends right before token i, nil for none.
func (r *Reader) NameBefore(i int) *page.Name {
	if i <= 0 || r.Tok(i-1).Kind == 0 {
		return nil
	}
	end := r.Tok(i - 1).Span.End
	k := sort.Search(len(r.Names), func(k int) bool { return r.Names[k].Span.End >= end })
	if k < len(r.Names) && r.Names[k].Span.End == end {
		return &r.Names[k]
	}
	return nil
}

// NameAt returns the name that begins at token i, nil for none.
func (r *Reader) NameAt(i int) *page.Name {
	t := r.Tok(i)
	k := sort.Search(len(r.Names), func(k int) bool { return r.Names[k].Span.Start >= t.Span.Start })
	if t.Kind != 0 && k < len(r.Names) && r.Names[k].Span.Start == t.Span.Start {
		return &r.Names[k]
	}
	return nil
}

// second reads the number that a range, a score or a change goes on with
// behind a, and gives each what only the other has.
func (r *Reader) second(a *Quantity) (Quantity, bool) {
	k := a.To
	join := r.Tok(k)
	switch {
	case r.Touches(k), join.Of(en.To),
		join.Of(en.Or) && a.Kind == "" && r.Tok(a.To-1).Kind == r.Tok(k+1).Kind,
		join.Of(en.And) && r.isBetween(a.From):
	default:
		return Quantity{}, false
	}
	if !r.MayOpen(k + 1) {
		return Quantity{}, false
	}
	b, ok := r.AmountAt(k + 1)
	if !ok || r.timeOver(b) > 0 {
		return b, false
	}
	if b.Kind == "" && a.Kind == KindMoney || b.Kind == "" && a.Kind == KindAge {
		b.Kind, b.unit = a.Kind, a.unit
	}
	if a.Kind == "" && b.Kind != "" {
		a.Kind, a.unit, a.factor = b.Kind, b.unit, b.factor
		a.Value = Round(a.Value * a.factor)
	}
	if a.Kind != b.Kind || a.unit != b.unit {
		return b, false
	}
	if a.Scale == 1 && b.Scale > 1 && a.Value < b.Value/b.Scale {
		a.Value, a.Scale = Round(a.Value*b.Scale), b.Scale
	}
	return b, true
}

func (r *Reader) MayOpen(i int) bool { return i < len(r.Toks) && r.Opens(i) }

func (r *Reader) isBetween(from int) bool { return r.Is(from-1, en.Between) }

// two writes a range, a score, or where something went from one number to
// another both.
func (r *Reader) two(a, b Quantity) int {
	hyphen := r.Tok(a.To).Of(en.Hyphen, en.Dash)
	both := Quantity{From: a.From, To: b.To, Value: a.Value, Kind: a.Kind, unit: a.unit, Scale: b.Scale, factor: b.factor, Figure: a.Figure}
	changes := r.Is(a.To, en.To) && r.fromBefore(a.From-1)
	switch {
	case changes:
		noun := ""
		if a.Kind == "" {
			noun, _ = r.NounPhrase(b.To, b.Value)
			a.Kind = KindCount
		}
		r.emit(a, a.To, noun, nil)
		return r.one(b)
	case a.Kind == "" && a.plain && b.plain && a.Value < 1000 && b.Value < 1000 && (hyphen || r.Is(a.To, en.To)) && r.isScore(a, b, hyphen):
		both.Kind = KindScore
		if a.Value == b.Value && a.Value >= 20 { // fifty-fifty
			return b.To
		}
		return r.emit(both, b.To, "", &b.Value)
	case a.Value < b.Value && !r.steps(a):
		return r.finish(both, &b.Value)
	}
	r.one(a)
	return r.one(b)
}

// fromBefore reports whether "from" stands at token k, or before an article and
// a word there: from the current 60 to 66.
func (r *Reader) fromBefore(k int) bool {
	switch {
	case r.Is(k, en.From):
		return true
	case r.Tok(k).Kind == page.TokenWord && !r.Tok(k).Capital && r.Is(k-1, en.Fixing):
		return r.Is(k-2, en.From)
	}
	return r.Is(k, en.Fixing) && r.Is(k-1, en.From)
}

// steps reports whether a is by how much a value changed, and what follows "to"
// where it went: "rose 3 to 120".
func (r *Reader) steps(a Quantity) bool {
	if !r.Is(a.To, en.To) {
		return false
	}
	_, bound := r.BoundBefore(a.From, a)
	suffix := r.Tok(a.To-1).Kind == page.TokenWord && a.Kind != "" && a.unit != "" && a.Scale == 1 // each with its unit
	return suffix || lexicon.ChangeWord(r.Tok(bound-1).Lower)
}

// isScore reports whether two figures are a result rather than a range: the
// second is no higher, or a word of games and votes stands beside them, or
// nothing that they count follows.
func (r *Reader) isScore(a, b Quantity, hyphen bool) bool {
	beside := r.Is(a.From-1, en.By) || lexicon.ScoreWord(r.Tok(a.From-1).Lower) || lexicon.ScoreWord(r.Tok(b.To).Lower)
	if !hyphen {
		return beside && !r.Is(b.To, en.PercentWord)
	}
	if a.Value >= b.Value || beside {
		return true
	}
	noun, _ := r.NounPhrase(b.To, b.Value)
	return noun == ""
}

// one writes a single number with its noun.
func (r *Reader) one(a Quantity) int { return r.finish(a, nil) }

// finish finds what the quantity counts and writes it, unless it only names
// something.
func (r *Reader) finish(a Quantity, upper *float64) int {
	k := a.To
	if _, n := r.BoundAfter(k); n > 0 {
		k += n
	}
	if a.Kind == "" && r.Is(a.From-1, en.From) && r.last == a.From-1 && upper == nil {
		if before := r.out[len(r.out)-1]; before.Kind != KindCount && before.Kind != KindAge && before.Kind != KindScore && before.Kind != KindShare && (before.Kind != KindPercent || a.Value < 1000) {
			a.Kind, a.unit = before.Kind, before.Unit // 1.67 dollars from 1.65
		}
	}
	switch a.Kind {
	case "":
		return r.count(a, k, upper)
	case KindAge:
		noun, end := r.NounPhrase(k, 1)
		if a.To != k || r.Tok(a.To).Kind != page.TokenWord {
			noun, end = "", a.To
		}
		return r.emit(a, end, noun, upper)
	case KindMeasure:
		if r.Is(k, en.Of) && !r.Is(k+1, en.Fixing) { // not: within 25 miles of the border
			if noun, end := r.whatOf(k + 1); noun != "" {
				return r.emit(a, end, noun, upper)
			}
		}
	}
	return r.emit(a, a.To, "", upper)
}

// count writes a plain count: k is where its noun phrase begins.
func (r *Reader) count(a Quantity, k int, upper *float64) int {
	a.Kind = KindCount
	value := a.Value
	if upper != nil {
		value = *upper
	}
	noun, end := r.NounPhrase(k, value)
	if prev := r.Tok(a.From - 1); prev.Of(en.Magnitude) || prev.Of(en.Of) && r.Is(a.From-2, en.Magnitude) {
		a.Kind, a.unit = KindMeasure, "magnitude"
		return r.emit(a, a.To, "", upper)
	}
	if noun == "" {
		end = a.To
		if r.pronoun(a) || r.follows(a) {
			return a.To
		}
	}
	return r.emit(a, end, noun, upper)
}

// pronoun reports whether "one" stands for something rather than counts it.
func (r *Reader) pronoun(a Quantity) bool {
	return a.Value == 1 && !a.Figure && !(r.Is(a.To, en.Of) && r.Is(a.To+1, en.The, en.ThoseWord))
}

// follows reports whether a bare figure belongs to the name before it: Boeing
// 747, Windows 95.
func (r *Reader) follows(a Quantity) bool {
	prev := r.Tok(a.From - 1)
	if !a.plain || prev.Kind != page.TokenWord || !prev.Capital || prev.Possessive || r.TimeAt(a.From-1) != nil {
		return false
	}
	if n := r.NameBefore(a.From); n != nil && n.Kind == page.NamePlace && a.From > 1 && r.Is(a.From-2, en.Comma, en.And) {
		return false // Britain sent 300, France 200 and Spain 100
	}
	if the := r.Tok(a.From - 2); the.Of(en.The) && prev.Of(en.SEnding) && r.Is(a.From-3, en.Comma, en.And) {
		return false // the Socialists won 65, the Liberals 30 and the Greens 25
	}
	return !lexicon.NotName(prev.Span.In(r.Src))
}
