package article

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"factcheck/internal/format"
	"factcheck/internal/text"
)

// mayRead reports whether a file in a folder is opened: its extension is that of a
// format that articles are read from, or of XML or JSON, which hold such ones.
func (r *reader) mayRead(name string) bool {
	f := format.ByName(name)
	return f != nil && f.Read() || byContent(name)
}

// byContent reports whether the name of a file does not say if it is read.
func byContent(name string) bool {
	f := format.ByName(name)
	return f != nil && (f.ID == format.XML || f.ID == format.JSON) && extension(name) == f.Extensions[0]
}

// notRead says what a file in a format that is not read looks like, and what to
// do with it.
func notRead(name string, src []byte, g format.Guess) *Error {
	e := &Error{File: name, Message: "looks like " + g.Name}
	switch {
	case g.ID == format.NUL:
		pos := text.NewLines(string(src)).Position(bytes.IndexByte(src, 0))
		e.Line, e.Column = pos.Line, pos.Column
		e.Message, e.Hint = "this byte is zero, which no byte of a text is", g.Advice
		return e
	case g.Named:
		e.Message = fmt.Sprintf("is named like %s (%s): %s, or name it .txt if it is text", g.Name, g.Extension, g.Advice)
		return e
	case g.Extension != "":
		e.Message += " (" + g.Extension + ")"
	}
	e.Message += ": " + g.Advice
	return e
}

func extension(name string) string { return strings.ToLower(filepath.Ext(name)) }
