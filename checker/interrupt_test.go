package checker

import (
	"context"
	"fmt"
	"testing"

	"factcheck/internal/article"
)

// manyArticles returns n articles of one finding each.
func manyArticles(t *testing.T, n int) []*article.Article {
	t.Helper()
	var texts []string
	for range n {
		texts = append(texts, dayText)
	}
	out := articlesOf(t, texts...)
	for i, a := range out {
		a.ID = fmt.Sprintf("a%03d", i)
	}
	return out
}

// An interrupted check tells of the articles that it has finished, and of no
// other.
func TestInterrupted(t *testing.T) {
	const n, after = 64, 5
	ctx, interrupt := context.WithCancel(context.Background())
	in := Input{Articles: manyArticles(t, n), Progress: func(done, total int) {
		if total != n {
			t.Errorf("of %d, want %d", total, n)
		}
		if done == after {
			interrupt()
		}
	}}
	r := Read(in, timeRule(t))
	c, err := r.Check(ctx)
	if err != nil {
		t.Errorf("the interruption is told as a problem: %v", err)
	}
	if len(c.Documents) < after-1 || len(c.Documents) == n || len(c.Documents)+c.Interrupted != n {
		t.Errorf("%d documents and %d that were not checked, of %d", len(c.Documents), c.Interrupted, n)
	}
	if len(c.Findings) != len(c.Documents) || len(c.NotChecked) != 0 {
		t.Errorf("%d findings, %d not checked, want one finding for each of %d documents", len(c.Findings), len(c.NotChecked), len(c.Documents))
	}
	if r.Err() != nil {
		t.Errorf("the interruption is kept as a defect: %v", r.Err())
	}
}

// Articles of a story that could not be compared are not finished.
func TestInterruptedStory(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	interrupt()
	c, err := Read(Input{Articles: manyArticles(t, 2), SameStory: true}, timeRule(t)).Check(ctx)
	if err != nil || c.Interrupted != 2 || len(c.Documents)+len(c.Findings)+len(c.NotChecked) != 0 {
		t.Errorf("%+v, %v", c, err)
	}
}
