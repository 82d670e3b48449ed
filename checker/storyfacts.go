package checker

import (
	"slices"

	"factcheck/internal/claims/events"
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
		for _, h := range events.Of(d).All {
			s.Events = append(s.Events, *eventFact(d, h))
		}
	}
	return s
}

// storiesFor returns the stories that there are rules of a scope for.
func (r *Run) storiesFor(scope fact.Scope) [][]*page.Page {
	return slices.DeleteFunc(r.stories(), func(docs []*page.Page) bool {
		return len(docs) == 0 || !r.rulesOf(docs[0]).Needs(scope)
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
	r.findWhereTheyStand(e)
	r.memory.keep(e, key, nil)
}

// findWhereTheyStand gives what was found in a story to the documents it stands in.
func (r *Run) findWhereTheyStand(e *evaluation) {
	for i := range e.found {
		if d := r.byID(e.found[i].At.Doc); d != nil {
			e.found[i].doc = d
		}
	}
}

// checkPairs runs the rules over every two articles of a story.
func (r *Run) checkPairs(e *evaluation, docs []*page.Page) {
	defer e.account.Close()
	var all []any
	e.reads(func() {
		for _, d := range docs {
			all = append(all, articleFact(d))
		}
	}, fact.OverDocumentPair)
	e.keep(e.account.EvalPairs(e.ctx, e.set, fact.OverDocumentPair, [][]any{all}, nil))
	r.findWhereTheyStand(e)
}

// sourcePairs returns an article with each of its sources, the source first.
func sourcePairs(a *fact.Article, sources []*page.Page) [][]any {
	var out [][]any
	for _, d := range left(sources) {
		out = append(out, []any{sourceLayer.Of(d), a})
	}
	return out
}

// sourceLayer holds what rules over pairs of documents see of a source.
var sourceLayer = page.NewLayer(articleFact)
