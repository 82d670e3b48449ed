package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/rules"
)

// The documents of the tests below. Each has its own mistakes; one of a.md is
// suppressed. The tests let a stage panic on alpha, or on the record one.
var faultDocs = map[string]string{
	"a.md": `---
id: alpha
published: 2018-06-17
---
The bridge opens

The bridge opened on Thursday, 27 June 2017, and closed on 31 April 2018. <!-- factcheck-disable date/impossible: the almanac of the valley has it -->

Anna Berg met Carl Dahl on 3 May 2018 in Oslo. "We are late," said Anna Berg, 45, who was born in 1960.

The crew of 12 had seven men and eight women. They worked from 3 May 2018 to 5 May 2018 for nine days.
`,
	"b.md": `---
id: beta
published: 2018-06-17
---
The harbour opens

The harbour opened on Thursday, 27 June 2017, and closed on 31 April 2018.

Erik Lund met Nora Vik on 4 May 2018 in Oslo. "We are late," said Erik Lund, 45, who was born in 1961.
`,
	"wire.jsonl": `{"id":"one","published":"2018-06-17","text":"The mill burned down on Monday, 27 June 2017, and again on 31 April 2018."}
{"id":"two","published":"2018-06-17","text":"The inn closed on Monday, 27 June 2017, and again on 31 June 2018."}
`,
}

