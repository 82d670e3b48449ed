package main

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// wantKept compares what was made from the program with the file that ships. With
// -update that is rewritten.
func wantKept(t *testing.T, file string, made []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(kept), string(made)); diff != "" {
		t.Errorf("%s is rewritten by -update (-kept +made):\n%s", file, diff)
	}
}
