package lexicon

import (
	"factcheck/internal/wordtable"

	"math"
	"strings"
	"sync"
)

// A SpanClass is a set of what the value of a word can count in a statement about how
// long something was, or how long ago. data/spanwords.tsv says what each is.
type SpanClass uint8

// The classes.
const (
	SpanUnit    SpanClass = 1 << iota // years: Value is the unit, see SpanWord
	SpanWhole                         // weeklong: one of the unit Value
	SpanOrdinal                       // tenth: Value is 10
	SpanReturn                        // anniversary, centenary: Value is 0 or the years
	SpanJewel                         // golden: Value is the years of such a jubilee
)

// A SpanWord is a word about lengths of time. Value belongs to its class; of a
// unit it is 1 for the minute, then hour, day, week, fortnight, month, year,
// decade, and 9 for the century.
type SpanWord struct {
	Class SpanClass
	Value int
}

// SpanWordOf finds a lower-case word; the zero SpanWord is none.
func SpanWordOf(word string) SpanWord {
	table, _ := loadSpanWords()
	return table.Get(word)
}

var loadSpanWords = sync.OnceValues(func() (*wordtable.Table[SpanWord], error) {
	return parseSpanWords("spanwords.tsv", spanWordsData)
})

var spanClasses = map[string]SpanClass{
	"unit": SpanUnit, "whole": SpanWhole, "ordinal": SpanOrdinal, "return": SpanReturn, "jewel": SpanJewel,
}

func parseSpanWords(file, data string) (*wordtable.Table[SpanWord], error) {
	table := wordtable.New[SpanWord](rowsIn(data))
	r := newReader(file, data, "word", "classes", "value")
	for r.next() {
		var w SpanWord
		for class := range strings.SplitSeq(r.fields[1], ",") {
			c, ok := spanClasses[class]
			if !ok {
				r.fail(1, "unknown class %q", class)
			}
			w.Class |= c
		}
		if v, ok := r.number(2); ok {
			w.Value = int(v)
		}
		table.Put(r.fields[0], w)
	}
	return table, r.err()
}

// CardinalWord writes a whole number from 1 to 99 in words; empty for others.
func CardinalWord(n int) string {
	words := loadCardinals()
	switch {
	case n < 1 || n > 99:
		return ""
	case words[n] != "":
		return words[n]
	}
	return words[n/10*10] + "-" + words[n%10]
}

var loadCardinals = sync.OnceValue(func() [100]string {
	var out [100]string
	table, _ := loadNumerals()
	for word, n := range table.All() {
		if v := int(n.Value); (n.Kind == NumeralUnit || n.Kind == NumeralTen) && v > 0 && v < 100 && float64(v) == math.Trunc(n.Value) {
			if out[v] == "" || word < out[v] { // one spelling, whatever the order of the map
				out[v] = word
			}
		}
	}
	return out
})
