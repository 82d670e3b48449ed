package rules

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"factcheck"
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
	for _, n := range []int{10, 500} {
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
		b.SetBytes(int64(len(factcheck.Rules)))
		for b.Loop() {
			if _, err := Load(Source{"rules.cel", factcheck.Rules}); err != nil {
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
	set, err := Load(Source{"rules.cel", factcheck.Rules})
	if err != nil {
		b.Fatal(err)
	}
	quiet := &Time{Text: "Tuesday, 27 June 2017", Valid: true, Explicit: true, Weekday: number(2), WeekdayName: "Tuesday", Date: day(b, "2017-06-27")}
	plain := &Time{Text: "in June", Valid: true}
	slip := &Time{Text: "Thursday, 27 June 2017", Valid: true, Explicit: true, Weekday: number(4), WeekdayName: "Thursday", Date: day(b, "2017-06-27")}
	for _, bench := range []struct {
		name string
		time *Time
	}{{"plain", plain}, {"weekday", quiet}, {"finding", slip}} {
		b.Run("time="+bench.name, func(b *testing.B) {
			binding := Binding{"time": bench.time, "article": &Article{}}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := set.Eval(context.Background(), OverTime, binding); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
