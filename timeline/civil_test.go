package timeline

import (
	"testing"
	"time"
)

// TestDayAgainstTime compares every day of two centuries with package time.
func TestDayAgainstTime(t *testing.T) {
	end := time.Date(2101, 1, 1, 0, 0, 0, 0, time.UTC)
	want := Date(1900, time.January, 1)
	for at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC); at.Before(end); at = at.AddDate(0, 0, 1) {
		y, m, dom := at.Date()
		d := Date(y, m, dom)
		cy, cm, cd := d.Civil()
		parsed, err := ParseDay(d.String())
		switch {
		case d != want:
			t.Fatalf("Date(%s) = %d, want %d: days are not consecutive", at.Format("2006-01-02"), d, want)
		case cy != y || cm != m || cd != dom:
			t.Fatalf("%s: Civil = %d-%d-%d", at.Format("2006-01-02"), cy, cm, cd)
		case d.Weekday() != at.Weekday():
			t.Fatalf("%s: Weekday = %s, want %s", d, d.Weekday(), at.Weekday())
		case !d.Time().Equal(at) || DayOf(at.Add(23*time.Hour)) != d:
			t.Fatalf("%s: Time or DayOf is off", d)
		case d.String() != at.Format("2006-01-02") || d.Long() != at.Format("Monday 2 January 2006"):
			t.Fatalf("%s: String = %s, Long = %s", at, d, d.Long())
		case err != nil || parsed != d:
			t.Fatalf("ParseDay(%s) = %v, %v", d, parsed, err)
		case d.Start().Day() != d || (d.Start()+minutesPerDay-1).Day() != d || (d.Start()-1).Day() != d-1:
			t.Fatalf("%s: Minute.Day is off", d)
		case !ValidDate(y, m, dom) || DaysIn(y, m) != at.AddDate(0, 1, -dom).Day():
			t.Fatalf("%s: ValidDate or DaysIn is off", d)
		}
		want++
	}
}

func TestValidDate(t *testing.T) {
	for _, tt := range []struct {
		y    int
		m    time.Month
		d    int
		want bool
	}{
		{1900, 2, 29, false}, {2000, 2, 29, true}, {2016, 2, 29, true}, {2018, 2, 29, false}, {2018, 6, 31, false},
		{2018, 0, 1, false}, {2018, 13, 1, false}, {2018, 1, 0, false}, {2018, 1, -1, false}, {2018, 12, 31, true},
	} {
		if got := ValidDate(tt.y, tt.m, tt.d); got != tt.want {
			t.Errorf("ValidDate(%d, %d, %d) = %v", tt.y, tt.m, tt.d, got)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2018-10-31", 1, "2018-11-30"},
		{"2018-01-31", 1, "2018-02-28"},
		{"2016-01-31", 1, "2016-02-29"},
		{"2016-02-29", 12, "2017-02-28"},
		{"2016-02-29", 48, "2020-02-29"},
		{"2018-03-31", -1, "2018-02-28"},
		{"2018-01-15", -1, "2017-12-15"},
		{"2018-12-31", 2, "2019-02-28"},
		{"2018-06-17", 0, "2018-06-17"},
		{"2018-06-17", -30, "2015-12-17"},
	} {
		d, err := ParseDay(tt.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.AddMonths(tt.n).String(); got != tt.want {
			t.Errorf("%s plus %d months = %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
	// It lands in the month that is n further on, whatever the day.
	for d := Date(2015, 1, 1); d < Date(2021, 1, 1); d++ {
		for n := -30; n <= 30; n++ {
			y, m, dom := d.Civil()
			gy, gm, gd := d.AddMonths(n).Civil()
			if gy*12+int(gm) != y*12+int(m)+n || gd > dom {
				t.Fatalf("%s plus %d months = %d-%d-%d", d, n, gy, gm, gd)
			}
		}
	}
}

func TestParseDayRefuses(t *testing.T) {
	for _, s := range []string{"", "2018-6-17", "17-06-2018", "2018-02-30", "2018-06-17T00:00", "yesterday"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) = %s, want an error", s, d)
		}
	}
}

func TestMinuteString(t *testing.T) {
	d := Date(2018, time.June, 17)
	for _, tt := range []struct {
		m    Minute
		want string
	}{
		{d.Start(), "2018-06-17"}, {d.Start() + 9*60 + 5, "2018-06-17T09:05"}, {d.Start() - 1, "2018-06-16T23:59"},
		{Date(1969, time.December, 31).Start() + 1, "1969-12-31T00:01"}, {Past, ""}, {Future, ""},
	} {
		if got := tt.m.String(); got != tt.want {
			t.Errorf("Minute(%d) = %q, want %q", tt.m, got, tt.want)
		}
	}
	if Past.Day() >= Date(1, 1, 1) || Future.Day() <= Date(9999, 1, 1) {
		t.Error("an open end has a day of the calendar")
	}
}

func TestGrain(t *testing.T) {
	if NoGrain.String() != "" || GrainDay.String() != "day" || GrainCentury.String() != "century" || Grain(200).String() != "" {
		t.Error("a grain has another grain's name")
	}
	for g := GrainMinute; g < GrainCentury; g++ {
		if g.String() == "" || g.String() == (g+1).String() {
			t.Errorf("grain %d has no name of its own", g)
		}
	}
}
