package timeline

import (
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/text"
)

// farEast is from how many minutes east of UTC on a place has begun the next day
// for most of the day of publication elsewhere.
const farEast = 8 * 60

// localise notes where the dateline stands if its day may be one ahead of that of
// publication, and lets weekdays of the past be that day: it bears the day after,
// or all clocks of its place are far to the east.
func (d *Document) localise() {
	place, ahead := d.datelinePlace()
	if !ahead {
		return
	}
	d.Published.local = place
	base, known := d.Published.When.Single()
	for i := range d.readings {
		r := &d.readings[i].Reading
		if r.BareWeekday() && !r.future && story(d.readings[i].zone) {
			r.local = true
			if known {
				r.resolve(base, d.opt)
			}
		}
	}
}

// datelinePlace returns the place that the dateline names, and whether its day may
// be ahead.
func (d *Document) datelinePlace() (place string, ahead bool) {
	for _, z := range d.Article.Zones {
		if z.Kind == article.Dateline {
			place = placeOfDateline(z.Span.In(d.Article.Flow()))
			return place, place != "" && (d.datedAhead() || east(place))
		}
	}
	return "", false
}

// datedAhead reports whether the dateline bears the day after publication.
func (d *Document) datedAhead() bool {
	base, known := d.Published.When.Single()
	for i := range d.readings {
		if r := &d.readings[i]; known && r.zone == article.Dateline && r.isDay() {
			iv, _ := r.on(base, d.opt)
			return iv == OneDay(base+1)
		}
	}
	return false
}

// east reports whether the clocks of a place are known, and all far to the east.
func east(place string) bool {
	zones := lexicon.Zones(place)
	for _, zone := range zones {
		if off, ok := lexicon.Offset(zone, 2000, 7, 1); !ok || off < farEast {
			return false
		}
	}
	return len(zones) > 0
}

// placeOfDateline returns the first name of a dateline, as a word list has it:
// "Sydney" of "SYDNEY, March 6 (Reuters) -".
func placeOfDateline(s string) string {
	if at := strings.IndexAny(s, ",(-–—:/"); at >= 0 {
		s = s[:at]
	}
	return text.Titled(s)
}
