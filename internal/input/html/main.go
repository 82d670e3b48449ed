package html

import (
	"bytes"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// findMain marks the text nodes that the readability algorithm takes for the
// story, and reports whether there are any. Readability changes the tree that it
// is given, so it gets one of its own.
func (p *page) findMain() bool {
	root, err := html.Parse(bytes.NewReader(p.marked))
	if err != nil {
		return false
	}
	nowhere := &url.URL{Scheme: "http", Host: "page.invalid"}
	prune(root)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseAndMutate(root, nowhere)
	if err != nil || found.Node == nil {
		return false
	}
	any := p.markMain(found.Node, -1)
	p.findTrunk()
	return any
}

// prune takes what asks for consent out of the tree that readability sees: it is often
// longer than the story and made of whole sentences.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && c.DataAtom != atom.Body && asksConsent(c) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

// asksConsent reports whether n is a dialogue that lies over the page, or is named after
// cookies or consent.
func asksConsent(n *html.Node) bool {
	role := attribute(n, "role")
	return role == "dialog" || role == "alertdialog" || attribute(n, "aria-modal") == "true" || hintedAny(ownHints(n), fieldTables()["consent"])
}

// findTrunk notes the elements that hold more than half of the story. What they are
// called says nothing of the story: the whole page may stand in a form, or in an element
// of the class "newsletter-page".
func (p *page) findTrunk() {
	total := 0
	for _, f := range p.leaves {
		total += f.mainSize()
	}
	p.trunk = map[*html.Node]bool{}
	p.markTrunk(p.root, total)
}

// markTrunk returns how much of the story stands in n.
func (p *page) markTrunk(n *html.Node, total int) (size int) {
	if f := p.leaves[n]; f != nil {
		return f.mainSize()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += p.markTrunk(c, total)
	}
	if size*2 > total {
		p.trunk[n] = true
	}
	return size
}

// mainSize is how many bytes of the story that are not blank at the ends f has.
func (f *leaf) mainSize() int {
	if !f.main {
		return 0
	}
	return len(strings.TrimSpace(f.node.Data))
}

// markMain finds the leaves that the text below n was.
func (p *page) markMain(n *html.Node, tag int) (any bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.ElementNode:
			own := tag
			if at, ok := startOf(c); ok {
				own = at
			}
			any = p.markMain(c, own) || any
		case html.TextNode:
			any = p.markLeaf(c.Data, tag) || any
		}
	}
	return any
}

func (p *page) markLeaf(data string, tag int) bool {
	words := strings.TrimSpace(data)
	if words == "" {
		return false
	}
	for _, f := range p.byTag[tag] {
		if !f.used && strings.Contains(f.node.Data, words) {
			f.used, f.main = true, true
			return true
		}
	}
	return false
}
