package counts

import (
	"math"
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
)

// The ways in which two numbers are tied.
const (
	tieHeadline = "headline"
	tieRepeat   = "repeat"
	tieScale    = "scale"
	tieWhole    = "whole"
	tiePer      = "per"
)

// A repeatFinder compares the claims of a document.
type repeatFinder struct {
	*statementReader
	byKey  map[string][]int // indexes of claims, at most keptClaims each
	byUnit map[string][]int // the same by kind and unit, at most keptNumbers each
	scaled map[scaleKey]int // the claim that has these digits first
	first  map[string]int   // the sentence where a stem stands first, see seen
	out    []*fact.Recount
}

// keptClaims is how many claims of one key are looked at, so that what repeats
// one number for pages takes linear time.
const (
	keptClaims  = 12
	keptNumbers = 200
)

// Read returns any two numbers that give one quantity with different
// values, in the order of the text.
func Read(d *page.Page) []*fact.Recount {
	r := &repeatFinder{statementReader: readClaims(d), byKey: map[string][]int{}, byUnit: map[string][]int{}, scaled: map[scaleKey]int{}}
	for i := range r.claims {
		unit := r.claims[i].n.Kind + " " + r.claims[i].n.Unit
		if list := r.byUnit[unit]; len(list) < keptNumbers {
			r.byUnit[unit] = append(list, i)
		}
		for _, key := range r.claims[i].keys() {
			if list := r.byKey[key]; len(list) < keptClaims {
				r.byKey[key] = append(list, i)
			}
		}
	}
	for i := range r.claims {
		if b := &r.claims[i]; b.zone == article.Headline {
			r.headline(b)
		} else {
			r.repeat(i, b)
		}
		r.scale(i)
		r.whole(&r.claims[i])
		if i == 0 || r.claims[i-1].sentence != r.claims[i].sentence {
			end := i
			for end < len(r.claims) && r.claims[end].sentence == r.claims[i].sentence {
				end++
			}
			r.products(i, end)
		}
	}
	r.out = append(r.out, headScores(d)...)
	slices.SortStableFunc(r.out, func(a, b *fact.Recount) int { return a.At.Span.Start - b.At.Span.Start })
	return r.out
}

// keys returns what a claim is filed under: what is counted, what happened to
// it, what the amount is of.
func (x *statement) keys() []string {
	if lexicon.SportsNoun(x.n.Noun) || lexicon.SportsNoun(x.owner) {
		return nil
	}
	var out []string
	switch {
	case x.n.Kind == numbers.KindMeasure && x.n.Noun != "":
		out = append(out, x.n.Kind+" "+x.n.Unit+" of "+x.n.Noun)
	case x.owner != "" && (x.n.Kind != numbers.KindCount || x.kindly && !lexicon.KindNoun(x.n.Noun)):
		for _, owner := range x.owners {
			out = append(out, x.n.Kind+" "+x.n.Unit+x.n.Noun+" of "+owner)
		}
	case x.n.Kind == numbers.KindCount && x.n.Noun != "" && !x.kindly:
		out = append(out, "count "+general(x.n.Noun))
		if x.whole != "" && !lexicon.KindNoun(x.n.Noun) {
			out = append(out, x.n.Kind+" "+x.n.Unit+x.n.Noun+" of "+x.whole)
		}
	}
	if x.n.Kind == numbers.KindCount && x.concept != "" {
		out = append(out, doneKey+x.concept)
	}
	return out
}

// doneKey is what keys begin with that file what happened to people.
const doneKey = "done "

// general returns person for the nouns that stand for people who died or were
// hurt, else the noun.
func general(noun string) string {
	if concept := lexicon.ConceptOf(noun); en.Is(concept, en.Stricken) {
		return concept
	}
	return noun
}

// sameValue reports whether two claims can give one value: their ranges
// overlap, rounding apart, or a bound of one covers the other.
func sameValue(a, b *statement) bool {
	if a.n.Bound != "" && a.n.Bound == b.n.Bound && a.n.Upper == nil && b.n.Upper == nil {
		return math.Abs(a.n.Value-b.n.Value) <= max(a.slack, b.slack)
	}
	lowA, highA := a.ends()
	lowB, highB := b.ends()
	slack := max(a.slack, b.slack)
	return lowA <= highB+slack && lowB <= highA+slack
}

