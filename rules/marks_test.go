package rules

import (
	"fmt"
	"testing"

	"factcheck/internal/text"

	"github.com/google/go-cmp/cmp"
)

func TestReadMarks(t *testing.T) {
	tests := []struct {
		in, out        string
		found, related []string
		err            string
	}{
		{in: "on [[Friday]], not ((15 June))", out: "on Friday, not 15 June", found: []string{"Friday"}, related: []string{"15 June"}},
		{in: "((ä)) [[ö]] ((ü))", out: "ä ö ü", found: []string{"ö"}, related: []string{"ä", "ü"}},
		{in: "(late (very late)) again", out: "(late (very late)) again"},
		{in: "(see ((the note)))", out: "(see the note)", related: []string{"the note"}},
		{in: "((a call (by phone)))", out: "a call (by phone)", related: []string{"a call (by phone)"}},
		{in: "a) b) c)", out: "a) b) c)"},
		{in: "(a [[b]] (c))", out: "(a b (c))", found: []string{"b"}},
		{in: "(())", out: "", related: []string{""}},
		{in: "((a", err: `"((" without "))"`},
		{in: "a))", err: `"))" without "(("`},
		{in: "(a))", err: `"))" without "(("`},
		{in: "[[a ((b)) c]]", err: `"((" inside "[[": marks do not nest`},
		{in: "((a [[b]] c))", err: `"[[" inside "((": marks do not nest`},
		{in: "((a ((b)) c))", err: `"((" inside "((": marks do not nest`},
		{in: "[[a)) b]]", err: `"))" inside "[[": marks do not nest`},
		{in: "((a]] b))", err: `"]]" inside "((": marks do not nest`},
	}
	in := func(src string, spans []text.Span) (out []string) {
		for _, s := range spans {
			out = append(out, s.In(src))
		}
		return out
	}
	for _, tt := range tests {
		out, m, err := ReadMarks(tt.in)
		if msg := errorText(err); msg != tt.err {
			t.Errorf("ReadMarks(%q): error %q, want %q", tt.in, msg, tt.err)
		}
		if out != tt.out {
			t.Errorf("ReadMarks(%q) = %q, want %q", tt.in, out, tt.out)
		}
		if diff := cmp.Diff([][]string{tt.found, tt.related}, [][]string{in(out, m.Found), in(out, m.Related)}); diff != "" {
			t.Errorf("ReadMarks(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

// Spans lie in the text in order, and what has no bracket at all is left as it
// is.
func FuzzReadMarks(f *testing.F) {
	for _, s := range []string{"on [[Friday]], not ((15 June))", "(a (b))", "((a (b)))", "[[[x]]]", "))((", "[[", "((]]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out, m, err := ReadMarks(s)
		if err != nil {
			return
		}
		if len(out)+4*(len(m.Found)+len(m.Related)) != len(s) {
			t.Errorf("%q: %q and %d marks do not add up", s, out, len(m.Found)+len(m.Related))
		}
		for _, spans := range [][]text.Span{m.Found, m.Related} {
			at := 0
			for _, x := range spans {
				if x.Start < at || x.End < x.Start || x.End > len(out) {
					t.Errorf("%q: span %v in %q", s, x, out)
				}
				at = x.End
			}
		}
	})
}

func TestCaseFields(t *testing.T) {
	rule := `[Rule{id: "a/b", severity: note, over: time, when: time.valid, message: "m", tests: [%s]}]`
	set, err := Load(Source{Name: "a.cel", Text: fmt.Sprintf(rule, `Case{fires: 1, file: "x/y.md", todo: "later"}`)})
	if err != nil {
		t.Fatal(err)
	}
	c := set.Rules()[0].Cases()[0]
	if c.File != "x/y.md" || c.Todo != "later" {
		t.Errorf("file %q, todo %q", c.File, c.Todo)
	}
	for _, c := range []string{`Case{fires: 0, text: "a", file: "b.md"}`, `Case{fires: 0, story: ["a"], file: "b.md"}`, `Case{fires: 1, text: "((a"}`, `Case{fires: 1, text: "[[a ((b))]]"}`} {
		if _, err := Load(Source{Name: "a.cel", Text: fmt.Sprintf(rule, c)}); err == nil {
			t.Errorf("%s loads", c)
		}
	}
}
