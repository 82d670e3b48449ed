package lexicon

import (
	"factcheck/internal/wordtable"

	"strings"
	"sync"
)

// Singular returns the singular of a noun in lower case, and whether the word
// is, or can be, a plural: soldier for soldiers, person for people, aircraft
// for aircraft. A word that only looks like a plural, as news and Congress do,
// comes back as it is. It knows no dictionary: a verb in -s is taken for a
// noun.
func Singular(word string) (singularForm string, plural bool) {
	table, _ := loadPlurals()
	if s, ok := table.Find(word); ok {
		if s == "" {
			return word, false
		}
		return s, true
	}
	if !strings.HasSuffix(word, "s") {
		return word, false
	}
	s := singular(word)
	return s, s != word
}

var loadPlurals = sync.OnceValues(func() (*wordtable.Table[string], error) {
	return parsePlurals("plurals.tsv", pluralsData)
})

// parsePlurals maps words to their singular, "" for those that are no plurals.
func parsePlurals(file, data string) (*wordtable.Table[string], error) {
	table := wordtable.New[string](rowsIn(data))
	r := newReader(file, data, "word", "singular")
	for r.next() {
		table.Put(r.fields[0], r.value(1))
	}
	return table, r.err()
}
