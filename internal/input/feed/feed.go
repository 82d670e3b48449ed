// Package feed reads the items of RSS, Atom and JSON feeds.
package feed

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"

	"factcheck/internal/input"
	"factcheck/internal/input/html"
)

// Read reads the items of a feed, each an article: its title and its content, or where
// it has none its summary. Items without words are left out. An item that gives no date
// has none: that of the feed is another.
func Read(src []byte) ([]*input.Item, []*input.Problem) {
	if problem := tooDeep(src); problem != nil {
		return nil, []*input.Problem{problem}
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(src))
	if err != nil {
		return nil, []*input.Problem{{Message: "the feed cannot be read: " + err.Error(), Hint: "save it again"}}
	}
	var items []*input.Item
	places := itemPlaces(src)
	for i, f := range feed.Items {
		item := read(f)
		if item == nil {
			continue
		}
		item.Outlet = feed.Title
		if len(places) == len(feed.Items) {
			item.Line, item.Column = places[i][0], places[i][1]
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil, []*input.Problem{{Line: 1, Column: 1, Message: "the feed has no item with text", Hint: "leave it out"}}
	}
	return items, nil
}

// read returns nil for an item without words.
func read(f *gofeed.Item) *input.Item {
	item := &input.Item{ID: f.GUID, Title: html.Words(f.Title)}
	if item.ID == "" {
		item.ID = f.Link
	}
	item.Date([2]string{"the item's publication date", f.Published}, [2]string{"the item's date of change", f.Updated})
	var b input.Builder
	b.Paragraph(input.Headline, "the title of the item", item.Title)
	content := f.Content
	if strings.TrimSpace(content) == "" {
		content = f.Description
	}
	if strings.Contains(content, "<") || strings.Contains(content, "&") {
		html.Fragment(&b, content, -1)
	} else {
		b.Plain(input.Story, "the content", content)
	}
	b.Finish(item, "")
	if item.Text == "" {
		return nil
	}
	return item
}

// itemPlaces returns line and column of the items of a feed in XML, in order; none
// for other feeds.
func itemPlaces(src []byte) [][2]int {
	decoder := lenient(src)
	var out [][2]int
	line, seen := 1, 0
	for {
		at := int(decoder.InputOffset())
		token, err := decoder.RawToken()
		if err != nil {
			return out
		}
		if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "item" || e.Name.Local == "entry") {
			line += bytes.Count(src[seen:at], []byte("\n"))
			seen = at
			start := bytes.LastIndexByte(src[:at], '\n') + 1
			out = append(out, [2]int{line, utf8.RuneCount(src[start:at]) + 1})
		}
	}
}

func lenient(src []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(src))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return decoder
}

// maxDepth is how many elements of a feed stand inside each other at most: the
// reader calls itself for each.
const maxDepth = 256

func tooDeep(src []byte) *input.Problem {
	decoder := lenient(src)
	for depth := 0; ; {
		token, err := decoder.RawToken()
		if err != nil {
			return nil
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			line, column := decoder.InputPos()
			return &input.Problem{Line: line, Column: column, Message: "more than 256 elements stand inside each other", Hint: "leave the file out"}
		}
	}
}
