package align

import (
	"math"
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/page"
)

// A Passage is a sentence of a document with its content words.
type Passage struct {
	Page     *page.Page
	Sentence int // index into Page.Parsed
	Terms    []Term

	weight float64 // of its terms, each once
}

// Holds reports whether a term is one of the passage.
func (p *Passage) Holds(key string) bool {
	return slices.ContainsFunc(p.Terms, func(t Term) bool { return t.Key == key })
}

// An Index finds passages by the terms that they share with another.
type Index struct {
	Passages []*Passage

	postings map[string][]int32 // by term, ascending
	size     float64            // log of the number of passages
}

// commonTerm is the share of passages from which on a term finds none: what
// most sentences hold tells nothing of any.
const commonTerm = 0.5

// mostPassages is how many passages a term may find. Only sources of more than twice
// as many sentences have such a term that half of them do not hold: it bounds the work
// on them.
const mostPassages = 512

// NewIndex reads the sentences of headline, deck, body and captions.
func NewIndex(docs []*page.Page) *Index {
	x := &Index{postings: map[string][]int32{}}
	for _, d := range docs {
		x.Passages = append(x.Passages, PassagesOf(d)...)
	}
	for n, p := range x.Passages {
		for _, t := range p.Terms {
			if list := x.postings[t.Key]; len(list) == 0 || list[len(list)-1] != int32(n) {
				x.postings[t.Key] = append(list, int32(n))
			}
		}
	}
	x.size = math.Log(float64(2 + len(x.Passages)))
	for _, p := range x.Passages {
		p.weight = x.weigh(p.Terms)
	}
	return x
}

// PassagesOf returns the sentences of a document that tell its story.
func PassagesOf(d *page.Page) []*Passage {
	var out []*Passage
	for i := range d.Parsed {
		if z := d.Parsed[i].Zone; page.Counted(z) || z == article.Caption {
			out = append(out, &Passage{Page: d, Sentence: i, Terms: Terms(d, i)})
		}
	}
	return out
}

// Rarity is the weight of a term, from 0 for one that every passage holds to 1 for
// one that a single passage holds, or none.
func (x *Index) Rarity(key string) float64 {
	n := max(len(x.postings[key]), 1)
	return math.Log(float64(1+len(x.Passages))/float64(n)+1) / x.size
}

// Holds reports whether any passage holds a term.
func (x *Index) Holds(key string) bool { return len(x.postings[key]) > 0 }

func (x *Index) weigh(terms []Term) float64 {
	sum := 0.0
	for k, t := range terms {
		if first(terms, k) {
			sum += x.Rarity(t.Key)
		}
	}
	return sum
}

// first reports whether no term before k has the same key.
func first(terms []Term, k int) bool {
	for _, o := range terms[:k] {
		if o.Key == terms[k].Key {
			return false
		}
	}
	return true
}

// A Match is a passage with its likeness to a sentence.
type Match struct {
	*Passage
	Likeness float64 // Dice over the weights of terms, 0 to 1
	Shared   float64 // weight of the terms that both hold
}

// maxMatches is how many passages a sentence is compared with.
const maxMatches = 24

// Matches returns the passages that share terms with p, the likest first. Passages
// meet in the postings of rare terms, so that near-copies cost no more than what
// they share.
func (x *Index) Matches(p *Passage) []Match {
	shared := map[int32]float64{}
	bound := min(mostPassages, max(8, int(commonTerm*float64(len(x.Passages)))))
	own := 0.0
	for k, t := range p.Terms {
		if !first(p.Terms, k) {
			continue
		}
		w := x.Rarity(t.Key)
		own += w
		list := x.postings[t.Key]
		if len(list) > bound {
			continue
		}
		for _, n := range list {
			shared[n] += w
		}
	}
	out := make([]Match, 0, len(shared))
	for n, w := range shared {
		q := x.Passages[n]
		out = append(out, Match{q, 2 * w / (own + q.weight), w})
	}
	slices.SortFunc(out, func(a, b Match) int {
		switch {
		case a.Likeness != b.Likeness:
			if a.Likeness > b.Likeness {
				return -1
			}
			return 1
		case a.Page.Index != b.Page.Index:
			return a.Page.Index - b.Page.Index
		}
		return a.Sentence - b.Sentence
	})
	return out[:min(len(out), maxMatches)]
}
