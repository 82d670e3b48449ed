package spellings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// A variantPair is two spellings of which one may be a slip for the other.
type variantPair struct {
	rare, usual int // indices of words, or of runs
	edit        text.Edit
	at          int  // the letter at which they begin to differ
	first       bool // another first letter
	evidence    string
	run         bool
	hole        int // of a run, the word that differs
}

// What speaks for two spellings being one name.
const (
	sameRest     = "rest of the name" // Anna Smith, Anna Smyth
	oneSurname   = "surname"          // Anna Smith, later Smyth alone
	knownWord    = "known word"       // Lisbon, Lisbion
	oftenWritten = "repeats"          // one often, the other once
)

// Variants returns any two spellings that may be one name,
// in the order of the text.
func Variants(d *page.Page) []*fact.Variant {
	t := spellings(d)
	pairs := t.runPairs()
	covered := t.holes(pairs)
	for _, p := range t.wordPairs() {
		if !covered[[2]string{t.words[p.rare].text, t.words[p.usual].text}] {
			pairs = append(pairs, p)
		}
	}
	out := make([]*fact.Variant, 0, len(pairs))
	for i := range pairs {
		out = append(out, t.fact(&pairs[i]))
	}
	slices.SortStableFunc(out, func(a, b *fact.Variant) int { return cmp.Compare(a.At.Span.Start, b.At.Span.Start) })
	return out
}

// maxBucket is how many words of one key are compared with a new one.
const maxBucket = 24

// wordPairs returns the pairs of words that differ by one slip. Words that do either begin or end with the same two
// letters, so only those meet.
func (t *spellingTable) wordPairs() []variantPair {
	var out []variantPair
	var room [maxBucket]int32
	buckets := newChains[[3]byte](2 * len(t.words))
	for i := range t.words {
		w := t.words[i].text
		for side, key := range [2][3]byte{{0, w[0], w[1]}, {1, w[len(w)-2], w[len(w)-1]}} {
			for _, k := range buckets.recent(&room, key) {
				if side == 1 && t.words[k].text[:2] == w[:2] {
					continue // they met under their first letters
				}
				if p, ok := t.pair(int(k), i); ok {
					out = append(out, p)
				}
			}
			buckets.add(key, i)
		}
	}
	return t.judged(out)
}

// pair compares two words.
func (t *spellingTable) pair(i, k int) (variantPair, bool) {
	a, b := &t.words[i], &t.words[k]
	e, at := text.EditBetween(a.text, b.text)
	if e == 0 || inflected(a.text, b.text) || bothKnown(a.text, b.text) || numbered(a.text) {
		return variantPair{}, false
	}
	p := variantPair{rare: k, usual: i, edit: e, at: at, first: e == text.EditLetter && at == 0 && !sameFold(a.text, b.text)}
	if a.all() < b.all() || a.all() == b.all() && page.IsPlace(b.text) {
		p.rare, p.usual = i, k
	}
	return p, true
}

// judged keeps one pair for each rarer spelling, one with evidence where there
// is any.
func (t *spellingTable) judged(pairs []variantPair) []variantPair {
	if len(pairs) == 0 {
		return nil
	}
	asked := map[string]int{}
	for _, p := range pairs {
		asked[strings.ToLower(t.words[p.rare].text)] = p.rare
		asked[strings.ToLower(t.words[p.usual].text)] = p.usual
	}
	t.notePlain(asked)
	out := pairs[:0]
	at := map[int]int{} // by the rarer spelling, its pair in out
	for _, p := range pairs {
		p.evidence = t.evidence(p)
		k, seen := at[p.rare]
		switch {
		case !seen:
			at[p.rare] = len(out)
			out = append(out, p)
		case out[k].evidence == "":
			out[k] = p
		}
	}
	return out
}

// evidence says what speaks for two words being one name; empty for nothing.
func (t *spellingTable) evidence(p variantPair) string {
	rare, usual := &t.words[p.rare], &t.words[p.usual]
	if rare.plain || usual.plain || ordinary(rare.text) || usual.all() < frequent*rare.all() && (p.first || numbers(usual)) {
		return ""
	}
	for _, judge := range [...]func(variantPair, *spelling, *spelling) string{t.ofKnown, t.ofName, t.ofSurname, t.ofCount} {
		if e := judge(p, rare, usual); e != "" {
			return e
		}
	}
	return ""
}

// frequent is how many times as often a name stands at least that another is a slip
// for which begins with another letter: Hutton and Sutton are two, as Kabul and Zabul
// are.
const frequent = 4

