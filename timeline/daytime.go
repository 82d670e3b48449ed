package timeline

import (
	"strings"
	"unicode/utf8"

	"factcheck/internal/lexicon/en"
)

// A daySource says where in the text a clock time without a day has its day
// from. The zero daySource is none.
type daySource uint8

const (
	sameSentence daySource = iota + 1
	sentenceBefore
	restated // the clock time before the brackets
	inText   // the day that the text has named last
)

// dayReach bounds how many times before and after a clock time are looked
// through for its day; without a bound a long sentence of clock times would be
// quadratic.
const dayReach = 8

// noteDay notes the time i of a story, the latest so far, if it names a day.
func (s *discourse) noteDay(times []Time, i int) {
	day, ok := times[i].dayNamed()
	if !ok || times[i].LoneClock() && times[i].dayFrom == 0 {
		return
	}
	s.latest = max(s.latest, day)
	if s.day < 0 {
		s.latest = day
	}
	s.day = i
}

// dayNamed returns the one day that t names; a night is the day on which it
// begins.
func (t *Time) dayNamed() (Day, bool) {
	if t.Type != DATE && t.Type != TIME || !t.When.Closed() || !t.Sure || t.op == opPresent || t.op == opOffset && t.unit < GrainDay {
		return 0, false
	}
	switch t.Grain {
	case GrainDay, GrainPart, GrainMinute:
		return t.When.From.Day(), true
	}
	return 0, false
}

// lastDay returns the last day of t; a night is the day on which it begins. Its
// interval must be closed.
func (t *Time) lastDay() Day {
	if t.Grain == GrainPart {
		return t.When.From.Day()
	}
	return t.When.LastDay()
}

// fromDay resolves t, the time after the last of d.Times, from a day that the
// text names, if it is one that does so: a clock time or part of the day without
// a day, or one counted from a day, as "the next morning". It reports whether
// there is such a day.
func (d *Document) fromDay(t *Time, said discourse) bool {
	if !story(t.Zone) {
		return false
	}
	switch {
	case t.LoneClock():
		return d.fromRestated(t) || d.fromNextDay(t) || d.fromSentence(t) || d.fromStory(t, said)
	case t.Discourse && t.op == opShift && t.unit == GrainDay && t.Grain < GrainDay && said.day >= 0:
		d.takeDay(t, &d.Times[said.day], inText)
		return true
	}
	return false
}

// takeDay resolves t from the day that other names.
func (d *Document) takeDay(t, other *Time, from daySource) {
	day, _ := other.dayNamed()
	t.Anchor, t.AnchorAt, t.Previous, t.dayFrom = AnchorPrevious, OneDay(day), other.Text, from
	t.AnchorSpan = other.Span
	t.When, t.Value = t.on(day, d.opt)
}

// fromRestated puts a clock time in brackets on the day of the one before it, or
// the day before or after where only then both can be the same moment: zones
// are 12 hours behind to 14 ahead of UTC.
func (d *Document) fromRestated(t *Time) bool {
	if !t.Restates || len(d.Times) == 0 {
		return false
	}
	first := &d.Times[len(d.Times)-1]
	day, ok := first.dayNamed()
	if !ok {
		return false
	}
	local, utc := first.clock, t.clock
	switch {
	case first.hasZone && t.hasZone:
		utc += first.zone - t.zone // what the first clock shows then
		if local-utc > minutesPerDay/2 {
			day++
		} else if utc-local > minutesPerDay/2 {
			day--
		}
	case t.hasZone && t.zone == 0 && local-utc > 14*60:
		day++
	case t.hasZone && t.zone == 0 && utc-local > 12*60:
		day--
	}
	t.Anchor, t.AnchorAt, t.Previous, t.dayFrom = AnchorPrevious, first.When, first.Text, restated
	t.AnchorSpan = first.Span
	t.When, t.Value = t.on(day, d.opt)
	return true
}

