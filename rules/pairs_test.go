package rules

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
)

// pairRules returns a file with one rule over pair(quote) for each condition.
// The message names the pair.
func pairRules(conditions ...string) string {
	var b strings.Builder
	b.WriteString("[\n")
	for i, c := range conditions {
		fmt.Fprintf(&b, "Rule{ id: \"a/r%d\", severity: note, over: pair(quote), message: a.text + b.text, when:\n%s },\n", i, c)
	}
	b.WriteString("]")
	return b.String()
}

// quotes returns quotations named A, B, C, … with the given keys.
func quotes(keys ...string) []any {
	var out []any
	for i, k := range keys {
		out = append(out, &fact.Quote{Text: string(rune('A' + i)), Key: k, Words: int64(len(k))})
	}
	return out
}

func messages(outcomes []Outcome) string {
	var list []string
	for _, o := range outcomes {
		list = append(list, o.Message)
	}
	return strings.Join(list, " ")
}

func TestEvalPairs(t *testing.T) {
	speaker := "Ann"
	facts := quotes("x", "yy", "x", "yy", "x")
	facts[0].(*fact.Quote).Speaker = &speaker
	facts[1].(*fact.Quote).Speaker = &speaker
	tests := []struct {
		when, want string
	}{
		{`true`, "AB AC AD AE BC BD BE CD CE DE"},
		{`false`, ""},
		{`a.key == b.key`, "AC AE BD CE"},
		{`b.key == a.key`, "AC AE BD CE"},
		{`a.key != b.key`, "AB AD BC BE CD DE"},
		{`dyn(a.words) == dyn(double(b.words))`, "AC AE BD CE"},
		{`a.words + 1 == b.words`, "AB AD CD"},
		{`a.text == "A"`, "AB AC AD AE"},
		{`b.text == "C" && article.id == "d"`, "AC BC"},
		{`article.id == "e" && a.key == b.key`, ""},
		{`has(a.speaker) && !has(b.speaker) && a.key == b.key`, "AC AE BD"},
		{`a.?speaker == b.?speaker`, "AB CD CE DE"},
		{`[a.key, a.key, a.verb] == [b.key, b.key, b.verb] && a.text < "C"`, "AC AE BD"},
		{`sets.equivalent([a.key, "", a.key], ["", b.key])`, "AC AE BD CE"},
		{`a.key == b.key && [a.text].exists(t, t == "A")`, "AC AE"},
		{`a.key == b.key || b.text == "B"`, "AB AC AE BD CE"},
		{`a.at == b.at && a.key == b.key`, "AC AE BD CE"},
	}
	for _, tt := range tests {
		set := load(t, pairRules(tt.when))
		outcomes, err := set.EvalPairs(context.Background(), fact.QuotePairs.Scope, facts, Binding{"article": &fact.Article{ID: "d"}})
		if err != nil || messages(outcomes) != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.when, messages(outcomes), err, tt.want)
		}
	}
}

func TestEvalPairsOrder(t *testing.T) {
	set := load(t, pairRules(`a.words == b.words`, `a.key == b.key`))
	outcomes, err := set.EvalPairsWithin(context.Background(), fact.QuotePairs.Scope,
		[][]any{quotes("x", "x", "y"), nil, quotes("z"), quotes("u", "v")}, Binding{"article": &fact.Article{}})
	if want := "AB AC BC AB AB"; err != nil || messages(outcomes) != want {
		t.Errorf("%q, %v, want %q", messages(outcomes), err, want)
	}
	if outcomes[4].Rule.ID != "a/r1" || outcomes[3].Rule.ID != "a/r0" {
		t.Errorf("outcomes are not in the order of the rules: %v", outcomes)
	}
}

// Only an error that && would report is reported, once.
func TestEvalPairsErrors(t *testing.T) {
	facts := quotes("x", "x", "y", "x")
	tests := []struct{ when, outcomes, err string }{
		{`a.speaker == b.speaker`, "", "3:3: rule a/r0: this Quote has no speaker: ask with has(….speaker) first"},
		{`a.key == b.key && 1 / (a.words - 1) > 0`, "", "3:21: rule a/r0: division by zero"},
		{`a.speaker == "Ann" && a.key != b.key && b.words > 1`, "", ""},
		{`b.speaker == "Ann" && a.key == "z"`, "", ""},
		{`article.published.grain == "day" && a.key == "z"`, "", ""},
		{`article.published.grain == "day"`, "", "3:9: rule a/r0: this Article has no published: ask with has(….published) first"},
	}
	for _, tt := range tests {
		set := load(t, pairRules(tt.when))
		outcomes, err := set.EvalPairs(context.Background(), fact.QuotePairs.Scope, facts, Binding{"article": &fact.Article{}})
		if got := errorText(err); messages(outcomes) != tt.outcomes || got != tt.err && got != "r.cel:"+tt.err {
			t.Errorf("%s: %q, %q, want %q, %q", tt.when, messages(outcomes), got, tt.outcomes, tt.err)
		}
	}
}

