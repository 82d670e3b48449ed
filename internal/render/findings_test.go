package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-runewidth"

	"factcheck/internal/report"
	"factcheck/internal/text"
)

func findingIn(src, passage string) report.Finding {
	l := text.NewLines(src)
	from := strings.Index(src, passage)
	return report.Finding{
		ID: "1", Rule: "x/y", Severity: "error", Message: "no", Doc: "a", File: "a.md", Quote: passage,
		Start: report.At(l.Position(from)), End: report.At(l.Position(from + len(passage))),
	}
}

func printed(t *testing.T, src string, width int, findings ...report.Finding) string {
	t.Helper()
	var b strings.Builder
	if err := NewText(&b, false).SetWidth(width).Check(&report.Check{Findings: findings}, func(string) string { return src }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Carets stand below the passage, whatever is wide, cut or on other lines.
func TestExcerpt(t *testing.T) {
	for _, tt := range []struct{ what, src, passage, want string }{
		{"a short line", "One.\nIt sank on Friday.\n", "on Friday", "    It sank on Friday.\n            ^^^^^^^^^  1\n"},
		{"wide letters", "東京 sank on Friday.\n", "on Friday", "    東京 sank on Friday.\n              ^^^^^^^^^  1\n"},
		{"a passage over two lines", "It sank\non Friday.\n", "sank\non Friday", "    It sank\n       ^^^^  1\n"},
		{"control characters", "It \x1b[2Jsank on Friday.\n", "on Friday", "    It [2Jsank on Friday.\n               ^^^^^^^^^  1\n"},
		{
			"a long line", strings.Repeat("word ", 40) + "on Friday" + strings.Repeat(" more", 40), "on Friday",
			"    … word word word word word word on Friday more more more more more more …\n                                    ^^^^^^^^^  1\n",
		},
	} {
		out := printed(t, tt.src, 80, findingIn(tt.src, tt.passage))
		_, got, _ := strings.Cut(out, "\n")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, diff)
		}
	}
}

// No line is wider than the terminal, between 80 and 120 columns.
func TestWidth(t *testing.T) {
	src := strings.Repeat("It sank on a day that nobody in the town would forget, 東京. ", 20)
	f := findingIn(src, "nobody in the town would forget, 東京. It sank")
	f.Message = strings.Repeat("two statements cannot all be true ", 9)
	f.Related = []report.Related{{Doc: "a", File: "a.md", Message: strings.Repeat("the other side ", 12), Quote: "that"}}
	f.Suggestions = []report.Suggestion{{Message: strings.Repeat("write it otherwise ", 12)}}
	for columns, want := range map[int]int{20: 80, 100: 100, 500: 120} {
		for line := range strings.Lines(printed(t, src, columns, f)) {
			if wide := runewidth.StringWidth(strings.TrimRight(line, "\n")); wide > want {
				t.Errorf("%d columns: a line of %d: %q", columns, wide, line)
			}
		}
	}
}

func TestByArticle(t *testing.T) {
	c := &report.Check{Documents: []report.Document{{Doc: "a"}, {Doc: "b"}}}
	for _, x := range []struct {
		doc string
		at  int
	}{{"b", 5}, {"a", 9}, {"b", 1}, {"a", 2}} {
		c.Findings = append(c.Findings, report.Finding{Doc: x.doc, Start: report.Position{Offset: x.at}})
	}
	var got []string
	for _, f := range byArticle(c) {
		got = append(got, fmt.Sprint(f.Doc, f.Start.Offset))
	}
	if diff := cmp.Diff([]string{"a2", "a9", "b1", "b5"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Passages of one document of which the same is said share a line, and ways out do if
// they fit.
func TestSharedLines(t *testing.T) {
	src := "Nine men, six women and two boys, ten in all.\n"
	f := findingIn(src, "ten")
	for i, quote := range []string{"Nine men", "six women", "two boys"} {
		doc := "a"
		if i == 2 {
			doc = "b"
		}
		f.Related = append(f.Related, report.Related{Doc: doc, File: doc + ".md", Message: "counted", Quote: quote, Start: report.Position{Line: 1, Column: 1 + 11*i}})
	}
	f.Suggestions = []report.Suggestion{{Message: "write seventeen", Replacement: "seventeen"}, {Message: "or correct a part"}}
	_, got, _ := strings.Cut(printed(t, src, 80, f), "  1\n")
	want := `  1:1: “Nine men”, 1:12: “six women”: counted
  b.md:1:23: “two boys”: counted
  suggest: write seventeen  or: correct a part
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	f.Suggestions[1].Message = "or correct " + strings.Repeat("one of the parts ", 3)
	if got := printed(t, src, 80, f); strings.Count(got, "\n") != 7 || !strings.Contains(got, "\n       or: correct one") {
		t.Errorf("ways out that do not fit stand on lines of their own:\n%s", got)
	}
}
