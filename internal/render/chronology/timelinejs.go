package chronology

import (
	"encoding/json"
	"html"
	"io"
	"time"

	"factcheck/internal/report"
)

// A slide is an event as TimelineJS reads it.
type slide struct {
	Start   date   `json:"start_date"`
	End     *date  `json:"end_date,omitempty"` // the last day; nil for one day
	Display string `json:"display_date"`
	Text    words  `json:"text"`
	Group   string `json:"group"`
	ID      string `json:"unique_id"`
}

type date struct {
	Year   int  `json:"year"`
	Month  int  `json:"month"`
	Day    int  `json:"day"`
	Hour   *int `json:"hour,omitempty"`
	Minute *int `json:"minute,omitempty"`
}

// words are shown as HTML.
type words struct {
	Headline string `json:"headline"`
	Text     string `json:"text"`
}

// TimelineJS writes the JSON that TimelineJS (timeline.knightlab.com) shows.
func TimelineJS(w io.Writer, t *report.Timeline, all bool) error {
	slides := []slide{}
	for _, x := range dated(t, all) {
		s := slide{
			Start: x.date(x.From), Display: x.Label(), Group: x.Kind, ID: x.ID,
			Text: words{html.EscapeString(x.Words()), html.EscapeString(x.description())},
		}
		if last := x.last(); last.After(x.From) {
			end := x.date(last)
			s.End = &end
		}
		slides = append(slides, s)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"events": slides})
}

// last returns the last day, or minute, of the event.
func (x entry) last() time.Time {
	if x.Whole {
		return x.To.AddDate(0, 0, -1)
	}
	return x.To.Add(-time.Minute)
}

func (x entry) date(at time.Time) date {
	d := date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
	if !x.Whole {
		h, m := at.Hour(), at.Minute()
		d.Hour, d.Minute = &h, &m
	}
	return d
}
