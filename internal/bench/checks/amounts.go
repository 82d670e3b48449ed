package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

func numberClasses() []*class {
	return []*class{
		{id: "sum-parts", doc: "parts that do not add up to the stated whole", make: sumParts},
		{id: "difference-margin", doc: "a margin that is not the difference of its two amounts", make: difference},
		{id: "percent-change", doc: "a percentage that the two ends do not make", make: percentChange},
		{id: "point-change", doc: "a change in points that the two ends do not make", make: pointChange},
		{id: "unit-conversion", doc: "an amount in two units that are not equal", make: conversion},
		{id: "currency-rate", doc: "two conversions of one text at different rates", make: currencyRate},
		{id: "magnitude", doc: "million for billion, or a product off by a thousand", make: magnitude},
		{id: "headline-count", doc: "headline and lead count differently", make: headlineCount, alter: headlineAltered},
		{id: "repeated-quantity", doc: "one quantity given twice with different values", make: repeatedQuantity, alter: quantityAltered},
	}
}

func whole(x float64) number { return number{x, 0} }

// sumParts gives parts a, b and c and their sum t; either the sum or the last
// part is the wrong one.
func sumParts(g *gen, section string) slots {
	scale, decimals, parts := 1.0, 0, 2
	lo, hi := 2, 9
	switch section {
	case "two":
	case "three":
		parts = 3
	case "four":
		parts = 4
	case "bigtwo":
		lo, hi = 110, 4800
	case "bigthree":
		lo, hi, parts = 110, 4800, 3
	case "moneytwo":
		lo, hi, scale, decimals = 11, 95, 10, 1
	case "moneythree":
		lo, hi, scale, decimals, parts = 11, 95, 10, 1, 3
	case "share":
		return shares(g, 2)
	case "sharethree":
		return shares(g, 3)
	default:
		return nil
	}
	s := slots{}
	sum, last := 0, 0
	names := []string{"a", "b", "c", "e"}[:parts]
	n := func(i int) any {
		if decimals > 0 {
			return number{float64(i) / scale, decimals}
		}
		return i
	}
	for _, name := range names {
		last = g.between(lo, hi)
		sum += last
		s[name] = same(n(last))
	}
	off := g.between(1, 3)
	if hi > 9 {
		off = max(sum/20, 2) + g.between(1, max(sum/10, 3))
	}
	if g.IntN(2) == 0 {
		s["t"] = pair{n(sum), n(sum + off)}
		return s
	}
	s["t"] = same(n(sum))
	s[names[parts-1]] = pair{n(last), n(last + off)}
	return s
}

// shares gives percentages that add up to 100.
func shares(g *gen, parts int) slots {
	a, b := g.between(41, 58), 0
	if parts == 3 {
		b = g.between(20, 33)
	}
	last := 100 - a - b
	s := slots{"a": same(a), "b": pair{last, last + g.between(4, 12)}}
	if parts == 3 {
		s["b"], s["c"] = same(b), s["b"]
	}
	return s
}

// difference gives the greater amount a, the lesser b and the margin n.
func difference(g *gen, section string) slots {
	var a, b, off int
	switch section {
	case "seats":
		a, b = g.between(52, 90), g.between(20, 48)
		off = g.off(2, 9)
	case "votes":
		a = g.between(3000, 90000)
		b = a - g.between(120, 2500)
		off = g.between(40, 700)
	case "percent":
		a, b = g.between(46, 58), g.between(22, 40)
		off = g.off(3, 3)
	case "money":
		a, b = g.between(60, 95), g.between(20, 50)
		off = g.off(3, 9)
	default:
		return nil
	}
	return slots{"a": same(a), "b": same(b), "n": {a - b, a - b + off}}
}

// percentChange gives the value before, x, the one after, y, and the change n
// in percent; in every fifth case of index and count the wrong twin swaps the
// values.
func percentChange(g *gen, section string) slots {
	grow := 1.0
	kind, way, _ := strings.Cut(section, " ")
	if way == "down" {
		grow = -1
	}
	var x, y, change number
	switch kind {
	case "index":
		x = number{round(900+8000*g.Float64(), 2), 2}
		change = number{round(1+5*g.Float64(), 1), 1}
		y = number{round(x.value*(1+grow*change.value/100), 2), 2}
	case "count":
		pct := one(g, 5, 10, 12, 15, 20, 25, 30, 40)
		from := 100 * g.between(2, 90)
		x, change = whole(float64(from)), whole(float64(pct))
		y = whole(float64(from) + grow*float64(from*pct/100))
	case "money":
		from := g.between(20, 90)
		pct := one(g, 10, 20, 30, 40, 50)
		x, change = number{float64(from), 1}, whole(float64(pct))
		y = number{float64(from) * (1 + grow*float64(pct)/100), 1}
	case "twice":
		from := 10 * g.between(12, 90)
		return slots{"x": same(from), "y": {2 * from, from + from/g.between(4, 6)}}
	case "half":
		to := 10 * g.between(12, 90)
		return slots{"x": same(2 * to), "y": {to, to + to/2 + to/g.between(5, 8)}}
	default:
		return nil
	}
	if g.IntN(5) == 0 && kind != "money" {
		return slots{"x": {x, y}, "y": {y, x}, "n": same(change)}
	}
	wrong := change
	wrong.value = round(change.value*one(g, 1.5, 2, 3)+1.2, change.decimals)
	return slots{"x": same(x), "y": same(y), "n": {change, wrong}}
}

