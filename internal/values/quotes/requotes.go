package quotes

import (
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

// minRequote is the fewest words of a quotation that is compared with others.
const minRequote = 4

// maxRequote is how many words of a quotation are compared, at most.
const maxRequote = 120

// requoteGram is how many words in a row two quotations share at least.
const requoteGram = 2

// maxSharers is how many quotations that share a sequence are compared with the
// next one.
const maxSharers = 4

// minLikeness is the least likeness of two quotations that are told as one.
const minLikeness = 0.6

// A quotedWords is a quotation with its words in small letters.
type quotedWords struct {
	fact  *fact.Quote
	words []text.Word
	keys  []string
	gaps  bool // words are left out or put in
	// halves reports whether words of the text interrupt it.
	halves bool
}

// sharers counts the quotations that share two words in a row, and keeps the last
// of them; number n stands at n modulo maxSharers.
type sharers struct {
	n    int
	last [maxSharers]int32
}

// Repeated returns the quotations that give the words of an earlier one, each
// with the one most like it, in the order of the text. Quotations meet under two words in a row that they share.
func Repeated(d *page.Page) []*fact.Requote {
	list := speeches(d)
	if len(list) < 2 {
		return nil
	}
	var out []*fact.Requote
	grams := 0
	for i := range list {
		grams += len(list[i].keys)
	}
	index := make(map[[requoteGram]string]sharers, grams)
	met := make([]int, len(list)) // by quotation: 1 + the last one it met
	for i := range list {
		q := &list[i]
		if len(q.keys) < minRequote {
			continue
		}
		var best *fact.Requote
		for k := 0; k+requoteGram <= len(q.keys); k++ {
			exact := best != nil && best.Likeness == 1
			key := [requoteGram]string(q.keys[k : k+requoteGram])
			sharing := index[key]
			for n := max(0, sharing.n-maxSharers); n < sharing.n; n++ {
				j := int(sharing.last[n%maxSharers])
				if exact || met[j] == i+1 || j == i {
					continue
				}
				met[j] = i + 1
				if r := requote(d, &list[j], q); r != nil && (best == nil || r.Likeness > best.Likeness) {
					best = r
				}
			}
			if n := sharing.n; n == 0 || int(sharing.last[(n-1)%maxSharers]) != i {
				sharing.last[n%maxSharers] = int32(i)
				sharing.n++
				index[key] = sharing
			}
		}
		if best != nil {
			out = append(out, best)
		}
	}
	return out
}

// speeches returns the quotations with their words, those between single marks
// too, and those that words of saying interrupt as one.
func speeches(d *page.Page) []quotedWords {
	facts := singleMarked(d, Read(d))
	list := make([]quotedWords, 0, len(facts))
	for _, f := range facts {
		q := readQuoted(f)
		if last := len(list) - 1; last >= 0 && sameSpeech(d, &list[last], &q) {
			list[last] = list[last].joined(&q)
			continue
		}
		list = append(list, q)
	}
	return list
}

func readQuoted(f *fact.Quote) quotedWords {
	q := quotedWords{fact: f, words: text.Words(make([]text.Word, 0, len(f.Text)/bytesAWord), f.Text, text.Span{End: len(f.Text)}), gaps: strings.ContainsAny(f.Text, "[(…") || strings.Contains(f.Text, "..")}
	q.words = percentWords(q.words, f.Text)
	q.words = q.words[:min(len(q.words), maxRequote)]
	q.keys = make([]string, len(q.words))
	for i, w := range q.words {
		if q.keys[i] = fact.FoldWord(w.Text); en.Is(q.keys[i], en.Percent) {
			q.keys[i] = percentKey
		}
	}
	return q
}

// bytesAWord is how many bytes a word of a quotation has at the least, for the room that
// is made for them; more grow.
const bytesAWord = 5

// How two quotations of the same differ, see fact.Requote.Kind.
const (
	noDifference  = "none"
	otherWords    = "words"
	otherSpelling = "spelling"
	otherSigns    = "punctuation"
	leftOut       = "gaps"
)

// percentKey is what the word for hundredths is compared by, however it is written.
const percentKey = "%"

// percentWords returns the words of src with the sign % as a word, and with "per
// cent" as one: quotations differ in it by the style of a house.
func percentWords(words []text.Word, src string) []text.Word {
	if !strings.Contains(src, percentKey) && !slices.ContainsFunc(words, func(w text.Word) bool { return en.Is(w.Text, en.Cent) }) {
		return words
	}
	out := make([]text.Word, 0, len(words)+1)
	for i, w := range words {
		if en.Is(w.Text, en.Cent) && page.IsWord(out, len(out)-1, en.Per) {
			last := &out[len(out)-1]
			last.Span.End = w.Span.End
			last.Text = percentKey
			continue
		}
		out = append(out, w)
		end := len(src)
		if i+1 < len(words) {
			end = words[i+1].Span.Start
		}
		if at := strings.IndexByte(src[w.Span.End:end], '%'); at >= 0 {
			sign := text.Span{Start: w.Span.End + at, End: w.Span.End + at + 1}
			out = append(out, text.Word{Span: sign, Text: percentKey, Joined: true})
		}
	}
	return out
}

// requote compares two quotations; nil if they are not one.
func requote(d *page.Page, a, b *quotedWords) *fact.Requote {
	al := align(a.keys, b.keys)
	shorter := min(al.spanA, al.spanB)
	if al.equal < requoteGram+1 {
		return nil
	}
	// What one quotation has before or behind the other is cut, not changed.
	likeness := 2 * float64(al.equal) / float64(al.spanA+al.spanB)
	least := min(len(a.keys), len(b.keys))
	if likeness < minLikeness || float64(al.equal) < minLikeness*float64(least) {
		return nil
	}
	if al.equal < plainRequote && float64(al.equal) < mostOfQuote*float64(least) {
		return nil
	}
	r := &fact.Requote{
		At: b.fact.At, Text: b.fact.Text, Zone: b.fact.Zone, First: *a.fact, Second: *b.fact,
		Words: int64(shorter), Likeness: likeness, Apart: apart(d, a.fact, b.fact), Whole: len(a.keys) == len(b.keys),
	}
	r.Kind, r.Difference = a.difference(b, al)
	r.Cut = al.equal == shorter && r.Kind == otherWords
	if r.Kind == otherWords && (a.gaps || b.gaps) {
		r.Kind = leftOut
	}
	if a.fact.Speaker != nil && b.fact.Speaker != nil {
		r.OtherSpeaker = otherPerson(*a.fact.Speaker, *b.fact.Speaker) && isBody(d, a.fact) == isBody(d, b.fact) && speakerInHeading(d, a.fact) && speakerInHeading(d, b.fact)
	}
	if len(a.fact.Text) < 400 && r.Whole && !a.halves && !b.halves {
		r.Fixes = append(r.Fixes, fact.Fix{Message: "give it here as above", Replacement: a.fact.Text})
	}
	r.Fixes = append(r.Fixes, fact.Fix{Message: "compare both with what was said"})
	return r
}

// plainRequote is how many shared words make two quotations one whatever else
// they have; fewer must be most of the shorter one.
const plainRequote = 8

// mostOfQuote is the least share of a short quotation that another one has.
const mostOfQuote = 0.75

// speakerInHeading reports whether the speaker of a quotation is a name for certain:
// not a trade with a capital of the headline, as in Man Says.
func speakerInHeading(d *page.Page, q *fact.Quote) bool {
	if q.Zone != article.Headline.String() && q.Zone != article.Deck.String() {
		return true
	}
	name := *q.Speaker
	if _, known := d.FullNames()[name[strings.LastIndexByte(name, ' ')+1:]]; known {
		return true
	}
	at := d.SentenceAt(q.At.Span.Start)
	if at < 0 || len(d.Parsed[at].Words) == 0 {
		return false
	}
	s := &d.Parsed[at]
	_, role := lexicon.Roles().Lookup(strings.ToLower(name))
	return !page.TitleCase(s) && !role && !lexicon.PersonWord(strings.ToLower(name)) && s.Words[0].Text != name
}

// isBody reports whether the speaker of a quotation is a body rather than a
// person. A body speaks through people, so that its words may be theirs.
func isBody(d *page.Page, q *fact.Quote) bool {
	if name := *q.Speaker; strings.ToUpper(name) == name {
		return true // NATO
	}
	at := d.SentenceAt(q.At.Span.Start)
	for i := max(0, at-1); i <= at+1 && i < len(d.Parsed); i++ {
		for _, n := range d.NamesOf(i) {
			if n.Canonical == *q.Speaker {
				return n.Kind == page.NameOrg
			}
		}
	}
	return false
}

// otherPerson reports whether two names cannot be one person's.
func otherPerson(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return len(x) > 0 && len(y) > 0 && x[len(x)-1] != y[len(y)-1] && !slices.Contains(x, y[len(y)-1]) && !slices.Contains(y, x[len(x)-1])
}

// apart counts the sentences between two quotations; -1 if they stand in
// different zones.
func apart(d *page.Page, a, b *fact.Quote) int64 {
	if a.Zone != b.Zone {
		return -1
	}
	return int64(max(0, d.SentenceAt(b.At.Span.Start)-d.SentenceAt(a.At.Span.End-1)))
}

// An alignment says which words two quotations share, in their order.
type alignment struct {
	pairs        [][2]int // indices of equal words
	equal        int
	spanA, spanB int // words from the first shared one to the last, of each
}

// align finds the longest sequence of words that both have. Words at either end
// that only one quotation has do not count.
func align(a, b []string) alignment {
	w := len(b) + 1
	best := make([]int16, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i*w+j] = best[(i+1)*w+j+1] + 1
			} else {
				best[i*w+j] = max(best[(i+1)*w+j], best[i*w+j+1])
			}
		}
	}
	var out alignment
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out.pairs = append(out.pairs, [2]int{i, j})
			i, j = i+1, j+1
		case best[(i+1)*w+j] >= best[i*w+j+1]:
			i++
		default:
			j++
		}
	}
	out.equal = len(out.pairs)
	if out.equal > 0 {
		out.tighten(a, b)
		first, last := out.pairs[0], out.pairs[out.equal-1]
		// A word changed at an end counts where both have one there.
		head := first[0] > 0 && first[0] == first[1] && first[0] <= 2
		tail := len(a)-last[0] == len(b)-last[1] && len(a)-last[0] > 1 && len(a)-last[0] <= 3
		if head {
			first = [2]int{}
		}
		if tail {
			last = [2]int{len(a) - 1, len(b) - 1}
		}
		out.spanA, out.spanB = last[0]-first[0]+1, last[1]-first[1]+1
	}
	return out
}

