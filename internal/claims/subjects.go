package claims

import (
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
)

// findSubject finds where the clause of verb group v begins, and its subject.
func (r *claimReader) findSubject(v int) {
	c, g := &r.clauses[v], &r.verbs[v]
	*c = clause{first: g.First, end: g.End, mark: -1, inherits: -1, governor: -1}
	if c.told = r.toldOfNoun(v); !r.finite(v) {
		r.loose(v)
		return
	}
	i := g.First - 1
	for i >= 0 && (tag.Adverbs.Has(r.tags[i]) || r.timed(i)) {
		i--
	}
	if t := r.tag(g.First - 1); (t == tag.Comma && !r.resumes(v) || t == tag.CloseQuote) && r.inverted(v) {
		return
	}
	if t := r.tag(i); t == tag.CC || t == tag.Comma && !r.inserted(i) {
		if r.inherit(v) {
			return
		}
	}
	r.walkBack(v, g.First-1)
	switch {
	case c.nSubjects == 1 && r.toldOfLast(v):
	case c.nSubjects > 0:
	case g.First == 0:
		r.inverted(v)
	case g.Shared:
		r.inherit(v)
	}
}

// finite reports whether verb group v is the verb of a clause of its own. So is
// a participle behind a noun and before an object, which is a past tense that
// the tagger did not know: "the blast on Aug. 7 killed two people".
func (r *claimReader) finite(v int) bool {
	g := &r.verbs[v]
	if g.Form != syntax.Participle || g.First != g.Head || r.clauses[v].told {
		return g.Form == syntax.Finite || r.clauses[v].told
	}
	n := r.noun(g.End)
	if n < 0 || r.nouns[n].First != g.End || r.timed(r.nouns[n].Head) || r.nouns[n].Proper {
		return false
	}
	if v > 0 && r.tag(g.First-1) == tag.CC {
		u := &r.verbs[v-1]
		return u.Form == syntax.Finite && u.Tense == syntax.Past && !u.Passive && !u.Perfect
	}
	return r.noun(g.First-1) >= 0 || r.timed(g.First-1)
}

// inherit gives v the subject of the verb group before it.
func (r *claimReader) inherit(v int) bool {
	for u := v - 1; u >= 0 && u >= v-4; u-- {
		if !r.finite(u) || r.clauses[u].relative && !r.joinsRelative(u, v) {
			continue
		}
		c, from := &r.clauses[v], &r.clauses[u]
		if from.nSubjects == 0 {
			return false
		}
		c.subjects, c.nSubjects, c.inherits = from.subjects, from.nSubjects, u
		c.mark, c.relative = from.mark, from.relative
		return true
	}
	return false
}

// joinsRelative reports whether v goes on with the relative clause of u: no
// comma has ended it.
func (r *claimReader) joinsRelative(u, v int) bool {
	return !slices.Contains(r.tags[r.verbs[u].End:r.verbs[v].First], tag.Comma)
}

// walkBack looks for the subject of v from token i to the left: over adverbs,
// times, prepositions with their nouns, participles behind a noun, insertions
// between commas and relative clauses.
func (r *claimReader) walkBack(v, i int) {
	c := &r.clauses[v]
	for least := i - reach; i >= 0 && i >= least; {
		n, w := r.noun(i), r.verb(i)
		switch t := r.tags[i]; {
		case t == tag.WDT || t == tag.WP:
			r.antecedent(v, i)
			return
		case r.timed(i):
			i--
			if r.preposition(i) {
				i--
			}
		case n >= 0:
			p := r.nouns[n].First - 1
			q := r.joinedFront(n) - 1
			switch before := r.verb(p); {
			case r.preposition(p) && en.Is(r.lower(p), en.ClausePreposition) && !c.past && (p == 0 || r.finiteBefore(v, p)):
				c.mark = p
				r.accept(v, n)
				return
			case r.preposition(p):
				c.past = true
				i = p - 1
			case q < p && r.preposition(q) && !r.finiteBefore(v, q):
				i = q - 1
			case before >= 0 && r.reduced(before) && !r.attributive(before):
				i = r.beforeReduced(before)
			case before >= 0 && r.closesRelative(before):
				i = r.clauses[before].mark - 1 // who rejected the plan will decide
			default:
				r.accept(v, n)
				return
			}
		case w >= 0 && r.reduced(w):
			i = r.beforeReduced(w)
		case w >= 0 && r.contact(w):
			i = r.clauses[w].mark - 1
		case w >= 0 && r.finite(w) && (r.clauses[w].relative || r.ofNounThat(w)):
			i = r.clauses[w].mark - 1
			if r.preposition(i) {
				i-- // to which they fled
			}
		case t == tag.CloseQuote && r.noun(i-1) >= 0:
			i-- // the ship “Aurora” sank
		case t == tag.Comma:
			j := r.insertion(i)
			if j < 0 {
				return
			}
			if c.resume == 0 {
				c.resume = i + 1
			}
			c.cut = j
			i = j - 1
		case tag.Adverbs.Has(t), t == tag.RP, t == tag.Hyphen, tag.Adjectives.Has(t), t == tag.CD:
			i--
		case r.s.ClauseMark(i), t == tag.WRB:
			c.mark = i
			return
		default:
			return
		}
	}
}

