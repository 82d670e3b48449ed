// Package webreport prints what a check found as one HTML file that needs
// nothing else: no script, no font, no picture from elsewhere. It is for people
// without a terminal.
package webreport

import (
	_ "embed"
	"html/template"
	"io"
	"slices"
	"sync"

	"factcheck/internal/render/chronology"
	"factcheck/internal/report"
	"factcheck/internal/text"
)

// An Input is what a report shows.
type Input struct {
	Check   *report.Check
	Version string // of factcheck
	// Copy returns an article as it was read.
	Copy func(doc string) Copy
	// Timeline is what happened when in the articles with findings and in what they
	// are compared with; nil for none.
	Timeline *report.Timeline
}

// A Copy is the text of an article and its parts.
type Copy struct {
	Text  string // the spans of findings are in it
	Title string // empty: not known
	Parts []Part // in order
}

// A Part is a zone of an article.
type Part struct {
	Kind string // headline, deck, byline, body, …
	Span text.Span
}

//go:embed report.gohtml
var pageFile string

//go:embed report.css
var styleFile string

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Parse(pageFile))
})

// A view is what the template sees.
type view struct {
	Style      template.CSS
	Version    string
	Counts     []countView
	Clean      bool
	Documents  []documentView
	Silent     []string // documents without findings, by name
	Suppressed []report.Suppressed
	Compared   []string // with sources
	Unchecked  []string
	Timeline   template.HTML // empty for none
	MoreEvents int           // not in Timeline
}

type countView struct {
	Severity, Mark string
	N              int
	Word           string
}

type documentView struct {
	ID         string // of the element
	Name       string
	Title      string
	Published  string
	Why        string // of Published
	Paragraphs []paragraph
	Findings   []findingView
}

type findingView struct {
	N           int
	Severity    string
	Mark        string
	Message     string
	Sides       []side
	Assumptions []string
	Suggestions []report.Suggestion
	Rule, ID    string
	Confidence  string
}

// A side is one of the passages that disagree.
type side struct {
	Where, Quote, Message string
	Published             string // of another document
	Link                  int    // number of the mark in this article, 0 for none
}

// Write prints the report.
func Write(w io.Writer, in Input) error {
	v := in.view()
	if err := v.draw(in.Timeline); err != nil {
		return err
	}
	return page().Execute(w, v)
}

// mostEvents bounds the events in the timeline of a report: more are no picture.
const mostEvents = 120

// draw adds the timeline to the view.
func (v *view) draw(t *report.Timeline) (err error) {
	if t == nil {
		return nil
	}
	shown := *t
	shown.Events = slices.DeleteFunc(slices.Clone(t.Events), func(e report.Event) bool { return !e.Shown })
	if v.MoreEvents = len(shown.Events) - mostEvents; v.MoreEvents > 0 {
		shown.Events = shown.Events[:mostEvents]
	}
	v.Timeline, err = chronology.Section(&shown)
	return err
}

var severities = []string{"error", "warning", "note"}

// marks are the shapes that stand for a severity beside its word and its colour.
var marks = map[string]string{"error": "■", "warning": "▲", "note": "●"}

func (in *Input) view() view {
	v := view{
		Style: template.CSS(styleFile), Version: in.Version, Clean: len(in.Check.Findings) == 0, Suppressed: in.Check.Suppressed,
		Compared: report.Compared(in.Check.NotChecked), Unchecked: report.Unchecked(in.Check.NotChecked),
	}
	s := in.Check.Summary
	for i, n := range []int{s.Error, s.Warning, s.Note} {
		word := severities[i]
		if n != 1 {
			word += "s"
		}
		v.Counts = append(v.Counts, countView{severities[i], marks[severities[i]], n, word})
	}
	of := map[string][]*report.Finding{}
	for i := range in.Check.Findings {
		f := &in.Check.Findings[i]
		of[f.Doc] = append(of[f.Doc], f)
	}
	number := 0
	for i := range in.Check.Documents {
		d := &in.Check.Documents[i]
		if len(of[d.Doc]) == 0 {
			v.Silent = append(v.Silent, d.File)
			continue
		}
		v.Documents = append(v.Documents, in.document(d, of[d.Doc], &number))
	}
	return v
}
