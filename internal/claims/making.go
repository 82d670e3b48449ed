package claims

import (
	"factcheck/internal/article"
	"sort"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
)

// findEventNouns marks the noun groups whose noun names an event.
func (r *claimReader) findEventNouns() {
	for n := range r.nouns {
		g := &r.nouns[n]
		if t := r.tags[g.Head]; t != tag.NN && t != tag.NNS || r.timed(g.Head) {
			continue
		}
		x := &r.named[n]
		x.at = g.Head
		if r.tags[g.Head] == tag.NNS && en.Is(r.lower(g.Head), en.ThingPlural) {
			continue
		}
		word := r.s.Lemma(g.Head)
		if r.eventTrigger(n, word) || eventNoun(word) || en.Is(r.lower(g.Head), en.EventNoun) {
			x.event = true
		}
	}
}

// eventNoun reports whether a noun in the singular names what happens.
func eventNoun(word string) bool {
	c := en.Classes(word)
	return c.Has(en.EventNoun) || c.Has(en.EventEnding) && !c.Has(en.ThingNoun)
}

// eventTrigger reports whether the table of events has the noun of group n,
// alone or with the word before it.
func (r *claimReader) eventTrigger(n int, word string) bool {
	g, x := &r.nouns[n], &r.named[n]
	if g.Head > g.First {
		if first := r.lower(g.Head - 1); r.Triggers.Begins(first) {
			for _, t := range r.Triggers.At([]string{first, word}) {
				if t.Noun && len(t.Words) == 2 {
					x.at = g.Head - 1
					return true
				}
			}
		}
	}
	return r.kindOf(true, word) != ""
}

// kindOf returns the kind that the table of events gives a noun or verb.
func (r *claimReader) kindOf(noun bool, words ...string) string {
	if !r.Triggers.Begins(words[0]) {
		return ""
	}
	for _, t := range r.Triggers.At(words) {
		if t.Noun == noun && len(t.Words) == len(words) {
			return t.Kind
		}
	}
	return ""
}

// makeClaims makes the claims of the sentence in the order of the text.
func (r *claimReader) makeClaims() {
	v, n := 0, 0
	for v < len(r.verbs) || n < len(r.nouns) {
		if n == len(r.nouns) || v < len(r.verbs) && r.verbs[v].Head < r.nouns[n].Head {
			r.verbClaim(v)
			v++
			continue
		}
		if r.named[n].event {
			r.nounClaim(n)
		}
		n++
	}
	for v, c := range r.ofVerb {
		if u := r.clauses[v].governor; c != nil && u >= 0 {
			c.Under = r.ofVerb[u]
		}
	}
	for n, c := range r.ofNoun {
		if c != nil {
			c.Host = r.hostOf(&r.named[n])
		}
	}
}

// hostOf returns the claim of the verb in whose clause a noun group stands, nil for
// none.
func (r *claimReader) hostOf(x *naming) *Claim {
	for _, v := range [...]int{x.objectOf - 1, x.subjectOf - 1, x.otherOf - 1} {
		if v >= 0 && r.ofVerb[v] != nil {
			return r.ofVerb[v]
		}
	}
	return nil
}

// newClaim returns a claim of the sentence.
func (r *claimReader) newClaim() *Claim {
	if len(r.slab) == cap(r.slab) {
		r.slab = make([]Claim, 0, 24)
	}
	r.slab = append(r.slab, Claim{Page: r.Page, Sentence: r.i, Modality: Actual})
	c := &r.slab[len(r.slab)-1]
	r.here = append(r.here, c)
	return c
}

// verbClaim makes the claim of verb group v.
func (r *claimReader) verbClaim(v int) {
	g, cl := &r.verbs[v], &r.clauses[v]
	if t := &r.tokens[g.Head]; r.tags[g.Head] == tag.MD || r.tags[g.Head] == tag.TO || t.Shape.Has(tag.Mark) || r.shouted(v) || r.attributive(v) || r.thing(v) || r.misread(v) || r.endsPeriod(v) || r.verb(g.Head) < 0 {
		return // an auxiliary without its verb, or no verb
	}
	c := r.newClaim()
	r.ofVerb[v] = c
	c.Lemma = r.s.Lemma(g.Head)
	c.Act = c.Lemma
	c.Trigger, c.Group = r.tokens[g.Head].Span, r.span(g.First, g.End)
	c.Kind = r.kindOf(false, c.Lemma)
	c.Class = r.classOf(v, c.Lemma)
	c.News = en.Is(c.Lemma, en.NewsSaying)
	c.Past = g.Tense == syntax.Past || g.Perfect || g.Form == syntax.Participle
	c.Perfect, c.Negated = g.Perfect, g.Negated != r.noneIn(cl)
	c.Present = g.Tense == syntax.Present && !g.Perfect
	c.Progressive = g.Progressive
	c.Relative = cl.relative
	c.Main = r.finite(v) && cl.mark < 0 && !cl.relative
	r.verbParticipants(v, c)
	r.place(c)
	if c.Kind == KindCall && cl.nObjects == 0 {
		c.Kind = "" // called for calm
	}
}