// closesRelative reports whether the noun group behind the finite verb of group
// w ends a relative clause, so that the verb behind it belongs to what stands
// before that.
func (r *claimReader) closesRelative(w int) bool {
	c := &r.clauses[w]
	return r.finite(w) && c.relative && c.mark > 0 && !r.verbIs(w, en.MindVerb, en.SpeechVerb) && !r.finiteBefore(w, c.mark)
}

// ofNounThat reports whether the clause of group w hangs with "that" on the noun
// that opens the sentence: "the letter that he wrote", "the claim that he lied".
func (r *claimReader) ofNounThat(w int) bool {
	k := r.clauses[w].mark
	return k > 0 && r.tags[k] == tag.IN && en.Is(r.lower(k), en.That) && r.noun(k-1) >= 0 && !r.finiteBefore(w, k)
}

// beforeReduced returns the token before group w, a participle or infinitive
// behind its noun, and before the preposition of a gerund: accused of robbing a
// bank, the director of nursing.
func (r *claimReader) beforeReduced(w int) int {
	i := r.verbs[w].First - 1
	if i > 0 && r.preposition(i) && (r.noun(i-1) >= 0 || r.verb(i-1) >= 0 && r.reduced(r.verb(i-1))) {
		i--
	}
	return i
}

// toldOfNoun reports whether the participle of group v is the past tense of a
// clause without a pronoun: the player the club sold in May.
func (r *claimReader) toldOfNoun(v int) bool {
	g := &r.verbs[v]
	n := r.noun(g.First - 1)
	return g.Form == syntax.Participle && g.First == g.Head && n >= 0 && !r.takesObject(v) && !r.preposition(r.nouns[n].First-1) && r.contacted(n) >= 0
}

// contact reports whether the clause of group w tells, without a pronoun, of the
// noun before its subject: "the player the club sold". Behind it stands another
// verb, to which that noun is the subject, so that this one has no object left.
func (r *claimReader) contact(w int) bool {
	c := &r.clauses[w]
	if !r.finite(w) || c.nSubjects != 1 || c.relative || c.mark >= 0 || c.inherits >= 0 || c.cut > 0 || r.verbs[w].Passive && !c.told ||
		r.verbIs(w, en.SpeechVerb, en.MindVerb, en.StateVerb) || r.takesObject(w) {
		return false
	}
	n := r.contacted(c.subjects[0])
	if n < 0 {
		return false
	}
	c.mark, c.relative, c.contact = r.nouns[c.subjects[0]].First, true, n+1
	c.first = c.mark
	return true
}

// contacted returns the noun group right before group n, which opens with a
// determiner, a pronoun or a name; of a group that is two, as "the man police",
// its first part, once n is cut down to its second; -1 for none.
func (r *claimReader) contacted(n int) int {
	g := &r.nouns[n]
	if k := r.secondNoun(g); k > 0 {
		m := syntax.NounGroup{First: g.First, Head: k - 1, End: k}
		g.First = k
		r.nouns, r.named = append(r.nouns, m), append(r.named, naming{})
		r.ofNoun = append(r.ofNoun, nil)
		for k := m.First; k < m.End; k++ {
			r.nounAt[k] = int32(len(r.nouns))
		}
		return len(r.nouns) - 1
	}
	m := r.noun(g.First - 1)
	if m < 0 || r.nouns[m].End != g.First || r.nouns[m].Pronoun || r.timed(r.nouns[m].Head) {
		return -1
	}
	if t := r.tags[g.First]; t != tag.DT && t != tag.PRP && t != tag.PRPS && !g.Proper && !en.Is(r.lower(g.Head), en.PluralBody) {
		return -1
	}
	return m
}

// secondNoun returns the token with which a second noun begins in a group that is
// two, 0 where it is one: the man police, a state Smith, but not the envoy Smith.
func (r *claimReader) secondNoun(g *syntax.NounGroup) int {
	k := g.Head
	for k > g.First && tag.ProperNouns.Has(r.tags[k-1]) && tag.ProperNouns.Has(r.tags[k]) {
		k--
	}
	switch person := lexicon.PersonWord(r.lower(k - 1)); {
	case k <= g.First+1 || r.tags[g.First] != tag.DT || !tag.Nouns.Has(r.tags[k-1]):
	case person && en.Is(r.lower(g.Head), en.PluralBody), !person && tag.ProperNouns.Has(r.tags[k]) && en.Is(r.lower(g.First), en.IndefiniteArticle):
		return k
	}
	return 0
}

