package claims

import (
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
)

// extend follows the clause of verb group v to the right, and finds its objects
// and what stands behind prepositions.
func (r *claimReader) extend(v int) {
	c, g := &r.clauses[v], &r.verbs[v]
	i, end := g.End, g.End
	if c.nSubjects == 1 && r.noun(i) == c.subjects[0] {
		i = r.nouns[c.subjects[0]].End // said Smith
		end = i
	}
	preposition, joined := -1, false
	for most := i + reach; i < len(r.tokens) && i < most; {
		n, w := r.noun(i), r.verb(i)
		switch t := r.tags[i]; {
		case r.timed(i) && !r.opensNoun(i):
			i++
			end, preposition, joined = i, -1, false
		case r.score(i):
			i += scoreTokens
			end, preposition, joined = i, -1, false
		case n >= 0 && r.nouns[n].First == i:
			if r.leads(n, v) {
				c.end = end
				return
			}
			r.take(v, n, preposition, joined)
			i = r.nouns[n].End
			end, preposition, joined = i, -1, false
		case w >= 0:
			c.end = end
			return
		case r.particle(i, v):
			i++
			end = i
		case r.preposition(i), t == tag.RP && r.noun(i+1) >= 0 && r.nouns[r.noun(i+1)].Proper:
			preposition, joined = i, false
			i++
		case t == tag.CC && end == i && r.goesOn(i+1, v):
			joined = true
			i++
		case t == tag.Comma && end == i && c.nOthers == 0 && c.nObjects == 1 && c.apposed == 0 && r.aside(i) > 0:
			c.apposed = i
			i = r.aside(i)
		case t == tag.Comma && end == i && (r.timed(i-1) && r.timed(i+1) || tag.Adjectives.Has(r.tag(i-1)) && r.noun(i+1) >= 0):
			i++
		case tag.Adverbs.Has(t), t == tag.RP, tag.Adjectives.Has(t), t == tag.CD, en.Is(r.lower(i), en.VerbAdverb):
			i++
			end = i
		case t == tag.Hyphen, t == tag.Dollar, t == tag.POS, t == tag.DT, t == tag.OpenQuote && end == i:
			i++
		case t == tag.CloseQuote && end == i && r.noun(i-1) >= 0 && r.tag(i+1) != tag.Comma:
			i++
			end = i
		default:
			c.end = end
			return
		}
	}
	c.end = end
}

// shareObjects gives a verb that "and" joins to the one behind it that one's
// objects: signed and presented a keeper.
func (r *claimReader) shareObjects(v int) {
	c, next := &r.clauses[v], v+1
	if next == len(r.verbs) || c.nObjects > 0 || c.nOthers > 0 || r.tag(r.verbs[v].End) != tag.CC || r.verbs[next].First != r.verbs[v].End+1 {
		return
	}
	if u := &r.clauses[next]; u.inherits == v && !r.verbs[v].Passive && !r.verbIs(v, en.IntransitiveVerb, en.MotionVerb) {
		c.objects, c.nObjects = u.objects, u.nObjects
	}
}

// particle reports whether the preposition at i belongs to the verb of v: called
// off a strike.
func (r *claimReader) particle(i, v int) bool {
	n := r.noun(i + 1)
	return i == r.verbs[v].End && n >= 0 && !r.nouns[n].Proper && !r.timed(i+1) && en.Is(r.lower(i), en.ClausePart) && r.verbIs(v, en.ParticleVerb)
}

// aside returns the token behind the apposition or age that the comma at i
// opens, where the clause goes on behind it with a preposition or a time: "met the
// bishop, Paul Reed, on Monday"; 0 for none.
func (r *claimReader) aside(i int) int {
	k := i + 1
	for k < len(r.tokens) && k < i+maxAside && r.tags[k] != tag.Comma {
		if r.verb(k) >= 0 || r.tags[k] == tag.CC || r.tags[k] == tag.Stop {
			return 0
		}
		k++
	}
	if r.tag(k) != tag.Comma || !r.preposition(k+1) && !r.timed(k+1) || r.timed(i+1) {
		return 0
	}
	return k + 1
}

// maxAside is how many tokens an apposition has at most.
const maxAside = 12

// opensNoun reports whether the time at token i is the beginning of a noun group
// that goes on behind it: the 2003 race.
func (r *claimReader) opensNoun(i int) bool {
	n := r.noun(i)
	return n >= 0 && r.nouns[n].First == i && !r.timed(r.nouns[n].Head)
}

// leads reports whether noun group n is the subject of a clause behind that of
// v.
func (r *claimReader) leads(n, v int) bool {
	u := r.named[n].subjectOf - 1
	return u > v && r.finite(u) && (!r.clauses[u].relative || r.clauses[u].contact > 0)
}

// goesOn reports whether a noun group that leads no other clause begins with
// token i.
func (r *claimReader) goesOn(i, v int) bool {
	n := r.noun(i)
	return n >= 0 && r.nouns[n].First == i && !r.leads(n, v) && !r.timed(r.nouns[n].Head) && !r.shortened(n, v)
}

// shortened reports whether noun group n has a participle of its own behind a
// passive clause, of which the auxiliary is not said again: two were killed and
// three injured.
func (r *claimReader) shortened(n, v int) bool {
	u := r.verb(r.nouns[n].End)
	return u >= 0 && r.verbs[v].Passive && r.verbs[u].Form == syntax.Participle && r.verbs[u].First == r.nouns[n].End
}

// take notes noun group n behind verb group v.
func (r *claimReader) take(v, n, preposition int, joined bool) {
	c := &r.clauses[v]
	of := preposition >= 0 && en.Is(r.lower(preposition), en.Of)
	switch {
	case of && r.noun(preposition-1) >= 0 && !(r.verbIs(v, en.OfVerb) && c.nObjects == 1 && r.noun(preposition-1) == c.objects[0]):
		// of the noun before it
	case preposition >= 0 || joined && r.joinsOther(c):
		if preposition < 0 {
			preposition = c.others[c.nOthers-1].preposition
		}
		if c.nOthers < maxOthers {
			c.others[c.nOthers] = other{n, preposition}
			c.nOthers++
		}
		if r.named[n].otherOf == 0 {
			r.named[n].otherOf = v + 1
		}
	case c.nObjects == 0 || joined && c.nObjects < maxJoined:
		c.objects[c.nObjects] = n
		c.nObjects++
		r.named[n].objectOf = v + 1
	case c.nOthers < maxOthers:
		c.others[c.nOthers] = other{n, -1}
		c.nOthers++
	}
}

// joinsOther reports whether what "and" joins to the last noun group of c stands
// behind that group's preposition.
func (r *claimReader) joinsOther(c *clause) bool {
	return c.nOthers > 0 && c.others[c.nOthers-1].preposition >= 0
}
