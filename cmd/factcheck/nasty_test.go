package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Files that go wrong elsewhere: three articles of which one is the page's, tracked
// changes, bodies that repeat each other, summaries beside their articles, encodings that
// are not those declared, mixed line ends, zeros, a bomb, entities. What is read of each,
// what is reported, and how the run ends. The goldens were read by people against the
// files.
func TestNastyFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "formats", "nasty-*"))
	if err != nil || len(files) < 11 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Chdir(filepath.Dir(file))
			name := filepath.Base(file)
			var got bytes.Buffer
			for _, command := range [][]string{{"text", "--show", "furniture"}, {"dates"}, {"check"}} {
				fmt.Fprintf(&got, "--- %s\n", command[0])
				code := run(append(command, "--no-config", name), strings.NewReader(""), &got, &got)
				fmt.Fprintf(&got, "--- exit %d\n", code)
			}
			golden := filepath.Join("golden", name+".txt")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
