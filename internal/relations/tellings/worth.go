package tellings

import (
	"slices"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// To read the claims of a page, all its words must be tagged. What follows tells from
// its words alone where no deeds can be compared, so that they need not be.

// mayOrder reports whether two acts that a life or the world puts in an order are told
// in sentences with times of which one ends before the other begins.
func mayOrder(d *page.Page) bool {
	var told []spread
	for i, times := range d.TimesIn {
		when, ok := spreadOf(times)
		if !ok {
			continue
		}
		var acts wordActs
		acts.take(d, i)
		for _, act := range acts {
			told = addSpread(told, act, when)
		}
	}
	for i := range told {
		for k := range told {
			if ordered(told[i].act, told[k].act) && told[i].apart(&told[k]) {
				return true
			}
		}
	}
	return false
}

// A spread says between what times of an act can lie: when the first of them ends and
// the last begins.
type spread struct {
	act         string
	first, last timeline.Minute
}

// spreadOf returns the spread of those times that can be compared; false if there is
// none.
func spreadOf(times []*timeline.Time) (s spread, ok bool) {
	for _, t := range times {
		if !orderable(t) {
			continue
		}
		end := t.When.To
		if t.Grain < timeline.GrainDay && t.When.Closed() {
			end = min(end, (t.When.From.Day() + 1).Start()) // a night ends with its day, see claims.Claim.When
		}
		if !ok {
			s.first, s.last = end, t.When.From
		}
		s.first, s.last, ok = min(s.first, end), max(s.last, t.When.From), true
	}
	return s, ok
}

// addSpread adds the times of an act to those of the same act.
func addSpread(told []spread, act string, s spread) []spread {
	for i := range told {
		if told[i].act == act {
			told[i].first, told[i].last = min(told[i].first, s.first), max(told[i].last, s.last)
			return told
		}
	}
	s.act = act
	return append(told, s)
}

// apart reports whether a time of one can end before one of the other begins.
func (s *spread) apart(o *spread) bool { return s.first <= o.last || o.first <= s.last }

// maySequence reports whether two such acts stand in a sentence with a word of order.
func maySequence(d *page.Page) bool {
	for i := range d.Parsed {
		if !d.Has(i, en.PutsFirst, en.PutsLast) {
			continue
		}
		var acts wordActs
		if acts.take(d, i); acts.ordered() {
			return true
		}
	}
	return false
}

// mayTellAgain reports whether an act is told in two sentences, not far from each other,
// with times that exclude each other as those of sameAct do.
func mayTellAgain(d *page.Page) bool {
	told := map[string][]int{} // the last sentences of an act
	for i, times := range d.TimesIn {
		if !slices.ContainsFunc(times, orderable) {
			continue
		}
		for _, lower := range d.Lower(i) {
			for n, act := range actsOfWord(lower) {
				if !oneAct(act) || n == 0 && lexicon.ClauseWord(act).Is(lexicon.WordGeneric) {
					continue
				}
				before := told[act]
				if slices.ContainsFunc(before, func(k int) bool { return k != i && i-k <= againReach && contrast(d.TimesIn[k], times) }) {
					return true
				}
				if len(before) == 0 || before[len(before)-1] != i {
					told[act] = append(before[max(0, len(before)-againReach):], i)
				}
			}
		}
	}
	return false
}

// contrast reports whether a time of one sentence and one of another can be of one act
// told with two times.
func contrast(before, here []*timeline.Time) bool {
	if len(before) > maxCompared || len(here) > maxCompared {
		return true
	}
	for _, a := range before {
		for _, b := range here {
			if orderable(a) && orderable(b) && !fits(a, b) && sameGrain(a, b) {
				return true
			}
		}
	}
	return false
}

// maxCompared is how many times a sentence has at most that are compared here one by
// one: what looks at every two is to cost little.
const maxCompared = 16

// wordActs are the acts that some words may tell.
type wordActs []string

// take adds those of sentence i.
func (a *wordActs) take(d *page.Page, i int) {
	for _, lower := range d.Lower(i) {
		for _, act := range actsOfWord(lower) {
			if act != "" && !slices.Contains(*a, act) && (livingVerb(act) || placed(act)) {
				*a = append(*a, act)
			}
		}
	}
}

// ordered reports whether comesFirst can put two of them in an order.
func (a *wordActs) ordered() bool {
	for _, x := range *a {
		for _, y := range *a {
			if ordered(x, y) {
				return true
			}
		}
	}
	return false
}

// ordered reports whether comesFirst can put the act x before y.
func ordered(x, y string) bool {
	return lexicon.MayPrecede(x, y) || x != y && (x == birth || x == death) && (livingVerb(y) || y == birth || y == death)
}

func livingVerb(verb string) bool {
	return en.Classes(verb).HasAny(en.LivingAct, en.DoneToLiving)
}

func placed(act string) bool { return act == birth || act == death || lexicon.HasPrecedence(act) }

// actsOfWord returns the acts that a word in lower case tells as a verb and as a noun,
// see claims.Claim and actsOf; the second is empty if it is no noun of the kind.
func actsOfWord(lower string) (acts [2]string) {
	acts[0] = lexicon.Lemma(lower)
	if h, _, ok := lexicon.HappeningNoun(lower); ok {
		acts[1] = h.Lemma
	}
	for i, act := range acts {
		if en.Is(act, en.Killing) {
			acts[i] = death
		}
	}
	return acts
}
