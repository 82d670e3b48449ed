package conversions

import (
	"math"
	"strconv"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

const kindPrice = "price" // of a number of shares

// A written is a number as it stands in the text, without a unit.
type written struct {
	from, digits, to int // its tokens; where its scale begins
	value            float64
	step             float64 // what its last digit counts: 100 in 1,200
	scale            float64 // million, …; 1 if none is said
	places           int     // digits behind the point
	coin             float64 // what one of its unit is in the currency: 0.01 for cents; 0 for 1
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

func (a *stated) asMeasure(unit string) { a.kind, a.unit, a.key = numbers.KindMeasure, unit, unit }

func (a *stated) asCurrency(cur lexicon.Currency, word string) {
	if a.asMoney(cur.Code); cur.Code == "XXX" {
		a.key, _ = lexicon.Singular(word)
	}
}

// scaleOf gives degrees that name no scale the one that b leaves.
func (a *stated) scaleOf(b *stated) {
	switch {
	case a.unit != bareDegree && a.kind != "":
	case b.unit == "degree Celsius":
		a.asMeasure("degree Fahrenheit")
	case b.unit == "degree Fahrenheit":
		a.asMeasure("degree Celsius")
	}
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
		a.asCurrency(cur, "")
	}
	w, ok := c.written(k+n, n > 0)
	if !ok || c.TimeAt(k+n) != nil && c.Tok(w.digits).Kind != page.TokenWord {
		return a, false
	}
	if negative {
		w.value = -w.value
	}
	a.low, a.to = w, w.to
	if a.kind == "" {
		c.unit(&a)
	}
	c.upTo(&a)
	c.subunit(&a)
	bound, _ := c.BoundBefore(i, numbers.Quantity{From: i, To: i, Kind: numbers.KindMeasure})
	a.rough = bound != ""
	return a, a.low.value != 0
}

// written reads a number at token i: figures with their scale, words, "half a"
// or "a" before a unit.
func (c *converter) written(i int, money bool) (written, bool) {
	if w, ok := c.part(i); ok {
		return w, true
	}
	q, ok := c.Numeral(i, money)
	if !ok {
		return written{from: i, digits: i + 1, to: i + 1, value: 1, step: 1, scale: 1}, c.Is(i, en.IndefiniteArticle) && c.unitFollows(i+1)
	}
	w := written{from: i, digits: q.Digits, to: q.To, value: q.Value, scale: 1}
	w.step, w.places = c.LastDigit(q)
	if q.Figure {
		w.scale = q.Scale
		c.slashFraction(&w)
	}
	return w, w.to <= len(c.Toks)
}

// partStep is how finely a part of one is written.
const partStep = 0.25

// part reads "half a mile", "a half-mile", "three-quarters of a mile".
func (c *converter) part(i int) (written, bool) {
	w := written{from: i, step: partStep, scale: 1}
	k := i
	if c.Is(k, en.A) {
		k++
	}
	if c.Is(k, en.Half) {
		w.value, k = 0.5, k+1
	} else {
		v, n := c.Fraction(i)
		if n == 0 {
			return w, false
		}
		w.value, k = v, i+n
	}
	for c.Is(k, en.Of, en.IndefiniteArticle) {
		k++
	}
	w.digits, w.to = k, k
	return w, c.unitFollows(k)
}

// slashFraction reads the 1/2 of "2 1/2".
func (c *converter) slashFraction(w *written) {
	num, den := c.Tok(w.to), c.Tok(w.to+2)
	if num.Plain && c.Is(w.to+1, en.Slash) && den.Glued && den.Plain && num.Value < den.Value && den.Value <= 16 && w.scale == 1 {
		w.value, w.step = w.value+num.Value/den.Value, 1/den.Value
		w.digits, w.to = w.to+3, w.to+3
	}
}

func (c *converter) unitFollows(k int) bool {
	a := stated{low: written{value: 1, to: k}, to: k}
	c.unit(&a)
	return a.kind == numbers.KindMeasure
}

// unit reads the currency or the unit behind a.
func (c *converter) unit(a *stated) {
	k := a.to
	if c.Hyphen(k) {
		k++
	}
	words := c.unitWords(k)
	if len(words) == 0 {
		return
	}
	figure := a.low.to > a.low.from && c.Tok(a.low.from).Kind == page.TokenFigure
	if cur, n := lexicon.LongestCurrency(words); n > 0 && c.currencyFits(a, cur, k, figure) {
		a.asCurrency(cur, words[n-1])
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
	a.asMeasure(u.Name)
	a.to = c.ends[n-1]
	if u.Name == numbers.Pound && a.low.scale >= 1e6 {
		a.asMoney(c.pounds())
	}
	if next := c.Tok(a.to + 1); c.Is(a.to, en.FullStop) && c.Tok(a.to).Glued && c.Tok(a.to-1).Span.Len() <= 3 && next.Kind != 0 && !next.Capital {
		a.to++ // 12 in. (
	}
}

// unitWords returns the words and signs from token k on, without the hyphens
// that join them and the full stops of abbreviations; c.ends are the tokens
// behind each.
func (c *converter) unitWords(k int) []string {
	c.Words, c.ends = c.Words[:0], c.ends[:0]
	for ; len(c.Words) < numbers.MaxPhrase && k < len(c.Toks) && c.Toks[k].Kind != page.TokenFigure; k++ {
		t, next := c.Tok(k), c.Tok(k+1)
		stop := t.Of(en.FullStop) && t.Glued && next.Kind == page.TokenWord && !next.Capital && c.Tok(k-1).Span.Len() <= 3
		if len(c.Words) > 0 && (stop || c.Hyphen(k)) {
			continue
		}
		c.Words, c.ends = append(c.Words, t.Lower), append(c.ends, k+1)
	}
	return c.Words
}

func (c *converter) currencyFits(a *stated, cur lexicon.Currency, k int, figure bool) bool {
	if cur.Side == lexicon.Before || cur.Side == lexicon.Touching && (!c.Tok(k).Glued || !figure) {
		return false
	}
	return !c.Is(k, en.Won) || a.low.value >= 100 && figure
}

// measureFits reports whether the unit at token k can be that of a number.
func (c *converter) measureFits(u lexicon.Unit, k int, figure bool) bool {
	t, next := c.Tok(k), c.Tok(k+1)
	closed := next.Kind != page.TokenWord && next.Kind != page.TokenFigure
	switch {
	case u.Name == numbers.Magnitude:
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

// upTo reads the upper end of a range behind a.
func (c *converter) upTo(a *stated) {
	k := a.to
	if !c.Touches(k) && !c.Is(k, en.To, en.Or) && !(c.Is(k, en.And) && (c.Is(a.from-1, en.Between) || a.kind == "" && c.Is(a.from-1, en.Bracket))) {
		return
	}
	cur, n := c.Prefix(k + 1)
	w, ok := c.written(k+1+n, n > 0 || a.kind == numbers.KindMoney)
	if !ok || c.TimeAt(k+1+n) != nil {
		return
	}
	b := stated{from: k + 1, to: w.to, low: w}
	if n > 0 {
		b.asCurrency(cur, "")
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

// subunit reads the inches of "6 feet 2 inches", "5-foot-10" or 5'10" behind a.
func (c *converter) subunit(a *stated) {
	k := a.to
	marked := a.kind == "" && c.Tok(k).Glued && c.Is(k, en.FootMark) && c.Tok(k+1).Glued && c.Tok(k+1).Kind == page.TokenFigure
	foot := *a
	if marked {
		foot.asMeasure("foot")
		k++
	}
	sub, ok := subunits[foot.unit]
	if !ok || a.high != nil || foot.kind != numbers.KindMeasure {
		return
	}
	digit := a.to // where the smaller number stands without a word between
	if c.Hyphen(k) || c.Is(k, en.Comma, en.And) {
		if c.Hyphen(k) {
			digit++
		}
		k++
	}
	w, ok := c.written(k, false)
	if !ok || w.scale != 1 || w.value >= sub.many || w.value <= 0 {
		return
	}
	b := stated{from: k, to: w.to, low: w}
	c.unit(&b)
	for marked && c.Is(b.to, en.InchMark) && c.Tok(b.to).Glued {
		b.to++
	}
	bare := b.kind == "" && foot.unit == footUnit && k == digit && c.Tok(w.to).Kind != page.TokenFigure
	if b.unit != sub.unit && !bare && !marked {
		return
	}
	*a = foot
	a.low.value += w.value / sub.many
	a.low.step, a.to, a.joined = min(w.step, 1)/sub.many, b.to, true
}

// number returns a, or one end of it, as rules see it.
func (c *converter) number(a *stated, w *written) fact.Number {
	span := c.span(a.from, a.to)
	if a.high != nil {
		span.Start = c.Tok(w.from).Span.Start
		if w != a.high {
			span = c.span(w.from, w.to)
		}
	}
	n := fact.Number{At: c.D.PlaceOf(span), Zone: c.Zone, Value: w.value, Kind: a.kind, Unit: a.unit, Approx: a.rough, Step: w.step, Sentence: c.Said}
	if n.Text = n.At.Text; a.high != nil && w != a.high {
		n.Text = c.spell(a, n.At.Text)
	}
	if a.kind == numbers.KindMoney && a.unit == "XXX" {
		n.Unit = ""
	}
	if a.kind == kindPrice {
		n.Kind, n.Noun = numbers.KindCount, a.unit
	}
	return n
}

// span returns where the tokens [from, to) stand.
func (c *converter) span(from, to int) text.Span {
	return text.Span{Start: c.Tok(from).Span.Start, End: c.Tok(to - 1).Span.End}
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
// zeros at its end at most roundShare. Amounts are rounded more in a conversion than
// numbers.Slack says.
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
	if a.joined || a.to <= w.digits {
		return digits + " " + a.unit
	}
	return digits + c.Src[c.Tok(w.digits-1).Span.End:c.Tok(a.to-1).Span.End]
}

// like writes v as a number that stands in place of w: with its scale and its
// number of digits behind the point, or as round as it is within roundShown.
func (w *written) like(v float64) string {
	v /= w.one()
	if w.places > 0 {
		return numbers.Written(v, w.places)
	}
	for step := max(w.step/w.one(), 0.01); step > 1e-3; step /= 10 {
		if r := math.Round(v/step) * step; math.Abs(r-v) <= roundShown*math.Abs(v) {
			return numbers.Written(r, max(0, int(math.Round(-math.Log10(step)))))
		}
	}
	return strconv.FormatFloat(v, 'g', 2, 64)
}

// roundShown is how far a number that is offered may be from the exact one, as
// a share of it.
const roundShown = 0.02
