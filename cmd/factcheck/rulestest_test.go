package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
	"factcheck/rules"
)

// mayRule is a rule over days in May with a firing case, and a quiet one if
// %MONTH% is another month.
const mayRule = `[
  Rule{
    id: "house/may", severity: note, over: time,
    when: time.valid && has(time.date) && time.date.month == 5, message: "a day in May",
    tests: [
      Case{ name: "in May", fires: 1, text: "The lease began on [[3 May 1978]]." },
      Case{ name: "not in May", fires: 0, text: "The lease began on 3 %MONTH% 1978." },
    ],
  },
]
`

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A fakeCounter says that every rule has one conjunct, which was true once and
// false as often as falsity says.
type fakeCounter struct {
	falsity int
	mu      sync.Mutex
	asked   []string // the rules of the sets it was given
}

func (f *fakeCounter) Counted(set *rules.Set) *rules.Set {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range set.Rules() {
		f.asked = append(f.asked, r.ID)
	}
	return set
}

func (f *fakeCounter) Conjuncts(r *rules.Rule) []report.Conjunct {
	return []report.Conjunct{{Text: "time.valid", Line: r.Pos.Line, Column: r.Pos.Column, True: 1, False: f.falsity}}
}

func TestRulesTestCoverage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "may.cel")
	writeFile(t, file, strings.ReplaceAll(mayRule, "%MONTH%", "June"))
	survivor := func(context.Context, *rules.Set, *rules.Rule, func(*rules.Set, *rules.Rule, rules.Case) error) []report.Mutant {
		return []report.Mutant{{Description: "without time.valid", Line: 4, Column: 11}}
	}
	none := func(context.Context, *rules.Set, *rules.Rule, func(*rules.Set, *rules.Rule, rules.Case) error) []report.Mutant {
		return nil
	}
	tests := []struct {
		name                     string
		falsity                  int
		coverage, mutate, strict bool
		survivors                mutator
		code                     int
		want                     []string
		not                      string
	}{
		{"covered", 1, true, false, true, nil, exitClean, []string{"conjuncts: 1 of 1 seen true and false\n"}, "never"},
		{"a gap", 0, true, false, false, nil, exitClean, []string{"house/may: conjunct 1 `time.valid` was never false\n", "conjuncts: 0 of 1 seen"}, "mutation"},
		{"a gap, strict", 0, true, false, true, nil, exitFindings, []string{"never false"}, "mutation"},
		{"not asked", 0, false, false, true, nil, exitClean, []string{"2 passed"}, "conjuncts"},
		{"killed", 1, true, true, true, none, exitClean, []string{"mutation: 0 changes that no case notices\n"}, "house/may:"},
		{"a survivor", 1, true, true, false, survivor, exitClean, []string{file + ":4:11: house/may: no case notices this change: without time.valid\n", "mutation: 1 change that no case notices\n"}, "never"},
		{"a survivor, strict", 1, true, true, true, survivor, exitFindings, []string{"mutation: 1 change"}, "never"},
		{"no mutator", 1, true, true, false, nil, exitProblem, []string{"2 passed"}, "mutation"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			counter := &fakeCounter{falsity: tt.falsity}
			test := &rulesTest{
				s: &streams{out: &out, err: &errs}, paths: []string{file}, only: []string{"house/*"}, formats: []string{"text"},
				coverage: tt.coverage, mutate: tt.mutate, strict: tt.strict,
				newCounter: func() conjunctCounter { return counter }, survivors: tt.survivors,
			}
			if code := codeOf(test.run()); code != tt.code {
				t.Errorf("exit %d, want %d\n%s%s", code, tt.code, out.String(), errs.String())
			}
			for _, want := range tt.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %q in\n%s", want, out.String())
				}
			}
			if strings.Contains(out.String(), tt.not) {
				t.Errorf("%q in\n%s", tt.not, out.String())
			}
			var asked []string
			if tt.coverage {
				asked = []string{"house/may", "house/may"} // each case alone
			}
			if diff := cmp.Diff(asked, counter.asked); diff != "" {
				t.Errorf("counted sets (-want +got):\n%s", diff)
			}
		})
	}
}

func codeOf(err error) int {
	if e, ok := err.(exit); ok {
		return e.code
	}
	return exitClean
}

