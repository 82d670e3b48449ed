package sums

import (
	"math"
	"slices"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
)

// Totals returns each amount beside the amounts that it is the sum or difference of,
// in the order of the text.
func Totals(d *page.Page) []*fact.Total { return reckon(d).totals }

// A group is a count of people that the sentences after it may divide.
type group struct {
	whole *fact.Number
	parts []fact.Number
}

// readTotals reads the sums, differences, shares and lists of the sentence.
func (r *amountReader) readTotals() {
	found := len(r.totals)
	kept := r.nums
	r.heldOut()
	r.nums = r.withoutNamed()
	r.countOnes()
	for i := 0; i < len(r.nums); {
		end := r.divided(i)
		if end == 0 {
			end = r.bracketed(i)
		}
		if end == 0 {
			end = r.addedUp(i)
		}
		if end == 0 {
			r.listed(i)
			end = i + 1
		}
		i = end
	}
	r.nums = kept
	for i := range r.nums {
		r.leftOver(i)
		r.shareOf(i)
		r.marginOf(i)
		r.raisedTo(i)
		r.comparedWith(i)
		r.balanced(i)
	}
	r.overFull()
	r.product()
	r.outcome()
	r.castOf()
	r.acrossSentences(len(r.totals) > found)
}

// countOnes adds "a policeman" and "an American" to the numbers, where they go
// on a list or begin one: three soldiers and a policeman.
func (r *amountReader) countOnes() {
	if len(r.nums) < 2 {
		return
	}
	r.ones = r.ones[:0]
	n := 0
	for k := 0; k < len(r.Toks); k++ {
		if n < len(r.nums) && k >= r.nums[n].from {
			r.ones = append(r.ones, r.nums[n])
			k = max(k, r.nums[n].to-1)
			n++
			continue
		}
		if one, ok := r.oneAt(k); ok {
			r.ones = append(r.ones, one)
			k = one.to - 1
		}
	}
	if len(r.ones) > len(r.nums) {
		r.nums = r.ones
	}
}

// oneAt reads "a policeman" at token k behind a comma or "and".
func (r *amountReader) oneAt(k int) (term, bool) {
	prev := r.Tok(k - 1)
	if !r.Is(k, en.IndefiniteArticle) || !prev.Of(en.Comma, en.And) {
		return term{}, false
	}
	for n := k + 1; n <= k+3; n++ {
		t := r.Tok(n)
		if t.Kind != page.TokenWord || lexicon.ClosedWord(t.Lower) || r.TimeAt(n) != nil {
			break
		}
		if next := r.Tok(n + 1); !lexicon.PersonWord(t.Lower) && !t.Capital || next.Kind == page.TokenWord && !next.Of(en.And) {
			continue
		}
		at := r.D.PlaceOf(text.Span{Start: r.Tok(k).Span.Start, End: t.Span.End})
		return term{Number: &fact.Number{At: at, Text: at.Text, Zone: r.Zone, Value: 1, Kind: numbers.KindCount, Noun: t.Lower, Step: 1, Sentence: r.Said}, from: k, to: n + 1, lead: k}, true
	}
	return term{}, false
}

// A joining says how one amount is joined to the amount before it.
type joining uint8

const (
	jointNone  joining = iota
	jointComma         // a comma or semicolon
	jointAnd           // and, plus, or a comma and one of them
)

// jointReach is how many tokens may stand between two parts of a sum.
const jointReach = 14

// joining reads what stands between the numbers m-1 and m.
func (r *amountReader) joining(m int) joining {
	from, to := r.nums[m-1].to, r.nums[m].lead
	if to <= from || to-from > jointReach {
		return jointNone
	}
	last := to - 1
	for n := 0; n < 4 && last > from && r.linking(last); n++ {
		last--
	}
	if k := r.gapped(from, to); k > 0 {
		last = k
	}
	for k := from; k < last; k++ {
		t := r.Tok(k)
		if r.Is(k, en.AmountStop) && !t.Of(en.As) || r.Is(k, en.Including, en.LeadNoun) || r.Is(k, en.Dash) || r.Is(k, en.QuoteMark) || t.Of(en.Colon, en.Semicolon, en.Bracket, en.BracketEnd) {
			return jointNone
		}
	}
	for k := from; k < last-1; k++ {
		if r.Is(k, en.Comma, en.And) && r.Is(k+1, en.IndefiniteArticle) {
			return jointNone // six Iraqis, a Turk and six Sudanese
		}
	}
	switch t := r.Tok(last); {
	case t.Of(en.And, en.Plus, en.Ampersand), t.Of(en.With) && r.Is(last-1, en.Together), t.Of(en.As) && r.Is(last-1, en.Well):
		return jointAnd
	case t.Of(en.Comma), t.Of(en.Semicolon) && r.Is(to-1, en.Remainder):
		return jointComma
	}
	return jointNone
}

