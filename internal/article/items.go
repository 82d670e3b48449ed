package article

import (
	"fmt"
	"strings"

	"factcheck/internal/input"
	"factcheck/internal/input/cms"
	"factcheck/internal/input/feed"
	"factcheck/internal/input/html"
	"factcheck/internal/input/news"
	"factcheck/internal/input/office"
	"factcheck/internal/input/pdf"
	"factcheck/internal/text"
)

// A formatReader reads the articles of a file in one format.
type formatReader func(src []byte) ([]*input.Item, []*input.Problem)

// formatReaders are the readers of formats other than text and records, by the
// id of the format.
var formatReaders = map[string]formatReader{
	"ans":          cms.ReadANS,
	"feed":         feed.Read,
	"html":         one(html.Read),
	"jsonfeed":     feed.Read,
	"newsml":       news.ReadNewsML,
	"ninjs":        news.ReadNinjs,
	"nitf":         one(news.ReadNITF),
	"opendocument": one(office.ReadOpenDocument),
	"pdf":          one(pdf.Read),
	"word":         one(office.ReadWord),
	"wordpress":    cms.ReadPosts,
	"wxr":          cms.ReadWXR,
}

// one makes a reader of one that reads a single article.
func one(read func([]byte) (*input.Item, *input.Problem)) formatReader {
	return func(src []byte) ([]*input.Item, []*input.Problem) {
		item, problem := read(src)
		if problem != nil {
			return nil, []*input.Problem{problem}
		}
		return []*input.Item{item}, nil
	}
}

// parseItems reads a file of another format and lays its articles out.
func parseItems(name, format string, src []byte, read formatReader) ([]document, []error) {
	items, problems := read(src)
	var errs []error
	for _, p := range problems {
		errs = append(errs, &Error{File: name, Line: p.Line, Column: p.Column, Message: p.Message, Hint: p.Hint})
	}
	var docs []document
	for i, item := range items {
		a, problem := fromItem(name, format, item)
		if problem != nil {
			errs = append(errs, problem)
			continue
		}
		if a.ID == "" {
			a.ID = itemID(name, i, len(items))
		}
		docs = append(docs, document{article: a, idAt: text.Position{Line: item.Line, Column: item.Column}})
	}
	return docs, errs
}

func itemID(name string, i, n int) string {
	if n == 1 {
		return baseName(name)
	}
	return fmt.Sprintf("%s:%d", baseName(name), i+1)
}

// fromItem makes an article of an item. Dates of it that cannot be read, or that
// stand for none, are left out.
func fromItem(name, format string, item *input.Item) (*Article, *Error) {
	if strings.TrimFunc(item.Text, isBlank) == "" {
		return nil, &Error{File: name, Line: item.Line, Column: item.Column, Message: "there is no text in it", Hint: "leave the file out"}
	}
	a := &Article{ID: item.ID, File: name, Format: format, Told: true, ItemLine: item.Line, Text: item.Text, Origin: item.Origin}
	a.Meta = Meta{Title: item.Title, Story: item.Story, Outlet: item.Outlet}
	a.Meta.Published, a.Meta.Updated = itemDate(item.Published), itemDate(item.Updated)
	if a.Meta.Published != nil {
		a.Meta.PublishedFrom = item.PublishedFrom
	}
	a.layOutItem(item.Marks, item.Comments)
	return a, nil
}

func itemDate(s string) *Date {
	if d, err := ParseDate(s); err == nil {
		return d
	}
	return nil
}

// layOutItem cuts the text into zones, of which a format has told some. Comments are
// where comments to this program stand.
func (a *Article) layOutItem(marks []input.Mark, comments []text.Span) {
	src := []byte(a.Text)
	for _, c := range comments {
		blank(src[c.Start:c.End])
	}
	var hidden []input.Mark
	for _, m := range marks {
		if m.Role == input.LeftOut {
			blank(src[m.Start:m.End])
			hidden = append(hidden, m)
		}
		if d := a.written(m); d != nil {
			a.Written = append(a.Written, Written{text.Span{Start: m.Start, End: m.End}, d})
		}
	}
	l := decide(a.Meta, string(src), 0, comments)
	a.Comments = place(string(src), comments, l.blocks)
	l.obey(marks)
	for _, z := range l.cut() {
		for len(hidden) > 0 && hidden[0].Start < z.Span.End {
			hidden = a.leaveOut(hidden, &z)
		}
		a.Zones = append(a.Zones, z)
	}
	for len(hidden) > 0 {
		hidden = a.leaveOut(hidden, nil)
	}
	a.Zones = withComments(a.Zones, a.Comments)
	a.flow = l.src
}

