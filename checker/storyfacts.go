package checker

import (
	"slices"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/rules"
)

// storyFact returns documents that are told as one story as rules see them.
func storyFact(docs []*page.Page, sameStory bool) *fact.Story {
	s := &fact.Story{At: docs[0].TopPlace()}
	if !sameStory {
		s.ID = docs[0].Article.Meta.Story
	}
	for _, d := range docs {
		s.Articles = append(s.Articles, *articleFact(d))
		for _, h := range claims.EventsOf(d).All {
			s.Events = append(s.Events, *eventFact(d, h))
		}
	}
	return s
}

// storiesToCheck returns the stories that there are rules for.
func (r *Run) storiesToCheck() [][]*page.Page {
	return slices.DeleteFunc(r.stories(), func(docs []*page.Page) bool {
		return len(docs) == 0 || !r.rulesOf(docs[0]).Needs(fact.OverStory)
	})
}

// checkStory runs the rules over a story that the articles tell.
func (r *Run) checkStory(e *evaluation, docs []*page.Page) {
	defer e.account.Close()
	key := r.memory.key(docs)
	if r.memory.repeats(e, key) {
		return
	}
	var story *fact.Story
	if e.reads(func() { story = storyFact(docs, r.sameStory) }, fact.OverStory) {
		e.eval(fact.OverStory, rules.Binding{"story": story})
	}
	for i := range e.found {
		if d := r.byID(e.found[i].At.Doc); d != nil {
			e.found[i].doc = d
		}
	}
	r.memory.keep(e, key, nil)
}
