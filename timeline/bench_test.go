package timeline

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

//go:embed testdata/news.txt
var news string

// oneBody makes an article of src, its whole text in one body zone.
func oneBody(src string) *article.Article {
	return &article.Article{ID: "a", File: "a.txt", Text: src, Zones: []article.Zone{{Kind: article.Body, Span: text.Span{End: len(src)}}}}
}

// repeated returns src over and over, cut to at least n bytes at a line end
// where it has lines.
func repeated(src string, n int) string {
	return strings.Repeat(src, (n+len(src)-1)/len(src))
}

// benchmarkRead reads and resolves src as published on 2018-06-17.
func benchmarkRead(b *testing.B, src string) {
	a, day, opt := oneBody(src), published(b, "2018-06-17 Sun"), defaults()
	docs := make([]*Document, 1)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	times := 0
	for b.Loop() {
		docs[0] = Read(a, day, nil, opt)
		DatePublications(docs)
		times = len(docs[0].Times)
	}
	b.ReportMetric(float64(times), "times")
}

// BenchmarkRead reads news copy with one time expression in about 300 bytes.
func BenchmarkRead(b *testing.B) {
	for _, kB := range []int{5, 100, 1000} {
		b.Run(fmt.Sprintf("doc=news/kB=%d", kB), func(b *testing.B) { benchmarkRead(b, repeated(news, kB<<10)) })
	}
}

// BenchmarkHostile shows that time grows with the length of the text and not
// with its square. Compare the MB/s of one text at its four sizes.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, mb := range []int{1, 2, 4, 8} {
			b.Run(fmt.Sprintf("doc=%s/MB=%d", h.name, mb), func(b *testing.B) { benchmarkRead(b, repeated(h.src, mb<<20)) })
		}
	}
}

// BenchmarkUndated dates pages that hold one clue after the other: time should
// grow with their number.
func BenchmarkUndated(b *testing.B) {
	const lead = "Boat in dock, May 9, 2018. (Photo: Jane Roe)\n\nThe mayor greeted all on the phone on Friday and wished them well.\n\n"
	for _, c := range []struct{ name, src string }{
		{"weekdays", "They met on Monday, and on Friday they parted. "},
		{"weeks", "It rained this week. "},
		{"captions", "Boat in dock, May 9, 2018. (Photo: Jane Roe)\n\n"},
		{"greetings", "He wished all a happy New Year. "},
	} {
		for _, kB := range []int{16, 32, 64} {
			src := lead + repeated(c.src, kB<<10)
			articles, err := article.Parse("a.txt", []byte(src))
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("clues=%s/kB=%d", c.name, kB), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				b.ReportAllocs()
				for b.Loop() {
					DatePublications([]*Document{Read(articles[0], nil, nil, defaults())})
				}
			})
		}
	}
}

// BenchmarkLinks links many pages of one story by their long word sequences.
func BenchmarkLinks(b *testing.B) {
	for _, n := range []int{25, 50, 100, 200} {
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			var docs []*Document
			for i := range n {
				src := fmt.Sprintf("Page %d of the story.\n\n", i) + news
				docs = append(docs, Read(oneBody(src), nil, nil, defaults()))
			}
			b.SetBytes(int64(n * len(news)))
			b.ReportAllocs()
			for b.Loop() {
				Links(docs)
			}
		})
	}
}

// hostile are texts that a careless scanner reads in quadratic time: words
// that open windows without an end, or an end that never comes.
var hostile = []struct{ name, src string }{
	{"weekdays", "Friday "},
	{"digits", "1234567890"},
	{"years", "1998 "},
	{"modifiers", "last last last "},
	{"clocks", "1:"},
	{"stamps", "2018-06-"},
	{"hundreds", "hundred "},
	{"articles", "the late mid-"},
	{"dates", "June 3, 2018, "},
	{"names", "Martin Luther King "},
	{"breaks", "\n"},
	{"quotes", "’"},
}
