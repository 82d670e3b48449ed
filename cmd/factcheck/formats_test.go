package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
)

func formatFiles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", "testdata", "formats", "bridge*"))
	if err != nil || len(names) < 18 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	return names
}

// unmarshalled runs a command that prints JSON.
func unmarshalled[T any](t *testing.T, code int, args ...string) *T {
	t.Helper()
	var v T
	if err := json.Unmarshal(printed(t, code, args...), &v); err != nil {
		t.Fatal(err)
	}
	return &v
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

// One article in all formats has the same findings, and their places hold the words that they
// are about: in the file where the format has lines, else in the text.
func TestFormatsAgree(t *testing.T) {
	want := []string{
		"date/weekday-mismatch: Thursday, 15 June 2018",
		"date/impossible: 31 September 2018",
	}
	for _, file := range formatFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			texts := unmarshalled[report.Texts](t, exitClean, "text", "--no-config", "--format", "json", file)
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !hasLines(texts.Documents[0].Format) {
				source = []byte(texts.Documents[0].Text)
			}
			check := unmarshalled[report.Check](t, exitFindings, "check", "--no-config", "--published", "2018-06-15", "--format", "json", file)
			var got []string
			for _, f := range check.Findings {
				got = append(got, f.Rule+": "+anyTag.ReplaceAllString(string(source[f.Start.Offset:f.End.Offset]), ""))
				line := bytes.Split(source, []byte("\n"))[f.Start.Line-1]
				if at := []rune(string(line))[f.Start.Column-1]; at != 'T' && at != '3' && at != '<' {
					t.Errorf("%s points to %q of %q", f.Rule, at, line)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// hasLines reports whether places in a format are places in its files.
func hasLines(format string) bool {
	switch format {
	case "text", "markdown", "html", "nitf", "newsml", "wxr":
		return true
	}
	return false
}

// What is read of each format, zone by zone, with its dates. The goldens were read by
// people against the files.
func TestFormatsText(t *testing.T) {
	for _, file := range formatFiles(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Chdir(filepath.Dir(file))
			name := filepath.Base(file)
			got := printed(t, exitClean, "text", "--no-config", "--show", "furniture", name)
			got = append(got, "\n--- dates\n"...)
			got = append(got, printed(t, exitClean, "dates", "--no-config", name)...)
			golden := filepath.Join("golden", name+".txt")
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
