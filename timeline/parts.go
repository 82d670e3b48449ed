package timeline

import "time"

// Modified reports whether last, this or next stands with the expression.
func (r *Reading) Modified() bool { return r.modified }

// LoneClock reports whether the words are a clock time without a day.
func (r *Reading) LoneClock() bool { return r.op == opClock }

// MonthDay returns the month and the day of the month that the words say.
func (r *Reading) MonthDay() (m time.Month, dom int, ok bool) {
	return monthOf(r.month), r.dom, r.month > 0 && r.dom > 0 && r.Problem == ""
}
