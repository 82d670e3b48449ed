package checker

import (
	"slices"

	"factcheck/internal/article"
	"factcheck/internal/text"
	"factcheck/rules"
)

// counted reports whether the sentences of a zone are the article's own.
func counted(k article.Kind) bool {
	return k == article.Headline || k == article.Deck || k == article.Body
}

// sentenceFacts returns the sentences of headline, deck and body in order.
func (d *document) sentenceFacts() []*rules.Sentence {
	out := make([]*rules.Sentence, 0, len(d.sentences))
	times := d.timeFacts()
	next := 0
	src := d.Article.Flow()
	for i := range d.sentences {
		s := &d.sentences[i]
		if !counted(s.Zone) {
			continue
		}
		f := &rules.Sentence{
			At: d.placeOf(s.Span), Zone: s.Zone.String(), Number: int64(len(out) + 1),
			Words: int64(len(s.words)), Key: foldedWords(s.words),
		}
		f.Text = s.Span.In(src)
		for ; next < len(times) && d.Times[next].Span.Start < s.Span.End; next++ {
			if d.Times[next].Sentence == i {
				f.Times = append(f.Times, *times[next])
			}
		}
		for _, n := range d.namesOf(i) {
			if !n.demonym && !slices.Contains(f.Names, n.canonical) {
				f.Names = append(f.Names, n.canonical)
			}
		}
		out = append(out, f)
	}
	return out
}

// wordCount counts the words of headline, deck and body.
func (d *document) wordCount() int64 {
	n := 0
	for i := range d.sentences {
		if counted(d.sentences[i].Zone) {
			n += len(d.sentences[i].words)
		}
	}
	return int64(n)
}

// foldedWords writes words folded as rules fold them, one blank apart.
func foldedWords(words []text.Word) string {
	n := 0
	for _, w := range words {
		n += len(w.Text) + 1
	}
	out := make([]byte, 0, n)
	for i, w := range words {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, rules.FoldWord(w.Text)...)
	}
	return string(out)
}
