package checker_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// A draftPair is a pair of testdata/drafts/pairs.txt, which says how it is written.
type draftPair struct {
	name, want string
	gap        bool // it does not come out yet
	draft      string
	from, to   int // what stands between the brackets, in draft
	sources    []string
}

func draftPairs(t *testing.T) []*draftPair {
	t.Helper()
	src, err := os.ReadFile("testdata/drafts/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []*draftPair
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		key, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || key == "#":
		case key == "S":
			p := out[len(out)-1]
			p.sources = append(p.sources, articleOf(fmt.Sprintf("s%d", len(p.sources)+1), rest))
		case key == "D":
			p := out[len(out)-1]
			text := articleOf("draft", rest)
			p.from, p.to = strings.Index(text, "[["), strings.Index(text, "]]")-2
			p.draft = strings.NewReplacer("[[", "", "]]", "").Replace(text)
		default:
			want, gap := strings.CutSuffix(strings.TrimPrefix(rest, "= "), " (gap)")
			out = append(out, &draftPair{name: key, want: want, gap: gap})
		}
	}
	return out
}

// articleOf returns an article of a day and a text, "2031-03-04: Text".
func articleOf(id, s string) string {
	day, text, _ := strings.Cut(s, ": ")
	return fmt.Sprintf("---\nid: %s\npublished: %s\n---\n%s\n", id, day, text)
}

// findings returns what is said of the pair by rules over alignments.
func (p *draftPair) findings(t *testing.T) []report.Finding {
	t.Helper()
	var sources []*article.Article
	for i, s := range p.sources {
		sources = append(sources, parse(t, fmt.Sprintf("s%d.md", i+1), s))
	}
	in := checker.Input{Articles: []*article.Article{parse(t, "draft.md", p.draft)}, Sources: sources}
	run := checker.Read(in, options(t, false))
	var out []report.Finding
	for _, f := range check(t, run).Findings {
		if strings.HasPrefix(f.Rule, "source/") {
			out = append(out, f)
		}
	}
	return out
}

func (p *draftPair) comesOut(found []report.Finding) bool {
	if p.want == "silent" {
		return len(found) == 0
	}
	return slices.ContainsFunc(found, func(f report.Finding) bool {
		return f.Rule == p.want && f.Start.Offset < p.to && p.from < f.End.Offset
	})
}

// What is said of each pair is what its writer said of it, but for the gaps, which
// are told once they come out.
func TestDraftPairs(t *testing.T) {
	for _, p := range draftPairs(t) {
		found := p.findings(t)
		switch ok := p.comesOut(found); {
		case ok && p.gap:
			t.Errorf("%s: comes out, so it is no gap any more", p.name)
		case !ok && !p.gap:
			var said []string
			for _, f := range found {
				said = append(said, f.Rule+": "+f.Message)
			}
			t.Errorf("%s: want %s, got %q", p.name, p.want, said)
		}
	}
}
