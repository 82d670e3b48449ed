package rules

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/fact"
	"factcheck/internal/text"
)

// things returns numbers that stand one behind the other, each of a noun.
func things(nouns ...string) []any {
	var list []any
	for i, noun := range nouns {
		at := fact.Place{Doc: "a", Text: noun, Span: text.Span{Start: i * 10, End: i*10 + 5}}
		list = append(list, &fact.Number{Text: fmt.Sprint(i), At: at, Noun: noun, Value: float64(i), Kind: "count"})
	}
	return list
}

func unlessRule(when, unless string) Source {
	return Source{"house.cel", fmt.Sprintf(`[
  Rule{ id: "a/b", severity: note, over: pair(number), when: %s,
    unless: %s, message: a.text, tests: [] }
]`, when, unless)}
}

// fired returns the messages of a rule over facts.
func fired(t *testing.T, set *Set, facts []any) ([]string, error) {
	t.Helper()
	out, err := set.EvalPairs(context.Background(), "pair(number)", facts, Binding{"article": &fact.Article{}})
	var got []string
	for _, o := range out {
		got = append(got, o.Message)
		if at, _ := fact.PlaceOf(o.Binding["a"]); at != o.At {
			t.Errorf("the finding points at %v, want a", o.At)
		}
	}
	return got, err
}

func TestUnless(t *testing.T) {
	facts := things("ship", "man", "ship", "man", "dog", "man")
	tests := []struct{ when, unless, want string }{
		{`true`, `a.noun == b.noun`, "4"},
		{`true`, `b.noun == a.noun && b.value < a.value`, "0 1 4"},
		{`true`, `b.noun == a.noun && b.value > a.value`, "2 4 5"},
		{`a.noun != "dog"`, `b.noun == a.noun && b.value > a.value`, "2 5"},
		{`true`, `b.noun == "dog"`, "4"},   // it is no other than itself
		{`true`, `b.value > a.value`, "5"}, // without an index
		{`true`, `a.noun == "man" && b.noun == "ship"`, "0 2 4"},
		{`a.noun == "cat"`, `b.noun == a.noun`, ""},
		{`true`, `b.noun == "cat" || a.value == 3.0 && b.value == 4.0`, "0 1 2 4 5"},
		{`article.words == 0`, `article.words > 0 && b.noun == a.noun`, "0 1 2 3 4 5"},
	}
	for _, tt := range tests {
		set, err := Load(unlessRule(tt.when, tt.unless))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []*Set{set, set.WithCoverage(new(Coverage))} {
			got, err := fired(t, s, facts)
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" || err != nil {
				t.Errorf("when %s unless %s: %v (-want +got)\n%s", tt.when, tt.unless, err, diff)
			}
		}
	}
}

// The index changes nothing: an equality behind || is not looked up.
func TestUnlessIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	indexed, err := Load(unlessRule(`a.value > 1.0`, `a.noun == b.noun && b.value > a.value`))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := Load(unlessRule(`a.value > 1.0`, `(a.noun == b.noun || false) && b.value > a.value`))
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		var nouns []string
		for range r.IntN(12) {
			nouns = append(nouns, string(rune('a'+r.IntN(4))))
		}
		want, _ := fired(t, plain, things(nouns...))
		got, err := fired(t, indexed, things(nouns...))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Fatalf("%v: %v (-want +got)\n%s", nouns, err, diff)
		}
	}
}

// Where a fact may fit and it cannot be told, the rule does not fire.
func TestUnlessFails(t *testing.T) {
	tests := []struct{ unless, want string }{
		{`b.upper > 3.0`, "this Number has no upper"},
		{`b.upper > 3.0 || b.noun == "man"`, ""},
		{`b.noun == "man" && b.upper > 3.0`, "this Number has no upper"},
		{`b.noun == "cat" && b.upper > 3.0`, ""},
	}
	for _, tt := range tests {
		set, err := Load(unlessRule(`a.noun == "ship"`, tt.unless))
		if err != nil {
			t.Fatal(err)
		}
		got, err := fired(t, set, things("ship", "man", "dog"))
		fires := tt.want == "" && strings.Contains(tt.unless, "cat")
		if (len(got) > 0) != fires {
			t.Errorf("%s: fired for %v", tt.unless, got)
		}
		if (err != nil) != (tt.want != "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.unless, err, tt.want)
		}
	}
}

func TestUnlessMistakes(t *testing.T) {
	tests := []struct{ rule, want string }{
		{`over: number, when: true, unless: number.value > 1.0, message: "x"`, `house.cel:1:60: unless is of rules over pairs (write over: pair(number), and b for what must not be there)`},
		{`over: pair(number), when: true, unless: a.value > 1.0, message: "x"`, `unless does not read b`},
		{`over: pair(number), when: b.value > 1.0, unless: b.noun == a.noun, message: "x"`, `with unless there is no b here`},
		{`over: pair(number), when: true, unless: b.noun == a.noun, message: b.text`, `with unless there is no b here`},
		{`over: pair(number), when: true, unless: b.noun, message: a.text`, `unless must be true or false, not text`},
		{`over: pair(number), let: {"c": b.noun}, when: true, unless: c == a.noun, message: a.text, at: b`, `with unless there is no b here`},
	}
	for _, tt := range tests {
		_, err := Load(Source{"house.cel", `[Rule{id: "a/b", severity: note, ` + tt.rule + `}]`})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s", tt.rule, err, tt.want)
		}
	}
	if _, err := Load(Source{"house.cel", `[Rule{id: "a/b", severity: note, over: pair(number), let: {"c": b.noun}, when: true, unless: c == a.noun, message: a.text}]`}); err != nil {
		t.Error(err)
	}
}

