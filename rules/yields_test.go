package rules_test

import (
	"strings"
	"testing"

	"factcheck/rules"
)

func TestYieldsToRulesThatExist(t *testing.T) {
	const file = `[
  Rule{ id: "a/first", severity: note, over: time, when: time.valid, message: "x", yields: ["a/second"] },
  Rule{ id: "a/second", severity: note, over: time, when: time.relative, message: "x", yields: ["a/secnod"] },
]`
	_, err := rules.Load(rules.Source{Name: "r.cel", Text: file})
	if err == nil || !strings.Contains(err.Error(), `r.cel:3:97: no rule "a/secnod" (did you mean "a/second"?)`) {
		t.Errorf("got %v", err)
	}
	set, err := rules.Load(rules.Source{Name: "r.cel", Text: strings.Replace(file, "secnod", "first", 1)})
	if err != nil {
		t.Fatal(err)
	}
	if got := set.Rules()[0].Yields; len(got) != 1 || got[0] != "a/second" {
		t.Errorf("yields to %v", got)
	}
}
