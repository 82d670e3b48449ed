package checker

import (
	"slices"

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

// storiesToCheck returns the stories that there are rules for.
func (r *Run) storiesToCheck() [][]*document {
	return slices.DeleteFunc(r.stories(), func(docs []*document) bool {
		return len(docs) == 0 || !r.rulesOf(docs[0]).Needs(rules.OverStory)
	})
}

// checkStory runs the rules over a story that the articles tell.
func (r *Run) checkStory(e *evaluation, docs []*document) {
	defer e.account.Close()
	var story *rules.Story
	if e.reads(func() { story = storyFact(docs, r.sameStory) }, rules.OverStory) {
		e.eval(rules.OverStory, rules.Binding{"story": story})
	}
	for i := range e.found {
		if d := r.byID(e.found[i].At.Doc); d != nil {
			e.found[i].doc = d
		}
	}
}
