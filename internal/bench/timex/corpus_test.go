package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// timeMLOf wraps the content of TEXT in a file of 17 June 2018, a Sunday.
func timeMLOf(body string) string {
	return `<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2018-06-17">Sunday</TIMEX3></DCT>
<TITLE><TIMEX3 tid="t9" type="DATE" value="2018">2018</TIMEX3></TITLE>
<TEXT>` + body + `</TEXT>
<TLINK timeID="t1"/>
</TimeML>`
}

// goldOf lists the gold as words, type and value.
func goldOf(d *document) []string {
	var out []string
	for _, g := range d.gold {
		out = append(out, strings.Join([]string{g.In(d.text), g.Type, g.Value}, "|"))
	}
	return out
}

func TestReadTimeML(t *testing.T) {
	tests := []struct {
		name, body, text string
		gold             []string
	}{
		{
			"tags inside and around are dropped", `They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2018-06-15">Friday</TIMEX3>.`,
			"They met on Friday.", []string{"Friday|DATE|2018-06-15"},
		},
		{
			"offsets are bytes of the decoded text", "\nCafé &amp; bar, <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2018\">2018</TIMEX3>\r\n",
			"\nCafé & bar, 2018\n", []string{"2018|DATE|2018"},
		},
		{"the creation time is not gold", `<TIMEX3 tid="t0" type="DATE" value="2018-06-17">17 June</TIMEX3>`, "17 June", nil},
		{"nothing is said", `now<TIMEX3 tid="t1" type="DATE" value="2018"></TIMEX3>`, "now", nil},
		{
			"of nested times the inner one counts", `<TIMEX3 tid="t1" type="DATE" value="X">the week of <TIMEX3 tid="t2" type="DATE" value="2018-06-11">Monday</TIMEX3></TIMEX3>`,
			"the week of Monday", []string{"Monday|DATE|2018-06-11"},
		},
		{"a time with a tag in it", `<TIMEX3 tid="t1" type="DATE" value="2018">last <EVENT>year</EVENT></TIMEX3>`, "last year", nil},
		{
			"of two with one tid the later counts", `<TIMEX3 tid="t1" type="DATE" value="1">May</TIMEX3>, <TIMEX3 tid="t2" type="DATE" value="2">June</TIMEX3>, <TIMEX3 tid="t1" type="DATE" value="3">July</TIMEX3>`,
			"May, June, July", []string{"June|DATE|2", "July|DATE|3"},
		},
		{"attributes may lack", `<TIMEX3 tid="t1">May</TIMEX3>`, "May", []string{"May||"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := readTimeML(strings.NewReader(timeMLOf(tt.body)))
			if err != nil {
				t.Fatal(err)
			}
			if d.text != tt.text || d.created != "2018-06-17" {
				t.Errorf("text %q of %s, want %q of 2018-06-17", d.text, d.created, tt.text)
			}
			if diff := cmp.Diff(tt.gold, goldOf(d)); diff != "" {
				t.Errorf("gold (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadTimeMLErrors(t *testing.T) {
	dct := `<DCT><TIMEX3 value="2018-06-17">x</TIMEX3></DCT>`
	tests := []struct{ src, want string }{
		{"<TimeML><TEXT>x</TEXT></TimeML>", "no TEXT or no DCT"},
		{"<TimeML>" + dct + "</TimeML>", "no TEXT or no DCT"},
		{"<TimeML><TEXT>" + dct + "</TEXT></TimeML>", "no TEXT or no DCT"}, // not below the root
		{strings.Replace(timeMLOf("x"), "2018-06-17", "2018-W24", 1), "creation time: "},
		{"<TimeML><TEXT>", "XML syntax error"},
		{"<TimeML>&bogus;</TimeML>", "XML syntax error"},
	}
	for _, tt := range tests {
		if _, err := readTimeML(strings.NewReader(tt.src)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q in it", tt.src, err, tt.want)
		}
	}
}

// Spans lie inside the text, hold something, and come in order without overlap.
func FuzzReadTimeML(f *testing.F) {
	for _, body := range []string{
		"", `<TIMEX3 tid="t1" type="DATE" value="2018">2018</TIMEX3>`, `a<TIMEX3><TEXT>b</TEXT></TIMEX3>`,
		`</TEXT><TEXT><TIMEX3 tid="t2">é</TIMEX3>`, `<![CDATA[<]]><!-- x --><TIMEX3>&#233;</TIMEX3>`,
	} {
		f.Add(timeMLOf(body))
	}
	f.Fuzz(func(t *testing.T, src string) {
		d, err := readTimeML(strings.NewReader(src))
		if err != nil {
			return
		}
		last := 0
		for _, g := range d.gold {
			if g.Start < last || g.Len() <= 0 || g.End > len(d.text) {
				t.Fatalf("span %v after %d in %d bytes", g.Span, last, len(d.text))
			}
			last = g.End
		}
		if a := align(d, d.gold); len(a.missed)+len(a.spurious) > 0 || slices.ContainsFunc(a.pairs, func(p pair) bool { return p.gold != p.found }) {
			t.Fatalf("the gold differs from itself: %+v", a)
		}
	})
}
