package format

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"unicode/utf16"
)

// zipped returns an archive with these files, the content of each after its
// name.
func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
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
	return b.String()
}

func gzipped(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func picture(t *testing.T, write func(*bytes.Buffer, image.Image) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.Black})); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func wideText(order binary.AppendByteOrder, mark bool, s string) string {
	var b []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

const prose = "The ferry sailed on Friday, the harbour master said.\n\nIt came back on Sunday.\n"

// What a file holds goes before its name.
func TestOf(t *testing.T) {
	page := "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Ferry</title></head>\n<body><p>" + prose + "</p></body></html>\n"
	tests := []struct {
		what, name, src, id, extension string
		named                          bool
	}{
		{"text", "a.txt", prose, "text", ".txt", false},
		{"no known name", "a.story", prose, "text", ".txt", false},
		{"no name", "-", prose, "text", ".txt", false},
		{"Markdown", "a.MD", "# Ferry\n\n" + prose, "markdown", ".md", false},
		{"byte order mark", "a.txt", "\ufeff" + prose, "text", ".txt", false},
		{"Latin 1", "a.txt", "Caf\xe9 prices rose.\n", "text", ".txt", false},
		{"control characters", "a.txt", "It sank.\x1a\x0c\x08\x1b[0m", "text", ".txt", false},
		{"records", "a.jsonl", `{"text":"It rained."}`, "records", ".jsonl", false},

		{"tags in prose", "a.md", "The tag <b>bold</b> and <div>blocks</div> in " + prose, "markdown", ".md", false},
		{"a comment at the head", "a.md", "<!-- factcheck-disable date/order: as told -->\n<!-- and more -->\n" + prose, "markdown", ".md", false},
		{"a comment before a page", "a.txt", "<!-- saved from a browser -->\n" + page, "html", ".html", false},
		{"a block of HTML at the head", "a.md", "<p align=\"center\">\n<img src=\"x.png\">\n</p>\n\n# Ferry\n\nIt left.\n\nIt came.\n\n" + prose, "markdown", ".md", false},
		{"bold words at the head", "a.md", "<b>Ferry lost</b>\n\n" + prose, "markdown", ".md", false},
		{"the name of a tag at the head", "a.md", "<html> is the first tag of a page, <i>she</i> said.\n", "markdown", ".md", false},
		{"a page in a block of code", "a.md", "How to write a page:\n\n```\n" + page + "```\n", "markdown", ".md", false},
		{"an arrow at the head", "a.md", "<- that way, he said.\n", "markdown", ".md", false},
		{"a link at the head", "a.md", "<https://example.org/> is where it was.\n", "markdown", ".md", false},
		{"a page", "a.html", page, "html", ".html", false},
		{"a page named .txt", "a.txt", page, "html", ".html", false},
		{"a page without a name", "-", "\n\n" + page, "html", ".html", false},
		{"a page without its first tags", "a.txt", "<title>Ferry</title><meta charset=utf-8><p>" + prose, "html", ".html", false},
		{"a piece of a page", "a.txt", "<p>It left.</p>\n<p>It came.</p>\n<p>It sank.</p>\n", "html", ".html", false},
		{"a piece of a page on one line", "a.txt", "<div><p>It left.</p><p>It came.</p></div>", "html", ".html", false},
		{"XHTML", "a.txt", `<?xml version="1.0"?>` + "\n" + page, "html", ".html", false},
		{"text named .html", "a.html", prose, "text", ".txt", false},
		{"XML", "a.txt", `<?xml version="1.0"?><rss><channel/></rss>`, "feed", ".rss", false},
		{"XML without a declaration", "a.txt", "<plan><p>x</p></plan>\n", "xml", ".xml", false},
		{"a feed", "a.rss", `<?xml version="1.0"?><rss><channel/></rss>`, "feed", ".rss", false},
		{"SVG", "a.svg", `<?xml version="1.0"?><svg></svg>`, "image", ".svg", false},

		{"a record of several lines", "a.txt", "{\n  \"text\": \"It rained.\"\n}\n", "record", "", false},
		{"a list of records", "a.json", `[{"id":"a","text":"It rained."}]`, "record", "", false},
		{"records named .txt", "a.txt", "{\"text\":\"It rained.\"}\n{\"text\":\"It snowed.\"}\n", "records", ".jsonl", false},
		{"JSON", "a.txt", "{\n  \"rain\": 3\n}\n", "json", ".json", false},
		{"a list", "a.json", `[{"rain":3},{"text":"It rained."}]`, "json", ".json", false},
		{"a list of nothing", "a.json", `[[{}]]`, "json", ".json", false},
		{"JSON a line", "a.txt", "{\"rain\":3}\n{\"text\":\"It snowed.\"}\n", "json", ".json", false},
		{"JSON Feed", "a.json", `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}`, "jsonfeed", "", false},
		{"ninjs", "a.json", `{"uri":"urn:x","type":"text","headlines":[],"bodies":[]}`, "ninjs", ".ninjs", false},
		{"ninjs 1", "a.json", `{"uri":"urn:x","headline":"T","body_text":"It rained."}`, "ninjs", ".ninjs", false},
		{"ANS", "a.json", `{"_id":"X","version":"0.10.9","type":"story","headlines":{"basic":"T"},"content_elements":[]}`, "ans", "", false},
		{"WordPress", "a.json", `[{"id":1,"date":"2018-06-15T10:00:00","title":{"rendered":"T"},"content":{"rendered":"<p>x</p>"}}]`, "wordpress", "", false},

		{"WXR", "a.xml", `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>`, "wxr", "", false},
		{"Atom", "a.xml", `<feed xmlns="http://www.w3.org/2005/Atom"></feed>`, "feed", ".rss", false},
		{"RSS 1.0", "a.xml", `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"></rdf:RDF>`, "feed", ".rss", false},
		{"RDF", "a.xml", `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>`, "xml", ".xml", false},
		{"NewsML-G2", "a.xml", `<nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/"></nar:newsItem>`, "newsml", ".newsml", false},
		{"NITF with its DTD", "a.xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"nitf-3-6.dtd\" [ <!ENTITY a \"b\"> ]>\n<!-- wire -->\n<nitf><body/></nitf>", "nitf", ".nitf", false},
		{"OpenDocument in one file", "a.xml", `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"></office:document>`, "opendocument", ".odt", false},
		{"brackets", "a.txt", "[Updated] " + prose + "[end]", "text", ".txt", false},
		{"braces", "a.txt", "{slug} " + prose, "text", ".txt", false},
		{"lines with commas", "a.txt", "place,day\nBonn,Friday\nKiel,Sunday\n", "text", ".txt", false},
		{"a table", "a.csv", "place,day\nBonn,Friday\nKiel,Sunday\n", "table", ".csv", true},

		{"Word", "a.docx", zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"), "word", ".docx", false},
		{"Word named .txt", "a.txt", zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"), "word", ".docx", false},
		{"text named .docx", "a.docx", prose, "text", ".txt", false},
		{"OpenDocument", "a.txt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"), "opendocument", ".odt", false},
		{"Pages", "a.pages", zipped(t, "Index/Document.iwa", "x"), "pages", ".pages", false},
		{"zip", "a.txt", zipped(t, "a.md", prose), "zip", ".zip", false},
		{"gzip", "a.txt", gzipped(t, prose), "archive", ".gz", false},
		{"gzip named .jsonl", "a.jsonl", gzipped(t, `{"text":"It rained."}`), "archive", ".gz", false},
		{"RTF", "a.txt", `{\rtf1\ansi ` + prose + "}", "richtext", ".rtf", false},
		{"PDF", "a.txt", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdf", ".pdf", false},
		{"PDF with zeros", "a.txt", "%PDF-1.7\n\x00\x01\x02", "pdf", ".pdf", false},
		{"PNG", "a.txt", picture(t, func(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) }), "image", ".png", false},
		{"JPEG", "-", picture(t, func(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }), "image", ".jpg", false},
		{"GIF", "a.md", picture(t, func(b *bytes.Buffer, m image.Image) error { return gif.Encode(b, m, nil) }), "image", ".gif", false},
		{"UTF-16, little end first", "a.txt", wideText(binary.LittleEndian, true, prose), "utf16", "", false},
		{"UTF-16, big end first", "a.txt", wideText(binary.BigEndian, true, prose), "utf16", "", false},
		{"UTF-16 without a mark", "a.txt", wideText(binary.LittleEndian, false, prose), "utf16", "", false},
		{"a zero byte", "a.txt", prose + "\x00", "nul", "", false},
		{"zero bytes without end", "a.txt", strings.Repeat("\x00", 5000), "nul", "", false},
		{"nothing", "a.txt", "", "text", ".txt", false},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			g := Of(tt.name, []byte(tt.src))
			if g.ID != tt.id || g.Extension != tt.extension || g.Named != tt.named {
				t.Errorf("%s, %q, named %v; want %s, %q, %v", g.ID, g.Extension, g.Named, tt.id, tt.extension, tt.named)
			}
		})
	}
}

// Every format has a name with its article, and one owner of each extension.
func TestFormats(t *testing.T) {
	for id, f := range formats().byID {
		if f.Name == "" || f.ID != id || f.Kind() == "" {
			t.Errorf("%s: name %q", id, f.Name)
		}
		for _, ext := range f.Extensions {
			if ext != strings.ToLower(ext) || ext[0] != '.' || ByName("x"+ext) != f {
				t.Errorf("%s: extension %q belongs to %v", id, ext, ByName("x"+ext))
			}
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{prose, "<!doctype html><p>", "<p>\n<p>\n</", "{\"a\":1}", "\xff\xfea", "PK\x03\x04", "<!---->", "<?xml"} {
		f.Add("a.txt", s)
	}
	f.Fuzz(func(t *testing.T, name, src string) {
		if g := Of(name, []byte(src)); g.Format == nil || g.Name == "" {
			t.Errorf("%q has no format", src)
		}
	})
}
