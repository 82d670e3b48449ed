package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// corpusOf writes two files of one time each to a folder of two parts.
func corpusOf(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	write(t, filepath.Join(root, "timebank", "b.tml"), timeMLOf(`The mayor of Springfield resigned on <TIMEX3 tid="t1" type="DATE" value="2018-06-15">Friday</TIMEX3>.`))
	write(t, filepath.Join(root, "aquaint", "a.tml"), timeMLOf(`The council of Springfield met <TIMEX3 tid="t1" type="DATE" value="2018-06-16">yesterday</TIMEX3>.`))
	write(t, filepath.Join(root, "aquaint", "notes.txt"), "not a document")
	return root
}

func write(t *testing.T, path, src string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Both resolvers find both times; when takes Friday for the coming one.
func TestRun(t *testing.T) {
	var out, problems bytes.Buffer
	if code := run([]string{"-corpus", corpusOf(t), "-json", "-errors"}, &out, &problems); code != 0 || problems.Len() > 0 {
		t.Fatalf("exit %d: %s", code, &problems)
	}
	var got result
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	one := prf{1, 1, 1}
	right := func(n, weekdays int) figures {
		f := figures{Documents: n, Gold: n, Found: n, Strict: one, Relaxed: one, TypeF1: 1, ValueF1: 1, Weekdays: weekdays}
		f.Weekday = float64(weekdays)
		return f
	}
	wrong, half := right(1, 1), right(2, 1)
	wrong.ValueF1, wrong.Weekday = 0, 0
	half.ValueF1, half.Weekday = .5, 0
	want := []system{
		{Name: "factcheck", All: right(2, 1), Parts: []part{{"aquaint", right(1, 0)}, {"timebank", right(1, 1)}}, Gap: &figures{Weekday: -1}},
		{Name: "when", All: half, Parts: []part{{"aquaint", right(1, 0)}, {"timebank", wrong}}, Gap: &figures{ValueF1: 1}},
	}
	for i := range got.Systems {
		if got.Systems[i].MBPerSecond <= 0 {
			t.Errorf("%s: %v MB/s", got.Systems[i].Name, got.Systems[i].MBPerSecond)
		}
		got.Systems[i].MBPerSecond = 0
	}
	if diff := cmp.Diff(want, got.Systems, cmp.AllowUnexported(system{}, part{})); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}

func TestRunText(t *testing.T) {
	root := corpusOf(t)
	write(t, filepath.Join(root, "timebank", "c.tml"), timeMLOf(`The mayor stays, <TIMEX3 tid="t1" type="DATE" value="2018-06-20">whatever</TIMEX3> happens.`))
	var out, problems bytes.Buffer
	if code := run([]string{"-corpus", root, "-half", "TimeBank", "-errors"}, &out, &problems); code != 0 {
		t.Fatalf("exit %d: %s", code, &problems)
	}
	want := []string{
		"missed\tc\tgold: 'whatever' DATE 2018-06-20\tsystem: \t… The mayor stays, whatever happens. …\n2 documents, 2 gold times, 0.00 MB",
		"factcheck   all     2     2      1    100.00  50.00  66.67     100.00  50.00  66.67    66.67     66.67    100.00",
		"     when   all     2     2      1    100.00  50.00  66.67     100.00  50.00  66.67    66.67      0.00      0.00",
	}
	for _, w := range want {
		if !strings.Contains(out.String(), w) {
			t.Errorf("output lacks %q:\n%s", w, &out)
		}
	}
}

func TestErrorKinds(t *testing.T) {
	const src = "He came on Friday, then left."
	gold := at(t, src, "Friday", "DATE", "2018-06-15")
	tests := []struct {
		found timex
		want  []string
	}{
		{gold, nil},
		{at(t, src, "Friday", "DATE", "2018-06-22"), []string{"value"}},
		{at(t, src, "on Friday", "TIME", "2018-06-15"), []string{"type+span"}},
		{at(t, src, "on Friday", "TIME", ""), []string{"value+type+span"}},
		{at(t, src, "then", "DATE", "2018"), []string{"missed", "spurious"}},
	}
	for _, tt := range tests {
		a := align(&document{text: src, gold: []timex{gold}}, []timex{tt.found})
		var kinds []string
		for _, e := range a.errors() {
			kinds = append(kinds, e.kind)
		}
		if diff := cmp.Diff(tt.want, kinds); diff != "" {
			t.Errorf("%s (-want +got):\n%s", a.doc.show(tt.found), diff)
		}
	}
}

func TestRunProblems(t *testing.T) {
	broken := corpusOf(t)
	write(t, filepath.Join(broken, "x.tml"), "<TimeML>")
	write(t, filepath.Join(broken, "more", "a.tml"), timeMLOf("Twice."))
	tests := []struct {
		args []string
		want []string
	}{
		{nil, []string{"-corpus DIR"}},
		{[]string{"-corpus", t.TempDir()}, []string{"no .tml files"}},
		{[]string{"-corpus", filepath.Join(t.TempDir(), "none")}, []string{"none: "}},
		{[]string{"-corpus", broken}, []string{"x.tml: XML syntax error", "two files are called a.tml"}},
		{[]string{"-corpus", corpusOf(t), "-half", "third"}, []string{"name one of: aquaint, timebank"}},
		{[]string{"-bogus"}, []string{"-bogus"}},
	}
	for _, tt := range tests {
		var out, problems bytes.Buffer
		if code := run(tt.args, &out, &problems); code != 2 || out.Len() > 0 {
			t.Errorf("%q: exit %d, want 2; output %q", tt.args, code, &out)
		}
		for _, w := range tt.want {
			if !strings.Contains(problems.String(), w) {
				t.Errorf("%q: %q lacks %q", tt.args, &problems, w)
			}
		}
	}
}
