package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A dated is a time expression as every format gives it.
type dated struct {
	Text, Type, Value, Mod string
	Start, End             int
}

// oddities are texts with what formats have to escape or keep.
var oddities = map[string]string{
	"crlf.md":    "\ufeff---\r\npublished: 2018-06-20\r\n---\r\nTh\u00e9 vote & the \u201ctalks\u201d <b>on\r\nFriday</b>, \"5\u00a0p.m.\u00a0Monday\" ]]> ended.\r\nA bare\rreturn last month.\r\n",
	"wire.jsonl": `{"id":"a<&>\"b\",c","published":"2018-06-20","text":"They met on\u0000 Friday,\u001b \ufffe last\nweek & 'yesterday'\u2028."}` + "\n",
}

func oddPaths(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for _, name := range []string{"crlf.md", "wire.jsonl"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(oddities[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

// asJSON returns the times of each document as the JSON format has them.
func asJSON(t *testing.T, paths []string) [][]dated {
	t.Helper()
	var d struct{ Documents []struct{ Times []dated } }
	if err := json.Unmarshal(printed(t, exitClean, append([]string{"dates", "--format", "json"}, paths...)...), &d); err != nil {
		t.Fatal(err)
	}
	var out [][]dated
	for _, doc := range d.Documents {
		out = append(out, doc.Times)
	}
	return out
}

// A timeML is one TimeML element as an XML parser reads it.
type timeML struct {
	text  string
	times []dated
	ids   map[string]bool
	refs  []string
}

// parseTimeML reads the TimeML elements of an XML document.
func parseTimeML(t *testing.T, src []byte) []timeML {
	t.Helper()
	var out []timeML
	dec := xml.NewDecoder(bytes.NewReader(src))
	inText := false
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "TimeML":
				out = append(out, timeML{ids: map[string]bool{}})
			case "TEXT":
				inText = true
			case "TIMEX3":
				out[len(out)-1].open(t, x, inText)
			}
		case xml.EndElement:
			switch x.Name.Local {
			case "TEXT":
				inText = false
			case "TIMEX3":
				if d := &out[len(out)-1]; inText {
					last := &d.times[len(d.times)-1]
					last.End, last.Text = len(d.text), d.text[last.Start:]
				}
			}
		case xml.CharData:
			if inText {
				out[len(out)-1].text += string(x)
			}
		}
	}
}

func (d *timeML) open(t *testing.T, x xml.StartElement, inText bool) {
	t.Helper()
	attr := map[string]string{}
	for _, a := range x.Attr {
		attr[a.Name.Local] = a.Value
	}
	if d.ids[attr["tid"]] {
		t.Errorf("two TIMEX3 have tid %q", attr["tid"])
	}
	d.ids[attr["tid"]] = true
	if ref := attr["anchorTimeID"]; ref != "" {
		d.refs = append(d.refs, ref)
	}
	if inText {
		d.times = append(d.times, dated{Type: attr["type"], Value: attr["value"], Mod: attr["mod"], Start: len(d.text)})
	}
}

// The marked text is the article's, and its marks are the spans of the JSON
// format.
func TestTimeMLRoundTrip(t *testing.T) {
	paths := pagePaths(t)
	docs := parseTimeML(t, printed(t, exitClean, append([]string{"dates", "--format", "timeml"}, paths...)...))
	var times [][]dated
	for i, d := range docs {
		times = append(times, d.times)
		src, err := os.ReadFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(src), d.text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", paths[i], diff)
		}
		for _, ref := range d.refs {
			if !d.ids[ref] {
				t.Errorf("%s: nothing has the tid %q that a time is anchored to", paths[i], ref)
			}
		}
	}
	if diff := cmp.Diff(asJSON(t, paths), times); diff != "" {
		t.Errorf("(-json +timeml):\n%s", diff)
	}
}

