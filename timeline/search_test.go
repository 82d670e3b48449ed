package timeline

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// madeUpClues are clues of each form that bear on some days from base on.
func madeUpClues(r *rand.Rand, base Day) []Clue {
	day := func() Day { return base + Day(r.IntN(900)) }
	var out []Clue
	for range 1 + r.IntN(5) {
		switch a, b := day(), day(); r.IntN(5) {
		case 0:
			out = append(out, Clue{on: Interval{a.Start(), Future}})
		case 1:
			out = append(out, Clue{on: Days(min(a, b), max(a, b))})
		case 2:
			out = append(out, Clue{allow: func(d Day) bool { return d%7 == a%7 || d > b }})
		case 3:
			out = append(out, Clue{lead: func(d Day) Interval { return OneDay(d - (d+a)%7) }})
		case 4:
			out = append(out, Clue{lead: func(Day) Interval { return Interval{a.Start(), Future} }})
		}
	}
	return out
}

// A search gives what looking at each day by itself gives.
func TestSearch(t *testing.T) {
	const from, to = Day(10_000), Day(11_000)
	for seed := range uint64(3000) {
		clues := madeUpClues(rand.New(rand.NewPCG(seed, 1)), from)
		s := newSearch(from, to).all(clues)
		var days []Day
		var lead Interval
		known := true
		for d := from; d < to; d++ {
			iv, ok := Interval{Past, (d + 1).Start()}, true
			for _, c := range clues {
				ok = ok && (c.on.Empty() || c.on.From <= d.Start() && d.Start() < c.on.To) && (c.allow == nil || c.allow(d))
				if c.lead != nil {
					iv = iv.Intersect(c.lead(d))
				}
			}
			if ok && !iv.Empty() {
				days = append(days, d)
				lead, known = lead.Hull(iv), known && iv.From != Past
			}
		}
		if s.empty() != (len(days) == 0) {
			t.Fatalf("seed %d: empty is %v with %d days", seed, s.empty(), len(days))
		}
		if len(days) == 0 {
			continue
		}
		if s.from != days[0] || s.to != days[len(days)-1]+1 || !slices.Equal(s.few(1000), days) {
			t.Errorf("seed %d: [%d, %d), %d days, want %d from %d to %d", seed, s.from, s.to, len(s.few(1000)), len(days), days[0], days[len(days)-1])
		}
		if got := s.leads(); known && got != lead || !known && !got.Empty() {
			t.Errorf("seed %d: lead %v, want %v (%v)", seed, got, lead, known)
		}
	}
}

// What a search holds does not grow with the years that it is about.
func TestSearchAllocates(t *testing.T) {
	clues := madeUpClues(rand.New(rand.NewPCG(7, 1)), firstBelievable)
	allocs := func(from, to Day) float64 {
		return testing.AllocsPerRun(3, func() { newSearch(from, to).all(clues) })
	}
	year, all := allocs(firstBelievable, firstBelievable+366), allocs(firstBelievable, endBelievable)
	if all > year {
		t.Errorf("%v allocations for 600 years, %v for one", all, year)
	}
}

// A date that nothing believable bears on is not searched for.
func TestSearchBounds(t *testing.T) {
	known := func(y int) Clue { return Clue{Kind: ClueAlmanac, Hard: true, When: OneDay(Date(y, 5, 1))} }
	tests := []struct {
		years    []int
		from, to Day
		ok       bool
	}{
		{[]int{2018}, Date(2018, 5, 1) - searchReach, Date(2018, 5, 1) + searchReach, true},
		{[]int{1066, 2018}, Date(1600, 1, 1), Date(2018, 5, 1) + searchReach, true},
		{[]int{2018, 9999}, Date(2018, 5, 1) - searchReach, Date(2200, 1, 1), true},
		{[]int{1066}, 0, 0, false},
		{nil, 0, 0, false},
	}
	for _, tt := range tests {
		var clues []Clue
		for _, y := range tt.years {
			clues = append(clues, known(y))
		}
		from, to, ok := searchBounds(clues)
		if ok != tt.ok || ok && (from != tt.from || to != tt.to) {
			t.Errorf("%v: %v to %v, %v; want %v to %v, %v", tt.years, from, to, ok, tt.from, tt.to, tt.ok)
		}
	}
}
