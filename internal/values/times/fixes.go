package times

import (
	"fmt"
	"time"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// impossibleFixes offers the days round the end of a month for one that it has
// not, and the forms of an hour for one with a.m. or p.m. too many.
func impossibleFixes(t *timeline.Time) []fact.Fix {
	if t.OddMeridiem() {
		return []fact.Fix{{Message: "leave out a.m. or p.m., or write the hour of the 12-hour clock"}}
	}
	last, ok := t.LastOfMonth()
	if !ok {
		return nil
	}
	_, month, dom := last.Civil()
	_, next, _ := (last + 1).Civil()
	return []fact.Fix{
		{Message: fmt.Sprintf("the last day of %s is the %s", month, [...]string{28: "28th", 29: "29th", 30: "30th", 31: "31st"}[dom]), Replacement: t.WithDay(last)},
		{Message: fmt.Sprintf("the day after is 1 %s", next)},
	}
}

// otherWeekday returns the passage of t, or of t and the weekday beside it, with
// another weekday.
func otherWeekday(d *page.Page, t *timeline.Time, now time.Weekday) string {
	if t.Beside.Len() == 0 {
		return WithWeekday(t.Text, now)
	}
	src := d.Article.Flow()
	return src[t.Beside.Start:t.WeekdayAt.Start] + WithWeekday(t.WeekdayAt.In(src), now) + src[t.WeekdayAt.End:t.Beside.End]
}

// otherDay returns the passage of t, or of t and the weekday beside it, with
// another day; empty where the words cannot be rewritten so.
func otherDay(d *page.Page, t *timeline.Time, now timeline.Day) string {
	with := t.WithDay(now)
	if t.Beside.Len() == 0 || with == "" {
		return with
	}
	src := d.Article.Flow()
	return src[t.Beside.Start:t.Span.Start] + with + src[t.Span.End:t.Beside.End]
}
