package main

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// made calls f with the values of n cases of a class, by section.
func made(t *testing.T, id string, n int, f func(g *gen, section string, s slots)) {
	t.Helper()
	classes, carriers := classesAndCarriers(t)
	for _, c := range classes {
		if c.id != id {
			continue
		}
		sections := map[string]bool{}
		for _, w := range c.wordings {
			sections[w.section] = true
		}
		for section := range sections {
			for i := range n {
				g := &gen{Rand: rand.New(rand.NewPCG(uint64(i), 0)), carrier: carriers[i%len(carriers)], used: map[string]map[int]bool{}}
				f(g, section, c.make(g, section))
			}
		}
		return
	}
	t.Fatalf("no class %s", id)
}

func (s slots) time(name string) (right, wrong time.Time) {
	return s[name].right.(time.Time), s[name].wrong.(time.Time)
}

func (s slots) int(name string) (right, wrong int) { return s[name].right.(int), s[name].wrong.(int) }

func days(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }

func TestWeekdays(t *testing.T) {
	made(t, "weekday-date", 200, func(g *gen, section string, s slots) {
		d, _ := s.time("d")
		right, wrong := s.time("wd")
		if d.Weekday() != right.Weekday() || d.Weekday() == wrong.Weekday() {
			t.Errorf("%s: %s, %s", d.Format(time.RFC850), right.Weekday(), wrong.Weekday())
		}
		for _, years := range []int{-1, 1} { // where the year is not written
			if section != "year" && d.AddDate(years, 0, 0).Weekday() == wrong.Weekday() {
				t.Errorf("%s is a %s in another year", d.Format("2 January"), wrong.Weekday())
			}
		}
	})
	made(t, "lead-weekday", 50, func(g *gen, _ string, s slots) {
		right, wrong := s.time("wd")
		if off := days(wrong, right); right != g.published() || off < 2 || off > 4 {
			t.Errorf("%s: %s, %s", g.published(), right, wrong)
		}
	})
}

func TestImpossible(t *testing.T) {
	exists := func(y int, m time.Month, d int) bool {
		got := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		return got.Month() == m && got.Day() == d
	}
	made(t, "impossible-date", 200, func(_ *gen, section string, s slots) {
		ry, wy := s.int("y")
		if section == "leap" {
			if !exists(ry, time.February, 29) || exists(wy, time.February, 29) {
				t.Errorf("29 February %d and %d", ry, wy)
			}
			return
		}
		m, _ := s.time("m")
		right, wrong := s.int("n")
		if !exists(ry, m.Month(), right) || exists(wy, m.Month(), wrong) {
			t.Errorf("%s %d: %d and %d", m.Month(), ry, right, wrong)
		}
	})
	layouts := map[string]string{"24": "15:04", "12": "3:04", "hour": "3", "gmt": "1504"}
	made(t, "impossible-time", 200, func(_ *gen, section string, s slots) {
		right, wrong := s["t"].right.(string), s["t"].wrong.(string)
		if _, err := time.Parse(layouts[section], right); err != nil {
			t.Error(err)
		}
		if _, err := time.Parse(layouts[section], wrong); err == nil {
			t.Errorf("%s exists", wrong)
		}
	})
}

func TestRanges(t *testing.T) {
	made(t, "range-reversed", 100, func(_ *gen, section string, s slots) {
		a, wa := s.time("a")
		b, wb := s.time("b")
		if !a.Before(b) || wa != b || wb != a {
			t.Errorf("%s: %s to %s", section, a, b)
		}
	})
	made(t, "order-dates", 100, func(_ *gen, section string, s slots) {
		d, _ := s.time("d")
		e, wrong := s.time("e")
		n, _ := s.int("n")
		if section != "years" && days(d, e) != n || section == "years" && e.Year()-d.Year() != n || !wrong.Before(d) {
			t.Errorf("%s: %s, %s, %s, %d", section, d, e, wrong, n)
		}
	})
}

