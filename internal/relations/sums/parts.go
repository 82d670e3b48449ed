package sums

import (
	"math"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/values/numbers"
)

// apposed reports whether the parts stand between commas right behind the noun
// of their whole, as "14 ships, four tankers and ten ferries, were stopped":
// the second comma says that they are no further things beside it.
func (r *amountReader) apposed(whole *term, parts []term) bool {
	if whole.Kind != numbers.KindCount || whole.Noun == "" || !r.Is(whole.to, en.Comma) || parts[0].lead != whole.to+1 || len(parts) < 2 {
		return false
	}
	k := parts[len(parts)-1].to
	if parts[len(parts)-1].Noun == "" && r.bare(k) != "" {
		k++
	}
	if !r.Is(k, en.Comma) || r.Tok(k+1).Kind != page.TokenWord || r.conjoins(k+1) || r.TimeAt(k+1) != nil {
		return false
	}
	return nearly(whole, parts)
}

// conjoins reports whether the word at token k goes on with a list.
func (r *amountReader) conjoins(k int) bool { return r.Is(k, en.Conjoins) }

// nearly reports whether the parts come so near to the whole that they can be
// meant to make it.
func nearly(whole *term, parts []term) bool {
	sum := 0.0
	for i := range parts {
		sum += parts[i].Value
	}
	return math.Abs(sum-whole.Value) <= max(whole.Value*0.4, 3)
}

// bare returns the lower-case word at token k where it stands for a noun left
// out: 20 gold, 12 silver and 10 bronze; empty if it does not.
func (r *amountReader) bare(k int) string {
	t := r.Tok(k)
	if t.Kind != page.TokenWord || t.Capital || r.Meets(k, &amountWords) || r.TimeAt(k) != nil || lexicon.ClosedWord(t.Lower) || strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "ing") || strings.HasSuffix(t.Lower, "ly") {
		return ""
	}
	if r.closes(k+1) || r.Is(k+1, en.And) {
		return t.Lower
	}
	return ""
}

// allBare reports whether each part is a number with one such word, each
// another; the last may have the noun of all: 10 bronze medals.
func (r *amountReader) allBare(parts []term) bool {
	for i := range parts {
		p := &parts[i]
		last := i == len(parts)-1
		if w := r.bare(p.to); p.Kind != numbers.KindCount || w == "" && !(last && p.Noun != "" && i > 0 && parts[0].Noun == "") || p.Noun != "" && !last {
			return false
		} else if w != "" && i > 0 && w == r.bare(parts[i-1].to) {
			return false
		}
	}
	return true
}

// allSexed reports whether each part is told by sex or age.
func allSexed(parts []term) bool {
	for i := range parts {
		if !sexed(parts[i].Noun) {
			return false
		}
	}
	return true
}

// thing reports whether a noun stands for things of any sort, so that others
// can be meant by the numbers behind it.
func thing(noun string) bool { return en.Is(noun, en.CountedThing) }

// bracketed reads number i as a whole whose parts stand in brackets behind
// what they belong to, and returns the number to go on with, 0 if it is none:
// 14 seats went to the Greens (four), the Liberals (three) and the farmers (seven).
func (r *amountReader) bracketed(i int) int {
	whole := &r.nums[i]
	if whole.Kind != numbers.KindCount || whole.Noun == "" || !exact(whole) || whole.Value < 3 {
		return 0
	}
	end := i + 1
	for end < len(r.nums) && end < i+maxParts && r.inBrackets(end) && (end == i+1 || r.nums[end].lead-r.nums[end-1].to <= 10) {
		end++
	}
	parts := r.nums[i+1 : end]
	if len(parts) < 2 || parts[0].lead-whole.to > jointReach || !r.andBetween(parts) {
		return 0
	}
	for k := range parts {
		if p := &parts[k]; p.Kind != numbers.KindCount || !exact(p) || p.Noun != "" && p.Noun != whole.Noun || p.Value >= whole.Value || p.Value == 0 {
			return 0
		}
	}
	if !r.shared(whole.to, parts[0].lead) {
		return 0
	}
	r.sum(whole.Number, parts, nearly(whole, parts))
	return end
}

// inBrackets reports whether number m stands in brackets alone.
func (r *amountReader) inBrackets(m int) bool {
	a := &r.nums[m]
	return r.Is(a.lead-1, en.Bracket) && r.Is(a.to, en.BracketEnd)
}

// andBetween reports whether "and" stands before the last part.
func (r *amountReader) andBetween(parts []term) bool {
	for k := parts[len(parts)-2].to; k < parts[len(parts)-1].lead; k++ {
		if r.Is(k, en.And) {
			return true
		}
	}
	return false
}

// shared reports whether the words from token i up to k say to or from whom
// the whole went, so that those named behind share it.
func (r *amountReader) shared(i, k int) bool {
	for ; i < k; i++ {
		if r.Is(i, en.Including, en.AmountStop) {
			return false
		}
		if r.Is(i, en.SharedBy) {
			return true
		}
	}
	return false
}

// toTotal reports whether number m is what earlier and new ones come to:
// bringing the total to 12.
func (r *amountReader) toTotal(m int) bool {
	k := r.nums[m].lead - 1
	if !r.Is(k, en.To) || !r.Is(k-1, en.Total, en.Tally) {
		return false
	}
	for n := 2; n < 6; n++ {
		if bringing(r.Tok(k - n).Lower) {
			return true
		}
	}
	return false
}

