package timeline

import (
	"fmt"
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/isolate"
)

// sequenceWords is the length of the word sequences that link two documents.
// With eight, agency copy links and the stock phrases of one beat do not.
const sequenceWords = 8

// minShared is how many sequences two documents must share to be linked.
const minShared = 4

// A Link says that two documents share long word sequences: they tell news
// from one source. A and B are indexes, A < B.
type Link struct {
	A, B   int
	Shared int // sequences of eight words
}

// Links returns the linked pairs of documents, the strongest first. It counts
// sequences in headline, deck and body, in time linear in the text for
// sequences that stand in few documents.
func Links(docs []*Document) []Link {
	links, failed := linksAmong(docs)
	if len(failed) > 0 {
		panic(&isolate.Panic{Value: failed[0].Value, Stack: failed[0].Stack})
	}
	return links
}

// linksAmong is Links; a document whose sequences could not be counted has none.
func linksAmong(docs []*Document) ([]Link, []*isolate.Defect) {
	holders := map[uint64][]int32{}
	failed := map[int32]bool{}
	var defects []*isolate.Defect
	for i, d := range docs {
		defect := isolate.Do(d.work(isolate.StageLink), func() {
			d.sequences(func(h uint64) {
				list := holders[h]
				if len(list) == 0 || list[len(list)-1] != int32(i) {
					holders[h] = append(list, int32(i))
				}
			})
		})
		if defect != nil {
			failed[int32(i)] = true
			defects = append(defects, defect)
		}
	}
	shared := map[[2]int32]int{}
	for _, list := range holders {
		if len(failed) > 0 {
			list = slices.DeleteFunc(list, func(i int32) bool { return failed[i] })
		}
		near := len(list)
		if near > maxHolders {
			near = 2
		}
		for x, a := range list {
			for _, b := range list[x+1 : min(x+near, len(list))] {
				shared[[2]int32{a, b}]++
			}
		}
	}
	var out []Link
	for pair, n := range shared {
		if n >= minShared {
			out = append(out, Link{int(pair[0]), int(pair[1]), n})
		}
	}
	slices.SortFunc(out, func(x, y Link) int {
		if x.Shared != y.Shared {
			return y.Shared - x.Shared
		}
		if x.A != y.A {
			return x.A - y.A
		}
		return x.B - y.B
	})
	return out, defects
}

// maxHolders bounds the pairs that are counted: of a sequence that stands in
// more documents, only each two neighbours are, which links them all the same.
const maxHolders = 64

// sequences calls f with the hash of every sequence of the story's words.
func (d *Document) sequences(f func(uint64)) {
	s := scanners.Get().(*scanner)
	defer s.release()
	var ring [sequenceWords]uint64
	for _, z := range d.Article.Zones {
		if z.Kind != article.Headline && z.Kind != article.Deck && z.Kind != article.Body {
			continue
		}
		s.src = d.Article.Flow()
		s.toks = tokenize(s.toks[:0], s.src, z.Span.Start, z.Span.End, nil)
		n := 0
		for i := range s.toks {
			if s.toks[i].kind == tokPunct {
				continue
			}
			ring[n%sequenceWords] = s.hash(i)
			if n++; n < sequenceWords {
				continue
			}
			sum := uint64(0)
			for k := range sequenceWords {
				sum = sum*0x100000001b3 ^ ring[(n+k)%sequenceWords]
			}
			f(sum)
		}
	}
}

// hash returns the FNV-1a hash of token i in lower case.
func (s *scanner) hash(i int) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range []byte(s.src[s.toks[i].start:s.toks[i].end]) {
		h = (h ^ uint64(toLower(b))) * 1099511628211
	}
	return h
}

// linkPublications dates documents by the dated documents they are linked to,
// along chains, the strongest link first. It narrows by intersection and never
// overwrites what a document says of itself. It returns the defects on the way.
func linkPublications(docs, dated []*Document) (defects []*isolate.Defect) {
	open := func(d *Document) bool { return !d.Published.settled() }
	all := append(slices.Clone(docs), dated...)
	if !slices.ContainsFunc(docs, open) || !slices.ContainsFunc(all, func(d *Document) bool { return d.Published.settled() }) {
		return nil
	}
	links, defects := linksAmong(all)
	for next := 0; next < len(links); {
		l := links[next]
		from, to, target := all[l.A], all[l.B], l.B
		if open(from) {
			from, to, target = to, from, l.A
		}
		next++
		if open(from) || !open(to) || target >= len(docs) {
			continue
		}
		if d := to.link(from, l.Shared); d != nil {
			defects = append(defects, d)
		} else if to.Published.settled() {
			next = 0 // a new source: look at the stronger links again
		}
	}
	return defects
}

// link narrows the publication date by that of a linked document. A defect
// leaves the date as it was.
func (d *Document) link(from *Document, shared int) *isolate.Defect {
	before := d.Published
	defect := isolate.Do(d.work(isolate.StageLink), func() { d.infer(linkClues(from, d, shared)) })
	if defect != nil {
		d.Published = before
	}
	return defect
}

// settled reports whether p needs no linked document: it is declared or
// printed, or the words fix the week.
func (p *Publication) settled() bool {
	if len(p.days) == 0 {
		return false
	}
	_, ok := p.Lead.Single()
	return ok || p.Source != SourceInferred && p.Source != SourceNone
}

// linkReach is how far apart, in days, two reports of one piece of news
// appear at most.
const linkReach = 7

func linkClues(from, to *Document, shared int) []Clue {
	near := from.Published.When
	name := from.Article.ID
	out := []Clue{{
		Kind: ClueLink, When: near, Hard: true, rank: rankLink - 5,
		Explanation: fmt.Sprintf("shares %d eight-word sequences with %s, published %s", shared, name, near.Label()),
		on:          Interval{near.From.daysOn(1 - linkReach), near.To.daysOn(linkReach)},
	}}
	a, b := from.leadReading(), to.leadReading()
	if day, ok := from.Published.Lead.Single(); ok && a != nil && b != nil && a.Weekday == b.Weekday {
		out = append(out, Clue{
			Kind: ClueLink, Span: b.Span, Text: b.Span.In(to.Article.Flow()), When: OneDay(day), Hard: true, rank: rankLink,
			Explanation: fmt.Sprintf("its “%s” is that of %s, %s", b.Span.In(to.Article.Flow()), name, day.Long()),
			lead:        func(Day) Interval { return OneDay(day) },
		})
	}
	return out
}
