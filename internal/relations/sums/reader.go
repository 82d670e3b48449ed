package sums

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/relations/conversions"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
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
	at      int   // the sentence
}

// A term is a number as tokens of the sentence under hand.
type term struct {
	*fact.Number
	from, to int // its tokens, with those of its noun
	lead     int // where it begins with "at least" and "another"; at most from
}

// reckoned holds the facts that one pass over the sentences finds.
type reckoned struct {
	totals  []*fact.Total
	changes []*fact.Change
}

var reckonedLayer = page.NewLayer(readReckoned)

// reckon returns the sums and changes of the document.
func reckon(d *page.Page) *reckoned { return reckonedLayer.Of(d) }

func readReckoned(d *page.Page) *reckoned {
	r := amountReader{Reader: numbers.Reader{D: d, Src: d.Article.Flow()}}
	r.document()
	return &reckoned{r.totals, r.changes}
}

// document reads the sentences in order. One without a number costs nothing.
func (r *amountReader) document() {
	facts := numbers.Read(r.D)
	defer page.TokenScratch.Lend(&r.Toks)()
	for i := range r.D.Parsed {
		s := &r.D.Parsed[i]
		n := 0
		for n < len(facts) && facts[n].At.Span.Start < s.Span.End {
			n++
		}
		if n > 0 && page.InArticle(s.Zone) && !r.torn(facts[:n]) {
			r.sentence(i, facts[:n])
		} else {
			r.open = group{}
		}
		facts = facts[n:]
	}
}

// torn reports whether a blank has come between the digits of one of the
// numbers, as in "307. 4": then what they were cannot be told.
func (r *amountReader) torn(facts []*fact.Number) bool {
	for _, n := range facts {
		at := n.At.Span
		before := strings.TrimRight(r.Src[max(0, at.Start-3):at.Start], " \t\n")
		if page.DigitAt(r.Src, at.Start, at.End) && len(before) >= 2 && (before[len(before)-1] == '.' || before[len(before)-1] == ',' && threeDigits(r.Src[at.Start:at.End])) && page.DigitAt(before, len(before)-2, len(before)) {
			return true
		}
		after := r.Src[at.End:min(len(r.Src), at.End+3)]
		if page.DigitAt(r.Src, at.End-1, at.End) && len(after) == 3 && (after[0] == '.' || after[0] == ',' && threeDigits(r.Src[at.End+2:])) && after[1] == ' ' && page.DigitAt(after, 2, 3) {
			return true
		}
	}
	return false
}

// threeDigits reports whether s begins with three digits and no more, as what
// stands behind the comma of thousands does.
func threeDigits(s string) bool {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n == 3
}

func (r *amountReader) sentence(i int, facts []*fact.Number) {
	s := &r.D.Parsed[i]
	r.at = i
	r.Toks = page.Tokenize(r.Toks[:0], r.Src, s.Span)
	r.Times, r.Names = r.D.TimesIn[i], r.D.NamesOf(i)
	r.Said, r.Zone = s.Span.In(r.Src), s.Zone.String()
	r.place(facts)
	r.readTotals()
	r.readChanges()
	r.multiples()
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
	en.LevelVerb, en.LeadNoun, en.Including, en.Remainder, en.AmountStop, en.Income, en.Outlay, en.Balance, en.FigureNoun)

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
	if next := r.Tok(i + 1); next.Kind != page.TokenWord || lexicon.ClosedWord(next.Lower) {
		return false
	}
	s := r.D.Syntax(r.at)
	g, ok := s.NounGroupAt(r.Tok(i).Span.Start)
	return ok && s.Tokens()[g.Head].Start > r.Tok(i).Span.Start
}

// infinitive reports whether the "to" at token i is that of a verb.
func (r *amountReader) infinitive(i int) bool {
	g, ok := r.D.Syntax(r.at).VerbGroupAt(r.Tok(i).Span.Start)
	return ok && g.Form == syntax.Infinitive
}

// open to one side: the words leave it so that a higher, or a lower, value
// fits too.
func allowsMore(n *fact.Number) bool { return n.Bound == "more" || n.Bound == "least" }

func allowsLess(n *fact.Number) bool { return n.Bound == "less" || n.Bound == "most" }

// sorted reports whether two amounts are of one kind and unit: money without a
// currency and a bare count go with any money, a bare count with a count.
func sameSort(a, b *fact.Number) bool {
	switch {
	case a.Kind == b.Kind:
		return a.Unit == b.Unit || a.Kind == numbers.KindMoney && (a.Unit == "" || b.Unit == "")
	case a.Kind == numbers.KindCount && a.Noun == "" && a.Of == "":
		return b.Kind == numbers.KindMoney || b.Kind == numbers.KindMeasure
	case b.Kind == numbers.KindCount && b.Noun == "" && b.Of == "":
		return a.Kind == numbers.KindMoney || a.Kind == numbers.KindMeasure
	}
	return false
}

// half is by how much rounding as written can put n off its value. A number
// in millions is taken to be exact to a twentieth: copy gives a decimal to what
// is smaller than ten.
func half(n *fact.Number) float64 {
	h := n.Step
	if n.Step >= 1000 {
		h = min(h, math.Abs(n.Value)/20)
	}
	if n.Approx {
		return h/2 + math.Abs(n.Value)/10
	}
	return h / 2
}

// restyle writes n with another value, in figures or words as n is written.
func (r *amountReader) restyle(n *fact.Number, value float64) string {
	sub := numbers.Reader{D: r.D, Src: r.Src}
	sub.Toks = page.Tokenize(r.small[:0], r.Src, n.At.Span)
	r.small = sub.Toks
	for i := range sub.Toks {
		_, cur := sub.Prefix(i)
		q, ok := sub.Numeral(i+cur, cur > 0)
		if !ok {
			continue
		}
		first, last := i+cur, q.To-1
		if q.Figure {
			last = first
		}
		from, to := sub.Toks[first].Span.Start, sub.Toks[last].Span.End
		scale := 1.0
		if q.Figure && n.Value != 0 && sub.Toks[first].Value != 0 {
			scale = math.Abs(n.Value) / sub.Toks[first].Value
		}
		return r.Src[n.At.Span.Start:from] + numeralText(value/scale, n.Step/scale, q.Figure) + r.Src[to:n.At.Span.End]
	}
	return ""
}

// numeralText writes a value with the decimals of step, small whole numbers in
// words unless figures are wanted.
func numeralText(v, step float64, figures bool) string {
	if !figures && v == math.Trunc(v) && 0 <= v && v <= mostInWords {
		if v == 0 {
			return "no"
		}
		return lexicon.CardinalWord(int(v))
	}
	decimals := 0
	for s := step; s < 0.999 && decimals < 3; s *= 10 {
		decimals++
	}
	return conversions.Grouped(strconv.FormatFloat(v, 'f', decimals, 64))
}

// mostInWords is the greatest number that is offered in words.
const mostInWords = 20

// plainText writes a number for a message, to four digits behind the point at
// most and no more than it needs.
func plainText(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return conversions.Grouped(s)
}

// placed returns copies of the numbers, for a fact to keep.
func copied(list []term) []fact.Number {
	out := make([]fact.Number, len(list))
	for i := range list {
		out[i] = *list[i].Number
	}
	return out
}

// between returns the text of the tokens from i up to k.
func (r *amountReader) between(i, k int) string {
	if i >= k || i >= len(r.Toks) {
		return ""
	}
	return text.Span{Start: r.Tok(i).Span.Start, End: r.Tok(k - 1).Span.End}.In(r.Src)
}
