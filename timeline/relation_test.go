package timeline

import (
	"testing"
	"time"
)

// definitions states Allen's relations by the four ends (CACM 26:11, 1983,
// figure 2), apart from how Relate finds them.
var definitions = map[Relation]func(a, b Interval) bool{
	Before:       func(a, b Interval) bool { return a.To < b.From },
	After:        func(a, b Interval) bool { return b.To < a.From },
	Meets:        func(a, b Interval) bool { return a.To == b.From },
	MetBy:        func(a, b Interval) bool { return b.To == a.From },
	Overlaps:     func(a, b Interval) bool { return a.From < b.From && b.From < a.To && a.To < b.To },
	OverlappedBy: func(a, b Interval) bool { return b.From < a.From && a.From < b.To && b.To < a.To },
	Starts:       func(a, b Interval) bool { return a.From == b.From && a.To < b.To },
	StartedBy:    func(a, b Interval) bool { return a.From == b.From && b.To < a.To },
	During:       func(a, b Interval) bool { return b.From < a.From && a.To < b.To },
	Includes:     func(a, b Interval) bool { return a.From < b.From && b.To < a.To },
	Finishes:     func(a, b Interval) bool { return b.From < a.From && a.To == b.To },
	FinishedBy:   func(a, b Interval) bool { return a.From < b.From && a.To == b.To },
	Equals:       func(a, b Interval) bool { return a.From == b.From && a.To == b.To },
}

// small returns every interval with both ends among a few minutes and the open
// ends, empty ones included.
func small() []Interval {
	ends := []Minute{Past, 0, 1, 2, 3, 4, 5, Future}
	var out []Interval
	for _, from := range ends {
		for _, to := range ends {
			out = append(out, Interval{from, to})
		}
	}
	return out
}

func TestRelate(t *testing.T) {
	seen := map[Relation]bool{}
	for _, a := range small() {
		for _, b := range small() {
			got := Relate(a, b)
			if a.Empty() || b.Empty() {
				if got != 0 {
					t.Fatalf("Relate(%v, %v) = %s, want none: one is empty", a, b, got)
				}
				continue
			}
			seen[got] = true
			holds := 0
			for _, def := range definitions {
				if def(a, b) {
					holds++
				}
			}
			if def := definitions[got]; holds != 1 || def == nil || !def(a, b) {
				t.Fatalf("Relate(%v, %v) = %s; %d relations hold", a, b, got, holds)
			}
			if back := Relate(b, a); back != got.Inverse() || got.Inverse().Inverse() != got {
				t.Fatalf("Relate(%v, %v) = %s, the inverse of %s is %s", b, a, back, got, got.Inverse())
			}
		}
	}
	if len(seen) != 13 {
		t.Errorf("%d relations were seen, want 13", len(seen))
	}
}

func TestRelationNames(t *testing.T) {
	names := map[string]bool{}
	for r := Before; r <= Equals; r++ {
		names[r.String()] = true
	}
	if len(names) != 13 || names[""] || Relation(0).String() != "" || Relation(99).String() != "" {
		t.Errorf("the thirteen relations have these names: %v", names)
	}
	if During.String() != "during" || FinishedBy.String() != "finished by" || Relation(0).Inverse() != 0 {
		t.Error("a relation has another one's name, or none has an inverse")
	}
}

// TestIntervalAlgebra checks the operations minute by minute.
func TestIntervalAlgebra(t *testing.T) {
	in := func(i Interval, m Minute) bool { return i.From <= m && m < i.To }
	for _, a := range small() {
		for _, b := range small() {
			x, h := a.Intersect(b), a.Hull(b)
			for m := Minute(-1); m <= 6; m++ {
				if in(x, m) != (in(a, m) && in(b, m)) {
					t.Fatalf("%v ∩ %v = %v is wrong at %d", a, b, x, m)
				}
				if !a.Empty() && in(a, m) && !in(h, m) || !b.Empty() && in(b, m) && !in(h, m) {
					t.Fatalf("hull of %v and %v = %v is wrong at %d", a, b, h, m)
				}
			}
			if a.Overlaps(b) != !x.Empty() || a.Overlaps(b) != b.Overlaps(a) {
				t.Fatalf("%v.Overlaps(%v) = %v, they share %v", a, b, a.Overlaps(b), x)
			}
			if !a.Empty() && !b.Empty() {
				if h != b.Hull(a) || !h.Contains(a) || !h.Contains(b) || h.From != a.From && h.From != b.From || h.To != a.To && h.To != b.To {
					t.Fatalf("hull of %v and %v = %v is not the smallest", a, b, h)
				}
				if a.Contains(b) != (x == b) {
					t.Fatalf("%v.Contains(%v) = %v", a, b, a.Contains(b))
				}
				if a.Gap(b) != b.Gap(a) || !x.Empty() && a.Gap(b) != 0 {
					t.Fatalf("gap of %v and %v is %d, or %d", a, b, a.Gap(b), b.Gap(a))
				}
			}
		}
	}
}

