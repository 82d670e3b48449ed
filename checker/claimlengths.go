package checker

import (
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
)

// mayLast reports whether a sentence can say how long something lasts that the
// text may name by that length again: a ten-day strike, jailed for 12 years.
func mayLast(said string) bool {
	for _, part := range [...]string{"-year", "-month", "-week", "-day", "-hour", "jail", "prison", "sentence", "gets ", "Gets "} {
		if strings.Contains(said, part) {
			return true
		}
	}
	return false
}

// lengths reads the lengths of time in the sentence that c.toks are of, as
// amounts of what lasts.
func (c *claimReader) lengths(sentence int) {
	for i := 0; i < len(c.toks); i++ {
		if c.timeAt(i) == nil {
			continue
		}
		q, ok := c.numeral(i, false)
		if !ok || q.to <= i {
			continue
		}
		c.length(sentence, i, q)
		i = q.to
	}
}

// length reads the length of time that begins with the numeral q at token i.
func (c *claimReader) length(sentence, i int, q quantity) {
	k := q.to
	hyphen := c.tok(k).is("-") && c.tok(k).glued && c.tok(k+1).glued
	if hyphen {
		k++
	}
	unit, _ := lexicon.Singular(c.tok(k).lower)
	switch unit {
	case "year", "month", "week", "day", "hour":
	default:
		return
	}
	if c.tok(k+1).is("-") || c.tok(k+1).is("old") || q.value < 2 {
		return
	}
	owner := c.lasting(i, k+1, hyphen)
	if owner == "" {
		return
	}
	s := &c.d.sentences[sentence]
	n := &rules.Number{
		At: c.d.placeOf(text.Span{Start: c.tok(i).span.Start, End: c.tok(k).span.End}), Zone: s.Zone.String(),
		Value: q.value, Kind: kindMeasure, Unit: unit, Sentence: s.Span.In(c.src),
	}
	n.Text = n.At.Text
	x := claim{n: n, sentence: sentence, zone: s.Zone, owner: owner, owners: []string{owner}}
	x.digits = text.Span{Start: c.tok(i).span.Start, End: c.tok(q.to - 1).span.End}
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
func (c *claimReader) lasting(from, to int, hyphen bool) string {
	if hyphen {
		switch word, _ := lexicon.Singular(c.tok(to).lower); word {
		case "jail", "prison", "sentence", "term", "imprisonment":
			return sentenceWord
		}
		noun, end := c.nounPhrase(to, 1)
		if lexicon.UpdateWord(noun) && end-1 > to { // extend the 10-year lease later
			noun, end = c.tok(end-2).lower, end-1
		}
		if c.tok(end-1).capital || noun == "period" || noun == "high" || noun == "low" {
			return ""
		}
		return noun
	}
	if t := c.tok(to); (t.is("jail") || t.is("prison")) && c.tok(to+1).kind == tokenWord {
		return sentenceWord
	}
	for k := from - 1; k >= 0 && k >= from-lastingReach; k-- {
		switch c.tok(k).lower {
		case "jailed", "imprisoned", "sentenced":
			return sentenceWord
		case "gets", "get", "given", "handed":
			if c.tok(to).is("for") || c.tok(to).is("in") {
				return sentenceWord
			}
		case "and", "but", "after", "who", "which":
			return ""
		}
	}
	if (c.tok(to).is("in") || c.tok(to).is("behind") || c.tok(to).is("of")) && (c.tok(to+1).is("prison") || c.tok(to+1).is("jail") || c.tok(to+1).is("bars") || c.tok(to+1).is("imprisonment")) {
		return sentenceWord
	}
	return ""
}

// lastingReach is within how many tokens before a term the verb stands.
const lastingReach = 5

// limited reports whether the length at token i is only the most or the least
// that can be, or is not all of it.
func (c *claimReader) limited(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		switch c.tok(k).lower {
		case "maximum", "minimum", "up", "least", "most", "possible", "suspended", "served", "after", "spent", "faces", "face", "facing", "could", "further", "last":
			return !(c.tok(k).is("served") && !c.tok(k+1).is("of"))
		}
	}
	return false
}
