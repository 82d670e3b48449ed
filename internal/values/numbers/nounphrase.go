package numbers

import (
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// phraseReach is within how many tokens of a number the noun stands that it
// counts.
const phraseReach = 9

// NounPhrase reads the noun phrase at token k behind a number of that value:
// its head in the singular and lower case, and the token behind it. There is
// no grammar in it: the head is the first plural, with the plurals that stand
// right behind it ("arms dealers"), or for one the last word before a
// preposition, a verb or a sign. No head: "" and k.
func (r *Reader) NounPhrase(k int, value float64) (noun string, end int) {
	if r.Hyphen(k) {
		return r.compound(k)
	}
	start := k
	weak, weakEnd := "", k // a capitalised plural, the dead
	for ; k < start+phraseReach && r.inPhrase(k, start); k++ {
		t := r.Tok(k)
		if t.Kind != page.TokenWord {
			continue
		}
		singular, plural := lexicon.Singular(t.Lower)
		switch {
		case value == 1:
			if t.Capital && noun == "" && (r.Tok(k+1).Kind != page.TokenWord || lexicon.ClosedWord(r.Tok(k+1).Lower)) {
				continue // one China
			}
			if !plural && !t.Of(en.LyEnding) {
				noun, end = t.Lower, k+1
			}
		case !plural || len(t.Lower) < 3:
		case t.Capital || singular == t.Lower:
			weak, weakEnd = singular, k+1
		default:
			if k-2 >= start && r.Is(k-1, en.Hyphen) && t.Glued { // hostage-takers
				singular = r.Tok(k-2).Lower + "-" + singular
			}
			return r.lastPlural(singular, k)
		}
		if t.Possessive {
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
func (r *Reader) lastPlural(noun string, k int) (string, int) {
	for n := k + 1; n < k+3 && r.Is(k, en.SEnding) && !r.Tok(n-1).Possessive; n++ {
		t := r.Tok(n)
		singular, plural := lexicon.Singular(t.Lower)
		if t.Kind != page.TokenWord || t.Capital || !plural || singular == t.Lower || lexicon.ClosedWord(t.Lower) {
			break
		}
		noun, k = singular, n
	}
	return noun, k + 1
}

// inPhrase reports whether token k can belong to the noun phrase that begins
// at token start.
func (r *Reader) inPhrase(k, start int) bool {
	t := r.Tok(k)
	switch t.Kind {
	case page.TokenMark:
		return t.Of(en.Hyphen) && t.Glued && r.Tok(k+1).Glued && r.Tok(k+1).Kind == page.TokenWord && k > start
	case page.TokenWord:
	default:
		return false
	}
	if lexicon.ClosedWord(t.Lower) && !t.Of(en.Us) || t.Of(en.Us) && !t.Capital || r.TimeAt(k) != nil {
		return false
	}
	if !t.Capital && k > start && r.Tok(k-1).Kind == page.TokenWord && r.Verbal(k) {
		return false
	}
	if k > start {
		return true
	}
	if t.Of(en.EdEnding) && r.Is(start-2, en.The) { // the two discussed plans
		_, noun := lexicon.Singular(t.Lower)
		return noun
	}
	return t.Of(en.Left) || !IrregularPast(t.Lower)
}

// Verbal reports whether token k looks like a verb in the past: killed, went;
// not in "heavily armed".
func (r *Reader) Verbal(k int) bool {
	w := r.Tok(k).Lower
	return r.Is(k, en.EdEnding) && len(w) > 4 && !r.Is(k-1, en.LyEnding) || IrregularPast(w)
}

// IrregularPast reports whether w is a past tense that no rule of spelling
// makes: said, were, began.
func IrregularPast(w string) bool {
	c := en.Classes(w)
	regular := c.Has(en.SEnding) && !c.HasAny(en.IsOrWas, en.Has) || c.Has(en.IngEnding) || c.Has(en.EdEnding) && len(w) > 4
	return !regular && lexicon.Lemma(w) != w
}

// compound reads what a hyphen joins to a number: "a 12-member council".
func (r *Reader) compound(k int) (string, int) {
	t := r.Tok(k + 1)
	if t.Kind != page.TokenWord || t.Capital || len(t.Lower) < 3 || t.Of(en.EdEnding) || lexicon.ClosedWord(t.Lower) {
		return "", k
	}
	if t.Of(en.NoNoun) {
		return "", k
	}
	noun, _ := lexicon.Singular(t.Lower)
	return noun, k + 2
}

// whatOf reads the noun phrase behind "of" at token k: a name, else its head.
func (r *Reader) whatOf(k int) (noun string, end int) {
	for n := 0; n < 2; n++ {
		if r.Is(k, en.Fixing) {
			k++
		}
	}
	if a, ok := r.Numeral(k, false); ok && r.timeOver(a) == 0 {
		return r.NounPhrase(a.To, a.Value)
	}
	if n := r.NameAt(k); n != nil && !n.Demonym && n.Kind != 0 {
		end := k
		for r.Tok(end).Kind != 0 && r.Tok(end).Span.End <= n.Span.End {
			end++
		}
		if next := r.Tok(end); next.Kind != page.TokenWord || lexicon.ClosedWord(next.Lower) {
			return n.Canonical, end
		}
	}
	if noun, end = r.NounPhrase(k, 2); noun != "" {
		return noun, end
	}
	noun, end = r.NounPhrase(k, 1)
	if head := r.Tok(end - 1); noun != "" && head.Capital {
		noun = head.Span.In(r.Src)
		if n := r.NameBefore(end); n != nil {
			noun = n.Canonical
		}
	}
	return noun, end
}

// share reads a fraction or a ratio at token i: "two-thirds", "a third of",
// "half the", "one in five", "nine out of 10".
func (r *Reader) share(i int) (end int, ok bool) {
	a := Quantity{From: i, Scale: 1, factor: 1, Kind: KindShare}
	switch part, n := r.Fraction(i); {
	case n > 0:
		a.Value, a.To = part, i+n
	case !r.ratio(&a):
		return i, false
	}
	if r.timeOver(a) > i && !r.Is(i-1, en.By) { // a quarter is a length of time too
		return i, false
	}
	of, end := "", a.To
	if r.Is(a.To, en.Of) {
		of, end = r.whatOf(a.To + 1)
	} else if r.Is(i, en.Half) {
		of, end = r.whatOf(a.To)
	} else if a.whole > 0 {
		of, end = r.NounPhrase(a.To, a.whole)
	}
	if of == "" || r.counted(a.To, end) {
		end = a.To
	}
	r.number(a, end, "", nil).Of = of
	return end, true
}

// counted reports whether a number stands among the tokens from i up to k.
func (r *Reader) counted(i, k int) bool {
	for ; i < k; i++ {
		if r.Tok(i).Kind == page.TokenFigure {
			return true
		}
		if n, ok := lexicon.NumeralOf(r.Tok(i).Lower); ok && n.Kind <= lexicon.NumeralScale {
			return true
		}
	}
	return false
}

// Fraction reads a fraction in words, and returns its number of tokens.
func (r *Reader) Fraction(i int) (value float64, n int) {
	if t := r.Tok(i); t.Of(en.Half) {
		if r.Is(i+1, en.HalfOf) {
			if r.Is(i-1, en.By) {
				return 0.5, 1
			}
			if r.Is(i-1, en.HalfNamed) {
				return 0, 0
			}
			return 0.5, 1
		}
		if r.Is(i+1, en.Comma) && r.Is(i+2, en.Or) || r.Is(i+1, en.Bracket) {
			return 0.5, 1
		}
		if r.restatesShare(i) && !r.Is(i+1, en.A, en.Hyphen) {
			return 0.5, 1
		}
		return 0, 0
	}
	num, ok := lexicon.NumeralOf(r.Tok(i).Lower)
	article := r.Is(i, en.A)
	if article {
		num = lexicon.Numeral{Kind: lexicon.NumeralUnit, Value: 1}
	} else if !ok || num.Kind != lexicon.NumeralUnit || num.Value == 0 {
		return 0, 0
	}
	k := i + 1
	hyphen := r.Hyphen(k)
	if hyphen {
		k++
	}
	part, ok := lexicon.NumeralOf(r.Tok(k).Lower)
	_, plural := lexicon.Singular(r.Tok(k).Lower)
	if !ok || part.Kind != lexicon.NumeralPart || plural != (num.Value > 1) || num.Value >= part.Value {
		return 0, 0
	}
	if !hyphen && !r.Is(k+1, en.Of) && !r.restatesShare(i) || r.Is(k+1, en.Of) && r.IsScale(k+3) {
		return 0, 0
	}
	return Round(num.Value / part.Value), k + 1 - i
}

// restatesShare reports whether a fraction at token i needs no "of": fell by a
// third, a fall of a third, 12 of the 36, or a third.
func (r *Reader) restatesShare(i int) bool {
	prev := r.Tok(i - 1)
	if prev.Of(en.Than) {
		next := r.Tok(i + 2)
		return r.Is(i-3, en.By) || r.Is(i-3, en.Comma) && next.Of(en.Comma, en.FullStop) // won 45, more than two thirds.
	}
	if r.Is(i-2, en.By) {
		b, n := lexicon.LongestBound([]string{prev.Lower})
		return n == 1 && b.Side == lexicon.Before
	}
	next := r.Tok(i + 2)
	if prev.Of(en.Comma) && r.last == i-1 && r.Is(i, en.A) && next.Of(en.Comma, en.FullStop) {
		return true // 12 of the 36 members, a third, stayed
	}
	if prev.Of(en.Of) && r.Is(i-2, en.ChangeNoun, en.ChangeVerb) {
		return r.Is(i-3, en.IndefiniteArticle)
	}
	return prev.Of(en.By) || prev.Of(en.Or) && (r.Is(i-2, en.Comma) || r.last == i-1)
}

// partOfPoint reads a part of a point at token i: half a point, a quarter
// percentage point, a half-point, three-quarters of a point.
func (r *Reader) partOfPoint(i int) (end int, ok bool) {
	k, v := i, 1.0
	if r.Is(k, en.A) {
		k++
	} else if n, ok := lexicon.NumeralOf(r.Tok(k).Lower); ok && n.Kind == lexicon.NumeralUnit && 1 <= n.Value && n.Value < 4 {
		v = n.Value
		if k++; r.Is(k, en.Hyphen) {
			k++
		}
	}
	part, ok := lexicon.NumeralOf(r.Tok(k).Lower)
	if !ok || part.Kind != lexicon.NumeralPart || part.Value > 4 {
		return i, false
	}
	k++
	for n := 0; n < 2 && r.Is(k, en.Of, en.A, en.Hyphen); n++ {
		k++
	}
	for n := 0; n < 2 && r.Is(k, en.PercentPart); n++ {
		k++
	}
	if !r.Is(k, en.Points) {
		return i, false
	}
	a := Quantity{From: i, To: k + 1, Value: Round(v / part.Value), Scale: 0.01, factor: 1, Kind: KindPoints, unit: "percentage point"}
	return r.emit(a, a.To, "", nil), true
}

// ratio reads "one in five" and "nine out of 10" at a.from.
func (r *Reader) ratio(a *Quantity) bool {
	x, ok := r.Numeral(a.From, false)
	if !ok || x.Scale > 1 {
		return false
	}
	k := x.To
	out := r.Is(k, en.Out) && r.Is(k+1, en.Of)
	switch {
	case out:
		k += 2
	case r.Is(k, en.In) && x.Value == 1:
		k++
	default:
		return false
	}
	y, ok := r.Numeral(k, false)
	if !ok || y.Value <= x.Value || y.Value > 1000 || !out && y.Value < 3 || r.timeOver(y) > 0 {
		return false
	}
	a.Value, a.To, a.whole = Round(x.Value/y.Value), y.To, y.Value
	return true
}

// emit writes a number whose text ends before token end, and returns end.
func (r *Reader) emit(a Quantity, end int, noun string, upper *float64) int {
	n := r.number(a, end, noun, upper)
	switch {
	case a.Kind == KindAge:
		n.Of = r.agedPerson(a, end, noun)
	case r.Is(end, en.Of) && a.Kind != KindMoney && a.Kind != KindMeasure:
		n.Of, _ = r.whatOf(end + 1)
	case a.Kind == KindCount && r.whole != "" && a.From <= r.group:
		n.Of = r.whole
	}
	if a.Kind == KindCount && r.clauseOf(a.From) && r.Is(end, en.Comma) {
		r.whole, r.group = noun, end+3
	}
	return end
}

// clauseOf reports whether "Of the" opens the clause just before token i.
func (r *Reader) clauseOf(i int) bool {
	k := i - 1
	if r.Is(k, en.Those) {
		k--
	}
	return r.Is(k, en.Of) && (k == 0 || r.Tok(k-1).Kind == page.TokenMark)
}

func (r *Reader) number(a Quantity, end int, noun string, upper *float64) *fact.Number {
	from, negative := a.From, r.Is(a.From-1, en.Minus)
	if negative {
		from--
	}
	span := text.Span{Start: r.Tok(from).Span.Start, End: r.Tok(end - 1).Span.End}
	n := &fact.Number{
		At: r.D.PlaceOf(span), Zone: r.Zone, Value: a.Value, Kind: a.Kind, Unit: a.unit, Noun: noun, Sentence: r.Said,
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
	bound, k := r.BoundBefore(from, a)
	if b, _ := r.BoundAfter(a.To); b != "" {
		bound = b
	}
	if bound == Roughly {
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

// BoundBefore reads "more than" and the like right before token i; from is
// where it begins, i if there is none.
func (r *Reader) BoundBefore(i int, a Quantity) (bound string, from int) {
	k := i
	if r.Is(k-1, en.AnotherWord, en.Further) {
		k--
	}
	for n := min(lexicon.MaxBoundWords(), k); n > 0; n-- {
		b, words := lexicon.LongestBound(r.Ahead(k - n)[:min(n, len(r.Words))])
		if words != n || b.Side != lexicon.Before {
			continue
		}
		if b.Bound == AtMost && r.Is(a.To, en.From) {
			return "", i // was up to 20 percent from 15
		}
		if b.Bound == AtMost && r.Is(k-n, en.Up) && r.Is(k-n-1, en.ChangeVerb) {
			return "", i // edged up to 20 percent
		}
		if n == 1 && a.Kind == KindCount && !a.Figure && a.Value < 10 && preposition(r.Tok(k-1).Lower) {
			return "", i // spoke about two people
		}
		return b.Bound, k - n
	}
	return "", i
}

func preposition(w string) bool { return en.Is(w, en.Vicinity) }

// BoundAfter reads "or more" and the like at token k, and returns its number
// of tokens.
func (r *Reader) BoundAfter(k int) (string, int) {
	if b, n := lexicon.LongestBound(r.Ahead(k)); n > 0 && b.Side == lexicon.After {
		return b.Bound, n
	}
	return "", 0
}

// restated returns the text of the number before n if n, whose words begin at
// token k, gives it once more in another unit.
func (r *Reader) restated(n *fact.Number, k int) string {
	before := r.out[len(r.out)-1]
	if n.Kind != before.Kind || n.Unit == before.Unit || n.Kind != KindMoney && n.Kind != KindMeasure {
		return ""
	}
	or := k-1 == r.last && r.Is(k-1, en.Or) || k-2 == r.last && r.Is(k-1, en.Or) && r.Is(k-2, en.Comma)
	if or || k-1 == r.last && r.Is(k-1, en.Bracket) {
		return before.Text
	}
	return ""
}

// agedPerson returns whose age a is: the canonical name right behind or before
// it, else the noun that it stands with.
func (r *Reader) agedPerson(a Quantity, end int, noun string) string {
	if n := r.NameAt(end); n != nil && n.Kind != page.NamePlace && r.Tok(end-1).Span.End < n.Span.Start {
		return n.Canonical
	}
	k := a.From
	for n := 0; n < 3 && k > 0; n++ {
		if r.Is(k-1, en.AgeLink) {
			k--
		}
	}
	if n := r.NameBefore(k); n != nil && k < a.From && n.Kind != page.NamePlace && n.Kind != page.NameOrg {
		return n.Canonical
	}
	if noun == "" && k < a.From {
		return r.Surname(k - 1)
	}
	return noun
}
