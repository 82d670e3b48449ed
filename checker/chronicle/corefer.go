package chronicle

import (
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/lexicon/en"
	"factcheck/timeline"
)

// corefers returns the last event of the list that c can be another mention of.
func corefers(list []mention, c *claims.Claim) *Event {
	for _, m := range slices.Backward(list) {
		if sameEvent(m.claim, c, m.event.When) {
			return m.event
		}
	}
	return nil
}

// sameEvent reports whether two claims of one act in one document tell of one
// event: nothing that they say differs, and they share a participant, or the
// second takes the first up: "the attack".
func sameEvent(a, b *claims.Claim, when timeline.Interval) bool {
	if a.Modality != b.Modality || a.Negated != b.Negated || a.Sentence == b.Sentence {
		return false
	}
	if b.Noun && en.Is(lower(firstWord(b)), en.IndefiniteArticle) {
		return false // an attack is another one
	}
	if b.Open && !when.Empty() {
		return false
	}
	if w := b.Given(); !w.Empty() && !when.Empty() && !w.Overlaps(when) {
		return false
	}
	shared, differ := compare(a, b)
	switch {
	case differ:
		return false
	case b.Noun && shared == 0:
		return takesUp(b) || a.Noun && !when.Empty() && b.When() == when
	}
	return shared > 0 && (shared > 1 || a.Noun || b.Noun || !b.Given().Empty() && !when.Empty())
}

// takesUp reports whether an event noun stands for one that was told before:
// the attack, this visit.
func takesUp(c *claims.Claim) bool {
	return en.Is(lower(firstWord(c)), en.TakesUp) && len(c.Participants) == 0
}

// firstWord returns the word that the noun group of c begins with.
func firstWord(c *claims.Claim) string {
	first, _, _ := strings.Cut(c.Group.In(c.Page.Article.Flow()), " ")
	return first
}

// compare counts what two claims have in common of those who take part, and
// reports whether they name different ones in one role.
func compare(a, b *claims.Claim) (shared int, differ bool) {
	for _, role := range [...]claims.Role{claims.Subject, claims.Object} {
		known, same := false, false
		for i := range a.Participants {
			p := &a.Participants[i]
			if p.Role != role || p.Pronoun {
				continue
			}
			for j := range b.Participants {
				q := &b.Participants[j]
				if q.Role != role || q.Pronoun {
					continue
				}
				known = true
				if one(p, q) && !anew(a, b, q) {
					same = true
				}
			}
		}
		switch {
		case same:
			shared++
		case known && !claims.InTouch(a.Kind):
			return 0, true
		}
	}
	if a.Place != nil && b.Place != nil && a.Place.Name != b.Place.Name {
		return 0, true
	}
	if a.Noun || b.Noun || claims.InTouch(a.Kind) {
		shared += crosswise(a, b)
	}
	return shared, false
}

// anew reports whether q of b is one that the document has not told of before: a
// man, behind an earlier a in the same document that is no headline.
func anew(a, b *claims.Claim, q *claims.Participant) bool {
	if a.Page != b.Page || q.Name != "" || a.Page.Parsed[a.Sentence].Zone == article.Headline {
		return false
	}
	first, _, _ := strings.Cut(q.Span.In(b.Page.Article.Flow()), " ")
	return en.Is(lower(first), en.IndefiniteArticle)
}

// crosswise counts the names that two claims share whatever their roles.
func crosswise(a, b *claims.Claim) int {
	n := 0
	for i := range a.Participants {
		p := &a.Participants[i]
		for j := range b.Participants {
			q := &b.Participants[j]
			if p.Role != q.Role && !p.Pronoun && !q.Pronoun && one(p, q) {
				n++
			}
		}
	}
	return n
}

// one reports whether two participants are one: by name where both have one,
// else by the noun.
func one(p, q *claims.Participant) bool {
	if p.Name != "" && q.Name != "" {
		return p.Name == q.Name
	}
	return p.Lemma == q.Lemma
}

// across joins events of different documents: of one act and one day, with a
// name in common and nothing that differs.
func (b *builder) across() {
	type key struct {
		act  string
		when timeline.Interval
	}
	open := map[key][]*Event{}
	for _, e := range b.all {
		if len(e.Claims) == 0 || e.When.Empty() {
			continue
		}
		k := key{e.Lead.Act, e.When}
		joined := false
		for _, old := range slices.Backward(open[k]) {
			if old.Claims[0].Page != e.Claims[0].Page && alike(old, e) {
				b.merge(old, e)
				joined = true
				break
			}
		}
		if list := open[k]; !joined {
			open[k] = append(list[max(0, len(list)-maxOpen+1):], e)
		}
	}
}

// disagreements notes events that different documents tell with one act, alike
// in all else, of days that lie apart but near.
func (b *builder) disagreements() {
	open := map[string][]*Event{}
	for _, e := range b.all {
		if len(e.Claims) == 0 || e.When.Empty() || !e.When.Closed() || e.Dated == nil || e.Dated.Likely.Why != 0 || e.Statement {
			continue
		}
		list := open[e.Lead.Act]
		for _, old := range list {
			if old.Lead.Page != e.Lead.Page && near(old.When, e.When) && alike(old, e) {
				old.Elsewhere, e.Elsewhere = append(old.Elsewhere, e), append(e.Elsewhere, old)
			}
		}
		open[e.Lead.Act] = append(list[max(0, len(list)-maxOpen+1):], e)
	}
}

// near reports whether two intervals of at most a day do not meet but begin within
// a week.
func near(a, b timeline.Interval) bool {
	const day = 24 * 60
	apart := b.From - a.From
	if apart < 0 {
		apart = -apart
	}
	return !a.Overlaps(b) && apart <= 7*day && a.To-a.From <= day && b.To-b.From <= day
}

// alike reports whether two events of different documents, of one act and time,
// are one: they share the name of someone who takes part, and whatever stands in
// one role of both is the same.
func alike(a, b *Event) bool {
	if a.Modality() != b.Modality() || a.Lead.Negated != b.Lead.Negated {
		return false
	}
	if told(a.Lead) == told(b.Lead) {
		return true
	}
	shared, differ := compare(a.Lead, b.Lead)
	if differ || shared == 0 {
		return false
	}
	return shared > 1 || slices.ContainsFunc(participants(a), func(name string) bool { return slices.Contains(participants(b), name) })
}

// told returns the passage of a claim, for comparison.
func told(c *claims.Claim) string {
	var b strings.Builder
	for _, s := range c.Passage() {
		for w := range strings.FieldsSeq(s.In(c.Page.Article.Flow())) {
			b.WriteString(w)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func lower(w string) string {
	if w != "" && 'A' <= w[0] && w[0] <= 'Z' {
		return string(w[0]+'a'-'A') + w[1:]
	}
	return w
}
