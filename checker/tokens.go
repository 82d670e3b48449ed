package checker

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/text"
)

type tokenKind uint8

const (
	tokenWord   tokenKind = iota + 1
	tokenFigure           // digits with their thousands separators and decimals
	tokenMark             // any other rune
)

// A token is a piece of a sentence as numbers are read from it. A hyphenated
// word is several tokens, "U.S." is one.
type token struct {
	span       text.Span
	kind       tokenKind
	lower      string // in lower case; of a figure as written
	capital    bool
	glued      bool // nothing stands between it and the token before
	possessive bool // 's follows
	plain      bool // a figure of digits alone
	value      float64
	valid      bool // a figure that is one number: not 2.0.1
}

func (t *token) is(word string) bool { return t.lower == word }

// tokenize appends the tokens of src[span] to out.
func tokenize(out []token, src string, span text.Span) []token {
	prev := -1
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(src[i:span.End])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		t := token{glued: i == prev}
		end := i + n
		switch {
		case '0' <= r && r <= '9', r == '.' && !t.glued && digitAt(src, i+1, span.End):
			end = t.figure(src, i, span.End)
		case unicode.IsLetter(r):
			end = t.word(src, i, span.End)
			t.capital = unicode.IsUpper(r)
		default:
			t.kind = tokenMark
		}
		t.span = text.Span{Start: i, End: end}
		if t.kind != tokenFigure {
			t.lower = strings.ToLower(src[i:end])
		} else {
			t.lower = src[i:end]
		}
		prev, i = end, end
		if t.kind == tokenWord {
			if next, ok := possessiveAt(src, end, span.End); ok {
				t.possessive = true
				prev, i = next, next
			}
		}
		out = append(out, t)
	}
	return out
}

func digitAt(src string, i, limit int) bool { return i < limit && '0' <= src[i] && src[i] <= '9' }

// figure reads digits, with commas or narrow blanks before groups of three and
// a decimal point.
func (t *token) figure(src string, i, limit int) int {
	t.kind = tokenFigure
	start, stops, grouped := i, 0, false
	end := i
	for end < limit {
		switch n, ok := groupAt(src, end, limit); {
		case digitAt(src, end, limit):
			end++
		case ok && stops == 0 && (grouped || end-start <= 3):
			grouped = true
			end += n
		case src[end] == '.' && digitAt(src, end+1, limit):
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
func (t *token) parse(s string, stops int, grouped bool, end int) int {
	t.plain = stops == 0 && !grouped
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
	t.value, t.valid = v, err == nil && len(s) <= 18 && (len(s) < 2 || s[0] != '0' || s[1] == '.')
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
	if !digitAt(src, k, limit) || !digitAt(src, k+1, limit) || !digitAt(src, k+2, limit) || digitAt(src, k+3, limit) {
		return 0, false
	}
	return n + 3, true
}

// word reads letters, the digits after them and apostrophes inside; letters
// with full stops, as in "U.S.", are one word.
func (t *token) word(src string, i, limit int) int {
	t.kind = tokenWord
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
