package claims

import (
	"sort"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/timeline"
)

// attachTimes gives each time of the sentence to the event noun that it stands
// beside, or to the verb that governs it, and then to the claims that share it.
func (r *claimReader) attachTimes() {
	for _, t := range r.times {
		switch {
		case t.Type != timeline.DATE && t.Type != timeline.TIME || t.Named != nil && r.Greets(r.i):
		case t.When.Empty(), uncounted(t):
			r.leaveOpen(t) // in the same week, of which nothing says when
		default:
			r.attach(t)
		}
	}
	r.shareTimes()
}

// leaveOpen notes of the claim that a time without a known day governs that it has
// one of its own: it takes no other's.
func (r *claimReader) leaveOpen(t *timeline.Time) {
	first, end := r.within(t.Span)
	if first == end || t.Value == presentRef {
		return
	}
	if v := r.governor(t, first, end); v >= 0 && r.ofVerb[v] != nil && r.ofVerb[v].Time == nil {
		r.ofVerb[v].open = true
	}
}

// presentRef is the TIMEX3 value of now, currently, these days.
const presentRef = "PRESENT_REF"

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
	if n < 0 && r.entitles(t, first) {
		return
	}
	v := r.governor(t, first, end)
	for v > 0 && r.ofVerb[v] == nil && r.thing(v) {
		v--
	}
	if v < 0 || r.ofVerb[v] == nil || r.ofVerb[v].Present && r.past(t) && r.describes(first, end) {
		return
	}
	if past := r.past(t); past && r.loosePlan(v) {
		v = r.clauses[v].governor // discussed how to keep the peace on Friday
	}
	if cl := &r.clauses[v]; first >= cl.cut && end < cl.resume && r.tags[end] != tag.Comma {
		return // the champion, now 39, retired
	}
	c := r.ofVerb[v]
	if m := r.noun(r.verbs[v].First - 1); n < 0 && m >= 0 && r.named[m].event && r.plannedBehind(m) == v {
		c = r.ofNoun[m] // a strike planned for Monday
	}
	if n < 0 && (c.Time != nil && !c.Time.When.Overlaps(t.When) || c.Present && r.past(t)) {
		if m := r.eventBefore(first, v); m >= 0 {
			r.date(r.ofNoun[m], t, bound) // condemned on Saturday the attacks on Friday
			return
		}
	}
	r.date(c, t, bound)
}

// describes reports whether the time at tokens [first, end) only tells one thing
// from others of its kind, inside of a noun group that names no event: the 1974
// agreement mandates.
func (r *claimReader) describes(first, end int) bool {
	n := r.noun(first)
	return n >= 0 && !r.named[n].event && r.nouns[n].First < first && r.nouns[n].Head >= end
}

// entitles reports whether the year at token first only tells a name, a subject or
// an award from others of its kind, with "of": the class of 2019 voted, the Hero Game
// of 2004, player of the year.
func (r *claimReader) entitles(t *timeline.Time, first int) bool {
	k := first - 1
	if r.tag(k) == tag.DT {
		k--
	}
	n := r.noun(k - 1)
	if t.Grain < timeline.GrainYear || n < 0 || !en.Is(r.lower(k), en.Of) || r.timed(k-1) {
		return false
	}
	return r.nouns[n].Proper || r.named[n].subjectOf > 0 || t.Relative
}

// past reports whether a time is no later than the day of publication.
func (r *claimReader) past(t *timeline.Time) bool {
	p := r.Published.When
	return p.Closed() && t.When.Closed() && t.When.To <= p.To
}

// loosePlan reports whether the infinitive of group v hangs on a past tense that
// has no time: what it tells of was to come, so that a day that is over is not
// its own.
func (r *claimReader) loosePlan(v int) bool {
	u := r.clauses[v].governor
	return u >= 0 && r.verbs[v].Form == syntax.Infinitive && r.tag(r.verbs[v].First-1) != tag.JJ && r.ofVerb[u] != nil && r.ofVerb[u].Time == nil &&
		r.verbs[u].Tense == syntax.Past && !r.verbIs(u, en.ImplicativeVerb, en.AspectVerb)
}

