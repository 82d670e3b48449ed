package rules_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
	"factcheck/rules"
)

const configurableRules = `[
  Rule{ id: "house/one", severity: note, over: time, when: time.valid, message: "one", tags: ["style"] },
  Rule{ id: "house/two", severity: error, over: time, when: time.valid, message: "two", tags: ["style", "dates"], enabled: false },
  Rule{ id: "page/three", severity: warning, over: article, when: true, message: "three" },
]`

func configurable(t *testing.T) *rules.Set {
	t.Helper()
	set, err := rules.Load(rules.Source{Name: "house.cel", Text: configurableRules})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func matched(list []*rules.Rule, err error) []string {
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for _, r := range list {
		out = append(out, r.ID)
	}
	return out
}

func TestMatch(t *testing.T) {
	set := configurable(t)
	tests := []struct {
		name string
		want []string
	}{
		{"house/one", []string{"house/one"}},
		{"house/*", []string{"house/one", "house/two"}},
		{"house/on", []string{`no rule "house/on" (did you mean "house/one"?)`}},
		{"hose/*", []string{`no rule "hose/*" (did you mean "house/*"?)`}},
		{"*", []string{`no rule "*" ('factcheck rules list' names them all)`}},
		{"", []string{`no rule "" ('factcheck rules list' names them all)`}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, matched(set.Match(tt.name))); diff != "" {
			t.Errorf("Match(%q) (-want +got):\n%s", tt.name, diff)
		}
	}
	for tag, want := range map[string][]string{
		"style":  {"house/one", "house/two"},
		"dates":  {"house/two"},
		"stile":  {`no rule has the tag "stile" (did you mean "style"?)`},
		"zzzzzz": {`no rule has the tag "zzzzzz"`},
	} {
		if diff := cmp.Diff(want, matched(set.Tagged(tag))); diff != "" {
			t.Errorf("Tagged(%q) (-want +got):\n%s", tag, diff)
		}
	}
}

func TestConfigure(t *testing.T) {
	set := configurable(t)
	list := func(s *rules.Set) []string {
		var out []string
		for _, r := range s.Rules() {
			out = append(out, fmt.Sprint(r.ID, " ", r.Severity, " ", r.Enabled))
		}
		return out
	}
	before := list(set)
	got := set.Configure(func(r *rules.Rule) (rules.Severity, bool) {
		switch r.ID {
		case "house/one":
			return rules.SeverityError, true
		case "house/two":
			return 0, true
		}
		return r.Severity, false
	})
	want := []string{"house/one error true", "house/two error true", "page/three warning false"}
	if diff := cmp.Diff(want, list(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, list(set)); diff != "" {
		t.Errorf("the set itself changed (-before +after):\n%s", diff)
	}
	if !got.Needs(fact.OverTime) || got.Needs(fact.OverArticle) || !set.Needs(fact.OverArticle) {
		t.Error("the rules of a scope are not those that are on")
	}
}
