package drift

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"factcheck/internal/align"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// A kind is what a value is.
type kind uint8

const (
	kindTime kind = iota
	kindNumber
	kindName
	kinds
)

// A relation is how two values of one kind stand to each other.
type relation uint8

const (
	apart   relation = iota // they cannot be compared
	agrees                  // equal, rounded, converted, or one the coarser of the other
	differs                 // one cannot stand for the other
)

// A value is something typed that a sentence states.
type value struct {
	kind     kind
	passage  *align.Passage
	span     text.Span
	from, to int // its words
	time     *timeline.Time
	number   *fact.Number
	name     []string // its words, folded
	plain    []string // the same as those write them who have no umlauts
	order    int      // among the values of its kind
	locative bool     // of a name: a preposition of place stands before it
	person   bool     // of a name: known to be a person's
	place    *lexicon.Place
	verb     string // of a time: key of the verb it hangs on
	per      string // of a number: the time that it comes in, as in litres an hour
	others   bool   // of a number: it is beside others that were told, as in another 25
	before   bool   // of a time: what is told is before it
	news     bool   // of a time: it is when somebody said something
}

func (v *value) spot() align.Spot { return align.Spot{Passage: v.passage, From: v.from, To: v.to} }

// maxValues is how many values of a sentence are compared.
const maxValues = 64

// maxWords is how many words of a sentence are looked at for names and figures: a longer
// run of words is none.
const maxWords = 512

// timesOf returns the times of a sentence that are looked at.
func timesOf(p *align.Passage) []*timeline.Time {
	times := p.Page.TimesIn[p.Sentence]
	return times[:min(len(times), maxValues)]
}

// valuesOf returns the times, numbers and names of a sentence.
func valuesOf(p *align.Passage) []*value {
	var out []*value
	s := &p.Page.Parsed[p.Sentence]
	for _, t := range timesOf(p) {
		if comparableTime(t) && !stamped(p.Page, t) {
			verb, says := governor(p, t)
			out = append(out, &value{kind: kindTime, span: t.Span, time: t, verb: verb, news: says})
		}
	}
	for _, n := range numbersIn(p.Page, p.Sentence) {
		if n.Value == 1 && n.Step == 1 && n.Kind == numbers.KindCount {
			continue // one of them
		}
		out = append(out, &value{kind: kindNumber, span: n.At.Span, number: n})
	}
	out = append(append(figures(p, out), lengthsOf(p)...), clocksOf(p)...)
	out = out[:min(len(out), maxValues)]
	for _, v := range out {
		v.passage = p
		v.from = page.WordAt(s.Words, v.span.Start)
		v.to = page.WordAt(s.Words, v.span.End)
		if v.kind == kindTime && v.from > 0 {
			v.before = en.Is(strings.ToLower(s.Words[v.from-1].Text), en.EarlierThan)
		}
		if v.kind == kindNumber {
			v.per = perOf(s, min(v.from+1, v.to))
			v.others = ofOthers(s, v.from-1) || ofOthers(s, v.from+1)
			v.to = min(v.from+1, v.to) // what is counted tells the number from others
		}
	}
	return append(out, namesOf(p)...)
}

// kindLength is a length of time, in days.
const kindLength = "length"

// lengthsOf returns the lengths of time of a sentence: nine years, three weeks.
func lengthsOf(p *align.Passage) []*value {
	var out []*value
	for _, t := range timesOf(p) {
		if t.Type != timeline.DURATION {
			continue
		}
		if n, ok := lengthOf(t.Value); ok {
			n.At = p.Page.PlaceOf(t.Span)
			out = append(out, &value{kind: kindNumber, span: t.Span, number: n})
		}
	}
	return out
}

// kindClock is a time of day, in minutes after midnight.
const kindClock = "clock"

// clockSlack is how many minutes two times of day may differ of which one may be rounded.
const clockSlack = 15

// clocksOf returns the times of day of a sentence: 10 a.m., a quarter to six. One with a
// date or a zone is mostly a stamp.
func clocksOf(p *align.Passage) []*value {
	var out []*value
	for _, t := range timesOf(p) {
		minute, ok := t.Clock()
		_, _, dated := t.MonthDay()
		if _, zoned := t.UTCOffset(); ok && !dated && !zoned && t.Type == timeline.TIME && t.Problem == "" {
			n := &fact.Number{Value: float64(minute), Step: clockSlack, Kind: kindClock, At: p.Page.PlaceOf(t.Span)}
			out = append(out, &value{kind: kindNumber, span: t.Span, number: n})
		}
	}
	return out
}

// lengthOf reads a TIMEX3 length of one unit: P9Y, PT30M.
func lengthOf(v string) (*fact.Number, bool) {
	if len(v) < 3 {
		return nil, false
	}
	digits, unit := strings.TrimPrefix(v[1:len(v)-1], "T"), v[len(v)-1:]
	if strings.HasPrefix(v, "PT") {
		unit = strings.ToLower(unit)
	}
	x, err := strconv.ParseFloat(digits, 64)
	scale, ok := lengthUnits[unit]
	if err != nil || !ok || x <= 1 {
		return nil, false
	}
	return &fact.Number{Value: x * scale, Step: scale, Kind: kindLength}, true
}

// lengthUnits are the days of the units of TIMEX3, those of a clock in small letters.
var lengthUnits = map[string]float64{"Y": 365.25, "M": 365.25 / 12, "W": 7, "D": 1, "h": 1. / 24, "m": 1. / 1440, "s": 1. / 86400}

// governor returns the key of the verb that a time hangs on, and whether it is one
// of saying that does not give a date: such a time is that of the news, not of what is told.
func governor(p *align.Passage, t *timeline.Time) (verb string, says bool) {
	s := p.Page.Syntax(p.Sentence)
	g, ok := s.Governor(t.Span)
	if !ok {
		return "", false
	}
	lemma := s.Lemma(g.Head)
	_, _, dated := t.MonthDay()
	_, says = lexicon.SayingOf(lemma)
	return align.Key(lemma), says && !dated && g.Form == syntax.Finite
}

// stamped reports whether a time is the day and hour at which its own document
// appeared: that of the news.
func stamped(d *page.Page, t *timeline.Time) bool {
	_, _, dated := t.MonthDay()
	return dated && t.Type == timeline.TIME && days(t.When).Overlaps(days(d.Published.When))
}

// kindOrdinal is a number such as 52nd, which readers of amounts leave alone.
const kindOrdinal = "ordinal"

// figures appends the figures that stand in no time and no number of out: ordinals,
// rates, models. What follows is taken for what they count.
func figures(p *align.Passage, out []*value) []*value {
	s := &p.Page.Parsed[p.Sentence]
	read := out
	for k, w := range s.Words[:min(len(s.Words), maxWords)] {
		n := 0
		for n < len(w.Text) && n < 9 && '0' <= w.Text[n] && w.Text[n] <= '9' {
			n++
		}
		rest := w.Text[n:]
		if n == 0 || n > 1 && w.Text[0] == '0' || rest != "" && !en.Is(rest, en.OrdinalEnding) ||
			slices.ContainsFunc(read, func(v *value) bool { return v.span.Overlaps(w.Span) }) || inTime(p.Page, p.Sentence, w.Span) {
			continue
		}
		v, _ := strconv.ParseFloat(w.Text[:n], 64)
		f := &fact.Number{Value: v, Step: 1, Kind: numbers.KindCount, At: p.Page.PlaceOf(w.Span)}
		if rest != "" {
			f.Kind = kindOrdinal
		} else if k+1 < len(s.Words) && s.Words[k+1].Joined && !lexicon.FunctionWord(strings.ToLower(s.Words[k+1].Text)) {
			f.Noun = lexicon.Lemma(strings.ToLower(s.Words[k+1].Text))
		}
		out = append(out, &value{kind: kindNumber, span: w.Span, number: f})
	}
	return out
}

func inTime(d *page.Page, sentence int, span text.Span) bool {
	for _, t := range d.TimesIn[sentence] {
		if t.Span.Start >= span.End {
			return false
		}
		if t.Span.Overlaps(span) {
			return true
		}
	}
	return false
}

// comparableTime reports whether a time denotes days.
func comparableTime(t *timeline.Time) bool {
	return (t.Type == timeline.DATE || t.Type == timeline.TIME) && t.Problem == "" && !t.LoneClock() && t.When.Closed() &&
		!strings.HasSuffix(t.Value, "_REF")
}

var numbersLayer = page.NewLayer(func(d *page.Page) [][]*fact.Number {
	out := make([][]*fact.Number, len(d.Parsed))
	for _, n := range numbers.Read(d) {
		if i := d.SentenceAt(n.At.Span.Start); i >= 0 {
			out[i] = append(out[i], n)
		}
	}
	return out
})

func numbersIn(d *page.Page, i int) []*fact.Number { return numbersLayer.Of(d)[i] }

// relate compares two values of one kind.
func (v *value) relate(o *value) relation {
	switch v.kind {
	case kindTime:
		return relateBounds(v, o)
	case kindNumber:
		if v.per != o.per && v.per != "" && o.per != "" {
			return relateRates(v.number, o.number)
		}
		if r := relateNumbers(v.number, o.number); r != differs || v.others == o.others || slippedNumber(v.number, o.number) {
			return r
		}
		return apart // 81 deaths, 40 other deaths
	}
	return relateNames(v, o)
}

// ofOthers reports whether word k makes the number beside it one of others.
func ofOthers(s *page.Sentence, k int) bool {
	return k >= 0 && k < len(s.Words) && en.Is(strings.ToLower(s.Words[k].Text), en.OfOthers)
}

// relateRates compares two amounts that come in different times: one figure cannot be
// both.
func relateRates(a, b *fact.Number) relation {
	if a.Value == b.Value && a.Kind == b.Kind {
		return differs
	}
	return apart
}

// rateSpan is how many words behind an amount the time may stand that it comes in: 140
// litres of sea water an hour.
const rateSpan = 7

// perOf returns the time that the amount which ends at word k comes in, empty for none.
func perOf(s *page.Sentence, k int) string {
	for n := k; n+1 < len(s.Words) && n < k+rateSpan && s.Words[n].Joined; n++ {
		unit := strings.ToLower(s.Words[n+1].Text)
		if s.Words[n+1].Joined && en.Is(strings.ToLower(s.Words[n].Text), en.PerEach) && en.Is(unit, en.RateUnit) {
			return unit
		}
	}
	return ""
}

// relateBounds compares two times of which words may make limits: before September is
// by the end of August.
func relateBounds(a, b *value) relation {
	r := relateTimes(a.time, b.time)
	if r != differs || a.before == b.before {
		return r
	}
	first, second := b, a // the second is the limit
	if b.before {
		first, second = a, b
	}
	if gap := days(second.time.When).From.Day() - days(first.time.When).LastDay(); gap > 0 && gap <= limitGap {
		return agrees
	}
	return differs
}

// limitGap is how many days what happens "before" a time may be over by then.
const limitGap = 2

// relateTimes compares the days that two times mean. A bare weekday may have been
// read a week off, so that it agrees with any day of its name nearby.
func relateTimes(a, b *timeline.Time) relation {
	x, y := days(a.When), days(b.When)
	if x.Overlaps(y) {
		if x == y && a.Weekday >= 0 && b.Weekday >= 0 && a.Weekday != b.Weekday {
			return differs // one of them is not the weekday of its date
		}
		return agrees
	}
	if !a.Sure || !b.Sure || gradeOf(x) != gradeOf(y) && !(gradeOf(x) > gradeOf(y) && named(a) && named(b)) {
		return apart
	}
	if sameDayOfYear(a, b) {
		return agrees
	}
	if season := bareSeason(a); season != "" && season == bareSeason(b) {
		return agrees // which winter is a guess from the verb, and the verbs differ
	}
	if gradeOf(x) == gradeDay && x.From.Day().Weekday() == y.From.Day().Weekday() {
		switch {
		case (bareWeekday(a) || bareWeekday(b)) && x.Gap(y) < weekOff:
			return agrees
		case bareWeekday(a) && bareWeekday(b):
			return apart // “Friday” in June and “Friday” in January: two events, and no slip of a weekday
		}
	}
	return differs
}

