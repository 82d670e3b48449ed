package timeline

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"factcheck/internal/text"
)

//go:embed data/beside.tsv
var besideWords string

// A closing says what must follow the second of a date and its weekday that
// stand apart. The zero closing is none.
type closing uint8

const (
	closeAny     closing = iota + 1
	closeBracket         // a closing bracket
	closeDash            // a dash, or the end of the sentence
	closePause           // punctuation, or the end of the text
	closePhrase          // what no noun phrase goes on with: "a Friday", not "a Friday paper"
	closeFact            // likewise, outside a condition: "if May 4 is a Friday"
)

var closings = map[string]closing{"any": closeAny, "bracket": closeBracket, "dash": closeDash, "pause": closePause, "phrase": closePhrase, "fact": closeFact}

// A besideTable holds the words between a date and a weekday, by which of them
// comes first.
type besideTable struct{ weekdayFirst, dateFirst map[string]closing }

var besides = sync.OnceValue(func() besideTable {
	t, err := parseBeside(besideWords)
	if err != nil {
		panic(err) // a bug in our own table
	}
	return t
})

// parseBeside reads the table form of data/beside.tsv.
func parseBeside(src string) (besideTable, error) {
	t := besideTable{map[string]closing{}, map[string]closing{}}
	for n, line := range strings.Split(src, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		of := map[string]map[string]closing{"weekday": t.weekdayFirst, "date": t.dateFirst}[f[0]]
		if len(f) != 3 || of == nil || closings[f[1]] == 0 {
			return t, fmt.Errorf("beside.tsv:%d: want weekday or date, a closing and words", n+1)
		}
		of[f[2]] = closings[f[1]]
	}
	return t, nil
}

// A dayName is a weekday in the text, at tokens [from, to).
type dayName struct{ weekday, from, to int }

// maxBeside is the length in bytes of the longest words between a date and its
// weekday.
const maxBeside = 28

// besides gives the dates of out their weekdays that stand apart from them:
// "Tuesday (Dec. 4)", "December 4, a Tuesday", "Monday and Tuesday, June 3 and
// 4", "Dec. 4-5 (Tuesday-Wednesday)".
func (s *scanner) besides(out []Reading) {
	s.hi = len(s.toks)
	k := 0
	for i := 0; i < len(out); {
		end := i + 1
		if !out[i].namesDay() {
			i = end
			continue
		}
		for end < len(out) && out[end].Joins != 0 && out[end].namesDay() && out[end].Weekday < 0 && end-i < maxMembers {
			end++
		}
		for k < len(s.toks) && int(s.toks[k].start) < out[i].Span.Start {
			k++
		}
		if !s.weekdaysBefore(out, i, end, k) && out[i].Weekday < 0 {
			s.weekdaysAfter(out[i:end], k)
		}
		i = end
	}
}

// namesDay reports whether r is a day of a month that exists, perhaps with a
// clock time.
func (r *Reading) namesDay() bool {
	return (r.op == opAbsolute || r.op == opYearless) && r.dom > 0 && r.month > 0 && r.Problem == ""
}

// namesWeekday reports whether r is one weekday and no date.
func (r *Reading) namesWeekday() bool {
	return r.op == opWeekday && r.dom < 0 && !r.plural && !r.inWeek
}

// weekdaysBefore gives out[i:end], which begin at token k, the weekdays that
// stand before them, if these are as many.
func (s *scanner) weekdaysBefore(out []Reading, i, end, k int) bool {
	n := end - i
	days, first := 0, i
	if out[i].Weekday >= 0 {
		days = 1 // Monday and "Tuesday, June 3" and 4
		if n == 1 {
			return true
		}
	} else {
		if first > 1 && out[first-1].op == opShift && out[first-1].unit == GrainWeek {
			first-- // Tuesday of next week
		}
		if first == 0 || !out[first-1].namesWeekday() || !s.introduces(&out[first-1], out, i, end) {
			return false
		}
		first, days = first-1, 1
	}
	for days < n && s.continues(out, first) {
		first, days = first-1, days+1
	}
	if days != n || s.continues(out, first) {
		return false
	}
	own := out[i].Weekday
	at := text.Span{Start: out[first].Span.Start, End: s.closed(out[end-1].Span.End)}
	for m := range n {
		w, from := own, i
		if own < 0 || m < n-1 {
			w, from = out[first+m].Weekday, first+m
		}
		s.giveWeekday(&out[i+m], w, s.weekdayIn(out[from].Span), at)
	}
	return true
}

// continues reports whether out[i] goes on with a list or range of weekdays:
// the Tuesday of "Monday and Tuesday".
func (s *scanner) continues(out []Reading, i int) bool {
	return i > 0 && out[i-1].namesWeekday() && s.joined(out[i-1].Span.End, out[i].Span.Start)
}

// introduces reports whether the words between the weekday w and the dates
// out[i:end] make them one, and what follows closes them.
func (s *scanner) introduces(w *Reading, out []Reading, i, end int) bool {
	gap, ok := s.between(w.Span.End, out[i].Span.Start)
	c := besides().weekdayFirst[gap]
	return ok && c != 0 && s.closes(c, s.tokenAt(out[end-1].Span.End))
}

