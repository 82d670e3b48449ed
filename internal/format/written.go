package format

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed data/tags.txt
var tagsFile string

// tags returns the section of data/tags.txt that a tag stands in.
var tags = sync.OnceValue(func() map[string]string {
	all, section := map[string]string{}, ""
	for line := range strings.Lines(tagsFile) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			for _, tag := range strings.Fields(line) {
				all[tag] = section
			}
		}
	}
	return all
})

// written tells the formats that are text in form: JSON, HTML and XML. It
// returns nil for prose, Markdown with tags in it included.
func written(src []byte) *Format {
	src = bytes.TrimSpace(bytes.TrimPrefix(src, []byte("\ufeff")))
	if len(src) == 0 {
		return nil
	}
	id := ""
	switch src[0] {
	case '{', '[':
		id = inJSON(src)
	case '<':
		id = markup(src)
	}
	return formats().byID[id]
}

// inJSON returns the id of the format of a text that is one object or list, or whose
// lines are objects; empty for none.
func inJSON(src []byte) string {
	last := src[len(src)-1]
	if (src[0] == '{' && last == '}' || src[0] == '[' && last == ']') && bytes.ContainsAny(src, `{"`) && json.Valid(src) {
		return kindOfJSON(src)
	}
	line, _, _ := bytes.Cut(src, []byte("\n"))
	line = bytes.TrimSpace(line)
	if len(line) <= 2 || line[0] != '{' || line[len(line)-1] != '}' || !json.Valid(line) {
		return ""
	}
	if kindOfJSON(line) == "record" {
		return Records
	}
	return "json"
}

// markup returns "html", the id of a format of XML, or "" of a text that begins with "<".
func markup(src []byte) string {
	body, declared := skipProlog(src)
	tag := tagAt(body)
	switch section := tags()[tag]; {
	case tag == "!doctype" && doctypeHTML(body):
		if hasPageTag(body[1:]) {
			return "html"
		}
	case section == "page":
		if hasPageTag(body[1:]) {
			return "html"
		}
	case section == "block" && isFragment(body):
		return "html"
	case declared || tag == "!doctype":
		root := skipDoctype(body)
		return kindOfXML(tagAt(root), root)
	case tag != "" && section == "" && bytes.HasSuffix(bytes.ToLower(body), []byte("</"+tag+">")):
		return kindOfXML(tag, body)
	}
	return ""
}

// skipProlog cuts comments and processing instructions from the head of a text,
// and reports whether there was an XML declaration.
func skipProlog(src []byte) (rest []byte, declared bool) {
	for {
		end := ""
		switch {
		case bytes.HasPrefix(src, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(src, []byte("<?")):
			end = "?>"
			declared = declared || bytes.HasPrefix(src, []byte("<?xml"))
		default:
			return src, declared
		}
		i := bytes.Index(src, []byte(end))
		if i < 0 {
			return src, declared
		}
		src = bytes.TrimSpace(src[i+len(end):])
	}
}

// skipDoctype cuts a document type declaration, and comments behind it, from the
// head of a text.
func skipDoctype(src []byte) []byte {
	if tagAt(src) != "!doctype" {
		return src
	}
	depth := 0
	for i, c := range src {
		switch {
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == '>' && depth <= 0:
			rest, _ := skipProlog(bytes.TrimSpace(src[i+1:]))
			return rest
		}
	}
	return nil
}

// tagAt returns the name of the tag with which src begins, in lower case, else
// "". A closing tag has none.
func tagAt(src []byte) string {
	if len(src) < 3 || src[0] != '<' {
		return ""
	}
	end := 1
	for end < len(src) && end < 64 && (isNameByte(src[end]) || end == 1 && src[end] == '!') {
		end++
	}
	if end == len(src) || end == 1 || !strings.ContainsRune(" \t\r\n/>", rune(src[end])) {
		return ""
	}
	return strings.ToLower(string(src[1:end]))
}

func isNameByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == ':' || c == '_' || c == '.'
}

func doctypeHTML(src []byte) bool {
	rest := bytes.TrimSpace(src[len("<!doctype"):])
	return len(rest) >= 4 && strings.EqualFold(string(rest[:4]), "html")
}

// maxSearched is how much of a text is searched for further tags, in bytes: a
// page has them in its head.
const maxSearched = 256 << 10

// hasPageTag reports whether src has a tag of a page or of a block: a text that
// begins with the name of a tag has no second one.
func hasPageTag(src []byte) bool {
	src = src[:min(len(src), maxSearched)]
	for {
		i := bytes.IndexByte(src, '<')
		if i < 0 {
			return false
		}
		src = src[i:]
		if section := tags()[tagAt(src)]; section == "page" || section == "block" {
			return true
		}
		src = src[1:]
	}
}

// isFragment reports whether src, which begins with the tag of a block, is a
// piece of a page and not Markdown that opens with a block of HTML: three lines
// or more, and most of them, begin with a tag, or it is all on a line or two
// with the ends of blocks in it.
func isFragment(src []byte) bool {
	lines, tagged := 0, 0
	for line := range bytes.Lines(src) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		lines++
		if line[0] == '<' && tags()[tagAt(append([]byte("<"), bytes.TrimLeft(line, "</")...))] != "" {
			tagged++
		}
	}
	if lines <= 2 {
		return tagged == lines && (bytes.HasSuffix(src, []byte("</p>")) || bytes.HasSuffix(src, []byte("</div>")) || bytes.Count(src, []byte("</")) >= 3)
	}
	return tagged >= 3 && tagged*2 > lines
}
