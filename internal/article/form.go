package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"factcheck/internal/lexicon/en"
)

// A form is what a line is by its looks, wherever it stands. The zero form is
// plain text.
type form struct {
	kind Kind
	job  job  // of Furniture
	firm bool // a Stamp that says "published", a Byline that says "by"
	why  string
}

func plain(b *block) bool { return b.form.kind == 0 }

// formOf tells the form of b, which holds one line.
func formOf(src string, b *block) form {
	line := b.in(src)
	switch {
	case b.words == 0:
		return markForm(line)
	case isHeading(line):
		return form{kind: Headline, why: "a heading mark"}
	case isImage(line):
		return form{kind: Caption, why: "an image link"}
	case isPromo(line):
		return form{kind: Furniture, job: inline, why: "a link between >> and <<"}
	}
	var buf [longestStock + utf8.UTFMax]byte
	folded := string(fold(buf[:0], line))
	if isCorrection(folded) {
		return form{kind: Correction, why: "begins as a correction note does"}
	}
	if isDeskNote(line, folded) {
		return form{kind: Correction, why: "a note of an agency to desks"}
	}
	if b.words <= 20 {
		if ok, verb := isStamp(line); ok {
			return form{kind: Stamp, firm: verb, why: "a date and nothing else"}
		}
		if f := bylineForm(line, b); f.kind != 0 {
			return f
		}
	}
	if j := stock().find(folded, b.words); j != noJob && !(j == kicker && b.words > 3) {
		return form{kind: Furniture, job: j, why: "a stock string of page furniture"}
	}
	if isAddress(line) {
		return form{kind: Furniture, job: widget, why: "an address and nothing else"}
	}
	if b.words <= 80 && b.breaks <= 3 {
		if why := captionReason(line, b); why != "" {
			return form{kind: Caption, why: why}
		}
	}
	return form{}
}

// markForm is the form of a line without letters and digits. An emoji or a
// symbol may be the story's; a line of punctuation is a rule.
func markForm(line string) form {
	for _, r := range line {
		if r >= utf8.RuneSelf && !isMark(r) && !isBlank(r) && !unicode.IsPunct(r) {
			return form{}
		}
	}
	return form{kind: Furniture, why: "a rule"}
}

func isHeading(line string) bool {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	return n >= 1 && n <= 6 && n < len(line) && (line[n] == ' ' || line[n] == '\t')
}

func isImage(line string) bool {
	return strings.HasPrefix(line, "![") && strings.HasSuffix(line, ")") && strings.Contains(line, "](")
}

func isPromo(line string) bool {
	return strings.HasPrefix(line, ">>") && strings.HasSuffix(line, "<<") ||
		strings.HasPrefix(line, "»") && strings.HasSuffix(line, "«")
}

// isCorrection recognises the beginning of a correction note in a folded line. A label needs a
// colon, a dash, a date or the end of the line behind it, for correction
// officers and editors write no notes.
func isCorrection(folded string) bool {
	s := strings.TrimLeft(folded, "([{")
	p := phrases()
	for _, opening := range p["correction label"] {
		if rest, ok := strings.CutPrefix(s, opening); ok && endsLabel(rest) {
			return true
		}
	}
	for _, opening := range p["correction opening"] {
		rest, ok := strings.CutPrefix(s, opening)
		if rest = strings.TrimPrefix(rest, " "); !ok || !namesPage(rest) {
			continue
		}
		_, verb, _ := strings.Cut(rest, " ")
		if !en.Is(opening, en.This) || hasAnyPrefix(verb, p["correction verb"]) {
			return true
		}
	}
	return false
}

// isDeskNote recognises what agencies write to desks about a version: "Eds: UPDATES
// with details", "(Corrects day of closure in paragraph 2)". It repeats values that
// were wrong.
func isDeskNote(line, folded string) bool {
	s := strings.TrimLeft(folded, "([{^")
	p := phrases()
	for _, label := range p["desk note label"] {
		if strings.HasPrefix(s, label+":") {
			return true
		}
	}
	if line[0] != '(' {
		return false
	}
	for _, verb := range p["desk note verb"] {
		if strings.HasPrefix(s, verb+" ") {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// endsLabel reports whether rest, after "correction", ends the label: at once,
// or after a date in brackets or behind a comma.
func endsLabel(rest string) bool {
	for w := range strings.FieldsSeq(rest) {
		core := trimMarks(w)
		switch {
		case core == "" || strings.ContainsAny(w[:1], ":.-"):
			return true // the mark itself, or one before the first word
		case core != "N" && core != "Nth" && classOf(core)&(month|weekday) == 0:
			return false
		case strings.HasSuffix(w, ":"):
			return true
		}
	}
	return true
}

func namesPage(s string) bool {
	for _, page := range phrases()["page"] {
		if rest, ok := strings.CutPrefix(s, page); ok && !continuesWord(rest) {
			return true
		}
	}
	return false
}

// isAddress reports whether line is one e-mail or web address.
func isAddress(line string) bool {
	if strings.ContainsAny(line, " \t") {
		return false
	}
	at := strings.IndexByte(line, '@')
	return strings.HasPrefix(line, "http://") || strings.HasPrefix(line, "https://") || strings.HasPrefix(line, "www.") ||
		at > 0 && strings.IndexByte(line[at:], '.') > 0
}

// bylineForm recognises "By NAME", "NAME, Staff Writer" and the like.
func bylineForm(line string, b *block) form {
	s := strings.TrimLeftFunc(line, func(r rune) bool { return isMark(r) || isBlank(r) })
	first, rest, _ := strings.Cut(s, " ")
	word := strings.ToLower(first)
	switch {
	case en.Is(word, en.By):
		if at := stampTail(rest); at > 0 {
			rest = rest[:at]
		}
		if isNames(rest, 1) {
			return form{kind: Byline, firm: true, why: "by and a name"}
		}
		return form{}
	case en.Is(word, en.BylineLabel):
		if isNames(rest, 1) {
			return form{kind: Byline, firm: true, why: "a credit for the words"}
		}
	}
	if first, rest, ok := strings.Cut(rest, " "); ok && en.Is(strings.ToLower(first), en.By) && en.Is(word, en.BylineWord) {
		if name, _, _ := strings.Cut(rest, ";"); isNames(name, 1) {
			return form{kind: Byline, firm: true, why: "by and a name"}
		}
	}
	name, title, ok := strings.Cut(s, ",")
	if ok && b.words <= 9 && !b.stop && isNames(name, 2) && isRole(title) {
		return form{kind: Byline, why: "a name and a role"}
	}
	return form{}
}

// isNames reports whether s is a list of at least least capitalised words, such
// as names with roles, and neither a sentence nor a date.
func isNames(s string, least int) bool {
	capitals := 0
	for w := range strings.FieldsSeq(s) {
		core := trimMarks(w)
		if core == "" || strings.ContainsRune(w, '@') {
			continue
		}
		r, _ := utf8.DecodeRuneInString(core)
		c := classOf(core)
		switch {
		case capitals == 0 && c&(month|weekday) != 0:
			return false
		case unicode.IsUpper(r) || unicode.In(r, unicode.Lo):
			capitals++
		case c&(particle|role) != 0 && (capitals > 0 || c&function == 0):
		case isDigit(core[0]) && capitals > 0:
		default:
			return false
		}
	}
	s = strings.TrimRight(s, " \"”")
	return capitals >= least && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!")
}

// isRole reports whether s ends in the role of somebody who writes.
func isRole(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 5 {
		return false
	}
	last := classOf(fields[len(fields)-1])
	return last&role != 0 || last&agency != 0 && len(fields) <= 2
}
