package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTutorial follows docs/tutorial.md: it saves the files that the page tells
// to save, runs its commands in their order and compares what they print with
// the page. With -update the page is rewritten.
func TestTutorial(t *testing.T) {
	page, err := filepath.Abs("../../docs/tutorial.md")
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	lines := strings.Split(string(src), "\n")
	var out []string
	var printed []string
	done, ran := 0, 0
	for _, b := range fences(lines) {
		out = append(out, lines[done:b.from]...)
		done = b.to
		block := lines[b.from:b.to]
		kind, file, isFile := strings.Cut(b.lang, " ")
		switch {
		case isFile:
			if err := os.WriteFile(file, []byte(strings.Join(block, "\n")+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		case kind == "sh":
			args := shellWords(block[0])
			if len(block) != 1 || args[0] != "factcheck" {
				t.Fatalf("docs/tutorial.md:%d: %q is not one factcheck command", b.from+1, block)
			}
			var both bytes.Buffer
			run(args[1:], strings.NewReader(""), &both, &both)
			printed = strings.Split(strings.TrimSuffix(both.String(), "\n"), "\n")
			ran++
		case kind == "text":
			if !*update && !slices.Equal(block, printed) {
				t.Errorf("docs/tutorial.md:%d (-page +printed):\n%s", b.from+1, cmp.Diff(block, printed))
			}
			block = printed
		}
		out = append(out, block...)
	}
	out = append(out, lines[done:]...)
	if ran < 8 {
		t.Errorf("the tutorial runs %d commands, want at least 8", ran)
	}
	if *update {
		if err := os.WriteFile(page, []byte(strings.Join(out, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shellWords splits a command line at blanks outside single quotation marks.
func shellWords(line string) []string {
	var out []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
