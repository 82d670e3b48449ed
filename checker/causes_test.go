package checker_test

import (
	"context"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/rules"
)

// One cause is one finding: the rule that yields stays silent where the other
// reports, there only, and also where the other yields itself.
func TestYieldingRules(t *testing.T) {
	const file = `[
  Rule{ id: "a/times", severity: note, over: time, when: time.valid, message: time.text, yields: ["a/words"] },
  Rule{ id: "a/words", severity: note, over: time, when: time.text.has_word("Friday"), message: time.text, yields: ["a/sentences"] },
  Rule{ id: "a/sentences", severity: note, over: sentence, when: sentence.text.has_word("lake"), message: sentence.text },
]`
	set, err := rules.Load(rules.Source{Name: "r.cel", Text: file})
	if err != nil {
		t.Fatal(err)
	}
	src := "---\npublished: 2018-06-20\n---\nThey met on Monday. They rowed on Friday. They swam in the lake on Friday, as on Tuesday.\n"
	check, err := checker.Read(checker.Input{Articles: []*article.Article{parse(t, "a.md", src)}}, checker.Options{Rules: set}).Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range check.Findings {
		got = append(got, f.Rule+" "+f.Quote)
	}
	want := "a/times Monday|a/words Friday|a/sentences They swam in the lake on Friday, as on Tuesday.|a/times Tuesday"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}