// gapped returns the "and" of a clause that leaves its verb to the one before:
// the state paid 5 million and the city 8 million; 0 if it is none.
func (r *amountReader) gapped(from, to int) int {
	for k := to - 2; k > from && k >= to-5; k-- {
		switch t := r.Tok(k); {
		case t.Of(en.And) && numbers.Determiner(r.Tok(k+1).Lower) && k+2 < to:
			return k
		case t.Kind != page.TokenWord || lexicon.ClosedWord(t.Lower) && !numbers.Determiner(t.Lower) || r.Meets(k, &amountWords):
			return 0
		}
	}
	return 0
}

// linking reports whether a word may stand between a joint and its amount: and
// the other four, and wounded 30.
func (r *amountReader) linking(k int) bool {
	t := r.Tok(k)
	if t.Of(en.Linking) {
		return true
	}
	if t.Capital && t.Kind == page.TokenWord {
		return true // seven seats and the Greens six
	}
	return t.Kind == page.TokenWord && !r.Is(k, en.Including) && (r.Is(k, en.Remainder) || strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "ing"))
}

// maxParts is how many parts a sum has at most.
const maxParts = 24

// run returns the number behind the last that is joined to number i, i+1 if
// none is, and whether an "and" stands before the last.
func (r *amountReader) run(i int) (last int, closed bool) {
	end := i + 1
	last = i + 1
	for ; end < len(r.nums) && end < i+maxParts; end++ {
		j := r.joining(end)
		if j == jointNone {
			break
		}
		last = end + 1
		if closed = j == jointAnd; closed && (end+1 == len(r.nums) || r.joining(end+1) != jointAnd) {
			break
		}
	}
	return last, closed
}

// An opener says what stands between a whole and its first part.
type opener uint8

const (
	openNone    opener = iota
	openComma          // 12 people, seven men and five women
	openMark           // a colon, dash or bracket
	openOf             // a panel of eight judges and six lawyers, made up of
	openSome           // including seven men and five women
	openHas            // the 250-seat assembly has 120 Socialists and 90 Liberals
	openApposed        // 12 ships, seven tankers and five ferries, were, see apposed
)

// divided reads number i as a whole with its parts behind it, and returns the
// number to go on with, 0 if it is none.
func (r *amountReader) divided(i int) int {
	whole := &r.nums[i]
	if i+1 >= len(r.nums) || whole.Upper != nil || whole.Kind != numbers.KindCount && whole.Kind != numbers.KindMoney && whole.Kind != numbers.KindMeasure {
		return 0
	}
	open := r.opener(i)
	if open == openNone || whole.Kind == numbers.KindMeasure && r.attribute(whole) {
		return 0
	}
	end, closed := r.run(i + 1)
	if open == openComma && closed && r.apposed(whole, r.nums[i+1:end]) {
		open = openApposed
	}
	kin := open
	if open == openComma && r.ofAll(whole) {
		kin = openMark
	}
	for end > i+2 && !r.partOf(whole.Number, r.nums[end-1].Number, kin) {
		end--
		closed = false
	}
	parts := r.nums[i+1 : end]
	if len(parts) < 2 || !r.divides(whole, parts, kin) {
		return 0
	}
	sort := r.labels(parts)
	verbs := r.copulas(parts)
	switch {
	case !sort.apart && (open == openComma || verbs), open == openComma && r.held(parts) && !r.ofAll(whole), open == openSome && !sort.sexes && !r.rest(parts), open == openHas && !sort.persons && !(sort.apart && r.Is(whole.from+2, en.Strong)), open == openComma && (sort.places && r.placed(i) || !r.standsAlone(whole)):
		return 0
	}
	complete := (open != openSome || r.rest(parts)) && (open != openHas || sort.sexes) && closed && (open == openOf || open == openApposed || r.rest(parts) || sort.sexes || !verbs && (sort.persons || mostOf(whole.Value, parts, open))) && !r.amongThem(parts[len(parts)-1].to)
	r.sum(whole.Number, parts, complete)
	return end
}

