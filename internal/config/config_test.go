package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/go-multierror"
)

// write puts files into a folder of their own, which becomes the working
// directory.
func write(t *testing.T, files map[string]string) {
	t.Helper()
	root := t.TempDir()
	for name, src := range files {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(root)
}

func texts(list []Value) []string {
	var out []string
	for _, v := range list {
		out = append(out, filepath.ToSlash(v.Text))
	}
	return out
}

// The nearer file goes over what it extends, single rules over areas, and a
// file that is reached on two ways counts once.
func TestLoadExtends(t *testing.T) {
	write(t, map[string]string{
		"desk/sport/factcheck.yaml": "extends: [../desk.yaml, ../../base.yaml]\nrules: [house.cel]\nseverity: {a/one: error, \"a/*\": off}\nenable: [style]\nalmanac: [days.yaml]",
		"desk/desk.yaml":            "extends: [../base.yaml]\nseverity: {a/one: warning}\nrules: [sport/house.cel, desk.cel]\nfail-on: warning\ndismissals: desk.list",
		"base.yaml":                 "fail-on: never\nweek-start: sunday\nalmanac: [world.yaml]\nenable: [a/*]",
	})
	c, err := Load("desk/sport/factcheck.yaml", false)
	if err != nil {
		t.Fatal(err)
	}
	var changes []string
	for _, x := range c.Changes {
		changes = append(changes, x.Rule.Text+" "+x.Level)
	}
	dismissals, _, named := c.Dismissals()
	got := map[string]any{
		"rules": texts(c.Rules), "almanac": texts(c.Almanac), "changes": changes,
		"other": []string{c.FailOn.Text, c.WeekStart.Text, c.DateOrder.Text, filepath.ToSlash(dismissals)}, "named": named,
	}
	want := map[string]any{
		"rules":   []string{"desk/sport/house.cel", "desk/desk.cel"},
		"almanac": []string{"world.yaml", "desk/sport/days.yaml"},
		"changes": []string{"a/* enable", "a/one warning", "style enable", "a/* off", "a/one error"},
		"other":   []string{"warning", "sunday", "", "desk/desk.list"},
		"named":   true,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if at := c.Changes[4].Rule.At; at.Line != 3 || at.Column != 12 {
		t.Errorf("a/one stands at %+v, want 3:12", at)
	}
}

func TestFind(t *testing.T) {
	write(t, map[string]string{"a/factcheck.yaml": "", "a/b/c/x.md": "", "d/x.md": "", "e/factcheck.yaml/x.md": ""})
	for folder, want := range map[string]string{"a": "a/factcheck.yaml", "a/b/c": "a/factcheck.yaml", "a/none": "a/factcheck.yaml", "d": "", "e": ""} {
		if got := filepath.ToSlash(Find(folder)); got != want {
			t.Errorf("from %s: %q, want %q", folder, got, want)
		}
	}
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	if got := Find(filepath.Join(here, "a", "b")); got != filepath.Join(here, "a", Name) {
		t.Errorf("from an absolute folder: %q", got)
	}
	t.Chdir("a/b/c")
	if got := filepath.ToSlash(Find(".")); got != "../../factcheck.yaml" {
		t.Errorf("from below: %q", got)
	}
}

// lines returns the problems, one a line.
func lines(err error) []string {
	var out []string
	if err != nil {
		for _, e := range multierror.Append(nil, err).Errors {
			out = append(out, e.Error())
		}
	}
	return out
}

func TestMistakes(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"nothing", "", nil},
		{"only a comment", "# nothing\n", nil},
		{"empty keys", "rules:\nseverity:\n", nil},
		{"a list", "- a\n", []string{"f.yaml:1:1: a configuration is a list of keys (write one key: value a line)"}},
		{"broken", "rules: [a\n", []string{"f.yaml:1:8: sequence end token ']' not found"}},
		{"not UTF-8", "rules: [\xff]\n", []string{"f.yaml:1:1: the file is not UTF-8 (save it as UTF-8)"}},
		{"types", "rules: house.cel\nalmanac: [1, {a: b}]\nseverity: off\nfail-on: [error]\ndismissals: 3\n", []string{
			"f.yaml:1:8: rules must be a list of files (write rules: [ONE, TWO])",
			"f.yaml:2:11: almanac must be a list of files (put quotation marks round a name that is no text)",
			"f.yaml:2:14: almanac must be a list of files (put quotation marks round a name that is no text)",
			"f.yaml:3:11: severity must say it of each rule (write severity: {\"AREA/RULE\": warning})",
			"f.yaml:4:10: fail-on must be one of note, warning, error, never",
			"f.yaml:5:13: dismissals must be the name of a file (write dismissals: FILE)",
		}},
		{"twice", "fail-on: error\nseverity: {a/b: off, a/b: note}\nenable: [é, é]\nfail-on: note\n", []string{
			"f.yaml:2:22: \"a/b\" is given twice (first in line 2)",
			"f.yaml:3:13: \"é\" is given twice (first in line 3)",
			"f.yaml:4:1: \"fail-on\" is given twice (first in line 1)",
		}},
		{"over two documents", "fail-on: error\n---\nfail-on: note\n", []string{"f.yaml:3:1: \"fail-on\" is given twice (first in line 1)"}},
		{"levels", "severity:\n  a/b: fatal\n  a/c: Off\nweek-start: Monday\ndate-order: ymd\n", []string{
			"f.yaml:2:8: a/b must be one of off, note, warning, error",
			"f.yaml:3:8: a/c must be one of off, note, warning, error",
			"f.yaml:4:13: week-start must be one of monday, sunday",
			"f.yaml:5:13: date-order must be one of dmy, mdy",
		}},
	}
	for _, tt := range tests {
		write(t, map[string]string{"f.yaml": tt.src})
		_, err := Load("f.yaml", false)
		if diff := cmp.Diff(tt.want, lines(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestRecords(t *testing.T) {
	src := "- id: 012\n  text: >\n    two\n    words\n- {id: a, text: b, more: c}\n- id: [a]\n  id: b\n- x\n- id: a\n  text: ''\n  texts: b\n"
	list, err := Records("f.yaml", []byte(src), Form{Required: []string{"id", "text"}, Optional: []string{"more"}, Check: func(key, value string) (string, string) {
		if key == "more" {
			return value + " is wrong", "write d"
		}
		return "", ""
	}})
	want := []string{
		"f.yaml:5:26: c is wrong (write d)",
		"f.yaml:6:7: id must be one value (write id: value)",
		"f.yaml:6:3: the entry has no \"text\"",
		"f.yaml:8:3: an entry has keys (one of id, text, more)",
		"f.yaml:10:3: text is empty",
		"f.yaml:11:3: unknown key \"texts\" (one of id, text, more)",
	}
	if diff := cmp.Diff(want, lines(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(list) != 1 || list[0].Get("id").Text != "012" || list[0].Get("text").Text != "two words" || list[0].Get("more").Text != "" {
		t.Errorf("%+v", list)
	}
}

// What is wrong is said at a place inside the file.
func checkPlaces(t *testing.T, src string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	rows := strings.Count(src, "\n") + strings.Count(src, "\r") + 1
	for _, e := range multierror.Append(nil, err).Errors {
		x, ok := e.(*Error)
		if !ok || x.Message == "" || strings.Contains(x.Message, "\n") && !strings.Contains(src, "\n") || x.Line < 1 || x.Column < 1 || x.Line > rows+1 {
			t.Errorf("%#v of %d lines", e, rows)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("extends: [a]\nrules: [b]\nseverity: {a/b: off}\nenable: [c]\nfail-on: note\n")
	f.Add("? [a: b, *x\n- &\n---\nx")
	f.Add("- id: a\n  reason: |\n   b\n- {id: c}")
	f.Add("\"severity\": !!map {a: &b c, <<: *b}")
	f.Fuzz(func(t *testing.T, src string) {
		own, errs := parse("f.yaml", []byte(src))
		var all problems
		all.add(errs...)
		checkPlaces(t, src, all.err())
		for _, c := range own.changes() {
			if c.Level == "" || c.Rule.At.Line == 0 {
				t.Errorf("change %+v", c)
			}
		}
		list, err := Records("f.yaml", []byte(src), Form{Required: []string{"id"}, Optional: []string{"reason"}})
		checkPlaces(t, src, err)
		for _, rec := range list {
			if rec.Get("id").Text == "" {
				t.Errorf("record %+v has no id", rec)
			}
		}
	})
}
