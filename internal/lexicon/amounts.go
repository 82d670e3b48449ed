package lexicon

import (
	"factcheck/internal/wordtable"

	"strconv"
	"sync"
)

// FactorOf returns by what a verb or an adverb in lower case multiplies a value: 2
// for doubled and twice; 0 for other words.
func FactorOf(word string) float64 {
	t, _ := loadFactors()
	return t.Get(word)
}

// PersonWord reports whether a lower-case noun in the singular stands for a
// human being: soldier, woman, victim.
func PersonWord(noun string) bool {
	set, _ := loadPersonWords()
	return set.Get(noun)
}

var (
	loadFactors = sync.OnceValues(func() (*wordtable.Table[float64], error) {
		return parseFactors("factors.tsv", factorsData)
	})
	loadPersonWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("personwords.txt", personWordsData)
	})
)

func parseFactors(file, data string) (*wordtable.Table[float64], error) {
	table := wordtable.New[float64](rowsIn(data))
	r := newReader(file, data, "word", "factor")
	for r.next() {
		v, err := strconv.ParseFloat(r.fields[1], 64)
		if err != nil {
			r.fail(1, "%q is no number, write one", r.fields[1])
			continue
		}
		table.Put(r.fields[0], v)
	}
	return table, r.err()
}
