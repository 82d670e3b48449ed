package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// A sentence is one of the corpus: its text put together again, the tokens as
// the corpus cuts them, and their tags.
type sentence struct {
	src    string
	tokens []tag.Token
	tags   []tag.Tag
}

// A document is the sentences of one text, in order.
type document struct {
	name      string // GUM_news_warhol
	sentences []sentence
}

// genre returns the part of the corpus that d belongs to: news.
func (d *document) genre() string {
	parts := strings.Split(d.name, "_")
	return parts[min(1, len(parts)-1)]
}

// readCorpus reads a file of four columns: word, Penn tag, lemma, and _ if a
// blank follows. An empty line ends a sentence, a line of # and a name begins a
// document.
func readCorpus(path string) ([]document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var (
		docs []document
		b    builder
	)
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		fields := strings.Split(line, "\t")
		switch {
		case line == "":
			if len(docs) > 0 && len(b.tags) > 0 {
				d := &docs[len(docs)-1]
				d.sentences = append(d.sentences, b.sentence())
			}
		case strings.HasPrefix(line, "# ") && len(fields) == 1:
			docs = append(docs, document{name: line[2:]})
		case len(fields) < 3 || len(docs) == 0:
			return nil, fmt.Errorf("%s:%d:1: want word, tag, lemma and blank within a document", path, n)
		default:
			b.add(fields[0], fields[1], len(fields) > 3 && fields[3] == "_")
		}
	}
	return docs, lines.Err()
}

// A builder puts the words of a sentence together.
type builder struct {
	src   strings.Builder
	spans []text.Span
	tags  []tag.Tag
	blank bool // before the next word
}

// add appends a word. The corpus has a blank before every clitic, which no text
// has; it is left out.
func (b *builder) add(word, name string, blank bool) {
	start := b.src.Len()
	if start > 0 && b.blank && !clitic(word, name) {
		b.src.WriteByte(' ')
		start++
	}
	b.src.WriteString(word)
	b.spans = append(b.spans, text.Span{Start: start, End: b.src.Len()})
	t, _ := tag.Parse(name)
	b.tags = append(b.tags, t)
	b.blank = blank
}

// clitic reports whether a word of the corpus was cut from the one before it.
func clitic(word, name string) bool {
	word = strings.ReplaceAll(word, "’", "'")
	switch {
	case name == "POS", word == "n't":
		return true
	case !strings.HasPrefix(word, "'"):
		return false
	}
	return name == "MD" || name == "PRP" || name == "VB" || name == "VBD" || name == "VBP" || name == "VBZ"
}

// sentence returns what was built and makes b empty.
func (b *builder) sentence() sentence {
	s := sentence{src: b.src.String(), tags: b.tags}
	for i, span := range b.spans {
		joined := i > 0 && b.spans[i-1].End == span.Start
		s.tokens = append(s.tokens, tag.TokenAt(s.src, span, joined))
	}
	*b = builder{}
	return s
}
