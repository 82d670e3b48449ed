package render

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
)

func TestInWords(t *testing.T) {
	tests := []struct{ from, to, words, copy string }{
		{"2018-06-15", "2018-06-16", "Friday 15 June 2018", "15 June 2018"},
		{"2018-06-15T17:00", "2018-06-15T17:01", "Friday 15 June 2018 at 17:00", "15 June 2018"},
		{"2018-06-15T23:59", "2018-06-16", "Friday 15 June 2018 at 23:59", "15 June 2018"},
		{"2018-06-15T18:00", "2018-06-16T06:00", "Friday 15 June 2018, 18:00 to 06:00", "15 June 2018"},
		{"2018-06-15T05:00", "2018-06-15T12:00", "Friday 15 June 2018, 05:00 to 12:00", "15 June 2018"},
		{"2019-01-01", "2019-01-05", "1 to 4 January 2019", "1 to 4 January 2019"},
		{"2018-05-28", "2018-06-04", "28 May to 3 June 2018", "28 May to 3 June 2018"},
		{"2018-12-31", "2019-01-07", "31 December 2018 to 6 January 2019", "31 December 2018 to 6 January 2019"},
		{"2018-05-01", "2018-06-01", "May 2018", "May 2018"},
		{"2018-12-01", "2019-01-01", "December 2018", "December 2018"},
		{"2018-01-01", "2018-04-01", "January to March 2018", "January to March 2018"},
		{"2017-12-01", "2018-03-01", "December 2017 to February 2018", "December 2017 to February 2018"},
		{"2018-01-01", "2019-01-01", "2018", "2018"},
		{"1990-01-01", "2000-01-01", "1990 to 1999", "1990 to 1999"},
		{"2018-06-15T17:00", "2018-06-17T17:00", "15 to 17 June 2018", "15 to 17 June 2018"},
		{"2016-02-29", "2016-03-01", "Monday 29 February 2016", "29 February 2016"},
		{"0985-01-01", "0986-01-01", "985", "985"},
		{"9900-01-01", "10000-01-01", "[9900-01-01, 10000-01-01)", ""},
		{"2018-06-15", "", "from 15 June 2018 on", ""},
		{"", "2018-06-15", "before 15 June 2018", ""},
		{"", "", "no date", ""},
		{"2018-06-15", "2018-06-15", "[2018-06-15, 2018-06-15)", ""},
		{"", "Friday", "[…, Friday)", ""},
		{"Friday", "", "[Friday, …)", ""},
	}
	for _, tt := range tests {
		if got := inWords(orNull(tt.from), orNull(tt.to)); got != tt.words {
			t.Errorf("in words [%s, %s): %q, want %q", tt.from, tt.to, got, tt.words)
		}
		if got := inCopy(orNull(tt.from), orNull(tt.to)); got != tt.copy {
			t.Errorf("in copy [%s, %s): %q, want %q", tt.from, tt.to, got, tt.copy)
		}
	}
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// marked returns a document whose times are the words between « and » of src,
// each Friday 15 June 2018 counted from the publication date.
func marked(src string) report.DatedDocument {
	var text strings.Builder
	doc := report.DatedDocument{Doc: "a", File: "a.md", Anchored: true}
	for {
		before, rest, found := strings.Cut(src, "«")
		text.WriteString(before)
		if !found {
			break
		}
		words, after, _ := strings.Cut(rest, "»")
		doc.Times = append(doc.Times, report.Time{
			Text: words, Start: text.Len(), End: text.Len() + len(words), Type: "DATE", Value: "2018-06-15",
			From: day("2018-06-15"), To: day("2018-06-16"), Anchor: "publication", Zone: "body", Sure: true,
			Timex: report.Timex{Computed: true, Anchor: report.TimeRef{Created: true}},
		})
		text.WriteString(words)
		src = after
	}
	doc.Text = text.String()
	return doc
}

func TestAbsolutePlace(t *testing.T) {
	tests := []struct{ in, want string }{
		{"on «Friday».", "on Friday @."},
		{"«Friday»’s vote", "Friday’s @ vote"},
		{"«Friday»'s vote", "Friday's @ vote"},
		{"‘on «Friday»’ they", "‘on Friday @’ they"},
		{"“on «Friday»”", "“on Friday @”"},
		{"a «Friday»-evening rally", "a Friday-evening @ rally"},
		{"a «Friday»\u2011evening rally", "a Friday\u2011evening @ rally"},
		{"«Friday»-«Friday»", "Friday @-Friday @"},
		{"«Friday»–«Friday»", "Friday @–Friday @"},
		{"«Friday»- and", "Friday @- and"},
		{"**«Friday»**", "**Friday @**"},
		{"[«last week»](x)", "[last week @](x)"},
		{"«Friday» [15 June 2018] was", "Friday @ was"},
		{"«Friday»’s [15 June 2018] vote", "Friday’s @ vote"},
		{"«Friday» [sic]", "Friday @ [sic]"},
		{"\ufeff«last\r\nweek»\r\n", "\ufefflast\r\nweek @\r\n"},
		{"«Friday»é", "Fridayé @"},
		{"nothing", "nothing"},
	}
	for _, tt := range tests {
		doc := marked(tt.in)
		var b strings.Builder
		if err := NewText(&b, false).Absolute((&report.Dates{Documents: []report.DatedDocument{doc}}).Seq()); err != nil {
			t.Fatal(err)
		}
		want := strings.ReplaceAll(tt.want, "@", "[15 June 2018]")
		if !strings.HasSuffix(want, "\n") {
			want += "\n"
		}
		if b.String() != want {
			t.Errorf("%q: %q, want %q", tt.in, b.String(), want)
		}
	}
}

// Only what says less than its date gets one.
func TestAbsoluteLeavesOut(t *testing.T) {
	tests := []struct {
		what   string
		change func(*report.Time)
		dated  bool
	}{
		{"as it is", func(*report.Time) {}, true},
		{"counted from an earlier time", func(x *report.Time) { x.Anchor = "previous" }, true},
		{"a clock time", func(x *report.Time) { x.Type = "TIME" }, true},
		{"a headline", func(x *report.Time) { x.Zone = "headline" }, true},
		{"complete in itself", func(x *report.Time) { x.Anchor = "explicit" }, false},
		{"not anchored", func(x *report.Time) { x.Anchor, x.From, x.To = "none", nil, nil }, false},
		{"several answers", func(x *report.Time) { x.Sure = false }, false},
		{"now", func(x *report.Time) { x.Value = "PRESENT_REF" }, false},
		{"a length", func(x *report.Time) { x.Type = "DURATION" }, false},
		{"recurring", func(x *report.Time) { x.Type = "SET" }, false},
		{"open", func(x *report.Time) { x.To = nil }, false},
		{"a caption", func(x *report.Time) { x.Zone, x.Anchor = "caption", "caption" }, false},
		{"page furniture", func(x *report.Time) { x.Zone = "furniture" }, false},
		{"a correction", func(x *report.Time) { x.Zone = "correction" }, false},
		{"past the text", func(x *report.Time) { x.End = 99 }, false},
	}
	for _, tt := range tests {
		doc := marked("on «Friday»\n")
		tt.change(&doc.Times[0])
		var b strings.Builder
		if err := NewText(&b, false).Absolute((&report.Dates{Documents: []report.DatedDocument{doc}}).Seq()); err != nil {
			t.Fatal(err)
		}
		want := "on Friday\n"
		if tt.dated {
			want = "on Friday [15 June 2018]\n"
		}
		if b.String() != want {
			t.Errorf("%s: %q, want %q", tt.what, b.String(), want)
		}
	}
}

func TestPublicationNotes(t *testing.T) {
	june := report.Published{From: day("2018-06-15"), To: day("2018-06-21"), Source: "inferred", Explanation: "its\x1b words"}
	told := report.Published{From: day("2018-06-15"), To: day("2018-06-16"), Source: "front-matter", Explanation: "x"}
	wide := report.Published{From: day("2018-05-11"), To: day("2019-05-08"), Source: "linked", Explanation: "a picture"}
	d := &report.Dates{Documents: []report.DatedDocument{
		{File: "a.md", Published: june, Anchored: true},
		{File: "b.md", Published: told, Anchored: true},
		{File: "c.md", Published: wide},
		{File: "d.md", Published: report.Published{Source: "none", Explanation: "nothing says when"}},
	}}
	want := []string{
		"a.md: publication date inferred as 15 to 20 June 2018: its words",
		"c.md: publication date inferred as 11 May 2018 to 7 May 2019, too wide to count from: a picture",
		"d.md: publication date not known, so nothing is counted from it: nothing says when",
	}
	if diff := cmp.Diff(want, PublicationNotes(d.Seq())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTimeML(t *testing.T) {
	doc := marked("“A&B” met\r\non «Friday», <i>\"late\"</i> \x00\uffff]]> «last\nweek».\t\ufeff\n")
	doc.Doc = "a<&>\""
	doc.Times[1].Anchor, doc.Times[1].Mod, doc.Times[1].Value, doc.Times[1].Timex = "explicit", "MID", "2018-W24", report.Timex{}
	doc.Published = report.Published{From: day("2018-06-17"), To: day("2018-06-18")}
	const text = "<TEXT>“A&amp;B” met&#13;\non <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2018-06-15\" temporalFunction=\"true\" anchorTimeID=\"t0\">Friday</TIMEX3>, &lt;i&gt;&quot;late&quot;&lt;/i&gt; \ufffd\ufffd]]&gt; <TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2018-W24\" mod=\"MID\">last\nweek</TIMEX3>.\t\ufeff\n</TEXT>"
	const want = `<?xml version="1.0" encoding="UTF-8"?>
<TimeML>
<DOCID>a&lt;&amp;&gt;&quot;</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2018-06-17" functionInDocument="CREATION_TIME">2018-06-17</TIMEX3></DCT>
` + text + "\n</TimeML>\n"
	if diff := cmp.Diff(want, asTimeML(t, doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	doc.Published.To = day("2018-06-19")
	several := asTimeML(t, doc)
	if !strings.Contains(several, "<DCT></DCT>") || strings.Contains(several, `"t0"`) {
		t.Errorf("a publication date of two days:\n%s", several)
	}
	if got := asTimeML(t); got != "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeMLDocuments>\n</TimeMLDocuments>\n" {
		t.Errorf("no documents: %q", got)
	}
}

func asTimeML(t *testing.T, docs ...report.DatedDocument) string {
	t.Helper()
	var b strings.Builder
	if err := TimeML(&b, (&report.Dates{Documents: docs}).Seq()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The XML can be read and holds every character that XML can hold.
func FuzzTimeML(f *testing.F) {
	for _, s := range []string{"on «Friday».", "\r\n\ufeff«a»&<>\"']]>", "\x00\ufffe\U0010ffff\u0085\u2028", "«a\r»«b»", "\xff«\xc3»\xa9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := marked(s)
		dec := xml.NewDecoder(strings.NewReader(asTimeML(t, doc)))
		var got strings.Builder
		inText := false
		for {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			switch x := token.(type) {
			case xml.StartElement:
				inText = inText || x.Name.Local == "TEXT"
			case xml.EndElement:
				inText = inText && x.Name.Local != "TEXT"
			case xml.CharData:
				if inText {
					got.Write(x)
				}
			}
		}
		if !utf8.ValidString(s) {
			return // no article is so, and a mark may part the bytes of a character
		}
		want := strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
				return 0xFFFD
			}
			return r
		}, doc.Text)
		if got.String() != want {
			t.Errorf("%q, want %q", got.String(), want)
		}
	})
}

// Printed with dates, the words of the article are all there and in order.
func FuzzAbsolute(f *testing.F) {
	for _, s := range []string{"on «Friday»’s", "«a»-«b»", "«a»-b-«c»", "«»«»", "\xff«\xc3»\xa9", "«Friday» [15 June 2018]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := marked(s)
		if strings.Contains(doc.Text, "[") && s != "«Friday» [15 June 2018]" {
			return // what was added could not be told from what was there
		}
		var b strings.Builder
		if err := NewText(&b, false).Absolute((&report.Dates{Documents: []report.DatedDocument{doc}}).Seq()); err != nil {
			t.Fatal(err)
		}
		drop := func(s string) string { return strings.ReplaceAll(s, " [15 June 2018]", "") }
		if got, want := strings.TrimSuffix(drop(b.String()), "\n"), strings.TrimSuffix(drop(doc.Text), "\n"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	})
}

func TestDatesCSV(t *testing.T) {
	doc := marked("«a, \"b\"\nc»")
	doc.Doc, doc.Times[0].From, doc.Times[0].To, doc.Times[0].Place = "x,\"y\"", nil, nil, at(0, 3, 7)
	doc.Times[0].Mod, doc.Times[0].Direction, doc.Times[0].Explanation = "MID", "given", "so, yes."
	var b strings.Builder
	if err := DatesCSV(&b, (&report.Dates{Documents: []report.DatedDocument{doc}}).Seq()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		strings.Split("doc,file,start,end,line,column,text,type,value,mod,from,to,anchor,direction,zone,explanation", ","),
		{"x,\"y\"", "a.md", "0", "8", "3", "7", "a, \"b\"\nc", "DATE", "2018-06-15", "MID", "", "", "publication", "given", "body", "so, yes."},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDatesWriteErrors(t *testing.T) {
	doc := marked(strings.Repeat("«Friday» ", 1000))
	d := &report.Dates{Documents: []report.DatedDocument{doc, doc}}
	for name, err := range map[string]error{
		"jsonl":    DatesLines(full{}, d.Seq()),
		"csv":      DatesCSV(full{}, d.Seq()),
		"timeml":   TimeML(full{}, d.Seq()),
		"absolute": NewText(full{}, false).Absolute(d.Seq()),
		"json":     DatesJSON(full{}, d.Seq()),
		"what-if":  NewText(full{}, false).WhatIf(&report.WhatIf{}),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestWhatIfText(t *testing.T) {
	on := func(value, from, to string) report.Meaning {
		return report.Meaning{Value: value, From: orNull(from), To: orNull(to)}
	}
	a := report.ComparedDocument{
		File: "a.md", Times: 3,
		Published: report.Published{From: day("2018-06-20"), To: day("2018-06-21"), Source: "flag"},
		WhatIf:    report.Published{From: day("2018-06-22"), To: day("2018-06-23"), Source: "flag"},
		Changes: []report.Change{
			{Text: "on\r\n\x1bFriday", Before: on("2018-06-15", "2018-06-15", "2018-06-16"), After: on("2018-06-22", "2018-06-22", "2018-06-23"), Place: at(3, 1, 4)},
			{Text: "Easter", Before: on("XXXX-XX-XX", "", ""), After: on("2018-04-01", "2018-04-01", "2018-04-02"), Place: at(9, 2, 1)},
		},
	}
	b := a
	b.File, b.Changes = "b.md", nil
	var out strings.Builder
	if err := NewText(&out, false).WhatIf(&report.WhatIf{Documents: []report.ComparedDocument{a, b}}); err != nil {
		t.Fatal(err)
	}
	const want = `a.md  published Wednesday 20 June 2018 (flag) → Friday 22 June 2018
  1:4  “on Friday”: 2018-06-15 (Friday 15 June 2018) → 2018-06-22 (Friday 22 June 2018)
  2:1  “Easter”: XXXX-XX-XX (no date) → 2018-04-01 (Sunday 1 April 2018)
b.md  published Wednesday 20 June 2018 (flag) → Friday 22 June 2018
2 of 6 expressions change
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, tt := range []struct {
		changed, all int
		want         string
	}{{1, 12, "1 of 12 expressions changes"}, {1, 1, "1 of 1 expression changes"}, {0, 1, "0 of 1 expression changes"}, {0, 0, "0 of 0 expressions change"}} {
		if got := changesOf(tt.changed, tt.all); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestFurtherAttributes writes what TIMEX3 says of sets, lengths and anchors in the
// text (TimeML 1.2.1, section 2.3).
func TestFurtherAttributes(t *testing.T) {
	doc := &report.DatedDocument{Times: []report.Time{{Start: 3}, {Start: 9}}}
	for _, tt := range []struct {
		x       report.Timex
		created bool
		want    string
	}{
		{report.Timex{Freq: "2X"}, true, ` freq="2X"`},
		{report.Timex{Quant: "EVERY", Freq: "3X"}, true, ` quant="EVERY" freq="3X"`},
		{report.Timex{End: report.TimeRef{Created: true}}, true, ` endPoint="t0"`},
		{report.Timex{Begin: report.TimeRef{Created: true}}, false, ``},
		{report.Timex{Computed: true, Anchor: report.TimeRef{Of: true, Start: 9}}, false, ` temporalFunction="true" anchorTimeID="t2"`},
		{report.Timex{Computed: true, Anchor: report.TimeRef{Of: true, Start: 5}}, true, ` temporalFunction="true"`},
	} {
		var b strings.Builder
		if furtherAttributes(&b, &tt.x, doc, tt.created); b.String() != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.x, b.String(), tt.want)
		}
	}
}
