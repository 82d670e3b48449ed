package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The pages of the rules that ship are those that the command writes. With
// -update they are rewritten.
func TestRulePages(t *testing.T) {
	kept := filepath.Join("..", "..", "docs", "rules")
	if *update {
		printed(t, exitClean, "rules", "docs", "--out", kept)
	}
	dir := filepath.Join(t.TempDir(), "pages")
	printed(t, exitClean, "rules", "docs", "--out", dir)
	want, got := tree(t, dir), tree(t, kept)
	if diff := cmp.Diff(names(want), names(got)); diff != "" {
		t.Fatalf("docs/rules (-written +kept; 'factcheck rules docs --out docs/rules' mends it):\n%s", diff)
	}
	for _, name := range names(want) {
		if diff := cmp.Diff(want[name], got[name]); diff != "" {
			t.Errorf("docs/rules/%s (-written +kept):\n%s", name, diff)
		}
	}
}

// tree returns the files below dir by their paths.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{"*.md", "*/*.md"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			rel, err := filepath.Rel(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.ToSlash(rel)] = string(src)
		}
	}
	return out
}

func names(files map[string]string) []string {
	var out []string
	for name := range files {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