func (x *statement) ends() (low, high float64) {
	low, high = x.n.Value, x.n.Value
	if x.n.Upper != nil {
		high = *x.n.Upper
	}
	if numbers.AllowsMore(x.n.Bound) {
		high = math.Inf(1)
	}
	if numbers.AllowsLess(x.n.Bound) {
		low = math.Inf(-1)
	}
	return low, high
}

// near reports whether two values can be slips of one another: they are within
// a factor of three, or the same digits a power of ten apart.
func near(a, b *statement) bool {
	x, y := math.Abs(a.n.Value), math.Abs(b.n.Value)
	if x == 0 || y == 0 {
		return false
	}
	ratio := max(x, y) / min(x, y)
	teen := min(x, y) > 12 && min(x, y) < 20 && max(x, y) == (min(x, y)-10)*10 // 15, 50
	return ratio <= 3 || teen || sameDigits(x, y) || ratio == 10 || ratio == 100 || ratio == 1000 || ratio == 1e6
}

// sameDigits reports whether two whole numbers have the same digits in another
// order.
func sameDigits(x, y float64) bool {
	if x > 1<<53 || y > 1<<53 || x != math.Trunc(x) || y != math.Trunc(y) {
		return false
	}
	var seen [10]int
	for n := int64(x); n > 0; n /= 10 {
		seen[n%10]++
	}
	for n := int64(y); n > 0; n /= 10 {
		seen[n%10]--
	}
	return seen == [10]int{}
}

// repeat looks for the claim before b that gives the same quantity with
// another value.
func (r *repeatFinder) repeat(i int, b *statement) {
	if b.part || b.some || b.supposed || b.n.Kind == numbers.KindCount && b.n.Value < 2 || b.changed || b.n.Bound != "" && b.n.Bound != numbers.AtLeast || b.n.Upper != nil {
		return
	}
	for _, key := range b.keys() {
		if a := r.earlier(i, b, key); a != nil {
			r.tie(tieRepeat, a, b, key)
			return
		}
	}
	if a := r.onlyBefore(i, b); a != nil {
		r.tie(tieRepeat, a, b, "")
		return
	}
	if a := r.aboutOwner(i, b); a != nil {
		r.tie(tieRepeat, a, b, "")
	}
}

// aboutOwner returns the only amount of the sentence before claim i that tells
// of what "the unemployment rate of 9 percent" names: "Unemployment stood at 8
// percent."
func (r *repeatFinder) aboutOwner(i int, b *statement) *statement {
	if b.owner == "" || !b.definite || b.paid || r.told(i, b) || b.n.Kind == numbers.KindCount || b.n.Approx || len(b.proper)+len(b.behind) > 0 {
		return nil
	}
	var out *statement
	for _, k := range slices.Backward(r.before(i)) {
		a := &r.claims[k]
		if a.sentence == b.sentence || b.sentence-a.sentence > nextReach {
			return out
		}
		if out != nil && out.sentence != a.sentence {
			return out
		}
		if out != nil || a.n.Upper != nil || a.part || a.changed || a.zone == article.Headline || !r.ownerless(a, b) {
			return nil
		}
		if !near(a, b) || sameValue(a, b) || !r.tells(a.sentence, b) {
			return nil
		}
		out = a
	}
	return out
}

// onlyBefore returns the only amount of money before claim i if b is one that
// "the" or "those" refers to it with nothing else said.
func (r *repeatFinder) onlyBefore(i int, b *statement) *statement {
	if b.n.Kind != numbers.KindMoney || b.owner != "" && b.owner != b.whole || !b.the || b.n.Approx || b.n.Bound != "" || b.each {
		return nil
	}
	list := r.before(i)
	for len(list) > 0 && r.claims[list[0]].zone == article.Headline {
		list = list[1:]
	}
	if len(list) != 1 {
		return nil
	}
	a := &r.claims[list[0]]
	if a.sentence == b.sentence || b.sentence-a.sentence > nextReach || a.n.Upper != nil || a.n.Bound != "" || a.part || a.changed || a.each || !near(a, b) || sameValue(a, b) {
		return nil
	}
	return a
}

