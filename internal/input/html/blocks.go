package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A block is a paragraph of the page: text that no element of a block parts.
type block struct {
	leaves  []*leaf
	breaks  map[int]bool // before which leaf a line ends
	above   []comment    // on lines of their own, before the paragraph
	inside  []comment    // in order
	below   []comment    // behind the last paragraph, on lines of their own
	size    int          // bytes that are not blank
	main    int          // of these, those of the story
	heading int          // 1 to 6 of h1 to h6, 0 for none
	caption bool
	figure  bool   // in a figure
	aside   bool   // in navigation, a form, a footer, or hidden
	timed   bool   // holds a time element
	moment  string // of the first one, as it says it to programs
	inTime  int    // bytes that are not blank and stand in time elements
	listed  bool   // in an item of a list
	control bool   // of a form
	linked  int    // bytes that are not blank and stand in links
	hints   string // classes, ids and itemprops of the elements round it, in small letters
}

func (b *block) ofStory() bool { return b.main*2 >= b.size && b.main > 0 }

// link reports whether the block is a link and nothing else that is no sentence.
func (b *block) link() bool {
	if b.linked < b.size {
		return false
	}
	last := b.leaves[len(b.leaves)-1].node.Data
	return !strings.ContainsAny(lastLetter(strings.TrimSpace(last)), ".!?”\"'’")
}

// labelled reports whether the block is a link behind a label: "Watch: …".
func (b *block) labelled() bool {
	label := b.size - b.linked
	if b.linked == 0 || label > longestLabel/2 {
		return false
	}
	before, _, ok := strings.Cut(b.text(), ":")
	return ok && len(strings.ReplaceAll(before, " ", ""))+1 == label
}

func lastLetter(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// text returns the words of the block with single blanks.
func (b *block) text() string {
	var out strings.Builder
	for _, f := range b.leaves {
		out.WriteString(f.node.Data)
		out.WriteByte(' ')
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// A cutter cuts a tree into blocks.
type cutter struct {
	*page
	blocks []*block
	open   *block
	above  []comment // of the next block
}

// A setting is what the elements round a text node make of it.
type setting struct {
	heading                int
	caption, aside, linked bool
	listed, control, timed bool
	figure                 bool
	hints                  string
}

func (p *page) cutBlocks() []*block {
	c := &cutter{page: p}
	c.walk(p.root, setting{})
	c.end()
	if n := len(c.blocks); n > 0 {
		c.blocks[n-1].below = c.above
	}
	return c.blocks
}

func (c *cutter) end() {
	if c.open != nil && c.open.size > 0 {
		c.blocks = append(c.blocks, c.open)
	}
	c.open = nil
}

func (c *cutter) walk(n *html.Node, at setting) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch child.Type {
		case html.TextNode:
			c.add(child, at)
		case html.ElementNode:
			c.element(child, at)
		case html.CommentNode:
			c.comment(child)
		}
	}
}

func (c *cutter) element(n *html.Node, at setting) {
	if invisible[n.DataAtom] {
		return
	}
	if n.DataAtom == atom.Br {
		c.lineEnd()
		return
	}
	if n.DataAtom == atom.A && attribute(n, "href") != "" {
		at.linked = true
	}
	isBlock := !inline[n.DataAtom]
	if !isBlock && unseen(n) {
		return
	}
	if isBlock {
		c.end()
	}
	at = at.within(n, c.trunk[n])
	c.walk(n, at)
	if n.DataAtom == atom.Time && c.open != nil {
		c.open.timed = true
		if c.open.moment == "" {
			c.open.moment = attribute(n, "datetime")
		}
	}
	if isBlock {
		c.end()
	}
}

// lineEnd ends a line; two in a row end the paragraph.
func (c *cutter) lineEnd() {
	if c.open == nil {
		return
	}
	n := len(c.open.leaves)
	if c.open.breaks[n] {
		c.end()
		return
	}
	if c.open.breaks == nil {
		c.open.breaks = map[int]bool{}
	}
	c.open.breaks[n] = true
}

func (c *cutter) add(n *html.Node, at setting) {
	size := len(strings.TrimSpace(n.Data))
	if c.open == nil {
		if size == 0 {
			return
		}
		c.open = &block{heading: at.heading, caption: at.caption, figure: at.figure, aside: at.aside, listed: at.listed, control: at.control, hints: at.hints, above: c.above}
		c.above = nil
	}
	if size == 0 && c.open.breaks[len(c.open.leaves)] {
		return
	}
	f := c.leaves[n]
	c.open.leaves = append(c.open.leaves, f)
	c.open.size += size
	if f.main {
		c.open.main += size
	}
	if at.linked {
		c.open.linked += size
	}
	if at.timed {
		c.open.inTime += size
	}
}

// maxHints is how much of the classes round a block is kept, in bytes.
const maxHints = 200

// within is the setting in n. Whole tells that n holds most of the story, so that what it
// is called tells nothing.
func (s setting) within(n *html.Node, whole bool) setting {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		s.heading = int(n.Data[1] - '0')
	case atom.Li:
		s.listed = true
	case atom.Time:
		s.timed = true
	case atom.Figcaption:
		s.caption = true
	case atom.Figure:
		s.figure = true
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Dialog:
		s.aside = s.aside || !whole
	}
	if !whole && (hidden(n) || asksConsent(n)) {
		s.aside = true
	}
	if n.DataAtom == atom.Label || n.DataAtom == atom.Button {
		s.aside, s.control = true, true
	}
	if own := ownHints(n); own != "" && !whole {
		s.hints = own + " " + s.hints
		s.hints = s.hints[:min(len(s.hints), maxHints)]
	}
	return s
}

// ownHints are class, id and itemprop of n, in small letters.
func ownHints(n *html.Node) string {
	return strings.TrimSpace(strings.ToLower(attribute(n, "class") + " " + attribute(n, "id") + " " + attribute(n, "itemprop")))
}

// unseen reports whether n is for screen readers only, or hidden inside a line.
func unseen(n *html.Node) bool {
	return hintedAny(ownHints(n), fieldTables()["unseen"]) || hidden(n) && attribute(n, "aria-hidden") != "true"
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			if strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	out := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		out[a] = true
	}
	return out
}

// Elements whose text no reader sees.
var invisible = atoms(atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object,
	atom.Audio, atom.Video, atom.Canvas, atom.Select, atom.Datalist, atom.Textarea, atom.Map, atom.Title)

// Elements that stand inside a line (HTML, section 4.5, and form controls).
var inline = atoms(atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn,
	atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q, atom.Ruby, atom.Rb, atom.S, atom.Samp,
	atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Img,
	atom.Meta, atom.Link, atom.Input, atom.Source, atom.Picture)
