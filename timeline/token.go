package timeline

import (
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	tokWord   tokenKind = iota + 1 // letters, or letters and digits mixed (1990s, 12th)
	tokNumber                      // ASCII digits only
	tokPunct                       // any other single rune
)

// A token is a word, a run of digits or one other rune. Offsets are bytes
// of the scanned text.
type token struct {
	start, end int32
	num        int32  // value of a tokNumber of up to nine digits, else -1
	e          *entry // nil for what the vocabulary does not know: read by the methods only
	kind       tokenKind
	capital    bool // starts with a capital letter
	allCaps    bool
	glued      bool  // no blank between this token and the one before
	breaks     uint8 // line feeds before this token, at most 2
	b          byte  // first byte: the punctuation sign when ASCII
}

func (t *token) classes() class {
	if t.e == nil {
		return 0
	}
	c := t.e.classes
	if !t.capital {
		c &^= t.e.cap
	}
	return c
}

func (t *token) is(c class) bool { return t.classes()&c != 0 }

// val returns the value of class c that t has; ok is false for a token that is
// not of class c, and so for one that the vocabulary does not know.
func (t *token) val(c class) (v int, ok bool) {
	if !t.is(c) {
		return 0, false
	}
	return t.e.value(c)
}

// val0 is val for a token that is known to be of class c, 0 for any other.
func (t *token) val0(c class) int {
	v, _ := t.val(c)
	return v
}

// isVal reports whether t is of class c with the value v.
func (t *token) isVal(c class, v int) bool { return t.valIn(c, v, v) }

// valIn reports whether t is of class c with a value from lo to hi.
func (t *token) valIn(c class, lo, hi int) bool {
	v, ok := t.val(c)
	return ok && v >= lo && v <= hi
}

// abbr reports whether t is an abbreviation: Oct, Fri.
func (t *token) abbr() bool { return t.e != nil && t.e.abbr }

// plural reports whether t is the plural of a word of time: years, Fridays.
func (t *token) plural() bool { return t.e != nil && t.e.plural }

// names returns the almanac names that t begins, the longest first.
func (t *token) names() []nameRef {
	if t.e == nil {
		return nil
	}
	return t.e.names
}

// events returns the events whose words are looked for where t stands.
func (t *token) events() []*Entry {
	if t.e == nil {
		return nil
	}
	return t.e.events
}

// mentions reports whether an event, office or series of the almanac may begin
// with t.
func (t *token) mentions() bool { return t.e != nil && t.e.mention }

func (t *token) punct(b byte) bool { return t.kind == tokPunct && t.b == b }

// maxWord is the length in bytes of the longest word that is looked up.
const maxWord = 40

// named reports whether t may open an almanac name.
func (t *token) named() bool { return len(t.names()) > 0 }

// inName reports whether t may stand in an almanac name.
func (t *token) inName() bool { return t.e != nil && t.e.inName }

// tokenize appends the tokens of src[from:to] to toks. It reads every byte
// once and keeps no copy of the text. Words are looked up in the dictionary
// words, the vocabulary if it is nil.
func tokenize(toks []token, src string, from, to int, words *dictionary) []token {
	var lower [maxWord]byte
	if words == nil {
		words = vocabulary()
	}
	breaks := uint8(0)
	prevEnd := int32(from)
	i := from
	for i < to {
		c := src[i]
		switch {
		case c == '\n':
			if breaks < 2 {
				breaks++
			}
			i++
			continue
		case c == ' ' || c == '\t' || c == '\r':
			i++
			continue
		}
		t := token{start: int32(i), num: -1, b: c, breaks: breaks, glued: int32(i) == prevEnd && i > from}
		switch {
		case isDigit(c):
			i = scanNumber(&t, src, i, to)
		case isLetter(c):
			i = scanWord(&t, src, i, to)
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(src[i:to])
			switch {
			case unicode.IsLetter(r):
				i = scanWord(&t, src, i, to)
			case unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b':
				i += n
				continue
			default:
				t.kind = tokPunct
				i += n
				t.b = foldPunct(r)
			}
		default:
			t.kind = tokPunct
			i++
		}
		t.end = int32(i)
		if n := i - int(t.start); t.kind == tokWord && n <= len(lower) {
			for k := range n {
				lower[k] = toLower(src[int(t.start)+k])
			}
			t.e = words.GetBytes(lower[:n])
		}
		toks = append(toks, t)
		prevEnd, breaks = t.end, 0
	}
	return toks
}

// foldPunct maps typographic quotation marks and dashes to the ASCII sign
// that the grammar asks for, any other rune to 0.
func foldPunct(r rune) byte {
	switch r {
	case '‘', '’', 'ʼ', '′':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '−':
		return '-'
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func toLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func scanNumber(t *token, src string, i, to int) int {
	start, n := i, 0
	for i < to && isDigit(src[i]) {
		if i-start < 9 {
			n = n*10 + int(src[i]-'0')
		}
		i++
	}
	if i < to && isLetter(src[i]) && !clockSuffix(src[i:to]) { // 12th, 1990s, 4A
		end := scanWord(t, src, i, to)
		t.kind, t.capital, t.allCaps = tokWord, false, false
		t.num = int32(n)
		if i-start > 9 {
			t.num = -1
		}
		return end
	}
	t.kind = tokNumber
	if i-start <= 9 {
		t.num = int32(n)
	}
	return i
}

// clockSuffix reports whether s begins with am, pm or the Z of an ISO stamp,
// which make words of their own after a number.
func clockSuffix(s string) bool {
	n := 1
	if c := s[0] | 0x20; len(s) > 1 && (c == 'a' || c == 'p') && s[1]|0x20 == 'm' {
		n = 2
	} else if s[0] != 'Z' {
		return false
	}
	return len(s) == n || s[n] < utf8.RuneSelf && !isLetter(s[n]) && !isDigit(s[n])
}

func scanWord(t *token, src string, i, to int) int {
	start := i
	t.kind, t.allCaps = tokWord, true
	for i < to {
		c := src[i]
		if c < utf8.RuneSelf {
			if !isLetter(c) && !isDigit(c) {
				break
			}
			if 'a' <= c && c <= 'z' {
				t.allCaps = false
			}
			if i == start {
				t.capital = 'A' <= c && c <= 'Z'
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(src[i:to])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		t.allCaps = t.allCaps && unicode.IsUpper(r)
		if i == start {
			t.capital = unicode.IsUpper(r)
		}
		i += n
	}
	t.allCaps = t.allCaps && i-start > 1
	return i
}
