package checker

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
	"factcheck/rules"
)

// twoMeetings are two reports told as one story that tell of two meetings; the
// first has a wrong weekday.
func twoMeetings(t *testing.T) *Run {
	t.Helper()
	in := Input{SameStory: true}
	for _, src := range []string{
		"---\npublished: 1985-11-21\n---\nPresident Ronald Reagan and Soviet leader Mikhail Gorbachev met on Tuesday beside the lake in Geneva. The talks began on Monday, 20 November 1985.\n",
		"---\npublished: 1986-10-13\n---\nPresident Ronald Reagan and Soviet leader Mikhail Gorbachev met on Saturday in a house outside Reykjavik. President Ronald Reagan and Soviet leader Mikhail Gorbachev met on 12 October 1986 again.\n",
	} {
		a, err := article.Parse([]string{"one.md", "two.md"}[len(in.Articles)], []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		in.Articles = append(in.Articles, a...)
	}
	return Read(in, Options{Rules: shippedRules(t)})
}

func TestBindings(t *testing.T) {
	run := twoMeetings(t)
	for scope, want := range map[rules.Scope][]string{
		rules.OverArticle:   {"one", "two"},
		rules.OverTime:      {"Tuesday", "Monday, 20 November 1985", "Saturday", "12 October 1986"},
		rules.OverEventPair: {"met met"},
	} {
		var got []string
		err := run.Bindings(scope, func(b rules.Binding) bool {
			switch scope {
			case rules.OverArticle:
				got = append(got, b["article"].(*rules.Article).ID)
			case rules.OverTime:
				got = append(got, b["time"].(*rules.Time).Text)
			default:
				got = append(got, b["a"].(*rules.Event).Trigger+" "+b["b"].(*rules.Event).Trigger)
			}
			return true
		})
		if err != nil {
			t.Errorf("%s: %v", scope, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", scope, diff)
		}
	}
	n := 0
	if err := run.Bindings(rules.OverTime, func(rules.Binding) bool { n++; return n < 2 }); err != nil || n != 2 {
		t.Errorf("yielded %d bindings after false at 2, %v", n, err)
	}
	if err := run.Bindings("tense", func(rules.Binding) bool { return true }); err == nil {
		t.Error("an unknown scope is no error")
	}
}

// Whatever Check finds has its facts, in the same order, and the rule holds of
// them.
func TestFiringsAreFindings(t *testing.T) {
	run := twoMeetings(t)
	checked, err := run.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	fired, err := run.Firings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(checked.Findings) < 2 || len(fired) != len(checked.Findings) {
		t.Fatalf("%d firings of %d findings, want as many and at least 2", len(fired), len(checked.Findings))
	}
	for i, f := range fired {
		if diff := cmp.Diff(checked.Findings[i], f.Finding); diff != "" {
			t.Errorf("finding %d (-checked +fired):\n%s", i, diff)
		}
		e, err := run.Rules().Explain(context.Background(), f.Rule, f.Binding)
		if err != nil || !e.Holds {
			t.Errorf("%s: holds %t, %v", f.Rule.ID, e.Holds, err)
		}
	}
}

// A trial over a run changes nothing about what the run finds.
func TestHoldingLeavesTheRunAlone(t *testing.T) {
	run := twoMeetings(t)
	before, err := run.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	set, err := rules.Condition(rules.OverMerge, rules.Source{Name: "EXPR", Text: "true"})
	if err != nil {
		t.Fatal(err)
	}
	merges, err := run.Holding(context.Background(), set)
	if err != nil || len(merges) == 0 {
		t.Errorf("%d merges, %v", len(merges), err)
	}
	after, err := run.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("a trial changes the check (-before +after):\n%s", diff)
	}
}