// sameDayOfYear reports whether two times name one day of the year of which one leaves the
// year to be guessed: "24 February" in a chronicle, "New Year's Day".
func sameDayOfYear(a, b *timeline.Time) bool {
	x, y := days(a.When), days(b.When)
	if gradeOf(x) != gradeDay || gradeOf(y) != gradeDay || counted(a) || counted(b) || bareWeekday(a) || bareWeekday(b) {
		return false
	}
	_, month, day := x.From.Day().Civil()
	_, otherMonth, otherDay := y.From.Day().Civil()
	return month == otherMonth && day == otherDay && (a.Anchor != timeline.AnchorExplicit || b.Anchor != timeline.AnchorExplicit)
}

// finer reports whether v is a time much shorter than o, which agrees with it: what
// says "this year" does not state 30 July.
func (v *value) finer(o *value) bool {
	return v.kind == kindTime && gradeOf(days(v.time.When)) < gradeOf(days(o.time.When))
}

// coarser reports whether v is a time much longer than o.
func (v *value) coarser(o *value) bool { return o.finer(v) }

// named reports whether a time says which month or year it is.
func named(t *timeline.Time) bool {
	_, _, dated := t.MonthDay()
	return dated || !t.Relative || namesMonth(t.Text)
}

// weekOff is how many days apart two weekdays of one name may be read and mean one.
const weekOff = 9

// A grade is how long a time is; only like times exclude each other.
type grade uint8

const (
	gradeDay grade = iota
	gradeWeeks
	gradeMonth
	gradeLonger
	gradeYear
	gradeYears
)

func gradeOf(iv timeline.Interval) grade {
	switch n := int(iv.To-iv.From) / minutesPerDay; {
	case n <= 2:
		return gradeDay
	case n < 27:
		return gradeWeeks
	case n <= 31:
		return gradeMonth
	case n < 300:
		return gradeLonger
	case n <= 366:
		return gradeYear
	}
	return gradeYears
}

const minutesPerDay = 24 * 60

func bareWeekday(t *timeline.Time) bool {
	_, _, dated := t.MonthDay()
	return t.Weekday >= 0 && !dated
}

// roundSlack is by which share two numbers may differ that one rounds, or that were
// converted into each other's unit.
const roundSlack = .03

func relateNumbers(a, b *fact.Number) relation {
	x, y, ok := commonUnit(a, b)
	if !ok {
		if otherUnit(a, b) || a.Kind == numbers.KindMoney && b.Kind == a.Kind && a.Value == b.Value {
			return differs
		}
		if (bare(a) || bare(b)) && a.Value/unitStep(a) == b.Value/unitStep(b) {
			return agrees // "88 by 34 centimetres"
		}
		if a.Kind != numbers.KindCount && a.Kind == b.Kind && a.Value == b.Value && a.Unit != b.Unit && a.Unit != "" && b.Unit != "" {
			return differs // one figure with two units
		}
		return apart
	}
	x, y = math.Abs(x), math.Abs(y) // minus 12 per cent, a fall of 12 per cent
	if near(a, b, x, y) || a.Upper != nil && y >= a.Value && y <= *a.Upper || b.Upper != nil && x >= b.Value && x <= *b.Upper || bounded(a, x, y) || bounded(b, y, x) {
		return agrees
	}
	return differs
}

// otherUnit reports whether two figures are one, with the names of two units of measure
// that were not read as such: 95 miles (an hour), 95 kilometres.
func otherUnit(a, b *fact.Number) bool {
	return a.Value == b.Value && a.Noun != b.Noun && unitNoun(a) && unitNoun(b)
}

// unitNoun reports whether a number counts units of measure that were not read as
// such: 95 miles (an hour).
func unitNoun(n *fact.Number) bool {
	_, ok := lexicon.MeasureOf(n.Noun)
	return ok && n.Kind == numbers.KindCount
}

// farApart is by how many times two figures differ that are hardly slips of each other,
// unless the digits are the same: a scale.
const farApart = 8

