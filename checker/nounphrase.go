package checker

import (
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
)

// phraseReach is within how many tokens of a number the noun stands that it
// counts.
const phraseReach = 9

// nounPhrase reads the noun phrase at token k behind a number of that value:
// its head in the singular and lower case, and the token behind it. There is
// no grammar in it: the head is the first plural, with the plurals that stand
// right behind it ("arms dealers"), or for one the last word before a
// preposition, a verb or a sign. No head: "" and k.
func (r *numberReader) nounPhrase(k int, value float64) (noun string, end int) {
	if r.tok(k).is("-") && r.tok(k).glued && r.tok(k+1).glued {
		return r.compound(k)
	}
	start := k
	weak, weakEnd := "", k // a capitalised plural, the dead
	for ; k < start+phraseReach && r.inPhrase(k, start); k++ {
		t := r.tok(k)
		if t.kind != tokenWord {
			continue
		}
		singular, plural := lexicon.Singular(t.lower)
		switch {
		case value == 1:
			if t.capital && noun == "" && (r.tok(k+1).kind != tokenWord || lexicon.ClosedWord(r.tok(k+1).lower)) {
				continue // one China
			}
			if !plural && !strings.HasSuffix(t.lower, "ly") {
				noun, end = t.lower, k+1
			}
		case !plural || len(t.lower) < 3:
		case t.capital || singular == t.lower:
			weak, weakEnd = singular, k+1
		default:
			if k-2 >= start && r.tok(k-1).is("-") && t.glued { // hostage-takers
				singular = r.tok(k-2).lower + "-" + singular
			}
			return r.lastPlural(singular, k)
		}
		if t.possessive {
			break
		}
	}
	if noun == "" && weak != "" {
		return weak, weakEnd
	}
	if noun == "" {
		end = start
	}
	return noun, end
}

// lastPlural returns the last of the plurals that stand side by side from
// token k on.
func (r *numberReader) lastPlural(noun string, k int) (string, int) {
	first := r.tok(k).lower
	for n := k + 1; n < k+3 && strings.HasSuffix(first, "s") && !r.tok(n-1).possessive; n++ {
		t := r.tok(n)
		singular, plural := lexicon.Singular(t.lower)
		if t.kind != tokenWord || t.capital || !plural || singular == t.lower || lexicon.ClosedWord(t.lower) {
			break
		}
		noun, k = singular, n
	}
	return noun, k + 1
}

// inPhrase reports whether token k can belong to the noun phrase that begins
// at token start.
func (r *numberReader) inPhrase(k, start int) bool {
	t := r.tok(k)
	switch t.kind {
	case tokenMark:
		return t.is("-") && t.glued && r.tok(k+1).glued && r.tok(k+1).kind == tokenWord && k > start
	case tokenWord:
	default:
		return false
	}
	if lexicon.ClosedWord(t.lower) && !t.is("us") || t.is("us") && !t.capital || r.timeAt(k) != nil {
		return false
	}
	if !t.capital && k > start && r.tok(k-1).kind == tokenWord && r.verbal(k) {
		return false
	}
	if k > start {
		return true
	}
	if strings.HasSuffix(t.lower, "ed") && r.tok(start-2).is("the") { // the two discussed plans
		_, noun := lexicon.Singular(t.lower)
		return noun
	}
	return t.is("left") || !irregularPast(t.lower)
}

// verbal reports whether token k looks like a verb in the past: killed, went;
// not in "heavily armed".
func (r *numberReader) verbal(k int) bool {
	w := r.tok(k).lower
	return strings.HasSuffix(w, "ed") && len(w) > 4 && !strings.HasSuffix(r.tok(k-1).lower, "ly") || irregularPast(w)
}

// irregularPast reports whether w is a past tense that no rule of spelling
// makes: said, were, began.
func irregularPast(w string) bool {
	if strings.HasSuffix(w, "s") && w != "was" && w != "is" && w != "has" || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") && len(w) > 4 {
		return false
	}
	return lexicon.Lemma(w) != w
}

// compound reads what a hyphen joins to a number: "a 12-member council".
func (r *numberReader) compound(k int) (string, int) {
	t := r.tok(k + 1)
	if t.kind != tokenWord || t.capital || len(t.lower) < 3 || strings.HasSuffix(t.lower, "ed") || lexicon.ClosedWord(t.lower) {
		return "", k
	}
	switch t.lower {
	case "time", "way", "fold", "strong", "old", "odd", "something", "thing", "third", "thirds":
		return "", k
	}
	noun, _ := lexicon.Singular(t.lower)
	return noun, k + 2
}

