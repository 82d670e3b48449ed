// Package consumers prints what a check found for the programs that show or
// gate on it: code hosts, CI servers, review bots, editors. One file a format.
// Each counts columns in its own units, and points at a line that the file has:
// for a record of a .jsonl file, the line of the record.
package consumers

import (
	"io"
	"slices"

	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/internal/text"
)

// A Run is what a check found, and what consumers want to know beside it.
type Run struct {
	Check   *report.Check
	Version string // of factcheck
	Rules   []Rule // that ran, in order
	// Source returns the file that a document was read from.
	Source func(doc string) Source

	lines map[string]*text.Lines
}

// A Rule is a rule that can report.
type Rule struct {
	ID       string
	Severity string // error, warning or note
	Help     string // one paragraph
	Tags     []string
}

// A Source is the text that the positions of a document are in.
type Source struct {
	Text   string
	Record int // line of the record in its file; 0 for a document that is a file
}

// Formats are the names of the formats in the order in which help lists them.
func Formats() []string {
	var out []string
	for _, w := range writers {
		out = append(out, w.name)
	}
	return out
}

type writer struct {
	name  string
	write func(io.Writer, *Run) error
}

var writers = []writer{
	{"jsonl", jsonLines}, {"sarif", sarif}, {"junit", junit}, {"github", github}, {"rdjson", rdjson}, {"gitlab", gitlab},
	{"checkstyle", checkstyle}, {"markdown", markdown},
}

// Write prints r in one of Formats, and reports whether format is one.
func Write(w io.Writer, format string, r *Run) (known bool, err error) {
	i := slices.IndexFunc(writers, func(w writer) bool { return w.name == format })
	if i < 0 {
		return false, nil
	}
	return true, writers[i].write(w, r)
}

// A region is a part of a file. A whole line has no columns.
type region struct {
	file               string
	startLine, endLine int
	startRune, endRune int // columns from 1, the end behind the last; 0 for whole lines
	startByte, endByte int // likewise
	record             bool
}

// region returns where a passage stands in its file.
func (r *Run) region(doc, file string, start, end report.Position) region {
	src := r.Source(doc)
	if src.Record > 0 {
		return region{file: file, startLine: src.Record, endLine: src.Record, record: true}
	}
	l := r.linesOf(doc, src.Text)
	return region{
		file: file, startLine: start.Line, endLine: end.Line, startRune: start.Column, endRune: end.Column,
		startByte: start.Offset - l.Start(start.Line) + 1, endByte: end.Offset - l.Start(end.Line) + 1,
	}
}

func (r *Run) of(f *report.Finding) region { return r.region(f.Doc, f.File, f.Start, f.End) }

func (r *Run) ofRelated(x *report.Related) region { return r.region(x.Doc, x.File, x.Start, x.End) }

func (r *Run) linesOf(doc, src string) *text.Lines {
	if r.lines == nil {
		r.lines = map[string]*text.Lines{}
	}
	if r.lines[doc] == nil {
		r.lines[doc] = text.NewLines(src)
	}
	return r.lines[doc]
}

// advice is what a finding says beside its message, line by line: the other
// places, what was assumed, ways out.
func (r *Run) advice(f *report.Finding) []string {
	var out []string
	for i := range f.Related {
		x := &f.Related[i]
		line := render.Named(x.Name, x.File) + ":" + place(x.Start) + ": "
		if x.Quote != "" && !x.Repeats() {
			line += "“" + render.Passage(x.Quote) + "”: "
		}
		out = append(out, line+x.Message)
	}
	for _, a := range f.Assumptions {
		out = append(out, "assumed: "+a)
	}
	for _, s := range f.Suggestions {
		line := "suggest: " + s.Message
		if s.Replacement != "" {
			line += ": “" + s.Replacement + "”"
		}
		out = append(out, line)
	}
	return out
}