// ownerless reports whether a says of nothing else than b that it is its amount:
// "14 miles long", "bought the mine for $5 million … the price".
func (r *repeatFinder) ownerless(a, b *statement) bool {
	if a.owner == "" || en.Is(a.owner, en.Dimension) {
		return true
	}
	return slices.ContainsFunc(b.owners, func(w string) bool { return len(lexicon.AmountVerbs(w)) > 0 })
}

// tells reports whether a sentence has a word for what b is the amount of: fined
// for a fine, lent for a loan.
func (r *repeatFinder) tells(sentence int, b *statement) bool {
	words := r.content[sentence]
	for _, w := range b.owners {
		stem := stemOf(w)
		if slices.ContainsFunc(words, func(o string) bool {
			return o == stem || len(stem) >= 4 && strings.HasPrefix(o, stem)
		}) {
			return true
		}
		for _, verb := range lexicon.AmountVerbs(w) {
			if slices.Contains(words, stemOf(verb)) {
				return true
			}
		}
	}
	return false
}

// before returns the claims of the kind and the unit of claim i that stand
// before it.
func (r *repeatFinder) before(i int) []int {
	list := r.comparable(&r.claims[i])
	n, _ := slices.BinarySearch(list, i)
	return list[:n]
}

// earlier returns the first claim of a key before b if it is the same quantity
// and no claim before b has the value of b.
func (r *repeatFinder) earlier(i int, b *statement, key string) *statement {
	first, several := r.firstOf(i, b, key, false)
	if several {
		first, several = r.firstOf(i, b, key, true)
	}
	if several {
		return nil
	}
	if first == nil || first.sentence == b.sentence || r.told(i, b) || r.beside(i, first, b) || r.takesUp(first, b) {
		return nil
	}
	if sameValue(first, b) || !near(first, b) || first.n.Upper != nil || !r.sameThing(first, b) {
		return nil
	}
	return first
}

// beside reports whether the sentence of b, claim i, counts with the value of a
// too: then a and b are two sets, of which it tells both.
func (r *repeatFinder) beside(i int, a, b *statement) bool {
	for k := i + 1; k < len(r.claims) && r.claims[k].sentence == b.sentence; k++ {
		if c := &r.claims[k]; c.n.Kind == b.n.Kind && sameValue(a, c) && sameCounted(a, c) {
			return true
		}
	}
	for k := i - 1; k >= 0 && r.claims[k].sentence == b.sentence; k-- {
		if c := &r.claims[k]; c.n.Kind == b.n.Kind && sameValue(a, c) && sameCounted(a, c) {
			return true
		}
	}
	return false
}

// takesUp reports whether "the two men" can be those whom the text has named since
// it counted a larger set, a.
func (r *repeatFinder) takesUp(a, b *statement) bool {
	if b.n.Kind != numbers.KindCount || b.n.Value > mostNamed || b.n.Value >= a.n.Value || !b.definite {
		return false
	}
	person := lexicon.PersonWord(b.n.Noun)
	var named []string
	for i := a.sentence; i <= b.sentence; i++ {
		for _, n := range r.D.NamesOf(i) {
			if n.Demonym || n.Span.Start >= b.n.At.Span.Start || n.Kind != 0 && person != (n.Kind == page.NamePerson) || slices.Contains(named, n.Canonical) {
				continue
			}
			if named = append(named, n.Canonical); float64(len(named)) >= b.n.Value {
				return true
			}
		}
	}
	return false
}

// mostNamed is the most that "the six firms" counts where it takes up names.
const mostNamed = 6

// firstOf returns the first claim of a key before b, of those only with whose
// sentence b shares what it restricts its noun with if alike is set; several
// reports whether their values differ.
func (r *repeatFinder) firstOf(i int, b *statement, key string, alike bool) (first *statement, several bool) {
	for _, k := range r.byKey[key] {
		a := &r.claims[k]
		if k >= i {
			break
		}
		if a.zone == article.Headline || a.part || a.some || a.supposed || a.changed || alike && !r.restrictedAlike(a, b) {
			continue
		}
		if first != nil && !sameValue(first, a) && a.sentence != b.sentence {
			return nil, true
		}
		if first == nil {
			first = a
		}
	}
	return first, false
}

// restrictedAlike reports whether the sentence of a has the words that say which
// of several b counts: "the 28 countries that signed the treaty".
func (r *repeatFinder) restrictedAlike(a, b *statement) bool {
	if !b.definite || len(b.behind) == 0 || b.n.Value < 2 {
		return false
	}
	shared := sharedStems(b.behind, r.content[a.sentence])
	return shared >= 2 || shared == len(b.behind) && a.sentence+nextReach >= b.sentence
}

