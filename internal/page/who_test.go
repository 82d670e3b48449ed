package page_test

import (
	_ "embed"
	"strings"
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

//go:embed testdata/who.txt
var whoTable string

func TestWho(t *testing.T) {
	for line := range strings.Lines(whoTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		told, want, _ := strings.Cut(strings.TrimSpace(line), "\t")
		before, rest, _ := strings.Cut(told, "[")
		phrase, after, _ := strings.Cut(rest, "]")
		d := read(t, "The valley in May\n\nIt was warm in the valley.\n\n"+before+phrase+after)
		start := strings.Index(d.Article.Flow(), before+phrase) + len(before)
		got := d.Meant(d.SentenceAt(start), text.Span{Start: start, End: start + len(phrase)})
		if got != strings.Trim(want, "-") {
			t.Errorf("%s: %q, want %s", told, got, want)
		}
	}
}

func read(t *testing.T, src string) *page.Page {
	t.Helper()
	articles, err := article.Parse("a.txt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	d := page.New(timeline.New(articles[0], nil, page.GoesOn, &timeline.Options{}), 0, lexicon.EventTriggers())
	if defect := d.Read(func() {}); defect != nil {
		t.Fatal(defect)
	}
	return d
}
