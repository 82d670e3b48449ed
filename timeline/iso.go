package timeline

import (
	"regexp"
	"time"
)

// ISO returns what t means in the extended format of ISO 8601-1:2019, and of
// 8601-2:2019 for what the first part has no form of: quarters ("2018-33"), halves
// ("2018-40"), approximate dates ("2008~") and open intervals ("2018-06-20/..").
// Weeks, days, months, years, decades and centuries have their own forms; any other
// time is an interval whose ends, both included, are days ("2018-06-16/2018-06-17")
// or, for a part of the day, minutes, the second excluded. A length is a duration, what
// recurs by a unit a repeating interval ("R/P1W"). It is empty where TIMEX3 says
// more than ISO 8601 can, or the text too little: "several weeks", "Fridays".
func (t *Time) ISO() string {
	switch {
	case t.Type == DURATION && isoDuration(t.Value):
		return t.Value
	case t.Type == SET && isoDuration(t.Value):
		return "R/" + t.Value
	case t.Type == DURATION || t.Type == SET || t.When.Empty() || t.op == opPresent:
		return ""
	case t.When.From == Past || t.When.To == Future:
		return isoOpen(t.When)
	}
	s := t.isoClosed()
	if t.Mod == Approx {
		s += "~"
	}
	return s
}

var isoDurations = regexp.MustCompile(`^P(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$`)

// isoDuration reports whether a TIMEX3 value is a duration of ISO 8601 as it stands.
func isoDuration(value string) bool {
	return len(value) > 2 && value[len(value)-1] != 'T' && isoDurations.MatchString(value)
}

// isoOpen writes an interval of which one side, or both, is not known.
func isoOpen(iv Interval) string {
	from, to := "..", ".."
	if iv.From != Past {
		from = iv.From.Day().String()
	}
	if iv.To != Future {
		to = iv.LastDay().String()
	}
	return from + "/" + to
}

// isoClosed writes the interval of a time that is known.
func (t *Time) isoClosed() string {
	first, last := t.When.From.Day(), t.When.LastDay()
	if t.When != Days(first, last+1) {
		return t.isoMinutes()
	}
	if s := isoUnit(t.Grain, first, last); s != "" {
		return s
	}
	return first.String() + "/" + last.String()
}

// isoMinutes writes a clock time, or a part of the day from its first minute to
// its end.
func (t *Time) isoMinutes() string {
	from := isoMinute(t.When.From)
	if t.When.To-t.When.From > 1 {
		return from + "/" + isoMinute(t.When.To)
	}
	switch {
	case !t.hasZone:
		return from
	case t.zone == 0:
		return from + "Z"
	}
	sign, off := "+", t.zone
	if off < 0 {
		sign, off = "-", -off
	}
	return from + sign + pad(off/60, 2) + ":" + pad(off%60, 2)
}

func isoMinute(m Minute) string {
	rest := int(m - m.Day().Start())
	return m.Day().String() + "T" + pad(rest/60, 2) + ":" + pad(rest%60, 2)
}

// isoUnit returns the form of the unit of the calendar that the days from first to
// last are, empty where they are none. Numbers from 33 stand for quarters, from 40 for
// halves (ISO 8601-2, 4.8).
func isoUnit(g Grain, first, last Day) string {
	y, m, d := first.Civil()
	year := pad(y, 4)
	switch whole := monthsBetween(first, last+1); {
	case first == last:
		return first.String()
	case g == GrainWeek && last == first+6 && first.Weekday() == time.Monday:
		return isoWeek(first)
	case d != 1 || !monthEnds(last):
		return ""
	case whole == 1:
		return year + "-" + pad(int(m), 2)
	case whole == 3 && m%3 == 1:
		return year + "-" + pad(33+int(m)/3, 2)
	case whole == 6 && m%6 == 1:
		return year + "-" + pad(40+int(m)/6, 2)
	case whole == 12 && m == 1:
		return year
	case whole == 120 && m == 1 && y%10 == 0:
		return pad(y/10, 3)
	case whole == 1200 && m == 1 && y%100 == 0:
		return pad(y/100, 2)
	}
	return ""
}

// monthEnds reports whether d is the last day of a month.
func monthEnds(d Day) bool {
	_, _, next := (d + 1).Civil()
	return next == 1
}
