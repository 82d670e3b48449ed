package spellings

import (
	"strings"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// A spelling is one capitalised word of a document, with what its mentions say
// of it.
type spelling struct {
	text string
	// mentions counts those of which the capital shows a name: not the first of
	// a sentence, nor one of a title-case heading.
	mentions int
	// weak counts the others.
	weak int
	// lone counts the mentions without a name's word before or behind.
	lone int
	// heads counts the mentions with a name's word right behind: Anna of Anna
	// Smith.
	heads int
	// before and behind are the words of names right beside it, at most
	// maxNeighbours of each.
	before, behind []string
	// first is its first mention, the first strong one where there is any.
	first page.Passage
	// plain reports whether the document has the word without a capital too.
	plain bool
}

// all is how often the document has the word with its capital.
func (s *spelling) all() int { return s.mentions + s.weak }

// introduced reports whether a given name or an initial stands before it
// somewhere.
func (s *spelling) introduced() bool { return len(s.before) > 0 }

// maxNeighbours is how many different words before a spelling are kept.
const maxNeighbours = 8

// minSpelling is the fewest letters of a word that is compared. One letter makes
// another name of shorter ones.
const minSpelling = 4

// maxSpelling is the most bytes of a word that is compared.
const maxSpelling = 32

// A spellingTable holds the capitalised words of a document and the runs that
// they form.
type spellingTable struct {
	d     *page.Page
	index map[string]int
	words []spelling
	runs  []nameRun
	at    map[string]int // by the text of a run, its index in runs
	room  []string       // see neighbour
}

// A nameRun is a name of two words and more.
type nameRun struct {
	words    []text.Word
	text     string
	mentions int
	first    page.Passage
}

// maxRunWords is how many words a name has at most that is compared as a whole.
const maxRunWords = 6

func spellings(d *page.Page) *spellingTable {
	t := &spellingTable{d: d, index: map[string]int{}, at: map[string]int{}}
	for i := range d.Parsed {
		if s := &d.Parsed[i]; (page.Counted(s.Zone) || s.Zone == article.Caption) && !onSpelling(s.Words) {
			t.read(i, s)
		}
	}
	return t
}

// onSpelling reports whether a sentence speaks of how something is spelled.
func onSpelling(words []text.Word) bool {
	for i := range words {
		switch {
		case page.IsWord(words, i, en.Spells):
			return true
		case page.IsWord(words, i, en.Pronounced):
			return !page.IsWord(words, i+1, en.Dying)
		}
	}
	return false
}

// read notes the capitalised words of sentence i.
func (t *spellingTable) read(i int, s *page.Sentence) {
	heading := s.Zone != article.Body && page.TitleCase(s)
	for from := 0; from < len(s.Words); {
		if !nameWord(s.Words[from]) {
			from++
			continue
		}
		to := from + 1
		for to < len(s.Words) && to-from < page.MaxRun && (s.Words[to].Joined || t.ampersand(s.Words[to-1], s.Words[to])) && !s.Words[to-1].Possessive && (nameWord(s.Words[to]) || page.Particle(s.Words, to)) {
			to++
		}
		t.readRun(i, s, from, to, heading)
		from = to
	}
}

// ampersand reports whether only the sign & stands between two words.
func (t *spellingTable) ampersand(a, b text.Word) bool {
	between := t.d.Article.Flow()[a.Span.End:b.Span.Start]
	return strings.TrimSpace(between) == "&"
}

// nameWord reports whether a word can be part of a name: it has a capital, is no
// title, no weekday or the like, and is not written in capitals throughout.
func nameWord(w text.Word) bool {
	if !w.Capital || lexicon.NotName(w.Text) {
		return false
	}
	if shouted(w.Text) {
		return len(w.Text) == 1
	}
	lower := text.Lower(w.Text)
	_, title := lexicon.Roles().Lookup(lower)
	return !title && !lexicon.FormerWord(lower) && !abbreviatedTitle(w.Text)
}

// shouted reports whether a word has no small letter.
func shouted(w string) bool {
	for i := range len(w) {
		if 'a' <= w[i] && w[i] <= 'z' {
			return false
		}
	}
	return true
}

// abbreviatedTitle reports whether w with a full stop is a title: Gov, Sgt.
func abbreviatedTitle(w string) bool {
	if len(w) > 6 {
		return false
	}
	_, ok := lexicon.Roles().Lookup(text.Lower(w) + ".")
	return ok
}

// readRun notes words [from, to) of sentence i, which stand side by side.
func (t *spellingTable) readRun(i int, s *page.Sentence, from, to int, heading bool) {
	if to-from > 1 && to-from <= maxRunWords && !heading {
		t.addRun(i, s, from, to)
	}
	for k := from; k < to; k++ {
		w := s.Words[k]
		if utf8.RuneCountInString(w.Text) < minSpelling || len(w.Text) > maxSpelling || !w.Capital {
			continue
		}
		x := t.spelling(w.Text)
		at := page.Passage{Sentence: i, From: k, To: k + 1}
		weak := heading || k == from && opensSentence(s, k)
		if x.all() == 0 || x.mentions == 0 && !weak {
			x.first = at
		}
		if weak {
			x.weak++
		} else {
			x.mentions++
		}
		switch {
		case heading:
		case to-from == 1:
			x.lone++
		case k+1 < to:
			x.heads++
		}
		if !heading {
			t.noteNeighbours(x, s.Words[from:to], k-from)
		}
	}
}

// noteNeighbours notes the words beside word k of a run.
func (t *spellingTable) noteNeighbours(x *spelling, run []text.Word, k int) {
	if k > 0 && len(x.before) < maxNeighbours {
		x.before = t.neighbour(x.before, run[k-1].Text)
	}
	if k+1 < len(run) && len(x.behind) < maxNeighbours {
		x.behind = t.neighbour(x.behind, run[k+1].Text)
	}
}

// neighbour adds a word to a list. Most lists have one, for which there is room.
func (t *spellingTable) neighbour(list []string, word string) []string {
	if list == nil {
		if len(t.room) == 0 {
			t.room = make([]string, roomAtOnce)
		}
		list, t.room = t.room[:0:1], t.room[1:]
	}
	return append(list, word)
}

// roomAtOnce is for how many words beside spellings room is made at once.
const roomAtOnce = 64

// opensSentence reports whether word k has its capital from where it stands:
// first in the sentence, or behind a colon, a dash or a quotation mark.
func opensSentence(s *page.Sentence, k int) bool {
	return k == 0 || !s.Words[k].Joined && !s.Words[k].Comma
}

// spelling returns the entry of a word. It is valid until the next call.
func (t *spellingTable) spelling(w string) *spelling {
	i, ok := t.index[w]
	if !ok {
		i = len(t.words)
		t.index[w] = i
		t.words = append(t.words, spelling{text: w})
	}
	return &t.words[i]
}

// addRun notes a name of several words.
func (t *spellingTable) addRun(i int, s *page.Sentence, from, to int) {
	span := page.SpanOf(s.Words, from, to)
	name := span.In(t.d.Article.Flow())
	k, ok := t.at[name]
	if !ok {
		k = len(t.runs)
		t.at[name] = k
		t.runs = append(t.runs, nameRun{words: s.Words[from:to], text: name, first: page.Passage{Sentence: i, From: from, To: to}})
	}
	t.runs[k].mentions++
}

// notePlain finds the words that the document has without a capital too. The
// words asked for have theirs in small letters as keys.
func (t *spellingTable) notePlain(asked map[string]int) {
	for i := range t.d.Parsed {
		for _, w := range t.d.Parsed[i].Words {
			if w.Capital {
				continue
			}
			if k, ok := asked[w.Text]; ok {
				t.words[k].plain = true
			}
		}
	}
}
