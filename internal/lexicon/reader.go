package lexicon

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/wordtable"
)

// nothing stands in a data file where a row has no value.
const nothing = "-"

// A reader goes through a data file: lines that start with # and empty lines
// are skipped, the first other line names the columns, and every further line
// has one field a column, separated by tabs, the rows in strict byte order of
// their first field. That order is what rules out a key that stands twice.
//
// A row that breaks these rules is reported and left out; the others count.
type reader struct {
	file     string
	rest     string
	line     int // 1-based number of the current row's line
	fields   []string
	last     string // first field of the row before
	problems *multierror.Error
}

// newReader returns a reader behind the header, which must be exactly the
// given columns. If it is not, the reader has no rows and err says so.
func newReader(file, data string, columns ...string) *reader {
	r := &reader{file: file, rest: data, fields: make([]string, len(columns))}
	header, _ := r.nextLine()
	if want := strings.Join(columns, "\t"); header != want {
		r.rest = ""
		r.line = max(r.line, 1)
		r.problem(1, "header is %q, write %q", header, want)
	}
	return r
}

// nextLine returns the next line that is not empty and no comment.
func (r *reader) nextLine() (string, bool) {
	for r.rest != "" {
		var line string
		line, r.rest, _ = strings.Cut(r.rest, "\n")
		r.line++
		line = strings.TrimSuffix(line, "\r")
		if line != "" && line[0] != '#' {
			return line, true
		}
	}
	return "", false
}

// next moves to the next sound row and reports whether there is one. Its
// fields are valid until the following call.
func (r *reader) next() bool {
	for {
		line, ok := r.nextLine()
		if !ok {
			return false
		}
		if r.split(line) {
			return true
		}
	}
}

// split cuts the line into r.fields and reports whether it is a sound row.
func (r *reader) split(line string) bool {
	if n := strings.Count(line, "\t") + 1; n != len(r.fields) {
		r.problem(1, "row has %d columns, give it %d", n, len(r.fields))
		return false
	}
	for i := range r.fields {
		r.fields[i], line, _ = strings.Cut(line, "\t")
	}
	for i, field := range r.fields {
		if field == "" || strings.TrimSpace(field) != field {
			r.fail(i, "field %q is empty or has blanks at an end, write %q for nothing", field, nothing)
			return false
		}
	}
	if key := r.fields[0]; key <= r.last {
		r.fail(0, "%q does not come after %q, sort the rows and drop doubles", key, r.last)
		return false
	}
	r.last = r.fields[0]
	return true
}

// fail reports what is wrong with the field of that index in the current row.
func (r *reader) fail(field int, format string, args ...any) {
	column := 1
	for _, f := range r.fields[:field] {
		column += utf8.RuneCountInString(f) + 1
	}
	r.problem(column, format, args...)
}

// problem reports what is wrong at a column, 1-based and in code points, of
// the current line.
func (r *reader) problem(column int, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	r.problems = multierror.Append(r.problems, fmt.Errorf("%s:%d:%d: %s", r.file, r.line, column, what))
}

// err returns everything that was wrong, nil if nothing was.
func (r *reader) err() error {
	if r.problems == nil {
		return nil
	}
	r.problems.ErrorFormat = joinLines
	return r.problems
}

// value returns the field of that index, "" if it stands for nothing.
func (r *reader) value(field int) string {
	if r.fields[field] == nothing {
		return ""
	}
	return r.fields[field]
}

// joinLines prints one problem a line.
func joinLines(problems []error) string {
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// rowsIn is an upper bound of the rows in data, to size a map with.
func rowsIn(data string) int { return strings.Count(data, "\n") + 1 }

// longest looks up the first word, the first two words and so on, joined by
// one blank, and returns the value of the longest hit with its number of
// words, 0 if there is none.
func longest[V any](table *wordtable.Table[V], maxWords int, words []string) (V, int) {
	var (
		space [64]byte
		value V
		n     int
	)
	key := space[:0]
	for i, word := range words[:min(len(words), maxWords)] {
		if i > 0 {
			key = append(key, ' ')
		}
		key = append(key, word...)
		if v, ok := table.Find(string(key)); ok {
			value, n = v, i+1
		}
	}
	return value, n
}

// countWords returns the number of words in a key.
func countWords(key string) int { return strings.Count(key, " ") + 1 }