// attribute reports whether a measure tells of one thing, a 2.6GHz chip: what is
// told of others then does not add up to it.
func (r *amountReader) attribute(a *term) bool {
	next := r.Tok(a.to)
	return r.Is(a.lead-1, en.IndefiniteArticle) && next.Kind == page.TokenWord && !lexicon.ClosedWord(next.Lower)
}

// standsAlone reports whether a number can be a whole: it has its noun, or a
// comma stands behind it and no preposition before it but "of".
func (r *amountReader) standsAlone(whole *term) bool {
	if whole.Noun != "" || whole.Kind != numbers.KindCount {
		return true
	}
	prev, next := r.Tok(whole.lead-1), r.Tok(whole.to)
	return next.Of(en.Had) && (!lexicon.ClosedWord(prev.Lower) || prev.Of(en.OfAllThe))
}

// placed reports whether the clause of number i says where it is counted, so
// that the places behind it may be others: 12 in Ghana, seven in Togo.
func (r *amountReader) placed(i int) bool {
	near := func(k int) bool {
		if !r.Is(k, en.Places) {
			return false
		}
		if r.Is(k+1, en.The) {
			k++
		}
		return r.Tok(k+1).Capital && r.TimeAt(k+1) == nil
	}
	for k := r.nums[i].lead - 1; k >= 0 && k > r.nums[i].lead-6 && r.Tok(k).Kind == page.TokenWord; k-- {
		if near(k) {
			return true
		}
	}
	for k := r.nums[i].to; k < r.nums[i+1].lead; k++ {
		if near(k) {
			return true
		}
	}
	return false
}

// amongThem reports whether words behind token k say that the parts are some of
// the whole.
func (r *amountReader) amongThem(k int) bool {
	for n := k; n < k+6; n++ {
		if r.Is(n, en.FullStop, en.Including) {
			return r.Is(n, en.Including)
		}
	}
	return false
}

// mostOf reports whether the parts come to nearly the whole. Parts that leave
// more than a fifth may be the largest of several: 300 branches, 120 in France
// and 80 in Spain.
func mostOf(whole float64, parts []term, open opener) bool {
	if open == openMark {
		whole *= 0.75
	}
	sum := 0.0
	for i := range parts {
		sum += parts[i].Value
	}
	return sum >= whole*0.8
}

// opener reads what stands between number i and the next.
func (r *amountReader) opener(i int) opener {
	from, to := r.nums[i].to, r.nums[i+1].lead
	last := to - 1
	for n := 0; n < 3 && last > from && (r.linking(last) && !r.Tok(last).Capital || r.ofWhich(last) || r.Is(last, en.Namely, en.All)); n++ {
		last--
	}
	for k := from; k < last; k++ {
		if r.Is(k, en.Including) && k < last-1 || r.Is(k, en.QuoteMark) || r.Is(k, en.Semicolon) {
			return openNone
		}
	}
	switch {
	case r.Is(last, en.Including):
		return openSome
	case r.Is(last, en.Colon) && to-from < 40, r.Is(last, en.Bracket) && last-from <= 3, r.Is(last, en.Dash) && to-from <= jointReach:
		return openMark
	case r.madeOf(from, to):
		return openOf
	case r.Is(last, en.Has, en.HadWord) && to-from < 8 && r.compoundBefore(from):
		return openHas
	case r.Is(last, en.Comma) && last-from <= jointReach, r.ofAll(&r.nums[i]) && r.Is(from, en.Comma) && to-from <= 6 && r.Tok(to-2).Capital:
		return openComma
	}
	return openNone
}

// ofWhich reports whether token k belongs to "of which", "of whom" or "of them".
func (r *amountReader) ofWhich(k int) bool {
	if r.Is(k, en.PartPronoun) {
		return r.Is(k-1, en.Of, en.Among)
	}
	return r.Is(k, en.Of)
}

// madeOf reports whether the tokens from i up to k say what a whole is made of:
// a 15-member panel of, is made up of, comprising.
func (r *amountReader) madeOf(i, k int) bool {
	prev := r.Tok(k - 1)
	switch {
	case prev.Of(en.Comprises):
		return true
	case !prev.Of(en.Of) || k-i > 8:
		return false
	}
	if r.Is(k-2, en.MadeUp) {
		return true
	}
	return k-i <= 3 && r.compoundBefore(i) && !r.Is(i, en.Of)
}

