package timeline

import (
	"strings"
	"testing"

	"factcheck/internal/article"
)

// relativeDays returns each relative time of the story of a file with the day that it means.
func relativeDays(t *testing.T, name, src string) string {
	t.Helper()
	list, err := article.Parse(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	d := Read(list[0], nil, nil, nil)
	d.date()
	d.Resolve()
	var out []string
	for i := range d.Times {
		if x := &d.Times[i]; x.Relative && story(x.Zone) {
			out = append(out, x.Text+" "+x.Value)
		}
	}
	return strings.Join(out, ", ")
}

// In a live blog each entry counts from its own stamp: 2 June 2018 was a Saturday.
func TestLiveEntries(t *testing.T) {
	const words = " the river rose in the lower town, and the mayor had the bridge closed to cars and to people on foot."
	blog := func(stamps ...string) string {
		out := "---\npublished: 2018-06-03T18:00+01:00\n---\n# The river in the lower town, as it rose\n\n"
		for _, s := range stamps {
			out += s + "\n\nYesterday" + words + "\n\n"
		}
		return out
	}
	page := func(stamps ...string) string {
		out := `<html><head><title>The river as it rose</title><meta property="article:published_time" content="2018-06-03T18:00:00+01:00"></head><body><article><h1>The river as it rose</h1>`
		for _, s := range stamps {
			out += "<div>" + s + "</div>\n<p>Yesterday" + words + "</p>\n"
		}
		return out + "</article></body></html>"
	}
	tests := []struct{ name, file, src, want string }{
		{"days", "a.md", blog("3 June 2018 at 10.15", "2 June 2018 at 22.40", "1 June 2018, 14:05 GMT"), "Yesterday 2018-06-02, Yesterday 2018-06-01, Yesterday 2018-05-31"},
		{"clocks below a day", "a.md", blog("3 June 2018 at 10.15", "2 June 2018 at 22.40", "14:05 GMT"), "Yesterday 2018-06-02, Yesterday 2018-06-01, Yesterday 2018-06-01"},
		{"clocks alone", "a.md", blog("16:05 GMT", "15:05 GMT", "14:05 GMT"), "Yesterday 2018-06-02, Yesterday 2018-06-02, Yesterday 2018-06-02"},
		{"midnight, the newest first", "a.md", blog("00:40", "23:50", "20:15 GMT"), "Yesterday 2018-06-03, Yesterday 2018-06-02, Yesterday 2018-06-02"},
		{"midnight, the oldest first", "a.md", blog("11.15pm", "11.50pm", "12.40am", "7.10am"), "Yesterday 2018-06-02, Yesterday 2018-06-02, Yesterday 2018-06-03, Yesterday 2018-06-03"},
		{"two midnights", "a.md", blog("09:10", "23:50", "08:30", "22:00", "21:00"), "Yesterday 2018-06-04, Yesterday 2018-06-03, Yesterday 2018-06-03, Yesterday 2018-06-02, Yesterday 2018-06-02"},
		{"one out of order", "a.md", blog("16:05", "17:20", "15:05", "14:05"), "Yesterday 2018-06-02, Yesterday 2018-06-02, Yesterday 2018-06-02, Yesterday 2018-06-02"},
		{"hours ago", "a.md", blog("2 hours ago", "3 hours ago", "14 hours ago"), "Yesterday 2018-06-02, Yesterday 2018-06-02, Yesterday 2018-06-02"},
		{"an update, no blog", "a.md", blog("Published 2 June 2018, 10:15", "Updated 1 June 2018, 14:05"), "Yesterday 2018-06-02, Yesterday 2018-06-02"},
		{"time elements", "a.html", page(
			`<time datetime="2018-06-03T10:15:00+01:00">10.15am</time>`,
			`<time datetime="2018-06-01T23:30:00Z">12.30am</time>`, // 2 June at the page's offset
			`<time datetime="2018-06-01T14:05:00+01:00">14:05 BST</time>`), "Yesterday 2018-06-02, Yesterday 2018-06-01, Yesterday 2018-05-31"},
		{"one time element", "a.html", page(`<time datetime="2018-06-01T10:15:00+01:00">10.15am</time>`), "Yesterday 2018-06-02"},
	}
	for _, tt := range tests {
		if got := relativeDays(t, tt.file, tt.src); got != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
