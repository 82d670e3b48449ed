package format

import (
	"bytes"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// head is how much of a file is searched for the control characters that text
// does not have, in bytes: what mimetype looks at too.
const head = 3072

// unreadable guesses the format of a file that is no text in UTF-8; the guess has
// none where the bytes may be text. byName is the format that the name stands
// for; it decides between those that are archives inside.
func unreadable(src []byte, byName *Format) Guess {
	if f := wide(src); f != nil {
		return guess(f)
	}
	nul := bytes.IndexByte(src, 0) >= 0
	if !nul && !hasControls(src[:min(len(src), head)]) {
		return guess(signed(src))
	}
	g := sniff(src)
	switch {
	case g.Format != nil && byName != nil && byName.binary() && (g.ID == Zip || g.ID == "oldword" || g.ID == "binary"):
		return guess(byName) // .pages, .numbers and .xls tell what they are by their names only
	case g.Format == nil && nul:
		return guess(formats().byID[NUL])
	}
	return g
}

// binary reports whether files in f may be no text.
func (f *Format) binary() bool { return !f.Read() || f.ID == "word" || f.ID == "opendocument" }

// sniff asks mimetype, which knows some 200 signatures. The guess has no format
// for text and for what has none of them.
func sniff(src []byte) Guess {
	t := formats()
	best := Guess{}
	for m := mimetype.Detect(src); m != nil && m.Parent() != nil; m = m.Parent() {
		if m.Is("text/plain") {
			return Guess{}
		}
		media, _, _ := strings.Cut(m.String(), ";")
		kind, _, _ := strings.Cut(media, "/")
		if f := t.byMedia[media]; f != nil {
			return Guess{Format: f, Extension: m.Extension()}
		}
		if best.Format == nil {
			best = Guess{Format: t.byMedia[kind+"/"], Extension: m.Extension()}
		}
		if best.Format == nil {
			best = guess(t.byID["binary"])
		}
	}
	return best
}

// wide tells text whose units are of two or four bytes: by its byte order mark,
// or by the zero bytes of its Latin letters.
func wide(src []byte) *Format {
	switch {
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE, 0, 0}) || bytes.HasPrefix(src, []byte{0, 0, 0xFE, 0xFF}):
		return formats().byID["utf32"]
	case bytes.HasPrefix(src, []byte{0xFF, 0xFE}) || bytes.HasPrefix(src, []byte{0xFE, 0xFF}):
		return formats().byID["utf16"]
	}
	sample := src[:min(len(src), 512)]
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i%2]++
		}
	}
	few, many := min(zeros[0], zeros[1]), max(zeros[0], zeros[1])
	if len(sample) >= 8 && few == 0 && many*10 >= len(sample)*4 {
		return formats().byID["utf16"]
	}
	return nil
}

// signed tells the formats that begin with a signature in letters and may have
// no byte in their head that text does not have.
func signed(src []byte) *Format {
	s := bytes.TrimLeft(bytes.TrimPrefix(src, []byte("\ufeff")), " \t\r\n")
	for _, x := range []struct{ signature, id string }{{"%PDF-", "pdf"}, {`{\rtf`, "richtext"}, {"%!PS", "postscript"}} {
		if bytes.HasPrefix(s, []byte(x.signature)) {
			return formats().byID[x.id]
		}
	}
	return nil
}

// hasControls reports whether b has a control character other than those that
// lay out text, a backspace, an escape, or the end mark of DOS.
func hasControls(b []byte) bool {
	const laysOut = 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r' | 1<<'\b' | 1<<0x1b | 1<<0x1a
	for _, c := range b {
		if c < ' ' && laysOut&(1<<c) == 0 {
			return true
		}
	}
	return false
}
