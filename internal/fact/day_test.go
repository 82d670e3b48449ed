package fact

import (
	"testing"
)

func TestDay(t *testing.T) {
	tests := []struct {
		day     string
		weekday int64
	}{
		{"2018-06-17", 7}, // Sunday
		{"2018-06-18", 1},
		{"2016-02-29", 1},
		{"2017-06-27", 2},
		{"1969-07-20", 7},
		{"1815-06-18", 7}, // Waterloo
	}
	for _, tt := range tests {
		d, err := ParseDay(tt.day)
		if err != nil {
			t.Fatal(err)
		}
		if d.Weekday() != tt.weekday || d.String() != tt.day {
			t.Errorf("%s: weekday %d, string %s, want %d", tt.day, d.Weekday(), d, tt.weekday)
		}
	}
	for _, bad := range []string{"", "2018", "2018-06-31", "2018-02-29", "17 June 2018", "2018-6-7"} {
		if d, err := ParseDay(bad); err == nil {
			t.Errorf("ParseDay(%q) = %s, want an error", bad, d)
		}
	}
}

func TestDayArithmetic(t *testing.T) {
	tests := []struct {
		from string
		days int
		to   string
	}{
		{"2018-06-17", 0, "2018-06-17"},
		{"2018-06-30", 1, "2018-07-01"},
		{"2016-02-28", 2, "2016-03-01"},
		{"2018-01-01", -1, "2017-12-31"},
		{"1969-12-31", 1, "1970-01-01"},
		{"2018-03-25", 1, "2018-03-26"}, // clocks change in Europe
	}
	for _, tt := range tests {
		from, _ := ParseDay(tt.from)
		to, _ := ParseDay(tt.to)
		if got := from.AddDays(tt.days); got != to {
			t.Errorf("%s + %d = %s, want %s", tt.from, tt.days, got, tt.to)
		}
		if got := to.Sub(from); got != int64(tt.days) {
			t.Errorf("%s - %s = %d, want %d", tt.to, tt.from, got, tt.days)
		}
	}
}

// days returns the interval from the first day up to and with the last; "-"
// leaves an end open.
func days(t *testing.T, first, last string) Interval {
	t.Helper()
	var i Interval
	if first != "-" {
		d, err := ParseDay(first)
		if err != nil {
			t.Fatal(err)
		}
		i.From = &d
	}
	if last != "-" {
		d, err := ParseDay(last)
		if err != nil {
			t.Fatal(err)
		}
		d = d.AddDays(1)
		i.To = &d
	}
	return i
}

func TestIntervalRelations(t *testing.T) {
	tests := []struct {
		a1, a2, b1, b2 string
		want           string // relations of a to b that hold
		gap            int64
	}{
		{"2018-06-15", "2018-06-15", "2018-06-16", "2018-06-16", "before meets", 0},
		{"2018-06-15", "2018-06-15", "2018-06-18", "2018-06-18", "before", 2},
		{"2018-06-18", "2018-06-18", "2018-06-15", "2018-06-15", "after", 2},
		{"2018-06-15", "2018-06-15", "2018-06-15", "2018-06-15", "overlaps within contains equals", 0},
		{"2018-06-15", "2018-06-15", "2018-06-01", "2018-06-30", "overlaps within", 0},
		{"2018-06-01", "2018-06-30", "2018-06-30", "2018-06-30", "overlaps contains", 0},
		{"2018-06-01", "2018-06-15", "2018-06-15", "2018-06-30", "overlaps", 0},
		{"-", "2018-06-15", "2018-07-01", "-", "before", 15},
		{"-", "2018-06-15", "2018-06-01", "-", "overlaps", 0},
		{"-", "-", "2018-06-01", "2018-06-02", "overlaps contains", 0},
		{"-", "-", "-", "-", "overlaps within contains equals", 0},
		{"2018-06-01", "-", "-", "2018-05-31", "after", 0},
	}
	for _, tt := range tests {
		a, b := days(t, tt.a1, tt.a2), days(t, tt.b1, tt.b2)
		got := ""
		for _, r := range []struct {
			name  string
			holds func(Interval, Interval) bool
		}{
			{"before", Interval.Before}, {"after", Interval.After}, {"meets", Interval.Meets}, {"overlaps", Interval.Overlaps},
			{"within", Interval.Within}, {"contains", Interval.Contains}, {"equals", Interval.Equals},
		} {
			if r.holds(a, b) {
				got += " " + r.name
			}
		}
		if got != " "+tt.want {
			t.Errorf("%s..%s to %s..%s:%s, want %s", tt.a1, tt.a2, tt.b1, tt.b2, got, tt.want)
		}
		if gap := a.Gap(b); gap != tt.gap || b.Gap(a) != tt.gap {
			t.Errorf("%s..%s to %s..%s: gap %d, want %d", tt.a1, tt.a2, tt.b1, tt.b2, gap, tt.gap)
		}
	}
}