// whatOf reads the noun phrase behind "of" at token k: a name, else its head.
func (r *numberReader) whatOf(k int) (noun string, end int) {
	for n := 0; n < 2; n++ {
		if determiner(r.tok(k).lower) {
			k++
		}
	}
	if a, ok := r.numeral(k, false); ok && r.timeOver(a) == 0 {
		return r.nounPhrase(a.to, a.value)
	}
	if n := r.nameAt(k); n != nil && !n.demonym && n.kind != 0 {
		end := k
		for r.tok(end).kind != 0 && r.tok(end).span.End <= n.span.End {
			end++
		}
		if next := r.tok(end); next.kind != tokenWord || lexicon.ClosedWord(next.lower) {
			return n.canonical, end
		}
	}
	if noun, end = r.nounPhrase(k, 2); noun != "" {
		return noun, end
	}
	noun, end = r.nounPhrase(k, 1)
	if head := r.tok(end - 1); noun != "" && head.capital {
		noun = head.span.In(r.src)
		if n := r.nameBefore(end); n != nil {
			noun = n.canonical
		}
	}
	return noun, end
}

func determiner(w string) bool {
	switch w {
	case "the", "a", "an", "its", "their", "his", "her", "our", "all", "those", "these":
		return true
	}
	return false
}

// share reads a fraction or a ratio at token i: "two-thirds", "a third of",
// "half the", "one in five", "nine out of 10".
func (r *numberReader) share(i int) (end int, ok bool) {
	a := quantity{from: i, scale: 1, factor: 1, kind: kindShare}
	switch part, n := r.fraction(i); {
	case n > 0:
		a.value, a.to = part, i+n
	case !r.ratio(&a):
		return i, false
	}
	if r.timeOver(a) > i && !r.tok(i-1).is("by") { // a quarter is a length of time too
		return i, false
	}
	of, end := "", a.to
	if r.tok(a.to).is("of") {
		of, end = r.whatOf(a.to + 1)
	} else if r.tok(i).is("half") {
		of, end = r.whatOf(a.to)
	} else if a.whole > 0 {
		of, end = r.nounPhrase(a.to, a.whole)
	}
	if of == "" || r.counted(a.to, end) {
		end = a.to
	}
	r.number(a, end, "", nil).Of = of
	return end, true
}

// counted reports whether a number stands among the tokens from i up to k.
func (r *numberReader) counted(i, k int) bool {
	for ; i < k; i++ {
		if r.tok(i).kind == tokenFigure {
			return true
		}
		if n, ok := lexicon.NumeralOf(r.tok(i).lower); ok && n.Kind <= lexicon.NumeralScale {
			return true
		}
	}
	return false
}

// fraction reads a fraction in words, and returns its number of tokens.
func (r *numberReader) fraction(i int) (value float64, n int) {
	if t := r.tok(i); t.is("half") {
		switch r.tok(i + 1).lower {
		case "of", "the", "its", "their", "his", "her", "our", "all":
			if r.tok(i - 1).is("by") {
				return 0.5, 1
			}
			switch r.tok(i - 1).lower {
			case "first", "second", "other", "latter", "better", "top", "bottom", "the", "this", "that", "each", "upper", "lower", "last", "opening", "and", "-":
				return 0, 0
			}
			return 0.5, 1
		}
		if r.tok(i+1).is(",") && r.tok(i+2).is("or") || r.tok(i+1).is("(") {
			return 0.5, 1
		}
		if r.restatesShare(i) && !r.tok(i+1).is("a") && !r.tok(i+1).is("-") {
			return 0.5, 1
		}
		return 0, 0
	}
	num, ok := lexicon.NumeralOf(r.tok(i).lower)
	article := r.tok(i).is("a")
	if article {
		num = lexicon.Numeral{Kind: lexicon.NumeralUnit, Value: 1}
	} else if !ok || num.Kind != lexicon.NumeralUnit || num.Value == 0 {
		return 0, 0
	}
	k := i + 1
	hyphen := r.tok(k).is("-") && r.tok(k).glued && r.tok(k+1).glued
	if hyphen {
		k++
	}
	part, ok := lexicon.NumeralOf(r.tok(k).lower)
	_, plural := lexicon.Singular(r.tok(k).lower)
	if !ok || part.Kind != lexicon.NumeralPart || plural != (num.Value > 1) || num.Value >= part.Value {
		return 0, 0
	}
	if !hyphen && !r.tok(k+1).is("of") && !r.restatesShare(i) || r.tok(k+1).is("of") && r.isScale(k+3) {
		return 0, 0
	}
	return round(num.Value / part.Value), k + 1 - i
}

