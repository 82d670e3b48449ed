package timeline

import (
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/text"
)

// A Friday six days back under a Thursday's date is that of the next day where the
// dateline's day is ahead: Tokyo is nine hours east of UTC, Washington west of it.
func TestLocalDayAhead(t *testing.T) {
	const body = "A ship hit the bridge on Friday, police said."
	for dateline, want := range map[string]string{
		"TOKYO (Reuters) - ": "2020-03-06", "Sydney, March 6 - ": "2020-03-06", "LONDON, March 6 (Reuters) - ": "2020-03-06",
		"WASHINGTON (AP) - ": "2020-02-28", "LONDON, March 5 (Reuters) - ": "2020-02-28",
	} {
		src := dateline + body
		a := &article.Article{ID: "a", File: "a.txt", Text: src, Zones: []article.Zone{
			{Kind: article.Dateline, Span: text.Span{End: len(dateline)}},
			{Kind: article.Body, Span: text.Span{Start: len(dateline), End: len(src)}},
		}}
		d := Read(a, published(t, "2020-03-05 Thu"), nil, defaults())
		DatePublications([]*Document{d})
		if got := d.Times[len(d.Times)-1].Value; got != want {
			t.Errorf("%q: Friday is %s, want %s", dateline, got, want)
		}
	}
}
