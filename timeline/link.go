package timeline

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/isolate"
	"factcheck/internal/parallel"
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
	links, failed := linksOf(docs, func(int) bool { return true }, (*Document).hashes)
	if len(failed) > 0 {
		panic(&isolate.Panic{Value: failed[0].Value, Stack: failed[0].Stack})
	}
	return links
}

// linksOf returns the links of which at least one end is wanted. Only sequences
// of those documents are kept, eight bytes each. A document whose sequences could
// not be counted has none. sequences is what [Document.hashes] is.
func linksOf(docs []*Document, wanted func(i int) bool, sequences func(*Document, func(uint64) bool) []uint64) ([]Link, []*isolate.Defect) {
	hashes := make([][]uint64, len(docs))
	failed := make([]*isolate.Defect, len(docs))
	count := func(i int, keep func(uint64) bool) {
		failed[i] = isolate.Do(docs[i].work(isolate.StageLink), func() { hashes[i] = sequences(docs[i], keep) })
	}
	parallel.Each(len(docs), func(i int) {
		if wanted(i) {
			count(i, func(uint64) bool { return true })
		}
	})
	seen := newSieve(hashes)
	for _, list := range hashes {
		seen.add(list)
	}
	parallel.Each(len(docs), func(i int) {
		if !wanted(i) {
			count(i, seen.has)
		}
	})
	for i, list := range hashes {
		if !wanted(i) {
			seen.add(list)
		}
	}
	shared := map[[2]int32]int{}
	for _, g := range holders(hashes, seen) {
		near := len(g.docs)
		if near > maxHolders {
			near = 2
		}
		for x, a := range g.docs {
			for _, b := range g.docs[x+1 : min(x+near, len(g.docs))] {
				if wanted(int(a)) || wanted(int(b)) {
					shared[[2]int32{a, b}] += g.sequences
				}
			}
		}
	}
	return strongest(shared), slices.DeleteFunc(failed, func(d *isolate.Defect) bool { return d == nil })
}

// strongest returns the pairs that share enough, the strongest first.
func strongest(shared map[[2]int32]int) []Link {
	var out []Link
	for pair, n := range shared {
		if n >= minShared {
			out = append(out, Link{int(pair[0]), int(pair[1]), n})
		}
	}
	slices.SortFunc(out, func(x, y Link) int {
		return cmp.Or(y.Shared-x.Shared, x.A-y.A, x.B-y.B)
	})
	return out
}

// maxHolders bounds the pairs that are counted: of a sequence that stands in
// more documents, only each two neighbours are, which links them all the same.
const maxHolders = 64

// A sieve tells, without error on the one side, which hashes were added once and
// which more often: it never says no to one that was.
type sieve struct {
	once, twice []uint64 // a bit for each value of the low bits
	mask        uint64
}

// newSieve returns a sieve of about sixteen bits for each hash of lists.
func newSieve(lists [][]uint64) *sieve {
	n := 0
	for _, l := range lists {
		n += len(l)
	}
	words := uint64(1) << bits.Len(uint(n/4+1))
	return &sieve{once: make([]uint64, words), twice: make([]uint64, words), mask: words*64 - 1}
}

func (s *sieve) add(list []uint64) {
	for _, h := range list {
		word, bit := (h&s.mask)/64, uint64(1)<<(h%64)
		s.twice[word] |= s.once[word] & bit
		s.once[word] |= bit
	}
}

func (s *sieve) has(h uint64) bool {
	return s.once[(h&s.mask)/64]&(1<<(h%64)) != 0
}

func (s *sieve) hasTwice(h uint64) bool {
	return s.twice[(h&s.mask)/64]&(1<<(h%64)) != 0
}

// A holding is a set of documents, ascending, and how many sequences stand in
// just these.
type holding struct {
	docs      []int32
	sequences int
}

// roomAtOnce is room for how many documents is made at once, an even number.
const roomAtOnce = 1024

