package checker

import (
	"slices"
	"sort"
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/claims/figures"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// claimFacts returns the claims of the document as rules see them.
func claimFacts(d *page.Page) []*fact.Claim {
	all := claims.Of(d)
	out := make([]*fact.Claim, len(all))
	for i, c := range all {
		out[i] = claimFact(d, c)
	}
	return out
}

func claimFact(d *page.Page, c *claims.Claim) *fact.Claim {
	s := &d.Parsed[c.Sentence]
	f := &fact.Claim{
		At: d.PlaceOf(c.Trigger), Text: passageOf(d, c), Zone: s.Zone.String(), Class: c.Class.String(), Kind: c.Kind,
		Predicate: c.Lemma, Act: c.Act, Noun: c.Noun, Bound: c.Bound, Negated: c.Negated, Modality: string(c.Modality),
		Quoted: c.Quoted, Main: c.Main && !c.Relative, Sentence: s.Span.In(d.Article.Flow()),
		When: page.Interval(ranged(d, c.Time, c.When()), ""),
	}
	for i := range c.Participants {
		p := participantFact(d, &c.Participants[i])
		f.Participants = append(f.Participants, p)
		if p.Name != "" {
			f.Who = append(f.Who, p.Name)
		}
	}
	slices.Sort(f.Who)
	f.Who = slices.Compact(f.Who)
	f.Subject, f.Object = called(d, c.By(claims.Subject)), called(d, c.By(claims.Object))
	if c.Place != nil {
		f.Place = called(d, []claims.Participant{*c.Place})
		f.Country = countryOf(f.Place)
	}
	if c.Time != nil {
		f.Time = claims.Times(d)[timeAt(d, c.Time)]
	}
	for _, n := range c.Numbers() {
		f.Numbers = append(f.Numbers, *n)
	}
	f.Figures = figures.Of(c)
	if c.Source != nil {
		f.Source = &fact.Source{At: d.PlaceOf(c.Source.Span), Text: c.Source.Span.In(d.Article.Flow()), Speaker: called(d, c.Source.Speaker)}
	}
	return f
}

// timeAt returns the index of a time among those of its document.
func timeAt(d *page.Page, t *timeline.Time) int {
	return sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= t.Span.Start })
}

// ranged returns when something happens that has a time, which says when: to the
// end of the range, if the time begins one.
func ranged(d *page.Page, t *timeline.Time, when timeline.Interval) timeline.Interval {
	if t == nil || !when.Closed() {
		return when
	}
	next := timeAt(d, t) + 1
	if next >= len(d.Times) || d.Times[next].Joins != timeline.RangeEnd || d.Times[next].Sentence != t.Sentence {
		return when
	}
	if to := d.Times[next].When; to.Closed() && to.To > when.To {
		return timeline.Interval{From: when.From, To: to.To}
	}
	return when
}

// passageOf returns the words of the shortest passage that says a claim.
func passageOf(d *page.Page, c *claims.Claim) string {
	var parts []string
	for _, s := range c.Passage() {
		parts = append(parts, strings.TrimSpace(s.In(d.Article.Flow())))
	}
	return strings.Join(parts, " … ")
}

var claimRoles = [...]string{claims.Subject: "subject", claims.Object: "object", claims.Other: "other"}

func participantFact(d *page.Page, p *claims.Participant) fact.Participant {
	f := fact.Participant{At: d.PlaceOf(p.Span), Role: claimRoles[p.Role], Preposition: p.Preposition, Head: p.Lemma,
		Name: p.Name, Kind: kindsOfName[p.Kind], Pronoun: p.Pronoun}
	f.Text = f.At.Text
	return f
}

var kindsOfName = map[page.NameKind]string{page.NamePerson: "person", page.NamePlace: "place", page.NameOrg: "organisation"}

// called returns the canonical name of the first of some participants, or its words;
// empty if there is none.
func called(d *page.Page, all []claims.Participant) string {
	if len(all) == 0 {
		return ""
	}
	if all[0].Name != "" {
		return all[0].Name
	}
	return all[0].Span.In(d.Article.Flow())
}

// countryOf returns the country of a place that the lexicon knows.
func countryOf(name string) string {
	p, _ := lexicon.Places().Lookup(name)
	return p.Country
}

// generalEvents returns the claims of something that happens, but those that
// stand for one of the events already known, which are in order.
func generalEvents(d *page.Page, known []text.Span) []*fact.Event {
	var out []*fact.Event
	for i, c := range claims.Of(d) {
		if c.Class != claims.Event {
			continue
		}
		k := sort.Search(len(known), func(k int) bool { return known[k].End > c.Trigger.Start })
		if k < len(known) && known[k].Overlaps(c.Trigger) {
			continue
		}
		out = append(out, eventOf(claimLayer.Of(d)[i]))
	}
	return out
}

// addClaim adds to an event of a known kind what the claim at its mention says and
// the event does not.
func addClaim(d *page.Page, f *fact.Event) {
	if all := within(claimLayer.Of(d), f.At.Span); len(all) > 0 {
		e := eventOf(all[0])
		f.Predicate, f.Negated = e.Predicate, e.Negated
		if f.Place == "" {
			f.Place = e.Place
		}
		if len(f.Participants) == 0 {
			f.Participants = e.Participants
		}
	}
	f.Country = countryOf(f.Place)
}

// eventOf returns a claim of an event as rules over events see it.
func eventOf(f *fact.Claim) *fact.Event {
	e := &fact.Event{Kind: f.Kind, Trigger: f.At.Text, Predicate: f.Predicate, Place: f.Place, Country: f.Country,
		When: f.When, Dated: f.When != nil, Zone: f.Zone, Modality: f.Modality, Negated: f.Negated, At: f.At, Text: f.Sentence}
	for _, p := range f.Participants {
		if p.Name != "" && p.Kind != kindsOfName[page.NamePlace] && !slices.Contains(e.Participants, p.Name) {
			e.Participants = append(e.Participants, p.Name)
		}
	}
	if f.When != nil {
		e.Explanation = f.Time.Explanation
	}
	return e
}
