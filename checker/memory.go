package checker

import (
	"fmt"
	"strings"
	"sync"

	"factcheck/checker/story"
	"factcheck/checker/story/drift"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/rules"
)

// A memory holds what rules made in the runs of a [Session], so that they need
// not run again over what has not changed. A nil memory holds nothing and keeps
// nothing. What a run without a defect and without an overrun made is kept until
// the run after it.
type memory struct {
	mu       sync.Mutex
	last     map[any]*sheet // by article, merge, or the key of a story
	now      map[any]*sheet
	merged   map[string][]*fact.Merge // of stories by their keys, in the last run
	merging  map[string][]*fact.Merge // in this one
	sharers  map[*page.Page][]story.Sharer
	beside   *drift.Sources
	versions map[*page.Page]int // another number for each state of a document
	number   int                // the last one
}

// A sheet is what rules made of one article, merge or story.
type sheet struct {
	found  []outcome
	errs   []failure
	spent  rules.Spending
	merges []*fact.Merge // of an article with the sources

	compared string // what of an article was compared with them
}

func newMemory() *memory {
	return &memory{last: map[any]*sheet{}, now: map[any]*sheet{}, merging: map[string][]*fact.Merge{}, versions: map[*page.Page]int{}}
}

// turn begins a run: what the last one kept can be repeated.
func (m *memory) turn() {
	m.last, m.now = m.now, map[any]*sheet{}
	m.merged, m.merging = m.merging, map[string][]*fact.Merge{}
}

// changed says that a document is another than it was, or that it is new.
func (m *memory) changed(d *page.Page) {
	m.number++
	m.versions[d] = m.number
	delete(m.now, d)
}

// unsourced forgets what compares articles with sources.
func (m *memory) unsourced() {
	m.sharers, m.beside = nil, nil
	for key := range m.now {
		if _, article := key.(*page.Page); article {
			delete(m.now, key)
		}
	}
}

// only forgets all but these documents.
func (m *memory) only(docs []*page.Page) {
	versions := make(map[*page.Page]int, len(docs))
	for _, d := range docs {
		versions[d] = m.versions[d]
	}
	m.versions = versions
}

// key names documents as they are.
func (m *memory) key(docs []*page.Page) string {
	if m == nil {
		return ""
	}
	var b strings.Builder
	for _, d := range docs {
		fmt.Fprintf(&b, "%d ", m.versions[d])
	}
	return b.String()
}

// repeats fills in what rules made of the same in the last run, and reports
// whether they ran there.
func (m *memory) repeats(e *evaluation, key any) bool {
	if m == nil {
		return false
	}
	s := m.last[key]
	if s == nil {
		return false
	}
	e.found, e.errs = s.found, s.errs
	e.account.Repeat(s.spent)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now[key] = s
	return true
}

// keep notes what rules made. The account of e is still open. What is done to the
// elements of e.found later is done to what is kept.
func (m *memory) keep(e *evaluation, key any, merges []*fact.Merge) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now[key] = &sheet{found: e.found, errs: e.errs, spent: e.account.Spending(), merges: merges}
}

// keepCompared notes what of an article was compared with the sources.
func (m *memory) keepCompared(d *page.Page, said string) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if s := m.now[d]; s != nil {
		s.compared = said
	}
}

// draftMerges returns the kept merges of an article with the sources, and what of it
// was compared with them.
func (m *memory) draftMerges(d *page.Page) (merges []*fact.Merge, compared string) {
	if m == nil || m.last[d] == nil {
		return nil, ""
	}
	return m.last[d].merges, m.last[d].compared
}

// storyMerges returns the merges of a story, which find makes.
func (m *memory) storyMerges(docs []*page.Page, find func() []*fact.Merge) []*fact.Merge {
	if m == nil {
		return find()
	}
	key := m.key(docs)
	merges, ok := m.merged[key]
	if !ok {
		merges = find()
	}
	m.merging[key] = merges
	return merges
}

// links returns what the sources share, which find makes.
func (m *memory) links(find func() map[*page.Page][]story.Sharer) map[*page.Page][]story.Sharer {
	if m == nil {
		return find()
	}
	if m.sharers == nil {
		m.sharers = find()
	}
	return m.sharers
}

// besides returns the sources to lay drafts beside, which read makes.
func (m *memory) besides(read func() *drift.Sources) *drift.Sources {
	if m == nil {
		return read()
	}
	if m.beside == nil {
		m.beside = read()
	}
	return m.beside
}
