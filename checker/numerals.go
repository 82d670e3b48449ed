package checker

import (
	"math"
	"slices"
	"strings"

	"factcheck/internal/lexicon"
)

// A quantity is a number with its unit, as tokens [from, to) of a sentence.
type quantity struct {
	from, to int
	value    float64
	scale    float64 // million, …; 1 if none is said
	kind     string
	unit     string
	factor   float64 // what one of the unit is in the currency
	figure   bool    // written in digits
	plain    bool    // … and nothing but digits
	whole    float64 // of a share "one in five": five; else 0
}

const (
	kindCount   = "count"
	kindMoney   = "money"
	kindPercent = "percent"
	kindPoints  = "points"
	kindShare   = "share"
	kindMeasure = "measure"
	kindAge     = "age"
	kindScore   = "score"
)

// tok returns token i, a blank one outside the sentence.
func (r *numberReader) tok(i int) *token {
	if i < 0 || i >= len(r.toks) {
		return &noToken
	}
	return &r.toks[i]
}

var noToken token

// ahead returns the words and signs from token i on, as many as the longest
// phrase has. They are valid until the next call.
func (r *numberReader) ahead(i int) []string {
	r.words = r.words[:0]
	for k := i; k < len(r.toks) && k < i+maxPhrase; k++ {
		r.words = append(r.words, r.toks[k].lower)
	}
	return r.words
}

// maxPhrase is how many tokens the longest unit or currency can have.
const maxPhrase = 5

// amountAt reads a number with its currency or unit at token i.
func (r *numberReader) amountAt(i int) (quantity, bool) {
	cur, n := r.prefix(i)
	a, ok := r.numeral(i+n, n > 0)
	if !ok || n > 0 && !a.figure {
		return a, false
	}
	a.from = i
	if n > 0 {
		a.money(cur)
	}
	if !r.suffix(&a) {
		return a, false
	}
	a.value = round(a.value * a.factor)
	return a, true
}

func (a *quantity) money(c lexicon.Currency) {
	a.kind, a.unit, a.factor = kindMoney, c.Code, c.Factor
	if a.unit == "XXX" {
		a.unit = ""
	}
}

// round removes what a product of decimals is off its decimal value.
func round(v float64) float64 {
	if w := math.Round(v * 1e6); math.Abs(w) < 1<<53 {
		return w / 1e6
	}
	return math.Round(v)
}

// prefix reads a currency before a figure. Its letters must be capitals and
// touch the sign: "A$5", not "a $5 note".
func (r *numberReader) prefix(i int) (lexicon.Currency, int) {
	t := r.tok(i)
	if t.kind == tokenMark && t.lower[0] < 0x80 && t.lower != "$" || t.kind == tokenWord && (!t.capital || t.span.Len() > 4) || t.kind == tokenFigure || t.kind == 0 {
		return lexicon.Currency{}, 0
	}
	c, n := lexicon.LongestCurrency(r.ahead(i))
	if n == 0 || c.Side != lexicon.Before && c.Side != lexicon.Both || r.tok(i+n).kind != tokenFigure {
		return c, 0
	}
	if t.kind == tokenWord {
		word := t.span.In(r.src)
		if n > 1 && !r.tok(i+1).glued || len(word) == 3 && strings.ToUpper(word) != word {
			return c, 0
		}
	}
	return c, n
}

// numeral reads digits or number words at token i.
func (r *numberReader) numeral(i int, money bool) (quantity, bool) {
	if r.tok(i).kind == tokenFigure {
		return r.figures(i, money)
	}
	return r.wordNumeral(i)
}

