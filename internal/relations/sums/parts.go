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
		return en.Is(whole.Noun, en.Child) && en.Is(n.Noun, en.YoungNoun) || en.Is(whole.Noun, en.Adult) && en.Is(n.Noun, en.GrownNoun)
	case sexed(n.Noun):
		return lexicon.PersonWord(whole.Noun) || en.Is(whole.Noun, en.Member)
	case open == openComma:
		return generic(whole.Noun) && person(n) || en.Is(whole.Noun, en.CountedThing) && !lexicon.PersonWord(n.Noun)
	case person(whole) || en.Is(whole.Noun, en.BodyNoun):
		return person(n) || en.Is(n.Noun, en.Member)
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
	if open == openApposed || open != openSome && all(parts, func(p *term) bool { return sexed(p.Noun) }) {
		limit = 2*whole.Value + 3
	}
	for i := range parts {
		p := &parts[i]
		if !r.partOf(whole.Number, p.Number, open) || p.Value > limit || p.Value == 0 || p.Value == 1 && (r.Is(p.to, en.Of) || i == 0 && r.Is(p.from, en.A)) {
			return false
		}
		if r.Phrase(p.to, en.Of, en.OfThem) {
			of++
		}
	}
	return of == 0 || of == len(parts) || r.Is(parts[0].to, en.Of) && of == 1 && !r.besides(parts[1:])
}

// besides reports whether the only part of parts goes on behind the comma that closes
// a remark: 283 passengers, 80 of them children, and 15 crew.
func (r *amountReader) besides(parts []term) bool {
	return len(parts) == 1 && parts[0].Noun != "" && r.Phrase(parts[0].lead-2, en.Comma, en.And)
}

func all(parts []term, fits func(*term) bool) bool {
	for i := range parts {
		if !fits(&parts[i]) {
			return false
		}
	}
	return true
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
	var told en.Set // what the nouns are
	first, _ := r.label(&parts[0])
	for i := range parts {
		noun, sort := r.label(&parts[i])
		if sort == "" && noun == first && en.Is(noun, en.IngEnding) {
			sort = "manner" // 18 carrying food and 12 carrying water
		}
		sorts[sort]++
		told = told.With(en.Classes(noun))
	}
	apart := len(sorts) == 1 && sorts[""] == 0 || sorts["person"]+sorts["name"] == len(parts) || !parts[0].counts() || r.rest(parts) || r.allBare(parts)
	return labelling{
		apart:   apart,
		sexes:   apart && (told.Has(en.MaleNoun) && told.Has(en.FemaleNoun) || told.Has(en.Adult) && told.Has(en.Child)),
		persons: sorts["person"] == len(parts), places: sorts["place"] == len(parts),
	}
}

// label returns the word that tells one part from the others, and its sort:
// person, name, place, manner or noun; rest for "the other four".
func (r *amountReader) label(p *term) (word, sort string) {
	k := p.to
	switch {
	case r.isRest(p):
		return "", "rest"
	case r.Is(k, en.Of):
		k = r.behindPart(p)
	case p.Noun != "" && person(p.Number):
		return p.Noun, "person"
	case p.Noun != "":
		return p.Noun, "noun"
	}
	for n := 0; n < 2 && r.Is(k, en.Labelling); n++ {
		k++
	}
	t := r.Tok(k)
	noun, _ := lexicon.Singular(t.Lower)
	switch {
	case r.Is(k, en.WherePhrase):
		return t.Lower, "place"
	case t.Kind != page.TokenWord:
		return "", ""
	case lexicon.PersonWord(noun):
		return noun, "person"
	case t.Capital:
		return t.Lower, "name"
	case t.Of(en.LyEnding):
		return t.Lower, "manner"
	}
	return t.Lower, ""
}

func (r *amountReader) isRest(p *term) bool {
	return r.Is(p.lead-1, en.Remainder) || r.Is(p.to, en.Remainder)
}

// rest reports whether the last part is what is left over: the other four.
func (r *amountReader) rest(parts []term) bool { return r.isRest(&parts[len(parts)-1]) }

