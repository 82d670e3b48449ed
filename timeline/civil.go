package timeline

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

// A Day is a civil day, counted from 1970-01-01, in the proleptic Gregorian
// calendar and without a time zone.
type Day int32

const minutesPerDay = 24 * 60

// Date returns the day y-m-d. Values outside their usual ranges carry over,
// as in time.Date.
func Date(y int, m time.Month, d int) Day {
	return DayOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
}

// DayOf returns the civil day that t shows in its own location.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	secs := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()
	return Day(math.Floor(float64(secs) / 86400))
}

// ValidDate reports whether the month m of year y has a day d.
func ValidDate(y int, m time.Month, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	return d <= DaysIn(y, m)
}

// DaysIn returns the number of days of a month.
func DaysIn(y int, m time.Month) int {
	return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Time returns midnight UTC at the start of d.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Civil returns year, month and day of the month.
func (d Day) Civil() (int, time.Month, int) { return d.Time().Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(((int(d)+4)%7 + 7) % 7)
}

// Start returns the first minute of d.
func (d Day) Start() Minute { return Minute(d) * minutesPerDay }

// AddMonths moves d by n months and keeps it inside the month it lands in:
// 31 October plus one month is 30 November, not 1 December.
func (d Day) AddMonths(n int) Day {
	y, m, dom := d.Civil()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	dom = min(dom, DaysIn(first.Year(), first.Month()))
	return DayOf(first) + Day(dom-1)
}

// String returns the ISO form, 2018-06-17.
func (d Day) String() string {
	y, m, dom := d.Civil()
	return isoDate(y, int(m), dom)
}

// Long returns the form for people, "Sunday 17 June 2018".
func (d Day) Long() string {
	y, m, dom := d.Civil()
	return fmt.Sprintf("%s %d %s %d", d.Weekday(), dom, m, y)
}

func isoDate(y, m, d int) string {
	return pad(y, 4) + "-" + pad(m, 2) + "-" + pad(d, 2)
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// ParseDay reads an ISO day, 2018-06-17.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("%q is no day of the form 2018-06-17", s)
	}
	return DayOf(t), nil
}

// A Minute is a civil minute, counted from 1970-01-01T00:00, without a zone.
// Past and Future stand for an open end.
type Minute int64

// The open ends of an interval.
const (
	Past   Minute = math.MinInt64
	Future Minute = math.MaxInt64
)

// Day returns the day that holds m. An open end has no day: the result is
// then far outside any text's years.
func (m Minute) Day() Day {
	switch m {
	case Past:
		return math.MinInt32
	case Future:
		return math.MaxInt32
	}
	d := m / minutesPerDay
	if m%minutesPerDay < 0 {
		d--
	}
	return Day(d)
}

// daysOn returns the start of the day that many days on; an open end stays.
func (m Minute) daysOn(n Day) Minute {
	if m.Open() {
		return m
	}
	return (m.Day() + n).Start()
}

// Open reports whether m is an open end.
func (m Minute) Open() bool { return m == Past || m == Future }

// String returns a day where m is a midnight, else day and clock time; the
// empty string for an open end.
func (m Minute) String() string {
	if m.Open() {
		return ""
	}
	d := m.Day()
	rest := int(m - d.Start())
	if rest == 0 {
		return d.String()
	}
	return d.String() + "T" + pad(rest/60, 2) + ":" + pad(rest%60, 2)
}

// A Grain is the unit in which a time expression speaks, from fine to coarse.
// The zero Grain is unknown.
type Grain uint8

// The grains.
const (
	NoGrain Grain = iota
	GrainMinute
	GrainHour
	GrainPart // a part of a day: morning, night
	GrainDay
	GrainWeekend
	GrainWeek
	GrainMonth
	GrainSeason
	GrainQuarter
	GrainHalf
	GrainYear
	GrainDecade
	GrainCentury
)

