package conversions

import (
	"math"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// A converter finds amounts that a document gives in two units or currencies.
type converter struct {
	numbers.Reader
	out   []*fact.Conversion
	keys  []unitPair // of out
	ends  []int      // see unitWords
	pound string     // see pounds
}

// A unitPair is between which two units or currencies a conversion is, and what
// stands around the number of its second amount.
type unitPair struct {
	a, b       string
	y          written
	head, tail string
}

// Read returns each amount that is given in two units or currencies,
// and each number of shares with what they cost, in the order of the text.
func Read(d *page.Page) []*fact.Conversion {
	c := converter{Reader: numbers.NewReader(d)}
	defer page.TokenScratch.Lend(&c.Toks)()
	for i, here := range c.Sentences() {
		if !page.InArticle(d.Parsed[i].Zone) || !mayConvert(here) {
			continue
		}
		c.Open(i)
		for k := 0; k < len(c.Toks); {
			k = max(k+1, c.convert(k))
		}
	}
	c.compareRates()
	return c.out
}

// mayConvert reports whether a sentence with these numbers can give one amount
// twice.
func mayConvert(here []*fact.Number) bool {
	return len(here) > 1 || len(here) == 1 && (here[0].Kind == numbers.KindMeasure || here[0].Kind == numbers.KindMoney) // a mile (1.6 km)
}

// convert reads the amount at token i with what it is converted into, and
// returns the token to go on with.
func (c *converter) convert(i int) int {
	if !c.opensAmount(i) {
		return i + 1
	}
	a, ok := c.amount(i)
	if !ok {
		return i + 1
	}
	if a.kind == "" {
		if b, ok := c.price(&a); ok {
			c.emit(&a, &b)
			return i + 1 // the money may be converted
		}
	}
	l := c.link(&a)
	b, ok := c.amount(l.to)
	if !ok || l.to == a.to || !c.pairs(&a, &b, l) {
		return a.to
	}
	c.emit(&a, &b)
	if !l.has(en.Bracket) {
		return b.to
	}
	return c.further(&a, b.to)
}

// further reads what else a bracket converts a into from token k on, and returns the
// token behind it: 100 miles (160 km, 87 nautical miles).
func (c *converter) further(a *stated, end int) int {
	for range 3 {
		k := end
		for c.Is(k, en.Comma, en.Semicolon, en.Or, en.And, en.Slash) || lexicon.EqualWord(c.Tok(k).Lower) {
			k++
		}
		more, ok := c.amount(k)
		if k == end || !ok || !c.pairs(a, &more, link{to: k, said: en.SetOf(en.Bracket)}) {
			break
		}
		c.emit(a, &more)
		end = more.to
	}
	return end
}

// opensAmount reports whether an amount can begin at token i.
func (c *converter) opensAmount(i int) bool {
	t, prev := c.Tok(i), c.Tok(i-1)
	if t.Of(en.IndefiniteArticle, en.Half, en.Minus) || c.isMinus(i) && c.Tok(i+1).Glued && c.Tok(i+1).Kind == page.TokenFigure {
		return true
	}
	if t.Kind == page.TokenFigure && t.Glued && prev.Kind == page.TokenMark && !numbers.OpensNumber(prev.Lower) && !prev.Of(en.Slash, en.Dash) {
		return false
	}
	return c.Opens(i)
}

// isMinus reports whether token i is a sign before a number, not a hyphen between
// two words.
func (c *converter) isMinus(i int) bool {
	return c.Is(i, en.Sign) && (!c.Tok(i).Glued || c.Is(i-1, en.Bracket))
}

// A link is what stands between two forms of an amount.
type link struct {
	to   int    // the token behind it
	said en.Set // of linkWords
}

func (l *link) has(c en.Class) bool { return l.said.Has(c) }

// linkWords are what tells one link from another.
var linkWords = en.SetOf(en.Bracket, en.Comma, en.Or, en.Slash, en.Dash, en.SameAs, en.Worth)

// linkReach is how many tokens a link can have, those of what is measured
// before a bracket included.
const linkReach = 9

// link reads what stands behind a up to the next figure or numeral.
func (c *converter) link(a *stated) link {
	l := link{to: c.toBracket(a.to)}
	for n := 0; n < linkReach; n++ {
		k := l.to
		said := c.Classes(k).And(&linkWords)
		word := c.Tok(k).Kind == page.TokenWord
		switch {
		case l.has(en.Bracket) && c.isMinus(k) && c.Tok(k+1).Kind == page.TokenFigure:
			return l
		case c.Phrase(k-1, en.Hyphen, en.Hyphen):
			l.said = l.said.With(&dashed)
		case c.Phrase(k, en.Which, en.IsOrWas), c.Phrase(k, en.That, en.IsForm):
			l.said = l.said.With(&same)
		case !said.Has(en.Worth) && said != en.Set{}:
			l.said = l.said.With(&said)
		case c.Is(k, en.Approximately, en.FullStop), l.has(en.Slash) && c.Is(k, en.Hyphen) && c.Tok(k).Glued:
		case word && c.opensAmount(k) && c.isAmount(k):
			return l
		case word && lexicon.EqualWord(c.Tok(k).Lower):
			l.said = l.said.With(&said)
		default:
			_, bound := lexicon.LongestBound(c.Ahead(k))
			if bound == 0 || !word {
				return l
			}
			l.said = l.said.With(&worth)
			l.to += bound - 1
		}
		l.to++
	}
	return l
}

var dashed, same, worth = en.SetOf(en.Dash), en.SetOf(en.SameAs), en.SetOf(en.Worth)

// toBracket returns the bracket behind token k with up to four words between that say
// what is measured, k if there is none: 5 feet tall (.
func (c *converter) toBracket(k int) int {
	for n := k; n <= k+4; n++ {
		if c.Is(n, en.Bracket) {
			return n
		}
		if c.Tok(n).Kind != page.TokenWord || c.MayOpen(n) {
			break
		}
	}
	return k
}

func (c *converter) isAmount(i int) bool {
	_, ok := c.amount(i)
	return ok
}

// pairs reports whether b gives a once more: both are of one quantity in
// different units, and l and what follows b join them.
func (c *converter) pairs(a, b *stated, l link) bool {
	if !c.settle(a, b) || a.key == b.key {
		return false
	}
	closed := c.closes(b.to)
	money, near := a.kind == numbers.KindMoney, l.has(en.Worth)
	switch {
	case l.has(en.Bracket):
		return closed
	case l.has(en.Slash):
		return c.systems(a, b)
	case l.has(en.SameAs):
		return true
	case l.has(en.Or):
		return (money || near && l.has(en.Comma)) && closed || c.systems(a, b)
	case l.has(en.Dash) && money:
		return closed && (near || a.high == nil && c.alone(b.to))
	case l.has(en.Comma) && money:
		return closed && near && c.alone(b.to)
	case l.has(en.Comma) || l.has(en.Dash):
		return closed && c.systems(a, b) && !c.Is(b.to, en.And)
	}
	return false
}

// alone reports whether nothing stands behind an amount that ends before token k
// but the end of the sentence, a comma or a dash: "46 million euros -- 52 million
// dollars --".
func (c *converter) alone(k int) bool {
	return c.Tok(k).Kind == 0 || c.Is(k, en.FullStop, en.Comma, en.Dash) || c.Phrase(k, en.Hyphen, en.Hyphen)
}

// systems reports whether a and b are of two systems of units, as an amount
// and its conversion are, and not two amounts of a list.
func (c *converter) systems(a, b *stated) bool {
	x, _ := lexicon.MeasureOf(a.unit)
	y, _ := lexicon.MeasureOf(b.unit)
	return a.kind == numbers.KindMeasure && x.System != y.System
}

// closes reports whether token k ends what stands in brackets or between
// commas.
func (c *converter) closes(k int) bool {
	return c.Tok(k).Kind == 0 || c.Is(k, en.AmountEnd)
}

// What unitfactors.tsv calls the quantity of degrees, and the units that are read in
// their own way.
const (
	temperature = "temperature"
	bareDegree  = "degree"
	footUnit    = "foot"
)

// settle reads what a and b leave to each other: the scale of a temperature,
// whether pounds are a weight. It reports whether they are of one quantity.
func (c *converter) settle(a, b *stated) bool {
	for _, x := range [2][2]*stated{{a, b}, {b, a}} {
		if x[0].kind == numbers.KindMoney && x[1].kind == numbers.KindMeasure && x[1].unit == numbers.Pound {
			x[1].asMoney(c.pounds())
		}
	}
	american := c.Is(b.to, en.America) && c.Tok(b.to).Capital // 320,000 dollars US
	if american && (b.kind == numbers.KindMoney && b.unit == "USD" || a.kind == numbers.KindMoney && b.kind == "") {
		b.asMoney("USD")
		b.to++
	}
	a.scaleOf(b)
	b.scaleOf(a)
	if a.kind != b.kind || a.kind == "" {
		return false
	}
	return a.kind == numbers.KindMoney || a.quantity() == b.quantity()
}

// emit writes the pair a and b, of ranges each end that both have.
func (c *converter) emit(a, b *stated) {
	c.write(a, b, &a.low, &b.low)
	if a.high != nil && b.high != nil {
		c.write(a, b, a.high, b.high)
	}
}

func (c *converter) write(a, b *stated, x, y *written) {
	if x.value == 0 || (a.high == nil) != (b.high == nil) {
		return
	}
	span := c.span(a.from, b.to)
	if c.Is(b.to, en.BracketEnd) {
		span.End = c.Tok(b.to).Span.End
	}
	f := &fact.Conversion{
		At: c.D.PlaceOf(span), Zone: c.Zone, Kind: a.kind, First: c.number(a, x), Second: c.number(b, y), Rate: y.value / x.value,
	}
	f.Text = f.At.Text
	switch a.kind {
	case numbers.KindMeasure:
		c.measured(f, a, b, x, y)
	default:
		f.Tolerance = math.Abs(f.Rate) * max(x.moneySlack(a.rough), y.moneySlack(b.rough))
		f.RateSaid = sayRate(f.Rate, a.key, b.key)
		c.rated(f, a, b)
	}
	c.out = append(c.out, f)
	at := c.span(y.from, y.digits)
	c.keys = append(c.keys, unitPair{a.key, b.key, *y, c.Src[span.Start:at.Start], c.Src[at.End:span.End]})
}

// measured adds what the first amount is in the unit of the second.
func (c *converter) measured(f *fact.Conversion, a, b *stated, x, y *written) {
	there, back, rate := exchange(a, b, x, y)
	mine := x.slack()
	if finest(y, x) { // 3 miles (4.8 km)
		mine = min(mine, cutShare*math.Abs(x.value))
	}
	off := max(y.slack(), mine*rate)
	if a.quantity() == temperature {
		off = max(warmth(b, y), warmth(a, x)*rate)
	}
	off += factorShare * math.Abs(there)
	if a.rough || b.rough {
		off *= roughly
	}
	f.Expected, f.Tolerance = &there, numbers.Round(off)
	f.Correct = c.spell(b, y.like(there))
	f.Fixes = c.conversionFixes(f, a, b, x, y, back)
}

// finest reports whether x is written with more digits than y.
func finest(x, y *written) bool { return x.step*math.Abs(y.value) < y.step*math.Abs(x.value)/2 }

const (
	// factorShare is what round factors make: 30 centimetres to the foot, 1.6
	// kilometres to the mile.
	factorShare = 0.017
	// roughly widens the tolerance of "about" and "more than".
	roughly = 1.2
)

// warmth is the slack of a temperature: a degree, more where it is a round
// number.
func warmth(a *stated, w *written) float64 {
	degree := 1.0
	if a.unit == "degree Fahrenheit" {
		degree = 1.8
	}
	if w.places > 0 {
		return w.step
	}
	if math.Mod(w.value, 10) == 0 {
		return 2 * degree
	}
	return degree
}

// exchange returns x in the unit of b and y in that of a, and how many of the
// unit of b one of a is. Of the units that share a name those are taken that
// bring x nearest to y.
func exchange(a, b *stated, x, y *written) (there, back, rate float64) {
	if a.quantity() == temperature {
		return degrees(a, x.value, y.value), degrees(b, y.value, x.value), map[bool]float64{true: 1.8, false: 1 / 1.8}[a.unit == "degree Celsius"]
	}
	from, _ := lexicon.MeasureOf(a.unit)
	into, _ := lexicon.MeasureOf(b.unit)
	best := math.Inf(1)
	for _, f := range from.Factors {
		for _, g := range into.Factors {
			if off := math.Abs(x.value*f/g - y.value); off < best {
				best, rate = off, f/g
			}
		}
	}
	return x.value * rate, y.value / rate, rate
}

// degrees returns v of the scale of a in the other scale, as a temperature or,
// if that is nearer to said, as a difference of two.
func degrees(a *stated, v, said float64) float64 {
	level, step := v*1.8+32, v*1.8
	if a.unit == "degree Fahrenheit" {
		level, step = (v-32)/1.8, v/1.8
	}
	if math.Abs(step-said) < math.Abs(level-said) && math.Abs(step-said) <= 1 {
		return step
	}
	return level
}

// conversionFixes offers a right number for either amount.
func (c *converter) conversionFixes(f *fact.Conversion, a, b *stated, x, y *written, back float64) []fact.Fix {
	first, second := x.like(back), y.like(*f.Expected)
	out := []fact.Fix{{Message: f.First.Text + " is " + f.Correct}, {Message: f.Second.Text + " is " + c.spell(a, first)}}
	if !b.joined {
		out[0].Replacement = c.replaced(f.At.Span, y, second)
	}
	if !a.joined {
		out[1].Replacement = c.replaced(f.At.Span, x, first)
	}
	return out
}

// replaced returns the text of span with another number in place of w.
func (c *converter) replaced(span text.Span, w *written, number string) string {
	at := c.span(w.from, w.digits)
	return c.Src[span.Start:at.Start] + strings.TrimPrefix(number, "-") + c.Src[at.End:span.End]
}
