package rules

import (
	"errors"
	"strings"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
)

// guarded returns call with its panics as errors that wrap an *isolate.Defect:
// cel-go would make text of them.
func guarded(call func(args ...ref.Val) ref.Val) func(args ...ref.Val) ref.Val {
	return func(args ...ref.Val) (v ref.Val) {
		if d := isolate.Do(isolate.Work{Stage: isolate.StageRule}, func() { v = call(args...) }); d != nil {
			return types.WrapErr(d)
		}
		return v
	}
}

// intoError returns f with its panic as the error.
func intoError(err *error, f func()) func() {
	return func() {
		if d := isolate.Do(isolate.Work{Stage: isolate.StageRule}, f); d != nil {
			*err = d
		}
	}
}

// celPanic begins the error that cel-go makes of a panic in its own code.
const celPanic = "internal error: "

// defectIn returns the panic behind an error of a program, nil if it is none.
func defectIn(err error) *isolate.Defect {
	if d, ok := errors.AsType[*isolate.Defect](err); ok {
		return d
	}
	if value, ok := strings.CutPrefix(err.Error(), celPanic); ok {
		return &isolate.Defect{Work: isolate.Work{Stage: isolate.StageRule}, Value: value}
	}
	return nil
}

// alone runs f, the work of a rule on one binding or on the pairs of a document,
// and returns its panic as an error at the rule that wraps an *isolate.Defect.
func (r *run) alone(f func()) error {
	d := isolate.Do(isolate.Work{Stage: isolate.StageRule}, func() {
		if isolate.Injected() {
			isolate.Trip(isolate.StageRule+" "+r.rule.ID, r.document())
		}
		f()
	})
	if d == nil {
		return nil
	}
	e := r.rule.file.errorAt(r.rule.Pos, celPanic+d.Short(), "")
	e.Rule, e.cause = r.rule.ID, d
	return e
}

// document returns the id of the document that the run looks at.
func (r *run) document() string {
	for _, v := range r.values {
		if at, ok := fact.PlaceOf(v); ok {
			return at.Doc
		}
	}
	return ""
}
