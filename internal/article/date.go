package article

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

const dateForms = "write 2018-06-17, 2018-06-17T09:43, 2018-06-17T09:43:34Z, 2018-06-17T09:43+02:00, 17 June 2018 or June 17, 2018"

// The years that a publication date may have. News has been printed since 1605,
// and our calendar, by which weekdays are reckoned, is that of 1582; what is
// dated two centuries ahead is a slip, as 9999 or 2918 are, or stands for no
// date, as the year 1 does.
const (
	FirstYear = 1600
	LastYear  = 2199
)

// ParseDate reads a date as --published and front matter write it: 2018-06-17,
// 2018-06-17T09:43 with or without seconds and with or without a zone (Z or
// +02:00), "17 June 2018" or "June 17, 2018". A space may stand for the T and
// before the zone; month names may be shortened to three letters or more. The error
// for a day that the calendar lacks says so, and so does that for a year before
// FirstYear or after LastYear; every error lists the forms.
func ParseDate(s string) (*Date, error) {
	d, problem := parseDate(s)
	if problem != "" {
		return nil, fmt.Errorf("%s; %s", problem, dateForms)
	}
	if problem := d.yearProblem(); problem != "" {
		return nil, errors.New(problem)
	}
	return d, nil
}

// yearProblem says why nothing can have been published in the year of d.
func (d *Date) yearProblem() string {
	if year := d.Time.Year(); year < FirstYear || year > LastYear {
		return fmt.Sprintf("the year %04d lies outside %d to %d", year, FirstYear, LastYear)
	}
	return ""
}

// isZero reports whether d is the first day of the calendar, which is how programs
// write that they have no date.
func (d *Date) isZero() bool { return d.Time.Year() == 1 && d.Time.YearDay() == 1 }

// undatedHint says what becomes of a text whose date has such a year.
const undatedHint = "correct the year, or leave the date out; it was read without it"

// parseDate returns the date or what is wrong with it.
func parseDate(s string) (*Date, string) {
	s = strings.TrimFunc(s, isBlank)
	notDate := fmt.Sprintf("%s is not a date", strconv.Quote(shorten(s, 40)))
	if s == "" {
		return nil, "the date is empty"
	}
	var d *Date
	var problem string
	if s[0] >= '0' && s[0] <= '9' && len(s) >= 10 && s[4] == '-' {
		d, problem = parseISO(s)
	} else {
		d, problem = parseWords(s)
	}
	if d == nil && problem == "" {
		problem = notDate
	}
	return d, problem
}

// parseISO reads an ISO 8601 calendar date in extended form. Neither a date
// nor a problem means that s has another form.
func parseISO(s string) (*Date, string) {
	year, ok1 := number(s[:4], 4)
	month, ok2 := number(s[5:7], 2)
	day, ok3 := number(s[8:10], 2)
	if !ok1 || !ok2 || !ok3 || s[7] != '-' {
		return nil, ""
	}
	if problem := civilProblem(year, month, day); problem != "" {
		return nil, problem
	}
	d := &Date{Text: s, Time: time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)}
	rest := s[10:]
	if rest == "" {
		return d, ""
	}
	if rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' {
		return nil, ""
	}
	return parseClock(d, rest[1:])
}

// parseClock adds "09:43:34.5 +02:00" to d.
func parseClock(d *Date, s string) (*Date, string) {
	end := strings.IndexAny(s, "Zz+- ")
	if end < 0 {
		end = len(s)
	}
	clock, zone := s[:end], strings.TrimPrefix(s[end:], " ")
	clock, _, fraction := strings.Cut(clock, ".")
	parts := strings.Split(clock, ":")
	if len(parts) < 2 || len(parts) > 3 || fraction && len(parts) < 3 {
		return nil, ""
	}
	limits := [3]int{23, 59, 59}
	names := [3]string{"hour", "minute", "second"}
	var hms [3]int
	for i, part := range parts {
		n, ok := number(part, 2)
		if !ok {
			return nil, ""
		}
		if n > limits[i] {
			return nil, fmt.Sprintf("%s %d does not exist", names[i], n)
		}
		hms[i] = n
	}
	loc, ok := parseZone(zone)
	if !ok {
		return nil, ""
	}
	y, m, day := d.Time.Date()
	d.HasClock, d.HasZone = true, zone != ""
	d.Time = time.Date(y, m, day, hms[0], hms[1], hms[2], 0, loc)
	return d, ""
}

// parseZone reads "", Z, +02:00, +0200 or +02. Offsets reach from -12:00 to
// +14:00, the last that are in use.
func parseZone(s string) (*time.Location, bool) {
	if s == "" || s == "Z" || s == "z" {
		return time.UTC, true
	}
	sign := 1
	switch s[0] {
	case '+':
	case '-':
		sign = -1
	default:
		return nil, false
	}
	digits := strings.Replace(s[1:], ":", "", 1)
	if len(digits) == 2 {
		digits += "00"
	}
	n, ok := number(digits, 4)
	minutes := sign * (n/100*60 + n%100)
	if !ok || n%100 > 59 || minutes < -12*60 || minutes > 14*60 {
		return nil, false
	}
	if minutes == 0 {
		return time.UTC, true
	}
	return time.FixedZone("", minutes*60), true
}

// parseWords reads "17 June 2018" and "June 17, 2018".
func parseWords(s string) (*Date, string) {
	fields := strings.Fields(s)
	if len(fields) != 3 {
		return nil, ""
	}
	dayText, monthText := fields[0], fields[1]
	if _, ok := monthNamed(dayText); ok {
		dayText, monthText = strings.TrimSuffix(fields[1], ","), fields[0]
	}
	month, ok := monthNamed(monthText)
	day, okDay := number(dayText, len(dayText))
	year, okYear := number(fields[2], 4)
	if !ok || !okDay || !okYear || len(dayText) > 2 {
		return nil, ""
	}
	if problem := civilProblem(year, int(month), day); problem != "" {
		return nil, problem
	}
	return &Date{Text: s, Time: time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}, ""
}

// monthNamed finds a month by its English name or at least three letters of it.
func monthNamed(s string) (time.Month, bool) {
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	if len(s) < 3 {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), s) {
			return m, true
		}
	}
	return 0, false
}

// civilProblem says why the day is not in the (proleptic Gregorian) calendar.
func civilProblem(year, month, day int) string {
	switch {
	case year == 0:
		return "year 0 does not exist"
	case month < 1 || month > 12:
		return fmt.Sprintf("month %d does not exist", month)
	}
	m := time.Month(month)
	if t := time.Date(year, m, day, 0, 0, 0, 0, time.UTC); day < 1 || t.Month() != m {
		return fmt.Sprintf("%d %s %d does not exist", day, m, year)
	}
	return ""
}

// number reads exactly width decimal digits.
func number(s string, width int) (int, bool) {
	if len(s) != width || width == 0 || width > 9 {
		return 0, false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// shorten cuts s to at most n code points for a message.
func shorten(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}
