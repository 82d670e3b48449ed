package timeline

import "time"

// Modified reports whether last, this or next stands with the expression.
func (r *Reading) Modified() bool { return r.modified }

// LoneClock reports whether the words are a clock time, or a part of the day,
// without a day.
func (r *Reading) LoneClock() bool { return r.op == opClock }

// MonthDay returns the month and the day of the month that the words say.
func (r *Reading) MonthDay() (m time.Month, dom int, ok bool) {
	return monthOf(r.month), r.dom, r.month > 0 && r.dom > 0 && r.Problem == ""
}

// Clock returns the time of day that the words state, in minutes after
// midnight, 1440 for the midnight that ends a day; ok is false where they state
// none.
func (r *Reading) Clock() (minute int, ok bool) {
	return r.clock, r.clock >= 0 && r.op != opOffset && r.Problem == ""
}

// UTCOffset returns the time zone of a clock time in minutes east of UTC. ok is false
// where the words state none, or one that leaves open whether summer time is
// in force (ET).
func (r *Reading) UTCOffset() (east int, ok bool) { return r.zone, r.hasZone }

// Deictic reports whether the words name a day only as seen from the day of
// writing: "today", "last night", "on Friday", "next Tuesday", "the day before
// yesterday". A month and day whose year is left out is not such a name.
func (r *Reading) Deictic() bool {
	if r.Discourse || r.Grain > GrainDay || r.Type == SET || r.plural {
		return false
	}
	return r.op == opShift && r.unit == GrainDay || r.op == opWeekday && r.dom < 0
}
