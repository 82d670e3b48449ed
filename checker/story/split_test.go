package story

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"factcheck/internal/claims/events"
	"factcheck/internal/page"
	"factcheck/internal/page/pagetest"
)

// splitPairwise parts tellings as split does, by comparing each with all.
func splitPairwise(all []telling, linked map[*page.Page][]Sharer) [][]telling {
	var groups [][]telling
	for _, t := range all {
		best, bestLinks := -1, -1
		for i, g := range groups {
			if slices.ContainsFunc(g, func(o telling) bool { return len(contrasts(t, o)) > 0 }) {
				continue
			}
			n := 0
			for _, l := range linked[t.doc] {
				if slices.ContainsFunc(g, func(o telling) bool { return o.doc == l.to }) {
					n += l.shared
				}
			}
			if n > bestLinks {
				best, bestLinks = i, n
			}
		}
		if best < 0 {
			groups = append(groups, []telling{t})
			continue
		}
		groups[best] = append(groups[best], t)
	}
	slices.SortStableFunc(groups, func(a, b []telling) int { return len(b) - len(a) })
	return groups
}

// One telling that stands for those that say the same parts a story as all of
// them do.
func TestSplitIsThatOfEveryPair(t *testing.T) {
	whens := []string{"on Friday", "on 2 March 2018", "on 9 March 2018", "in March 2018", "", "on Monday and again on 20 February 2018"}
	greetings := []string{"", " They wished each other a happy Easter.", " They exchanged greetings for Christmas.", " They wished each other a happy New Year."}
	tails := []string{"", " Officials in both capitals declined to give any details of what else had been said that day."}
	for seed := range uint64(40) {
		draw := rand.New(rand.NewPCG(seed, 1))
		var docs []*page.Page
		for i := range 14 {
			src := fmt.Sprintf("President Anna Abelson called Prime Minister Boris Brandt %s.%s%s\n", whens[draw.IntN(len(whens))], greetings[draw.IntN(len(greetings))], tails[draw.IntN(len(tails))])
			d := pagetest.Read(t, "---\npublished: 2018-03-10\n---\n"+src)
			d.Index = i
			docs = append(docs, d)
		}
		var all []telling
		for _, d := range docs {
			if c := events.Contacts(d); len(c) > 0 {
				all = append(all, telling{d, c[0]})
			}
		}
		if len(all) < 5 {
			t.Fatalf("only %d of 14 tell of the call", len(all))
		}
		linked := Links(docs)
		got, want := split(all, linked), splitPairwise(all, linked)
		if fmt.Sprint(indexes(got)) != fmt.Sprint(indexes(want)) {
			t.Errorf("seed %d: %v, want %v", seed, indexes(got), indexes(want))
		}
	}
}

func indexes(groups [][]telling) [][]int {
	var out [][]int
	for _, g := range groups {
		var of []int
		for _, t := range g {
			of = append(of, t.doc.Index)
		}
		out = append(out, of)
	}
	return out
}
