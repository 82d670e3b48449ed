package story

import (
	"fmt"
	"slices"

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
	twoLikely  = -0.6
	twoPerhaps = -0.3
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

// judge compares the core events of two documents: their own days, each resolved
// against its own publication day, and whether one tells the other's day. The day of
// a follow-up is not that of its event; it is one if the report tells the day of the
// event, or is about what comes after events.
//
// Days are looked at where both are known. Numbers are not: in stories of one event
// leads differ in numbers in like surroundings as often as in those of two.
func judge(a, b *sheet) (score float64, why *fact.Contrast) {
	if a.core.words < minTold || b.core.words < minTold {
		return unknown, nil
	}
	if sharedIn(a.like.copied, b.like.copied) >= minLinked {
		return oneEvent, nil
	}
	if c := inSequence(a.core, b.core); c != nil {
		return twoLikely, c
	}
	if !a.ownDay() || !b.ownDay() {
		return unknown, nil
	}
	if gap(a, b) <= slack {
		return oneEvent, nil
	}
	return daysOf(a, b)
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
func daysOf(a, b *sheet) (float64, *fact.Contrast) {
	first, then := a, b
	if b.day.When.From < a.day.When.From {
		first, then = b, a
	}
	if t := first.tells(then.day.When); t != nil {
		return continued, nil // announced
	}
	told := then.tells(first.day.When) != nil
	after := then.aftermath.Len() > 0
	switch far := gap(a, b) >= longApart; {
	case told && (after || !far):
		return continued, nil
	case far, then.another.Len() > 0 && (!after || first.aftermath.Len() > 0):
		c := fact.Contrast{Attribute: "date", Hard: a.day.Sure && b.day.Sure, Here: timeStatement(a.page, a.day, "time"), There: timeStatement(b.page, b.day, "time"),
			Summary: fmt.Sprintf("%s here, %s there", a.day.When.Label(), b.day.When.Label())}
		if !told && after && a.like.like(b.like).shared > 0 {
			return twoPerhaps, &c // the same age or sum, in what comes after events
		}
		return twoEvents, &c
	}
	return unknown, nil
}

// inSequence returns the places in one sequence, such as the third and the fourth
// cut, that two leads give to what they report; nil if they do not.
func inSequence(a, b *core) *fact.Contrast {
	for _, x := range a.ordinals {
		if slices.ContainsFunc(b.ordinals, func(y ordinal) bool { return y.noun == x.noun && y.n == x.n }) {
			continue
		}
		for _, y := range b.ordinals {
			if y.noun != x.noun || slices.ContainsFunc(a.ordinals, func(z ordinal) bool { return z.noun == y.noun && z.n == y.n }) {
				continue
			}
			return &fact.Contrast{Attribute: "sequence", Hard: true, Here: ordinalStatement(a.page, x), There: ordinalStatement(b.page, y),
				Summary: fmt.Sprintf("“%s” here, “%s” there", x.span.In(a.page.Article.Flow()), y.span.In(b.page.Article.Flow()))}
		}
	}
	return nil
}

func ordinalStatement(d *page.Page, o ordinal) fact.Statement {
	at := d.PlaceOf(o.span)
	return fact.Statement{Text: at.Text, At: at, Kind: "sequence", Hard: true, Explanation: "“" + at.Text + "”"}
}