func TestGap(t *testing.T) {
	d := Date(2018, time.June, 15)
	for _, tt := range []struct {
		name string
		a, b Interval
		want int
	}{
		{"same day", OneDay(d), OneDay(d), 0},
		{"next day", OneDay(d), OneDay(d + 1), 0},
		{"a day between", OneDay(d), OneDay(d + 2), 1},
		{"a month between", OneDay(d), OneDay(d + 31), 30},
		{"part of a day counts", OneDay(d), Interval{(d + 2).Start() + 1, (d + 3).Start()}, 2},
		{"open to the future", Interval{d.Start(), Future}, OneDay(d + 9), 0},
		{"open to the past", Interval{Past, d.Start()}, OneDay(d + 9), 9},
	} {
		if got := tt.a.Gap(tt.b); got != tt.want {
			t.Errorf("%s: gap of %v and %v = %d days, want %d", tt.name, tt.a, tt.b, got, tt.want)
		}
	}
}

func TestIntervalWords(t *testing.T) {
	day := func(s string) Day {
		d, err := ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	span := func(from, to string) Interval { return Days(day(from), day(to)) }
	for _, tt := range []struct {
		iv    Interval
		label string
		print string
	}{
		{span("2018-06-15", "2018-06-16"), "Friday 15 June 2018", "[2018-06-15, 2018-06-16)"},
		{span("2018-06-15", "2018-06-21"), "15 to 20 June 2018", "[2018-06-15, 2018-06-21)"},
		{span("2018-05-01", "2018-06-01"), "May 2018", "[2018-05-01, 2018-06-01)"},
		{span("2016-02-01", "2016-03-01"), "February 2016", "[2016-02-01, 2016-03-01)"},
		{span("2017-01-01", "2018-01-01"), "2017", "[2017-01-01, 2018-01-01)"},
		{span("2018-05-30", "2018-06-02"), "30 May to 1 June 2018", "[2018-05-30, 2018-06-02)"},
		{span("2018-12-30", "2019-01-03"), "30 December 2018 to 2 January 2019", "[2018-12-30, 2019-01-03)"},
		{span("1990-01-01", "2000-01-01"), "1 January 1990 to 31 December 1999", "[1990-01-01, 2000-01-01)"},
		{Interval{day("2018-06-15").Start() + 17*60, day("2018-06-15").Start() + 18*60}, "Friday 15 June 2018, 17:00 to 18:00", "[2018-06-15T17:00, 2018-06-15T18:00)"},
		{Interval{Past, day("2019-01-04").Start()}, "before 4 January 2019", "[, 2019-01-04)"},
		{Interval{day("2018-06-15").Start(), Future}, "from 15 June 2018 on", "[2018-06-15, )"},
		{Interval{Past, Future}, "unknown", "[, )"},
		{Interval{}, "unknown", "[1970-01-01, 1970-01-01)"},
	} {
		if got := tt.iv.Label(); got != tt.label {
			t.Errorf("Label = %q, want %q", got, tt.label)
		}
		if got := tt.iv.String(); got != tt.print {
			t.Errorf("String = %q, want %q", got, tt.print)
		}
	}
}

func TestIntervalKnown(t *testing.T) {
	d := Date(2018, time.June, 15)
	for _, tt := range []struct {
		iv                   Interval
		empty, known, closed bool
		single               bool
	}{
		{Interval{}, true, false, false, false},
		{OneDay(d), false, true, true, true},
		{Days(d, d+2), false, true, true, false},
		{Interval{d.Start(), d.Start() + 60}, false, true, true, false},
		{Interval{Past, d.Start()}, false, true, false, false},
		{Interval{d.Start(), Future}, false, true, false, false},
		{Interval{Past, Future}, false, false, false, false},
		{Interval{(d + 1).Start(), d.Start()}, true, false, false, false},
	} {
		_, single := tt.iv.Single()
		if tt.iv.Empty() != tt.empty || tt.iv.Known() != tt.known || tt.iv.Closed() != tt.closed || single != tt.single {
			t.Errorf("%v: empty %v, known %v, closed %v, single %v", tt.iv, tt.iv.Empty(), tt.iv.Known(), tt.iv.Closed(), single)
		}
	}
	if got := Days(d, d+3).LastDay(); got != d+2 {
		t.Errorf("LastDay = %s, want %s", got, d+2)
	}
}
