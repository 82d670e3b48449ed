package factcheck_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the list of the slips that nothing finds")

// twins is a slip and what would be right there.
var twins = regexp.MustCompile(`«([^|»]*)\|([^»]*)»`)

// floors are how many slips of each set have to be found at least. They go up when more
// are found, never down.
var floors = map[string]int{"first.txtar": 105, "second.txtar": 56, "third.txtar": 28, "fourth.txtar": 21}

// TestSlips checks slips of many kinds, each beside its right twin, testdata/slips. In a
// right twin nothing may be found, and of each set no fewer than its floor may be. Those
// slips that nothing finds are listed in missed.txt, which has to be true both ways.
func TestSlips(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "slips", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal("no slips:", err)
	}
	var missed strings.Builder
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		caught := 0
		for _, f := range archive.Files {
			for _, found := range alarms(t, f.Name, twins.ReplaceAll(f.Data, []byte("$2"))) {
				t.Errorf("%s: %s is right: %s: “%s”: %s", filepath.Base(name), f.Name, found.Rule, found.Quote, found.Message)
			}
			if len(alarms(t, f.Name, twins.ReplaceAll(f.Data, []byte("$1")))) > 0 {
				caught++
				continue
			}
			fmt.Fprintln(&missed, filepath.Base(name), f.Name)
		}
		t.Logf("%s: %d of %d found", filepath.Base(name), caught, len(archive.Files))
		if floor := floors[filepath.Base(name)]; caught < floor || floor == 0 {
			t.Errorf("%s: %d found, want %d at least", filepath.Base(name), caught, floor)
		}
	}
	list := filepath.Join("testdata", "slips", "missed.txt")
	if *update {
		if err := os.WriteFile(list, []byte(missed.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), missed.String()); diff != "" {
		t.Errorf("slips that nothing finds (-want +got):\n%s", diff)
	}
}
