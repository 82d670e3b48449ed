// Package figures tells what the numbers of a claim are of its event: a toll, a
// result, a vote, which one in a row.
package figures

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// The kinds of figures. That of any other number is its own: count, money, percent,
// measure, age …
const (
	Toll      = "toll"
	Score     = "score"
	Vote      = "vote"
	Ordinal   = "ordinal"
	Magnitude = "magnitude"
)

// What a toll is of.
const (
	Killed  = "killed"
	Injured = "injured"
	Missing = "missing"
)

// Of returns the numbers of c with what they are, in the order of the text: those of
// its participants, and the result or vote behind its verb. Of two claims of a
// sentence a result belongs to the last one before it.
func Of(c *claims.Claim) []fact.Figure {
	r := reader{c}
	out := r.ordinals()
	for near := c.NumbersNear(); len(near) > 0; {
		f, took := r.vote(near)
		if took == 0 && r.owns(near[0]) {
			f = r.figure(near[0])
		}
		if f.Kind != "" {
			out = append(out, f)
		}
		near = near[max(1, took):]
	}
	slices.SortStableFunc(out, func(a, b fact.Figure) int { return a.At.Span.Start - b.At.Span.Start })
	return out
}

// A reader reads the figures of one claim.
type reader struct{ *claims.Claim }

// new returns a figure that stands in span.
func (r reader) new(kind string, value float64, of string, span text.Span) fact.Figure {
	at := r.Page.PlaceOf(span)
	return fact.Figure{At: at, Text: at.Text, Kind: kind, Value: value, Of: of}
}

// owns reports whether n is of the claim: inside of a participant, or a result behind
// its verb before which no other claim of a verb stands.
func (r reader) owns(n *fact.Number) bool {
	if n.Kind == numbers.KindScore {
		return !r.Noun && r.lastBefore(n.At.Span.Start)
	}
	if n.At.Span.Overlaps(r.Group) && r.Noun {
		return true
	}
	return slices.ContainsFunc(r.Participants, func(p claims.Participant) bool { return n.At.Span.Overlaps(p.Span) })
}

// lastBefore reports whether the claim is the last one of a verb of its sentence
// before offset.
func (r reader) lastBefore(offset int) bool {
	if r.Trigger.Start >= offset {
		return false
	}
	all := claims.Of(r.Page)
	next := sort.Search(len(all), func(i int) bool { return all[i].Trigger.Start > r.Trigger.Start })
	for ; next < len(all) && all[next].Trigger.Start < offset && all[next].Sentence == r.Sentence; next++ {
		if !all[next].Noun {
			return false
		}
	}
	return true
}

// figure returns what n is of the claim.
func (r reader) figure(n *fact.Number) fact.Figure {
	f := r.new(n.Kind, n.Value, n.Noun, n.At.Span)
	switch {
	case n.Kind == numbers.KindScore:
		f.Kind, f.Other, f.Of = Score, *n.Upper, ""
	case r.strength(n):
		f.Kind, f.Of = Magnitude, ""
	case n.Kind == numbers.KindCount && n.Upper == nil:
		if of := r.tollOf(n); of != "" {
			f.Kind, f.Of = Toll, of
		}
	}
	return f
}

// tollOf returns what a count is of if those who are counted were harmed, "" if they
// were not: 17 people were killed, the toll rose to 61.
func (r reader) tollOf(n *fact.Number) string {
	harmed := claims.Object
	if !slices.ContainsFunc(r.Participants, func(p claims.Participant) bool { return p.Role == claims.Object }) {
		harmed = claims.Subject // 17 people died
	}
	for i := range r.Participants {
		p := &r.Participants[i]
		switch inside := n.At.Span.Overlaps(p.Span); {
		case en.Is(p.Lemma, en.Toll) && !inside && p.Role != claims.Other:
			return Killed
		case inside && p.Role == harmed && (n.Noun == "" || lexicon.PersonWord(n.Noun)):
			if of := harm(r.Lemma); of != "" {
				return of
			}
		}
	}
	return ""
}

