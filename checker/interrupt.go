package checker

import (
	"context"
	"sync/atomic"

	"factcheck/internal/isolate"
	"factcheck/internal/page"
)

// unfinished takes the place of the defect that leaves a document out: the run was
// interrupted before all rules had looked at it. It is never told as one.
var unfinished = &Defect{Work: isolate.Work{Stage: isolate.StageRules}, Value: "interrupted"}

// A tally counts the articles that have been checked, and tells whoever wants to
// know.
type tally struct {
	done  atomic.Int64
	total int
	tell  func(done, total int) // may be nil
}

func (t *tally) add() {
	if n := int(t.done.Add(1)); t.tell != nil {
		t.tell(n, t.total)
	}
}

// leaveOut leaves out the articles that an end of the context kept from being
// checked: those of cut, and those of stories, which were not compared. It returns
// how many they are.
func (r *Run) leaveOut(ctx context.Context, cut []bool, stories []*page.Page) int {
	if ctx.Err() == nil {
		return 0
	}
	for i, d := range r.docs[:r.articles] {
		if cut[i] && d.Lost == nil {
			d.Lost = unfinished
		}
	}
	for _, d := range stories {
		if d.Lost == nil {
			d.Lost = unfinished
		}
	}
	n := 0
	for _, d := range r.docs[:r.articles] {
		if d.Lost == unfinished {
			n++
		}
	}
	return n
}
