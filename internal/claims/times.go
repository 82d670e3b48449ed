package claims

import (
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/values/times"
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
