package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
)

// A formatWriter writes an article as a file of one format.
type formatWriter struct {
	extension string
	write     func(a invented) (string, error)
}

// formats are the formats of the case mixed, in turn.
var formats = []formatWriter{
	{"md", asMarkdown}, {"html", asPage}, {"jsonl", asRecord}, {"json", asNinjs}, {"nitf", asNITF}, {"rss", asFeed}, {"docx", asWord},
}

// toMixed writes so many articles to a folder, in formats by turns.
func toMixed(path string, size int) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return err
	}
	for i := range size {
		f := formats[i%len(formats)]
		src, err := f.write(articleOf(i))
		if err == nil {
			err = os.WriteFile(filepath.Join(path, fmt.Sprintf("a%05d.%s", i, f.extension)), []byte(src), 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func asMarkdown(a invented) (string, error) {
	return fmt.Sprintf("---\npublished: %s\n---\n# %s\n\n%s\n", a.published, a.title, a.text), nil
}

// paragraphs sets the paragraphs of an article between two strings, with the marks of XML
// escaped.
func paragraphs(a invented, before, after string) string {
	var out strings.Builder
	for _, p := range strings.Split(a.text, "\n\n") {
		out.WriteString(before + html.EscapeString(p) + after + "\n")
	}
	return out.String()
}

func asPage(a invented) (string, error) {
	menu := strings.Repeat("<li><a href=\"/section\">Section of the paper</a></li>\n", 40)
	return fmt.Sprintf("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>%s</title><meta property=\"article:published_time\" content=\"%s\"></head><body><nav><ul>%s</ul></nav>\n<article><h1>%[1]s</h1>\n%[4]s</article><footer>Contact us</footer></body></html>\n",
		html.EscapeString(a.title), a.published, menu, paragraphs(a, "<p>", "</p>")), nil
}

func asRecord(a invented) (string, error) {
	return asJSON(map[string]string{"title": a.title, "published": a.published, "text": a.text})
}

func asNinjs(a invented) (string, error) {
	return asJSON(map[string]string{"uri": a.id, "type": "text", "headline": a.title, "versioncreated": a.published, "body_xhtml": paragraphs(a, "<p>", "</p>")})
}

func asJSON(v any) (string, error) {
	out, err := json.Marshal(v)
	return string(out) + "\n", err
}

func asNITF(a invented) (string, error) {
	return fmt.Sprintf("<?xml version=\"1.0\"?>\n<nitf><head><docdata><date.issue norm=\"%s\"/></docdata></head><body><body.head><hedline><hl1>%s</hl1></hedline></body.head><body.content>\n%s</body.content></body></nitf>\n",
		strings.ReplaceAll(a.published, "-", ""), html.EscapeString(a.title), paragraphs(a, "<p>", "</p>")), nil
}

func asFeed(a invented) (string, error) {
	return fmt.Sprintf("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Feed</title><item><title>%s</title><pubDate>%sT12:00:00Z</pubDate><description>%s</description></item></channel></rss>\n",
		html.EscapeString(a.title), a.published, html.EscapeString(paragraphs(a, "<p>", "</p>"))), nil
}

func asWord(a invented) (string, error) {
	const name = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"word/document.xml", "<w:document " + name + "><w:body>" + paragraphs(a, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>") + "</w:body></w:document>"},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			return "", err
		}
	}
	err := z.Close()
	return out.String(), err
}