// written returns the date of a stamp, one in UTC at the offset of the publication;
// nil for none.
func (a *Article) written(m input.Mark) *Date {
	if m.Role != input.Stamp {
		return nil
	}
	d, published := itemDate(m.Written), a.Meta.Published
	if d == nil || published == nil || !d.HasZone || !published.HasZone {
		return d
	}
	if _, offset := d.Time.Zone(); offset == 0 {
		d.Time = d.Time.In(published.Time.Location())
	}
	return d
}

func blank(s []byte) {
	for i := range s {
		s[i] = ' '
	}
}

// leaveOut makes a zone of the first mark, which stands before or in z, and
// returns the others. z becomes what of it stands behind.
func (a *Article) leaveOut(hidden []input.Mark, z *Zone) []input.Mark {
	m := hidden[0]
	if z != nil && z.Span.Start < m.Start {
		before := strings.TrimRightFunc(a.Text[z.Span.Start:m.Start], isBlank)
		a.Zones = append(a.Zones, Zone{z.Kind, text.Span{Start: z.Span.Start, End: z.Span.Start + len(before)}, z.Why})
	}
	if z != nil && z.Span.Start < m.End {
		behind := strings.TrimLeftFunc(a.Text[m.End:z.Span.End], isBlank)
		z.Span.Start = z.Span.End - len(behind)
	}
	n := len(a.Zones)
	if n > 0 && a.Zones[n-1].Kind == Furniture && a.Zones[n-1].Why == m.Why {
		a.Zones[n-1].Span.End = m.End
	} else {
		a.Zones = append(a.Zones, Zone{Furniture, text.Span{Start: m.Start, End: m.End}, m.Why})
	}
	return hidden[1:]
}

// roleKinds are the kinds of the roles that need no look at the form.
var roleKinds = map[input.Role]Kind{
	input.Headline: Headline, input.Deck: Deck, input.Byline: Byline, input.Dateline: Dateline,
	input.Stamp: Stamp, input.Caption: Caption, input.Correction: Correction,
}

// obey gives the blocks the kinds of the marks that they stand in. What is of the
// story keeps what its form says, but for a headline, which the format would have
// told; what stands beside the headline is a stamp, byline or dateline, or is left
// out.
func (l *layout) obey(marks []input.Mark) {
	titled := false
	for _, m := range marks {
		titled = titled || m.Role == input.Headline
	}
	next := 0
	for i := range l.blocks {
		at := l.blocks[i].span.Start
		for next < len(marks) && marks[next].End <= at {
			next++
		}
		if next == len(marks) || marks[next].Start > at {
			continue
		}
		m := marks[next]
		kind := roleKinds[m.Role]
		switch {
		case kind == Headline && l.blocks[i].form.kind == Furniture && l.keepsForm(i) && !l.isTitle(i):
			l.keep(i)
		case kind != 0:
			l.set(i, kind, m.Why)
			delete(l.prefixes, i)
		case m.Role == input.Head:
			l.obeyHead(i)
		case l.marks[i].kind == Headline && titled, l.marks[i].kind == 0:
			l.set(i, Body, m.Why)
		}
	}
}

func (l *layout) obeyHead(i int) {
	switch f := l.blocks[i].form; {
	case f.kind == Stamp || f.kind == Byline:
		l.keep(i)
	case stampTail(l.blocks[i].in(l.src)) == 0:
		l.set(i, Stamp, "a date at the head of the page")
	case l.marks[i].kind == Dateline:
	default:
		l.set(i, Furniture, "beside the headline")
	}
}
