package timeline

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"factcheck/internal/text"
)

// A kindRow is a line of testdata/kinds.tsv, wordings.tsv or genres.tsv.
type kindRow struct {
	kind, published, text string
	marks                 []text.Span
	values                []string
}

// TestKinds reads the tables of kinds, of their further wordings and of genres: what stands in brackets has its
// value, and nothing else is a date. A known gap must still be one.
func TestKinds(t *testing.T) {
	for _, file := range []string{"kinds.tsv", "wordings.tsv", "genres.tsv"} {
		for _, r := range readKinds(t, file) {
			faults := r.faults(t)
			if gap := strings.HasPrefix(r.kind, "gap "); gap && len(faults) == 0 {
				t.Errorf("%s: %s, %q is no gap any more", file, r.kind, r.text)
			} else if !gap {
				for _, f := range faults {
					t.Errorf("%s: %s, %s, %q: %s", file, r.kind, r.published, r.text, f)
				}
			}
		}
	}
}

// faults says in what the reading of a row differs from its values.
func (r *kindRow) faults(t *testing.T) []string {
	var out []string
	d := readBody(t, r.published, r.text, defaults())
	for i, m := range r.marks {
		if got := valuesAt(d, m); !holdsAny(got, r.values[i]) {
			out = append(out, fmt.Sprintf("%q is %q, want %s", m.In(r.text), got, r.values[i]))
		}
	}
	for i := range d.Times {
		x := &d.Times[i]
		if (x.Type == DATE || x.Type == TIME) && !marked(r.marks, x.Span) {
			out = append(out, fmt.Sprintf("%q is read as %s", x.Text, x.Value))
		}
	}
	return out
}

// holdsAny reports whether got, values with blanks between, has one of those in
// want, which a bar separates.
func holdsAny(got, want string) bool {
	for v := range strings.SplitSeq(want, "|") {
		if strings.Contains(" "+got+" ", " "+v+" ") {
			return true
		}
	}
	return false
}

// valuesAt returns the values of the times that touch span, with blanks between.
func valuesAt(d *Document, span text.Span) string {
	var out []string
	for i := range d.Times {
		if d.Times[i].Span.Overlaps(span) {
			out = append(out, d.Times[i].Value)
		}
	}
	return strings.Join(out, " ")
}

func marked(marks []text.Span, span text.Span) bool {
	for _, m := range marks {
		if m.Overlaps(span) {
			return true
		}
	}
	return false
}

func readKinds(t *testing.T, file string) []kindRow {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var rows []kindRow
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line == "\n" || line[0] == '#' {
			continue
		}
		if len(f) != 4 {
			t.Fatalf("%s: %q has %d fields, want 4", file, line, len(f))
		}
		r := kindRow{kind: f[0], published: f[1]}
		for part := range strings.SplitAfterSeq(f[2], "]") {
			before, in, found := strings.Cut(part, "[")
			r.text += before
			if found {
				in = strings.TrimSuffix(in, "]")
				r.marks = append(r.marks, text.Span{Start: len(r.text), End: len(r.text) + len(in)})
				r.text += in
			}
		}
		if f[3] != "-" {
			r.values = strings.Split(f[3], " ")
		}
		if len(r.marks) != len(r.values) {
			t.Fatalf("%s: %q has %d times and %d values", file, f[2], len(r.marks), len(r.values))
		}
		rows = append(rows, r)
	}
	return rows
}