// weekdaysAfter gives dates, which begin at token k, the weekdays that follow
// them, if these are as many.
func (s *scanner) weekdaysAfter(dates []Reading, k int) {
	from := dates[len(dates)-1].Span.End
	for k < len(s.toks) && int(s.toks[k].start) < from {
		k++
	}
	var names [maxMembers]dayName
	n := 0
	first := k
	for first < len(s.toks) && int(s.toks[first].start)-from <= maxBeside && !s.toks[first].is(cWeekday) {
		first++
	}
	for at := first; n < len(dates) && at < len(s.toks) && s.toks[at].is(cWeekday) && !s.toks[at].plural(); n++ {
		w, to, _ := s.weekdayName(at)
		names[n] = dayName{w, at, to}
		j, _, next := s.joint(to)
		if at = next; j == 0 {
			at = len(s.toks)
		}
	}
	if n != len(dates) {
		return
	}
	last := names[n-1].to
	gap, ok := s.between(from, int(s.toks[first].start))
	c := besides().dateFirst[gap]
	if c == 0 || !ok || s.toks[first].abbr() && c != closeBracket && !s.punct(first+1, '.') {
		return
	}
	if s.is(last, cPart) {
		last++ // a Tuesday night
	}
	if !s.closes(c, last) || c == closeFact && s.conditional(k) || !s.yearOfDay(&dates[0], last) {
		return
	}
	at := text.Span{Start: dates[0].Span.Start, End: s.closed(int(s.toks[names[n-1].to-1].end))}
	for i := range dates {
		s.giveWeekday(&dates[i], names[i].weekday, s.spanOf(names[i].from, names[i].to), at)
	}
}

// giveWeekday notes the weekday w, which stands at of, with the date r; at holds
// both.
func (s *scanner) giveWeekday(r *Reading, w int, of, at text.Span) {
	r.Weekday, r.WeekdayAt, r.Beside = w, of, at
	r.orderByWeekday()
	*r = s.based(*r)
}

// joined reports whether only a joint stands between two bytes: "Monday and
// Tuesday", "Monday-Tuesday".
func (s *scanner) joined(from, to int) bool {
	k := s.tokenAt(from)
	j, _, next := s.joint(k)
	return j != 0 && next < len(s.toks) && int(s.toks[next].start) >= to
}

// tokenAt returns the first token from the byte at on.
func (s *scanner) tokenAt(at int) int {
	lo, hi := 0, len(s.toks)
	for lo < hi {
		if mid := (lo + hi) / 2; int(s.toks[mid].start) < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func (s *scanner) spanOf(from, to int) text.Span {
	return text.Span{Start: int(s.toks[from].start), End: int(s.toks[to-1].end)}
}

// weekdayIn returns where the weekday of a reading at span stands.
func (s *scanner) weekdayIn(span text.Span) text.Span {
	for k := s.tokenAt(span.Start); k < len(s.toks) && int(s.toks[k].end) <= span.End; k++ {
		if s.toks[k].is(cWeekday) {
			return s.spanOf(k, k+1)
		}
	}
	return span
}

// between returns the words between two bytes, folded as in beside.tsv.
func (s *scanner) between(from, to int) (string, bool) {
	if to < from || to-from > maxBeside {
		return "", false
	}
	var b strings.Builder
	for k := s.tokenAt(from); k < len(s.toks) && int(s.toks[k].start) < to; k++ {
		t := &s.toks[k]
		if t.breaks > 1 {
			return "", false
		}
		if b.Len() > 0 && !t.glued {
			b.WriteByte(' ')
		}
		if t.kind == tokPunct && t.b == '-' {
			if s.toks[k].glued && k > 0 && s.toks[k-1].punct('-') {
				continue // --
			}
			b.WriteByte('-')
			continue
		}
		b.WriteString(lowerASCII(s.src[t.start:t.end]))
	}
	return b.String(), true
}

// closes reports whether what stands at token k closes a date or weekday as c
// asks.
func (s *scanner) closes(c closing, k int) bool {
	ends := k >= len(s.toks) || s.toks[k].breaks > 1
	switch c {
	case closeBracket:
		return !ends && s.toks[k].b == ')'
	case closeDash:
		return ends || s.toks[k].punct('-') && !s.toks[k].glued || s.toks[k].punct('-') && s.toks[k].end-s.toks[k].start > 1 || s.stops(k, k+1)
	case closePause:
		return ends || s.toks[k].kind == tokPunct && s.toks[k].b != '\'' && s.toks[k].b != '-' && s.toks[k].b != '/' && !s.toks[k].punct('"')
	case closePhrase, closeFact:
		return ends || s.toks[k].kind == tokPunct && s.toks[k].b != '\'' && s.toks[k].b != '/' && !(s.toks[k].b == '-' && s.toks[k].glued) || s.calm(k) || s.is(k, cJoin)
	}
	return true
}

// closed returns where the bracket closes that was open before the byte at, or
// at.
func (s *scanner) closed(at int) int {
	if k := s.tokenAt(at); k < len(s.toks) && s.toks[k].b == ')' && s.toks[k].glued {
		return int(s.toks[k].end)
	}
	return at
}

// conditional reports whether the clause before token k is a condition or a
// question.
func (s *scanner) conditional(k int) bool {
	for n := k - 1; n >= 0 && k-n < windowLeft*2 && !s.stops(n, n+1); n-- {
		if s.wordIs(n, "if") || s.wordIs(n, "when") || s.wordIs(n, "whenever") || s.wordIs(n, "whether") || s.wordIs(n, "unless") || s.wordIs(n, "because") && s.wordIs(n-1, "not") {
			return true
		}
	}
	return false
}

// yearOfDay gives the date r the year that is said at token k, behind its
// weekday: "falls on a Tuesday this year". It reports false where another year
// is said than r's own.
func (s *scanner) yearOfDay(r *Reading, k int) bool {
	if s.wordIs(k, "in") || s.wordIs(k, "of") {
		k++
	}
	if y, _, ok := s.year(k); ok {
		if r.op == opYearless {
			r.setYear(y)
		}
		return r.year == y
	}
	if shift, _, ok := s.relativeYear(k); ok {
		if r.op != opYearless {
			return false
		}
		r.ofYear, r.yearShift = true, shift
	}
	return true
}
