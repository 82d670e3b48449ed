package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/text"
)

// isBlank reports whether r shows nothing: white space, the byte order mark,
// a zero-width space.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
}

// A block is a line, or the lines of one hard-wrapped paragraph, without the
// blanks around it. The counts are of words with a letter or digit in them.
type block struct {
	span       text.Span
	gap        int  // blank lines before it
	indent     int  // columns before it, a tab counting for eight
	words      int  // all of them
	lower      int  // beginning with a lower-case letter
	capital    int  // beginning with a capital
	digits     int  // beginning with a digit
	breaks     int  // sentence ends before its last word
	columns    int  // code points
	firstWidth int  // code points of its first word
	stop       bool // ends as a sentence does
	colon      bool // ends in a colon or comma: more is to come
	quoted     bool // has a double quotation mark
	lowerStart bool // its first letter is lower-case
	bullet     bool // begins with a list mark
	folded     bool // the lines of a hard-wrapped text, joined

	form form
}

// in returns the text of b. Of folded lines, which may be indented, it has
// single blanks between the words: offsets into it are none into src.
func (b *block) in(src string) string {
	if b.folded {
		return strings.Join(strings.Fields(b.span.In(src)), " ")
	}
	return b.span.In(src)
}

// sentence reports whether b is at least one short sentence.
func (b *block) sentence() bool { return b.stop && b.words >= 4 }

// solid reports whether b reads as a paragraph of running text: a sentence of
// twelve words, or the opening of one before a colon, or twenty-five words with
// or without an end. Title case does not.
func (b *block) solid() bool {
	switch {
	case b.words >= 25:
		return b.lower*2 >= b.words
	case b.words >= 12:
		return (b.stop || b.colon) && b.lower*5 >= b.words*2
	}
	return false
}

// splitBlocks cuts src from start into lines and joins hard-wrapped ones. It
// returns src with a blank for each line end that the wrapping made. hidden are
// comments, which src has blanks for.
func splitBlocks(src string, start int, hidden []text.Span) ([]block, string) {
	s := splitter{src: src, hidden: hidden}
	for at := start; at < len(src); {
		at = s.line(at)
	}
	blocks, flow := s.blocks, src
	if w := wrapOf(blocks); w.full > 0 {
		f := folder{wrap: w, src: src, lines: blocks}
		blocks, flow = f.fold()
	}
	for i := range blocks {
		blocks[i].form = formOf(flow, &blocks[i])
	}
	return joinWrapped(blocks), flow
}

type splitter struct {
	src    string
	blocks []block
	blanks int
	above  int         // blank lines above the comments that the blanks follow
	hidden []text.Span // comments from here on
}

// line reads one line and returns where the next begins.
func (s *splitter) line(at int) int {
	raw, next := lineAt(s.src, at)
	content := strings.TrimLeftFunc(raw, isBlank)
	begin := at + len(raw) - len(content)
	content = strings.TrimRightFunc(content, isBlank)
	if content == "" {
		if s.holdsComment(at, next) {
			s.above, s.blanks = max(s.above, s.blanks), 0
		} else {
			s.blanks++
		}
		return next
	}
	b := block{span: text.Span{Start: begin, End: begin + len(content)}, gap: max(s.above, s.blanks), indent: indentOf(s.src[at:begin])}
	s.above, s.blanks = 0, 0
	b.measure(s.src)
	s.blocks = append(s.blocks, b)
	return next
}

// holdsComment reports whether a comment begins in the line. Such a line is
// not there for the layout, nor is one of the blank lines on its two sides.
func (s *splitter) holdsComment(at, next int) bool {
	for len(s.hidden) > 0 && s.hidden[0].Start < at {
		s.hidden = s.hidden[1:]
	}
	return len(s.hidden) > 0 && s.hidden[0].Start < next
}

func indentOf(blanks string) int {
	return utf8.RuneCountInString(blanks) + 7*strings.Count(blanks, "\t")
}

// measure counts the words of b in one pass.
func (b *block) measure(src string) {
	line := b.in(src)
	var last word
	for i := 0; i < len(line); {
		w := nextWord(line[i:])
		i += w.size
		b.columns += w.columns
		if w.length == 0 {
			continue
		}
		if b.firstWidth == 0 {
			b.firstWidth = utf8.RuneCountInString(line[i-w.size : i-w.size+w.length])
		}
		b.quoted = b.quoted || w.quoted
		if w.first == noLetter {
			if b.words == 0 {
				b.bullet = true
			}
			if w.end != noEnd {
				last.end, last.short = w.end, false
			}
			continue
		}
		if last.end == fullStop && !last.short && w.first != lowerCase {
			b.breaks++
		}
		b.count(w)
		last = w
	}
	b.stop = last.end == fullStop
	b.colon = last.end == goesOn
}

func (b *block) count(w word) {
	b.words++
	switch w.first {
	case lowerCase:
		b.lower++
		if b.words == 1 {
			b.lowerStart = true
		}
	case upperCase:
		b.capital++
	case digit:
		b.digits++
	}
}

// How a word begins and ends.
const (
	noLetter = iota
	lowerCase
	upperCase
	digit
	otherLetter // of a script without case
)

