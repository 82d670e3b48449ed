package checker_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
	"factcheck/timeline"
)

// shipped returns the rules that ship.
func shipped(tb testing.TB) *rules.Set {
	tb.Helper()
	set, err := rules.Load(rules.Source{Name: "rules.cel", Text: factcheck.Rules})
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

// options returns the rules and named days that ship, and the dated events of
// the sample almanac if sample says so.
func options(tb testing.TB, sample bool) checker.Options {
	tb.Helper()
	opt := checker.Options{Rules: shipped(tb), Time: &timeline.Options{Almanac: timeline.BuiltinAlmanac()}}
	if sample {
		name := filepath.Join("..", "testdata", "almanac.yaml")
		src, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		almanac, err := timeline.ParseAlmanac(name, src)
		if err != nil {
			tb.Fatal(err)
		}
		opt.Time.Almanac = timeline.Join(opt.Time.Almanac, almanac)
	}
	return opt
}

// fivePages are the pages of testdata/two-calls that report one call each;
// withdrawal.txt reports another one than the others.
var fivePages = []string{"agency.txt", "print.txt", "repost.txt", "webpage.txt", "withdrawal.txt"}

// page returns the text of a file of testdata/two-calls.
func page(tb testing.TB, name string) string {
	tb.Helper()
	src, err := os.ReadFile(filepath.Join("..", "testdata", "two-calls", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(src)
}

func parse(tb testing.TB, name, src string) *article.Article {
	tb.Helper()
	list, err := article.Parse(name, []byte(src))
	if err != nil || len(list) != 1 {
		tb.Fatalf("%s: %d articles, %v", name, len(list), err)
	}
	return list[0]
}

func parsePages(tb testing.TB, names ...string) []*article.Article {
	tb.Helper()
	var out []*article.Article
	for _, n := range names {
		out = append(out, parse(tb, n, page(tb, n)))
	}
	return out
}

func check(tb testing.TB, r *checker.Run) *report.Check {
	tb.Helper()
	c, err := r.Check(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// of returns the findings of one rule.
func of(c *report.Check, rule string) []report.Finding {
	var out []report.Finding
	for _, f := range c.Findings {
		if f.Rule == rule {
			out = append(out, f)
		}
	}
	return out
}

func encode(tb testing.TB, v any) string {
	tb.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, v); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}
