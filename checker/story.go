package checker

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/timeline"
)

// An occurrence is one event as all documents tell it: the happenings that
// corefer across documents.
type occurrence struct {
	kind         string
	participants []string
	when         timeline.Interval
	happenings   []*happening
}

func inTouch(kind string) bool {
	return kind == kindCall || kind == kindMeeting || kind == kindContact
}

// key names what an event must share with another to be the same: kind and
// participants. A contact is filed with calls.
func (h *happening) key() string {
	kind := h.kind
	if kind == kindContact {
		kind = kindCall
	}
	who := h.participants
	if !inTouch(kind) && len(who) > 1 {
		who = who[:1]
	}
	return kind + "|" + strings.Join(who, "+")
}

// occurrences clusters the happenings of all documents. Two with one key are
// one event when their times overlap; an undated one joins nothing.
func occurrences(docs []*document) []*occurrence {
	byKey := map[string][]*occurrence{}
	var out []*occurrence
	for _, d := range docs {
		for _, h := range d.events().all {
			if h.modality == Series {
				continue
			}
			key := h.key() + "|" + h.modality
			if o := sameTime(byKey[key], h); o != nil {
				o.add(h)
				continue
			}
			o := &occurrence{kind: h.kind, participants: h.participants, when: h.when(), happenings: []*happening{h}}
			if len(h.participants) > 0 {
				byKey[key] = append(byKey[key], o)
			}
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b *occurrence) int {
		switch {
		case a.when.Empty() != b.when.Empty():
			if a.when.Empty() {
				return 1
			}
			return -1
		case a.when.From != b.when.From:
			if a.when.From < b.when.From {
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
func sameTime(list []*occurrence, h *happening) *occurrence {
	if h.when().Empty() {
		return nil
	}
	for _, o := range list {
		if inTouch(h.kind) && o.when.Overlaps(h.when()) || o.when == h.when() {
			return o
		}
	}
	return nil
}

func (o *occurrence) add(h *happening) {
	o.happenings = append(o.happenings, h)
	if o.kind == kindContact {
		o.kind = h.kind
	}
	if finer(h.when(), o.when) {
		o.when = h.when()
	}
}

func (o *occurrence) place() string {
	for _, h := range o.happenings {
		if h.place != "" {
			return h.place
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

var occasionLayer = layered(readOccasions)

// occasions returns what the greetings of the document are for, of one that tells
// of contacts.
func (d *document) occasions() []occasion { return occasionLayer.of(d) }

// readOccasions returns the named days that the document's greetings are for.
func readOccasions(d *document) []occasion {
	if len(d.events().contacts) == 0 {
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

// contacts returns the calls, meetings and contacts of two persons that the
// story itself tells as having happened.
func (d *document) contacts() []*happening { return d.events().contacts }

// undatedContacts reports whether d tells of contacts and dates none.
func (d *document) undatedContacts() bool {
	return len(d.events().contacts) > 0 && !slices.ContainsFunc(d.events().contacts, func(h *happening) bool { return h.dated != nil })
}

func contactsAmong(all []*happening) []*happening {
	var out []*happening
	for _, h := range all {
		if inTouch(h.kind) && len(h.participants) == 2 && h.modality == Actual && h.mentions[0].zone() != article.Caption {
			out = append(out, h)
		}
	}
	return out
}
