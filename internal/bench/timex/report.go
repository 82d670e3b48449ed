package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// A result is what the program prints.
type result struct {
	Documents int      `json:"documents"`
	Gold      int      `json:"gold"`
	Bytes     int      `json:"bytes"` // of text
	Systems   []system `json:"systems"`
}

// A system is a resolver with its figures.
type system struct {
	Name        string   `json:"system"`
	MBPerSecond float64  `json:"mbPerSecond"` // million bytes a second on one thread
	All         figures  `json:"all"`
	Parts       []part   `json:"parts"`
	Gap         *figures `json:"gap,omitempty"` // the first of two parts minus the second

	alignments []alignment
}

// A part is a folder of the corpus.
type part struct {
	Name string `json:"part"`
	figures
}

// measure runs every resolver on docs.
func measure(docs []*document) (*result, error) {
	r := &result{Documents: len(docs)}
	for _, d := range docs {
		r.Gold += len(d.gold)
		r.Bytes += len(d.text)
	}
	for _, one := range resolvers {
		p, err := one.load(docs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", one.name, err)
		}
		took := fastest(p)
		s := score(docs, p.times())
		s.Name = one.name
		s.MBPerSecond = float64(r.Bytes) / 1e6 / took.Seconds()
		r.Systems = append(r.Systems, s)
	}
	return r, nil
}

// score compares found, a list a document, with the gold of docs.
func score(docs []*document, found [][]timex) system {
	names := parts(docs)
	var all tally
	byPart := make([]tally, len(names))
	var s system
	for i, d := range docs {
		a := align(d, found[i])
		s.alignments = append(s.alignments, a)
		all.add(a)
		if k := slices.Index(names, d.part); k >= 0 {
			byPart[k].add(a)
		}
	}
	s.All = all.figures()
	for k, name := range names {
		s.Parts = append(s.Parts, part{name, byPart[k].figures()})
	}
	if len(s.Parts) == 2 {
		gap := s.Parts[0].figures.minus(s.Parts[1].figures)
		s.Gap = &gap
	}
	return s
}

func printJSON(w io.Writer, r *result) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

func printText(w io.Writer, r *result) error {
	fmt.Fprintf(w, "%d documents, %d gold times, %.2f MB of text; in percent, gaps in points\n\n", r.Documents, r.Gold, float64(r.Bytes)/1e6)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "system\tpart\tdocs\tgold\tfound\tstrict P\tR\tF1\trelaxed P\tR\tF1\ttype F1\tvalue F1\tweekdays\tMB/s\t")
	for _, s := range r.Systems {
		row(table, s.Name, "all", s.All, fmt.Sprintf("%.2f", s.MBPerSecond))
		if len(s.Parts) < 2 {
			continue
		}
		for _, p := range s.Parts {
			row(table, s.Name, p.Name, p.figures, "")
		}
		if s.Gap != nil {
			fmt.Fprintf(table, "%s\tgap\t\t\t\t%s\t\t\n", s.Name, s.Gap.columns("%+.2f"))
		}
	}
	return table.Flush()
}

func row(w io.Writer, system, part string, f figures, speed string) {
	fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%s\t%s\t\n", system, part, f.Documents, f.Gold, f.Found, f.columns("%.2f"), speed)
}

// columns returns the fractions in percent, a tab between them.
func (f figures) columns(format string) string {
	var out []string
	for _, x := range []float64{f.Strict.P, f.Strict.R, f.Strict.F1, f.Relaxed.P, f.Relaxed.R, f.Relaxed.F1, f.TypeF1, f.ValueF1, f.Weekday} {
		out = append(out, fmt.Sprintf(format, 100*x))
	}
	return strings.Join(out, "\t")
}

// An errorLine is one difference from the gold.
type errorLine struct {
	start               int
	kind                string
	gold, found, around string
}

// printErrors prints a line for every time that was missed, is spurious or has
// a wrong value, type or span: what is wrong, the document, the gold, what was
// found, and the words around it, with tabs between.
func printErrors(w io.Writer, all []alignment) {
	for _, a := range all {
		for _, l := range a.errors() {
			fmt.Fprintf(w, "%s\t%s\tgold: %s\tsystem: %s\t%s\n", l.kind, a.doc.id, l.gold, l.found, l.around)
		}
	}
}

// errors returns the errors of a document in the order of its text.
func (a *alignment) errors() []errorLine {
	var out []errorLine
	for _, g := range a.missed {
		out = append(out, errorLine{g.Start, "missed", a.doc.show(g), "", a.doc.around(g)})
	}
	for _, f := range a.spurious {
		out = append(out, errorLine{f.Start, "spurious", "", a.doc.show(f), a.doc.around(f)})
	}
	for _, p := range a.pairs {
		if kind := p.wrong(); kind != "" {
			out = append(out, errorLine{p.gold.Start, kind, a.doc.show(p.gold), a.doc.show(p.found), a.doc.around(p.gold)})
		}
	}
	slices.SortFunc(out, func(x, y errorLine) int {
		return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.kind, y.kind), cmp.Compare(x.gold, y.gold), cmp.Compare(x.found, y.found))
	})
	return out
}

// wrong names what differs, joined by plus signs; nothing when all is right.
func (p pair) wrong() string {
	var out []string
	if p.gold.Value != p.found.Value {
		out = append(out, "value")
	}
	if p.gold.Type != p.found.Type {
		out = append(out, "type")
	}
	if p.gold.Span != p.found.Span {
		out = append(out, "span")
	}
	return strings.Join(out, "+")
}

// show returns a time with its words on one line.
func (d *document) show(t timex) string {
	return fmt.Sprintf("'%s' %s %s", oneLine(t.In(d.text)), cmp.Or(t.Type, "-"), cmp.Or(t.Value, "-"))
}

// around returns t with about 50 bytes before and 40 after it.
func (d *document) around(t timex) string {
	return "… " + oneLine(d.text[max(0, t.Start-50):min(len(d.text), t.End+40)]) + " …"
}

// oneLine makes every blank one space and drops the halves of cut characters.
func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }
