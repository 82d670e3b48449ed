package rules

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/cel-go/common/types/ref"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
)

// TestGuarded lets a function that rules call panic: cel-go gets an error, which
// still knows where it began.
func TestGuarded(t *testing.T) {
	v := guarded(func(args ...ref.Val) ref.Val { return args[0] })()
	err, ok := v.(error)
	if !ok {
		t.Fatalf("got %v, want an error", v)
	}
	d := defectIn(err)
	if d == nil || !strings.Contains(d.Short(), "index out of range") || !strings.Contains(string(d.Stack), "TestGuarded") {
		t.Errorf("got %+v, want the panic with its stack", d)
	}
}

// TestDefectOfCel recognises what cel-go makes of a panic in its own code.
func TestDefectOfCel(t *testing.T) {
	if d := defectIn(errors.New("internal error: nil map")); d == nil || d.Short() != "nil map" {
		t.Errorf("got %v", d)
	}
	if d := defectIn(errors.New("no such key: x")); d != nil {
		t.Errorf("an error of the rule is taken for a panic: %v", d)
	}
}

// TestPanicInRule gives one of two rules a plan that panics: the other runs, and
// the error is at the rule and wraps the panic.
func TestPanicInRule(t *testing.T) {
	set, err := Load(Source{Name: "r.cel", Text: `[
Rule{id: "a/broken", severity: error, over: article, when: article.words > 1, message: "one"},
Rule{id: "a/sound", severity: error, over: article, when: article.words > 1, message: "two"}]`})
	if err != nil {
		t.Fatal(err)
	}
	set.Rule("a/broken").when = nil
	out, err := set.Eval(context.Background(), fact.OverArticle, Binding{"article": &fact.Article{Words: 2}})
	if len(out) != 1 || out[0].Rule.ID != "a/sound" {
		t.Errorf("outcomes %v, want that of the sound rule", out)
	}
	failed, ok := errors.AsType[*Error](err)
	if !ok || failed.Rule != "a/broken" || failed.Line != 2 {
		t.Fatalf("got %v, want an error at the broken rule", err)
	}
	if _, ok := errors.AsType[*isolate.Defect](err); !ok {
		t.Errorf("%v does not wrap the panic", err)
	}
	again, err := set.Explain(context.Background(), set.Rule("a/broken"), Binding{"article": &fact.Article{Words: 2}})
	if len(again.Conjuncts) != 0 || err == nil {
		t.Errorf("an explanation of a broken rule: %v, %v", again, err)
	}
}
