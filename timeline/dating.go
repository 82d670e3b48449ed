package timeline

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"factcheck/internal/isolate"
	"factcheck/internal/parallel"
)

// A Dating works out when documents were published, as [InferPublications] does,
// time and again while some of them are exchanged. It reads what is new. The
// zero Dating has dated nothing. One goroutine at a time may use it.
type Dating struct {
	own   map[*Document]*ownDate
	pairs []linkedPair
}

// An ownDate is what a document says of its own date.
type ownDate struct {
	published Publication // without the evidence, before links
	counted   bool
	sequences []uint64 // if counted
}

// A linkedPair is a [Link] between documents, whatever their numbers.
type linkedPair struct {
	a, b   *Document
	shared int
}

// Infer does what [InferPublications] does for documents of which it may have
// dated some before. These must be as it or [Document.Load] left them. If relink is
// set, the dates of dated may have changed since. Before the date of docs[i] is
// worked out anew, it calls forget(i), which must release docs[i].
func (g *Dating) Infer(docs []*Document, keep int, relink bool, forget func(i int), dated ...*Document) (lost, unlinked []*isolate.Defect) {
	lost = make([]*isolate.Defect, len(docs))
	own := make(map[*Document]*ownDate, len(docs)+len(dated))
	var fresh []int
	for i, d := range docs {
		if own[d] = g.own[d]; own[d] == nil {
			own[d] = &ownDate{}
			fresh = append(fresh, i)
		}
	}
	for _, d := range dated {
		if own[d] = g.own[d]; own[d] == nil {
			own[d] = &ownDate{}
		}
	}
	g.own = own
	var kept atomic.Int64
	parallel.Each(len(fresh), func(k int) {
		i := fresh[k]
		lost[i] = docs[i].dateAlone(&kept, keep)
		own[docs[i]].published = docs[i].Published.bare()
	})
	return lost, g.link(docs, dated, relink, forget, without(docs, lost))
}

// link follows the links between documents where they are not those of the last
// time.
func (g *Dating) link(docs, others []*Document, relink bool, forget func(i int), sound []*Document) []*isolate.Defect {
	all := append(slices.Clone(sound), others...)
	links, defects := g.links(all, len(sound))
	pairs := make([]linkedPair, len(links))
	for i, l := range links {
		pairs[i] = linkedPair{all[l.A], all[l.B], l.Shared}
	}
	if !relink && slices.Equal(pairs, g.pairs) {
		return defects
	}
	linked := map[*Document]bool{}
	for _, p := range append(g.pairs, pairs...) {
		linked[p.a], linked[p.b] = true, true
	}
	for i, d := range docs {
		if o := g.own[d]; linked[d] && !o.published.settled() && (len(d.linked) > 0 || d.state > dated) {
			forget(i)
			d.linked, d.Published = nil, o.published
		}
	}
	g.pairs = pairs
	return append(defects, follow(links, all, len(sound))...)
}

// links returns the links that can date one of the first n documents. Those are
// taken by what they say of themselves, the others as they are dated.
func (g *Dating) links(all []*Document, n int) ([]Link, []*isolate.Defect) {
	wanted := make(map[*Document]bool, n)
	for i, d := range all {
		p := &d.Published
		if i < n {
			p = &g.own[d].published
		}
		wanted[d] = !p.settled()
	}
	open := func(d *Document) bool { return wanted[d] }
	if !linkable(all[:n], all, open) {
		return nil, nil
	}
	return linksOf(all, func(i int) bool { return i < n && open(all[i]) }, g.sequences)
}

// sequences is [Document.hashes], which it asks once a document.
func (g *Dating) sequences(d *Document, keep func(uint64) bool) []uint64 {
	o := g.own[d]
	if !o.counted {
		o.sequences = d.hashes(func(uint64) bool { return true })
		o.counted = true
	}
	var out []uint64
	for _, h := range o.sequences {
		if keep(h) {
			out = append(out, h)
		}
	}
	return out
}

// dateAlone dates d by what it declares, or else says, and releases it again once
// documents of more than keep bytes are kept.
func (d *Document) dateAlone(kept *atomic.Int64, keep int) *isolate.Defect {
	if d.Published.settled() {
		return nil
	}
	defect := d.loadDated()
	if kept.Add(int64(len(d.Article.Text))) > int64(keep) {
		d.Release()
	}
	return defect
}

// bare returns p without the evidence.
func (p *Publication) bare() Publication {
	return Publication{When: p.When, Source: p.Source, Explanation: p.Explanation, Lead: p.Lead, Clock: p.Clock, days: p.days, scanned: p.scanned, local: p.local}
}

// LinkedBy returns a text that names all that linked documents said of the date
// of d, empty if they said nothing: two equal ones date it alike.
func (d *Document) LinkedBy() string {
	var b strings.Builder
	for _, clues := range d.linked {
		for _, c := range clues {
			fmt.Fprintf(&b, "%s\x00%v\x00%v\x00%v\x01", c.Explanation, c.Span, c.When, c.on)
		}
		b.WriteByte('\x02')
	}
	return b.String()
}
