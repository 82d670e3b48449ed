package checker

import "factcheck/internal/article"

// Source returns the text that the positions of a document are in, empty for an
// id that the run has not, and the line of its record, 0 for a document that is a
// file.
func (r *Run) Source(doc string) (text string, record int) {
	d := r.byID(doc)
	if d == nil {
		return "", 0
	}
	return d.Article.Text, d.Article.Line
}

// A Copy is an article as it was read, for showing it.
type Copy struct {
	Text  string // Span of findings are in it
	Zones []article.Zone
	Title string
}

// Copy returns what was read of a document; nothing for an id that the run has
// not.
func (r *Run) Copy(doc string) Copy {
	d := r.byID(doc)
	if d == nil {
		return Copy{}
	}
	return Copy{Text: d.Article.Text, Zones: d.Article.Zones, Title: d.Article.Meta.Title}
}
