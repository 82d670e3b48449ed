package tellings

import (
	"fmt"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// newsReach is how many sentences of the body may give the day of the news.
const newsReach = 2

// Lead returns the weekday of the story's first sentences, nil where there is none
// or the day on which it was written is not known.
func Lead(d *page.Page) *fact.Lead {
	on, ok := written(d)
	if !ok {
		return nil
	}
	at := leadTime(d, on)
	if at < 0 {
		return nil
	}
	t := &d.Times[at]
	f := &fact.Lead{
		At: d.PlaceOf(t.Span), Text: t.Text, WeekdayName: times.WeekdayOf(t).String(), Age: times.WeekdayAge(t, on),
		Sentence: d.Sentences[t.Sentence].Span.In(d.Article.Flow()), Published: *page.Day(on),
		Agency: d.Article.NamesAgency(), Reported: t.LikeAgency(), Part: t.Grain == timeline.GrainPart,
	}
	for _, z := range d.Article.Zones {
		f.Dateline = f.Dateline || z.Kind == article.Dateline
	}
	countAround(d, f, at, on)
	meant := times.NearestWeekday(on, times.WeekdayOf(t))
	f.Meant = *page.Day(meant)
	f.Fixes = []fact.Fix{
		{Message: fmt.Sprintf("%s was a %s", on.Short(), on.Weekday()), Replacement: times.WithWeekday(t.Text, on.Weekday())},
		{Message: fmt.Sprintf("the nearest %s is %s: the publication date may be wrong", f.WeekdayName, meant.Short())},
	}
	return f
}

// written returns the day from which the lead counts: that of publication, or of
// a dateline a day off, which is when the copy was filed. It is not known where
// the two lie further apart.
func written(d *page.Page) (timeline.Day, bool) {
	days := d.Published.Days()
	if len(days) != 1 {
		return 0, false
	}
	for _, c := range d.Published.Evidence {
		filed, ok := c.When.Single()
		if ok && c.Source == timeline.SourceDateline {
			return filed, days[0]-1 <= filed && filed <= days[0]+1
		}
	}
	return days[0], true
}

// leadTime returns the index of the lead's weekday in d.Times, -1 for none, as in
// sentences with a date or a range. A
// sentence with a day that fits the publication on is the news of that day, and
// its weekday, if it is one, the lead's.
func leadTime(d *page.Page, on timeline.Day) int {
	first, best := -1, -1
	for i := range d.Times {
		t := &d.Times[i]
		if t.Zone != article.Body || t.Sentence < 0 {
			continue
		}
		if first < 0 {
			first = firstOf(d, article.Body)
		}
		if t.Sentence >= first+newsReach || best >= 0 && t.Sentence != d.Times[best].Sentence {
			break
		}
		_, _, dated := t.MonthDay()
		switch {
		case dated || t.Joins != 0:
			return -1
		case weekdayFits(d, t, on) && t.BareWeekday():
			return i
		case weekdayFits(d, t, on):
			return -1
		case best < 0 && (t.Sentence == first || t.LikeAgency()) && t.Reports() && t.BareWeekday() && !aside(d, t):
			best = i
		}
	}
	return best
}

// aside reports whether t hangs on a verb that goes along with the main one: "fell
// while picking fruit on Sunday", but not "Speaking on Sunday, the mayor said".
func aside(d *page.Page, t *timeline.Time) bool {
	g, ok := d.Syntax(t.Sentence).Governor(t.Span)
	return ok && g.Form == syntax.Gerund && g.First > 0
}

// isSubject reports whether t, which opens its sentence, is what the sentence tells of:
// Thursday was a day of mourning.
func isSubject(d *page.Page, t *timeline.Time) bool {
	if t.Sentence < 0 || d.Sentences[t.Sentence].Span.Start != t.Span.Start {
		return false
	}
	s := d.Syntax(t.Sentence)
	for _, g := range s.VerbGroups() {
		if start := s.Tokens()[g.First].Start; start > t.Span.Start {
			return start <= t.Span.End+1
		}
	}
	return false
}

// firstOf returns the index of the first sentence of a zone, -1 for none.
func firstOf(d *page.Page, zone article.Kind) int {
	for i, s := range d.Sentences {
		if s.Zone == zone {
			return i
		}
	}
	return -1
}

// weekdayFits reports whether t tells of the day on or the day before: the weekday of a
// main verb, "today", "yesterday".
func weekdayFits(d *page.Page, t *timeline.Time, on timeline.Day) bool {
	if t.BareWeekday() {
		return t.Reports() && times.WeekdayAge(t, on) <= 1
	}
	if !t.Relative || t.Discourse || t.Weekday >= 0 || t.LoneClock() || strings.HasSuffix(t.Value, "_REF") {
		return false
	}
	only, ok := page.SingleDay(t.When)
	return ok && t.Direction() == timeline.Given && (only == on || only == on-1)
}

// countAround counts the days of the story that fit its publication and those
// that agree with the lead, d.Times[lead].
func countAround(d *page.Page, f *fact.Lead, lead int, on timeline.Day) {
	for i := range d.Times {
		t := &d.Times[i]
		switch {
		case i == lead || t.Zone != article.Headline && t.Zone != article.Deck && t.Zone != article.Body:
		case weekdayFits(d, t, on) && !isSubject(d, t):
			f.Fitting++
		case t.BareWeekday() && t.Reports() && t.Weekday == d.Times[lead].Weekday:
			f.Agreeing++
		}
	}
}