// harm returns what a verb does to those it harms, "" if it harms nobody.
func harm(verb string) string {
	switch c := en.Classes(verb); {
	case c.Has(en.KillVerb):
		return Killed
	case c.Has(en.HurtVerb):
		return Injured
	case c.Has(en.LostVerb):
		return Missing
	}
	return ""
}

// strength reports whether n is the strength of an earthquake: of magnitude 6.1, a 6.1
// magnitude quake.
func (r reader) strength(n *fact.Number) bool {
	if n.Kind != numbers.KindCount {
		return n.Kind == numbers.KindMeasure && en.Is(n.Unit, en.Magnitude)
	}
	src, end := r.Page.Article.Flow(), n.At.Span.End
	next, _, _ := strings.Cut(strings.TrimLeft(src[end:min(len(src), end+wordReach)], " "), " ")
	return en.Is(text.Lower(next), en.Magnitude)
}

// wordReach is within how many bytes behind a number the next word ends.
const wordReach = 12

// vote returns the vote that the numbers near begin with if the claim is of a
// decision, and how many of them it takes, 0 for no vote: by four votes to three, 52-48.
func (r reader) vote(near []*fact.Number) (f fact.Figure, took int) {
	n := near[0]
	if r.Noun || !en.Classes(r.Lemma).HasAny(en.VoteVerb, en.Carried, en.Rejected) || r.beats() || !r.lastBefore(n.At.Span.Start) {
		return f, 0
	}
	switch {
	case n.Kind == numbers.KindScore:
		f, took = r.new(Vote, n.Value, "", n.At.Span), 1
		f.Other = *n.Upper
	case len(near) > 1 && r.opposed(n, near[1]):
		f, took = r.new(Vote, n.Value, "", text.Span{Start: n.At.Span.Start, End: near[1].At.Span.End}), 2
		f.Other = near[1].Value
	}
	return f, took
}

// beats reports whether the claim is of a game that its subject wins: its verb can be
// of a game, and its object is nothing that is voted on.
func (r reader) beats() bool {
	return en.Is(r.Lemma, en.Beat) && !slices.ContainsFunc(r.Participants, func(p claims.Participant) bool {
		return p.Role == claims.Object && en.Is(p.Lemma, en.Motion)
	})
}

// opposed reports whether two counts are those of the sides of a vote: 220 votes to 211.
func (r reader) opposed(a, b *fact.Number) bool {
	if a.Kind != numbers.KindCount || b.Kind != numbers.KindCount {
		return false
	}
	return en.Is(text.Lower(strings.TrimSpace(r.Page.Article.Flow()[a.At.Span.End:b.At.Span.Start])), en.VoteTo)
}

// ordinals returns which one in a row the participants are: her third title, the
// 78th minute.
func (r reader) ordinals() []fact.Figure {
	var out []fact.Figure
	if r.Noun {
		out = r.ordinalsIn(r.Group, out)
	}
	for i := range r.Participants {
		out = r.ordinalsIn(r.Participants[i].Span, out)
	}
	return out
}

// ordinalsIn appends the ordinals of a noun group, of what its last word names.
func (r reader) ordinalsIn(group text.Span, out []fact.Figure) []fact.Figure {
	words := group.In(r.Page.Article.Flow())
	head := words[strings.LastIndexByte(words, ' ')+1:]
	at := group.Start
	for word := range strings.SplitSeq(words[:len(words)-len(head)], " ") {
		if n := ordinal(text.Lower(word)); n > 0 {
			out = append(out, r.new(Ordinal, n, text.Lower(head), text.Span{Start: at, End: at + len(word)}))
		}
		at += len(word) + 1
	}
	return out
}

// ordinal returns what a word counts as, 0 for none: third, 78th.
func ordinal(word string) float64 {
	if w := lexicon.SpanWordOf(word); w.Class&lexicon.SpanOrdinal != 0 {
		return float64(w.Value)
	}
	digits := strings.TrimRight(word, "stndrh")
	if len(word)-len(digits) != 2 || digits == "" {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return float64(n)
}