// toldOfLast makes the clause of group v a relative one where it tells, without a
// pronoun, of the noun that a clause before it ends with: won in a state the party
// lost, a loss the board blamed on ropes.
func (r *claimReader) toldOfLast(v int) bool {
	if r.takesObject(v) || r.verbIs(v, en.IntransitiveVerb, en.MotionVerb) {
		return false
	}
	m := r.contacted(r.clauses[v].subjects[0])
	if m < 0 || !r.finiteBefore(v, r.nouns[m].First) {
		return false
	}
	apposed := r.tag(r.nouns[m].First-1) == tag.Comma && r.tags[r.nouns[m].First] == tag.DT
	return (apposed || r.behindVerb(m)) && r.contact(v)
}

// takesObject reports whether a noun group that is no time stands right behind
// verb group w.
func (r *claimReader) takesObject(w int) bool {
	n := r.noun(r.verbs[w].End)
	return n >= 0 && !r.timed(r.nouns[n].First)
}

// joinedFront returns the first token of the noun groups that end with group n
// and are joined by "and".
func (r *claimReader) joinedFront(n int) int {
	first := r.nouns[n].First
	for k := 0; k < maxJoined && r.tag(first-1) == tag.CC && r.noun(first-2) >= 0; k++ {
		first = r.nouns[r.noun(first-2)].First
	}
	return first
}

// finiteBefore reports whether a finite verb of the clause before v stands
// before token i.
func (r *claimReader) finiteBefore(v, i int) bool {
	for u := v - 1; u >= 0 && u >= v-4; u-- {
		if r.verbs[u].End <= i && r.finite(u) {
			return true
		}
	}
	return false
}

// reduced reports whether group w is a participle or an infinitive behind the
// noun that it belongs to: "the man seen on Friday", "plans to sell it".
func (r *claimReader) reduced(w int) bool {
	g := &r.verbs[w]
	if r.finite(w) || g.Shared {
		return false
	}
	before := r.tag(g.First - 1)
	return tag.Nouns.Has(before) || g.Form != syntax.Infinitive && before == tag.IN
}

// insertion returns the comma that opens what the comma at i closes: a
// relative clause, an apposition, an age; -1 where i closes none.
func (r *claimReader) insertion(i int) int {
	const most = 25
	for j := i - 2; j > 0 && j > i-most; j-- {
		if r.tags[j] != tag.Comma {
			continue
		}
		if r.noun(j-1) < 0 && !r.timed(j-1) {
			return -1
		}
		relative := r.tags[j+1] == tag.WDT || r.tags[j+1] == tag.WP || r.tags[j+1] == tag.WPS || r.tags[j+1] == tag.WRB
		for k := j + 1; k < i; k++ {
			if w := r.verb(k); w >= 0 && r.finite(w) && !relative && !r.clauses[w].relative && !r.insertedSaying(w, j) {
				return -1
			}
			if r.tags[k] == tag.Stop || r.tags[k] == tag.Colon {
				return -1
			}
		}
		return j
	}
	return -1
}

// insertedSaying reports whether group w says, right behind the comma at j, who
// says the sentence around: "The plant, officials said, will close".
func (r *claimReader) insertedSaying(w, j int) bool {
	return r.clauses[w].first == j+1 && r.clauses[w].nSubjects > 0 && r.verbIs(w, en.SpeechVerb, en.MindVerb)
}

// resumes reports whether the verb of group v, which has an object as often as
// what was said, goes on with a clause behind an insertion: prices, or what is paid,
// showed a rise.
func (r *claimReader) resumes(v int) bool {
	return r.verbIs(v, en.TwofoldVerb) && r.inserted(r.verbs[v].First-1)
}

// inserted reports whether the comma at i closes an insertion.
func (r *claimReader) inserted(i int) bool { return r.tag(i) == tag.Comma && r.insertion(i) >= 0 }

// accept makes noun group n, and those joined to it before, the subject of v.
func (r *claimReader) accept(v, n int) {
	c := &r.clauses[v]
	found := [maxJoined]int{n}
	count := 1
	first := r.nouns[n].First
	for count < maxJoined {
		m := -1
		switch before := r.tag(first - 1); {
		case before == tag.CC && r.tag(first-2) == tag.Comma:
			m = r.noun(first - 3)
		case before == tag.CC:
			m = r.noun(first - 2)
		case before == tag.Comma && (count > 1 || r.headlineList(first-2)):
			m = r.noun(first - 2)
		}
		if m < 0 || r.behindVerb(m) || r.timed(r.nouns[m].Head) {
			break
		}
		found[count] = m
		count++
		first = r.nouns[m].First
	}
	slices.Reverse(found[:count])
	c.subjects, c.nSubjects, c.first = found, count, first
	for _, m := range found[:count] {
		if r.named[m].subjectOf == 0 {
			r.named[m].subjectOf = v + 1
		}
	}
	k := first - 1
	for k >= 0 && tag.Adverbs.Has(r.tags[k]) {
		k--
	}
	switch t := r.tag(k); {
	case k < 0:
	case t == tag.WDT || t == tag.WP || t == tag.WPS:
		c.mark, c.relative = k, true
	case r.s.ClauseMark(k) || t == tag.WRB:
		c.mark = k
	}
}

