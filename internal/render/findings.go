package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"factcheck/internal/report"
)

// Lines are at least and at most so wide: narrower ones break too often, wider
// ones are hard to read.
const (
	minWidth = 80
	maxWidth = 120
)

// SetWidth makes lines as wide as a terminal of so many columns, between 80 and
// 120. A word that is longer stands out. Without it, or with 0, each message is one
// line, and the lines of articles are cut at 100.
func (t *Text) SetWidth(columns int) *Text {
	if columns > 0 {
		t.width = min(max(columns, minWidth), maxWidth)
	}
	return t
}

// freeWidth is how much of an article's line is shown where there is no terminal.
const freeWidth = 100

// Check prints the findings article by article in the order of the text: the
// message, the line of the article with the passage underlined and its id, the other
// sides, and ways out. source returns the text that the positions of a document are in;
// where it has none, the passage stands alone.
func (t *Text) Check(c *report.Check, source func(doc string) string) error {
	lines := lineCache{source: source}
	for i, f := range byArticle(c) {
		if i > 0 {
			t.printf("\n")
		}
		t.finding(f, &lines)
	}
	return t.flush()
}

// byArticle returns the findings in the order of the articles and their texts;
// what stands at one place, the worst first.
func byArticle(c *report.Check) []*report.Finding {
	order := map[string]int{}
	for i, d := range c.Documents {
		order[d.Doc] = i
	}
	out := make([]*report.Finding, len(c.Findings))
	for i := range c.Findings {
		out[i] = &c.Findings[i]
		if _, known := order[out[i].Doc]; !known {
			order[out[i].Doc] = len(order)
		}
	}
	slices.SortStableFunc(out, func(a, b *report.Finding) int {
		return cmp.Or(cmp.Compare(order[a.Doc], order[b.Doc]), cmp.Compare(a.Start.Offset, b.Start.Offset))
	})
	return out
}

func (t *Text) finding(f *report.Finding, lines *lineCache) {
	head := fmt.Sprintf("%s:%d:%d: ", Named(f.Name, f.File), f.Start.Line, f.Start.Column)
	t.wrap(4, runs{{head, nil}, {f.Severity + ":", t.bySev[f.Severity]}, {" " + clean(f.Message) + " ", t.bold}, {"[" + f.Rule + "]", t.faint}})
	t.excerpt(f, lines)
	t.related(f)
	if len(f.Assumptions) > 0 {
		t.wrap(4, runs{{"  ", nil}, {"assumed:", t.faint}, {" " + strings.Join(cleaned(f.Assumptions), "; "), nil}})
	}
	t.suggestions(f.Suggestions)
}

// related prints the other sides of a finding; passages of one document of which the
// same is said share a line.
func (t *Text) related(f *report.Finding) {
	own := Named(f.Name, f.File)
	for i := 0; i < len(f.Related); {
		first := &f.Related[i]
		where, message := place(first, own), clean(first.Message)
		for i++; i < len(f.Related) && first.SameOf(&f.Related[i]); i++ {
			where += ", " + place(&f.Related[i], Named(first.Name, first.File))
		}
		t.wrap(6, runs{{"  " + where + ": " + message, nil}})
	}
}

// place returns where another side stands, with its document if that is not own, and
// its words if the message does not repeat them.
func place(r *report.Related, own string) string {
	where := fmt.Sprintf("%d:%d", r.Start.Line, r.Start.Column)
	if n := Named(r.Name, r.File); n != own {
		where = n + ":" + where
	}
	if r.Quote != "" && !r.Repeats() {
		where += ": “" + Passage(r.Quote) + "”"
	}
	return where
}

// suggestions prints the ways out, on one line where that holds them.
func (t *Text) suggestions(all []report.Suggestion) {
	line := runs{{" ", nil}}
	wide := -1
	for i := range all {
		label := "suggest:"
		if i > 0 {
			label = "or:"
		}
		words := way(&all[i], i > 0)
		line = append(line, run{" ", nil}, run{label, t.bold}, run{" " + words + " ", nil})
		wide += len(label) + runewidth.StringWidth(words) + 3
	}
	if len(all) > 1 && wide < t.width {
		t.wrap(4, line)
		return
	}
	for i := range all {
		label := "suggest:"
		if i > 0 {
			label = "     or:"
		}
		t.wrap(4, runs{{"  ", nil}, {label, t.bold}, {" " + way(&all[i], i > 0), nil}})
	}
}

// way returns a suggestion in words, with what is to be written unless they say it;
// later is true of those behind the first.
func way(s *report.Suggestion, later bool) string {
	words := clean(s.Message)
	if later {
		words = strings.TrimPrefix(words, "or ")
	}
	if w := s.Wording(); w != "" {
		words += ": “" + clean(w) + "”"
	}
	return words
}

func cleaned(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = clean(s)
	}
	return out
}

// A run is text that is painted in one way.
type run struct {
	text  string
	paint func(...any) string // nil: not at all
}

type runs []run

