package rules

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
)

// outline writes nodes one a line.
func outline(nodes []Node, indent string) string {
	var b strings.Builder
	for _, n := range nodes {
		fmt.Fprintf(&b, "%s%d:%d %s: %s\n", indent, n.Pos.Line, n.Pos.Column, n.Text, n.Value)
		b.WriteString(outline(n.Children, indent+"  "))
	}
	return b.String()
}

func TestExplain(t *testing.T) {
	june := &fact.Time{
		Text: "Thursday, 27 June 2017", At: at("Thursday, 27 June 2017"), When: on(t, "2017-06-27"), Weekday: number(4), WeekdayName: "Thursday",
		Date: day(t, "2017-06-27"), Valid: true, Zone: "body", Fixes: []fact.Fix{{Message: "one"}, {Message: "two"}, {Message: "three"}, {Message: "four"}},
	}
	article := &fact.Article{Title: "Fishing", Published: on(t, "2017-07-01")}
	tests := []struct {
		name, fields string
		holds        bool
		want         string
	}{
		{"facts", `when: time.valid && time.weekday != time.date.weekday && !(time.zone in ["furniture"])`, true, `
2:1 time.valid: true
2:15 time.weekday != time.date.weekday: true
  2:15 time.weekday: 4
  2:31 time.date.weekday: 2
    2:31 time.date: 2017-06-27
2:52 !(time.zone in ["furniture"]): true
  2:54 time.zone in ["furniture"]: false
    2:54 time.zone: "body"
`},
		{"after false", `when: time.explicit && time.when.overlaps(article.published)`, false, `
2:1 time.explicit: false
2:18 time.when.overlaps(article.published): false
  2:18 time.when: “2017-06-27”
  2:37 article.published: “2017-07-01”
`},
		{"absent", `when: time.mod == "" && (has(time.problem) || article.published.from == article.first_relative.date)`, false, `
2:1 time.mod == "": true
  2:1 time.mod: ""
2:20 has(time.problem) || article.published.from == article.first_relative.date: error: this Article has no first_relative: ask with has(….first_relative) first
  2:20 has(time.problem): false
  2:41 article.published.from == article.first_relative.date: error: this Article has no first_relative: ask with has(….first_relative) first
    2:41 article.published.from: 2017-07-01
      2:41 article.published: “2017-07-01”
    2:67 article.first_relative.date: error: this Article has no first_relative: ask with has(….first_relative) first
      2:67 article.first_relative: error: this Article has no first_relative: ask with has(….first_relative) first
`},
		{"branches", `when: time.valid ? time.text == "x" : time.date.year == 3`, false, `
2:1 time.valid ? time.text == "x" : time.date.year == 3: false
  2:1 time.valid: true
  2:14 time.text == "x": false
    2:14 time.text: "Thursday, 27 June 2017"
  2:33 time.date.year == 3: not evaluated
`},
		{"witness", `when: time.fixes.exists(f, f.message.contains("ee"))`, true, `
2:1 time.fixes.exists(f, f.message.contains("ee")): true
  2:1 time.fixes: [“one”, “two”, “three”, “four”]
  2:22 f: “three”
    2:22 f.message.contains("ee"): true
      2:22 f.message: "three"
`},
		{"counter-example", `when: time.fixes.all(f, f.message.size() == 3)`, false, `
2:1 time.fixes.all(f, f.message.size() == 3): false
  2:1 time.fixes: [“one”, “two”, “three”, “four”]
  2:19 f: “three”
    2:19 f.message.size() == 3: false
      2:19 f.message.size(): 5
        2:19 f.message: "three"
`},
		{"no witness", `when: time.fixes.exists(f, f.message == time.text)`, false, `
2:1 time.fixes.exists(f, f.message == time.text): false
  2:1 time.fixes: [“one”, “two”, “three”, “four”]
  2:22 f: “one”
    2:22 f.message == time.text: false
      2:22 f.message: "one"
      2:35 time.text: "Thursday, 27 June 2017"
  2:22 f: “two”
    2:22 f.message == time.text: false
      2:22 f.message: "two"
      2:35 time.text: "Thursday, 27 June 2017"
  2:22 f: “three”
    2:22 f.message == time.text: false
      2:22 f.message: "three"
      2:35 time.text: "Thursday, 27 June 2017"
  2:22 …: 1 more
`},
		{"loop over nothing", `when: article.evidence.exists(e, e.source == "flag")`, false, `
2:1 article.evidence.exists(e, e.source == "flag"): false
  2:1 article.evidence: []
  2:28 e.source == "flag": not evaluated
`},
		{"loop in a loop", `when: time.fixes.exists(f, [1, f.message.size()].exists(n, n == 4))`, true, `
2:1 time.fixes.exists(f, [1, f.message.size()].exists(n, n == 4)): true
  2:1 time.fixes: [“one”, “two”, “three”, “four”]
  2:22 f: “four”
    2:22 [1, f.message.size()].exists(n, n == 4): true
      2:22 [1, f.message.size()]: [1, 4]
        2:26 f.message.size(): 4
          2:26 f.message: "four"
      2:54 n: 4
        2:54 n == 4: true
`},
		{"names", `let: {"real": time.date.weekday}, when: real != 3 && dated && time.date - days(real) > date("2017-01-01")`, true, `
2:1 real != 3: true
  2:1 real: 2
    1:160 time.date.weekday: 2
      1:160 time.date: 2017-06-27
1:42 has(time.date): true
1:61 article.dated || true: true
  1:61 article.dated: false
2:23 time.date - days(real) > date("2017-01-01"): true
  2:23 time.date - days(real): 2017-06-25
    2:23 time.date: 2017-06-27
    2:35 days(real): 2
      2:40 real: 2
  2:48 date("2017-01-01"): 2017-01-01
`},
		{"bind", `when: cel.bind(x, time.date, x.month == 6 && true)`, true, `
2:1 cel.bind(x, time.date, x.month == 6 && true): true
  2:13 time.date: 2017-06-27
  2:24 x.month == 6 && true: true
    2:24 x.month == 6: true
      2:24 x.month: 6
`},
		{"constant", `when: true`, true, "\n2:1 true: true\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := load(t, `[ Define{ name: "dated", over: time, as: has(time.date) && (article.dated || true) }, Rule{ id: "a/b", severity: note, over: time, message: "m", `+
				strings.Replace(tt.fields, "when: ", "when:\n", 1)+" },\n Rule{ id: \"a/c\", severity: note, over: time, when: dated, message: \"m\" } ]")
			got, err := set.Explain(context.Background(), set.Rule("a/b"), Binding{"time": june, "article": article})
			if failing := strings.Contains(tt.want, "has no"); (err != nil) != failing {
				t.Errorf("error %v", err)
			}
			if got.Holds != tt.holds {
				t.Errorf("holds %v, want %v", got.Holds, tt.holds)
			}
			if diff := cmp.Diff(tt.want, "\n"+outline(got.Conjuncts, "")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestExplainBounds(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/slow", severity: note, over: article, message: "m",
	    when: article.evidence.all(x, article.evidence.all(y, article.evidence.all(z, x.source == z.source))) },
	  Rule{ id: "a/deep", severity: note, over: article, message: "m", when: `+strings.Repeat("!", 200)+`article.dated } ]`)
	set.Budget = Budget{Steps: 1_000_000}
	b := Binding{"article": &fact.Article{Evidence: make([]fact.Evidence, 2000)}}
	start := time.Now()
	if _, err := set.Explain(context.Background(), set.Rule("a/slow"), b); !errors.Is(err, ErrBudget) {
		t.Errorf("%v is not ErrBudget", err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
	if _, err := set.Explain(context.Background(), set.Rule("a/deep"), b); err != nil {
		t.Error(err)
	}
	if _, err := set.Explain(context.Background(), set.Rule("a/deep"), Binding{}); err == nil {
		t.Error("no error for a binding without its fact")
	}
}
