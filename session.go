package factcheck

import (
	"context"
	"slices"
	"sync"

	"factcheck/checker"
	"factcheck/internal/article"
)

// A Session holds articles and sources, and answers time and again while they are
// exchanged one by one: what an editor or a server keeps for an open desk. A report
// of [Session.Check] is, byte for byte in its JSON, that of [Check] over the same
// articles and sources. It is made without reading again what has not changed:
//
//   - Of an article that shares no story, what was found in it is kept. When one is
//     exchanged, the others are not read, but for one with a comment that hides
//     nothing: to tell its place it is read each time.
//   - The sources, and the articles of one story, stay read in full, which takes
//     twenty to forty times the room of their text. If one article of a story
//     changes, the story is compared anew, but not read.
//   - If the sources change, all articles are checked anew.
//   - An article without a date of its own may be dated by another that shares
//     long sequences of words with it. Where that changes, all that hang together so
//     are dated anew, and those whose date is told otherwise are checked anew.
//
// After an error that stopped a part of a check (a [*Defect], a rule over its
// budget, the end of the context) the next check reads all anew.
//
// All methods may be called at once. A check looks at what the session holds when
// it begins; changes meanwhile do not wait for it, and count for the next. Checks wait for each
// other.
type Session struct {
	mu       sync.Mutex // of what follows
	articles []*Article
	sources  []*Article

	checking sync.Mutex // of what follows
	settings *settings
	renaming renaming
	checker  *checker.Session
}

// NewSession returns a session without articles. The sources of options can be
// exchanged; the other options stay. The error lists what is wrong with them; the
// session does without these, as [Check] does.
func NewSession(options ...Option) (*Session, error) {
	s := settingsOf(options)
	opt := s.options()
	out := &Session{settings: s, checker: checker.NewSession(opt)}
	out.SetSources(s.input.Sources...)
	return out, join(s.errs...)
}

// Put adds articles, each in the place of the one with its id, at the end if there
// is none.
func (s *Session) Put(articles ...*Article) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.articles = slices.Clone(s.articles) // a check may be looking at the old ones
	for _, a := range articles {
		if i := s.find(a.ID); i >= 0 {
			s.articles[i] = a
			continue
		}
		s.articles = append(s.articles, a)
	}
}

// Replace parses src as [Parse] does, and has what it holds stand for all articles
// of the file name: a text for itself, a file of records for its records. These keep
// the place of the first. Its error is that of Parse; what could be read is
// replaced. An id that another file has already given is an error, and the article of
// that file stays.
func (s *Session) Replace(name string, src []byte, options ...ReadOption) error {
	read, err := Parse(name, src, options...)
	s.mu.Lock()
	defer s.mu.Unlock()
	at, others := -1, make([]*Article, 0, len(s.articles))
	for _, a := range s.articles {
		if a.File != name {
			others = append(others, a)
		} else if at < 0 {
			at = len(others)
		}
	}
	if at < 0 {
		at = len(others)
	}
	distinct, repeated := article.Distinct(slices.Concat(others, read))
	s.articles = slices.Insert(others, at, distinct[len(others):]...)
	return join(err, repeated)
}

// Remove takes out the article with an id, and reports whether there was one.
func (s *Session) Remove(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.find(id)
	if i >= 0 {
		s.articles = slices.Delete(slices.Clone(s.articles), i, i+1)
	}
	return i >= 0
}

// find returns the index of the article with an id, -1 if there is none.
func (s *Session) find(id string) int {
	return slices.IndexFunc(s.articles, func(a *Article) bool { return a.ID == id })
}

// SetSources gives what the articles are checked against, in place of the sources
// so far. Those that are the same articles as before are not read again.
func (s *Session) SetSources(sources ...*Article) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sources = slices.Clone(sources)
}

// Articles returns the articles in the order in which they are checked.
func (s *Session) Articles() []*Article {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.articles)
}

// Sources returns the sources.
func (s *Session) Sources() []*Article {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sources)
}

// Check returns what the rules find now. Of its errors see [Check].
func (s *Session) Check(ctx context.Context) (*Report, error) {
	s.checking.Lock()
	defer s.checking.Unlock()
	s.mu.Lock()
	in := s.settings.input
	in.Articles, in.Sources = s.articles, s.sources
	s.mu.Unlock()
	in.Sources = s.renaming.beside(in.Sources, in.Articles)
	report, err := s.checker.Check(ctx, in)
	return report, join(err)
}
