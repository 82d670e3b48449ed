package article

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"factcheck/internal/text"
	"factcheck/internal/yamltree"
)

// maxFrontMatter is the most front matter may hold, in bytes. It is a handful
// of lines in practice.
const maxFrontMatter = 16 << 10

// A frontMatter is the YAML block at the top of a text. A zero span means that
// there is none.
type frontMatter struct {
	span     text.Span
	id       string
	idAt     text.Position
	meta     Meta
	title    text.Span // where the title stands as it is, empty where it has escapes or several lines
	unusable bool      // the publication date is wrong, or may be lost in broken YAML
}

// readFrontMatter reads the block between a first line of "---" and the next
// line of "---" or "...".
func readFrontMatter(file, src string) (frontMatter, []error) {
	start := 0
	if strings.HasPrefix(src, byteOrderMark) {
		start = len(byteOrderMark)
	}
	first, yamlStart := lineAt(src, start)
	if strings.TrimRight(first, " \t\r") != "---" {
		return frontMatter{}, nil
	}
	yamlEnd, end := closingLine(src, yamlStart)
	if yamlEnd < 0 {
		return unclosed(file, src, yamlStart)
	}
	f := frontMatter{span: text.Span{Start: start, End: end}}
	if yamlEnd-yamlStart > maxFrontMatter {
		f.unusable = true
		return f, []error{&Error{File: file, Line: 1, Column: 1, Message: fmt.Sprintf("the front matter is larger than %d KiB", maxFrontMatter>>10), Hint: "close it with a line of ---"}}
	}
	p := yamlReader{file: file, src: src, base: yamlStart, lines: text.NewLines(src[:end]), front: &f}
	p.read(src[yamlStart:yamlEnd])
	return f, p.errs
}

// lineAt returns the line that starts at start and where the next one starts.
func lineAt(src string, start int) (string, int) {
	if i := strings.IndexByte(src[start:], '\n'); i >= 0 {
		return src[start : start+i], start + i + 1
	}
	return src[start:], len(src)
}

// closingLine returns where the block ends and where its closing line ends, or
// -1 where it never closes.
func closingLine(src string, from int) (yamlEnd, end int) {
	for at := from; at < len(src); {
		line, next := lineAt(src, at)
		if trimmed := strings.TrimRight(line, " \t\r"); trimmed == "---" || trimmed == "..." {
			return at, at + len(trimmed)
		}
		at = next
	}
	return -1, 0
}

// unclosed tells a forgotten closing line from a text that begins with a rule:
// only front matter goes on with "key: value".
func unclosed(file, src string, from int) (frontMatter, []error) {
	line, _ := lineAt(src, from)
	key, _, isPair := strings.Cut(line, ":")
	if !isPair || key == "" || strings.ContainsAny(key, " \t") {
		return frontMatter{}, nil
	}
	return frontMatter{unusable: true}, []error{&Error{File: file, Line: 1, Column: 1, Message: "the front matter has no end", Hint: "close it with a line of ---"}}
}

// A yamlReader fills front from the block that starts at base.
type yamlReader struct {
	file, src string
	base      int
	lines     *text.Lines
	front     *frontMatter
	errs      []error
	// published and date are two names of one thing.
	published, date *Date
	dateAt          text.Position
}

func (r *yamlReader) fail(pos text.Position, message, hint string) {
	r.errs = append(r.errs, &Error{File: r.file, Line: pos.Line, Column: pos.Column, Message: message, Hint: hint})
}

func (r *yamlReader) read(block string) {
	file, err := yamltree.Parse([]byte(block))
	if err != nil {
		r.broken(block, err)
		return
	}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			r.top(doc.Body)
		}
	}
	r.settlePublished()
}

// The keys of front matter that are read.
const (
	keyID        = "id"
	keyTitle     = "title"
	keyHeadline  = "headline" // in its place
	keyStory     = "story"
	keyOutlet    = "outlet"
	keyPublished = "published"
	keyDate      = "date"
	keyUpdated   = "updated"
	keyDisable   = "factcheck-disable"
)

// broken reports a YAML error. The article is kept unless its publication date
// may have been in the block.
func (r *yamlReader) broken(block string, err error) {
	message, tok := yamltree.Message(err)
	r.fail(r.position(tok), "front matter: "+message, "write one key: value a line")
	for line := range strings.Lines(block) {
		key, _, _ := strings.Cut(line, ":")
		switch strings.Trim(key, " \t\r\n\"'") {
		case keyPublished, keyDate:
			r.front.unusable = true
		}
	}
}

func (r *yamlReader) top(node ast.Node) {
	switch n := node.(type) {
	case *ast.MappingNode:
		for _, pair := range n.Values {
			r.pair(pair)
		}
	case *ast.MappingValueNode:
		r.pair(n)
	case *ast.CommentGroupNode, *ast.NullNode:
	default:
		r.fail(r.position(node.GetToken()), "the front matter is not a list of keys", "write one key: value a line")
	}
}

