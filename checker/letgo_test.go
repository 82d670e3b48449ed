package checker

import (
	"context"
	"testing"

	"factcheck/internal/page"
	"factcheck/rules"
)

const dayText = "---\npublished: 2018-06-17\n---\nThe two met in Oslo on 3 May 2018."

func timeRule(t *testing.T) Options {
	t.Helper()
	set, err := rules.Load(rules.Source{Name: "r.cel", Text: `[Rule{id: "a/time", severity: error, over: time, when: true, message: "a time"}]`})
	if err != nil {
		t.Fatal(err)
	}
	return Options{Rules: set}
}

// spoil gives a document a zone that reaches past its text, so that reading it
// panics.
func spoil(d *page.Page) {
	zones := d.Article.Zones
	zones[len(zones)-1].Span.End = len(d.Article.Text) + 100
}

// A document that declares its date is not read until it is its turn. That it
// cannot be is found out only then, and leaves it out all the same.
func TestLostAtItsTurn(t *testing.T) {
	r := Read(Input{Articles: articlesOf(t, dayText, dayText)}, timeRule(t))
	spoil(r.docs[0])
	if err := r.Err(); err != nil {
		t.Fatalf("the document has been read too early: %v", err)
	}
	c, err := r.Check(context.Background())
	wantDefects(t, err, "a", "times")
	if len(c.Documents) != 1 || len(c.Findings) != 1 || c.Findings[0].Doc != "b" || len(c.NotChecked) != 0 {
		t.Errorf("documents %v, findings %v, not checked %v; want b with one finding", c.Documents, c.Findings, c.NotChecked)
	}
	if a := r.Articles(); len(a) != 1 || a[0].Doc != "b" || r.Ran("a", "a/time") || !r.Ran("b", "a/time") {
		t.Errorf("articles %v, want b alone, which the rule looked at", a)
	}
	wantDefects(t, r.Err(), "a", "times")
}

// A document that was read, let go and cannot be read again stays in the run; the
// defect, of the stage that failed, costs what it was needed for.
func TestSecondReadingFails(t *testing.T) {
	r := Read(Input{Articles: articlesOf(t, dayText, dayText)}, timeRule(t))
	all, failures := r.outcomes(context.Background(), func(d *page.Page, _ []outcome) { d.Release() })
	if len(all) != 2 || len(failures) != 0 {
		t.Fatalf("%d outcomes, failures %v; want one of each document", len(all), failures)
	}
	spoil(r.docs[0])
	list, kept, failed := r.findings(all)
	if len(list) != 1 || len(kept) != 1 || list[0].Doc != "b" {
		t.Errorf("findings %v, want that of b", list)
	}
	if len(failed) != 1 || failed[0].missed != (missed{"a", "a/time"}) || failed[0].reason == "" {
		t.Fatalf("failures %v, want one of a/time on a", failed)
	}
	if d, ok := failed[0].err.(*Defect); !ok || d.Stage != "times" || d.Doc != "a" {
		t.Errorf("got %v, want a defect of stage times", failed[0].err)
	}
	if docs := r.documents(); len(docs) != 2 || docs[0].Published.From == nil || *docs[0].Published.From != "2018-06-17" {
		t.Errorf("documents %v, want both, dated as before", docs)
	}
}

// What fires in a document that is let go has the places and ids that it has
// where all are kept.
func TestLetGoOrKept(t *testing.T) {
	two := dayText + " It was 3 May 2018.\n\nThe two met in Oslo on 3 May 2018."
	read := func() *Run { return Read(Input{Articles: articlesOf(t, two, dayText, two)}, timeRule(t)) }
	c, err := read().Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	r := read()
	firings, err := r.Firings(context.Background())
	if err != nil || len(firings) != 7 || len(c.Findings) != 7 {
		t.Fatalf("%d firings, %d findings, error %v; want seven", len(firings), len(c.Findings), err)
	}
	ids := map[string]bool{}
	for i, f := range firings {
		if f.Finding.ID != c.Findings[i].ID || f.Finding.Start != c.Findings[i].Start || f.Binding == nil {
			t.Errorf("%d: %v, want %v with its facts", i, f.Finding, c.Findings[i])
		}
		ids[f.Finding.ID] = true
	}
	if len(ids) != 7 {
		t.Errorf("%d ids of seven findings", len(ids))
	}
	for _, d := range r.docs {
		if !d.Loaded() {
			t.Errorf("%s was let go, although its facts are held", d.Article.ID)
		}
	}
}
