package timeline

import (
	"sync"

	"factcheck/internal/syntax"
)

// A grammar holds what was asked for of the grammar of a document's sentences.
type grammar struct {
	mu        sync.Mutex
	sentences []*syntax.Sentence // by index into Document.Sentences
}

// Syntax returns the grammar of sentence i of Sentences: its tags, verb groups
// and noun groups, with offsets into Article.Flow. It is read when it is first
// asked for and kept until the document is released. Several goroutines may ask
// at once, and may read the same sentence at once.
func (d *Document) Syntax(i int) *syntax.Sentence {
	d.grammar.mu.Lock()
	defer d.grammar.mu.Unlock()
	if d.grammar.sentences == nil {
		d.grammar.sentences = make([]*syntax.Sentence, len(d.Sentences))
	}
	s := d.grammar.sentences[i]
	if s == nil {
		s = sentencePool.Get().(*syntax.Sentence)
		s.Reset(d.Article.Flow(), d.Sentences[i].Span)
		s.VerbGroups()
		s.NounGroups()
		d.grammar.sentences[i] = s
	}
	return s
}

// ForgetSyntax lets go of what Syntax has read. The sentences that it gave are no
// longer valid: their memory is used again.
func (d *Document) ForgetSyntax() {
	d.grammar.mu.Lock()
	defer d.grammar.mu.Unlock()
	for _, s := range d.grammar.sentences {
		if s != nil && s.Span().Len() <= maxPooled {
			sentencePool.Put(s)
		}
	}
	d.grammar.sentences = nil
}

// maxPooled is the longest sentence whose memory is kept for others, in bytes.
const maxPooled = 4096

var sentencePool = sync.Pool{New: func() any { return new(syntax.Sentence) }}
