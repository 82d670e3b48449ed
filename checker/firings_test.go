package checker

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
	"factcheck/internal/fact"
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
	for scope, want := range map[fact.Scope][]string{
		fact.OverArticle:   {"one", "two"},
		fact.OverTime:      {"Tuesday", "Monday, 20 November 1985", "Saturday", "12 October 1986"},
		fact.OverEventPair: {"met met"},
	} {
		var got []string
		err := run.Bindings(scope, func(b rules.Binding) bool {
			switch scope {
			case fact.OverArticle:
				got = append(got, b["article"].(*fact.Article).ID)
			case fact.OverTime:
				got = append(got, b["time"].(*fact.Time).Text)
			default:
				got = append(got, b["a"].(*fact.Event).Trigger+" "+b["b"].(*fact.Event).Trigger)
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
	if err := run.Bindings(fact.OverTime, func(rules.Binding) bool { n++; return n < 2 }); err != nil || n != 2 {
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
	set, err := rules.Condition(fact.OverMerge, rules.Source{Name: "EXPR", Text: "true"})
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

func TestFacts(t *testing.T) {
	run := twoMeetings(t)
	got, err := run.Facts([]fact.Scope{fact.OverTime, fact.TimePairs.Scope, fact.OverEventPair, fact.OverStory, fact.NumberPairs.Scope})
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Doc    string
		Scope  fact.Scope
		Texts  []string
		Groups [][]int
		Pairs  int
	}
	var rows []row
	for _, f := range got {
		r := row{Doc: f.Doc, Scope: f.Scope, Groups: f.Groups, Pairs: f.Pairs()}
		for _, x := range f.Facts {
			at, _ := fact.PlaceOf(x)
			r.Texts = append(r.Texts, at.Text)
		}
		rows = append(rows, r)
	}
	top := "President Ronald Reagan and Soviet leader Mikhail Gorbachev met on Tuesday beside the lake in Geneva."
	want := []row{
		{"one", fact.OverTime, []string{"Tuesday", "Monday, 20 November 1985"}, nil, 0},
		{"one", fact.TimePairs.Scope, []string{"Tuesday", "Monday, 20 November 1985"}, [][]int{{0, 1}}, 1},
		{"one", fact.OverEventPair, nil, nil, 0},
		{"one", fact.OverStory, []string{top}, nil, 0}, // a story stands at its first article
		{"one", fact.NumberPairs.Scope, nil, nil, 0},
		{"two", fact.OverTime, []string{"Saturday", "12 October 1986"}, nil, 0},
		{"two", fact.TimePairs.Scope, []string{"Saturday", "12 October 1986"}, [][]int{{0, 1}}, 1},
		{"two", fact.OverEventPair, []string{"met", "met"}, [][]int{{0, 1}}, 1},
		{"two", fact.OverStory, nil, nil, 0},
		{"two", fact.NumberPairs.Scope, nil, nil, 0},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, err := run.Facts([]fact.Scope{"tim"}); err == nil {
		t.Error("an unknown scope is no error")
	}
}

// Facts pairs what rules over pairs look at.
func TestFactsPairAsRulesDo(t *testing.T) {
	run := twoMeetings(t)
	for _, info := range rules.Scopes() {
		if pairedIn(info.Scope) == info.Scope || info.Scope == fact.OverDocumentPair { // of no one article
			continue
		}
		looked := 0
		if err := run.Bindings(info.Scope, func(rules.Binding) bool { looked++; return true }); err != nil {
			t.Fatal(err)
		}
		all, err := run.Facts([]fact.Scope{info.Scope})
		if err != nil {
			t.Fatal(err)
		}
		pairs := 0
		for _, f := range all {
			pairs += f.Pairs()
		}
		if pairs != looked {
			t.Errorf("%s: %d pairs, rules look at %d", info.Scope, pairs, looked)
		}
	}
}