// noneIn reports whether the subject or object of a clause says that there was
// none: no one was hurt, found nothing.
func (r *claimReader) noneIn(cl *clause) bool {
	none := func(n int) bool {
		first := r.nouns[n].First
		return en.Classes(r.lower(first)).HasAny(en.NoDeterminer, en.NoPronoun) || en.Is(r.lower(first-1), en.NoDeterminer)
	}
	return cl.nSubjects > 0 && none(cl.subjects[0]) || cl.nObjects > 0 && none(cl.objects[0])
}

// attributive reports whether the participle or gerund of group v belongs to the
// noun behind it: a previously announced plan, faces increasing pressure.
func (r *claimReader) attributive(v int) bool {
	g := &r.verbs[v]
	if g.First != g.Head || !tag.Nouns.Has(r.tag(g.End)) && !tag.Adjectives.Has(r.tag(g.End)) || r.timed(g.End) {
		return false
	}
	switch before := r.tag(g.First - 1); g.Form {
	case syntax.Participle:
		return !r.finite(v) && (tag.Adverbs.Has(before) || tag.Adjectives.Has(before) || before == tag.IN || before == tag.DT || before == tag.Comma || tag.Verbs.Has(before))
	case syntax.Gerund:
		u := r.verb(g.First - 1)
		if tag.Nouns.Has(r.tag(g.End)) && (before == tag.IN || before == tag.None) && r.verbIs(v, en.IntransitiveVerb, en.TrendVerb) {
			return true // by declining rates
		}
		return tag.Adjectives.Has(before) || before == tag.POS || before == tag.PRPS || before == tag.DT ||
			u >= 0 && r.finite(u) && !r.verbIs(u, en.AspectVerb, en.NegativeVerb, en.DenyVerb, en.WishVerb, en.GerundVerb, en.FindVerb)
	}
	return false
}

// misread reports whether group v is a noun that looks like a verb in the present:
// Anheuser shares plunging, fund managers.
func (r *claimReader) misread(v int) bool {
	g := &r.verbs[v]
	t := r.tags[g.Head]
	return g.First == g.Head && (t == tag.VBZ || t == tag.VBP || t == tag.VB) && en.Is(r.lemma(v), en.ThingVerb) && !r.takesObject(v)
}

// endsPeriod reports whether the participle of group v gives the last day of a
// period: the quarter ended Oct. 31.
func (r *claimReader) endsPeriod(v int) bool {
	n := r.noun(r.verbs[v].First - 1)
	return n >= 0 && r.timed(r.verbs[v].End) && r.verbIs(v, en.AspectVerb) && en.Is(r.lower(r.verbs[v].First-1), en.PeriodNoun)
}

// thing reports whether the gerund of group v is a noun for a thing or a business:
// in composite trading, the rights offering.
func (r *claimReader) thing(v int) bool {
	g := &r.verbs[v]
	if g.Form != syntax.Gerund || g.First != g.Head || !en.Is(r.lower(g.Head), en.ThingNoun) || r.clauses[v].nObjects > 0 {
		return false
	}
	before := r.tag(g.First - 1)
	return before == tag.DT || before == tag.PRPS || before == tag.POS || before == tag.NN || tag.ProperNouns.Has(before) || tag.Adjectives.Has(before) || before == tag.NNS && r.tag(g.End) != tag.IN
}

// shouted reports whether the verb of group v is in capitals at the beginning
// of its sentence, as a place is in a dateline.
func (r *claimReader) shouted(v int) bool {
	g := &r.verbs[v]
	return g.Head == 0 && r.tokens[0].Shape.Has(tag.Capitals) && !r.tokens[0].Shape.Has(tag.Small)
}

// classOf returns whether the verb of group v tells of an event, a state or a
// saying.
func (r *claimReader) classOf(v int, lemma string) Class {
	g := &r.verbs[v]
	switch {
	case g.Form != syntax.Finite && en.Is(r.lower(g.Head), en.ParticiplePreposition):
		return State
	case r.clauses[v].relative && g.Tense == syntax.Present && g.Modality == syntax.Plain && !g.Perfect && !g.Progressive && !g.Passive:
		return State // which makes cars
	case en.Is(lemma, en.SeemVerb) && v+1 < len(r.verbs) && r.verbs[v+1].Form == syntax.Infinitive && r.verbs[v+1].First == g.End:
		return State // appeared to be
	}
	return classOfVerb(lemma)
}

