package conversions

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

const kindPrice = "price" // of a number of shares

// A written is a number as it stands in the text.
type written struct {
	from, to int // its tokens, without a scale and a unit
	value    float64
	step     float64 // what its last digit counts: 100 in 1,200
	scale    float64 // million, …; 1 if none is said
	places   int     // digits behind the point
	coin     float64 // what one of its unit is in the currency: 0.01 for cents; 0 for 1
}

// A stated is an amount as it stands in the text: a number or a range with its unit, as tokens [from, to) of a
// sentence.
type stated struct {
	from, to int
	kind     string // measure, money, price; empty for a bare number
	unit     string // see lexicon.Unit; a currency as its ISO 4217 code
	key      string // the unit; of a currency that several countries have, its word
	low      written
	high     *written // nil if it is no range
	joined   bool     // of two units: 6 feet 2 inches
	rough    bool     // about, nearly, more than
}

func (a *stated) quantity() string {
	m, _ := lexicon.MeasureOf(a.unit)
	return m.Quantity
}

// pounds returns the ISO 4217 code of what the document calls pounds: the currency
// of the country that it names most often of those that have pounds, sterling if it
// names none.
func (c *converter) pounds() string {
	if c.pound != "" {
		return c.pound
	}
	c.pound = "GBP"
	named, most := map[string]int{}, 0
	for i := range c.D.Parsed {
		for _, n := range c.D.NamesOf(i) {
			code := ""
			if n.Place != nil {
				code = lexicon.CurrencyIn("pound", n.Place.Country)
			}
			if code == "" {
				continue
			}
			if named[code]++; named[code] > most {
				c.pound, most = code, named[code]
			}
		}
	}
	return c.pound
}

func (a *stated) asMoney(code string) { a.kind, a.unit, a.key = numbers.KindMoney, code, code }

// scaleOf gives degrees that name no scale the one that b leaves.
func (a *stated) scaleOf(b *stated) {
	if a.unit != "degree" && a.kind != "" {
		return
	}
	switch b.unit {
	case "degree Celsius":
		a.unit = "degree Fahrenheit"
	case "degree Fahrenheit":
		a.unit = "degree Celsius"
	default:
		return
	}
	a.kind, a.key = numbers.KindMeasure, a.unit
}

// amount reads a number or a range with its unit at token i. A bare number is
// one too.
func (c *converter) amount(i int) (stated, bool) {
	a := stated{from: i}
	k := i
	negative := c.Is(k, en.Minus) || c.isMinus(k) && c.Tok(k+1).Glued
	if negative {
		k++
	}
	cur, n := c.Prefix(k)
	if n > 0 {
		a.currency(cur, "")
	}
	w, ok := c.written(k+n, n > 0)
	if !ok || c.TimeAt(k+n) != nil && c.Tok(w.to).Kind != page.TokenWord {
		return a, false
	}
	if negative {
		w.value = -w.value
	}
	a.low, a.to = w, w.end(c)
	if a.kind == "" {
		c.unit(&a)
	}
	c.range2(&a)
	c.subunit(&a)
	a.rough = c.isRough(i)
	return a, a.low.value != 0
}

// end returns the token behind w and its scale.
func (w *written) end(c *converter) int {
	if w.scale == 1 {
		return w.to
	}
	k := w.to
	for c.Is(k, en.Hyphen) {
		k++
	}
	for k < len(c.Toks) && isScaleWord(c.Tok(k).Lower) {
		k++
	}
	return k
}

func isScaleWord(w string) bool {
	n, ok := lexicon.NumeralOf(w)
	return ok && (n.Kind == lexicon.NumeralScale || n.Kind == lexicon.NumeralShort)
}

func (c *converter) isRough(i int) bool {
	q := numbers.Quantity{From: i, To: i, Kind: numbers.KindMeasure}
	bound, _ := c.BoundBefore(i, q)
	return bound != ""
}

// written reads a number at token i: figures with their scale, words, "half a"
// or "a" before a unit.
func (c *converter) written(i int, money bool) (written, bool) {
	if w, ok := c.part(i); ok {
		return w, true
	}
	t := c.Tok(i)
	q, ok := c.Numeral(i, money)
	if !ok {
		if t.Of(en.IndefiniteArticle) && c.unitFollows(i+1) {
			return written{from: i, to: i + 1, value: 1, step: 1, scale: 1}, true
		}
		return written{}, false
	}
	w := written{from: i, to: q.To, value: q.Value, scale: 1, step: StepOf(q.Value)}
	if t.Kind == page.TokenFigure {
		w.to, w.scale = i+1, q.Scale
		w.places, w.step = LastDigit(t.Span.In(c.Src))
		w.step *= w.scale
		if w.scale == 1 {
			w.to = q.To
		}
		if x := c.Tok(i + 1); x.Glued && numbers.Fractions[x.Lower] > 0 {
			w.to, w.step = i+2, fractionStep
		}
		c.slashFraction(&w)
	}
	return w, w.to <= len(c.Toks)
}

