package chronicle

import (
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// maxUndated is how many events without a day a reader is shown of a document,
// maxUndatedOfMany of each of several.
const (
	maxUndated       = 8
	maxUndatedOfMany = 4
)

// choose marks the events that a reader is shown who does not ask for all: those
// with a day that a clause tells, and of each document the first main points
// without one. What stands inside of a longer line of the same day is not shown
// again.
func choose(events []*Event, documents int) {
	most := maxUndated
	if documents > 1 {
		most = maxUndatedOfMany
	}
	for _, e := range events {
		e.Shown = e.Dated != nil && !e.Present() && e.tells() || (e.Dated == nil || e.Present()) && e.point()
	}
	hideRepeated(events)
	perDocument := map[*page.Page]int{}
	for _, e := range events {
		if p := e.Lead.Page; e.Shown && (e.Dated == nil || e.Present()) {
			perDocument[p]++
			e.Shown = perDocument[p] <= most
		}
	}
}

// hideRepeated hides events whose words stand inside of those of another one of
// their sentence that is shown, of two with the same words the later.
func hideRepeated(events []*Event) {
	type place struct {
		page     *page.Page
		sentence int
	}
	of := map[place][]*Event{}
	for _, e := range events {
		if e.Shown {
			at := place{e.Lead.Page, e.Lead.Sentence}
			of[at] = append(of[at], e)[:min(len(of[at])+1, maxOpen)]
		}
	}
	for _, e := range events {
		if !e.Shown {
			continue
		}
		for _, x := range of[place{e.Lead.Page, e.Lead.Sentence}] {
			if x != e && x.Shown && (e.When.Empty() || x.When == e.When || e.Dated == x.Dated) && inside(e.Told(), x.Told()) {
				e.Shown = false
				break
			}
		}
	}
}

// inside reports whether the words of a, the last part of its passage, are among
// those of b.
func inside(a, b *claims.Claim) bool {
	last := func(c *claims.Claim) text.Span { p := c.Passage(); return p[len(p)-1] }
	x, y := last(a), last(b)
	return y.Start <= x.Start && x.End <= y.End || a.Passage()[0].Start == b.Passage()[0].Start && x.End <= y.End && y.Start <= x.End
}

// tells reports whether the words of the event with a day can stand alone: who
// did it or to whom it was done, or a noun with more words than itself beside its
// time.
func (e *Event) tells() bool {
	c := e.Lead
	switch {
	case !c.Whole():
		return false
	case c.Noun:
		return !c.Shared && c.Likely.Why == 0 && (whose(c) || e.Told() != c)
	case c.News && c.Bare():
		return false // the zoo announced Thursday
	case len(c.Participants) == 1 && en.Is(c.Participants[0].Lemma, en.PeriodNoun):
		return false // the quarter ended Sept. 30
	}
	return led(c, c.Source != nil && named(c.Source))
}

// Told returns the claim whose words tell e to a reader: of a noun that does not say
// whose it is (a pilgrimage to Mecca) the one of the verb beside it, if its clause is
// whole and has no other time.
func (e *Event) Told() *claims.Claim {
	c := e.Lead
	h := c.Host
	if h == nil || whose(c) || !h.Main && h.Source == nil || h.Relative || !h.Whole() || !led(h, false) || h.Time != nil && h.Time != c.Time {
		return c
	}
	if p := h.Passage(); p[len(p)-1].End < c.Trigger.End {
		return c
	}
	return h
}

// whose reports whether an event noun says whose it is, or of a happening that
// nobody does by arrangement where it was: the shelling of a school, the fire in
// the tunnel, and not its war, a visit to Rome.
func whose(c *claims.Claim) bool {
	for i := range c.Participants {
		p := &c.Participants[i]
		switch {
		case p.Pronoun:
			return false
		case en.Is(p.Preposition, en.ActorPreposition), c.Kind == "" && en.Is(p.Preposition, en.PlacePreposition):
			return len(strings.Fields(told(c))) > 3
		}
	}
	return false
}

// named reports whether it is said who a source is.
func named(s *claims.Source) bool {
	for i := range s.Speaker {
		if !s.Speaker[i].Pronoun {
			return true
		}
	}
	return false
}

// point reports whether an event without a day is a main point of the story:
// what the writer tells of somebody in a main clause.
func (e *Event) point() bool {
	c := e.Lead
	z := c.Page.Parsed[c.Sentence].Zone
	switch {
	case c.Noun || !c.Whole() || !c.Main || c.Quoted || c.Source != nil || c.Negated || !led(c, false) || c.News && c.Bare():
		return false
	case z == article.Body && c.Habit() || takesUpSubject(c):
		return false
	case len(strings.Fields(told(c))) < 4:
		return false // the leaders underlined
	case c.Modality != claims.Actual && c.Modality != claims.Planned:
		return false
	}
	return z == article.Body || z == article.Headline || z == article.Deck
}

// takesUpSubject reports whether what stands before the verb is known from the
// sentences before only: this move, its lawyers.
func takesUpSubject(c *claims.Claim) bool {
	for _, p := range c.Participants {
		if p.Role == claims.Other || p.Span.Start > c.Trigger.Start {
			continue
		}
		first, _, _ := strings.Cut(p.Span.In(c.Page.Article.Flow()), " ")
		if en.Classes(lower(first)).HasAny(en.Demonstrative, en.Possessive) {
			return true
		}
	}
	return false
}

// led reports whether somebody or something that acts or is acted on stands
// before the verb of c; a pronoun only if pronouns is true.
func led(c *claims.Claim, pronouns bool) bool {
	for _, p := range c.Participants {
		if p.Role != claims.Other && p.Span.Start < c.Trigger.Start {
			return pronouns || !p.Pronoun || p.Name != ""
		}
	}
	return false
}

// Present reports whether the event has the day of publication only because it is
// told as going on.
func (e *Event) Present() bool {
	return e.Dated != nil && (e.Dated.Likely.Why == claims.Now || e.Dated.Time != nil && e.Dated.Time.Value == presentRef)
}

// presentRef is the TIMEX3 value of now, currently, these days.
const presentRef = "PRESENT_REF"
