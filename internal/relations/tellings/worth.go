package tellings

import (
	"slices"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// To read the claims of a page, all its words must be tagged. What follows tells from
// its words alone where no deeds can be compared, so that they need not be.

// mayOrder reports whether two acts that a life or the world puts in an order are told
// in sentences with times that can be compared.
func mayOrder(d *page.Page) bool {
	var acts wordActs
	for i, times := range d.TimesIn {
		if slices.ContainsFunc(times, orderable) {
			acts.take(d, i)
		}
	}
	return acts.ordered()
}

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

// mayTellAgain reports whether an act is told in two sentences with times that can be
// compared.
func mayTellAgain(d *page.Page) bool {
	first := map[string]int{}
	for i, times := range d.TimesIn {
		if !slices.ContainsFunc(times, orderable) {
			continue
		}
		for _, w := range d.Parsed[i].Words {
			for n, act := range actsOfWord(w.Text) {
				if !oneAct(act) || n == 0 && lexicon.ClauseWord(act).Is(lexicon.WordGeneric) {
					continue
				}
				if before, told := first[act]; !told {
					first[act] = i
				} else if before != i {
					return true
				}
			}
		}
	}
	return false
}

// wordActs are the acts that some words may tell.
type wordActs []string

// take adds those of sentence i.
func (a *wordActs) take(d *page.Page, i int) {
	for _, w := range d.Parsed[i].Words {
		for _, act := range actsOfWord(w.Text) {
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
			if lexicon.MayPrecede(x, y) || x != y && (x == birth || x == death) && (livingVerb(y) || y == birth || y == death) {
				return true
			}
		}
	}
	return false
}

func livingVerb(verb string) bool {
	return en.Classes(verb).HasAny(en.LivingAct, en.DoneToLiving)
}

func placed(act string) bool { return act == birth || act == death || lexicon.HasPrecedence(act) }

// actsOfWord returns the acts that a word tells as a verb and as a noun, see claims.Claim
// and actsOf; the second is empty if it is no noun of the kind.
func actsOfWord(word string) (acts [2]string) {
	word = text.Lower(word)
	acts[0] = lexicon.Lemma(word)
	if h, _, ok := lexicon.HappeningNoun(word); ok {
		acts[1] = h.Lemma
	}
	for i, act := range acts {
		if en.Is(act, en.Killing) {
			acts[i] = death
		}
	}
	return acts
}
