package news

import (
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/xmltree"
)

// ReadNewsML reads the news items of a file in NewsML-G2: an item alone, or those of
// a message. Items without text, such as pictures, concepts and packages, are left out.
// An item is published when its version was made.
func ReadNewsML(src []byte) ([]*input.Item, []*input.Problem) {
	tree, problem := xmltree.Parse(src)
	if problem != nil {
		return nil, []*input.Problem{problem}
	}
	nodes := []*xmltree.Node{tree.Root}
	if tree.Root.Name != "newsItem" {
		nodes = tree.Root.All("newsItem")
	}
	var items []*input.Item
	for _, n := range nodes {
		if item := readNewsItem(tree, n); item != nil {
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return nil, []*input.Problem{{Line: 1, Column: 1, Message: "the file has no news item with text", Hint: "leave it out"}}
	}
	return items, nil
}

func readNewsItem(tree *xmltree.Tree, n *xmltree.Node) *input.Item {
	meta, content := n.Child("itemMeta"), n.Child("contentMeta")
	item := &input.Item{ID: n.Attribute("guid"), Title: content.Child("headline").Words()}
	item.Line, item.Column = tree.Position(n.Start)
	if item.Title == "" {
		item.Title = meta.Child("title").Words()
	}
	var b input.Builder
	body := n.Child("contentSet")
	if !readInline(tree, body, content, item, &b) {
		return nil
	}
	item.Date([2]string{"NewsML versionCreated", meta.Child("versionCreated").Words()},
		[2]string{"NewsML firstCreated", meta.Child("firstCreated").Words()},
		[2]string{"NewsML contentCreated", content.Child("contentCreated").Words()})
	b.Finish(item, tree.File)
	return item
}

// readInline adds the text of a content set, and reports whether it has any. What
// stands in the metadata is added where the content does not have it.
func readInline(tree *xmltree.Tree, set, meta *xmltree.Node, item *input.Item, b *input.Builder) bool {
	if set == nil {
		return false
	}
	for _, c := range set.Children {
		switch c.Name {
		case "inlineXML":
			if nitf := firstElement(c); nitf != nil && nitf.Name == "nitf" {
				readNITFContent(tree, nitf, meta, item, b)
				return true
			}
			addHead(tree, meta, b, c.Child("html", "body", "h1") == nil && len(c.All("h1")) == 0)
			r := &bodyReader{Builder: b, tree: tree}
			r.read(c, story)
			r.end()
			return true
		case "inlineData":
			addHead(tree, meta, b, true)
			b.Plain(input.Story, "the body", allText(c))
			return true
		}
	}
	return false
}

// readNITFContent keeps what the item says of itself before what its NITF does.
func readNITFContent(tree *xmltree.Tree, nitf, meta *xmltree.Node, item *input.Item, b *input.Builder) {
	own := *item
	addHead(tree, meta, b, nitf.Child("body", "body.head", "hedline") == nil)
	readNITF(tree, nitf, item, b)
	item.ID = own.ID
	if own.Title != "" {
		item.Title = own.Title
	}
}

// addHead adds headline, byline and dateline of the metadata.
func addHead(tree *xmltree.Tree, meta *xmltree.Node, b *input.Builder, headline bool) {
	if !headline || meta == nil {
		return
	}
	tree.Paragraph(b, input.Headline, "the headline of the item", meta.Child("headline"))
	tree.Paragraph(b, input.Byline, "the byline of the item", meta.Child("by"))
	tree.Paragraph(b, input.Dateline, "the dateline of the item", meta.Child("dateline"))
}

func firstElement(n *xmltree.Node) *xmltree.Node {
	for _, c := range n.Children {
		if c.Name != "" {
			return c
		}
	}
	return nil
}

// allText returns the text below n as it stands.
func allText(n *xmltree.Node) string {
	var out strings.Builder
	for _, c := range n.Children {
		out.WriteString(c.Text)
		if c.Name != "" {
			out.WriteString(allText(c))
		}
	}
	return out.String()
}
