package html

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"

	"factcheck/internal/input"
)

// headSize is how far a page declares its encoding, in bytes: the HTML standard
// looks at as many.
const headSize = 1024

// decode returns a page in UTF-8: as it stands if it is UTF-8, whatever it says
// of itself, else from the encoding that it declares. One that declares UTF-8 and has no
// letter in it is in Windows-1252, as most of these are; one that has some has U+FFFD for
// what is broken.
func decode(src []byte) (string, *input.Problem) {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if utf8.Valid(src) {
		return string(src), nil
	}
	head := src[:min(len(src), headSize)]
	encoding, name, certain := charset.DetermineEncoding(head, "")
	if !certain && !bytes.Contains(bytes.ToLower(head), []byte("charset")) {
		return "", &input.Problem{Message: "the page is not UTF-8 and declares no encoding", Hint: "save the page as UTF-8"}
	}
	if name == "utf-8" && !multibyte(src) {
		encoding, name = charmap.Windows1252, "windows-1252"
	}
	out, err := encoding.NewDecoder().Bytes(src)
	if err != nil {
		return "", &input.Problem{Message: "the page is not in the encoding that it declares, " + name, Hint: "save the page as UTF-8"}
	}
	return string(out), nil
}

// multibyte reports whether src has a letter of UTF-8 that is no ASCII.
func multibyte(src []byte) bool {
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		if r >= utf8.RuneSelf && r != utf8.RuneError {
			return true
		}
		src = src[size:]
	}
	return false
}
