package tag

import (
	"unicode"
	"unicode/utf8"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
)

// A Token is a word, a part of a word that has a tag of its own, or a mark, as
// in treebanks of the OntoNotes kind: possessives and contractions are cut
// ("minister|'s", "did|n't", "we|'ll"), and so are compounds at their hyphens
// ("long|-|term") and signs from amounts ("$|4.5", "3|%"). "U.S.", "a.m.",
// "12th", "1,200", "9:30", "9/11", "AT&T" and addresses of the web are one.
type Token struct {
	// Span has the bytes of the token in the text that was cut.
	text.Span
	// ID stands for the word whatever its capitals; see [IDOf].
	ID    uint32
	Shape Shape
}

// A Shape is a set of what can be seen of a token without knowing the word.
type Shape uint16

// What a Shape can have.
const (
	Capital  Shape = 1 << iota // begins with a capital letter
	Small                      // has a small letter
	Capitals                   // has a capital letter behind its first character
	Letters                    // has letters
	Digits                     // has digits
	Dotted                     // has a full stop and letters: U.S., Mr.
	Hyphened                   // has a hyphen and letters: re-elected
	Mark                       // has neither letters nor digits
	Clitic                     // was cut from the word before: 's, n't, 'll
	Joined                     // no blank stands between it and the token before
	Foreign                    // has characters beyond ASCII
)

// Has reports whether s has any of what.
func (s Shape) Has(what Shape) bool { return s&what != 0 }

// Word reports whether the token has letters or digits.
func (t *Token) Word() bool { return !t.Shape.Has(Mark) }

// The seed and the prime of FNV-1a in 32 bits, which makes the IDs.
const (
	idSeed  = 2166136261
	idPrime = 16777619
)

