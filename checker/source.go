package checker

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
