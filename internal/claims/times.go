package claims

import (
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// Times returns the time expressions of the document in order.
func Times(d *page.Page) []*fact.Time { return timeLayer.Of(d) }

var timeLayer = page.NewLayer(readTimeFacts)

func readTimeFacts(d *page.Page) []*fact.Time {
	out := make([]*fact.Time, len(d.Times))
	for i := range d.Times {
		out[i] = times.Fact(d, &d.Times[i])
	}
	addTenses(d, out)
	return out
}

// Finer reports whether a says more closely than b when something was: it is
// shorter, or the only one with both ends.
func Finer(a, b timeline.Interval) bool {
	return a.Closed() && (!b.Closed() || a.To-a.From < b.To-b.From)
}
