package checker

import (
	"context"
	"errors"
	"slices"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/page"
	"factcheck/internal/parallel"
	"factcheck/internal/report"
	"factcheck/timeline"
)

// A Session checks inputs one after the other that have most of their articles in
// common, such as those of an editor. Its reports are those of [Run.Check] over
// the same input. What has not changed since the last input is not read again:
//
//   - of an article that shares no story, what was found in it is kept, its text
//     and its publication date;
//   - the sources, and the articles of stories, stay read in full;
//   - dates are worked out anew where the links between documents of which one
//     has no date of its own have changed.
//
// An article is the same if its pointer is. A run with a defect or a rule over its
// budget leaves nothing to keep. One goroutine at a time may use a Session.
type Session struct {
	options Options

	published *article.Date
	sameStory bool

	memory   *memory
	articles shelf
	sources  shelf
}

// A shelf holds the pages of articles, or of sources, and how they were dated.
type shelf struct {
	pages  map[*article.Article]*page.Page
	order  []*page.Page
	dating timeline.Dating
}

// NewSession returns a Session that has read nothing. For, if opt has it, must
// give an article the same options each time.
func NewSession(opt Options) *Session {
	return &Session{options: *opt.complete(), memory: newMemory()}
}

// Check returns what the rules find in in, and the error that [Run.Check] returns.
func (s *Session) Check(ctx context.Context, in Input) (*report.Check, error) {
	if in.Published != s.published || in.SameStory != s.sameStory {
		s.forget()
		s.published, s.sameStory = in.Published, in.SameStory
	}
	r := s.read(in)
	s.memory.turn()
	out, err := r.Check(ctx)
	if ctx.Err() != nil || r.incomplete(err) {
		s.forget()
	}
	return out, err
}

// forget makes the session one that has read nothing.
func (s *Session) forget() {
	s.memory, s.articles, s.sources = newMemory(), shelf{}, shelf{}
}

// incomplete reports whether a defect or a budget stopped a part of a run that
// ended with err: what it was asked before it need not come out so again.
func (r *Run) incomplete(err error) bool {
	if len(r.defects.all()) > 0 || r.overran {
		return true
	}
	for _, e := range multierror.Append(nil, err).Errors {
		if _, ok := errors.AsType[*Defect](e); ok {
			return true
		}
	}
	return false
}

// read is [Read] of what is new in in.
func (s *Session) read(in Input) *Run {
	r := &Run{sameStory: in.SameStory, articles: len(in.Articles), defects: new(defects), passedOver: in.PassedOver, memory: s.memory, tell: in.Progress}
	r.options = optionsFor(slices.Concat(in.Articles, in.Sources), &s.options)
	articles := s.articles.take(r, in.Articles, in.Published, 0)
	sources := s.sources.take(r, in.Sources, nil, len(articles))
	r.docs = slices.Concat(articles, sources)
	r.ids = make(map[string]*page.Page, len(r.docs))
	for _, d := range r.docs {
		r.ids[d.Article.ID] = d
	}
	others := s.sources.date(r, sources, false)
	if others {
		s.memory.unsourced()
	}
	s.articles.date(r, articles, others, page.Dated(left(sources))...)
	s.memory.only(r.docs)
	return r
}

// take returns the pages of articles, of which the first has the number from in
// the run, and lets go of all others.
func (s *shelf) take(r *Run, articles []*article.Article, published *article.Date, from int) []*page.Page {
	docs := make([]*page.Page, len(articles))
	pages := make(map[*article.Article]*page.Page, len(articles))
	parallel.Each(len(articles), func(i int) {
		a, opt := articles[i], r.options[from+i]
		if docs[i] = s.pages[a]; docs[i] == nil {
			docs[i] = newPage(timeline.New(a, published, page.GoesOn, opt.Time), from+i, opt.Triggers)
		}
		docs[i].Index = from + i
	})
	for i, a := range articles {
		pages[a] = docs[i]
	}
	s.pages = pages
	return docs
}

// date works out when the documents were published, and tells the memory which
// have changed. It reports whether one has, or their order.
func (s *shelf) date(r *Run, docs []*page.Page, relink bool, dated ...*timeline.Document) bool {
	said := make([]string, len(docs))
	for i, d := range docs {
		said[i] = d.LinkedBy()
	}
	forget := func(i int) { docs[i].Forget() }
	lost, unlinked := s.dating.Infer(page.Dated(docs), keepLoaded, relink, forget, dated...)
	changed := !slices.Equal(docs, s.order)
	s.order = docs
	for i, d := range docs {
		d.Lost = lost[i]
		if _, known := r.memory.versions[d]; !known || d.LinkedBy() != said[i] {
			r.memory.changed(d)
			changed = true
		}
	}
	r.noteDefects(docs)
	r.defects.add(unlinked...)
	return changed
}
