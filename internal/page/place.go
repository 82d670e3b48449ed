package page

import (
	"time"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// PlaceOf returns the place of a span of the document.
func (d *Page) PlaceOf(s text.Span) fact.Place {
	return fact.Place{Doc: d.Article.ID, File: d.Article.File, Span: s, Around: d.Around, Text: s.In(d.Article.Flow())}
}

// TopPlace returns the document's first body sentence, else its headline, else
// its first sentence.
func (d *Page) TopPlace() fact.Place {
	best := text.Span{}
	for _, want := range []article.Kind{article.Body, article.Headline, 0} {
		for _, s := range d.Sentences {
			if s.Zone == want || want == 0 {
				return d.PlaceOf(s.Span)
			}
		}
	}
	return d.PlaceOf(best)
}

func Day(d timeline.Day) *fact.Day {
	y, m, dom := d.Civil()
	out := fact.NewDay(y, m, dom)
	return &out
}

// Interval turns an interval into the fact that rules see; nil when unknown.
func Interval(iv timeline.Interval, grain string) *fact.Interval {
	if !iv.Known() {
		return nil
	}
	out := &fact.Interval{Grain: grain, Label: iv.Label()}
	if !iv.From.Open() {
		out.From = Day(iv.From.Day())
	}
	if !iv.To.Open() {
		to := iv.To.Day()
		if iv.To != to.Start() {
			to++
		}
		out.To = Day(to)
	}
	return out
}

func Number(n int) *int64 {
	out := int64(n)
	return &out
}

func IsoWeekday(w time.Weekday) int64 { return int64(w+6)%7 + 1 }

// SingleDay returns the day in which iv lies, if it is one.
func SingleDay(iv timeline.Interval) (timeline.Day, bool) {
	if !iv.Closed() || iv.From.Day() != iv.LastDay() {
		return 0, false
	}
	return iv.From.Day(), true
}
