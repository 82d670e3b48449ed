package checker_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/checker"
	"factcheck/internal/report"
	"factcheck/rules"
)

// What is wrong with a case is told apart, and every mark wants a finding of
// its own.
func TestRunCases(t *testing.T) {
	const day = `[Rule{id: "a/day", severity: note, over: time, when: time.valid && has(time.date), message: "a day", tests: [%]}]`
	tests := []struct {
		name, file string
		status     string
		kinds      []string
	}{
		{"passes", `Case{fires: 2, text: "[[3 May 1978]] and [[4 June 1979]]"}`, "passed", nil},
		{"one without a mark", `Case{fires: 2, text: "3 May 1978 and [[4 June 1979]]"}`, "passed", nil},
		{"the first of two", `Case{fires: 2, text: "[[3 May]] 19[[78]] and 4 June 1979"}`, "failed", []string{report.Misplaced}},
		{"two marks, one finding", `Case{fires: 2, text: "[[3 May]] [[1978]] and May"}`, "failed", []string{report.Missed}},
		{"a mark beside", `Case{fires: 2, text: "[[It rained]] on 3 May 1978"}`, "failed", []string{report.Missed}},
		{"none", `Case{fires: 2, text: "It rained"}`, "failed", []string{report.Missed, report.Missed}},
		{"story", `Case{fires: 2, story: ["It rained on [[3 May 1978]].", "It rained on [[4 May 1978]]."]}`, "passed", nil},
		{"the other story", `Case{fires: 1, story: ["[[It]] rained.", "It rained on 4 May 1978."]}`, "failed", []string{report.Misplaced}},
		{"a source has no findings", `Case{fires: 1, text: "It rained on [[3 May 1978]].", sources: ["It rained on 4 May 1978."]}`, "passed", nil},
		{"a bad day", `Case{fires: 1, text: "It rained.", published: "2018-02-31"}`, "", nil},
		{"too many marks", `Case{fires: 1, text: "[[3 May 1978]] and [[4 June 1979]]"}`, "problem", nil},
		{"one id twice", `Case{fires: 0, story: ["---\nid: x\n---\nIt rained.", "---\nid: x\n---\nIt rained."]}`, "problem", nil},
		{"an empty text", `Case{fires: 0, text: "---\nid: x\n---\n"}`, "problem", nil},
		{"a gap", `Case{fires: 1, todo: "later", text: "It rained"}`, "known-gap", nil},
		{"no gap", `Case{fires: 0, todo: "later", text: "It rained"}`, "gap-closed", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := day[:len(day)-4] + tt.file + day[len(day)-3:]
			set, err := rules.Load(rules.Source{Name: "a.cel", Text: src})
			if tt.status == "" {
				if err == nil {
					t.Error("loads")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			c := checker.RunCases(context.Background(), set, set.Rules(), nil)[0].Cases[0]
			var kinds []string
			for _, f := range c.Failures {
				if tt.status == "failed" {
					kinds = append(kinds, f.Kind)
				}
			}
			if c.Status != tt.status {
				t.Errorf("status %s, want %s: %+v", c.Status, tt.status, c)
			}
			if diff := cmp.Diff(tt.kinds, kinds); diff != "" {
				t.Errorf("kinds (-want +got):\n%s\n%+v", diff, c.Failures)
			}
		})
	}
}

// Results come in the order of the rules, and every case runs once with its
// rule alone.
func TestRunCasesAlone(t *testing.T) {
	set := shipped(t)
	alone := 0
	sets := make(chan *rules.Set, 1000)
	got := checker.RunCases(context.Background(), set, set.Rules(), func(one *rules.Set) *rules.Set {
		sets <- one
		return one
	})
	close(sets)
	for one := range sets {
		alone++
		if n := len(one.Rules()); n != 1 {
			t.Errorf("a set of %d rules runs alone", n)
		}
	}
	cases := 0
	for i, r := range set.Rules() {
		cases += len(r.Cases())
		if got[i].Rule != r.ID || len(got[i].Cases) != len(r.Cases()) {
			t.Errorf("result %d is %s with %d cases, want %s with %d", i, got[i].Rule, len(got[i].Cases), r.ID, len(r.Cases()))
		}
	}
	if alone != cases {
		t.Errorf("%d sets for %d cases", alone, cases)
	}
}
