// Package xmltree reads XML into a tree whose text knows where it stands in the
// file. It expands no entities but those of XML itself.
package xmltree

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"factcheck/internal/input"
)

// Bounds of a file. They keep it from taking the memory or the stack.
const (
	MaxDepth = 256
	MaxNodes = 4_000_000
)

// A Tree is a file of XML.
type Tree struct {
	Root *Node
	File string // in UTF-8
}

// A Node is an element, or text between tags.
type Node struct {
	Name, Space string // local name and namespace; both empty for text
	Attr        []xml.Attr
	Children    []*Node
	Text        string // of text only, without references
	// Start and End are where text stands in the file; Start is where the tag of an
	// element does.
	Start, End int
	Literal    bool // text that has no references, of a CDATA section
}

// Parse reads a file of XML in the encoding that it declares.
func Parse(src []byte) (*Tree, *input.Problem) {
	file, problem := decode(src)
	if problem != nil {
		return nil, problem
	}
	p := parser{tree: &Tree{File: file}, decoder: xml.NewDecoder(strings.NewReader(file))}
	p.decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // file is decoded
	if problem := p.parse(); problem != nil {
		return nil, problem
	}
	return p.tree, nil
}

// decode returns src in UTF-8.
func decode(src []byte) (string, *input.Problem) {
	label := declared(src)
	if utf8.Valid(src) || label == "" || strings.EqualFold(label, "utf-8") {
		return string(src), nil
	}
	encoding, _ := charset.Lookup(label)
	if encoding == nil {
		return "", &input.Problem{Line: 1, Column: 1, Message: fmt.Sprintf("the encoding %q is not known", label), Hint: "save the file as UTF-8"}
	}
	out, err := encoding.NewDecoder().Bytes(src)
	if err != nil {
		return "", &input.Problem{Message: "the file is not in the encoding that it declares, " + label, Hint: "save the file as UTF-8"}
	}
	return string(out), nil
}

// declared returns the encoding of the XML declaration, empty for none.
func declared(src []byte) string {
	head := src[:min(len(src), 256)]
	end := bytes.Index(head, []byte("?>"))
	i := bytes.Index(head, []byte("encoding="))
	if i < 0 || i > end || i+len(`encoding=""`) > end {
		return ""
	}
	rest := head[i+len("encoding="):]
	label, _, ok := bytes.Cut(rest[1:], rest[:1])
	if !ok {
		return ""
	}
	return string(label)
}

type parser struct {
	tree    *Tree
	decoder *xml.Decoder
	open    []*Node
	nodes   int
}

func (p *parser) parse() *input.Problem {
	for {
		start := int(p.decoder.InputOffset())
		token, err := p.decoder.Token()
		if err == io.EOF && p.tree.Root != nil {
			return nil
		}
		if err != nil {
			return p.broken(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			p.element(token, start)
		case xml.EndElement:
			p.open = p.open[:len(p.open)-1]
		case xml.CharData:
			p.text(string(token), start)
		}
		if len(p.open) > MaxDepth {
			return p.at(fmt.Sprintf("more than %d elements stand inside each other", MaxDepth))
		}
		if p.nodes > MaxNodes {
			return p.at(fmt.Sprintf("the file has more than %d elements", MaxNodes))
		}
	}
}

func (p *parser) at(message string) *input.Problem {
	line, column := p.decoder.InputPos()
	return &input.Problem{Line: line, Column: column, Message: message, Hint: "save its text as text or Markdown"}
}

func (p *parser) broken(err error) *input.Problem {
	message := err.Error()
	if syntax, ok := errors.AsType[*xml.SyntaxError](err); ok {
		message = syntax.Msg
	} else if err == io.EOF {
		message = "it has no element"
	}
	line, column := p.decoder.InputPos()
	return &input.Problem{Line: line, Column: column, Message: "this is not valid XML: " + message, Hint: "save the file again where it was made"}
}

func (p *parser) add(n *Node) {
	p.nodes++
	if len(p.open) > 0 {
		top := p.open[len(p.open)-1]
		top.Children = append(top.Children, n)
	} else if p.tree.Root == nil && n.Name != "" {
		p.tree.Root = n
	}
}

func (p *parser) element(e xml.StartElement, start int) {
	n := &Node{Name: e.Name.Local, Space: e.Name.Space, Attr: e.Copy().Attr, Start: start}
	p.add(n)
	p.open = append(p.open, n)
}

const cdata = "<![CDATA["

func (p *parser) text(s string, start int) {
	end := int(p.decoder.InputOffset())
	n := &Node{Text: s, Start: start, End: end}
	if strings.HasPrefix(p.tree.File[start:end], cdata) {
		n.Start, n.End, n.Literal = start+len(cdata), max(start+len(cdata), end-len("]]>")), true
	}
	p.add(n)
}

// Attribute returns the value of an attribute by its local name; empty for none.
func (n *Node) Attribute(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Child returns the first child element of a name, nil for none, also of nil. Names
// may be a path.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		n = n.child(name)
	}
	return n
}

func (n *Node) child(name string) *Node {
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// All returns the elements of a name below n, in the order of the file, those
// inside of others of the name left out.
func (n *Node) All(name string) []*Node {
	if n == nil {
		return nil
	}
	var out []*Node
	for _, c := range n.Children {
		if c.Name == name {
			out = append(out, c)
		} else {
			out = append(out, c.All(name)...)
		}
	}
	return out
}

// Words returns the text below n with single blanks; empty for nil.
func (n *Node) Words() string {
	var out strings.Builder
	n.gather(&out)
	return strings.Join(strings.Fields(out.String()), " ")
}

func (n *Node) gather(out *strings.Builder) {
	if n == nil {
		return
	}
	out.WriteString(n.Text)
	for _, c := range n.Children {
		c.gather(out)
	}
}

// Add adds text to a paragraph, with its place.
func (t *Tree) Add(b *input.Builder, text *Node) {
	if text.Literal {
		b.Words(t.File[text.Start:text.End], text.Start)
		return
	}
	b.Markup(t.File, text.Start, text.End, 0)
}

// AddAll adds all text below n to a paragraph.
func (t *Tree) AddAll(b *input.Builder, n *Node) {
	if n.Name == "" {
		t.Add(b, n)
	}
	for _, c := range n.Children {
		t.AddAll(b, c)
	}
}

// Paragraph adds a paragraph of all text below n; nil is none.
func (t *Tree) Paragraph(b *input.Builder, role input.Role, why string, n *Node) {
	if n == nil {
		return
	}
	b.Begin(role, why)
	t.AddAll(b, n)
	b.End()
}

// Position returns the line and column of a byte of the file, from 1, columns in
// code points.
func (t *Tree) Position(at int) (line, column int) {
	before := t.File[:at]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
