package drift

import (
	"fmt"

	"factcheck/internal/align"
	"factcheck/internal/fact"
)

// alike is the likeness of a passage from which on it may tell the event of a sentence.
const alike = .25

// contrast is how like the surroundings of two values must be at least to exclude each
// other as those of two events.
const contrast = .3

// maxAnchors is how many days and places of a sentence are looked at.
const maxAnchors = 8

// compareEvents looks for a sentence that draws on two events of the sources: it has one
// value from each of two passages, and each passage has another in place of the other's.
func (c *comparison) compareEvents(i int, matches []align.Match) {
	var values []*value
	for _, v := range c.values[i] {
		if c.anchors(v) && len(values) < maxAnchors {
			values = append(values, v)
		}
	}
	for _, a := range values {
		for _, b := range values {
			if a.from >= b.from || a.ofOneSort(b) {
				continue
			}
			if slot, ok := c.drawnFromTwo(a, b, matches); ok {
				c.slots[a.passage.Sentence] = append(c.slots[a.passage.Sentence], slot)
				return
			}
		}
	}
}

// ofOneSort reports whether two values of a sentence are such that the one is hardly of
// another event than the other: two days, two shares.
func (v *value) ofOneSort(o *value) bool {
	switch {
	case v.kind != o.kind || v.kind == kindName:
		return false
	case v.kind == kindNumber:
		return v.number.Kind == o.number.Kind && v.number.Noun == o.number.Noun
	}
	return true
}

// anchors reports whether a value tells an event from others of its kind: a day other
// than that of the report, a place, or an amount of something.
func (c *comparison) anchors(v *value) bool {
	switch v.kind {
	case kindTime:
		return gradeOf(days(v.time.When)) <= gradeMonth && !days(v.time.When).Overlaps(days(v.passage.Page.Published.When))
	case kindNumber:
		return !bare(v.number) && v.number.Kind != kindClock
	case kindName:
		return v.locative && !v.person
	}
	return false
}

// drawnFromTwo returns the slot of a sentence whose value a stands in one passage and
// whose value b in another, if each has something else for the other value and no
// passage has both.
func (c *comparison) drawnFromTwo(a, b *value, matches []align.Match) (fact.Slot, bool) {
	var of, with *value
	for _, m := range matches {
		if m.Likeness < alike {
			break
		}
		hasA, hasB := c.saying(a, m.Passage), c.saying(b, m.Passage)
		switch {
		case hasA != nil && hasB != nil:
			return fact.Slot{}, false
		case hasA != nil && of == nil && c.excludes(b, m.Passage):
			of = hasA
		case hasB != nil && with == nil && c.excludes(a, m.Passage):
			with = hasB
		}
	}
	if of == nil || with == nil {
		return fact.Slot{}, false
	}
	slot := a.beside(of)
	other := place(with.passage.Page, with.span)
	slot.Kind, slot.Same, slot.Stated, slot.Context = "merged", false, true, 1
	slot.Other, slot.OtherText = &other, other.Text
	slot.Summary = fmt.Sprintf("“%s” is of one event in the sources, “%s” of another", slot.Text, place(c.draft, b.span).Text)
	return slot, true
}

// saying returns a value of a passage, or of the sentences around it, that agrees with v.
func (c *comparison) saying(v *value, p *align.Passage) *value {
	for _, q := range c.around[p] {
		for _, o := range c.Sources.values[q] {
			if o.kind == v.kind && v.relate(o) == agrees {
				return o
			}
		}
	}
	return nil
}

// excludes reports whether a passage has another value in the place of v.
func (c *comparison) excludes(v *value, p *align.Passage) bool {
	for _, o := range c.Sources.values[p] {
		if o.kind == v.kind && v.relate(o) == differs && c.anchors(o) && c.context(v, o) >= contrast && !c.inSentence(o, v.passage) {
			return true
		}
	}
	return false
}

// inSentence reports whether a sentence of the draft states a value of the sources.
func (c *comparison) inSentence(o *value, p *align.Passage) bool {
	found := false
	c.own[o.kind].agreeing(o, func(w *value) bool { found = w.passage == p; return !found })
	return found
}