// restatesShare reports whether a fraction at token i needs no "of": fell by a
// third, 12 of the 36, or a third.
func (r *numberReader) restatesShare(i int) bool {
	prev := r.tok(i - 1)
	if prev.is("than") {
		return r.tok(i - 3).is("by")
	}
	if r.tok(i - 2).is("by") {
		b, n := lexicon.LongestBound([]string{prev.lower})
		return n == 1 && b.Side == lexicon.Before
	}
	next := r.tok(i + 2)
	if prev.is(",") && r.last == i-1 && r.tok(i).is("a") && (next.is(",") || next.is(".")) {
		return true // 12 of the 36 members, a third, stayed
	}
	return prev.is("by") || prev.is("or") && (r.tok(i-2).is(",") || r.last == i-1)
}

// partOfPoint reads a part of a point at token i: half a point, a quarter
// percentage point, a half-point, three-quarters of a point.
func (r *numberReader) partOfPoint(i int) (end int, ok bool) {
	k, v := i, 1.0
	if r.tok(k).is("a") {
		k++
	} else if n, ok := lexicon.NumeralOf(r.tok(k).lower); ok && n.Kind == lexicon.NumeralUnit && 1 <= n.Value && n.Value < 4 {
		v = n.Value
		if k++; r.tok(k).is("-") {
			k++
		}
	}
	part, ok := lexicon.NumeralOf(r.tok(k).lower)
	if !ok || part.Kind != lexicon.NumeralPart || part.Value > 4 {
		return i, false
	}
	k++
	for n := 0; n < 2 && (r.tok(k).is("of") || r.tok(k).is("a") || r.tok(k).is("-")); n++ {
		k++
	}
	for n := 0; n < 2 && (r.tok(k).is("percentage") || r.tok(k).is("percent") || r.tok(k).is("of") || r.tok(k).is("per") || r.tok(k).is("cent")); n++ {
		k++
	}
	if !r.tok(k).is("point") && !r.tok(k).is("points") {
		return i, false
	}
	a := quantity{from: i, to: k + 1, value: round(v / part.Value), scale: 0.01, factor: 1, kind: kindPoints, unit: "percentage point"}
	return r.emit(a, a.to, "", nil), true
}

// ratio reads "one in five" and "nine out of 10" at a.from.
func (r *numberReader) ratio(a *quantity) bool {
	x, ok := r.numeral(a.from, false)
	if !ok || x.scale > 1 {
		return false
	}
	k := x.to
	out := r.tok(k).is("out") && r.tok(k+1).is("of")
	switch {
	case out:
		k += 2
	case r.tok(k).is("in") && x.value == 1:
		k++
	default:
		return false
	}
	y, ok := r.numeral(k, false)
	if !ok || y.value <= x.value || y.value > 1000 || !out && y.value < 3 || r.timeOver(y) > 0 {
		return false
	}
	a.value, a.to, a.whole = round(x.value/y.value), y.to, y.value
	return true
}

// emit writes a number whose text ends before token end, and returns end.
func (r *numberReader) emit(a quantity, end int, noun string, upper *float64) int {
	n := r.number(a, end, noun, upper)
	switch {
	case a.kind == kindAge:
		n.Of = r.agedPerson(a, end, noun)
	case r.tok(end).is("of") && a.kind != kindMoney && a.kind != kindMeasure:
		n.Of, _ = r.whatOf(end + 1)
	case a.kind == kindCount && r.whole != "" && a.from <= r.group:
		n.Of = r.whole
	}
	if a.kind == kindCount && r.clauseOf(a.from) && r.tok(end).is(",") {
		r.whole, r.group = noun, end+3
	}
	return end
}

