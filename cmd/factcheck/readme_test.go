package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestREADME runs every factcheck command that README.md and the guide show and
// compares what it prints with the block below it. A line "…" stands for any lines, "…"
// inside a line for any text. With -update, blocks without "…" are rewritten.
func TestREADME(t *testing.T) {
	t.Chdir("../..")
	for file, least := range map[string]int{"README.md": 3, "docs/guide.md": 5} {
		t.Run(file, func(t *testing.T) { checkShown(t, file, least) })
	}
}

// checkShown runs the commands of one file, which shows at least so many.
func checkShown(t *testing.T, file string, least int) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(src), "\n")
	blocks := fences(lines)
	rule := filepath.Join(t.TempDir(), "house.cel")
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		if b.lang == "cel" {
			if err := os.WriteFile(rule, []byte(strings.Join(lines[b.from:b.to], "\n")), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	ran := 0
	for i := len(blocks) - 2; i >= 0; i-- {
		args, ok := command(lines[blocks[i].from:blocks[i].to])
		next := i + 1
		for next < len(blocks) && blocks[next].lang == "sh" {
			next++ // two commands in a row: the text belongs to the first
		}
		if !ok || next == len(blocks) || blocks[next].lang != "text" {
			continue
		}
		ran++
		want := lines[blocks[next].from:blocks[next].to]
		got := linesOf(args, rule)
		if matches(want, got) {
			continue
		}
		if *update && !strings.Contains(strings.Join(want, "\n"), "\n…") && !strings.HasPrefix(want[0], "…") {
			lines = slices.Concat(lines[:blocks[next].from], got, lines[blocks[next].to:])
			continue
		}
		t.Errorf("%s:%d: %s (-shown +printed):\n%s", file, blocks[i].from+1, strings.Join(args, " "), cmp.Diff(want, got))
	}
	if ran < least {
		t.Errorf("%s shows %d commands with their output, want at least %d", file, ran, least)
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

type fence struct {
	lang     string
	from, to int // the lines inside
}

func fences(lines []string) []fence {
	var out []fence
	open := -1
	for i, l := range lines {
		if !strings.HasPrefix(l, "```") {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		out = append(out, fence{strings.TrimPrefix(lines[open], "```"), open + 1, i})
		open = -1
	}
	return out
}

// command returns the arguments of a block that is one factcheck command.
func command(block []string) ([]string, bool) {
	if len(block) != 1 {
		return nil, false
	}
	line := strings.TrimPrefix(block[0], "go run ./cmd/")
	args := strings.Fields(line)
	if len(args) == 0 || args[0] != "factcheck" {
		return nil, false
	}
	if line != block[0] {
		args = append(args, "\x00") // go run adds its exit status
	}
	return args[1:], true
}

// linesOf runs a command and returns the lines of both its streams.
func linesOf(args []string, rule string) []string {
	viaGo := len(args) > 0 && args[len(args)-1] == "\x00"
	if viaGo {
		args = args[:len(args)-1]
	}
	args = slices.Clone(args)
	for i, a := range args {
		if a == "house.cel" {
			args[i] = rule
		}
	}
	var out, problems bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &problems)
	text := out.String() + problems.String()
	if viaGo && code != 0 {
		text += fmt.Sprintf("exit status %d\n", code)
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, rule, "house.cel"), "\n"), "\n")
}

// matches compares lines; a line "…" matches any number of them.
func matches(want, got []string) bool {
	if len(want) == 0 {
		return len(got) == 0
	}
	if strings.TrimSpace(want[0]) == "…" {
		for i := 0; i <= len(got); i++ {
			if matches(want[1:], got[i:]) {
				return true
			}
		}
		return false
	}
	return len(got) > 0 && lineMatches(want[0], got[0]) && matches(want[1:], got[1:])
}

func lineMatches(want, got string) bool {
	if want == got {
		return true
	}
	head, tail, ok := strings.Cut(want, "…")
	return ok && len(got) >= len(head)+len(tail) && strings.HasPrefix(got, head) && strings.HasSuffix(got, tail)
}
