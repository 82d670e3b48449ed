package page

import (
	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// A lookup has what the lists say of every word of a page, which is asked once.
type lookup struct {
	lower   []string  // all words of the page in lower case
	classes []*en.Set // their classes
	first   []int     // by sentence, its first word; and the end
	any     []en.Set  // by sentence, the classes of its words taken together
}

var lookupLayer = NewLayer(readLookup)

func readLookup(d *Page) *lookup {
	n := 0
	for i := range d.Parsed {
		n += len(d.Parsed[i].Words)
	}
	l := &lookup{make([]string, 0, n), make([]*en.Set, 0, n), make([]int, 0, len(d.Parsed)+1), make([]en.Set, len(d.Parsed))}
	for i := range d.Parsed {
		l.first = append(l.first, len(l.lower))
		for k := range d.Parsed[i].Words {
			lower := text.Lower(d.Parsed[i].Words[k].Text)
			classes := en.Classes(lower)
			l.lower, l.classes = append(l.lower, lower), append(l.classes, classes)
			l.any[i] = l.any[i].With(classes)
		}
	}
	l.first = append(l.first, n)
	return l
}

// Lower returns the words of sentence i in lower case. The slice is the page's.
func (d *Page) Lower(i int) []string {
	l := lookupLayer.Of(d)
	return l.lower[l.first[i]:l.first[i+1]]
}

// Classes returns the classes of the words of sentence i. They are the page's.
func (d *Page) Classes(i int) []*en.Set {
	l := lookupLayer.Of(d)
	return l.classes[l.first[i]:l.first[i+1]]
}

// Has reports whether a word of sentence i is of one of the classes.
func (d *Page) Has(i int, classes ...en.Class) bool {
	return lookupLayer.Of(d).any[i].HasAny(classes...)
}