// fractionStep is how finely a number with a fraction such as ½ is written.
const fractionStep = 0.25

// part reads "half a mile", "a half-mile", "three-quarters of a mile".
func (c *converter) part(i int) (written, bool) {
	w := written{from: i, step: fractionStep, scale: 1}
	k := i
	if c.Is(k, en.A) {
		k++
	}
	switch {
	case c.Is(k, en.Half):
		w.value, w.to = 0.5, k+1
	default:
		v, n := c.Fraction(i)
		if n == 0 {
			return w, false
		}
		w.value, w.to = v, i+n
	}
	for c.Is(w.to, en.Of, en.IndefiniteArticle) {
		w.to++
	}
	return w, c.unitFollows(w.to)
}

// slashFraction reads the 1/2 of "2 1/2".
func (c *converter) slashFraction(w *written) {
	k := w.to
	num, den := c.Tok(k), c.Tok(k+2)
	if num.Kind == page.TokenFigure && c.Is(k+1, en.Slash) && den.Glued && num.Plain && den.Plain && num.Value < den.Value && den.Value <= 16 && w.scale == 1 {
		w.value += num.Value / den.Value
		w.step, w.to = 1/den.Value, k+3
	}
}

// LastDigit returns how many digits stand behind the point of a figure, and what
// its last digit other than a 0 counts; behind a point zeros count too.
func LastDigit(figure string) (places int, step float64) {
	if at := strings.LastIndexByte(figure, '.'); at >= 0 {
		places = len(figure) - at - 1
		return places, math.Pow10(-places)
	}
	step = 1
	for k := len(figure) - 1; k > 0; k-- {
		if figure[k] == '0' {
			step *= 10
		} else if '1' <= figure[k] && figure[k] <= '9' {
			break
		}
	}
	return 0, step
}

// StepOf is what the last digit of a number in words counts.
func StepOf(v float64) float64 {
	if v != math.Trunc(v) {
		return fractionStep
	}
	step := 1.0
	for step < v/10 && math.Mod(v, step*10) == 0 {
		step *= 10
	}
	if v == step*10 {
		step *= 10
	}
	return step
}

func (c *converter) unitFollows(k int) bool {
	var a stated
	a.low = written{value: 1, to: k}
	a.to = k
	c.unit(&a)
	return a.kind == numbers.KindMeasure
}

// unit reads the currency or the unit behind a.
func (c *converter) unit(a *stated) {
	k := a.to
	t := c.Tok(k)
	if t.Of(en.Hyphen) && t.Glued && c.Tok(k+1).Glued {
		k++
	}
	words := c.unitWords(k)
	if len(words) == 0 {
		return
	}
	figure := a.low.to > a.low.from && c.Tok(a.low.from).Kind == page.TokenFigure
	if cur, n := lexicon.LongestCurrency(words); n > 0 && c.currencyFits(a, cur, k, figure) {
		a.currency(cur, words[n-1])
		a.low.value = numbers.Round(a.low.value * cur.Factor)
		a.low.step *= cur.Factor
		a.low.coin = cur.Factor
		a.to = c.ends[n-1]
		return
	}
	u, n := lexicon.LongestUnit(words)
	if n == 0 || !c.measureFits(u, k, figure) {
		return
	}
	a.kind, a.unit, a.key, a.to = numbers.KindMeasure, u.Name, u.Name, c.ends[n-1]
	if u.Name == "pound" && a.low.scale >= 1e6 {
		a.asMoney(c.pounds())
	}
	if c.Is(a.to, en.FullStop) && c.Tok(a.to).Glued && c.Tok(a.to-1).Span.Len() <= 3 && c.Tok(a.to+1).Kind != 0 && !c.Tok(a.to+1).Capital {
		a.to++ // 12 in. (
	}
}

