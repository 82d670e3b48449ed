package story

import (
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/claims/events"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A telling is one document's account of the event that all documents are said
// to tell.
type telling struct {
	doc *page.Page
	h   *events.Happening
}

// DocumentMerges compares documents that are told as one story. Where two
// tell an event of one kind between the same parties with dates or occasions
// that exclude each other, the story is split, and each group that departs
// from the largest is one merge.
func DocumentMerges(docs []*page.Page) []*fact.Merge {
	byKey := map[string][]telling{}
	var keys []string
	for _, d := range docs {
		seen := map[string]bool{}
		for _, h := range events.Contacts(d) {
			key := strings.Join(h.Participants, "+")
			if seen[key] {
				continue
			}
			seen[key] = true
			if byKey[key] == nil {
				keys = append(keys, key)
			}
			byKey[key] = append(byKey[key], telling{d, h})
		}
	}
	var out []*fact.Merge
	reported := map[*page.Page]bool{}
	var linked map[*page.Page][]Sharer
	for _, key := range keys {
		if len(byKey[key]) < 2 {
			continue
		}
		if linked == nil {
			linked = Links(docs)
		}
		groups := split(byKey[key], linked)
		if len(groups) < 2 {
			continue
		}
		for _, g := range groups[1:] {
			if reported[g[0].doc] {
				continue // another event of the same two groups: one cause, one finding
			}
			for _, t := range g {
				reported[t.doc] = true
			}
			out = append(out, newDocumentMerge(g, groups[0]))
		}
	}
	return out
}

// A Sharer is a document that another shares long word sequences with.
type Sharer struct {
	to     *page.Page
	shared int
}

// Links returns for each document those that it shares long word sequences with,
// and how many.
func Links(docs []*page.Page) map[*page.Page][]Sharer {
	out := map[*page.Page][]Sharer{}
	for _, l := range timeline.Links(page.Dated(docs)) {
		a, b := docs[l.A], docs[l.B]
		out[a] = append(out[a], Sharer{b, l.Shared})
		out[b] = append(out[b], Sharer{a, l.Shared})
	}
	return out
}

// split parts tellings into groups without a conflict inside, the largest
// first. A telling joins the group it is linked to, else the first one that
// it does not contradict. Of tellings of one group that say the same, which
// copies do, one stands for all.
func split(all []telling, linked map[*page.Page][]Sharer) [][]telling {
	var groups [][]telling
	var voices [][]telling // of each group, one for each account
	accounts := make([]map[string]bool, 0)
	groupOf := map[*page.Page]int{}
	for _, t := range all {
		shared := make([]int, len(groups))
		for _, l := range linked[t.doc] {
			if g, ok := groupOf[l.to]; ok {
				shared[g] += l.shared
			}
		}
		best, bestLinks := -1, -1
		for i := range groups {
			if shared[i] > bestLinks && !slices.ContainsFunc(voices[i], func(o telling) bool { return contradict(t, o) }) {
				best, bestLinks = i, shared[i]
			}
		}
		if best < 0 {
			best = len(groups)
			groups, voices, accounts = append(groups, nil), append(voices, nil), append(accounts, map[string]bool{})
		}
		groups[best], groupOf[t.doc] = append(groups[best], t), best
		if said := t.account(); !accounts[best][said] {
			accounts[best][said] = true
			voices[best] = append(voices[best], t)
		}
	}
	slices.SortStableFunc(groups, func(a, b []telling) int { return len(b) - len(a) })
	return groups
}

// account writes what contradict looks at: tellings with one account contradict
// the same others.
func (t telling) account() string {
	var b strings.Builder
	write := func(w timeline.Interval) { fmt.Fprintf(&b, "%d,%d ", w.From, w.To) }
	write(t.h.When())
	for _, h := range events.Contacts(t.doc) {
		if slices.Equal(h.Participants, t.h.Participants) {
			write(h.When())
		}
	}
	for _, o := range occasions(t.doc) {
		b.WriteString("|" + o.entry.Key)
	}
	return b.String()
}

// contradict reports whether two tellings exclude each other in a value.
func contradict(a, b telling) bool {
	return a.doc != b.doc && (datesApart(a, b) || slices.ContainsFunc(occasions(a.doc), func(x occasion) bool {
		return slices.ContainsFunc(occasions(b.doc), func(y occasion) bool { return neverMeet(x, y) })
	}))
}

// slack is by how many days two reports may date one event apart: time zones,
// and a call after midnight.
const slack = 1

// contrasts returns the values in which two tellings exclude each other.
func contrasts(a, b telling) []fact.Contrast {
	if a.doc == b.doc {
		return nil
	}
	var out []fact.Contrast
	if c, ok := dateContrast(a, b); ok {
		out = append(out, c)
	}
	if c, ok := occasionContrast(a, b); ok {
		out = append(out, c)
	}
	return out
}

// dateContrast compares when the event was; a document that tells of the other
// date too does not exclude it.
func dateContrast(a, b telling) (fact.Contrast, bool) {
	if !datesApart(a, b) {
		return fact.Contrast{}, false
	}
	return fact.Contrast{
		Attribute: "date", Hard: a.h.Dated.Time.Sure && b.h.Dated.Time.Sure,
		Here: dateStatement(a.h), There: dateStatement(b.h),
		Summary: fmt.Sprintf("%s here, %s there", a.h.When().Label(), b.h.When().Label()),
	}, true
}

func datesApart(a, b telling) bool {
	return apart(a.h.When(), b.h.When()) && !tellsOf(a.doc, b.h) && !tellsOf(b.doc, a.h)
}

// tellsOf reports whether d tells of a contact of the same parties at the time
// of h.
func tellsOf(d *page.Page, h *events.Happening) bool {
	return slices.ContainsFunc(events.Contacts(d), func(x *events.Happening) bool {
		return !x.When().Empty() && slices.Equal(x.Participants, h.Participants) && !apart(x.When(), h.When())
	})
}

// apart reports whether more than slack days lie between the last day of one
// interval and the first of the other.
func apart(a, b timeline.Interval) bool {
	if !a.Closed() || !b.Closed() || a.Overlaps(b) {
		return false
	}
	if b.From < a.From {
		a, b = b, a
	}
	return b.From.Day()-a.LastDay() > slack
}

// occasionContrast compares what the parties greeted each other for: two named
// days whose times of greeting cannot meet in any year.
func occasionContrast(a, b telling) (fact.Contrast, bool) {
	for _, x := range occasions(a.doc) {
		for _, y := range occasions(b.doc) {
			if !neverMeet(x, y) {
				continue
			}
			return fact.Contrast{
				Attribute: "occasion", Hard: true,
				Here: occasionStatement(a.doc, x), There: occasionStatement(b.doc, y),
				Summary: fmt.Sprintf("greetings for %s here, for %s there", x.entry.Label, y.entry.Label),
			}, true
		}
	}
	return fact.Contrast{}, false
}

// neverMeet reports whether greetings for two named days cannot be given in one
// event.
func neverMeet(x, y occasion) bool {
	return x.entry.Key != y.entry.Key && !timeline.OccasionsMeet(x.entry, y.entry)
}

// publication is the attribute of a document that says when it was published.
const publication = "publication"

// publicationContrast compares when the documents were published. It never
// stands alone: reports of one event may lie far apart.
func publicationContrast(a, b *page.Page) (fact.Contrast, bool) {
	x, y := a.Published, b.Published
	if !apart(x.When, y.When) || x.When.Gap(y.When) < 7 {
		return fact.Contrast{}, false
	}
	return fact.Contrast{
		Attribute: publication, Here: publicationStatement(a), There: publicationStatement(b),
		Summary: fmt.Sprintf("published %s here, %s there", x.When.Label(), y.When.Label()),
	}, true
}

func dateStatement(h *events.Happening) fact.Statement {
	return timeStatement(h.Doc, h.Dated.Time, "time")
}

func timeStatement(d *page.Page, t *timeline.Time, kind string) fact.Statement {
	return fact.Statement{
		Text: t.Text, At: d.PlaceOf(t.Span), When: page.Interval(t.When, t.Grain.String()), Kind: kind, Hard: t.Sure,
		Explanation: t.Because(),
	}
}

func occasionStatement(d *page.Page, o occasion) fact.Statement {
	s := timeStatement(d, o.time, "occasion")
	s.Explanation = "greetings for " + o.entry.Label
	return s
}

func publicationStatement(d *page.Page) fact.Statement {
	p := d.Published
	s := fact.Statement{Text: "published " + p.When.Label(), At: d.TopPlace(), When: page.Interval(p.When, ""), Kind: publication, Hard: true, Explanation: p.Explanation}
	for _, c := range p.Evidence {
		if c.Kind == timeline.CluePublished && c.Span.Len() > 0 {
			s.At, s.Text = d.PlaceOf(c.Span), c.Text
			break
		}
	}
	return s
}

// newDocumentMerge builds the merge of the documents in odd, whose event is
// not that of others.
func newDocumentMerge(odd, others []telling) *fact.Merge {
	first := odd[0]
	m := &fact.Merge{Form: "documents", Basis: "contact", Score: -1, Kind: nounOf(odd, others), Participants: first.h.Participants}
	for _, t := range odd {
		m.Odd = append(m.Odd, t.doc.Article.ID)
	}
	for _, t := range others {
		m.Others = append(m.Others, t.doc.Article.ID)
	}
	for _, o := range others {
		m.Conflicts = append(m.Conflicts, contrasts(first, o)...)
	}
	for _, o := range others {
		if c, ok := publicationContrast(first.doc, o.doc); ok {
			m.Conflicts = append(m.Conflicts, c)
		}
	}
	m.Conflicts = onePerAttribute(m.Conflicts)
	m.At = first.clause()
	m.Text = m.At.Text
	m.HereWhen, m.HereLabel = whenOf(odd, m.Kind)
	m.ThereWhen, m.ThereLabel = whenOf(others, m.Kind)
	var why []string
	for _, c := range m.Conflicts {
		why = append(why, c.Summary)
	}
	m.Summary = fmt.Sprintf("%s %s another %s than %s: %s", list(m.Odd), verb(len(m.Odd), "tells", "tell"), m.Kind, list(m.Others), strings.Join(why, "; "))
	m.Notes = mergeNotes(first, others, m.Conflicts)
	for _, a := range first.doc.Published.Alternatives {
		m.Alternatives = append(m.Alternatives, fmt.Sprintf("%s: %s", a.When.Label(), a.Explanation))
	}
	m.Assumptions = mergeAssumptions(append(slices.Clone(odd), others...), m.Alternatives)
	m.Fixes = []fact.Fix{{Message: fmt.Sprintf("split the story: %s %s about the %s of %s", list(m.Odd), verb(len(m.Odd), "is", "are"), m.Kind, strings.TrimPrefix(m.HereLabel, "the "+m.Kind+" of "))}}
	return m
}

// onePerAttribute keeps the first contrast of each attribute, hard ones first:
// one cause, one line.
func onePerAttribute(all []fact.Contrast) []fact.Contrast {
	slices.SortStableFunc(all, func(a, b fact.Contrast) int {
		switch {
		case a.Hard == b.Hard:
			return 0
		case a.Hard:
			return -1
		}
		return 1
	})
	var out []fact.Contrast
	for _, c := range all {
		if !slices.ContainsFunc(out, func(o fact.Contrast) bool { return o.Attribute == c.Attribute }) {
			out = append(out, c)
		}
	}
	return out
}

func nounOf(groups ...[]telling) string {
	kind := claims.KindContact
	for _, g := range groups {
		for _, t := range g {
			if t.h.Kind != claims.KindContact {
				kind = t.h.Kind
			}
		}
	}
	if kind == claims.KindContact {
		return "conversation"
	}
	return kind
}

func whenOf(group []telling, kind string) (*fact.Interval, string) {
	for _, t := range group {
		if w := t.h.When(); w.Closed() {
			return page.Interval(w, ""), "the " + kind + " of " + w.Label()
		}
	}
	return nil, "a " + kind + " of unknown date"
}

// clause returns the passage from the trigger of the dated mention to its date.
func (t telling) clause() fact.Place {
	m := t.h.Mentions[0]
	if t.h.Dated != nil {
		m = t.h.Dated
	}
	span := m.Trigger
	if m.Time != nil {
		span = text.Span{Start: min(span.Start, m.Time.Span.Start), End: max(span.End, m.Time.Span.End)}
	}
	return t.doc.PlaceOf(span)
}

// mergeNotes lists both sides: what this document says of its event and its
// date, then what every other says.
func mergeNotes(here telling, others []telling, conflicts []fact.Contrast) []fact.Note {
	var notes []fact.Note
	noted := map[fact.Place]bool{}
	add := func(n fact.Note) {
		within := func(o fact.Note) bool { return o.At.Doc == n.At.Doc && o.At.Span.Contains(n.At.Span) }
		if noted[n.At] || n.Message == namedOnlyHere && slices.ContainsFunc(notes, within) {
			return
		}
		noted[n.At] = true
		notes = append(notes, n)
	}
	for _, c := range conflicts {
		if c.Attribute != publication {
			add(fact.Note{At: c.Here.At, Message: labelled(c.Here)})
		}
	}
	for _, c := range here.doc.Published.Evidence {
		switch c.Kind {
		case timeline.ClueAlmanac, timeline.ClueOccasion:
			if c.Entry == nil || c.Entry.Kind != timeline.EntryOffice {
				add(fact.Note{At: here.doc.PlaceOf(c.Span), Message: c.Explanation})
			}
		}
	}
	if n, ok := onlyHere(here, others); ok {
		add(n)
	}
	for _, set := range here.doc.Published.Conflicts {
		last := set[len(set)-1]
		add(fact.Note{At: here.doc.PlaceOf(last.Span), Message: last.Explanation})
	}
	for _, o := range others {
		if o.h.Dated != nil {
			add(fact.Note{At: o.clause(), Message: labelled(dateStatement(o.h))})
		} else {
			add(fact.Note{At: o.clause(), Message: "tells of the " + nounOf([]telling{o}) + " without a date"})
		}
		for _, x := range occasions(o.doc) {
			add(fact.Note{At: o.doc.PlaceOf(x.time.Span), Message: labelled(occasionStatement(o.doc, x))})
		}
		if s := publicationStatement(o.doc); o.doc.Published.Source == timeline.SourceStamp || o.doc.Published.Source == timeline.SourceDateline {
			add(fact.Note{At: s.At, Message: "published " + o.doc.Published.When.Label()})
		}
	}
	return notes
}

const namedOnlyHere = "named here in the same breath, and in none of the others"

// onlyHere points at the first name in the telling of the event that no other
// document has anywhere.
func onlyHere(here telling, others []telling) (fact.Note, bool) {
	elsewhere := map[string]bool{}
	for _, o := range others {
		for i := range o.doc.Parsed {
			for _, w := range o.doc.Parsed[i].Words {
				elsewhere[w.Text] = true
			}
		}
	}
	for _, i := range eventSentences(here.doc, here.h.Participants) {
		s := &here.doc.Parsed[i]
		if s.Zone != article.Body {
			continue
		}
		for k, w := range s.Words {
			if k > 0 && w.Capital && len(w.Text) > 3 && w.Text != strings.ToUpper(w.Text) && !lexicon.NotName(w.Text) && !elsewhere[w.Text] {
				return fact.Note{At: here.doc.PlaceOf(w.Span), Message: namedOnlyHere}, true
			}
		}
	}
	return fact.Note{}, false
}

func labelled(s fact.Statement) string {
	if s.When == nil {
		return s.Explanation
	}
	return s.When.Label + ": " + s.Explanation
}

// mergeAssumptions says what was inferred about the documents of a merge, in
// one line for those that were dated with the help of others.
func mergeAssumptions(all []telling, alternatives []string) []string {
	var out, linked []string
	for _, t := range all {
		switch p := t.doc.Published; p.Source {
		case timeline.SourceInferred:
			out = append(out, fmt.Sprintf("%s was published %s, inferred from %s", t.doc.Article.ID, p.When.Label(), quoted(p.Grounds())))
		case timeline.SourceLinked:
			linked = append(linked, fmt.Sprintf("%s %s", t.doc.Article.ID, p.When.Label()))
		}
	}
	if len(linked) > 0 {
		out = append(out, "dated by the long word sequences they share with dated documents: "+strings.Join(linked, ", "))
	}
	for _, a := range alternatives {
		out = append(out, "another reading of the date: "+a)
	}
	return out
}

// maxGrounds is how many of the words that a date rests on are named; the dates
// command lists all.
const maxGrounds = 4

func quoted(words []string) string {
	more := ""
	if len(words) > maxGrounds {
		more = fmt.Sprintf(" and %d more", len(words)-maxGrounds)
		words = words[:maxGrounds]
	}
	return "“" + strings.Join(words, "”, “") + "”" + more
}

// maxListed is how many documents a sentence names.
const maxListed = 8

// list joins names for a sentence: "a", "a and b", "a, b and c".
func list(names []string) string {
	if len(names) > maxListed {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxListed-1], ", "), len(names)-maxListed+1)
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
