// Command factcheck reads articles before they are published, says when
// everything in them happened and why it thinks so, and reports what cannot
// all be true.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"factcheck/rules"
)

func main() {
	tuneCollector()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit codes.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitProblem  = 2 // something could not be checked
)

// A streams is what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// An exit carries an exit code through cobra.
type exit struct{ code int }

func (e exit) Error() string { return fmt.Sprintf("exit %d", e.code) }

// run is the whole program; nothing below it exits.
func run(args []string, in io.Reader, out, err io.Writer) int {
	s := &streams{in, out, err}
	root := rootCommand(s)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(err)
	failed := root.Execute()
	var e exit
	switch {
	case failed == nil:
		return exitClean
	case errors.As(failed, &e):
		return e.code
	}
	fmt.Fprintf(err, "factcheck: %v\nRun 'factcheck --help' for usage.\n", failed)
	return exitProblem
}

func rootCommand(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:           "factcheck",
		Short:         "Check the dates and facts of news articles against each other",
		Long:          "factcheck reads articles before they are published, says when everything in them\nhappened and why it thinks so, and reports what cannot all be true.\n\nExit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be checked.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
	}
	root.AddCommand(checkCommand(s), datesCommand(s), timelineCommand(s), rulesCommand(s), dismissCommand(s), initCommand(s))
	return root
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// problems prints every problem on a line of its own and returns how many
// there are.
func (s *streams) problems(errs ...error) int {
	n := 0
	for _, err := range errs {
		for _, e := range flatten(err) {
			fmt.Fprintf(s.err, "%s\n", strings.TrimRight(e.Error(), "\n"))
			var located *rules.Error
			if errors.As(e, &located) && located.Source != "" {
				fmt.Fprintf(s.err, "    %s\n", strings.ReplaceAll(located.Snippet(), "\n", "\n    "))
			}
			n++
		}
	}
	return n
}

// flatten returns the single errors that err gathers.
func flatten(err error) []error {
	if err == nil {
		return nil
	}
	var many *multierror.Error
	if m, ok := err.(*multierror.Error); ok {
		many = m
	} else {
		return []error{err}
	}
	var out []error
	for _, e := range many.Errors {
		out = append(out, flatten(e)...)
	}
	return out
}

// coloured reports whether to use colour on w: a terminal, and NO_COLOR unset.
func coloured(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isatty.IsTerminal(f.Fd())
}
