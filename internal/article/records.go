package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"factcheck/internal/format"
	"factcheck/internal/input"
	"factcheck/internal/isolate"
	"factcheck/internal/parallel"
	"factcheck/internal/text"
)

// A record is one line of a JSONL file. Other keys are ignored.
type record struct {
	ID        scalar  `json:"id"`
	Title     string  `json:"title"`
	Published string  `json:"published"`
	Updated   string  `json:"updated"`
	Story     scalar  `json:"story"`
	Outlet    string  `json:"outlet"`
	Text      *string `json:"text"`
}

// A scalar is a string or a number, kept as it is written.
type scalar string

func (s *scalar) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		return nil
	}
	if len(data) > 0 && data[0] != '"' {
		var n json.Number
		if err := json.Unmarshal(data, &n); err != nil {
			return errors.New("id and story must be strings or numbers")
		}
		*s = scalar(n)
		return nil
	}
	return json.Unmarshal(data, (*string)(s))
}

// A recordLine is one line of a JSONL file, and what was made of it.
type recordLine struct {
	number   int
	raw      string
	article  *Article // nil where the record cannot be used
	problems []*Error
	defect   *isolate.Defect
}

func parseRecords(name, src string) ([]document, []error) {
	lines := recordLines(src)
	parallel.Each(len(lines), func(i int) {
		l := &lines[i]
		work := isolate.Work{Stage: isolate.StageRead, Doc: lineID(name, l.number), File: name}
		l.defect = isolate.Do(work, func() { l.article, l.problems = parseRecord(name, l.number, l.raw) })
	})
	var docs []document
	var errs []error
	for _, l := range lines {
		if l.defect != nil {
			errs = append(errs, l.defect)
			continue
		}
		for _, p := range l.problems {
			errs = append(errs, p)
		}
		if l.article != nil {
			docs = append(docs, document{article: l.article, idAt: text.Position{Line: l.number, Column: 1}})
		}
	}
	if len(lines) == 0 {
		errs = append(errs, &Error{File: name, Line: 1, Column: 1, Message: "the file has no records", Hint: `write one {"id": …, "text": …} a line`})
	}
	return docs, errs
}

// parseRecordFile reads a file that is one record, or a list of records. The places of
// what is wrong with a record are where it begins.
func parseRecordFile(name string, src []byte) ([]document, []error) {
	objects, problem := input.JSONItems(src)
	var docs []document
	var errs []error
	for _, o := range objects {
		var line bytes.Buffer
		if json.Compact(&line, o.Raw) != nil {
			continue
		}
		a, problems := parseRecord(name, o.Line, line.String())
		for _, p := range problems {
			p.Column = o.Column
			errs = append(errs, p)
		}
		if a != nil {
			docs = append(docs, document{article: a, idAt: text.Position{Line: o.Line, Column: o.Column}})
		}
	}
	if problem != nil {
		errs = append(errs, &Error{File: name, Line: problem.Line, Column: problem.Column, Message: problem.Message, Hint: problem.Hint})
	}
	return docs, errs
}

// lineID is the id of a record that gives none.
func lineID(name string, line int) string { return fmt.Sprintf("%s:%d", baseName(name), line) }

// recordLines returns the lines of src that are not blank.
func recordLines(src string) []recordLine {
	var out []recordLine
	rest := strings.TrimPrefix(src, byteOrderMark)
	for number := 1; rest != ""; number++ {
		var raw string
		raw, rest, _ = strings.Cut(rest, "\n")
		if strings.TrimFunc(raw, isBlank) != "" {
			out = append(out, recordLine{number: number, raw: raw})
		}
	}
	return out
}

// parseRecord reads one line. It returns a nil article where the record cannot
// be used.
func parseRecord(name string, line int, raw string) (*Article, []*Error) {
	fail := func(column int, message, hint string) []*Error {
		return []*Error{{File: name, Line: line, Column: column, Message: message, Hint: hint}}
	}
	if at := invalidUTF8(raw); at >= 0 {
		return nil, []*Error{notUTF8(name, line, utf8.RuneCountInString(raw[:at])+1)}
	}
	var rec record
	if err := json.Unmarshal([]byte(raw), &rec); err != nil {
		column, message := jsonProblem(raw, err)
		return nil, fail(column, message, "each line must be one JSON object")
	}
	if rec.Text == nil || strings.TrimFunc(*rec.Text, isBlank) == "" {
		return nil, fail(0, "the record has no text", `add the article as "text"`)
	}
	a := &Article{ID: string(rec.ID), File: name, Format: format.Records, Line: line, Text: *rec.Text}
	if a.ID == "" {
		a.ID = lineID(name, line)
	}
	a.Meta = Meta{Title: rec.Title, Story: string(rec.Story), Outlet: rec.Outlet}
	var errs []*Error
	day := func(key, value string) (d *Date, ok bool) {
		if value == "" {
			return nil, true
		}
		d, problem := parseDate(value)
		if problem != "" {
			errs = append(errs, fail(valueColumn(raw, key), key+": "+problem, dateForms)...)
			return nil, false
		}
		if d.isZero() {
			a.Meta.NoDate = append(a.Meta.NoDate, NoDate{key, line, valueColumn(raw, key)})
			return nil, true
		}
		if problem := d.yearProblem(); problem != "" {
			errs = append(errs, fail(valueColumn(raw, key), key+": "+problem, undatedHint)...)
			return nil, true
		}
		return d, true
	}
	var ok bool
	if a.Meta.Published, ok = day("published", rec.Published); !ok {
		return nil, errs
	}
	a.Meta.Updated, _ = day("updated", rec.Updated)
	a.layOut(0)
	return a, errs
}

// jsonProblem returns the column of err, 0 if it is not known, and its text.
func jsonProblem(raw string, err error) (int, string) {
	at := int64(-1)
	message := err.Error()
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		// Offset counts the bytes read, the offending one included.
		at = syntax.Offset - 1
		if syntax.Offset >= int64(len(raw)) && strings.HasPrefix(message, "unexpected end") {
			at = int64(len(raw))
		}
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		at = max(wrong.Offset-1, 0)
		message = fmt.Sprintf("%s cannot be a JSON %s", wrong.Field, wrong.Value)
		if wrong.Field == "" {
			at, message = 0, fmt.Sprintf("a record cannot be a JSON %s", wrong.Value)
		}
	}
	if at < 0 {
		return 0, message
	}
	at = min(at, int64(len(raw)))
	return utf8.RuneCountInString(raw[:at]) + 1, message
}

// valueColumn returns the column of the value of a top-level key, or 0. Later
// values of a repeated key win in encoding/json, so here too.
func valueColumn(raw, key string) int {
	dec := json.NewDecoder(strings.NewReader(raw))
	if _, err := dec.Token(); err != nil {
		return 0
	}
	column := 0
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return 0
		}
		start := dec.InputOffset()
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return 0
		}
		if s, ok := name.(string); ok && strings.EqualFold(s, key) {
			gap := strings.Index(raw[start:], string(value))
			column = utf8.RuneCountInString(raw[:int(start)+gap]) + 1
		}
	}
	return column
}
