// Package chronology writes a timeline for other programs, a file a format: a
// calendar, a table, diagrams, a page. Only events with a day are in those that
// need one. What is inferred, planned, told by others or told of another day
// elsewhere says so in each.
package chronology

import (
	"fmt"
	"io"
	"strings"
	"time"

	"factcheck/internal/report"
)

// A Writer writes the events of a timeline that are listed, or all of them.
type Writer func(w io.Writer, t *report.Timeline, all bool) error

// Writers are the formats of this package by name.
var Writers = map[string]Writer{
	"csv": CSV, "ics": ICS, "mermaid": Mermaid, "timelinejs": TimelineJS, "svg": SVG, "html": HTML,
}

// Names lists the formats of this package in the order in which they are shown.
func Names() []string { return []string{"csv", "ics", "mermaid", "timelinejs", "svg", "html"} }

// An entry is an event with its first instant and the first behind it; both are
// zero where no day is known.
type entry struct {
	*report.Event
	From, To time.Time
	Whole    bool // whole days
}

// entries returns the events to write in order. Of an event with one open end the
// day that is known stands for both.
func entries(t *report.Timeline, all bool) []entry {
	var out []entry
	for i := range t.Events {
		e := &t.Events[i]
		if !all && !e.Shown {
			continue
		}
		x := entry{Event: e, Whole: true}
		if w := e.When; w != nil && (all || !w.Present) {
			from, clock := instant(w.From)
			to, minutes := instant(w.To)
			switch {
			case from.IsZero():
				from = to
			case to.IsZero():
				to = from.AddDate(0, 0, 1)
			}
			x.From, x.To, x.Whole = from, to, !clock && !minutes
		}
		out = append(out, x)
	}
	return out
}

// dated returns the entries with a day.
func dated(t *report.Timeline, all bool) []entry {
	var out []entry
	for _, x := range entries(t, all) {
		if !x.From.IsZero() {
			out = append(out, x)
		}
	}
	return out
}

// instant reads a day or minute of a report, clock is true of a minute; zero for
// an open end.
func instant(s *string) (at time.Time, clock bool) {
	if s == nil {
		return time.Time{}, false
	}
	if at, err := time.Parse(time.DateOnly, *s); err == nil {
		return at, false
	}
	at, _ = time.Parse("2006-01-02T15:04", *s)
	return at, true
}

// Label returns when the event is, in words.
func (x entry) Label() string {
	if x.From.IsZero() {
		return "day unknown"
	}
	return x.When.Label
}

// Marks says what is not plain about the event, "" for nothing.
func (x entry) Marks() string { return line(strings.Join(x.Event.Marks(!x.From.IsZero()), "; ")) }

// Words returns what happened on one line.
func (x entry) Words() string { return line(x.Text) }

// Sources lists where the event is told, a place a mention.
func (x entry) Sources() string {
	var out []string
	for _, m := range x.Mentions {
		out = append(out, fmt.Sprintf("%s:%d:%d", line(m.Name), m.Start.Line, m.Start.Column))
	}
	return strings.Join(out, ", ")
}

// Told is Sources for people: of places in one document the document is named once.
func (x entry) Told() string {
	var out []string
	last := ""
	for _, m := range x.Mentions {
		at := fmt.Sprintf("%d:%d", m.Start.Line, m.Start.Column)
		if m.Name != last {
			at = line(m.Name) + ":" + at
		}
		last = m.Name
		out = append(out, at)
	}
	return strings.Join(out, ", ")
}

// line puts text on one line and drops control characters.
func line(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f }), " ")
}
