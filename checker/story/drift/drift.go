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
	index   *align.Index
	values  map[*align.Passage][]*value
	stated  [kinds]*register
	slips   *slips
	addends map[addend][]*value
	words   *wording
	roles   []title

	appeared  map[timeline.Interval]bool // the days of publication
	orderings map[*align.Passage][]ordering
	around    map[*align.Passage][]*align.Passage // each with its neighbours
}

// NewSources reads the sources. They must have been read in full.
func NewSources(docs []*page.Page) *Sources {
	s := &Sources{index: align.NewIndex(docs), values: map[*align.Passage][]*value{}, appeared: map[timeline.Interval]bool{}}
	for _, d := range docs {
		if d.Published.When.Known() {
			s.appeared[days(d.Published.When)] = true
		}
	}
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
	s.addends = addendsOf(all[kindNumber])
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
	support   support
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
	for _, a := range out {
		a.Supported = c.support.share()
	}
	return out
}

// A support counts the values of a draft, and those of them that no source states.
type support struct{ values, foreign int }

// takenFor is how many values more are counted as stated than there are, so that one
// slip in a short draft does not make it a report of its own.
const takenFor = 3

func (s *support) add(stated bool) {
	s.values++
	if !stated {
		s.foreign++
	}
}

// share is the share of the values that some source states.
func (s *support) share() float64 {
	return 1 - float64(s.foreign)/float64(s.values+takenFor)
}

// figured reports whether the sources have the figure of a number, of whatever things.
func (c *comparison) figured(v *value) bool {
	return v.kind == kindNumber && len(c.stated[kindNumber].byKey[figureMark(v.number)]) > 0
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
	same, elsewhere, loose := c.agreeing(v)
	best := c.rival(v, same != nil, matches)
	if v.kind == kindName && (same == nil || len(same.name) < len(v.name) && !c.spelt(v)) {
		if r, ok := c.misspelling(v); ok {
			best, same, elsewhere = r, nil, 0
		}
	}
	if same == nil && v.kind == kindNumber && c.derived(v) {
		c.support.add(true)
		return // reckoned from figures of the sources
	}
	if !v.news {
		c.support.add(same != nil || c.figured(v))
	}
	if same == nil && !v.news {
		c.unstated[v.passage.Sentence] = append(c.unstated[v.passage.Sentence], place(c.draft, v.span))
	}
	if best.of != nil && (same == nil || best.context > elsewhere) && !(v.kind == kindNumber && elsewhere >= fits) {
		c.add(v, c.differing(v, &best, same, elsewhere))
		return
	}
	if same == nil && best.of == nil && loose != nil {
		same, elsewhere = loose, c.context(v, loose)
	}
	if same != nil {
		slot := v.beside(same)
		slot.Same, slot.Context, slot.Elsewhere, slot.Stated = true, elsewhere, elsewhere, true
		if o := best.of; v.kind == kindNumber && o != nil && !best.taken && !far(v.number, o.number) {
			c.against(v, o, best.context, &slot)
		}
		c.add(v, slot)
	}
}

// agreeing returns the value of the sources that agrees with v in the likest
// surroundings, with how like they are, and one that is coarser than v.
func (c *comparison) agreeing(v *value) (same *value, elsewhere float64, loose *value) {
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
	return same, elsewhere, loose
}

// A rival is a value of the sources that may stand in the place of one of the draft and
// differs.
type rival struct {
	of      *value  // nil for none
	context float64 // how like the surroundings are
	taken   bool    // the draft states it too
	lone    bool    // neither text states the value of the other
}

// rival returns the value of the matching passages that differs from v in the likest
// surroundings.
func (c *comparison) rival(v *value, stated bool, matches []align.Match) rival {
	var best rival
	rank := 0.0
	stated = stated || v.news && c.published(v)
	for _, m := range matches {
		for _, o := range c.Sources.values[m.Passage] {
			if o.kind != v.kind || v.relate(o) != differs || c.countedApart(v, o) {
				continue
			}
			x, form := c.context(v, o), alikeForms(v, o)
			if x+form+loneForm <= rank {
				continue
			}
			t := c.taken(v, o, x)
			if t {
				x /= 2
			}
			lone := !stated && !c.states(o)
			if (v.news || o.news || v.coarser(o)) && !lone {
				continue
			}
			r := x + form
			if lone {
				r += loneForm
			}
			if r > rank {
				best, rank = rival{o, x, t, lone}, r
			}
		}
	}
	return best
}

// spelt reports whether the sources have a name with all its words.
func (c *comparison) spelt(v *value) bool {
	found := false
	c.stated[kindName].agreeing(v, func(o *value) bool { found = within(v.plain, o.plain); return !found })
	return found
}

// misspelling returns the rival that v differs from in letters.
func (c *comparison) misspelling(v *value) (rival, bool) {
	o := c.misspelt(v)
	if o == nil {
		return rival{}, false
	}
	context := c.context(v, o)
	if spelling(v.name, o.name) && (shared(v.name, o.name) || len(last(v.name)) >= minLoneName) || halfSlip(v.name, o.name) {
		context = max(.5, context)
	}
	return rival{of: o, context: context, lone: !c.states(o)}, true
}

// differing returns the slot of v beside its rival.
func (c *comparison) differing(v *value, r *rival, same *value, elsewhere float64) fact.Slot {
	slot := v.beside(r.of)
	slot.Context, slot.Elsewhere, slot.Stated, slot.Taken = r.context, elsewhere, same != nil, r.taken
	slot.Lone, slot.Slip = r.lone, slipped(v, r.of)
	if v.kind == kindName {
		pair := last(v.name) + "/" + last(r.of.name)
		slot.Repeated = c.slipped[pair]
		c.slipped[pair] = true
	}
	slot.Newer = same != nil && elsewhere >= newerFits*r.context && later(same.passage.Page, r.of.passage.Page)
	return slot
}

// newerFits is how much of the likeness of the one that differs a newer value of the
// sources has at least that stands for it.
const newerFits = .25

// loneForm is how much sooner a value is compared that only the source has, where only
// the draft has the other.
const loneForm = .15

// states reports whether the draft states a value of the sources anywhere.
func (c *comparison) states(o *value) bool {
	found := false
	c.own[o.kind].agreeing(o, func(w *value) bool { found = !o.finer(w); return !found })
	return found
}

// published reports whether a time is the day on which a source appeared.
func (c *comparison) published(v *value) bool {
	for d := range c.appeared {
		if gradeOf(days(v.time.When)) == gradeDay && days(v.time.When).Overlaps(d) {
			return true
		}
	}
	return false
}

// fits is how like surroundings are at least in which a number is taken for that of
// the sources, whatever else they say.
const fits = .35

// sameForm is how much sooner two times are compared that name the same, two days of a
// month or two years, and two names of places or of persons.
const sameForm = .15

func alikeForms(a, b *value) float64 {
	switch {
	case a.kind == kindTime && formOf(a.time) != formOther && formOf(a.time) == formOf(b.time),
		a.kind == kindName && a.locative && !a.person && (b.locative || b.place != nil) && !b.person,
		a.kind == kindName && a.person && b.person:
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
