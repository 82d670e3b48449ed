package webreport

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"factcheck/internal/report"
	"factcheck/internal/text"
)

const article = "# Ferry <b>late</b>\n\nThe ferry sailed on Friday & came back.\n\nShare this\n"

func input(findings ...report.Finding) Input {
	day, next := "2018-06-17", "2018-06-18"
	span := func(s string) text.Span {
		i := strings.Index(article, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	for i := range findings {
		f := &findings[i]
		f.Doc, f.File, f.Span = "a", "a.md", span(f.Quote)
	}
	return Input{
		Version: "1.2.3",
		Check: &report.Check{
			Documents: []report.Document{{Doc: "a", File: "a.md", Published: report.Published{From: &day, To: &next, Explanation: "a flag"}}, {Doc: "b", File: "b.md"}},
			Findings:  findings, Summary: report.Summary{Error: len(findings)},
		},
		Copy: func(string) Copy {
			return Copy{Text: article, Parts: []Part{
				{"headline", span("# Ferry <b>late</b>")}, {"body", span("The ferry sailed on Friday & came back.")}, {"furniture", span("Share this")},
			}}
		},
	}
}

func written(t *testing.T, in Input) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// textOf returns the words of the elements with a class, white space folded.
func textOf(t *testing.T, page, class string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		for _, a := range n.Attr {
			in = in || a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ")
		}
		if in && n.Type == html.TextNode {
			out.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(root, false)
	return strings.Join(strings.Fields(out.String()), " ")
}

func TestOverlappingPassages(t *testing.T) {
	page := written(t, input(
		report.Finding{ID: "1", Rule: "x/a", Severity: "note", Message: "one", Quote: "sailed on Friday"},
		report.Finding{ID: "2", Rule: "x/b", Severity: "error", Message: "two", Quote: "on Friday & came"},
	))
	if got, want := textOf(t, page, "copy"), "Ferry <b>late</b> The ferry 1 sailed 2 on Friday & came back."; got != want {
		t.Errorf("the article reads %q, want %q", got, want)
	}
	if !strings.Contains(page, `<mark class="error">on Friday</mark>`) {
		t.Error("where two passages overlap, the worse one shows")
	}
}

// Nothing that an article or a rule says becomes markup, and nothing is fetched.
func TestSelfContained(t *testing.T) {
	const bad = `<script>alert(1)</script><img src=x onerror=y> "' javascript:z`
	page := written(t, input(report.Finding{
		ID: bad, Rule: bad, Severity: "error", Confidence: bad, Message: bad, Quote: "Friday", Assumptions: []string{bad},
		Suggestions: []report.Suggestion{{Message: bad, Replacement: bad}}, Related: []report.Related{{Doc: bad, File: bad, Message: bad, Quote: bad}},
	}))
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch n.Data {
		case "script", "img", "link", "iframe":
			t.Errorf("there is an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "href" && !strings.HasPrefix(a.Val, "#") || a.Key == "src" {
				t.Errorf("%s=%q", a.Key, a.Val)
			}
		}
	}
	if regexp.MustCompile(`url\(|@import`).MatchString(styleFile) {
		t.Error("the style sheet fetches something")
	}
}

// Each number in the text leads to its card and back.
func TestLinks(t *testing.T) {
	page := written(t, input(report.Finding{ID: "1", Rule: "x/a", Severity: "warning", Message: "one", Quote: "Friday"}))
	for _, want := range []string{`id="m1" href="#f1"`, `id="f1"`, `href="#m1"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

// What cards say in one word is explained once, above them.
func TestCardsExplained(t *testing.T) {
	page := written(t, input(report.Finding{ID: "1", Rule: "x/a", Severity: "warning", Message: "one", Quote: "Friday"}, report.Finding{ID: "2", Rule: "x/a", Severity: "note", Message: "two", Quote: "Friday"}))
	for _, word := range []string{"<em>confidence</em>", "<em>id</em>", "factcheck dismiss"} {
		if n := strings.Count(page, word); n != 1 || strings.Index(page, word) > strings.Index(page, `id="f1"`) {
			t.Errorf("%s stands there %d times, or below the cards", word, n)
		}
	}
}

func TestNothingFound(t *testing.T) {
	page := written(t, input())
	if !strings.Contains(page, "<h1>Nothing found</h1>") || !strings.Contains(page, "<li>b.md</li>") {
		t.Error("an empty report does not say so, or not in what")
	}
}

// The timeline is drawn, with a list behind it that names the places; events that are
// not shown in text are not in it.
func TestTimeline(t *testing.T) {
	day, next := "2018-06-15", "2018-06-16"
	in := input(report.Finding{ID: "1", Rule: "x/a", Severity: "note", Message: "one", Quote: "Friday"})
	in.Timeline = &report.Timeline{Events: []report.Event{
		{ID: "e1", Text: "The ferry <sailed>", Modality: "actual", Shown: true, When: &report.When{From: &day, To: &next, Label: "Friday 15 June 2018"},
			Mentions: []report.Mention{{Name: "a.md", Start: report.Position{Line: 3, Column: 11}}, {Name: "a.md", Start: report.Position{Line: 5, Column: 1}}}},
		{ID: "e2", Text: "It rained", Modality: "actual"},
	}}
	page := written(t, in)
	if got, want := textOf(t, page, "events"), "Friday 15 June 2018 The ferry <sailed> a.md:3:11, 5:1"; got != want {
		t.Errorf("the list reads %q, want %q", got, want)
	}
	if n := strings.Count(page, "<rect"); n != 1 {
		t.Errorf("%d bars are drawn, want 1", n)
	}
	if in.Timeline = nil; strings.Contains(written(t, in), `id="when"`) {
		t.Error("there is a timeline without events")
	}
}

// What was compared and what was not checked are told apart, each once.
func TestNotChecked(t *testing.T) {
	in := input(report.Finding{ID: "1", Rule: "x/a", Severity: "note", Message: "one", Quote: "Friday"})
	in.Check.NotChecked = []report.NotChecked{
		{Doc: "a", Rule: "source/date-drift", Reason: "sources: 2 sentences", Whole: true},
		{Doc: "a", Rule: "x/b", Reason: "no day"}, {Doc: "a", Rule: "x/c", Reason: "no day"}, {Doc: "b", Rule: "x/b", Reason: "no day"},
	}
	want := "No findings inb.mdComparedsources: 2 sentencesNot checkedx/b in a, b: no dayx/c in a: no day"
	if got := textOf(t, written(t, in), "rest"); got != want {
		t.Errorf("below the articles it says %q, want %q", got, want)
	}
}
