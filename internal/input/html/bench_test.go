package html

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newsPage is a page of about the size and kind that outlets serve: a third of it
// scripts, a menu, a rail, and a story of forty paragraphs.
func newsPage() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=utf-8><title>The ferry that did not sail | Post</title>\n")
	b.WriteString(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry that did not sail","datePublished":"2018-06-15T18:20:00+02:00"}</script>` + "\n")
	b.WriteString("<script>" + strings.Repeat("var a=1;function f(x){return x<2&&x>1}\n", 1500) + "</script></head><body><nav><ul>\n")
	for range 150 {
		b.WriteString(`<li class="menu-item"><a class="link" href="/section/some/thing">Section of the paper</a></li>` + "\n")
	}
	b.WriteString("</ul></nav><div class=\"wrap\"><article><h1>The ferry that did not sail</h1>\n")
	for range 40 {
		b.WriteString(`<p class="story-text">The ferry lay in the harbour &amp; nobody <em>came</em> to it, the harbour master said on <a href="/x">Friday</a>, since the road was closed. It will sail again, he said, once the water has gone down.</p>` + "\n")
	}
	b.WriteString("</article></div><aside>\n")
	for range 100 {
		b.WriteString(`<div class="teaser"><a href="/y"><img src="z.jpg" alt="A boat"><span>Another story of another day</span></a></div>` + "\n")
	}
	b.WriteString("</aside><script>" + strings.Repeat("track({a:1});", 2000) + "</script></body></html>\n")
	return []byte(b.String())
}

// FACTCHECK_PAGES names a folder of saved pages to measure instead.
func BenchmarkRead(b *testing.B) {
	pages := [][]byte{newsPage()}
	if dir := os.Getenv("FACTCHECK_PAGES"); dir != "" {
		pages = nil
		names, _ := filepath.Glob(filepath.Join(dir, "*.html"))
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			pages = append(pages, src)
		}
	}
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			if _, problem := Read(p); problem != nil {
				b.Fatal(problem.Message)
			}
		}
	}
}