// ofWhole reports whether number m is what the amounts before it are parts of:
// 36 for and 12 against, of 50 votes cast; 5 million of the 12 million cost.
func (r *amountReader) ofWhole(m int) bool {
	a := &r.nums[m]
	k := a.lead - 1
	det := numbers.Determiner(r.Tok(k).Lower)
	if det {
		k--
	}
	if r.Is(k, en.Of) && r.Is(k-1, en.Total) {
		k -= 3
	}
	if !r.Is(k, en.Of) {
		return false
	}
	switch a.Kind {
	case numbers.KindMoney:
		return det
	case numbers.KindCount:
		return a.Noun == "vote" || a.Noun == "ballot"
	}
	return false
}

// answered reads what a word says of an answer in a poll: with it, against it,
// or neither.
func (r *amountReader) answered(k int) (yes, no, open bool) {
	switch r.Tok(k).Lower {
	case "for", "favour", "favor", "favoured", "favored", "yes", "approve", "approved", "agreed", "agree", "supported", "support", "backed", "satisfied":
		yes = true
	case "against", "opposed", "oppose", "no", "disapprove", "disapproved", "disagreed", "disagree", "rejected", "reject", "dissatisfied":
		no = true
	case "undecided", "abstained", "abstaining", "unsure", "know", "opinion", "rest", "remaining":
		open = true
	case "not", "n't", "don't", "didn't", "doesn't":
		switch next := r.Tok(k + 1); {
		case r.closes(k + 1), next.Of(en.And, en.While):
			yes, no = true, true // 50 percent want it, 40 percent do not
		case next.Of(en.NoAnswer):
			open = true
		}
	}
	return yes, no, open
}

// leftPercent writes shares of which the last is what is left over and that
// do not come to a hundred percent: 43 percent for and the other 50 against.
func (r *amountReader) leftPercent(parts []term, f *fact.Total) {
	if r.rest(parts) && f.Computed < 100 {
		f.Complete = true
		r.writeTotal(f)
	}
}

// ofAll reports whether a whole begins its sentence as "Of the 40 soldiers".
func (r *amountReader) ofAll(whole *term) bool {
	return whole.lead == 2 && r.Is(0, en.Of) && numbers.Determiner(r.Tok(1).Lower)
}

// oneNoun reports whether the parts count what the first of them counts.
func (r *amountReader) oneNoun(parts []term) bool {
	for i := range parts {
		if n := parts[i].Noun; n != "" && n != parts[0].Noun {
			return false
		}
	}
	return parts[0].Noun != ""
}

// makesUp reports whether the words up to token k say that what stands before
// them is the whole of what follows.
func (r *amountReader) makesUp(k int) bool {
	switch r.Tok(k).Lower {
	case "up":
		return r.Is(k-1, en.Makes)
	case "form", "forms", "formed", "forming", "comprise", "constitute", "constituted":
		return true
	}
	return false
}

// held reports whether each part has its holder before it and no noun of its
// own: the Socialists won 65, the Liberals 30 and the Greens 25.
func (r *amountReader) held(parts []term) bool {
	for i := range parts {
		p := &parts[i]
		k := p.lead - 1
		if i == 0 {
			if r.Is(k, en.VerbHas) {
				k--
			}
		}
		if p.Noun != "" || p.Kind != numbers.KindCount || !r.Tok(k).Capital || r.TimeAt(k) != nil || !r.closes(p.to) && !r.Is(p.to, en.And, en.Seats) {
			return false
		}
	}
	return len(parts) > 1
}

// heldOut reads a part with its whole whose other parts follow with their
// holders: the Socialists won 65 of the 120 seats, the Liberals 30 and the Greens 25.
func (r *amountReader) heldOut() {
	for i := 0; i+3 < len(r.nums); i++ {
		if !r.outOf(&r.nums[i], &r.nums[i+1]) || r.joining(i+2) == jointNone {
			continue
		}
		end, _ := r.run(i + 2)
		parts := r.nums[i+2 : end]
		if !r.held(parts) || r.nums[i].Noun != "" {
			continue
		}
		whole := r.nums[i+1]
		r.sum(whole.Number, append([]term{r.nums[i]}, parts...), false)
		i = end - 1
	}
}

// withoutNamed returns the numbers of the sentence but those that only name
// what was told before: in the two attacks. They come between a whole and its
// parts and are neither.
func (r *amountReader) withoutNamed() []term {
	at := -1
	for i := range r.nums {
		if r.refers(i) {
			at = i
			break
		}
	}
	if at < 0 {
		return r.nums
	}
	list := append(r.spared[:0], r.nums[:at]...)
	for i := at; i < len(r.nums); i++ {
		if !r.refers(i) {
			list = append(list, r.nums[i])
		}
	}
	r.spared = list
	return list
}

// refers reports whether number i is a small one behind "in the".
func (r *amountReader) refers(i int) bool {
	a := &r.nums[i]
	if i == 0 || i+2 >= len(r.nums) || a.Kind != numbers.KindCount || a.Noun == "" || a.Value > 4 || !r.Is(a.lead-1, en.The) || lexicon.PersonWord(a.Noun) {
		return false
	}
	if r.Is(a.lead-2, en.During) {
		return r.nums[i-1].Value > 4
	}
	return false
}
