package page

var capitalLayer = NewLayer(func(d *Page) map[string]bool {
	out := map[string]bool{}
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if TitleCase(s) {
			continue
		}
		for k, w := range s.Words {
			if k > 0 && w.Capital && (w.Joined || w.Comma) {
				out[w.Text] = true
			}
		}
	}
	return out
})

// NameWord reports whether a word has a capital inside a sentence of the page, and so
// not only because it opens one: it is of a name then.
func NameWord(d *Page, word string) bool { return capitalLayer.Of(d)[word] }