func (r *yamlReader) pair(pair *ast.MappingValueNode) {
	f := r.front
	switch key := pair.Key.GetToken().Value; key {
	case keyID:
		if s, at := r.scalar(key, pair.Value); s != "" {
			f.id, f.idAt = s, r.lines.Position(at.Start)
		}
	case keyTitle:
		f.meta.Title, f.title = r.scalar(key, pair.Value)
	case keyHeadline:
		if f.meta.Title == "" {
			f.meta.Title, f.title = r.scalar(key, pair.Value)
		}
	case keyStory:
		f.meta.Story, _ = r.scalar(key, pair.Value)
	case keyOutlet:
		f.meta.Outlet, _ = r.scalar(key, pair.Value)
	case keyPublished:
		r.published = r.day(key, pair.Value)
	case keyDate:
		r.date = r.day(key, pair.Value)
		r.dateAt = r.position(pair.Key.GetToken())
	case keyUpdated:
		f.meta.Updated = r.day(key, pair.Value)
	case keyDisable:
		r.disabled(key, pair.Value)
	}
}

// disabled reads "{RULE: reason}", a list of these, or of strings "RULE:
// reason".
func (r *yamlReader) disabled(key string, node ast.Node) {
	switch n := node.(type) {
	case nil, *ast.NullNode, *ast.CommentGroupNode:
	case *ast.MappingNode:
		for _, pair := range n.Values {
			r.disable(pair)
		}
	case *ast.MappingValueNode:
		r.disable(n)
	case *ast.SequenceNode:
		for _, element := range n.Values {
			if _, ok := element.(*ast.SequenceNode); ok {
				r.fail(r.position(element.GetToken()), key+" holds a list in a list", "write one RULE: reason a line")
				continue
			}
			r.disabled(key, element)
		}
	default:
		s, span := r.scalar(key, node)
		rules, reason, _ := strings.Cut(s, ":")
		rules = strings.TrimFunc(rules, isBlank)
		if span.Len() > 0 {
			span.End = span.Start + len(rules)
		}
		r.front.meta.Disabled = append(r.front.meta.Disabled, Disabled{rules, strings.TrimFunc(reason, isBlank), span})
	}
}

func (r *yamlReader) disable(pair *ast.MappingValueNode) {
	key := pair.Key.GetToken()
	reason, _ := r.scalar(key.Value, pair.Value)
	r.front.meta.Disabled = append(r.front.meta.Disabled, Disabled{strings.TrimFunc(key.Value, isBlank), reason, r.span(key)})
}

// day reads the value of a date key. A value that is not a date makes the
// document unusable unless the key is "updated"; a date in a year that cannot be
// is left out.
func (r *yamlReader) day(key string, node ast.Node) *Date {
	before := len(r.errs)
	s, span := r.scalar(key, node)
	if s == "" {
		r.front.unusable = r.front.unusable || len(r.errs) > before && key != keyUpdated
		return nil
	}
	d, problem := parseDate(s)
	if problem != "" {
		r.fail(r.lines.Position(span.Start), key+": "+problem, dateForms)
		r.front.unusable = r.front.unusable || key != keyUpdated
		return nil
	}
	if d.isZero() {
		at := r.lines.Position(span.Start)
		r.front.meta.NoDate = append(r.front.meta.NoDate, NoDate{key, at.Line, at.Column})
		return nil
	}
	if problem := d.yearProblem(); problem != "" {
		r.fail(r.lines.Position(span.Start), key+": "+problem, undatedHint)
		return nil
	}
	d.Span = span
	return d
}

func (r *yamlReader) settlePublished() {
	r.front.meta.Published = r.published
	switch {
	case r.published == nil:
		r.front.meta.Published = r.date
	case r.date != nil && !r.date.Time.Equal(r.published.Time):
		r.fail(r.dateAt, fmt.Sprintf("date says %s and published says %s", r.date.Text, r.published.Text), "keep one of the two")
	}
}

// scalar returns the value of a plain, quoted or block scalar and where it
// stands; "" for null. Anything else is an error at its place.
func (r *yamlReader) scalar(key string, node ast.Node) (string, text.Span) {
	switch n := node.(type) {
	case nil, *ast.NullNode:
		return "", text.Span{}
	case *ast.LiteralNode:
		return strings.TrimFunc(n.Value.Value, isBlank), r.span(n.Value.GetToken())
	case ast.ScalarNode:
		tok := n.GetToken()
		return strings.TrimFunc(tok.Value, isBlank), r.span(tok)
	}
	r.fail(r.position(node.GetToken()), key+" must be one value", "write "+key+": value")
	return "", text.Span{}
}

// position returns the place of tok in the file.
func (r *yamlReader) position(tok *token.Token) text.Position {
	return r.lines.Position(r.offset(tok))
}

// offset returns the byte offset of tok in the file, from the line and the
// column in code points that the parser reports for the block.
func (r *yamlReader) offset(tok *token.Token) int {
	if tok == nil || tok.Position == nil {
		return r.base
	}
	at := r.base
	for line := 1; line < tok.Position.Line && at < len(r.src); line++ {
		_, at = lineAt(r.src, at)
	}
	line, _ := lineAt(r.src, at)
	for column := 1; column < tok.Position.Column && line != ""; column++ {
		_, size := utf8.DecodeRuneInString(line)
		at, line = at+size, line[size:]
	}
	return at
}

// span returns where the value of tok stands, without its quotation marks. The
// parser's columns are off by a blank here and there, so the value is looked
// for in the rest of its line; a value with escapes or over several lines
// gets an empty span at its start.
func (r *yamlReader) span(tok *token.Token) text.Span {
	at := r.offset(tok)
	line, _ := lineAt(r.src, at)
	value := strings.TrimFunc(tok.Value, isBlank)
	if i := strings.Index(line, value); i >= 0 {
		return text.Span{Start: at + i, End: at + i + len(value)}
	}
	return text.Span{Start: at, End: at}
}