// clauseOf reports whether "Of the" opens the clause just before token i.
func (r *numberReader) clauseOf(i int) bool {
	k := i - 1
	switch r.tok(k).lower {
	case "the", "those", "these":
		k--
	}
	return r.tok(k).is("of") && (k == 0 || r.tok(k-1).kind == tokenMark)
}

func (r *numberReader) number(a quantity, end int, noun string, upper *float64) *rules.Number {
	from, negative := a.from, r.tok(a.from-1).is("minus")
	if negative {
		from--
	}
	span := text.Span{Start: r.tok(from).span.Start, End: r.tok(end - 1).span.End}
	n := &rules.Number{
		At: r.d.placeOf(span), Zone: r.zone, Value: a.value, Kind: a.kind, Unit: a.unit, Noun: noun, Sentence: r.said,
		Step: r.step(a),
	}
	if negative {
		n.Value = -n.Value
	}
	n.Text = n.At.Text
	if upper != nil {
		v := *upper
		n.Upper = &v
	}
	bound, k := r.boundBefore(from, a)
	if b, _ := r.boundAfter(a.to); b != "" {
		bound = b
	}
	if bound == "approx" {
		n.Approx = true
	} else {
		n.Bound = bound
	}
	if r.last >= 0 && len(r.out) > 0 {
		n.Restates = r.restated(n, k)
	}
	r.out = append(r.out, n)
	r.last = end
	return n
}

// boundBefore reads "more than" and the like right before token i; from is
// where it begins, i if there is none.
func (r *numberReader) boundBefore(i int, a quantity) (bound string, from int) {
	k := i
	if r.tok(k-1).is("another") || r.tok(k-1).is("further") {
		k--
	}
	for n := min(lexicon.MaxBoundWords(), k); n > 0; n-- {
		b, words := lexicon.LongestBound(r.ahead(k - n)[:min(n, len(r.words))])
		if words != n || b.Side != lexicon.Before {
			continue
		}
		if b.Bound == "most" && r.tok(a.to).is("from") {
			return "", i // was up to 20 percent from 15
		}
		if b.Bound == "most" && r.tok(k-n).is("up") && lexicon.AmountWordOf(r.tok(k-n-1).lower).Use == lexicon.AmountChange {
			return "", i // edged up to 20 percent
		}
		if n == 1 && a.kind == kindCount && !a.figure && a.value < 10 && preposition(r.tok(k-1).lower) {
			return "", i // spoke about two people
		}
		return b.Bound, k - n
	}
	return "", i
}

func preposition(w string) bool {
	switch w {
	case "about", "around", "over", "under", "above", "below", "short":
		return true
	}
	return false
}

// boundAfter reads "or more" and the like at token k, and returns its number
// of tokens.
func (r *numberReader) boundAfter(k int) (string, int) {
	if b, n := lexicon.LongestBound(r.ahead(k)); n > 0 && b.Side == lexicon.After {
		return b.Bound, n
	}
	return "", 0
}

// restated returns the text of the number before n if n, whose words begin at
// token k, gives it once more in another unit.
func (r *numberReader) restated(n *rules.Number, k int) string {
	before := r.out[len(r.out)-1]
	if n.Kind != before.Kind || n.Unit == before.Unit || n.Kind != kindMoney && n.Kind != kindMeasure {
		return ""
	}
	or := k-1 == r.last && r.tok(k-1).is("or") || k-2 == r.last && r.tok(k-1).is("or") && r.tok(k-2).is(",")
	if or || k-1 == r.last && r.tok(k-1).is("(") {
		return before.Text
	}
	return ""
}

// agedPerson returns whose age a is: the canonical name right behind or before
// it, else the noun that it stands with.
func (r *numberReader) agedPerson(a quantity, end int, noun string) string {
	if n := r.nameAt(end); n != nil && n.kind != namePlace && r.tok(end-1).span.End < n.span.Start {
		return n.canonical
	}
	k := a.from
	for n := 0; n < 3 && k > 0; n++ {
		switch r.tok(k - 1).lower {
		case "aged", "age", ",", "a", "an", "the", "who", "is", "was", "(":
			k--
		}
	}
	if n := r.nameBefore(k); n != nil && k < a.from && n.kind != namePlace && n.kind != nameOrg {
		return n.canonical
	}
	if noun == "" && k < a.from {
		return r.surname(k - 1)
	}
	return noun
}
