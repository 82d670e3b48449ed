package checker

import (
	"fmt"
	"slices"

	"factcheck/checker/story"
	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/internal/page"
	"factcheck/rules"
)

// storySplits compares the declared stories that there are rules for. A defect costs
// all of them.
func (r *Run) storySplits() (out []*fact.Split, failed []failure) {
	apart := r.storiesFor(fact.OverSplit)
	if len(apart) < 2 {
		return nil, nil
	}
	d := isolate.Do(workOnAll(slices.Concat(apart...), isolate.StageStory), func() { out = story.StorySplits(apart) })
	if d == nil {
		return out, nil
	}
	for _, docs := range apart {
		failed = append(failed, missingRules(r.rulesOf(docs[0]), docs[0], d, "its story could not be compared with others, see the internal error", fact.OverSplit)...)
	}
	return nil, failed
}

// checkSplit runs the rules over an event that two stories tell.
func (r *Run) checkSplit(e *evaluation, s *fact.Split) {
	defer e.account.Close()
	e.eval(fact.OverSplit, rules.Binding{"split": s})
}

// draftSplits returns the events that a draft tells as two where the sources tell
// one: events of one kind with the same participants, days apart, of which the sources
// date one only, though both sentences of the draft tell what they tell. A day that
// any source names is no slip of the draft. aligned are the sentences of the draft.
func draftSplits(d *page.Page, sources []*page.Page, aligned []*fact.Alignment) []*fact.Split {
	var out []*fact.Split
	keys, events := eventsByKey(d)
	for _, key := range keys {
		own := slices.DeleteFunc(events[key], func(e *fact.Event) bool { return !happened(e) })
		if len(own) < 2 {
			continue
		}
		t := tellersOf(key, sources)
		if t.event == nil {
			continue
		}
		if s := t.split(own, sources, aligned); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// happened reports whether an event is told as done, and on a known day.
func happened(e *fact.Event) bool {
	if e.Modality != string(claims.Actual) || e.Negated || e.When == nil {
		return false
	}
	days, ok := e.When.Days()
	return ok && days == 1
}

// tellers are the sources that tell one event.
type tellers struct {
	event *fact.Event // as the first of them tells it; nil if they tell none, or more than one
	ids   []string
}

// tellersOf returns the sources that tell events of a key, if all of these may be one.
func tellersOf(key string, sources []*page.Page) tellers {
	var t tellers
	for _, d := range left(sources) {
		_, events := eventsByKey(d)
		for _, e := range events[key] {
			switch {
			case e.Modality == string(claims.Series), happened(e) && t.event != nil && e.When.Gap(*t.event.When) > 0:
				return tellers{}
			case !happened(e):
				continue
			case t.event == nil:
				t.event = e
			}
			if !slices.Contains(t.ids, d.Article.ID) {
				t.ids = append(t.ids, d.Article.ID)
			}
		}
	}
	return t
}

// split returns the first event of a draft that no source dates so, beside the one
// that they do; nil if there are not both.
func (t *tellers) split(own []*fact.Event, sources []*page.Page, aligned []*fact.Alignment) *fact.Split {
	there := slices.IndexFunc(own, func(e *fact.Event) bool { return e.When.Gap(*t.event.When) == 0 })
	stray := slices.IndexFunc(own, func(e *fact.Event) bool { return e.When.Gap(*t.event.When) > 0 && !namedIn(sources, e.When) })
	if there < 0 || stray < 0 {
		return nil
	}
	a, b := t.passage(own[stray], aligned), t.passage(own[there], aligned)
	if a == nil || b == nil {
		return nil
	}
	return t.newSplit(own[stray], own[there], a, b)
}

// passage returns the sentence of a draft that tells e, if it is like one of the
// sources of t.
func (t *tellers) passage(e *fact.Event, aligned []*fact.Alignment) *fact.Alignment {
	for _, a := range aligned {
		if a.At.Doc == e.At.Doc && a.At.Span.Contains(e.At.Span) && a.Passage != nil && slices.Contains(t.ids, a.Passage.Doc) {
			return a
		}
	}
	return nil
}

// namedIn reports whether a time of any source means a day of when.
func namedIn(sources []*page.Page, when *fact.Interval) bool {
	return slices.ContainsFunc(left(sources), func(d *page.Page) bool {
		for i := range d.Times {
			t := &d.Times[i]
			if t.Zone == article.Furniture || t.Zone == article.Stamp || t.Zone == article.Dateline || !t.When.Closed() {
				continue
			}
			if w := page.Interval(t.When, ""); w.From.Sub(*when.From) == 0 && w.Overlaps(*when) {
				return true
			}
		}
		return false
	})
}

// newSplit tells that a draft has a second event, stray, for the one of t; a and b are
// the sentences of the two beside what the sources say.
func (t *tellers) newSplit(stray, there *fact.Event, a, b *fact.Alignment) *fact.Split {
	least := min(a.Likeness, b.Likeness)
	s := &fact.Split{Form: "draft", Score: least, Likeness: least, Ties: stray.Participants, Here: []string{stray.At.Doc}, There: t.ids, At: stray.At, Text: stray.At.Text}
	s.Summary = fmt.Sprintf("told as two, of %s and of %s, but all sources tell one, of %s", there.When.Label, stray.When.Label, t.event.When.Label)
	s.Notes = []fact.Note{
		{At: there.At, Message: "the other, of " + there.When.Label},
		{At: *a.Passage, Message: "what the source tells of it"},
		{At: t.event.At, Message: t.event.When.Label + " in the source: " + t.event.Explanation},
	}
	s.Assumptions = []string{"no source dates anything to " + stray.When.Label}
	return s
}
