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

// againReach is how many sentences lie at most between two that tell one act. Chosen.
const againReach = 12

// again returns the claims that tell an act on somebody or something once more with
// another time: the bridge collapsed on 7 April, the collapse of the bridge on 9 April.
// Acts that come again and again (said, met, played) are left to those who see more.
func again(d *page.Page) []*fact.Retelling {
	if !mayTellAgain(d) {
		return nil
	}
	var out []*fact.Retelling
	before := map[string][]deed{}
	pass := func(c *claims.Claim) bool { return tellable(c, timeOf(d, c)) }
	for _, b := range deeds(d, pass) {
		b.time = timeOf(d, b.claim)
		key := b.key + " " + b.claim.Act
		if a := before[key]; len(a) == 1 && a[0].takes(&b.bearer) && sameAct(d, a[0], b) {
			out = append(out, retelling(d, a[0].dating(d), b.dating(d), []string{b.text}))
		}
		before[key] = append(before[key], b)
	}
	return out
}

// timeOf returns the time of claim c; of a noun also that right behind it and its "of",
// where a verb has it for a bound: since the collapse of the bridge on 9 April.
func timeOf(d *page.Page, c *claims.Claim) *timeline.Time {
	if c.Time != nil || !c.Noun {
		return c.Time
	}
	end := c.Group.End
	for i := range c.Participants {
		if p := &c.Participants[i]; en.Is(p.Preposition, en.Owning) {
			end = max(end, p.Span.End)
		}
	}
	for _, t := range d.TimesIn[c.Sentence] {
		if t.Span.Start >= end && t.Span.Start-end < maxJoint {
			between := strings.TrimSpace(d.Article.Flow()[end:t.Span.Start])
			if lexicon.ClauseWord(between).Is(lexicon.WordOn) {
				return t
			}
		}
	}
	return nil
}

// maxJoint is how many bytes a preposition between a noun and its time has at most,
// with blanks.
const maxJoint = 8

// tellable reports whether the act of c at the time t can be told again as the same.
func tellable(c *claims.Claim, t *timeline.Time) bool {
	if !certain(c) || t == nil || !orderable(t) || c.Modality != claims.Actual && c.Modality != claims.Planned || lexicon.ClauseWord(c.Lemma).Is(lexicon.WordGeneric) {
		return false
	}
	return oneAct(c.Act)
}

// oneAct reports whether a verb tells what happens once to one person or thing.
func oneAct(verb string) bool {
	_, ok := lexicon.HappeningOf(verb)
	return ok
}

// sameAct reports whether b tells the act of a again, with another time.
func sameAct(d *page.Page, a, b deed) bool {
	from, to := a.claim, b.claim
	if from.Sentence == to.Sentence || to.Sentence-from.Sentence > againReach || (from.Modality == claims.Planned) != (to.Modality == claims.Planned) {
		return false
	}
	if fits(a.time, b.time) || !sameGrain(a.time, b.time) || another(d, from) || another(d, to) {
		return false
	}
	return !differ(d, from, to)
}

// another reports whether a word beside c says that there is more than one of its
// kind.
func another(d *page.Page, c *claims.Claim) bool {
	s := d.Syntax(c.Sentence)
	first, end := s.Range(c.Group)
	for k := max(0, first-3); k < min(end+3, len(s.Tokens())); k++ {
		if lexicon.ClauseWord(strings.ToLower(s.Text(k))).Is(lexicon.WordOther) {
			return true
		}
	}
	return false
}

// differ reports whether two claims tell two of one kind: at two places, or with other
// people or things in one role.
func differ(d *page.Page, a, b *claims.Claim) bool {
	if a.Place != nil && b.Place != nil && a.Place.Lemma != b.Place.Lemma {
		return true
	}
	for _, p := range a.Participants {
		for _, q := range b.Participants {
			if p.Role == q.Role && p.Preposition == q.Preposition && p.Lemma != q.Lemma && p.Name != q.Name && !p.Pronoun && !q.Pronoun {
				return true
			}
		}
	}
	return false
}

// dating is what a retelling needs to know of the deed.
func (x deed) dating(d *page.Page) *dating {
	return &dating{time: x.time, words: x.claim.Trigger, sentence: x.claim.Sentence}
}
