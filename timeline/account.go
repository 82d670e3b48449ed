package timeline

import (
	"strings"

	"factcheck/internal/lexicon/en"
)

// An account is a stretch of a story that retells another time than that of its
// publication: it opens with a date that says its year, goes on with times that
// count from it or have its year, and is over with a time that counts from
// publication. A month, a day of the month or a weekday in the past that follows
// in it is that of the account. The zero account is none.
type account struct {
	at    int // the time that it has come to, as an index into Document.Times
	steps int // how many of its times it has named, that one included
}

// How far, in days, a month and day without a year lies behind the time that the
// story has come to, and how many sentences; and how long before publication it is
// the news itself. accountReach is for what goes on in the same paragraph. Chosen,
// not measured.
const (
	retoldReach      = 62
	retoldMonthReach = 45 // of a month without a day: the next but one
	retoldSentences  = 3
	newsReach        = 60
	accountReach     = 366
	// longAgo is how far before publication a day lies that a bare weekday may count
	// from: nearer ones are the news.
	longAgo = 31
)

// note takes the time i of the story, the last one of d.Times, into the account or
// closes it there.
func (a *account) note(d *Document, i int) {
	t := &d.Times[i]
	switch {
	case t.Anchor == AnchorPublication && t.agreed == 0 || t.Anchor == AnchorQuote:
		*a = account{}
	case t.op == opAbsolute && !t.leads(d):
		*a = account{}
	case t.op != opAbsolute && t.agreed == 0 && a.steps == 0: // it counts from the news
	case a.steps > 0 && t.Sentence-d.Times[a.at].Sentence > retoldSentences:
		*a = account{i, 1}
	default:
		a.at, a.steps = i, a.steps+1
	}
}

// leads reports whether t, a date with its year, can open an account: it had
// passed by publication.
func (t *Time) leads(d *Document) bool {
	days := d.Published.days
	return t.When.Closed() && len(days) > 0 && t.When.LastDay() < days[0]
}

// retell gives t, a month, a month and day or a weekday that the words leave to its
// anchor and a past tense governs, its place in the account: "In April and May 2014
// … On May 9 …". What the nearest reading makes news of the last weeks stays so.
func (d *Document) retell(t *Time, said discourse) {
	if said.previous >= 0 && d.narrows(t, &d.Times[said.previous]) {
		prev := &d.Times[said.previous]
		y, _, _ := prev.When.From.Day().Civil()
		t.retellIn(y, prev)
		return
	}
	if said.account.steps == 0 || t.Anchor != AnchorPublication || !t.When.Closed() {
		return
	}
	prev := &d.Times[said.account.at]
	switch {
	case t.Sentence-prev.Sentence > retoldSentences:
	case t.op == opYearless && !t.ofYear && !t.modified && t.told:
		d.retellYear(t, prev, said.account.steps)
	case t.BareWeekday() && !t.Discourse && said.account.steps > 1:
		d.retellWeekday(t, prev)
	case t.op == opShift && t.entire:
		d.retellUnit(t, prev)
	}
}

// retellYear is retell for a month, or month and day, behind prev, to which the
// account has come in so many steps.
func (d *Document) retellYear(t, prev *Time, steps int) {
	if prev.Grain > GrainMonth || t.Sentence == prev.Sentence && steps < 2 {
		return
	}
	on := d.goesOn(prev, t)
	y, ok := t.yearAfter(prev, on && steps > 1)
	if !ok || t.Weekday >= 0 && int(t.firstIn(y).Weekday()) != t.Weekday {
		return
	}
	iv, _ := t.absolute(y)
	reach := prev.retoldReach(t)
	if of, _, _ := prev.When.From.Day().Civil(); on && (steps > 1 || of == y) {
		reach = accountReach
	}
	switch {
	case iv == t.When || iv.From < prev.When.From || iv.From.Day() >= d.Published.days[0] || iv.From.Day() > prev.When.LastDay()+reach:
	case d.isNews(t) && !(prev.retold && t.dom < 0) && !(on && (steps > 1 || d.unfinished(t) || t.nextMonth(prev, iv))):
	default:
		t.retellIn(y, prev)
	}
}