// whole writes a percentage of people that is more than all of them, or one that is
// told of thousands.
func (r *repeatFinder) whole(x *statement) {
	if x.perMany {
		r.out = append(r.out, &fact.Recount{
			At: x.n.At, Text: x.n.Text, Zone: x.n.Zone, Kind: tiePer, First: *x.n, Second: *x.n, Shared: []string{}, Fixes: []fact.Fix{},
		})
		return
	}
	if x.n.Kind != numbers.KindPercent || x.n.Value <= 100 || x.n.Upper != nil || x.n.Of == "" || x.changed {
		return
	}
	if of, _ := lexicon.Singular(strings.ToLower(x.n.Of)); !lexicon.PersonWord(of) && !en.Is(of, en.AllPersons) {
		return
	}
	r.out = append(r.out, &fact.Recount{
		At: x.n.At, Text: x.n.Text, Zone: x.n.Zone, Kind: tieWhole, First: *x.n, Second: *x.n, Shared: []string{x.n.Of}, Fixes: []fact.Fix{},
	})
}

// A scaleKey is a large number without its scale, with its unit.
type scaleKey struct {
	kind, unit, noun string
	digits           float64 // from 1 up to 1000
}

// scale looks for a claim before claim i that has its digits with another
// scale: 4.5 million and 4.5 billion.
func (r *repeatFinder) scale(i int) {
	b := &r.claims[i]
	v := b.n.Value
	if b.n.Kind != numbers.KindMoney && b.n.Kind != numbers.KindCount || v < 1e5 || v > 1e15 || b.n.Upper != nil {
		return
	}
	for v >= 1000 {
		v /= 1000
	}
	key := scaleKey{kind: b.n.Kind, unit: b.n.Unit, digits: numbers.Round(v)}
	if b.n.Kind == numbers.KindCount {
		key.noun = b.n.Noun
	}
	step := numbers.Noughts(numbers.Round(v * 1000))
	one := v*1000/step < 10 && !b.pointed() // one digit is soon the same
	k, ok := r.scaled[key]
	if one && (!ok || !r.leads(&r.claims[k], b)) && b.zone != article.Headline {
		return
	}
	if !ok {
		r.scaled[key] = i
		return
	}
	a := &r.claims[k]
	if a.n.Value != b.n.Value && (one || r.oneScale(a, b)) {
		r.tie(tieScale, a, b, "")
	}
}

// leads reports whether b is the only amount of the first sentence and h that of
// the headline.
func (r *repeatFinder) leads(h, b *statement) bool {
	if h.zone != article.Headline || b.zone != article.Body || b.sentence != h.sentence+1 {
		return false
	}
	for _, k := range r.comparable(b) {
		if o := &r.claims[k]; o != h && o != b && o.sentence <= b.sentence {
			return false
		}
	}
	return true
}

// pointed reports whether x is written with a digit behind the point: 3.0
// million.
func (x *statement) pointed() bool { return x.n.Step > 0 && x.n.Value/x.n.Step >= 10 }

// oneScale reports whether a and b, of the same digits, are one number: their
// sentences share two words, or b refers back to what was said just before.
func (r *repeatFinder) oneScale(a, b *statement) bool {
	apart := b.sentence - a.sentence
	if apart == 0 {
		return false
	}
	shared := sharedStems(r.content[a.sentence], r.content[b.sentence])
	return shared >= 2 || apart <= nextReach && shared == 1 || apart <= closeReach && (b.definite || r.tells(a.sentence, b))
}

// products looks for three numbers of a sentence of which one is the other two
// multiplied but for its scale: 600,000 tickets at 24 dollars each, 14.4 billion
// dollars in all. Claims from and up to to are those of the sentence.
func (r *repeatFinder) products(from, to int) {
	if to-from < 3 || to-from > keptClaims {
		return
	}
	for p := from; p < to; p++ {
		if x := &r.claims[p]; x.n.Kind == numbers.KindMoney && x.each && x.n.Upper == nil {
			r.product(p, from, to)
		}
	}
}

