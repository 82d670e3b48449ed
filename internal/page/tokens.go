package page

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

type tokenKind uint8

const (
	TokenWord   tokenKind = iota + 1
	TokenFigure           // digits with their thousands separators and decimals
	TokenMark             // any other rune
)

// A Token is a piece of a sentence as numbers are read from it. A hyphenated
// word is several tokens, "U.S." is one.
type Token struct {
	Span       text.Span
	Kind       tokenKind
	Lower      string // in lower case; of a figure as written
	Capital    bool
	Glued      bool // nothing stands between it and the token before
	Possessive bool // 's follows
	Plain      bool // a figure of digits alone
	Value      float64
	Valid      bool // a figure that is one number: not 2.0.1
	classes    *en.Set
}

func (t *Token) Is(word string) bool { return t.Lower == word }

// Of reports whether the token is of one of the classes of words and signs. It is
// looked up once. A blank token is of none.
func (t *Token) Of(classes ...en.Class) bool {
	return t.Kind != 0 && t.Classes().HasAny(classes...)
}

// Classes returns all classes of a token that is not blank. The set must not be
// changed.
func (t *Token) Classes() *en.Set {
	if t.classes == nil {
		t.classes = en.Classes(t.Lower)
	}
	return t.classes
}

// Tokenize appends the tokens of src[span] to out.
func Tokenize(out []Token, src string, span text.Span) []Token {
	prev := -1
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(src[i:span.End])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		t := Token{Glued: i == prev}
		end := i + n
		switch {
		case '0' <= r && r <= '9', r == '.' && !t.Glued && DigitAt(src, i+1, span.End):
			end = t.figure(src, i, span.End)
		case unicode.IsLetter(r):
			end = t.word(src, i, span.End)
			t.Capital = unicode.IsUpper(r)
		default:
			t.Kind = TokenMark
		}
		t.Span = text.Span{Start: i, End: end}
		if t.Kind != TokenFigure {
			t.Lower = text.Lower(src[i:end])
		} else {
			t.Lower = src[i:end]
		}
		prev, i = end, end
		if t.Kind == TokenWord {
			if next, ok := possessiveAt(src, end, span.End); ok {
				t.Possessive = true
				prev, i = next, next
			}
		}
		out = append(out, t)
	}
	return out
}

func DigitAt(src string, i, limit int) bool { return i < limit && '0' <= src[i] && src[i] <= '9' }

// figure reads digits, with commas or narrow blanks before groups of three and
// a decimal point.
func (t *Token) figure(src string, i, limit int) int {
	t.Kind = TokenFigure
	start, stops, grouped := i, 0, false
	end := i
	for end < limit {
		switch n, ok := groupAt(src, end, limit); {
		case DigitAt(src, end, limit):
			end++
		case ok && stops == 0 && (grouped || end-start <= 3):
			grouped = true
			end += n
		case src[end] == '.' && DigitAt(src, end+1, limit):
			stops++
			end++
		default:
			return t.parse(src[start:end], stops, grouped, end)
		}
	}
	return t.parse(src[start:end], stops, grouped, end)
}

// parse gives the figure its value. A figure of more digits than a float64
// holds apart is none.
func (t *Token) parse(s string, stops int, grouped bool, end int) int {
	t.Plain = stops == 0 && !grouped
	if stops > 1 || len(s) > 24 {
		return end
	}
	if grouped {
		s = strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' || r == '.' {
				return r
			}
			return -1
		}, s)
	}
	v, err := strconv.ParseFloat(s, 64)
	t.Value, t.Valid = v, err == nil && len(s) <= 18 && (len(s) < 2 || s[0] != '0' || s[1] == '.')
	return end
}

// groupAt reports whether a separator and exactly three digits stand at i, and
// returns how many bytes they are.
func groupAt(src string, i, limit int) (int, bool) {
	r, n := utf8.DecodeRuneInString(src[i:limit])
	if r != ',' && r != '\u00a0' && r != '\u202f' && r != '\u2009' {
		return 0, false
	}
	k := i + n
	if !DigitAt(src, k, limit) || !DigitAt(src, k+1, limit) || !DigitAt(src, k+2, limit) || DigitAt(src, k+3, limit) {
		return 0, false
	}
	return n + 3, true
}

// word reads letters, the digits after them and apostrophes inside; letters
// with full stops, as in "U.S.", are one word.
func (t *Token) word(src string, i, limit int) int {
	t.Kind = TokenWord
	if end := initials(src, i, limit); end > i {
		return end
	}
	for i < limit {
		r, n := utf8.DecodeRuneInString(src[i:limit])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			i += n
			continue
		}
		if (r == '\'' || r == '’') && i+n < limit {
			if next, _ := utf8.DecodeRuneInString(src[i+n : limit]); unicode.IsLetter(next) {
				if _, ok := possessiveAt(src, i, limit); !ok {
					i += n
					continue
				}
			}
		}
		break
	}
	return i
}

// initials returns the end of capital letters each with a full stop, two at
// least; i if there are none.
func initials(src string, i, limit int) int {
	start, letters := i, 0
	for i+1 < limit && 'A' <= src[i] && src[i] <= 'Z' && src[i+1] == '.' {
		i += 2
		letters++
	}
	if letters < 2 {
		return start
	}
	return i
}

// possessiveAt reports whether 's stands at i, and returns the offset after it.
func possessiveAt(src string, i, limit int) (int, bool) {
	if i >= limit {
		return i, false
	}
	r, n := utf8.DecodeRuneInString(src[i:limit])
	if r != '\'' && r != '’' {
		return i, false
	}
	k := i + n
	if k >= limit || src[k] != 's' && src[k] != 'S' {
		return i, false
	}
	if next, _ := utf8.DecodeRuneInString(src[k+1 : limit]); k+1 < limit && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return i, false
	}
	return k + 1, true
}
