package numbers

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/page"
)

// Slack is by how much rounding as written can put n off its value: half its last
// digit. A number in millions is taken to be exact to a twentieth, for copy gives a
// decimal to what is smaller than ten; “about” leaves a tenth open.
func Slack(n *fact.Number) float64 {
	h := n.Step
	if n.Step >= 1000 {
		h = min(h, math.Abs(n.Value)/20)
	}
	if n.Approx {
		return h/2 + math.Abs(n.Value)/10
	}
	return h / 2
}

// boundReach is how far “more than” and “at most” reach, as a share of the number. It
// was chosen: writers name the last round number, and round numbers of two digits lie no
// further apart.
const boundReach = .25

// Bounds returns between which values a number lies by what is said with it: between 40
// and 50 for “more than 40”. Without such words both are its value. Bound is that of
// fact.Number.
func Bounds(bound string, value float64) (low, high float64) {
	reach := boundReach * math.Abs(value)
	switch bound {
	case "more", "least":
		return value, value + reach
	case "less", "most":
		return value - reach, value
	}
	return value, value
}

// WholeSlack is Slack where amounts are added up: whole numbers, of millions too
// where they are below ten, are taken as they stand.
func WholeSlack(n *fact.Number) float64 {
	if !n.Approx && (n.Step == 1 || n.Step >= 1000 && n.Value < 10*n.Step && math.Mod(n.Value, n.Step) == 0) {
		return 0
	}
	return Slack(n)
}

// RepeatSlack is Slack for a number that is given again, whose last digit counts step
// times its scale: half of it where it is rounded to millions or decimals or stands with
// “about”, else nothing but a fiftieth for noughts at its end.
func RepeatSlack(n *fact.Number, step, scale float64) float64 {
	v := math.Abs(n.Value)
	switch {
	case n.Approx && step < v/10:
		return min(v/10, roughSteps*step)
	case n.Approx:
		return max(step/2, v/10)
	case scale > 1 || step < 1:
		return min(step/2, v/10)
	case step > 1:
		return min(step/2, v/50)
	}
	return 0
}

// roughSteps is how many of its last digit a number with “about” can be off: not
// 100 for “about 8,030”.
const roughSteps = 5

// PercentSlack is Slack for a percentage or a share, in hundredths. Whole percentages
// are rounded, decimals often cut off; a fraction in words is a rough one.
func PercentSlack(n *fact.Number) float64 {
	v, h := n.Value, n.Step
	switch {
	case n.Kind == KindShare:
		v, h = 100*v, 2+3*v
	case n.Step >= 1:
		h = n.Step * 0.6
	}
	if n.Approx {
		h += v / 10
	}
	return h
}

// Roughness is the share of its value by which rounding can put a number off; the
// noughts that it ends on may stand for other digits.
func Roughness(n *fact.Number) float64 {
	v := math.Abs(n.Value)
	return max(Slack(n), min(Noughts(v), v/20)/2) / v
}

// Noughts returns the power of ten that a whole number ends on: 1000 for 25,000.
func Noughts(v float64) float64 {
	p := 1.0
	for v >= 10 && math.Mod(v, p*10) == 0 && p < v {
		p *= 10
	}
	return p
}

// fractionStep is how finely a number with a fraction such as ½ is written.
const fractionStep = 0.25

// LastDigit returns what the last digit other than a nought counts in a number as it
// is written, 100 in 1,200, and how many digits stand behind its point; behind a point
// noughts count too.
func (r *Reader) LastDigit(q Quantity) (step float64, places int) {
	if !q.Figure {
		return lastOf(q.Value), 0
	}
	figure := r.Tok(q.Digits - 1)
	if figure.Kind != page.TokenFigure { // 2½
		return fractionStep * q.Scale, 0
	}
	if _, decimals, point := strings.Cut(figure.Lower, "."); point {
		return math.Pow10(-len(decimals)) * q.Scale, len(decimals)
	}
	step = 1
	for k := len(figure.Lower) - 1; k > 0 && (figure.Lower[k] < '1' || '9' < figure.Lower[k]); k-- {
		if figure.Lower[k] == '0' {
			step *= 10
		}
	}
	return step * q.Scale, 0
}

// lastOf is LastDigit for a value that is not written in digits.
func lastOf(v float64) float64 {
	if v != math.Trunc(v) {
		return fractionStep
	}
	return Noughts(v)
}

// Written writes a value with so many decimals and commas between its thousands.
func Written(v float64, decimals int) string {
	return grouped(strconv.FormatFloat(v, 'f', decimals, 64))
}

// Short is Written without the noughts that its decimals end on.
func Short(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return grouped(s)
}

// grouped sets commas between the thousands of a number in digits.
func grouped(s string) string {
	whole, rest, point := strings.Cut(s, ".")
	if point {
		rest = "." + rest
	}
	whole, negative := strings.CutPrefix(whole, "-")
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(whole[i])
	}
	return b.String() + rest
}
