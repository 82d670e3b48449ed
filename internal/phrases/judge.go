package phrases

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"factcheck/internal/report"
)

// A span of time, half-open, in the standard library's calendar; a zero end is
// open.
type interval struct{ from, to time.Time }

const aDay = 24 * time.Hour

func oneDay(t time.Time) interval { return interval{t, t.AddDate(0, 0, 1)} }

func (i interval) closed() bool { return !i.from.IsZero() && !i.to.IsZero() }

// single reports whether i is one whole day.
func (i interval) single() bool {
	return i.closed() && i.to.Equal(i.from.AddDate(0, 0, 1)) && midnight(i.from).Equal(i.from)
}

func (i interval) String() string {
	return "[" + i.from.Format("2006-01-02T15:04") + ", " + i.to.Format("2006-01-02T15:04") + ")"
}

// within reports whether all of i lies in o.
func (i interval) within(o interval) bool { return !i.from.Before(o.from) && !i.to.After(o.to) }

// touches reports whether i and o share a moment.
func (i interval) touches(o interval) bool { return i.from.Before(o.to) && o.from.Before(i.to) }

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// last returns the start of the last day of i.
func (i interval) last() time.Time { return midnight(i.to.Add(-time.Minute)) }

// moment parses a day or minute as the formats write them.
func moment(s string) (time.Time, error) {
	if len(s) == len("2006-01-02") {
		return time.Parse("2006-01-02", s)
	}
	return time.Parse("2006-01-02T15:04", s)
}

// ends parses the ends of an interval as the formats write them.
func ends(from, to *string) (i interval, err error) {
	for _, end := range []struct {
		s *string
		t *time.Time
	}{{from, &i.from}, {to, &i.to}} {
		if end.s == nil {
			continue
		}
		if *end.t, err = moment(*end.s); err != nil {
			return i, err
		}
	}
	if i.closed() && !i.from.Before(i.to) {
		return i, fmt.Errorf("from %s to %s", *from, *to)
	}
	return i, nil
}

// Times returns what is wrong with the times of a document: their order, their
// places, their intervals, their values and their explanations.
func Times(d *report.DatedDocument) []string {
	j := &judge{doc: d}
	if _, err := ends(d.Published.From, d.Published.To); err != nil {
		return []string{"published: " + err.Error()}
	}
	end := 0
	for i := range d.Times {
		j.at = i
		t := &d.Times[i]
		if t.Start < end || t.Start >= t.End || t.End > len(d.Text) || !utf8.RuneStart(d.Text[t.Start]) || t.End < len(d.Text) && !utf8.RuneStart(d.Text[t.End]) {
			return append(j.wrong, fmt.Sprintf("“%s” stands at %d to %d of %d bytes, after %d", t.Text, t.Start, t.End, len(d.Text), end))
		}
		end = t.End
		j.time(t)
	}
	return j.wrong
}

// event returns what is wrong with the time of an event: it must be that of a time
// of the document with the same explanation.
func event(d *report.DatedDocument, e *report.Event) []string {
	if e.When == nil {
		return nil
	}
	if _, err := ends(e.When.From, e.When.To); err != nil {
		return []string{"event: " + err.Error()}
	}
	same := func(a, b *string) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
	said := false
	for i := range d.Times {
		t := &d.Times[i]
		said = said || t.Explanation == e.When.Explanation && same(t.From, e.When.From) // a night ends with its day
	}
	if !said && !e.When.Inferred {
		return []string{fmt.Sprintf("event %s: no time is %v to %v, %s", e.Kind, text(e.When.From), text(e.When.To), e.When.Explanation)}
	}
	return nil
}

func text(s *string) string {
	if s == nil {
		return "?"
	}
	return *s
}

// A judge goes through the times of one document.
type judge struct {
	doc   *report.DatedDocument
	at    int // the time looked at
	wrong []string
}

// excerpt is how many bytes on each side of a time are shown with what is wrong.
const excerpt = 120

