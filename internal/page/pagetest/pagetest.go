package pagetest

import (
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// Read reads one article as far as its facts need it.
func Read(tb testing.TB, src string) *page.Page {
	tb.Helper()
	list, err := article.Parse("a.md", []byte(src))
	if err != nil || len(list) != 1 {
		tb.Fatalf("%d articles, %v", len(list), err)
	}
	dated := timeline.Read(list[0], nil, page.GoesOn, &timeline.Options{Almanac: timeline.BuiltinAlmanac()})
	timeline.DatePublications([]*timeline.Document{dated})
	d := page.New(dated, 0, lexicon.EventTriggers())
	d.Extract()
	return d
}

func Story(sentences string) string {
	return "---\npublished: 2019-04-10\n---\n# Harbour talks go on\n\n" + sentences + "\n"
}