func TestEvalPairsBadFacts(t *testing.T) {
	set := load(t, pairRules(`true`))
	article := Binding{"article": &fact.Article{}}
	for _, tt := range []struct {
		scope  fact.Scope
		facts  []any
		shared Binding
		want   string
	}{
		{fact.Quotes.Scope, nil, article, `rules: "quote" is not a scope of pairs`},
		{"pair(x)", nil, article, `rules: "pair(x)" is not a scope of pairs`},
		{fact.QuotePairs.Scope, nil, nil, `rules: scope pair(quote) needs article, a *Article`},
		{fact.QuotePairs.Scope, []any{&fact.Time{}}, article, fmt.Sprintf("rules: scope pair(quote) needs a to be *Quote, not %T", &fact.Time{})},
		{fact.QuotePairs.Scope, []any{(*fact.Quote)(nil)}, article, `rules: scope pair(quote) needs a, not nil`},
	} {
		if _, err := set.EvalPairs(context.Background(), tt.scope, tt.facts, tt.shared); errorText(err) != tt.want {
			t.Errorf("%s: %v, want %s", tt.scope, err, tt.want)
		}
	}
}

func TestEvalPairsBounds(t *testing.T) {
	many := make([]any, 3000)
	for i := range many {
		many[i] = &fact.Quote{Words: int64(i)}
	}
	tests := []struct {
		name, when, want string
		outcomes         int
	}{
		{"findings", `a.words < b.words`, "r.cel:2:1: rule a/r0: more than 10000 findings in one document", 10_000},
		{"pairs", `a.words > b.words`, "r.cel:2:1: rule a/r0: more than 4194304 pairs to look at (compare something of a and b with ==)", 0},
		{"loop", `lists.range(10000).exists(x, lists.range(10000).exists(y, x + y < a.words - b.words))`, "r.cel:2:1: rule a/r0: stopped after 5,000,000 steps", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := load(t, pairRules(tt.when, `a.words + 2999 == b.words`))
			set.Budget = Budget{Steps: 1 << 40}
			if tt.name == "loop" {
				set.Budget = Budget{Steps: 5_000_000}
			}
			outcomes, err := set.EvalPairs(context.Background(), fact.QuotePairs.Scope, many, Binding{"article": &fact.Article{}})
			if !errors.Is(err, ErrBudget) || !strings.HasPrefix(errorText(err), tt.want) {
				t.Errorf("%v, want %s", err, tt.want)
			}
			if len(outcomes) != tt.outcomes+1 {
				t.Errorf("%d outcomes, want %d and that of the good rule", len(outcomes), tt.outcomes)
			}
		})
	}
	t.Run("time", func(t *testing.T) {
		set := load(t, pairRules(`a.words > b.words`))
		set.Budget = Budget{Time: 1}
		_, err := set.EvalPairs(context.Background(), fact.QuotePairs.Scope, many, Binding{"article": &fact.Article{}})
		if want := "r.cel:2:1: rule a/r0: stopped after 1ns"; !errors.Is(err, ErrBudget) || errorText(err) != want {
			t.Errorf("%v, want %s", err, want)
		}
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_, err := load(t, pairRules(`true`)).EvalPairs(ctx, fact.QuotePairs.Scope, many, Binding{"article": &fact.Article{}})
		if !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	})
}

// A rule that finds facts by their values looks at few pairs, whatever the
// number of facts.
func TestEvalPairsIndex(t *testing.T) {
	many := make([]any, 20_000)
	for i := range many {
		many[i] = &fact.Quote{Text: fmt.Sprint(i, " "), Key: fmt.Sprint(i % 10_000), Words: 3}
	}
	set := load(t, pairRules(`a.words == b.words && a.key == b.key && a.text.startsWith("7 ")`))
	outcomes, err := set.EvalPairs(context.Background(), fact.QuotePairs.Scope, many, Binding{"article": &fact.Article{}})
	if want := "7 10007 "; err != nil || messages(outcomes) != want {
		t.Errorf("%q, %v, want %q", messages(outcomes), err, want)
	}
}

// fuzzConjuncts are what FuzzEvalPairs puts conditions together from.
var fuzzConjuncts = []string{
	`a.key == b.key`,
	`b.words == a.words`,
	`a.speaker == b.speaker`,
	`a.speaker != b.speaker`,
	`has(a.speaker)`,
	`has(b.speaker)`,
	`a.?speaker == b.?speaker`,
	`a.words > 1`,
	`10 / b.words > 3`,
	`a.said == b.said`,
	`a.said.from == b.said.from`,
	`sets.equivalent([a.key, a.verb], [b.verb, b.key])`,
	`sets.equivalent([a.words, a.words], [b.words])`,
	`dyn(a.words) == dyn(double(b.words))`,
	`10 / article.words > 1`,
	`article.id == "d"`,
	`a.key + "x" == b.key + article.id`,
	`10 / a.words == 10 / b.words`,
	`[a.words].exists(w, w == b.words)`,
	`[1, 2].exists(b, b == a.words)`,
	`[a.words, 1] == [b.words, 1]`,
	`dyn(a.key) == dyn(b.words)`,
	`same`,
	`same || a.words == 2`,
	`n == b.words`,
	`b.words < n + 1`,
	`a == b`,
	`.a.key == .b.key`,
	`!(a.key == b.key)`,
	`(a.words == 1 || b.words == 1) && a.key != ""`,
}

