package times

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Fact returns a time expression as rules see it.
func Fact(d *page.Page, t *timeline.Time) *fact.Time {
	f := &fact.Time{
		Text: t.Text, At: d.PlaceOf(t.Span), Type: t.Type.String(), Value: t.Value, Mod: string(t.Mod),
		When: page.Interval(t.When, t.Grain.String()), Grain: t.Grain.String(), Anchor: string(t.Anchor),
		Direction: t.Direction().String(), Zone: t.Zone.String(), Explanation: t.Explain(),
		Explicit: !t.Relative, Valid: t.Problem == "", Problem: t.Problem,
		Relative: t.Relative && t.Type != timeline.DURATION && t.Type != timeline.SET,
	}
	if t.Type == timeline.DURATION {
		f.Grain = unitOf(t.Value)
	}
	if t.Weekday >= 0 && t.Type != timeline.SET {
		w := time.Weekday(t.Weekday)
		n := page.IsoWeekday(w)
		f.Weekday, f.WeekdayName = &n, w.String()
	}
	if t.Beside.Len() > 0 {
		at := d.PlaceOf(t.Beside)
		f.Beside = &at
	}
	if only, ok := page.SingleDay(t.When); ok {
		f.Date = page.Day(only)
	}
	_, _, f.MonthDay = t.MonthDay()
	f.Deictic, f.BothOrders, f.Modified = t.Deictic(), t.BothOrders, t.Modified()
	f.Before, f.Quoted = wordBefore(d, t), d.InQuotation(t.Span.Start)
	f.HalfOpen, f.Restates, f.Joins = t.HalfOpen, t.Restates, t.Joins.String()
	if minute, ok := t.Clock(); ok {
		f.Clock = page.Number(minute)
		if east, ok := t.UTCOffset(); ok {
			f.UTCOffset = page.Number(east)
		}
	}
	if t.Sentence >= 0 {
		f.Sentence = d.Sentences[t.Sentence].Span.In(d.Article.Flow())
	}
	f.Fixes = timeFixes(d, t)
	return f
}

// durationUnits are the units of a TIMEX3 duration by their letters, those behind T
// with it.
var durationUnits = map[string]string{
	"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "TH": "hour", "TM": "minute", "TS": "second",
}

// unitOf returns the smallest unit of a TIMEX3 duration such as P3Y or PT2H, empty
// if it has none.
func unitOf(value string) string {
	part, clock, short := strings.Cut(strings.TrimPrefix(value, "P"), "T")
	prefix := ""
	if short {
		part, prefix = clock, "T"
	}
	return durationUnits[prefix+part[strings.LastIndexAny(part, "0123456789X")+1:]]
}

// wordBefore returns the word before t in its sentence, in lower case.
func wordBefore(d *page.Page, t *timeline.Time) string {
	if t.Sentence < 0 {
		return ""
	}
	before := text.Span{Start: d.Sentences[t.Sentence].Span.Start, End: t.Span.Start}.In(d.Article.Flow())
	before = strings.TrimRight(before, " \t\r\n")
	cut := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	_, size := utf8.DecodeRuneInString(before[max(cut, 0):])
	if cut < 0 {
		size = 0
	}
	return strings.ToLower(before[max(cut, 0)+size:])
}

// timeFixes offers a way out for each side of a weekday that does not fit its
// date: the date's own weekday, or the nearest date with that weekday.
func timeFixes(d *page.Page, t *timeline.Time) []fact.Fix {
	if t.Problem != "" {
		return impossibleFixes(t)
	}
	on, ok := page.SingleDay(t.When)
	if !ok || t.Weekday < 0 || t.BareWeekday() {
		return nil
	}
	said := time.Weekday(t.Weekday)
	if on.Weekday() == said {
		return nil
	}
	near := NearestWeekday(on, said)
	return []fact.Fix{
		{Message: fmt.Sprintf("%s was a %s", on, on.Weekday()), Replacement: otherWeekday(d, t, on.Weekday())},
		{Message: fmt.Sprintf("the nearest %s is %s", said, near.Long()), Replacement: otherDay(d, t, near)},
	}
}