func (r *repeatFinder) product(p, from, to int) {
	price := &r.claims[p]
	for k := from; k < to; k++ {
		n := &r.claims[k]
		if n.n.Kind != numbers.KindCount || n.n.Upper != nil || n.n.Value < 2 {
			continue
		}
		for t := from; t < to; t++ {
			total := &r.claims[t]
			if t == p || total.n.Kind != numbers.KindMoney || total.n.Unit != price.n.Unit || total.n.Upper != nil || total.n.Value < 1e6 && n.n.Value < 1e6 {
				continue
			}
			if off := total.n.Value / (price.n.Value * n.n.Value); scaleOff(off, min(0.06, price.rough()+n.rough()+total.rough()+0.005)) {
				r.tie(tieScale, n, total, "")
				return
			}
		}
	}
}

// rough is the share by which a number can be off as it is written.
func (x *statement) rough() float64 { return x.slack / math.Abs(x.n.Value) }

// scaleOff reports whether a ratio is that of million to billion or the like,
// but for a share.
func scaleOff(ratio, share float64) bool {
	for _, scale := range [...]float64{1e3, 1e6, 1e-3, 1e-6} {
		if math.Abs(ratio/scale-1) <= share {
			return true
		}
	}
	return false
}

// told reports whether a number before claim i that can count the same has its
// value, or two such have it as their sum or difference.
func (r *repeatFinder) told(i int, b *statement) bool {
	var values []float64
	for _, k := range r.comparable(b) {
		a := &r.claims[k]
		if k >= i {
			break
		}
		if a.zone == article.Headline || b.n.Kind == numbers.KindCount && !sameCounted(a, b) {
			continue
		}
		if sameValue(a, b) {
			return true
		}
		if len(values) < keptClaims {
			values = append(values, a.n.Value)
		}
	}
	return sums(values, b.n.Value)
}

// comparable returns the claims of the kind and the unit of b; of money and
// percent as many as are kept.
func (r *repeatFinder) comparable(b *statement) []int { return r.byUnit[b.n.Kind+" "+b.n.Unit] }

// sums reports whether v is the sum or the difference of two of the values.
func sums(values []float64, v float64) bool {
	for i, x := range values {
		for _, y := range values[i+1:] {
			if x+y == v || math.Abs(x-y) == v {
				return true
			}
		}
	}
	return false
}

// sameThing reports whether nothing in the words around two claims of one key
// sets them apart, and something says that the second is the first.
func (r *repeatFinder) sameThing(a, b *statement) bool {
	if !b.definite && !(a.definite && a.concept != "" && a.concept == b.concept) && !r.closely(a, b) && !r.nextTo(a, b) {
		return false
	}
	if a.n.Kind == numbers.KindCount && a.owner == "" && !sameCounted(a, b) || general(a.n.Noun) != general(b.n.Noun) && !(anybody(a.n.Noun) && anybody(b.n.Noun)) {
		return false
	}
	around := r.content[a.sentence]
	if b.bearer != "" && b.bearer != a.bearer && !slices.Contains(around, b.bearer) {
		return false // the women's race, the men's race
	}
	if b.own && r.ofAnother(a, b) {
		return false // she milks 180 cows; her neighbour sold his 95 cows
	}
	if b.those && a.concept != b.concept && !slices.Contains(around, b.concept) {
		return false
	}
	for _, w := range b.owners { // the repair contract is not the supply contract
		if slices.Contains(a.owners, w) {
			break
		}
		if !slices.Contains(around, stemOf(w)) {
			return false
		}
	}
	for _, p := range b.proper {
		if !slices.ContainsFunc(around, func(w string) bool { return w == p || sameRoot(w, p) }) {
			return false
		}
	}
	for _, m := range b.mods {
		if m == b.done && pastParticiple(b.doneWord) { // the four stolen paintings
			continue
		}
		if !slices.Contains(around, m) && !r.seen(b.sentence, m) && lexicon.ConceptOf(m) == "" {
			return false
		}
	}
	if a.concept != "" && a.concept == b.concept { // buried the 15 dead in one grave
		return !slices.ContainsFunc(b.named, func(w string) bool { return !slices.Contains(around, w) })
	}
	if len(b.behind) > 0 && !b.kindly && !slices.ContainsFunc(b.behind, func(w string) bool { return slices.Contains(around, w) }) {
		return false
	}
	return true
}