func (r *numberReader) figures(i int, money bool) (quantity, bool) {
	t := r.tok(i)
	a := quantity{from: i, to: i + 1, value: t.value, scale: 1, factor: 1, figure: true, plain: t.plain}
	if !t.valid {
		return a, false
	}
	if part, ok := fractions[r.tok(a.to).lower]; ok && r.tok(a.to).glued {
		a.value, a.plain = a.value+part, false
		a.to++
	}
	next := a.to
	if r.tok(next).is("-") && r.tok(next).glued && r.tok(next+1).glued {
		next++ // 5-million
	}
	n, ok := lexicon.NumeralOf(r.tok(next).lower)
	switch {
	case !ok || r.tok(next).kind != tokenWord:
		return a, true
	case n.Kind == lexicon.NumeralScale,
		n.Kind == lexicon.NumeralShort && (money || r.tok(next).glued && r.shortScale(next)):
		a.scale, a.plain = n.Value, false
		a.value = round(a.value * n.Value)
		a.to = next + 1
		if more, ok := lexicon.NumeralOf(r.tok(a.to).lower); ok && more.Kind == lexicon.NumeralScale { // 3 hundred thousand
			a.scale *= more.Value
			a.value = round(a.value * more.Value)
			a.to++
		}
	}
	return a, true
}

var fractions = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3}

// shortScale reports whether the letters at token i, which touch a figure, are
// a scale though no money is spoken of: bn is, m and k only before a plural.
func (r *numberReader) shortScale(i int) bool {
	if r.tok(i).span.Len() > 1 {
		return true
	}
	noun, _ := r.nounPhrase(i+1, 2)
	return noun != ""
}

// wordNumeral reads number words: "two hundred and fifty", "half a million",
// "a dozen".
func (r *numberReader) wordNumeral(i int) (quantity, bool) {
	a := quantity{from: i, to: i, scale: 1, factor: 1}
	var total, current float64
	last := lexicon.NumeralKind(0)
	k := i
	switch t := r.tok(i); {
	case t.is("a") || t.is("an"):
		if !r.isScale(i + 1) {
			return a, false
		}
		current, last, k = 1, lexicon.NumeralUnit, i+1
	case t.is("half"):
		if !r.tok(i+1).is("a") || !r.isScale(i+2) {
			return a, false
		}
		current, last, k = 0.5, lexicon.NumeralUnit, i+2
	}
	for ; k < len(r.toks); k++ {
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
			current, a.scale = 0, n.Value
		}
		last, a.to = n.Kind, k+1
		if n.Kind == lexicon.NumeralScale && n.Value == 12 {
			break
		}
	}
	a.value = round(total + current)
	return a, a.to > i
}

func (r *numberReader) isScale(i int) bool {
	n, ok := lexicon.NumeralOf(r.tok(i).lower)
	return ok && n.Kind == lexicon.NumeralScale
}

