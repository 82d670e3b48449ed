package html

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"factcheck/internal/input"
)

// headSize is how far a page declares its encoding, in bytes: the HTML standard
// looks at as many.
const headSize = 1024

// decode returns a page in UTF-8: as it stands if it is UTF-8, whatever it says
// of itself, else from the encoding that it declares.
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
	out, err := encoding.NewDecoder().Bytes(src)
	if err != nil || name == "utf-8" && !utf8.Valid(out) {
		return "", &input.Problem{Message: "the page is not in the encoding that it declares, " + name, Hint: "save the page as UTF-8"}
	}
	return string(out), nil
}
