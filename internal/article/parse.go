package article

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"factcheck/internal/files"
	"factcheck/internal/format"
	"factcheck/internal/isolate"
	"factcheck/internal/text"
)

const byteOrderMark = "\ufeff"

// Parse reads the documents in src. Its content and the extension of name tell
// the format, of which internal/format has the list; one that is not read is a
// problem. Parse returns the articles that
// could be read and a *multierror.Error of *Error that lists every problem.
func Parse(name string, src []byte) ([]*Article, error) { return ParseAs(name, src, "") }

// ParseAs is Parse for a file in a format, an id of internal/format; empty: its
// content and name tell it. An id that is not read is a problem.
func ParseAs(name string, src []byte, id string) ([]*Article, error) {
	docs, errs := parse(name, src, id)
	var ids uniqueIDs
	var p problems
	p.add(errs...)
	p.add(ids.add(docs)...)
	return ids.articles, p.err()
}

// parse reads a file in the format forced, an id, or in the one that it seems to be
// in where that is empty. A defect in it costs the file, one in a record the
// record.
func parse(name string, src []byte, forced string) (docs []document, errs []error) {
	work := isolate.Work{Stage: isolate.StageRead, Doc: baseName(name), File: name}
	if d := isolate.Do(work, func() { docs, errs = parseForm(name, src, forced) }); d != nil {
		return nil, []error{d}
	}
	return docs, errs
}

func parseForm(name string, src []byte, forced string) ([]document, []error) {
	if len(src) > MaxSize {
		large := files.TooLarge(MaxSize)
		return nil, []error{&Error{File: name, Message: large.Message, Hint: large.Hint}}
	}
	g := format.Of(name, src)
	if forced != "" && g.ID != format.Zip {
		f := format.ByID(forced)
		if f == nil || !f.Read() {
			return nil, []error{&Error{File: name, Message: "no format that is read is called " + strconv.Quote(forced), Hint: "use one of " + strings.Join(format.IDs(), ", ")}}
		}
		g = format.Guess{Format: f}
	}
	read := formatReaders[g.ID]
	switch {
	case !g.Read():
		return nil, []error{notRead(name, src, g)}
	case g.ID == format.Zip:
		return parseZip(name, src, forced)
	case read != nil:
		return parseItems(name, g.ID, src, read)
	case g.ID == format.Records:
		return parseRecords(name, string(src))
	case g.ID == format.Record:
		return parseRecordFile(name, src)
	}
	doc, errs := parseText(name, g.ID, string(src))
	if doc == nil {
		return nil, errs
	}
	return []document{*doc}, errs
}

// parseText reads one document. It returns nil where the text cannot be used.
func parseText(name, format, src string) (*document, []error) {
	if at := invalidUTF8(src); at >= 0 {
		pos := text.NewLines(src).Position(at)
		return nil, []error{notUTF8(name, pos.Line, pos.Column)}
	}
	if strings.TrimFunc(src, isBlank) == "" {
		return nil, []error{&Error{File: name, Line: 1, Column: 1, Message: "the file is empty", Hint: "write the article, or leave the file out"}}
	}
	head, errs := readFrontMatter(name, src)
	if head.unusable {
		return nil, errs
	}
	a := &Article{ID: head.id, File: name, Format: format, Text: src, Meta: head.meta}
	if a.ID == "" {
		a.ID = baseName(name)
	}
	if head.span.Len() > 0 {
		a.Zones = append(a.Zones, Zone{FrontMatter, head.span, "between the --- lines"})
	}
	if strings.TrimFunc(src[head.span.End:], isBlank) == "" {
		pos := text.NewLines(src).Position(head.span.End)
		return nil, append(errs, &Error{File: name, Line: pos.Line, Column: pos.Column, Message: "there is no text after the front matter", Hint: "write the article, or leave the file out"})
	}
	a.layOut(head.span.End)
	a.titled(head.title)
	return &document{article: a, idAt: head.idAt}, errs
}

// titled makes the title of the front matter, at span, the headline of a text that has
// none of its own.
func (a *Article) titled(span text.Span) {
	if span.Len() == 0 || a.Text[span.Start:span.End] != a.Meta.Title || slices.ContainsFunc(a.Zones, func(z Zone) bool { return z.Kind == Headline }) {
		return
	}
	front := a.Zones[0]
	above, below := front, front
	above.Span.End, below.Span.Start = span.Start, span.End
	a.Zones = slices.Replace(a.Zones, 0, 1, above, Zone{Headline, span, "the title of the front matter"}, below)
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func notUTF8(file string, line, column int) *Error {
	return &Error{File: file, Line: line, Column: column, Message: "this byte is not UTF-8", Hint: "save the file as UTF-8"}
}

// baseName is the file name without folder and extension.
func baseName(name string) string {
	base := filepath.Base(name)
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		return short
	}
	return base
}