// wrap prints runs as a paragraph whose lines after the first are indented. Colour
// takes no room.
func (t *Text) wrap(indent int, all runs) {
	at, gap := 0, 0 // columns written, blanks that are due
	for _, r := range all {
		var piece strings.Builder // of the run, on one line
		flush := func() {
			s := piece.String()
			if blanks := len(s) - len(strings.TrimLeft(s, " ")); r.paint != nil && s != "" {
				s = s[:blanks] + r.paint(s[blanks:])
			}
			t.printf("%s", s)
			piece.Reset()
		}
		for rest := r.text; rest != ""; {
			trimmed := strings.TrimLeft(rest, " ")
			gap += len(rest) - len(trimmed)
			word, _, _ := strings.Cut(trimmed, " ")
			rest = trimmed[len(word):]
			wide := runewidth.StringWidth(word)
			switch {
			case word == "":
				continue
			case t.width > 0 && at > indent && gap > 0 && at+gap+wide > t.width:
				flush()
				t.printf("\n%s", strings.Repeat(" ", indent))
				at = indent
			default:
				piece.WriteString(strings.Repeat(" ", gap))
				at += gap
			}
			piece.WriteString(word)
			at += wide
			gap = 0
		}
		flush()
	}
	t.printf("\n")
}

// excerpt prints the line of the article that the passage begins on, as much of it
// as fits, and marks below the passage.
func (t *Text) excerpt(f *report.Finding, lines *lineCache) {
	line, from, to, ok := lines.passage(f)
	if !ok {
		here := "    "
		if f.Quote != "" {
			here = "    here: “" + Passage(f.Quote) + "”  "
		}
		t.wrap(6, runs{{here, nil}, {f.ID, t.faint}})
		return
	}
	const indent = "    "
	before, passage, after := clean(line[:from]), clean(line[from:to]), clean(line[to:])
	room := t.width - len(indent)
	if t.width == 0 {
		room = freeWidth - len(indent)
	}
	passage = fit(passage, room-2)
	rest := room - runewidth.StringWidth(passage)
	right := min(runewidth.StringWidth(after), max(rest/2, rest-runewidth.StringWidth(before)))
	left := rest - right
	before, after = tail(before, left), fit(after, right)
	t.printf("%s%s%s%s\n", indent, before, passage, strings.TrimRight(after, " "))
	at, wide := runewidth.StringWidth(before), max(1, runewidth.StringWidth(passage))
	t.printf("%s%s%s", indent, strings.Repeat(" ", at), t.bySev[f.Severity](strings.Repeat("^", wide)))
	if t.width > 0 && len(indent)+at+wide+2+len(f.ID) > t.width {
		t.printf("\n%s%s", indent, t.faint(f.ID))
	} else {
		t.printf("  %s", t.faint(f.ID))
	}
	t.printf("\n")
}

// fit returns the beginning of s that is at most so wide, cut behind a word where
// one ends close by, with three dots for the rest.
func fit(s string, width int) string {
	if runewidth.StringWidth(s) <= width {
		return s
	}
	s = runewidth.Truncate(s, max(width-1, 0), "")
	if i := strings.LastIndexByte(s, ' '); i > len(s)-longestCut {
		s = s[:i+1]
	}
	return s + "…"
}

// tail returns the end of s, likewise.
func tail(s string, width int) string {
	wide := runewidth.StringWidth(s)
	if wide <= width {
		return s
	}
	for s != "" && wide+1 > width {
		r, n := utf8.DecodeRuneInString(s)
		wide -= runewidth.RuneWidth(r)
		s = s[n:]
	}
	if i := strings.IndexByte(s, ' '); i >= 0 && i < longestCut && i+1 < len(s) {
		s = s[i:]
	}
	return "…" + s
}

// longestCut is how much of a word is left out so as not to cut it, in bytes.
const longestCut = 20

// A lineCache finds the lines of articles.
type lineCache struct {
	source func(doc string) string
	doc    string
	text   string
}

// longestLine is how much of a line round a passage is looked at, in bytes to each
// side.
const longestLine = 4096

// passage returns the line that a finding begins on, or a part of it, and where the
// passage stands in it.
func (c *lineCache) passage(f *report.Finding) (line string, from, to int, ok bool) {
	if c.source == nil || f.Quote == "" {
		return "", 0, 0, false
	}
	if c.doc != f.Doc || c.text == "" {
		c.doc, c.text = f.Doc, c.source(f.Doc)
	}
	s := c.text
	if f.End.Offset > len(s) || f.Start.Offset >= f.End.Offset {
		return "", 0, 0, false
	}
	start := max(0, f.Start.Offset-longestLine)
	if i := strings.LastIndexByte(s[start:f.Start.Offset], '\n'); i >= 0 {
		start += i + 1
	}
	for start < f.Start.Offset && !utf8.RuneStart(s[start]) {
		start++
	}
	end := min(len(s), f.Start.Offset+longestLine)
	if i := strings.IndexByte(s[f.Start.Offset:end], '\n'); i >= 0 {
		end = f.Start.Offset + i
	}
	for end < len(s) && end > f.Start.Offset && !utf8.RuneStart(s[end]) {
		end--
	}
	line = s[start:end]
	return line, f.Start.Offset - start, min(f.End.Offset, end) - start, true
}