// compoundBefore reports whether the number that ends before token i is one
// like "15-member".
func (r *amountReader) compoundBefore(i int) bool {
	return i >= 2 && r.Is(i-2, en.Hyphen) && r.Tok(i-2).Glued || i >= 3 && r.Is(i-2, en.Strong) && r.Is(i-3, en.Hyphen)
}

// partOf reports whether n can be a part of whole by its kind and noun.
func (r *amountReader) partOf(whole, n *fact.Number, open opener) bool {
	if n.Upper != nil || n.Approx || n.Kind == numbers.KindAge {
		return false
	}
	if whole.Kind != numbers.KindCount {
		return sameSort(whole, n) && (n.Kind != numbers.KindCount || n.Step >= 1000 || whole.Step == 1)
	}
	if n.Kind != numbers.KindCount {
		return false
	}
	switch {
	case n.Noun == "", n.Noun == whole.Noun, whole.Noun == "":
		return true
	case open == openApposed:
		return !lexicon.PersonWord(n.Noun) || person(whole) || generic(whole.Noun)
	case sexed(whole.Noun):
		return whole.Noun == "child" && (n.Noun == "boy" || n.Noun == "girl" || n.Noun == "son" || n.Noun == "daughter") || whole.Noun == "adult" && (n.Noun == "man" || n.Noun == "woman")
	case sexed(n.Noun):
		return lexicon.PersonWord(whole.Noun) || whole.Noun == "member"
	case open == openComma:
		return generic(whole.Noun) && person(n) || thing(whole.Noun) && !lexicon.PersonWord(n.Noun)
	case person(whole) || whole.Noun == "member" || whole.Noun == "dead":
		return person(n) || n.Noun == "member"
	case open == openHas:
		return true
	}
	return !lexicon.PersonWord(n.Noun)
}

// person reports whether a number counts people: soldiers, or by a capital
// Britons and Socialists.
func person(n *fact.Number) bool {
	if n.Noun == "" {
		return false
	}
	last := n.Text[strings.LastIndexAny(n.Text, " -")+1:]
	return lexicon.PersonWord(n.Noun) || last != "" && 'A' <= last[0] && last[0] <= 'Z'
}

// sexed reports whether a noun tells no more of people than their sex or age.
func sexed(noun string) bool { return en.Is(noun, en.SexNoun) }

// generic reports whether a noun stands for people of any sort, so that others
// can be meant by the numbers behind it.
func generic(noun string) bool { return en.Is(noun, en.AnyoneNoun) }

// divides reports whether the numbers can be the parts of whole: none is as
// large, and no words say that they overlap.
func (r *amountReader) divides(whole *term, parts []term, open opener) bool {
	if whole.Approx || whole.Value < 2 {
		return false
	}
	of := 0
	limit := whole.Value
	if open == openApposed || allSexed(parts) && open != openSome {
		limit = 2*whole.Value + 3
	}
	for i := range parts {
		p := &parts[i]
		if !r.partOf(whole.Number, p.Number, open) || p.Value > limit || p.Value == 0 || p.Value == 1 && (r.Is(p.to, en.Of) || i == 0 && r.Is(p.from, en.A)) {
			return false
		}
		if r.Is(p.to, en.Of) && r.Is(p.to+1, en.OfThem) {
			of++
		}
	}
	return of == 0 || of == len(parts) || r.Is(parts[0].to, en.Of) && of == 1
}

// A labelling says how the words beside the parts tell them apart.
type labelling struct {
	apart   bool // nobody can be in two of them
	sexes   bool // … and there is no third: men and women
	persons bool // each is a noun for people
	places  bool // each is told by where, or from or by whom
}

// labels reads what tells the parts apart: nouns for people, nationalities,
// places, "five seriously and six slightly".
func (r *amountReader) labels(parts []term) labelling {
	if r.held(parts) {
		return labelling{apart: true}
	}
	sorts := map[string]int{}
	var men, women, grown, young bool
	first, _ := r.label(&parts[0])
	for i := range parts {
		noun, sort := r.label(&parts[i])
		if sort == "" && noun == first && strings.HasSuffix(noun, "ing") {
			sort = "manner" // 18 carrying food and 12 carrying water
		}
		sorts[sort]++
		men = men || noun == "man" || noun == "boy" || noun == "son" || noun == "male"
		grown, young = grown || noun == "adult", young || noun == "child"
		women = women || noun == "woman" || noun == "girl" || noun == "daughter" || noun == "female"
	}
	same := len(sorts) == 1 && sorts[""] == 0 || sorts["person"]+sorts["name"] == len(parts) || parts[0].Kind != numbers.KindCount
	if r.rest(parts) || r.allBare(parts) {
		same = true
	}
	return labelling{apart: same, sexes: same && (men && women || grown && young), persons: sorts["person"] == len(parts), places: sorts["place"] == len(parts)}
}

