package article

import (
	"strings"
	"testing"
)

// about returns what the comments of src are about, as readers see it.
func about(t *testing.T, name, src string) []string {
	t.Helper()
	list, err := Parse(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	a := list[0]
	checkZones(t, a)
	var out []string
	for _, c := range a.Comments {
		if s := c.Span.In(a.Text); !strings.HasPrefix(s, "<!--") || !strings.HasSuffix(s, "-->") {
			t.Errorf("comment at %q", s)
		}
		out = append(out, strings.Join(strings.Fields(c.About.In(a.Flow())), " "))
	}
	return out
}

func TestCommentsAreAboutParagraphs(t *testing.T) {
	const one, two = "The river rose in the night, and the lower town was cut off.", "The mayor opened the schools to everybody who had lost a home."
	wrapped := "The river rose in the night and the people of the lower town were\nmoved to the schools on the hill before the water had reached the\nbridge, where it was to stand for two days and most of a third one,\n"
	tests := []struct{ name, src, want string }{
		{"above a paragraph", one + "\n\n<!-- x -->\n" + two, two},
		{"with a blank line between", one + "\n\n<!-- x -->\n\n" + two, two},
		{"below a line", one + "\n<!-- x -->\n\n" + two, two},
		{"at the start of a line", one + "\n\n<!-- x --> " + two, two},
		{"at the end of a line", one + " <!-- x -->\n\n" + two, one},
		{"inside a line", "The river <!-- x --> rose.\n\n" + two, "The river rose."},
		{"over two lines", one + "\n\n<!-- x\n-->\n" + two, two},
		{"inside a wrapped paragraph", wrapped + "<!-- x -->\n" + wrapped, strings.Join(strings.Fields(wrapped+wrapped), " ")},
		{"above the headline", "<!-- x -->\n# Flood\n\n" + one, "# Flood"},
		{"below the last one", one + "\n\n<!-- x -->\n", ""},
		{"alone", "<!-- x -->", ""},
		{"unclosed", one + "\n\n<!-- x", "-"},
	}
	for _, tt := range tests {
		got := about(t, "a.md", tt.src)
		if tt.want == "-" {
			if len(got) > 0 {
				t.Errorf("%s: comments %q", tt.name, got)
			}
			continue
		}
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: about %q, want %q", tt.name, got, tt.want)
		}
	}
	if got := about(t, "a.md", one+" <!-- x --><!-- y -->\n<!-- z -->\n"+two); len(got) != 3 || got[0] != one || got[1] != one || got[2] != two {
		t.Errorf("three comments are about %q", got)
	}
}

// A comment changes neither the zones nor what readers see.
func TestCommentsAreNotThere(t *testing.T) {
	pages := []string{
		"# Floods leave hundreds homeless\n\nBy Jane Roe\n\n" + lead + "\n\n" + second + "\n\n" + wire + "\n\nLeave a comment\n",
		"The river rose in the night and the people of the lower town were\nmoved to the schools on the hill before the water had reached the\nbridge, where it was to stand for two days and most of a third one,\nthe council said.\n\nNobody was hurt.\n",
	}
	seen := func(src string) string {
		list, err := Parse("a.md", []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, z := range list[0].Zones {
			if z.Why != whyComment {
				b.WriteString(z.Kind.String() + ": " + strings.Join(strings.Fields(z.Span.In(list[0].Flow())), " ") + "\n")
			}
		}
		return b.String()
	}
	for _, page := range pages {
		want := seen(page)
		lines := strings.SplitAfter(page, "\n")
		for i := range lines {
			for _, comment := range []string{"<!-- Published 5 May 2018.\nBy Jane Roe -->\n", "<!-- x -->\n\n", "<!-- x -->"} {
				if strings.HasSuffix(comment, "\n\n") && i > 0 && lines[i-1] != "\n" {
					continue // the blank line is a change of its own
				}
				src := strings.Join(lines[:i], "") + comment + strings.Join(lines[i:], "")
				if got := seen(src); got != want {
					t.Errorf("with %q before line %d:\n%swant\n%s", comment, i+1, got, want)
				}
			}
		}
	}
}

func FuzzComments(f *testing.F) {
	f.Add("a <!-- b --> c\n\n<!-- d\n--> e\n<!--")
	f.Add("---\nid: a\n---\n<!---->\n<!-- -->x<!-->-->")
	f.Fuzz(func(t *testing.T, src string) {
		list, _ := Parse("a.md", []byte(src))
		for _, a := range list {
			checkZones(t, a)
			if len(a.Flow()) != len(a.Text) {
				t.Fatalf("flow has %d bytes of %d", len(a.Flow()), len(a.Text))
			}
			at := 0
			for _, c := range a.Comments {
				if c.Span.Start < at || c.Span.End > len(a.Text) || c.About.Start > c.About.End || c.About.End > len(a.Text) {
					t.Fatalf("comment %+v of %d bytes", c, len(a.Text))
				}
				at = c.Span.End
				if strings.TrimSpace(c.Span.In(a.Flow())) != "" {
					t.Fatalf("comment %q shows", c.Span.In(a.Text))
				}
			}
		}
	})
}

// What a comment of a saved page is about is what it would be about in Markdown.
func TestCommentsOfPages(t *testing.T) {
	const one, two = "The river rose in the night, and the lower town was cut off.", "The mayor opened the schools to everybody who had lost a home."
	const note = "<!-- factcheck-disable date/impossible: a letter -->"
	tests := []struct{ name, page, want string }{
		{"above a paragraph", "<h1>Flood</h1><p>" + one + "</p>\n" + note + "\n<p>" + two + "</p>", two},
		{"inside a paragraph", "<h1>Flood</h1><p>The river " + note + " rose in the night, and the lower town was cut off.</p>\n<p>" + two + "</p>", one},
		{"behind a paragraph", "<h1>Flood</h1><p>" + one + "</p> " + note + "\n<p>" + two + "</p>", one},
		{"above the headline", note + "\n<h1>Flood in the lower town</h1><p>" + one + "</p>", "Flood in the lower town"},
		{"above a menu", note + "\n<nav><a href=x>News</a></nav>\n<p>" + one + "</p><p>" + two + "</p>", one},
		{"below all", "<h1>Flood</h1><p>" + one + "</p>\n" + note + "\n", ""},
	}
	for _, tt := range tests {
		if got := about(t, "a.html", "<!DOCTYPE html><html><body>"+tt.page+"</body></html>"); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s: about %q, want %q", tt.name, got, tt.want)
		}
	}
}
