package chronology

import (
	_ "embed" // the templates
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"factcheck/internal/report"
)

//go:embed timeline.gohtml
var pageSource string

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("timeline").Parse(pageSource))
})

// A drawing is the timeline in rows, one an event, with a bar for the time in
// which it was. Positions are in pixels.
type drawing struct {
	Width, Height int
	Rows          []bar
	Ticks         []tick
	Undated       []entry
	Title         string
	Named         bool // the words stand in the drawing
}

// A bar is a row of a drawing. The bar shows order, not length: its ends stand
// where they come among all ends.
type bar struct {
	entry
	N                int // from 1, its number in the list behind
	Y, Text, X, Wide int
	Short            string // the words, cut for the drawing
	Sure             bool   // happened, on a day that is given
	Before, After    bool   // no first, no last day is known
}

// Middle returns the height at which a line through the bar runs.
func (b bar) Middle() int { return b.Y + barHeight/2 }

// End returns where the bar ends.
func (b bar) End() int { return b.X + b.Wide }

// Left and Right are where bars begin and end, Words where words stand beside them.
func (drawing) Left() int  { return axisLeft }
func (drawing) Right() int { return axisLeft + axisWide }
func (drawing) Words() int { return textLeft }

// A tick is a line of the axis, where a year, a month or a day begins that the
// bars before it had not.
type tick struct {
	X     int
	Label string
}

const (
	rowHeight = 26
	barHeight = 14
	axisHigh  = 26  // the labels of the axis, above the rows
	axisLeft  = 272 // where bars begin
	axisWide  = 300
	textLeft  = axisLeft + axisWide + 20
	drawn     = 110 // characters of an event in the drawing
	tickApart = 74  // pixels, at least
)

// draw lays out a timeline, with the words of the events if named is true.
func draw(t *report.Timeline, all, named bool) drawing {
	d := drawing{Title: "What happened when", Named: named, Width: textLeft}
	list := dated(t, all)
	ends := ends(list)
	place := func(at time.Time) int {
		k, _ := slices.BinarySearchFunc(ends, at, time.Time.Compare)
		return axisLeft + k*axisWide/max(1, len(ends)-1)
	}
	for i, x := range list {
		left, y := place(x.From), axisHigh+i*rowHeight
		d.Rows = append(d.Rows, bar{
			entry: x, N: i + 1, Y: y + 6, Text: y + 18, X: left, Wide: max(4, place(x.To)-left), Short: short(x.Words()),
			Sure: x.Modality == "actual" && !x.When.Inferred, Before: x.When.From == nil, After: x.When.To == nil,
		})
	}
	d.Ticks = ticks(ends, place)
	if named {
		d.Width += drawn * 7
	}
	d.Height = axisHigh + len(list)*rowHeight + 8
	for _, x := range entries(t, all) {
		if x.From.IsZero() {
			d.Undated = append(d.Undated, x)
		}
	}
	return d
}

// ends returns all beginnings and ends in order, each once.
func ends(list []entry) []time.Time {
	var out []time.Time
	for _, x := range list {
		out = append(out, x.From, x.To)
	}
	slices.SortFunc(out, time.Time.Compare)
	return slices.CompactFunc(out, time.Time.Equal)
}

// ticks labels the axis: years where it spans some, else months, else days; none
// that would touch the one before.
func ticks(ends []time.Time, place func(time.Time) int) []tick {
	if len(ends) == 0 {
		return nil
	}
	layout := axisLayout(ends[0], ends[len(ends)-1])
	var out []tick
	last := ""
	for _, at := range ends[:len(ends)-1] {
		label, x := at.Format(layout), place(at)
		if label == last || len(out) > 0 && x-out[len(out)-1].X < tickApart {
			continue
		}
		last = label
		out = append(out, tick{x, label})
	}
	return out
}

// axisLayout returns how the labels of an axis are written.
func axisLayout(first, last time.Time) string {
	switch {
	case last.Sub(first) > 3*365*24*time.Hour:
		return "2006"
	case last.Sub(first) > 60*24*time.Hour:
		return "Jan 2006"
	}
	return "2 Jan 2006"
}

// short cuts words for the drawing.
func short(s string) string {
	if utf8.RuneCountInString(s) <= drawn {
		return s
	}
	return string([]rune(s)[:drawn-1]) + "…"
}

// SVG writes a drawing: a row an event, filled where its day is given, hollow
// where it is inferred or planned, with an arrow where an end is not known.
func SVG(w io.Writer, t *report.Timeline, all bool) error {
	return page().ExecuteTemplate(w, "svg", draw(t, all, true))
}

// HTML writes a page of its own, without scripts: the drawing, and behind it the
// list with sources.
func HTML(w io.Writer, t *report.Timeline, all bool) error {
	return page().ExecuteTemplate(w, "html", draw(t, all, true))
}

// Section returns the drawing without words and the numbered list behind it, for a
// page of somebody else, empty where no event is to be shown.
func Section(t *report.Timeline) (template.HTML, error) {
	d := draw(t, false, false)
	if len(d.Rows)+len(d.Undated) == 0 {
		return "", nil
	}
	var b strings.Builder
	err := page().ExecuteTemplate(&b, "section", d)
	return template.HTML(b.String()), err
}