// tighten moves the words before the first gap to where they stand next to what
// is behind it, if they stand there too: of "their feathers, their immune system"
// the second "their" begins what "their immune system" repeats.
func (al *alignment) tighten(a, b []string) {
	gap := 1
	for gap < len(al.pairs) && al.pairs[gap][0] == al.pairs[gap-1][0]+1 && al.pairs[gap][1] == al.pairs[gap-1][1]+1 {
		gap++
	}
	if gap == len(al.pairs) {
		return
	}
	head, behind := a[al.pairs[0][0]:al.pairs[gap-1][0]+1], al.pairs[gap]
	for side, words := range [2][]string{a, b} {
		for at := behind[side] - gap; at > al.pairs[0][side]; at-- {
			if slices.Equal(words[at:at+gap], head) {
				for k := range gap {
					al.pairs[k][side] = at + k
				}
				break
			}
		}
	}
}

// difference says what differs between two aligned quotations: nothing,
// punctuation, spelling or words.
func (q *quotedWords) difference(b *quotedWords, al alignment) (kind, said string) {
	var parts []string
	kind = noDifference
	note := func(i, x, j, y int) {
		if i == x && j == y {
			return
		}
		kind = otherWords
		left, right := q.passage(i, x), b.passage(j, y)
		switch {
		case left == "":
			parts = append(parts, fmt.Sprintf("“%s” put in", right))
		case right == "":
			parts = append(parts, fmt.Sprintf("“%s” left out", left))
		default:
			parts = append(parts, fmt.Sprintf("“%s”, then “%s”", left, right))
		}
	}
	last := al.pairs[0]
	if first := last; first[0] == first[1] && first[0] <= 2 {
		note(0, first[0], 0, first[1])
	}
	for _, p := range al.pairs[1:] {
		note(last[0]+1, p[0], last[1]+1, p[1])
		last = p
	}
	if n := len(q.keys) - last[0]; n == len(b.keys)-last[1] && n <= 3 {
		note(last[0]+1, len(q.keys), last[1]+1, len(b.keys))
	}
	if kind == noDifference && len(q.keys) == len(b.keys) && unmarked(q.fact.Text) != unmarked(b.fact.Text) {
		return otherSigns, "only signs or capitals"
	}
	if kind == otherWords && q.sameLetters(b) {
		kind = otherSpelling
	}
	return kind, strings.Join(parts, "; ")
}

// passage returns words [from, to) as written.
func (q *quotedWords) passage(from, to int) string {
	if from >= to {
		return ""
	}
	return q.fact.Text[q.words[from].Span.Start:q.words[to-1].Span.End]
}

// unmarked is a quotation without blanks, and without the sign that its
// attribution gives its end.
func unmarked(s string) string {
	s = unblanked.Replace(s)
	return strings.TrimRight(s, ",.!?;:…-–—'\"")
}

var unblanked = strings.NewReplacer(" ", "", "\n", "", "’", "'")

// sameLetters reports whether two quotations differ in hyphens and joined words
// only, or in one letter of one word.
func (q *quotedWords) sameLetters(b *quotedWords) bool {
	if strings.ReplaceAll(strings.Join(q.keys, ""), "-", "") == strings.ReplaceAll(strings.Join(b.keys, ""), "-", "") {
		return true
	}
	if len(q.keys) != len(b.keys) {
		return false
	}
	for i := range q.keys {
		if q.keys[i] == b.keys[i] {
			continue
		}
		if e, at := text.EditBetween(q.keys[i], b.keys[i]); e == 0 || at == 0 || min(len(q.keys[i]), len(b.keys[i])) < text.LongSpelling {
			return false
		}
	}
	return true
}
