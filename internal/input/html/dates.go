package html

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"factcheck/internal/input"
)

// published returns when the page was published, in ISO 8601, and where it says
// so. What it says for programs is checked against the days that it prints beside
// its headline: a day that readers see goes before an instant in UTC that may be
// of the day before or after it, and before an earlier one, that of the first
// version, where the page prints no other.
func (f *facts) published(printed []string) (iso, from string) {
	iso, from = f.publication()
	day := dayOf(iso)
	switch {
	case len(printed) == 0 || slices.Contains(printed, day):
		return iso, from
	case iso == "" || from == inAddress:
		if len(printed) == 1 {
			return printed[0], "the line beside the headline"
		}
		return iso, from
	}
	for _, p := range printed {
		if strings.HasSuffix(iso, "Z") && daysApart(p, day) == 1 {
			return p, "the line beside the headline"
		}
	}
	if len(printed) == 1 && printed[0] > day {
		return printed[0], "the line beside the headline"
	}
	return iso, from
}

func daysApart(a, b string) int {
	x, err1 := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	if err1 != nil || err2 != nil {
		return math.MaxInt
	}
	return int(x.Sub(y).Abs().Hours() / 24)
}

// monthNames are the names of months and their first three letters.
var monthNames = func() string {
	var names []string
	for m := time.January; m <= time.December; m++ {
		names = append(names, m.String()[:3]+`(?:`+m.String()[3:]+`)?`)
	}
	return `(` + strings.Join(names, "|") + `|Sept)\.?`
}()

// A day in words or in ISO 8601, with its year.
var (
	monthFirst = newPattern(`(?i)\b` + monthNames + `\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b`)
	dayFirst   = newPattern(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+` + monthNames + `,?\s+((?:19|20)\d\d)\b`)
	isoDay     = newPattern(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b`)
)

// visibleDay returns the first day that a line names whole, in ISO 8601; empty
// for none.
func visibleDay(line string) string {
	if m := monthFirst().FindStringSubmatch(line); m != nil {
		return civilDay(m[3], m[1], m[2])
	}
	if m := dayFirst().FindStringSubmatch(line); m != nil {
		return civilDay(m[3], m[2], m[1])
	}
	return isoDay().FindString(line)
}

func civilDay(year, month, day string) string {
	t, err := time.Parse("2006 Jan 2", year+" "+strings.ToUpper(month[:1])+strings.ToLower(month[1:3])+" "+day)
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// inAddress is where the day of an address stands.
const inAddress = "the address of the page"

// publication returns the date in the form of ISO 8601, and where it stands;
// empty where the page has none. An instant that is given in UTC takes the
// offset of another statement of the same instant, so that the day is the
// page's own.
func (f *facts) publication() (iso, from string) {
	var first *input.Instant
	for _, d := range f.dates {
		t := input.ReadInstant(d.text)
		switch {
		case t == nil:
		case first == nil:
			first, from = t, d.from
		case first.UTC() && t.Zoned && !t.UTC() && t.At.Equal(first.At):
			return t.String(), from
		}
	}
	if first != nil {
		return first.String(), from
	}
	if day := dayInAddress(f.address); day != "" {
		return day, inAddress
	}
	return "", ""
}

// addressDay is the day in an address such as …/2018/06/17/….
var addressDay = newPattern(`/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/-]|$)`)

func dayInAddress(address string) string {
	m := addressDay().FindStringSubmatch(address)
	if m == nil {
		return ""
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	if t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC); t.Day() != day || int(t.Month()) != month {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
