package timeline

import (
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
func (d *Document) liveEntries() []liveEntry {
	var out []liveEntry
	stamps := 0
	var last *liveEntry
	open := false // a stamp stands before what comes
	for _, z := range d.Article.Zones {
		switch {
		case z.Kind == article.Stamp:
			if day, ok := d.dayOfStamp(z.Span); ok {
				last = &liveEntry{day: day, stamp: z.Span}
			}
			open = true
		case z.Kind == article.Body && open:
			if stamps++; last != nil {
				out = append(out, *last)
			}
			open = false
		}
	}
	if stamps < minEntries {
		return nil
	}
	return out
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
