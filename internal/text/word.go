package text

import (
	"unicode"
	"unicode/utf8"
)

// A Word is a run of letters and digits, with the hyphens and apostrophes
// inside it: "Al-Alam", "Shi’ite", "2018". A possessive 's is left out.
type Word struct {
	Span       Span
	Text       string
	Capital    bool // begins with a capital letter
	Possessive bool // 's follows
	// Joined tells that only blanks, or the full stop of an abbreviation or
	// initial and blanks, stand between the word before and this one.
	Joined bool
	// Comma tells that a comma and blanks stand between.
	Comma bool
}

// Words appends the words of src[span] to out. The texts are substrings of src.
func Words(out []Word, src string, span Span) []Word {
	gap := span.Start
	for i := span.Start; i < span.End; {
		r, n := utf8.DecodeRuneInString(src[i:span.End])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		end := wordEnd(src, i, span.End)
		w := Word{Span: Span{i, end}, Text: src[i:end], Capital: unicode.IsUpper(r)}
		w.Joined, w.Comma = between(src[gap:i], len(out) > 0 && shortWord(out[len(out)-1].Text))
		if end, ok := possessive(src, end, span.End); ok {
			w.Possessive = true
			gap = end
		} else {
			gap = w.Span.End
		}
		out = append(out, w)
		i = gap
	}
	return out
}

// shortWord reports whether a full stop after w can be that of an initial or a
// title.
func shortWord(w string) bool { return utf8.RuneCountInString(w) <= 4 }

func between(gap string, stop bool) (joined, comma bool) {
	joined = true
	for _, r := range gap {
		switch {
		case unicode.IsSpace(r):
		case r == '.' && stop:
		case r == ',' && !comma:
			comma, joined = true, false
		default:
			return false, false
		}
	}
	return joined, comma
}

func wordEnd(src string, i, limit int) int {
	for i < limit {
		r, n := utf8.DecodeRuneInString(src[i:limit])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			i += n
			continue
		}
		if !isJoiner(r) || !letterAt(src, i+n, limit) {
			return i
		}
		if _, ok := possessive(src, i, limit); ok {
			return i
		}
		i += n
	}
	return i
}

func isJoiner(r rune) bool { return r == '-' || r == '‑' || isApostrophe(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func letterAt(src string, i, limit int) bool {
	if i >= limit {
		return false
	}
	r, _ := utf8.DecodeRuneInString(src[i:limit])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// possessive reports whether 's, or a bare apostrophe after an s, stands at i,
// and returns the offset after it.
func possessive(src string, i, limit int) (int, bool) {
	if i >= limit {
		return i, false
	}
	r, n := utf8.DecodeRuneInString(src[i:limit])
	if !isApostrophe(r) {
		return i, false
	}
	k := i + n
	if k < limit && (src[k] == 's' || src[k] == 'S') && !letterAt(src, k+1, limit) {
		return k + 1, true
	}
	return i, false
}
