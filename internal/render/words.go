package render

import (
	"fmt"
	"strconv"
	"time"
)

// inWords says a half-open interval of the JSON formats for people: "Friday 15
// June 2018", "Friday 15 June 2018 at 17:00", "May 2018", "1990 to 1999",
// "from 15 June 2018 on", "no date".
func inWords(from, to *string) string {
	switch {
	case from == nil && to == nil:
		return "no date"
	case from == nil:
		if end, ok := moment(*to); ok {
			return "before " + dayOf(end)
		}
	case to == nil:
		if start, ok := moment(*from); ok {
			return "from " + dayOf(start) + " on"
		}
	}
	start, end, ok := moments(from, to)
	switch {
	case !ok:
		return span(from, to)
	case !short(start, end):
		return daysInWords(start, end)
	case atMidnight(start) && atMidnight(end):
		return start.Weekday().String() + " " + dayOf(start)
	case end.Sub(start) == time.Minute:
		return start.Weekday().String() + " " + dayOf(start) + " at " + start.Format("15:04")
	}
	return start.Weekday().String() + " " + dayOf(start) + ", " + start.Format("15:04") + " to " + end.Format("15:04")
}

// inCopy says a closed interval as copy gives a date, by its days alone: "15
// June 2018" for that day, a part of it or a night that begins on it. It is
// empty for an open interval and for years past 9999.
func inCopy(from, to *string) string {
	start, end, ok := moments(from, to)
	switch {
	case !ok:
		return ""
	case short(start, end):
		return dayOf(start)
	}
	return daysInWords(start, end)
}

// daysInWords says an interval of more than a day: whole years and months by
// their names, others by their first and last day.
func daysInWords(start, end time.Time) string {
	last := end.Add(-time.Minute)
	year, lastYear := start.Year(), last.Year()
	whole := atMidnight(start) && atMidnight(end) && start.Day() == 1 && end.Day() == 1
	switch {
	case whole && start.Month() == time.January && end.Month() == time.January:
		return through(strconv.Itoa(year), strconv.Itoa(lastYear))
	case whole && year == lastYear:
		return through(start.Month().String(), last.Month().String()) + " " + strconv.Itoa(year)
	case whole:
		return fmt.Sprintf("%s %d to %s %d", start.Month(), year, last.Month(), lastYear)
	case year != lastYear:
		return dayOf(start) + " to " + dayOf(last)
	case start.Month() != last.Month():
		return fmt.Sprintf("%d %s to %s", start.Day(), start.Month(), dayOf(last))
	}
	return fmt.Sprintf("%d to %s", start.Day(), dayOf(last))
}

// through names a range, or its one member.
func through(first, last string) string {
	if first == last {
		return first
	}
	return first + " to " + last
}

// short reports whether an interval is a day, or no longer than a day and
// bounded by the clock, as a night is.
func short(start, end time.Time) bool { return end.Sub(start) <= 24*time.Hour }

func atMidnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 }

func dayOf(t time.Time) string { return fmt.Sprintf("%d %s %d", t.Day(), t.Month(), t.Year()) }

// moments reads both ends of a closed interval that is not empty.
func moments(from, to *string) (start, end time.Time, ok bool) {
	if from == nil || to == nil {
		return start, end, false
	}
	start, okStart := moment(*from)
	end, okEnd := moment(*to)
	return start, end, okStart && okEnd && start.Before(end)
}

// moment reads a day or minute as the JSON formats write it, in UTC so that
// civil days have 24 hours.
func moment(s string) (time.Time, bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		t, err = time.Parse("2006-01-02T15:04", s)
	}
	return t, err == nil
}
