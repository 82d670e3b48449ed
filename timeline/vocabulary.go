package timeline

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"factcheck/internal/wordtable"
)

//go:embed data/time.tsv
var timeWords string

// A class is a set of word classes of the time grammar.
type class uint64

const (
	cWeekday class = 1 << iota
	cMonth
	cUnit
	cModifier
	cPointer
	cDeictic
	cPart
	cClockWord
	cSeason
	cPhase
	cArticle
	cNumber
	cOrdinal
	cVagueCount
	cHalf
	cApprox
	cThan
	cAgo
	cReference
	cSet // how often: a unit, plus a hundred times how many of it; bi (1000), semi (1001)
	cEvery
	cTimes
	cFiscal
	cMeridiem
	cZone
	cOf
	cLink
	cFutureCue
	cSayCue
	cPreposition
	cPaper     // second word of a newspaper's name: the Sunday Times
	cOld       // ages: 24-year-old
	cGreeting  // congratulated, wished: with a named day, an occasion
	cContact   // what two parties do on the phone or at a table
	cAhead     // what is spoken of has not happened yet
	cClause    // what goes on after a noun phrase has ended
	cScale     // million, percent: a unit after it is a rate
	cPastVerb  // a past tense that does not end in -ed
	cPastCue   // what stands before a date that has passed
	cReported  // the period of a report
	cQualifier // between a count and its unit: two more weeks, three straight days
	cIntent    // with "to" after it, points ahead: vowed to
	cPutOff    // with "until", "to" or "for" a time: postponed until
	cStarting  // within so many words before a time, puts it ahead: starting Monday
	cToBe      // with "to" after it, points ahead: is to, were to
	cCompared  // the corresponding period: the one that a report compares itself with
	cInside    // has no meaning of its own, but joins the words of an expression
	cNumbered  // what a number names rather than dates: Resolution 2254
	cJoin      // what joins the ends of a range (1) or the members of a list (2)
	cScore     // what stands before a score: won 12-15
	cCode      // Q3, 1H: quarters are 1 to 4, halves 11 and 12
	cEra       // -1 before, 1 in the common era
	cDecade    // the nineties: 90; what may stand before it: 0
	cOwner     // his, her: in his fifties
	cNoTime    // takes a number out of the calendar: the last word of an address (1), temperatures (2), play (3), weekdays that recur (4)
	cFeast     // what makes a weekday the name of one day: Bloody Sunday
	cTitle     // what stands before a surname
	cMoved     // a time was put in another's place: moved from Monday to Friday

	cZoneOpen   // zones without a fixed offset: ET is EST or EDT
	cClockCue   // what stands before a clock time
	cClockShift // past and to: between minutes and hour
	cTally      // what two numbers with a colon count: a 7:30 lead
	cOutlook    // the near future (0), the near term (1), the eve of what comes (2)
	cPronoun    // the subject of a clause, which no noun group goes on with
)

// The values of the class unit in data/time.tsv, from the smallest on. A value of the
// class set is a unit too, plus a hundred times how many of it.
const (
	unitSecond = iota + 1
	unitMinute
	unitHour
	unitDay
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
)

// The values of the class article: the one that points, and those that count one.
const (
	theArticle = iota + 1
	anArticle
)

// The values of the class link: the prepositions of a time.
const (
	linkOn = iota + 1
	linkIn
	linkAt
)

// The values of the class part: the parts of a day that partCodes has codes for.
const (
	partMorning = iota + 1
	partAfternoon
	partEvening
	partNight
	partMidday
)

var classNames = map[string]class{
	"weekday": cWeekday, "month": cMonth, "unit": cUnit, "modifier": cModifier, "pointer": cPointer,
	"deictic": cDeictic, "part": cPart, "clockword": cClockWord, "season": cSeason, "phase": cPhase,
	"article": cArticle, "number": cNumber, "ordinal": cOrdinal, "vaguecount": cVagueCount, "half": cHalf,
	"approx": cApprox, "than": cThan, "ago": cAgo, "reference": cReference, "set": cSet, "every": cEvery,
	"times": cTimes, "fiscal": cFiscal, "meridiem": cMeridiem, "zone": cZone,
	"of": cOf, "link": cLink, "futurecue": cFutureCue, "saycue": cSayCue,
	"preposition": cPreposition, "paper": cPaper, "old": cOld, "numbered": cNumbered,
	"zoneopen": cZoneOpen, "clockcue": cClockCue, "clockshift": cClockShift, "tally": cTally, "pronoun": cPronoun,
	"greeting": cGreeting, "contact": cContact, "ahead": cAhead, "pastcue": cPastCue, "pastverb": cPastVerb, "scale": cScale, "clause": cClause, "reported": cReported,
	"qualifier": cQualifier, "inside": cInside, "compared": cCompared, "intent": cIntent, "putoff": cPutOff, "starting": cStarting, "tobe": cToBe,
	"join": cJoin, "moved": cMoved, "score": cScore, "code": cCode, "era": cEra, "decade": cDecade, "owner": cOwner, "notime": cNoTime,
	"feast": cFeast, "outlook": cOutlook, "title": cTitle,
}

// An entry is what the vocabulary knows of one word. Values are kept per
// class, because "second" is a unit (1) and an ordinal (2).
// In the dictionary of an almanac it holds the almanac's names too.
type entry struct {
	classes class
	cap     class // classes that need a capital letter
	abbr    bool
	plural  bool
	values  []classValue

	mention bool // begins what Almanac.Mentions may return

	inName bool      // stands somewhere in an almanac name
	names  []nameRef // the almanac names that it begins, longest first
	events []*Entry  // the events whose words are looked for where it stands
}

// A dictionary holds what is known of words, by their ASCII-lower-case form.
type dictionary = wordtable.Table[*entry]

// A classValue is the value that a word has in a class.
type classValue struct {
	class class
	value int16
}

// value returns the value of class c that a word has, with or without the
// capital letter that the class may need; ok is false for a word that is not of
// class c, or that the vocabulary does not know.
func (e *entry) value(c class) (v int, ok bool) {
	if e == nil || e.classes&c == 0 {
		return 0, false
	}
	for _, v := range e.values {
		if v.class == c {
			return int(v.value), true
		}
	}
	return 0, true
}

// set gives a word the value that it has in a class.
func (e *entry) set(c class, value int16) {
	for i := range e.values {
		if e.values[i].class == c {
			e.values[i].value = value
			return
		}
	}
	e.values = append(e.values, classValue{c, value})
}

var vocabulary = sync.OnceValue(func() *dictionary {
	words, err := parseVocabulary(timeWords)
	if err != nil {
		panic(err) // a bug in our own table
	}
	return words
})

// parseVocabulary reads the table form of data/time.tsv.
func parseVocabulary(src string) (*dictionary, error) {
	words := wordtable.New[*entry](512)
	for n, line := range strings.Split(src, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 3 {
			return nil, fmt.Errorf("time.tsv:%d: want word, class and value", n+1)
		}
		c, ok := classNames[f[1]]
		v, err := strconv.ParseInt(f[2], 10, 16)
		if !ok || err != nil {
			return nil, fmt.Errorf("time.tsv:%d: unknown class or bad value", n+1)
		}
		e := words.Get(f[0])
		if e == nil {
			e = &entry{}
			words.Put(f[0], e)
		}
		e.classes |= c
		e.set(c, int16(v))
		if len(f) > 3 {
			if strings.Contains(f[3], flagCapital) {
				e.cap |= c
			}
			e.abbr = e.abbr || strings.Contains(f[3], flagAbbreviated)
			e.plural = e.plural || strings.Contains(f[3], flagPlural)
		}
	}
	return words, nil
}

// The flags of a row of the table.
const (
	flagCapital     = "cap"
	flagAbbreviated = "abbr"
	flagPlural      = "plural"
)

// A Word is one row of the vocabulary of times: a word in lower case and one of
// the classes it is of, by name. Capital tells that it is of that class only with
// a capital letter.
type Word struct {
	Text, Class string
	Capital     bool
}

// Words returns the vocabulary of times in the order of its table, for programs
// that try what is made of its words.
func Words() []Word {
	var out []Word
	for line := range strings.Lines(timeWords) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) < 3 || line[0] == '#' {
			continue
		}
		out = append(out, Word{Text: f[0], Class: f[1], Capital: len(f) > 3 && strings.Contains(f[3], flagCapital)})
	}
	return out
}
