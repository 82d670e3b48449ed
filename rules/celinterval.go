package rules

import (
	"strings"

	"factcheck/internal/fact"
	"factcheck/timeline"
)

// allen returns the name of the one of Allen's thirteen relations that holds
// between a and b (J. F. Allen, CACM 26:11, 1983): "before", "met_by", … Two
// ends that are both open are taken for the same.
func allen(a, b fact.Interval) string {
	return strings.ReplaceAll(timeline.Relate(daysOf(a), daysOf(b)).String(), " ", "_")
}

// daysOf returns i as the timeline has it.
func daysOf(i fact.Interval) timeline.Interval {
	out := timeline.Interval{From: timeline.Past, To: timeline.Future}
	if i.From != nil {
		out.From = countedDay(*i.From).Start()
	}
	if i.To != nil {
		out.To = countedDay(*i.To).Start()
	}
	return out
}

// between returns the interval from the first day to the last, both in it. It
// is empty if the last lies before the first.
func between(first, last fact.Day) fact.Interval {
	to := last.AddDays(1)
	i := fact.Interval{From: &first, To: &to, Grain: "day"}
	i.Label = daysOf(i).Label()
	return i
}

// asInterval returns the interval that a CEL value holds.
func asInterval(v any) (fact.Interval, bool) {
	switch i := v.(type) {
	case fact.Interval:
		return i, true
	case *fact.Interval:
		if i != nil {
			return *i, true
		}
	}
	return fact.Interval{}, false
}