// numbers reports whether a word is one that numbers stand behind, as Chapter VII is.
func numbers(x *spelling) bool { return lexicon.NumberLabel(strings.ToLower(x.text)) }

// sameFold reports whether two spellings differ in capitals only.
func sameFold(a, b string) bool { return strings.EqualFold(a, b) }

// ofKnown compares a word with one of a list: a place, a demonym, a word for
// bodies.
func (t *spellingTable) ofKnown(p variantPair, rare, usual *spelling) string {
	word := ordinary(usual.text)
	if p.first {
		return ""
	}
	if !word && !page.IsPlace(usual.text) || page.IsPlace(rare.text) || rare.introduced() && !word && !slices.ContainsFunc(rare.before, isPlaceWord) {
		return ""
	}
	strong := rare.mentions > 0 && (len(rare.text) > minSpelling || rare.all() == 1 && p.edit == text.EditDrop)
	fits := len(rare.text) >= text.LongSpelling && p.at > 0 || len(rare.text) > minSpelling && (p.edit == text.EditSwap || p.edit == text.EditDouble)
	if !strong && !fits || word && len(usual.text) <= text.LongSpelling || rare.heads > 0 && !word {
		return ""
	}
	if rare.all() > 1 && rare.all() >= usual.all() {
		return ""
	}
	return knownWord
}

// isPlaceWord reports whether a word stands before names of places: North,
// South, a place itself.
func isPlaceWord(w string) bool {
	switch w {
	case "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "New", "Saudi":
		return true
	}
	return page.IsPlace(w)
}

// ofName compares words of longer names that agree beside them: Anna Smith and
// Anna Smyth, Liberal Party and Libreal Party.
func (t *spellingTable) ofName(p variantPair, rare, usual *spelling) string {
	if max(len(rare.text), len(usual.text)) <= minSpelling || ordinary(usual.text) || rare.all() > 1 || p.at == 0 && p.edit != text.EditSwap {
		return ""
	}
	if shared(rare.before, usual.before) || shared(rare.behind, usual.behind) && !genderEnding(rare.text, usual.text) {
		return sameRest
	}
	return ""
}

func shared(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return len(w) > 1 && slices.Contains(b, w) })
}

// genderEnding reports whether two given names differ in their last vowel only:
// Mario, Maria.
func genderEnding(a, b string) bool {
	last := func(w string) bool { return strings.ContainsRune("aeio", rune(w[len(w)-1])) }
	return len(a) == len(b) && a[:len(a)-1] == b[:len(b)-1] && last(a) && last(b)
}

// ofSurname compares a surname that the text introduces with one that it does
// not.
func (t *spellingTable) ofSurname(p variantPair, rare, usual *spelling) string {
	if rare.heads > 0 || ordinary(usual.text) {
		return ""
	}
	if far := min(len(rare.text), len(usual.text)) > text.LongSpelling && p.at > 0 && !verbal(rare.text) && !verbal(usual.text); !far && (!t.named(rare) || !t.named(usual)) {
		return ""
	}
	short := min(len(rare.text), len(usual.text)) <= minSpelling
	switch {
	case usual.introduced() && !rare.introduced() && !page.IsPlace(rare.text) && 2*usual.heads <= usual.all():
		if (rare.lone > 0 || rare.mentions == 0) && (!short || rare.all() == 1 && usual.all() >= 4) {
			return oneSurname
		}
	case rare.introduced() && !usual.introduced() && !page.IsPlace(usual.text) && usual.heads == 0:
		if (usual.lone > 0 || usual.mentions == 0) && !short && rare.all() == 1 {
			return oneSurname
		}
	}
	return ""
}

// ofCount compares words that always stand alone.
func (t *spellingTable) ofCount(p variantPair, rare, usual *spelling) string {
	if p.first || rare.introduced() || rare.heads > 0 || 2*usual.heads > usual.all() || rare.all() > 1 || ordinary(usual.text) || !t.named(rare) || !t.named(usual) {
		return ""
	}
	if rare.text == usual.text+"i" || usual.text == rare.text+"i" || min(len(rare.text), len(usual.text)) <= minSpelling {
		return "" // Bihar, Bihari
	}
	if p.edit == text.EditSwap || usual.all() >= 3 || len(rare.text) >= text.LongSpelling {
		return oftenWritten
	}
	return ""
}

