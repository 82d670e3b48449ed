package sums

import (
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
)

// A joining says how one amount is joined to the amount before it.
type joining uint8

const (
	jointNone  joining = iota
	jointComma         // a comma or semicolon
	jointAnd           // and, plus, or a comma and one of them
)

// jointReach is how many tokens may stand between two parts of a sum.
const jointReach = 14

// What may stand between two parts of a sum, and between a whole and its parts.
var (
	partGap  = numbers.Gap{Bars: en.SetOf(en.Including, en.LeadNoun, en.Dash, en.QuoteMark, en.Colon, en.Semicolon, en.Bracket, en.BracketEnd).With(&en.ClauseEnd), Lets: en.SetOf(en.As)}
	wholeGap = numbers.Gap{Bars: en.SetOf(en.QuoteMark, en.Semicolon)}
	someGap  = numbers.Gap{Bars: en.SetOf(en.Including)}
	andGap   = numbers.Gap{Needs: en.SetOf(en.And)}
	shareGap = numbers.Gap{Needs: en.SetOf(en.SharedBy), Bars: en.SetOf(en.Including).With(&en.ClauseEnd)}
	ofGap    = numbers.Gap{Only: en.SetOf(en.OutOfLink), Owners: true}
)

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
	if !r.Between(from, last, &partGap) {
		return jointNone
	}
	for k := from; k < last-1; k++ {
		if r.Is(k, en.Comma, en.And) && r.Is(k+1, en.IndefiniteArticle) {
			return jointNone // six Iraqis, a Turk and six Sudanese
		}
	}
	switch {
	case r.Is(last, en.Adds), r.Phrase(last-1, en.Together, en.With), r.Phrase(last-1, en.Well, en.As):
		return jointAnd
	case r.Is(last, en.Comma), r.Is(last, en.Semicolon) && r.Is(to-1, en.Remainder):
		return jointComma
	}
	return jointNone
}

// gapped returns the "and" of a clause that leaves its verb to the one before:
// the state paid 5 million and the city 8 million; 0 if it is none.
func (r *amountReader) gapped(from, to int) int {
	for k := to - 2; k > from && k >= to-5; k-- {
		if r.Is(k, en.And) && r.determined(k+1) && k+2 < to {
			return k
		}
		if !r.Content(k) && !r.determined(k) || r.Meets(k, &amountWords) {
			return 0
		}
	}
	return 0
}

// linking reports whether a word may stand between a joint and its amount: and
// the other four, and wounded 30, seven seats and the Greens six.
func (r *amountReader) linking(k int) bool {
	return r.Is(k, en.Linking, en.Remainder) || r.named(k) || r.Is(k, en.Participle) && !r.Is(k, en.Including)
}

// named reports whether token k is a word with a capital.
func (r *amountReader) named(k int) bool {
	return r.Tok(k).Capital && r.Tok(k).Kind == page.TokenWord
}

// maxParts is how many parts a sum has at most.
const maxParts = 24

