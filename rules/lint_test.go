package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

const (
	wellKept = `help: "h", tests: [Case{fires: 1, text: "[[a]]"}, Case{fires: 0, text: "a"}]`
	lintRule = `[Rule{id: "a/b", severity: note, over: %s, %s message: "m", %s}]`
)

// lint returns the warnings of one file as line:column kind message.
func lint(t *testing.T, src string) []string {
	t.Helper()
	set, err := Load(Source{"f.cel", src})
	if err != nil {
		t.Fatal(err)
	}
	found, err := set.Lint()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, w := range found {
		out = append(out, fmt.Sprintf("%d:%d %s: %s", w.Line, w.Column, w.Kind, w.Message))
	}
	return out
}

func TestLintConditions(t *testing.T) {
	tests := []struct {
		name, over, fields string
		want               []string
	}{
		{"clean", "time", "when: time.valid && has(time.date) && time.date.year < 1900,", nil},
		{"always true", "time", "when: time.valid || 1 < 2,", []string{"1:52 constant: the condition is always true"}},
		{"always false", "time", "when: time.valid && 1 > 2,", []string{"1:52 constant: the condition is always false"}},
		{"a part", "time", "when: time.valid && 1 < 2 && time.explicit,", []string{"1:66 constant: this part of the condition is always true"}},
		{"behind not", "time", "when: time.valid && !(1 > 2 || time.explicit),", []string{"1:68 constant: this part of the condition is always false"}},
		{"a constant name", "time", `let: {"on": 2 > 1}, when: on && time.valid,`, []string{"1:72 constant: this part of the condition is always true"}},
		{"an arm of a choice", "time", "when: time.explicit ? true : time.valid,", nil},
		{"an error", "time", "when: time.valid && [1][3] == 1,", []string{"1:66 constant: this part of the condition is always an error: index out of bounds: 3"}},
		{"a loop over unknown facts", "event", `when: event.participants.exists(p, p == "A"),`, nil},
		{"a loop over nothing unknown", "event", `when: event.dated && [1, 2].exists(n, n == 2),`, []string{"1:68 constant: this part of the condition is always true"}},
		{"itself", "event", "when: event.kind == event.kind,", []string{`1:53 compare: both sides of "==" are the same`}},
		{"itself in a let", "event", `let: {"x": event.kind != event.kind}, when: x || event.dated,`, []string{`1:58 compare: both sides of "!=" are the same`}},
		{"a loop in a loop", "pair(event)", `when: a.participants.exists(p, b.participants.exists(q, p == q)),`, []string{"1:99 nested: a loop over list of texts in a loop over list of texts: the work grows with the square of their length"}},
		{"a loop beside a loop", "pair(event)", `when: a.participants.exists(p, p == "A") && b.participants.exists(q, q == "B"),`, nil},
		{"a loop in the range of a loop", "pair(event)", `when: a.participants.filter(p, p != "A").exists(p, p == "B"),`, nil},
		{"a loop over another list", "conflict", `when: conflict.statements.exists(s, s.hard && conflict.almanac.exists(w, w == s.text)),`, nil},
		{"a name, not a loop", "event", `when: cel.bind(k, event.kind, k == "call" || cel.bind(j, event.place, j == k)),`, nil},
		{"dear", "conflict", `when: lists.range(5000).all(n, conflict.statements.all(s, s.text.size() > n)),`,
			[]string{"cost: the condition may cost"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := lint(t, fmt.Sprintf(lintRule, tt.over, tt.fields, wellKept))
			if len(tt.want) == 1 && strings.HasPrefix(tt.want[0], "cost:") {
				if len(got) != 1 || !strings.Contains(got[0], tt.want[0]) {
					t.Errorf("got %q, want one with %q", got, tt.want[0])
				}
				return
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLintManners(t *testing.T) {
	tests := []struct {
		name, severity, rest string
		want                 []string
	}{
		{"kept", "note", wellKept, nil},
		{"no help", "note", `tests: [Case{fires: 1, text: "[[a]]"}, Case{fires: 0, text: "a"}]`, []string{"1:2 help: no help: say what the rule looks for, why, and when it stays silent"}},
		{"no cases", "note", `help: "h"`, []string{"1:2 cases: no cases: give one that fires and a near miss that does not"}},
		{"no quiet case", "note", `help: "h", tests: [Case{fires: 2, text: "[[a]]"}]`, []string{"1:2 cases: no case that stays silent: give a near miss"}},
		{"no firing case", "note", `help: "h", tests: [Case{fires: 0, text: "a"}]`, []string{"1:2 cases: no case that fires"}},
		{"unsure error", "error", `confidence: medium, ` + wellKept, []string{"1:2 confidence: an error of medium confidence: what may well be right is a warning"}},
		{"sure error", "error", `confidence: high, ` + wellKept, nil},
		{"unsure warning", "warning", `confidence: low, ` + wellKept, nil},
		{"an error as sure as its finding", "error", `confidence: time.valid ? "high" : "low", ` + wellKept, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := lint(t, fmt.Sprintf(`[Rule{id: "a/b", severity: %s, over: time, when: time.valid, message: "m", %s}]`, tt.severity, tt.rest))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLintSameCondition(t *testing.T) {
	const two = `[
	Rule{id: "a/one", severity: note, over: %s, when: %s, message: "m", ` + wellKept + `},
	Rule{id: "a/two", severity: note, over: %s, when: %s, message: "n", ` + wellKept + `},
]`
	tests := []struct {
		name, over1, when1, over2, when2 string
		same                             bool
	}{
		{"equal", "time", "time.valid && time.explicit", "time", "time.valid && time.explicit", true},
		{"white space and brackets", "time", "time.valid && (time.explicit || time.relative)", "time", "((time.valid)\n  && (time.explicit||(time.relative)))", true},
		{"a chain bracketed otherwise", "time", "time.valid && (time.explicit && time.relative)", "time", "time.valid && time.explicit && time.relative", true},
		{"a comment", "time", "time.valid // so far\n && time.explicit", "time", "time.valid && time.explicit", true},
		{"quotation marks", "time", `time.type == "SET"`, "time", `time.type == 'SET'`, true},
		{"another literal", "time", `time.type == "SET"`, "time", `time.type == "DATE"`, false},
		{"a number and its spelling", "time", `time.text == "1"`, "time", `time.text.size() == 1`, false},
		{"another order", "time", "time.valid && time.explicit", "time", "time.explicit && time.valid", false},
		{"other brackets", "time", "time.valid && (time.explicit || time.relative)", "time", "(time.valid && time.explicit) || time.relative", false},
		{"another scope", "time", "article.dated", "event", "article.dated", false},
		{"has and the field", "time", "has(time.date)", "time", "time.valid", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := lint(t, fmt.Sprintf(two, tt.over1, tt.when1, tt.over2, tt.when2))
			if same := len(got) == 1 && strings.HasSuffix(got[0], "same: the condition is that of a/one (f.cel:2)"); same != tt.same || !same && len(got) > 0 {
				t.Errorf("got %q, same must be %t", got, tt.same)
			}
		})
	}
}

// A name stands for what its own file says.
func TestLintSameName(t *testing.T) {
	file := func(id, year string) Source {
		return Source{id + ".cel", `[Define{name: "old", over: time, as: has(time.date) && time.date.year < ` + year + `},
Rule{id: "a/` + id + `", severity: note, over: time, when: old, message: "m", ` + wellKept + `}]`}
	}
	for _, tt := range []struct {
		year string
		want int
	}{{"1900", 1}, {"1800", 0}} {
		set, err := Load(file("one", "1900"), file("two", tt.year))
		if err != nil {
			t.Fatal(err)
		}
		got, err := set.Lint()
		if err != nil || len(got) != tt.want {
			t.Errorf("years 1900 and %s: %v, %v, want %d warnings", tt.year, got, err, tt.want)
		}
	}
}

func TestShippedRulesAreClean(t *testing.T) {
	set, err := Load(Source{"rules.cel", shippedText})
	if err != nil {
		t.Fatal(err)
	}
	got, err := set.Lint()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range got {
		t.Error(w)
	}
}

func TestNamed(t *testing.T) {
	set, err := Load(Source{"f.cel", `[
	Define{name: "base", over: time, as: time.valid},
	Define{name: "old", over: time, as: base && (has(time.date))},
	Rule{id: "a/b", severity: note, over: time, let: {"y": time.date.year, "late": (y) > 1900 }, when: old && late, message: "m"},
]`})
	if err != nil {
		t.Fatal(err)
	}
	want := []Named{{"old", "base && (has(time.date))"}, {"late", "(y) > 1900"}, {"base", "time.valid"}, {"y", "time.date.year"}}
	if diff := cmp.Diff(want, set.Rule("a/b").Named()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzCondition(f *testing.F) {
	for _, s := range []string{"time.valid", "time.valid &&", "((", "\"", "1 == 1 && time.date.year < 3", "// only", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, expr string) {
		set, err := Condition(fact.OverTime, Source{"EXPR", expr})
		if (err == nil) != (len(set.Rules()) == 1) {
			t.Fatalf("%q: %d rules and the error %v", expr, len(set.Rules()), err)
		}
		if _, err := set.Lint(); err != nil {
			t.Fatal(err)
		}
	})
}
