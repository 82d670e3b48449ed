package story

import (
	"fmt"

	"factcheck/internal/fact"
	"factcheck/internal/page"
)

// What two cores say of each other, from 1 for one event to -1 for two. What says
// nothing counts a little for one: documents are told as one story.
const (
	oneEvent   = 1.0
	continued  = 0.5
	unknown    = 0.2
	twoEvents  = -1.0
	minTold    = 40 // words below which a report says too little to be told apart
	minLinked  = 2  // copied sequences that two accounts of two events do not share
	longApart  = 10 // days from which on two days of news are two events, unless told as one
	ownDayGrow = 1  // day that a day of news may lie ahead of publication
)

// A sheet is what a document is compared by.
type sheet struct {
	page *page.Page
	*core
	like *likeSheet
}

// judge compares the core events of two documents, attribute by attribute: their own
// days, each resolved against its own publication day, and what else is typed. The day
// of a follow-up is not that of its event; it is one if the report tells the day of
// the event, or is about what comes after events.
func judge(a, b *sheet) (score float64, why []fact.Contrast) {
	if a.core.words < minTold || b.core.words < minTold {
		return unknown, nil
	}
	if sharedIn(a.like.copied, b.like.copied) >= minLinked {
		return oneEvent, nil
	}
	score = unknown
	excluded := false // by what is hard; figures of the one are then background of the other
	for i := range attributes {
		x := &attributes[i]
		c := x.compare(a, b)
		if c.weight > 0 && excluded && !x.hard {
			continue
		}
		excluded = excluded || c.weight < 0 && x.hard
		score += c.weight
		if c.weight < 0 && (c.why != nil || c.here.Len() > 0) {
			why = append(why, x.contrast(a, b, c))
		}
	}
	return max(twoEvents, min(score, oneEvent)), why
}

// ownDay reports whether the day of the news is known and no day to come.
func (s *sheet) ownDay() bool {
	return s.day != nil && s.published.Known() && s.day.When.From.Day() <= s.published.LastDay()+ownDayGrow
}

func gap(a, b *sheet) int {
	n := int(a.day.When.From.Day() - b.day.When.From.Day())
	return max(n, -n)
}

// daysOf judges two documents whose news is of days apart.
func daysOf(a, b *sheet) comparison {
	first, then := a, b
	if b.day.When.From < a.day.When.From {
		first, then = b, a
	}
	if first.tells(then.day.When, 0) != nil {
		return comparison{weight: weightGoesOn} // announced
	}
	if then.lasts(gap(a, b)) {
		return comparison{weight: weightGoesOn} // after twelve days without work
	}
	told := then.tells(first.day.When, slack) != nil
	after := then.aftermath.Len() > 0
	switch far := gap(a, b) >= longApart; {
	case told && (after || !far):
		return comparison{weight: weightGoesOn}
	case far, then.another.Len() > 0 && (!after || first.aftermath.Len() > 0):
		c := comparison{weight: weightApart, why: dayContrast(a, b)}
		if !told && after && a.like.like(b.like).shared > 0 {
			c.weight = weightPerhaps // the same age or sum, in what comes after events
		}
		return c
	}
	return comparison{}
}

// dayContrast quotes the days of two reports.
func dayContrast(a, b *sheet) *fact.Contrast {
	return &fact.Contrast{Attribute: "date", Hard: a.day.Sure && b.day.Sure, Here: timeStatement(a.page, a.day, "time"), There: timeStatement(b.page, b.day, "time"),
		Summary: fmt.Sprintf("%s here, %s there", a.day.When.Label(), b.day.When.Label())}
}
