package rules

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

// conjunctsAt writes the conjuncts of a rule with their places.
func conjunctsAt(r *Rule) []string {
	var out []string
	for _, c := range r.Conjuncts() {
		out = append(out, fmt.Sprintf("%d:%d %s", c.Pos.Line, c.Pos.Column, c.Text))
	}
	return out
}

func TestConjuncts(t *testing.T) {
	tests := []struct {
		when string
		want []string
	}{
		{`time.valid`, []string{`3:8 time.valid`}},
		{`time.valid && time.explicit`, []string{`3:8 time.valid`, `3:22 time.explicit`}},
		{`time.text == "é" && time.valid`, []string{`3:8 time.text == "é"`, `3:28 time.valid`}},
		{`(time.valid && (time.explicit)) && !time.relative`, []string{`3:9 time.valid`, `3:24 time.explicit`, `3:43 !time.relative`}},
		{`(time.valid || time.explicit) && true`, []string{`3:9 time.valid || time.explicit`, `3:41 true`}},
		{`(1 + 2) * 3 == 9 && 4 == (1 + 3)`, []string{`3:8 (1 + 2) * 3 == 9`, `3:28 4 == (1 + 3)`}},
		{`((1 + 2) * 3 == 9) && true`, []string{`3:9 (1 + 2) * 3 == 9`, `3:30 true`}},
		{`(time.text + "x").size() > 3.5 && -1 < 0`, []string{`3:8 (time.text + "x").size() > 3.5`, `3:42 -1 < 0`}},
		{`time.valid ? time.explicit && true : false`, []string{`3:8 time.valid ? time.explicit && true : false`}},
		{`has(time.date) && time.?date.?year.orValue(3) > -2`, []string{`3:8 has(time.date)`, `3:26 time.?date.?year.orValue(3) > -2`}},
		{`time.fixes.exists(f, f.message == "x" && true) && time.zone in ["body"]`,
			[]string{`3:8 time.fixes.exists(f, f.message == "x" && true)`, `3:58 time.zone in ["body"]`}},
		{`!(time.valid && time.explicit) && Note{at: time.at, message: "x"}.message == "x"`,
			[]string{`3:8 !(time.valid && time.explicit)`, `3:42 Note{at: time.at, message: "x"}.message == "x"`}},
		{"time.valid // why && so\n && time.explicit", []string{`3:8 time.valid`, `4:5 time.explicit`}},
		{`dated && time.valid`, []string{`2:41 has(time.date)`, `2:59 time.date.year > 1`, `3:17 time.valid`}},
		{`time.valid && (dated)`, []string{`3:8 time.valid`, `2:41 has(time.date)`, `2:59 time.date.year > 1`}},
		{`math.abs(-3) == 3 && sets.equivalent([1], [1]) && .time.valid`,
			[]string{`3:8 math.abs(-3) == 3`, `3:29 sets.equivalent([1], [1])`, `3:58 .time.valid`}},
		{`dated || time.valid`, []string{`3:8 dated || time.valid`}},
	}
	for _, tt := range tests {
		// The last rule keeps the definition in use.
		set := load(t, "[\n  Define{name: \"dated\", over: time, as: has(time.date) && time.date.year > 1}, Rule{ id: \"a/b\", severity: note, over: time, message: \"m\", when:\n       "+
			tt.when+"},\n  Rule{id: \"a/c\", severity: note, over: time, when: dated, message: \"m\"}]")
		if diff := cmp.Diff(tt.want, conjunctsAt(set.Rule("a/b"))); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.when, diff)
		}
	}
}

// What && gives for the whole is what the parts give, in any order: false
// wins, then the first error as written.
func TestConjunctsAreOneCondition(t *testing.T) {
	const (
		fails = `time.date.year == 3`
		loop  = `time.fixes.exists(f, f.message == "x")`
	)
	const noDate = "this Time has no date: ask with has(….date) first"
	const noWeekday = "this Time has no weekday: ask with has(….weekday) first"
	tests := []struct {
		when, want string
	}{
		{`true && true`, "holds"},
		{fails + ` && false`, ""},
		{`false && ` + fails, ""},
		{fails + ` && true`, noDate},
		{`true && ` + fails, noDate},
		{fails + ` && time.weekday == 1`, noDate},
		{`time.weekday == 1 && ` + fails, noWeekday},
		{loop + ` && ` + fails, noDate},
		{`time.fixes.exists(f, f.message == time.date.iso) && time.weekday == 1`, noDate},
		{fails + ` && !` + loop, ""},
		{`!` + loop + ` && ` + fails, ""},
		{`dyn(1) && true`, "expected true or false, found whole number"},
		{`dyn(1) && false`, ""},
	}
	for _, tt := range tests {
		set := load(t, `[ Rule{ id: "a/b", severity: note, over: time, message: "m", when: `+tt.when+` } ]`)
		b := Binding{"time": &fact.Time{Fixes: []fact.Fix{{Message: "x"}}}, "article": &fact.Article{}}
		outcomes, err := set.Eval(context.Background(), fact.OverTime, b)
		got := ""
		if len(outcomes) == 1 {
			got = "holds"
		}
		var e *Error
		if errors.As(err, &e) {
			got = e.Message
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.when, got, tt.want)
		}
	}
}

// Definitions that double with each step are not taken apart without end.
func TestConjunctsOfDoublingDefines(t *testing.T) {
	var b strings.Builder
	b.WriteString(`[ Define{name: "d0", over: time, as: time.valid},` + "\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&b, "Define{name: \"d%d\", over: time, as: d%d && d%d},\n", i, i-1, i-1)
	}
	b.WriteString(`Rule{ id: "a/b", severity: note, over: time, when: d39, message: "m" } ]`)
	set := load(t, b.String())
	if n := len(set.Rule("a/b").Conjuncts()); n > maxConjuncts {
		t.Errorf("%d conjuncts", n)
	}
	outcomes, err := set.Eval(context.Background(), fact.OverTime, Binding{"time": &fact.Time{Valid: true}, "article": &fact.Article{}})
	if err != nil || len(outcomes) != 1 {
		t.Errorf("%d outcomes, %v", len(outcomes), err)
	}
}
