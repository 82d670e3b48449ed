package claims

import (
	"factcheck/internal/page"
	"factcheck/internal/values/times"
	"factcheck/rules"
)

// Times returns the time expressions of the document in order.
func Times(d *page.Page) []*rules.Time { return timeLayer.Of(d) }

var timeLayer = page.NewLayer(readTimeFacts)

func readTimeFacts(d *page.Page) []*rules.Time {
	out := make([]*rules.Time, len(d.Times))
	for i := range d.Times {
		out[i] = times.Fact(d, &d.Times[i])
	}
	addTenses(d, out)
	return out
}
