package checker_test

import (
	"testing"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/rules"
)

// allScopes is a rule over every scope of the facts that the text states, each
// as cheap as a rule can be and true of nothing.
const allScopes = `[
  Rule{id: "t/number", severity: note, over: number, when: number.kind == "none", message: "m"},
  Rule{id: "t/quote", severity: note, over: quote, when: quote.zone == "none", message: "m"},
  Rule{id: "t/name", severity: note, over: name, when: name.kind == "none", message: "m"},
  Rule{id: "t/role", severity: note, over: role, when: role.title == "none", message: "m"},
  Rule{id: "t/sentence", severity: note, over: sentence, when: sentence.zone == "none", message: "m"},
  Rule{id: "t/story", severity: note, over: story, when: story.id == "none", message: "m"},
]`

// BenchmarkCheckFacts is BenchmarkCheck with rules over every scope beside
// those that ship.
func BenchmarkCheckFacts(b *testing.B) {
	opt := options(b, false)
	own, err := rules.Load(rules.Source{Name: "all.cel", Text: allScopes})
	if err != nil {
		b.Fatal(err)
	}
	both, err := rules.Load(rules.Source{Name: "rules.cel", Text: factcheck.Rules}, rules.Source{Name: "all.cel", Text: allScopes})
	if err != nil {
		b.Fatal(err)
	}
	src := published("2019-04-10", news(5000, 1))
	for _, bm := range []struct {
		name string
		set  *rules.Set
	}{{"rules=facts-only", own}, {"rules=all-scopes", both}} {
		b.Run("doc=dated/"+bm.name, func(b *testing.B) {
			opt := opt
			opt.Rules = bm.set
			benchmark(b, checker.Input{Articles: []*article.Article{parse(b, "a.md", src)}}, opt)
		})
	}
}
