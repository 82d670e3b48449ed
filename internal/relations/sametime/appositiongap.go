package sametime

import (
	"slices"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// gap returns by how many days at least two names of a time, which mean x and
// y, miss each other; ok is false where one of them is not known. Time i is the
// first.
func (a *apposer) gap(form string, x, y side, i int) (days int64, ok bool) {
	p, q := x.Naming(), y.Naming()
	switch {
	case form == formFeast && p == timeline.Feast:
		return a.feastGap(x, y, i)
	case form == formFeast:
		return a.feastGap(y, x, i)
	case q == timeline.OnWeekday:
		return weekdayGap(y, a.dated(x, i))
	case p == timeline.OnWeekday:
		return weekdayGap(x, a.dated(y, i))
	case x.Yearless():
		return nearest(x.inYearsOf(y.means), y.means)
	case y.Yearless():
		return nearest(x.means, y.inYearsOf(x.means))
	}
	return nearest(x.means, y.means)
}

// dated returns what s can mean beside a weekday: a month and day in the years
// that the text leaves open.
func (a *apposer) dated(s side, i int) []timeline.Interval {
	if !s.Yearless() {
		return s.means
	}
	var out []timeline.Interval
	for _, y := range a.years(s.Time, i) {
		if iv := s.in(y); !iv.Empty() {
			out = append(out, iv)
		}
	}
	return out
}

// in returns s, a time without a year, in the year y.
func (s side) in(y int) timeline.Interval {
	iv := s.In(y)
	if s.to != nil && s.to.Yearless() {
		if end := s.to.In(y); !iv.Empty() && !end.Empty() {
			iv = iv.Hull(end)
		}
	}
	return iv
}

// inYearsOf returns s, whose year is not said, in the years of other and in
// those beside them.
func (s side) inYearsOf(other []timeline.Interval) []timeline.Interval {
	var out []timeline.Interval
	last := -1
	for _, iv := range other {
		from, to := yearOf(iv.From.Day())-1, yearOf(iv.LastDay())+1
		if to-from > 4 {
			continue // a decade: any year
		}
		for y := from; y <= to; y++ {
			if in := s.in(y); y != last && !in.Empty() {
				out = append(out, in)
			}
			last = y
		}
	}
	return out
}

func yearOf(d timeline.Day) int {
	y, _, _ := d.Civil()
	return y
}

// openYear is from how many days off the anchor a month and day may well be
// that of the year before or after.
const openYear = 240

// years returns the years that a month and day, or a named day, at or beside
// time i can be in: the nearest, the next one to it if that is not far, and those
// that the text names near by.
func (a *apposer) years(t *timeline.Time, i int) []int {
	var out []int
	if t.When.Closed() {
		out = append(out, yearOf(t.When.From.Day()))
	}
	for _, p := range a.d.Published.Days() {
		for y := yearOf(p) - 1; y <= yearOf(p)+1; y++ {
			if on := dayIn(t, y); !on.Empty() && abs(int(on.From.Day()-p)) <= openYear {
				out = append(out, y)
			}
		}
	}
	return a.yearsNear(i, out)
}

// dayIn returns t, a yearless date or a named day, in the year y.
func dayIn(t *timeline.Time, y int) timeline.Interval {
	if t.Naming() != timeline.Feast {
		return t.In(y)
	}
	if days := t.FeastIn(y); len(days) > 0 {
		return timeline.OneDay(days[0])
	}
	return timeline.Interval{}
}

func abs(n int) int { return max(n, -n) }

// yearsNear appends the years of the times around time i that name one, in its
// sentence and the two before.
func (a *apposer) yearsNear(i int, out []int) []int {
	times := a.d.Times
	for k := max(0, i-8); k < min(len(times), i+5); k++ {
		t := &times[k]
		if apart := times[i].Sentence - t.Sentence; apart < 0 || apart > 2 || !t.When.Closed() || t.Grain < timeline.GrainYear && t.Relative && t.Naming() != timeline.Counted {
			continue
		}
		if y := yearOf(t.When.From.Day()); y == yearOf(t.When.LastDay()) && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	return out
}

// weekdayGap returns how far the nearest day of the intervals lies from the
// weekday that t names.
func weekdayGap(t side, all []timeline.Interval) (days int64, ok bool) {
	best := int64(7)
	for _, iv := range all {
		if iv.LastDay()-iv.From.Day() >= 6 {
			return 0, true
		}
		for d := iv.From.Day(); d <= iv.LastDay(); d++ {
			off := int64(int(d.Weekday())-t.Weekday+7) % 7
			best = min(best, off, 7-off)
		}
	}
	return best, len(all) > 0
}

// feastGap returns how far the named day of feast lies from what t names, which
// means x.
func (a *apposer) feastGap(feast, t side, i int) (days int64, ok bool) {
	if y, said := feast.YearSaid(); said {
		return a.feastIn(feast, t, []int{y})
	}
	if t.Naming() == timeline.OnWeekday {
		return a.feastIn(feast, t, a.years(feast.Time, i))
	}
	if t.Yearless() {
		years := a.years(t.Time, i)
		if len(years) == 0 && strings.HasPrefix(feast.Named.Rule, "--") {
			years = []int{2000} // any leap year
		}
		return a.feastIn(feast, t, years)
	}
	var years []int
	for _, iv := range t.means {
		for y := yearOf(iv.From.Day()) - 1; y <= yearOf(iv.LastDay())+1; y++ {
			if len(years) < 16 && !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	return a.feastIn(feast, t, years)
}

// feastIn compares the named day in each of years with t.
func (a *apposer) feastIn(feast, t side, years []int) (days int64, ok bool) {
	best, found := int64(0), false
	for _, y := range years {
		kept := feast.FeastIn(y)
		on := make([]timeline.Interval, len(kept))
		for k, d := range kept {
			on[k] = timeline.OneDay(d)
		}
		var n int64
		var known bool
		switch {
		case t.Naming() == timeline.OnWeekday:
			n, known = weekdayGap(t, on)
		case t.Yearless():
			n, known = nearest(on, []timeline.Interval{t.in(y)})
		default:
			n, known = nearest(on, t.means)
		}
		if known && (!found || n < best) {
			best, found = n, true
		}
	}
	return best, found
}

// nearest returns by how many days the nearest of x and y miss each other.
func nearest(x, y []timeline.Interval) (days int64, ok bool) {
	for _, p := range x {
		for _, q := range y {
			if !p.Closed() || !q.Closed() {
				continue
			}
			n := int64(max(0, p.From.Day()-q.LastDay(), q.From.Day()-p.LastDay()))
			if !ok || n < days {
				days, ok = n, true
			}
		}
	}
	return days, ok
}

// explain notes what the one side works out to, which it returns, and the ways
// out.
func (a *apposer) explain(f *fact.Apposition, x, y side, i int) timeline.Interval {
	counted, other := x, y
	if rank(y.Time) > rank(x.Time) {
		counted, other = y, x
	}
	f.Other = other.Text
	on := counted.When
	switch {
	case counted.Naming() == timeline.Feast:
		on = a.feastBeside(counted.Time, other.Time)
	case a.half(counted.Time, i) && len(counted.means) > 0:
		on = counted.means[0]
	case counted.AnchorOpen():
		on = nearestTo(other, counted.means, on)
	}
	f.Counted = on.Label()
	f.Fixes = waysOut(f, counted.Time, other.Time, on)
	return on
}

// nearestTo returns the one of means that lies nearest to other; on without any.
func nearestTo(other side, means []timeline.Interval, on timeline.Interval) timeline.Interval {
	best, found := int64(0), false
	for _, iv := range means {
		x := other.means
		if other.Yearless() {
			x = other.inYearsOf([]timeline.Interval{iv})
		}
		if n, ok := nearest([]timeline.Interval{iv}, x); ok && (!found || n < best) {
			best, found, on = n, true, iv
		}
	}
	return on
}

// half reports whether t is the first half of time i.
func (a *apposer) half(t *timeline.Time, i int) bool {
	whole := a.d.Times[i].Span
	return t.Span.Start == whole.Start && t.Span.End < whole.End
}

// rank orders times by which of two is worked out and held against the other.
func rank(t *timeline.Time) int {
	switch t.Naming() {
	case timeline.Feast:
		return 3
	case timeline.Counted:
		return 2
	case timeline.Dated:
		return 1
	}
	return 0
}

// feastBeside returns the named day in the year that the time beside it is in.
func (a *apposer) feastBeside(feast, other *timeline.Time) timeline.Interval {
	y, said := feast.YearSaid()
	if !said {
		near := other.When
		if other.Naming() == timeline.OnWeekday || !near.Closed() {
			near = feast.When
		}
		if !near.Closed() {
			return feast.When
		}
		y = yearOf(near.From.Day())
	}
	return dayIn(feast, y)
}

// waysOut offers what other should say to fit counted, which is on, and to look
// again at counted.
func waysOut(f *fact.Apposition, counted, other *timeline.Time, on timeline.Interval) []fact.Fix {
	var out []fact.Fix
	if now := reworded(other, on); now != "" {
		at := other.Span.Start - f.At.Span.Start
		out = append(out, fact.Fix{
			Message:     "“" + counted.Text + "” is right: " + now,
			Replacement: f.Text[:at] + now + f.Text[at+other.Span.Len():],
		})
	}
	return append(out, fact.Fix{Message: "“" + other.Text + "” is right: change or drop “" + counted.Text + "”"})
}

// reworded returns the words of t, in its own style, for the time on; empty
// where they cannot be made.
func reworded(t *timeline.Time, on timeline.Interval) string {
	if !on.Closed() {
		return ""
	}
	first := on.From.Day()
	y, m, dom := first.Civil()
	single := first == on.LastDay()
	_, _, hasDay := t.MonthDay()
	switch {
	case t.Naming() == timeline.OnWeekday && single:
		return times.WithWeekday(t.Text, first.Weekday())
	case t.Naming() != timeline.Dated:
		return ""
	case hasDay && single && !t.Yearless() && t.WithDay(first) == "":
		return first.Short()
	case hasDay && single:
		if now := t.WithDay(first); now != "" {
			return now
		}
		if t.Text[0] >= '0' && t.Text[0] <= '9' {
			return strconv.Itoa(dom) + " " + m.String()
		}
		return m.String() + " " + strconv.Itoa(dom)
	case t.Grain == timeline.GrainYear && y == yearOf(on.LastDay()):
		return strconv.Itoa(y)
	case t.Grain == timeline.GrainMonth && sameMonth(first, on.LastDay()) && t.Yearless():
		return m.String()
	}
	return ""
}

func sameMonth(a, b timeline.Day) bool {
	y, m, _ := a.Civil()
	ly, lm, _ := b.Civil()
	return y == ly && m == lm
}
