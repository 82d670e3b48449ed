package timeline

import (
	"slices"
	"strings"
	"unicode"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// A Naming is by what a time expression names its time. The zero Naming is that
// of lengths, series and vague words, which name none.
type Naming uint8

// The namings.
const (
	// Counted is counted from a day by the words themselves: yesterday, last
	// year, next Friday, two days later.
	Counted Naming = iota + 1
	// Dated is a place on the calendar: 14 May, January, 1996.
	Dated
	// OnWeekday is a weekday and nothing more.
	OnWeekday
	// Feast is a named day of the almanac.
	Feast
	// Clocked is a clock time or part of the day whose day is not said.
	Clocked
)

// Naming returns by what r names its time.
func (r *Reading) Naming() Naming {
	if r.Problem != "" || r.Type == SET || r.Type == DURATION {
		return 0
	}
	switch r.op {
	case opAbsolute, opYearless:
		if r.modified || r.ofYear {
			return Counted
		}
		return Dated
	case opWeekday:
		if r.modified {
			return Counted
		}
		return OnWeekday
	case opShift:
		return Counted
	case opNamed:
		if r.Named.Yearly() {
			return Feast
		}
	case opClock:
		return Clocked
	}
	return 0
}

// Part returns the part of the day that the words state, 1 for morning to 4 for
// night and 5 for midday, 0 for none; they may state a clock time too, as in
// "Friday night at nine".
func (r *Reading) Part() int {
	if r.beside > 0 {
		return r.beside
	}
	if r.Grain == GrainPart {
		return r.part
	}
	return 0
}

// discourseReach is how many times back a time is looked for that "the next
// day" can count from, and how many sentences.
const discourseReach, discourseSentences = 6, 2

// maxAnchors bounds the days that a time is counted from; of more, the first
// and the last stand for all.
const maxAnchors = 8

// anchorsOf returns the days that time i can count from: those of the
// publication, those that the page states beside it, and of a time that counts
// from another in the text, those of the times before it.
func (d *Document) anchorsOf(i int) []Day {
	t := &d.Times[i]
	if t.Discourse && t.Anchor == AnchorPrevious {
		return distinct(append(d.daysBefore(i), t.AnchorAt.From.Day(), t.AnchorAt.LastDay()))
	}
	days := slices.Clone(d.Published.days)
	if len(days) > maxAnchors {
		days = []Day{days[0], days[len(days)-1]}
	}
	for _, c := range d.Published.Evidence {
		if c.Kind == CluePublished && c.When.Closed() && c.When.From.Day() == c.When.LastDay() {
			days = append(days, c.When.From.Day())
		}
	}
	if t.AnchorAt.Closed() {
		days = append(days, t.AnchorAt.From.Day(), t.AnchorAt.LastDay())
	}
	if t.Discourse || t.sequel() {
		days = append(days, d.daysBefore(i)...)
	}
	return distinct(days)
}

// sequel reports whether t may count from a time in the text though other words
// of its kind do not: "the next year".
func (t *Time) sequel() bool {
	return t.op == opShift && t.n > 0 && opensWithThe(t.Text)
}

// opensWithThe reports whether "the" and another word stand at the start of s.
func opensWithThe(s string) bool {
	first, rest, _ := strings.Cut(s[:min(len(s), len("the ")+1)], " ")
	return rest != "" && en.Is(lowerASCII(first), en.The)
}

// AnchorOpen reports whether the text may have several times that t can count
// from.
func (t *Time) AnchorOpen() bool { return t.Discourse || t.sequel() }

func distinct(days []Day) []Day {
	slices.Sort(days)
	return slices.Compact(days)
}

// daysBefore returns the first and last days of the times shortly before time i.
func (d *Document) daysBefore(i int) []Day {
	var days []Day
	for k := i - 1; k >= max(0, i-discourseReach); k-- {
		t := &d.Times[k]
		if d.Times[i].Sentence-t.Sentence > discourseSentences {
			break
		}
		if t.When.Closed() && (t.Type == DATE || t.Type == TIME) {
			days = append(days, t.When.From.Day(), t.lastDay())
		}
	}
	return days
}

// Meanings returns the intervals that t, which is time i of the document or a
// half of it, can mean, whole days each, if all that its words leave open is decided either way: the year of
// a month and day, the week of a Friday, where a week begins, the days on which
// the text may have been published. Without an anchor there are none.
func (d *Document) Meanings(t *Time, i int) []Interval {
	if !t.Relative {
		return t.widened(appendDays(nil, d.on(&t.Reading, 0)))
	}
	return t.widened(d.counted(t, i))
}

// weekSlack is by how many days "two weeks later" may be off. Chosen, not
// measured.
const weekSlack = 2

func (d *Document) counted(t *Time, i int) []Interval {
	var out []Interval
	anchors := d.anchorsOf(i)
	for _, day := range anchors {
		if t.op == opOffset && t.unit == GrainWeek {
			at := day + Day(7*t.n)
			out = append(out, Days(at-weekSlack, at+weekSlack+1))
			continue
		}
		for _, r := range t.variants(day) {
			out = appendDays(out, d.on(&r, day))
		}
		out = append(out, t.rolling(day)...)
	}
	if other := d.sundayWeeks(); t.unit == GrainWeek && t.op == opShift {
		for _, day := range anchors {
			r := t.whole()
			iv, _ := r.on(day, other)
			out = appendDays(out, iv)
		}
	}
	return out
}

// widened makes seasons the years they touch, as they lie otherwise in the south
// of the earth, and business years reach into those beside them.
func (t *Time) widened(all []Interval) []Interval {
	for k, iv := range all {
		y, _, _ := iv.From.Day().Civil()
		last, _, _ := iv.LastDay().Civil()
		switch {
		case businessYear(t.Text):
			all[k] = Days(Date(y-1, 1, 1), Date(last+2, 1, 1))
		case t.Grain == GrainSeason:
			all[k] = Days(Date(y, 1, 1), Date(last+1, 1, 1))
		}
	}
	return all
}

// businessYear reports whether s speaks of a fiscal or financial year.
func businessYear(s string) bool {
	letters := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(letters, func(w string) bool {
		_, ok := vocabulary().Get(w).value(cFiscal)
		return ok
	})
}

func (d *Document) on(r *Reading, day Day) Interval {
	k := r.whole()
	iv, _ := k.on(day, d.opt)
	if k.Part() == 4 && k.n >= 0 && iv.Closed() {
		return OneDay(iv.From.Day()) // tonight
	}
	return iv
}

func (d *Document) sundayWeeks() *Options {
	other := *d.opt
	other.SundayWeek = !other.SundayWeek
	return &other
}

// whole returns r without what narrows its unit, of "early this week" the week;
// "earlier this week" ends at its anchor.
func (r *Reading) whole() Reading {
	k := *r
	k.Mod, k.clock = "", -1
	if k.op == opOffset {
		k.clock = r.clock
	}
	return k
}

// appendDays appends iv in whole days; a night is counted to both of its days.
func appendDays(out []Interval, iv Interval) []Interval {
	if !iv.Closed() {
		return out
	}
	return append(out, Days(iv.From.Day(), iv.LastDay()+1))
}

// variants returns the readings of r that its words allow, counted from day.
func (r *Reading) variants(day Day) []Reading {
	y, _, _ := day.Civil()
	out := []Reading{*r}
	switch {
	case r.op == opYearless && !r.ofYear:
		for k := y - 1; k <= y+1; k++ {
			if r.modified && (r.n < 0 && k > y || r.n > 0 && k < y) {
				continue
			}
			out = append(out, r.inYear(k))
		}
	case r.op == opNamed && !r.ofYear && r.year < 0, r.op == opQuarter && !r.ofYear && r.year < 0:
		for k := y - 1; k <= y+1; k++ {
			n := *r
			n.year, n.modified = k, false
			out = append(out, n)
		}
	case r.op == opWeekday && r.dom < 0:
		for _, n := range [...]int{-1, 0, 1} {
			if r.modified && r.n*n < 0 {
				continue
			}
			k := *r
			k.modified, k.n = true, n
			out = append(out, k)
		}
	case r.op == opShift && r.unit == GrainWeekend && r.n >= 0:
		k := *r
		k.n, k.future = 0, true
		out = append(out, k)
		k.future = false
		out = append(out, k)
	}
	return out
}

// inYear returns r, a month or a month and day, in a year; with a day that the
// year has not, r as it is.
func (r *Reading) inYear(y int) Reading {
	k := *r
	if r.dom < 0 || ValidDate(y, monthOf(r.month), r.dom) {
		k.op, k.year, k.modified = opAbsolute, y, false
	}
	return k
}

// rolling returns the other meanings of words that count by units: the last year
// as the twelve months up to now, next Friday as the one of next week, last week
// as the seven days before.
func (t *Time) rolling(day Day) []Interval {
	if t.op == opWeekday && t.modified && t.n != 0 {
		var out []Interval
		for _, opt := range [...]*Options{{}, {SundayWeek: true}} {
			w := weekStart(day, opt) + Day(7*t.n)
			out = append(out, OneDay(w+Day((t.Weekday-int(w.Weekday())+7)%7)))
		}
		return out
	}
	if t.op != opShift || t.n == 0 {
		return nil
	}
	size := Day(unitDays[t.unit])
	from := day - size
	switch {
	case t.unit == GrainWeek && t.n < 0:
		return []Interval{Days(day-7, day)}
	case t.unit == GrainWeek && t.n == 1:
		return []Interval{Days(day+1, day+8)}
	case t.unit < GrainMonth || t.n > 0 || !rollingWords(t.Text):
		return nil
	}
	return []Interval{Days(from, day+1)}
}

// rollingWords reports whether words such as "the last year" or "the past
// month" may mean the time up to now.
func rollingWords(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	for k := range len(words) - 1 {
		if c := en.Classes(words[k]); c.Has(en.PastWord) || k == 1 && c.Has(en.LastWord) && en.Is(words[0], en.The) {
			return true
		}
	}
	return false
}

// Shift reports how many units "last", "this" or "next" move the expression, and
// ok only for a unit so moved: last year, the next day.
func (r *Reading) Shift() (n int, unit Grain, ok bool) { return r.n, r.unit, r.op == opShift }

// Halves takes "last Friday, 3 June" apart into the day counted and the date,
// which the reading joins. ok is false for other readings.
func (t *Time) Halves() (counted, dated Time, ok bool) {
	if t.lead <= 0 || t.Weekday < 0 || t.Problem != "" {
		return counted, dated, false
	}
	counted, dated = *t, *t
	counted.op, counted.month, counted.dom, counted.year = opWeekday, -1, -1, -1
	counted.modified, counted.n, counted.Relative, counted.lead, counted.clock = true, t.leadShift, true, 0, -1
	counted.Type, counted.Grain, counted.beside = DATE, GrainDay, 0
	counted.Span = text.Span{Start: t.Span.Start, End: t.Span.Start + t.lead}
	counted.Text = t.Text[:t.lead]
	rest := strings.TrimLeft(t.Text[t.lead:], ", ")
	dated.Span.Start = t.Span.End - len(rest)
	dated.Text, dated.lead, dated.Weekday = rest, 0, -1
	return counted, dated, rest != ""
}

// Yearless reports whether t is a month, or month and day, whose year the words
// do not say.
func (r *Reading) Yearless() bool { return r.op == opYearless && !r.modified && !r.ofYear }

// In returns the whole of t, a time without a year, in the year y; empty if it
// has no such day.
func (r *Reading) In(y int) Interval {
	of := r.inYear(y)
	k := of.whole()
	if k.op != opAbsolute {
		return Interval{}
	}
	iv, _ := k.absolute(y)
	return Days(iv.From.Day(), iv.LastDay()+1)
}

// FeastIn returns the days of a year that the named day of r is kept on, its own
// first.
func (r *Reading) FeastIn(y int) []Day { return r.Named.Held(y) }

// YearSaid returns the year that stands with a named day: "Easter 1997".
func (r *Reading) YearSaid() (y int, ok bool) { return r.year, r.year >= 0 }
