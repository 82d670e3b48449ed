package numbers

import (
	"math"
	"slices"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// A Quantity is a number with its unit, as tokens [from, to) of a sentence.
type Quantity struct {
	From, To int
	Digits   int // the token behind its figure, before a scale; To of number words
	Value    float64
	Scale    float64 // million, …; 1 if none is said
	Kind     string
	unit     string
	factor   float64 // what one of the unit is in the currency
	Figure   bool    // written in digits
	plain    bool    // … and nothing but digits
	whole    float64 // of a share "one in five": five; else 0
}

const (
	KindCount   = "count"
	KindMoney   = "money"
	KindPercent = "percent"
	KindPoints  = "points"
	KindShare   = "share"
	KindMeasure = "measure"
	KindAge     = "age"
	KindScore   = "score"
)

// Names of units that are not read as others are: the pound of weight is money from
// millions on, a magnitude stands behind a hyphen.
const (
	Pound     = "pound"
	Magnitude = "magnitude"
)

// Tok returns token i, a blank one outside the sentence.
func (r *Reader) Tok(i int) *page.Token {
	if i < 0 || i >= len(r.Toks) {
		return &noToken
	}
	return &r.Toks[i]
}

var noToken page.Token

// Ahead returns the words and signs from token i on, as many as the longest
// phrase has. They are valid until the next call.
func (r *Reader) Ahead(i int) []string {
	r.Words = r.Words[:0]
	for k := i; k < len(r.Toks) && k < i+MaxPhrase; k++ {
		r.Words = append(r.Words, r.Toks[k].Lower)
	}
	return r.Words
}

// MaxPhrase is how many tokens the longest unit or currency can have.
const MaxPhrase = 5

// AmountAt reads a number with its currency or unit at token i.
func (r *Reader) AmountAt(i int) (Quantity, bool) {
	cur, n := r.Prefix(i)
	a, ok := r.Numeral(i+n, n > 0)
	if !ok || n > 0 && !a.Figure {
		return a, false
	}
	a.From = i
	if n > 0 {
		a.money(cur)
	}
	if !r.suffix(&a) {
		return a, false
	}
	a.Value = Round(a.Value * a.factor)
	return a, true
}

func (a *Quantity) money(c lexicon.Currency) {
	a.Kind, a.unit, a.factor = KindMoney, c.Code, c.Factor
	if a.unit == "XXX" {
		a.unit = ""
	}
}

// Round removes what a product of decimals is off its decimal value.
func Round(v float64) float64 {
	if w := math.Round(v * 1e6); math.Abs(w) < 1<<53 {
		return w / 1e6
	}
	return math.Round(v)
}

// Prefix reads a currency before a figure. Its letters must be capitals and
// touch the sign: "A$5", not "a $5 note".
func (r *Reader) Prefix(i int) (lexicon.Currency, int) {
	t := r.Tok(i)
	if t.Kind == page.TokenMark && t.Lower[0] < 0x80 && t.Lower != "$" || t.Kind == page.TokenWord && (!t.Capital || t.Span.Len() > 4) || t.Kind == page.TokenFigure || t.Kind == 0 {
		return lexicon.Currency{}, 0
	}
	c, n := lexicon.LongestCurrency(r.Ahead(i))
	if n == 0 || c.Side != lexicon.Before && c.Side != lexicon.Both || r.Tok(i+n).Kind != page.TokenFigure {
		return c, 0
	}
	if t.Kind == page.TokenWord {
		word := t.Span.In(r.Src)
		if n > 1 && !r.Tok(i+1).Glued || len(word) == 3 && strings.ToUpper(word) != word {
			return c, 0
		}
	}
	return c, n
}

// Numeral reads digits or number words at token i.
func (r *Reader) Numeral(i int, money bool) (Quantity, bool) {
	if r.Tok(i).Kind == page.TokenFigure {
		return r.figures(i, money)
	}
	q, ok := r.wordNumeral(i)
	q.Digits = q.To
	return q, ok
}

func (r *Reader) figures(i int, money bool) (Quantity, bool) {
	t := r.Tok(i)
	a := Quantity{From: i, To: i + 1, Value: t.Value, Scale: 1, factor: 1, Figure: true, plain: t.Plain}
	if !t.Valid {
		return a, false
	}
	if part, ok := fractions[r.Tok(a.To).Lower]; ok && r.Tok(a.To).Glued {
		a.Value, a.plain = a.Value+part, false
		a.To++
	}
	a.Digits = a.To
	next := a.To
	if r.Hyphen(next) {
		next++ // 5-million
	}
	n, ok := lexicon.NumeralOf(r.Tok(next).Lower)
	switch {
	case !ok || r.Tok(next).Kind != page.TokenWord:
		return a, true
	case n.Kind == lexicon.NumeralScale,
		n.Kind == lexicon.NumeralShort && (money || r.Tok(next).Glued && r.shortScale(next)):
		a.Scale, a.plain = n.Value, false
		a.Value = Round(a.Value * n.Value)
		a.To = next + 1
		if more, ok := lexicon.NumeralOf(r.Tok(a.To).Lower); ok && more.Kind == lexicon.NumeralScale { // 3 hundred thousand
			a.Scale *= more.Value
			a.Value = Round(a.Value * more.Value)
			a.To++
		}
	}
	return a, true
}

var fractions = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3}

