// Package render prints reports for people and machines, one function a
// format.
package render

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/fatih/color"

	"factcheck/internal/report"
)

// JSON writes v as indented JSON, without escaping HTML signs.
func JSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// A Text prints for people. Colour only repeats what the words say.
type Text struct {
	w      *strings.Builder
	out    io.Writer
	bold   func(a ...any) string
	faint  func(a ...any) string
	bySev  map[string]func(a ...any) string
	colour bool

	width int // see SetWidth
}

// NewText returns a printer to out. colour says whether to use it: the caller
// knows the terminal and NO_COLOR.
func NewText(out io.Writer, colour bool) *Text {
	paint := func(attrs ...color.Attribute) func(a ...any) string {
		c := color.New(attrs...)
		if colour {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return &Text{
		w: &strings.Builder{}, out: out, colour: colour,
		bold: paint(color.Bold), faint: paint(color.Faint),
		bySev: map[string]func(a ...any) string{"error": paint(color.FgRed, color.Bold), "warning": paint(color.FgYellow, color.Bold), "note": paint(color.FgCyan)},
	}
}

func (t *Text) flush() error {
	_, err := io.WriteString(t.out, t.w.String())
	t.w.Reset()
	return err
}

func (t *Text) printf(format string, args ...any) { fmt.Fprintf(t.w, format, args...) }

// maxQuote is how much of a passage is shown, in runes: about two lines of a
// terminal.
const maxQuote = 160

// Passage returns a passage on one line, cut in its middle when it is long, without
// control characters.
func Passage(s string) string {
	r := []rune(strings.Join(strings.Fields(clean(s)), " "))
	if len(r) <= maxQuote {
		return string(r)
	}
	return string(r[:maxQuote*2/3]) + " … " + string(r[len(r)-maxQuote/3:])
}

// clean drops control characters, so that no text can steer the terminal or
// turn its lines round, and puts line ends on one line.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// Clean is what every text goes through on its way to a terminal: it drops control
// characters and puts line ends on one line.
func Clean(s string) string { return clean(s) }

// Named returns how a document is called: by its name for people, else by its
// file.
func Named(name, file string) string {
	if name == "" {
		name = file
	}
	return clean(name)
}

// Dates prints each document's publication date and times.
func (t *Text) Dates(d report.DatedSeq) error {
	first := true
	for doc := range d.All {
		if !first {
			t.printf("\n")
		}
		first = false
		t.printf("%s  published %s\n", t.bold(Named(doc.Name, doc.File)), t.published(&doc.Published))
		for _, x := range doc.Times {
			t.printf("  %d:%d  “%s” → %s  %s\n", x.Place.Line, x.Place.Column, Passage(x.Text), t.bold(meaning(&x)), t.faint(clean(x.Explanation)))
		}
		if err := t.flush(); err != nil {
			return err
		}
	}
	return nil
}

func (t *Text) published(p *report.Published) string {
	if p.From == nil && p.To == nil {
		return "at an unknown date: " + clean(p.Explanation)
	}
	return fmt.Sprintf("%s (%s: %s)", span(p.From, p.To), p.Source, clean(p.Explanation))
}

func meaning(x *report.Time) string {
	if x.From == nil && x.To == nil {
		return x.Value
	}
	s := x.Value
	if from := span(x.From, x.To); from != s {
		s += " " + from
	}
	return s
}

// span writes a half-open interval of days the way JSON has it, and one day as
// that day.
func span(from, to *string) string {
	end := func(s *string) string {
		if s == nil {
			return "…"
		}
		return *s
	}
	return "[" + end(from) + ", " + end(to) + ")"
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
