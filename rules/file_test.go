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

// manyMistakes is one file with something wrong in every rule but the last.
const manyMistakes = `// Правила — règles
[
  Define{ name: "dated", over: time, as: has(time.when) && time.vlaid },
  Rule{
    id: "a/one", severity: warnin, over: time,
    when: has(time.weekday)
      && "«é»" != tme.text
      && time.fixes.exists(f, "ß" == f.massage),
    message: "“%s”".format([time.wekday_name]),
    colour: "röd",
  },
  Rule{
    id: "a/two", severity: note over: time,
    when: true, message: "é",
  },
  Rule{
    id: "a/three", severity: note, over: evnt,
    when: event.dated, message: 'it''s', // two strings
  },
  Rule{
    id: "a/four", severity: note, over: event,
    when: (event.dated && [event.when.grain == "day", message: "é",
  },
  Rule{
    id: "a/five", severity: note, over: article,
    when: article.dated = true, message: "é",
  },
  Rule{ id: "a/good", severity: note, over: time, when: dated_well, message: "é" },
  Define{ name: "dated_well", over: time, as: has(time.when) },
  Rule{ id: "a/good", severity: note, over: event, when: event.dated, message: "é" },
  Rule{ id: "a/last", severity: note, over: event, when: event.dated, message: "é" },
]
`

