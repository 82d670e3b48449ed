package claims

import (
	"strings"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// setPassages finds the passage of each claim of a verb: its subject, wherever
// it stands, and its clause with the infinitives and what was said behind it.
func (r *claimReader) setPassages() {
	for v := len(r.verbs) - 1; v >= 0; v-- {
		if r.ofVerb[v] != nil {
			r.clauses[v].last = r.passageEnd(v)
		}
	}
	for v, c := range r.ofVerb {
		if c != nil {
			r.setPassage(v, c)
		}
	}
}

// passageEnd returns the token behind the passage of verb group v. Those of the
// groups behind it are known.
func (r *claimReader) passageEnd(v int) int {
	cl := &r.clauses[v]
	end := max(cl.end, r.verbs[v].End)
	if u := cl.said - 1; u > v {
		return r.clauses[u].last
	}
	return r.carry(v, end)
}

// carry returns the first token from end on at which the clause of verb group v
// may be cut without leaving a phrase in two: the end of the sentence, a mark, a
// conjunction, or what leads another clause. It is end itself where none is near.
func (r *claimReader) carry(v, end int) int {
	for k := end; k < r.verbs[v].First+maxPassage; {
		if k >= len(r.tokens) {
			return k
		}
		u := r.verb(k)
		switch {
		case r.needsClause(v, k, end):
			if u = r.finiteFrom(k); u <= v {
				return end
			}
		case r.mayCut(k):
			return r.withoutLead(k, v)
		case u < 0 && r.noun(k) >= 0:
			k = max(r.nouns[r.noun(k)].End, k+1)
			continue
		}
		if u > v {
			k = max(r.clauses[u].last, k+1) // to sell it, killing three; that he sold it
			continue
		}
		k++
	}
	return end
}

// withoutLead returns token k, where the clause of verb group v is cut, or the one
// before it if that only leads the conjunction at k: even as, shortly before.
func (r *claimReader) withoutLead(k, v int) int {
	if k-1 >= r.verbs[v].End && (r.s.ClauseMark(k) || r.tag(k) == tag.WRB || r.tag(k) == tag.IN) && en.Is(r.lower(k-1), en.ConjunctionLead) {
		return k - 1
	}
	return k
}

// needsClause reports whether what stands at token k is nothing without the
// clause behind it: that, whether, a relative pronoun, the subject of a clause
// behind "after" or a preposition, or behind a verb of saying or seeing.
func (r *claimReader) needsClause(v, k, end int) bool {
	switch t := r.tags[k]; {
	case t == tag.WDT, t == tag.WP, t == tag.WPS:
		return r.tag(k-1) != tag.Comma
	case en.Is(r.lower(k), en.ContentConjunction):
		return t == tag.WRB || r.s.ClauseMark(k)
	case k == r.verbs[v].End && k == end:
		return r.verbIs(v, en.SpeechVerb, en.MindVerb, en.FindVerb, en.ImplicativeVerb) && r.leadsClause(k)
	}
	return k > end && r.tag(k-1) == tag.IN && r.leadsClause(k) || r.leadsContact(k)
}

// leadsContact reports whether a relative clause without a pronoun begins with token
// k: a state the party lost.
func (r *claimReader) leadsContact(k int) bool {
	n := r.noun(k)
	return n >= 0 && r.nouns[n].First == k && r.named[n].subjectOf > 0 && r.clauses[r.named[n].subjectOf-1].contact > 0
}

// finiteFrom returns the first finite verb group near token k, -1 for none.
func (r *claimReader) finiteFrom(k int) int {
	for u := r.verbFrom(k); u < len(r.verbs) && r.verbs[u].First < k+maxPassage; u++ {
		if r.finite(u) {
			return u
		}
	}
	return -1
}

// mayCut reports whether a clause may end before token k.
func (r *claimReader) mayCut(k int) bool {
	switch t := r.tags[k]; {
	case t == tag.Stop, t == tag.Colon, t == tag.WRB, r.bracket(k):
		return true
	case r.s.ClauseMark(k):
		return r.leadsClause(k+1) || !en.Classes(r.lower(k)).HasAny(en.ClausePreposition, en.AsPreposition)
	case t == tag.CloseQuote:
		return r.tag(k-1) == tag.Comma || r.InQuotation(r.tokens[k].Start)
	case t == tag.Comma:
		return !r.listed(k) && !r.qualifies(k)
	case t == tag.CC:
		return r.leadsClause(k + 1)
	}
	return r.leadsClause(k)
}

// bracket reports whether token k opens or closes a bracket.
func (r *claimReader) bracket(k int) bool {
	w := r.s.Text(k)
	return len(w) == 1 && strings.ContainsAny(w, "()[]")
}

// listed reports whether the comma at k parts the members of a list that goes on
// to its "and": "farms, roads and bridges".
func (r *claimReader) listed(k int) bool {
	for members := 0; members < maxListed; members++ {
		n := r.noun(k + 1)
		if n < 0 || r.noun(k-1) < 0 || r.named[n].subjectOf > 0 && r.leadsAny(n) {
			return false
		}
		switch next := r.nouns[n].End; {
		case r.tag(next) == tag.CC || r.tag(next) == tag.Comma && r.tag(next+1) == tag.CC:
			for r.tag(next) == tag.CC || r.tag(next) == tag.Comma {
				next++
			}
			return r.noun(next) >= 0 && !r.leadsClause(next)
		case r.tag(next) == tag.Comma:
			k = next
		default:
			return false
		}
	}
	return false
}

// qualifies reports whether what stands before the comma at k, an adjective or what
// the tagger took for a noun, belongs with the adjective behind it to the noun behind
// that: narrow, muddy canals.
func (r *claimReader) qualifies(k int) bool {
	n := r.noun(k + 1)
	if n < 0 || !tag.Adjectives.Has(r.tag(k+1)) || r.nouns[n].Head == k+1 {
		return false
	}
	return tag.Adjectives.Has(r.tag(k-1)) || r.tag(k-1) == tag.NN && r.beginsNoun(k-1)
}

// maxListed is how many members of a list are followed behind a comma.
const maxListed = 8

// leadsClause reports whether a clause of its own begins with token k: a finite
// verb, or the subject of one.
func (r *claimReader) leadsClause(k int) bool {
	for k < len(r.tags) && !r.beginsNoun(k) && (tag.Adverbs.Has(r.tags[k]) || r.timed(k) || r.verb(k) >= 0 && r.attributive(r.verb(k))) {
		k++
	}
	if v := r.verb(k); v >= 0 {
		return r.verbs[v].First == k && r.finite(v)
	}
	n := r.noun(k)
	if n < 0 || r.nouns[n].First != k {
		return false
	}
	u := r.named[n].subjectOf - 1
	return u >= 0 && r.finite(u) && r.verbs[u].First > k
}

// beginsNoun reports whether a noun group begins with token k: almost 200 people.
func (r *claimReader) beginsNoun(k int) bool {
	n := r.noun(k)
	return n >= 0 && r.nouns[n].First == k
}

// setPassage gives the claim of verb group v its parts. Only a subject that
// stands with a verb before it ("came and saw") and an insertion between commas
// part them; a relative clause has all of what it may take up before it, and
// what has no subject the sentence from its beginning.
func (r *claimReader) setPassage(v int, c *Claim) {
	cl := &r.clauses[v]
	first, verb := cl.first, r.verbs[v].First
	u := cl.governor
	switch {
	case cl.relative && cl.mark >= 0 && cl.mark < verb:
		first = r.antecedentStart(cl)
	case !r.finite(v) && r.verbs[v].Form != syntax.Infinitive && first == verb && r.noun(verb-1) >= 0:
		first = r.phraseBefore(verb) // the man seen on Friday
	case u >= 0 && !r.finite(v) && r.ofVerb[u] != nil && first == verb:
		if r.hangsOn(v, u, c) {
			return
		}
		first = r.sentenceStart(verb)
	case cl.nSubjects > 0 && first == verb && cl.inherits >= 0 && (!tag.Finite.Has(r.tags[verb]) || !r.joined(verb)):
		first = r.firstOf(cl.inherits)
	case cl.nSubjects > 0 && first == verb && cl.inherits >= 0 && r.finite(v):
		s := r.span(r.nouns[cl.subjects[0]].First, r.nouns[cl.subjects[cl.nSubjects-1]].End)
		if s.End <= r.tokens[first].Start {
			c.add(s)
		}
	case cl.nSubjects == 0:
		first = r.sentenceStart(verb)
	case first == verb && r.nouns[cl.subjects[0]].First < verb:
		first = r.nouns[cl.subjects[0]].First
	}
	if k := first; k > 1 && k == cl.first && k < verb && cl.inherits < 0 && cl.nSubjects > 0 && r.tags[k-1] == tag.CC && r.noun(k-2) >= 0 && r.verb(r.phraseBefore(k-1)-1) < 0 {
		first = r.phraseBefore(k - 1) // the decline of the steel and coal industry
	}
	if r.tag(first-1) == tag.OpenQuote && first < verb {
		first = r.quoted(first, verb)
	}
	if r.finite(v) && first < verb && !cl.relative {
		first = r.openingOf(first)
		c.ragged = first > 0 && (!r.mayOpen(first) || r.preposition(first) && !r.timed(first+1))
	}
	if cl.cut > first && cl.resume > cl.cut && cl.resume <= verb {
		c.add(r.span(first, cl.cut))
		first = cl.resume
	}
	last := cl.last
	if first == 0 && !r.finite(v) && r.tag(last) == tag.Comma && v+1 < len(r.verbs) && r.clauses[v+1].first == last+1 && r.clauses[v+1].nSubjects > 0 {
		last = max(last, r.verbs[v+1].First) // Built in 1907, the towers
		if n := r.clauses[v+1].subjects[r.clauses[v+1].nSubjects-1]; r.nouns[n].End < last {
			last = r.nouns[n].End
		}
	}
	for first < verb && r.tokens[first].Shape.Has(tag.Mark) && r.tags[first] != tag.OpenQuote && r.tags[first] != tag.Dollar {
		first++ // # of a heading
	}
	c.add(r.span(first, last))
	c.ragged = c.ragged || r.disagrees(v) || r.finite(v) && last < len(r.tokens) && !r.timed(last) && !r.mayCut(last) && r.verb(last) < 0
}

// antecedentStart returns the first token of what the relative clause cl tells of: of
// "which" and of none the noun right before, of "who" all that may be meant.
func (r *claimReader) antecedentStart(cl *clause) int {
	switch n := r.noun(cl.mark - 1); {
	case cl.contact > 0 && n >= 0:
		return r.nouns[n].First
	case r.tags[cl.mark] == tag.WDT && r.takenUp(cl.mark) >= 0:
		return r.joinedFront(r.takenUp(cl.mark))
	}
	return r.phraseBefore(cl.mark)
}

// openingOf returns where a passage begins whose clause was found to begin with token
// first: there, if a clause can begin so, else with the words before it that what
// was taken for the subject belongs to (the award for best drama went to; pilgrims
// from India, Jordan and Palestine were).
func (r *claimReader) openingOf(first int) int {
	k := first
	for k > 0 && k > first-maxPassage && !r.mayOpen(k) {
		k--
	}
	if k > 0 && k == first-maxPassage {
		return first
	}
	for k < first && (r.tags[k] == tag.Comma || r.tags[k] == tag.CC || r.timed(k) || r.preposition(k) && r.timed(k+1)) {
		k++
	}
	return k
}

// mayOpen reports whether the subject of a clause can begin with token k: behind a
// mark, a conjunction of clauses, a verb, a time, or the comma behind an adverbial.
func (r *claimReader) mayOpen(k int) bool {
	switch t := r.tags[k-1]; {
	case t == tag.Comma:
		return r.endsAdverbial(k - 1)
	case t == tag.CC:
		return r.tag(k-2) == tag.Comma || r.timed(k-2) || r.verb(k-2) >= 0 || r.noun(k-2) < 0 || r.clauseOf(k-2)
	case t == tag.Colon, t == tag.Stop, t == tag.CloseQuote, t == tag.OpenQuote, t == tag.WRB, t == tag.WDT, t == tag.WP, t == tag.WPS, r.bracket(k - 1), r.s.ClauseMark(k - 1), r.timed(k - 1):
		return true
	case tag.Adverbs.Has(t):
		return k == 1 || r.mayOpen(k-1)
	case r.preposition(k - 1):
		return en.Is(r.lower(k-1), en.ClausePreposition)
	}
	if w := r.verb(k - 1); w >= 0 {
		return !r.attributive(w) // rising numbers of tourists
	}
	return r.noun(k-1) >= 0 && r.noun(k) >= 0 && r.noun(k) != r.noun(k-1)
}

// clauseOf reports whether the noun group of token k stands behind a finite verb,
// so that what "and" joins to it can be a clause.
func (r *claimReader) clauseOf(k int) bool {
	n := r.noun(k)
	x := &r.named[n]
	return x.objectOf > 0 || x.otherOf > 0
}

// endsAdverbial reports whether the comma at i stands behind what can precede a
// clause: an adverbial that opens the sentence, a clause, an insertion, rather than
// between the members of a list.
func (r *claimReader) endsAdverbial(i int) bool {
	if r.timed(i-1) || r.tag(i-1) == tag.CloseQuote || tag.Adverbs.Has(r.tag(i-1)) || r.verb(i-1) >= 0 {
		return true
	}
	for k := i - 1; k >= 0 && k > i-maxPassage; k-- {
		switch t := r.tags[k]; {
		case r.verb(k) >= 0, t == tag.Stop, t == tag.Colon, r.s.ClauseMark(k):
			return true
		case t == tag.Comma:
			return r.preposition(k+1) || r.timed(k+1)
		case k == 0:
			return r.noun(0) < 0 || r.timed(0)
		}
	}
	return false
}

// disagrees reports whether the verb of group v has the plural beside a subject in
// the singular, so that one of the two was read wrongly: Hezbollah … begin. Bodies
// and teams may have it.
func (r *claimReader) disagrees(v int) bool {
	cl := &r.clauses[v]
	if cl.nSubjects != 1 || r.tags[r.verbs[v].First] != tag.VBP || r.verbs[v].First > r.verbs[v].Head {
		return false
	}
	head := r.nouns[cl.subjects[0]].Head
	return r.tags[head] == tag.NN && !en.Is(r.lower(head), en.PluralBody) && !en.Is(r.lower(head), en.Body) || r.tags[head] == tag.NNP && cl.cut > 0
}

// firstOf returns the token with which the clause begins that group u goes on
// with.
func (r *claimReader) firstOf(u int) int {
	for k := 0; k < maxJoined && r.clauses[u].inherits >= 0 && r.clauses[u].first == r.verbs[u].First; k++ {
		u = r.clauses[u].inherits
	}
	return r.clauses[u].first
}

// joined reports whether a conjunction or a comma stands before token i, adverbs
// aside.
func (r *claimReader) joined(i int) bool {
	i--
	for i >= 0 && (tag.Adverbs.Has(r.tags[i]) || r.timed(i) || r.preposition(i) && r.timed(i+1)) {
		i--
	}
	return r.tag(i) == tag.CC || r.tag(i) == tag.Comma
}

// quoted returns where a passage begins that has the name between quotation
// marks at token first: with the mark, and the noun before it.
func (r *claimReader) quoted(first, verb int) int {
	for k := first; k < verb; k++ {
		if r.tags[k] != tag.CloseQuote {
			continue
		}
		if n := r.noun(first - 2); n >= 0 {
			return r.nouns[n].First
		}
		return first - 1
	}
	return first
}

// hangsOn gives the claim of group v the passage of group u, on which it hangs,
// with its own words behind it; false where they are not neighbours.
func (r *claimReader) hangsOn(v, u int, c *Claim) bool {
	if r.verbs[v].First > r.clauses[u].last+1 {
		return false
	}
	from := r.ofVerb[u] // plans to sell; attacked a convoy, killing three
	c.passage, c.nParts = from.passage, from.nParts
	last := &c.passage[c.nParts-1]
	last.End = max(last.End, r.tokens[r.clauses[v].last-1].End)
	return true
}

// maxPassage is how many tokens before its verb a passage begins at most.
const maxPassage = 40

// sentenceStart returns the token with which the words before token i begin
// that are needed to understand what it says: the first of the sentence, or
// behind the last mark that ends a clause.
func (r *claimReader) sentenceStart(i int) int {
	k := i
	for k > 0 && k > i-maxPassage {
		if t := r.tags[k-1]; t == tag.Colon || t == tag.Stop || t == tag.OpenQuote || t == tag.CloseQuote && k < i {
			break
		}
		k--
	}
	for k < i && (r.tags[k] == tag.Comma || r.tags[k] == tag.CC || r.tags[k] == tag.CloseQuote) {
		k++
	}
	return k
}

// phraseBefore returns the first token of the noun groups, joined by
// prepositions and conjunctions, that end before the relative pronoun at i.
func (r *claimReader) phraseBefore(i int) int {
	k := i
	for k > 0 && k > i-maxPassage {
		if n := r.noun(k - 1); n >= 0 {
			k = r.nouns[n].First
			continue
		}
		if t := r.tags[k-1]; r.preposition(k-1) && !en.Is(r.lower(k-1), en.ClausePreposition) || t == tag.CC || k == i && t == tag.Comma || t == tag.POS || t == tag.Hyphen {
			k--
			continue
		}
		break
	}
	for k < i && r.noun(k) < 0 {
		k++
	}
	return k
}

// add adds a part to the passage; to the last one where only blanks part them.
func (c *Claim) add(s text.Span) {
	if c.nParts > 0 {
		if last := &c.passage[c.nParts-1]; s.Start <= last.End+1 {
			last.End = max(last.End, s.End)
			return
		}
	}
	c.passage[c.nParts] = s
	c.nParts++
}
