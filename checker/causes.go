package checker

import (
	"slices"
	"sort"

	"factcheck/internal/text"
)

// A reporter is a rule that others yield to, in one document.
type reporter struct{ doc, rule string }

// yielding returns all without the outcomes of rules that yield to another's
// at an overlapping place: one cause is one finding. An outcome that yields
// itself still makes others yield.
func yielding(all []outcome) []outcome {
	wanted := map[string]bool{}
	for _, o := range all {
		for _, id := range o.Rule.Yields {
			wanted[id] = true
		}
	}
	if len(wanted) == 0 {
		return all
	}
	places := placesOf(all, wanted)
	return slices.DeleteFunc(all, func(o outcome) bool {
		return slices.ContainsFunc(o.Rule.Yields, func(id string) bool {
			return overlapsAny(places[reporter{o.At.Doc, id}], o.At.Span)
		})
	})
}

// placesOf returns the passages, related ones too, that the wanted rules
// report, sorted and disjoint.
func placesOf(all []outcome, wanted map[string]bool) map[reporter][]text.Span {
	places := map[reporter][]text.Span{}
	for _, o := range all {
		if !wanted[o.Rule.ID] {
			continue
		}
		k := reporter{o.At.Doc, o.Rule.ID}
		places[k] = append(places[k], o.At.Span)
		for _, n := range o.Related {
			k.doc = n.At.Doc
			places[k] = append(places[k], n.At.Span)
		}
	}
	for k, spans := range places {
		places[k] = disjoint(spans)
	}
	return places
}

// disjoint sorts spans and joins those that overlap.
func disjoint(spans []text.Span) []text.Span {
	slices.SortFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start < last.End {
			last.End = max(last.End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// overlapsAny reports whether s overlaps one of the sorted, disjoint spans.
func overlapsAny(spans []text.Span, s text.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	return i < len(spans) && spans[i].Overlaps(s)
}
