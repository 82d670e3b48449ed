package html

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A drawing is what a cutter of tags stands in: SVG or MathML, whose words are no
// paragraphs and in which tags are cut otherwise than in HTML. The zero drawing is none.
type drawing struct {
	open  []string // elements of it, from svg or math on
	pages int      // of these, those that may hold a page
}

// holds reports whether the token raw that z gave is part of a drawing, and makes z cut
// what comes as it is cut there.
func (d *drawing) holds(z *html.Tokenizer, kind html.TokenType, raw []byte) bool {
	if len(d.open) == 0 && !(len(raw) > 1 && (raw[1]|0x20 == 's' || raw[1]|0x20 == 'm')) { // no drawing begins here
		return false
	}
	held := d.take(kind, tagName(raw))
	if held {
		z.NextIsNotRawText()
	}
	z.AllowCDATA(len(d.open) > 0)
	return held
}

func (d *drawing) take(kind html.TokenType, name string) bool {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		return d.start(name, kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		return d.end(name)
	}
	return len(d.open) > 0
}

// start takes a start tag. One of a page that stands in a drawing ends it (HTML,
// section 13.2.6.5), but inside elements that may hold a page.
func (d *drawing) start(name string, closed bool) bool {
	inside := len(d.open) > 0
	switch {
	case !inside && name != "svg" && name != "math":
		return false
	case inside && breaksOut[name] && d.pages == 0:
		d.cut(0)
		return false
	case !closed:
		d.open = append(d.open, name)
		d.pages += pageHolder[name]
	}
	return true
}

// cut leaves n elements open.
func (d *drawing) cut(n int) {
	for _, name := range d.open[n:] {
		d.pages -= pageHolder[name]
	}
	d.open = d.open[:n]
}

// end takes an end tag. One of an element that was opened outside ends the drawing.
func (d *drawing) end(name string) bool {
	for i, open := range slices.Backward(d.open) {
		if open == name {
			d.cut(i)
			return true
		}
	}
	d.cut(0)
	return false
}

// tagName returns the name of a tag in small letters.
func tagName(raw []byte) string {
	name := bytes.TrimLeft(raw, "</")
	if end := bytes.IndexAny(name, " \t\r\n\f/>"); end >= 0 {
		name = name[:end]
	}
	return strings.ToLower(string(name))
}

// pageHolder has 1 for the elements of a drawing that may hold elements of a page.
var pageHolder = map[string]int{"foreignobject": 1, "desc": 1, "title": 1, "annotation-xml": 1, "mtext": 1}

func setOf(names string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(names) {
		out[n] = true
	}
	return out
}

// breaksOut are the start tags that end a drawing.
var breaksOut = setOf(`b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing
	menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var`)
