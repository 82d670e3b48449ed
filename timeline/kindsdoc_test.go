package timeline

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the table of kinds in docs/dates.md")

// examplesOfKind is how many rows of a kind docs/dates.md shows.
const examplesOfKind = 8

const (
	kindsBegin = "<!-- kinds: written by go test ./timeline -run TestKindsDocument -update -->\n"
	kindsEnd   = "<!-- end of kinds -->\n"
	datesPage  = "../docs/dates.md"
)

// TestKindsDocument holds the table of what is read in docs/dates.md to be that of
// testdata/kinds.tsv, whose rows TestKinds reads. -update writes it.
func TestKindsDocument(t *testing.T) {
	page, err := os.ReadFile(datesPage)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), kindsBegin)
	old, after, closed := strings.Cut(rest, kindsEnd)
	if !ok || !closed {
		t.Fatalf("%s lacks %q or %q", datesPage, kindsBegin, kindsEnd)
	}
	want := kindsDocument(t)
	if *update {
		if err := os.WriteFile(datesPage, []byte(before+kindsBegin+want+kindsEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, old); diff != "" {
		t.Errorf("the kinds of %s; -update writes them (-want +got):\n%s", datesPage, diff)
	}
}

// kindsDocument writes the kinds, each with what it is and its first examples.
func kindsDocument(t *testing.T) string {
	rows := readKinds(t, "kinds.tsv")
	described := map[string]bool{}
	var b strings.Builder
	for _, k := range kindsDescribed(t) {
		described[k.name] = true
		fmt.Fprintf(&b, "\n**%s**: %s.\n\n| published | text | values |\n|---|---|---|\n", k.name, k.text)
		n := 0
		for i := range rows {
			if r := &rows[i]; r.kind == k.name && n < examplesOfKind {
				fmt.Fprintf(&b, "| %s | %s | %s |\n", r.published, r.emphasised(), r.firstValues())
				n++
			}
		}
	}
	for i := range rows {
		if !described[rows[i].kind] {
			t.Errorf("kinds.tsv does not say what %q is", rows[i].kind)
			described[rows[i].kind] = true
		}
	}
	return b.String() + "\n"
}

// A described kind is a line "#: kind, tab, what it is" of testdata/kinds.tsv.
type describedKind struct{ name, text string }

func kindsDescribed(t *testing.T) []describedKind {
	t.Helper()
	data, err := os.ReadFile("testdata/kinds.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []describedKind
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "#: "); ok {
			name, text, _ := strings.Cut(strings.TrimSuffix(rest, "\n"), "\t")
			out = append(out, describedKind{name, text})
		}
	}
	return out
}

// emphasised returns the text of a row with its times in bold.
func (r *kindRow) emphasised() string {
	var b strings.Builder
	at := 0
	for _, m := range r.marks {
		b.WriteString(r.text[at:m.Start] + "**" + m.In(r.text) + "**")
		at = m.End
	}
	return strings.ReplaceAll(b.String()+r.text[at:], "|", "\\|")
}

// firstValues returns the values of a row, of several that are right the first.
func (r *kindRow) firstValues() string {
	if len(r.values) == 0 {
		return "no date"
	}
	out := make([]string, len(r.values))
	for i, v := range r.values {
		out[i], _, _ = strings.Cut(v, "|")
	}
	return strings.Join(out, ", ")
}
