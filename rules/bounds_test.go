package rules

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
)

// doubling returns lets x0 … xn, each made of two of the one before.
func doubling(first, step string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `let: {"x0": %s`, first)
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, `, "x%d": %s`, i, strings.ReplaceAll(step, "x", fmt.Sprintf("x%d", i-1)))
	}
	return b.String() + "}, "
}

// Whatever a rule asks for, it ends soon, in little memory, and says where.
func TestHostileRules(t *testing.T) {
	long := `"` + strings.Repeat("a", 10_000) + `"`
	tests := []struct{ name, fields string }{
		{"nested loops", `when: article.evidence.all(x, article.evidence.all(y, article.evidence.all(z, article.evidence.all(w, x.source == w.source))))`},
		{"nested ranges", `when: lists.range(10000).all(x, lists.range(10000).all(y, lists.range(10000).all(z, x + y + z >= 0)))`},
		{"list of lists", `when: lists.range(10000).map(x, lists.range(10000)).size() == 0`},
		{"list of lists of lists", `when: lists.range(10000).map(x, lists.range(10000).map(y, [x, y, x, y])).size() == 0`},
		{"doubled text", doubling(long, "x + x", 45) + `when: x45.size() == 3`},
		{"doubled list", doubling("[1, 2]", "x + x", 45) + `when: 7 in x45`},
		{"doubled tree", doubling("[1, 2]", "[x, x]", 45) + `when: x45 == x45`},
		{"doubled map", doubling(`{"a": 1}`, `{"a": x, "b": x}`, 45) + `when: x45 == x45`},
		{"doubled tree as text", doubling("[1, 2]", "[x, x]", 45) + `when: "%s".format([x45]) == ""`},
		{"doubled by format", doubling(long, `"%s%s".format([x, x])`, 45) + `when: x45.size() == 3`},
		{"doubled by join", doubling(long, `[x, x].join(x)`, 45) + `when: x45.size() == 3`},
		{"squared by replace", doubling(long, `x.replace("a", x)`, 4) + `when: x4.size() == 3`},
		{"squared by empty replace", doubling(long, `x.replace("", x)`, 4) + `when: x4.size() == 3`},
		{"squared search", doubling(long, `x + x`, 9) + `when: x9.indexOf(x8 + "b") >= 0`},
		{"sets", doubling("lists.range(10000)", `x + x`, 4) + `when: sets.contains(x4, x4.map(n, n + 1))`},
		{"pattern in a loop", `when: lists.range(10000).exists(x, lists.range(10000).exists(y, string(y).matches("(x+x+)+y" + string(x))))`},
		{"distinct in a loop", `when: lists.range(10000).exists(x, lists.range(10000).distinct().size() == x)`},
		{"text in a loop", `when: lists.range(10000).map(x, lists.range(100).map(y, ` + long + ` + string(y)).join(",")).size() == 0`},
		{"map in a loop", `when: lists.range(10000).map(x, lists.range(10000).transformMapEntry(i, v, {v: [i, x]})).size() == 0`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := load(t, `[ Rule{ id: "a/bad", severity: note, over: article, `+tt.fields+`, message: "m" },
				Rule{ id: "a/good", severity: note, over: article, when: article.evidence.exists(e, e.source == ""), message: "m" } ]`)
			set.Budget = Budget{Steps: 20_000_000}
			b := Binding{"article": &fact.Article{Evidence: make([]fact.Evidence, 2000)}}
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			start := time.Now()
			outcomes, err := set.Eval(context.Background(), fact.OverArticle, b)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			grown := int64(after.HeapSys-after.HeapReleased) - int64(before.HeapSys-before.HeapReleased)
			t.Logf("%v, %d MB more, %v", took.Round(time.Millisecond), grown>>20, err)
			if took > time.Minute {
				t.Errorf("took %v", took)
			}
			if grown > 600<<20 {
				t.Errorf("the heap grew by %d MB", grown>>20)
			}
			var all *multierror.Error
			var located *Error
			if !errors.As(err, &all) || len(all.Errors) != 1 || !errors.As(all.Errors[0], &located) || located.Rule != "a/bad" || located.Line == 0 {
				t.Errorf("%v is not one error of the bad rule", err)
			}
			if len(outcomes) != 1 || outcomes[0].Rule.ID != "a/good" {
				t.Errorf("%d outcomes, want that of the good rule", len(outcomes))
			}
		})
	}
}

