package checker

import (
	"context"
	"os"
	"testing"

	"factcheck/internal/article"
	"factcheck/rules"
)

// shippedRules reads the rules that ship.
func shippedRules(t testing.TB) *rules.Set {
	t.Helper()
	src, err := os.ReadFile("../rules.cel")
	if err != nil {
		t.Fatal(err)
	}
	set, err := rules.Load(rules.Source{Name: "rules.cel", Text: string(src)})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// foundBy returns the quotes and messages of what a rule finds in a text.
func foundBy(t testing.TB, set *rules.Set, rule, published, text string) []string {
	t.Helper()
	list, err := article.Parse("a.md", []byte("---\npublished: "+published+"\n---\n"+text+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	check, err := Read(Input{Articles: list}, Options{Rules: set.Filter(func(r *rules.Rule) bool { return r.ID == rule })}).Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range check.Findings {
		if f.Rule == rule {
			out = append(out, "“"+f.Quote+"” "+f.Message)
		}
	}
	return out
}

// A slip is a sentence with an error, and its right twin.
type slip struct{ published, wrong, right string }

// checkSlips reports the slips that a rule misses and the twins that it marks.
func checkSlips(t *testing.T, rule string, slips []slip) {
	t.Helper()
	set := shippedRules(t)
	caught := 0
	for _, s := range slips {
		if got := foundBy(t, set, rule, s.published, s.wrong); len(got) == 0 {
			t.Errorf("missed: %s", s.wrong)
		} else {
			caught++
		}
		if got := foundBy(t, set, rule, s.published, s.right); len(got) > 0 {
			t.Errorf("false alarm: %s %v", s.right, got)
		}
	}
	t.Logf("%s: %d of %d", rule, caught, len(slips))
}
