package office

import (
	"bytes"

	"factcheck/internal/input"
	"factcheck/internal/input/xmltree"
)

// ReadOpenDocument reads an .odt file, or a text in one file of XML (.fodt): its
// paragraphs, those in tables and frames too, then its notes. Places are those in
// the text.
func ReadOpenDocument(src []byte) (*input.Item, *input.Problem) {
	content, styles, problem := openDocument(src)
	if problem != nil {
		return nil, problem
	}
	body := content.Root.Child("body", "text")
	if body == nil {
		return nil, &input.Problem{Message: "the OpenDocument file holds no text", Hint: "export it as text"}
	}
	var b input.Builder
	r := &odtReader{Builder: &b, styles: map[string]odtStyle{}}
	r.addStyles(content)
	if styles != nil {
		r.addStyles(styles)
	}
	r.paragraphs(body)
	for i := 0; i < len(r.notes); i++ {
		r.paragraphs(r.notes[i])
	}
	item := &input.Item{}
	b.Finish(item, "")
	return item, nil
}

// openDocument returns the content of a file and its common styles, nil where these
// stand in the content.
func openDocument(src []byte) (content, styles *xmltree.Tree, problem *input.Problem) {
	if !bytes.HasPrefix(src, []byte("PK")) {
		content, problem = xmltree.Parse(src)
		return content, nil, problem
	}
	p, problem := openParts(src, "OpenDocument file")
	if problem != nil {
		return nil, nil, problem
	}
	if content, problem = p.tree("content.xml"); problem != nil {
		return nil, nil, problem
	}
	if content == nil {
		return nil, nil, &input.Problem{Message: "the OpenDocument file has no content", Hint: "save it again"}
	}
	styles, problem = p.tree("styles.xml")
	return content, styles, problem
}

// An odtStyle is a style of paragraphs.
type odtStyle struct {
	name, parent string
	hidden       bool
}

type odtReader struct {
	*input.Builder
	styles map[string]odtStyle // by their internal names
	notes  []*xmltree.Node
}

func (r *odtReader) addStyles(t *xmltree.Tree) {
	for _, s := range t.Root.All("style") {
		name := s.Attribute("display-name")
		if name == "" {
			name = s.Attribute("name")
		}
		r.styles[s.Attribute("name")] = odtStyle{name, s.Attribute("parent-style-name"), s.Child("text-properties").Attribute("display") == "none"}
	}
}

// maxParents is how many parents of a style are looked at.
const maxParents = 16

// role returns what a paragraph of a style is: the style, or its nearest parent,
// that is one of those that come with the program.
func (r *odtReader) role(style string) (input.Role, string) {
	for range maxParents {
		s, ok := r.styles[style]
		if !ok {
			break
		}
		if role, why := roleOfStyle(s.name); role != input.Story {
			return role, why
		}
		style = s.parent
	}
	return roleOfStyle(style)
}

func (r *odtReader) paragraphs(n *xmltree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "p":
			r.paragraph(c, "")
		case "h":
			r.paragraph(c, "heading 1")
		case "tracked-changes", "annotation", "table-of-content", "alphabetical-index", "sequence-decls", "forms":
		default:
			r.paragraphs(c)
		}
	}
}

func (r *odtReader) paragraph(n *xmltree.Node, style string) {
	if style == "" {
		style = n.Attribute("style-name")
	}
	r.Begin(r.role(style))
	frames := r.spans(n)
	r.End()
	for _, f := range frames {
		r.paragraphs(f)
	}
}

// spans adds the text of a paragraph, and returns the frames that are anchored in
// it.
func (r *odtReader) spans(n *xmltree.Node) (frames []*xmltree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "":
			r.Words(c.Text, -1)
		case "s", "tab":
			r.Words(" ", -1)
		case "line-break":
			r.LineEnd()
		case "note":
			r.notes = append(r.notes, c.Child("note-body"))
		case "annotation", "ruby-text", "hidden-text", "tracked-changes":
		case "frame", "text-box", "custom-shape", "g":
			frames = append(frames, c)
		default:
			if !r.styles[c.Attribute("style-name")].hidden {
				frames = append(frames, r.spans(c)...)
			}
		}
	}
	return frames
}