func (j *judge) fail(format string, args ...any) {
	t := &j.doc.Times[j.at]
	near := j.doc.Text[max(0, t.Start-excerpt):min(len(j.doc.Text), t.End+excerpt)]
	j.wrong = append(j.wrong, fmt.Sprintf("“%s” %s %s [%s, %s) %q: ", t.Text, t.Type, t.Value, text(t.From), text(t.To), t.Explanation)+fmt.Sprintf(format, args...)+fmt.Sprintf(": …%q…", near))
}

func (j *judge) time(t *report.Time) {
	if t.Text != j.doc.Text[t.Start:t.End] && !strings.Contains(j.doc.Text, "\n") {
		j.fail("the place holds %q", j.doc.Text[t.Start:t.End])
	}
	if t.Type == "" || t.Value == "" || t.Anchor == "" || t.Direction == "" {
		j.fail("lacks something")
	}
	when, err := ends(t.From, t.To)
	if err != nil {
		j.fail("%v", err)
		return
	}
	if t.From != nil && t.To != nil {
		j.value(t, when)
	}
	j.explanation(t, when)
}

// The shapes of TIMEX3 values that name a place on the calendar.
var (
	dayValue     = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	clockValue   = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(:\d{2})?Z?$`)
	partValue    = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})T(MO|AF|EV|NI|MI|XX:XX)$`)
	monthValue   = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	yearValue    = regexp.MustCompile(`^\d{4}$`)
	decadeValue  = regexp.MustCompile(`^\d{3}$`)
	centuryValue = regexp.MustCompile(`^\d{2}$`)
	weekValue    = regexp.MustCompile(`^(\d{4})-W(\d{2})(-WE)?$`)
	periodValue  = regexp.MustCompile(`^(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$`)
)

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// value checks that the interval is that of the TIMEX3 value, or lies in it.
func (j *judge) value(t *report.Time, when interval) {
	v := t.Value
	if m := clockValue.FindStringSubmatch(v); m != nil {
		day, err := moment(m[1])
		at := day.Add(time.Duration(min(number(m[2])*60+number(m[3]), 24*60-1)) * time.Minute)
		if err != nil || !when.from.Equal(at) {
			j.fail("the interval does not begin at %s", at.Format("2006-01-02T15:04"))
		}
		return
	}
	if m := partValue.FindStringSubmatch(v); m != nil {
		if day, err := moment(m[1]); err != nil || !midnight(when.from).Equal(day) {
			j.fail("the interval does not begin on %s", m[1])
		}
		return
	}
	if named, inside, ok := meant(v); ok && (inside && !when.within(named) || !when.touches(named)) {
		j.fail("the value is %v", named)
	}
}

// meant returns the interval that a value names. inside tells that nothing of what
// it stands for lies outside: weeks begin on two days, and the quarters of a firm
// and the seasons of the south are others.
func meant(v string) (named interval, inside, ok bool) {
	if m := dayValue.FindStringSubmatch(v); m != nil {
		day := date(number(m[1]), number(m[2]), number(m[3]))
		return oneDay(day), true, day.Format("2006-01-02") == v
	}
	if m := monthValue.FindStringSubmatch(v); m != nil {
		first := date(number(m[1]), number(m[2]), 1)
		return interval{first, first.AddDate(0, 1, 0)}, true, true
	}
	for re, years := range map[*regexp.Regexp]int{yearValue: 1, decadeValue: 10, centuryValue: 100} {
		if re.MatchString(v) {
			return interval{date(number(v)*years, 1, 1), date((number(v)+1)*years, 1, 1)}, true, true
		}
	}
	if m := weekValue.FindStringSubmatch(v); m != nil {
		fourth := date(number(m[1]), 1, 4) // is in week 1 (ISO 8601)
		monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(number(m[2])-1))
		if m[3] != "" {
			return interval{monday.AddDate(0, 0, 5), monday.AddDate(0, 0, 7)}, true, true
		}
		return interval{monday, monday.AddDate(0, 0, 7)}, false, true
	}
	if m := periodValue.FindStringSubmatch(v); m != nil {
		first, months := map[string]int{"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 0}[m[2]], 3
		if m[2][0] == 'H' {
			months = 6
		}
		from := date(number(m[1]), first, 1)
		return interval{from, from.AddDate(0, months, 0)}, false, true
	}
	return named, false, false
}