func TestTimeMLOddBytes(t *testing.T) {
	paths := oddPaths(t)
	alone := parseTimeML(t, printed(t, exitClean, "dates", "--format", "timeml", paths[0]))
	if diff := cmp.Diff(oddities["crlf.md"], alone[0].text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(asJSON(t, paths[:1]), [][]dated{alone[0].times}); diff != "" {
		t.Errorf("(-json +timeml):\n%s", diff)
	}
	record := parseTimeML(t, printed(t, exitClean, "dates", "--format", "timeml", paths[1]))
	const want = "They met on\ufffd Friday,\ufffd \ufffd last\nweek & 'yesterday'\u2028."
	if diff := cmp.Diff(want, record[0].text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(record[0].times) != len(asJSON(t, paths[1:])[0]) {
		t.Errorf("%d times marked, JSON has others", len(record[0].times))
	}
}

func TestTimeMLRoot(t *testing.T) {
	paths := pagePaths(t)
	for _, tt := range []struct {
		paths []string
		want  string
	}{{paths[:1], "TimeML"}, {paths[:2], "TimeMLDocuments"}} {
		var root struct{ XMLName xml.Name }
		if err := xml.Unmarshal(printed(t, exitClean, append([]string{"dates", "--format", "timeml"}, tt.paths...)...), &root); err != nil {
			t.Error(err)
		}
		if root.XMLName.Local != tt.want {
			t.Errorf("%d documents: root %q, want %q", len(tt.paths), root.XMLName.Local, tt.want)
		}
	}
}

// A line is a member of documents with the version of the format before it.
func TestLinesAreMembers(t *testing.T) {
	paths := append(oddPaths(t), pagePaths(t)...)
	var whole struct{ Documents []json.RawMessage }
	if err := json.Unmarshal(printed(t, exitClean, append([]string{"dates", "--format", "json"}, paths...)...), &whole); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, doc := range whole.Documents {
		var b bytes.Buffer
		if err := json.Compact(&b, doc); err != nil {
			t.Fatal(err)
		}
		want = append(want, `{"schema":1,`+strings.TrimPrefix(b.String(), "{"))
	}
	got := strings.Split(strings.TrimSuffix(string(printed(t, exitClean, append([]string{"dates", "--format", "jsonl"}, paths...)...)), "\n"), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every row has the values of the JSON format. A reader of encoding/csv takes
// "\r\n" in a field for "\n".
func TestCSVMatchesJSON(t *testing.T) {
	paths := append(oddPaths(t), pagePaths(t)...)
	rows, err := csv.NewReader(bytes.NewReader(printed(t, exitClean, append([]string{"dates", "--format", "csv"}, paths...)...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var got []dated
	for _, r := range rows[1:] {
		start, err := strconv.Atoi(r[column["start"]])
		if err != nil {
			t.Fatal(err)
		}
		end, err := strconv.Atoi(r[column["end"]])
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, dated{Text: r[column["text"]], Type: r[column["type"]], Value: r[column["value"]], Mod: r[column["mod"]], Start: start, End: end})
	}
	var want []dated
	for _, doc := range asJSON(t, paths) {
		for _, d := range doc {
			d.Text = strings.ReplaceAll(d.Text, "\r\n", "\n")
			want = append(want, d)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-json +csv):\n%s", diff)
	}
}

// Without what stands in brackets, the printed article is the article.
func TestAbsoluteKeepsTheArticle(t *testing.T) {
	for _, path := range append(oddPaths(t)[:1], pagePaths(t)...) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		first := printed(t, exitClean, "dates", "--absolute", "--published", "2018-06-20", path)
		if bytes.Equal(first, src) {
			t.Errorf("%s: nothing was added", path)
		}
		if diff := cmp.Diff(strings.TrimSuffix(withoutDates(string(src)), "\n"), strings.TrimSuffix(withoutDates(string(first)), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// withoutDates drops " [ … ]".
func withoutDates(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, " [")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "]")
	}
}

func TestWhatIfMatchesSchema(t *testing.T) {
	schema := compileSchema(t, "whatif")
	sample := printed(t, exitClean, append([]string{"dates", "--format", "json", "--published", "2018-06-17", "--what-if", "2018-06-25"}, pagePaths(t)...)...)
	if err := schema.Validate(decode(t, sample)); err != nil {
		t.Errorf("%#v", err)
	}
	none := printed(t, exitProblem, "dates", "--format", "json", "--what-if", "2018-06-25", pagePaths(t)[3])
	if err := schema.Validate(decode(t, none)); err != nil {
		t.Errorf("nothing compared: %#v", err)
	}
	tests := []struct {
		what  string
		path  []any
		key   string
		value any // nil: take the key away
	}{
		{"another version", nil, "schema", json.Number("2")},
		{"an unknown key", nil, "findings", []any{}},
		{"no changes", []any{"documents", 0}, "changes", nil},
		{"no other date", []any{"documents", 0}, "whatIf", nil},
		{"another date from the page", []any{"documents", 0, "whatIf"}, "source", "stamp"},
		{"an unknown key of a change", []any{"documents", 0, "changes", 0}, "place", "x"},
		{"no meaning after", []any{"documents", 0, "changes", 0}, "after", nil},
		{"no value", []any{"documents", 0, "changes", 0, "before"}, "value", ""},
		{"month 13", []any{"documents", 0, "changes", 0, "before"}, "from", "2018-13-01"},
		{"a negative offset", []any{"documents", 0, "changes", 0}, "start", json.Number("-1")},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			doc := decode(t, sample)
			m := at(t, doc, tt.path...).(map[string]any)
			if tt.value == nil {
				delete(m, tt.key)
			} else {
				m[tt.key] = tt.value
			}
			if err := schema.Validate(doc); err == nil {
				t.Error("is valid")
			}
		})
	}
}
