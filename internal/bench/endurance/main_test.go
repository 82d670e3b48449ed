package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	name := filepath.Join(t.TempDir(), "two.jsonl")
	const two = `{"id":"one","published":"2018-06-17","text":"They met on Friday."}` + "\n" + `{"id":"two","text":"It was built in the mid-19th century."}` + "\n"
	if err := os.WriteFile(name, []byte(two), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-phrases", "50", "-seed", "3", "-batch", "7", "-workers", "2"}, 0, "8 texts, 50 phrases: 0 panics, 0 time-outs, 0 errors, 0 results"},
		{[]string{"-docs", name}, 0, "2 texts, 0 phrases: 0 panics, 0 time-outs, 0 errors, 0 results"},
		{[]string{"-docs", name, "-limit", "1ns", "-show", "1"}, 1, "one: takes longer than 1ns"},
		{nil, 2, "say what to read"},
		{[]string{"-docs", filepath.Join(t.TempDir(), "none.jsonl")}, 2, "none.jsonl"},
	} {
		var out, problems strings.Builder
		if code := run(tt.args, &out, &problems); code != tt.code || !strings.Contains(out.String()+problems.String(), tt.want) {
			t.Errorf("endurance %v exits %d, want %d:\n%s%s", tt.args, code, tt.code, &out, &problems)
		}
	}
}

// A panic is a fault of its text; the others are read.
func TestPanicIsCounted(t *testing.T) {
	s := &settings{workers: 1, limit: 1 << 40, show: 1}
	texts := make(chan text, 2)
	texts <- text{name: "broken"} // no article
	texts <- text{name: "broken, too"}
	close(texts)
	var out strings.Builder
	if got := s.readAll(texts, &out, nil); got.panics.Load() != 2 || got.faults() != 2 || !strings.HasPrefix(out.String(), "broken: panic: ") {
		t.Errorf("%v\n%s", got, &out)
	}
}
