package drift

import (
	"math"
	"strconv"

	"factcheck/internal/fact"
)

// slipped reports whether two values that differ do so as slips do.
func slipped(a, b *value) bool {
	switch a.kind {
	case kindTime:
		return slippedTime(a, b)
	case kindNumber:
		return slippedNumber(a.number, b.number)
	}
	return akin(a.name, b.name)
}

// slippedTime reports whether of two times of one form the day, the month or the year
// alone is another.
func slippedTime(a, b *value) bool {
	f := formOf(a.time)
	if f != formOf(b.time) || f == formOther {
		return false
	}
	x, y := days(a.time.When).From.Day(), days(b.time.When).From.Day()
	year, month, day := x.Civil()
	otherYear, otherMonth, otherDay := y.Civil()
	n := 0
	for _, differ := range [...]bool{year != otherYear, f != formYear && month != otherMonth, f == formDay && day != otherDay} {
		if differ {
			n++
		}
	}
	return n == 1 && (f != formYear || slippedDigits(strconv.Itoa(year), strconv.Itoa(otherYear)))
}

// slippedNumber reports whether two numbers of one unit differ in a digit, in two that
// changed places or in their scale, or whether one figure has two units.
func slippedNumber(a, b *fact.Number) bool {
	if a.Value == b.Value {
		return true
	}
	if a.Kind != b.Kind || a.Unit != b.Unit || a.Kind == kindClock {
		return false
	}
	x, y := a.Value/unitStep(a), b.Value/unitStep(b)
	return digits(x) == digits(y) || slippedDigits(figures10(x), figures10(y))
}

// unitStep is what a length of time is counted in; 1 for any other number.
func unitStep(n *fact.Number) float64 {
	if n.Kind == kindLength {
		return n.Step
	}
	return 1
}

// figures10 writes the leading digits of a number without trailing zeros.
func figures10(x float64) string {
	s := strconv.FormatFloat(math.Abs(x), 'f', -1, 64)
	for len(s) > 2 && s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	return s
}

// slippedDigits reports whether two figures of two digits and more, as long as each
// other, differ in one digit or in two that changed places.
func slippedDigits(a, b string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	var at []int
	for i := range len(a) {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	return len(at) == 1 || len(at) == 2 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
}
