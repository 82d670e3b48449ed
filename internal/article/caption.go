package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/lexicon/en"
)

// captionReason says why line is a caption by its form, or "".
func captionReason(line string, b *block) string {
	trimmed := strings.Trim(line, "*_? ")
	for _, button := range phrases()["caption button"] {
		trimmed = strings.TrimRight(strings.TrimSuffix(trimmed, button), " ")
	}
	switch {
	case endsInCredit(trimmed):
		return "ends in a picture credit"
	case beginsInCredit(trimmed):
		return "begins with a picture credit"
	case b.words <= 60 && isPosed(line, b):
		return "says who stands where, with a date"
	}
	return ""
}

// maxCredit is the length in bytes of the longest credit that is looked for.
const maxCredit = 120

// endsInCredit finds "(Name/Agency)", "(Photo: Name", "Credit: Name", "Getty
// Images" and the like at the end of a line.
func endsInCredit(line string) bool {
	tail := line[max(0, len(line)-maxCredit):]
	if i := strings.LastIndexByte(tail, '('); i >= 0 {
		credit, after, closed := strings.Cut(tail[i+1:], ")")
		before := strings.TrimRight(line[:len(line)-len(tail)+i], " ")
		if strings.Trim(after, " .*_") == "" && isCredit(credit, endsSentence(before), closed) &&
			(!strings.HasPrefix(after, ".") || endsSentence(before)) {
			return true
		}
	}
	if i := strings.LastIndexByte(tail, ':'); i > 0 {
		at := strings.LastIndexByte(tail[:i], ' ') + 1
		first, _ := utf8.DecodeRuneInString(tail[at:])
		if classOf(tail[at:i])&creditLabel != 0 && unicode.IsUpper(first) && isNames(tail[i+1:], 1) && countFields(tail[i+1:]) <= 10 {
			return true
		}
	}
	return endsInAgency(line)
}

// endsInAgency finds "Getty Images", "AP Photo" or "/AFP" as the last words of
// a line.
func endsInAgency(line string) bool {
	line = strings.TrimRight(line, " .")
	i := strings.LastIndexByte(line, ' ')
	last := line[i+1:]
	if slash := strings.LastIndexByte(last, '/'); slash > 0 {
		return classOf(last[slash+1:])&agency != 0 && isUpperStart(last) && isUpperStart(last[slash+1:])
	}
	if i <= 0 || !isUpperStart(last) {
		return false
	}
	previous := line[strings.LastIndexByte(line[:i], ' ')+1 : i]
	if en.Is(strings.ToLower(last), en.PictureNoun) {
		return classOf(previous)&agency != 0
	}
	return en.Is(previous, en.Via) && classOf(last)&agency != 0
}

// isCredit reports whether the words of a bracket name who took a picture.
// alone tells that the bracket follows a whole sentence, closed that it ends.
func isCredit(s string, alone, closed bool) bool {
	s = strings.TrimSpace(s)
	words, capitals, classes := 0, 0, class(0)
	for w := range strings.FieldsSeq(s) {
		words++
		if isUpperStart(w) {
			capitals++
		}
		for part := range strings.SplitSeq(w, "/") {
			classes |= classOf(part)
		}
	}
	if words == 0 || words > 12 {
		return false
	}
	label, _, colon := strings.Cut(s, ":")
	upper := isUpperStart(s) || s[0] == '@' || s[0] == '\xc2'
	switch {
	case colon && classOf(label)&creditLabel != 0:
		return true
	case !closed:
		return false
	case classes&credit != 0 && (upper || hasPrefixFold(s, "photo by") || hasPrefixFold(s, "courtesy")):
		return capitals*2 >= words
	case upper && slashed(s, words):
		return true
	}
	return alone && upper && words >= 2 && words <= 6 && capitals == words && !strings.ContainsAny(s, ".,;0123456789")
}

// slashed finds "Name/Agency": capitals on both sides, and a whole name or an
// agency on one of them. "(HIV/AIDS)" is none.
func slashed(s string, words int) bool {
	i := strings.LastIndexByte(s, '/')
	if i <= 0 || i+1 == len(s) {
		return false
	}
	left, right := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:])
	if !isUpperStart(left) || !isUpperStart(right) {
		return false
	}
	return words >= 2 && isNames(s, 2) || classOf(left)&agency != 0 || classOf(right)&agency != 0
}

// beginsInCredit finds "(Name/Agency) Words", "Image via Name" and "Photo: Name".
func beginsInCredit(line string) bool {
	if strings.HasPrefix(line, "(") {
		credit, after, closed := strings.Cut(line[1:min(len(line), maxCredit)], ")")
		after = strings.TrimLeft(after, " ?")
		return closed && isUpperStart(after) && isCredit(credit, false, true) && countFields(credit) > 1
	}
	first, rest, _ := strings.Cut(line, " ")
	c := classOf(first)
	if c&creditLabel == 0 || !isUpperStart(first) {
		return false
	}
	next, after, _ := strings.Cut(rest, " ")
	switch {
	case strings.HasSuffix(first, ":"):
		return isNames(rest, 1) && countFields(rest) <= 10
	case en.Is(next, en.CreditLink):
		return isNames(strings.TrimPrefix(after, "of "), 1)
	}
	return false
}

// isPosed reports whether line says where in a picture somebody stands and on
// which day, or speaks of the picture itself, without quoting anybody.
func isPosed(line string, b *block) bool {
	p := phrases()
	posed := b.breaks <= 1 && (containsAny(line, p["picture sign"]) && containsAny(line, p["picture"]) ||
		b.digits > 0 && containsAny(line, p["position"]) && hasFullDate(line))
	return posed && !hasClass(line, attribution)
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// hasFullDate finds a month name with a four-digit year within three words.
func hasFullDate(s string) bool {
	since := 4
	for w := range strings.FieldsSeq(s) {
		since++
		core := trimMarks(w)
		switch _, isYear := number(core, 4); {
		case classOf(core)&month != 0 && isUpperStart(core):
			since = 0
		case isYear && since <= 2:
			return true
		}
	}
	return false
}

func hasClass(s string, c class) bool {
	for w := range strings.FieldsSeq(s) {
		if classOf(w)&c != 0 {
			return true
		}
	}
	return false
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, " ”\"’'*_?")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!")
}

func isUpperStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘*_@"))
	return unicode.IsUpper(r)
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func countFields(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
