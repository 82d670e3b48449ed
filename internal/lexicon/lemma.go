package lexicon

import (
	"strings"
	"sync"

	"factcheck/internal/wordtable"
)

// Lemma returns the base form of a verb or noun in lower-case: speak for
// spoke, announce for announced, army for armies. It looks in the table of
// irregular words first and then undoes -s, -ed and -ing by the rules of
// English spelling. A word that it cannot reduce is returned as it is.
//
// The rules know no dictionary. Whether an e was dropped (hope, hoping) or
// not (open, opening) they tell by the letters before, which is wrong for some
// rare words; and a noun in -ing or -ed is taken for a verb (meeting gives
// meet). One form has one lemma, the usual one in the news: found gives find,
// left leave, lay and wound stay.
func Lemma(form string) string {
	t, _ := loadVerbs()
	if lemma, ok := t.lemmas.Find(form); ok {
		return lemma
	}
	if stem, ok := strings.CutSuffix(form, "ing"); ok {
		return t.verb(form, stem)
	}
	if strings.HasSuffix(form, "ed") {
		return t.past(form)
	}
	if strings.HasSuffix(form, "s") {
		return singular(form)
	}
	return form
}

// A verbTable maps the words of irregular.tsv, lemmas included, to their lemma.
type verbTable struct {
	lemmas *wordtable.Table[string]
}

var loadVerbs = sync.OnceValues(func() (*verbTable, error) {
	return parseVerbs("irregular.tsv", irregularData)
})

func parseVerbs(file, data string) (*verbTable, error) {
	t := &verbTable{lemmas: wordtable.New[string](3 * rowsIn(data))}
	r := newReader(file, data, "lemma", "forms")
	for r.next() {
		t.add(r, r.fields[0], r.fields[0], 0)
		for list := r.value(1); list != ""; {
			var form string
			form, list, _ = strings.Cut(list, "|")
			t.add(r, form, r.fields[0], 1)
		}
	}
	return t, r.err()
}

func (t *verbTable) add(r *reader, form, lemma string, field int) {
	if other, taken := t.lemmas.Find(form); taken || form == "" {
		r.fail(field, "form %q is empty or belongs to %q already, keep one", form, other)
		return
	}
	t.lemmas.Put(form, lemma)
}

func (t *verbTable) isLemma(word string) bool { return t.lemmas.Get(word) == word && word != "" }

// past undoes -ed.
func (t *verbTable) past(form string) string {
	switch {
	case strings.HasSuffix(form, "eed"): // proceed; agreed stands in the table
		return form
	case strings.HasSuffix(form, "ied"):
		return undoIE(form)
	}
	return t.verb(form, form[:len(form)-2])
}

// verb returns the base form for a stem, what remains of form without -ed or
// -ing. A stem without a vowel is none: red, king.
func (t *verbTable) verb(form, stem string) string {
	if len(stem) < 2 || vowelGroups(stem) == 0 {
		return form
	}
	switch single, doubled := undouble(stem); {
	case t.isLemma(stem + "e"):
		return stem + "e"
	case t.isLemma(stem):
		return stem
	case doubled:
		return single
	case dropsE(stem):
		return stem + "e"
	}
	return stem
}

// singular undoes -s.
func singular(form string) string {
	n := len(form)
	if n < 4 || !isLower(form[n-2]) {
		return form
	}
	switch {
	case hasAnySuffix(form, "ss", "us", "is"):
		return form
	case strings.HasSuffix(form, "ies"):
		return undoIE(form)
	case hasAnySuffix(form, "ches", "shes", "sses", "xes", "zzes", "oes"):
		return form[:n-2]
	}
	return form[:n-1]
}

// undoIE turns denied and armies into deny and army, and the four letters of
// died and ties into die and tie.
func undoIE(form string) string {
	switch n := len(form); {
	case n < 4:
		return form
	case n == 4:
		return form[:3]
	default:
		return form[:n-3] + "y"
	}
}

// undouble takes the second of two equal consonants off a stem: stopp, stop.
// It leaves ff, ll, ss and zz, which most often are the verb's own.
func undouble(stem string) (string, bool) {
	n := len(stem)
	if n < 3 || stem[n-1] != stem[n-2] || !strings.Contains("bdgmnprt", stem[n-1:]) {
		return stem, false
	}
	return stem[:n-1], true
}

// dropsE reports whether a stem has lost the e of its base form. Each line is
// a rule of thumb over the last letters; what breaks it and is not rare stands
// in irregular.tsv.
func dropsE(stem string) bool {
	n := len(stem)
	if n < 2 {
		return false
	}
	last, vowel := stem[n-1], stem[n-2]
	switch last {
	case 'c', 'u', 'v':
		return true // announce, continue, arrive
	case 's':
		return vowel != 's' // close, license
	case 'z':
		return vowel != 'z' && vowel != 't' // seize; buzz, waltz
	case 'g':
		return !hasAnySuffix(stem, "ing", "ong") // change, judge; bring, belong
	case 'l', 'r':
		if !isVowel(vowel) {
			return clusterDropsE(vowel, last)
		}
	}
	return isVowel(vowel) && openSyllable(stem) && vowelDropsE(stem, vowel, last)
}

// clusterDropsE is about stems in consonant and l or r: settle, centre; not
// curl, crawl, hurl.
func clusterDropsE(before, last byte) bool {
	if last == 'r' {
		return before == 't' || before == 'b'
	}
	return strings.IndexByte("bcdfgkpstz", before) >= 0
}

// openSyllable reports whether the vowel before the last consonant of a stem
// stands alone: hop(e), not heap. The u of qu does not count, nor do the i and
// u before -at(e), -ad(e) and -id(e): negotiate, persuade, guide.
func openSyllable(stem string) bool {
	n := len(stem)
	if n < 3 || !isVowel(stem[n-3]) {
		return true
	}
	if n > 3 && stem[n-4:n-2] == "qu" {
		return true
	}
	return hasAnySuffix(stem, "iat", "uat", "uad", "uid")
}

// vowelDropsE is about stems in one vowel and one consonant.
func vowelDropsE(stem string, vowel, last byte) bool {
	short := vowelGroups(stem) == 1
	switch last {
	case 'b':
		return true // describe
	case 'd', 'k':
		return last == 'd' || vowel != 'e' // decide, make; trek
	case 'l':
		return vowel != 'e' && (vowel != 'a' || short) // rule, scale; cancel, signal
	case 'm':
		return vowel == 'i' || vowel == 'u' || short && vowel != 'o' // time, assume, name
	case 'n':
		return vowel == 'i' || vowel == 'u' || vowel == 'o' && short // examine, tune, stone
	case 'p':
		return vowel != 'e' // escape, hope, type
	case 'r':
		return vowel == 'a' || vowel == 'i' || vowel == 'u' || vowel == 'o' && short // share, fire, injure, score
	case 't':
		return vowel == 'a' || vowel == 'u' || vowel == 'o' // state, execute, vote; visit, target
	}
	return false
}

// vowelGroups counts the runs of vowels in a word, roughly its syllables.
func vowelGroups(word string) int {
	n := 0
	inside := false
	for i := 0; i < len(word); i++ {
		v := isVowel(word[i])
		if v && !inside {
			n++
		}
		inside = v
	}
	return n
}

func isVowel(b byte) bool { return strings.IndexByte("aeiouy", b) >= 0 }

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
