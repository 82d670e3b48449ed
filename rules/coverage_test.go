package rules

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

// counted writes what a report says of each conjunct.
func counted(list []ConjunctCoverage) []string {
	var out []string
	for _, c := range list {
		out = append(out, fmt.Sprintf("%d:%d %s: %d true, %d false, %d errors", c.Pos.Line, c.Pos.Column, c.Text, c.True, c.False, c.Errors))
		for _, line := range counted(c.Alternatives) {
			out = append(out, "  "+line)
		}
	}
	return out
}

func TestCoverage(t *testing.T) {
	set := load(t, `[
	  Define{ name: "dated", over: time, as: has(time.date) && time.date.year > 2000 },
	  Rule{ id: "a/b", severity: note, over: time, message: "m",
	    when: dated && (!has(time.weekday) || time.weekday == 4 || time.valid) && time.explicit },
	  Rule{ id: "a/off", severity: note, over: time, enabled: false, when: true, message: "m" } ]`)
	var c Coverage
	set = set.WithCoverage(&c)
	times := []*fact.Time{
		{},                           // no date; no weekday; not explicit
		{Date: day(t, "2017-06-27")}, // a late date
		{Date: day(t, "1999-06-27"), Weekday: number(4), Explicit: true},
		{Date: day(t, "2017-06-27"), Weekday: number(1), Explicit: true},
		{Date: day(t, "2017-06-27"), Weekday: number(1), Valid: true, Explicit: true}, // holds
	}
	var wg sync.WaitGroup
	for _, tm := range times {
		wg.Go(func() {
			if _, err := set.Eval(context.Background(), fact.OverTime, Binding{"time": tm, "article": &fact.Article{}}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	report := c.Report()
	if len(report) != 2 || report[0].Rule.ID != "a/b" || report[1].Rule.ID != "a/off" {
		t.Fatalf("report of %d rules", len(report))
	}
	want := []string{
		`2:43 has(time.date): 4 true, 1 false, 0 errors`,
		`2:61 time.date.year > 2000: 3 true, 1 false, 1 errors`,
		`4:22 !has(time.weekday) || time.weekday == 4 || time.valid: 4 true, 1 false, 0 errors`,
		`  4:22 !has(time.weekday): 2 true, 1 false, 0 errors`,
		`  4:44 time.weekday == 4: 1 true, 1 false, 0 errors`,
		`  4:65 time.valid: 1 true, 1 false, 0 errors`,
		`4:80 time.explicit: 3 true, 2 false, 0 errors`,
	}
	if diff := cmp.Diff(want, counted(report[0].Conjuncts)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if b, h := report[0].Bindings, report[0].Held; b != 5 || h != 1 {
		t.Errorf("%d bindings, held %d times, want 5 and 1", b, h)
	}
	if b := report[1].Bindings; b != 0 {
		t.Errorf("a rule that is off was run %d times", b)
	}
	off := set.Rule("a/off")
	if _, err := set.Only(off).Eval(context.Background(), fact.OverTime, Binding{"time": times[0], "article": &fact.Article{}}); err != nil {
		t.Error(err)
	}
	if b := c.Report()[1].Bindings; b != 1 {
		t.Errorf("a rule run alone was seen %d times", b)
	}
}

// A Set made from one rule keeps running it, even if the rule is off.
func TestCoverageOfOne(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/off", severity: note, over: time, enabled: false, when: true, message: "m" } ]`)
	outcomes, err := set.Only(set.Rule("a/off")).WithCoverage(&Coverage{}).Eval(context.Background(), fact.OverTime, Binding{"time": &fact.Time{}, "article": &fact.Article{}})
	if err != nil || len(outcomes) != 1 {
		t.Errorf("%d outcomes, %v", len(outcomes), err)
	}
}

func TestCoverageOfPairs(t *testing.T) {
	set := load(t, pairRules(`a.key == b.key && a.words > 1`))
	var c Coverage
	outcomes, err := set.WithCoverage(&c).EvalPairs(context.Background(), fact.QuotePairs.Scope, quotes("x", "yy", "x", "yy"), Binding{"article": &fact.Article{}})
	if err != nil || messages(outcomes) != "BD" {
		t.Errorf("%q, %v", messages(outcomes), err)
	}
	want := []string{
		`3:1 a.key == b.key: 2 true, 4 false, 0 errors`,
		`3:19 a.words > 1: 2 true, 4 false, 0 errors`,
	}
	if diff := cmp.Diff(want, counted(c.Report()[0].Conjuncts)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
