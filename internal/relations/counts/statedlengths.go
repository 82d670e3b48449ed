package counts

import (
	"slices"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// mayLast reports whether a sentence can say how long something lasts that the
// text may name by that length again: a ten-day strike, jailed for 12 years.
func mayLast(said string) bool {
	return slices.ContainsFunc(lastingMarks, func(part string) bool { return strings.Contains(said, part) })
}

var lastingMarks = []string{"-year", "-month", "-week", "-day", "-hour", "jail", "prison", "sentence", "gets ", "Gets "}

// lengths reads the lengths of time in the sentence that c.toks are of, as
// amounts of what lasts.
func (c *statementReader) lengths(sentence int) {
	for i := 0; i < len(c.Toks); i++ {
		if c.TimeAt(i) == nil {
			continue
		}
		q, ok := c.Numeral(i, false)
		if !ok || q.To <= i {
			continue
		}
		c.length(sentence, i, q)
		i = q.To
	}
}

// length reads the length of time that begins with the numeral q at token i.
func (c *statementReader) length(sentence, i int, q numbers.Quantity) {
	k := q.To
	hyphen := c.Hyphen(k)
	if hyphen {
		k++
	}
	unit, _ := lexicon.Singular(c.Tok(k).Lower)
	owner := c.lasting(i, k+1, hyphen)
	if owner == "" || !en.Is(unit, en.LengthUnit) || c.Is(k+1, en.Hyphen, en.Old) || q.Value < 2 {
		return
	}
	s := &c.D.Parsed[sentence]
	n := &fact.Number{
		At: c.D.PlaceOf(text.Span{Start: c.Tok(i).Span.Start, End: c.Tok(k).Span.End}), Zone: s.Zone.String(),
		Value: q.Value, Kind: numbers.KindMeasure, Unit: unit, Sentence: s.Span.In(c.Src),
	}
	n.Text = n.At.Text
	x := statement{n: n, sentence: sentence, zone: s.Zone, owner: owner, owners: []string{owner}}
	x.digits = text.Span{Start: c.Tok(i).Span.Start, End: c.Tok(q.To - 1).Span.End}
	c.before(&x, i)
	x.owner, x.owners = owner, []string{owner}
	x.changed = c.changes(i, k+1) || c.limited(i)
	_, x.front = c.modifiers(max(1, i-frontReach), i)
	c.claims = append(c.claims, x)
}

// sentenceWord is what the length of a term in prison is filed under.
const sentenceWord = "sentence"

// lasting returns what lasts as long as the words of tokens [from, to) say:
// the noun that a hyphen joins to them, a term in prison that is told in other
// words.
func (c *statementReader) lasting(from, to int, hyphen bool) string {
	if hyphen {
		if word, _ := lexicon.Singular(c.Tok(to).Lower); en.Is(word, en.PrisonTerm) {
			return sentenceWord
		}
		noun, end := c.NounPhrase(to, 1)
		if lexicon.UpdateWord(noun) && end-1 > to { // extend the 10-year lease later
			noun, end = c.Tok(end-2).Lower, end-1
		}
		if c.Tok(end-1).Capital || en.Is(noun, en.NoLasting) {
			return ""
		}
		return noun
	}
	if c.Is(to, en.Gaol) && c.Tok(to+1).Kind == page.TokenWord || c.jailed(from, to) || c.Is(to, en.In, en.Behind, en.Of) && c.Is(to+1, en.BehindBars) {
		return sentenceWord
	}
	return ""
}

// jailed reports whether a verb before the length of tokens [from, to) makes it a term
// in prison: jailed for, gets … in.
func (c *statementReader) jailed(from, to int) bool {
	for k := from - 1; k >= from-lastingReach && !c.Is(k, en.And) && !c.Meets(k, &en.ClauseEnd); k-- {
		if c.Is(k, en.Sentenced) || c.Is(k, en.Given) && c.Is(to, en.For, en.In) {
			return true
		}
	}
	return false
}

// lastingReach is within how many tokens before a term the verb stands.
const lastingReach = 5

// limited reports whether the length at token i is only the most or the least
// that can be, or is not all of it.
func (c *statementReader) limited(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if c.Is(k, en.Limits) {
			return !(c.Is(k, en.Served) && !c.Is(k+1, en.Of))
		}
	}
	return false
}
