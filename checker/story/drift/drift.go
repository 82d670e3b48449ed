package drift

import (
	"slices"

	"factcheck/internal/align"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Sources are what drafts are compared with, read once.
type Sources struct {
	index  *align.Index
	values map[*align.Passage][]*value
	stated [kinds]*register
	slips  *slips
	words  *wording
	roles  []title

	orderings map[*align.Passage][]ordering
	around    map[*align.Passage][]*align.Passage // each with its neighbours
}

// NewSources reads the sources. They must have been read in full.
func NewSources(docs []*page.Page) *Sources {
	s := &Sources{index: align.NewIndex(docs), values: map[*align.Passage][]*value{}}
	var all [kinds][]*value
	for _, p := range s.index.Passages {
		list := valuesOf(p)
		s.values[p] = list
		for _, v := range list {
			all[v.kind] = append(all[v.kind], v)
		}
	}
	for k := range kinds {
		s.stated[k] = newRegister(all[k])
	}
	s.slips = newSlips(all[kindName])
	s.orderings, s.around = map[*align.Passage][]ordering{}, map[*align.Passage][]*align.Passage{}
	for n, p := range s.index.Passages {
		if list := orderingsOf(p); len(list) > 0 {
			s.orderings[p] = list
		}
		for _, q := range s.index.Passages[max(n-1, 0):min(n+2, len(s.index.Passages))] {
			if q.Page == p.Page {
				s.around[p] = append(s.around[p], q)
			}
		}
	}
	s.words = newWording(docs)
	s.roles = titlesOf(all[kindName])
	return s
}

// A comparison is one draft against the sources.
type comparison struct {
	*Sources
	draft     *page.Page
	passages  []*align.Passage
	values    [][]*value // by passage
	own       [kinds]*register
	passageOf map[int]int         // by sentence
	counted   map[string]bool     // keys of the nouns that the draft counts
	slots     map[int][]fact.Slot // by sentence
	unstated  map[int][]fact.Place
	slipped   map[string]bool // names that the draft has otherwise, with those of the sources
}

// Alignments returns the sentences of a draft beside what the sources tell of
// the same, in order.
func (s *Sources) Alignments(draft *page.Page) []*fact.Alignment {
	c := &comparison{Sources: s, draft: draft, passages: s.index.PassagesOf(draft), counted: map[string]bool{}, slots: map[int][]fact.Slot{}, unstated: map[int][]fact.Place{}, slipped: map[string]bool{}, passageOf: map[int]int{}}
	var all [kinds][]*value
	for i, p := range c.passages {
		c.passageOf[p.Sentence] = i
		list := valuesOf(p)
		c.values = append(c.values, list)
		for _, v := range list {
			all[v.kind] = append(all[v.kind], v)
			if v.kind == kindNumber && v.number.Noun != "" {
				c.counted[align.Key(v.number.Noun)] = true
			}
		}
	}
	for k := range kinds {
		c.own[k] = newRegister(all[k])
	}
	c.compareQuotes()
	c.compareTitles()
	var out []*fact.Alignment
	for i, p := range c.passages {
		matches := s.index.Matches(p)
		for _, v := range c.values[i] {
			if !draft.InQuotation(v.span.Start) {
				c.compare(v, matches)
			}
		}
		c.compareOrder(p, matches)
		c.compareEvents(i, matches)
		out = append(out, c.alignment(p, matches))
	}
	return out
}

func (c *comparison) alignment(p *align.Passage, matches []align.Match) *fact.Alignment {
	s := &c.draft.Parsed[p.Sentence]
	a := &fact.Alignment{At: c.draft.PlaceOf(s.Span), Zone: s.Zone.String(), Slots: c.slots[p.Sentence]}
	a.Text, a.Unstated = a.At.Text, c.unstated[p.Sentence]
	slices.SortStableFunc(a.Slots, func(x, y fact.Slot) int { return x.At.Span.Start - y.At.Span.Start })
	if len(matches) > 0 {
		m := matches[0]
		at := m.Page.PlaceOf(m.Page.Parsed[m.Sentence].Span)
		a.Passage, a.Likeness = &at, m.Likeness
	}
	return a
}

// compare looks for the value in the sources that stands in the place of v.
func (c *comparison) compare(v *value, matches []align.Match) {
	var same, loose, other *value
	var elsewhere, context, rank float64
	taken := false
	c.stated[v.kind].agreeing(v, func(o *value) bool {
		if v.finer(o) {
			loose = o
			return true
		}
		x := c.context(v, o)
		if same == nil || x > elsewhere || x == elsewhere && o.order < same.order {
			same, elsewhere = o, x
		}
		return true
	})
	stated := same != nil
	for _, m := range matches {
		for _, o := range c.Sources.values[m.Passage] {
			if o.kind != v.kind || v.relate(o) != differs || c.countedApart(v, o) {
				continue
			}
			x := c.context(v, o)
			t := c.taken(v, o, x)
			if t {
				x /= 2
			}
			if r := x + alikeForms(v, o); r > rank {
				other, context, rank, taken = o, x, r, t
			}
		}
	}
	if v.kind == kindName && same == nil {
		if o := c.misspelt(v); o != nil {
			other, context, taken = o, c.context(v, o), false
			if spelling(v.name, o.name) && (shared(v.name, o.name) || len(last(v.name)) >= minLoneName) || halfSlip(v.name, o.name) {
				context = max(.5, context)
			}
		}
	}
	if !stated {
		c.unstated[v.passage.Sentence] = append(c.unstated[v.passage.Sentence], place(c.draft, v.span))
	}
	if other != nil && (same == nil || context > elsewhere) && !(v.kind == kindNumber && elsewhere >= fits) {
		slot := v.beside(other)
		slot.Context, slot.Elsewhere, slot.Stated, slot.Taken = context, elsewhere, stated, taken
		if v.kind == kindName {
			pair := last(v.name) + "/" + last(other.name)
			slot.Repeated = c.slipped[pair]
			c.slipped[pair] = true
		}
		slot.Newer = same != nil && later(same.passage.Page, other.passage.Page)
		c.add(v, slot)
		return
	}
	if same == nil && other == nil && loose != nil {
		same, elsewhere = loose, c.context(v, loose)
	}
	if same != nil {
		slot := v.beside(same)
		slot.Same, slot.Context, slot.Elsewhere, slot.Stated = true, elsewhere, elsewhere, true
		if v.kind == kindNumber && other != nil && !taken && !far(v.number, other.number) {
			c.against(v, other, context, &slot)
		}
		c.add(v, slot)
	}
}

// fits is how like surroundings are at least in which a number is taken for that of
// the sources, whatever else they say.
const fits = .35

// sameForm is how much sooner two times are compared that name the same: two days of a
// month, two years.
const sameForm = .15

func alikeForms(a, b *value) float64 {
	if a.kind == kindTime && formOf(a.time) != formOther && formOf(a.time) == formOf(b.time) {
		return sameForm
	}
	return 0
}

// against adds to a slot that agrees what another source says, and which is newer.
func (c *comparison) against(v, other *value, context float64, slot *fact.Slot) {
	at := place(other.passage.Page, other.span)
	slot.Other, slot.OtherText, slot.OtherContext, slot.OtherNewer = &at, at.Text, context, true
	c.stated[v.kind].agreeing(v, func(o *value) bool {
		if c.context(v, o) < fits {
			return true
		}
		slot.OtherNewer = slot.OtherNewer && later(other.passage.Page, o.passage.Page)
		slot.OtherOlder = slot.OtherOlder || later(o.passage.Page, other.passage.Page) || o.passage.Page == other.passage.Page
		return true
	})
}

// minLoneName is from how many letters on one word that is nearly that of a source is
// a slip wherever it stands; shorter ones are often two names.
const minLoneName = 7

// misspelt returns the first name of the sources that v differs from in letters.
func (c *comparison) misspelt(v *value) *value {
	if abbreviated(v.passage.Page, v.span) {
		return nil
	}
	return c.slips.of(v)
}

func (c *comparison) add(v *value, slot fact.Slot) {
	c.slots[v.passage.Sentence] = append(c.slots[v.passage.Sentence], slot)
}

// countedApart reports whether v is a count without a noun and o one with a noun that
// the draft counts itself: “eleven hurt” is not held against three children where the
// draft tells of four children.
func (c *comparison) countedApart(v, o *value) bool {
	return v.kind == kindNumber && bare(v.number) && c.counted[align.Key(o.number.Noun)]
}

// taken reports whether the draft states the value of o in surroundings that fit
// it as well as those of v.
func (c *comparison) taken(v, o *value, context float64) bool {
	found := false
	c.own[v.kind].agreeing(o, func(w *value) bool {
		found = w != v && (w.passage == v.passage && w.kind != kindName || c.context(w, o) >= .6*context)
		return !found
	})
	return found
}

// otherVerb is how much less the surroundings of two times count where the verb of
// neither stands in the sentence of the other.
const otherVerb = .75

const sameDay = .1

func (c *comparison) context(a, b *value) float64 {
	x := c.index.Context(a.spot(), b.spot())
	if a.kind != kindTime {
		return x
	}
	if days(a.time.When).Overlaps(days(b.time.When)) && a.relate(b) == differs {
		return x + sameDay // a date and the wrong weekday for it
	}
	_, _, dated := a.time.MonthDay()
	if !dated && a.verb != "" && b.verb != "" && a.verb != b.verb && !b.passage.Holds(a.verb) && !a.passage.Holds(b.verb) {
		x *= otherVerb
	}
	return x
}

// later reports whether a was published after b.
func later(a, b *page.Page) bool {
	x, y := a.Published.When, b.Published.When
	return x.Known() && y.Known() && x.From >= y.To
}

// place returns the fact of a passage.
func place(d *page.Page, s text.Span) fact.Place { return d.PlaceOf(s) }

func publishedOf(d *page.Page) *fact.Interval { return page.Interval(d.Published.When, "") }

// days returns the whole days that an interval touches.
func days(iv timeline.Interval) timeline.Interval {
	return timeline.Days(iv.From.Day(), iv.LastDay()+1)
}