// label returns the word that tells one part from the others, and its sort:
// person, name, place, manner or noun; rest for "the other four".
func (r *amountReader) label(p *term) (word, sort string) {
	if r.isRest(p) {
		return "", "rest"
	}
	k := p.to
	if p.Noun == "" || r.Is(k, en.Of) {
		if r.Is(k, en.Of) {
			k += 2
		}
	} else if person(p.Number) {
		return p.Noun, "person"
	} else {
		return p.Noun, "noun"
	}
	for n := 0; n < 2; n++ {
		if r.Is(k, en.Labelling) {
			k++
		}
	}
	t := r.Tok(k)
	noun, _ := lexicon.Singular(t.Lower)
	if t.Of(en.WherePhrase) {
		return t.Lower, "place"
	}
	switch {
	case t.Kind != page.TokenWord:
		return "", ""
	case lexicon.PersonWord(noun):
		return noun, "person"
	case t.Capital:
		return t.Lower, "name"
	case strings.HasSuffix(t.Lower, "ly"):
		return t.Lower, "manner"
	}
	return t.Lower, ""
}

func (r *amountReader) isRest(p *term) bool {
	return r.Is(p.lead-1, en.Remainder) || r.Is(p.to, en.Remainder)
}

// rest reports whether the last part is what is left over: the other four.
func (r *amountReader) rest(parts []term) bool { return r.isRest(&parts[len(parts)-1]) }

// copulas reports whether a verb stands behind one of the parts, as in "25 were
// British": then the text may leave some out.
func (r *amountReader) copulas(parts []term) bool {
	for i := range parts {
		k := parts[i].to
		if r.Is(k, en.Of) {
			k += 2
		}
		if r.Is(k, en.PartVerb) {
			return true
		}
		if t := r.Tok(k); t.Kind == page.TokenWord && !t.Capital && strings.HasSuffix(t.Lower, "ed") {
			return true
		}
	}
	last := parts[len(parts)-1].to
	for k := last; k < last+jointReach && !r.closes(k); k++ {
		if r.Is(k, en.BePast) {
			return true
		}
	}
	return false
}

// sum writes a whole with its parts, unless the words leave open what the sum
// is.
func (r *amountReader) sum(whole *fact.Number, parts []term, complete bool) {
	f := &fact.Total{Form: "sum", Whole: *whole, Parts: copied(parts), Complete: complete}
	r.addUp(f)
}

func (r *amountReader) addUp(f *fact.Total) {
	var more, less bool
	for i := range f.Parts {
		p := &f.Parts[i]
		f.Computed += p.Value
		more, less = more || allowsMore(p), less || allowsLess(p)
		if p.Approx {
			return
		}
		f.Tolerance += sumHalf(p)
	}
	f.Computed = numbers.Round(f.Computed)
	f.Tolerance += sumHalf(&f.Whole)
	less, more = less || allowsMore(&f.Whole), more || allowsLess(&f.Whole)
	if more && f.Computed <= f.Whole.Value || less && f.Computed >= f.Whole.Value {
		return
	}
	r.writeTotal(f)
}

// sumHalf is by how much rounding as written can put a part of a sum off. Whole
// numbers, of millions too where they are below ten, are taken as they stand.
func sumHalf(n *fact.Number) float64 {
	if n.Step == 1 || n.Step >= 1000 && n.Value < 10*n.Step && math.Mod(n.Value, n.Step) == 0 {
		return 0
	}
	return n.Step / 2
}

