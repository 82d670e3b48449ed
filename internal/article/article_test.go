package article

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"
)

// messages lists the errors in err, which must be a *multierror.Error.
func messages(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	merr, ok := errors.AsType[*multierror.Error](err)
	if !ok {
		t.Fatalf("error is a %T", err)
	}
	var out []string
	for _, e := range merr.Errors {
		if _, ok := errors.AsType[*Error](e); !ok {
			t.Errorf("%v is a %T, want *Error", e, e)
		}
		out = append(out, e.Error())
	}
	return out
}

func ids(articles []*Article) []string {
	var out []string
	for _, a := range articles {
		out = append(out, a.ID)
	}
	return out
}

func TestParse(t *testing.T) {
	const forms = " (" + dateForms + ")"
	tests := []struct {
		name, file, src string
		ids             []string
		errs            []string
	}{
		{"plain", "dir/a.b.txt", "It rained.", []string{"a.b"}, nil},
		{"unknown extension", "a.html5", "It rained.", []string{"a"}, nil},
		{"front matter", "a.md", "---\nid: x\nother: [1, 2]\n---\nIt rained.", []string{"x"}, nil},
		{"number as id", "a.md", "---\nid: 007\n---\nIt rained.", []string{"007"}, nil},
		{"empty front matter", "a.md", "---\n---\nIt rained.", []string{"a"}, nil},
		{"a rule is no front matter", "a.md", "---\n\nIt rained.", []string{"a"}, nil},
		{"empty", "a.md", "", nil, []string{"a.md:1:1: the file is empty (write the article, or leave the file out)"}},
		{"blank", "a.md", "\ufeff \r\n\u00a0", nil, []string{"a.md:1:1: the file is empty (write the article, or leave the file out)"}},
		{"no text", "a.md", "---\nid: x\n---\n\n", nil, []string{"a.md:3:4: there is no text after the front matter (write the article, or leave the file out)"}},
		{"not UTF-8", "a.txt", "é one\né tw\xff", nil, []string{"a.txt:2:5: this byte is not UTF-8 (save the file as UTF-8)"}},
		{"UTF-16", "a.txt", "\xff\xfeI\x00", nil, []string{"a.txt: looks like UTF-16 text: save it as UTF-8"}},
		{"NUL", "a.txt", "It\x01 rained\x00.", nil, []string{"a.txt:1:11: this byte is zero, which no byte of a text is (save it as text in UTF-8)"}},
		{"control character", "a.txt", "It\x01 rained.", []string{"a"}, nil},
		{"unclosed", "a.md", "---\nid: x\nIt rained.", nil, []string{"a.md:1:1: the front matter has no end (close it with a line of ---)"}},
		{"bad published", "a.md", "\ufeff---\r\nid: x\r\npublished: 2018-13-01\r\n---\r\nIt rained.", nil, []string{"a.md:3:12: published: month 13 does not exist" + forms}},
		{"bad alias", "a.md", "---\ndate: soon\n---\nIt rained.", nil, []string{`a.md:2:7: date: "soon" is not a date` + forms}},
		{"bad updated", "a.md", "---\nupdated: 2018-02-30\n---\nIt rained.", []string{"a"}, []string{"a.md:2:10: updated: 30 February 2018 does not exist" + forms}},
		{"list as title", "a.md", "---\ntitle: [a]\n---\nIt rained.", []string{"a"}, []string{"a.md:2:8: title must be one value (write title: value)"}},
		{"date and published differ", "a.md", "---\npublished: 2018-06-17\ndate: 2018-06-18\n---\nIt rained.", []string{"a"}, []string{"a.md:3:1: date says 2018-06-18 and published says 2018-06-17 (keep one of the two)"}},
		{"records", "r.jsonl", "\ufeff" + `{"id":"x","text":"It rained."}` + "\r\n\n" + `{"text":"It snowed.","id":null}` + "\n" + `{"id":7,"text":"Wind."}`, []string{"x", "r:3", "7"}, nil},
		{
			"bad records", "r.jsonl",
			`{"id":"é", x}` + "\n" + `{"id":"a","text":""}` + "\n" + `{"id":"b","text":"It rained."}` + "\n" + `{"id":"b","text":"It snowed."}` + "\n" + `[1]` + "\n" +
				`{"id":"c","text":"Wind.","published":"yesterday"}` + "\n" + `{"id":"d","text":"W` + "\xff" + `"}` + "\n" + `{"id":"e","text":5}`,
			[]string{"b"},
			[]string{
				"r.jsonl:1:12: invalid character 'x' looking for beginning of object key string (each line must be one JSON object)",
				`r.jsonl:2: the record has no text (add the article as "text")`,
				"r.jsonl:5:1: a record cannot be a JSON array (each line must be one JSON object)",
				`r.jsonl:6:38: published: "yesterday" is not a date` + forms,
				"r.jsonl:7:20: this byte is not UTF-8 (save the file as UTF-8)",
				"r.jsonl:8:18: text cannot be a JSON number (each line must be one JSON object)",
				`r.jsonl:4:1: the id "b" is taken by r.jsonl:3 (give each document its own id)`,
			},
		},
		{"no records", "r.jsonl", "\n\n", nil, []string{`r.jsonl:1:1: the file has no records (write one {"id": …, "text": …} a line)`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, err := Parse(tt.file, []byte(tt.src))
			if diff := cmp.Diff(tt.errs, messages(t, err)); diff != "" {
				t.Errorf("errors (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.ids, ids(articles)); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
			for _, a := range articles {
				checkZones(t, a)
			}
		})
	}
}

// Broken YAML loses the article only if a publication date may be lost in it.
func TestBrokenYAML(t *testing.T) {
	for src, want := range map[string]int{
		"---\nid: \"x\ntitle: y\n---\nIt rained.":               1,
		"---\ntitle: y\npublished: \"2018-06-17\n---\nIt rains": 0,
		"---\nid: a\nid: b\n---\nIt rained.":                    1,
		"---\njust words\n---\nIt rained.":                      1,
	} {
		articles, err := Parse("a.md", []byte(src))
		got := messages(t, err)
		if len(articles) != want || len(got) != 1 || !strings.HasPrefix(got[0], "a.md:") || strings.HasPrefix(got[0], "a.md:1:") {
			t.Errorf("Parse(%q) = %d articles, %q; want %d and one error below line 1", src, len(articles), got, want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	src := "\ufeff---\r\nid: \"x y\"\r\ntitle: “Floods” in Upton\r\nstory: severn\r\noutlet: Severn Herald\r\npublished: 2018-06-17\r\nupdated: '17 June 2018' # noon\r\n---\r\n\r\nIt\u00a0rained “hard”.\r\n"
	articles, err := Parse("a.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	a := articles[0]
	if a.Text != src {
		t.Error("Text is not the file")
	}
	m := a.Meta
	if a.ID != "x y" || m.Title != "“Floods” in Upton" || m.Story != "severn" || m.Outlet != "Severn Herald" {
		t.Errorf("ID %q, Meta %+v", a.ID, m)
	}
	want := time.Date(2018, 6, 17, 0, 0, 0, 0, time.UTC)
	for _, d := range []*Date{m.Published, m.Updated} {
		if d == nil || !d.Time.Equal(want) || d.HasClock || d.HasZone || d.Span.In(src) != d.Text {
			t.Errorf("date %+v", d)
		}
	}
	var got []string
	for _, z := range a.Zones {
		got = append(got, z.Kind.String()+" "+z.Span.In(src))
	}
	title := strings.Index(src, "“Floods”")
	above, below := src[3:title], src[title+len("“Floods” in Upton"):strings.LastIndex(src, "---")+3]
	if diff := cmp.Diff([]string{"frontmatter " + above, "headline “Floods” in Upton", "frontmatter " + below, "body It\u00a0rained “hard”."}, got); diff != "" {
		t.Errorf("zones (-want +got):\n%s", diff)
	}
}

// TestTitleOfFrontMatter: the title is the headline of a text that has none, where it
// stands as it is.
func TestTitleOfFrontMatter(t *testing.T) {
	for src, want := range map[string]string{
		"---\ntitle: Pier shut\n---\nIt rained.":                       "Pier shut",
		"---\nheadline: 'Pier shut'\n---\nIt rained.":                  "Pier shut",
		"---\ntitle: Pier shut\nheadline: Rain\n---\nIt rained.":       "Pier shut",
		"---\ntitle: Pier shut\n---\n# Storm shuts pier\n\nIt rained.": "# Storm shuts pier",
		"---\ntitle: \"Pier\\tshut\"\n---\nIt rained.":                 "",
		"---\ntitle: >\n  Pier\n  shut\n---\nIt rained.":               "",
		"---\nid: a\n---\nIt rained.":                                  "",
	} {
		articles, err := Parse("a.md", []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, z := range articles[0].Zones {
			if z.Kind == Headline {
				got += z.Span.In(src)
			}
		}
		if got != want {
			t.Errorf("%q has the headline %q, want %q", src, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	type fields struct {
		Time           string
		Clock, HasZone bool
	}
	tests := []struct {
		in   string
		want fields
	}{
		{"2018-06-17", fields{"2018-06-17T00:00:00Z", false, false}},
		{" 2018-06-17\n", fields{"2018-06-17T00:00:00Z", false, false}},
		{"2018-06-17T09:43", fields{"2018-06-17T09:43:00Z", true, false}},
		{"2018-06-17 09:43:34", fields{"2018-06-17T09:43:34Z", true, false}},
		{"2018-06-17T23:43:34Z", fields{"2018-06-17T23:43:34Z", true, true}},
		{"2018-06-17T23:43:34.123Z", fields{"2018-06-17T23:43:34Z", true, true}},
		{"2018-06-17T23:43+02:00", fields{"2018-06-17T23:43:00+02:00", true, true}},
		{"2018-06-17 23:43:34 -0330", fields{"2018-06-17T23:43:34-03:30", true, true}},
		{"17 June 2018", fields{"2018-06-17T00:00:00Z", false, false}},
		{"June 17, 2018", fields{"2018-06-17T00:00:00Z", false, false}},
		{"Sept. 7, 2018", fields{"2018-09-07T00:00:00Z", false, false}},
		{"29 February 2020", fields{"2020-02-29T00:00:00Z", false, false}},
	}
	for _, tt := range tests {
		d, err := ParseDate(tt.in)
		if err != nil {
			t.Errorf("ParseDate(%q): %v", tt.in, err)
			continue
		}
		if diff := cmp.Diff(tt.want, fields{d.Time.Format(time.RFC3339), d.HasClock, d.HasZone}); diff != "" {
			t.Errorf("ParseDate(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
	for in, want := range map[string]string{
		"":                           "the date is empty",
		"2018-13-01":                 "month 13 does not exist",
		"2018-00-01":                 "month 0 does not exist",
		"2018-02-30":                 "30 February 2018 does not exist",
		"29 February 2019":           "29 February 2019 does not exist",
		"June 31, 2018":              "31 June 2018 does not exist",
		"2018-06-17T24:00":           "hour 24 does not exist",
		"2018-06-17T09:60":           "minute 60 does not exist",
		"0000-01-01":                 "year 0 does not exist",
		"2018-06-17T09:43+15:00":     `"2018-06-17T09:43+15:00" is not a date`,
		"2018-06-17T0943":            `"2018-06-17T0943" is not a date`,
		"17/06/2018":                 `"17/06/2018" is not a date`,
		"last Friday":                `"last Friday" is not a date`,
		"2018-6-17":                  `"2018-6-17" is not a date`,
		"20180617":                   `"20180617" is not a date`,
		"é\x00":                      `"é\x00" is not a date`,
		strings.Repeat("1", 100_000): `"` + strings.Repeat("1", 40) + `…" is not a date`,
	} {
		if _, err := ParseDate(in); err == nil || err.Error() != want+"; "+dateForms {
			t.Errorf("ParseDate(%.40q) = %v, want %s; and the forms", in, err, want)
		}
	}
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	news := filepath.Join(dir, "news")
	write("news/b.md", "It rained.")
	a := write("news/a.TXT", "It snowed.")
	write("news/sub/c.jsonl", `{"id":"c1","text":"Wind."}`)
	write("news/.hidden/d.md", "No.")
	write("news/.e.md", "No.")
	write("news/f.css", "No.")
	clash := write("clash/b.md", "It hailed.")
	page := write("page.story", "Fog.")
	if err := os.MkdirAll(filepath.Join(dir, "empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	big := write("big.txt", "")
	if err := os.Truncate(big, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "missing.md")
	empty := filepath.Join(dir, "empty")

	articles, err := Read([]string{news, a, missing, empty, "-", "-", clash, big, page}, strings.NewReader("Sleet."))
	if diff := cmp.Diff([]string{"a", "b", "c1", "-", "page"}, ids(articles)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	want := []string{
		missing + ": no such file or directory (check the spelling of the path)",
		empty + ": the folder has no articles (name a folder with articles, such as .txt, .md, .html or .docx files)",
		clash + `:1: the id "b" is taken by ` + filepath.Join(news, "b.md") + " (give each document its own id)",
		big + ": the file is larger than 64 MiB (split it)",
	}
	if diff := cmp.Diff(want, messages(t, err)); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if got, want := err.Error(), strings.Join(want, "\n"); got != want {
		t.Errorf("Error() = %q, want one problem a line", got)
	}
	if articles[2].Line != 1 || articles[3].File != "-" {
		t.Errorf("record at line %d, standard input as %q", articles[2].Line, articles[3].File)
	}
}

// endless is a stream that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestReadEndless(t *testing.T) {
	if testing.Short() {
		t.Skip("reads the limit")
	}
	_, err := Read([]string{"-"}, endless{})
	if diff := cmp.Diff([]string{"-: the file is larger than 64 MiB (split it)"}, messages(t, err)); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if _, err := Read([]string{"-"}, io.MultiReader()); err == nil {
		t.Error("empty standard input is no error")
	}
	if _, err := Read([]string{"-"}, nil); err == nil {
		t.Error("missing standard input is no error")
	}
}

func TestKind(t *testing.T) {
	for k := FrontMatter; k <= Furniture; k++ {
		name, err := k.MarshalText()
		if err != nil || string(name) != k.String() || k.String() != strings.ToLower(k.String()) {
			t.Errorf("kind %d: %q, %v", uint8(k), name, err)
		}
	}
	for _, k := range []Kind{0, Furniture + 1} {
		if _, err := k.MarshalText(); err == nil {
			t.Errorf("kind %d has a name", uint8(k))
		}
	}
}
