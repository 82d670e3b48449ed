package checker

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"factcheck/checker/chronicle"
	"factcheck/internal/claims"
	"factcheck/internal/isolate"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/parallel"
	"factcheck/internal/report"
	"factcheck/timeline"
)

// documents lists the documents of the run for the JSON formats.
func (r *Run) documents() []report.Document {
	out := make([]report.Document, 0, len(r.docs))
	for _, d := range left(r.docs) {
		doc := report.Document{Doc: d.Article.ID, File: d.Article.File, Published: published(&d.Published), Zones: []report.Zone{}}
		for _, z := range d.Article.Zones {
			doc.Zones = append(doc.Zones, report.Zone{Kind: z.Kind.String(), Start: z.Span.Start, End: z.Span.End})
		}
		out = append(out, doc)
	}
	return out
}

func published(p *timeline.Publication) report.Published {
	out := report.Published{Source: string(p.Source), Explanation: p.Explanation}
	if out.Explanation == "" {
		out.Explanation = "nothing on the page says when it was published"
	}
	if p.When.Known() {
		out.From, out.To = moment(p.When.From), moment(p.When.To)
	}
	return out
}

// moment returns a day or minute for the JSON formats, nil for an open end.
func moment(m timeline.Minute) *string {
	if m.Open() {
		return nil
	}
	s := m.String()
	return &s
}

// Unread returns what was left unread: parts of the documents that are not
// English, and files of folders.
func (r *Run) Unread() report.Unread {
	out := report.Unread{}
	for _, p := range r.passedOver {
		out.PassedOver = append(out.PassedOver, report.PassedOver(p))
	}
	for _, d := range left(r.docs) {
		for _, n := range d.Article.Meta.NoDate {
			out.NoDate = append(out.NoDate, report.NoDate{
				Doc: d.Article.ID, File: d.Article.File, Line: n.Line, Column: n.Column,
				Reason: n.Key + ": 0001-01-01 is how programs write that there is no date; it was read without one",
			})
		}
		for i := range d.Article.Foreign {
			f := &d.Article.Foreign[i]
			out.NotRead = append(out.NotRead, report.NotRead{
				Doc: d.Article.ID, File: d.Article.File, Name: d.DisplayName(), Reason: f.String(),
				Start: d.Position(f.Span.Start), End: d.EndPosition(f.Span.End),
			})
		}
	}
	return out
}

// Dates returns every time expression of the articles with what it means. An
// article whose list fails for a defect is left out: see [Run.Err].
func (r *Run) Dates() *report.Dates {
	out := &report.Dates{Schema: report.Schema, Documents: make([]report.DatedDocument, 0, r.articles)}
	for doc := range r.EachDated().All {
		out.Documents = append(out.Documents, *doc)
	}
	out.Unread = r.Unread()
	return out
}

// A batch of articles is read side by side: so many, or as many as hold so many
// bytes of text together.
const (
	batchDocs  = 256
	batchBytes = 1 << 20
)

// EachDated yields what Dates returns article by article. Each is read for it,
// and let go; no more than a batch is held. Len counts those that fail only then.
func (r *Run) EachDated() report.DatedSeq {
	return report.DatedSeq{Len: len(left(r.docs[:r.articles])), Unread: r.Unread, All: func(yield func(*report.DatedDocument) bool) {
		for from := 0; from < r.articles; {
			to := from
			for size := 0; to < r.articles && to-from < batchDocs && size < batchBytes; to++ {
				size += len(r.docs[to].Article.Text)
			}
			batch := make([]*report.DatedDocument, to-from)
			failed := make([]*Defect, len(batch))
			parallel.Each(len(batch), func(i int) { batch[i], failed[i] = dated(r.docs[from+i]) })
			r.defects.add(failed...)
			for i, doc := range batch {
				if failed[i] == nil && !yield(doc) {
					return
				}
			}
			from = to
		}
	}}
}

// dated returns the times of a document that is read for it.
func dated(d *page.Page) (*report.DatedDocument, *Defect) {
	if defect := d.ReadTimes(); defect != nil {
		return nil, defect
	}
	defer d.Forget()
	var out report.DatedDocument
	defect := isolate.Do(d.Work(isolate.StageDates), func() { out = dates(d) })
	return &out, defect
}

