package claims

import (
	"factcheck/internal/article"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
)

// setModalities finds how certain each claim of the sentence is, those that
// others hang on first.
func (r *claimReader) setModalities() {
	for v, c := range r.ofVerb {
		if c != nil {
			c.Modality = r.verbModality(v, c)
			r.ahead(c)
		}
	}
	for n, c := range r.ofNoun {
		if c != nil {
			c.Modality = r.nounModality(n, c)
			r.ahead(c)
		}
	}
}

// ahead makes a claim a plan whose time lies behind the day of publication.
func (r *claimReader) ahead(c *Claim) {
	if p := r.Published.When; c.Modality == Actual && p.Closed() && c.Class == Event && !c.Past {
		if w := c.When(); !w.Empty() && w.From >= p.To {
			c.Modality = Planned
		}
	}
}

func (r *claimReader) verbModality(v int, c *Claim) Modality {
	g, cl := &r.verbs[v], &r.clauses[v]
	if m := sourceModality(c); m != "" {
		return m
	}
	if cl.mark >= 0 && en.Is(r.lower(cl.mark), en.ConditionWord) {
		return Conditional
	}
	switch g.Modality {
	case syntax.Plain, syntax.UsedTo:
	case syntax.Will, syntax.Shall, syntax.GoingTo, syntax.IsTo, syntax.Scheduled:
		return Planned
	case syntax.Would:
		if c.Source != nil {
			return Planned
		}
		return Conditional
	default:
		return Possible
	}
	if g.Form == syntax.Finite || cl.governor < 0 || r.ofVerb[cl.governor] == nil {
		if g.Form == syntax.Infinitive && !g.Shared {
			return Planned
		}
		return Actual
	}
	return r.looseModality(v, c)
}

// sourceModality returns what a source makes of what it says: denied, or not
// held for sure; "" for neither.
func sourceModality(c *Claim) Modality {
	if c.Source == nil || c.Source.Verb == nil {
		return ""
	}
	switch v := c.Source.Verb; {
	case en.Is(v.Lemma, en.DenyVerb) && !v.Negated:
		return Denied
	case en.Is(v.Lemma, en.MindVerb):
		return Possible
	}
	return ""
}

// looseModality is of an infinitive, participle or gerund: what it hangs on
// decides.
func (r *claimReader) looseModality(v int, c *Claim) Modality {
	g, u := &r.verbs[v], r.clauses[v].governor
	over := r.ofVerb[u]
	switch adjoins := r.verbs[u].End >= g.First-1; {
	case adjoins && r.verbIs(u, en.DenyVerb) && g.Form == syntax.Gerund:
		return Denied
	case r.verbIs(u, en.NegativeVerb) && (g.Form == syntax.Infinitive || adjoins):
		c.Negated = !over.Negated
		return over.Modality
	case g.Form == syntax.Infinitive && r.verbIs(u, en.ImplicativeVerb, en.AspectVerb):
		c.Negated = c.Negated || over.Negated
		return over.Modality
	case g.Form == syntax.Infinitive && g.Perfect:
		return Possible // believed to have been stolen
	case g.Form == syntax.Infinitive:
		return Planned
	case g.Form == syntax.Gerund && r.tag(g.First-1) == tag.Comma, adjoins && r.noun(g.First-1) < 0:
		return over.Modality
	}
	return Actual
}

// plannedBehind returns the participle behind event noun n that says that it is
// not so yet: a strike planned for Monday; -1 for none.
func (r *claimReader) plannedBehind(n int) int {
	v := r.verb(r.nouns[n].End)
	if v < 0 || r.verbs[v].Form != syntax.Participle || r.finite(v) || !r.verbIs(v, en.WishVerb, en.PlanVerb) {
		return -1
	}
	return v
}

func (r *claimReader) nounModality(n int, c *Claim) Modality {
	g, x := &r.nouns[n], &r.named[n]
	for k := g.First; k < g.Head; k++ {
		switch w := r.lower(k); {
		case en.Is(w, en.PersonalPlan):
			return Planned
		case en.Is(w, en.NoDeterminer):
			c.Negated = true
		}
	}
	if v := r.plannedBehind(n); v >= 0 {
		return Planned
	}
	for _, u := range [...]int{x.objectOf - 1, x.subjectOf - 1} {
		if u < 0 || r.ofVerb[u] == nil {
			continue
		}
		over := r.ofVerb[u]
		switch object := u == x.objectOf-1; {
		case object && r.verbIs(u, en.DenyVerb):
			return Denied
		case object && r.verbIs(u, en.LightVerb) || !object && r.verbIs(u, en.HappenVerb):
			c.Negated = c.Negated || over.Negated
			return over.Modality
		case object && r.verbIs(u, en.WishVerb):
			return Planned
		}
	}
	if m := sourceModality(c); m == Denied {
		return m
	}
	return Actual
}

// setStates makes states of what is told without a time and lasts: what a firm or
// body does for a living (Kyle makes engines), what a present passive says of how a
// thing is (is controlled by), and participles that only tell things apart (a firm
// based in Basel). In TimeBank 56 to 64 of 100 of these are events; of all other
// verbs without a time 84.
func (r *claimReader) setStates() {
	for v, c := range r.ofVerb {
		if c == nil || c.Class != Event || c.Time != nil || c.Modality != Actual || c.Source != nil || c.News {
			continue
		}
		g := &r.verbs[v]
		habit := c.Habit() && g.Form == syntax.Finite && r.Parsed[r.i].Zone == article.Body && (g.Passive || r.verbIs(v, en.TradeVerb))
		apart := g.Form == syntax.Participle && g.Passive && !r.finite(v) && !r.carriesOn(v)
		if habit || apart {
			c.Class = State
		}
	}
}

// carriesOn reports whether the participle of group v tells what happened next to
// the verb before it, rather than of the noun: two were killed and three injured.
func (r *claimReader) carriesOn(v int) bool {
	cl := &r.clauses[v]
	return cl.nSubjects == 0 || r.noun(r.verbs[v].First-1) < 0 || r.joinedClause(r.nouns[cl.subjects[0]].First)
}
