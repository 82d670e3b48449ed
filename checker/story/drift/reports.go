package drift

import (
	"slices"

	"factcheck/internal/align"
	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
)

// leadSentences is how many sentences, headline and deck included, tell of the event
// itself; what follows may be background on an earlier like event.
const leadSentences = 5

// Reports are documents that may tell one event, read to be compared two by two.
type Reports struct {
	index *align.Index
	docs  []report
}

// A report is the values of one document.
type report struct {
	page *page.Page
	all  []*value
	lead int // how many of them stand in the lead
}

// NewReports reads documents.
func NewReports(docs []*page.Page) *Reports {
	r := &Reports{index: align.NewIndex(docs)}
	at := map[*page.Page]int{}
	for i, d := range docs {
		at[d] = i
		r.docs = append(r.docs, report{page: d})
	}
	told := make([]int, len(docs))
	for _, p := range r.index.Passages {
		x := &r.docs[at[p.Page]]
		list := append(valuesOf(p), ordinalsOf(p)...)
		x.all = append(x.all, list...)
		if p.Page.Parsed[p.Sentence].Zone != article.Caption && told[at[p.Page]] < leadSentences {
			told[at[p.Page]]++
			x.lead = len(x.all)
		}
	}
	return r
}

// ordinalsOf returns the places in a sequence that a sentence names in words: the
// third round.
func ordinalsOf(p *align.Passage) []*value {
	var out []*value
	s := &p.Page.Parsed[p.Sentence]
	for k, w := range s.Words {
		n, ok := lexicon.OrdinalOf(align.Fold(w.Text))
		if !ok || inTime(p.Page, p.Sentence, w.Span) || len(out) == maxValues {
			continue
		}
		f := &fact.Number{Value: n, Step: 1, Kind: kindOrdinal, At: p.Page.PlaceOf(w.Span)}
		out = append(out, &value{kind: kindNumber, passage: p, span: w.Span, from: k, to: k + 1, number: f})
	}
	return out
}

// A Tie is a value that two reports share, with how like its surroundings are.
type Tie struct {
	A, B    fact.Place
	Kind    string
	Context float64
}

// Compare returns in what the leads of two reports differ and what they share.
func (r *Reports) Compare(i, j int) (conflicts []fact.Slot, ties []Tie) {
	a, b := &r.docs[i], &r.docs[j]
	for _, v := range a.all[:a.lead] {
		if v.kind == kindTime {
			continue
		}
		if t, ok := r.tie(v, b); ok {
			ties = append(ties, t)
			continue
		}
		if o, context := r.rival(v, b); o != nil && !r.stated(o, a) {
			slot := v.beside(o)
			slot.Context = context
			conflicts = append(conflicts, slot)
		}
	}
	slices.SortStableFunc(conflicts, func(x, y fact.Slot) int {
		switch {
		case x.Context > y.Context:
			return -1
		case x.Context < y.Context:
			return 1
		}
		return 0
	})
	return conflicts, ties
}

// tie returns where another report states the value.
func (r *Reports) tie(v *value, in *report) (Tie, bool) {
	best, found := Tie{}, false
	for _, o := range in.all {
		if o.kind != v.kind || v.relate(o) != agrees {
			continue
		}
		if x := r.index.Context(v.spot(), o.spot()); !found || x > best.Context {
			best = Tie{place(v.passage.Page, v.span), place(o.passage.Page, o.span), v.beside(o).Kind, x}
			found = true
		}
	}
	return best, found
}

// rival returns the value of the lead of another report that stands in the
// surroundings of v most and differs.
func (r *Reports) rival(v *value, in *report) (best *value, context float64) {
	for _, o := range in.all[:in.lead] {
		if o.kind == v.kind && v.relate(o) == differs {
			if x := r.index.Context(v.spot(), o.spot()); x > context {
				best, context = o, x
			}
		}
	}
	return best, context
}

// stated reports whether a report states a value anywhere.
func (r *Reports) stated(v *value, in *report) bool {
	return slices.ContainsFunc(in.all, func(o *value) bool { return o.kind == v.kind && v.relate(o) == agrees })
}
