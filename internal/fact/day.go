package fact

import (
	"fmt"
	"time"
)

// A Day is a day of the proleptic Gregorian calendar. The zero Day is no day.
//
// Rules see the fields of the documentation; they compare days with <, <=, ==
// and the like, add a number of days or of months, and subtract two days to get
// one.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDay returns the given day. Values outside their range are carried, as by
// [time.Date].
func NewDay(year int, month time.Month, day int) Day {
	y, m, d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Date()
	return Day{y, m, d}
}

// ParseDay reads a day written as 2018-06-17. A day that does not exist is an
// error.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is not a day, write it as 2018-06-17", s)
	}
	return NewDay(t.Date()), nil
}

// String returns the day as 2018-06-17.
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Weekday returns the day of the week, 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int64 { return int64(d.time().Weekday()+6)%7 + 1 }

// AddDays returns the day n days later, or earlier if n is negative.
func (d Day) AddDays(n int) Day { return NewDay(d.time().AddDate(0, 0, n).Date()) }

// Sub returns how many days d lies after o.
func (d Day) Sub(o Day) int64 { return (d.time().Unix() - o.time().Unix()) / (24 * 60 * 60) }

func (d Day) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddMonths returns the day n calendar months later, or earlier if n is negative,
// in the month that it lands in: 31 October and one month is 30 November.
func (d Day) AddMonths(n int) Day {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1)
	return Day{first.Year(), first.Month(), min(d.Day, last.Day())}
}