func TestRelative(t *testing.T) {
	made(t, "relative-explicit", 100, func(g *gen, section string, s slots) {
		right, wrong := s.time("d")
		p := g.published()
		months := func(x time.Time) int { return 12*x.Year() + int(x.Month()) }
		var got, other, want int
		switch {
		case strings.HasSuffix(section, "year"):
			got, other = right.Year()-p.Year(), wrong.Year()-p.Year()
		case strings.HasSuffix(section, "month"):
			got, other = months(right)-months(p), months(wrong)-months(p)
		default:
			got, other = days(p, right), days(p, wrong)
		}
		switch section[:4] {
		case "last", "yest":
			want = -1
		case "next", "tomo":
			want = 1
		}
		if got != want || other == want {
			t.Errorf("%s: %s and %s from %s", section, right, wrong, p)
		}
	})
	made(t, "tense-date", 100, func(g *gen, section string, s slots) {
		right, wrong := s.time("d")
		past := strings.HasPrefix(section, "past")
		if right.Before(g.published()) != past || wrong.After(g.published()) != past {
			t.Errorf("%s: %s and %s from %s", section, right, wrong, g.published())
		}
		if strings.HasSuffix(section, "year") && (right.Year() == g.published().Year() || wrong.Year() == g.published().Year()) {
			t.Errorf("%s: the year of publication is on neither side", section)
		}
	})
}

// Days of Easter from the tables of the Astronomical Applications Department, US
// Naval Observatory; the others from calendars.
func TestFeasts(t *testing.T) {
	for _, want := range []string{"1997-03-30", "2000-04-23", "2005-03-27", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31"} {
		y, _ := time.Parse("2006-01-02", want)
		if got := easter(y.Year()).Format("2006-01-02"); got != want {
			t.Errorf("Easter is on %s, want %s", got, want)
		}
	}
	for _, tt := range []struct{ rule, want string }{
		{"4 Thursday 11", "2013-11-28"},
		{"-1 Monday 5", "2016-05-30"},
		{"3 Monday 1", "1998-01-19"},
		{"1 Monday 9", "2014-09-01"},
		{"12-25", "2014-12-25"},
		{"easter-2", "2010-04-02"},
	} {
		y, _ := time.Parse("2006-01-02", tt.want)
		if got := feastDay(tt.rule, y.Year()).Format("2006-01-02"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.rule, got, tt.want)
		}
	}
	made(t, "feast-date", 200, func(_ *gen, _ string, s slots) {
		right, wrong := s.time("d")
		y, _ := s.int("y")
		if off := days(right, wrong); right.Year() != y || wrong.Year() != y || off > -2 && off < 2 || off < -9 || off > 9 {
			t.Errorf("%s: %s and %s", s["feast"].right, right, wrong)
		}
	})
}

func TestTwoDates(t *testing.T) {
	for _, id := range []string{"two-dates-headline", "two-dates-body"} {
		made(t, id, 100, func(g *gen, section string, s slots) {
			d, _ := s.time("d")
			right, wrong := s.time("e")
			if d != right || wrong == right {
				t.Errorf("%s: %s, %s, %s", section, d, right, wrong)
			}
			switch section {
			case "week", "future":
				if !wrong.After(g.published()) {
					t.Errorf("%s: %s is not to come", section, wrong)
				}
			case "lastweek", "past":
				if !wrong.Before(g.published()) {
					t.Errorf("%s: %s has not been", section, wrong)
				}
			case "years":
				if wrong.Year() == right.Year() {
					t.Errorf("%s: both in %d", section, right.Year())
				}
			}
			if (section == "week" || section == "lastweek") && wrong.Weekday() == right.Weekday() {
				t.Errorf("%s: both on a %s", section, right.Weekday())
			}
		})
	}
}