// IDOf returns the ID of a word: a hash of its small letters, with ’ as '. Two
// different words of a newspaper have one ID about once in four thousand
// million pairs; what must be certain compares the text.
func IDOf(word string) uint32 {
	h := uint32(idSeed)
	for i := 0; i < len(word); {
		if c := word[i]; c < utf8.RuneSelf {
			h = (h ^ uint32(lower[c])) * idPrime
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		h = addRune(h, r)
		i += n
	}
	return h
}

func addRune(h uint32, r rune) uint32 {
	if r == '’' {
		return (h ^ '\'') * idPrime
	}
	r = unicode.ToLower(r)
	for ; r > 0; r >>= 8 {
		h = (h ^ uint32(r&0xff)) * idPrime
	}
	return h
}

// TokenAt returns the token of a span that somebody else has cut, as a
// treebank does. joined tells that no blank stands before it.
func TokenAt(src string, span text.Span, joined bool) Token {
	t := Token{Span: span, ID: IDOf(span.In(src))}
	for i, r := range span.In(src) {
		t.Shape |= shapeOf(r, i == 0)
	}
	t.Shape = finish(t.Shape)
	if joined {
		t.Shape |= Joined
	}
	if joined && t.Shape.Has(Letters) && (cliticAt(src, span.Start, span.End) == span.End || letterBefore(src, span.Start)) {
		t.Shape |= Clitic
	}
	return t
}

func letterBefore(src string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(src[:i])
	return unicode.IsLetter(r)
}

// shapeOf returns what one character adds to the shape of its token.
func shapeOf(r rune, first bool) Shape {
	var s Shape
	switch {
	case r < utf8.RuneSelf:
		s = asciiShape[r]
	case unicode.IsUpper(r):
		s = Letters | Foreign | Capitals
	case unicode.IsLetter(r), unicode.IsMark(r):
		s = Letters | Small | Foreign
	case unicode.IsDigit(r):
		s = Digits | Foreign
	default:
		s = Foreign
	}
	if first && s&Capitals != 0 {
		s = s&^Capitals | Capital
	}
	return s
}

// finish settles what depends on the whole token.
func finish(s Shape) Shape {
	if !s.Has(Letters) {
		s &^= Dotted | Hyphened
	}
	if !s.Has(Letters | Digits) {
		s |= Mark
	}
	return s
}

// Kinds of bytes, for cutting.
const (
	kOther uint8 = iota // a mark that stands alone
	kSpace
	kLetter
	kDigit
	kRun   // a mark of which several in a row are one token: ... --
	kQuote // '
	kWide  // part of a character beyond ASCII
)

var (
	kinds      [256]uint8
	lower      [256]uint8
	asciiShape [utf8.RuneSelf]Shape
)

func init() {
	for c := range 256 {
		b := byte(c)
		lower[c] = b
		switch {
		case c >= utf8.RuneSelf:
			kinds[c] = kWide
			continue
		case 'a' <= b && b <= 'z':
			kinds[c], asciiShape[c] = kLetter, Letters|Small
		case 'A' <= b && b <= 'Z':
			kinds[c], asciiShape[c] = kLetter, Letters|Capitals
			lower[c] = b + 'a' - 'A'
		case '0' <= b && b <= '9':
			kinds[c], asciiShape[c] = kDigit, Digits
		case b <= ' ' || b == 0x7f:
			kinds[c] = kSpace
		case b == '.':
			kinds[c], asciiShape[c] = kRun, Dotted
		case b == '-':
			kinds[c], asciiShape[c] = kRun, Hyphened
		case b == '`', b == '=', b == '*', b == '_':
			kinds[c] = kRun
		case b == '\'':
			kinds[c] = kQuote
		}
	}
}

// Split appends the tokens of src[span], a sentence, to buf and returns it. The
// spans are offsets into src, in order, inside span and on the bounds of
// characters. It allocates only where buf is too small, and cuts the same
// sentence in the same way whatever stands around it.
//
// The full stop of an abbreviation stays with it; of one that ends the span it
// stays where the word has another full stop inside ("U.S.").
func Split(buf []Token, src string, span text.Span) []Token {
	s := splitter{src: src, start: span.Start, end: span.End, out: buf}
	joined := Shape(0)
	for i := span.Start; i < s.end; {
		c := src[i]
		kind := kinds[c]
		if kind == kSpace {
			i++
			joined = 0
			continue
		}
		next := i + 1
		switch kind {
		case kLetter, kDigit:
			next = s.word(i, joined)
		case kWide:
			r, n := utf8.DecodeRuneInString(src[i:s.end])
			next = i + n
			switch {
			case blank(r):
				i = next
				joined = 0
				continue
			case wordRune(r):
				next = s.word(i, joined)
			case r == '’':
				next = s.apostrophe(i, next, joined)
			default:
				s.mark(i, next, joined)
			}
		case kQuote:
			next = s.apostrophe(i, next, joined)
		case kRun:
			for next < s.end && src[next] == c {
				next++
			}
			s.mark(i, next, joined)
		default:
			s.mark(i, next, joined)
		}
		i = next
		joined = Joined
	}
	return s.out
}

// A splitter is at work on one sentence.
type splitter struct {
	src        string
	start, end int
	out        []Token
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func (s *splitter) mark(start, end int, joined Shape) {
	shape := Mark | joined
	if s.src[start] >= utf8.RuneSelf {
		shape |= Foreign
	}
	s.out = append(s.out, Token{text.Span{Start: start, End: end}, IDOf(s.src[start:end]), shape})
}

// apostrophe cuts an apostrophe that begins no word's clitic, or begins one
// behind a mark: the years of '98, a quotation, the plural's possessive.
func (s *splitter) apostrophe(start, end int, joined Shape) int {
	if end := cliticAt(s.src[:s.end], start, s.end); end > 0 && joined != 0 {
		s.clitic(start, end)
		return end
	}
	for end < s.end && s.src[start] == '\'' && s.src[end] == '\'' {
		end++
	}
	s.mark(start, end, joined)
	return end
}

// word cuts the word that begins at start, with its clitics, and returns where
// it ends.
func (s *splitter) word(start int, joined Shape) int {
	src := s.src[:s.end]
	var (
		h, before = uint32(idSeed), uint32(idSeed) // of what is read, and without the last character
		shape     Shape
		segment   = start // where the part behind the last full stop or hyphen begins
	)
	i := start
scan:
	for i < len(src) {
		c := src[i]
		switch kinds[c] {
		case kLetter, kDigit:
			before = h
			h = (h ^ uint32(lower[c])) * idPrime
			shape |= asciiShape[c]
			if i == start && shape&Capitals != 0 {
				shape = shape&^Capitals | Capital
			}
			i++
		case kWide:
			r, n := utf8.DecodeRuneInString(src[i:])
			if r == '’' {
				if !s.inWord(src, start, i, n) {
					break scan
				}
			} else if !wordRune(r) {
				break scan
			}
			before = h
			h = addRune(h, r)
			shape |= shapeOf(r, i == start)
			i += n
		default:
			if !s.joins(src, start, segment, i) {
				break scan
			}
			if c == ':' && i+2 < len(src) && src[i+1] == '/' {
				return s.address(start, joined)
			}
			before = h
			h = (h ^ uint32(c)) * idPrime
			shape |= asciiShape[c]
			i++
			if c == '.' || c == '-' {
				segment = i
			}
		}
	}
	return s.cut(start, i, h, before, shape, joined)
}

// joins reports whether the mark at i stands inside the word that began at
// start, or is the full stop of an abbreviation.
func (s *splitter) joins(src string, start, segment, i int) bool {
	c := src[i]
	if c == '\'' {
		return s.inWord(src, start, i, 1)
	}
	last := kinds[src[i-1]]
	var next uint8 = kSpace
	if i+1 < len(src) {
		next = kinds[src[i+1]]
	}
	switch c {
	case '.':
		return s.stopJoins(src, start, segment, i, next)
	case ',':
		return last == kDigit && thousands(src, i+1)
	case '/':
		return last == kDigit && next == kDigit
	case ':':
		return last == kDigit && next == kDigit || i+2 < len(src) && src[i+1] == '/' && src[i+2] == '/'
	case '&':
		return last == kLetter && next == kLetter && isUpper(src[i-1]) && isUpper(src[i+1])
	case '@', '_':
		return next == kLetter || next == kDigit
	case '-':
		return (next == kLetter || next == kDigit || next == kWide) && prefixes().has(IDOf(src[start:i]))
	}
	return false
}

// thousands reports whether three figures and no more stand at i.
func thousands(src string, i int) bool {
	n := 0
	for i+n < len(src) && kinds[src[i+n]] == kDigit {
		n++
	}
	return n == 3
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// stopJoins is about a full stop: inside 4.5, U.S. and web.org, and at the end
// of an abbreviation.
func (s *splitter) stopJoins(src string, start, segment, i int, next uint8) bool {
	last := kinds[src[i-1]]
	switch {
	case last == kRun:
		return false
	case next == kDigit:
		return last == kDigit
	case next == kLetter:
		return last == kLetter && (i-segment == 1 || !isUpper(src[i+1]))
	case next == kRun && src[i+1] == '.':
		return false // an ellipsis
	case segment > start && i-segment == 1 && last == kLetter:
		return true // U.S., a.m.
	case next != kSpace && next != kOther && next != kQuote:
		return false
	}
	rest := i + 1
	for rest < len(src) && kinds[src[rest]] == kSpace {
		rest++
	}
	if rest == len(src) {
		return false
	}
	if i-start == 1 && isUpper(src[start]) || start == s.start && last == kDigit {
		return true // an initial; the number of a list
	}
	kind, ok := lexicon.Abbreviation(src[start : i+1])
	return ok && (kind != lexicon.BeforeNumber || kinds[src[rest]] == kDigit)
}

// inWord reports whether the apostrophe of n bytes at i stands inside a name,
// O'Reilly, and does not begin a clitic.
func (s *splitter) inWord(src string, start, i, n int) bool {
	if i+n >= len(src) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(src[i+n:])
	return unicode.IsLetter(r) && cliticAt(src, i, len(src)) == 0 && !(src[i+n] == 't' && i > start && lower[src[i-1]] == 'n' && !letterAt(src, i+n+1))
}

func letterAt(src string, i int) bool {
	if i >= len(src) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(src[i:])
	return wordRune(r)
}

// clitics are what is cut from the word before it, without the apostrophe. (n't
// is cut elsewhere.)
var clitics = [...]string{"s", "ll", "re", "ve", "d", "m"}

// cliticAt returns the end of the clitic whose apostrophe stands at i, 0 if
// there is none.
func cliticAt(src string, i, end int) int {
	switch {
	case i >= end:
		return 0
	case src[i] == '\'':
		i++
	case i+3 <= end && src[i:i+3] == "’":
		i += 3
	default:
		return 0
	}
	for _, c := range clitics {
		n := len(c)
		if i+n <= end && lower[src[i]] == c[0] && (n == 1 || lower[src[i+1]] == c[1]) && !letterAt(src[:end], i+n) {
			return i + n
		}
	}
	return 0
}

// address cuts an address of the web, which ends at a blank, less the marks
// before it.
func (s *splitter) address(start int, joined Shape) int {
	end := start
	for end < s.end && kinds[s.src[end]] != kSpace && s.src[end] != '"' && s.src[end] != '<' && s.src[end] < utf8.RuneSelf {
		end++
	}
	for end > start+1 && kinds[s.src[end-1]] != kLetter && kinds[s.src[end-1]] != kDigit && s.src[end-1] != '/' {
		end--
	}
	t := TokenAt(s.src, text.Span{Start: start, End: end}, false)
	t.Shape |= joined
	s.out = append(s.out, t)
	return end
}

// cut appends the word that was read, without the n of n't, and its clitic.
func (s *splitter) cut(start, end int, h, before uint32, shape, joined Shape) int {
	src := s.src[:s.end]
	if clitic := negation(src, start, end); clitic > 0 {
		s.add(start, end-1, before, shape, joined)
		s.clitic(end-1, clitic)
		return clitic
	}
	if at := contractions().cut(h, end-start); at > 0 && !shape.Has(Foreign) {
		t := TokenAt(src, text.Span{Start: start, End: start + at}, false)
		t.Shape |= joined
		s.out = append(s.out, t)
		s.clitic(start+at, end)
		return end
	}
	s.add(start, end, h, shape, joined)
	return end
}

// negation returns the end of the n't whose n is the last letter of a word,
// 0 if there is none.
func negation(src string, start, end int) int {
	if end-start < 2 || lower[src[end-1]] != 'n' || end >= len(src) {
		return 0
	}
	at := end
	switch {
	case src[at] == '\'':
		at++
	case len(src)-at >= 3 && src[at:at+3] == "’":
		at += 3
	default:
		return 0
	}
	if at < len(src) && lower[src[at]] == 't' && !letterAt(src, at+1) {
		return at + 1
	}
	return 0
}

// clitic appends what was cut from the word before it.
func (s *splitter) clitic(start, end int) {
	t := TokenAt(s.src, text.Span{Start: start, End: end}, true)
	t.Shape |= Clitic
	s.out = append(s.out, t)
}

func (s *splitter) add(start, end int, id uint32, shape, joined Shape) {
	s.out = append(s.out, Token{text.Span{Start: start, End: end}, id, finish(shape) | joined})
}
