package isolate_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"factcheck/internal/isolate"
)

func TestDo(t *testing.T) {
	work := isolate.Work{Stage: isolate.StageTimes, Doc: "wire-3", File: "wire.jsonl"}
	if d := isolate.Do(work, func() {}); d != nil {
		t.Errorf("work without a panic: %v", d)
	}
	var empty []int
	d := isolate.Do(work, func() { _ = empty[len(empty)] })
	if d == nil {
		t.Fatal("the panic is lost")
	}
	want := `wire.jsonl: internal error in stage "times" of document "wire-3": runtime error: index out of range [0] with length 0`
	if got := d.Error(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if !strings.Contains(string(d.Stack), "isolate_test.TestDo") {
		t.Errorf("the stack does not lead to the panic:\n%s", d.Stack)
	}
}

func TestDefectIsOneLine(t *testing.T) {
	d := isolate.Do(isolate.Work{Stage: isolate.StageCommand}, func() { panic("a\nb\t" + strings.Repeat("c", 10_000)) })
	if got := d.Error(); strings.ContainsAny(got, "\n\t") || len(got) > 400 {
		t.Errorf("not one short line: %q", got)
	}
}

func TestDefectUnwraps(t *testing.T) {
	d := isolate.Do(isolate.Work{}, func() { panic(io.ErrUnexpectedEOF) })
	if !errors.Is(d, io.ErrUnexpectedEOF) {
		t.Errorf("%v does not unwrap", d)
	}
}

// TestCatchAgain raises a panic again elsewhere: the stack stays the first one.
func TestCatchAgain(t *testing.T) {
	p := isolate.Catch(func() { panicHere() })
	again := isolate.Catch(func() { panic(p) })
	if again != p || !strings.Contains(string(again.Stack), "panicHere") {
		t.Errorf("got %v, want the first panic", again)
	}
}

func panicHere() { panic("here") }
