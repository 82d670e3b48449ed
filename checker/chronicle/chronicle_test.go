package chronicle_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/checker/chronicle"
	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/timeline"
)

// pages returns the pages of texts that were published on Sunday, 17 June 2018.
func pages(t *testing.T, texts ...string) []*page.Page {
	t.Helper()
	published, err := article.ParseDate("2018-06-17")
	if err != nil {
		t.Fatal(err)
	}
	var docs []*timeline.Document
	var out []*page.Page
	for i, src := range texts {
		articles, err := article.Parse(string(rune('a'+i))+".txt", []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, timeline.New(articles[0], published, page.GoesOn, &timeline.Options{Almanac: timeline.BuiltinAlmanac()}))
		out = append(out, page.New(docs[i], i, lexicon.EventTriggers()))
	}
	timeline.InferPublications(docs, len(docs))
	for _, p := range out {
		if defect := p.Read(func() {}); defect != nil {
			t.Fatal(defect)
		}
	}
	return out
}

func TestEvents(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string // the words of each event, in order
	}{
		{"light verb and its noun", []string{"The ministers held talks on Friday."}, []string{"held talks"}},
		{"taken up", []string{"An explosion shook the port on Friday. The explosion broke windows."}, []string{"explosion shook explosion broke"}},
		{"told in two documents", []string{"Maria Gray resigned on Friday. Gray was tired.", "The mayor, Maria Gray, resigned on Friday. Gray was tired."}, []string{"resigned resigned"}},
		{"two persons", []string{"Maria Gray resigned on Friday. Gray was tired.", "Peter Stone resigned on Friday. Stone was tired."}, []string{"resigned", "resigned"}},
		{"two days", []string{"Maria Gray sang on Thursday.", "Maria Gray sang on Friday."}, []string{"sang", "sang"}},
		{"another man", []string{"Police arrested a man on Friday.\n\nPolice arrested a man on Friday."}, []string{"arrested", "arrested"}},
		{"states and sayings", []string{"The lake is deep, a ranger said on Friday."}, nil},
	}
	for _, tt := range tests {
		var got []string
		for _, e := range chronicle.Events(pages(t, tt.texts...), false) {
			var words []string
			for _, c := range e.Claims {
				words = append(words, c.Trigger.In(c.Page.Article.Flow()))
			}
			got = append(got, strings.Join(words, " "))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}
