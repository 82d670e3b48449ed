package elapsed_test

import (
	"testing"
	"time"

	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/elapsed"
)

// TestLapses reads lengths between days that the calendar tells apart: how many of the
// unit lie between is counted by the time package.
func TestLapses(t *testing.T) {
	for _, x := range []struct {
		published, text, form, unit string
		from, to                    string // the days between which the length lies
		length                      float64
	}{
		{"2012-04-15", "The Titanic sank 100 years ago, on 15 April 1912.", "ago", "year", "1912-04-15", "2012-04-15", 100},
		{"2012-04-15", "The Titanic sank 90 years ago, on 15 April 1912.", "ago", "year", "1912-04-15", "2012-04-15", 90},
		{"2009-11-09", "On 9 November 1989, 20 years ago, the wall fell.", "ago", "year", "1989-11-09", "2009-11-09", 20},
		{"2019-06-20", "The 50th anniversary of the landing of 20 July 1969 is on 20 July 2019.", "anniversary", "year", "1969-07-20", "2019-07-20", 50},
		{"2019-06-20", "The 40th anniversary of the landing of 20 July 1969 is on 20 July 2019.", "anniversary", "year", "1969-07-20", "2019-07-20", 40},
		{"2019-06-20", "The war began on 28 July 1914; four years later, on 11 November 1918, it was over.", "later", "year", "1914-07-28", "1918-11-11", 4},
		{"2019-06-20", "The war began on 28 July 1914; seven years later, on 11 November 1918, it was over.", "later", "year", "1914-07-28", "1918-11-11", 7},
		{"2019-06-20", "The council met on 3 June; two weeks later, on 17 June, it met again.", "later", "week", "2019-06-03", "2019-06-17", 2},
		{"2019-06-20", "The council met on 3 June; six weeks later, on 17 June, it met again.", "later", "week", "2019-06-03", "2019-06-17", 6},
		{"2019-06-20", "The four-day visit, from 3 June to 7 June 2019, cost a fortune.", "span", "day", "2019-06-03", "2019-06-07", 4},
		{"2019-06-20", "The nine-day visit, from 3 June to 7 June 2019, cost a fortune.", "span", "day", "2019-06-03", "2019-06-07", 9},
	} {
		facts := elapsed.Lapses(pagetest.Dated(t, x.published, x.text))
		if len(facts) != 1 {
			t.Errorf("%s: %d lengths, want one", x.text, len(facts))
			continue
		}
		f := facts[0]
		if f.Form != x.form || f.Unit != x.unit || f.Length != x.length {
			t.Errorf("%s: read as %s of %v %ss", x.text, f.Form, f.Length, f.Unit)
		}
		if f.Start.From.String() != x.from || f.End.From.String() != x.to {
			t.Errorf("%s: from %v to %v, want %s to %s", x.text, f.Start.From, f.End.From, x.from, x.to)
		}
		real := units(t, x.from, x.to, x.unit)
		if real < f.Least || f.Most < real {
			t.Errorf("%s: %v to %v %ss, the calendar has %v", x.text, f.Least, f.Most, x.unit, real)
		}
		if fits, want := f.Least <= x.length && x.length <= f.Most, x.length == real; fits != want {
			t.Errorf("%s: fits %v, want %v", x.text, fits, want)
		}
	}
}

// units counts the whole units between two days by the time package.
func units(t *testing.T, from, to, unit string) float64 {
	t.Helper()
	a, err := time.Parse(time.DateOnly, from)
	if err != nil {
		t.Fatal(err)
	}
	b, err := time.Parse(time.DateOnly, to)
	if err != nil {
		t.Fatal(err)
	}
	step := map[string]func(n int) time.Time{
		"year": func(n int) time.Time { return a.AddDate(n, 0, 0) },
		"week": func(n int) time.Time { return a.AddDate(0, 0, 7*n) },
		"day":  func(n int) time.Time { return a.AddDate(0, 0, n) },
	}[unit]
	n := 0
	for !step(n + 1).After(b) {
		n++
	}
	return float64(n)
}

// TestAges gives people the birthdays that they have.
func TestAges(t *testing.T) {
	for _, x := range []struct {
		published, text, person string
		years, least, most      int64
		said                    string
	}{
		{"2019-06-20", "Jimmy Carter, who was born on 1 October 1924, is 94.", "Jimmy Carter", 94, 94, 94, "now"},
		{"2019-06-20", "Jimmy Carter, who was born on 1 October 1924, is 84.", "Jimmy Carter", 84, 94, 94, "now"},
		{"2009-07-20", "Neil Armstrong, 78, was born on 5 August 1930.", "Neil Armstrong", 78, 78, 78, "now"},
		{"2013-04-09", "Margaret Thatcher, who was born on 13 October 1925, died on Monday at the age of 87.", "Margaret Thatcher", 87, 87, 87, "now"},
		{"2019-06-20", "Malala Yousafzai was born on 12 July 1997. She was 17 when she won the prize on 10 October 2014.", "Malala Yousafzai", 17, 17, 17, "then"},
	} {
		facts := elapsed.Ages(pagetest.Dated(t, x.published, x.text))
		if len(facts) != 1 {
			t.Errorf("%s: %d ages, want one", x.text, len(facts))
			continue
		}
		f := facts[0]
		if f.Person != x.person || f.Years != x.years || f.Said != x.said {
			t.Errorf("%s: %s is %d, said of %s", x.text, f.Person, f.Years, f.Said)
		}
		if f.Least == nil || *f.Least > x.least || *f.Most < x.most || *f.Most-*f.Least > 1 {
			t.Errorf("%s: %v to %v by the birth, want %d", x.text, f.Least, f.Most, x.most)
		}
	}
}

// TestRanges reads ends that a text joins, and those that it does not.
func TestRanges(t *testing.T) {
	for _, x := range []struct{ text, form, from, to string }{
		{"The canal was open from 2005 to 2009.", "joined", "2005", "2009"},
		{"The canal was open from 2009 to 2005.", "joined", "2009", "2005"},
		{"She was mayor between 2005 and 2009.", "joined", "2005", "2009"},
		{"The works began in May 2014 and ended in March 2016.", "verbs", "2014-05", "2016-03"},
		{"The ferry did not run in the winter of 1998-95.", "joined", "1998-WI", "1995"},
		{"The canal was dug in 2005, and the lock in 2009.", "", "", ""},
	} {
		form, from, to := "", "", ""
		for _, f := range elapsed.Ranges(pagetest.Dated(t, "2019-06-20", x.text)) {
			form, from, to = f.Form, f.From.Value, f.To.Value
		}
		if form != x.form || from != x.from || to != x.to {
			t.Errorf("%s: %q from %q to %q, want %q from %q to %q", x.text, form, from, to, x.form, x.from, x.to)
		}
	}
}
