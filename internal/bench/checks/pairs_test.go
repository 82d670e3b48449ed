package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pairs lays the later of two reports beside the earlier one, and asks for a verdict on
// what names its source.
func TestPairsCommand(t *testing.T) {
	dir := t.TempDir()
	write := func(name, src string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	corpus := "own=" + write("own.jsonl",
		`{"id": "a", "published": "2013-01-15", "text": "“It was the dearest sentence I have ever signed,” the captain said in the harbour."}`+"\n"+
			`{"id": "b", "published": "2013-01-16", "text": "“It was the dearest decision I have ever signed,” the captain said in the harbour."}`+"\n")
	pairs := write("pairs.jsonl", `{"source": "a", "draft": "b"}`+"\n")
	files := write("files.jsonl", `{"docs": ["docs/b.md", "docs/a.md"]}`+"\n")
	const place = "own\ta>b\t3\tsource/quote-altered\t"
	verdicts := write("verdicts.tsv", place+"real\tanother word\n")
	none := write("none.tsv", "")
	for _, tt := range []struct {
		pairs, verdicts string
		code            int
		want            string
	}{
		{pairs, none, 1, "not judged:\n" + place},
		{files, none, 1, "not judged:\n" + place}, // the later one is the draft
		{pairs, verdicts, 0, "100.0%"},
		{write("other.jsonl", `{"source": "a", "draft": "c"}`), none, 2, `other.jsonl:1: no article "a" or "c"`},
	} {
		if out := runs(t, tt.code, "pairs", "-verdicts", tt.verdicts, corpus, tt.pairs); !strings.Contains(out, tt.want) {
			t.Errorf("%s: output:\n%s\nwant %q", tt.pairs, out, tt.want)
		}
	}
}
