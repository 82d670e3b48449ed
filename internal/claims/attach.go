package claims

import (
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/timeline"
)

// attachTimes gives each time of the sentence to the event noun that it stands
// beside, or to the verb that governs it, and then to the claims that share it.
func (r *claimReader) attachTimes() {
	for _, t := range r.times {
		if t.Type != timeline.DATE && t.Type != timeline.TIME || t.When.Empty() || t.Named != nil && r.Greets(r.i) {
			continue
		}
		r.attach(t)
	}
	r.shareTimes()
}

// attach gives t to its claim.
func (r *claimReader) attach(t *timeline.Time) {
	first, end := r.within(t.Span)
	if first == end {
		return
	}
	bound := r.bound(first)
	n, alone := r.besideNoun(first, end)
	if n >= 0 {
		r.date(r.ofNoun[n], t, bound)
		if alone {
			return
		}
	}
	v := r.governor(t, first, end)
	if v < 0 || r.ofVerb[v] == nil {
		return
	}
	r.date(r.ofVerb[v], t, bound)
}

// governor returns the verb group that the time at tokens [first, end) hangs on,
// -1 for none.
func (r *claimReader) governor(t *timeline.Time, first, end int) int {
	if v := r.verb(first); v >= 0 {
		return v // is now working
	}
	if v := r.verb(end); v >= 0 && r.nominal(v) {
		return v // the Aug. 7 bombing of
	}
	if v := r.verb(end + 1); r.tag(end) == tag.Comma && v >= 0 && r.nominal(v) {
		return v
	}
	if v := r.verb(end); v >= 0 && r.verbs[v].Form == syntax.Participle && r.finite(v) {
		return v // the blast on Aug. 7 killed
	}
	g, ok := r.s.Governor(t.Span)
	if !ok {
		return -1
	}
	return r.verb(g.First)
}

// nominal reports whether the gerund of group v is a noun: the bombing of.
func (r *claimReader) nominal(v int) bool {
	g := &r.verbs[v]
	return g.Form == syntax.Gerund && g.First == g.Head && en.Is(r.lower(g.End), en.Of)
}

// date gives c the time, unless it has a finer one.
func (r *claimReader) date(c *Claim, t *timeline.Time, bound string) {
	if c.Time != nil && (c.Bound == "" && bound != "" || (c.Bound == "") == (bound == "") && !Finer(t.When, c.Time.When)) {
		return
	}
	c.Time, c.Bound = t, bound
}

// bound returns the preposition before a time at token i that makes it a limit.
func (r *claimReader) bound(i int) string {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch t := r.tags[k]; {
		case t == tag.DT, tag.Adjectives.Has(t), tag.Adverbs.Has(t):
			continue
		}
		if w := r.lower(k); en.Is(w, en.BoundPreposition) {
			return w
		}
		break
	}
	if w := r.lower(i); en.Is(w, en.BoundPreposition) {
		return w
	}
	return ""
}

// besideNoun returns the noun group of the event that a time at tokens [first,
// end) belongs to, -1 for none. alone is false where the verb has it too.
func (r *claimReader) besideNoun(first, end int) (n int, alone bool) {
	if m := r.noun(first); m >= 0 && r.named[m].event && r.nouns[m].Head >= end {
		return m, !r.happens(m) // Monday's attack, the 1998 attack
	}
	k := first - 1
	if r.tag(k) == tag.DT {
		k--
	}
	of := false
	if r.preposition(k) {
		of = en.Is(r.lower(k), en.Of)
		k--
	}
	m := r.noun(k)
	if m < 0 || r.nouns[m].End != k+1 {
		return -1, false
	}
	for !r.named[m].event && r.preposition(r.nouns[m].First-1) && r.noun(r.nouns[m].First-2) >= 0 && r.verb(r.nouns[m].First-2) < 0 {
		m = r.noun(r.nouns[m].First - 2) // the attack on the embassy on Monday
	}
	if !r.named[m].event || r.ofNoun[m] == nil {
		return -1, false
	}
	x := &r.named[m]
	switch {
	case of:
		return m, !r.happens(m)
	case x.objectOf > 0 && r.clauses[x.objectOf-1].end > first:
		if r.verbIs(x.objectOf-1, en.LightVerb) {
			return m, false
		}
		return -1, false
	case x.otherOf > 0 && r.finite(x.otherOf-1):
		return -1, false // died in an explosion on Monday: shared below
	}
	return m, !r.happens(m)
}

// happens reports whether the verb of event noun n happens when the event does:
// the talks began, held talks, the blast killed.
func (r *claimReader) happens(n int) bool {
	x := &r.named[n]
	return x.subjectOf > 0 && r.verbIs(x.subjectOf-1, en.HappenVerb) || x.objectOf > 0 && r.verbIs(x.objectOf-1, en.LightVerb)
}

// shareTimes gives claims without a time that of a claim that happens at once.
func (r *claimReader) shareTimes() {
	for n, c := range r.ofNoun {
		if c == nil {
			continue
		}
		x := &r.named[n]
		for _, v := range [...]int{x.objectOf - 1, x.subjectOf - 1, x.otherOf - 1} {
			if v < 0 || r.ofVerb[v] == nil {
				continue
			}
			light := v == x.objectOf-1 && r.verbIs(v, en.LightVerb)
			if light {
				r.ofVerb[v].Light = true
			}
			if light || v == x.subjectOf-1 && r.verbIs(v, en.HappenVerb) {
				share(c, r.ofVerb[v])
			}
		}
	}
	for v := range r.verbs {
		c, cl := r.ofVerb[v], &r.clauses[v]
		if c == nil {
			continue
		}
		switch g := &r.verbs[v]; {
		case r.finite(v) && cl.inherits >= 0 && cl.inherits >= v-2:
			share(c, r.ofVerb[cl.inherits])
		case g.Form == syntax.Gerund && cl.governor >= 0 && r.tag(g.First-1) == tag.Comma:
			share(c, r.ofVerb[cl.governor])
		case g.Form == syntax.Infinitive && cl.governor >= 0 && r.verbIs(cl.governor, en.ImplicativeVerb, en.AspectVerb):
			share(c, r.ofVerb[cl.governor])
		case cl.mark >= 0 && v > 0 && !cl.relative && en.Is(r.lower(cl.mark), en.SameTimeConjunction):
			share(c, r.ofVerb[v-1])
		}
	}
}

// share gives the one of two claims that has no time the other's.
func share(a, b *Claim) {
	if a == nil || b == nil || a.Class == Saying || b.Class == Saying || a.Class == State || b.Class == State {
		return
	}
	switch {
	case a.Time == nil && b.Time != nil:
		a.Time, a.Bound, a.Shared = b.Time, b.Bound, true
	case b.Time == nil && a.Time != nil:
		b.Time, b.Bound, b.Shared = a.Time, a.Bound, true
	}
}