// verbal reports whether a word has the ending of a plural or a verb, as words
// have that open sentences: Charges, Hunting.
func verbal(w string) bool {
	return en.Classes(w).HasAny(en.SEnding, en.EdEnding, en.IngEnding)
}

// named reports whether a word is a name for certain: its capital does not come
// from its place, or it acts as a name in the first place of a sentence.
func (t *spellingTable) named(x *spelling) bool { return x.mentions > 0 || t.acts(x) }

// acts reports whether the first mention of a word that opens a sentence is a
// name's: an owner, one with an apposition, or the subject of a verb that only a
// name has without an article.
func (t *spellingTable) acts(x *spelling) bool {
	s := &t.d.Parsed[x.first.Sentence]
	k := x.first.To
	if s.Words[k-1].Possessive {
		return true
	}
	if k >= len(s.Words) || !s.Words[k].Joined {
		return k < len(s.Words) && s.Words[k].Comma && len(x.text) > minSpelling
	}
	w := s.Words[k].Text
	c := en.Classes(w)
	if s.Zone == article.Headline && !s.Words[k].Capital && !verbal(x.text) && verbal(w) && lexicon.Lemma(w) != w {
		return true // Hobson quits
	}
	return c.HasAny(en.BehindName, en.EdEnding) || !s.Words[k].Capital && !c.HasAny(en.SEnding, en.IngEnding) && lexicon.Lemma(w) != w
}

// inflected reports whether two words are forms of one: a plural, an adjective, a
// feminine ending, an -ism and its -ist.
func inflected(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if a[1:] == b && b[0] < 'a' || ofOnePlace(a, b) {
		return true // NKorean
	}
	if x, y, ok := onePartApart(a, b); ok {
		return inflected(x, y) || bothKnown(x, y)
	}
	stem := strings.TrimSuffix(a, "s")
	if stem == b || strings.TrimSuffix(b, "s") == stem && len(a) == len(b) {
		return true
	}
	if strings.HasPrefix(a, b) {
		switch a[len(a)-1] {
		case 'n':
			return b[len(b)-1] == 'a' || page.IsPlace(b)
		case 'a':
			return en.Is(b, en.SlavicEnding)
		case 'i':
			return page.IsPlace(b)
		}
		return false
	}
	x, y := a[:len(a)-1], b[:len(b)-1]
	if len(a) != len(b) || x != y {
		return false
	}
	return en.Is(x, en.IsEnding) || x[len(x)-1] == 'i' && (a[len(a)-1] == 'c' || b[len(b)-1] == 'c')
}

// ofOnePlace reports whether two words are both made of the name of one place, as
// its people and what is theirs are called: Afghani and Afghans, Misrata and
// Misrati.
func ofOnePlace(a, b string) bool {
	n := 0
	for n < len(b) && a[n] == b[n] {
		n++
	}
	if n < minSpelling || !placeEnding(a[n:]) || !placeEnding(b[n:]) {
		return false
	}
	stem := a[:n]
	return page.IsPlace(stem) || (page.IsPlace(a) || page.IsPlace(b)) && a[n:] != "" && b[n:] != "" || en.Is(a, en.EseEnding)
}

func placeEnding(s string) bool { return s == "" || en.Is(s, en.PlaceEnding) }

// onePartApart returns the parts in which two words with hyphens differ; ok is
// false if they are no such words or differ in several.
func onePartApart(a, b string) (x, y string, ok bool) {
	as, bs := strings.Split(a, "-"), strings.Split(b, "-")
	if len(as) < 2 || len(as) != len(bs) {
		return "", "", false
	}
	for i := range as {
		if as[i] == bs[i] {
			continue
		}
		if x != "" {
			return "", "", false
		}
		x, y = as[i], bs[i]
	}
	return x, y, len(x) > 1 && len(y) > 1
}

// numbered reports whether a word ends in a figure: F-16, Prime-2.
func numbered(w string) bool { return w[len(w)-1] <= '9' }

func bothKnown(a, b string) bool { return page.IsPlace(a) && page.IsPlace(b) }

// ordinary reports whether a capitalised word is one of the language that
// headings and names of bodies capitalise.
func ordinary(w string) bool {
	return lexicon.OrgWord(w) || lexicon.OrgWord(strings.TrimSuffix(w, "s")) || lexicon.ClosedWord(strings.ToLower(w))
}