// pointChange gives the value before, x, after, y, and the change n in the same
// unit, with the percentage k for those wordings that have both.
func pointChange(g *gen, section string) slots {
	kind, way, _ := strings.Cut(section, " ")
	grow := 1.0
	if way == "down" {
		grow = -1
	}
	var x, y, n number
	var off float64
	switch kind {
	case "index":
		x = number{round(900+8000*g.Float64(), 2), 2}
		n = number{round(x.value*(0.004+0.02*g.Float64()), 2), 2}
		off = round(n.value*(0.4+g.Float64()), 2)
	case "rate":
		x = number{round(5+6*g.Float64(), 1), 1}
		n = number{round(0.2+1.2*g.Float64(), 1), 1}
		off = round(0.4+g.Float64(), 1)
	case "cents":
		x = number{round(15+60*g.Float64(), 2), 2}
		n = whole(float64(g.between(12, 95)))
		y = number{round(x.value+grow*n.value/100, 2), 2}
		wrong := n.value + float64(g.between(15, 60))
		return slots{"x": same(x), "y": same(y), "n": {n, whole(wrong)}}
	case "seats":
		x, n = whole(float64(g.between(60, 180))), whole(float64(g.between(6, 40)))
		off = float64(g.between(4, 15))
	default:
		return nil
	}
	y = number{round(x.value+grow*n.value, x.decimals), x.decimals}
	k := number{round(100*n.value/x.value, 1), 1}
	return slots{"x": same(x), "y": same(y), "k": same(k), "n": {n, number{round(n.value+off, n.decimals), n.decimals}}}
}

// conversion gives an amount x of one unit and y of another; u is the row of
// unit.tsv. Sections are kinds of that list, any, temperature, fahrenheit (which
// stands first) and height.
func conversion(g *gen, section string) slots {
	switch section {
	case "temperature":
		c := g.between(-12, 41)
		f := int(math.Round(float64(c)*9/5 + 32))
		return slots{"c": same(c), "f": {f, f + g.off(9, 30)}}
	case "fahrenheit":
		f := g.between(20, 108)
		c := int(math.Round(float64(f-32) * 5 / 9))
		return slots{"f": same(f), "c": {c, c + g.off(6, 18)}}
	case "height":
		feet, inches := g.between(5, 6), g.between(1, 11)
		metres := float64(feet*12+inches) * 0.0254
		return slots{"x": same(feet), "i": same(inches), "y": {number{metres, 2}, number{round(metres, 2) + one(g, -0.22, -0.14, 0.13, 0.21), 2}}}
	}
	u := g.pick("unit")
	for section != "any" && u.get("kind") != section {
		u = g.pick("unit")
	}
	x := g.between(mustInt(u.get("lo")), mustInt(u.get("hi")))
	factor, decimals := mustFloat(u.get("factor")), mustInt(u.get("round"))
	right := round(float64(x)*factor, decimals)
	wrong := right * one(g, 0.1, 0.6, 0.75, 1.35, 1.8, 10)
	if inverse := float64(x) / factor; g.IntN(3) == 0 && math.Abs(inverse/right-1) > 0.3 && inverse >= 1 {
		wrong = inverse
	}
	if round(wrong, decimals) < 1 {
		wrong = right*2 + 1
	}
	return slots{"u": same(u), "x": same(x), "y": {number{right, decimals}, number{round(wrong, decimals), decimals}}}
}

