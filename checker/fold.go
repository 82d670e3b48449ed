package checker

import (
	"sort"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/text"
)

// foldWords writes the words of s in lower case, one blank apart.
func foldWords(s string) string {
	return page.FoldedWords(text.Words(nil, s, text.Span{Start: 0, End: len(s)})) + " "
}

// A folding folds passages and the sentences that they stand in. It keeps the
// last sentence of each document, which mostly is that of the next passage too.
type folding struct {
	last map[*page.Page]*foldedSentence
}

// sentence returns the folded words of the sentence that s touches, as much of
// it as sentenceAt returns.
func (f *folding) sentence(d *page.Page, s text.Span) string {
	said, in := sentenceAt(d, s)
	if !in {
		return foldWords(s.In(d.Article.Text))
	}
	last := f.last[d]
	if last == nil || last.span != said {
		last = foldSentence(d.Article.Flow(), said)
		if f.last == nil {
			f.last = map[*page.Page]*foldedSentence{}
		}
		f.last[d] = last
	}
	if said.Len() <= maxSentence {
		return last.text
	}
	return last.around(d.Article.Flow(), text.Span{Start: max(said.Start, s.Start-maxSentence/2), End: min(said.End, s.Start+maxSentence/2)})
}

// A foldedSentence is a sentence with its words folded, one blank behind each.
type foldedSentence struct {
	span  text.Span
	text  string
	words []text.Span // in the source; only of a sentence that is longer than maxSentence
	ends  []int       // of each word in text, the blank included
}

func foldSentence(src string, span text.Span) *foldedSentence {
	f := &foldedSentence{span: span}
	if span.Len() <= maxSentence {
		f.text = foldWords(span.In(src))
		return f
	}
	var b strings.Builder
	for _, w := range text.Words(nil, src, span) {
		b.WriteString(fact.FoldWord(w.Text))
		b.WriteByte(' ')
		f.words, f.ends = append(f.words, w.Span), append(f.ends, b.Len())
	}
	f.text = b.String()
	return f
}

// around returns what foldWords makes of a part of a long sentence. No word
// crosses a blank, so that only what stands before the first and behind the last
// blank of the part, which may cut a word, is read anew.
func (f *foldedSentence) around(src string, part text.Span) string {
	within := part.In(src)
	first, last := strings.IndexByte(within, ' '), strings.LastIndexByte(within, ' ')
	if first < 0 {
		return foldWords(within)
	}
	whole := text.Span{Start: part.Start + first, End: part.Start + last}
	from := sort.Search(len(f.words), func(i int) bool { return f.words[i].Start >= whole.Start })
	to := sort.Search(len(f.words), func(i int) bool { return f.words[i].Start >= whole.End })
	middle := ""
	if from < to {
		start := 0
		if from > 0 {
			start = f.ends[from-1]
		}
		middle = f.text[start:f.ends[to-1]]
	}
	out := strings.TrimSuffix(foldWords(within[:first]), " ")
	if out != "" {
		out += " "
	}
	out += middle + strings.TrimSuffix(foldWords(within[last:]), " ")
	return strings.TrimSuffix(out, " ") + " "
}