// shortScale reports whether the letters at token i, which touch a figure, are
// a scale though no money is spoken of: bn is, m and k only before a plural.
func (r *Reader) shortScale(i int) bool {
	if r.Tok(i).Span.Len() > 1 {
		return true
	}
	noun, _ := r.NounPhrase(i+1, 2)
	return noun != ""
}

// wordNumeral reads number words: "two hundred and fifty", "half a million",
// "a dozen".
func (r *Reader) wordNumeral(i int) (Quantity, bool) {
	a := Quantity{From: i, To: i, Scale: 1, factor: 1}
	var total, current float64
	last := lexicon.NumeralKind(0)
	k := i
	switch t := r.Tok(i); {
	case t.Of(en.IndefiniteArticle):
		if !r.IsScale(i + 1) {
			return a, false
		}
		current, last, k = 1, lexicon.NumeralUnit, i+1
	case t.Of(en.Half):
		if !r.Is(i+1, en.A) || !r.IsScale(i+2) {
			return a, false
		}
		current, last, k = 0.5, lexicon.NumeralUnit, i+2
	}
	for ; k < len(r.Toks); k++ {
		n, step, ok := r.numeralWord(k, last)
		if !ok {
			break
		}
		k += step
		switch {
		case n.Kind != lexicon.NumeralScale:
			current += n.Value
		case current == 0:
			return a, false
		case n.Value <= 100:
			current *= n.Value
		default:
			total += current * n.Value
			current, a.Scale = 0, n.Value
		}
		last, a.To = n.Kind, k+1
		if n.Kind == lexicon.NumeralScale && n.Value == 12 {
			break
		}
	}
	a.Value = Round(total + current)
	return a, a.To > i
}

func (r *Reader) IsScale(i int) bool {
	n, ok := lexicon.NumeralOf(r.Tok(i).Lower)
	return ok && n.Kind == lexicon.NumeralScale
}

// numeralWord reads the number word at token k as it can follow a word of the
// kind last, 0 for none; step is how many tokens ("and", a hyphen) stand before
// it.
func (r *Reader) numeralWord(k int, last lexicon.NumeralKind) (n lexicon.Numeral, step int, ok bool) {
	hyphen := r.Hyphen(k)
	and := r.Is(k, en.And) && last == lexicon.NumeralScale
	half := r.Is(k, en.And) && r.Is(k+1, en.A) && r.Is(k+2, en.Half) && last != 0 && last != lexicon.NumeralScale
	switch {
	case half && r.IsScale(k+3): // two and a half million
		return lexicon.Numeral{Kind: lexicon.NumeralUnit, Value: 0.5}, 2, true
	case last != 0 && (hyphen || and):
		step = 1
	}
	t := r.Tok(k + step)
	if t.Kind != page.TokenWord {
		return n, 0, false
	}
	n, ok = lexicon.NumeralOf(t.Lower)
	switch {
	case !ok || last == 0 && n.Kind == lexicon.NumeralScale:
		return n, 0, false
	case n.Kind == lexicon.NumeralUnit:
		ok = last == 0 || last == lexicon.NumeralTen && 0 < n.Value && n.Value < 10 && !and || last == lexicon.NumeralScale && !hyphen
	case n.Kind == lexicon.NumeralTen:
		ok = last == 0 || last == lexicon.NumeralScale && !hyphen
	case n.Kind == lexicon.NumeralScale:
		ok = !and
	default:
		ok = false
	}
	return n, step, ok
}