func mustInt(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func mustFloat(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return x
}

// currencyRate gives amounts x and y of a currency with what they are in
// dollars, v and w, with their scales sv and sw; in section scale the second is a
// thousand times too much.
func currencyRate(g *gen, section string) slots {
	c := g.pick("currency")
	for c.first() == "euros" && g.published().Year() < 1999 {
		c = g.pick("currency")
	}
	rate, local := c.rate(g.published().Year()), mustFloat(c.get("scale"))
	amount := func() (number, number) {
		x := number{round(local*(12+80*g.Float64()), 0), 0}
		return x, number{round(x.value*rate, 1), 1}
	}
	x, v := amount()
	y, w := amount()
	for y.value == x.value {
		y, w = amount()
	}
	s := slots{"cur": same(c.first()), "x": same(x), "v": same(v), "y": same(y), "w": same(w), "sv": same("million"), "sw": same("million")}
	switch section {
	case "rate":
		wrong := w
		wrong.value = round(w.value*one(g, 0.1, 0.5, 0.66, 1.5, 2, 10), 1)
		s["w"] = pair{w, wrong}
	case "scale":
		s["sw"] = pair{"million", "billion"}
	default:
		return nil
	}
	return s
}

// rate returns how many dollars one of a currency was worth in a year, or in the
// nearest that is known.
func (r row) rate(year int) float64 {
	years := lists["rate"]
	i := min(max(year-mustInt(years[0].first()), 0), len(years)-1)
	rate := mustFloat(years[i].get(r.get("code")))
	if r.get("quoted") == "per dollar" {
		return 1 / rate
	}
	return rate
}

// magnitude gives an amount x with its scale k, which another mention m repeats;
// in section product n pieces at u each make t in scale m.
func magnitude(g *gen, section string) slots {
	m := pair{"million", "billion"}
	if g.IntN(2) == 0 {
		m = pair{"billion", "million"}
	}
	switch section {
	case "repeat":
		return slots{"x": same(number{float64(g.between(11, 98)) / 10, 1}), "k": same(m.right), "m": m}
	case "product":
		n, unit := 10*g.between(12, 90), g.between(3, 60)
		t := number{float64(n*unit) / 1000, 2}
		return slots{"n": same(n * 1000), "u": same(unit), "t": same(t), "m": {"million", "billion"}}
	case "share": // x million shares at u dollars are worth t million dollars
		n, unit := g.between(4, 90), g.between(3, 60)
		return slots{"n": same(n), "u": same(unit), "t": same(n * unit), "m": {"million", "billion"}}
	}
	return nil
}

// headlineCount gives n and, for the other mention, k.
func headlineCount(g *gen, section string) slots {
	var n, off int
	switch section {
	case "few":
		n = g.between(3, 9)
		off = g.between(1, 4)
	case "many":
		n = g.between(12, 95)
		off = g.off(2, 9)
	case "large":
		n = 10 * g.between(20, 900)
		off = 10 * g.off(6, 15)
	default:
		return nil
	}
	return slots{"n": same(n), "k": {n, n + off}}
}

// repeatedQuantity is headlineCount with what is counted.
func repeatedQuantity(g *gen, section string) slots {
	s := headlineCount(g, section)
	if s == nil {
		return nil
	}
	s["metric"] = same(g.pick("metric"))
	return s
}

var wordNumber = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}(?:,\d{3})*)\b`)

// headlineAltered changes a number in the headline that the first two
// paragraphs repeat.
func headlineAltered(g *gen) alteration {
	c := *g.carrier
	var lead string
	for _, b := range c.blocks[:min(2, len(c.blocks))] {
		lead += " " + strings.ToLower(b.text)
	}
	for _, at := range wordNumber.FindAllStringIndex(c.headline, -1) {
		word := c.headline[at[0]:at[1]]
		n := valueOf(word)
		if !hasNumber(lead, n) || strings.HasSuffix(c.headline[:at[0]], ".") || strings.HasPrefix(c.headline[at[1]:], ".") {
			continue
		}
		other := n + max(1, n/10) + g.IntN(max(2, n/10))
		c.headline = c.headline[:at[0]] + likeWritten(other, word) + c.headline[at[1]:]
		return alteration{&c, []string{c.headline}}
	}
	return alteration{}
}

// valueOf reads digits or a word up to twelve.
func valueOf(word string) int {
	for i, r := range lists["numerals"] {
		if strings.EqualFold(r.first(), word) {
			return i
		}
	}
	n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	if err != nil {
		return -1
	}
	return n
}

func hasNumber(s string, n int) bool {
	for _, word := range wordNumber.FindAllString(s, -1) {
		if valueOf(word) == n {
			return true
		}
	}
	return false
}

// likeWritten writes n in digits or words as model is.
func likeWritten(n int, model string) string {
	switch {
	case model[0] >= '0' && model[0] <= '9':
		return grouped(strconv.Itoa(n))
	case model[0] >= 'A' && model[0] <= 'Z':
		s := inWords(n)
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return inWords(n)
}

var countedNoun = regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}(?:,\d{3})*) ([a-z]{4,})`)

// quantityAltered changes the second of two equal numbers before one noun.
func quantityAltered(g *gen) alteration {
	c := *g.carrier
	c.blocks = append([]block(nil), c.blocks...)
	seen := map[string]bool{}
	for i, b := range c.blocks {
		if !b.body {
			continue
		}
		for _, m := range countedNoun.FindAllStringSubmatchIndex(b.text, -1) {
			word, noun := b.text[m[2]:m[3]], b.text[m[4]:m[5]]
			key := strconv.Itoa(valueOf(word)) + " " + strings.ToLower(noun)
			if !seen[key] || strings.Contains(unitNouns, noun) {
				seen[key] = true
				continue
			}
			n := valueOf(word)
			changed := b.text[:m[2]] + likeWritten(n+max(1, n/10)+g.IntN(max(2, n/10)), word) + b.text[m[3]:]
			c.blocks[i].text = changed
			return alteration{&c, []string{changed}}
		}
	}
	return alteration{}
}

// unitNouns are nouns that two different quantities share.
const unitNouns = "percent million billion hundred thousand years months weeks days hours minutes dollars euros miles metres points people times other more"
