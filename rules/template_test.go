package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

// withTemplates returns a file with a rule on its first line and definitions on
// those below.
func withTemplates(over, when string, defines ...string) string {
	return fmt.Sprintf(`[Rule{ id: "a/b", severity: note, over: %s, when: %s, message: "x" },`, over, when) + "\n" +
		strings.Join(defines, ",\n") + "]"
}

func TestLoadTemplates(t *testing.T) {
	const own = `Define{ name: "own", with: ["x"], as: x.zone != "correction" }`
	tests := []struct {
		name, source string
		want         []string
	}{
		{"of any scope", withTemplates("time", `own(time)`, own), nil},
		{"over pairs", withTemplates("pair(number)", `own(a) && own(b) && a.noun == b.noun`, own), nil},
		{"of one scope", withTemplates("time", `longer(time.text, 3)`,
			`Define{ name: "longer", over: time, with: ["word", "n"], as: word.size() > n && time.valid }`), nil},
		{"in a loop", withTemplates("sentence", `sentence.times.exists(t, own(t))`, own), nil},
		{"a loop in it", withTemplates("sentence", `told(sentence.times)`,
			`Define{ name: "told", with: ["list"], as: list.exists(t, t.valid) }`), nil},
		{"in a message", strings.Replace(withTemplates("time", `true`, `Define{ name: "loud", with: ["x"], as: x + "!" }`),
			`"x" }`, `loud(time.text) }`, 1), nil},
		{"in a let", strings.Replace(withTemplates("time", `fine`, own), `severity`, `let: {"fine": own(time)}, severity`, 1), nil},
		{"in another", withTemplates("time", `both(time, time)`, `Define{ name: "both", with: ["x", "y"], as: own(x) && own(y) }`, own), nil},
		{"in a definition, and one in it", withTemplates("time", `fine`, `Define{ name: "fine", over: time, as: good(time) }`,
			`Define{ name: "good", over: time, with: ["x"], as: own(x) && early }`, own,
			`Define{ name: "early", over: time, as: time.weekday < 3 }`), nil},
		{"no argument but a name", withTemplates("time", `own`, own),
			[]string{`1:53: "own" has parameters (write own(x))`}},
		{"too many arguments", withTemplates("time", `own(time, 3)`, own),
			[]string{`1:53: own(x) takes 1 argument, not 2`}},
		{"no arguments", withTemplates("time", `own()`, own),
			[]string{`1:53: own(x) takes 1 argument, not 0`}},
		{"too few arguments", withTemplates("time", `pair_of(time)`, `Define{ name: "pair_of", with: ["x", "y"], as: x == y }`),
			[]string{`1:53: pair_of(x, y) takes 2 arguments, not 1`}},
		{"misspelt", withTemplates("time", `stedy(time) && steady(time)`, `Define{ name: "steady", with: ["x"], as: x.valid }`),
			[]string{`1:53: unknown function "stedy" (did you mean "steady"?)`}},
		{"of another scope", withTemplates("time", `belated(time)`, `Define{ name: "belated", over: event, with: ["x"], as: x.valid }`),
			[]string{`1:53: unknown function "belated"`, `2:15: "belated" is defined but not used (nothing calls belated(x))`}},
		{"unused", withTemplates("time", `true`, own),
			[]string{`2:15: "own" is defined but not used (nothing calls own(x))`}},
		{"by itself", withTemplates("time", `own(time)`, `Define{ name: "own", with: ["x"], as: x.valid || own(x) }`),
			[]string{`2:50: "own" is defined by itself`}},
		{"in a circle", withTemplates("time", `one(time)`, `Define{ name: "one", with: ["x"], as: two(x) }`,
			`Define{ name: "two", with: ["x"], as: !one(x) }`),
			[]string{`3:40: "one" is defined by itself`}},
		{"through a definition", withTemplates("time", `one(time)`, `Define{ name: "one", over: time, with: ["x"], as: x.valid || two }`,
			`Define{ name: "two", over: time, as: !one(time) }`),
			[]string{`3:39: "one" is defined by itself`}},
		{"taken by a function", withTemplates("time", `true`, `Define{ name: "size", with: ["x"], as: x }`),
			[]string{`2:15: the name "size" is taken (it is a function)`}},
		{"taken by a definition", withTemplates("time", `own(time) && own`, own, `Define{ name: "own", over: time, as: time.valid }`),
			[]string{`2:15: the name "own" is taken (by another Define over time)`}},
		{"twice", withTemplates("time", `own(time)`, own, own),
			[]string{`3:15: the name "own" is taken (by another Define)`}},
		{"parameter twice", withTemplates("time", `true`, `Define{ name: "own", with: ["x", "x"], as: x }`),
			[]string{`2:34: the name "x" is taken (by another parameter)`}},
		{"parameter of the scope", withTemplates("time", `true`, `Define{ name: "own", over: time, with: ["time"], as: time }`),
			[]string{`2:41: the name "time" is taken (it is a variable of the scope)`}},
		{"parameter unused", withTemplates("time", `own(time, 1)`, `Define{ name: "own", with: ["x", "y"], as: x.valid }`),
			[]string{`2:34: "y" is a parameter but not used`}},
		{"no parameter", withTemplates("time", `true`, `Define{ name: "own", with: [], as: true }`),
			[]string{`2:28: with gives no parameter (leave it out, or write with: ["x"])`}},
		{"parameter that is no text", withTemplates("time", `true`, `Define{ name: "own", with: [x], as: x }`),
			[]string{`2:29: with must be a list of texts (write "x", in quotation marks)`}},
		{"unknown name in it", withTemplates("time", `own(time)`, `Define{ name: "own", with: ["x"], as: x.valid && time.valid }`),
			[]string{`2:50: unknown name "time" (it is no parameter; a definition with over: time knows it)`}},
		{"mistake in what is unused", withTemplates("time", `true`, `Define{ name: "own", over: time, with: ["x"], as: x && time.vlaid }`),
			[]string{`2:15: "own" is defined but not used (nothing calls own(x))`, `2:61: Time has no field "vlaid" (did you mean "valid"?)`}},
		{"mistake of the argument", withTemplates("time", `own(article)`, own),
			[]string{`2:41: Article has no field "zone" (as called at 1:53)`}},
		{"loop around it", withTemplates("time", `article.times.exists(time, fine(3))`,
			`Define{ name: "fine", over: time, with: ["x"], as: time.weekday == x }`),
			[]string{`1:80: a loop around fine(x) gives the name "time", of which it reads another (give the loop variable another name)`}},
		{"loop in it", withTemplates("sentence", `sentence.times.exists(t, among(sentence.times, t))`,
			`Define{ name: "among", with: ["list", "x"], as: list.exists(t, t.text == x.text) }`),
			[]string{`1:82: a loop in among(list, x) gives the name "t", of which the argument reads another (give the loop variable another name)`}},
		{"loop of a parameter", withTemplates("sentence", `among(sentence.times)`,
			`Define{ name: "among", with: ["x"], as: x.exists(x, x.valid) }`),
			[]string{`2:31: the name "x" is taken (by a loop in the definition)`}},
		{"broken", withTemplates("time", `own(time)`, `Define{ name: "own", with: ["x"], as: x. }`),
			[]string{`2:42: unexpected "}" after "."`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(Source{"r.cel", tt.source})
			var want []string
			for _, w := range tt.want {
				want = append(want, "r.cel:"+w)
			}
			if diff := cmp.Diff(want, problems(t, err)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Each doubles the one before: what they make is bounded, and said where.
func TestLoadTemplatesThatDouble(t *testing.T) {
	defines := []string{`Define{ name: "d0", with: ["x"], as: x || !x }`}
	for i := 1; i <= 40; i++ {
		defines = append(defines, fmt.Sprintf(`Define{ name: "d%d", with: ["x"], as: d%d(x) && d%d(x) }`, i, i-1, i-1))
	}
	_, err := Load(Source{"r.cel", withTemplates("time", "d40(time.valid)", defines...)})
	if err == nil || !strings.Contains(err.Error(), `(x) makes more than 10000 parts of this (name the arguments with let, or take the definition apart)`) {
		t.Errorf("got %v", err)
	}
	if n := len(problems(t, err)); n > 2 {
		t.Errorf("%d problems, want one a call", n)
	}
}

// Each call is within its bound, all of them are not within that of a file.
func TestLoadTemplatesOfAFile(t *testing.T) {
	defines := []string{`Define{ name: "d0", with: ["x"], as: x || !x }`}
	for i := 1; i <= 10; i++ {
		defines = append(defines, fmt.Sprintf(`Define{ name: "d%d", with: ["x"], as: d%d(x) && d%d(x) }`, i, i-1, i-1))
	}
	calls := strings.Repeat("d10(time.valid) && ", 80) + "time.valid"
	_, err := Load(Source{"r.cel", withTemplates("time", calls, defines...)})
	if err == nil || !strings.Contains(err.Error(), "definitions with parameters make more than 250000 parts of this file (split it)") {
		t.Errorf("got %v", err)
	}
}

func TestLoadTemplateChain(t *testing.T) {
	defines := []string{`Define{ name: "d0", with: ["x"], as: !x }`}
	for i := 1; i <= 60; i++ {
		defines = append([]string{fmt.Sprintf(`Define{ name: "d%d", with: ["x"], as: d%d(x) }`, i, i-1)}, defines...)
	}
	_, err := Load(Source{"r.cel", withTemplates("time", "d60(time.valid)", defines...)})
	if err == nil || !strings.Contains(err.Error(), "leads through more than 50 definitions") {
		t.Errorf("got %v", err)
	}
}

func TestTemplateConjuncts(t *testing.T) {
	set := load(t, withTemplates("pair(number)", `both(a) && (both(b) || a.noun == "x") && a.noun == b.noun`,
		`Define{ name: "both", with: ["x"], as: x.kind == "count" && steady(x.value + 1.0, "x") }`,
		`Define{ name: "steady", with: ["v", "w"], as: v * 2.0 > 3.0 && w != "" }`))
	want := []string{`2:40 a.kind == "count"`, `3:47 (a.value + 1.0) * 2.0 > 3.0`, `3:64 "x" != ""`,
		`1:73 both(b) || a.noun == "x"`, `1:102 a.noun == b.noun`}
	if diff := cmp.Diff(want, conjunctsAt(set.Rule("a/b"))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	named := []Named{{"both(x)", `x.kind == "count" && steady(x.value + 1.0, "x")`}, {"steady(v, w)", `v * 2.0 > 3.0 && w != ""`}}
	if diff := cmp.Diff(named, set.Rule("a/b").Named()); diff != "" {
		t.Errorf("named: -want +got:\n%s", diff)
	}
}

// What is found by its value is found so through a template too: without that,
// these numbers would be more pairs than a rule may look at.
func TestTemplatePairsByValue(t *testing.T) {
	set := load(t, withTemplates("pair(number)", `same(a, b) && a.value != b.value`,
		`Define{ name: "same", with: ["x", "y"], as: x.noun == y.noun }`))
	if plan := set.Rule("a/b").when.pairs; len(plan.keyed) != 1 {
		t.Errorf("%d parts are found by value, want 1", len(plan.keyed))
	}
}

func TestTemplateEval(t *testing.T) {
	set := load(t, `[
	  Define{ name: "near_to", with: ["x", "y"], as: abs(x - y) <= 1 },
	  Define{ name: "some", with: ["list", "n"], as: list.exists(f, near_to(f.message.size(), n)) },
	  Rule{ id: "a/b", severity: note, over: time, when: some(time.fixes, time.weekday + 1) && !near_to(1, 3), message: "x" },
	  Rule{ id: "a/c", severity: note, over: time, when: some(time.fixes, time.weekday + 3), message: "x" }]`)
	thursday := &fact.Time{Text: "Thursday", Valid: true, Weekday: number(4), Fixes: []fact.Fix{{Message: "1234"}}}
	for id, want := range map[string]bool{"a/b": true, "a/c": false} {
		got, err := set.Explain(t.Context(), set.Rule(id), Binding{"time": thursday, "article": &fact.Article{}})
		if err != nil || got.Holds != want {
			t.Errorf("%s holds: %v, want %v (%v)", id, got.Holds, want, err)
		}
	}
}

func TestTemplateExplain(t *testing.T) {
	set := load(t, withTemplates("time", `good(time) || time.explicit`,
		`Define{ name: "good", with: ["x"], as: x.valid && x.zone != "correction" }`))
	got, err := set.Explain(t.Context(), set.Rule("a/b"), Binding{"time": &fact.Time{Valid: true, Zone: "correction"}, "article": &fact.Article{}})
	if err != nil {
		t.Fatal(err)
	}
	want := `1:53 good(time) || time.explicit: false
  2:40 time.valid && time.zone != "correction": false
    2:40 time.valid: true
    2:51 time.zone != "correction": false
      2:51 time.zone: "correction"
  1:67 time.explicit: false
`
	if diff := cmp.Diff(want, outline(got.Conjuncts, "")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTemplateMutants(t *testing.T) {
	set := load(t, withTemplates("time", `late(time.weekday)`,
		`Define{ name: "late", with: ["day"], as: day > 3 && day != 6 }`))
	var got []string
	for _, m := range set.Rule("a/b").Mutants() {
		got = append(got, fmt.Sprintf("%d:%d %s", m.Pos.Line, m.Pos.Column, m.Description))
	}
	want := []string{"2:42 drop `time.weekday > 3`", "2:53 drop `time.weekday != 6`",
		"2:46 `>` becomes `<=`", "2:57 `!=` becomes `==`"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