// far reports whether two numbers differ by more than a slip mostly does.
func far(a, b *fact.Number) bool {
	x, y, ok := commonUnit(a, b)
	if !ok || x == 0 || y == 0 || digits(a.Value) == digits(b.Value) {
		return false
	}
	ratio := math.Abs(x / y)
	return ratio > farApart || ratio < 1.0/farApart || a.Unit != b.Unit && a.Kind == numbers.KindMeasure && (ratio > 4 || ratio < .25)
}

// digits returns a value without its power of ten.
func digits(x float64) string {
	s, _, _ := strings.Cut(strconv.FormatFloat(math.Abs(x), 'e', 6, 64), "e")
	return s
}

func bare(n *fact.Number) bool { return n.Kind == numbers.KindCount && n.Noun == "" }

// bounded reports whether y fits "more than x" as far as such words reach, or "about x".
func bounded(a *fact.Number, x, y float64) bool {
	if a.Bound != "" {
		low, high := numbers.Bounds(a.Bound, x)
		return low <= y && y <= high
	}
	return a.Approx && math.Abs(x-y) <= .1*math.Abs(x)
}

func near(a, b *fact.Number, x, y float64) bool {
	d := math.Abs(x - y)
	if a.Kind == kindClock {
		return d <= clockSlack
	}
	if a.Unit != b.Unit || a.Kind == kindLength && a.Step != b.Step {
		return d <= roundSlack*math.Max(math.Abs(x), math.Abs(y))
	}
	return d <= .5*math.Max(a.Step, b.Step) && (a.Step != b.Step || d == 0) || d < 1e-9*math.Abs(x)
}

// commonUnit returns both numbers in one unit, and whether they have one.
func commonUnit(a, b *fact.Number) (x, y float64, ok bool) {
	ka, kb := a.Kind, b.Kind
	if ka == numbers.KindShare && kb == numbers.KindPercent {
		return 100 * a.Value, b.Value, true
	}
	if kb == numbers.KindShare && ka == numbers.KindPercent {
		return a.Value, 100 * b.Value, true
	}
	if ka != kb {
		return 0, 0, false
	}
	switch {
	case ka == numbers.KindMoney && (a.Unit == "") != (b.Unit == ""):
		return a.Value, b.Value, sharedCurrency(a, b)
	case ka == numbers.KindCount:
		return a.Value, b.Value, sameNoun(a.Noun, b.Noun)
	case a.Unit == b.Unit || a.Unit == "" || b.Unit == "":
		return a.Value, b.Value, true
	case ka == numbers.KindMeasure:
		return inSI(a, b)
	}
	return 0, 0, false
}

// sameNoun reports whether two nouns may be said of one thing, unknown ones included.
func sameNoun(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	if align.Key(a) == align.Key(b) {
		return true
	}
	ca, cb := lexicon.ConceptOf(a), lexicon.ConceptOf(b)
	if ca != "" && cb != "" {
		return ca == cb
	}
	return (lexicon.PersonWord(a) || ca != "") && (lexicon.PersonWord(b) || cb != "") // nine missing, nine people
}

// sharedCurrency reports whether two amounts may be of one currency, where the word of
// one may mean several: crowns may be those of many countries, but no dollars.
func sharedCurrency(a, b *fact.Number) bool {
	if a.Unit != "" {
		a, b = b, a
	}
	word := align.Fold(lastWord(a.Text))
	called := lexicon.CurrenciesCalled(lexicon.Lemma(word))
	return len(called) == 0 || slices.Contains(called, b.Unit)
}

func inSI(a, b *fact.Number) (x, y float64, ok bool) {
	ma, oka := lexicon.MeasureOf(a.Unit)
	mb, okb := lexicon.MeasureOf(b.Unit)
	if !oka || !okb || ma.Quantity != mb.Quantity || len(ma.Factors) == 0 || len(mb.Factors) == 0 {
		return 0, 0, false
	}
	if ma.Quantity == temperature {
		return celsius(a), celsius(b), true
	}
	return a.Value * ma.Factors[0], b.Value * mb.Factors[0], true
}

// Temperatures are no multiples of each other.
const (
	temperature = "temperature"
	fahrenheit  = "Fahrenheit"
)

func celsius(n *fact.Number) float64 {
	if strings.Contains(n.Unit, fahrenheit) {
		return (n.Value - 32) / 1.8
	}
	return n.Value
}

