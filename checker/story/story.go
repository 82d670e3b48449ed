package story

import (
	"slices"

	"factcheck/internal/claims"
	"factcheck/internal/claims/events"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// An Occurrence is one event as all documents tell it: the happenings that
// corefer across documents.
type Occurrence struct {
	Kind         string
	Participants []string
	When         timeline.Interval
	Happenings   []*events.Happening
}

// Occurrences clusters the happenings of all documents. Two with one key are
// one event when their times overlap; an undated one joins nothing.
func Occurrences(docs []*page.Page) []*Occurrence {
	byKey := map[string][]*Occurrence{}
	var out []*Occurrence
	for _, d := range docs {
		for _, h := range events.Of(d).All {
			if h.Modality == claims.Series {
				continue
			}
			key := h.Key() + "|" + string(h.Modality)
			if o := sameTime(byKey[key], h); o != nil {
				o.add(h)
				continue
			}
			o := &Occurrence{Kind: h.Kind, Participants: h.Participants, When: h.When(), Happenings: []*events.Happening{h}}
			if len(h.Participants) > 0 {
				byKey[key] = append(byKey[key], o)
			}
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *Occurrence) int {
		switch {
		case a.When.Empty() != b.When.Empty():
			if a.When.Empty() {
				return 1
			}
			return -1
		case a.When.From != b.When.From:
			if a.When.From < b.When.From {
				return -1
			}
			return 1
		}
		return 0
	})
	return out
}

// sameTime returns the occurrence that a dated happening falls into. Statements
// and strikes of one day by one party are many; they are one only when both are
// told of the very same interval.
func sameTime(list []*Occurrence, h *events.Happening) *Occurrence {
	if h.When().Empty() {
		return nil
	}
	for _, o := range list {
		if claims.InTouch(h.Kind) && o.When.Overlaps(h.When()) || o.When == h.When() {
			return o
		}
	}
	return nil
}

func (o *Occurrence) add(h *events.Happening) {
	o.Happenings = append(o.Happenings, h)
	if o.Kind == claims.KindContact {
		o.Kind = h.Kind
	}
	if claims.Finer(h.When(), o.When) {
		o.When = h.When()
	}
}

func (o *Occurrence) Place() string {
	for _, h := range o.Happenings {
		if h.Place != "" {
			return h.Place
		}
	}
	return ""
}

// An occasion is a named day that the parties greet each other for in an
// event.
type occasion struct {
	time  *timeline.Time
	entry *timeline.Entry
}

var occasionLayer = page.NewLayer(readOccasions)

// occasions returns what the greetings of the document are for, of one that tells
// of contacts.
func occasions(d *page.Page) []occasion { return occasionLayer.Of(d) }

// readOccasions returns the named days that the document's greetings are for.
func readOccasions(d *page.Page) []occasion {
	if len(events.Of(d).Contacts) == 0 {
		return nil
	}
	var out []occasion
	for _, c := range d.Occasions() {
		for i := range d.Times {
			if t := &d.Times[i]; t.Span == c.Span {
				out = append(out, occasion{t, c.Entry})
			}
		}
	}
	return out
}

// UndatedContacts reports whether d tells of contacts and dates none.
func UndatedContacts(d *page.Page) bool {
	return len(events.Of(d).Contacts) > 0 && !slices.ContainsFunc(events.Of(d).Contacts, func(h *events.Happening) bool { return h.Dated != nil })
}
