package timeline

import (
	"sync"
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
)

func TestSyntax(t *testing.T) {
	a := &article.Article{Text: "Rain fell.\n\nThe court will sit on Monday.\n"}
	a.Zones = []article.Zone{{Kind: article.Body, Span: text.Span{End: len(a.Text)}}}
	d := Read(a, nil, nil, nil)
	last := len(d.Sentences) - 1
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() { d.Syntax(last) })
	}
	wait.Wait()
	s := d.Syntax(last)
	groups := s.VerbGroups()
	if len(groups) != 1 || s.Lemma(groups[0].Head) != "sit" || groups[0].Tense != syntax.Future {
		t.Errorf("verb groups of the last sentence: %+v, want will sit", groups)
	}
}
