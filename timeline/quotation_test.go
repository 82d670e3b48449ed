package timeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

func TestQuotationWords(t *testing.T) {
	type quotation struct {
		Words     string
		Continues bool
	}
	tests := []struct {
		name, src string
		want      []quotation
	}{
		{"curly", "She said “we go ” and left.", []quotation{{"we go", false}}},
		{"straight", `"We go," she said. "Now."`, []quotation{{"We go,", false}, {"Now.", false}}},
		{"doubled", "``We go,'' she said.", []quotation{{"We go,", false}}},
		{"nested", "“He said ‘no’ twice,” she said.", []quotation{{"He said ‘no’ twice,", false}}},
		{"apostrophes", "The Reds' coach didn't say 'no'.", nil},
		{"two paragraphs", "“We go.\n\n“We stay,” she said.", []quotation{{"We go.", true}, {"We stay,", false}}},
		{"two straight paragraphs", "\"We go.\n\n\"We stay,\" she said.", []quotation{{"We go.", true}, {"We stay,", false}}},
		{"never closed", "“We go.\n\nShe left.", nil},
		{"a mark that only closes", "We go.\" \"No,\" she said.", []quotation{{"No,", false}}},
		{"nothing", "", nil},
	}
	for _, tt := range tests {
		a := &article.Article{Text: tt.src, Zones: []article.Zone{{Kind: article.Body, Span: text.Span{End: len(tt.src)}}}}
		var got []quotation
		for _, q := range (&Document{Article: a}).Quotations() {
			got = append(got, quotation{q.Words.In(tt.src), q.Continues})
			if q.Words.Start < q.Span.Start || q.Words.End > q.Span.End {
				t.Errorf("%s: words %v outside %v", tt.name, q.Words, q.Span)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
