package rules

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"factcheck/internal/fact"
)

// ruleFile returns a file with n rules of ordinary size.
func ruleFile(n int) string {
	var b strings.Builder
	b.WriteString("[\n")
	for i := range n {
		fmt.Fprintf(&b, `  Rule{
    id: "bench/rule-%d", severity: warning, over: time,
    when: time.valid && has(time.weekday) && has(time.date) && time.weekday != time.date.weekday
      && time.fixes.exists(f, f.message == "x"),
    message: "“%%s” says %%s, but %%s is a %%s".format([time.text, time.weekday_name, time.date.iso, time.date.weekday_name]),
    suggest: time.fixes, assume: [time.explanation],
    help: "The weekday and the date cannot both be right.",
  },
`, i)
	}
	b.WriteString("]\n")
	return b.String()
}

func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{30, 500} {
		b.Run(fmt.Sprintf("rules=%d", n), func(b *testing.B) {
			text := ruleFile(n)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Load(Source{"r.cel", text}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("rules=shipped", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(shippedText)))
		for b.Loop() {
			if _, err := Load(Source{"rules.cel", shippedText}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkVocabulary is what a cold Load pays once a process.
func BenchmarkVocabulary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newVocabulary(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEvalTime(b *testing.B) {
	set, err := Load(Source{"rules.cel", shippedText})
	if err != nil {
		b.Fatal(err)
	}
	quiet := &fact.Time{Text: "Tuesday, 27 June 2017", Valid: true, Explicit: true, Weekday: number(2), WeekdayName: "Tuesday", Date: day(b, "2017-06-27")}
	plain := &fact.Time{Text: "in June", Valid: true}
	slip := &fact.Time{Text: "Thursday, 27 June 2017", Valid: true, Explicit: true, Weekday: number(4), WeekdayName: "Thursday", Date: day(b, "2017-06-27")}
	for _, bench := range []struct {
		name string
		time *fact.Time
	}{{"plain", plain}, {"weekday", quiet}, {"finding", slip}} {
		b.Run("time="+bench.name, func(b *testing.B) {
			binding := Binding{"time": bench.time, "article": &fact.Article{}}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := set.Eval(context.Background(), fact.OverTime, binding); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// pairCondition is a rule over two events of ordinary size.
const pairCondition = `a.kind == "call" && b.kind == "call" && sets.equivalent(a.participants, b.participants)
	&& a.dated && b.dated && !a.when.overlaps(b.when) && a.participants.exists(p, p in b.participants)`

// pairForms are the same condition, taken apart and as one.
var pairForms = []struct{ name, when string }{
	{"split", pairCondition},
	{"whole", "true ? (" + pairCondition + ") : false"},
}

func eventPairRule(b *testing.B, when string) *Set {
	return load(b, `[ Rule{ id: "bench/pair", severity: error, over: pair(event), message: "m", when: `+when+` } ]`)
}

// holdsInGo is pairCondition written by hand.
func holdsInGo(a, b *fact.Event) bool {
	if a.Kind != "call" || b.Kind != "call" || !sameNames(a.Participants, b.Participants) || !a.Dated || !b.Dated || a.When.Overlaps(*b.When) {
		return false
	}
	return slices.ContainsFunc(a.Participants, func(p string) bool { return slices.Contains(b.Participants, p) })
}

func sameNames(a, b []string) bool {
	within := func(a, b []string) bool {
		return !slices.ContainsFunc(a, func(s string) bool { return !slices.Contains(b, s) })
	}
	return within(a, b) && within(b, a)
}

// BenchmarkEvalPair is one pair by itself.
func BenchmarkEvalPair(b *testing.B) {
	june, july := on(b, "2018-06-15"), on(b, "2018-07-20")
	call := func(when *fact.Interval) *fact.Event {
		return &fact.Event{Kind: "call", Participants: []string{"Ann", "Bob"}, When: when, Dated: true}
	}
	for _, bench := range []struct {
		name string
		a, b *fact.Event
	}{
		{"holds", call(june), call(july)},
		{"last", call(june), call(june)},
		{"first", &fact.Event{Kind: "visit"}, call(june)},
	} {
		for _, form := range pairForms {
			b.Run("decided="+bench.name+"/form="+form.name, func(b *testing.B) {
				set := eventPairRule(b, form.when)
				binding := Binding{"a": bench.a, "b": bench.b}
				b.ReportAllocs()
				for b.Loop() {
					if _, err := set.Eval(context.Background(), fact.OverEventPair, binding); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run("decided="+bench.name+"/form=go", func(b *testing.B) {
			for b.Loop() {
				holdsInGo(bench.a, bench.b)
			}
		})
	}
}

// storyEvents returns the events of 200 documents with ten each: ten kinds,
// forty groups of people, sixty days.
func storyEvents(b *testing.B) []any {
	kinds := []string{"call", "visit", "summit", "vote", "raid", "trial", "talks", "speech", "strike", "arrest"}
	var events []any
	for i := range 2000 {
		first := day(b, "2018-01-01").AddDays(i * 7 % 60)
		next := first.AddDays(1)
		who := i / len(kinds) % 40
		events = append(events, &fact.Event{
			Kind: kinds[i%len(kinds)], Participants: []string{fmt.Sprint("P", who), fmt.Sprint("Q", who)},
			When: &fact.Interval{From: &first, To: &next}, Dated: i%7 != 0,
		})
	}
	return events
}

// BenchmarkEvalPairs is the pairs of a story of 200 documents: 1,999,000.
func BenchmarkEvalPairs(b *testing.B) {
	events := storyEvents(b)
	found := 0
	for _, form := range pairForms {
		b.Run("form="+form.name, func(b *testing.B) {
			set := eventPairRule(b, form.when)
			set.Budget = Budget{Steps: 1 << 40}
			b.ReportAllocs()
			for b.Loop() {
				outcomes, err := set.EvalPairs(context.Background(), fact.OverEventPair, events, nil)
				if err != nil {
					b.Fatal(err)
				}
				found = len(outcomes)
			}
			b.ReportMetric(float64(found), "findings")
		})
	}
	b.Run("form=go", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			found = 0
			for i, x := range events {
				for _, y := range events[i+1:] {
					if holdsInGo(x.(*fact.Event), y.(*fact.Event)) {
						found++
					}
				}
			}
		}
		b.ReportMetric(float64(found), "findings")
	})
}