func TestLapses(t *testing.T) {
	made(t, "duration-dates", 100, func(g *gen, section string, s slots) {
		right, wrong := s.int("n")
		d, _ := s.time("d")
		e, _ := s.time("e")
		var n int
		switch section {
		case "weeks":
			n = days(d, e) / 7
		case "months":
			n = 12*(e.Year()-d.Year()) + int(e.Month()-d.Month())
		case "years":
			n = e.Year() - d.Year()
		case "hours":
			n = int(e.Sub(d).Hours())
		case "since":
			n = g.published().Year() - d.Year()
		default:
			n = days(d, e) + 1
		}
		if n != right || wrong < 1 || wrong >= n-1 && wrong <= n+1 {
			t.Errorf("%s: %s to %s: %d and %d", section, d, e, right, wrong)
		}
	})
	made(t, "ago", 100, func(g *gen, section string, s slots) {
		n, _ := s.int("n")
		right, wrong := s.time("d")
		p := g.published()
		exact := map[string]time.Time{
			"years": p.AddDate(-n, 0, 0), "aheadyears": p.AddDate(n, 0, 0), "decades": p.AddDate(-10*n, 0, 0),
			"months": time.Date(p.Year(), p.Month()-time.Month(n), 1, 0, 0, 0, 0, time.UTC),
			"weeks":  p.AddDate(0, 0, -7*n), "days": p.AddDate(0, 0, -n), "aheaddays": p.AddDate(0, 0, n),
		}[section]
		if right != exact || wrong == right || wrong.After(p) != right.After(p) {
			t.Errorf("%s: %d from %s: %s and %s", section, n, p, right, wrong)
		}
	})
	made(t, "anniversary", 100, func(_ *gen, _ string, s slots) {
		right, wrong := s.int("n")
		y, _ := s.int("y")
		z, _ := s.int("z")
		if z-y != right || wrong >= right-1 && wrong <= right+1 || wrong < 1 {
			t.Errorf("%d to %d: %d and %d", y, z, right, wrong)
		}
	})
}

func TestAges(t *testing.T) {
	made(t, "age-birth", 200, func(g *gen, section string, s slots) {
		right, wrong := s.int("n")
		born, _ := s.time("d")
		at := g.published()
		if section == "dead" {
			at, _ = s.time("e")
		}
		years := at.Year() - born.Year()
		if born.AddDate(years, 0, 0).After(at) {
			years--
		}
		if years != right || math.Abs(float64(wrong-right)) < 3 {
			t.Errorf("born %s, on %s: %d and %d", born, at, right, wrong)
		}
	})
	made(t, "age-across", 100, func(_ *gen, _ string, s slots) {
		n, _ := s.int("n")
		right, wrong := s.int("k")
		if n != right || math.Abs(float64(wrong-right)) < 2 {
			t.Errorf("%d, %d and %d", n, right, wrong)
		}
	})
}

func TestClocks(t *testing.T) {
	made(t, "utc", 200, func(_ *gen, section string, s slots) {
		local, right, wrong := "t", "u", "u"
		if section == "two" {
			local, right, wrong = "s", "v", "v"
		}
		at, _ := s.time(local)
		u, _ := s.time(right)
		_, v := s.time(wrong)
		if !at.Equal(u) || u.Format("15:04") == v.Format("15:04") {
			t.Errorf("%s: %s, %s and %s", section, at, u, v)
		}
	})
	hours := map[string][2]int{"morning": {5, 12}, "afternoon": {12, 18}, "evening": {17, 24}, "night": {20, 24}}
	made(t, "daypart-clock", 200, func(_ *gen, _ string, s slots) {
		right, wrong := s.time("t")
		span := hours[s["part"].right.(string)]
		in := func(x time.Time) bool { return x.Hour() >= span[0] && x.Hour() < span[1] }
		if !in(right) || in(wrong) {
			t.Errorf("%s: %s and %s", s["part"].right, right, wrong)
		}
	})
}

// amount reads an int or a number.
func amount(v any) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case number:
		return v.value
	}
	panic("not a number")
}