// Coverage counts when over each fact, unless over each of its pairs.
func TestUnlessCoverage(t *testing.T) {
	set, err := Load(unlessRule(`a.noun != "dog"`, `a.noun == b.noun && b.value > a.value`))
	if err != nil {
		t.Fatal(err)
	}
	var c Coverage
	if _, err := fired(t, set.WithCoverage(&c), things("ship", "dog", "ship")); err != nil {
		t.Fatal(err)
	}
	r := c.Report()[0]
	var got []string
	for _, x := range r.Conjuncts {
		got = append(got, fmt.Sprintf("%s: %d true, %d false", x.Text, x.True, x.False))
	}
	want := []string{`a.noun != "dog": 2 true, 1 false`, `a.noun == b.noun: 2 true, 4 false`, `b.value > a.value: 3 true, 3 false`}
	if diff := cmp.Diff(want, got); diff != "" || r.Bindings != 3 || r.Held != 2 {
		t.Errorf("%d bindings, %d held (-want +got)\n%s", r.Bindings, r.Held, diff)
	}
}

func TestUnlessMutants(t *testing.T) {
	set, err := Load(unlessRule(`a.noun != "dog"`, `a.noun == b.noun && b.value > a.value`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range set.Rules()[0].Mutants() {
		fires, _ := fired(t, set.With(m.Rule), things("ship", "dog", "ship", "man"))
		got = append(got, m.Description+": "+strings.Join(fires, " "))
	}
	want := []string{
		"drop `a.noun != \"dog\"`: 1 2 3",
		"drop `a.noun == b.noun`: 3", "drop `b.value > a.value`: 3",
		"`!=` becomes `==`: 1",
		"`==` becomes `!=`: 3", "`>` becomes `<=`: 0 3",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// An explanation shows the fact that fits, else the first that do not.
func TestUnlessExplained(t *testing.T) {
	set, err := Load(unlessRule(`true`, `a.noun == b.noun && b.value > a.value`))
	if err != nil {
		t.Fatal(err)
	}
	facts := things("ship", "dog", "ship", "man")
	for i, want := range []string{"false no b fits false 1 b", "true no b fits true 3 b", "true no b fits true 3 b", "true no b fits true 3 b"} {
		e, err := set.Explain(context.Background(), set.Rules()[0], Binding{"a": facts[i], "b": facts, "article": &fact.Article{}})
		if err != nil {
			t.Fatal(err)
		}
		last := e.Conjuncts[len(e.Conjuncts)-1]
		got := fmt.Sprint(e.Holds, " ", last.Text, " ", last.Value, " ", len(last.Children), " ", last.Children[0].Text)
		if got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
		for _, b := range last.Children {
			if len(b.Children) != 2 {
				t.Errorf("%d: %d parts of unless, want 2", i, len(b.Children))
			}
		}
	}
}

// A rule with unless that ships has its condition in the checked form.
func TestUnlessShipped(t *testing.T) {
	src := unlessRule(`true`, `a.noun == b.noun`)
	form, err := Encode(src)
	if err != nil {
		t.Fatal(err)
	}
	sh := decodeForm(string(form), src)
	if sh == nil {
		t.Fatal("the form cannot be read")
	}
	set := &Set{byScope: map[fact.Scope][]*Rule{}}
	sh.join(set, map[string]*Rule{})
	got, err := fired(t, set, things("ship", "dog", "ship"))
	if strings.Join(got, " ") != "1" || err != nil {
		t.Errorf("fired for %v, want 1: %v", got, err)
	}
	r := set.Rules()[0]
	if parsed := r.parsed(); r.Unless != `a.noun == b.noun` || parsed.unless == nil || len(r.Conjuncts()) != 2 {
		t.Errorf("unless is %q, its parts %v", r.Unless, r.Conjuncts())
	}
}

func TestUnlessLint(t *testing.T) {
	set, err := Load(unlessRule(`a.noun != "dog"`, `b.noun == b.noun && a.value < 2.0`), Source{"other.cel", `[
  Rule{ id: "a/c", severity: note, over: pair(number), when: a.noun != "dog",
    unless: b.value > a.value, message: a.text, tests: [] }
]`})
	if err != nil {
		t.Fatal(err)
	}
	warnings, err := set.Lint()
	if err != nil {
		t.Fatal(err)
	}
	compares, same := 0, 0
	for _, w := range warnings {
		switch w.Kind {
		case LintCompare:
			compares++
		case LintSame:
			same++
		}
	}
	if compares != 1 || same != 0 {
		t.Errorf("%d comparisons with itself, want 1, %d equal conditions, want 0: %v", compares, same, warnings)
	}
}
