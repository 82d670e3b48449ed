package checker

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/claims/events"
	"factcheck/rules"
)

func articlesOf(t *testing.T, texts ...string) []*article.Article {
	t.Helper()
	var out []*article.Article
	for i, text := range texts {
		a, err := article.Parse(string(rune('a'+i))+".md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a...)
	}
	return out
}

// TestDefects makes documents that the stages panic on, as a mistake in one of
// them would, and checks what is left: the typed error, and the other document.
func TestDefects(t *testing.T) {
	set, err := rules.Load(rules.Source{Name: "r.cel", Text: `[
Rule{id: "a/time", severity: error, over: time, when: true, message: "a time"},
Rule{id: "a/event", severity: error, over: event, when: true, message: "an event"},
Rule{id: "a/article", severity: error, over: article, when: true, message: "an article"}]`})
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Rules: set}
	const text = "The two met in Oslo on 3 May 2018."

	t.Run("reading", func(t *testing.T) {
		list := articlesOf(t, text, text)
		list[0].Zones[0].Span.End = len(text) + 100 // past the text
		r := Read(Input{Articles: list}, opt)
		wantDefects(t, r.Err(), "a", "times")
		c, err := r.Check(context.Background())
		wantDefects(t, err, "a", "times")
		if len(c.Documents) != 1 || c.Documents[0].Doc != "b" || len(c.Findings) != 3 {
			t.Errorf("documents %v, findings %v; want b with three", c.Documents, c.Findings)
		}
		if d := r.Dates(); len(d.Documents) != 1 || d.Documents[0].Doc != "b" {
			t.Errorf("dates of %v, want of b", d.Documents)
		}
	})
	t.Run("events", func(t *testing.T) {
		r := Read(Input{Articles: articlesOf(t, text, text)}, opt)
		r.docs[0].Triggers = nil
		c, err := r.Check(context.Background())
		wantDefects(t, err, "a", "facts event")
		if len(c.Findings) != 5 || c.Findings[2].Doc != "b" {
			t.Errorf("findings %v, want those of a that need no event and three of b", c.Findings)
		}
		if len(c.NotChecked) != 1 || r.Ran("a", "a/event") || !r.Ran("a", "a/time") || !r.Ran("b", "a/event") {
			t.Errorf("not checked %v, want the rule over events on a", c.NotChecked)
		}
		if events := r.Timeline(false).Events; len(events) != 1 || events[0].Mentions[0].Doc != "b" {
			t.Errorf("events %v, want that of b", events)
		}
	})
	t.Run("facts", func(t *testing.T) {
		r := Read(Input{Articles: articlesOf(t, text, text)}, opt)
		r.loadAll(r.docs)
		events.Of(r.docs[0]).All[0].Mentions = nil
		c, err := r.Check(context.Background())
		wantDefects(t, err, "a", "facts event")
		if len(c.Findings) != 5 || len(c.NotChecked) != 1 || c.NotChecked[0].Rule != "a/event" || c.NotChecked[0].Doc != "a" {
			t.Errorf("findings %v, not checked %v; want all but those of a/event on a", c.Findings, c.NotChecked)
		}
	})
}

func wantDefects(t *testing.T, err error, doc, stage string) {
	t.Helper()
	all, ok := errors.AsType[*multierror.Error](err)
	if !ok || len(all.Errors) != 1 {
		t.Fatalf("got %v, want one defect in a multierror", err)
	}
	d, ok := all.Errors[0].(*Defect)
	if !ok || d.Doc != doc || d.File != doc+".md" || d.Stage != stage || !strings.Contains(string(d.Stack), "goroutine") {
		t.Errorf("got %#v, want stage %s of %s", all.Errors[0], stage, doc)
	}
}
