// Package text holds what every stage needs to point into a text: spans,
// the line index, tokens and sentences. It knows nothing of dates or news.
package text

import (
	"sort"
	"unicode/utf8"
)

// A Span is a half-open range of byte offsets into UTF-8 text: Start is
// included, End is not.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In returns the bytes of src that s covers.
func (s Span) In(src string) string { return src[s.Start:s.End] }

// A Position is a place in a text as people and editors count it.
type Position struct {
	Offset int // bytes from the start of the text
	Line   int // from 1
	Column int // from 1, in code points
}

// Lines finds the line and column of byte offsets in one text. Lines end with
// "\n"; a "\r" before it counts as the last column of its line.
type Lines struct {
	src    string
	starts []int
	runes  []int // code points before each multiple of stride
}

// stride is how far apart, in bytes, code points are counted ahead, so that a
// place in a long line is found without counting the line.
const stride = 1024

// NewLines indexes src in one pass.
func NewLines(src string) *Lines {
	l := &Lines{src: src, starts: []int{0}}
	n := 0
	for i := 0; i < len(src); i++ {
		if i%stride == 0 {
			l.runes = append(l.runes, n)
		}
		if utf8.RuneStart(src[i]) {
			n++
		}
		if src[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// before returns how many code points begin before offset.
func (l *Lines) before(offset int) int {
	k := offset / stride
	if k >= len(l.runes) {
		k = len(l.runes) - 1
	}
	if k < 0 {
		return 0
	}
	n := l.runes[k]
	for i := k * stride; i < offset; i++ {
		if utf8.RuneStart(l.src[i]) {
			n++
		}
	}
	return n
}

// Position returns the place of offset, which is clamped to the text.
func (l *Lines) Position(offset int) Position {
	offset = min(max(offset, 0), len(l.src))
	line := sort.SearchInts(l.starts, offset+1) - 1
	return Position{
		Offset: offset,
		Line:   line + 1,
		Column: l.before(offset) - l.before(l.starts[line]) + 1,
	}
}

// Start returns the offset at which a line begins, from 1; lines that the text
// lacks are taken for the last.
func (l *Lines) Start(line int) int {
	return l.starts[min(max(line, 1), len(l.starts))-1]
}