func TestAmounts(t *testing.T) {
	made(t, "sum-parts", 100, func(_ *gen, section string, s slots) {
		sum := func(side func(pair) any) float64 {
			total := 0.0
			for _, name := range []string{"a", "b", "c", "e"} {
				if v, ok := s[name]; ok {
					total += amount(side(v))
				}
			}
			return total
		}
		whole := s["t"]
		if strings.HasPrefix(section, "share") {
			whole = same(100)
		}
		right := sum(func(p pair) any { return p.right }) - amount(whole.right)
		wrong := sum(func(p pair) any { return p.wrong }) - amount(whole.wrong)
		if math.Abs(right) > 1e-9 || math.Abs(wrong) < 0.2 {
			t.Errorf("%s: off by %v and %v: %v", section, right, wrong, s)
		}
	})
	made(t, "difference-margin", 100, func(_ *gen, section string, s slots) {
		a, _ := s.int("a")
		b, _ := s.int("b")
		right, wrong := s.int("n")
		if a-b != right || wrong == right || wrong < 1 {
			t.Errorf("%s: %d less %d: %d and %d", section, a, b, right, wrong)
		}
	})
	made(t, "percent-change", 200, func(_ *gen, section string, s slots) {
		off := func(side func(pair) any) float64 {
			x, y := amount(side(s["x"])), amount(side(s["y"]))
			switch section {
			case "twice":
				return y/x - 2
			case "half":
				return y/x - .5
			}
			n := amount(side(s["n"]))
			if strings.HasSuffix(section, "down") {
				n = -n
			}
			return 100*(y/x-1) - n
		}
		right, wrong := off(func(p pair) any { return p.right }), off(func(p pair) any { return p.wrong })
		if math.Abs(right) > .06 || math.Abs(wrong) < .05*10 && section != "twice" && section != "half" || math.Abs(wrong) < .05 {
			t.Errorf("%s: off by %v and %v: %v", section, right, wrong, s)
		}
	})
	made(t, "point-change", 200, func(_ *gen, section string, s slots) {
		x, y := amount(s["x"].right), amount(s["y"].right)
		unit := 1.0
		if strings.HasPrefix(section, "cents") {
			unit = 100
		}
		change := math.Abs(y-x) * unit
		if math.Abs(change-amount(s["n"].right)) > 1e-6 || math.Abs(change-amount(s["n"].wrong)) < .3 {
			t.Errorf("%s: %v to %v: %v", section, x, y, s["n"])
		}
	})
}

func TestConversions(t *testing.T) {
	made(t, "unit-conversion", 200, func(_ *gen, section string, s slots) {
		var exact, right, wrong float64
		switch section {
		case "temperature":
			exact, right, wrong = amount(s["c"].right)*9/5+32, amount(s["f"].right), amount(s["f"].wrong)
		case "fahrenheit":
			exact, right, wrong = (amount(s["f"].right)-32)*5/9, amount(s["c"].right), amount(s["c"].wrong)
		case "height":
			exact, right, wrong = (amount(s["x"].right)*12+amount(s["i"].right))*.0254, amount(s["y"].right), amount(s["y"].wrong)
		default:
			u := s["u"].right.(row)
			exact = amount(s["x"].right) * mustFloat(u.get("factor"))
			right, wrong = amount(s["y"].right), amount(s["y"].wrong)
		}
		if math.Abs(right-exact) > .5 || math.Abs(wrong-exact) < .04*math.Abs(exact) {
			t.Errorf("%s: %v: %v and %v", section, exact, right, wrong)
		}
	})
	made(t, "currency-rate", 200, func(_ *gen, section string, s slots) {
		scale := map[any]float64{"million": 1, "billion": 1000}
		rate := amount(s["v"].right) / amount(s["x"].right)
		off := func(w, k any) float64 { return amount(w) * scale[k] / amount(s["y"].right) / rate }
		right, wrong := off(s["w"].right, s["sw"].right), off(s["w"].wrong, s["sw"].wrong)
		if math.Abs(right-1) > .06 || wrong > .75 && wrong < 1.35 {
			t.Errorf("%s: rates differ by %v and %v: %v", section, right, wrong, s)
		}
	})
	made(t, "magnitude", 100, func(_ *gen, section string, s slots) {
		if s["m"].right == s["m"].wrong {
			t.Errorf("%s: %v", section, s["m"])
		}
		switch section {
		case "product":
			n, _ := s.int("n")
			u, _ := s.int("u")
			if math.Abs(float64(n*u)/1e6-amount(s["t"].right)) > 1e-6 {
				t.Errorf("%d times %d is %v", n, u, s["t"].right)
			}
		case "share":
			n, _ := s.int("n")
			u, _ := s.int("u")
			if float64(n*u) != amount(s["t"].right) {
				t.Errorf("%d times %d is %v", n, u, s["t"].right)
			}
		}
	})
}