func dates(d *page.Page) report.DatedDocument {
	out := report.DatedDocument{
		Doc: d.Article.ID, File: d.Article.File, Name: d.DisplayName(), Text: d.Article.Text,
		Published: published(&d.Published), Anchored: len(d.Published.Days()) > 0, Times: make([]report.Time, 0, len(d.Times)),
	}
	for i := range d.Times {
		t := &d.Times[i]
		x := report.Time{
			Text: t.Text, Start: t.Span.Start, End: t.Span.End, Type: t.Type.String(), Value: t.Value, Mod: string(t.Mod), ISO: t.ISO(),
			Anchor: string(t.Anchor), Direction: t.Direction().String(), Zone: t.Zone.String(), Explanation: t.Explain(),
			Place: d.Position(t.Span.Start), Sure: t.Sure, Timex: timexOf(t, len(d.Published.Days()) > 0),
		}
		if !t.When.Empty() {
			x.From, x.To = moment(t.When.From), moment(t.When.To)
		}
		out.Times = append(out.Times, x)
	}
	return out
}

// timexOf returns what TIMEX3 says of t beside its value. dated tells that the
// publication date is known.
func timexOf(t *timeline.Time, dated bool) report.Timex {
	x := report.Timex{Freq: t.Freq(), Quant: t.Quant()}
	switch {
	case t.Anchor == timeline.AnchorPublication:
		x.Computed, x.Anchor.Created = true, true
	case t.Anchor == timeline.AnchorPrevious || t.Anchor == timeline.AnchorQuote || t.Anchor == timeline.AnchorCaption:
		x.Computed = true
		x.Anchor = report.TimeRef{Of: t.AnchorSpan.Len() > 0, Start: t.AnchorSpan.Start}
	}
	if begins, ends := t.Bounded(); dated {
		x.Begin.Created, x.End.Created = begins, ends
	}
	return x
}

// Timeline returns what happened when, across all documents: events with a day
// in its order, then those that nothing dates. What people only say is among them
// if statements is true. Documents and events that fail for a defect are left out:
// see [Run.Err].
func (r *Run) Timeline(statements bool) *report.Timeline {
	return r.TimelineOf(func(string) bool { return true }, statements)
}

// TimelineOf is [Run.Timeline] over the documents whose ids are wanted.
func (r *Run) TimelineOf(wanted func(doc string) bool, statements bool) *report.Timeline {
	chosen := slices.DeleteFunc(slices.Clone(r.docs), func(d *page.Page) bool { return !wanted(d.Article.ID) })
	r.loadAll(chosen)
	out := &report.Timeline{Schema: report.TimelineSchema, Documents: r.documents(), Events: []report.Event{}}
	docs := sound(chosen)
	if len(docs) == 0 {
		return out
	}
	failed := make([]*Defect, len(docs))
	parallel.Each(len(docs), func(i int) {
		failed[i] = isolate.Do(docs[i].Work(isolate.StageTimeline), func() { claims.Of(docs[i]) })
		docs[i].ForgetSyntax()
	})
	r.defects.add(failed...)
	docs = unfailed(docs, failed)
	var all []*chronicle.Event
	r.defects.add(isolate.Do(workOnAll(docs, isolate.StageTimeline), func() { all = chronicle.Events(docs, statements) }))
	seen, ids := map[string]int{}, make(map[*chronicle.Event]string, len(all))
	r.defects.add(isolate.Do(workOnAll(docs, isolate.StageTimeline), func() {
		for _, e := range all {
			ids[e] = eventID(e, seen)
		}
	}))
	out.Events = make([]report.Event, 0, len(all))
	for _, e := range all {
		if e.When.Empty() {
			out.Undated++
		}
		defect := isolate.Do(e.Lead.Page.Work(isolate.StageTimeline+" "+kindOf(e)), func() {
			x := event(e, ids[e])
			for _, other := range e.Elsewhere {
				x.Disagrees = append(x.Disagrees, report.OtherDay{
					Doc: other.Lead.Page.Article.ID, Event: ids[other], From: moment(other.When.From), To: moment(other.When.To), Label: other.When.Label(),
				})
			}
			out.Events = append(out.Events, x)
		})
		r.defects.add(defect)
	}
	out.Unread = r.Unread()
	return out
}

// unfailed returns the documents without those that have a defect at their index.
func unfailed(docs []*page.Page, failed []*Defect) []*page.Page {
	out := make([]*page.Page, 0, len(docs))
	for i, d := range docs {
		if failed[i] == nil {
			out = append(out, d)
		}
	}
	return out
}

// kindOf returns the kind of an event, its verb or noun where it is of none.
func kindOf(e *chronicle.Event) string {
	switch e.Kind {
	case "":
		return e.Lead.Lemma
	case claims.KindContact:
		return "conversation"
	}
	return e.Kind
}