// run returns the number behind the last that is joined to number i, i+1 if
// none is, and whether an "and" stands before the last.
func (r *amountReader) run(i int) (last int, closed bool) {
	last = i + 1
	for end := i + 1; end < len(r.nums) && end < i+maxParts; end++ {
		j := r.joining(end)
		if j == jointNone {
			break
		}
		last = end + 1
		if closed = j == jointAnd; closed && (last == len(r.nums) || r.joining(last) != jointAnd) {
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

// opener reads what stands between number i and the next.
func (r *amountReader) opener(i int) opener {
	from, to := r.nums[i].to, r.nums[i+1].lead
	last := to - 1
	for n := 0; n < 3 && last > from && (r.linking(last) && !r.Tok(last).Capital || r.ofWhich(last) || r.Is(last, en.Namely)); n++ {
		last--
	}
	if !r.Between(from, last, &wholeGap) || !r.Between(from, last-1, &someGap) {
		return openNone
	}
	switch {
	case r.Is(last, en.Including):
		return openSome
	case r.Is(last, en.Colon) && to-from < 40, r.Is(last, en.Bracket) && last-from <= 3, r.Is(last, en.Dash) && to-from <= jointReach:
		return openMark
	case r.madeOf(from, to):
		return openOf
	case r.Is(last, en.Has, en.HadForm) && to-from < 8 && r.compoundBefore(from):
		return openHas
	case r.Is(last, en.Comma) && last-from <= jointReach, r.ofAll(&r.nums[i]) && r.Is(from, en.Comma) && to-from <= 6 && r.Tok(to-2).Capital:
		return openComma
	}
	return openNone
}

// ofWhich reports whether token k belongs to "of which", "of whom" or "of them".
func (r *amountReader) ofWhich(k int) bool {
	return r.Is(k, en.Of) || r.Is(k, en.PartPronoun) && r.Is(k-1, en.Of, en.Among)
}

// madeOf reports whether the tokens from i up to k say what a whole is made of:
// a 15-member panel of, is made up of, comprising.
func (r *amountReader) madeOf(i, k int) bool {
	switch {
	case r.Is(k-1, en.Comprises):
		return true
	case !r.Is(k-1, en.Of) || k-i > 8:
		return false
	}
	return r.Is(k-2, en.MadeUp) || k-i <= 3 && r.compoundBefore(i) && !r.Is(i, en.Of)
}

// compoundBefore reports whether the number that ends before token i is one
// like "15-member".
func (r *amountReader) compoundBefore(i int) bool {
	return r.Is(i-2, en.Hyphen) && r.Tok(i-2).Glued || r.Phrase(i-3, en.Hyphen, en.Strong)
}

// ofAll reports whether a whole begins its sentence as "Of the 40 soldiers".
func (r *amountReader) ofAll(whole *term) bool {
	return whole.lead == 2 && r.Is(0, en.Of) && r.determined(1)
}

// outOf reports whether a is counted out of b: 12 of the 50 members.
func (r *amountReader) outOf(a, b *term) bool {
	if !a.counts() || !b.counts() || a.Approx || b.Approx || a.Bound != "" || b.Bound != "" || a.Value >= b.Value || b.lead-a.to > 5 {
		return false
	}
	k := a.to
	if r.Is(k, en.Out) {
		k++
	}
	return r.Is(k, en.Of) && r.Between(k+1, b.lead, &ofGap)
}

// isTotal reports whether words beside number m make it a total: a total of 60,
// 60 in all, 60 altogether.
func (r *amountReader) isTotal(m int) bool {
	a := &r.nums[m]
	k, next := a.lead-1, a.to
	switch {
	case r.Phrase(k-1, en.Total, en.Of) && !r.Is(k-2, en.The), r.Phrase(k-1, en.Sum, en.Of), r.Phrase(k-1, en.Total, en.At), r.Phrase(k-1, en.Toll, en.At), r.Is(k, en.Totals), r.determined(k) && r.makesUp(k-1):
		return true
	case r.Is(next, en.In):
		return r.Is(next+1, en.All, en.Total) && r.closes(next+2)
	case r.Is(next, en.Overall):
		return r.closes(next + 1)
	case r.Is(next, en.All):
		return r.Is(next+1, en.Told)
	}
	return r.Is(next, en.Altogether)
}

// makesUp reports whether the words up to token k say that what stands before
// them is the whole of what follows.
func (r *amountReader) makesUp(k int) bool {
	return r.Is(k, en.Forms) || r.Phrase(k-1, en.Makes, en.Up)
}

// toTotal reports whether number m is what earlier and new ones come to:
// bringing the total to 12.
func (r *amountReader) toTotal(m int) bool {
	k := r.nums[m].lead - 1
	return r.Is(k, en.To) && r.Is(k-1, en.Total, en.Tally) && r.Between(k-5, k-1, &numbers.Gap{Needs: en.SetOf(en.Brings)})
}

// ofWhole reports whether number m is what the amounts before it are parts of:
// 36 for and 12 against, of 50 votes cast; 5 million of the 12 million cost.
func (r *amountReader) ofWhole(m int) bool {
	a := &r.nums[m]
	k := r.before(a)
	if r.Phrase(k-1, en.Total, en.Of) {
		k -= 3
	}
	switch {
	case !r.Is(k, en.Of):
		return false
	case a.Kind == numbers.KindMoney:
		return r.determined(a.lead - 1)
	}
	return a.counts() && en.Is(a.Noun, en.Ballot)
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
	a := &r.nums[i]
	for k := a.lead - 1; k > a.lead-6 && r.Tok(k).Kind == page.TokenWord; k-- {
		if near(k) {
			return true
		}
	}
	for k := a.to; k < r.nums[i+1].lead; k++ {
		if near(k) {
			return true
		}
	}
	return false
}

// amongThem reports whether words behind token k say that the parts are some of
// the whole.
func (r *amountReader) amongThem(k int) bool {
	for n := k; n < k+6 && !r.Is(n, en.FullStop); n++ {
		if r.Is(n, en.Including) {
			return true
		}
	}
	return false
}

// copulas reports whether a verb stands behind one of the parts, as in "25 were
// British": then the text may leave some out.
func (r *amountReader) copulas(parts []term) bool {
	for i := range parts {
		k := parts[i].to
		if r.Is(k, en.Of) {
			k += 2
		}
		if t := r.Tok(k); r.Is(k, en.PartVerb) || !t.Capital && t.Of(en.EdEnding) {
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