// unitWords returns the words and signs from token k on, without the hyphens
// that join them and the full stops of abbreviations; c.ends are the tokens
// behind each.
func (c *converter) unitWords(k int) []string {
	c.Words, c.ends = c.Words[:0], c.ends[:0]
	for len(c.Words) < numbers.MaxPhrase && k < len(c.Toks) {
		t := c.Tok(k)
		next := c.Tok(k + 1)
		switch {
		case len(c.Words) > 0 && t.Of(en.Hyphen) && t.Glued && next.Glued,
			len(c.Words) > 0 && t.Of(en.FullStop) && t.Glued && next.Kind == page.TokenWord && !next.Capital && c.Tok(k-1).Span.Len() <= 3:
			k++
			continue
		case t.Kind == page.TokenFigure:
			return c.Words
		}
		c.Words, c.ends = append(c.Words, t.Lower), append(c.ends, k+1)
		k++
	}
	return c.Words
}

func (a *stated) currency(cur lexicon.Currency, word string) {
	a.kind, a.unit, a.key = numbers.KindMoney, cur.Code, cur.Code
	if cur.Code == "XXX" {
		a.key, _ = lexicon.Singular(word)
	}
}

func (c *converter) currencyFits(a *stated, cur lexicon.Currency, k int, figure bool) bool {
	t := c.Tok(k)
	switch {
	case cur.Side == lexicon.Before, cur.Side == lexicon.Touching && (!t.Glued || !figure):
		return false
	case t.Of(en.Won):
		return a.low.value >= 100 && figure
	}
	return true
}

// measureFits reports whether the unit at token k can be that of a number.
func (c *converter) measureFits(u lexicon.Unit, k int, figure bool) bool {
	t := c.Tok(k)
	next := c.Tok(k + 1)
	closed := next.Kind != page.TokenWord && next.Kind != page.TokenFigure
	switch {
	case u.Name == "magnitude":
		return false
	case t.Of(en.DegreeLetter):
		return figure && t.Capital
	case t.Span.Len() == 1 && t.Kind == page.TokenWord:
		return figure && !t.Capital && (t.Glued || closed)
	case u.Paired && len(t.Lower) < 4:
		return figure && (t.Glued || closed || next.Kind == page.TokenFigure)
	}
	return !u.Figures || figure
}

// range2 reads the upper end of a range behind a.
func (c *converter) range2(a *stated) {
	k := a.to
	t := c.Tok(k)
	switch {
	case t.Of(en.Hyphen, en.Dash) && t.Glued && c.Tok(k+1).Glued, t.Of(en.To, en.Or), t.Of(en.And) && (c.Is(a.from-1, en.Between) || a.kind == "" && c.Is(a.from-1, en.Bracket)):
	default:
		return
	}
	cur, n := c.Prefix(k + 1)
	w, ok := c.written(k+1+n, n > 0 || a.kind == numbers.KindMoney)
	if !ok || c.TimeAt(k+1+n) != nil {
		return
	}
	b := stated{from: k + 1, to: w.end(c), low: w}
	if n > 0 {
		b.currency(cur, "")
	} else {
		c.unit(&b)
	}
	switch {
	case b.kind == "" && a.kind == numbers.KindMoney && c.Tok(a.to-1).Kind != page.TokenWord: // $5-10
	case a.kind == "" && b.kind != "" && !c.Is(a.from, en.A):
		a.kind, a.unit, a.key = b.kind, b.unit, b.key
	case a.kind != b.kind || a.key != b.key || a.kind == "":
		return
	}
	if a.low.scale == 1 && b.low.scale > 1 && a.low.value < b.low.value/b.low.scale {
		a.low.value, a.low.step, a.low.scale = a.low.value*b.low.scale, a.low.step*b.low.scale, b.low.scale
	}
	if a.low.value < b.low.value {
		a.high, a.to = &b.low, b.to
	}
}

// subunits are the units that a smaller one can follow, and how many of it
// make one.
var subunits = map[string]struct {
	unit string
	many float64
}{
	"foot": {"inch", 12}, "stone": {"pound", 14}, "pound": {"ounce", 16}, "yard": {"foot", 3},
	"mile": {"yard", 1760}, "metre": {"centimetre", 100},
}