// ofAnother reports whether the sentence of b, which counts what is his or hers, begins
// with a person of whom that of a does not tell.
func (r *repeatFinder) ofAnother(a, b *statement) bool {
	s := r.D.Syntax(b.sentence)
	groups := s.NounGroups()
	if len(groups) == 0 || s.Tokens()[groups[0].Head].Start >= b.n.At.Span.Start {
		return false
	}
	head := s.Lemma(groups[0].Head)
	return lexicon.PersonWord(head) && !slices.Contains(r.content[a.sentence], stemOf(head))
}

// closely reports whether two words at least that stand with the noun of a
// stand with that of b too.
func (r *repeatFinder) closely(a, b *statement) bool {
	if lexicon.KindNoun(a.n.Noun) || a.n.Kind != numbers.KindCount && a.owner == "" {
		return false
	}
	if toTheDigit(a) && toTheDigit(b) && sharedStems(a.behind, b.behind) > 0 && len(r.byKey["count "+general(a.n.Noun)]) == 2 {
		return true
	}
	if b.sentence-a.sentence > closeReach || r.newNames(a, b) {
		return false
	}
	return sharedStems(a.mods, b.mods)+sharedStems(a.proper, b.proper)+sharedStems(a.behind, b.behind) >= 2
}

// rootLetters is how many letters a country and its people mostly share.
const rootLetters = 4

// sameRoot reports whether two words begin alike: Britain, British.
func sameRoot(a, b string) bool {
	return len(a) > rootLetters && len(b) > rootLetters && a[:rootLetters] == b[:rootLetters]
}

// newNames reports whether the sentence of b names somebody before the number
// whom that of a does not.
func (r *repeatFinder) newNames(a, b *statement) bool {
	return slices.ContainsFunc(b.front, func(w string) bool { return !slices.Contains(r.content[a.sentence], w) })
}

// closeReach is within how many sentences words shared by two numbers make them
// one.
const closeReach = 10

// nextTo reports whether b, without a determiner, stands so soon behind a that
// it is the same number: both are exact and a little apart, or nothing else of
// the document is counted by their noun.
func (r *repeatFinder) nextTo(a, b *statement) bool {
	if a.n.Kind != numbers.KindCount || a.n.Noun == "" || b.n.Noun != a.n.Noun || lexicon.KindNoun(a.n.Noun) || lexicon.PartWord(a.n.Noun) || b.sentence-a.sentence > closeReach {
		return false
	}
	if a.n.Approx || b.n.Approx || a.n.Bound != "" || b.n.Bound != "" || a.total != b.total {
		return false
	}
	x, y := a.n.Value, b.n.Value
	if r.newNames(a, b) {
		return false
	}
	if toTheDigit(a) && toTheDigit(b) && max(x, y) <= slipRatio*min(x, y) {
		return true
	}
	if b.sentence-a.sentence > nextReach {
		return false
	}
	alone := len(r.byKey["count "+general(a.n.Noun)]) == 2
	return alone && min(x, y) >= 10 && !lexicon.PersonWord(a.n.Noun) && len(b.mods)+len(b.proper)+len(b.named) == 0
}

const (
	nextReach = 2   // in sentences
	slipRatio = 1.3 // of two numbers of three digits of which one is a slip
)

// toTheDigit reports whether a number is written with three digits that count.
func toTheDigit(x *statement) bool { return x.slack < math.Abs(x.n.Value)/150 }

// headline looks for the claim of the body that gives the quantity of a
// headline with another value: one of the lead that counts the very same, or
// one of the first sentences if none of the body has the value.
func (r *repeatFinder) headline(h *statement) {
	if h.n.Upper != nil || h.changed && !h.level && h.n.Kind == numbers.KindCount || h.part || r.answered(h, 1) || h.n.Kind != numbers.KindCount && r.answered(h, answerReach) {
		return
	}
	far := r.answered(h, math.MaxInt)
	for _, key := range h.keys() {
		for _, k := range r.byKey[key] {
			b := &r.claims[k]
			if b.zone != article.Body || !r.sameStory(h, b) || h.n.Kind == numbers.KindCount && !sameCounted(h, b) {
				continue
			}
			if !far || r.veryLead(h, b) {
				r.tie(tieHeadline, h, b, key)
			}
			return
		}
	}
	bare := h.n.Noun == "" && h.concept == "" // 200 aboard
	if b := r.lead(h); b != nil && r.sameStory(h, b) && (h.n.Kind != numbers.KindCount || bare && !far) {
		r.tie(tieHeadline, h, b, "")
	}
}