// event returns an event as it is reported.
func event(o *chronicle.Event, id string) report.Event {
	c := o.Lead
	e := report.Event{
		ID: id, Kind: kindOf(o), Text: told(o.Told()), Modality: string(o.Modality()), Negated: c.Negated, Statement: o.Statement, Main: c.Main,
		Source: sourceOf(c), Participants: append([]string{}, o.Participants...), Roles: rolesOf(c), Place: o.Place(), Mentions: make([]report.Mention, 0, len(o.Claims)), Shown: o.Shown, Reported: c.Source != nil,
	}
	if dated := o.Dated; dated != nil {
		e.When = &report.When{From: moment(o.When.From), To: moment(o.When.To), Grain: grainOf(dated), Inferred: dated.Likely.Why != 0, Explanation: whyThen(dated), Label: o.When.Label(), Present: o.Present()}
	} else if c.Bound != "" {
		e.Limit = c.Bound + " " + c.Time.Text
	}
	for _, m := range o.Claims {
		d := m.Page
		e.Mentions = append(e.Mentions, report.Mention{
			Doc: d.Article.ID, File: d.Article.File, Text: m.Trigger.In(d.Article.Flow()),
			Start: d.Position(m.Trigger.Start), End: d.EndPosition(m.Trigger.End), Dates: m == o.Dated, Name: d.DisplayName(),
		})
	}
	return e
}

// timeOf returns the time that dates a claim, nil where it is dated by the day of
// publication.
func timeOf(c *claims.Claim) *timeline.Time {
	if c.Likely.Of != nil {
		return c.Likely.Of.Time
	}
	return c.Time
}

func grainOf(c *claims.Claim) string {
	if t := timeOf(c); t != nil {
		return t.Grain.String()
	}
	return timeline.GrainDay.String()
}

// whyThen says why an event is dated as it is.
func whyThen(c *claims.Claim) string {
	switch c.Likely.Why {
	case claims.Again:
		return "told again: " + timeOf(c).Explain()
	case claims.Scene:
		return "no time of its own; told right behind: " + timeOf(c).Explain()
	case claims.Now:
		return "told in the present tense, on the day of publication"
	}
	return c.Time.Explain()
}

// told returns the passage of a claim on one line, with the name in brackets where it
// opens with a pronoun or title of which it is clear who is meant.
func told(c *claims.Claim) string {
	var b strings.Builder
	src := c.Page.Article.Flow()
	for i, s := range c.Passage() {
		if i > 0 {
			b.WriteString(" … ")
		}
		if p := meantAt(c, s.Start); p != nil {
			b.WriteString("[" + p.Name + "] ")
			s.Start = p.Span.End
		}
		b.WriteString(strings.Join(strings.Fields(s.In(src)), " "))
	}
	return b.String()
}

// meantAt returns the participant of c that begins at the byte and whose name is not
// written there, nil for none.
func meantAt(c *claims.Claim, at int) *claims.Participant {
	for i := range c.Participants {
		if p := &c.Participants[i]; p.Meant && p.Span.Start == at {
			return p
		}
	}
	return nil
}

// sourceOf returns who says what a claim says, "" for the writer and for people
// whom the sentence does not name.
func sourceOf(c *claims.Claim) string {
	if c.Source == nil {
		return ""
	}
	var names []string
	for _, p := range c.Source.Speaker {
		if p.Name != "" || !p.Pronoun {
			names = append(names, nameOrText(c, &p))
		}
	}
	return strings.Join(names, ", ")
}

func nameOrText(c *claims.Claim, p *claims.Participant) string {
	if p.Name != "" {
		return p.Name
	}
	words := p.Span.In(c.Page.Article.Flow())
	if first, rest, ok := strings.Cut(words, " "); ok && en.Is(strings.ToLower(first), en.Article) {
		return strings.ToLower(first) + " " + rest
	}
	return words
}

func rolesOf(c *claims.Claim) []report.Participant {
	out := make([]report.Participant, 0, len(c.Participants))
	for _, p := range c.Participants {
		out = append(out, report.Participant{Role: p.Role.String(), Preposition: p.Preposition, Text: p.Span.In(c.Page.Article.Flow()), Name: p.Name})
	}
	return out
}

// eventID names an event by what happened, participants and date, so that it
// stays the same when the text around it changes; without a day of its own or
// participants by its words too. Equals are counted.
func eventID(e *chronicle.Event, seen map[string]int) string {
	base := kindOf(e) + "\x00" + strings.Join(e.Participants, "\x00") + "\x00"
	given := e.Dated != nil && e.Dated.Likely.Why == 0
	if given {
		base += e.When.String()
	}
	if !given || len(e.Participants) == 0 {
		base += "\x00" + told(e.Lead)
	}
	n := seen[base]
	seen[base]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", base, n))
	return hex.EncodeToString(sum[:6])
}
