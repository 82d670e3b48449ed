package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// interruptMyself sends this process what Ctrl-C sends.
func interruptMyself(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no process can send itself Ctrl-C there")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
}

// What has nothing to print ends at once; what is printing goes on until Ctrl-C
// comes again.
func TestInterruption(t *testing.T) {
	for _, state := range []int32{stateReading, stateChecking, statePrinting} {
		var err bytes.Buffer
		codes := make(chan int, 1)
		i := interruptible(&err, func(code int) { codes <- code })
		i.enter(state)
		interruptMyself(t)
		<-i.Done()
		if state != stateReading {
			interruptMyself(t)
		}
		if code := <-codes; code != exitInterrupted || err.String() != "interrupted; exit 130\n" {
			t.Errorf("state %d: exit %d, %q", state, code, &err)
		}
	}
}

// An interrupted check says how much it did, writes no baseline and exits with
// 130, whatever it found.
func TestInterruptedCheck(t *testing.T) {
	base := filepath.Join(t.TempDir(), "base.json")
	ctx, interrupt := context.WithCancel(context.Background())
	interrupt()
	var out, err bytes.Buffer
	s := &streams{in: strings.NewReader(""), out: &out, err: &err, interruption: &interruption{Context: ctx}}
	code := s.run(append([]string{"check", "--write-baseline", base, "--format", "json"}, pagePaths(t)...))
	if code != exitInterrupted || !strings.Contains(err.String(), "exit 130: interrupted, 5 of 5 documents not checked") {
		t.Errorf("exit %d, %s", code, &err)
	}
	if err := compileSchema(t, "check").Validate(decode(t, out.Bytes())); err != nil {
		t.Errorf("%#v", err)
	}
	if _, err := os.Stat(base); err == nil {
		t.Error("a baseline was written")
	}
}
