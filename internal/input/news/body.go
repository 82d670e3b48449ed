package news

import (
	_ "embed"
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/xmltree"
)

//go:embed elements.tsv
var elementsFile string

// elements are the lines of elements.tsv.
var elements = func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(elementsFile) {
		if name, kind, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && name[0] != '#' {
			out[name] = kind
		}
	}
	return out
}()

// A setting is the role that paragraphs get.
type setting struct {
	role input.Role
	why  string
}

var story = setting{input.Story, "the body"}

// settings are those of the elements that are more than a paragraph.
var settings = map[string]setting{
	"heading":  {input.Headline, "a heading"},
	"deck":     {input.Deck, "the abstract"},
	"byline":   {input.Byline, "the byline"},
	"dateline": {input.Dateline, "the dateline"},
	"caption":  {input.Caption, "the caption of a picture"},
	"out":      {input.LeftOut, "marked as no part of the story"},
}

// A bodyReader makes paragraphs of the elements of a story.
type bodyReader struct {
	*input.Builder
	tree *xmltree.Tree
	open bool
}

// read reads the children of n.
func (r *bodyReader) read(n *xmltree.Node, at setting) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		if c.Name == "" {
			r.words(c, at)
		} else {
			r.element(c, at)
		}
	}
}

func (r *bodyReader) words(text *xmltree.Node, at setting) {
	if !r.open {
		if strings.TrimSpace(text.Text) == "" {
			return
		}
		r.Begin(at.role, at.why)
		r.open = true
	}
	r.tree.Add(r.Builder, text)
}

func (r *bodyReader) element(n *xmltree.Node, at setting) {
	kind := elements[n.Name]
	switch kind {
	case "skip":
		return
	case "line":
		r.LineEnd()
		return
	case "inline":
		r.read(n, at)
		return
	}
	if own, ok := settings[kind]; ok {
		at = own
	}
	r.end()
	r.read(n, at)
	r.end()
}

func (r *bodyReader) end() {
	r.End()
	r.open = false
}
