package chronology

import (
	_ "embed" // the templates
	"html/template"
	"io"
	"slices"
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
	Undated       []entry
	Title         string
}

// A bar is a row of a drawing. The bar shows order, not length: its ends stand
// where they come among all ends.
type bar struct {
	entry
	Y, Text, X, Wide int
	Short            string // the words, cut for the drawing
	Sure             bool   // happened, on a day that is given
}

const (
	rowHeight = 26
	axisLeft  = 230 // where bars begin
	axisWide  = 260
	textLeft  = axisLeft + axisWide + 16
	drawn     = 110 // characters of an event in the drawing
)

// draw lays out a timeline.
func draw(t *report.Timeline, all bool) drawing {
	d := drawing{Title: "What happened when"}
	list := dated(t, all)
	ends := ends(list)
	place := func(at time.Time) int {
		k, _ := slices.BinarySearchFunc(ends, at, time.Time.Compare)
		return axisLeft + k*axisWide/max(1, len(ends)-1)
	}
	for i, x := range list {
		left := place(x.From)
		d.Rows = append(d.Rows, bar{
			entry: x, Y: i*rowHeight + 8, Text: i*rowHeight + 21, X: left, Wide: max(4, place(x.To)-left),
			Short: short(x.Words()), Sure: x.Modality == "actual" && !x.When.Inferred,
		})
	}
	d.Width, d.Height = textLeft+drawn*7, len(list)*rowHeight+12
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

// short cuts words for the drawing.
func short(s string) string {
	if utf8.RuneCountInString(s) <= drawn {
		return s
	}
	return string([]rune(s)[:drawn-1]) + "…"
}

// SVG writes a drawing: a row an event, filled where its day is given, hollow
// where it is inferred or planned.
func SVG(w io.Writer, t *report.Timeline, all bool) error {
	return page().ExecuteTemplate(w, "svg", draw(t, all))
}

// HTML writes a page of its own, without scripts: the drawing, and behind it the
// list with sources.
func HTML(w io.Writer, t *report.Timeline, all bool) error {
	return page().ExecuteTemplate(w, "html", draw(t, all))
}