// apposed reports whether the parts stand between commas right behind the noun
// of their whole, as "14 ships, four tankers and ten ferries, were stopped":
// the second comma says that they are no further things beside it.
func (r *amountReader) apposed(whole *term, parts []term) bool {
	if !whole.counts() || whole.Noun == "" || !r.Is(whole.to, en.Comma) || parts[0].lead != whole.to+1 || len(parts) < 2 {
		return false
	}
	last := &parts[len(parts)-1]
	k := last.to
	if last.Noun == "" && r.bare(k) != "" {
		k++
	}
	return r.Is(k, en.Comma) && r.Tok(k+1).Kind == page.TokenWord && !r.Is(k+1, en.Conjoins) && r.TimeAt(k+1) == nil && nearly(whole, parts)
}

// nearly reports whether the parts come so near to the whole that they can be
// meant to make it.
func nearly(whole *term, parts []term) bool {
	return math.Abs(sumOf(parts)-whole.Value) <= max(whole.Value*0.4, 3)
}

// bare returns the lower-case word at token k where it stands for a noun left
// out: 20 gold, 12 silver and 10 bronze; empty if it does not.
func (r *amountReader) bare(k int) string {
	t := r.Tok(k)
	if !r.Content(k) || t.Capital || r.Meets(k, &amountWords) || r.TimeAt(k) != nil || t.Of(en.Participle) || t.Of(en.LyEnding) {
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
		w, last := r.bare(r.behindPart(p)), i == len(parts)-1
		switch {
		case !p.counts(), p.Noun != "" && !last,
			w == "" && !(last && p.Noun != "" && i > 0 && parts[0].Noun == ""),
			w != "" && i > 0 && w == r.bare(r.behindPart(&parts[i-1])):
			return false
		}
	}
	return true
}

// bracketed reads number i as a whole whose parts stand in brackets behind
// what they belong to, and returns the number to go on with, 0 if it is none:
// 14 seats went to the Greens (four), the Liberals (three) and the farmers (seven).
func (r *amountReader) bracketed(i int) int {
	whole := &r.nums[i]
	if !whole.counts() || whole.Noun == "" || !exact(whole) || whole.Value < 3 {
		return 0
	}
	end := i + 1
	for end < len(r.nums) && end < i+maxParts && r.inBrackets(end) && (end == i+1 || r.nums[end].lead-r.nums[end-1].to <= 10) {
		end++
	}
	parts := r.nums[i+1 : end]
	if len(parts) < 2 || parts[0].lead-whole.to > jointReach || !r.Between(parts[len(parts)-2].to, parts[len(parts)-1].lead, &andGap) {
		return 0
	}
	fits := func(p *term) bool {
		return p.counts() && exact(p) && (p.Noun == "" || p.Noun == whole.Noun) && p.Value < whole.Value && p.Value != 0
	}
	if !all(parts, fits) || !r.Between(whole.to, parts[0].lead, &shareGap) {
		return 0
	}
	r.sum(whole.Number, parts, nearly(whole, parts))
	return end
}

// inBrackets reports whether number m stands in brackets alone.
func (r *amountReader) inBrackets(m int) bool {
	return r.Is(r.nums[m].lead-1, en.Bracket) && r.Is(r.nums[m].to, en.BracketEnd)
}

// behindPart returns the token behind a part and "of them were".
func (r *amountReader) behindPart(p *term) int {
	k := p.to
	if r.Is(k, en.Of) {
		k += 2
		if r.Is(k, en.BePast) {
			k++
		}
	}
	return k
}

// oneNoun reports whether the parts count what the first of them counts.
func (r *amountReader) oneNoun(parts []term) bool {
	return parts[0].Noun != "" && all(parts, func(p *term) bool { return p.Noun == "" || p.Noun == parts[0].Noun })
}

// held reports whether each part has its holder before it and no noun of its
// own: the Socialists won 65, the Liberals 30 and the Greens 25.
func (r *amountReader) held(parts []term) bool {
	for i := range parts {
		p := &parts[i]
		k := p.lead - 1
		if i == 0 && r.Is(k, en.VerbHas) {
			k--
		}
		if p.Noun != "" || !p.counts() || !r.Tok(k).Capital || r.TimeAt(k) != nil || !r.closes(p.to) && !r.Is(p.to, en.And, en.Seats) {
			return false
		}
	}
	return len(parts) > 1
}
