package input

import (
	"html"
	"slices"
	"strings"
)

// Markup adds bytes [start, end) of src, text of HTML or XML without tags, with
// each character reference in its place, and runs of blanks as one blank. Src
// stands at byte base of the file; a negative base is no place.
func (b *Builder) Markup(src string, start, end, base int) {
	for at := start; at < end; {
		n := strings.IndexByte(src[at:end], '&')
		if n < 0 {
			n = end - at
		}
		b.Words(src[at:at+n], place(base, at))
		if at += n; at == end {
			break
		}
		n = reference(src[at:end])
		b.reference(src[at:at+n], place(base, at))
		at += n
	}
}

// maxReference is longer than the name of any character reference, in bytes.
const maxReference = 40

// reference returns the length of the character reference that s begins with,
// or of the ampersand alone.
func reference(s string) int {
	s = s[:min(len(s), maxReference)]
	n := 1
	for n < len(s) && (s[n] == '#' || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	return n
}

func (b *Builder) reference(raw string, at int) {
	s := html.UnescapeString(raw)
	if strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " ")) == "" {
		b.blank = true
		return
	}
	b.pending(at)
	b.Add(s, at, len(raw))
}

// Words adds s, which stands at byte at of the file, with runs of blanks as one
// blank, those at its ends too; a negative at is no place.
func (b *Builder) Words(s string, at int) {
	for i := 0; i < len(s); {
		if isBlank(s[i]) {
			b.blank = true
			i++
			continue
		}
		end := i
		for end < len(s) && s[end] != 0 && (!isBlank(s[end]) || s[end] == ' ' && end+1 < len(s) && !isBlank(s[end+1])) {
			end++
		}
		if end == i { // NUL, which no text has
			i++
			continue
		}
		b.pending(place(at, i-1))
		b.Add(s[i:end], place(at, i), end-i)
		i = end
	}
}

// LineEnd ends a line inside the paragraph.
func (b *Builder) LineEnd() {
	if !b.Empty() {
		b.Add("\n", -1, 1)
	}
	b.blank = false
}

// pending adds the blank that stands before what comes.
func (b *Builder) pending(at int) {
	if b.blank && !b.Empty() {
		b.Add(" ", at, 1)
	}
	b.blank = false
}

func place(at, i int) int {
	if at < 0 {
		return -1
	}
	return at + max(i, 0)
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// Plain adds plain text: paragraphs are parted by blank lines, or where it has none
// each line is one.
func (b *Builder) Plain(role Role, why, s string) {
	s = strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2029", "\n\n").Replace(s))
	lines := strings.Split(s, "\n")
	parted := slices.ContainsFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
	for _, line := range lines {
		switch {
		case strings.TrimSpace(line) == "":
			b.End()
			continue
		case b.open:
			b.LineEnd()
		default:
			b.Begin(role, why)
		}
		b.Words(line, -1)
		if !parted {
			b.End()
		}
	}
	b.End()
}
