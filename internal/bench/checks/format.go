package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A number is written with a fixed count of decimals.
type number struct {
	value    float64
	decimals int
}

// write returns a value as the format says; a final "^" makes its first letter
// a capital.
func write(v any, format string) (string, error) {
	format, capital := strings.CutSuffix(format, "^")
	s, err := writePlain(v, format)
	if capital {
		r, n := utf8.DecodeRuneInString(s)
		s = string(unicode.ToUpper(r)) + s[n:]
	}
	return s, err
}

func writePlain(v any, format string) (string, error) {
	switch v := v.(type) {
	case time.Time:
		return writeTime(v, format), nil
	case int:
		return writeInt(v, format)
	case number:
		return writeNumber(v, format), nil
	case string:
		switch format {
		case "":
			return v, nil
		case "upper":
			return strings.ToUpper(v), nil
		case "lower":
			return strings.ToLower(v), nil
		}
	case row:
		if format == "upper" {
			return strings.ToUpper(v.first()), nil
		}
		if s, ok := v.column(format); ok {
			return s, nil
		}
	case person:
		return v.write(format)
	}
	return "", fmt.Errorf("no format %q for %T", format, v)
}

// Marks in a layout for what package time has no token for.
const (
	apMark      = "\x01"
	ordinalMark = "\x02"
	halfMark    = "\x03"
)

var layoutMarks = strings.NewReplacer("AP", apMark, "2nd", ordinalMark, "p.m.", halfMark)

// writeTime formats t by a layout of package time with three tokens more: AP is
// the month as AP writes it beside a day, 2nd the day as an ordinal, p.m. the
// half of the day.
func writeTime(t time.Time, layout string) string {
	half := "a.m."
	if t.Hour() >= 12 {
		half = "p.m."
	}
	s := t.Format(layoutMarks.Replace(layout))
	return strings.NewReplacer(apMark, apMonth(t.Month()), ordinalMark, ordinal(t.Day()), halfMark, half).Replace(s)
}

// apMonth abbreviates as the AP stylebook does: March to July are written out.
func apMonth(m time.Month) string {
	switch {
	case m >= time.March && m <= time.July:
		return m.String()
	case m == time.September:
		return "Sept."
	}
	return m.String()[:3] + "."
}

// writeInt knows d (digits alone), w (words), th (1st), wth (first) and "" (words
// below ten, digits with commas from there).
func writeInt(n int, format string) (string, error) {
	switch format {
	case "d":
		return strconv.Itoa(n), nil
	case ",":
		return grouped(strconv.Itoa(n)), nil
	case "w":
		return inWords(n), nil
	case "th":
		return ordinal(n), nil
	case "wth":
		return ordinalWords(n), nil
	case "yy":
		return fmt.Sprintf("%02d", n%100), nil
	case "":
		if n >= 0 && n < 10 {
			return inWords(n), nil
		}
		return grouped(strconv.Itoa(n)), nil
	}
	return "", fmt.Errorf("no format %q for a whole number", format)
}

// writeNumber groups the digits unless the format is d.
func writeNumber(n number, format string) string {
	s := strconv.FormatFloat(n.value, 'f', n.decimals, 64)
	if format == "d" {
		return s
	}
	return grouped(s)
}

// grouped puts commas into the whole part from 1,000 on.
func grouped(s string) string {
	whole, rest := s, ""
	if i := strings.IndexByte(s, '.'); i >= 0 {
		whole, rest = s[:i], s[i:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole + rest
}

func ordinal(n int) string {
	suffix := "th"
	switch {
	case n/10%10 == 1:
	case n%10 == 1:
		suffix = "st"
	case n%10 == 2:
		suffix = "nd"
	case n%10 == 3:
		suffix = "rd"
	}
	return strconv.Itoa(n) + suffix
}

// inWords spells numbers up to 999 and writes the others in digits.
func inWords(n int) string {
	ones, tens := lists["numerals"], lists["tens"]
	switch {
	case n < 0 || n > 999:
		return grouped(strconv.Itoa(n))
	case n < 20:
		return ones[n].first()
	case n < 100 && n%10 == 0:
		return tens[n/10-2].first()
	case n < 100:
		return tens[n/10-2].first() + "-" + ones[n%10].first()
	case n%100 == 0:
		return ones[n/100].first() + " hundred"
	}
	return ones[n/100].first() + " hundred and " + inWords(n%100)
}

// ordinalWords spells ordinals below 100 and writes the others in digits.
func ordinalWords(n int) string {
	ones, tens := lists["numerals"], lists["tens"]
	th := func(r row) string { s, _ := r.column("ordinal"); return s }
	switch {
	case n <= 0 || n > 99:
		return ordinal(n)
	case n < 20:
		return th(ones[n])
	case n%10 == 0:
		return th(tens[n/10-2])
	}
	return tens[n/10-2].first() + "-" + th(ones[n%10])
}

// round keeps d decimals.
func round(x float64, d int) float64 {
	p := math.Pow10(d)
	return math.Round(x*p) / p
}

// article returns "a" or "an" for what follows.
func indefinite(next string) string {
	next = strings.ToLower(next)
	digits := strings.IndexFunc(next, func(r rune) bool { return r < '0' || r > '9' })
	switch {
	case next == "":
		return "a"
	case strings.HasPrefix(next, "8") || (strings.HasPrefix(next, "11") || strings.HasPrefix(next, "18")) && digits == 2:
		return "an"
	case strings.HasPrefix(next, "one") || strings.HasPrefix(next, "uni") || strings.HasPrefix(next, "eu") || strings.HasPrefix(next, "us"):
		return "a"
	case strings.HasPrefix(next, "hour"):
		return "an"
	case strings.ContainsRune("aeiou", rune(next[0])):
		return "an"
	}
	return "a"
}
