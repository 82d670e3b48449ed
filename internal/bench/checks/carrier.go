package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"factcheck/internal/article"
)

// A carrier is a clean article that errors are planted into.
type carrier struct {
	id        string
	published time.Time // midnight UTC
	headline  string    // without "# "; empty if there is none
	blocks    []block   // what follows the headline
}

// A block is a paragraph, a heading or another run of lines.
type block struct {
	text string
	body bool // something can be planted behind it
}

// readCarriers reads articles from folders, .md files and .jsonl records; those
// without a publication date or without a body are left out.
func readCarriers(paths []string) ([]*carrier, error) {
	all, err := article.Read(paths, nil)
	if err != nil {
		return nil, err
	}
	var out []*carrier
	for _, a := range all {
		if c := newCarrier(a); c != nil {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no article with a publication date", strings.Join(paths, ", "))
	}
	return out, nil
}

// newCarrier returns nil for an article that carries nothing.
func newCarrier(a *article.Article) *carrier {
	if a.Meta.Published == nil {
		return nil
	}
	y, m, d := a.Meta.Published.Time.Date()
	c := &carrier{id: a.ID, published: time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
	bodies := 0
	for _, b := range blocksOf(a) {
		if len(c.blocks) == 0 && c.headline == "" && strings.HasPrefix(b.text, "# ") {
			c.headline = strings.TrimPrefix(b.text, "# ")
			continue
		}
		c.blocks = append(c.blocks, b)
		if b.body {
			bodies++
		}
	}
	if bodies < 2 {
		return nil
	}
	return c
}

// blocksOf cuts an article at its blank lines; front matter is left out.
func blocksOf(a *article.Article) []block {
	start := 0
	for _, z := range a.Zones {
		if z.Kind == article.FrontMatter {
			start = z.Span.End
		}
	}
	var out []block
	for at := start; at < len(a.Text); {
		end := len(a.Text)
		if n := strings.Index(a.Text[at:], "\n\n"); n >= 0 {
			end = at + n
		}
		if s := strings.TrimSpace(a.Text[at:end]); s != "" {
			first := at + strings.Index(a.Text[at:], s[:1])
			out = append(out, block{s, zoneAt(a, first) == article.Body && len(s) > 40})
		}
		at = end + 2
	}
	return out
}

// zoneAt returns the kind of the zone that holds offset, 0 if none does.
func zoneAt(a *article.Article, offset int) article.Kind {
	for _, z := range a.Zones {
		if z.Span.Start <= offset && offset < z.Span.End {
			return z.Kind
		}
	}
	return 0
}

// ownCarriers returns the articles in testdata.
func ownCarriers() ([]*carrier, error) {
	if _, err := os.Stat("testdata"); err != nil {
		return nil, fmt.Errorf("run this in internal/bench/checks, or give -carriers: %w", err)
	}
	return readCarriers([]string{"testdata"})
}

// record writes a carrier as a line of a .jsonl file.
func record(id string, c *carrier) []byte {
	t := assemble(c, "", nil)
	_, text, _ := strings.Cut(t.src[4:], "---\n")
	line, err := json.Marshal(map[string]string{"id": id, "published": c.published.Format("2006-01-02"), "text": text})
	if err != nil {
		panic(err) // strings always can be written
	}
	return append(line, '\n')
}