const (
	noEnd    = iota
	fullStop // . ! ? …
	goesOn   // : ,
)

type word struct {
	size    int // bytes, with the blanks after it
	length  int // bytes, without
	columns int // code points, with the blanks
	first   uint8
	end     uint8
	short   bool // perhaps an abbreviation: a capital and at most three letters, then a stop
	quoted  bool
}

// nextWord measures the word that s begins with and the blanks after it.
func nextWord(s string) word {
	var w word
	i := 0
	letters := 0
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if c == ' ' || c >= '\t' && c <= '\r' {
				break
			}
			if w.first != noLetter && 'a' <= c && c <= 'z' { // most bytes
				i++
				w.columns++
				letters++
				w.end = noEnd
				continue
			}
			i++
			w.columns++
			w.ascii(c, &letters)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isBlank(r) {
			break
		}
		i += size
		w.columns++
		w.other(r, &letters)
	}
	w.length = i
	w.short = letters <= 3 && w.first == upperCase
	for i < len(s) {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if !isBlank(r) {
			break
		}
		i += size
		w.columns++
	}
	w.size = i
	return w
}

func (w *word) ascii(c byte, letters *int) {
	switch {
	case isLetterASCII(c):
		if w.first == noLetter {
			w.first = lowerCase
			if c <= 'Z' {
				w.first = upperCase
			}
		}
		*letters++
		w.end = noEnd
	case isDigit(c):
		if w.first == noLetter {
			w.first = digit
		}
		w.end = noEnd
	case c == '.':
		w.end = fullStop
	case c == '!' || c == '?':
		w.end = fullStop
		*letters += 4 // never an abbreviation
	case c == ':' || c == ',' || c == ';':
		w.end = goesOn
	case c == '"':
		w.quoted = true
	case c == '\'' || c == ')' || c == ']' || c == '*' || c == '_':
		// closes what it follows
	default:
		w.end = noEnd
	}
}

func (w *word) other(r rune, letters *int) {
	switch {
	case r == '”' || r == '“':
		w.quoted = true
	case r == '’' || r == '»':
	case r == '…' || r == '。' || r == '؟' || r == '।':
		w.end = fullStop
		*letters += 4
	case unicode.IsLetter(r):
		if w.first == noLetter {
			switch {
			case unicode.IsUpper(r):
				w.first = upperCase
			case unicode.IsLower(r):
				w.first = lowerCase
			default:
				w.first = otherLetter
			}
		}
		*letters++
		w.end = noEnd
	default:
		w.end = noEnd
	}
}

// joinWrapped makes one block of the lines of each hard-wrapped paragraph and
// of each sentence that a page broke in two.
func joinWrapped(lines []block) []block {
	wrapped := wrappedLines(lines)
	joined := lines[:0]
	for i := range lines {
		next := lines[i]
		if n := len(joined); n > 0 && i > 0 && (wrapped[i] || continues(&joined[n-1], &next, n == 1)) {
			joined[n-1].join(&next)
			continue
		}
		joined = append(joined, next)
	}
	return joined
}

func (b *block) join(next *block) {
	if b.stop && !next.lowerStart {
		b.breaks++
	}
	b.span.End = next.span.End
	b.words += next.words
	b.lower += next.lower
	b.capital += next.capital
	b.digits += next.digits
	b.breaks += next.breaks
	b.columns += 1 + next.columns
	b.stop, b.colon = next.stop, next.colon
	b.quoted = b.quoted || next.quoted
}

// continues reports whether next goes on with the sentence of b: b has no end
// and next begins in lower case. Over a blank line b must be longer than a
// headline's half, and not the headline itself.
func continues(b, next *block, first bool) bool {
	if !plain(b) || !plain(next) || b.stop || b.colon && next.gap > 0 || !next.lowerStart || next.bullet || b.bullet {
		return false
	}
	switch next.gap {
	case 0:
		return b.words >= 3
	case 1:
		return b.words >= 8 && !first
	}
	return false
}

// wrappedLines marks each line that continues the one before it because the
// text was wrapped: in a run of at least three lines without blank lines, every
// line is either too full for the next one's first word or ends a sentence.
func wrappedLines(lines []block) []bool {
	marks := make([]bool, len(lines))
	for end := len(lines); end > 0; {
		start := end - 1
		width := lines[start].columns
		for start > 0 && lines[start].gap == 0 && plain(&lines[start-1]) && plain(&lines[start]) {
			start--
			width = max(width, lines[start].columns)
		}
		if width >= minWrap && width <= maxWrap {
			markRun(lines[start:end], marks[start:end], width)
		}
		end = start
	}
	return marks
}

// markRun marks the longest tail of the run that is wrapped to width.
func markRun(run []block, marks []bool, width int) {
	start := len(run) - 1
	for start > 0 && (full(&run[start-1], &run[start], width) || run[start-1].stop) {
		start--
	}
	if len(run)-start < 3 {
		return
	}
	for i := start + 1; i < len(run); i++ {
		marks[i] = full(&run[i-1], &run[i], width) && !run[i].bullet
	}
}

func full(line, next *block, width int) bool {
	return line.columns+1+next.firstWidth > width
}
