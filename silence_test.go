package factcheck_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"factcheck"
)

// TestSilence checks honest copy of many desks, testdata/silence: every finding is a false
// alarm, and there must be none.
func TestSilence(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "silence", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("no copy:", err)
	}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			for _, found := range alarms(t, f.Name, f.Data) {
				t.Errorf("%s: %s: %s: “%s”: %s", filepath.Base(name), f.Name, found.Rule, found.Quote, found.Message)
			}
		}
	}
}

// alarms returns the warnings and errors that the rules that ship raise in one article.
func alarms(t *testing.T, name string, src []byte) []factcheck.Finding {
	t.Helper()
	articles, err := factcheck.Parse(name, src)
	if err != nil {
		t.Fatal(err)
	}
	report, err := factcheck.Check(context.Background(), articles)
	if err != nil {
		t.Fatal(err)
	}
	var out []factcheck.Finding
	for _, f := range report.Findings {
		if f.Severity != "note" {
			out = append(out, f)
		}
	}
	return out
}
