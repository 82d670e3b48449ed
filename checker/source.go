package checker

import "factcheck/internal/article"

// Source returns the text that the positions of a document are in, empty for an
// id that the run has not, and the line of its file that stands for all of them: that
// of its record, that on which its item begins, or the first of a file that has no
// lines, such as a Word file; 0 where the positions are those in the file.
func (r *Run) Source(doc string) (text string, record int) {
	d := r.byID(doc)
	if d == nil {
		return "", 0
	}
	a := d.Article
	if a.Told && a.Origin == nil {
		return a.Text, max(a.ItemLine, 1)
	}
	return a.Source(), a.Line
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
