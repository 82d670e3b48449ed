package story

import (
	"math"
	"slices"
	"sort"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// A figure is a number of a report with what it is said of.
type figure struct {
	kind, unit, noun string
	low, high        float64  // what it may stand for: rounding, "about", "more than"
	second           float64  // the other number of a score or range, -1 for none
	lead             bool     // it stands where the news is told
	past             bool     // it is of what was earlier
	telling          bool     // two events rarely have such a number in common
	round            []string // content words beside it
	at               text.Span
}

const (
	aboutMargin = .06 // of a number, on either side, where it is round or said to be about so
	smallCount  = 12  // up to which count two events have a number in common by chance
	bigCount    = 100 // from which on whatever is counted
	roundWords  = 6   // within how many words stands what tells what a number is of
	maxFigures  = 64  // of a report are looked at
)

const unitMagnitude = "magnitude"

// figuresOf returns the numbers of headline, deck and body; lead is the last sentence
// that tells the news.
func figuresOf(d *page.Page, lead int) []figure {
	var out []figure
	words := surroundings{page: d, sentence: -1}
	for _, n := range numbers.Read(d) {
		i := sentenceAt(d, n.At.Span.Start)
		if !page.Counted(d.Parsed[i].Zone) || n.Restates != "" || n.Kind == numbers.KindAge {
			continue
		}
		f := newFigure(n)
		if k := len(out) - 1; k >= 0 && out[k].against(&f, d, i) {
			continue
		}
		if f.kind == numbers.KindCount && f.second >= 0 && f.noun == "" && votes(d, i) {
			f.setResult(f.low, f.second) // by a vote of 14 to 16
		}
		f.lead, f.round = i <= lead, words.of(i, n.At.Span)
		if out = append(out, f); len(out) == maxFigures {
			break
		}
	}
	return out
}

// against makes f the result of a vote where o is the other number of it: 8 to 5, 63
// votes to 61.
func (f *figure) against(o *figure, d *page.Page, sentence int) bool {
	between := text.Span{Start: f.at.End, End: o.at.Start}
	if f.kind != numbers.KindCount || o.kind != numbers.KindCount || f.second >= 0 || o.second >= 0 || o.noun != "" ||
		between.Len() < 0 || !d.Parsed[sentence].Span.Contains(f.at) || !en.Is(strings.TrimSpace(between.In(d.Article.Flow())), en.Versus) {
		return false
	}
	if !votes(d, sentence) {
		return false
	}
	f.setResult(f.low, o.low)
	f.at.End = o.at.End
	return true
}

// votes reports whether sentence i tells of a vote.
func votes(d *page.Page, i int) bool {
	return slices.ContainsFunc(d.Parsed[i].Words, func(w text.Word) bool {
		return en.Classes(lexicon.Lemma(strings.ToLower(w.Text))).HasAny(en.VoteEvent, en.PassVerb, en.RejectVerb)
	})
}

// setResult makes f the result of a game or a vote, the higher number first whoever
// tells it.
func (f *figure) setResult(a, b float64) {
	f.kind, f.noun, f.telling = numbers.KindScore, "", true
	f.low, f.high, f.second = max(a, b), max(a, b), min(a, b)
}

// result reports whether f is the result of a game or a vote.
func (f *figure) result() bool { return f.kind == numbers.KindScore && f.second >= 0 }

// result returns the first result that the lead gives as news, nil for none.
func (c *core) result() *figure {
	for i := range c.figures {
		if f := &c.figures[i]; f.lead && !f.past && f.result() {
			return f
		}
	}
	return nil
}

// sum returns the first sum of money that the lead gives as news, nil for none.
func (c *core) sum() *figure {
	for i := range c.figures {
		if f := &c.figures[i]; f.lead && !f.past && f.kind == numbers.KindMoney {
			return f
		}
	}
	return nil
}

// sharesMoney reports whether two reports tell a sum of money alike.
func (c *core) sharesMoney(o *core) bool {
	return slices.ContainsFunc(c.figures, func(f figure) bool {
		return f.kind == numbers.KindMoney && slices.ContainsFunc(o.figures, func(g figure) bool { return f.meets(&g) })
	})
}

// sentenceAt returns the sentence that an offset stands in.
func sentenceAt(d *page.Page, offset int) int {
	return max(0, sort.Search(len(d.Parsed), func(k int) bool { return d.Parsed[k].Span.Start > offset })-1)
}

func newFigure(n *fact.Number) figure {
	f := figure{kind: n.Kind, unit: n.Unit, noun: align.Key(n.Noun), low: n.Value, high: n.Value, second: -1, at: n.At.Span}
	f.telling = n.Kind != numbers.KindCount || n.Value > smallCount
	if n.Upper != nil {
		f.second = *n.Upper
		if n.Kind == numbers.KindScore {
			f.setResult(n.Value, *n.Upper)
		}
		return f
	}
	if n.Approx || rounded(n.Value) {
		f.low, f.high = n.Value-aboutMargin*math.Abs(n.Value), n.Value+aboutMargin*math.Abs(n.Value)
	}
	low, high := numbers.Bounds(n.Bound, n.Value)
	f.low, f.high = min(f.low, low), max(f.high, high)
	return f
}

// rounded reports whether a number has no more than two digits before its noughts,
// and one nought at least.
func rounded(v float64) bool {
	n := numbers.Noughts(v)
	return v >= 20 && n >= 10 && v < 100*n
}

// surroundings keeps the content words of a sentence while its numbers are read.
type surroundings struct {
	page     *page.Page
	sentence int
	terms    []align.Term
}

// of returns the content words beside a number that are no names.
func (s *surroundings) of(i int, at text.Span) []string {
	if s.sentence != i {
		s.sentence, s.terms = i, align.Terms(s.page, i)
	}
	words := s.page.Parsed[i].Words
	k := page.WordAt(words, at.Start)
	var out []string
	for _, t := range s.terms {
		if w := words[t.Word]; k-roundWords <= t.Word && t.Word <= k+roundWords && !w.Capital && !w.Span.Overlaps(at) && t.Key[0] > '9' {
			out = append(out, t.Key)
		}
	}
	return out
}

// meets reports whether two figures may be one: of one kind, and one the other rounded.
func (f *figure) meets(o *figure) bool {
	return f.kind == o.kind && (f.unit == o.unit || f.unit == "" || o.unit == "") && f.low <= o.high && o.low <= f.high && f.second == o.second
}

// among reports whether one of the figures may be f and is of the same.
func (f *figure) among(list []figure) bool {
	return slices.ContainsFunc(list, func(o figure) bool { return f.isOne(&o) })
}

// tied reports whether both reports tell f, as news or as a thing of the past.
func (f *figure) tied(list []figure) bool {
	return slices.ContainsFunc(list, func(o figure) bool { return f.past == o.past && f.isOne(&o) })
}

// isOne reports whether two figures may be one and are of the same.
func (f *figure) isOne(o *figure) bool {
	return f.meets(o) && (f.kind != numbers.KindCount || f.noun == o.noun || f.low > bigCount)
}

// ofOne reports whether two figures are said of the same.
func (f *figure) ofOne(o *figure) bool {
	return f.kind == o.kind && f.unit == o.unit && f.noun == o.noun &&
		slices.ContainsFunc(f.round, func(w string) bool { return slices.Contains(o.round, w) })
}
