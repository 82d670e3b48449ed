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

	ids    []int32 // of the terms; negative for those that the index does not have
	once   []int32 // the terms, each where it stands first
	weight float64 // of its terms, each once
}

// Holds reports whether a term is one of the passage.
func (p *Passage) Holds(key string) bool {
	return slices.ContainsFunc(p.Terms, func(t Term) bool { return t.Key == key })
}

// An Index finds passages by the terms that they share with another.
type Index struct {
	Passages []*Passage

	ids      map[string]int32 // of terms
	postings [][]int32        // by term, ascending
	rarity   []float64        // by term
	unknown  float64          // the rarity of a term that no passage holds
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
	x := &Index{ids: map[string]int32{}}
	for _, d := range docs {
		x.Passages = append(x.Passages, passagesOf(d)...)
	}
	for n, p := range x.Passages {
		p.number(x.ids, func() int32 { x.postings = append(x.postings, nil); return int32(len(x.postings) - 1) })
		for _, k := range p.once {
			x.postings[p.ids[k]] = append(x.postings[p.ids[k]], int32(n))
		}
	}
	size := math.Log(float64(2 + len(x.Passages)))
	rare := func(n int) float64 { return math.Log(float64(1+len(x.Passages))/float64(n)+1) / size }
	x.unknown = rare(1)
	for _, list := range x.postings {
		x.rarity = append(x.rarity, rare(len(list)))
	}
	for _, p := range x.Passages {
		x.weigh(p)
	}
	return x
}

// PassagesOf returns the sentences of a document that tell its story, to be laid
// beside those of the index.
func (x *Index) PassagesOf(d *page.Page) []*Passage {
	out := passagesOf(d)
	own := map[string]int32{} // the terms that no passage of the index holds
	for _, p := range out {
		for _, t := range p.Terms {
			if id, ok := x.ids[t.Key]; ok {
				own[t.Key] = id
			}
		}
		p.number(own, func() int32 { return -1 - int32(len(own)) })
		x.weigh(p)
	}
	return out
}

// number gives the terms their ids, and those that have none a new one.
func (p *Passage) number(ids map[string]int32, next func() int32) {
	p.ids = make([]int32, len(p.Terms))
	for k, t := range p.Terms {
		id, ok := ids[t.Key]
		if !ok {
			id = next()
			ids[t.Key] = id
		}
		p.ids[k] = id
		if !slices.Contains(p.ids[:k], id) {
			p.once = append(p.once, int32(k))
		}
	}
}

// passagesOf returns the sentences of a document that tell its story.
func passagesOf(d *page.Page) []*Passage {
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
	id, ok := x.ids[key]
	if !ok {
		return x.unknown
	}
	return x.rarity[id]
}

func (x *Index) rarityOf(id int32) float64 {
	if id < 0 {
		return x.unknown
	}
	return x.rarity[id]
}

// Holds reports whether any passage holds a term.
func (x *Index) Holds(key string) bool { _, ok := x.ids[key]; return ok }

func (x *Index) weigh(p *Passage) {
	for _, k := range p.once {
		p.weight += x.rarityOf(p.ids[k])
	}
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
	for _, k := range p.once {
		id := p.ids[k]
		if id < 0 || len(x.postings[id]) > bound {
			continue
		}
		for _, n := range x.postings[id] {
			shared[n] += x.rarity[id]
		}
	}
	out := make([]Match, 0, len(shared))
	for n, w := range shared {
		q := x.Passages[n]
		out = append(out, Match{q, 2 * w / (p.weight + q.weight), w})
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
