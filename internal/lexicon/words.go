package lexicon

import (
	"sync"

	"factcheck/internal/wordtable"
)

// OrgWord reports whether a capitalised word makes the run of capitalised
// words that it stands in the name of an organisation: Ministry, Times, Inc.
func OrgWord(word string) bool {
	set, _ := loadOrgWords()
	return set.Get(word)
}

// NotName reports whether a capitalised word is no name by itself: a weekday,
// a month, a function word, a word that opens sentences. Inside a longer run
// it can still be part of one ("The Hague", "Black Friday").
func NotName(word string) bool {
	set, _ := loadNotNames()
	return set.Get(word)
}

// FunctionWord reports whether a lower-case word belongs to a closed class: an
// article, a preposition, a conjunction, an auxiliary, a pronoun.
func FunctionWord(word string) bool {
	set, _ := loadFunctionWords()
	return set.Get(word)
}

// ClosedWord reports whether a lower-case word is a function word or another
// preposition, adverb, pronoun or conjunction that no noun phrase goes on
// behind: near, again, himself.
func ClosedWord(word string) bool {
	set, _ := loadClosedWords()
	return set.Get(word) || FunctionWord(word)
}

// An AbbreviationKind says what the full stop of an abbreviation can be.
type AbbreviationKind uint8

// The kinds of abbreviations. The zero AbbreviationKind is invalid.
const (
	NeverEnds    AbbreviationKind = iota + 1 // ends no sentence: Mr., Gen., e.g.
	MayEnd                                   // can end one: a.m., U.S., Inc.
	BeforeNumber                             // an abbreviation only if a number follows: No. 10
)

// String returns the kind as the data file spells it.
func (k AbbreviationKind) String() string {
	switch k {
	case NeverEnds:
		return "never"
	case MayEnd:
		return "may-end"
	case BeforeNumber:
		return "before-number"
	}
	return "invalid"
}

// Abbreviation finds an abbreviation, written with its full stop and the usual
// capitals. A single initial, as in "J. Smith", is not in the list, but for
// the few that are abbreviations too ("M.", "p.").
func Abbreviation(word string) (kind AbbreviationKind, ok bool) {
	table, _ := loadAbbreviations()
	kind, ok = table.Find(word)
	return kind, ok
}

var (
	loadOrgWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("orgwords.txt", orgWordsData)
	})
	loadNotNames = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("notnames.txt", notNamesData)
	})
	loadClosedWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("closedwords.txt", closedWordsData)
	})
	loadFunctionWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("functionwords.txt", functionWordsData)
	})
	loadAbbreviations = sync.OnceValues(func() (*wordtable.Table[AbbreviationKind], error) {
		return parseAbbreviations("abbreviations.txt", abbreviationsData)
	})
)

func parseSet(file, data string) (*wordtable.Table[bool], error) {
	set := wordtable.New[bool](rowsIn(data))
	r := newReader(file, data, "word")
	for r.next() {
		set.Put(r.fields[0], true)
	}
	return set, r.err()
}

func parseAbbreviations(file, data string) (*wordtable.Table[AbbreviationKind], error) {
	table := wordtable.New[AbbreviationKind](rowsIn(data))
	r := newReader(file, data, "abbreviation", "kind")
	for r.next() {
		kind, ok := abbreviationKind(r.fields[1])
		if !ok {
			r.fail(1, "unknown kind %q, write never, may-end or before-number", r.fields[1])
			continue
		}
		table.Put(r.fields[0], kind)
	}
	return table, r.err()
}

func abbreviationKind(name string) (AbbreviationKind, bool) {
	for kind := NeverEnds; kind <= BeforeNumber; kind++ {
		if kind.String() == name {
			return kind, true
		}
	}
	return 0, false
}
