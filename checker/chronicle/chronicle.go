// Package chronicle tells what happened when: the claims of one or more
// documents, each event once however often it is told.
package chronicle

import (
	"slices"
	"sort"

	"factcheck/checker/story"
	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/claims/events"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// An Event is something that happened, is to happen or is said to have, as all
// documents tell it.
type Event struct {
	Claims       []*claims.Claim // in the order of the documents and their texts
	Lead         *claims.Claim   // the one that tells it best
	Dated        *claims.Claim   // the one whose time it has, nil for none
	When         timeline.Interval
	Kind         string   // call, meeting, visit …, "" for none
	Participants []string // canonical names, those who act first; of a call or meeting the parties
	Shown        bool     // to a reader who does not ask for all
	Statement    bool     // somebody says something, and that is all
	Elsewhere    []*Event // what seems to be the same event, told of another day by another document
}

// Events returns the events of the documents: those with a day in its order,
// then those without in the order of the texts. Sayings are among them only if
// statements is true; states never are.
func Events(docs []*page.Page, statements bool) []*Event {
	b := builder{of: map[*claims.Claim]*Event{}}
	for _, d := range docs {
		b.document(d, statements)
	}
	b.contacts(docs)
	b.across()
	b.disagreements()
	return b.finish(len(docs))
}

// A builder puts claims together into events.
type builder struct {
	all []*Event
	of  map[*claims.Claim]*Event
}

// document adds the events of one document.
func (b *builder) document(d *page.Page, statements bool) {
	told := map[string][]mention{} // of this document, by act
	for _, c := range claims.Of(d) {
		if c.Class == claims.State || c.Class == claims.Saying && !statements {
			continue
		}
		list := told[c.Act]
		e := b.together(c)
		if e == nil {
			e = corefers(list, c)
		}
		if e == nil {
			e = &Event{Statement: c.Class == claims.Saying}
			b.all = append(b.all, e)
		}
		b.add(e, c)
		told[c.Act] = append(list[max(0, len(list)-maxOpen+1):], mention{e, c})
	}
}

// A mention is a claim with its event.
type mention struct {
	event *Event
	claim *claims.Claim
}

// maxOpen is how many mentions of one act a document keeps open for further
// mentions.
const maxOpen = 32

func (b *builder) add(e *Event, c *claims.Claim) {
	e.Claims = append(e.Claims, c)
	b.of[c] = e
	w, given := c.Given(), c.Likely.Why == 0
	if !w.Empty() && (e.Dated == nil || given && e.Dated.Likely.Why != 0 || claims.Finer(w, e.When) && e.When.Overlaps(w) && given == (e.Dated.Likely.Why == 0)) {
		e.Dated, e.When = c, w
	}
	if e.Kind == "" || e.Kind == claims.KindContact && c.Kind != "" {
		e.Kind = c.Kind
	}
	if e.Lead == nil || telling(c) > telling(e.Lead) {
		e.Lead = c
	}
}

// together returns the event that c tells of with a claim before it in its
// sentence: "held talks", "began to sell", "the blast killed two".
func (b *builder) together(c *claims.Claim) *Event {
	if c.With == nil {
		return nil
	}
	e := b.of[c.With]
	if e == nil || e.Dated != nil && !c.Given().Empty() && !e.When.Overlaps(c.Given()) {
		return nil
	}
	return e
}

// telling is how well a claim tells its event to a reader who sees nothing else.
func telling(c *claims.Claim) int {
	n := 0
	score := func(points int, yes bool) {
		if yes {
			n += points
		}
	}
	score(4, !c.Noun)
	score(4, c.Main)
	score(2, c.Source == nil)
	score(6, !c.When().Empty() && !c.Shared)
	score(2, c.Page.Parsed[c.Sentence].Zone == article.Body)
	score(1, !c.Quoted)
	var acts, undergoes bool
	names := 0
	for _, p := range c.Participants {
		acts = acts || p.Role == claims.Subject && !p.Pronoun
		undergoes = undergoes || p.Role == claims.Object && !p.Pronoun
		if p.Name != "" {
			names++
		}
	}
	score(3, acts)
	score(2, undergoes)
	n += min(names, 2)
	return n
}

// contacts joins what the documents tell of one call or meeting of two persons,
// by whatever words.
func (b *builder) contacts(docs []*page.Page) {
	for _, o := range story.Occurrences(docs) {
		if !claims.InTouch(o.Kind) || len(o.Participants) != 2 {
			continue
		}
		var into *Event
		for _, h := range o.Happenings {
			for _, m := range h.Mentions {
				e := b.eventAt(h.Doc, m)
				switch {
				case e == nil || e == into:
				case into == nil:
					into = e
				default:
					b.merge(into, e)
				}
			}
		}
		if into != nil {
			into.Participants = o.Participants
			if !o.When.Empty() && (into.When.Empty() || into.When.Overlaps(o.When)) {
				into.When = o.When
			}
			into.Kind = o.Kind
		}
	}
}

// eventAt returns the event that the trigger of m tells of, nil for none.
func (b *builder) eventAt(d *page.Page, m *events.Mention) *Event {
	here := claims.In(d, m.Sentence)
	k := sort.Search(len(here), func(k int) bool { return here[k].Trigger.End > m.Trigger.Start })
	if k == len(here) || !here[k].Trigger.Overlaps(m.Trigger) {
		return nil
	}
	return b.of[here[k]]
}

// merge moves the claims of e into another event.
func (b *builder) merge(into, e *Event) {
	for _, c := range e.Claims {
		b.add(into, c)
	}
	e.Claims = nil
}

// finish returns the events in order, each with those who take part.
func (b *builder) finish(documents int) []*Event {
	out := slices.DeleteFunc(b.all, func(e *Event) bool { return len(e.Claims) == 0 })
	for _, e := range out {
		if e.Participants == nil {
			e.Participants = participants(e)
		}
	}
	slices.SortStableFunc(out, func(a, b *Event) int {
		switch {
		case a.When.Empty() != b.When.Empty():
			if a.When.Empty() {
				return 1
			}
			return -1
		case a.When.From < b.When.From:
			return -1
		case a.When.From > b.When.From:
			return 1
		}
		return 0
	})
	choose(out, documents)
	return out
}

// participants returns who takes part in e: by names where the text gives them,
// subjects first.
func participants(e *Event) []string {
	var out []string
	for _, role := range [...]claims.Role{claims.Subject, claims.Object, claims.Other} {
		for _, c := range e.Claims {
			for _, p := range c.Participants {
				if p.Role == role && p.Name != "" && (c.Place == nil || p.Name != c.Place.Name || role != claims.Other) && !slices.Contains(out, p.Name) {
					out = append(out, p.Name)
				}
			}
		}
	}
	return out
}

// Modality returns how certain the event is: as its best telling has it.
func (e *Event) Modality() claims.Modality { return e.Lead.Modality }

// Place returns where it happened, "" where nothing says so.
func (e *Event) Place() string {
	for _, c := range e.Claims {
		if c.Place != nil {
			return c.Place.Name
		}
	}
	return ""
}
