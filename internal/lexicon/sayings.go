package lexicon

import (
	"factcheck/internal/wordtable"

	"sync"

	"factcheck/internal/lexicon/en"
)

// A Saying says what a verb of saying does with the words that are quoted.
type Saying uint8

// The uses of verbs of saying. The zero Saying is invalid.
const (
	Says  Saying = iota + 1 // the words are what was said: said, added
	Calls                   // the words are part of what was said: called it "a farce"
)

// SayingOf finds a verb of saying by its lemma in lower case.
func SayingOf(lemma string) (Saying, bool) {
	t, _ := loadSayings()
	s, ok := t[lemma]
	return s, ok
}

// FormerWord reports whether a lower-case word before an office says that its
// holder no longer holds it: former, then, ousted.
func FormerWord(word string) bool {
	return en.Is(word, en.Former)
}

// PronounOf returns he or she for a title or trade whose word tells which:
// spokeswoman, king. Lower case, without a full stop.
func PronounOf(title string) (pronoun string, ok bool) {
	t, _ := loadSexes()
	pronoun, ok = t.Find(title)
	return pronoun, ok
}

var (
	loadSayings = sync.OnceValues(func() (map[string]Saying, error) {
		return parseSayings("sayings.tsv", sayingsData)
	})
	loadSexes = sync.OnceValues(func() (*wordtable.Table[string], error) {
		return parseSexes("sexes.tsv", sexesData)
	})
)

func parseSayings(file, data string) (map[string]Saying, error) {
	table := make(map[string]Saying, rowsIn(data))
	r := newReader(file, data, "verb", "use")
	for r.next() {
		switch r.fields[1] {
		case "say":
			table[r.fields[0]] = Says
		case "call":
			table[r.fields[0]] = Calls
		default:
			r.fail(1, "unknown use %q, write say or call", r.fields[1])
		}
	}
	return table, r.err()
}

func parseSexes(file, data string) (*wordtable.Table[string], error) {
	table := wordtable.New[string](rowsIn(data))
	r := newReader(file, data, "word", "pronoun")
	for r.next() {
		if r.fields[1] != "he" && r.fields[1] != "she" {
			r.fail(1, "unknown pronoun %q, write he or she", r.fields[1])
			continue
		}
		table.Put(r.fields[0], r.fields[1])
	}
	return table, r.err()
}