// subunit reads the inches of "6 feet 2 inches" or "5-foot-10" behind a.
func (c *converter) subunit(a *stated) {
	k := a.to
	if a.kind == "" && c.Tok(k).Glued && c.Is(k, en.FootMark) && c.Tok(k+1).Glued && c.Tok(k+1).Kind == page.TokenFigure {
		a.kind, a.unit, a.key = numbers.KindMeasure, "foot", "foot"
		k++
	}
	sub, ok := subunits[a.unit]
	if !ok || a.high != nil || a.kind != numbers.KindMeasure {
		return
	}
	marked := k > a.to
	hyphen := c.Hyphen(k)
	if hyphen || c.Is(k, en.Comma, en.And) {
		k++
	}
	w, ok := c.written(k, false)
	if !ok || w.scale != 1 || w.value >= sub.many || w.value <= 0 {
		if marked {
			a.kind, a.unit, a.key = "", "", ""
		}
		return
	}
	b := stated{from: k, to: w.to, low: w}
	c.unit(&b)
	bare := b.kind == "" && a.unit == "foot" && k == a.to+boolInt(hyphen) && c.Tok(w.to).Kind != page.TokenFigure
	for marked && c.Is(b.to, en.InchMark) && c.Tok(b.to).Glued {
		b.to++
	}
	if b.unit != sub.unit && !bare && !marked {
		return
	}
	a.low.value += w.value / sub.many
	a.low.step, a.to, a.joined = min(w.step, 1)/sub.many, b.to, true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// number returns a, or one end of it, as rules see it.
func (c *converter) number(a *stated, w *written) fact.Number {
	span := text.Span{Start: c.Tok(a.from).Span.Start, End: c.Tok(a.to - 1).Span.End}
	if a.high != nil {
		span = text.Span{Start: c.Tok(w.from).Span.Start, End: c.Tok(w.end(c) - 1).Span.End}
		if w == a.high {
			span.End = c.Tok(a.to - 1).Span.End
		}
	}
	n := fact.Number{At: c.D.PlaceOf(span), Zone: c.Zone, Value: w.value, Kind: a.kind, Unit: a.unit, Approx: a.rough, Step: w.step, Sentence: c.Said}
	if n.Text = n.At.Text; a.high != nil && w != a.high {
		n.Text = c.spell(a, c.Src[span.Start:span.End])
	}
	if a.kind == numbers.KindMoney && a.unit == "XXX" {
		n.Unit = ""
	}
	if a.kind == kindPrice {
		n.Kind, n.Noun = numbers.KindCount, a.unit
	}
	return n
}

// one is what a 1 would count in place of w.
func (w *written) one() float64 {
	if w.coin > 0 {
		return w.scale * w.coin
	}
	return w.scale
}

// moneySlack is the share by which an amount of money may be off as it is
// written; sums that end in zeros are mostly exact.
func (w *written) moneySlack(rough bool) float64 {
	share := w.slack() / math.Abs(w.value)
	if w.step > w.one() && !rough {
		share = min(share, moneyShare)
	}
	return share
}

// moneyShare is what zeros at the end of an amount of money leave open.
const moneyShare = 0.05

// slack is by how much the number may be off as it is written: half of its
// last digit, what cutting instead of rounding makes of a short one, and of
// zeros at its end at most roundShare.
func (w *written) slack() float64 {
	v := math.Abs(w.value)
	half, one := w.step/2, w.one()
	if w.step <= one && (w.places > 0 || w.step < one) {
		return half
	}
	if w.step > one {
		half = min(half, roundShare*v)
	}
	if n := math.Mod(math.Round(v/w.step), 10); n == 5 && v >= 15*one {
		half = max(half, fiveShare*v)
	}
	return max(half, min(w.step, cutShare*v))
}

const (
	roundShare = 0.105 // 300 feet (100 metres), 100 pounds (50 kg)
	fiveShare  = 0.08  // 50 pounds (25 kg)
	cutShare   = 0.07  // 8 miles (12 km)
)

// spell writes digits with the unit that a has in the text.
func (c *converter) spell(a *stated, digits string) string {
	w := &a.low
	if a.high != nil {
		w = a.high
	}
	if a.joined || a.to <= w.to {
		return digits + " " + a.unit
	}
	return digits + c.Src[c.Tok(w.to-1).Span.End:c.Tok(a.to-1).Span.End]
}

// like writes v as a number that stands in place of w: with its scale and its
// number of digits behind the point, or as round as it is within roundShown.
func (w *written) like(v float64) string {
	v /= w.one()
	if w.places > 0 {
		return Grouped(strconv.FormatFloat(v, 'f', w.places, 64))
	}
	for step := max(w.step/w.one(), 0.01); step > 1e-3; step /= 10 {
		if r := math.Round(v/step) * step; math.Abs(r-v) <= roundShown*math.Abs(v) {
			return Grouped(strconv.FormatFloat(r, 'f', max(0, int(math.Round(-math.Log10(step)))), 64))
		}
	}
	return Grouped(strconv.FormatFloat(v, 'g', 2, 64))
}

// roundShown is how far a number that is offered may be from the exact one, as
// a share of it.
const roundShown = 0.02

// Grouped sets commas between the thousands of a number in digits.
func Grouped(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	if rest != "" {
		rest = "." + rest
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	if len(whole) < 4 || strings.ContainsAny(whole, "e+") {
		return s
	}
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return sign + b.String() + rest
}
