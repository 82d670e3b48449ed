package main

import (
	"cmp"
	"regexp"
	"slices"
)

// A pair is a gold time and the found time that stands for it.
type pair struct{ gold, found timex }

// An alignment is what was found in one document beside its gold. Every time
// stands in one list once.
type alignment struct {
	doc      *document
	pairs    []pair
	missed   []timex // gold
	spurious []timex // found
}

// align pairs each found time with at most one gold time, and the reverse:
// equal spans first, then overlapping ones from left to right.
func align(d *document, found []timex) alignment {
	a := alignment{doc: d, missed: slices.Clone(d.gold), spurious: slices.Clone(found)}
	slices.SortStableFunc(a.spurious, func(x, y timex) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	a.take(func(g, f timex) bool { return g.Span == f.Span })
	a.take(func(g, f timex) bool { return g.Overlaps(f.Span) })
	return a
}

// take moves the times that match from missed and spurious to pairs.
func (a *alignment) take(match func(gold, found timex) bool) {
	missed := a.missed[:0]
	for _, g := range a.missed {
		i := slices.IndexFunc(a.spurious, func(f timex) bool { return match(g, f) })
		if i < 0 {
			missed = append(missed, g)
			continue
		}
		a.pairs = append(a.pairs, pair{g, a.spurious[i]})
		a.spurious = slices.Delete(a.spurious, i, i+1)
	}
	a.missed = missed
}

var (
	weekdayAlone = regexp.MustCompile(`(?i)^\s*(mon|tue(s)?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day|\.)?\s*$`)
	dayValue     = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
)

// bareWeekday reports whether a gold time is the name of a weekday and nothing
// more, and means one day.
func (d *document) bareWeekday(g timex) bool {
	return dayValue.MatchString(g.Value) && weekdayAlone.MatchString(g.In(d.text))
}

// A tally counts over documents.
type tally struct {
	documents, gold, found  int
	strict, relaxed         int // pairs with equal, with overlapping spans
	types, values           int // pairs with an equal type, an equal value
	weekdays, weekdaysRight int // bare weekdays of the gold
}

func (t *tally) add(a alignment) {
	t.documents++
	t.gold += len(a.pairs) + len(a.missed)
	t.found += len(a.pairs) + len(a.spurious)
	for _, p := range a.pairs {
		weekday, right := a.doc.bareWeekday(p.gold), p.gold.Value == p.found.Value
		t.strict += count(p.gold.Span == p.found.Span)
		t.relaxed++
		t.types += count(p.gold.Type == p.found.Type)
		t.values += count(right)
		t.weekdays += count(weekday)
		t.weekdaysRight += count(weekday && right)
	}
	for _, g := range a.missed {
		t.weekdays += count(a.doc.bareWeekday(g))
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A prf is precision, recall and their harmonic mean, as fractions.
type prf struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
}

// figures are the measures of TempEval-3 (UzZaman et al. 2013, section 4.1),
// micro-averaged, as fractions. Type and value are the relaxed F1 times the
// share of pairs whose type or value is equal as a string. Weekday is the
// share of the gold's bare weekdays that were found and given their day.
type figures struct {
	Documents int     `json:"documents"`
	Gold      int     `json:"gold"`
	Found     int     `json:"found"`
	Strict    prf     `json:"strict"`
	Relaxed   prf     `json:"relaxed"`
	TypeF1    float64 `json:"typeF1"`
	ValueF1   float64 `json:"valueF1"`
	Weekdays  int     `json:"weekdays"`
	Weekday   float64 `json:"weekdayAccuracy"`
}

func (t *tally) figures() figures {
	relaxed := t.prf(t.relaxed)
	return figures{
		Documents: t.documents, Gold: t.gold, Found: t.found,
		Strict: t.prf(t.strict), Relaxed: relaxed,
		TypeF1: ratio(t.types, t.relaxed) * relaxed.F1, ValueF1: ratio(t.values, t.relaxed) * relaxed.F1,
		Weekdays: t.weekdays, Weekday: ratio(t.weekdaysRight, t.weekdays),
	}
}

func (t *tally) prf(hits int) prf {
	out := prf{P: ratio(hits, t.found), R: ratio(hits, t.gold)}
	if out.P+out.R > 0 {
		out.F1 = 2 * out.P * out.R / (out.P + out.R)
	}
	return out
}

// ratio returns n/of, 0 for nothing out of nothing.
func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// minus returns the differences of the fractions, with no counts.
func (f figures) minus(g figures) figures {
	return figures{
		Strict:  prf{f.Strict.P - g.Strict.P, f.Strict.R - g.Strict.R, f.Strict.F1 - g.Strict.F1},
		Relaxed: prf{f.Relaxed.P - g.Relaxed.P, f.Relaxed.R - g.Relaxed.R, f.Relaxed.F1 - g.Relaxed.F1},
		TypeF1:  f.TypeF1 - g.TypeF1, ValueF1: f.ValueF1 - g.ValueF1, Weekday: f.Weekday - g.Weekday,
	}
}
