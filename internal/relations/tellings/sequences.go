package tellings

import (
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
)

// Sequences returns any two acts on one person or thing that a sentence puts in an
// order by a word alone, where the world has an order for them too: "was sentenced
// before he was convicted". They need no time.
func Sequences(d *page.Page) []*fact.Sequence {
	if !maySequence(d) {
		return nil
	}
	var out []*fact.Sequence
	r := sequenceReader{bearerReader: newBearerReader(d)}
	var before deed
	for _, c := range claims.Of(d) {
		x, ok := r.told(c)
		if !ok {
			continue
		}
		if before.claim != nil && before.claim.Sentence == c.Sentence {
			if f := r.sequence(before, x); f != nil {
				out = append(out, f)
			}
		}
		before = x
	}
	return out
}

// A sequenceReader finds two acts with a word of order between them.
type sequenceReader struct{ bearerReader }

// told returns the deed of claim c, with or without a time; false where it is not
// told as a fact, or nobody can tell whose it is. That of a form in -ing or a noun
// behind a word of order may be left unsaid: before being arrested, after his death.
func (r *sequenceReader) told(c *claims.Claim) (deed, bool) {
	x := deed{claim: c}
	p := doer(c)
	if p == nil {
		word, _ := r.orderBefore(c)
		return x, word != "" && !r.owned(c)
	}
	b, ok := r.of(c, p)
	if !ok {
		return x, false
	}
	if !c.Noun {
		r.follow(c, b)
	}
	x.bearer, x.living = b, livingAct(c, p)
	return x, true
}

// doer returns whose life claim c belongs to: who does what only the living do, if
// they stand first, else its patient.
func doer(c *claims.Claim) *claims.Participant {
	if len(c.Participants) > 0 {
		if p := &c.Participants[0]; p.Role == claims.Subject && livingAct(c, p) {
			return p
		}
	}
	return patient(c)
}

// owned reports whether a name says whose the noun of c is: Jackson's death.
func (r *sequenceReader) owned(c *claims.Claim) bool {
	for _, n := range r.d.NamesOf(c.Sentence) {
		if n.Span.Start >= c.Group.Start-maxClause && n.Span.End <= c.Trigger.Start && r.d.Parsed[c.Sentence].Words[n.Words[1]-1].Possessive {
			return true
		}
	}
	return c.Noun && !en.Is(r.before(c), en.Possessive)
}

// before returns the word right before the noun of c, in lower case.
func (r *sequenceReader) before(c *claims.Claim) string {
	s := r.d.Syntax(c.Sentence)
	if k, _ := s.Range(c.Trigger); k > 0 {
		return strings.ToLower(s.Text(k - 1))
	}
	return ""
}

// sequence returns the order in which the word between a and b, or before a, puts
// them; nil if there is none, they are not one's, or the world knows no order.
func (r *sequenceReader) sequence(a, b deed) *fact.Sequence {
	if a.key != "" && b.key != "" && !a.takes(&b.bearer) || a.key == b.key && a.key == "" || unsaid(a, b) || a.claim.Relative || !fixed(a.claim) || !fixed(b.claim) || r.anew(a.claim, b.claim) {
		return nil
	}
	first, second := a, b
	word, putsFirst := r.orderBefore(b.claim)
	if word == "" {
		if word, putsFirst = r.orderBefore(a.claim); word == "" || !r.opens(a.claim) {
			return nil
		}
		first, second = b, a
	}
	if putsFirst {
		first, second = second, first
	}
	turned := comesFirst(second, first) != 0
	if !turned && comesFirst(first, second) == 0 {
		return nil
	}
	flow := r.d.Article.Flow()
	f := &fact.Sequence{At: r.d.PlaceOf(text.Span{Start: a.claim.Group.Start, End: b.claim.Group.End}), Zone: r.d.Parsed[a.claim.Sentence].Zone.String(), Word: word, Who: a.text}
	if f.Who == "" {
		f.Who = b.text
	}
	f.Text, f.Turned = f.At.Text, turned
	f.First, f.Second = first.claim.Group.In(flow), second.claim.Group.In(flow)
	return f
}

// anew reports whether a word between the verbs of a and b, in the order of the
// text, says that it is not the first of its kind: arrested again after.
func (r *sequenceReader) anew(a, b *claims.Claim) bool {
	s := r.d.Syntax(a.Sentence)
	first, _ := s.Range(a.Group)
	_, end := s.Range(b.Group)
	for k := first; k < min(end+1, len(s.Tokens()), first+maxClause); k++ {
		if lexicon.ClauseWord(strings.ToLower(s.Text(k))).Is(lexicon.WordOther) {
			return true
		}
	}
	return false
}

// unsaid reports whether whose the one of two deeds is must be guessed, and the other is
// done by somebody else to whom it is done.
func unsaid(a, b deed) bool {
	return a.key == "" && overshadowed(b.claim) || b.key == "" && overshadowed(a.claim)
}

// overshadowed reports whether another than the doer of c stands first in it.
func overshadowed(c *claims.Claim) bool { return &c.Participants[0] != doer(c) }

// fixed reports whether a claim tells what happened, so that its place in an order
// is told as a fact.
func fixed(c *claims.Claim) bool {
	return c.Class == claims.Event && !c.Negated && !c.Quoted && (c.Modality == claims.Actual || c.Modality == claims.Planned && !c.Main)
}

// orderBefore returns the word of order that the clause or phrase of claim c begins
// with, and whether it is one that puts first what it governs; empty for none.
func (r *sequenceReader) orderBefore(c *claims.Claim) (word string, putsFirst bool) {
	s := r.d.Syntax(c.Sentence)
	k := clauseStart(s, c)
	for n := 0; n < maxClauseGap && k > 0; n++ {
		k--
		switch w := strings.ToLower(s.Text(k)); {
		case en.Is(w, en.PutsFirst):
			return w, true
		case en.Is(w, en.PutsLast):
			return w, false
		case !en.Is(w, en.Article) && !en.Is(w, en.Possessive) && !lexicon.ClauseWord(w).Is(lexicon.WordAdverb):
			return "", false
		}
	}
	return "", false
}

// clauseStart returns the token with which the clause of c begins: that of its
// subject where it stands right before the verb.
func clauseStart(s *syntax.Sentence, c *claims.Claim) int {
	k, _ := s.Range(c.Group)
	for i := range c.Participants {
		p := &c.Participants[i]
		if first, end := s.Range(p.Span); p.Role != claims.Other && first < k && end >= k-1 && first < end {
			return first
		}
	}
	return k
}

// opens reports whether c opens its sentence with a word of order.
func (r *sequenceReader) opens(c *claims.Claim) bool {
	s := r.d.Syntax(c.Sentence)
	first := strings.ToLower(s.Text(0))
	k, _ := s.Range(c.Group)
	return (en.Is(first, en.PutsFirst) || en.Is(first, en.PutsLast)) && k < maxClause
}

// Bounds of what is looked at for each claim, in tokens: articles and adverbs between
// a word of order and what it governs, and a clause. Chosen.
const (
	maxClauseGap = 3
	maxClause    = 24
)
