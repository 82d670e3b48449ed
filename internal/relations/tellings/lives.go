package tellings

import (
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// A deed is a dated claim of what somebody or something did, or of what was done to
// them.
type deed struct {
	bearer
	claim  *claims.Claim
	time   *timeline.Time
	living bool // only the living do it, or have it done to them
}

// deedsKept is how many deeds of one bearer are compared, the first of them. The
// bound is for hostile texts.
const deedsKept = 64

// lives returns the orders that the acts on one person or thing have wherever they
// are told: a life ends with death, and a bill is passed before it is signed.
func lives(d *page.Page) []*fact.Order {
	if !mayOrder(d) {
		return nil
	}
	var out []*fact.Order
	byBearer := map[string][]deed{}
	for _, b := range deeds(d, happened) {
		kept := byBearer[b.key]
		for _, a := range kept {
			if f := inLife(d, a, b); f != nil {
				out = append(out, f)
			}
		}
		if len(kept) < deedsKept {
			byBearer[b.key] = append(kept, b)
		}
	}
	return out
}

// inLife returns the order of two deeds of one bearer, in the order of the text;
// nil if they have none.
func inLife(d *page.Page, a, b deed) *fact.Order {
	if !a.takes(&b.bearer) || a.claim.Time == b.claim.Time || a.claim.When().Overlaps(b.claim.When()) {
		return nil
	}
	near := a.claim.When().Gap(b.claim.When()) <= affairDays
	for _, o := range [...][2]deed{{a, b}, {b, a}} {
		if p := comesFirst(o[0], o[1]); p == lexicon.Always || p == lexicon.WithinAffairs && near {
			return lifeOrder(d, o[0], o[1])
		}
	}
	return nil
}

// affairDays is how many days the acts of one affair lie apart at most, out of
// order, for them to be of one. Chosen.
const affairDays = 366

// comesFirst returns how far a comes before b whatever the text says.
func comesFirst(a, b deed) lexicon.Precedence {
	if a.living && b.is(death) && !a.is(death) || a.is(birth) && (b.living || b.is(death)) {
		return lexicon.Always
	}
	if !mayPrecede(a.claim, b.claim) {
		return 0
	}
	for _, first := range actsOf(a.claim) {
		for _, second := range actsOf(b.claim) {
			if p := lexicon.Precedes(first, second); p != 0 {
				return p
			}
		}
	}
	return 0
}

// mayPrecede reports whether one of the acts of a may come before one of those of b.
func mayPrecede(a, b *claims.Claim) bool {
	for _, first := range [...]string{a.Act, actOf(a)} {
		if lexicon.MayPrecede(first, b.Act) || lexicon.MayPrecede(first, actOf(b)) {
			return true
		}
	}
	return false
}

// Acts that a life begins and ends with.
const (
	birth = "bear"
	death = "die"
)

func (x *deed) is(act string) bool { return actOf(x.claim) == act }

// deeds returns the deeds of the page that pass, in the order of the text.
func deeds(d *page.Page, pass func(*claims.Claim) bool) []deed {
	var out []deed
	r := newBearerReader(d)
	for _, c := range claims.Of(d) {
		var topic bearer
		for _, p := range borne(c) {
			b, ok := r.of(c, p)
			if !ok {
				continue
			}
			if topic.key == "" {
				topic = b
			}
			x := deed{bearer: b, claim: c, living: livingAct(c, p)}
			if pass(c) && (x.living || patient(c) == p) {
				out = append(out, x)
			}
		}
		if !c.Noun && topic.key != "" {
			r.follow(c, topic)
		}
	}
	return out
}

// borne returns the participants whose life a claim may belong to: who acts, to
// whom it is done, and of a noun whose it is.
func borne(c *claims.Claim) []*claims.Participant {
	var out []*claims.Participant
	for i := range c.Participants {
		p := &c.Participants[i]
		if p.Role != claims.Other || c.Noun && en.Is(p.Preposition, en.Owning) || en.Is(p.Preposition, en.At) {
			out = append(out, p)
		}
	}
	return out
}

// patient returns whom a claim is done to: its object, else its subject, and of a
// noun whose it is. nil for none.
func patient(c *claims.Claim) *claims.Participant {
	var subject *claims.Participant
	for i := range c.Participants {
		switch p := &c.Participants[i]; {
		case p.Role == claims.Object, c.Noun && p.Role == claims.Other && en.Is(p.Preposition, en.Owning):
			return p
		case p.Role == claims.Subject && subject == nil:
			subject = p
		}
	}
	return subject
}

// livingAct reports whether claim c tells of p what only the living do, or have done
// to them. An act on a thing can be done after a death: a book is signed by an heir.
func livingAct(c *claims.Claim, p *claims.Participant) bool {
	if c.Noun {
		return false
	}
	if p.Role == claims.Subject {
		return en.Is(c.Lemma, en.LivingAct)
	}
	return en.Is(c.Lemma, en.DoneToLiving)
}

// actOf returns the act of a claim, the death of a killing.
func actOf(c *claims.Claim) string {
	if en.Is(c.Act, en.Killing) {
		return death
	}
	return c.Act
}

// actsOf returns the act of a claim, and it with each noun behind a preposition.
func actsOf(c *claims.Claim) []string {
	out := []string{actOf(c)}
	for i := range c.Participants {
		if p := &c.Participants[i]; p.Role == claims.Other || p.Role == claims.Object {
			out = append(out, c.Act+" "+p.Lemma)
		}
	}
	return out
}

// happened reports whether c tells of something that happened, at a time that can be
// put in an order.
func happened(c *claims.Claim) bool {
	return (c.Past || c.Noun) && c.Modality == claims.Actual && dated(c)
}

// dated reports whether c tells of an event and it is known when it is.
func dated(c *claims.Claim) bool {
	return certain(c) && c.Time != nil && orderable(c.Time)
}

// certain reports whether c tells of an event, by no more than a bound of its time.
func certain(c *claims.Claim) bool {
	return c.Class == claims.Event && !c.Negated && !c.Quoted && c.Bound == ""
}

// orderable reports whether it is known when t is, by more than the name of a weekday.
func orderable(t *timeline.Time) bool {
	return claims.Dated(t) && !t.BareWeekday() && t.Sure && t.Joins == 0 && t.Value != present
}

// present is the value of now and these days, which tell of no day.
const present = "PRESENT_REF"

// lifeOrder makes the fact that the deed a comes before b.
func lifeOrder(d *page.Page, a, b deed) *fact.Order {
	flow := d.Article.Flow()
	f := orderFact(d, a.claim.Time.Span, a.claim.Time, b.claim.Time)
	f.Who = a.text
	if b.is(death) {
		f.Word = afterDeath
	}
	f.Apart = true
	f.Acts = []string{strings.TrimSpace(a.claim.Trigger.In(flow)), strings.TrimSpace(b.claim.Trigger.In(flow))}
	return f
}

// afterDeath stands for the word of order where a death makes the order.
const afterDeath = "death"
