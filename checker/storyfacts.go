package checker

import (
	"context"

	"factcheck/rules"
)

// storyFact returns documents that are told as one story as rules see them.
func storyFact(docs []*document, sameStory bool) *rules.Story {
	s := &rules.Story{At: docs[0].topPlace()}
	if !sameStory {
		s.ID = docs[0].Article.Meta.Story
	}
	for _, d := range docs {
		s.Articles = append(s.Articles, *d.articleFact())
		for _, h := range d.happenings {
			s.Events = append(s.Events, *d.eventFact(h))
		}
	}
	return s
}

// checkStories runs the rules over stories.
func (r *Run) checkStories(ctx context.Context, stories [][]*document) ([]outcome, []failure) {
	e := evaluation{ctx: ctx}
	for _, docs := range stories {
		if len(docs) == 0 || !r.rulesOf(docs[0]).Needs(rules.OverStory) {
			continue
		}
		e.doc, e.set = docs[0], r.rulesOf(docs[0])
		e.eval(rules.OverStory, rules.Binding{"story": storyFact(docs, r.sameStory)})
	}
	for i := range e.found {
		if d := r.byID(e.found[i].At.Doc); d != nil {
			e.found[i].doc = d
		}
	}
	return e.found, e.errs
}