// classOfVerb returns what a verb tells of by itself.
func classOfVerb(lemma string) Class {
	switch c := en.Classes(lemma); {
	case c.HasAny(en.StateVerb, en.MindVerb):
		return State
	case c.Has(en.NewsSaying):
		return Event
	case c.Has(en.SpeechVerb):
		return Saying
	}
	return Event
}

// verbParticipants gives c the participants of verb group v. What stands before
// a passive is its object, what stands behind "by" its subject.
func (r *claimReader) verbParticipants(v int, c *Claim) {
	g, cl := &r.verbs[v], &r.clauses[v]
	from := len(r.parts)
	front := Subject
	passive := g.Passive && (g.Form != syntax.Participle || !r.finite(v))
	if passive {
		front = Object
	}
	for _, n := range cl.subjects[:cl.nSubjects] {
		r.participant(n, front, "")
	}
	if last := len(r.parts) - 1; cl.cut > 0 && cl.resume > cl.cut && last >= from && r.parts[last].Name == "" {
		r.apposed(&r.parts[last], cl.cut) // the mayor, Anna Smith, resigned
	}
	for _, n := range cl.objects[:cl.nObjects] {
		role := Object
		if passive {
			role = Other
		}
		r.participant(n, role, "")
		if last := len(r.parts) - 1; last >= from && cl.apposed > 0 && r.nouns[n].End == cl.apposed && r.parts[last].Name == "" {
			r.apposed(&r.parts[last], cl.apposed) // met the bishop, Paul Reed
		}
	}
	if n := r.relativeObject(v); n >= 0 && !passive {
		r.participant(n, Object, "")
	}
	for _, o := range cl.others[:cl.nOthers] {
		switch p := r.lower(o.preposition); {
		case passive && en.Is(p, en.By) && !r.timed(r.nouns[o.noun].Head):
			r.participant(o.noun, Subject, "")
		default:
			r.participant(o.noun, Other, p)
		}
	}
	c.Participants = r.parts[from:len(r.parts):len(r.parts)]
}

// relativeObject returns the noun group that a relative pronoun makes the object
// of v, which has a subject of its own and no other object: "the deal which both
// signed"; -1 for none.
func (r *claimReader) relativeObject(v int) int {
	cl := &r.clauses[v]
	if cl.contact > 0 {
		return cl.contact - 1
	}
	if cl.nObjects == 0 && r.ofNounThat(v) && (!r.verbIs(v, en.SpeechVerb, en.MindVerb) || r.verbIs(v, en.TwofoldVerb)) && !r.verbIs(v, en.IntransitiveVerb) {
		return r.noun(cl.mark - 1) // the letter that he wrote
	}
	if !cl.relative || cl.nObjects > 0 || cl.mark <= 0 || cl.nSubjects == 0 || cl.inherits >= 0 || r.tags[cl.mark] != tag.WDT && r.tags[cl.mark] != tag.WP {
		return -1
	}
	if cl.mark >= r.nouns[cl.subjects[0]].First || r.preposition(cl.mark-1) || r.verbIs(v, en.SpeechVerb, en.MindVerb) {
		return -1
	}
	return r.takenUp(cl.mark)
}

// apposed gives p the name that stands as a whole behind the comma at i.
func (r *claimReader) apposed(p *Participant, i int) {
	n := r.noun(i + 1)
	if n < 0 || r.nouns[n].First != i+1 || !r.nouns[n].Proper {
		return
	}
	q := Participant{Span: r.span(r.nouns[n].First, r.nouns[n].End), Head: r.tokens[r.nouns[n].Head].Span}
	r.setName(&q)
	if q.Kind == page.NamePerson || q.Kind == 0 && strings.Contains(q.Name, " ") {
		p.Name, p.Kind = q.Name, q.Kind
	}
}

// nounClaim makes the claim of the event noun of group n.
func (r *claimReader) nounClaim(n int) {
	g, x := &r.nouns[n], &r.named[n]
	c := r.newClaim()
	r.ofNoun[n] = c
	c.Noun = true
	c.Class = Event
	c.Lemma = r.s.Lemma(g.Head)
	switch {
	case en.Is(c.Lemma, en.SayingNoun):
		c.Class = Saying
	case r.generic(n):
		c.Class = State
	}
	c.Act = actOf(c.Lemma)
	c.Trigger, c.Group = r.span(x.at, g.Head+1), r.span(g.First, g.End)
	if x.at < g.Head {
		c.Kind = r.kindOf(true, r.lower(x.at), c.Lemma)
	} else {
		c.Kind = r.kindOf(true, c.Lemma)
	}
	from := len(r.parts)
	if r.tags[g.First] == tag.PRPS && g.First < g.Head {
		r.owner(g.First, g.First+1)
		r.parts[len(r.parts)-1].Pronoun = true
	}
	for k := g.First; k < g.Head; k++ {
		if r.tags[k] == tag.POS && k > g.First && !r.timed(k-1) {
			r.owner(g.First, k)
		}
	}
	end := g.End
	for i := g.End; r.preposition(i) && i < g.End+maxNounReach; {
		m := r.noun(i + 1)
		if m < 0 || r.nouns[m].First != i+1 || r.timed(r.nouns[m].Head) || r.leadsAny(m) {
			break
		}
		if p := r.lower(i); !ofNoun(p) {
			break
		} else {
			r.participant(m, Other, p)
			for k := 0; k < maxJoined; k++ {
				next := r.noun(r.nouns[m].End + 1)
				if r.tag(r.nouns[m].End) != tag.CC || next < 0 || r.nouns[next].First != r.nouns[m].End+1 || r.leadsAny(next) && !en.Is(p, en.Between) {
					break
				}
				m = next
				r.participant(m, Other, p)
			}
		}
		i = r.nouns[m].End
		end = i
	}
	c.passage[0], c.nParts = r.span(g.First, end), 1
	c.Participants = r.parts[from:len(r.parts):len(r.parts)]
	r.place(c)
}

