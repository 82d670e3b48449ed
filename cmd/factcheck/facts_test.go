package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"factcheck/rules"
)

// Facts of every scope fit on a hundred columns, as far as they have blanks.
func TestFactsWidth(t *testing.T) {
	commands := [][]string{{"facts", "--same-story"}}
	for _, info := range rules.Scopes() {
		commands = append(commands, []string{"facts", "--same-story", "--over", string(info.Scope)})
	}
	for _, args := range commands {
		for line := range strings.Lines(string(printed(t, exitClean, append(args, pagePaths(t)...)...))) {
			n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n"))
			if n > lineWidth && strings.Contains(strings.TrimSpace(line), " ") {
				t.Errorf("%s: %d columns: %s", strings.Join(args, " "), n, line)
			}
		}
	}
}

// What is printed of a text cannot steer a terminal.
func TestFactsWithoutControls(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(file, []byte("They met on \x1b[31mMonday,\x07 3 May \u202e1971.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"facts", file}, {"facts", "--over", "sentence", file}, {"facts", "--over", "time", file},
		{"rules", "try", "--over", "sentence", "--print", "sentence.text", file}, {"rules", "try", "--over", "sentence", "true", file},
	} {
		out := string(printed(t, exitClean, args...))
		if i := strings.IndexFunc(out, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) }); i >= 0 {
			t.Errorf("%s: a control character at %d of %q", strings.Join(args, " "), i, out)
		}
	}
}
