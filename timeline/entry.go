package timeline

import (
	"cmp"
	"sort"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// A liveEntry is a part of a live blog: what stands behind a stamp of its own, up to the next.
type liveEntry struct {
	stamp text.Span
	day   Day
}

// minEntries is how many stamps with text behind them make a live blog: a page has one,
// and another where it was updated.
const minEntries = 3

// liveEntries returns the entries of a live blog, in order; nil for an article that is
// none. A stamp that says no day, "14:05 GMT", has that of the last one above it that
// does; those above all of these are no entries, as their day is that of publication.
// Where no stamp says one, the clock times tell where midnight is passed.
func (d *Document) liveEntries() []liveEntry {
	stamps := d.entryStamps()
	if len(stamps) < minEntries {
		return nil
	}
	var out []liveEntry
	var last *liveEntry
	for _, stamp := range stamps {
		if day, ok := d.dayOfStamp(stamp); ok {
			last = &liveEntry{day: day, stamp: stamp}
		}
		if last != nil {
			out = append(out, *last)
		}
	}
	if last == nil {
		return d.overnight(stamps)
	}
	return out
}

// entryStamps returns the stamps with text of the story behind them, in order; of several
// in a row the last.
func (d *Document) entryStamps() []text.Span {
	var out []text.Span
	var open *text.Span // stands before what comes
	for _, z := range d.Article.Zones {
		switch {
		case z.Kind == article.Stamp:
			open = &z.Span
		case z.Kind == article.Body && open != nil:
			out, open = append(out, *open), nil
		}
	}
	return out
}

// midnight is how far a clock time goes back, in minutes, where midnight lies between two
// entries; less is an entry that stands out of order.
const midnight = 8 * 60

// overnight returns the entries of a live blog whose stamps are clock times without a day:
// the oldest are of the day of publication, and each midnight that is passed begins the
// next. The newest stand first unless more clock times rise than fall. It is nil where a
// stamp has no clock time.
func (d *Document) overnight(stamps []text.Span) []liveEntry {
	published, ok := d.Published.When.Single()
	if !ok {
		return nil
	}
	clocks := make([]int, len(stamps))
	rising := 0
	for i, stamp := range stamps {
		if clocks[i], ok = d.clockOfStamp(stamp); !ok {
			return nil
		}
		if i > 0 {
			rising += direction(clocks[i] - clocks[i-1])
		}
	}
	out := make([]liveEntry, len(stamps))
	day := published
	for n := range stamps {
		i, before := n, n-1
		if rising <= 0 {
			i, before = len(stamps)-1-n, len(stamps)-n
		}
		if n > 0 && clocks[before]-clocks[i] >= midnight {
			day++
		}
		out[i] = liveEntry{day: day, stamp: stamps[i]}
	}
	return out
}

// direction is 1 for a step from one clock time to a later one, -1 to an earlier one; a
// step over midnight looks like a long one the other way.
func direction(minutes int) int {
	if minutes >= midnight || minutes <= -midnight {
		minutes = -minutes
	}
	return cmp.Compare(minutes, 0)
}

// clockOfStamp returns the minute of the day that a stamp says.
func (d *Document) clockOfStamp(stamp text.Span) (minute int, ok bool) {
	i := sort.Search(len(d.readings), func(i int) bool { return d.readings[i].Span.Start >= stamp.Start })
	if i == len(d.readings) || d.readings[i].Span.Start >= stamp.End || d.readings[i].clock < 0 {
		return 0, false
	}
	return d.readings[i].clock, true
}

// dayOfStamp returns the day that a stamp says, to programs or to readers.
func (d *Document) dayOfStamp(stamp text.Span) (Day, bool) {
	for _, w := range d.Article.Written {
		if w.Span == stamp {
			y, m, dom := w.Date.Time.Date()
			return Date(y, m, dom), true
		}
	}
	i := sort.Search(len(d.readings), func(i int) bool { return d.readings[i].Span.Start >= stamp.Start })
	for ; i < len(d.readings) && d.readings[i].Span.Start < stamp.End; i++ {
		r := &d.readings[i]
		if day, ok := r.FullDate(); ok {
			return day, believable(day)
		}
		if r.op == opClock || !r.Relative || len(d.Published.days) == 0 {
			continue
		}
		when, _, sure := r.over(d.Published.days, d.opt)
		if day, ok := when.Single(); ok && sure {
			return day, true
		}
	}
	return 0, false
}

// entryOf returns the entry in which t stands; nil for none, and for one of the day of
// publication.
func (d *Document) entryOf(t *Time) *liveEntry {
	if !story(t.Zone) {
		return nil
	}
	i := sort.Search(len(d.entries), func(i int) bool { return d.entries[i].stamp.Start > t.Span.Start }) - 1
	if i < 0 {
		return nil
	}
	e := &d.entries[i]
	if day, ok := d.Published.When.Single(); ok && day == e.day {
		return nil
	}
	return e
}

// fromEntry counts t from the day of the entry in which it stands.
func (d *Document) fromEntry(t *Time, e *liveEntry) {
	t.Anchor, t.AnchorAt, t.Previous, t.AnchorSpan = AnchorPrevious, OneDay(e.day), e.stamp.In(d.Article.Flow()), e.stamp
	t.When, t.Value = t.on(e.day, d.opt)
}
