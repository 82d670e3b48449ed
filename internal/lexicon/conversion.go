package lexicon

import (
	"factcheck/internal/wordtable"

	"strconv"
	"strings"
	"sync"
)

// A Measure is what a unit measures and how much of it one unit is.
type Measure struct {
	Quantity string    // length, mass, temperature, …
	Factors  []float64 // in the SI unit of the quantity, one for each unit of that name
	System   string    // metric, customary or other
}

// MeasureOf finds a unit by the name that LongestUnit gives.
func MeasureOf(unit string) (Measure, bool) {
	t, _ := loadMeasures()
	m, ok := t[unit]
	return m, ok
}

// CurrenciesCalled returns the ISO 4217 codes of the currencies of several
// countries that a word in the singular can mean, such as "peso"; nil if it
// means none or one. The slice belongs to the table.
func CurrenciesCalled(word string) []string {
	t, _ := loadSharedCurrencies()
	return t[word]
}

// CurrencyIn returns the ISO 4217 code of the currency that a country, by the
// canonical name of its place, calls by a word in the singular, such as "pound";
// empty if it calls none so.
func CurrencyIn(word, country string) string {
	t, _ := loadCountryCurrencies()
	return t[[2]string{word, country}]
}

// EqualWord reports whether a lower-case word can stand between an amount and
// the same amount in another unit: or, equivalent, about.
func EqualWord(word string) bool {
	set, _ := loadEqualWords()
	return set.Get(word)
}

// DollarRate returns between which bounds a US dollar bought units of a
// currency, by its ISO 4217 code, in the years from through to; ok is false if
// one of the years is not on record.
func DollarRate(code string, from, to int) (low, high float64, ok bool) {
	if code == "USD" {
		return 1, 1, true
	}
	table, _ := loadRates()
	if to-from > maxRateYears {
		return 0, 0, false
	}
	for y := from; y <= to; y++ {
		p, ok := findRate(table[code], y)
		if !ok {
			return 0, 0, false
		}
		if y == from {
			low, high = p.low, p.high
		}
		low, high = min(low, p.low), max(high, p.high)
	}
	return low, high, from <= to
}

// maxRateYears is over how many years a range of rates says something.
const maxRateYears = 60

// A ratePeriod is what a US dollar bought of a currency in some years.
type ratePeriod struct {
	from, to  int // years, both included
	low, high float64
}

func findRate(periods []ratePeriod, year int) (ratePeriod, bool) {
	for _, p := range periods {
		if p.from <= year && year <= p.to {
			return p, true
		}
	}
	return ratePeriod{}, false
}

var (
	loadMeasures = sync.OnceValues(func() (map[string]Measure, error) {
		return parseMeasures("unitfactors.tsv", unitFactorsData)
	})
	loadRates = sync.OnceValues(func() (map[string][]ratePeriod, error) {
		return parseRates("rates.tsv", ratesData)
	})
	loadSharedCurrencies = sync.OnceValues(func() (map[string][]string, error) {
		return parseSharedCurrencies("sharedcurrencies.tsv", sharedCurrenciesData)
	})
	loadCountryCurrencies = sync.OnceValues(func() (map[[2]string]string, error) {
		return parseCountryCurrencies("countrycurrencies.tsv", countryCurrenciesData)
	})
	loadEqualWords = sync.OnceValues(func() (*wordtable.Table[bool], error) {
		return parseSet("equalwords.txt", equalWordsData)
	})
)

func parseMeasures(file, data string) (map[string]Measure, error) {
	table := make(map[string]Measure, rowsIn(data))
	r := newReader(file, data, "unit", "quantity", "factor", "system")
	for r.next() {
		m := Measure{Quantity: r.fields[1], System: r.fields[3]}
		if m.System != "metric" && m.System != "customary" && m.System != "other" {
			r.fail(3, "unknown system %q, write metric, customary or other", m.System)
			continue
		}
		for _, s := range strings.Split(r.fields[2], ",") {
			if f, err := strconv.ParseFloat(s, 64); err == nil && f > 0 {
				m.Factors = append(m.Factors, f)
			}
		}
		if len(m.Factors) == 0 {
			r.fail(2, "%q is no number above 0, write one", r.fields[2])
			continue
		}
		table[r.fields[0]] = m
	}
	return table, r.err()
}

func parseSharedCurrencies(file, data string) (map[string][]string, error) {
	table := make(map[string][]string, rowsIn(data))
	r := newReader(file, data, "word", "codes")
	for r.next() {
		table[r.fields[0]] = strings.Split(r.fields[1], ",")
	}
	return table, r.err()
}

func parseCountryCurrencies(file, data string) (map[[2]string]string, error) {
	table := make(map[[2]string]string, rowsIn(data))
	r := newReader(file, data, "country", "word", "code")
	for r.next() {
		table[[2]string{r.fields[1], r.fields[0]}] = r.fields[2]
	}
	return table, r.err()
}

func parseRates(file, data string) (map[string][]ratePeriod, error) {
	table := map[string][]ratePeriod{}
	r := newReader(file, data, "period", "to", "low", "high")
	for r.next() {
		code, year, _ := strings.Cut(r.fields[0], " ")
		from, err1 := strconv.Atoi(year)
		to, err2 := strconv.Atoi(r.fields[1])
		if len(code) != 3 || err1 != nil || err2 != nil || to < from {
			r.fail(0, "%q to %q is no currency with its years, write as in \"DEM 1996\" to 1998", r.fields[0], r.fields[1])
			continue
		}
		low, ok1 := r.number(2)
		high, ok2 := r.number(3)
		if ok1 && ok2 {
			table[code] = append(table[code], ratePeriod{from, to, low, high})
		}
	}
	return table, r.err()
}
