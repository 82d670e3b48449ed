package drift

import (
	"fmt"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// An ordering is two parts of a sentence that words put in an order.
type ordering struct {
	first, second align.Spot
	word          int // that says so
}

// orderingsOf returns what words of order say in a sentence: "the vote before the
// walk-out", "after the walk-out, the vote". A part ends at the sentence's end or at a
// comma that closes an opening part.
func orderingsOf(p *align.Passage) []ordering {
	s := &p.Page.Parsed[p.Sentence]
	var out []ordering
	for k := range s.Words {
		if thereupon(s, k) {
			out = append(out, ordering{align.Spot{Passage: p, From: partBefore(s, k), To: k}, align.Spot{Passage: p, From: k + 1, To: partEnd(s, k+1)}, k})
			continue
		}
		earlier, behind := orderWord(s, k)
		if behind == 0 || behind < len(s.Words) && (numeral(s.Words[behind].Text) || inTime(p.Page, p.Sentence, s.Words[behind].Span)) {
			continue // after nine hours, after an hour
		}
		clause, phrase := align.Spot{Passage: p, From: partBefore(s, k), To: k}, align.Spot{Passage: p, From: behind, To: partEnd(s, behind)}
		if k == clause.From { // it opens: the clause is behind the comma
			if phrase.To = commaBehind(s, behind); phrase.To == len(s.Words) {
				continue
			}
			clause.From, clause.To = phrase.To, partEnd(s, phrase.To+1)
		}
		o := ordering{clause, phrase, k}
		if !earlier {
			o.first, o.second = phrase, clause
		}
		out = append(out, o)
		if len(out) >= maxOrderings {
			break
		}
	}
	return out
}

func numeral(w string) bool {
	_, ok := lexicon.NumeralOf(strings.ToLower(w))
	return ok || '0' <= w[0] && w[0] <= '9'
}

// thereupon reports whether word k goes on with what came after: cut the alarm and then
// broke the window.
func thereupon(s *page.Sentence, k int) bool {
	return k > 0 && en.Is(strings.ToLower(s.Words[k].Text), en.Thereupon) && en.Is(strings.ToLower(s.Words[k-1].Text), en.And)
}

// maxOrderings is how many words of order of a sentence are looked at.
const maxOrderings = 4

// orderWord reports whether word k puts its clause before what stands from word
// behind on, or after it; behind is 0 for a word that does neither.
func orderWord(s *page.Sentence, k int) (earlier bool, behind int) {
	w := strings.ToLower(s.Words[k].Text)
	switch {
	case en.Is(w, en.EarlierThan):
		return true, k + 1
	case en.Is(w, en.LaterThan) && !adverbial(s, k):
		return false, k + 1
	case en.Is(w, en.AheadWord) && k+1 < len(s.Words) && en.Is(strings.ToLower(s.Words[k+1].Text), en.AheadLink):
		return true, k + 2
	}
	return false, 0
}

// adverbial reports whether word k is an adverb of its clause or belongs to what follows
// it: has since spread, was once told; after which he left.
func adverbial(s *page.Sentence, k int) bool {
	return k > 0 && en.Is(strings.ToLower(s.Words[k-1].Text), en.Auxiliary) ||
		k+1 < len(s.Words) && en.Is(strings.ToLower(s.Words[k+1].Text), en.Which)
}

// maxPart is how many words of a part are looked at.
const maxPart = 30

func partBefore(s *page.Sentence, k int) int {
	from := k
	for from > 0 && k-from < maxPart && (s.Words[from].Joined || s.Words[from].Comma) {
		from--
	}
	return from
}

func partEnd(s *page.Sentence, k int) int {
	end := k
	for end < len(s.Words) && end-k < maxPart && (end == k || s.Words[end].Joined || s.Words[end].Comma) {
		end++
	}
	return end
}

func commaBehind(s *page.Sentence, k int) int {
	for n := k + 1; n < len(s.Words) && n-k < maxPart; n++ {
		if s.Words[n].Comma {
			return n
		}
	}
	return len(s.Words)
}

// Bounds of how much of the terms of a part the other must have. Chosen.
const (
	sameParts  = .5 // of the two parts in those that they are taken for, on the average
	otherParts = .2 // more than in the one that it is not
	leastPart  = .3 // of the one that is less alike, in the one that it is taken for
)

// compareOrder lays what a sentence says of an order beside the words of order and the
// dates of passages of the sources.
func (c *comparison) compareOrder(p *align.Passage, matches []align.Match) {
	for _, o := range orderingsOf(p) {
		for _, m := range matches {
			if slot, ok := c.besideOrder(&o, m.Passage); ok {
				c.slots[p.Sentence] = append(c.slots[p.Sentence], slot)
				break
			}
		}
	}
}

func (c *comparison) besideOrder(o *ordering, p *align.Passage) (fact.Slot, bool) {
	for _, s := range c.orderings[p] {
		along := c.bothAlike(o.first, s.first, o.second, s.second)
		against := c.bothAlike(o.first, s.second, o.second, s.first)
		if d := along - against; max(along, against) >= sameParts && (d >= otherParts || d <= -otherParts) {
			return c.orderSlot(o, p, max(along, against), d > 0), true
		}
	}
	return c.besideDates(o, p)
}

// bothAlike is how much of its terms a has in x and b in y, on the average; 0 where one of
// them has hardly any. Of two parts the shorter one counts: "the vote" is all of it.
func (c *comparison) bothAlike(a, x, b, y align.Spot) float64 {
	first := max(c.index.Within(a, x), c.index.Within(x, a))
	second := max(c.index.Within(b, y), c.index.Within(y, b))
	if min(first, second) < leastPart {
		return 0
	}
	return (first + second) / 2
}

// besideDates compares an order with the days of the two happenings in the sentence of a
// source and the sentences around it.
func (c *comparison) besideDates(o *ordering, p *align.Passage) (fact.Slot, bool) {
	first, x := c.dayOf(o.first, o.second, p)
	second, y := c.dayOf(o.second, o.first, p)
	if first == nil || second == nil || first == second {
		return fact.Slot{}, false
	}
	a, b := days(first.time.When), days(second.time.When)
	if a.Overlaps(b) {
		return fact.Slot{}, false
	}
	return c.orderSlot(o, p, min(x, y), a.From < b.From), true
}

// dayOf returns the dated time around a passage whose surroundings hold most of the
// terms of a part and fewer of the other part.
func (c *comparison) dayOf(part, other align.Spot, p *align.Passage) (best *value, share float64) {
	for _, q := range c.around[p] {
		for _, v := range c.Sources.values[q] {
			if v.kind != kindTime || gradeOf(days(v.time.When)) != gradeDay || !v.time.Sure {
				continue
			}
			seg := c.segment(v)
			x := c.index.Within(part, seg)
			if x >= sameParts && x > share && x-c.index.Within(other, seg) >= otherParts {
				best, share = v, x
			}
		}
	}
	return best, share
}

// segment is the words of a sentence that a time is nearer to than any other: from the
// end of the time before it to its own end, or to the end of the sentence.
func (c *comparison) segment(v *value) align.Spot {
	from, to := 0, len(v.passage.Page.Parsed[v.passage.Sentence].Words)
	for _, o := range c.Sources.values[v.passage] {
		if o.kind != kindTime || o == v {
			continue
		}
		if o.from < v.from {
			from = max(from, o.to)
		} else {
			to = min(to, v.to)
		}
	}
	return align.Spot{Passage: v.passage, From: from, To: to}
}

func (c *comparison) orderSlot(o *ordering, p *align.Passage, likeness float64, same bool) fact.Slot {
	d := p.Page
	s := &c.draft.Parsed[o.first.Sentence]
	slot := fact.Slot{Kind: "order", Same: same, Context: likeness, Stated: same, Published: publishedOf(d),
		At: place(c.draft, s.Words[o.word].Span), Source: place(d, d.Parsed[p.Sentence].Span)}
	slot.Text, slot.SourceText = slot.At.Text, slot.Source.Text
	slot.Summary = fmt.Sprintf("“%s” comes before “%s” here", partText(c.draft, s, o.first), partText(c.draft, s, o.second))
	return slot
}

func partText(d *page.Page, s *page.Sentence, part align.Spot) string {
	return page.SpanOf(s.Words, part.From, part.To).In(d.Article.Flow())
}