// beside returns the slot of two values.
func (v *value) beside(o *value) fact.Slot {
	d, s := v.passage.Page, o.passage.Page
	slot := fact.Slot{At: place(d, v.span), Source: place(s, o.span), Published: publishedOf(s)}
	slot.Text, slot.SourceText = slot.At.Text, slot.Source.Text
	switch v.kind {
	case kindTime:
		v.besideTime(o, &slot)
	case kindNumber:
		slot.Kind, slot.Far = "number", far(v.number, o.number)
		slot.Summary = fmt.Sprintf("“%s” here, “%s” in the source", slot.Text, slot.SourceText)
	case kindName:
		slot.Kind = "name"
		slot.Akin, slot.Persons = akin(v.name, o.name), v.person && o.person
		if v.locative && (o.locative || o.place != nil) && !v.person && !(slot.Akin && len(v.name) > 1) {
			slot.Kind = "place"
		}
		slot.Summary = fmt.Sprintf("“%s” here, “%s” in the source", slot.Text, slot.SourceText)
	}
	return slot
}

func (v *value) besideTime(o *value, slot *fact.Slot) {
	slot.Kind = "date"
	if v.time.Weekday >= 0 && o.time.Weekday >= 0 || bareWeekday(v.time) && gradeOf(days(o.time.When)) == gradeDay {
		slot.Kind = "weekday"
	}
	slot.Dated = formOf(v.time) == formOf(o.time) && formOf(v.time) != formOther
	slot.Stale = counted(v.time) && counted(o.time) && shareWord(slot.Text, slot.SourceText)
	if days(v.time.When).Overlaps(days(o.time.When)) {
		slot.Summary = fmt.Sprintf("“%s” here, “%s” in the source", slot.Text, slot.SourceText)
		return
	}
	slot.Summary = labelled(slot.Text, v.time.When.Label()) + " here, " + labelled(slot.SourceText, o.time.When.Label()) + " in the source"
}

// labelled is the words of a time with what they stand for in brackets, as far as the
// words do not say it: “Monday” (17 June 2019).
func labelled(words, label string) string {
	if words == label || strings.HasSuffix(label, " "+words) {
		return "“" + words + "”"
	}
	return fmt.Sprintf("“%s” (%s)", words, strings.TrimPrefix(label, words+" "))
}

// A form is what words name of a time.
type form uint8

const (
	formOther form = iota
	formDay        // 4 July
	formMonth      // July 2019
	formYear       // 2019
)

func formOf(t *timeline.Time) form {
	if _, _, dated := t.MonthDay(); dated {
		return formDay
	}
	if t.Relative {
		return formOther
	}
	switch gradeOf(days(t.When)) {
	case gradeMonth:
		return formMonth
	case gradeYear:
		return formYear
	}
	return formOther
}

// counted reports whether a time is counted from the day of publication by its words
// alone: "yesterday", not "Friday", "Easter" or "4 July".
func counted(t *timeline.Time) bool {
	_, _, dated := t.MonthDay()
	return t.Relative && !dated && t.Named == nil && t.Weekday < 0 && !namesMonth(t.Text) && bareSeason(t) == "" && t.Anchor != timeline.AnchorPrevious
}

// bareSeason returns the season that words name if they name no more, so that the verb
// says which one is meant: "the winter", not "last winter"; empty for others.
func bareSeason(t *timeline.Time) string {
	words := strings.Fields(text.Lower(t.Text))
	if len(words) > 1 && en.Is(words[0], en.Article) {
		words = words[1:]
	}
	if t.Grain != timeline.GrainSeason || len(words) != 1 {
		return ""
	}
	return words[0]
}

// namesMonth reports whether words name a month: "August" is counted by nobody.
func namesMonth(s string) bool {
	for w := range strings.FieldsSeq(s) {
		for m := time.January; m <= time.December; m++ {
			if w == m.String() {
				return true
			}
		}
	}
	return false
}

func shareWord(a, b string) bool {
	words := strings.Fields(strings.ToLower(b))
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if !lexicon.FunctionWord(w) && slices.Contains(words, w) {
			return true
		}
	}
	return false
}
