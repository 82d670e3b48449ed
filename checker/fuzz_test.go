package checker_test

import (
	"context"
	"path/filepath"
	"regexp"
	"testing"
	"unicode/utf8"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// moments are days or minutes as the formats write them; their order is that
// of their bytes.
var moments = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$`)

// FuzzCheck reads any bytes as an article that claims to tell one story with a
// fixed one, and as a draft that has that one as its source: nothing panics,
// every place lies inside its text on the boundaries of code points, and every
// interval has its ends in order.
func FuzzCheck(f *testing.F) {
	for _, name := range append([]string{"draft.md", "draft-clean.md"}, fivePages...) {
		f.Add([]byte(page(f, name)))
	}
	for _, rule := range shipped(f).Rules() {
		for _, c := range rule.Cases() {
			for _, text := range append([]string{c.Text}, c.Story...) {
				f.Add([]byte(text))
			}
		}
	}
	f.Add([]byte("\ufeff---\r\npublished: 2018-06-20\r\nstory: x\r\n---\r\nHe\u00a0left on Friday,\u00a031\u00a0June."))
	f.Add([]byte("On 1 January 0001 he came, 99999 years ago, in 9999, in the 990s, in the 100th century, the day before."))
	opt := options(f, false)
	other := page(f, "agency.txt") // dated by its stamp, which is quick
	f.Fuzz(func(t *testing.T, src []byte) {
		articles, err := article.Parse("fuzz.md", src)
		if err != nil {
			t.Log(err)
		}
		fixed := parse(t, "agency.txt", other)
		texts := map[string]string{fixed.ID: fixed.Text}
		for _, a := range articles {
			if a.ID == fixed.ID {
				return // Read keeps ids apart, Parse of two files does not
			}
			texts[a.ID] = a.Text
		}
		story := checker.Read(checker.Input{Articles: append(articles, fixed), SameStory: true}, opt)
		draft := checker.Read(checker.Input{Articles: articles, Sources: []*article.Article{fixed}}, opt)
		for _, r := range []*checker.Run{story, draft} {
			c, err := r.Check(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			checkPlaces(t, c, texts)
			checkDates(t, r.Dates(), texts)
			checkEvents(t, r.Timeline(false), texts)
		}
	})
}

func checkPlaces(t *testing.T, c *report.Check, texts map[string]string) {
	t.Helper()
	ids := map[string]bool{}
	for _, f := range c.Findings {
		if ids[f.ID] {
			t.Errorf("two findings have the id %s", f.ID)
		}
		ids[f.ID] = true
		inside(t, texts, f.Doc, f.Start, f.End)
		for _, r := range f.Related {
			inside(t, texts, r.Doc, r.Start, r.End)
		}
	}
	for _, d := range c.Documents {
		ordered(t, d.Published.From, d.Published.To)
	}
}

func checkDates(t *testing.T, d *report.Dates, texts map[string]string) {
	t.Helper()
	for _, doc := range d.Documents {
		ordered(t, doc.Published.From, doc.Published.To)
		for _, x := range doc.Times {
			text := texts[doc.Doc]
			if x.Start < 0 || x.Start >= x.End || x.End > len(text) || text[x.Start:x.End] != x.Text || !utf8.ValidString(x.Text) {
				t.Fatalf("%s: “%s” is not at %d to %d", doc.Doc, x.Text, x.Start, x.End)
			}
			ordered(t, x.From, x.To)
			if x.Type == "" || x.Value == "" || x.Anchor == "" || x.Direction == "" || x.Explanation == "" {
				t.Errorf("“%s” lacks something: %+v", x.Text, x)
			}
		}
	}
}

func checkEvents(t *testing.T, tl *report.Timeline, texts map[string]string) {
	t.Helper()
	for _, e := range tl.Events {
		if e.When != nil {
			ordered(t, e.When.From, e.When.To)
		}
		for _, m := range e.Mentions {
			inside(t, texts, m.Doc, m.Start, m.End)
		}
	}
}

// inside reports a place that is empty, outside its text or cuts a code point.
func inside(t *testing.T, texts map[string]string, doc string, start, end report.Position) {
	t.Helper()
	text, ok := texts[doc]
	switch {
	case !ok:
		t.Fatalf("no document %q", doc)
	case start.Offset < 0 || start.Offset >= end.Offset || end.Offset > len(text):
		t.Fatalf("%s: place %d to %d of %d bytes", doc, start.Offset, end.Offset, len(text))
	case !utf8.RuneStart(text[start.Offset]), end.Offset < len(text) && !utf8.RuneStart(text[end.Offset]):
		t.Fatalf("%s: place %d to %d cuts a code point", doc, start.Offset, end.Offset)
	case start.Line < 1 || start.Column < 1 || end.Line < start.Line:
		t.Fatalf("%s: %+v to %+v", doc, start, end)
	}
}

// ordered reports an interval whose ends are no moments or not in order.
func ordered(t *testing.T, from, to *string) {
	t.Helper()
	for _, m := range []*string{from, to} {
		if m != nil && !moments.MatchString(*m) {
			t.Fatalf("%q is neither a day nor a minute", *m)
		}
	}
	if from != nil && to != nil && *from >= *to {
		t.Fatalf("from %s to %s", *from, *to)
	}
}

// A record is checked in its own text, not in the line that holds it.
func TestRecordPlaces(t *testing.T) {
	src, err := article.Parse(filepath.Join("x", "wire.jsonl"), []byte(`{"id":"é","text":"Né.\n\nIt ran out on 31 June 2018."}`))
	if err != nil {
		t.Fatal(err)
	}
	found := check(t, checker.Read(checker.Input{Articles: src}, options(t, false))).Findings
	if len(found) != 1 {
		t.Fatalf("%v, want one finding", found)
	}
	if f := found[0]; f.Doc != "é" || f.Start != (report.Position{Offset: 20, Line: 3, Column: 15}) {
		t.Errorf("%s at %+v", f.Doc, f.Start)
	}
}
