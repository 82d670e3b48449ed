package checker

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
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

func (a *stated) asMoney(code string) { a.kind, a.unit, a.key = kindMoney, code, code }

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
	a.kind, a.key = kindMeasure, a.unit
}

// amount reads a number or a range with its unit at token i. A bare number is
// one too.
func (c *converter) amount(i int) (stated, bool) {
	a := stated{from: i}
	k := i
	negative := c.tok(k).is("minus") || c.isMinus(k) && c.tok(k+1).glued
	if negative {
		k++
	}
	cur, n := c.prefix(k)
	if n > 0 {
		a.currency(cur, "")
	}
	w, ok := c.written(k+n, n > 0)
	if !ok || c.timeAt(k+n) != nil && c.tok(w.to).kind != tokenWord {
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
	for c.tok(k).is("-") {
		k++
	}
	for k < len(c.toks) && isScaleWord(c.tok(k).lower) {
		k++
	}
	return k
}

func isScaleWord(w string) bool {
	n, ok := lexicon.NumeralOf(w)
	return ok && (n.Kind == lexicon.NumeralScale || n.Kind == lexicon.NumeralShort)
}

func (c *converter) isRough(i int) bool {
	q := quantity{from: i, to: i, kind: kindMeasure}
	bound, _ := c.boundBefore(i, q)
	return bound != ""
}

// written reads a number at token i: figures with their scale, words, "half a"
// or "a" before a unit.
func (c *converter) written(i int, money bool) (written, bool) {
	if w, ok := c.part(i); ok {
		return w, true
	}
	t := c.tok(i)
	q, ok := c.numeral(i, money)
	if !ok {
		if (t.is("a") || t.is("an")) && c.unitFollows(i+1) {
			return written{from: i, to: i + 1, value: 1, step: 1, scale: 1}, true
		}
		return written{}, false
	}
	w := written{from: i, to: q.to, value: q.value, scale: 1, step: stepOf(q.value)}
	if t.kind == tokenFigure {
		w.to, w.scale = i+1, q.scale
		w.places, w.step = lastDigit(t.span.In(c.src))
		w.step *= w.scale
		if w.scale == 1 {
			w.to = q.to
		}
		if x := c.tok(i + 1); x.glued && fractions[x.lower] > 0 {
			w.to, w.step = i+2, fractionStep
		}
		c.slashFraction(&w)
	}
	return w, w.to <= len(c.toks)
}

// fractionStep is how finely a number with a fraction such as ½ is written.
const fractionStep = 0.25

// part reads "half a mile", "a half-mile", "three-quarters of a mile".
func (c *converter) part(i int) (written, bool) {
	w := written{from: i, step: fractionStep, scale: 1}
	k := i
	if c.tok(k).is("a") {
		k++
	}
	switch {
	case c.tok(k).is("half"):
		w.value, w.to = 0.5, k+1
	default:
		v, n := c.fraction(i)
		if n == 0 {
			return w, false
		}
		w.value, w.to = v, i+n
	}
	for c.tok(w.to).is("of") || c.tok(w.to).is("a") || c.tok(w.to).is("an") {
		w.to++
	}
	return w, c.unitFollows(w.to)
}

// slashFraction reads the 1/2 of "2 1/2".
func (c *converter) slashFraction(w *written) {
	k := w.to
	num, den := c.tok(k), c.tok(k+2)
	if num.kind == tokenFigure && c.tok(k+1).is("/") && den.glued && num.plain && den.plain && num.value < den.value && den.value <= 16 && w.scale == 1 {
		w.value += num.value / den.value
		w.step, w.to = 1/den.value, k+3
	}
}

// lastDigit returns how many digits stand behind the point of a figure, and what
// its last digit other than a 0 counts; behind a point zeros count too.
func lastDigit(figure string) (places int, step float64) {
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

// stepOf is what the last digit of a number in words counts.
func stepOf(v float64) float64 {
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
	return a.kind == kindMeasure
}

// unit reads the currency or the unit behind a.
func (c *converter) unit(a *stated) {
	k := a.to
	t := c.tok(k)
	if t.is("-") && t.glued && c.tok(k+1).glued {
		k++
	}
	words := c.unitWords(k)
	if len(words) == 0 {
		return
	}
	figure := a.low.to > a.low.from && c.tok(a.low.from).kind == tokenFigure
	if cur, n := lexicon.LongestCurrency(words); n > 0 && c.currencyFits(a, cur, k, figure) {
		a.currency(cur, words[n-1])
		a.low.value = round(a.low.value * cur.Factor)
		a.low.step *= cur.Factor
		a.low.coin = cur.Factor
		a.to = c.ends[n-1]
		return
	}
	u, n := lexicon.LongestUnit(words)
	if n == 0 || !c.measureFits(u, k, figure) {
		return
	}
	a.kind, a.unit, a.key, a.to = kindMeasure, u.Name, u.Name, c.ends[n-1]
	if u.Name == "pound" && a.low.scale >= 1e6 {
		a.asMoney("GBP")
	}
	if c.tok(a.to).is(".") && c.tok(a.to).glued && c.tok(a.to-1).span.Len() <= 3 && c.tok(a.to+1).kind != 0 && !c.tok(a.to+1).capital {
		a.to++ // 12 in. (
	}
}

// unitWords returns the words and signs from token k on, without the hyphens
// that join them and the full stops of abbreviations; c.ends are the tokens
// behind each.
func (c *converter) unitWords(k int) []string {
	c.words, c.ends = c.words[:0], c.ends[:0]
	for len(c.words) < maxPhrase && k < len(c.toks) {
		t := c.tok(k)
		next := c.tok(k + 1)
		switch {
		case len(c.words) > 0 && t.is("-") && t.glued && next.glued,
			len(c.words) > 0 && t.is(".") && t.glued && next.kind == tokenWord && !next.capital && c.tok(k-1).span.Len() <= 3:
			k++
			continue
		case t.kind == tokenFigure:
			return c.words
		}
		c.words, c.ends = append(c.words, t.lower), append(c.ends, k+1)
		k++
	}
	return c.words
}

func (a *stated) currency(cur lexicon.Currency, word string) {
	a.kind, a.unit, a.key = kindMoney, cur.Code, cur.Code
	if cur.Code == "XXX" {
		a.key, _ = lexicon.Singular(word)
	}
}

func (c *converter) currencyFits(a *stated, cur lexicon.Currency, k int, figure bool) bool {
	t := c.tok(k)
	switch {
	case cur.Side == lexicon.Before, cur.Side == lexicon.Touching && (!t.glued || !figure):
		return false
	case t.is("won"):
		return a.low.value >= 100 && figure
	}
	return true
}

// measureFits reports whether the unit at token k can be that of a number.
func (c *converter) measureFits(u lexicon.Unit, k int, figure bool) bool {
	t := c.tok(k)
	next := c.tok(k + 1)
	closed := next.kind != tokenWord && next.kind != tokenFigure
	switch {
	case u.Name == "magnitude":
		return false
	case t.is("c") || t.is("f"):
		return figure && t.capital
	case t.span.Len() == 1 && t.kind == tokenWord:
		return figure && !t.capital && (t.glued || closed)
	case u.Paired && len(t.lower) < 4:
		return figure && (t.glued || closed || next.kind == tokenFigure)
	}
	return !u.Figures || figure
}

// range2 reads the upper end of a range behind a.
func (c *converter) range2(a *stated) {
	k := a.to
	t := c.tok(k)
	switch {
	case isHyphen(t) && t.glued && c.tok(k+1).glued, t.is("to"), t.is("or"), t.is("and") && (c.tok(a.from-1).is("between") || a.kind == "" && c.tok(a.from-1).is("(")):
	default:
		return
	}
	cur, n := c.prefix(k + 1)
	w, ok := c.written(k+1+n, n > 0 || a.kind == kindMoney)
	if !ok || c.timeAt(k+1+n) != nil {
		return
	}
	b := stated{from: k + 1, to: w.end(c), low: w}
	if n > 0 {
		b.currency(cur, "")
	} else {
		c.unit(&b)
	}
	switch {
	case b.kind == "" && a.kind == kindMoney && c.tok(a.to-1).kind != tokenWord: // $5-10
	case a.kind == "" && b.kind != "" && !c.tok(a.from).is("a"):
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
	if a.kind == "" && c.tok(k).glued && (c.tok(k).is("'") || c.tok(k).is("’") || c.tok(k).is("′")) && c.tok(k+1).glued && c.tok(k+1).kind == tokenFigure {
		a.kind, a.unit, a.key = kindMeasure, "foot", "foot"
		k++
	}
	sub, ok := subunits[a.unit]
	if !ok || a.high != nil || a.kind != kindMeasure {
		return
	}
	marked := k > a.to
	hyphen := c.tok(k).is("-") && c.tok(k).glued && c.tok(k+1).glued
	if hyphen || c.tok(k).is(",") || c.tok(k).is("and") {
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
	bare := b.kind == "" && a.unit == "foot" && k == a.to+boolInt(hyphen) && c.tok(w.to).kind != tokenFigure
	for marked && (c.tok(b.to).is("\"") || c.tok(b.to).is("”") || c.tok(b.to).is("″") || c.tok(b.to).is("'") || c.tok(b.to).is("’")) && c.tok(b.to).glued {
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
func (c *converter) number(a *stated, w *written) rules.Number {
	span := text.Span{Start: c.tok(a.from).span.Start, End: c.tok(a.to - 1).span.End}
	if a.high != nil {
		span = text.Span{Start: c.tok(w.from).span.Start, End: c.tok(w.end(c) - 1).span.End}
		if w == a.high {
			span.End = c.tok(a.to - 1).span.End
		}
	}
	n := rules.Number{At: c.d.placeOf(span), Zone: c.zone, Value: w.value, Kind: a.kind, Unit: a.unit, Approx: a.rough, Sentence: c.said}
	if n.Text = n.At.Text; a.high != nil && w != a.high {
		n.Text = c.spell(a, c.src[span.Start:span.End])
	}
	if a.kind == kindMoney && a.unit == "XXX" {
		n.Unit = ""
	}
	if a.kind == kindPrice {
		n.Kind, n.Noun = kindCount, a.unit
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
	return digits + c.src[c.tok(w.to-1).span.End:c.tok(a.to-1).span.End]
}

// like writes v as a number that stands in place of w: with its scale and its
// number of digits behind the point, or as round as it is within roundShown.
func (w *written) like(v float64) string {
	v /= w.one()
	if w.places > 0 {
		return grouped(strconv.FormatFloat(v, 'f', w.places, 64))
	}
	for step := max(w.step/w.one(), 0.01); step > 1e-3; step /= 10 {
		if r := math.Round(v/step) * step; math.Abs(r-v) <= roundShown*math.Abs(v) {
			return grouped(strconv.FormatFloat(r, 'f', max(0, int(math.Round(-math.Log10(step)))), 64))
		}
	}
	return grouped(strconv.FormatFloat(v, 'g', 2, 64))
}

// roundShown is how far a number that is offered may be from the exact one, as
// a share of it.
const roundShown = 0.02

// grouped sets commas between the thousands of a number in digits.
func grouped(s string) string {
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
