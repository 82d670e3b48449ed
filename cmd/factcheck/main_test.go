package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"factcheck/internal/isolate"
)

// -update rewrites what the scripts expect of a file (cmp); regular
// expressions stay as they are.
var update = flag.Bool("update", false, "rewrite the expectations of testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"factcheck": func() {
		injectFault()
		main()
	}, "factcheck-measured": measured})
}

// injectFault makes the command panic in the stage and on the document that
// FACTCHECK_FAULT=STAGE:DOC names. The command that ships knows nothing of it.
func injectFault() {
	if stage, doc, ok := strings.Cut(os.Getenv("FACTCHECK_FAULT"), ":"); ok {
		isolate.Inject(stage, doc)
	}
}

// TestScripts runs the command as a program. Scripts find the five pages and
// two drafts under $TWOCALLS, an article on its own, wrong and right, under
// $ONEARTICLE, and the almanac of the five pages in $ALMANAC.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join(root, "testdata", "script"),
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
		Setup: func(env *testscript.Env) error {
			env.Setenv("TWOCALLS", filepath.Join(root, "testdata", "two-calls"))
			env.Setenv("ONEARTICLE", filepath.Join(root, "testdata", "one-article"))
			env.Setenv("ALMANAC", filepath.Join(root, "testdata", "almanac.yaml"))
			return nil
		},
	})
}

// exits N CMD ARG… runs a command that must end with exit code N; "! exec"
// cannot tell 1 from 2.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits N cmd [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var failed *exec.ExitError
	switch {
	case errors.As(err, &failed):
		got = failed.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("%s exits %d, want %d", args[1], got, want)
	}
}

// The pages of the sample, as the scripts and the schema test order them.
var pages = []string{"agency.txt", "print.txt", "repost.txt", "webpage.txt", "withdrawal.txt"}

func pagePaths(tb testing.TB) []string {
	tb.Helper()
	out := make([]string, len(pages))
	for i, p := range pages {
		out[i] = filepath.Join("..", "..", "testdata", "two-calls", p)
		if _, err := os.Stat(out[i]); err != nil {
			tb.Fatal(err)
		}
	}
	return out
}