// What is wrong with the file itself is found while loading it.
func TestHostileFiles(t *testing.T) {
	rule := func(when string) string {
		return `[ Rule{ id: "a/b", severity: note, over: time, message: "m", when: ` + when + ` } ]`
	}
	tests := []struct{ name, text string }{
		{"large", rule("true" + strings.Repeat(" && true", 10<<20/8))},
		{"parentheses", rule(strings.Repeat("(", 100_000) + "true" + strings.Repeat(")", 100_000))},
		{"lists", rule(strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + " == []")},
		{"not", rule(strings.Repeat("!", 100_001) + "time.size()")},
		{"loops", rule(strings.Repeat("[1].all(x, ", 500) + "true" + strings.Repeat(")", 500))},
		{"selections", rule("time" + strings.Repeat(".when", 100_000))},
		{"wide number", rule(`"%.999999999f".format([1.0]) == ""`)},
		{"unknown names", rule("x" + strings.Repeat(" && x", 10_000))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			_, err := Load(Source{"r.cel", tt.text})
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %v", took)
			} else {
				t.Log(took.Round(time.Millisecond), len(problems(t, err)))
			}
			for _, p := range problems(t, err) {
				if !strings.HasPrefix(p, "r.cel:1:") {
					t.Errorf("%.200s is not located", p)
				}
			}
			if err == nil {
				t.Error("no error")
			}
		})
	}
}

// Ordinary work over a large document is far from the bounds.
func TestOrdinaryWork(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/b", severity: note, over: article, message: "%d".format([far.size()]),
		let: {"far": article.evidence.filter(e, e.source.replace("-", " ") != "x").map(e, e.source + "!").distinct()},
		when: article.evidence.all(e, article.evidence.exists(f, e.source in [f.source, "x"])) && far.size() > 0 } ]`)
	evidence := make([]fact.Evidence, 300)
	for i := range evidence {
		evidence[i].Source = fmt.Sprint("source-", i)
	}
	outcomes, err := set.Eval(context.Background(), fact.OverArticle, Binding{"article": &fact.Article{Evidence: evidence}})
	if err != nil || len(outcomes) != 1 || outcomes[0].Message != "300" {
		t.Errorf("%v, %v", outcomes, err)
	}
}

// A list of any length is a finding that is cut, not an error.
func TestLongLists(t *testing.T) {
	set := load(t, `[ Rule{ id: "a/long", severity: note, over: article, when: true,
		message: article.evidence.map(e, e.source).abridged(3).join(", "),
		related: article.evidence.map(e, Note{at: e.at, message: e.source}),
		suggest: article.evidence.map(e, e.source),
		assume: article.evidence.map(e, e.source) },
		Rule{ id: "a/text", severity: note, over: article, when: true, message: article.evidence.map(e, e.source + "é").join("") } ]`)
	for _, tt := range []struct {
		n, kept int
		last    string
	}{{1000, 1000, "s999"}, {1001, 1001, "… and 1 more"}, {4000, 1001, "… and 3,000 more"}} {
		evidence := make([]fact.Evidence, tt.n)
		for i := range evidence {
			evidence[i] = fact.Evidence{Source: fmt.Sprint("s", i), At: fact.Place{Doc: fmt.Sprint(i)}}
		}
		outcomes, err := set.Eval(context.Background(), fact.OverArticle, Binding{"article": &fact.Article{Evidence: evidence}})
		if err != nil || len(outcomes) != 2 {
			t.Fatalf("%d: %d outcomes, %v", tt.n, len(outcomes), err)
		}
		o := outcomes[0]
		if want := fmt.Sprintf("s0, s1, s2, and %s more", grouped(int64(tt.n-3))); o.Message != want {
			t.Errorf("%d: message %q, want %q", tt.n, o.Message, want)
		}
		if n := len(o.Related); n != tt.kept || o.Related[n-1].Message != tt.last || o.Related[n-1].At.Doc != fmt.Sprint(tt.kept-1) {
			t.Errorf("%d: %d related, the last %+v", tt.n, n, o.Related[n-1])
		}
		if n := len(o.Fixes); n != tt.kept || o.Fixes[n-1].Message != tt.last {
			t.Errorf("%d: %d fixes, the last %+v", tt.n, n, o.Fixes[n-1])
		}
		if n := len(o.Assumptions); n != tt.kept || o.Assumptions[n-1] != tt.last {
			t.Errorf("%d: %d assumptions, the last %q", tt.n, n, o.Assumptions[n-1])
		}
		if text := outcomes[1].Message; tt.n == 4000 && (len(text) > 16<<10 || len(text) < 16000 || !strings.HasSuffix(text, "…") || !utf8.ValidString(text)) {
			t.Errorf("a text of %d bytes ends with %q", len(text), text[len(text)-10:])
		}
	}
}
