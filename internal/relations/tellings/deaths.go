package tellings

import (
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
)

// A deed is a dated verb of somebody who must be alive for it, or a death.
type deed struct {
	who     string // the canonical name, or a title behind "the"
	account *claims.Account
	h       *claims.Hanging
	death   bool
}

// deedsKept is how many deaths, and how many other deeds, of a document are compared.
// The bound is for hostile texts.
const deedsKept = 64

// deaths returns the orders that a death puts what somebody does, or is done to
// somebody living, in: all of it comes first.
func deaths(d *page.Page) []*fact.Order {
	var ends, acts []deed
	o := orderReader{d: d}
	for i, t := range claims.Accounts(d) {
		if t == nil || !page.Counted(d.Parsed[i].Zone) {
			continue
		}
		o.account, o.words = t, d.Parsed[i].Words
		for k := range t.Times {
			for _, x := range o.deeds(&t.Times[k]) {
				switch {
				case x.death && len(ends) < deedsKept:
					ends = append(ends, x)
				case !x.death && len(acts) < deedsKept:
					acts = append(acts, x)
				}
			}
		}
	}
	var out []*fact.Order
	for _, end := range ends {
		for _, act := range acts {
			if act.who == end.who && !act.h.Time.When.Overlaps(end.h.Time.When) {
				out = append(out, o.order(afterDeath, act.h, end.h))
			}
		}
	}
	return out
}

// afterDeath stands for the word of order where a death makes the order.
const afterDeath = "death"

// deeds returns what the verb of h tells of a person, if it is a fact.
func (o *orderReader) deeds(h *claims.Hanging) []deed {
	g := h.Group
	if g == nil || g.Loose || g.Tense != claims.TensePast || !o.usable(h) {
		return nil
	}
	from := g.From - deedReach
	if !g.Side {
		from = max(from, g.Begins)
	}
	subject := o.personIn(from, g.From)
	death := g.Lemma == "die"
	var out []deed
	if subject != "" && (death || !g.Passive && en.Is(g.Lemma, en.LivingAct) || g.Passive && en.Is(g.Lemma, en.DoneToLiving)) {
		out = append(out, deed{subject, o.account, h, death})
	}
	if !g.Passive && en.Is(g.Lemma, en.DoneToLiving) {
		if object := o.personIn(g.To, h.Prep); object != "" {
			out = append(out, deed{object, o.account, h, false})
		}
	}
	return out
}

// deedReach is how many words before a verb its subject begins at most. Chosen.
const deedReach = 8

// personIn returns the one person whom words [from, to) name, or mean by a title
// behind "the"; empty if there is none, or what they name may be an owner.
func (o *orderReader) personIn(from, to int) string {
	who := ""
	for _, n := range o.d.NamesOf(o.account.Sentence) {
		if n.Words[0] < from || n.Words[1] > to || n.Kind == page.NamePlace || n.Demonym {
			continue
		}
		if who != "" || n.Kind == page.NameOrg || o.words[n.Words[1]-1].Possessive {
			return ""
		}
		who = n.Canonical
	}
	for k := max(from, 0); who == "" && k+1 < to; k++ {
		if w := o.account.Lower[k+1]; o.account.Lower[k] == "the" {
			if _, ok := lexicon.Roles().Lookup(w); ok && !o.words[k+1].Possessive {
				return "the " + w
			}
		}
	}
	return who
}
