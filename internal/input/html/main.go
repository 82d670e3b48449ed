package html

import (
	"bytes"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
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
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	found, err := parser.ParseAndMutate(root, nowhere)
	if err != nil || found.Node == nil {
		return false
	}
	return p.markMain(found.Node, -1)
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