// numeralWord reads the number word at token k as it can follow a word of the
// kind last, 0 for none; step is how many tokens ("and", a hyphen) stand before
// it.
func (r *numberReader) numeralWord(k int, last lexicon.NumeralKind) (n lexicon.Numeral, step int, ok bool) {
	hyphen := r.tok(k).is("-") && r.tok(k).glued && r.tok(k+1).glued
	and := r.tok(k).is("and") && last == lexicon.NumeralScale
	half := r.tok(k).is("and") && r.tok(k+1).is("a") && r.tok(k+2).is("half") && last != 0 && last != lexicon.NumeralScale
	switch {
	case half && r.isScale(k+3): // two and a half million
		return lexicon.Numeral{Kind: lexicon.NumeralUnit, Value: 0.5}, 2, true
	case last != 0 && (hyphen || and):
		step = 1
	}
	t := r.tok(k + step)
	if t.kind != tokenWord {
		return n, 0, false
	}
	n, ok = lexicon.NumeralOf(t.lower)
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
func (r *numberReader) suffix(a *quantity) bool {
	k := a.to
	if r.tok(k).is("-") && r.tok(k).glued && r.tok(k+1).glued && r.tok(k+1).kind == tokenWord {
		k++
	}
	if t := r.tok(k); t.kind == 0 || t.kind == tokenFigure || t.kind == tokenMark && t.lower != "%" && t.lower[0] < 0x80 {
		return true
	}
	if a.kind == kindMoney {
		return k > a.to || r.tok(k).kind != tokenWord || !r.tok(k).glued
	}
	if kind, unit, n := rate(r.ahead(k)); n > 0 {
		a.kind, a.unit, a.to, a.plain = kind, unit, k+n, false
		return true
	}
	if unit, n := r.ageUnit(k); n > 0 {
		a.kind, a.unit, a.to = kindAge, unit, k+n
		return true
	}
	if c, n := lexicon.LongestCurrency(r.ahead(k)); n > 0 && c.Side != lexicon.Before && (c.Side != lexicon.Touching || r.tok(k).glued && a.figure) && (!r.tok(k).is("won") || a.figure && a.value >= 100) {
		a.money(c)
		a.to = k + n
		return true
	}
	if u, n := lexicon.LongestUnit(r.ahead(k)); n > 0 && r.unitFits(a, u, k) {
		a.kind, a.unit, a.to = kindMeasure, u.Name, k+n
		if u.Name == "pound" && a.scale >= 1e6 {
			a.kind, a.unit = kindMoney, "GBP"
		}
		return true
	}
	return k > a.to || r.tok(k).kind != tokenWord || !r.tok(k).glued
}

// unitFits reports whether the unit at token k can be that of a. An
// abbreviation needs figures, a single letter must touch them and be small.
func (r *numberReader) unitFits(a *quantity, u lexicon.Unit, k int) bool {
	t := r.tok(k)
	if u.Paired {
		return false
	}
	if u.Name == "magnitude" {
		return k > a.to // a 6.5-magnitude quake
	}
	if !u.Figures {
		return true
	}
	return a.figure && (t.kind == tokenMark || t.span.Len() > 1 || t.glued && !t.capital)
}

// rate reads percent and points at the start of words.
func rate(words []string) (kind, unit string, n int) {
	at := func(i int, list ...string) bool { return i < len(words) && slices.Contains(list, words[i]) }
	switch {
	case at(0, "percentage", "percent", "per-cent") && at(1, "point", "points"):
		return kindPoints, "percentage point", 2
	case at(0, "percentage") && at(1, "-") && at(2, "point"):
		return kindPoints, "percentage point", 3
	case at(0, "basis") && at(1, "point", "points"):
		return kindPoints, "basis point", 2
	case at(0, "of") && at(1, "a", "one") && at(2, "percentage") && at(3, "point"):
		return kindPoints, "percentage point", 4
	case at(0, "per") && at(1, "cent") && at(2, "point", "points"):
		return kindPoints, "percentage point", 3
	case at(0, "per") && at(1, "cent"):
		return kindPercent, "percent", 2
	case at(0, "%", "percent", "pct"):
		return kindPercent, "percent", 1
	}
	return "", "", 0
}

// ageUnit reads "year-old", "years old" and "years of age" at token k.
func (r *numberReader) ageUnit(k int) (string, int) {
	unit, _ := lexicon.Singular(r.tok(k).lower)
	switch unit {
	case "year", "month", "week", "day":
	default:
		return "", 0
	}
	switch {
	case r.tok(k + 1).is("old"):
		return unit, 2
	case r.tok(k+1).is("-") && (r.tok(k+2).is("old") || r.tok(k+2).is("olds")):
		return unit, 3
	case r.tok(k+1).is("of") && r.tok(k+2).is("age"):
		return unit, 3
	}
	return "", 0
}

// step returns what one in the last digit of a is worth.
func (r *numberReader) step(a quantity) float64 {
	step := 1.0
	for k := a.from; k < a.to; k++ {
		if t := r.tok(k); t.kind == tokenFigure {
			_, decimals, _ := strings.Cut(t.lower, ".")
			step = math.Pow10(-len(decimals))
		}
	}
	return step * a.scale * max(a.factor, 0.01)
}