// fromNextDay takes the day that stands right behind a clock time, parted from
// it by its place or by brackets: "10:35 a.m. local time (0735 GMT) Friday".
func (d *Document) fromNextDay(t *Time) bool {
	i := len(d.Times)
	k := i + 1
	if k < len(d.readings) && d.readings[k].Restates {
		k++
	}
	if k >= len(d.readings) || d.readings[k].zone != t.Zone {
		return false
	}
	gap := d.Article.Flow()[t.Span.End:d.readings[k].Span.Start]
	if len(gap) > 2*maxWord || strings.Contains(gap, "\n\n") {
		return false
	}
	if open, end := strings.IndexByte(gap, '('), strings.IndexByte(gap, ')'); open >= 0 && end > open {
		gap = gap[:open] + gap[end+1:]
	}
	gap = strings.Trim(strings.TrimSuffix(strings.TrimSpace(gap), "on"), " ,")
	if !placeOfClock(gap) {
		return false
	}
	return d.takeReading(t, k)
}

// takeReading takes the day of the reading k, which is still to be resolved: as it
// will be, so none whose day depends on the times before it.
func (d *Document) takeReading(t *Time, k int) bool {
	p := &d.readings[k]
	if p.LoneClock() || p.Discourse || p.EndsRange() {
		return false
	}
	x := d.timeOfReading(k)
	if day, ok := d.spoken[k]; !ok || !d.fromSpeech(&x, &d.readings[day]) {
		d.resolveOne(&x, discourse{previous: -1, quarter: -1, day: -1})
	}
	if _, ok := x.dayNamed(); !ok {
		return false
	}
	d.takeDay(t, &x, sameSentence)
	return true
}

// fromSentence takes the nearest day of the same sentence, one before the clock
// time rather than one after it.
func (d *Document) fromSentence(t *Time) bool {
	if t.Sentence < 0 {
		return false
	}
	i := len(d.Times)
	for k := i - 1; k >= 0 && k >= i-dayReach && d.Times[k].Sentence == t.Sentence; k-- {
		if _, ok := d.Times[k].dayNamed(); ok && !d.Times[k].LoneClock() {
			d.takeDay(t, &d.Times[k], sameSentence)
			return true
		}
	}
	for k := i + 1; k < len(d.readings) && k <= i+dayReach && d.readings[k].sentence == t.Sentence; k++ {
		if d.takeReading(t, k) {
			return true
		}
	}
	return false
}

// fromStory takes the day of the sentence before, if the story has told of no
// later one.
func (d *Document) fromStory(t *Time, said discourse) bool {
	if said.day < 0 || t.Sentence < 0 || d.Times[said.day].Sentence != t.Sentence-1 {
		return false
	}
	if day, _ := d.Times[said.day].dayNamed(); day < said.latest {
		return false
	}
	d.takeDay(t, &d.Times[said.day], sentenceBefore)
	return true
}

// dayReason says where a clock time has its day from, which anchor names.
func (t *Time) dayReason(anchor string) string {
	day := "the day is that of “"
	if t.n < 0 { // overnight, the evening before
		day = "the day is the one before that of “"
	} else if t.n > 0 {
		day = "the day is the one after that of “"
	}
	switch t.dayFrom {
	case sameSentence:
		return day + t.Previous + "” in the same sentence"
	case sentenceBefore:
		return day + t.Previous + "” in the sentence before"
	case restated:
		return "the same moment as “" + t.Previous + "”, in another time zone"
	}
	return "counted from " + anchor
}

// halfReason says that the words leave the half of the day open, if they do.
func (t *Time) halfReason() string {
	if !t.HalfOpen || t.When.Empty() {
		return ""
	}
	return "; which half of the day is not said"
}

// overReason says that the range of t runs over midnight, if it does.
func (t *Time) overReason() string {
	switch {
	case t.When.Empty() || t.dayOff == 0 || t.clock < 0:
		return ""
	case t.dayOff < 0:
		return "; the range ends on that day, after midnight"
	}
	return "; the range begins on that day and ends after midnight"
}

// placeWords is how many words at most say where a clock time holds.
const placeWords = 3

// placeOfClock reports whether s, which follows a clock time, says where it
// holds, "local time", "New York time", "in Paris", or is blank.
func placeOfClock(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < utf8.RuneSelf && !isLetter(c) && c != ' ' {
			return false
		}
	}
	words := strings.Fields(s)
	n := len(words)
	return n == 0 || n <= placeWords && (en.Is(words[n-1], en.Time) || en.Is(words[0], en.In))
}
