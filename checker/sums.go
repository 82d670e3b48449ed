package checker

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
)

// An amountReader reads how the numbers of one sentence belong together.
type amountReader struct {
	numberReader
	nums    []term  // the numbers of the sentence
	ones    []term  // nums with "a policeman" among them, see countOnes
	spared  []term  // nums without those that only name something, see withoutNamed
	small   []token // of one number, see restyle
	totals  []*rules.Total
	changes []*rules.Change
	open    group // what the sentence before left to be divided
}

// A term is a number as tokens of the sentence under hand.
type term struct {
	*rules.Number
	from, to int // its tokens, with those of its noun
	lead     int // where it begins with "at least" and "another"; at most from
}

// reckoned holds the facts that one pass over the sentences finds.
type reckoned struct {
	totals  []*rules.Total
	changes []*rules.Change
}

var reckonedLayer = layered(readReckoned)

// reckon returns the sums and changes of the document.
func (d *document) reckon() *reckoned { return reckonedLayer.of(d) }

func readReckoned(d *document) *reckoned {
	r := amountReader{numberReader: numberReader{d: d, src: d.Article.Flow()}}
	r.document()
	return &reckoned{r.totals, r.changes}
}

// document reads the sentences in order. One without a number costs nothing.
func (r *amountReader) document() {
	facts := r.d.numberFacts()
	defer tokenScratch.lend(&r.toks)()
	for i := range r.d.sentences {
		s := &r.d.sentences[i]
		n := 0
		for n < len(facts) && facts[n].At.Span.Start < s.Span.End {
			n++
		}
		if n > 0 && inArticle(s.Zone) && !r.torn(facts[:n]) {
			r.sentence(i, facts[:n])
		} else {
			r.open = group{}
		}
		facts = facts[n:]
	}
}

// torn reports whether a blank has come between the digits of one of the
// numbers, as in "307. 4": then what they were cannot be told.
func (r *amountReader) torn(facts []*rules.Number) bool {
	for _, n := range facts {
		at := n.At.Span
		before := strings.TrimRight(r.src[max(0, at.Start-3):at.Start], " \t\n")
		if digitAt(r.src, at.Start, at.End) && len(before) >= 2 && (before[len(before)-1] == '.' || before[len(before)-1] == ',' && threeDigits(r.src[at.Start:at.End])) && digitAt(before, len(before)-2, len(before)) {
			return true
		}
		after := r.src[at.End:min(len(r.src), at.End+3)]
		if digitAt(r.src, at.End-1, at.End) && len(after) == 3 && (after[0] == '.' || after[0] == ',' && threeDigits(r.src[at.End+2:])) && after[1] == ' ' && digitAt(after, 2, 3) {
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

func (r *amountReader) sentence(i int, facts []*rules.Number) {
	s := &r.d.sentences[i]
	r.toks = tokenize(r.toks[:0], r.src, s.Span)
	r.times, r.names = r.d.times[i], r.d.namesOf(i)
	r.said, r.zone = s.Span.In(r.src), s.Zone.String()
	r.place(facts)
	r.readTotals()
	r.readChanges()
}

// place finds the tokens of the numbers.
func (r *amountReader) place(facts []*rules.Number) {
	r.nums = r.nums[:0]
	k := 0
	for _, n := range facts {
		for k < len(r.toks) && r.toks[k].span.Start < n.At.Span.Start {
			k++
		}
		a := term{Number: n, from: k, lead: k}
		for k < len(r.toks) && r.toks[k].span.End <= n.At.Span.End {
			k++
		}
		a.to = k
		if a.to == a.from {
			continue
		}
		_, a.lead = r.boundBefore(a.from, quantity{from: a.from, to: a.to, kind: n.Kind, value: n.Value, figure: true})
		r.nums = append(r.nums, a)
	}
}

// word returns what token i tells of amounts.
func (r *amountReader) word(i int) lexicon.AmountWord {
	t := r.tok(i)
	if t.kind != tokenWord {
		return lexicon.AmountWord{}
	}
	return lexicon.AmountWordOf(t.lower)
}

func (r *amountReader) use(i int) lexicon.AmountUse { return r.word(i).Use }

// dash reports whether token i is a dash between words rather than a hyphen.
func (r *amountReader) dash(i int) bool {
	t := r.tok(i)
	return t.is("—") || t.is("–") || (t.is("-") || t.is("‑")) && (!t.glued || !r.tok(i+1).glued)
}

// quoteMark reports whether token i is a quotation mark.
func (r *amountReader) quoteMark(i int) bool {
	switch r.tok(i).lower {
	case "\"", "“", "”", "«", "»", "`", "‘":
		return true
	}
	return false
}

// open to one side: the words leave it so that a higher, or a lower, value
// fits too.
func allowsMore(n *rules.Number) bool { return n.Bound == "more" || n.Bound == "least" }

func allowsLess(n *rules.Number) bool { return n.Bound == "less" || n.Bound == "most" }

// sorted reports whether two amounts are of one kind and unit: money without a
// currency and a bare count go with any money, a bare count with a count.
func sameSort(a, b *rules.Number) bool {
	switch {
	case a.Kind == b.Kind:
		return a.Unit == b.Unit || a.Kind == kindMoney && (a.Unit == "" || b.Unit == "")
	case a.Kind == kindCount && a.Noun == "" && a.Of == "":
		return b.Kind == kindMoney || b.Kind == kindMeasure
	case b.Kind == kindCount && b.Noun == "" && b.Of == "":
		return a.Kind == kindMoney || a.Kind == kindMeasure
	}
	return false
}

// half is by how much rounding as written can put n off its value. A number
// in millions is taken to be exact to a twentieth: copy gives a decimal to what
// is smaller than ten.
func half(n *rules.Number) float64 {
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
func (r *amountReader) restyle(n *rules.Number, value float64) string {
	sub := numberReader{d: r.d, src: r.src}
	sub.toks = tokenize(r.small[:0], r.src, n.At.Span)
	r.small = sub.toks
	for i := range sub.toks {
		_, cur := sub.prefix(i)
		q, ok := sub.numeral(i+cur, cur > 0)
		if !ok {
			continue
		}
		first, last := i+cur, q.to-1
		if q.figure {
			last = first
		}
		from, to := sub.toks[first].span.Start, sub.toks[last].span.End
		scale := 1.0
		if q.figure && n.Value != 0 && sub.toks[first].value != 0 {
			scale = math.Abs(n.Value) / sub.toks[first].value
		}
		return r.src[n.At.Span.Start:from] + numeralText(value/scale, n.Step/scale, q.figure) + r.src[to:n.At.Span.End]
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
	return grouped(strconv.FormatFloat(v, 'f', decimals, 64))
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
	return grouped(s)
}

// placed returns copies of the numbers, for a fact to keep.
func copied(list []term) []rules.Number {
	out := make([]rules.Number, len(list))
	for i := range list {
		out[i] = *list[i].Number
	}
	return out
}

// between returns the text of the tokens from i up to k.
func (r *amountReader) between(i, k int) string {
	if i >= k || i >= len(r.toks) {
		return ""
	}
	return text.Span{Start: r.tok(i).span.Start, End: r.tok(k - 1).span.End}.In(r.src)
}
