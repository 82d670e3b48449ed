package html

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"factcheck/internal/input"
)

// startAttribute is put on every start tag: the offset of the tag in the file.
const startAttribute = "data-factcheck-at"

// A page is a parsed page whose text knows where it stands.
type page struct {
	src    string
	base   int    // where src stands in the file; negative: places are not known
	marked []byte // src with startAttribute
	tokens []textToken
	notes  map[string]comment // by the words that marked has in their place
	root   *html.Node
	leaves map[*html.Node]*leaf
	byTag  map[int][]*leaf     // by the offset of the nearest start tag above
	trunk  map[*html.Node]bool // elements that hold more than half of the story
}

// A textToken is a run of text between two tags.
type textToken struct {
	start, end int
	text       string // without character references
}

// A leaf is a text node.
type leaf struct {
	node   *html.Node
	tokens []textToken // that it was made of; none where that is not known
	main   bool        // readability takes it for the story
	used   bool
}

// parsePage cuts src into tags and text and makes the tree.
func parsePage(src string, base int) (*page, *input.Problem) {
	p := &page{src: src, base: base, leaves: map[*html.Node]*leaf{}, byTag: map[int][]*leaf{}}
	p.cut()
	root, err := html.Parse(bytes.NewReader(p.marked))
	if err != nil {
		return nil, &input.Problem{Message: "the page cannot be read: " + strings.TrimPrefix(err.Error(), "html: "), Hint: "save its text as text or Markdown"}
	}
	p.root = root
	(&linker{page: p, used: make([]bool, len(p.tokens))}).link(root, -1)
	return p, nil
}

// cut fills marked and tokens. It leaves drawings out.
func (p *page) cut() {
	var out bytes.Buffer
	out.Grow(len(p.src) + len(p.src)/4)
	z := html.NewTokenizer(strings.NewReader(p.src))
	var d drawing
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := z.Raw()
		size := len(raw)
		if d.holds(z, kind, raw) {
			at += size
			continue
		}
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			name := 1 + bytes.IndexAny(append(raw[1:size:size], '>'), " \t\r\n\f/>")
			out.Write(raw[:name])
			out.WriteString(" " + startAttribute + `="` + strconv.Itoa(at) + `"`)
			out.Write(raw[name:])
		case html.CommentToken:
			out.WriteString(p.note(at, string(raw)))
		case html.TextToken:
			out.Write(raw)
			p.tokens = append(p.tokens, textToken{start: at, end: at + size, text: plain(p.src[at : at+size])})
		default:
			out.Write(raw)
		}
		at += size
	}
	p.marked = out.Bytes()
}

// plain is raw text as the tree has it.
func plain(raw string) string {
	if strings.IndexByte(raw, '\r') >= 0 {
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "\r\n", "\n"), "\r", "\n")
	}
	if strings.IndexByte(raw, 0) >= 0 {
		raw = strings.ReplaceAll(raw, "\x00", "")
	}
	return html.UnescapeString(raw)
}

// A linker goes through a tree in the order of the file and finds the tokens of
// each text node.
type linker struct {
	*page
	next   int    // token
	used   []bool // by token
	passed []int  // the last tokens before next that are words and not used
}

// ahead is how many tokens are tried for a text node: the parser moves text out
// of tables, before what the file has before it, and leaves some out.
const ahead = 256

func (l *linker) link(n *html.Node, tag int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.ElementNode:
			own := tag
			if at, ok := startOf(c); ok {
				own = at
			}
			l.link(c, own)
		case html.TextNode:
			f := &leaf{node: c, tokens: l.find(c.Data)}
			l.leaves[c] = f
			l.byTag[tag] = append(l.byTag[tag], f)
		}
	}
}

// find returns the tokens that data is made of: of those that were passed, else
// of those to come.
func (l *linker) find(data string) []textToken {
	if strings.TrimSpace(data) != "" {
		for _, i := range l.passed {
			if n := l.spelled(i, data); n > 0 {
				l.passed = slices.DeleteFunc(l.passed, func(k int) bool { return k >= i && k < i+n })
				return l.take(i, n)
			}
		}
	}
	for i := l.next; i < len(l.tokens) && i < l.next+ahead; i++ {
		if n := l.spelled(i, data); n > 0 {
			l.pass(i)
			l.next = i + n
			return l.take(i, n)
		}
	}
	return l.scattered(data)
}

// take marks n tokens from i on as used and returns them.
func (l *linker) take(i, n int) []textToken {
	for k := i; k < i+n; k++ {
		l.used[k] = true
	}
	return l.tokens[i : i+n]
}

// pass notes the tokens before i that another text node may be made of.
func (l *linker) pass(i int) {
	for k := l.next; k < i; k++ {
		if !l.used[k] && strings.TrimSpace(l.tokens[k].text) != "" {
			l.passed = append(l.passed, k)
		}
	}
	l.passed = l.passed[max(0, len(l.passed)-ahead):]
}

// scattered returns the tokens of text that the parser has put together from several
// places, as it does with text between the rows of a table; nil where these are not
// known.
func (l *linker) scattered(data string) []textToken {
	var at []int
	try := func(i int) {
		if after, ok := strings.CutPrefix(data, l.tokens[i].text); ok && !l.used[i] && l.tokens[i].text != "" {
			at, data = append(at, i), after
		}
	}
	for _, i := range l.passed {
		try(i)
	}
	for i := l.next; i < min(len(l.tokens), l.next+ahead) && data != ""; i++ {
		try(i)
	}
	if data != "" {
		return nil
	}
	var out []textToken
	for _, i := range at {
		out = append(out, l.take(i, 1)...)
	}
	return out
}

// spelled returns how many tokens from i on make data; 0 if they do not.
func (l *linker) spelled(i int, data string) int {
	n := 0
	for rest := data; ; n++ {
		if rest == "" {
			return n
		}
		if i+n >= len(l.tokens) || l.used[i+n] {
			return 0
		}
		after, ok := strings.CutPrefix(rest, l.tokens[i+n].text)
		if !ok && n == 0 { // blanks before the body are dropped
			after, ok = strings.CutPrefix(rest, strings.TrimLeft(l.tokens[i].text, " \t\r\n\f"))
			ok = ok && len(after) < len(rest)
		}
		if !ok {
			return 0
		}
		rest = after
	}
}

// startOf returns the offset of the start tag of n.
func startOf(n *html.Node) (int, bool) {
	for _, a := range n.Attr {
		if a.Key == startAttribute {
			at, err := strconv.Atoi(a.Val)
			return at, err == nil
		}
	}
	return 0, false
}

// attribute returns an attribute of n, empty for none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