func TestNames(t *testing.T) {
	made(t, "name-variant", 200, func(_ *gen, section string, s slots) {
		name := func(v any) string {
			if p, ok := v.(person); ok {
				return p.given + " " + p.family
			}
			return v.(string)
		}
		v := s["v"]
		if section == "place" {
			v = s["y"]
		}
		right, wrong := name(v.right), name(v.wrong)
		if right == wrong || right[:1] != wrong[:1] || strings.HasPrefix(wrong, right) || wrong[len(wrong)-2:] != right[len(right)-2:] {
			t.Errorf("%s and %s", right, wrong)
		}
	})
	made(t, "office-holder", 200, func(g *gen, _ string, s slots) {
		x := s["pres"].right.(row)
		right, wrong := s.time("d")
		from, to := mustDay(x.get("from")), mustDay(x.get("to"))
		if right.Before(from) || right.After(to) || right.After(g.published()) {
			t.Errorf("%s was not president on %s", x.first(), right)
		}
		if wrong.Year() > from.Year()-2 && wrong.Year() < to.Year()+2 || wrong.After(g.published()) {
			t.Errorf("%s may have been president on %s", x.first(), wrong)
		}
	})
	made(t, "quote-wording", 100, func(_ *gen, _ string, s slots) {
		if s["whole"].right != s["again"].right || s["again"].right == s["again"].wrong || strings.ContainsAny(s["again"].wrong.(string), "[|]^") {
			t.Errorf("%v", s)
		}
	})
	made(t, "quote-speaker", 100, func(_ *gen, _ string, s slots) {
		if s["p"].right != s["s"].right || s["s"].right.(person).family == s["s"].wrong.(person).family {
			t.Errorf("%v", s["s"])
		}
	})
}

func TestWrite(t *testing.T) {
	day := time.Date(2013, time.September, 22, 14, 5, 0, 0, time.UTC)
	p := person{"Anna", "Kowalski", true}
	for _, tt := range []struct {
		value  any
		format string
		want   string
	}{
		{day, "Monday, AP 2", "Sunday, Sept. 22"},
		{day, "2nd of January 2006", "22nd of September 2013"},
		{day, "3:04 p.m.", "2:05 p.m."},
		{day, "1504", "1405"},
		{day.AddDate(0, -6, -19), "AP 2nd", "March 3rd"},
		{9, "", "nine"},
		{10, "", "10"},
		{1200, "", "1,200"},
		{1200, "d", "1200"},
		{42, "w^", "Forty-two"},
		{120, "w", "one hundred and twenty"},
		{11, "th", "11th"},
		{112, "th", "112th"},
		{23, "th", "23rd"},
		{21, "wth", "twenty-first"},
		{50, "wth", "fiftieth"},
		{number{1203.1, 2}, "", "1,203.10"},
		{number{-3.5, 1}, "d", "-3.5"},
		{"bridge", "^", "Bridge"},
		{"Bergen", "upper", "BERGEN"},
		{p, "", "Anna Kowalski"},
		{p, "his", "her"},
		{p, "Mr", "Ms."},
	} {
		got, err := write(tt.value, tt.format)
		if err != nil || got != tt.want {
			t.Errorf("%v as %q: %q, %v; want %q", tt.value, tt.format, got, err, tt.want)
		}
	}
	for _, v := range []any{9, p, "x", 3.5} {
		if got, err := write(v, "nonsense"); err == nil {
			t.Errorf("%v as nonsense: %q", v, got)
		}
	}
}

func TestIndefinite(t *testing.T) {
	for next, want := range map[string]string{
		"8-day": "an", "80-year": "an", "11-day": "an", "18-month": "an", "180-day": "a", "12-day": "a", "1,100": "a",
		"earthquake": "an", "storm": "a", "one-day": "a", "university": "a", "hour": "an", "European": "a", "": "a", "Eriksson": "an",
	} {
		if got := indefinite(next); got != want {
			t.Errorf("%s %s, want %s", got, next, want)
		}
	}
}
