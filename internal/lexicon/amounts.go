package lexicon

import (
	"factcheck/internal/wordtable"

	"strconv"
	"sync"
)

// An AmountUse says what a word tells of the amounts beside it.
type AmountUse uint8

// The uses of words beside amounts. The zero AmountUse is none.
const (
	AmountChange   AmountUse = iota + 1 // a verb of going up or down: rose, cut
	AmountStep                          // a noun of it: increase, loss
	AmountAdverb                        // up, down, off
	AmountThan                          // a comparative: higher, fewer
	AmountTimes                         // a verb that multiplies: doubled, halved
	AmountLevel                         // a verb that a value is reached with: stood, closed
	AmountMargin                        // a noun of a lead: majority, margin
	AmountSome                          // names a part among others: including
	AmountRest                          // what is left over: other, remaining
	AmountStop                          // begins another clause: while, after
	AmountIncome                        // what comes in: income, exports, earned
	AmountOutlay                        // what goes out: costs, imports, spent
	AmountBalance                       // what lies between the two: profit, deficit
	AmountMultiple                      // an adverb that multiplies: twice, tenfold
	AmountFigure                        // a noun that stands for the value that changes: total, index
)

// An AmountWord is a word that tells something of the amounts beside it.
type AmountWord struct {
	Use   AmountUse
	Value float64 // 1 up, -1 down, 0 either or none; of AmountTimes the factor
}

// AmountWordOf finds such a word by its lower-case spelling; the zero
// AmountWord if it is none.
func AmountWordOf(word string) AmountWord {
	t, _ := loadAmountWords()
	return t.Get(word)
}

// PersonWord reports whether a lower-case noun in the singular stands for a
// human being: soldier, woman, victim.
func PersonWord(noun string) bool {
	set, _ := loadPersonWords()
	return set.Get(noun)
}

var (
	loadAmountWords = sync.OnceValues(func() (*wordtable.Table[AmountWord], error) {
		return parseAmountWords("amountwords.tsv", amountWordsData)
	})
	loadPersonWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("personwords.txt", personWordsData)
	})
)

var amountUses = map[string]AmountUse{
	"change": AmountChange, "step": AmountStep, "adverb": AmountAdverb, "than": AmountThan, "times": AmountTimes,
	"level": AmountLevel, "margin": AmountMargin, "some": AmountSome, "rest": AmountRest, "stop": AmountStop,
	"income": AmountIncome, "outlay": AmountOutlay, "balance": AmountBalance, "figure": AmountFigure, "multiple": AmountMultiple,
}

func parseAmountWords(file, data string) (*wordtable.Table[AmountWord], error) {
	table := wordtable.New[AmountWord](rowsIn(data))
	r := newReader(file, data, "word", "use", "value")
	for r.next() {
		use, ok := amountUses[r.fields[1]]
		if !ok {
			r.fail(1, "unknown use %q, write change, step, adverb, than, times, level, margin, some, rest, stop, income, outlay, balance, figure or multiple", r.fields[1])
			continue
		}
		v, err := strconv.ParseFloat(r.fields[2], 64)
		if err != nil {
			r.fail(2, "%q is no number, write one", r.fields[2])
			continue
		}
		table.Put(r.fields[0], AmountWord{use, v})
	}
	return table, r.err()
}
