package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/rules"
)

// small is the size of each case in the tests and benchmarks: large enough to
// show growth that is not linear, small enough to wait for.
func small(c growthCase) int { return max(c.size/20, 20) }

func TestEveryCaseIsWrittenAndRead(t *testing.T) {
	for _, c := range cases {
		path := filepath.Join(t.TempDir(), name(c))
		if code := run([]string{"-size", "20", c.name, path}, io.Discard); code != 0 {
			t.Errorf("%s: exit %d", c.name, code)
		}
		articles, err := article.Read([]string{path}, nil)
		if err != nil || len(articles) != 1 && len(articles) != 20 {
			t.Errorf("%s: %d articles, %v", c.name, len(articles), err)
		}
	}
	var said bytes.Buffer
	if run([]string{"no-such-case", t.TempDir()}, &said) != 2 || said.Len() == 0 {
		t.Errorf("an unknown case is no error: %s", said.String())
	}
}

// name returns a file name with the extension that the case needs.
func name(c growthCase) string {
	switch c.name {
	case "sentence", "clauses", "document":
		return "a.md"
	case "files", "mixed":
		return "folder"
	}
	return "a.jsonl"
}

func BenchmarkGrowth(b *testing.B) {
	set, err := rules.Load(rules.Source{Name: "rules.cel", Text: factcheck.Rules})
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range cases {
		b.Run("case="+c.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), name(c))
			if err := c.write(path, small(c)); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(sizeOf(b, path))
			b.ReportAllocs()
			for b.Loop() {
				articles, err := article.Read([]string{path}, nil)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := checker.Read(checker.Input{Articles: articles}, checker.Options{Rules: set}).Check(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func sizeOf(b *testing.B, path string) int64 {
	n := int64(0)
	err := filepath.WalkDir(path, func(file string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			info, _ := e.Info()
			n += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}
