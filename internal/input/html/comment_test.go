package html

import (
	"strings"
	"testing"

	"factcheck/internal/input"
)

// Instructions stand in the text as they stand in the page, on lines of their own or in
// their paragraph, and at their bytes; other comments do not.
func TestComments(t *testing.T) {
	const note = "<!-- factcheck-disable date/impossible: a letter -->"
	tests := []struct{ name, page, want string }{
		{"above", "<p>One came.</p>\n" + note + "\n<p>Two went.</p>", "One came.\n\n" + note + "\n\nTwo went."},
		{"first in the element", "<p>One came.</p><p>" + note + "Two went.</p>", "One came.\n\n" + note + "\n\nTwo went."},
		{"inside", "<p>One " + note + " <b>came</b>.</p>", "One " + note + " came."},
		{"last in the element", "<p>One came. " + note + "</p>", "One came. " + note},
		{"behind, ending the line", "<p>One came.</p> " + note + "\n<p>Two went.</p>", "One came." + note + "\n\nTwo went."},
		{"between, on one line", "<p>One came.</p>" + note + "<p>Two went.</p>", "One came.\n\n" + note + "\n\nTwo went."},
		{"below all", "<p>One came.</p>\n" + note + "\n", "One came.\n\n" + note},
		{"two", "<p>One came.</p>\n" + note + "\n" + note + "\n<p>Two went.</p>", "One came.\n\n" + note + "\n\n" + note + "\n\nTwo went."},
		{"another's", "<p>One <!-- wp:paragraph --> came.</p>", "One came."},
		{"in a script", "<p>One came.</p><script>" + note + "</script>", "One came."},
		{"not closed", "<p>One came.</p><!-- factcheck-disable date/impossible: x", "One came."},
		{"alone", note, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b input.Builder
			var item input.Item
			Fragment(&b, tt.page, 0)
			b.Finish(&item, tt.page)
			got := item.Text
			if got = strings.TrimSpace(got); got != tt.want {
				t.Errorf("text %q, want %q", got, tt.want)
			}
			if n := strings.Count(tt.want, note); len(item.Comments) != n {
				t.Errorf("%d comments, want %d", len(item.Comments), n)
			}
			for _, c := range item.Comments {
				at := item.Origin.Place(c.Start)
				if end := item.Origin.End(c.End); c.In(item.Text) != note || tt.page[at:end] != note {
					t.Errorf("comment %q at %q", c.In(item.Text), tt.page[at:end])
				}
			}
		})
	}
}

// A title has no comments.
func TestWordsWithoutComments(t *testing.T) {
	if got := Words("The <i>ferry</i> <!-- factcheck-disable date/impossible: x -->sails"); got != "The ferry sails" {
		t.Errorf("words %q", got)
	}
}
