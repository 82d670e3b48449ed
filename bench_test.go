package factcheck_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"factcheck"
)

// copies returns so many dated articles of about so many bytes, made of the cases
// of the rules that ship, which tell no story together.
func copies(b *testing.B, n, size int) (articles []*factcheck.Article, total int64) {
	texts, _ := passages(b)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range n {
		var src strings.Builder
		fmt.Fprintf(&src, "---\nid: n%d\npublished: 2018-06-20\n---\n", i)
		for src.Len() < size {
			src.WriteString(texts[random.IntN(len(texts))] + "\n\n")
		}
		total += int64(src.Len())
		a, err := factcheck.Parse(fmt.Sprintf("n%d.md", i), []byte(src.String()), factcheck.AnyLanguage())
		if err != nil {
			b.Fatal(err)
		}
		articles = append(articles, a...)
	}
	return articles, total
}

// A desk is 200 articles of the length of agency copy.
const (
	deskArticles = 200
	deskLength   = 3000
)

func BenchmarkCheck(b *testing.B) {
	articles, total := copies(b, deskArticles, deskLength)
	b.SetBytes(total)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := factcheck.Check(context.Background(), articles); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSession(b *testing.B) {
	articles, total := copies(b, deskArticles, deskLength)
	open := func(b *testing.B, undated string) *factcheck.Session {
		s, err := factcheck.NewSession()
		if err != nil {
			b.Fatal(err)
		}
		s.Put(articles...)
		if undated != "" {
			if err := s.Replace("undated.md", []byte(undated)); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := s.Check(context.Background()); err != nil {
			b.Fatal(err)
		}
		return s
	}
	replace := func(b *testing.B, s *factcheck.Session) {
		src := []byte(articles[77].Text)
		b.SetBytes(total)
		b.ReportAllocs()
		for b.Loop() {
			if err := s.Replace("n77.md", src, factcheck.AnyLanguage()); err != nil {
				b.Fatal(err)
			}
			if _, err := s.Check(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("replace", func(b *testing.B) { replace(b, open(b, "")) })
	b.Run("replace/beside=undated", func(b *testing.B) {
		replace(b, open(b, "The mayor opened the new bridge on Monday, and a crowd of people came to see it.\n"))
	})
}
