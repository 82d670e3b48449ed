package sums

import (
	"math"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/values/numbers"
)

// An amountReader reads how the numbers of one sentence belong together.
type amountReader struct {
	numbers.Reader
	nums    []term       // the numbers of the sentence
	ones    []term       // nums with "a policeman" among them, see countOnes
	spared  []term       // nums without those that only name something, see withoutNamed
	small   []page.Token // of one number, see restyle
	totals  []*fact.Total
	changes []*fact.Change
	open    group // what the sentence before left to be divided
	told    []toldSentence
}

// A term is a number as tokens of the sentence under hand.
type term struct {
	*fact.Number
	from, to int // its tokens, with those of its noun
	lead     int // where it begins with "at least" and "another"; at most from
}

// counts reports whether the number is a plain count.
func (a *term) counts() bool { return a.Kind == numbers.KindCount }

// reckoned holds the facts that one pass over the sentences finds.
type reckoned struct {
	totals  []*fact.Total
	changes []*fact.Change
}

var reckonedLayer = page.NewLayer(readReckoned)

// reckon returns the sums and changes of the document.
func reckon(d *page.Page) *reckoned { return reckonedLayer.Of(d) }

// readReckoned reads the sentences in order. One without a number costs nothing.
func readReckoned(d *page.Page) *reckoned {
	r := amountReader{Reader: numbers.NewReader(d)}
	defer page.TokenScratch.Lend(&r.Toks)()
	for i, here := range r.Sentences() {
		if len(here) == 0 || !page.InArticle(d.Parsed[i].Zone) || r.torn(here) {
			r.open = group{}
			continue
		}
		r.Open(i)
		r.place(here)
		r.readTotals()
		r.readChanges()
		r.multiples()
	}
	return &reckoned{r.totals, r.changes}
}

// torn reports whether a blank has come between the digits of one of the
// numbers, as in "307. 4": then what they were cannot be told.
func (r *amountReader) torn(facts []*fact.Number) bool {
	for _, n := range facts {
		at := n.At.Span
		before := strings.TrimRight(r.Src[max(0, at.Start-3):at.Start], " \t\n")
		if k := len(before) - 1; k > 0 && page.DigitAt(before, k-1, k) && tears(before[k], r.Src[at.Start:at.End]) {
			return true
		}
		after := r.Src[at.End:min(len(r.Src), at.End+3)]
		if page.DigitAt(r.Src, at.End-1, at.End) && len(after) == 3 && after[1] == ' ' && tears(after[0], r.Src[at.End+2:]) {
			return true
		}
	}
	return false
}

// tears reports whether a sign with a blank behind it can belong to one number with
// the digits that begin there: a comma stands before three.
func tears(sign byte, digits string) bool {
	n := 0
	for n < len(digits) && '0' <= digits[n] && digits[n] <= '9' {
		n++
	}
	return n > 0 && sign == '.' || n == 3 && sign == ','
}

// place finds the tokens of the numbers.
func (r *amountReader) place(facts []*fact.Number) {
	r.nums = r.nums[:0]
	k := 0
	for _, n := range facts {
		for k < len(r.Toks) && r.Toks[k].Span.Start < n.At.Span.Start {
			k++
		}
		a := term{Number: n, from: k, lead: k}
		for k < len(r.Toks) && r.Toks[k].Span.End <= n.At.Span.End {
			k++
		}
		a.to = k
		if a.to == a.from {
			continue
		}
		_, a.lead = r.BoundBefore(a.from, numbers.Quantity{From: a.from, To: a.to, Kind: n.Kind, Value: n.Value, Figure: true})
		r.nums = append(r.nums, a)
	}
}

// amountWords are the classes of words that tell of the amounts beside them.
var amountWords = en.SetOf(en.ChangeVerb, en.ChangeNoun, en.ChangeAdverb, en.Comparative, en.TimesVerb, en.TimesAdverb,
	en.LevelVerb, en.LeadNoun, en.Including, en.Remainder, en.Income, en.Outlay, en.Balance, en.FigureNoun).With(&en.ClauseEnd)

// trend returns where the word at token i says that a value goes, or lies: 1 up, -1
// down, 0 for neither.
func (r *amountReader) trend(i int) float64 {
	switch {
	case r.Is(i, en.Upward):
		return 1
	case r.Is(i, en.Downward):
		return -1
	}
	return 0
}