// governor returns the verb group that the time at tokens [first, end) hangs on,
// -1 for none.
func (r *claimReader) governor(t *timeline.Time, first, end int) int {
	if v := r.verb(first); v >= 0 {
		return v // is now working
	}
	if v := r.whenClause(end); v >= 0 && r.ofVerb[v] != nil {
		r.date(r.ofVerb[v], t, "") // since November, when he was found
	}
	if v := r.leading(first); v >= 0 {
		return v
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
	if v := r.verbFrom(first) - 1; v >= 0 && r.clauses[v].contact > 0 && r.verbs[v].End == first {
		return v // the vaccine they tested last year protected
	}
	if len(r.verbs) > maxVerbs {
		return r.verbFrom(first) - 1
	}
	g, ok := r.s.Governor(t.Span)
	if !ok {
		return -1
	}
	return r.verb(g.First)
}

// eventBefore returns the last event noun between the verb group v and token i,
// -1 for none.
func (r *claimReader) eventBefore(i, v int) int {
	for k := i - 1; k >= r.verbs[v].End && k > i-reach; k-- {
		if n := r.noun(k); n >= 0 && r.named[n].event {
			return n
		}
	}
	return -1
}

// whenClause returns the verb group of a clause with "when" behind token i, -1
// for none.
func (r *claimReader) whenClause(i int) int {
	if r.tag(i) == tag.Comma {
		i++
	}
	if !en.Is(r.lower(i), en.When) {
		return -1
	}
	for v := r.verbFrom(i); v < len(r.verbs) && r.clauses[v].mark <= i; v++ {
		if r.clauses[v].mark == i {
			return v
		}
	}
	return -1
}

// verbFrom returns the first verb group from token i on.
func (r *claimReader) verbFrom(i int) int {
	return sort.Search(len(r.verbs), func(v int) bool { return r.verbs[v].First >= i })
}

// leading returns the verb group of the main clause before which the time at
// token i opens the sentence, -1 where it opens none.
func (r *claimReader) leading(i int) int {
	inside := false // a preposition at the beginning makes what follows its phrase
	for k := 0; k < i; k++ {
		t := r.tags[k]
		switch {
		case r.verb(k) >= 0 && r.thing(r.verb(k)):
		case k > maxLead || r.verb(k) >= 0:
			return -1
		case r.preposition(k):
			inside = true
		case t == tag.Comma:
			inside = false
		case r.noun(k) >= 0 && !inside && !r.timed(k), r.s.ClauseMark(k):
			return -1
		}
	}
	for v := r.verbFrom(i); v < len(r.verbs) && r.verbs[v].First < i+reach; v++ {
		if c := &r.clauses[v]; r.finite(v) && c.mark < 0 && !c.relative && r.verb(c.first-1) < 0 {
			return v
		}
	}
	return -1
}

// maxLead is how many tokens stand before a time that opens its sentence.
const maxLead = 14

// maxVerbs is how many verb groups a sentence has at most in which each time looks
// at all of them; in a longer one it hangs on the verb before it.
const maxVerbs = 256

// nominal reports whether the gerund of group v is a noun: the bombing of.
func (r *claimReader) nominal(v int) bool {
	g := &r.verbs[v]
	return g.Form == syntax.Gerund && g.First == g.Head && en.Is(r.lower(g.End), en.Of)
}

// date gives c the time, unless it has a finer one.
func (r *claimReader) date(c *Claim, t *timeline.Time, bound string) {
	if c == nil || c.Time != nil && (c.Bound == "" && bound != "" || (c.Bound == "") == (bound == "") && !Finer(t.When, c.Time.When)) {
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
	return r.rangeWord(i)
}

// rangeWord returns the preposition of a range of which a time at token i is one
// end, "between 1968 and 1985", "" for none.
func (r *claimReader) rangeWord(i int) string {
	switch {
	case en.Is(r.lower(i-1), en.Between):
		return r.lower(i - 1)
	case r.tag(i-1) == tag.CC && r.timed(i-2):
		k := i - 2
		for r.timed(k) {
			k--
		}
		if en.Is(r.lower(k), en.Between) {
			return r.lower(k)
		}
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
	for k := 0; k < maxOthers && !r.named[m].event && r.preposition(r.joinedFront(m)-1) && r.noun(r.joinedFront(m)-2) >= 0 && r.verb(r.joinedFront(m)-2) < 0; k++ {
		m = r.noun(r.joinedFront(m) - 2) // the attack on the embassy on Monday
	}
	if !r.named[m].event || r.ofNoun[m] == nil {
		return -1, false
	}
	x := &r.named[m]
	switch {
	case of:
		return m, !r.happens(m)
	case x.objectOf > 0 && r.clauses[x.objectOf-1].end > first && !r.verbIs(x.objectOf-1, en.WishVerb):
		if r.bears(x.objectOf - 1) {
			return m, false
		}
		return -1, false
	case x.objectOf > 0 && r.verbIs(x.objectOf-1, en.WishVerb):
		return m, true // planned a rally on Saturday
	case x.otherOf > 0 && en.Is(r.lower(r.nouns[m].First-1), en.TowardsPreposition):
		return m, true // invited to a ceremony on Saturday
	case x.otherOf > 0 && r.finite(x.otherOf-1):
		return -1, false // died in an explosion on Monday: shared below
	}
	return m, !r.happens(m)
}

// bears reports whether the verb of group v says no more than that its object
// happens: held talks, there was an explosion.
func (r *claimReader) bears(v int) bool {
	c := &r.clauses[v]
	return r.verbIs(v, en.LightVerb) || c.nSubjects == 1 && r.tags[r.nouns[c.subjects[0]].Head] == tag.EX
}

// happens reports whether the verb of event noun n happens when the event does:
// the talks began, held talks, the blast killed.
func (r *claimReader) happens(n int) bool {
	x := &r.named[n]
	return x.subjectOf > 0 && (r.verbIs(x.subjectOf-1, en.HappenVerb) || r.verbs[x.subjectOf-1].Passive && r.verbIs(x.subjectOf-1, en.LightVerb)) || x.objectOf > 0 && r.bears(x.objectOf-1)
}

// shareTimes gives claims without a time that of a claim that happens at once.
func (r *claimReader) shareTimes() {
	for n, c := range r.ofNoun {
		if c != nil {
			r.shareOfNoun(n, c)
		}
	}
	for v, c := range r.ofVerb {
		if c != nil {
			r.shareOfVerb(v, c)
		}
	}
}

// shareOfNoun shares the time of the event noun of group n with the verb that
// says that it happens, or in which it happens.
func (r *claimReader) shareOfNoun(n int, c *Claim) {
	x := &r.named[n]
	for _, v := range [...]int{x.objectOf - 1, x.subjectOf - 1, x.otherOf - 1} {
		if v < 0 || r.ofVerb[v] == nil {
			continue
		}
		light := v == x.objectOf-1 && r.verbIs(v, en.LightVerb)
		if light {
			r.ofVerb[v].Light = true
		}
		if light || v == x.subjectOf-1 && (r.verbIs(v, en.HappenVerb) || r.verbs[v].Passive && r.verbIs(v, en.LightVerb)) {
			together(c, r.ofVerb[v])
		}
	}
	before := r.nouns[n].First - 1
	if !en.Is(r.lower(before), en.AtOncePreposition) {
		return
	}
	if before >= 0 && before < maxLead-1 && x.otherOf == 0 && x.subjectOf == 0 {
		if v := r.leading(before); v >= 0 {
			share(c, r.ofVerb[v]) // in a long speech, the minister said
		}
	}
	if v := x.otherOf - 1; v >= 0 && (r.verbs[v].Form != syntax.Infinitive || c.Time == nil) && !en.Is(c.Lemma, en.LongNoun) {
		together(r.ofVerb[v], c) // died in a crash
	}
}

// shareOfVerb shares the time of the claim of verb group v with that of the group
// that it hangs on or goes on from.
func (r *claimReader) shareOfVerb(v int, c *Claim) {
	switch cl := &r.clauses[v]; {
	case r.finite(v):
		r.shareFinite(v, c)
	case r.verbs[v].Form == syntax.Gerund:
		r.shareGerund(v, c)
	case r.verbs[v].Form == syntax.Participle:
		r.shareParticiple(v, c)
	case cl.governor >= 0 && r.verbIs(cl.governor, en.MotionVerb, en.ImplicativeVerb, en.AspectVerb, en.NegativeVerb, en.PlanVerb):
		together(c, r.ofVerb[cl.governor]) // flew to Rome on Friday to meet
	}
}

func (r *claimReader) shareFinite(v int, c *Claim) {
	cl := &r.clauses[v]
	switch one := cl.nSubjects == 1; {
	case cl.relative && one && r.ofNoun[cl.subjects[0]] != nil && r.verbIs(v, en.HappenVerb):
		share(r.ofNoun[cl.subjects[0]], c)
	case cl.inherits >= 0 && cl.inherits >= v-2:
		r.shareOn(r.ofVerb[cl.inherits], c)
	case v > 0 && one && r.tags[r.nouns[cl.subjects[0]].Head] == tag.CD && r.joinedClause(r.nouns[cl.subjects[0]].First):
		share(c, r.ofVerb[v-1]) // two were killed and at least three injured
	case cl.mark >= 0 && v > 0 && !cl.relative && en.Is(r.lower(cl.mark), en.SameTimeConjunction):
		share(c, r.ofVerb[v-1])
		if u := v - 2; u >= 0 && r.ofVerb[u] != nil && r.verbs[v-1].Form == syntax.Participle && r.clauses[v-1].nSubjects == 1 && r.joinedClause(r.nouns[r.clauses[v-1].subjects[0]].First) {
			share(c, r.ofVerb[u]) // two were killed and three injured when
		}
	}
}

// shareOn shares a time between two verbs that "and" joins. What the first is
// told of does not hold for the second where it is longer than a week: was born in
// 1931 and studied in Paris.
func (r *claimReader) shareOn(first, second *Claim) {
	if first != nil && first.Time != nil && !first.Shared && first.Time.Span.End < second.Trigger.Start && longTime(first.Time) {
		return
	}
	share(second, first)
}

// longTime reports whether t is longer than a week, or without an end.
func longTime(t *timeline.Time) bool {
	const week = 7 * 24 * 60
	return !t.When.Closed() || t.When.To-t.When.From > week
}

func (r *claimReader) shareGerund(v int, c *Claim) {
	g, cl := &r.verbs[v], &r.clauses[v]
	before := g.First - 1
	for before >= 0 && tag.Adverbs.Has(r.tags[before]) {
		before--
	}
	u := cl.governor
	switch {
	case cl.opens > 0:
		r.shareOn(c, r.ofVerb[cl.opens]) // Speaking on Thursday, he urged
	case u >= 0 && (r.tag(before) == tag.Comma || r.tag(before) == tag.CC && r.verbs[u].Form == syntax.Gerund):
		together(c, r.ofVerb[u])
	case u >= 0 && r.verbs[u].End == g.First && r.verbIs(u, en.AspectVerb, en.NegativeVerb):
		together(c, r.ofVerb[u]) // began raising
	case u >= 0 && r.clauses[u].end == g.First && (r.finite(u) || r.verbIs(u, en.FindVerb)):
		share(c, r.ofVerb[u]) // arrived seeking
	case r.tag(before) == tag.CC && r.gerundBefore(v) >= 0:
		share(c, r.ofVerb[r.gerundBefore(v)])
	}
}

func (r *claimReader) shareParticiple(v int, c *Claim) {
	cl := &r.clauses[v]
	switch one := cl.nSubjects == 1; {
	case one && r.ofNoun[cl.subjects[0]] != nil && r.verbIs(v, en.LightVerb, en.HappenVerb):
		together(c, r.ofNoun[cl.subjects[0]]) // a ceremony held in
	case one && v > 0 && r.joinedClause(r.nouns[cl.subjects[0]].First):
		share(c, r.ofVerb[v-1]) // two were killed and three injured
	case cl.governor >= 0 && r.verbIs(cl.governor, en.FindVerb) && r.clauses[cl.governor].end == r.verbs[v].First:
		share(c, r.ofVerb[cl.governor])
	}
}

// gerundBefore returns the last gerund of up to three verb groups before v, -1
// for none.
func (r *claimReader) gerundBefore(v int) int {
	for u := v - 1; u >= 0 && u >= v-3; u-- {
		if r.verbs[u].Form == syntax.Gerund && r.ofVerb[u] != nil {
			return u
		}
	}
	return -1
}

// joinedClause reports whether "and" stands before the noun group that begins
// with token i, "at least" aside.
func (r *claimReader) joinedClause(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if r.tags[k] == tag.CC {
			return true
		}
		if r.tags[k] != tag.IN && !tag.Adjectives.Has(r.tags[k]) && !tag.Adverbs.Has(r.tags[k]) {
			return false
		}
	}
	return false
}

// together notes that two claims tell of one happening, and shares its time.
func together(a, b *Claim) {
	if a == nil || b == nil {
		return
	}
	share(a, b)
	first, second := a, b
	if second.Trigger.Start < first.Trigger.Start {
		first, second = second, first
	}
	if second.With == nil && first.With != second {
		second.With = first
	}
}

// share gives the one of two claims that has no time the other's, if it tells of
// an event.
func share(a, b *Claim) {
	if a == nil || b == nil || a.Class == State || b.Class == State || a.Class == Saying && a.Time == nil || b.Class == Saying && b.Time == nil {
		return
	}
	switch {
	case a.Time == nil && b.Time != nil && !a.open:
		a.Time, a.Bound, a.Shared = b.Time, b.Bound, true
	case b.Time == nil && a.Time != nil && !b.open:
		b.Time, b.Bound, b.Shared = a.Time, a.Bound, true
	}
}
