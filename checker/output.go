package checker

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"factcheck/checker/story"
	"factcheck/internal/claims"
	"factcheck/internal/isolate"
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
				Start: d.Position(f.Span.Start), End: d.Position(f.Span.End),
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
			Text: t.Text, Start: t.Span.Start, End: t.Span.End, Type: t.Type.String(), Value: t.Value, Mod: string(t.Mod),
			Anchor: string(t.Anchor), Direction: t.Direction().String(), Zone: t.Zone.String(), Explanation: t.Explain(),
			Place: d.Position(t.Span.Start), Sure: t.Sure,
		}
		if !t.When.Empty() {
			x.From, x.To = moment(t.When.From), moment(t.When.To)
		}
		out.Times = append(out.Times, x)
	}
	return out
}

// Timeline returns what happened when, in order, across all documents. Events
// that nothing dates are counted, not listed. Documents and events that fail for a
// defect are left out: see [Run.Err].
func (r *Run) Timeline() *report.Timeline {
	r.loadAll(r.docs)
	out := &report.Timeline{Schema: report.Schema, Documents: r.documents(), Events: []report.Event{}}
	seen := map[string]int{}
	docs := sound(r.docs)
	if len(docs) == 0 {
		return out
	}
	var all []*story.Occurrence
	r.defects.add(isolate.Do(workOnAll(docs, isolate.StageTimeline), func() { all = story.Occurrences(docs) }))
	for _, o := range all {
		if o.When.Empty() {
			out.Undated++
			continue
		}
		defect := isolate.Do(o.Happenings[0].Doc.Work(isolate.StageTimeline+" "+o.Kind), func() {
			out.Events = append(out.Events, event(o, eventID(o, seen)))
		})
		r.defects.add(defect)
	}
	out.Unread = r.Unread()
	return out
}

// event returns a dated occurrence as it is reported.
func event(o *story.Occurrence, id string) report.Event {
	e := report.Event{
		ID: id, Kind: o.Kind, Modality: string(o.Happenings[0].Modality), Participants: append([]string{}, o.Participants...), Place: o.Place(), Mentions: []report.Mention{},
	}
	if o.Kind == claims.KindContact {
		e.Kind = "conversation"
	}
	dated := dating(o)
	e.When = report.When{From: moment(o.When.From), To: moment(o.When.To), Grain: dated.Time.Grain.String(), Explanation: dated.Time.Explain(), Label: o.When.Label()}
	for _, h := range o.Happenings {
		for _, m := range h.Mentions {
			d := h.Doc
			e.Mentions = append(e.Mentions, report.Mention{
				Doc: d.Article.ID, File: d.Article.File, Text: m.Trigger.In(d.Article.Flow()),
				Start: d.Position(m.Trigger.Start), End: d.Position(m.Trigger.End),
				Quote: d.Parsed[m.Sentence].Span.In(d.Article.Flow()), Dates: m == h.Dated, Name: d.DisplayName(),
			})
		}
	}
	return e
}

// dating returns the mention whose time the occurrence has.
func dating(o *story.Occurrence) *claims.Mention {
	best := o.Happenings[0].Dated
	for _, h := range o.Happenings {
		if h.Dated != nil && (best == nil || h.When() == o.When && best.When() != o.When) {
			best = h.Dated
		}
	}
	return best
}

// eventID names an event by kind, participants and date, so that it stays the
// same when the text around it changes; equals are counted.
func eventID(o *story.Occurrence, seen map[string]int) string {
	base := o.Kind + "\x00" + strings.Join(o.Participants, "\x00") + "\x00" + o.When.String()
	n := seen[base]
	seen[base]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", base, n))
	return hex.EncodeToString(sum[:6])
}
