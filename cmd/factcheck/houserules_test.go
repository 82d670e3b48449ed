package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// The rules of testdata/rules are what a desk would write: their cases hold beside
// the rules that ship, and lint has nothing to say.
func TestHouseRules(t *testing.T) {
	house := filepath.Join("..", "..", "testdata", "rules", "house.cel")
	out := string(printed(t, exitClean, "rules", "test", "--coverage=false", "--only", "house/*", house))
	if !strings.Contains(out, " of 14 rules: ") || !strings.Contains(out, ", 0 failed") {
		t.Errorf("rules test: %s", out)
	}
	if out := string(printed(t, exitClean, "rules", "lint", house)); !strings.Contains(out, "0 warnings in 14 rules") && strings.TrimSpace(out) != "" {
		t.Errorf("rules lint: %s", out)
	}
}
