package lexicon

import (
	"sync"
)

// An OfficeWord says what a word beside a title tells of who holds the office.
type OfficeWord uint8

// The uses of words beside titles. The zero OfficeWord is none.
const (
	OfficeAct    OfficeWord = iota + 1 // what only a holder has or does: government, orders
	OfficeRecord                       // what bears the date of an act: speech, letter
	OfficeMeet                         // a verb whose object is alive and in office: met, told
	OfficeWith                         // a preposition before one who acts: by, under
	OfficeLife                         // a word of birth, campaigns, death, remembrance
)

// OfficeWordOf finds a lower-case word; 0 for none.
func OfficeWordOf(word string) OfficeWord {
	t, _ := loadOfficeWords()
	return t[word]
}

var loadOfficeWords = sync.OnceValues(func() (map[string]OfficeWord, error) {
	return parseOfficeWords("officewords.tsv", officeWordsData)
})

func parseOfficeWords(file, data string) (map[string]OfficeWord, error) {
	uses := map[string]OfficeWord{"act": OfficeAct, "record": OfficeRecord, "meet": OfficeMeet, "with": OfficeWith, "life": OfficeLife}
	table := make(map[string]OfficeWord, rowsIn(data))
	r := newReader(file, data, "word", "use")
	for r.next() {
		use, ok := uses[r.fields[1]]
		if !ok {
			r.fail(1, "unknown use %q, write act, record, meet, with or life", r.fields[1])
			continue
		}
		table[r.fields[0]] = use
	}
	return table, r.err()
}