// A rule whose cases fail has nothing to tell a change by; a known gap tells
// nothing either.
func TestRulesTestMutatesWhatPasses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "may.cel")
	text := strings.ReplaceAll(mayRule, "%MONTH%", "June")
	text = strings.ReplaceAll(text, "    ],\n", "      Case{ name: \"feast\", fires: 1, todo: \"no feasts\", text: \"The lease began at Beltane.\" },\n    ],\n")
	broken := strings.ReplaceAll(text, "house/may", "house/broken")
	broken = strings.ReplaceAll(broken, "3 June 1978", "3 May 1978")
	writeFile(t, file, text)
	second := filepath.Join(filepath.Dir(file), "second.cel")
	writeFile(t, second, broken)
	var out, errs bytes.Buffer
	var mu sync.Mutex
	var mutated []string
	test := &rulesTest{
		s: &streams{out: &out, err: &errs}, paths: []string{file, second}, only: []string{"house/*"}, formats: []string{"text"}, mutate: true,
		survivors: func(_ context.Context, set *rules.Set, r *rules.Rule, run func(*rules.Set, *rules.Rule, rules.Case) error) []report.Mutant {
			mu.Lock()
			defer mu.Unlock()
			mutated = append(mutated, r.ID)
			for _, c := range r.Cases() {
				if err := run(set, r, c); err != nil {
					t.Errorf("case %q: %v", c.Name, err)
				}
			}
			return nil
		},
	}
	if code := codeOf(test.run()); code != exitFindings {
		t.Errorf("exit %d\n%s%s", code, out.String(), errs.String())
	}
	if diff := cmp.Diff([]string{"house/may"}, mutated); diff != "" {
		t.Errorf("mutated (-want +got):\n%s", diff)
	}
}

// A script of changes to files: what is printed after each, and nothing where
// nothing changed.
func TestRulesTestWatch(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "may.cel")
	long := filepath.Join(dir, "long.md")
	rule := func(month, more string) string {
		return strings.ReplaceAll(strings.ReplaceAll(mayRule, "%MONTH%", month), "    ],\n", more+"    ],\n")
	}
	inFile := "      Case{ name: \"long\", fires: 1, file: \"long.md\" },\n"
	failed := file + ":7:7: house/may (not in May): failed, found 1, want 0\n" +
		"  UNEXPECTED: found at text:1:20 “3 May 1978”: a day in May\n" +
		"        1 | The lease began on 3 May 1978.\n" +
		"        + |                    ^^^^^^^^^^ found\n"
	lineDown := "// The leases of the mill.\n"
	steps := []struct {
		change   func()
		out, err string
	}{
		{func() { writeFile(t, file, rule("June", "")) }, "2 cases of 1 rule: 2 passed, 0 failed\n", ""},
		{func() {}, "", ""},
		{func() { writeFile(t, file, rule("May", "")) }, failed + "2 cases of 1 rule: 1 passed, 1 failed\n", ""},
		{func() { writeFile(t, file, lineDown+rule("May", "")) }, "2 cases of 1 rule: 1 passed, 1 failed\n", ""},
		{func() { writeFile(t, file, rule("June", inFile)) },
			file + ":7:7: house/may (not in May): passes now\n3 cases of 1 rule: 2 passed, 0 failed, 1 not run\n",
			file + ":8:7: house/may: " + long + ": no such file; file: is relative to the rule file\n"},
		{func() { writeFile(t, long, "It began on [[3 May 1978]].\n") },
			file + ":8:7: house/may (long): passes now\n3 cases of 1 rule: 3 passed, 0 failed\n", ""},
		{func() { writeFile(t, filepath.Join(dir, "other.md"), "x") }, "", ""},
		{func() { writeFile(t, file, "[") }, "0 cases of 0 rules: 0 passed, 0 failed\n",
			file + ":1:2: the list of rules is not closed"},
		{func() { writeFile(t, file, rule("May", "")) }, failed + "2 cases of 1 rule: 1 passed, 1 failed\n", ""},
	}
	var out, errs bytes.Buffer
	test := &rulesTest{s: &streams{out: &out, err: &errs}, paths: []string{dir}, only: []string{"house/*"}, newCounter: newConjunctCounter}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	ticks := make(chan time.Time)
	var mu sync.Mutex // held while a file changes, so that none is seen half written
	stats := 0
	stat := func(name string) (fs.FileInfo, error) {
		mu.Lock()
		defer mu.Unlock()
		stats++
		return os.Stat(name)
	}
	done := make(chan error)
	steps[0].change()
	go func() { done <- test.watch(ctx, []output{{format: "text"}}, 0, ticks, stat) }()
	tick := func() { ticks <- time.Time{} }
	tick() // taken after the first run
	for i, step := range steps {
		if i > 0 {
			mu.Lock()
			step.change()
			mu.Unlock()
			tick()
			tick() // taken after the run that the first caused
		}
		if got := out.String(); got != step.out {
			t.Errorf("step %d: stdout (-want +got):\n%s", i, cmp.Diff(step.out, got))
		}
		if !strings.HasPrefix(errs.String(), step.err) || step.err == "" && errs.Len() > 0 {
			t.Errorf("step %d: stderr %q, want %q", i, errs.String(), step.err)
		}
		out.Reset()
		errs.Reset()
	}
	stop()
	if code := codeOf(<-done); code != exitFindings {
		t.Errorf("exit %d after a failing run, want %d", code, exitFindings)
	}
	if stats == 0 {
		t.Error("the files were never looked at")
	}
}