// holders groups the sequences that stand in two documents and more by the
// documents that they stand in. Near-copies share long runs of sequences, so
// that the groups are few.
func holders(hashes [][]uint64, seen *sieve) []holding {
	index := map[uint64]int32{}
	var lists [][]int32
	var room []int32 // for the first two documents of each
	for i, list := range hashes {
		for _, h := range list {
			if !seen.hasTwice(h) {
				continue
			}
			k, ok := index[h]
			if !ok {
				k = int32(len(lists))
				index[h] = k
				if len(room) == 0 {
					room = make([]int32, roomAtOnce)
				}
				lists = append(lists, room[:0:2])
				room = room[2:]
			}
			if l := lists[k]; len(l) == 0 || l[len(l)-1] != int32(i) {
				lists[k] = append(l, int32(i))
			}
		}
		hashes[i] = nil
	}
	var out []holding
	known := map[string]int{}
	var key []byte
	for _, l := range lists {
		if len(l) < 2 {
			continue
		}
		key = key[:0]
		for _, doc := range l {
			key = binary.LittleEndian.AppendUint32(key, uint32(doc))
		}
		if k, ok := known[string(key)]; ok {
			out[k].sequences++
			continue
		}
		known[string(key)] = len(out)
		out = append(out, holding{l, 1})
	}
	return out
}

// hashes returns the hashes of the document's sequences that keep wants, in the
// order of the text.
func (d *Document) hashes(keep func(uint64) bool) []uint64 {
	var out []uint64
	d.sequences(func(h uint64) {
		if keep(h) {
			out = append(out, h)
		}
	})
	return slices.Clip(out)
}

// noWords is for tokens of which nothing need be known.
var noWords = &dictionary{}

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
		s.toks = tokenize(s.toks[:0], s.src, z.Span.Start, z.Span.End, noWords)
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
func linkPublications(docs, dated []*Document) []*isolate.Defect {
	open := func(d *Document) bool { return !d.Published.settled() }
	all := append(slices.Clone(docs), dated...)
	if !linkable(docs, all, open) {
		return nil
	}
	links, defects := linksOf(all, func(i int) bool { return i < len(docs) && open(docs[i]) }, (*Document).hashes)
	return append(defects, follow(links, all, len(docs))...)
}

// linkable reports whether one of docs needs a linked document, and one of all
// can be that.
func linkable(docs, all []*Document, open func(*Document) bool) bool {
	return slices.ContainsFunc(docs, open) && !every(all, open)
}

func every(docs []*Document, is func(*Document) bool) bool {
	return !slices.ContainsFunc(docs, func(d *Document) bool { return !is(d) })
}

// follow follows links between documents, of which the first n may be dated.
func follow(links []Link, all []*Document, n int) (defects []*isolate.Defect) {
	open := func(d *Document) bool { return !d.Published.settled() }
	for next := 0; next < len(links); {
		l := links[next]
		from, to, target := all[l.A], all[l.B], l.B
		if open(from) {
			from, to, target = to, from, l.A
		}
		next++
		if open(from) || !open(to) || target >= n {
			continue
		}
		if d := to.heed(from, l.Shared); d != nil {
			defects = append(defects, d)
		} else if to.Published.settled() {
			next = 0 // a new source: look at the stronger links again
		}
	}
	return defects
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

// heed narrows the publication date of to by that of from, which shares so many
// sequences with it. Those of the two that were not loaded are released again. A
// defect leaves the date as it was.
func (to *Document) heed(from *Document, shared int) *isolate.Defect {
	for _, d := range [...]*Document{from, to} {
		if d.state >= dated || d == from && d.lead.known {
			continue
		}
		if defect := d.loadDated(); defect != nil {
			return defect
		}
		defer d.Release()
	}
	before := to.Published
	var clues []Clue
	defect := isolate.Do(to.work(isolate.StageLink), func() {
		clues = linkClues(from, to, shared)
		to.infer(clues)
	})
	if defect != nil {
		to.Published = before
		return defect
	}
	to.linked = append(to.linked, clues)
	return nil
}

func linkClues(from, to *Document, shared int) []Clue {
	near := from.Published.When
	name := from.Article.ID
	out := []Clue{{
		Kind: ClueLink, When: near, Hard: true, rank: rankLink - 5,
		Explanation: fmt.Sprintf("shares %d eight-word sequences with %s, published %s", shared, name, near.Label()),
		on:          Interval{near.From.daysOn(1 - linkReach), near.To.daysOn(linkReach)},
	}}
	day, ok := from.Published.Lead.Single()
	if !ok {
		return out
	}
	weekday, ok := from.leadWeekday()
	if b := to.leadReading(); ok && b != nil && weekday == b.Weekday {
		out = append(out, Clue{
			Kind: ClueLink, Span: b.Span, Text: b.Span.In(to.Article.Flow()), When: OneDay(day), Hard: true, rank: rankLink,
			Explanation: fmt.Sprintf("its “%s” is that of %s, %s", b.Span.In(to.Article.Flow()), name, day.Long()),
			lead:        func(Day) Interval { return OneDay(day) },
		})
	}
	return out
}
