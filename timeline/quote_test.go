package timeline

import (
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

func TestQuotations(t *testing.T) {
	for _, want := range []struct{ text, words, value string }{
		// published on a Thursday
		{"“We vote tomorrow,” she said on Tuesday.", "tomorrow", "2019-04-17"},
		{"\"We vote tomorrow,\" she said on Tuesday.", "tomorrow", "2019-04-17"},
		{"``We vote tomorrow,'' she said on Tuesday.", "tomorrow", "2019-04-17"},
		{"She told reporters in Rome on Tuesday: “We vote tomorrow.”", "tomorrow", "2019-04-17"},
		{"“We waited. We vote tomorrow,” she said on Tuesday.", "tomorrow", "2019-04-17"},
		{"“We vote tomorrow,” she said.", "tomorrow", "2019-04-19"},
		{"“We vote soon,” she said on Tuesday. The hall opens tomorrow.", "tomorrow", "2019-04-19"},
		{"“We voted on Friday,” she said on Tuesday.", "Friday", "2019-04-12"},
		{"“We vote in June,” she said on Tuesday.", "June", "2019-06"},
		// the verb of saying has no day of its own
		{"“We vote tomorrow,” said the man who left on Tuesday.", "tomorrow", "2019-04-19"},
	} {
		d := readBody(t, "2019-04-18 Thu", want.text, defaults())
		got := ""
		for i := range d.Times {
			if d.Times[i].Text == want.words {
				got = d.Times[i].Value
			}
		}
		if got != want.value {
			t.Errorf("%s: got %s, want %s", want.text, got, want.value)
		}
	}
}

func TestOpenQuotation(t *testing.T) {
	src := "“It began\n\nand never ended. “This one ends.”"
	a := &article.Article{Text: src, Zones: []article.Zone{{Kind: article.Body, Span: text.Span{End: len(src)}}}}
	got := (&Document{Article: a}).Quotations()
	if len(got) != 1 || got[0].Span.In(src) != "“This one ends." {
		t.Errorf("got %v", got)
	}
}
