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

func described(mutants []Mutant) []string {
	var out []string
	for _, m := range mutants {
		var parts []string
		for _, c := range m.Rule.Conjuncts() {
			parts = append(parts, c.Text)
		}
		out = append(out, fmt.Sprintf("%d:%d %s: %s", m.Pos.Line, m.Pos.Column, m.Description, strings.Join(parts, " && ")))
	}
	return out
}

func TestMutants(t *testing.T) {
	tests := []struct {
		when string
		want []string
	}{
		{`time.valid`, []string{"2:1 drop `time.valid`: "}},
		{`time.valid && time.text.size() < 4`, []string{
			"2:1 drop `time.valid`: time.text.size() < 4",
			"2:15 drop `time.text.size() < 4`: time.valid",
			"2:32 `<` becomes `>=`: time.valid && time.text.size() >= 4",
		}},
		{`(time.text == "é" || !(time.mod >= "a" && true)) && time.text != "b"`, []string{
			"2:2 drop `time.text == \"é\" || !(time.mod >= \"a\" && true)`: time.text != \"b\"",
			"2:53 drop `time.text != \"b\"`: time.text == \"é\" || !(time.mod >= \"a\" && true)",
			"2:19 `||` becomes `&&`: time.text == \"é\" && !(time.mod >= \"a\" && true) && time.text != \"b\"",
			"2:12 `==` becomes `!=`: time.text != \"é\" || !(time.mod >= \"a\" && true) && time.text != \"b\"",
			"2:40 `&&` becomes `||`: time.text == \"é\" || !(time.mod >= \"a\" || true) && time.text != \"b\"",
			"2:33 `>=` becomes `<`: time.text == \"é\" || !(time.mod < \"a\" && true) && time.text != \"b\"",
			"2:43 `true` becomes `false`: time.text == \"é\" || !(time.mod >= \"a\" && false) && time.text != \"b\"",
			"2:63 `!=` becomes `==`: time.text == \"é\" || !(time.mod >= \"a\" && true) && time.text == \"b\"",
		}},
		// What a macro is made of is not the author's to get wrong.
		{`time.fixes.exists(f, f.message > "x") && time.fixes.all(f, sets.equivalent([f.message], ["y"]))`, []string{
			"2:1 drop `time.fixes.exists(f, f.message > \"x\")`: time.fixes.all(f, sets.equivalent([f.message], [\"y\"]))",
			"2:42 drop `time.fixes.all(f, sets.equivalent([f.message], [\"y\"]))`: time.fixes.exists(f, f.message > \"x\")",
			"2:32 `>` becomes `<=`: time.fixes.exists(f, f.message <= \"x\") && time.fixes.all(f, sets.equivalent([f.message], [\"y\"]))",
		}},
		{`early && true`, []string{
			"1:41 drop `time.text <= \"x\"`: true",
			"2:10 drop `true`: time.text <= \"x\"",
			"1:51 `<=` becomes `>`: time.text > \"x\" && true",
			"2:10 `true` becomes `false`: time.text <= \"x\" && false",
		}},
	}
	for _, tt := range tests {
		set := load(t, `[ Define{name: "early", over: time, as: time.text <= "x"}, Rule{ id: "a/b", severity: note, over: time, message: "m", when:`+"\n"+
			tt.when+` }, Rule{ id: "a/c", severity: note, over: time, when: early, message: "m" } ]`)
		if diff := cmp.Diff(tt.want, described(set.Rule("a/b").Mutants())); diff != "" {
			t.Errorf("%s: -want +got:\n%s", tt.when, diff)
		}
	}
}

func TestMutantsAreBounded(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/b", severity: note, over: time, message: "m", when: time.valid`+strings.Repeat(` && time.text != "a"`, 180)+` } ]`)
	if n := len(set.Rule("a/b").Mutants()); n != maxMutants {
		t.Errorf("%d mutants, want %d", n, maxMutants)
	}
}

// A mutant runs in the place of its rule; the rule itself is as before.
func TestMutantsRun(t *testing.T) {
	set := load(t, `[
	  Rule{ id: "a/first", severity: note, over: time, when: true, message: "first" },
	  Rule{ id: "a/b", severity: note, over: time, when: time.text.size() < 4 && time.valid, message: "b",
	    tests: [ Case{fires: 1, text: "abc"}, Case{fires: 0, text: "abcd"} ] } ]`)
	rule := set.Rule("a/b")
	ran := func(s *Set, text string) string {
		outcomes, err := s.Eval(context.Background(), fact.OverTime, Binding{"time": &fact.Time{Text: text, Valid: true}, "article": &fact.Article{}})
		if err != nil {
			t.Fatal(err)
		}
		return messages(outcomes)
	}
	flipped := rule.Mutants()[2]
	if got := ran(set.With(flipped.Rule), "abc") + ", " + ran(set.With(flipped.Rule), "abcd"); got != "first, first b" {
		t.Errorf("the mutant: %s", got)
	}
	if got := ran(set, "abc") + ", " + ran(set, "abcd"); got != "first b, first" {
		t.Errorf("the rule: %s", got)
	}
	if n := len(set.With(flipped.Rule).Rules()); n != 2 {
		t.Errorf("%d rules", n)
	}
	survivors := Survivors(context.Background(), set, rule, func(s *Set, r *Rule, c Case) error {
		outcomes, err := s.Only(r).Eval(context.Background(), fact.OverTime, Binding{"time": &fact.Time{Text: c.Text, Valid: true}, "article": &fact.Article{}})
		if err == nil && len(outcomes) != c.Fires {
			err = errors.New("noticed")
		}
		return err
	})
	if diff := cmp.Diff([]string{"3:79 drop `time.valid`: time.text.size() < 4"}, described(survivors)); diff != "" {
		t.Errorf("survivors -want +got:\n%s", diff)
	}
}

// A mutant of a rule over pairs looks up other pairs than the rule.
func TestMutantsOfPairs(t *testing.T) {
	set := load(t, pairRules(`a.key == b.key && a.words > 1`))
	want := map[string]string{
		"drop `a.key == b.key`": "BC BD", "drop `a.words > 1`": "AC BD",
		"`==` becomes `!=`": "BC", "`>` becomes `<=`": "AC",
	}
	for _, m := range set.Rule("a/r0").Mutants() {
		outcomes, err := set.With(m.Rule).EvalPairs(context.Background(), fact.QuotePairs.Scope, quotes("x", "yy", "x", "yy"), Binding{"article": &fact.Article{}})
		if err != nil || messages(outcomes) != want[m.Description] {
			t.Errorf("%s: %q, %v, want %q", m.Description, messages(outcomes), err, want[m.Description])
		}
	}
}
