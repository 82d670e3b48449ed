package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func runs(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, problems bytes.Buffer
	if code := run(args, &out, &problems); code != want {
		t.Errorf("%q: exit %d, want %d: %s%s", args, code, want, &out, &problems)
	}
	return out.String() + problems.String()
}

// The rules that ship catch most impossible dates, and say nothing of their
// twins.
func TestPlantCommand(t *testing.T) {
	out := runs(t, 0, "plant", "-class", "impossible-date", "-per-class", "40", "-show", "caught")
	if !strings.Contains(out, "[date/impossible]") || !strings.Contains(out, " 100.0%  date/impossible") {
		t.Errorf("output:\n%s", out)
	}
	if two := runs(t, 0, "plant", "-class", "impossible-date", "-per-class", "40", "-show", "caught"); two != out {
		t.Error("the second run differs")
	}
	runs(t, 2, "plant", "-class", "none")
	runs(t, 2, "plant", "-carriers", "none.jsonl")
	runs(t, 2)
	runs(t, 2, "none")
}

func TestClassesCommand(t *testing.T) {
	if out := runs(t, 0, "classes"); !strings.Contains(out, "weekday-date") {
		t.Errorf("output:\n%s", out)
	}
}

// clean joins findings with verdicts; the exit code tells whether all is well.
func TestCleanCommand(t *testing.T) {
	dir := t.TempDir()
	write := func(name, src string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	corpus := "own=" + write("own.jsonl", `{"id": "a", "published": "2013-01-15", "text": "The council met on 31 June 2012 and talked about roads."}`+"\n")
	const place = "own\ta\t19\tdate/impossible\t"
	for _, tt := range []struct {
		verdicts string
		code     int
		want     string
	}{
		{"", 1, "not judged:\n" + place},
		{place + "real\tthere is no such day\n", 0, "100.0%"},
		{place + "unwanted\tnone\n", 1, "unwanted in 1,000 words at warning and above: 90.909"},
		{"# comment\n" + place + "undecidable\tnone\nown\tb\t1-2\tx\treal\tgone\n", 0, "no longer found:\nown\tb\t1\tx"},
		{place + "maybe\tnone\n", 2, `verdict "maybe"`},
		{place + "real\n", 2, "5 columns"},
		{place + "real\t\n" + place + "real\t\n", 2, "judged in line 1"},
	} {
		file := write("verdicts.tsv", tt.verdicts)
		if out := runs(t, tt.code, "clean", "-show", "-verdicts", file, corpus); !strings.Contains(out, tt.want) {
			t.Errorf("output lacks %q:\n%s", tt.want, out)
		}
	}
	runs(t, 2, "clean")
	runs(t, 2, "clean", filepath.Join(dir, "none.jsonl"))
}

// The verdicts beside this module can be read.
func TestVerdicts(t *testing.T) {
	if _, err := readVerdicts("verdicts.tsv"); err != nil {
		t.Error(err)
	}
}
