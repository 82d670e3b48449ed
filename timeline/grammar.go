// The readers of words that the families of the grammar share: numbers, years,
// phases, names of months and weekdays. The families stand in calendar.go,
// weekday.go, clock.go, relative.go, period.go and duration.go.

package timeline

import (
	"time"

	"factcheck/internal/lexicon/en"
)

func monthOf(m int) time.Month { return time.Month(m) }

// article skips "the", "a", "an" at i.
func (s *scanner) skipArticle(i int) int {
	if s.is(i, cArticle) {
		return i + 1
	}
	return i
}

// skipThe skips "the" at i.
func (s *scanner) skipThe(i int) int {
	if s.isVal(i, cArticle, theArticle) {
		return i + 1
	}
	return i
}

// phase reads "late", "early", "mid-", "the end of", "the beginning of" at i.
// It returns the modifier and the index after it, or i.
func (s *scanner) phase(i int) (Mod, int) {
	k := s.skipArticle(i)
	v, _ := s.val(k, cPhase)
	mod := map[int]Mod{1: Start, 2: Mid, 3: End}[v]
	if mod == "" {
		return "", i
	}
	next := k + 1
	switch {
	case s.is(next, cOf):
		return mod, next + 1
	case s.wordIs(k, "beginning") || s.wordIs(k, "start") || s.wordIs(k, "end") || s.wordIs(k, "middle"):
		return "", i
	case s.punct(next, '-') && s.glued(next) && s.glued(next+1):
		return mod, next + 1
	case s.punct(next, ',') || s.punct(next, '.'):
		return "", i
	}
	return mod, next
}

// maxCount bounds "hundred hundred …".
const maxCount = 1_000_000

// number reads a cardinal in words or digits at i: "three", "twenty-five", "24".
func (s *scanner) number(i int) (n, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	t := &s.toks[i]
	if t.kind == tokNumber && t.num >= 0 {
		if t.glued && i > 1 && s.toks[i-2].kind == tokNumber && s.toks[i-1].glued && (s.toks[i-1].b == '.' || s.toks[i-1].b == ',' || s.toks[i-1].b == '/') {
			return 0, i, false // the torn end of 2.5
		}
		return int(t.num), i + 1, true
	}
	if !t.is(cNumber) {
		return 0, i, false
	}
	n, next = s.belowHundred(i)
	for big := n >= 100; ; big = true {
		if s.valIn(next, cNumber, 100, maxCount) && n < maxCount {
			n, next = n*s.val0(next, cNumber), next+1
			continue
		}
		k := next
		if big && s.wordIs(k, "and") {
			k++
		}
		if !big || !s.valIn(k, cNumber, 0, 99) {
			return n, next, true
		}
		rest, end := s.belowHundred(k) // a hundred and fifty
		return n + rest, end, true
	}
}

// belowHundred reads "three", "twenty-five", "twenty five" at i.
func (s *scanner) belowHundred(i int) (n, next int) {
	n, next = s.val0(i, cNumber), i+1
	if n < 20 || n >= 100 {
		return n, next
	}
	k := next
	if s.punct(k, '-') && s.glued(k) {
		k++
	}
	if s.valIn(k, cNumber, 0, 9) {
		return n + s.val0(k, cNumber), k + 1
	}
	return n, next
}

// ordinal reads "third", "12th" at i.
func (s *scanner) ordinal(i int) (n, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	t := &s.toks[i]
	if v, ok := t.val(cOrdinal); ok {
		return v, i + 1, true
	}
	if v, _ := t.val(cNumber); v >= 20 && v <= 90 && s.punct(i+1, '-') && s.glued(i+1) && s.valIn(i+2, cOrdinal, 0, 9) {
		return v + s.val0(i+2, cOrdinal), i + 3, true // twenty-first
	}
	if t.kind == tokWord && t.num > 0 && t.end-t.start <= 4 && en.Is(lowerASCII(s.src[t.end-2:t.end]), en.OrdinalEnding) {
		return int(t.num), i + 1, true
	}
	return 0, i, false
}

// year reads a year of four digits, or 'NN, at i.
func (s *scanner) year(i int) (y, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	if s.punct(i, '\'') && i+1 < s.hi && s.glued(i+1) {
		t := &s.toks[i+1]
		if t.kind == tokNumber && t.end-t.start == 2 {
			y = 1900 + int(t.num)
			if t.num < 40 {
				y += 100
			}
			return y, i + 2, true
		}
		return 0, i, false
	}
	t := &s.toks[i]
	if t.is(cNumber) {
		return s.yearInWords(i)
	}
	if t.kind != tokNumber || t.end-t.start != 4 || t.num < 1000 || t.num >= 2200 {
		return 0, i, false
	}
	return int(t.num), i + 1, true
}

// yearInWords reads "nineteen ninety-six" at i, as transcripts write it.
func (s *scanner) yearInWords(i int) (y, next int, ok bool) {
	century, ok := s.val(i, cNumber)
	if !ok || century < 17 || century > 20 || !s.is(i+1, cNumber) {
		return 0, i, false
	}
	n, next, ok := s.number(i + 1)
	if !ok || n < 10 || n > 99 {
		return 0, i, false
	}
	if n%10 == 0 && s.valIn(next, cNumber, 0, 9) { // ninety six
		n, next = n+s.val0(next, cNumber), next+1
	}
	return century*100 + n, next, true
}

// day reads a day of the month at i, "12", "12th".
func (s *scanner) dayOfMonth(i int) (d, next int, ok bool) {
	if i >= s.hi {
		return 0, i, false
	}
	if n, next, ok := s.ordinal(i); ok && s.toks[i].num >= 0 {
		return n, next, n >= 1 && n <= 99
	}
	t := &s.toks[i]
	if t.kind != tokNumber || t.end-t.start > 2 || t.num < 1 {
		return 0, i, false
	}
	if i+1 < s.hi && s.glued(i+1) && i+2 < s.hi && s.glued(i+2) { // 12:30, 12.5, 1,200
		if n := &s.toks[i+2]; n.kind == tokNumber && (s.punct(i+1, ':') || s.punct(i+1, '.') || s.punct(i+1, ',') && n.end-n.start == 3) {
			return 0, i, false
		}
	}
	return int(t.num), i + 1, true
}

// monthName reads a month name at i, with the full stop of an abbreviation.
func (s *scanner) monthName(i int) (m, next int, ok bool) { return s.nameOf(i, cMonth) }

// weekdayName reads a weekday at i, likewise.
func (s *scanner) weekdayName(i int) (w, next int, ok bool) { return s.nameOf(i, cWeekday) }

func (s *scanner) nameOf(i int, c class) (v, next int, ok bool) {
	if v, ok = s.val(i, c); !ok {
		return 0, i, false
	}
	next = i + 1
	if s.toks[i].abbr() && s.punct(next, '.') && s.glued(next) {
		next++
	}
	return v, next, true
}

// skipModifierArticle skips "the" before a modifier: "the following Friday".
func (s *scanner) skipModifierArticle(i int) int {
	if s.is(i, cArticle) && s.is(i+1, cModifier) {
		return i + 1
	}
	return i
}
