package spellings

import (
	"strings"
	"testing"
	"time"

	"factcheck/internal/article"
	"factcheck/internal/page/pagetest"
	"factcheck/internal/values/quotes"
	"factcheck/internal/values/roles"
)

// FuzzSpellings reads any bytes for spellings, titles and quotations that are
// given twice: nothing panics, and every place holds what the fact says.
func FuzzSpellings(f *testing.F) {
	for _, s := range []string{
		"Anna Smith met Anna Smyth. Smith left, Smoth stayed. Libson, Lisbon.",
		"“We sold 2,000 boats … there,” he said. “We sold 2,000 [big] boats there,” she said.",
		"Foreign Minister Anna Smith, Defence Minister Smith. In 1985, US President Bill Clinton left.",
		"Ääää Äääö \xffAbcd Abcd\xff A-b- Ab’c ABCD Abcde- 'Abcd' “” “x” \"\" ‘Émile’ Emile",
		strings.Repeat("Abcde Abcdf Abcd Bcde ", 40) + strings.Repeat("“a b c d” ", 40),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if list, err := article.Parse("a.md", []byte(src)); err != nil || len(list) != 1 {
			t.Skip()
		}
		d := pagetest.Read(t, src)
		flow := d.Article.Flow()
		for _, v := range Variants(d) {
			if v.At.Span.In(flow) != v.Text || v.Other.At.Span.In(flow) != v.Other.Text || v.Text == v.Other.Text || v.Mentions < 1 {
				t.Fatalf("%+v", v)
			}
		}
		for _, q := range quotes.Repeated(d) {
			if q.At.Span.In(flow) != q.Text || q.Likeness <= 0 || q.Likeness > 1 {
				t.Fatalf("%+v", q)
			}
		}
		for _, x := range roles.Read(d) {
			if x.Outside < 0 || (x.Office == "") != (x.Term == nil) {
				t.Fatalf("%+v", x)
			}
		}
	})
}

// Long texts of one thing stay in proportion to their length.
func TestSpellingsOfLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	var numbered strings.Builder
	for i := range 8000 {
		numbered.WriteString("Ab")
		for n := i; n > 0; n /= 26 {
			numbered.WriteByte(byte('a' + n%26))
		}
		numbered.WriteString("zz ")
	}
	for _, src := range []string{
		strings.Repeat("Abcde Abcdf. ", 40_000), strings.Repeat("“a b c d e f” ", 10_000), numbered.String(),
		strings.Repeat("President Anna Smith, Senator Smith. ", 5_000), strings.Repeat("“one two three four five” said Anna Smith.\n\n", 8_000),
	} {
		d := pagetest.Read(t, pagetest.Story(src))
		for i, read := range []func(){func() { Variants(d) }, func() { quotes.Read(d) }, func() { quotes.Repeated(d) }, func() { roles.Read(d) }} {
			start := time.Now()
			read()
			if took := time.Since(start); took > 4*time.Second {
				t.Errorf("step %d: %v for %.30q…", i, took, src)
			}
		}
	}
}