// yearAfter returns the year that puts t, without a year of its own, behind prev. on
// tells that the account goes on from several times: then the year may turn at any
// month.
func (t *Time) yearAfter(prev *Time, on bool) (int, bool) {
	y, m, dom := prev.When.From.Day().Civil()
	behind := t.month < int(m) || t.month == int(m) && t.dom > 0 && t.dom < dom
	if behind && (on || t.dom < 0 && prev.dom < 0 && wraps(int(m), t.month)) {
		y++ // December 1999 … January
	}
	return y, t.inYears(y)
}

// isNews reports whether t, as its nearest year has it, lies within the weeks before
// publication.
func (d *Document) isNews(t *Time) bool {
	return t.When.From.Day() <= d.Published.days[0] && t.When.LastDay()+newsReach > d.Published.days[0]
}

// unfinished reports whether t, a month, is that of publication by its nearest year:
// what happened in it would be told of "this month".
func (d *Document) unfinished(t *Time) bool {
	return t.dom < 0 && t.When.To.Day() > d.Published.days[0]
}

// nextMonth reports whether iv, the month t, begins right behind the month prev.
func (t *Time) nextMonth(prev *Time, iv Interval) bool {
	return t.dom < 0 && prev.dom < 0 && iv.From == prev.When.To
}

// goesOn reports whether t follows prev in the same paragraph, in the same sentence
// or the next.
func (d *Document) goesOn(prev, t *Time) bool {
	if t.Sentence < 0 || t.Sentence-prev.Sentence > 1 || t.Span.Start < prev.Span.End || t.Span.Start-prev.Span.End > longestSentence {
		return false
	}
	return !strings.Contains(d.Article.Flow()[prev.Span.End:t.Span.Start], "\n\n")
}

// retellWeekday puts the weekday t behind the day to which an account of long ago
// has come: "The next day the city was shut. On Sunday morning the mayor spoke."
func (d *Document) retellWeekday(t, prev *Time) {
	day, ok := prev.dayNamed()
	if !ok || t.future || t.said || t.likeAgency || !t.told && !t.reports || day+longAgo > d.Published.days[0] || !d.goesOn(prev, t) {
		return
	}
	t.take(prev, day)
	k := t.Reading
	k.modified, k.n = true, 1
	t.When, t.Value = k.on(day, d.opt)
	t.retold = true
}

// retellUnit puts t, a unit that the words only name as a whole, into the time of
// the account: "by the end of the month".
func (d *Document) retellUnit(t, prev *Time) {
	if !d.goesOn(prev, t) || prev.Grain > t.unit {
		return
	}
	if v, ok := d.Verb(t.Sentence, t.Span); !ok || v.Outlook != Back {
		return
	}
	t.take(prev, prev.When.From.Day())
	t.When, t.Value = t.on(prev.When.From.Day(), d.opt)
}

// take anchors t to the day of prev.
func (t *Time) take(prev *Time, day Day) {
	t.Anchor, t.AnchorAt, t.Previous, t.AnchorSpan = AnchorPrevious, OneDay(day), prev.Text, prev.Span
}

// retoldReach is how far behind r the story may have got by t: a year along months
// of which one has followed another already.
func (r *Time) retoldReach(t *Time) Day {
	switch {
	case t.dom < 0 && r.retold && r.dom < 0:
		return accountReach
	case t.dom < 0:
		return retoldMonthReach
	}
	return retoldReach
}

// retellIn puts t, without a year of its own, in the year y, which prev tells.
func (t *Time) retellIn(y int, prev *Time) {
	t.Anchor, t.AnchorAt, t.Previous, t.retold = AnchorPrevious, prev.When, prev.Text, true
	t.AnchorSpan = prev.Span
	t.When, t.Value = t.absolute(y)
}

// narrows reports whether t is a month or day that says more closely when in the
// year prev something was: "two years later, in August".
func (d *Document) narrows(t, prev *Time) bool {
	if t.op != opYearless || t.ofYear || t.modified || !t.told || t.Anchor != AnchorPublication || !t.When.Closed() {
		return false
	}
	if prev.Grain != GrainYear || prev.Mod != "" || prev.Anchor == AnchorPublication || t.Sentence != prev.Sentence || t.Span.Start < prev.Span.End {
		return false
	}
	gap := strings.Fields(d.Article.Flow()[prev.Span.End:t.Span.Start])
	return len(gap) == 2 && gap[0] == "," && en.Is(gap[1], en.DayPreposition) || len(gap) == 1 && en.Is(gap[0], en.DayPreposition)
}
