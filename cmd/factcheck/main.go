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
	"golang.org/x/term"

	"factcheck/checker"
	"factcheck/internal/isolate"
	"factcheck/rules"
)

func main() {
	tuneCollector()
	s := &streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, interruption: interruptible(os.Stderr, os.Exit)}
	os.Exit(s.run(os.Args[1:]))
}

// The exit codes.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1
	exitProblem  = 2 // something could not be checked

	exitInterrupted = 130 // by Ctrl-C, as shells have it: 128 and the number of the signal
)

// A streams is what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	known    map[string]bool // internal errors that were printed
	early    int             // problems with flags that the command line does not give

	configurations configurations
	recording      *recording // nil: nothing is kept
	*interruption
}

// An exit carries an exit code through cobra.
type exit struct{ code int }

func (e exit) Error() string { return fmt.Sprintf("exit %d", e.code) }

// run is the whole program, which nothing interrupts.
func run(args []string, in io.Reader, out, err io.Writer) int {
	s := &streams{in: in, out: out, err: err, interruption: uninterrupted()}
	return s.run(args)
}

// run runs a command; nothing below it exits.
func (s *streams) run(args []string) int {
	to := &outlet{Writer: s.out}
	s.out, s.err = &copying{to, s, outOf}, &copying{s.err, s, errOf}
	root := rootCommand(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	failed := isolated(isolate.Work{Stage: isolate.StageCommand}, root.Execute)
	code := s.ended(to, failed)
	s.finish(code)
	return code
}

// ended says what is left to say, and returns the exit code.
func (s *streams) ended(to *outlet, failed error) int {
	unwritten := s.problems(to.lost()) > 0 || s.early > 0
	var e exit
	var d *checker.Defect
	switch {
	case unwritten && (failed == nil || errors.Is(failed, to.err) || errors.As(failed, &e) && e.code != exitInterrupted):
		return exitProblem
	case failed == nil:
		return exitClean
	case errors.As(failed, &e):
		return e.code
	case errors.As(failed, &d):
		s.problems(d)
		return exitProblem
	}
	fmt.Fprintf(s.err, "factcheck: %v\nRun 'factcheck --help' for usage.\n", failed)
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
		PersistentPreRun: func(c *cobra.Command, args []string) {
			s.fillIn(c, args)
		},
	}
	root.AddCommand(checkCommand(s), datesCommand(s), timelineCommand(s), factsCommand(s), textCommand(s), rulesCommand(s), dismissCommand(s), fixCommand(s), demoCommand(s), initCommand(s), versionCommand(s), manCommand(s))
	return root
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// problems prints every problem on a line of its own and returns how many
// there are. An internal error that was printed before counts no more.
func (s *streams) problems(errs ...error) int {
	n := 0
	for _, err := range errs {
		for _, e := range flatten(err) {
			s.tell(e)
			if d, ok := e.(*checker.Defect); ok {
				if s.defect(d) {
					n++
				}
				continue
			}
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

// widest is how wide lines for people are where there is no terminal.
const widest = 120

// columns returns how wide lines on w may be: as wide as the terminal, if it is one.
func columns(w io.Writer) int {
	if f, ok := fileOf(w); ok {
		if wide, _, err := term.GetSize(int(f.Fd())); err == nil && wide > 0 {
			return wide
		}
	}
	return widest
}

// coloured reports whether to use colour on w: a terminal, and NO_COLOR unset.
func coloured(w io.Writer) bool {
	f, ok := fileOf(w)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isatty.IsTerminal(f.Fd())
}

// fileOf returns the file behind a stream.
func fileOf(w io.Writer) (*os.File, bool) {
	if c, ok := w.(*copying); ok {
		w = c.Writer
	}
	if o, ok := w.(*outlet); ok {
		w = o.Writer
	}
	f, ok := w.(*os.File)
	return f, ok
}
