package chronicle

import (
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
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
// without one.
func choose(events []*Event, documents int) {
	perDocument := map[string]int{}
	most := maxUndated
	if documents > 1 {
		most = maxUndatedOfMany
	}
	seen := map[place]bool{}
	for _, e := range events {
		at := place{e.Lead.Page, e.Lead.Passage()[len(e.Lead.Passage())-1]}
		if seen[at] {
			continue // the same words: plans to sell
		}
		switch {
		case e.Dated != nil && !e.Present():
			e.Shown = e.tells()
		case e.point():
			id := e.Lead.Page.Article.File + "\x00" + e.Lead.Page.Article.ID
			perDocument[id]++
			e.Shown = perDocument[id] <= most
		}
		seen[at] = e.Shown
	}
}

// A place is a passage of a document.
type place struct {
	page *page.Page
	span text.Span
}

// tells reports whether the words of the event with a day can stand alone: who
// did it or to whom it was done, or a noun with more words than itself beside its
// time.
func (e *Event) tells() bool {
	c := e.Lead
	if c.Noun {
		return !c.Shared && c.Likely.Why == 0 && len(strings.Fields(told(c))) > 3
	}
	return led(c, true)
}

// point reports whether an event without a day is a main point of the story:
// what the writer tells of somebody in a main clause.
func (e *Event) point() bool {
	c := e.Lead
	switch {
	case c.Noun || !c.Main || c.Quoted || c.Source != nil || !led(c, false):
		return false
	case len(strings.Fields(told(c))) < 4:
		return false // the leaders underlined
	case c.Modality != claims.Actual && c.Modality != claims.Planned:
		return false
	}
	z := c.Page.Parsed[c.Sentence].Zone
	return z == article.Body || z == article.Headline || z == article.Deck
}

// led reports whether somebody or something that acts or is acted on stands
// before the verb of c.
func led(c *claims.Claim, pronouns bool) bool {
	for _, p := range c.Participants {
		if p.Role != claims.Other && p.Span.Start < c.Trigger.Start {
			return pronouns || !p.Pronoun
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
