package render

import (
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"factcheck/internal/report"
)

// creationID is the tid of the document creation time.
const creationID = "t0"

// TimeML writes the documents with their times marked in their text (TimeML
// 1.2.1, TIMEX3 elements only). One document is a TimeML element; any other
// number of them stands in a TimeMLDocuments element, because XML has one root.
//
// The character data of TEXT is the article's text, byte for byte, with U+FFFD
// for the characters that XML 1.0 cannot hold.
func TimeML(w io.Writer, d report.DatedSeq) error {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	if d.Len != 1 {
		b.WriteString("<TimeMLDocuments>\n")
	}
	for doc := range d.All {
		timeML(&b, doc)
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
		b.Reset()
	}
	if d.Len != 1 {
		b.WriteString("</TimeMLDocuments>\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func timeML(b *strings.Builder, doc *report.DatedDocument) {
	b.WriteString("<TimeML>\n<DOCID>")
	escapeXML(b, doc.Doc)
	b.WriteString("</DOCID>\n<DCT>")
	day, created := creationDay(&doc.Published)
	if created {
		b.WriteString(`<TIMEX3 tid="` + creationID + `" type="DATE" value="` + day + `" functionInDocument="CREATION_TIME">` + day + "</TIMEX3>")
	}
	b.WriteString("</DCT>\n<TEXT>")
	at := 0
	for i := range doc.Times {
		t := &doc.Times[i]
		if t.Start < at || t.End < t.Start || t.End > len(doc.Text) {
			continue
		}
		escapeXML(b, doc.Text[at:t.Start])
		b.WriteString(`<TIMEX3 tid="t` + strconv.Itoa(i+1) + `"`)
		attribute(b, "type", t.Type)
		attribute(b, "value", t.Value)
		if t.Mod != "" {
			attribute(b, "mod", t.Mod)
		}
		furtherAttributes(b, &t.Timex, doc, created)
		b.WriteByte('>')
		escapeXML(b, doc.Text[t.Start:t.End])
		b.WriteString("</TIMEX3>")
		at = t.End
	}
	escapeXML(b, doc.Text[at:])
	b.WriteString("</TEXT>\n</TimeML>\n")
}

// furtherAttributes writes what TIMEX3 has beside type, value and mod. What names
// another time is left out where that is not written: no exact creation time, a time
// inside another.
func furtherAttributes(b *strings.Builder, x *report.Timex, doc *report.DatedDocument, created bool) {
	if x.Computed {
		attribute(b, "temporalFunction", "true")
	}
	for _, r := range [...]struct {
		name string
		to   report.TimeRef
	}{{"anchorTimeID", x.Anchor}, {"beginPoint", x.Begin}, {"endPoint", x.End}} {
		if id := timeID(doc, r.to, created); id != "" {
			attribute(b, r.name, id)
		}
	}
	if x.Quant != "" {
		attribute(b, "quant", x.Quant)
	}
	if x.Freq != "" {
		attribute(b, "freq", x.Freq)
	}
}

// timeID returns the tid of the time that r names, empty for none.
func timeID(doc *report.DatedDocument, r report.TimeRef, created bool) string {
	if r.Created && created {
		return creationID
	}
	i := sort.Search(len(doc.Times), func(i int) bool { return doc.Times[i].Start >= r.Start })
	if !r.Of || i == len(doc.Times) || doc.Times[i].Start != r.Start {
		return ""
	}
	return "t" + strconv.Itoa(i+1)
}

// creationDay returns the publication date when it is exactly one day.
func creationDay(p *report.Published) (string, bool) {
	from, to, ok := moments(p.From, p.To)
	if !ok || !atMidnight(from) || !from.AddDate(0, 0, 1).Equal(to) {
		return "", false
	}
	return *p.From, true
}

func attribute(b *strings.Builder, name, value string) {
	b.WriteString(" " + name + `="`)
	escapeXML(b, value)
	b.WriteByte('"')
}

// escapeXML writes s as character data or as a quoted value. A carriage return
// becomes a reference, because a parser would turn a bare one into a line feed
// (XML 1.0, section 2.11).
func escapeXML(b *strings.Builder, s string) {
	done := 0
	for i, r := range s {
		by := ""
		switch {
		case r == '&':
			by = "&amp;"
		case r == '<':
			by = "&lt;"
		case r == '>':
			by = "&gt;"
		case r == '"':
			by = "&quot;"
		case r == '\r':
			by = "&#13;"
		case r == utf8.RuneError || !inXML(r):
			by = "\uFFFD"
		default:
			continue
		}
		b.WriteString(s[done:i])
		b.WriteString(by)
		_, size := utf8.DecodeRuneInString(s[i:]) // 1 for a byte that is not UTF-8
		done = i + size
	}
	b.WriteString(s[done:])
}

// inXML reports whether XML 1.0 can hold r (section 2.2, Char).
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000
}
