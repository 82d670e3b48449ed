package office

import (
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/xmltree"
)

// ReadWord reads a .docx file: its paragraphs, those in tables and text boxes too,
// then its footnotes and endnotes. Places are those in the text.
func ReadWord(src []byte) (*input.Item, *input.Problem) {
	p, problem := openParts(src, "Word file")
	if problem != nil {
		return nil, problem
	}
	document, problem := p.tree("word/document.xml")
	if problem != nil {
		return nil, problem
	}
	if document == nil {
		return nil, &input.Problem{Message: "the Word file has no document in it", Hint: "save it again as .docx"}
	}
	var b input.Builder
	r := &wordReader{Builder: &b, styles: p.wordStyles()}
	r.paragraphs(document.Root)
	for _, name := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		notes, problem := p.tree(name)
		if problem != nil {
			return nil, problem
		}
		if notes != nil {
			r.paragraphs(notes.Root)
		}
	}
	item := &input.Item{}
	b.Finish(item, "")
	return item, nil
}

// wordStyles returns the names of styles by their ids, which are translated in some
// versions of Word; none where they cannot be read.
func (p *parts) wordStyles() map[string]string {
	out := map[string]string{}
	tree, problem := p.tree("word/styles.xml")
	if tree == nil || problem != nil {
		return out
	}
	for _, s := range tree.Root.All("style") {
		out[s.Attribute("styleId")] = s.Child("name").Attribute("val")
	}
	return out
}

// A wordReader makes paragraphs of WordprocessingML.
type wordReader struct {
	*input.Builder
	styles map[string]string
}

// paragraphs reads all paragraphs below n.
func (r *wordReader) paragraphs(n *xmltree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "p":
			r.paragraph(c)
		case "del", "moveFrom", "Fallback", "rPr", "pPr", "sectPr", "txbxContent":
		default:
			r.paragraphs(c)
		}
	}
}

func (r *wordReader) paragraph(n *xmltree.Node) {
	style := n.Child("pPr", "pStyle").Attribute("val")
	if name := r.styles[style]; name != "" {
		style = name
	}
	r.Begin(roleOfStyle(style))
	r.runs(n)
	r.End()
	for _, box := range boxes(n) {
		r.paragraphs(box)
	}
}

// boxes returns the text boxes that are anchored in a paragraph.
func boxes(n *xmltree.Node) []*xmltree.Node {
	var out []*xmltree.Node
	for _, c := range n.Children {
		switch c.Name {
		case "Fallback", "del", "moveFrom":
		case "txbxContent":
			out = append(out, c)
		default:
			out = append(out, boxes(c)...)
		}
	}
	return out
}

// runs adds the text of a paragraph. What was deleted or moved away is not there.
func (r *wordReader) runs(n *xmltree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "t":
			r.Words(text(c), -1)
		case "tab", "ptab":
			r.Words(" ", -1)
		case "br", "cr":
			r.LineEnd()
		case "noBreakHyphen":
			r.Words("-", -1)
		case "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "pPr", "txbxContent":
		case "r":
			if !hidden(c) {
				r.runs(c)
			}
		default:
			r.runs(c)
		}
	}
}

// hidden reports whether a run is not shown.
func hidden(run *xmltree.Node) bool {
	v := run.Child("rPr", "vanish")
	return v != nil && v.Attribute("val") != "0" && v.Attribute("val") != "false"
}

// text returns the characters below n as they stand.
func text(n *xmltree.Node) string {
	var out strings.Builder
	for _, c := range n.Children {
		out.WriteString(c.Text)
	}
	return out.String()
}