// headlineList reports whether the noun group that ends with token i opens a
// headline: "Minister, mayor agree".
func (r *claimReader) headlineList(i int) bool {
	n := r.noun(i)
	return n >= 0 && r.nouns[n].First == 0 && r.Parsed[r.i].Zone == article.Headline
}

// behindVerb reports whether a verb or a preposition stands before noun group n.
func (r *claimReader) behindVerb(n int) bool {
	p := r.nouns[n].First - 1
	if v := r.verb(p); v >= 0 {
		return !r.verbIs(v, en.SpeechVerb)
	}
	return r.preposition(p)
}

// antecedent makes what the relative pronoun at i takes up the subject of v.
func (r *claimReader) antecedent(v, i int) {
	c := &r.clauses[v]
	c.relative, c.mark = true, i
	if n := r.takenUp(i); n >= 0 {
		c.subjects[0], c.nSubjects = n, 1
		c.first = r.verbs[v].First
	}
}

// takenUp returns the noun group that the relative pronoun at i takes up, -1 for
// none.
func (r *claimReader) takenUp(i int) int {
	k := i - 1
	if r.preposition(k) {
		k-- // to which
	}
	if r.tag(k) == tag.Comma {
		k--
	}
	n := r.noun(k)
	if n < 0 {
		return -1
	}
	if m := r.noun(r.nouns[n].First - 2); r.tags[i] == tag.WDT && m >= 0 && en.Is(r.lower(r.nouns[n].First-1), en.Of) && eventNoun(r.s.Lemma(r.nouns[m].Head)) {
		n = m // the bombing of the embassy that killed
	}
	return n
}

// inverted finds the subject behind a verb of saying: “…,” said Smith.
func (r *claimReader) inverted(v int) bool {
	g := &r.verbs[v]
	n := r.noun(g.End)
	if n < 0 || r.nouns[n].First != g.End || r.timed(g.End) || !r.verbIs(v, en.SpeechVerb, en.NewsSaying) {
		return false
	}
	c := &r.clauses[v]
	c.subjects[0], c.nSubjects = n, 1
	r.named[n].subjectOf = v + 1
	return true
}

// opening gives the gerund or participle that opens the sentence the subject of
// the clause behind it: "Speaking in Geneva, the envoy urged calm".
func (r *claimReader) opening() {
	if len(r.verbs) < 2 || r.verbs[0].First > 1 || r.finite(0) || r.verbs[0].Form == syntax.Infinitive || r.clauses[0].nSubjects > 0 {
		return
	}
	for v := 1; v < len(r.verbs) && v < 4; v++ {
		c := &r.clauses[v]
		if r.finite(v) && c.nSubjects > 0 && c.mark < 0 && !c.relative && r.tag(c.first-1) == tag.Comma {
			r.clauses[0].subjects, r.clauses[0].nSubjects, r.clauses[0].opens = c.subjects, c.nSubjects, v
			return
		}
	}
}

// loose finds what an infinitive, a participle or a gerund hangs on.
func (r *claimReader) loose(v int) {
	c, g := &r.clauses[v], &r.verbs[v]
	c.governor = v - 1
	before := g.First - 1
	n := r.noun(before)
	switch {
	case n >= 0 && g.Form != syntax.Infinitive, n >= 0 && v == 0:
		c.subjects[0], c.nSubjects = n, 1
		if v == 0 || g.Form == syntax.Infinitive {
			c.first = r.nouns[n].First
		}
	case n >= 0 && r.noun(r.verbs[v-1].End) == n && !r.preposition(r.nouns[n].First-1):
		c.subjects[0], c.nSubjects = n, 1 // told him to go
	case g.Form == syntax.Participle && r.tag(before) == tag.Comma && r.noun(before-1) >= 0:
		c.subjects[0], c.nSubjects = r.noun(before-1), 1
	case v > 0 && r.clauses[v-1].nSubjects > 0:
		from := &r.clauses[v-1]
		c.subjects, c.nSubjects, c.inherits = from.subjects, from.nSubjects, v-1
	}
	if v > 0 {
		c.relative = r.clauses[v-1].relative
	}
}