// boundShare is by how much more than a headline's "at least 30" a number can
// be that it is said of.
const boundShare = 0.3

// answerReach is within how many sentences behind the headline its number of
// money or percent stands if the text has it; one of a lead beside another
// number has it too.
const answerReach = 3

// veryLead reports whether b stands in the first sentence of the body and
// counts what the headline does in the same words.
func (r *repeatFinder) veryLead(h, b *statement) bool {
	return b.sentence == h.sentence+1 && h.n.Kind == numbers.KindCount && h.n.Noun == b.n.Noun && b.n.Noun != "" && b.n.Bound == "" && h.n.Bound == "" && !b.n.Approx
}

// answered reports whether the body has the number of a headline within reach
// sentences, or two numbers that have it as their sum or difference, or a list that adds
// up to it.
func (r *repeatFinder) answered(h *statement, reach int) bool {
	var values []float64
	list := 0.0
	for k := range r.claims {
		b := &r.claims[k]
		if b.zone == article.Headline || b.n.Kind != h.n.Kind || h.n.Kind == numbers.KindCount && !answers(h, b) {
			list = 0
			continue
		}
		if b.sentence-h.sentence > reach {
			break
		}
		if (sameValue(h, b) || rounds(h, b)) && (h.n.Bound == "" || b.n.Bound != "" || math.Abs(b.n.Value-h.n.Value) <= boundShare*h.n.Value) {
			return true
		}
		if !b.joined {
			list = 0
		}
		if list += b.n.Value; b.joined && list == h.n.Value {
			return true // Nine hurt: four children and five adults were hurt
		}
		if len(values) < keptClaims && (h.concept == "" || h.concept == b.concept || h.n.Noun == b.n.Noun) {
			values = append(values, b.n.Value)
		}
	}
	return h.n.Kind == numbers.KindCount && sums(values, h.n.Value)
}

// answers reports whether b can be the count of a headline. Of what happened to
// people only a number of the first sentence can be of which that is not said
// again.
func answers(h, b *statement) bool {
	if !sameCounted(h, b) {
		return false
	}
	if h.concept == "" || h.concept == b.concept || h.n.Noun == b.n.Noun {
		return true
	}
	if anybody(general(b.n.Noun)) {
		return b.sentence <= h.sentence+answerReach
	}
	return b.sentence <= h.sentence+1 && (lexicon.PersonWord(b.n.Noun) || !lexicon.PersonWord(h.n.Noun) && !anybody(general(h.n.Noun)))
}

// lead returns the first number of the kind and unit of h in the first sentence
// of the body, nil if there is none or h is not the only one of the headline,
// of a count also if there are several; or if the two sentences share no word.
func (r *repeatFinder) lead(h *statement) *statement {
	var out *statement
	for _, k := range r.comparable(h) {
		b := &r.claims[k]
		switch {
		case b.sentence > h.sentence+1:
			return out
		case b.sentence == h.sentence && b != h, h.n.Kind == numbers.KindCount && out != nil:
			return nil
		case out == nil && b != h && b.sentence == h.sentence+1 && sharedStems(r.content[h.sentence], r.content[b.sentence]) >= wordsShared(h):
			out = b
		}
	}
	return out
}

// wordsShared is how many stems a headline must share with the lead for their
// only numbers to be one.
func wordsShared(h *statement) int {
	if h.n.Kind == numbers.KindCount {
		return 2
	}
	return 1
}

// rounds reports whether the headline gives the number of b in fewer digits.
func rounds(h, b *statement) bool {
	return math.Abs(h.n.Value-b.n.Value) <= h.roundStep()
}

// roundStep is by how much a headline's number may be off that is written in
// fewer digits.
func (x *statement) roundStep() float64 {
	step := 1.0
	for step*10 <= x.n.Value && math.Mod(x.n.Value, step*10) == 0 {
		step *= 10
	}
	switch {
	case step == 1 && x.n.Kind != numbers.KindCount && x.n.Value == math.Trunc(x.n.Value):
		return 0.99 // 34 percent, of 34.6
	case step == 1:
		return x.slack
	}
	return min(step/2, x.n.Value/15)
}

