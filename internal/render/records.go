package render

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"factcheck/internal/report"
)

// DatesLines writes each document as a JSON object on a line of its own: the
// member of "documents" that JSON writes, with the version of the format
// before it.
func DatesLines(w io.Writer, d report.DatedSeq) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for doc := range d.All {
		line := struct {
			Schema int `json:"schema"`
			*report.DatedDocument
		}{report.Schema, doc}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

var datesHeader = []string{"doc", "file", "start", "end", "line", "column", "text", "type", "value", "mod", "from", "to", "anchor", "direction", "zone", "explanation"}

// DatesCSV writes a header and each time expression as a row (RFC 4180, lines
// end with "\n"). Fields have the values of the JSON format; null is empty.
func DatesCSV(w io.Writer, d report.DatedSeq) error {
	table := csv.NewWriter(w)
	if err := table.Write(datesHeader); err != nil {
		return err
	}
	for doc := range d.All {
		for k := range doc.Times {
			if err := table.Write(datesRow(doc, &doc.Times[k])); err != nil {
				return err
			}
		}
	}
	table.Flush()
	return table.Error()
}

func datesRow(doc *report.DatedDocument, t *report.Time) []string {
	return []string{
		doc.Doc, doc.File, strconv.Itoa(t.Start), strconv.Itoa(t.End), strconv.Itoa(t.Place.Line), strconv.Itoa(t.Place.Column),
		t.Text, t.Type, t.Value, t.Mod, orEmpty(t.From), orEmpty(t.To), t.Anchor, t.Direction, t.Zone, t.Explanation,
	}
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