// writeTotal completes a sum with its words and ways out.
func (r *amountReader) writeTotal(f *fact.Total) {
	f.At, f.Text, f.Zone = f.Whole.At, f.Whole.Text, f.Whole.Zone
	if f.Named == nil {
		f.Named = []string{}
	}
	if f.Parts == nil {
		f.Parts = []fact.Number{}
	}
	f.Tolerance = numbers.Round(f.Tolerance) + 1e-6
	f.Fixes = []fact.Fix{}
	switch {
	case f.Form == "percentages":
		f.Makes = plainText(f.Computed, 1) + " percent"
	case f.Whole.Kind == numbers.KindShare:
		f.Makes = plainText(f.Computed*100, 1) + " percent"
	default:
		f.Makes = r.restyle(&f.Whole, f.Computed)
	}
	if f.Makes != "" && f.Whole.Kind != numbers.KindShare && f.Form != "percentages" {
		f.Fixes = append(f.Fixes, fact.Fix{Message: "write " + f.Makes, Replacement: f.Makes})
	}
	if !slices.ContainsFunc(r.totals[max(0, len(r.totals)-maxParts):], func(g *fact.Total) bool { return g.At.Span == f.At.Span }) {
		r.totals = append(r.totals, f)
	}
}

// addedUp reads the numbers from i on as parts with their whole behind them:
// 20 died and 30 were hurt, a total of 50.
func (r *amountReader) addedUp(i int) int {
	end, _ := r.run(i)
	if end < len(r.nums) && (r.isTotal(end) || r.toTotal(end) || r.ofWhole(end)) {
		end++
	}
	if end-i < 3 {
		return 0
	}
	total := r.isTotal(end - 1)
	if !total && !r.ofWhole(end-1) && !(r.toTotal(end-1) && r.oneNoun(r.nums[i:end-1])) {
		return 0
	}
	whole, parts := &r.nums[end-1], r.nums[i:end-1]
	if r.nums[end-1].lead-r.nums[end-2].to > jointReach+4 || whole.Upper != nil || whole.Approx || i > 0 && sameSort(r.nums[i-1].Number, whole.Number) {
		return 0
	}
	for k := range parts {
		p := &parts[k]
		alike := p.Noun == "" || whole.Noun == "" || p.Noun == whole.Noun || person(p.Number) == person(whole.Number)
		if p.Upper != nil || p.Kind != whole.Kind || !sameSort(p.Number, whole.Number) || p.Kind == numbers.KindCount && !alike {
			return 0
		}
	}
	r.sum(whole.Number, parts, total)
	return end
}

// leftOver reads number i as a part of a whole whose rest is counted too: 12 of
// the 20 passengers were saved and the other eight drowned.
func (r *amountReader) leftOver(i int) {
	if i+2 >= len(r.nums) {
		return
	}
	a, whole, c := &r.nums[i], &r.nums[i+1], &r.nums[i+2]
	against := r.Is(c.to, en.Against) && c.Noun == "" && r.joining(i+2) != jointNone
	if !r.outOf(a, whole) || !r.Is(c.lead-1, en.Remainder) && !against || c.lead-whole.to > 2*jointReach || c.Value >= whole.Value || !r.partOf(whole.Number, c.Number, openMark) {
		return
	}
	r.sum(whole.Number, []term{*a, *c}, !against)
}

// isTotal reports whether words beside number m make it a total: a total of 60,
// 60 in all, 60 altogether.
func (r *amountReader) isTotal(m int) bool {
	a := &r.nums[m]
	k := a.lead - 1
	if r.Is(k, en.Of) {
		k--
		if r.Is(k, en.Total) && !r.Is(k-1, en.The) || r.Is(k, en.Sum) {
			return true
		}
	}
	if numbers.Determiner(r.Tok(k).Lower) && r.makesUp(k-1) {
		return true
	}
	switch r.Tok(k).Lower {
	case "totalling", "totaling", "altogether", "combined":
		return true
	case "at":
		return r.Is(k-1, en.Total, en.Toll)
	}
	switch next := r.Tok(a.to); next.Lower {
	case "in":
		return r.Is(a.to+1, en.All, en.Total) && r.closes(a.to+2)
	case "together", "combined", "overall":
		return r.closes(a.to + 1)
	case "altogether", "all":
		return !next.Of(en.All) || r.Is(a.to+1, en.Told)
	}
	return false
}