// suffix reads what stands behind a numeral: percent, a currency, an age, a
// unit. It reports false where letters that touch the digits are none of them:
// 19th, 3D.
func (r *Reader) suffix(a *Quantity) bool {
	k := a.To
	if r.Hyphen(k) && r.Tok(k+1).Kind == page.TokenWord {
		k++
	}
	if t := r.Tok(k); t.Kind == 0 || t.Kind == page.TokenFigure || t.Kind == page.TokenMark && t.Lower != "%" && t.Lower[0] < 0x80 {
		return true
	}
	if a.Kind == KindMoney {
		return k > a.To || r.Tok(k).Kind != page.TokenWord || !r.Tok(k).Glued
	}
	if kind, unit, n := rate(r.Ahead(k)); n > 0 {
		a.Kind, a.unit, a.To, a.plain = kind, unit, k+n, false
		return true
	}
	if unit, n := r.AgeUnit(k); n > 0 {
		a.Kind, a.unit, a.To = KindAge, unit, k+n
		return true
	}
	if c, n := lexicon.LongestCurrency(r.Ahead(k)); n > 0 && c.Side != lexicon.Before && (c.Side != lexicon.Touching || r.Tok(k).Glued && a.Figure) && (!r.Is(k, en.Won) || a.Figure && a.Value >= 100) {
		a.money(c)
		a.To = k + n
		return true
	}
	if u, n := lexicon.LongestUnit(r.Ahead(k)); n > 0 && r.unitFits(a, u, k) {
		a.Kind, a.unit, a.To = KindMeasure, u.Name, k+n
		if u.Name == Pound && a.Scale >= 1e6 {
			a.Kind, a.unit = KindMoney, "GBP"
		}
		return true
	}
	return k > a.To || r.Tok(k).Kind != page.TokenWord || !r.Tok(k).Glued
}

// unitFits reports whether the unit at token k can be that of a. An
// abbreviation needs figures, a single letter must touch them and be small.
func (r *Reader) unitFits(a *Quantity, u lexicon.Unit, k int) bool {
	t := r.Tok(k)
	if u.Paired {
		return false
	}
	if u.Name == Magnitude {
		return k > a.To // a 6.5-magnitude quake
	}
	if !u.Figures {
		return true
	}
	return a.Figure && (t.Kind == page.TokenMark || t.Span.Len() > 1 || t.Glued && !t.Capital)
}

// rate reads percent and points at the start of words.
func rate(words []string) (kind, unit string, n int) {
	at := func(i int, list ...string) bool { return i < len(words) && slices.Contains(list, words[i]) }
	switch {
	case at(0, "percentage", "percent", "per-cent") && at(1, "point", "points"):
		return KindPoints, "percentage point", 2
	case at(0, "percentage") && at(1, "-") && at(2, "point"):
		return KindPoints, "percentage point", 3
	case at(0, "basis") && at(1, "point", "points"):
		return KindPoints, "basis point", 2
	case at(0, "of") && at(1, "a", "one") && at(2, "percentage") && at(3, "point"):
		return KindPoints, "percentage point", 4
	case at(0, "per") && at(1, "cent") && at(2, "point", "points"):
		return KindPoints, "percentage point", 3
	case at(0, "per") && at(1, "cent"):
		return KindPercent, "percent", 2
	case at(0, "%", "percent", "pct"):
		return KindPercent, "percent", 1
	}
	return "", "", 0
}

// AgeUnit reads "year-old", "years old" and "years of age" at token k: the unit in the
// singular and how many tokens there are, 0 for none.
func (r *Reader) AgeUnit(k int) (string, int) {
	unit, _ := lexicon.Singular(r.Tok(k).Lower)
	switch {
	case !en.Is(unit, en.AgeUnit):
	case r.Is(k+1, en.Old):
		return unit, 2
	case r.Is(k+1, en.Hyphen) && r.Is(k+2, en.Old), r.Is(k+1, en.Of) && r.Is(k+2, en.Age):
		return unit, 3
	}
	return "", 0
}

// step returns what one in the last digit of a is worth.
func (r *Reader) step(a Quantity) float64 {
	step := 1.0
	for k := a.From; k < a.To; k++ {
		if t := r.Tok(k); t.Kind == page.TokenFigure {
			_, decimals, _ := strings.Cut(t.Lower, ".")
			step = math.Pow10(-len(decimals))
		}
	}
	return step * a.Scale * max(a.factor, 0.01)
}
