package article

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"

	"factcheck/internal/input"
	"factcheck/internal/text"
)

// A markdown is what of a text in Markdown no reader of the page sees.
type markdown struct {
	code  []input.Mark // fenced blocks of code
	marks []text.Span  // brackets and addresses of links
}

// A text, and a paragraph in it, may be so large for its links and blocks of code
// to be looked for, in bytes. The parser takes time by the square of a paragraph of
// links that do not end.
const (
	maxMarkdown  = 4 << 20
	maxParagraph = 16 << 10
)

// readMarkdown finds what is not seen in src from start on. Blocks of code that are told by
// their indent only are text: so are the paragraphs of some wires.
func readMarkdown(src string, start int) *markdown {
	if len(src) > maxMarkdown || !mayHoldMarkdown(src[start:]) || longestParagraph(src[start:]) > maxParagraph {
		return &markdown{}
	}
	source := []byte(src[start:])
	m := &markdown{}
	root := goldmark.DefaultParser().Parse(gmtext.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			m.node(n, source)
		}
		return ast.WalkContinue, nil
	})
	for i := range m.code {
		m.code[i].Start, m.code[i].End = m.code[i].Start+start, m.code[i].End+start
	}
	for i := range m.marks {
		m.marks[i].Start, m.marks[i].End = m.marks[i].Start+start, m.marks[i].End+start
	}
	return m
}

func mayHoldMarkdown(src string) bool {
	for _, sign := range []string{"```", "~~~", "](", "][", "<http"} {
		if strings.Contains(src, sign) {
			return true
		}
	}
	return false
}

// longestParagraph returns the length of the longest run of lines that are not
// blank, in bytes.
func longestParagraph(src string) int {
	longest, run := 0, 0
	for line := range strings.Lines(src) {
		if run += len(line); strings.TrimSpace(line) == "" {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

func (m *markdown) node(n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		m.fence(n, source)
	case *ast.Link:
		m.link(n, source)
	case *ast.AutoLink:
		if label := n.Label(source); len(label) > 0 {
			m.autoLink(n, source)
		}
	}
}

// fence notes a block of code from its opening line to its closing one, or to the end
// of its lines where it has none.
func (m *markdown) fence(n *ast.FencedCodeBlock, source []byte) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start := lineStart(source, max(lines.At(0).Start-1, 0)) // of the line before
	end := lines.At(lines.Len() - 1).Stop
	if line, _, _ := bytes.Cut(source[end:], []byte("\n")); isFence(line) {
		end += len(line)
	}
	end = start + len(bytes.TrimRight(source[start:end], " \t\r\n"))
	m.code = append(m.code, input.Mark{Role: input.LeftOut, Start: start, End: end, Why: "a block of code"})
}

func isFence(line []byte) bool {
	line = bytes.TrimLeft(line, " >\t")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

func lineStart(source []byte, at int) int { return bytes.LastIndexByte(source[:at], '\n') + 1 }

// link notes the bracket before the words of a link, and what stands behind them. A
// picture keeps its address: by it a caption is told.
func (m *markdown) link(n *ast.Link, source []byte) {
	first, last := firstText(n), lastText(n)
	if first == nil || last == nil {
		return
	}
	open := first.Segment.Start - 1
	for open >= 0 && strings.IndexByte("*_`~", source[open]) >= 0 {
		open--
	}
	end := last.Segment.Stop
	for end < len(source) && strings.IndexByte("*_`~", source[end]) >= 0 {
		end++
	}
	if open < 0 || source[open] != '[' || end >= len(source) || source[end] != ']' {
		return
	}
	m.marks = append(m.marks, text.Span{Start: open, End: open + 1}, text.Span{Start: end, End: linkEnd(source, end)})
}

// maxAddress is how long an address with its title is at most, in bytes.
const maxAddress = 4096

// linkEnd returns the end of "](address "title")" or "][label]", which begins at at.
func linkEnd(source []byte, at int) int {
	rest := source[at+1 : min(len(source), at+maxAddress)]
	if len(rest) == 0 || rest[0] != '(' && rest[0] != '[' {
		return at + 1
	}
	closing := map[byte]byte{'(': ')', '[': ']'}[rest[0]]
	depth := 0
	for i, c := range rest {
		switch {
		case i > 0 && rest[i-1] == '\\':
		case c == rest[0]:
			depth++
		case c == closing:
			if depth--; depth == 0 {
				return at + 1 + i + 1
			}
		}
	}
	return at + 1
}

func firstText(n ast.Node) *ast.Text {
	for c := n.FirstChild(); c != nil; c = c.FirstChild() {
		if t, ok := c.(*ast.Text); ok {
			return t
		}
	}
	return nil
}

func lastText(n ast.Node) *ast.Text {
	for c := n.LastChild(); c != nil; c = c.LastChild() {
		if t, ok := c.(*ast.Text); ok {
			return t
		}
	}
	return nil
}

// autoLink notes an address between angle brackets. Its place is not told, so it is the
// first one behind the text before it.
func (m *markdown) autoLink(n *ast.AutoLink, source []byte) {
	sign := append(append([]byte("<"), n.Label(source)...), '>')
	from := 0
	if len(m.marks) > 0 {
		from = m.marks[len(m.marks)-1].End
	}
	if before, ok := n.PreviousSibling().(*ast.Text); ok {
		from = before.Segment.Stop
	}
	if i := bytes.Index(source[from:], sign); i >= 0 && i < maxAddress {
		m.marks = append(m.marks, text.Span{Start: from + i, End: from + i + len(sign)})
	}
}

// blanked returns src with blanks for what is not seen.
func (m *markdown) blanked(src string) string {
	if len(m.code)+len(m.marks) == 0 {
		return src
	}
	out := []byte(src)
	for _, c := range m.code {
		blank(out[c.Start:c.End])
	}
	for _, s := range m.marks {
		blank(out[s.Start:s.End])
	}
	return string(out)
}

// cover puts the code into zones of its own, and lets the zones reach over addresses
// that stand at their ends.
func (m *markdown) cover(a *Article, zones []Zone) {
	zones = m.stretched(zones)
	slices.SortStableFunc(m.code, func(a, b input.Mark) int { return a.Start - b.Start })
	hidden := m.code
	for _, z := range zones {
		for len(hidden) > 0 && hidden[0].Start < z.Span.End {
			hidden = a.leaveOut(hidden, &z)
		}
		if z.Span.Len() > 0 {
			a.Zones = append(a.Zones, z)
		}
	}
	for len(hidden) > 0 {
		hidden = a.leaveOut(hidden, nil)
	}
}

func (m *markdown) stretched(zones []Zone) []Zone {
	i := 0
	for _, s := range m.marks {
		for i < len(zones) && zones[i].Span.End < s.End {
			if i+1 < len(zones) && zones[i+1].Span.Start < s.End {
				i++
				continue
			}
			break
		}
		switch {
		case i == len(zones):
			m.code = append(m.code, input.Mark{Role: input.LeftOut, Start: s.Start, End: s.End, Why: "the address of a link"})
		case s.Start >= zones[i].Span.Start && s.End <= zones[i].Span.End:
		case s.Start < zones[i].Span.Start:
			zones[i].Span.Start = s.Start
		default:
			zones[i].Span.End = max(zones[i].Span.End, s.End)
		}
	}
	return zones
}