// fuzzQuote makes a quotation of few different ones.
func fuzzQuote(b byte, days []*fact.Interval, name int) *fact.Quote {
	speakers := []string{"Ann", "Bob"}
	q := &fact.Quote{Text: fmt.Sprint(name, " "), Key: []string{"", "x", "y"}[b%3], Words: int64(b / 3 % 4), Verb: []string{"", "x"}[b/12%2]}
	if i := b / 24 % 3; i < 2 {
		q.Speaker = &speakers[i]
	}
	if i := int(b / 72 % 3); i < 2 {
		q.Said = days[i]
	}
	return q
}

// FuzzEvalPairs compares EvalPairs with every pair evaluated by itself, the
// condition not taken apart.
func FuzzEvalPairs(f *testing.F) {
	f.Add([]byte{0, 4}, []byte("quotes of some kinds"))
	f.Add([]byte{2, 0}, []byte{0, 24, 48, 72, 1, 25})
	f.Add([]byte{22, 24, 14}, []byte{3, 3, 6, 6, 0})
	f.Add([]byte{17, 8, 16, 11}, []byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	days := []*fact.Interval{on(f, "2018-06-15"), on(f, "2018-06-16")}
	f.Fuzz(func(t *testing.T, picks, kinds []byte) {
		if len(picks) == 0 || len(picks) > 6 || len(kinds) == 0 || len(kinds) > 24 {
			return
		}
		var parts []string
		let := ""
		for _, p := range picks {
			c := fuzzConjuncts[int(p)%len(fuzzConjuncts)]
			if slices.Contains(strings.FieldsFunc(c, func(r rune) bool { return !isWordByte(byte(r)) }), "n") {
				let = `let: {"n": 6 / a.words},`
			}
			parts = append(parts, c)
		}
		rule := func(id, when string) string {
			return fmt.Sprintf(`Rule{ id: "a/%s", severity: note, over: pair(quote), message: a.text + b.text, %s when: %s },`, id, let, when)
		}
		whole := strings.Join(parts, " && ")
		set := load(t, `[ Define{ name: "same", over: pair(quote), as: a.key == b.key && 2 / b.words > 0 },
			Rule{ id: "a/use", severity: note, over: pair(quote), enabled: false, when: same, message: "m" },`+
			rule("split", whole)+rule("whole", "true ? ("+whole+") : false")+`]`)
		var facts []any
		for i, k := range kinds[1:] {
			facts = append(facts, fuzzQuote(k, days, i))
		}
		article := &fact.Article{ID: []string{"", "d", "x"}[kinds[0]%3], Words: int64(kinds[0] / 3 % 3)}
		got, gotErr := set.Only(set.Rule("a/split")).EvalPairs(context.Background(), fact.QuotePairs.Scope, facts, Binding{"article": article})
		seen, seenErr := set.WithCoverage(&Coverage{}).Only(set.Rule("a/split")).EvalPairs(context.Background(), fact.QuotePairs.Scope, facts, Binding{"article": article})
		var want []Outcome
		var wantErr error
		for i, a := range facts {
			for _, b := range facts[i+1:] {
				o, err := set.Only(set.Rule("a/whole")).Eval(context.Background(), fact.QuotePairs.Scope, Binding{"a": a, "b": b, "article": article})
				want = append(want, o...)
				if err != nil {
					wantErr = multierror.Append(wantErr, err)
				}
			}
		}
		if messages(got) != messages(want) || messages(seen) != messages(want) {
			t.Errorf("%s: got %q, with coverage %q, want %q", whole, messages(got), messages(seen), messages(want))
		}
		if diff := cmp.Diff(causes(wantErr), causes(gotErr)); diff != "" {
			t.Errorf("%s: errors -want +got:\n%s", whole, diff)
		}
		if diff := cmp.Diff(causes(wantErr), causes(seenErr)); diff != "" {
			t.Errorf("%s: errors -want +got with coverage:\n%s", whole, diff)
		}
	})
}

// causes returns the different messages in err, sorted.
func causes(err error) []string {
	var list []string
	var all *multierror.Error
	if errors.As(err, &all) {
		for _, e := range all.Errors {
			var located *Error
			if errors.As(e, &located) {
				list = append(list, located.Message)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
