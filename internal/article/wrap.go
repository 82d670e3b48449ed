package article

import (
	"strings"
	"unicode"
)

// Widths of a hard-wrapped line, in code points. Narrower columns are lists,
// wider ones are paragraphs of one line.
const (
	minWrap = 45
	maxWrap = 100
)

// A wrap says where the lines of a hard-wrapped text break. The zero wrap
// means that the text is not wrapped.
type wrap struct {
	// full is how wide a line and the first word of the next would have to be,
	// with a blank between, for the break to be the wrapping's.
	full int
	wide int // a wider line was not wrapped
}

// A foldCounter collects the evidence that a text is hard-wrapped.
type foldCounter struct {
	pairs  int // lines of a wrapped line's width with a line right below
	folds  int // of these, a sentence that goes on below in lower case
	words  int
	loose  int              // words in lines wider than maxWrap
	widest int              // of the folds
	reach  [2 * maxWrap]int // folds by the width that full is compared with
}

// wrapOf tells how lines are wrapped. A text is wrapped if at a third of its
// line breaks, and at least two, a sentence goes on in lower case: where a line
// is a paragraph, next to none does. A fifth of the words may stand in wider
// lines, such as a footer. Scripts without case and texts in capitals give no
// evidence; there, joinWrapped goes by the widths of neighbouring lines.
func wrapOf(lines []block) wrap {
	var c foldCounter
	for i := range lines {
		b := &lines[i]
		c.words += b.words
		if b.columns > maxWrap {
			c.loose += b.words
		}
		if i > 0 && b.gap == 0 {
			c.add(&lines[i-1], b)
		}
	}
	if c.folds < 2 || c.folds*3 < c.pairs || c.loose*5 > c.words {
		return wrap{}
	}
	return wrap{full: c.full(), wide: c.widest + 10}
}

func (c *foldCounter) add(line, next *block) {
	if line.columns < minWrap || line.columns > maxWrap || line.words < 3 || next.words == 0 || next.bullet {
		return
	}
	c.pairs++
	if line.stop || !next.lowerStart {
		return
	}
	c.folds++
	c.widest = max(c.widest, line.right())
	c.reach[min(reach(line, next), len(c.reach)-1)]++
}

// full returns the reach that one fold in ten does not have: by hand, lines
// are not filled to the last column. A program fills them all.
func (c *foldCounter) full() int {
	seen, width := 0, 0
	for width < c.widest && (seen+c.reach[width])*10 <= c.folds {
		seen += c.reach[width]
		width++
	}
	return min(width, c.widest+1)
}

// right is the column at which b ends.
func (b *block) right() int { return b.indent + b.columns }

// reach is how wide line would be with the first word of next in it.
func reach(line, next *block) int { return line.right() + 1 + next.firstWidth }

// A folder joins the lines of a hard-wrapped text.
type folder struct {
	wrap
	src   string
	lines []block
}

// fold makes one block of each paragraph. It keeps single lines apart that are
// too short for the wrapping to have ended them, or that clearly are no part of
// a paragraph. It returns the text with the line ends inside blocks as blanks.
func (f *folder) fold() ([]block, string) {
	blocks := f.lines[:0]
	flow := []byte(f.src)
	for i := 0; i < len(f.lines); {
		end := i + 1
		for end < len(f.lines) && f.joins(i, end) {
			end++
		}
		b := f.lines[i]
		if end > i+1 {
			b = block{span: b.span, gap: b.gap, indent: b.indent}
			b.span.End = f.lines[end-1].span.End
			b.measure(f.src)
			b.folded = true
			blankLineEnds(flow[b.span.Start:b.span.End])
		}
		blocks = append(blocks, b)
		i = end
	}
	return blocks, string(flow)
}

func blankLineEnds(s []byte) {
	for i, c := range s {
		if c == '\n' || c == '\r' {
			s[i] = ' '
		}
	}
}

// joins reports whether line i goes on the paragraph that begins at start.
func (f *folder) joins(start, i int) bool {
	line, next := &f.lines[i-1], &f.lines[i]
	goesOn := !line.stop && next.lowerStart
	switch {
	case next.gap > 0 || line.words == 0 || f.unwrapped(line) || f.unwrapped(next):
		return false
	case next.words == 0 && !strings.HasPrefix(next.in(f.src), "<<"): // closes a link
		return false
	case isHeading(next.in(f.src)) || isHeading(line.in(f.src)) && (next.stop || !f.ends(i)):
		return false
	case next.bullet && next.words > 0 && !(goesOn && !line.bullet): // a dash may begin a line
		return false
	case f.indented(i) && !line.bullet && !goesOn:
		return false
	case reach(line, next) < f.full && !f.dangles(line):
		return false
	}
	return !f.apart(start, i)
}

// indented reports whether line i opens a paragraph by its indent: deeper than
// the line before it, or than the one that goes on below.
func (f *folder) indented(i int) bool {
	b := &f.lines[i]
	return b.indent >= f.lines[i-1].indent+2 || !b.stop && !f.ends(i) && b.indent >= f.lines[i+1].indent+2
}

// dangles reports whether line, though not full, cannot be the end of anything:
// it ends in a comma or in a word like "of".
func (f *folder) dangles(line *block) bool {
	if line.columns < minWrap || line.stop {
		return false
	}
	s := line.in(f.src)
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.HasSuffix(last, ",") || classOf(last)&function != 0 && last == strings.ToLower(last)
}

// unwrapped reports whether b was written in one line. An address cannot be
// wrapped.
func (f *folder) unwrapped(b *block) bool {
	return b.right() > f.wide && b.words > 1
}

// apart reports whether line i, though the line before it is full, is no part
// of the paragraph that begins at start: a headline stands above it or a
// caption ends, or it is a dateline, byline, stamp or line of furniture.
func (f *folder) apart(start, i int) bool {
	line, next := &f.lines[i-1], &f.lines[i]
	if next.lowerStart {
		return false
	}
	s := next.in(f.src)
	switch {
	case start == i-1 && f.isTitle(start):
		return true
	case endsInCredit(line.in(f.src)) && !(next.words <= 5 && f.ends(i)): // not the rest of the credit
		return true
	case line.stop || start == i-1:
		if p := datelineOf(s); p.firm && p.end < len(s) {
			return true
		}
	}
	switch {
	case next.words > 20 || line.stop && !f.ends(i):
		return false
	case bylineForm(s, next).firm:
		return true
	}
	_, verb := isStamp(s)
	return verb || line.stop && formOf(f.src, next).kind == Furniture
}

// ends reports whether line i is the last of its paragraph.
func (f *folder) ends(i int) bool {
	return i+1 == len(f.lines) || f.lines[i+1].gap > 0 || reach(&f.lines[i], &f.lines[i+1]) < f.full
}

// isTitle reports whether line i is a headline right above running text: in
// capitals, or the text's first line in title case.
func (f *folder) isTitle(i int) bool {
	line, next := &f.lines[i], &f.lines[i+1]
	if line.stop || line.colon || line.words < 3 || next.lower*2 < next.words {
		return false
	}
	s := line.in(f.src)
	if line.lower == 0 && strings.IndexFunc(s, unicode.IsLower) < 0 {
		return true
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return i == 0 && line.capital*4 >= line.words*3 && hasClass(s, function) && classOf(last)&function == 0
}
