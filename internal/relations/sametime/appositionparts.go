package sametime

import (
	"strings"
	"unicode"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// A dayPart is a part of the day and its first minute and the one after its
// last, which may lie on the next day, as widely as news copy uses the word.
type dayPart struct {
	name     string
	from, to int
}

// dayParts are the parts that [timeline.Reading.Part] counts, from 1.
var dayParts = [...]dayPart{
	{}, {"morning", 0, 12*60 + 1}, {"afternoon", 12 * 60, 19 * 60}, {"evening", 16 * 60, 26 * 60},
	{"night", 17 * 60, 31 * 60}, {"midday", 10*60 + 30, 14*60 + 30},
}

// What is told to be about noon or midnight.
var (
	aroundNoon     = dayPart{"noon", 10*60 + 30, 13*60 + 30}
	aroundMidnight = dayPart{"midnight", 21 * 60, 27 * 60}
)

// partBeside adds time i if it says both a clock time and a part of the day:
// "Friday night at nine".
func (a *apposer) partBeside(i int) {
	t := &a.d.Times[i]
	minute, ok := t.Clock()
	if !ok || t.HalfOpen || inUTC(t) {
		return
	}
	if part := t.Part(); part > 0 {
		a.addPart(t, t.Span, t, dayParts[part], minute)
	} else if p, end, ok := a.partBehind(t); ok {
		a.addPart(t, text.Span{Start: t.Span.Start, End: end}, t, p, minute)
	}
}

// leadAt is what stands before the night alone.
const leadAt = " at "

// partBehind reads the part of the day right behind a clock time: "in the
// morning", "on the afternoon of the fire", "at night".
func (a *apposer) partBehind(t *timeline.Time) (p dayPart, end int, ok bool) {
	rest := a.src[t.Span.End:min(len(a.src), t.Span.End+maxPartWords)]
	rest = strings.TrimPrefix(rest, ",")
	for _, lead := range [...]string{" in the ", " on the ", leadAt} {
		after, found := strings.CutPrefix(rest, lead)
		if !found {
			continue
		}
		n := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(after)
		}
		p, ok = partNamed(after[:n])
		end = t.Span.End + strings.Index(a.src[t.Span.End:], after[:n]) + n
		return p, end, ok && (lead != leadAt || en.Is(p.name, en.Night))
	}
	return p, 0, false
}

// maxPartWords is how many bytes behind a clock time a part of the day is named
// in: " on the afternoon".
const maxPartWords = 20

// partNamed returns the part of the day that a word names, in the plural too.
func partNamed(word string) (p dayPart, ok bool) {
	word = strings.TrimSuffix(strings.ToLower(word), "s")
	for _, p := range dayParts[1:5] {
		if p.name == word {
			return p, true
		}
	}
	return p, false
}

func inUTC(t *timeline.Time) bool {
	east, ok := t.UTCOffset()
	return ok && east == 0
}

// partApart adds times i and j if the one is a clock time and the other a part
// of the day, noon or midnight, and both tell one hour: "3 p.m. in the morning",
// "the morning of June 3 at 7 p.m.", "just after midnight, at 12:20 p.m."
func (a *apposer) partApart(i, j int) bool {
	first, second := &a.d.Times[i], &a.d.Times[j]
	if j != i+1 || inUTC(first) || inUTC(second) {
		return false
	}
	gap := strings.ToLower(strings.TrimSpace(a.src[first.Span.End:second.Span.Start]))
	part, ok := partOf(first)
	if minute, clock := second.Clock(); ok && clock && !second.HalfOpen && leads(gap) && second.Part() == 0 {
		if _, other := partOf(second); !other {
			a.addPart(first, text.Span{Start: first.Span.Start, End: second.Span.End}, second, part, minute)
			return true
		}
	}
	if minute, clock := first.Clock(); clock && !first.HalfOpen && first.Part() == 0 && second.Part() > 0 && gap == ", on" {
		if part, ok = partOf(second); ok {
			a.addPart(first, text.Span{Start: first.Span.Start, End: second.Span.End}, second, part, minute)
			return true
		}
	}
	return false
}

// partOf returns the part of the day that t tells without an hour, or noon or
// midnight.
func partOf(t *timeline.Time) (p dayPart, ok bool) {
	minute, clock := t.Clock()
	word := t.Text[0] < '0' || t.Text[0] > '9'
	switch {
	case !clock && t.Part() > 0:
		return dayParts[t.Part()], true
	case !clock && t.Type == timeline.SET:
		return partNamed(t.Text[strings.LastIndexByte(t.Text, ' ')+1:])
	case clock && word && minute == 12*60 && en.Is(strings.ToLower(t.Text), en.Noon):
		return aroundNoon, true
	case clock && word && minute%dayMinutes == 0 && en.Is(strings.ToLower(t.Text), en.Midnight):
		return aroundMidnight, true
	}
	return p, false
}

// leads reports whether the words between a part of the day and a clock time
// behind it make them one time.
func leads(gap string) bool {
	for w := range strings.FieldsSeq(strings.NewReplacer(",", " ", "(", " ").Replace(gap)) {
		if en.Is(w, en.Or) || !en.Is(w, en.Of) && lexicon.SameTime(w)&lexicon.SameRough == 0 {
			return false
		}
	}
	return gap != ""
}

// addPart adds a clock time, the minute of a day, and a part of the day told with
// it, in times first and second, or in one of them and the words behind it.
func (a *apposer) addPart(first *timeline.Time, whole text.Span, second *timeline.Time, p dayPart, minute int) {
	if a.quoted(first.Span) {
		return
	}
	whole = a.closing(whole)
	f := &fact.Apposition{
		At: a.d.PlaceOf(whole), Text: whole.In(a.src), Zone: first.Zone.String(), Form: "part",
		First: *times.Fact(a.d, first), Second: *times.Fact(a.d, second),
		Part: p.name, Clock: int64(minute % dayMinutes), PartFrom: int64(p.from), PartTo: int64(p.to),
	}
	f.Fixes = partFixes(f)
	a.out = append(a.out, f)
}

// partFixes offers the other half of the day for the clock, and the part of the
// day that the clock stands in.
func partFixes(f *fact.Apposition) []fact.Fix {
	var out []fact.Fix
	other := (int(f.Clock) + dayMinutes/2) % dayMinutes
	if inPart(other, int(f.PartFrom), int(f.PartTo)) {
		out = append(out, fact.Fix{Message: "the hour is " + clockText(other)})
	}
	for _, p := range dayParts[1:4] {
		if inPart(int(f.Clock), p.from, p.to) {
			out = append(out, fact.Fix{Message: clockText(int(f.Clock)) + " is right: it was in the " + p.name})
			break
		}
	}
	return out
}

// inPart reports whether a minute of the day lies in a part of it that may run
// into the next day.
func inPart(minute, from, to int) bool {
	return minute >= from && minute < to || minute+dayMinutes >= from && minute+dayMinutes < to
}
