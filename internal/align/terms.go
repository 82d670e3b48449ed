package align

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"factcheck/internal/lexicon"
	"factcheck/internal/page"
)

// A Term is a content word of a sentence.
type Term struct {
	Key  string // stem in lower case, without accents; of a numeral its digits
	Word int    // index into the sentence's words
}

// maxTerms is how many terms of a sentence are looked at. A longer run of words
// is no sentence that another document tells again.
const maxTerms = 160

// stemLength is how many letters of a longer word tell it from others: collide
// and collision, organise and organisation.
const stemLength = 6

// Terms returns the content words of a sentence in order: no function words, no
// words of saying, no words of times.
func Terms(d *page.Page, i int) []Term {
	s := &d.Parsed[i]
	var out []Term
	times := d.TimesIn[i]
	for k, w := range s.Words {
		for len(times) > 0 && times[0].Span.End <= w.Span.Start {
			times = times[1:]
		}
		if len(times) > 0 && times[0].Span.Overlaps(w.Span) {
			continue
		}
		if key := Key(w.Text); key != "" {
			out = append(out, Term{key, k})
		}
		if len(out) == maxTerms {
			break
		}
	}
	return out
}

// Key returns what a word is compared by, empty for one without content.
func Key(word string) string {
	lower := Fold(word)
	if len(lower) < 2 || lexicon.FunctionWord(lower) {
		return numeral(lower)
	}
	if n := numeral(lower); n != "" {
		return n
	}
	lemma := lexicon.Lemma(lower)
	if _, says := lexicon.SayingOf(lemma); says {
		return ""
	}
	if lexicon.FunctionWord(lemma) {
		return ""
	}
	if len(lemma) > stemLength {
		return cut(lemma)
	}
	return lemma
}

// cut returns the first letters of a word.
func cut(w string) string {
	n := 0
	for i := range w {
		if n == stemLength {
			return w[:i]
		}
		n++
	}
	return w
}

// numeral returns the digits of a number in figures or of a number word, empty
// for any other word and for one.
func numeral(lower string) string {
	if lower == "" {
		return ""
	}
	if '0' <= lower[0] && lower[0] <= '9' {
		return strings.ReplaceAll(lower, ",", "")
	}
	if n, ok := lexicon.NumeralOf(lower); ok && n.Value > 1 && n.Value == float64(int(n.Value)) {
		return strconv.Itoa(int(n.Value))
	}
	return ""
}

// Fold returns a word in lower case, with plain letters for those with accents.
func Fold(w string) string {
	lower := strings.ToLower(w)
	plain := true
	for i := range len(lower) {
		plain = plain && lower[i] < 0x80
	}
	if plain {
		return lower
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(lower))
}
