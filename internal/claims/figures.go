package claims

import (
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// A Figure is a number of a claim with what it is of the event.
type Figure struct {
	Kind  FigureKind
	Value float64
	Other float64   // of a score or a vote what the other side has, else 0
	Of    string    // of a toll killed, injured or missing; of a count its noun, of an ordinal what is numbered
	Span  text.Span // where it stands
}

// A FigureKind says what a number is of an event; for one that is none of the
// constants it is the kind of the number: count, money, percent, measure, age …
type FigureKind string

// The kinds of figures that a claim gives to a number.
const (
	Toll      FigureKind = "toll"
	Score     FigureKind = "score"
	Vote      FigureKind = "vote"
	Ordinal   FigureKind = "ordinal"
	Magnitude FigureKind = "magnitude"
)

// What a toll is of.
const (
	Killed  = "killed"
	Injured = "injured"
	Missing = "missing"
)

// Figures returns the numbers of the claim with what they are, in the order of the
// text: those of its participants, and the result or vote behind its verb. Of two
// claims of a sentence a result belongs to the last one before it.
func (c *Claim) Figures() []Figure {
	var out []Figure
	nums := numbersWithin(c.Page, c.extent())
	for k := 0; k < len(nums); k++ {
		n := nums[k]
		if f, two := c.vote(nums[k:]); f.Kind != "" {
			out = append(out, f)
			k += two
			continue
		}
		if !c.owns(n) {
			continue
		}
		out = append(out, c.figure(n))
	}
	return inOrder(append(out, c.ordinals()...))
}

// extent returns the part of the text in which the figures of c stand: from its
// first participant or trigger to the end of its passage.
func (c *Claim) extent() text.Span {
	s := c.Trigger
	for i := range c.Participants {
		s.Start, s.End = min(s.Start, c.Participants[i].Span.Start), max(s.End, c.Participants[i].Span.End)
	}
	if p := c.Passage(); len(p) > 0 {
		s.End = max(s.End, p[len(p)-1].End)
	}
	return s
}

// owns reports whether n is of c: inside of a participant, or a result behind its
// verb before which no other claim of a verb stands.
func (c *Claim) owns(n *fact.Number) bool {
	if n.Kind == numbers.KindScore {
		return !c.Noun && c.lastBefore(n.At.Span.Start)
	}
	if n.At.Span.Overlaps(c.Group) && c.Noun {
		return true
	}
	for i := range c.Participants {
		if n.At.Span.Overlaps(c.Participants[i].Span) {
			return true
		}
	}
	return false
}

// lastBefore reports whether c is the last claim of a verb of its sentence before
// offset.
func (c *Claim) lastBefore(offset int) bool {
	if c.Trigger.Start >= offset {
		return false
	}
	for _, x := range In(c.Page, c.Sentence) {
		if !x.Noun && x.Trigger.Start > c.Trigger.Start && x.Trigger.Start < offset {
			return false
		}
	}
	return true
}

// figure returns what n is of c.
func (c *Claim) figure(n *fact.Number) Figure {
	f := Figure{Kind: FigureKind(n.Kind), Value: n.Value, Of: n.Noun, Span: n.At.Span}
	switch {
	case n.Kind == numbers.KindScore:
		f.Kind, f.Other, f.Of = Score, *n.Upper, ""
	case n.Kind == numbers.KindCount && c.besideMagnitude(n):
		f.Kind, f.Of = Magnitude, ""
	case n.Kind == numbers.KindCount && n.Upper == nil:
		if of := c.tollOf(n); of != "" {
			f.Kind, f.Of = Toll, of
		}
	}
	return f
}

// tollOf returns what a count of c is if those who are counted were harmed, "" if
// they were not: 17 people were killed, the toll rose to 61.
func (c *Claim) tollOf(n *fact.Number) string {
	harmed := Object
	cl := en.Classes(c.Lemma)
	if len(c.By(Object)) == 0 {
		harmed = Subject // 17 people died
	}
	for i := range c.Participants {
		p := &c.Participants[i]
		switch inside := n.At.Span.Overlaps(p.Span); {
		case en.Is(p.Lemma, en.Toll) && !inside && p.Role != Other:
			return Killed
		case !inside || p.Role != harmed || n.Noun != "" && !lexicon.PersonWord(n.Noun):
			continue
		case cl.Has(en.KillVerb):
			return Killed
		case cl.Has(en.HurtVerb):
			return Injured
		case cl.Has(en.LostVerb):
			return Missing
		}
	}
	return ""
}

// besideMagnitude reports whether n is the strength of an earthquake: of magnitude
// 6.1, a 6.1-magnitude quake.
func (c *Claim) besideMagnitude(n *fact.Number) bool {
	src := c.Page.Article.Flow()
	before, after := strings.Fields(src[max(0, n.At.Span.Start-2*wordReach):n.At.Span.Start]), strings.Trim(src[n.At.Span.End:min(len(src), n.At.Span.End+wordReach)], " -")
	first, _, _ := strings.Cut(after, " ")
	return en.Is(n.Noun, en.Magnitude) || en.Is(text.Lower(first), en.Magnitude) || len(before) > 0 && en.Is(strings.Trim(text.Lower(before[len(before)-1]), "-"), en.Magnitude)
}

// wordReach is within how many bytes of a number a word stands beside it.
const wordReach = 12

// vote returns the vote that nums begin with if c is of a decision, and how many
// more of the numbers it takes: by four votes to three, 52-48.
func (c *Claim) vote(nums []*fact.Number) (f Figure, more int) {
	if c.Noun || !en.Classes(c.Lemma).HasAny(en.VoteVerb, en.Carried, en.Rejected) || !c.lastBefore(nums[0].At.Span.Start) {
		return f, 0
	}
	n := nums[0]
	if n.Kind == numbers.KindScore {
		return Figure{Kind: Vote, Value: n.Value, Other: *n.Upper, Span: n.At.Span}, 0
	}
	if len(nums) < 2 || n.Kind != numbers.KindCount || nums[1].Kind != numbers.KindCount {
		return f, 0
	}
	gap := strings.TrimSpace(c.Page.Article.Flow()[n.At.Span.End:nums[1].At.Span.Start])
	if !en.Is(text.Lower(gap), en.VoteTo) {
		return f, 0
	}
	return Figure{Kind: Vote, Value: n.Value, Other: nums[1].Value, Span: text.Span{Start: n.At.Span.Start, End: nums[1].At.Span.End}}, 1
}

// ordinals returns which one in a row the participants of c are: her third title,
// the 78th minute.
func (c *Claim) ordinals() []Figure {
	var out []Figure
	src := c.Page.Article.Flow()
	spans := make([]text.Span, 0, len(c.Participants)+1)
	if c.Noun {
		spans = append(spans, c.Group)
	}
	for i := range c.Participants {
		spans = append(spans, c.Participants[i].Span)
	}
	for _, s := range spans {
		words := s.In(src)
		head := words[strings.LastIndexByte(words, ' ')+1:]
		for at := 0; at < len(words); {
			end := at + strings.IndexByte(words[at:]+" ", ' ')
			if n := ordinal(text.Lower(words[at:end])); n > 0 && end < len(words) {
				out = append(out, Figure{Kind: Ordinal, Value: n, Of: text.Lower(head), Span: text.Span{Start: s.Start + at, End: s.Start + end}})
			}
			at = end + 1
		}
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

// inOrder returns figures sorted by their place.
func inOrder(f []Figure) []Figure {
	for i := 1; i < len(f); i++ {
		for k := i; k > 0 && f[k].Span.Start < f[k-1].Span.Start; k-- {
			f[k], f[k-1] = f[k-1], f[k]
		}
	}
	return f
}
