package article

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/format"
)

// packed returns an archive with files, the content of each after its name.
func packed(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every format that is read has a reader, and every reader a format.
func TestReaders(t *testing.T) {
	built := []string{format.Text, format.Markdown, format.Records, format.Zip, "record"}
	for _, id := range format.IDs() {
		if formatReaders[id] == nil && !slices.Contains(built, id) {
			t.Errorf("%s has no reader", id)
		}
	}
	for id := range formatReaders {
		if f := format.ByID(id); f == nil || !f.Read() {
			t.Errorf("%s is not read", id)
		}
	}
}

// A bad member of an archive does not hide the others, and nothing is unpacked
// without end.
func TestZip(t *testing.T) {
	inner := string(packed(t, "x.md", "It rained."))
	src := packed(t,
		"a.md", "It rained on Friday.", "desk/b.html", "<p>It snowed on <b>Friday</b>.</p>", "desk/c.jsonl", `{"id":"c1","text":"Wind."}`,
		"__MACOSX/._a.md", "No.", ".hidden.md", "No.", "photo.png", "No.", "package.json", `{"name":"desk"}`,
		"item.json", `{"id":"one","text":"Fog."}`, "bad.docx", "PK\x03\x04", "empty.txt", "", "more.zip", inner, "bomb.txt", strings.Repeat("a", 3<<20))
	articles, err := Parse("desk.zip", src)
	if diff := cmp.Diff([]string{"a", "b", "c1", "one"}, ids(articles)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	want := []string{
		"desk.zip/bad.docx: the Word file is damaged: not a valid zip file (save it again)",
		"desk.zip/empty.txt:1:1: the file is empty (write the article, or leave the file out)",
		"desk.zip/more.zip: an archive inside an archive is not read (unpack it first)",
		"desk.zip/bomb.txt: it is packed to less than a 200th, as no article is (leave it out)",
	}
	if diff := cmp.Diff(want, messages(t, err)); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if articles[1].File != "desk.zip/desk/b.html" || articles[1].Text != "It snowed on Friday." {
		t.Errorf("%s has %q", articles[1].File, articles[1].Text)
	}
	if _, err := Parse("a.zip", packed(t, "photo.png", "x")); err == nil {
		t.Error("an archive without articles is no problem")
	}
	if _, err := Parse("a.zip", src[:len(src)-30]); err == nil {
		t.Error("a damaged archive is no problem")
	}
}

// An archive that lies about what a member holds is not believed.
func TestZipLies(t *testing.T) {
	src := packed(t, "a.md", strings.Repeat("It rained on Friday. ", 5000))
	size := []byte{0x28, 0x9a, 0x01, 0x00} // 105,000
	at := bytes.LastIndex(src, size)
	if at < 0 {
		t.Fatal("the size is not found")
	}
	copy(src[at:], []byte{0x10, 0, 0, 0})
	if articles, err := Parse("a.zip", src); err == nil || len(articles) > 0 {
		t.Errorf("%d articles, %v", len(articles), err)
	}
}

// What is hostile or broken is a problem of one line, or is read; it is never a
// defect.
func TestHostileFormats(t *testing.T) {
	lol := `<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	word := func(document string) string {
		return string(packed(t, "[Content_Types].xml", "<Types/>", "word/document.xml", document))
	}
	for name, tt := range map[string]struct{ file, src, want string }{
		"entity bomb":        {"a.nitf", `<?xml version="1.0"?>` + lol + "<nitf><body><body.content><p>&b;</p></body.content></body></nitf>", "a.nitf:1:126: this is not valid XML: invalid character entity &b; (save the file again where it was made)"},
		"deep XML":           {"a.nitf", "<nitf>" + strings.Repeat("<block>", 10_000) + strings.Repeat("</block>", 10_000) + "</nitf>", "a.nitf:1:1799: more than 256 elements stand inside each other (save its text as text or Markdown)"},
		"XML that stops":     {"a.xml", `<?xml version="1.0"?>` + "\n<nitf>\n<body>", "a.xml:3:7: this is not valid XML: unexpected EOF (save the file again where it was made)"},
		"NewsML of pictures": {"a.xml", `<newsItem guid="x"><contentSet><remoteContent/></contentSet></newsItem>`, "a.xml:1:1: the file has no news item with text (leave it out)"},
		"NITF without words": {"a.xml", `<nitf><body></body></nitf>`, "a.xml: there is no text in it (leave the file out)"},
		"a feed of nothing":  {"a.xml", `<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>`, "a.xml:1:1: the feed has no item with text (leave it out)"},
		"a deep feed":        {"a.xml", `<?xml version="1.0"?><rss>` + strings.Repeat("<a>", 3000), "a.xml:1:795: more than 256 elements stand inside each other (leave the file out)"},
		"ninjs of a picture": {"a.json", `{"uri":"x","type":"picture","headline":"T","versioncreated":"2018-06-15"}`, "a.json:1:1: the file has no article with text (leave it out)"},
		"ninjs of numbers":   {"a.json", "{\"uri\":\"x\",\n\"headline\":7}", "a.json:1:1: headline cannot be a JSON number (export the item again)"},
		"WordPress drafts":   {"a.json", `[{"id":1,"date":"0000-00-00T00:00:00","status":"draft","title":{"rendered":"T"},"content":{"rendered":""}}]`, ""},
		"Word without words": {"a.docx", word("<w:document xmlns:w='w'><w:body/></w:document>"), "a.docx: there is no text in it (leave the file out)"},
		"Word of a bomb":     {"a.docx", word("<w:document>" + strings.Repeat(" ", 8<<20) + "</w:document>"), "a.docx: word/document.xml in the Word file is packed to less than a 300th, as no text is (save it again, or save it as text)"},
		"Word that is deep":  {"a.docx", word(strings.Repeat("<w:p>", 9000)), "a.docx: word/document.xml in the Word file cannot be read: more than 256 elements stand inside each other (save it again, or save it as text)"},
		"no PDF":             {"a.pdf", "%PDF-1.4\nnothing", "a.pdf: the PDF file cannot be read: not a PDF file: missing %%EOF (save its text as text or Markdown, for instance with pdftotext)"},
		"JSON that stops":    {"a.json", `{"text":"It rained."`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(tt.file, []byte(tt.src))
			got := ""
			if err != nil {
				got = strings.Join(messages(t, err), "\n")
			}
			if tt.want != "" && got != tt.want || strings.Contains(got, "internal error") {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Ten megabytes in one line are read whole, as any other text is.
func TestTenMegabytesInOneLine(t *testing.T) {
	if testing.Short() {
		t.Skip("large")
	}
	sentence := "The ferry sailed on Friday, 15 June 2018, and came back. "
	line := strings.Repeat(sentence, 10<<20/len(sentence))
	for name, src := range map[string]string{
		"a.txt": line, "a.md": line, "a.html": "<title>x</title><body><h1>The ferry that sailed</h1><p>" + line, "a.jsonl": `{"id":"a","text":"` + line + `"}`,
		"a.json": `{"uri":"x","versioncreated":"2018-06-15","body_text":"` + line + `"}`,
		"a.nitf": "<nitf><body><body.content><p>" + line + "</p></body.content></body></nitf>",
	} {
		articles, err := Parse(name, []byte(src))
		if err != nil || len(articles) != 1 || strings.Count(articles[0].Flow(), "came back.") != len(line)/len(sentence) {
			t.Errorf("%s: %d articles, %v", name, len(articles), err)
		}
	}
}

// A file forced into a format is read in it.
func TestParseAs(t *testing.T) {
	articles, err := ParseAs("a.txt", []byte("It <b>rained</b> on Friday."), "html")
	if err != nil || articles[0].Text != "It rained on Friday." {
		t.Errorf("%v, %v", articles, err)
	}
	if _, err := ParseAs("a.txt", []byte("It rained."), "csv"); err == nil {
		t.Error("a format that is not read is no problem")
	}
}

// Links keep their words, blocks of code are left out, and no byte moves.
func TestMarkdown(t *testing.T) {
	src := "# Ferry [sails](/2017/01/02)\n\nIt left on [*Friday*](https://example.org/2018/03/04 \"of (4) March\"), he said <https://example.org/5-6-2019>.\n\n```\nleft on Monday, 15 June 2018\n```\n\n    It came back on Sunday.\n\nSee [the log][log] or [this].\n\n[log]: /2019/log\n\n~~~ go\nopen"
	articles, err := Parse("a.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	a := articles[0]
	if a.Text != src || len(a.Flow()) != len(src) {
		t.Errorf("text of %d bytes, flow of %d, want %d", len(a.Text), len(a.Flow()), len(src))
	}
	want := "# Ferry sails It left on *Friday* , he said . It came back on Sunday. See the log or [this]. [log]: /2019/log"
	if got := strings.Join(strings.Fields(a.Flow()), " "); got != want {
		t.Errorf("flow\n %s, want\n %s", got, want)
	}
	var code []string
	for _, z := range a.Zones {
		if z.Why == "a block of code" {
			code = append(code, z.Span.In(src))
		}
	}
	if diff := cmp.Diff([]string{"```\nleft on Monday, 15 June 2018\n```", "~~~ go\nopen"}, code); diff != "" {
		t.Errorf("code (-want +got):\n%s", diff)
	}
}

// Copy of a wire: slugs and embargoes are no part of the story, and notes to desks
// repeat on purpose what was wrong.
func TestWireCopy(t *testing.T) {
	src := `^Bridge Closed, 2nd Ld-Writethru, a0512
^Eds: UPDATES with details of repairs.
EMBARGOED UNTIL 6 P.M., SUNDAY, JUNE 17

^By ANNA BRANDT=

	KELDHOLM, June 15 (AP) - The harbour bridge was closed on Friday after a lorry struck one of its pillars, the port authority said.

(ED: story corrects the date to 31 June.)

	Repairs will take until July, its engineer told the council, and they will cost as much as a ferry.

(Corrects day of closure in paragraph 1)
`
	articles, err := Parse("wire.txt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, z := range articles[0].Zones {
		words, _, _ := strings.Cut(z.Span.In(src), " ")
		got = append(got, z.Kind.String()+": "+words)
	}
	want := []string{"furniture: ^Bridge", "correction: ^Eds:", "furniture: EMBARGOED", "byline: ^By", "dateline: KELDHOLM,", "body: The",
		"correction: (ED:", "body: Repairs", "correction: (Corrects"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("zones (-want +got):\n%s", diff)
	}
}

// What every reader must hold to, whatever the bytes.
func FuzzReaders(f *testing.F) {
	names, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "formats", "bridge*"))
	ids := append([]string{format.Markdown, format.Zip, "record"}, slices.Sorted(maps.Keys(formatReaders))...)
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		g := format.Of(name, src)
		f.Add(max(0, slices.Index(ids, g.ID)), src)
	}
	f.Add(0, []byte("[a](b \"c\") `x` <http://a>\n\n```\nx"))
	f.Fuzz(func(t *testing.T, which int, src []byte) {
		if len(src) > 1<<16 {
			return
		}
		id := ids[((which%len(ids))+len(ids))%len(ids)]
		articles, err := ParseAs("a", src, id)
		if err != nil && strings.Contains(err.Error(), "internal error") {
			t.Fatal(err)
		}
		for _, a := range articles {
			if problem := zonesProblem(a); problem != "" {
				t.Fatalf("%s: %s", id, problem)
			}
		}
	})
}

// zonesProblem says what zones of an article break: order, bounds, cover.
func zonesProblem(a *Article) string {
	end := 0
	for _, z := range a.Zones {
		if z.Span.Start < end || z.Span.End <= z.Span.Start || z.Span.End > len(a.Text) {
			return fmt.Sprintf("zone %v behind %d of %d", z, end, len(a.Text))
		}
		if gap := a.Text[end:z.Span.Start]; strings.TrimFunc(gap, isBlank) != "" {
			return fmt.Sprintf("%q lies in no zone", gap)
		}
		end = z.Span.End
	}
	if rest := a.Text[end:]; strings.TrimFunc(rest, isBlank) != "" {
		return fmt.Sprintf("%q lies in no zone", rest)
	}
	if len(a.Flow()) != len(a.Text) {
		return fmt.Sprintf("flow has %d bytes, text %d", len(a.Flow()), len(a.Text))
	}
	return ""
}