// modifies reports whether the word at token i belongs to a noun behind it: growth
// of growth forecast, added of added time.
func (r *amountReader) modifies(i int) bool {
	if !r.Content(i + 1) {
		return false
	}
	s := r.D.Syntax(r.At)
	g, ok := s.NounGroupAt(r.Tok(i).Span.Start)
	return ok && s.Tokens()[g.Head].Start > r.Tok(i).Span.Start
}

// verbIs reports whether token i belongs to a verb of that form.
func (r *amountReader) verbIs(i int, form syntax.Form) bool {
	g, ok := r.D.Syntax(r.At).VerbGroupAt(r.Tok(i).Span.Start)
	return ok && g.Form == form
}

// determined reports whether an article or the like stands at token i.
func (r *amountReader) determined(i int) bool { return r.Is(i, en.Fixing) }

// before returns the token before a number and before its determiner.
func (r *amountReader) before(a *term) int {
	if r.determined(a.lead - 1) {
		return a.lead - 2
	}
	return a.lead - 1
}

// closes reports whether a phrase ends at token k.
func (r *amountReader) closes(k int) bool {
	return r.Tok(k).Kind == 0 || r.Is(k, en.Comma, en.FullStop, en.BracketEnd, en.Dash, en.Semicolon)
}

// Open to one side: the words leave it so that a higher, or a lower, value
// fits too.
func allowsMore(n *fact.Number) bool { return numbers.AllowsMore(n.Bound) }

func allowsLess(n *fact.Number) bool { return numbers.AllowsLess(n.Bound) }

// exact reports whether the words commit themselves to one value.
func exact(a *term) bool { return a.Upper == nil && !a.Approx && a.Bound == "" }

// sameSort reports whether two amounts are of one kind and unit: money without a
// currency and a bare count go with any money, a bare count with a count.
func sameSort(a, b *fact.Number) bool {
	if a.Kind == b.Kind {
		return a.Unit == b.Unit || a.Kind == numbers.KindMoney && (a.Unit == "" || b.Unit == "")
	}
	return bareFor(a, b) || bareFor(b, a)
}

// bareFor reports whether a counts nothing, so that it can be an amount as b is.
func bareFor(a, b *fact.Number) bool {
	return a.Kind == numbers.KindCount && a.Noun == "" && a.Of == "" && (b.Kind == numbers.KindMoney || b.Kind == numbers.KindMeasure)
}

// restyle writes n with another value, in figures or words as n is written.
func (r *amountReader) restyle(n *fact.Number, value float64) string {
	sub := numbers.NewReader(r.D)
	sub.Toks = page.Tokenize(r.small[:0], r.Src, n.At.Span)
	r.small = sub.Toks
	for i := range sub.Toks {
		_, cur := sub.Prefix(i)
		q, ok := sub.Numeral(i+cur, cur > 0)
		if !ok {
			continue
		}
		first, last, scale := i+cur, q.To-1, 1.0
		if digits := sub.Toks[first].Value; q.Figure {
			last = first
			if n.Value != 0 && digits != 0 {
				scale = math.Abs(n.Value) / digits
			}
		}
		from, to := sub.Toks[first].Span.Start, sub.Toks[last].Span.End
		return r.Src[n.At.Span.Start:from] + numeralText(value/scale, n.Step/scale, q.Figure) + r.Src[to:n.At.Span.End]
	}
	return ""
}

// mostInWords is the greatest number that is offered in words.
const mostInWords = 20

// numeralText writes a value with the decimals of step, small whole numbers in
// words unless figures are wanted.
func numeralText(v, step float64, figures bool) string {
	switch {
	case figures || v != math.Trunc(v) || v < 0 || v > mostInWords:
	case v == 0:
		return "no"
	default:
		return lexicon.CardinalWord(int(v))
	}
	decimals := 0
	for s := step; s < 0.999 && decimals < 3; s *= 10 {
		decimals++
	}
	return numbers.Written(v, decimals)
}

// copied returns copies of the numbers, for a fact to keep.
func copied(list []term) []fact.Number {
	out := make([]fact.Number, len(list))
	for i := range list {
		out[i] = *list[i].Number
	}
	return out
}

// sumOf adds up the values of numbers.
func sumOf(list []term) float64 {
	sum := 0.0
	for i := range list {
		sum += list[i].Value
	}
	return sum
}