// runPairs returns the names of several words that differ by one slip in one
// word. Names are filed under each of their words left out.
func (t *spellingTable) runPairs() []variantPair {
	var out []variantPair
	var room [maxBucket]int32
	buckets := newChains[uint64](3 * len(t.runs))
	for i := range t.runs {
		r := &t.runs[i]
		for hole := range r.words {
			key := r.except(hole)
			for _, k := range buckets.recent(&room, key) {
				if !r.agrees(&t.runs[k], hole) {
					continue
				}
				if p, ok := t.runPair(int(k), i, hole); ok {
					out = append(out, p)
				}
			}
			buckets.add(key, i)
		}
	}
	return out
}

// except hashes the words of a name but that at hole (FNV-1a).
func (r *nameRun) except(hole int) uint64 {
	h := uint64(14695981039346656037)
	for k, w := range r.words {
		if k != hole {
			for i := range len(w.Text) {
				h = (h ^ uint64(w.Text[i])) * 1099511628211
			}
		}
		h = (h ^ ' ') * 1099511628211
	}
	return h
}

// agrees reports whether two names have the same words but that at hole.
func (r *nameRun) agrees(o *nameRun, hole int) bool {
	if len(r.words) != len(o.words) {
		return false
	}
	for k := range r.words {
		if k != hole && r.words[k].Text != o.words[k].Text {
			return false
		}
	}
	return true
}

// runPair compares word hole of two names that agree in the others.
func (t *spellingTable) runPair(i, k, hole int) (variantPair, bool) {
	a, b := &t.runs[i], &t.runs[k]
	x, y := a.words[hole].Text, b.words[hole].Text
	e, at := text.EditBetween(x, y)
	last := hole == len(a.words)-1
	if !last && genderEnding(x, y) || t.alone(x) > a.mentions && t.alone(y) > b.mentions {
		return variantPair{}, false // Mario and Maria Roe; two names that are each used
	}
	if e == 0 || max(len(x), len(y)) <= minSpelling || min(len(x), len(y)) < minSpelling || at == 0 && e != text.EditSwap || inflected(x, y) || bothKnown(x, y) || ordinary(x) || ordinary(y) {
		return variantPair{}, false
	}
	p := variantPair{rare: k, usual: i, edit: e, evidence: sameRest, run: true, hole: hole}
	if a.mentions < b.mentions || a.mentions == b.mentions && (page.IsPlace(y) || !page.IsPlace(x) && t.alone(x) < t.alone(y)) {
		p.rare, p.usual = i, k
	}
	return p, true
}

// alone is how often a word stands in the document at all.
func (t *spellingTable) alone(w string) int {
	if i, ok := t.index[w]; ok {
		return t.words[i].all()
	}
	return 0
}

// holes returns the words in which the names of pairs differ, both ways.
func (t *spellingTable) holes(pairs []variantPair) map[[2]string]bool {
	out := map[[2]string]bool{}
	for _, p := range pairs {
		a, b := t.runs[p.rare].words[p.hole].Text, t.runs[p.usual].words[p.hole].Text
		out[[2]string{a, b}], out[[2]string{b, a}] = true, true
	}
	return out
}

// fact writes a pair as rules see it.
func (t *spellingTable) fact(p *variantPair) *fact.Variant {
	var rare, usual page.Passage
	var n, m int
	if p.run {
		a, b := &t.runs[p.rare], &t.runs[p.usual]
		rare, usual, n, m = a.first, b.first, a.mentions, b.mentions
	} else {
		a, b := &t.words[p.rare], &t.words[p.usual]
		rare, usual, n, m = a.first, b.first, a.all(), b.all()
	}
	v := &fact.Variant{At: t.d.PlaceOf(t.span(rare)), Zone: t.d.Parsed[rare.Sentence].Zone.String(), Edit: p.edit.String(), Evidence: p.evidence, Mentions: int64(n)}
	v.Text = v.At.Text
	at := t.d.PlaceOf(t.span(usual))
	v.Capitals = sameFold(v.Text, at.Text)
	v.Other = fact.Name{Text: at.Text, At: at, Zone: t.d.Parsed[usual.Sentence].Zone.String(), Canonical: at.Text, Mentions: int64(m)}
	v.Fixes = []fact.Fix{
		{Message: fmt.Sprintf("write “%s” here", at.Text), Replacement: at.Text},
		{Message: fmt.Sprintf("write “%s” at the other place", v.Text)},
	}
	return v
}

func (t *spellingTable) span(m page.Passage) text.Span {
	return page.SpanOf(t.d.Parsed[m.Sentence].Words, m.From, m.To)
}
