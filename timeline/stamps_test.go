package timeline

import (
	"testing"

	"factcheck/internal/article"
)

// TestPublicationLines reads the lines of pages that say when they appeared, in the
// orders that papers use.
func TestPublicationLines(t *testing.T) {
	const story = "\n\nThe mayor of Harrow resigned after a vote in the council, officials said. She had led the town for nine years.\n"
	for _, tt := range []struct{ line, want string }{
		{"Updated 10:12 PM EST, Wed March 7, 2018", "2018-03-07"},
		{"March 7, 2018, 12:31 PM UTC / Updated March 8, 2018, 2:40 PM UTC", "2018-03-07"},
		{"March 7, 2018 at 6:01 am Updated March 7, 2018 at 7:15 pm", "2018-03-07"},
		{"This story is from March 7, 2018", "2018-03-07"},
		{"Posted: Mar 07, 2018 4:00 AM ET | Last Updated: March 8", "2018-03-07"},
		{"By J. R. March 7, 2018 at 3:57 PM", "2018-03-07"},
		{"Mar 7, 2018 / 10:41 AM EST / CBS News", "2018-03-07"},
		{"Xinhua | Updated: 2018-03-07 17:52", "2018-03-07"},
		{"Published: 06:12 EST, 7 March 2018 | Updated: 11:01 EST, 8 March 2018", "2018-03-07"},
		{"Modified on: March 7, 2018 6:15 PM", "2018-03-07"},
		{"Reuters Staff, MARCH 7, 2018 / 6:15 PM / UPDATED 2 YEARS AGO", "2018-03-07"},
		{"HARROW, 7 March 2018 (dpa) —", "2018-03-07"},
		{"Updated 9:05 AM GMT, Wed March 7, 2018", "2018-03-07"},
		{"Issued on: 07/03/2018 - 16:20", "2018-03-07"},
		{"7 March 2018 · 3 min read", "2018-03-07"},
		{"3 min read · 7 March 2018", "2018-03-07"},
		{"Published 5:00 PM, 7 Mar 2018 | Updated 30 min ago", "2018-03-07"},
		{"First published on Wed 7 Mar 2018 14.02 GMT", "2018-03-07"},
		{"HARROW (Zeta), 7 March 2018.", "2018-03-07"},
		{"(Zeta) HARROW, 7 March 2018 -", "2018-03-07"},
		{"The letter is dated 7 March 2012.", ""},
		{"Updated 5 min ago", ""},
	} {
		d := readPage(t, "Mayor of Harrow resigns\n\n"+tt.line+story)
		got := ""
		if day, ok := d.Published.When.Single(); ok {
			got = day.String()
		}
		if got != tt.want {
			t.Errorf("%s: %q from %s, want %q", tt.line, got, d.Published.Source, tt.want)
		}
	}
}

// TestUnfilledDate leaves a record undated whose date is that of an empty field.
func TestUnfilledDate(t *testing.T) {
	a := oneBody("They spoke on Friday.")
	a.Meta.Published = published(t, "0001-01-01 Mon")
	d := Read(a, nil, nil, nil)
	if d.Published.Source != SourceNone {
		t.Errorf("dated by %s", d.Published.Source)
	}
}

func readPage(t *testing.T, src string) *Document {
	t.Helper()
	articles, err := article.Parse("page.txt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	d := Read(articles[0], nil, nil, defaults())
	DatePublications([]*Document{d})
	return d
}
