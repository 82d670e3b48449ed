// Package language tells from function words and scripts whether text is
// English, and if not, what it looks like. It says nothing of short texts, of
// names, scores and tables: they have no function words.
package language

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// A Guess is what a text that is not English looks like.
type Guess struct {
	Language string // "German", "Arabic script"
	// Percent is the share, 1 to 100, of the function words that speak for this
	// language and not for English among those that speak for one of the two; of
	// a script, its share of all letters.
	Percent int
}

// What it takes to be sure. Running text has a function word among three words;
// a sentence of twenty words has at least four different ones besides articles.
const (
	minWords    = 20
	minHits     = 6   // function words that English does not have
	minDistinct = 4   // different ones that do not stand in names
	minShare    = .14 // of all words
	minPercent  = 80
	minLower    = .4 // of all words: lists of names, and tables, have fewer
	minLetters  = 24 // of a script
)

// English is the language that articles are read in.
const English = "English"

// A Tally counts the words of a piece of text. Tallies can be added; the zero
// Tally is that of an empty text.
type Tally struct {
	words, lower int // all; those that begin in lower case
	english      int // function words of English
	pure         int // those of them that no other language has
	latin        int // letters
	scripts      map[string]int

	other   [maxLanguages]int32 // function words that English does not have, by language
	touched uint64              // the languages of other that are not 0
}

// window is after how many words a piece of text is looked at: if a quarter of
// them are function words of English, it is English, and the rest is not read.
// No other language of the table has half as many.
const window = 16

// Reset makes t the tally of s, one paragraph or line. Of a long one that is
// English only the beginning is read, and counted for all of it.
func (t *Tally) Reset(s string) {
	for set := t.touched; set != 0; set &= set - 1 {
		t.other[bits.TrailingZeros64(set)] = 0
	}
	t.words, t.lower, t.english, t.pure, t.latin, t.scripts, t.touched = 0, 0, 0, 0, 0, nil, 0
	t.count(load(), s)
}

// Empty reports whether t has no words.
func (t *Tally) Empty() bool { return t.words == 0 }

func (t *Tally) count(tab *tables, s string) {
	for i := 0; i < len(s); {
		start := i
		i = wordEnd(s, i)
		if i == start {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		t.word(tab, s[start:i])
		if t.words == window && t.english*4 >= window {
			t.scale(float64(len(s)) / float64(i))
			return
		}
	}
}

// scale counts what was read for a text that is by times as long.
func (t *Tally) scale(by float64) {
	for _, n := range []*int{&t.words, &t.lower, &t.english, &t.pure, &t.latin} {
		*n = int(float64(*n) * by)
	}
	for set := t.touched; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		t.other[i] = int32(float64(t.other[i]) * by)
	}
}

// wordEnd returns where the run of letters that begins at i ends.
func wordEnd(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if c |= 0x20; c < 'a' || c > 'z' {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += size
	}
	return i
}

// word counts one word.
func (t *Tally) word(tab *tables, w string) {
	t.words++
	first, _ := utf8.DecodeRuneInString(w)
	if first >= firstScript {
		t.script(w)
		return
	}
	t.latin += len(w)
	if first < utf8.RuneSelf && first < 'a' || first >= utf8.RuneSelf && !unicode.IsLower(first) {
		return
	}
	t.lower++
	if len(w) > tab.longest {
		return
	}
	set := tab.words[w]
	switch {
	case set == english:
		t.english++
		t.pure++
	case set&english != 0:
		t.english++
	case set != 0:
		t.touched |= set
		for ; set != 0; set &= set - 1 {
			t.other[bits.TrailingZeros64(set)]++
		}
	}
}

// Add adds u to t.
func (t *Tally) Add(u *Tally) {
	t.words += u.words
	t.lower += u.lower
	t.english += u.english
	t.pure += u.pure
	t.latin += u.latin
	t.touched |= u.touched
	for set := u.touched; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		t.other[i] += u.other[i]
	}
	for name, n := range u.scripts {
		if t.scripts == nil {
			t.scripts = map[string]int{}
		}
		t.scripts[name] += n
	}
}

// best returns the language other than English that t speaks for most, and how
// many of its function words English does not have.
func (t *Tally) best() (language, ours int) {
	for set := t.touched; set != 0; set &= set - 1 {
		if i := bits.TrailingZeros64(set); int(t.other[i]) > ours {
			language, ours = i, int(t.other[i])
		}
	}
	return language, ours
}

// Leans returns the language or script that t leans to, [English], or "" if it
// has too few words that tell.
func (t *Tally) Leans() string {
	if name, n, all := t.bestScript(); n >= 4 && n*2 > all {
		return name
	}
	i, ours := t.best()
	switch {
	case ours >= 2 && ours > 2*t.pure:
		return load().names[i]
	case t.pure >= 2 && t.pure > ours || t.words >= minWords:
		return English
	}
	return ""
}

// Foreign says what text looks like if it is surely not English. t is the tally
// of text, or the sum of those of its lines; text is called only where t comes
// near, and counted once more.
func (t *Tally) Foreign(text func() string) (Guess, bool) {
	if name, n, all := t.bestScript(); n >= minLetters && 100*n >= minPercent*all {
		return Guess{name, 100 * n / all}, true
	}
	i, ours := t.best()
	if t.words < minWords || ours < minHits || float64(ours) < minShare*float64(t.words) ||
		float64(t.lower) < minLower*float64(t.words) || 100*ours < minPercent*(ours+t.pure) {
		return Guess{}, false
	}
	ours, theirs, distinct := evidence(text(), 1<<i)
	if distinct < minDistinct || 100*ours < minPercent*(ours+theirs) {
		return Guess{}, false
	}
	return Guess{load().names[i], 100 * ours / (ours + theirs)}, true
}

// evidence counts in text the function words of a language that English does not
// have, those of English that the
// language does not have, and how many different ones of the first do not stand
// in names.
func evidence(text string, language uint64) (ours, theirs, distinct int) {
	tab := load()
	seen := map[string]bool{}
	for i := 0; i < len(text); {
		start := i
		if i = wordEnd(text, i); i == start {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		w := text[start:i]
		switch tab.words[w] & (english | language) {
		case english:
			theirs++
		case language:
			ours++
			if !particles()[w] {
				seen[w] = true
			}
		}
	}
	return ours, theirs, len(seen)
}