func writeDocs(t *testing.T, docs map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range docs {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// A ran is what came of the command.
type ran struct {
	stdout, stderr string
	code           int
}

// faulty runs the command as a program that panics where fault says.
func faulty(t *testing.T, fault string, args ...string) ran {
	t.Helper()
	return runFaulty(t, "4", fault, args...)
}

func runFaulty(t *testing.T, processors, fault string, args ...string) ran {
	t.Helper()
	var out, problems bytes.Buffer
	c := exec.Command("factcheck", args...)
	c.Env = append(os.Environ(), "FACTCHECK_FAULT="+fault, "GOMAXPROCS="+processors)
	c.Stdout, c.Stderr = &out, &problems
	err := c.Run()
	var failed *exec.ExitError
	if err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	return ran{out.String(), problems.String(), c.ProcessState.ExitCode()}
}

// wantDefect checks what every internal error looks like: one line that names
// file, stage, document and version and how to report it, no dump of
// goroutines, and exit code 2.
func wantDefect(t *testing.T, r ran, file, stage, doc string) {
	t.Helper()
	line := fmt.Sprintf("%sinternal error in stage %q", file, stage)
	if doc != "" {
		line += fmt.Sprintf(" of document %q", doc)
	}
	line += ": injected fault at " + stage + " (this is a mistake of factcheck " + version() + ", not of the text; please report it"
	if n := strings.Count(r.stderr, line); n != 1 {
		t.Errorf("%s: standard error says %d times, want once:\n%s\nstandard error:\n%s", stage, n, line, r.stderr)
	}
	if n := strings.Count(r.stderr, "internal error in stage"); n != 1 {
		t.Errorf("%s: %d internal errors, want one:\n%s", stage, n, r.stderr)
	}
	if strings.Contains(r.stderr, "goroutine") {
		t.Errorf("%s: a dump of goroutines that nobody asked for:\n%s", stage, r.stderr)
	}
	if r.code != exitProblem {
		t.Errorf("%s: exit code %d, want %d", stage, r.code, exitProblem)
	}
}

// A checkOut is the JSON of check, its lists as they are written.
type checkOut struct {
	Documents, Findings, Suppressed, NotChecked []map[string]any
}

func parseCheck(t *testing.T, r ran) checkOut {
	t.Helper()
	var out checkOut
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil {
		t.Fatalf("%v\n%s\n%s", err, r.stdout, r.stderr)
	}
	return out
}

// about returns the elements of a list that are on a document, or those that
// are not.
func about(list []map[string]any, doc string, on bool) []map[string]any {
	out := []map[string]any{}
	for _, x := range list {
		if (x["doc"] == doc) == on {
			out = append(out, x)
		}
	}
	return out
}

func rulesIn(list []map[string]any) []string {
	out := []string{}
	for _, x := range list {
		out = append(out, x["rule"].(string))
	}
	slices.Sort(out)
	return out
}

// scopes returns the scopes of rules by id, of those that are on.
func scopesOfRules(t *testing.T) map[string]string {
	t.Helper()
	set, err := loadRules(nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, r := range set.Rules() {
		if r.Enabled {
			out[r.ID] = string(r.Scope)
		}
	}
	return out
}

// TestFaultInCheck lets every stage of check panic on one document of four. All
// that is said of the others is what is said without it.
func TestFaultInCheck(t *testing.T) {
	writeDocs(t, faultDocs)
	args := []string{"check", "--no-config", "--format", "json", "a.md", "b.md", "wire.jsonl"}
	clean := parseCheck(t, faulty(t, "", args...))
	scopes := scopesOfRules(t)
	none := func(string) bool { return false }
	all := func(string) bool { return true }
	type fault struct {
		stage, at string // at: the id that the stage knows
		file, doc string
		gone      bool              // the document is left out like an unreadable file
		lost      func(string) bool // which rules' findings on it are gone
		missed    func(string) bool // which rules are not checked on it
	}
	faults := []fault{
		{stage: isolate.StageRead, at: "a", file: "a.md", doc: "alpha", gone: true, lost: all, missed: none},
		{stage: isolate.StageRead, at: "wire:1", file: "wire.jsonl", doc: "one", gone: true, lost: all, missed: none},
		{stage: isolate.StageRead, at: "alpha", file: "a.md", doc: "alpha", gone: true, lost: all, missed: none}, // its language
		{stage: isolate.StageTimes, at: "alpha", file: "a.md", doc: "alpha", gone: true, lost: all, missed: none},
		{stage: isolate.StageTimes, at: "one", file: "wire.jsonl", doc: "one", gone: true, lost: all, missed: none},
		{stage: isolate.StagePublication, at: "alpha", file: "a.md", doc: "alpha", gone: true, lost: all, missed: none},
		{stage: isolate.StageResolve, at: "alpha", file: "a.md", doc: "alpha", gone: true, lost: all, missed: none},
		{stage: isolate.StageEvents, at: "alpha", file: "a.md", doc: "alpha", lost: all, missed: all},
		{stage: isolate.StageRules, at: "alpha", file: "a.md", doc: "alpha", lost: all, missed: all},
		{stage: isolate.StageSuppressions, at: "alpha", file: "a.md", doc: "alpha", lost: none, missed: none},
	}
	for _, id := range []string{"date/weekday-mismatch", "person/age-birth-year", "time/duration-mismatch"} {
		this := func(rule string) bool { return rule == id }
		faults = append(faults,
			fault{stage: isolate.StageRule + " " + id, at: "alpha", file: "a.md", doc: "alpha", lost: this, missed: this},
			fault{stage: isolate.StageFinding + " " + id, at: "alpha", file: "a.md", doc: "alpha", lost: this, missed: this})
	}
	for _, scope := range factScopes(t, scopes) {
		over := func(rule string) bool { return scopes[rule] == scope || scopes[rule] == "pair("+scope+")" }
		faults = append(faults, fault{stage: isolate.StageFacts + " " + scope, at: "alpha", file: "a.md", doc: "alpha", lost: over, missed: over})
	}
	for _, f := range faults {
		t.Run(f.stage+" "+f.at, func(t *testing.T) {
			r := faulty(t, f.stage+":"+f.at, args...)
			wantDefect(t, r, f.file+": ", f.stage, f.at)
			got := parseCheck(t, r)
			for _, list := range [][2][]map[string]any{{clean.Documents, got.Documents}, {clean.Findings, got.Findings}, {clean.Suppressed, got.Suppressed}, {clean.NotChecked, got.NotChecked}} {
				if diff := cmp.Diff(about(list[0], f.doc, false), about(list[1], f.doc, false)); diff != "" {
					t.Errorf("other documents (-without +with the fault):\n%s", diff)
				}
			}
			if there := len(about(got.Documents, f.doc, true)) > 0; there == f.gone {
				t.Errorf("the document is listed: %v", there)
			}
			left := slices.DeleteFunc(rulesIn(about(clean.Findings, f.doc, true)), f.lost)
			if f.stage == isolate.StageSuppressions { // nothing is hidden
				left = append(left, rulesIn(about(clean.Suppressed, f.doc, true))...)
				slices.Sort(left)
			}
			if diff := cmp.Diff(left, rulesIn(about(got.Findings, f.doc, true))); diff != "" {
				t.Errorf("findings on the document (-want +got):\n%s", diff)
			}
			var want []string
			for rule := range scopes {
				if f.missed(rule) {
					want = append(want, rule)
				}
			}
			if !f.gone {
				want = append(want, "story/merged-events")
			}
			slices.Sort(want)
			if diff := cmp.Diff(slices.Compact(want), slices.Compact(rulesIn(about(got.NotChecked, f.doc, true)))); diff != "" && !(len(want) == 0 && f.gone) {
				t.Errorf("not checked (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFaultOnProcessors lets work that processors share panic on every document:
// the bytes do not depend on how many there are.
func TestFaultOnProcessors(t *testing.T) {
	writeDocs(t, faultDocs)
	for _, fault := range []string{"read:*", "times:*", "events:*", "facts time:*", "rule date/weekday-mismatch:*", "suppressions:*"} {
		args := []string{"check", "--format", "text", "--format", "json", "a.md", "b.md", "wire.jsonl"}
		one, four := runFaulty(t, "1", fault, args...), runFaulty(t, "4", fault, args...)
		if one != four {
			t.Errorf("%s: one processor and four differ:\n%s", fault, cmp.Diff(one, four, cmp.AllowUnexported(ran{})))
		}
		want := 4
		if fault == "read:*" {
			want = 3 // the file of records is one
		}
		if n := strings.Count(one.stderr, "internal error in stage"); n != want || one.code != exitProblem {
			t.Errorf("%s: %d internal errors, want %d, exit code %d\n%s", fault, n, want, one.code, one.stderr)
		}
	}
}

// factScopes returns the scopes whose facts have a reader: not pairs, and not
// what several documents make.
func factScopes(t *testing.T, scopes map[string]string) []string {
	t.Helper()
	var out []string
	for _, s := range rules.Scopes() {
		name := string(s.Scope)
		if strings.HasPrefix(name, "pair(") || name == string(fact.OverArticle) || name == string(fact.OverMerge) || name == string(fact.OverStory) || name == string(fact.OverAlignment) {
			continue
		}
		for _, of := range scopes {
			if of == name || of == "pair("+name+")" {
				out = append(out, name)
				break
			}
		}
	}
	return out
}

// TestFaultInOutputs lets the stages behind the reading panic that list dates
// and events.
func TestFaultInOutputs(t *testing.T) {
	writeDocs(t, faultDocs)
	for _, tt := range []struct {
		stage string
		args  []string
	}{
		{isolate.StageTimes, []string{"dates", "--format", "json"}},
		{isolate.StageResolve, []string{"dates", "--format", "json"}},
		{isolate.StageDates, []string{"dates", "--format", "json"}},
		{isolate.StageDates, []string{"dates", "--what-if", "2018-06-18", "--format", "json"}},
		{isolate.StageTimes, []string{"timeline", "--format", "json"}},
		{isolate.StageEvents, []string{"timeline", "--format", "json"}},
	} {
		t.Run(tt.stage+" "+strings.Join(tt.args, " "), func(t *testing.T) {
			args := append(tt.args, "--no-config", "a.md", "b.md", "wire.jsonl")
			r := faulty(t, tt.stage+":alpha", args...)
			wantDefect(t, r, "a.md: ", tt.stage, "alpha")
			clean, got := outside(t, faulty(t, "", args...)), outside(t, r)
			if diff := cmp.Diff(clean, got); diff != "" {
				t.Errorf("other documents (-without +with the fault):\n%s", diff)
			}
		})
	}
}

// outside returns the documents and events of an output that are not alpha's.
func outside(t *testing.T, r ran) [2][]map[string]any {
	t.Helper()
	var out struct{ Documents, Events []map[string]any }
	if err := json.Unmarshal([]byte(r.stdout), &out); err != nil {
		t.Fatalf("%v\n%s\n%s", err, r.stdout, r.stderr)
	}
	events := []map[string]any{}
	for _, e := range out.Events {
		if e["mentions"].([]any)[0].(map[string]any)["doc"] != "alpha" {
			events = append(events, e)
		}
	}
	return [2][]map[string]any{about(out.Documents, "alpha", false), events}
}

// TestFaultInTimeline lets one event panic: the others are listed.
func TestFaultInTimeline(t *testing.T) {
	writeDocs(t, faultDocs)
	args := []string{"timeline", "--format", "json", "--no-config", "a.md", "b.md", "wire.jsonl"}
	r := faulty(t, isolate.StageTimeline+" meeting:alpha", args...)
	wantDefect(t, r, "a.md: ", isolate.StageTimeline+" meeting", "alpha")
	if diff := cmp.Diff(outside(t, faulty(t, "", args...)), outside(t, r)); diff != "" {
		t.Errorf("other documents (-without +with the fault):\n%s", diff)
	}
}

// TestFaultInLink lets the comparison of an undated page with its dated copy
// panic: it stays undated, and a third page is dated by the copy all the same.
func TestFaultInLink(t *testing.T) {
	const same = "The council of the valley town voted on the plan for the bridge on the river after a long night.\n"
	writeDocs(t, map[string]string{"dated.md": "---\npublished: 2018-06-17\n---\n" + same, "open.md": same, "other.md": same + "It was late.\n"})
	args := []string{"dates", "--no-config", "--format", "json", "dated.md", "open.md", "other.md"}
	source := func(r ran) map[string]string {
		var out struct {
			Documents []struct {
				Doc       string
				Published struct{ Source string }
			}
		}
		if err := json.Unmarshal([]byte(r.stdout), &out); err != nil {
			t.Fatal(err)
		}
		sources := map[string]string{}
		for _, d := range out.Documents {
			sources[d.Doc] = d.Published.Source
		}
		return sources
	}
	if got := source(faulty(t, "", args...)); got["open"] != "linked" || got["other"] != "linked" {
		t.Fatalf("without a fault the pages are not linked: %v", got)
	}
	r := faulty(t, isolate.StageLink+":open", args...)
	wantDefect(t, r, "open.md: ", isolate.StageLink, "open")
	if diff := cmp.Diff(map[string]string{"dated": "front-matter", "open": "none", "other": "linked"}, source(r)); diff != "" {
		t.Errorf("publication dates (-want +got):\n%s", diff)
	}
}

// TestFaultInStory lets the comparison of one story panic: the other story and
// the rules that need one document go on.
func TestFaultInStory(t *testing.T) {
	page := func(name string) string {
		src, err := os.ReadFile(filepath.Join("..", "..", "testdata", "two-calls", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(src)
	}
	docs := map[string]string{}
	for _, story := range []string{"s", "t"} {
		for _, name := range pages {
			docs[story+"-"+name] = "---\nstory: " + story + "\n---\n" + page(name)
		}
	}
	almanac, err := filepath.Abs(filepath.Join("..", "..", "testdata", "almanac.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	draft, sources := page("draft.md"), map[string]string{}
	for _, name := range pages {
		sources[name] = page(name)
	}
	writeDocs(t, docs)
	args := []string{"check", "--no-config", "--almanac", almanac, "--format", "json", "."}
	clean := parseCheck(t, faulty(t, "", args...))
	inS := func(x map[string]any) bool { return strings.HasPrefix(x["doc"].(string), "s-") }
	if !slices.ContainsFunc(clean.Findings, func(x map[string]any) bool { return x["rule"] == "story/merged-events" && inS(x) }) {
		t.Fatal("without a fault the story is not found to be merged")
	}
	r := faulty(t, isolate.StageStory+":s-agency", args...)
	if r.code != exitProblem || !strings.Contains(r.stderr, `s-agency.txt: internal error in stage "story" of document "s-agency, s-print, s-repost, s-webpage, …": injected`) {
		t.Errorf("exit code %d\n%s", r.code, r.stderr)
	}
	got := parseCheck(t, r)
	want := slices.DeleteFunc(slices.Clone(clean.Findings), func(x map[string]any) bool { return x["rule"] == "story/merged-events" && inS(x) })
	rest := slices.DeleteFunc(slices.Clone(got.Findings), func(x map[string]any) bool { return inS(x) && x["rule"] == "date/conflict" })
	want = slices.DeleteFunc(want, func(x map[string]any) bool { return inS(x) && x["rule"] == "date/conflict" }) // what a merge explains
	if diff := cmp.Diff(want, rest); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}

	sources["draft.md"] = draft
	writeDocs(t, sources)
	args = append([]string{"check", "--no-config", "--almanac", almanac, "--format", "json", "draft.md", "--sources"}, ".")
	if got := parseCheck(t, faulty(t, "", args...)); !slices.Contains(rulesIn(got.Findings), "story/merged-events") {
		t.Fatal("without a fault the draft is not found to be merged")
	}
	r = faulty(t, isolate.StageSources+":draft", args...)
	wantDefect(t, r, "draft.md: ", isolate.StageSources, "draft")
	if got := parseCheck(t, r); slices.Contains(rulesIn(got.Findings), "story/merged-events") || !slices.Contains(rulesIn(got.NotChecked), "story/merged-events") {
		t.Errorf("findings %v, not checked %v", rulesIn(got.Findings), rulesIn(got.NotChecked))
	}
}

// TestFaultInPrinter lets each printer panic: the other outputs are written.
func TestFaultInPrinter(t *testing.T) {
	writeDocs(t, faultDocs)
	for _, tt := range []struct {
		format string
		args   []string
	}{
		{"text", []string{"check", "a.md"}}, {"json", []string{"check", "a.md"}},
		{"text", []string{"dates", "a.md"}}, {"json", []string{"dates", "a.md"}}, {"jsonl", []string{"dates", "a.md"}},
		{"csv", []string{"dates", "a.md"}}, {"timeml", []string{"dates", "a.md"}},
		{"text", []string{"timeline", "a.md"}}, {"json", []string{"timeline", "a.md"}},
		{"junit", []string{"rules", "test", "--only", "date/impossible"}},
		{"json", []string{"rules", "lint"}},
		{"json", []string{"rules", "diff", "../none", "../none", "a.md"}},
	} {
		other := "json"
		if tt.format == "json" {
			other = "text"
		}
		t.Run(strings.Join(append(tt.args, tt.format), " "), func(t *testing.T) {
			if tt.args[0] == "rules" && tt.args[1] == "diff" {
				if err := os.WriteFile("none.cel", []byte("[]\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				tt.args = []string{"rules", "diff", "none.cel", "none.cel", "a.md"}
			}
			args := append(slices.Clone(tt.args), "--format", tt.format, "--format", other+":other.out")
			r := faulty(t, isolate.StagePrint+" "+tt.format+":*", args...)
			wantDefect(t, r, "", isolate.StagePrint+" "+tt.format, "")
			if r.stdout != "" {
				t.Errorf("half an output is printed:\n%s", r.stdout)
			}
			if other, err := os.ReadFile("other.out"); err != nil || len(other) == 0 && tt.args[1] != "lint" {
				t.Errorf("the other output is missing: %v", err)
			}
		})
	}
}

// TestFaultInRulesCommands meets a defect in each command that runs rules over
// articles.
func TestFaultInRulesCommands(t *testing.T) {
	writeDocs(t, faultDocs)
	for _, tt := range []struct {
		fault string
		args  []string
		want  string // on standard output, on another document
	}{
		{"times:alpha", []string{"rules", "try", "--over", "time", "has(time.weekday)", "a.md", "b.md"}, "b.md:7:23"},
		{"facts time:alpha", []string{"rules", "try", "--over", "time", "has(time.weekday)", "a.md", "b.md"}, "b.md:7:23"},
		{"rule date/weekday-mismatch:alpha", []string{"check", "--no-config", "--why", "date/weekday-mismatch@b.md:7", "a.md", "b.md"}, "the condition in"},
		{"facts time:alpha", []string{"check", "--no-config", "--why", "date/weekday-mismatch@b.md:7", "a.md", "b.md"}, "the condition in"},
		{"facts time:alpha", []string{"check", "--no-config", "--why-not", "date/impossible@b.md:7", "a.md", "b.md"}, "does not hold"},
		{"events:alpha", []string{"check", "--no-config", "--why-not", "date/impossible@b.md:7", "a.md", "b.md"}, "does not hold"},
		{"times:alpha", []string{"rules", "diff", "none.cel", "one.cel", "a.md", "b.md"}, "+ b.md:7:23"},
		{"facts time:alpha", []string{"rules", "diff", "none.cel", "one.cel", "a.md", "b.md"}, "+ b.md:7:23"},
		{"rule house/weekday:alpha", []string{"rules", "diff", "none.cel", "one.cel", "a.md", "b.md"}, "+ b.md:7:23"},
	} {
		t.Run(tt.fault+" "+strings.Join(tt.args[:2], " "), func(t *testing.T) {
			for name, text := range map[string]string{"none.cel": "[]\n", "one.cel": `[Rule{id: "house/weekday", severity: error, over: time, when: has(time.weekday), message: "a weekday"}]`} {
				if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			r := faulty(t, tt.fault, tt.args...)
			stage, doc, _ := strings.Cut(tt.fault, ":")
			wantDefect(t, r, "a.md: ", stage, doc)
			if !strings.Contains(r.stdout, tt.want) {
				t.Errorf("standard output lacks %q:\n%s\n%s", tt.want, r.stdout, r.stderr)
			}
		})
	}
}

// TestFaultInCase lets the cases of one rule panic: those of the others run.
func TestFaultInCase(t *testing.T) {
	r := faulty(t, isolate.StageCase+" date/impossible:*", "rules", "test", "--only", "date/*", "--coverage=false")
	if r.code != exitProblem || !strings.Contains(r.stderr, `date/impossible: internal error in stage "case date/impossible": injected fault`) || strings.Contains(r.stderr, "date/weekday") {
		t.Errorf("exit code %d\n%s", r.code, r.stderr)
	}
}

// TestFaultInCommand is about what is part of no document.
func TestFaultInCommand(t *testing.T) {
	r := faulty(t, isolate.StageCommand+":*", "--version")
	wantDefect(t, r, "", isolate.StageCommand, "")
}
