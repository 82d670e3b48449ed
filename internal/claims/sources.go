package claims

import (
	"sort"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// attachSources finds whose words the claims of the sentence are: those behind
// "Smith said (that)", those before “…, Smith said”, and all of a sentence with
// "according to".
func (r *claimReader) attachSources() {
	for v := range r.verbs {
		c := r.ofVerb[v]
		if c == nil || !r.verbIs(v, en.SpeechVerb, en.NewsSaying, en.MindVerb, en.DenyVerb) {
			continue
		}
		from, to := r.saidBehind(v)
		if from < to {
			r.attribute(c, from, to)
			r.clauses[v].said = r.firstIn(from)
		}
		if from, to = r.saidBefore(v); from < to {
			r.attribute(c, from, to)
		}
		if from, to = r.saidAround(v); from < to {
			r.attribute(c, from, to)
		}
	}
	r.accordingTo()
	for v, c := range r.ofVerb {
		if c != nil && c.Class == Saying && !c.reports && r.clauses[v].nObjects > 0 && en.Is(c.Lemma, en.TwofoldVerb) {
			c.Class = Event
		}
	}
	for _, c := range r.here {
		c.Quoted = r.InQuotation(c.Trigger.Start)
	}
}

// attribute gives the claims of tokens [from, to) the source that c tells.
func (r *claimReader) attribute(c *Claim, from, to int) {
	s := &Source{Speaker: c.By(Subject), Verb: c, Span: c.Group}
	span := r.span(from, min(to, from+maxSaid))
	first := sort.Search(len(r.here), func(k int) bool { return r.here[k].Trigger.Start >= span.Start })
	for _, x := range r.here[first:] {
		if x.Trigger.End > span.End {
			return
		}
		c.reports = true
		if x != c && x.Source == nil {
			x.Source = s
			x.Main = false
		}
	}
}

// maxSaid is how many tokens on one side of a verb of saying are what was said
// at most.
const maxSaid = 400

// saidBehind returns the tokens behind a verb of saying that are what was said:
// a clause with a subject of its own, or what stands in quotation marks.
func (r *claimReader) saidBehind(v int) (from, to int) {
	g := &r.verbs[v]
	end := r.clauses[v].end
	for u := v + 1; u < len(r.verbs) && r.verbs[u].First < end+reach; u++ {
		w := &r.verbs[u]
		if !r.finite(u) {
			if w.First <= end+1 && w.Form == syntax.Gerund && w.First == g.End {
				return w.First, len(r.tokens) // denied killing
			}
			continue
		}
		c := &r.clauses[u]
		if c.relative || c.inherits >= 0 || c.nSubjects == 0 || c.first < g.End {
			return 0, 0
		}
		switch mark := c.mark; {
		case mark >= g.End && r.reports(mark) && r.tag(mark-1) != tag.Comma, mark < g.End && r.adjoins(end, c.first):
			return max(g.End, min(mark, c.first)), len(r.tokens)
		}
		return 0, 0
	}
	return 0, 0
}

// firstIn returns 1 + the first verb group from token from on.
func (r *claimReader) firstIn(from int) int {
	u := sort.Search(len(r.verbs), func(u int) bool { return r.verbs[u].First >= from })
	if u == len(r.verbs) || r.ofVerb[u] == nil {
		return 0
	}
	return u + 1
}

// adjoins reports whether the clause that begins with token first stands right
// behind the one that ends before token end, or in quotation marks behind it.
func (r *claimReader) adjoins(end, first int) bool {
	for k := end; k < first; k++ {
		if t := r.tags[k]; t == tag.OpenQuote {
			return true
		} else if t == tag.Comma && r.tag(k+1) != tag.OpenQuote || t == tag.CC || t == tag.Stop {
			return false
		}
	}
	return true
}

// reports reports whether the conjunction at i opens what is said.
func (r *claimReader) reports(i int) bool { return en.Is(r.lower(i), en.ReportConjunction) }

// saidBefore returns the tokens before “, Smith said” that are what was said.
func (r *claimReader) saidBefore(v int) (from, to int) {
	c := &r.clauses[v]
	if !r.finite(v) || c.mark >= 0 || c.relative || c.inherits >= 0 {
		return 0, 0
	}
	k := min(c.first, r.verbs[v].First) - 1
	for k >= 0 && (r.timed(k) || r.preposition(k) && r.timed(k+1)) {
		k--
	}
	quoted := r.tag(k) == tag.CloseQuote
	if quoted {
		k--
	}
	if r.tag(k) != tag.Comma && !(quoted && (r.tag(k) == tag.Stop || r.tag(k-1) == tag.Comma)) {
		return 0, 0
	}
	for u := v - 1; u >= 0 && r.verbs[u].First > k-maxSaid; u-- {
		if r.finite(u) && (r.clauses[u].mark < 0 || quoted) {
			return max(0, k-maxSaid), k
		}
	}
	return 0, 0
}

// saidAround returns the tokens of the sentence in which a verb of saying is
// inserted between commas, from its subject on.
func (r *claimReader) saidAround(v int) (from, to int) {
	comma := r.clauses[v].first - 1
	if r.tag(comma) != tag.Comma || !r.finite(v) {
		return 0, 0
	}
	for u := v + 1; u < len(r.verbs) && u < v+4; u++ {
		if c := &r.clauses[u]; c.cut == comma && c.resume > r.verbs[v].End && c.nSubjects > 0 {
			return r.nouns[c.subjects[0]].First, len(r.tokens)
		}
	}
	return 0, 0
}

// accordingTo gives the claims that have no source yet that of "according to".
func (r *claimReader) accordingTo() {
	for i := 0; i+2 < len(r.tokens); i++ {
		if r.tags[i] != tag.VBG && r.tags[i] != tag.IN || !en.Is(r.lower(i), en.AccordingWord) || !en.Is(r.lower(i+1), en.To) {
			continue
		}
		n := r.noun(i + 2)
		if n < 0 {
			continue
		}
		if m := r.noun(r.nouns[n].End + 1); m >= 0 && r.preposition(r.nouns[n].End) && en.Is(r.s.Lemma(r.nouns[n].Head), en.ReportNoun) {
			n = m // a statement of the Kremlin
		}
		from := len(r.parts)
		r.participant(n, Subject, "")
		s := &Source{Speaker: r.parts[from:len(r.parts):len(r.parts)], Span: text.Span{Start: r.tokens[i].Start, End: r.tokens[i+1].End}}
		for _, c := range r.here {
			if c.Source == nil && !c.tellsOf(s.Speaker) {
				c.Source = s
			}
		}
		return
	}
}

// tellsOf reports whether c says something of a speaker by a participle behind
// it: according to a study published on Monday.
func (c *Claim) tellsOf(speaker []Participant) bool {
	for i := range c.Participants {
		if len(speaker) > 0 && c.Participants[i].Role != Other && c.Participants[i].Span == speaker[0].Span {
			return true
		}
	}
	return false
}