// raisedTo reads number m as the total that new ones bring an old total to:
// three more deaths, bringing the toll to 47 from 44.
func (r *amountReader) raisedTo(m int) {
	if m == 0 || !r.Is(r.nums[m].lead-1, en.To) {
		return
	}
	whole := r.nums[m].Number
	k := r.nums[m].lead - 2
	if m >= 2 && r.nums[m-1].to > k && r.Is(r.nums[m-1].lead-1, en.From) { // from 47 to 52
		k = r.nums[m-1].lead - 2
	}
	for n := 0; n < 8 && r.Tok(k).Kind == page.TokenWord && !bringing(r.Tok(k).Lower); n++ {
		k--
	}
	if !bringing(r.Tok(k).Lower) || whole.Kind != numbers.KindCount && whole.Kind != numbers.KindMoney {
		return
	}
	var old *term
	if m+1 < len(r.nums) && r.nums[m+1].lead-r.nums[m].to <= 6 && r.Is(r.nums[m+1].lead-1, en.From) {
		old = &r.nums[m+1]
	}
	added := &r.nums[m-1]
	if old == nil && m >= 2 && r.Is(r.nums[m-1].lead-1, en.From) {
		old, added = &r.nums[m-1], &r.nums[m-2]
	}
	if old == nil || !sameSort(old.Number, whole) || !sameSort(added.Number, whole) || added.Upper != nil || added.Value >= whole.Value || added.Approx || old.Approx || whole.Approx {
		return
	}
	r.sum(whole, []term{*added, *old}, true)
}

func bringing(w string) bool { return en.Is(w, en.Brings) }

// acrossSentences reads the numbers of the sentence as parts of what the one
// before counted, and keeps what it counts itself.
func (r *amountReader) acrossSentences(found bool) {
	if r.open.whole != nil && len(r.nums) > 0 && r.opensParts() {
		r.goOn()
		return
	}
	r.open = group{}
	if found {
		return
	}
	if len(r.nums) == 2 && r.outOf(&r.nums[0], &r.nums[1]) {
		r.open = group{r.nums[1].Number, copied(r.nums[:1])}
		return
	}
	for i := range r.nums {
		a := &r.nums[i]
		if a.Kind != numbers.KindCount || !lexicon.PersonWord(a.Noun) {
			continue
		}
		if r.open.whole != nil || a.Approx || a.Upper != nil || a.Value < 3 {
			r.open = group{}
			return
		}
		r.open.whole = a.Number
	}
}

// opensParts reports whether the sentence begins with a part: "Seven were men",
// "The other five", "They were seven men".
func (r *amountReader) opensParts() bool {
	a := &r.nums[0]
	switch {
	case a.Kind != numbers.KindCount || a.Upper != nil || a.Approx || a.Bound != "" || a.Value >= r.open.whole.Value:
		return false
	case a.lead > 3:
		return false
	case a.lead == 0, r.Is(a.lead-1, en.Remainder):
	case r.Is(0, en.They) && r.Is(1, en.BeComprised):
		return a.lead == 2 && len(r.nums) > 1 && lexicon.PersonWord(a.Noun)
	default:
		return false
	}
	if r.Is(a.to, en.Of) {
		return r.ofGroup(a.to + 1)
	}
	return a.Noun == "" || lexicon.PersonWord(a.Noun) && len(r.nums) > 1
}

// ofGroup reports whether the words at token k stand for the open group: them,
// the dead, the victims, the soldiers where soldiers were counted.
func (r *amountReader) ofGroup(k int) bool {
	switch r.Tok(k).Lower {
	case "them", "these", "those":
		return true
	case "the":
		k++
	}
	if r.Is(k, en.DeadNoun) {
		return true
	}
	noun, _ := lexicon.Singular(r.Tok(k).Lower)
	return noun == r.open.whole.Noun
}

// goOn adds the parts of this sentence to the open group, and writes the sum
// once nobody is left out or too many are counted.
func (r *amountReader) goOn() {
	end, _ := r.run(0)
	parts := r.nums[:end]
	for i := range parts {
		if p := &parts[i]; !r.partOf(r.open.whole, p.Number, openMark) || p.Value >= r.open.whole.Value || p.Bound != "" {
			r.open = group{}
			return
		}
	}
	sort := r.labels(parts)
	if !sort.apart && len(parts) > 1 || len(r.open.parts) > maxParts {
		r.open = group{}
		return
	}
	g := r.open
	g.parts = append(slices.Clone(g.parts), copied(parts)...)
	rest := r.rest(parts)
	they := r.Is(0, en.They)
	if len(g.parts) > 1 && (rest || len(parts) > 1) {
		f := &fact.Total{Form: "sum", Whole: *g.whole, Parts: g.parts, Complete: rest || sort.sexes || they}
		r.addUp(f)
	}
	if rest || len(parts) > 1 && sort.sexes {
		g = group{}
	}
	r.open = g
}
