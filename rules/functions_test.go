package rules

import (
	"strings"
	"testing"

	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
)

// Every example that is printed holds.
func TestFunctionExamples(t *testing.T) {
	v, err := sharedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	holds := func(t *testing.T, expression, result string) {
		t.Helper()
		ast, issues := v.env.Compile("(" + expression + ") == (" + result + ")")
		if issues.Err() != nil {
			t.Errorf("%s: %v", expression, issues.Err())
			return
		}
		p, err := v.env.Program(ast)
		if err != nil {
			t.Errorf("%s: %v", expression, err)
			return
		}
		if got, _, err := p.Eval(map[string]any{}); err != nil || got != types.True {
			t.Errorf("%s is not %s: %v", expression, result, err)
		}
	}
	for _, fn := range vocabularySchema(t).Functions {
		if len(fn.Examples) == 0 {
			t.Errorf("%s has no example", fn.Name)
		}
		for _, e := range fn.Examples {
			holds(t, e.Expression, e.Result)
		}
	}
}

// june is the interval between two days of June 2018, both in it.
func june(t *testing.T, first, last int) fact.Interval {
	t.Helper()
	return between(fact.NewDay(2018, 6, first), fact.NewDay(2018, 6, last))
}

// Each of the thirteen relations holds of its pair, its inverse of the pair
// turned round, and no other.
func TestAllen(t *testing.T) {
	tests := []struct {
		a, b          [2]int
		name, inverse string
	}{
		{[2]int{1, 3}, [2]int{5, 9}, "before", "after"},
		{[2]int{1, 4}, [2]int{5, 9}, "meets", "met_by"},
		{[2]int{1, 6}, [2]int{5, 9}, "overlaps", "overlapped_by"},
		{[2]int{5, 6}, [2]int{5, 9}, "starts", "started_by"},
		{[2]int{6, 8}, [2]int{5, 9}, "during", "includes"},
		{[2]int{6, 9}, [2]int{5, 9}, "finishes", "finished_by"},
		{[2]int{5, 9}, [2]int{5, 9}, "equals", "equals"},
	}
	seen := map[string]bool{}
	for _, tt := range tests {
		a, b := june(t, tt.a[0], tt.a[1]), june(t, tt.b[0], tt.b[1])
		if got := allen(a, b); got != tt.name {
			t.Errorf("%v to %v: %s, want %s", tt.a, tt.b, got, tt.name)
		}
		if got := allen(b, a); got != tt.inverse {
			t.Errorf("%v to %v: %s, want %s", tt.b, tt.a, got, tt.inverse)
		}
		seen[tt.name], seen[tt.inverse] = true, true
	}
	for _, name := range allenNames {
		if !seen[name] {
			t.Errorf("%s is not tested", name)
		}
	}
	if len(seen) != 13 || len(allenNames) != 13 {
		t.Errorf("%d and %d relations", len(seen), len(allenNames))
	}
}

