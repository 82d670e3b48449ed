package lexicon

import (
	"factcheck/internal/wordtable"

	"strconv"
	"strings"
	"sync"
)

// A NumeralKind says what part of a numeral a word is.
type NumeralKind uint8

// The kinds of numerals. The zero NumeralKind is invalid.
const (
	NumeralUnit  NumeralKind = iota + 1 // 0 to 19
	NumeralTen                          // 20, 30, … 90
	NumeralScale                        // hundred, dozen, million: multiplies what stands before
	NumeralShort                        // m, bn, k: a scale that touches figures or follows money
	NumeralPart                         // third, quarters: the denominator of a fraction
)

// A Numeral is a number word.
type Numeral struct {
	Kind  NumeralKind
	Value float64
}

// NumeralOf finds a number word by its lower-case spelling.
func NumeralOf(word string) (Numeral, bool) {
	t, _ := loadNumerals()
	n, ok := t.Find(word)
	return n, ok
}

// A Unit is a unit of measurement in one of its spellings.
type Unit struct {
	Name    string // in the singular, the same for all spellings
	Figures bool   // counts only behind figures: km
	Paired  bool   // is a unit only beside an amount in another unit: stone
}

// LongestUnit finds the longest unit at the start of words, which are in lower
// case and hold signs too ("km", "/", "h"), and returns it with its number of
// words, 0 if none starts there.
func LongestUnit(words []string) (Unit, int) {
	t, _ := loadUnits()
	return longest(t.rows, t.maxWords, words)
}

// A Side says where a word stands by a number.
type Side uint8

// The sides. The zero Side is invalid.
const (
	Before Side = iota + 1
	After
	Both
	Touching // after, and touching figures only: 50p
)

// A Currency is a currency in one of its spellings.
type Currency struct {
	Code   string  // ISO 4217
	Factor float64 // what one of it is in that currency: 0.01 for a cent
	Side   Side
}

// LongestCurrency finds the longest spelling of a currency at the start of
// words, as LongestUnit does.
func LongestCurrency(words []string) (Currency, int) {
	t, _ := loadCurrencies()
	return longest(t.rows, t.maxWords, words)
}

// A Bound says how a word beside a number limits it.
type Bound struct {
	Side  Side
	Bound string // approx, more, less, least or most
}

// LongestBound finds the longest such phrase at the start of words, as
// LongestUnit does.
func LongestBound(words []string) (Bound, int) {
	t, _ := loadBounds()
	return longest(t.rows, t.maxWords, words)
}

// MaxBoundWords is the number of words in the longest phrase that LongestBound
// can find.
func MaxBoundWords() int {
	t, _ := loadBounds()
	return t.maxWords
}

// NumberLabel reports whether a lower-case word before a number makes it a
// name rather than a count: Section 5, Flight 93.
func NumberLabel(word string) bool {
	set, _ := loadLabels()
	return set.Get(word)
}

// ScoreWord reports whether a lower-case word stands beside the results of
// games and votes: win, lost, ruling.
func ScoreWord(word string) bool {
	set, _ := loadScoreWords()
	return set.Get(word)
}

// ChangeWord reports whether a lower-case word stands before the step by which
// a value changed: rose, down.
func ChangeWord(word string) bool {
	set, _ := loadChangeWords()
	return set.Get(word)
}

// StreetWord reports whether a capitalised word ends the name of a street.
func StreetWord(word string) bool {
	set, _ := loadStreetWords()
	return set.Get(word)
}

// A phraseTable finds phrases of a few words.
type phraseTable[V any] struct {
	rows     *wordtable.Table[V]
	maxWords int
}

func (t *phraseTable[V]) add(phrase string, v V) {
	t.rows.Put(phrase, v)
	t.maxWords = max(t.maxWords, countWords(phrase))
}