// generic reports whether the event noun of group n stands bare and for no event
// of its own: under construction, the fear of attack.
func (r *claimReader) generic(n int) bool {
	g, x := &r.nouns[n], &r.named[n]
	if g.End-g.First > 1 || r.tags[g.Head] != tag.NN || r.Parsed[r.i].Zone == article.Headline {
		return false
	}
	happens := x.subjectOf > 0 && r.verbIs(x.subjectOf-1, en.HappenVerb) || x.objectOf > 0 && r.verbIs(x.objectOf-1, en.LightVerb)
	return !happens && !r.preposition(g.End) && !r.timed(g.End) && !r.timed(g.First-1)
}

// maxNounReach is how many tokens behind an event noun its participants stand.
const maxNounReach = 24

// leadsAny reports whether noun group n is the subject of a finite clause.
func (r *claimReader) leadsAny(n int) bool {
	u := r.named[n].subjectOf - 1
	return u >= 0 && r.finite(u) && r.clauses[u].first == r.nouns[n].First
}

// ofNoun reports whether a preposition behind an event noun says who took part
// or where it was.
func ofNoun(p string) bool { return en.Is(p, en.NounPreposition) }

// actOf returns the verb that an event noun is made from, the noun itself where
// our lists know none.
func actOf(noun string) string {
	if h, _, ok := lexicon.HappeningNoun(noun); ok {
		return h.Lemma
	}
	return noun
}

// owner adds tokens [from, to), a possessor inside a noun group.
func (r *claimReader) owner(from, to int) {
	head := to - 1
	p := Participant{Role: Other, Preposition: "’s", Span: r.span(from, to), Head: r.tokens[head].Span, Lemma: r.lower(head)}
	r.setName(&p)
	r.parts = append(r.parts, p)
}

// participant adds noun group n.
func (r *claimReader) participant(n int, role Role, preposition string) {
	g := &r.nouns[n]
	if r.timed(g.Head) {
		return
	}
	p := Participant{
		Role: role, Preposition: preposition, Span: r.span(g.First, g.End), Head: r.tokens[g.Head].Span,
		Lemma: strings.ToLower(r.s.Lemma(g.Head)), Pronoun: g.Pronoun,
	}
	r.setName(&p)
	r.setMeant(&p, g)
	r.parts = append(r.parts, p)
}

// setName finds the name that a participant's head is part of.
func (r *claimReader) setName(p *Participant) {
	first := sort.Search(len(r.names), func(k int) bool { return r.names[k].Span.End > p.Span.Start })
	for k := first; k < len(r.names); k++ {
		n := &r.names[k]
		if n.Span.Start >= p.Span.End {
			return
		}
		if n.Span.Overlaps(p.Head) && !n.Demonym {
			p.Name, p.Kind = n.Canonical, n.Kind
		}
	}
}

// setMeant finds whom a subject or object means that is a pronoun or a title.
func (r *claimReader) setMeant(p *Participant, g *syntax.NounGroup) {
	if p.Name != "" || p.Role == Other || !p.Pronoun && !en.Is(r.lower(g.First), en.The) || r.InQuotation(p.Span.Start) {
		return
	}
	if name := r.Meant(r.i, p.Span); name != "" {
		p.Name, p.Kind, p.Meant = name, page.NamePerson, true
	}
}

// place finds where c happens among its participants: a place behind "in" or
// "at", or a name of no other kind behind "in".
func (r *claimReader) place(c *Claim) {
	for k := range c.Participants {
		p := &c.Participants[k]
		if p.Role != Other || p.Name == "" || !en.Is(p.Preposition, en.PlacePreposition) {
			continue
		}
		if p.Kind == page.NamePlace || p.Kind == 0 && en.Is(p.Preposition, en.In) {
			c.Place = p
			return
		}
	}
}
