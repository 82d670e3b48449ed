package story

import (
	"slices"
	"strconv"
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Clues are what the times of a report of which no day is known still tell: that it was
// a Friday, that it was in April.
type clues struct{ months, weekdays cycle }

// A cycle is the months or the weekdays that a report names.
type cycle struct {
	named []int
	own   int       // in which it happened by its first claim of what happened; see at
	at    text.Span // where that stands, empty if no claim says so
}

// takeClues reads the months and weekdays of a report of which no day is known.
func (c *core) takeClues() {
	if c.published.Known() {
		return
	}
	for i := range c.page.Parsed {
		if !page.Counted(c.page.Parsed[i].Zone) {
			continue
		}
		for _, t := range c.page.TimesIn[i] {
			if t.Type != timeline.DATE && t.Type != timeline.TIME || t.Problem != "" {
				continue
			}
			if t.Weekday >= 0 {
				c.clues.weekdays.note(t.Weekday, t.Span, i <= c.lead && c.dates(i, t))
			}
			if m, ok := monthOf(t); ok {
				c.clues.months.note(m, t.Span, c.dates(i, t))
			}
		}
	}
}

// monthOf returns the month that a time is of, from 1: XXXX-04, 2019-04-12.
func monthOf(t *timeline.Time) (int, bool) {
	const year = len("XXXX-")
	if len(t.Value) < year+2 || t.Value[year-1] != '-' {
		return 0, false
	}
	m, err := strconv.Atoi(t.Value[year : year+2])
	return m, err == nil
}

// dates reports whether t hangs on a verb of sentence i that tells what happened as news.
func (c *core) dates(i int, t *timeline.Time) bool {
	s := c.page.Parsed[i].Span
	if c.hadHappened(i) || slices.ContainsFunc(c.past, func(l lookBack) bool { return s.Contains(l.at) }) {
		return false
	}
	syntax := c.page.Syntax(i)
	g, ok := syntax.Governor(t.Span)
	if !ok {
		return false
	}
	verb := syntax.Tokens()[g.Head].Span
	return slices.ContainsFunc(claims.In(c.page, i), func(x *claims.Claim) bool { // a claim has no time of which no day is known
		return x.Trigger.Overlaps(verb) && x.Class == claims.Event && x.Modality == claims.Actual && x.Past && !x.Relative && !x.Negated
	})
}

// note adds one of the cycle, which is that of the event if it is the first that a claim
// dates.
func (y *cycle) note(n int, at text.Span, dates bool) {
	if !slices.Contains(y.named, n) {
		y.named = append(y.named, n)
	}
	if dates && y.at.Len() == 0 {
		y.own, y.at = n, at
	}
}

// compare tells two reports apart whose events are of other months or weekdays, if
// neither names that of the other, or one of round beside it.
func (y *cycle) compare(o *cycle, round int, weight float64) comparison {
	if y.at.Len() == 0 || o.at.Len() == 0 || y.near(o.own, round) || o.near(y.own, round) {
		return comparison{}
	}
	return comparison{weight: weight, here: y.at, there: o.at}
}

// near reports whether n, or its neighbour in a cycle of round, is named.
func (y *cycle) near(n, round int) bool {
	return slices.ContainsFunc(y.named, func(m int) bool {
		d := (m - n + round) % round
		return d <= 1 || d == round-1
	})
}

// lasts reports whether the lead tells that what it reports has gone on for so many
// days, or is so long after its beginning.
func (c *core) lasts(days int) bool {
	for i := 0; i <= c.lead; i++ {
		words := c.page.Parsed[i].Words
		for _, t := range c.page.TimesIn[i] {
			k := page.WordAt(words, t.Span.Start)
			if t.Type != timeline.DURATION || k == 0 || !en.Is(strings.ToLower(words[k-1].Text), en.Lasting) {
				continue
			}
			if n, ok := inDays(t.Value); ok && n-slack <= days && days <= n+slack {
				return true
			}
		}
	}
	return false
}

// inDays returns how many days a length of time in days or weeks has: P12D, P2W.
func inDays(value string) (int, bool) {
	const before = len("P")
	if len(value) <= before+1 {
		return 0, false
	}
	last := len(value) - 1
	n, err := strconv.Atoi(value[before:last])
	switch value[last] {
	case 'D':
		return n, err == nil
	case 'W':
		return n * daysAWeek, err == nil
	}
	return 0, false
}