var grainNames = [...]string{"", "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "quarter", "half-year", "year", "decade", "century"}

// String returns the grain as an English noun, empty when unknown.
func (g Grain) String() string {
	if int(g) < len(grainNames) {
		return grainNames[g]
	}
	return ""
}

// An Interval is a half-open range of civil time: From is included, To is
// not. Either end may be open (Past, Future). The zero Interval is empty and
// means "not known".
type Interval struct{ From, To Minute }

// Days returns the interval from the start of from to the start of to.
func Days(from, to Day) Interval { return Interval{from.Start(), to.Start()} }

// OneDay returns the interval that is exactly d.
func OneDay(d Day) Interval { return Days(d, d+1) }

// Empty reports whether no time lies in i.
func (i Interval) Empty() bool { return i.From >= i.To }

// Known reports whether i holds any time and has at least one closed end.
func (i Interval) Known() bool { return !i.Empty() && !(i.From == Past && i.To == Future) }

// Closed reports whether both ends are given and time lies between them.
func (i Interval) Closed() bool { return !i.Empty() && !i.From.Open() && !i.To.Open() }

// Intersect returns what i and o share; it may be empty.
func (i Interval) Intersect(o Interval) Interval {
	return Interval{max(i.From, o.From), min(i.To, o.To)}
}

// Hull returns the smallest interval that holds both; an empty side counts
// for nothing.
func (i Interval) Hull(o Interval) Interval {
	if i.Empty() {
		return o
	}
	if o.Empty() {
		return i
	}
	return Interval{min(i.From, o.From), max(i.To, o.To)}
}

// Contains reports whether o lies inside i.
func (i Interval) Contains(o Interval) bool { return i.From <= o.From && o.To <= i.To }

// Overlaps reports whether i and o share a minute.
func (i Interval) Overlaps(o Interval) bool { return !i.Intersect(o).Empty() }

// Gap returns the days between i and o, 0 when they touch or overlap.
func (i Interval) Gap(o Interval) int {
	lo, hi := i, o
	if hi.From < lo.From {
		lo, hi = hi, lo
	}
	if lo.To.Open() || hi.From.Open() || lo.To >= hi.From {
		return 0
	}
	return int((hi.From - lo.To + minutesPerDay - 1) / minutesPerDay)
}

// Single returns the day that i is, if it is exactly one.
func (i Interval) Single() (Day, bool) {
	d := i.From.Day()
	return d, i.Closed() && i == OneDay(d)
}

// LastDay returns the last day that i touches; i must be closed.
func (i Interval) LastDay() Day { return (i.To - 1).Day() }

// String returns "[2018-06-15, 2018-06-21)", with an empty open end.
func (i Interval) String() string {
	return "[" + i.From.String() + ", " + i.To.String() + ")"
}

// Label says i for people: "Friday 15 June 2018", "May 2018", "2017",
// "15 to 20 June 2018", "from 15 June 2018", "before 4 January 2019".
func (i Interval) Label() string {
	switch {
	case i.Empty() || i.From == Past && i.To == Future:
		return "unknown"
	case i.From == Past:
		return "before " + shortDay(i.To.Day())
	case i.To == Future:
		return "from " + shortDay(i.From.Day()) + " on"
	}
	first, last := i.From.Day(), i.LastDay()
	if first == last {
		if i == OneDay(first) {
			return first.Long()
		}
		return fmt.Sprintf("%s, %s to %s", first.Long(), clock(i.From), clock(i.To))
	}
	y, m, d := first.Civil()
	ly, lm, ld := last.Civil()
	switch {
	case m == time.January && d == 1 && lm == time.December && ld == 31 && y == ly:
		return strconv.Itoa(y)
	case d == 1 && y == ly && m == lm && ld == DaysIn(y, m):
		return fmt.Sprintf("%s %d", m, y)
	case y == ly && m == lm:
		return fmt.Sprintf("%d to %d %s %d", d, ld, m, y)
	case y == ly:
		return fmt.Sprintf("%d %s to %d %s %d", d, m, ld, lm, y)
	}
	return shortDay(first) + " to " + shortDay(last)
}

// Short returns the form for copy, "17 June 2018".
func (d Day) Short() string { return shortDay(d) }

func shortDay(d Day) string {
	y, m, dom := d.Civil()
	return fmt.Sprintf("%d %s %d", dom, m, y)
}

func clock(m Minute) string {
	rest := int(m - m.Day().Start())
	return pad(rest/60, 2) + ":" + pad(rest%60, 2)
}
