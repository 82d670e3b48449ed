package html

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/itlightning/dateparse"
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
	monthFirst = regexp.MustCompile(`(?i)\b` + monthNames + `\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b`)
	dayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?\s+` + monthNames + `,?\s+((?:19|20)\d\d)\b`)
	isoDay     = regexp.MustCompile(`\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b`)
)

// visibleDay returns the first day that a line names whole, in ISO 8601; empty
// for none.
func visibleDay(line string) string {
	if m := monthFirst.FindStringSubmatch(line); m != nil {
		return civilDay(m[3], m[1], m[2])
	}
	if m := dayFirst.FindStringSubmatch(line); m != nil {
		return civilDay(m[3], m[2], m[1])
	}
	return isoDay.FindString(line)
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
	var first *instant
	for _, d := range f.dates {
		t := readInstant(d)
		switch {
		case t == nil:
		case first == nil:
			first = t
		case first.utc() && t.zoned && !t.utc() && t.at.Equal(first.at):
			return t.iso(), first.from
		}
	}
	if first != nil {
		return first.iso(), first.from
	}
	if day := dayInAddress(f.address); day != "" {
		return day, inAddress
	}
	return "", ""
}

// An instant is a date that could be read.
type instant struct {
	at             time.Time
	clocked, zoned bool
	from           string
}

func (t *instant) utc() bool {
	_, offset := t.at.Zone()
	return t.zoned && offset == 0
}

// iso writes t as article.ParseDate reads it.
func (t *instant) iso() string {
	switch {
	case !t.clocked:
		return t.at.Format(time.DateOnly)
	case !t.zoned:
		return t.at.Format("2006-01-02T15:04:05")
	}
	return t.at.Format("2006-01-02T15:04:05Z07:00")
}

var (
	clockForm = regexp.MustCompile(`\d{1,2}:\d\d|T\d{4}`)
	zoneForm  = regexp.MustCompile(`(?:\d|\s)(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*$`)
)

// longestDate is the longest statement that is read, in bytes.
const longestDate = 64

// readInstant reads what machines write. Forms in which day and month could be
// taken for each other are not read.
func readInstant(d date) *instant {
	s := strings.TrimSpace(d.text)
	if len(s) > longestDate || len(s) < len("20060102") {
		return nil
	}
	at, err := dateparse.ParseStrict(s)
	if err != nil || at.Year() < 1990 || at.Year() > 2199 {
		return nil
	}
	if allDigits(s) && len(s) != len("20060102") { // seconds since 1970: an instant in UTC
		return &instant{at: at.UTC(), clocked: true, zoned: true, from: d.from}
	}
	return &instant{at: at, clocked: clockForm.MatchString(s) && at.Format("150405") != "000000", zoned: zoneForm.MatchString(s), from: d.from}
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// addressDay is the day in an address such as …/2018/06/17/….
var addressDay = regexp.MustCompile(`/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/-]|$)`)

func dayInAddress(address string) string {
	m := addressDay.FindStringSubmatch(address)
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
