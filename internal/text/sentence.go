package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences splits src[span] into sentences, without the blanks around them.
// It follows UAX #29 and mends what that breaks in news copy: a full stop after
// an abbreviation (as the abbreviation func tells; the word comes without its
// last stop, next is the first word after it, in a bracket or not) or an initial ends nothing, nor does a stop before a lower-case
// word. A line end ends a sentence, except where the line lacks a stop and the
// next one begins in lower case (hard-wrapped and torn text). Spans are byte
// offsets into src.
func Sentences(src string, span Span, abbreviation func(word, next string) bool) []Span {
	var out []Span
	part := src[span.Start:span.End]
	tokens := sentences.FromString(part)
	start, pending := -1, false
	for tokens.Next() {
		from, to := trim(part, tokens.Start(), tokens.End())
		if from == to {
			continue
		}
		if !pending {
			start = from
		} else if !joined(part, start, out, span.Start, from, abbreviation) {
			start = from
		} else {
			out = out[:len(out)-1]
		}
		out = append(out, Span{span.Start + start, span.Start + to})
		pending = true
	}
	return out
}

func trim(s string, from, to int) (int, int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(s[from:to])
		if !unicode.IsSpace(r) && r != '\ufeff' {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(s[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		to -= n
	}
	return from, to
}

// joined reports whether the sentence at next goes on the one last appended.
func joined(s string, start int, out []Span, base, next int, abbreviation func(word, next string) bool) bool {
	prevEnd := out[len(out)-1].End - base
	first, _ := utf8.DecodeRuneInString(s[next:])
	lower := unicode.IsLower(first)
	gap := s[prevEnd:next]
	last := lastSign(s[start:prevEnd])
	if strings.ContainsAny(gap, "\n\r") {
		return lower && !strings.ContainsRune(".!?:;…", last)
	}
	if lower {
		return true
	}
	if s[prevEnd-1] != '.' {
		return false
	}
	word := lastWord(s[start : prevEnd-1])
	if len(word) == 1 && unicode.IsUpper(rune(word[0])) { // an initial: John F. Kennedy
		return true
	}
	rest := s[next:]
	if !strings.Contains(word, ".") {
		rest = strings.TrimLeft(rest, "([") // 13 lb. (5.9 kg)
	}
	return word != "" && abbreviation != nil && abbreviation(word, firstWord(rest))
}

// lastSign returns the last rune of s that is no closing quote or bracket.
func lastSign(s string) rune {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("\"'”’)]»", r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return 0
}

// firstWord returns the letters and digits at the start of s.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// lastWord returns the end of s after its last blank, bracket or dash other
// than a hyphen.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("([“\"'‘—–/", r)
	})
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}