func TestLoadReportsEverything(t *testing.T) {
	set, err := Load(Source{"r.cel", manyMistakes})
	want := []string{
		`r.cel:3:65: Time has no field "vlaid" (did you mean "valid"?)`,
		`r.cel:5:28: unknown severity "warnin" (did you mean "warning"?)`,
		`r.cel:7:19: unknown name "tme" (did you mean "time"?)`,
		`r.cel:8:40: Fix has no field "massage" (did you mean "message"?)`,
		`r.cel:9:34: Time has no field "wekday_name" (did you mean "weekday_name"?)`,
		`r.cel:10:5: Rule has no field "colour"`,
		`r.cel:13:33: missing "," before "over"`,
		`r.cel:17:42: unknown scope "evnt" (did you mean "event"?)`,
		`r.cel:18:37: unexpected 's' after 'it' (a quotation mark inside a text needs a \ before it)`,
		`r.cel:22:11: "(" is not closed`,
		`r.cel:22:27: "[" is not closed`,
		`r.cel:26:25: single "=" (compare with "==")`,
		`r.cel:30:13: the id "a/good" is taken (first at r.cel:28:3)`,
	}
	if diff := cmp.Diff(want, problems(t, err)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got, want := ids(set), []string{"a/good", "a/last"}; !cmp.Equal(got, want) {
		t.Errorf("the rules that compiled are %q, want %q", got, want)
	}
}

func ids(s *Set) []string {
	var out []string
	for _, r := range s.Rules() {
		out = append(out, r.ID)
	}
	return out
}

func TestLoadDefines(t *testing.T) {
	rule := func(when string) string {
		return `Rule{ id: "a/b", severity: note, over: time, when: ` + when + `, message: "x" },`
	}
	tests := []struct {
		name, source string
		want         []string
	}{
		{"used", `[` + rule("x") + "\nDefine{ name: \"x\", over: time, as: time.valid }]", nil},
		{"used through another", `[` + rule("x") + "\nDefine{ name: \"x\", over: time, as: y },\nDefine{ name: \"y\", over: time, as: time.valid }]", nil},
		{"used in a let", `[` + strings.Replace(rule("z"), "over: time,", `over: time, let: {"z": x},`, 1) + "\nDefine{ name: \"x\", over: time, as: time.valid }]", nil},
		{"unused", `[` + rule("true") + "\nDefine{ name: \"x\", over: time, as: time.valid }]",
			[]string{`2:15: "x" is defined but not used (no rule over time needs it)`}},
		{"used only by an unused one", "[\nDefine{ name: \"x\", over: time, as: y },\nDefine{ name: \"y\", over: time, as: true }]",
			[]string{`2:15: "x" is defined but not used (no rule over time needs it)`, `3:15: "y" is defined but not used (no rule over time needs it)`}},
		{"of another scope", `[` + rule("x") + "\nDefine{ name: \"x\", over: event, as: event.dated }]",
			[]string{`1:53: unknown name "x" (if it is text, put it in quotation marks)`, `2:15: "x" is defined but not used (no rule over event needs it)`}},
		{"by itself", `[` + rule("x") + "\nDefine{ name: \"x\", over: time, as: time.valid || x }]",
			[]string{`2:36: "x" is defined by itself`}},
		{"in a circle", `[` + rule("x") + "\nDefine{ name: \"x\", over: time, as: y },\nDefine{ name: \"y\", over: time, as: !x }]",
			[]string{`2:36: "x" is defined by itself`}},
		{"twice", `[` + rule("x") + "\nDefine{ name: \"x\", over: time, as: true },\nDefine{ name: \"x\", over: time, as: false }]",
			[]string{`3:15: the name "x" is taken (by another Define over time)`}},
		{"name of a variable", `[` + rule("true") + "\nDefine{ name: \"article\", over: time, as: true }]",
			[]string{`2:15: the name "article" is taken (it is a variable of the scope)`}},
		{"misspelt", `[` + rule("daeted") + "\nDefine{ name: \"dated\", over: time, as: time.valid }]",
			[]string{`1:53: unknown name "daeted" (did you mean "dated"?)`, `2:15: "dated" is defined but not used (no rule over time needs it)`}},
		{"no bool", `[` + rule("x") + "\nDefine{ name: \"x\", over: time, as: time.text }]",
			[]string{`1:53: when must be true or false, not text`}},
		{"wrong", `[` + rule("x && x") + "\nDefine{ name: \"x\", over: time, as: time.vlid, doc: 3 }]",
			[]string{`2:41: Time has no field "vlid" (did you mean "valid"?)`, `2:52: doc must be a text in quotation marks (write doc: "3")`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(Source{"r.cel", tt.source})
			var want []string
			for _, w := range tt.want {
				want = append(want, "r.cel:"+w)
			}
			if diff := cmp.Diff(want, problems(t, err)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// chain returns definitions x0 to xn, each naming the next, and a rule that
// names the first.
func chain(n int, backwards bool) string {
	lines := []string{`Rule{ id: "a/b", severity: note, over: time, when: x0, message: "x" }`}
	for i := range n {
		lines = append(lines, fmt.Sprintf(`Define{ name: "x%d", over: time, as: x%d }`, i, i+1))
	}
	lines = append(lines, fmt.Sprintf(`Define{ name: "x%d", over: time, as: time.valid }`, n))
	if backwards {
		slices.Reverse(lines)
	}
	return "[" + strings.Join(lines, ",\n") + "]"
}

func TestLoadDefineChain(t *testing.T) {
	for _, backwards := range []bool{false, true} {
		set := load(t, chain(maxChain-1, backwards))
		outcomes, err := set.Eval(context.Background(), fact.OverTime, Binding{"time": &fact.Time{Valid: true}, "article": &fact.Article{}})
		if err != nil || len(outcomes) != 1 {
			t.Errorf("backwards %v: %d outcomes, %v", backwards, len(outcomes), err)
		}
		for _, n := range []int{maxChain, 3000} {
			_, err := Load(Source{"r.cel", chain(n, backwards)})
			got := problems(t, err)
			if len(got) == 0 || !strings.Contains(got[0], "leads through more than 50 definitions") {
				t.Errorf("backwards %v: a chain of %d: %q", backwards, n, got)
			}
		}
	}
}

func TestLoadSeveralFiles(t *testing.T) {
	rule := "[Rule{ id: \"a/b\", severity: note, over: time, when: x, message: \"m\" }, Define{ name: \"x\", over: time, as: true }]"
	_, err := Load(Source{"one.cel", rule}, Source{"two.cel", "\n" + rule}, Source{"three.cel", "["})
	want := []string{
		`two.cel:2:12: the id "a/b" is taken (first at one.cel:1:2)`,
		`three.cel:1:2: the list of rules is not closed (end it with "]")`,
	}
	if diff := cmp.Diff(want, problems(t, err)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestLoadLineEndings(t *testing.T) {
	for name, source := range map[string]string{
		"byte order mark": "\uFEFF" + in("when: tme"),
		"CRLF":            strings.ReplaceAll(in("when: tme"), "\n", "\r\n"),
	} {
		_, err := Load(Source{"r.cel", source})
		want := []string{`r.cel:3:11: unknown name "tme" (did you mean "time"?)`}
		if diff := cmp.Diff(want, problems(t, err)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
}

// Whatever a file holds, it ends in located problems or in rules.
func TestLoadHostile(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"large file", strings.Repeat(" ", MaxFile+1), "r.cel:1:1: the file is larger than 4 MiB (split it)"},
		{"many open brackets", strings.Repeat("Rule{", 10_000), "is not closed"},
		{"many strays", "[" + strings.Repeat(") ", 100_000), "expected Rule{…} or Define{…}"},
		{"many bad rules", "[" + strings.Repeat("Rule{x:},", 10_000), "more than 100 problems"},
		{"long minus", in("when: " + strings.Repeat("-", 5000) + "1 == 1"), ""},
		{"long not", in("when: " + strings.Repeat("! ", 5001) + "time.valid"), ""},
		{"deep conditional", in("when: " + strings.Repeat("true ? true : ", 2000) + "true"), "nested too deeply"},
		{"long sum", in("when: " + strings.Repeat("1 + ", 2000) + "1 == 1"), "nested too deeply"},
		{"huge string", in(`when: time.text == "` + strings.Repeat("é", 100_000) + `"`), ""},
		{"huge help", in(`when: tme, help: "` + strings.Repeat("é", 100_000) + `"`), `unknown name "tme"`},
		{"wide condition", in("when: " + strings.Repeat("true && ", 3000) + "true"), ""},
		{"nested loops", in("when: " + strings.Repeat("[1].exists(x, ", 20) + "true" + strings.Repeat(")", 20)), ""},
		{"null byte", "[\x00]", "expected Rule{…}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(Source{"r.cel", tt.source})
			got := strings.Join(problems(t, err), "\n")
			if !strings.Contains(got, tt.want) || (tt.want == "" && got != "") {
				t.Errorf("got %.300q, want %s", got, tt.want)
			}
		})
	}
}

func TestSnippet(t *testing.T) {
	_, err := Load(Source{"r.cel", "[ Rule{\n\tid: \"é/é\", severity: err },\n]"})
	var all *multierror.Error
	if !errors.As(err, &all) {
		t.Fatal("no problems")
	}
	var last *Error
	errors.As(all.Errors[len(all.Errors)-1], &last)
	want := "\tid: \"é/é\", severity: err },\n\t                     ^"
	if got := last.Snippet(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestShippedRules(t *testing.T) {
	set, err := Load(Source{"rules.cel", shippedText})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"story/merged-events", "story/merged-events-likely", "story/split-event", "source/date-drift", "source/weekday-drift",
		"source/stale-time", "source/number-drift", "source/name-drift", "source/place-drift",
		"source/role-drift", "source/quote-altered", "source/quote-misattributed", "source/order-reversed", "source/merged-events", "source/conflict", "source/later", "source/unsupported",
		"date/conflict", "date/conflict-likely", "date/weekday-mismatch", "date/weekday-mismatch-inferred",
		"date/impossible", "date/relative-mismatch", "date/feast-mismatch", "time/zones-mismatch",
		"time/zones-impossible", "time/zones-place", "time/zones-differ", "time/part-of-day",
		"date/lead-weekday", "date/stale-relative", "date/ambiguous-numeric", "date/range-reversed",
		"time/ago-mismatch", "time/duration-mismatch", "time/anniversary-mismatch", "person/age-birth-year", "person/age-impossible",
		"person/two-ages", "date/tense", "date/tense-inferred", "date/order", "event/order",
		"date/two-dates", "date/no-anchor", "date/anchor-conflict", "page/furniture",
		"number/sum", "number/difference", "number/share", "number/percentages",
		"number/list-count", "number/product", "number/outcome", "number/streak", "number/percent-change", "number/direction", "number/percent-points",
		"number/unit-conversion", "number/currency-rate", "number/unit-price", "number/headline",
		"number/repeated", "number/magnitude", "number/over-hundred", "number/percent-per", "name/variant",
		"role/two-titles", "role/two-holders", "role/office-date", "name/introduced-twice", "quote/two-wordings",
		"quote/two-spellings", "quote/two-speakers", "style/today", "ap/last-next-weekday",
		"ap/near-date", "ap/weekday-and-date", "ap/on-weekday", "ap/noon",
		"ap/clock", "ap/ordinal", "ap/month", "reuters/on-weekday",
		"reuters/date-range", "guardian/date", "guardian/clock",
	}
	if diff := cmp.Diff(want, ids(set)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, r := range set.Rules() {
		fires, quiet := 0, 0
		for _, c := range r.Cases() {
			if c.Fires > 0 {
				fires++
			} else {
				quiet++
			}
		}
		if fires == 0 || quiet == 0 || r.Help == "" {
			t.Errorf("%s: %d firing and %d quiet cases, help %q", r.ID, fires, quiet, r.Help)
		}
	}
}

// The file as a whole must be what it says it is: one CEL expression.
func TestShippedRulesAreCEL(t *testing.T) {
	v, err := sharedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	if _, issues := v.env.Parse(shippedText); issues.Err() != nil {
		t.Error(issues.Err())
	}
}

func TestMarked(t *testing.T) {
	tests := []struct {
		in, out string
		marked  []string
		err     string
	}{
		{"", "", nil, ""},
		{"on [[Friday]], 15 June", "on Friday, 15 June", []string{"Friday"}, ""},
		{"é [[ö]] and [[[x]]]", "é ö and [x]", []string{"ö", "[x"}, ""},
		{"[[]]", "", []string{""}, ""},
		{"a [b] c", "a [b] c", nil, ""},
		{"[[a", "", nil, `"[[" without "]]"`},
		{"a]]", "", nil, `"]]" without "[["`},
		{"[[a [[b]]", "", nil, `"[[" inside "[[": marks do not nest`},
	}
	for _, tt := range tests {
		out, spans, err := Marked(tt.in)
		if msg := errorText(err); msg != tt.err {
			t.Errorf("Marked(%q): error %q, want %q", tt.in, msg, tt.err)
		}
		var marked []string
		for _, s := range spans {
			marked = append(marked, s.In(out))
		}
		if diff := cmp.Diff(tt.marked, marked); out != tt.out || diff != "" {
			t.Errorf("Marked(%q) = %q %q, want %q %q", tt.in, out, marked, tt.out, tt.marked)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func FuzzLoad(f *testing.F) {
	// Short seeds: the fuzzer spends its time on making long ones shorter.
	f.Add(in(`when: has(time.date) && time.fixes.exists(f, f.message == r"\"), let: {"x": b'y'}`))
	f.Add(in(`when: x && y[0] in [1], let: {"x": time.?date.hasValue(), "y": [2]}`))
	f.Add(`[Define{ name: "x", over: pair(event), as: a.when.gap(b.when) > days(3) ? -1.5e3 : 0x1fu }, ]`)
	f.Add(`[Define{ name: "x", with: ["y"], as: y.z || x(y) }, Rule{ id: "a/b", severity: note, over: time, when: x(time), message: "m" }]`)
	f.Add("[Rule{`when`: br\"\"\"x\"\"\", tests: [Case{fires: 1, text: '''[[é]]'''}]}]")
	v, err := sharedVocabulary()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source string) {
		set, err := Load(Source{"r.cel", source})
		for _, p := range problems(t, err) {
			if !strings.HasPrefix(p, "r.cel:") {
				t.Errorf("a problem without a place: %s", p)
			}
		}
		if err != nil {
			return
		}
		// A file without problems is one CEL expression.
		if _, issues := v.env.Parse(strings.TrimPrefix(source, "\uFEFF")); issues.Err() != nil {
			t.Errorf("loads with %d rules, but is not CEL: %v", len(set.Rules()), issues.Err())
		}
	})
}
