package checker_test

import (
	"fmt"
	"strings"
	"testing"

	"factcheck/checker"
	"factcheck/internal/article"
)

// A story of very many pages is told with the first of them and how many more
// there are; the rule that ships does not fail of its length.
func TestMergeOfManyPages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1,200 pages")
	}
	const pages = 1200
	var articles []*article.Article
	for i := range pages {
		published, said := "2018-06-17", "President Anna Abelson called Prime Minister Boris Brandt on Friday, 15 June 2018."
		if i == 0 {
			published, said = "2019-01-06", "President Anna Abelson called Prime Minister Boris Brandt on Friday, 4 January 2019."
		}
		src := fmt.Sprintf("---\npublished: %s\n---\n%s\n\nThey spoke about ferry line %d for an hour.\n", published, said, i)
		articles = append(articles, parse(t, fmt.Sprintf("p%04d.md", i), src))
	}
	c := check(t, checker.Read(checker.Input{Articles: articles, SameStory: true}, options(t, false)))
	merged := of(c, "story/merged-events")
	if len(merged) != 1 {
		t.Fatalf("%d findings of a merge, want 1", len(merged))
	}
	related := merged[0].Related
	if n := len(related); n < 2 || n > 1001 {
		t.Fatalf("%d related places of %d pages, want them cut at 1,000", n, pages)
	}
	if last := related[len(related)-1].Message; !strings.Contains(last, " more") {
		t.Errorf("the last related place says %q, want how many more there are", last)
	}
}