var (
	loadNumerals = sync.OnceValues(func() (*wordtable.Table[Numeral], error) {
		return parseNumerals("numberwords.tsv", numberWordsData)
	})
	loadUnits = sync.OnceValues(func() (*phraseTable[Unit], error) {
		return parseUnits("units.tsv", unitsData)
	})
	loadCurrencies = sync.OnceValues(func() (*phraseTable[Currency], error) {
		return parseCurrencies("currencies.tsv", currenciesData)
	})
	loadBounds = sync.OnceValues(func() (*phraseTable[Bound], error) {
		return parseBounds("bounds.tsv", boundsData)
	})
	loadLabels = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("labels.txt", labelsData)
	})
	loadScoreWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("scorewords.txt", scoreWordsData)
	})
	loadChangeWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("changewords.txt", changeWordsData)
	})
	loadStreetWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("streetwords.txt", streetWordsData)
	})
)

var numeralKinds = map[string]NumeralKind{
	"unit": NumeralUnit, "ten": NumeralTen, "scale": NumeralScale, "short": NumeralShort, "part": NumeralPart,
}

func parseNumerals(file, data string) (*wordtable.Table[Numeral], error) {
	table := wordtable.New[Numeral](rowsIn(data))
	r := newReader(file, data, "word", "kind", "value")
	for r.next() {
		kind, ok := numeralKinds[r.fields[1]]
		if !ok {
			r.fail(1, "unknown kind %q, write unit, ten, scale, short or part", r.fields[1])
			continue
		}
		if v, ok := r.number(2); ok {
			table.Put(r.fields[0], Numeral{kind, v})
		}
	}
	return table, r.err()
}

func parseUnits(file, data string) (*phraseTable[Unit], error) {
	t := &phraseTable[Unit]{rows: wordtable.New[Unit](rowsIn(data))}
	r := newReader(file, data, "form", "unit", "after")
	for r.next() {
		switch r.fields[2] {
		case "any", "figure", "paired":
			t.add(r.fields[0], Unit{r.fields[1], r.fields[2] == "figure", r.fields[2] == "paired"})
		default:
			r.fail(2, "unknown value %q, write any, figure or paired", r.fields[2])
		}
	}
	return t, r.err()
}

var sides = map[string]Side{"before": Before, "after": After, "both": Both, "figure": Touching}

func parseCurrencies(file, data string) (*phraseTable[Currency], error) {
	t := &phraseTable[Currency]{rows: wordtable.New[Currency](rowsIn(data))}
	r := newReader(file, data, "form", "code", "factor", "side")
	for r.next() {
		side, ok := sides[r.fields[3]]
		if !ok {
			r.fail(3, "unknown side %q, write before, after, both or figure", r.fields[3])
			continue
		}
		code := r.fields[1]
		if len(code) != 3 || strings.ToUpper(code) != code {
			r.fail(1, "%q is no ISO 4217 code, write three capitals", code)
			continue
		}
		if v, ok := r.number(2); ok {
			t.add(r.fields[0], Currency{code, v, side})
		}
	}
	return t, r.err()
}

func parseBounds(file, data string) (*phraseTable[Bound], error) {
	t := &phraseTable[Bound]{rows: wordtable.New[Bound](rowsIn(data))}
	r := newReader(file, data, "form", "side", "bound")
	for r.next() {
		side, ok := sides[r.fields[1]]
		if !ok || side > After {
			r.fail(1, "unknown side %q, write before or after", r.fields[1])
			continue
		}
		switch bound := r.fields[2]; bound {
		case "approx", "more", "less", "least", "most":
			t.add(r.fields[0], Bound{side, bound})
		default:
			r.fail(2, "unknown bound %q, write approx, more, less, least or most", bound)
		}
	}
	return t, r.err()
}

// number reads the field of that index, which must be above zero or "0".
func (r *reader) number(field int) (float64, bool) {
	v, err := strconv.ParseFloat(r.fields[field], 64)
	if err != nil || v < 0 {
		r.fail(field, "%q is no number, write one", r.fields[field])
		return 0, false
	}
	return v, true
}
