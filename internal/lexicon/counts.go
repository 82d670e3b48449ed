package lexicon

import (
	"factcheck/internal/wordtable"

	"strings"
	"sync"
)

// ConceptOf returns what a lower-case word says of those it counts, the same
// for "killed" and "deaths"; empty if it says nothing of the kind.
func ConceptOf(word string) string {
	t, _ := loadConcepts()
	return t.Get(word)
}

// PartWord reports whether a lower-case word beside a number singles out a
// part of what was counted before, or something beside it: another, others.
func PartWord(word string) bool {
	set, _ := loadPartWords()
	return set.Get(word)
}

// UpdateWord reports whether a lower-case word says that a number has changed
// or that accounts of it differ: rose, earlier, while.
func UpdateWord(word string) bool {
	set, _ := loadUpdateWords()
	return set.Get(word)
}

// KindNoun reports whether a number with a noun in the singular names a kind:
// the share of "a 100-share index".
func KindNoun(noun string) bool {
	set, _ := loadKindNouns()
	return set.Get(noun)
}

// SportsNoun reports whether a noun in the singular is one that sports pages
// count anew for each player and game: a goal, a carry.
func SportsNoun(noun string) bool {
	set, _ := loadSportsNouns()
	return set.Get(noun)
}

// AmountVerbs returns the verbs, in the base form, with which a text can have
// given an amount that it names by a noun: a loan is lent.
func AmountVerbs(noun string) []string {
	t, _ := loadAmountVerbs()
	return t[noun]
}

var (
	loadAmountVerbs = sync.OnceValues(func() (map[string][]string, error) {
		return parseAmountVerbs("amountverbs.tsv", amountVerbsData)
	})
	loadConcepts = sync.OnceValues(func() (*wordtable.Table[string], error) {
		return parseConcepts("concepts.tsv", conceptsData)
	})
	loadPartWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("partwords.txt", partWordsData)
	})
	loadUpdateWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("updatewords.txt", updateWordsData)
	})
	loadKindNouns = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("kindnouns.txt", kindNounsData)
	})
	loadSportsNouns = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("sportsnouns.txt", sportsNounsData)
	})
)

func parseConcepts(file, data string) (*wordtable.Table[string], error) {
	table := wordtable.New[string](rowsIn(data))
	r := newReader(file, data, "word", "concept")
	for r.next() {
		table.Put(r.fields[0], r.fields[1])
	}
	return table, r.err()
}

func parseAmountVerbs(file, data string) (map[string][]string, error) {
	table := make(map[string][]string, rowsIn(data))
	r := newReader(file, data, "noun", "verbs")
	for r.next() {
		table[r.fields[0]] = strings.Fields(r.fields[1])
	}
	return table, r.err()
}