// sameStory reports whether b stands in the first sentences of the body, and
// can be a slip for the number of the headline.
func (r *repeatFinder) sameStory(h, b *statement) bool {
	return b.sentence <= h.sentence+leadReach && !b.part && b.n.Upper == nil && near(h, b)
}

// seen reports whether a word stands in a sentence before that one.
func (r *repeatFinder) seen(sentence int, stem string) bool {
	for len(r.first) == 0 {
		r.first = map[string]int{"": 0}
		for i, words := range r.content {
			for _, w := range words {
				if _, ok := r.first[w]; !ok {
					r.first[w] = i
				}
			}
		}
	}
	at, ok := r.first[stem]
	return ok && at < sentence
}

// leadReach is within how many sentences of the headline the lead gives its
// number.
const leadReach = 5

// sameCounted reports whether what two claims count can be the same.
func sameCounted(a, b *statement) bool {
	if a.concept != "" && b.concept != "" && a.concept != b.concept {
		return false
	}
	x, y := general(a.n.Noun), general(b.n.Noun)
	return x == y || anybody(x) || anybody(y) || headOf(x, y) || headOf(y, x) || a.modifiedBy(y) || b.modifiedBy(x)
}

// modifiedBy reports whether a noun stands before that of x, which can then be left
// out: three golds, three gold medals.
func (x *statement) modifiedBy(noun string) bool {
	return len(x.mods) > 0 && slices.Contains(x.mods, stemOf(noun))
}

// headOf reports whether a noun is the last part of the other: boat of lifeboat.
func headOf(noun, whole string) bool {
	return len(noun) >= minHead && len(whole) >= len(noun)+minHead && strings.HasSuffix(whole, noun)
}

// minHead is how many letters a part of a noun has at least.
const minHead = 3

// anybody reports whether a noun says nothing of those that it counts.
func anybody(noun string) bool {
	return noun == "" || en.Is(noun, en.Anybody)
}

func sharedStems(a, b []string) int {
	n := 0
	for i, w := range a {
		if slices.Contains(b, w) && !slices.Contains(a[:i], w) {
			n++
		}
	}
	return n
}

// tie writes that a and b give one quantity.
func (r *repeatFinder) tie(kind string, a, b *statement, key string) {
	if kind != tieScale && a.n.Value != 0 && isScale(b.n.Value/a.n.Value) && a.n.Kind != numbers.KindPercent {
		kind = tieScale
	}
	f := &fact.Recount{
		At: b.n.At, Text: b.n.Text, Zone: b.n.Zone, Kind: kind, First: *a.n, Second: *b.n, Shared: sharedWords(a, b, key),
	}
	if a.zone == article.Headline {
		f.At, f.Text, f.Zone = a.n.At, a.n.Text, a.n.Zone
	}
	f.Fixes = []fact.Fix{r.fix(a, b), r.fix(b, a)}
	if a.zone != article.Headline {
		slices.Reverse(f.Fixes)
	}
	f.Fixes[1].Replacement = "" // stands at the other place
	for _, o := range r.out[max(0, len(r.out)-2):] {
		if o.First.At == f.First.At && o.Second.At == f.Second.At {
			return
		}
	}
	r.out = append(r.out, f)
}

// IsScale reports whether a ratio is one of million to billion or the like.
func isScale(ratio float64) bool {
	return ratio == 1e3 || ratio == 1e6 || ratio == 1e-3 || ratio == 1e-6
}

// fix offers the number of y in the place of that of x.
func (r *repeatFinder) fix(x, y *statement) fact.Fix {
	at := x.n.At.Span
	text := r.Src[at.Start:x.digits.Start] + y.digits.In(r.Src) + r.Src[x.digits.End:at.End]
	where := "here"
	if x.zone == article.Headline {
		where = "in the headline"
	}
	return fact.Fix{Message: "“" + text + "” " + where, Replacement: text}
}

func sharedWords(a, b *statement, key string) []string {
	if a.n.Noun != "" && a.n.Noun == b.n.Noun && a.owner == "" {
		return []string{a.n.Noun}
	}
	if concept, ok := strings.CutPrefix(key, doneKey); ok {
		return []string{concept}
	}
	if a.owner != "" && a.owner == b.owner {
		return []string{a.owner}
	}
	return []string{}
}
