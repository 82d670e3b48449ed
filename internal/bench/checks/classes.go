package main

import (
	"math/rand/v2"
	"slices"
	"time"
)

// A pair is what a slot holds in the twin that is right and in the one that is
// wrong.
type pair struct{ right, wrong any }

// same is a pair without an error.
func same(v any) pair { return pair{v, v} }

// slots are the values of one planted error by the names that templates use.
type slots map[string]pair

// A class is one kind of error.
type class struct {
	id, doc string
	// make chooses the values for a wording of a section.
	make func(g *gen, section string) slots
	// alter changes the carrier itself, nil: this class only inserts. It returns
	// the zero alteration if the carrier has nothing to change.
	alter func(g *gen) alteration
	// front returns lines for the front matter beside published, nil: none.
	front func(g *gen, s slots) pair
	// anywhere: a finding at any place of the article catches the error.
	anywhere bool
	// noted: what the class plants is worth a note, so notes count as well.
	noted    bool
	wordings []wording
}

// loadClasses returns all classes with their wordings.
func loadClasses() ([]*class, error) {
	var all []*class
	all = append(all, calendarClasses()...)
	all = append(all, lapseClasses()...)
	all = append(all, clockClasses()...)
	all = append(all, numberClasses()...)
	all = append(all, nameClasses()...)
	for _, c := range all {
		var err error
		if c.wordings, err = readWordings(c.id); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(all, func(c *class) bool { return len(c.wordings) == 0 }), nil
}

// A gen makes the values of one planted error.
type gen struct {
	*rand.Rand
	carrier *carrier
	used    map[string]map[int]bool // rows taken, by list
}

func (g *gen) published() time.Time { return g.carrier.published }

// between returns a whole number from lo to hi, both included.
func (g *gen) between(lo, hi int) int { return lo + g.IntN(hi-lo+1) }

// sign returns 1 or -1.
func (g *gen) sign() int { return 1 - 2*g.IntN(2) }

// off returns a difference of lo to hi with either sign.
func (g *gen) off(lo, hi int) int { return g.sign() * g.between(lo, hi) }

func one[T any](g *gen, list ...T) T { return list[g.IntN(len(list))] }

// day returns a day from lo to hi days after publication.
func (g *gen) day(lo, hi int) time.Time { return g.published().AddDate(0, 0, g.between(lo, hi)) }

// pick returns a row of a list that this case has not used yet.
func (g *gen) pick(list string) row {
	rows := lists[list]
	if g.used[list] == nil {
		g.used[list] = map[int]bool{}
	}
	if len(g.used[list]) == len(rows) {
		panic("words/" + list + ".tsv is too short")
	}
	for {
		i := g.IntN(len(rows))
		if !g.used[list][i] {
			g.used[list][i] = true
			return rows[i]
		}
	}
}

func (g *gen) person() person {
	given := g.pick("given")
	return person{given.first(), g.pick("family").first(), given.get("sex") == "f"}
}