func TestRulesTestSchema(t *testing.T) {
	schema := compileSchema(t, "rulestest")
	dir := t.TempDir()
	file := filepath.Join(dir, "house.cel")
	writeFile(t, file, `[
  Rule{
    id: "house/old", severity: note, over: time,
    when: time.valid && time.date.year < 1887, message: "old",
    tests: [
      Case{ name: "fine", fires: 1, text: "It opened on [[3 May 1878]]." },
      Case{ fires: 1, text: "[[It]] opened on 3 May 1878." },
      Case{ fires: 0, text: "It opened on 3 May 1878." },
      Case{ fires: 2, text: "It opened on 3 May 1878." },
      Case{ fires: 1, text: "((It)) opened on [[3 May 1878]]." },
      Case{ fires: 0, text: "It opened in 1999." },
      Case{ fires: 0, text: "It opened on 31 June 1978." },
      Case{ fires: 1, todo: "later", text: "It opened at Beltane." },
      Case{ fires: 1, todo: "later", text: "It opened on [[3 May 1878]]." },
      Case{ fires: 1, file: "none.md" },
    ],
  },
  Rule{ id: "house/bare", severity: note, over: time, when: !time.valid, message: "m" },
]`)
	src := printed(t, exitProblem, "rules", "test", "--format", "json", file)
	if err := schema.Validate(decode(t, src)); err != nil {
		t.Errorf("%#v", err)
	}
	var got report.RulesTest
	if err := json.Unmarshal(src, &got); err != nil {
		t.Fatal(err)
	}
	var statuses, kinds []string
	for _, r := range got.Rules[len(got.Rules)-2:] {
		for _, c := range r.Cases {
			statuses = append(statuses, c.Status)
			for _, f := range c.Failures {
				kinds = append(kinds, f.Kind)
			}
		}
	}
	if diff := cmp.Diff([]string{"passed", "failed", "failed", "failed", "failed", "failed", "failed", "known-gap", "gap-closed", "problem"}, statuses); diff != "" {
		t.Errorf("statuses (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"misplaced", "unexpected", "missed", "missed-related", "rule-failed"}, slices.Compact(kinds[:5])); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
	if err := schema.Validate(decode(t, printed(t, exitClean, "rules", "test", "--format", "json"))); err != nil {
		t.Errorf("what ships: %#v", err)
	}
	changes := []struct {
		what string
		path []any
		key  string
		to   any
	}{
		{"another version", nil, "schema", json.Number("2")},
		{"an unknown key", nil, "errors", []any{}},
		{"a status", []any{"rules", 0, "cases", 0}, "status", "ok"},
		{"a known gap without its todo", []any{"rules", 0, "cases", 0}, "status", "known-gap"},
		{"a problem without its reason", []any{"rules", 0, "cases", 0}, "status", "problem"},
		{"line 0 of a case", []any{"rules", 0, "cases", 0}, "line", json.Number("0")},
		{"a count below zero", []any{"summary"}, "failed", json.Number("-1")},
		{"a null list", []any{"rules", 0}, "survivors", nil},
		{"what is missing", []any{"rules", 0}, "missing", []any{"loud"}},
	}
	for _, c := range changes {
		doc := decode(t, src)
		at(t, doc, c.path...).(map[string]any)[c.key] = c.to
		if schema.Validate(doc) == nil {
			t.Errorf("%s is valid", c.what)
		}
	}
}

// Cases run in parallel, and the same rules print the same bytes.
func TestRulesTestStable(t *testing.T) {
	want := printed(t, exitClean, "rules", "test", "--format", "json")
	for range 3 {
		if diff := cmp.Diff(string(want), string(printed(t, exitClean, "rules", "test", "--format", "json"))); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
	}
}
