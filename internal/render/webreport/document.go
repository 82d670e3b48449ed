package webreport

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factcheck/internal/report"
	"factcheck/internal/text"
)

// document returns an article with its findings, which are numbered in the order
// of the text, on from number.
func (in *Input) document(d *report.Document, findings []*report.Finding, number *int) documentView {
	c := in.Copy(d.Doc)
	out := documentView{ID: "a" + strconv.Itoa(*number+1), Name: d.File, Title: c.Title, Published: when(&d.Published), Why: d.Published.Explanation}
	if out.Title == "" {
		out.Title = c.headline()
	}
	if n := findings[0].Name; n != "" {
		out.Name = n
	}
	ordered := slices.Clone(findings)
	slices.SortStableFunc(ordered, func(a, b *report.Finding) int { return a.Span.Start - b.Span.Start })
	var all []underline
	for _, f := range ordered {
		*number++
		all = append(all, underline{*number, f.Severity, f.Span})
		out.Findings = append(out.Findings, in.finding(*number, f))
	}
	out.Paragraphs = paragraphs(c, all)
	return out
}

// when returns the publication date of a document in words.
func when(p *report.Published) string {
	switch {
	case p.From == nil && p.To == nil:
		return "on an unknown day"
	case p.From == nil:
		return "before " + *p.To
	case p.To == nil:
		return "from " + *p.From + " on"
	}
	return *p.From
}

func (in *Input) finding(n int, f *report.Finding) findingView {
	v := findingView{
		N: n, Severity: f.Severity, Mark: marks[f.Severity], Message: f.Message, Assumptions: f.Assumptions, Suggestions: f.Suggestions,
		Rule: f.Rule, ID: f.ID, Confidence: f.Confidence,
	}
	v.Sides = append(v.Sides, side{Where: "here, line " + strconv.Itoa(f.Start.Line), Quote: f.Quote, Link: n})
	for i := range f.Related {
		x := &f.Related[i]
		s := side{Where: fmt.Sprintf("line %d", x.Start.Line), Quote: x.Quote, Message: x.Message}
		if x.Repeats() { // the passage stands above it
			s.Message = strings.TrimSpace(strings.TrimPrefix(x.Message, "“"+x.Quote+"”"))
		}
		if x.Doc != f.Doc {
			name := x.Name
			if name == "" {
				name = x.File
			}
			s.Where = name + ", " + s.Where
			s.Published = in.publishedOf(x.Doc)
		}
		v.Sides = append(v.Sides, s)
	}
	return v
}

func (in *Input) publishedOf(doc string) string {
	for i := range in.Check.Documents {
		if d := &in.Check.Documents[i]; d.Doc == doc {
			return when(&d.Published)
		}
	}
	return ""
}

// An underline is the passage of a finding.
type underline struct {
	n        int
	severity string
	span     text.Span
}

// A paragraph is a line of the article, cut where underlines begin and end.
type paragraph struct {
	Kind   string
	Pieces []piece
}

// A piece is text with the findings that it belongs to. Starts are those that
// begin with it.
type piece struct {
	Text     string
	Severity string // the worst; empty for none
	Starts   []int
}

// paragraphs cuts an article into lines and those into pieces. What is furniture,
// front matter or a stamp is left out, unless a finding stands in it.
func paragraphs(c Copy, all []underline) []paragraph {
	var out []paragraph
	for _, part := range c.Parts {
		if part.Kind == "frontmatter" || part.Kind == "furniture" && !touches(all, part.Span) {
			continue
		}
		for start := part.Span.Start; start < part.Span.End; {
			end := part.Span.End
			if i := strings.IndexByte(c.Text[start:end], '\n'); i >= 0 {
				end = start + i
			}
			if strings.TrimSpace(c.Text[start:end]) != "" {
				out = append(out, paragraph{part.Kind, pieces(c.Text, heading(c.Text, text.Span{Start: start, End: end}), all)})
			}
			start = end + 1
		}
	}
	return out
}

// heading returns a line without the marks of a Markdown heading.
func heading(src string, line text.Span) text.Span {
	s := line.In(src)
	if rest := strings.TrimLeft(s, "#"); rest != s && strings.HasPrefix(rest, " ") {
		line.Start = line.End - len(strings.TrimLeft(rest, " "))
	}
	return line
}

// headline returns the first line of the article's headline, empty for none.
func (c *Copy) headline() string {
	for _, p := range c.Parts {
		if p.Kind == "headline" {
			line, _, _ := strings.Cut(p.Span.In(c.Text), "\n")
			return strings.TrimSpace(strings.TrimLeft(line, "# "))
		}
	}
	return ""
}

func touches(all []underline, s text.Span) bool {
	return slices.ContainsFunc(all, func(u underline) bool { return u.span.Overlaps(s) })
}

// pieces cuts a line where underlines begin and end.
func pieces(src string, line text.Span, all []underline) []piece {
	cuts := []int{line.Start, line.End}
	var here []underline
	for _, u := range all {
		if !u.span.Overlaps(line) {
			continue
		}
		here = append(here, u)
		cuts = append(cuts, max(u.span.Start, line.Start), min(u.span.End, line.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for i := 1; i < len(cuts); i++ {
		s := text.Span{Start: cuts[i-1], End: cuts[i]}
		p := piece{Text: s.In(src)}
		for _, u := range here {
			if !u.span.Overlaps(s) {
				continue
			}
			p.Severity = worse(p.Severity, u.severity)
			if max(u.span.Start, line.Start) == s.Start && u.span.Start >= line.Start {
				p.Starts = append(p.Starts, u.n)
			}
		}
		out = append(out, p)
	}
	return out
}

func worse(a, b string) string {
	for _, s := range severities {
		if a == s || b == s {
			return s
		}
	}
	return b
}