func TestAllenOpen(t *testing.T) {
	week := june(t, 11, 17)
	since, until := fact.Interval{From: week.From}, fact.Interval{To: week.To}
	for _, tt := range []struct {
		a, b fact.Interval
		want string
	}{
		{week, since, "starts"}, {since, week, "started_by"}, {week, until, "finishes"},
		{until, since, "overlaps"}, {since, since, "equals"}, {june(t, 1, 3), since, "before"},
	} {
		if got := allen(tt.a, tt.b); got != tt.want {
			t.Errorf("%v %v: %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}

// Dates from the calendar: how long months are, and that 2000 was a leap year
// and 1900 and 2100 are none.
func TestAddMonths(t *testing.T) {
	tests := []struct {
		from   string
		months int
		want   string
	}{
		{"2018-10-31", 1, "2018-11-30"},
		{"2018-10-31", 4, "2019-02-28"},
		{"2019-10-31", 4, "2020-02-29"},
		{"2018-01-31", -2, "2017-11-30"},
		{"2000-02-29", 12, "2001-02-28"},
		{"2000-02-29", -1200, "1900-02-28"},
		{"2018-06-17", 0, "2018-06-17"},
		{"2018-12-15", 1, "2019-01-15"},
	}
	for _, tt := range tests {
		if got := day(t, tt.from).AddMonths(tt.months).String(); got != tt.want {
			t.Errorf("%s and %d months: %s, want %s", tt.from, tt.months, got, tt.want)
		}
	}
}

func TestFunctions(t *testing.T) {
	tests := []struct {
		condition string
		want      bool
	}{
		// 25 December 2018 was a Tuesday, Easter 2018 on 1 April, Orthodox Easter on 8 April.
		{`named_day("christmas", 2018).weekday == 2`, true},
		{`named_day("Orthodox Easter", 2018) - named_day("Easter", 2018) == 7`, true},
		{`date("2018-04-01").named().exists(n, n == "Easter Sunday") && date("2018-04-01").named().size() == 2`, true},
		{`date("2018-06-17").label == "17 June 2018" && date("2018-06-17").month_name == "June"`, true},
		{`interval(date("2018-06-17")).label == "Sunday 17 June 2018"`, true},
		{`interval(date("2018-06-17")).equals(date("2018-06-17"))`, true},
		{`time.when.contains(time.date) && time.date.within(time.when)`, true},
		{`time.when.before(date("2018-06-16")) && time.date.after(date("2018-06-14"))`, true},
		{`interval(time.date, time.date + weeks(1)).days() == 8`, true},
		{`has(interval(time.date).from) && interval(time.date).from == time.date`, true},
		{`time.date + years(1) == date("2019-06-15")`, true},
		{`date("2018-06-15") - months(1) == date("2018-05-15")`, true},
		{`near(3, 3.4, 0.5) && near(5, 3, 2)`, true},
		{`round(2) == 2 && round(1.5) == 2 && round(-1.5) == -2`, true},
		{`percent_change(-4, -2) == 50.0`, true},
		{`"Yesterday’s talks".has_word("yesterday")`, true},
		{`"the todays".has_word("today")`, false},
		{`"São Paulo, sources said".has_word("SÃO PAULO")`, true},
		{`"a Friday-night game".has_word(["monday", "friday night"])`, true},
		{`"anything".has_word("") || "anything".has_word([]) || "".has_word("x")`, false},
		{`"O’Neill’s".fold() == "o'neill"`, true},
		{`"".words() == []`, true},
	}
	b := Binding{"time": &fact.Time{When: on(t, "2018-06-15"), Date: day(t, "2018-06-15")}, "article": &fact.Article{}}
	for _, tt := range tests {
		got, err := holds(t, fact.OverTime, tt.condition, b)
		if err != nil || got != tt.want {
			t.Errorf("%s: %v, %v, want %v", tt.condition, got, err, tt.want)
		}
	}
}

func TestFunctionErrors(t *testing.T) {
	tests := []struct{ condition, want string }{
		{`interval(date("2018-06-17"), date("2018-06-16")).days() > 0`, "the interval ends on 2018-06-16, before it begins on 2018-06-17"},
		{`time.when.days() > 0`, "from 15 June 2018 on has no end to count to: ask with has(….from) and has(….to) first"},
		{`date("2018-06-17") + years(99999) > date("2018-06-17")`, "99999 is too many"},
		{`percent_change(0, 3) > 1.0`, "nothing is a percentage of 0"},
		{`named_day(time.text + "Day", 2018) > date("2018-06-17")`, `no named day "Day"`},
		{`named_day("Easter", -3) > date("2018-06-17")`, `no Easter Sunday is known in -3`},
	}
	when := on(t, "2018-06-15")
	when.To, when.Label = nil, "from 15 June 2018 on"
	b := Binding{"time": &fact.Time{When: when}, "article": &fact.Article{}}
	for _, tt := range tests {
		if _, err := holds(t, fact.OverTime, tt.condition, b); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.condition, err, tt.want)
		}
	}
}
