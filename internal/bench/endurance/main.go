// Command endurance reads phrases by the million, or the documents that it is
// given, as factcheck does, and counts panics, time-outs and results that are not
// true.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"factcheck"
	"factcheck/checker"
	"factcheck/rules"
	"factcheck/timeline"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// settings are what the flags say.
type settings struct {
	phrases    int
	seed       uint64
	workers    int
	batch      int
	limit      time.Duration
	show       int
	exhaustive bool
	opt        checker.Options
}

var errFaults = errors.New("there are faults")

// run returns 0 when there was no fault, 1 when there was one, else 2.
func run(args []string, out, problems io.Writer) int {
	flags := flag.NewFlagSet("endurance", flag.ContinueOnError)
	flags.SetOutput(problems)
	var s settings
	var docs []string
	flags.IntVar(&s.phrases, "phrases", 0, "read `N` seeded phrases")
	flags.Uint64Var(&s.seed, "seed", 1, "choose the phrases by this `number`")
	flags.BoolVar(&s.exhaustive, "exhaustive", false, "read all phrases of one to three words over one word a class")
	flags.IntVar(&s.workers, "workers", runtime.GOMAXPROCS(0), "read `N` texts side by side")
	flags.IntVar(&s.batch, "batch", 24, "read `N` phrases as one text, each a paragraph")
	flags.DurationVar(&s.limit, "limit", 10*time.Second, "a text that takes longer is a time-out")
	flags.IntVar(&s.show, "show", 40, "print at most `N` faults")
	flags.Func("docs", "read the records of this .jsonl `FILE`; may be given again", func(name string) error {
		docs = append(docs, name)
		return nil
	})
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() > 0 || s.phrases <= 0 && !s.exhaustive && len(docs) == 0 || s.workers < 1 || s.batch < 1 {
		fmt.Fprintln(problems, "endurance: say what to read: -phrases N, -exhaustive or -docs FILE")
		return 2
	}
	set, err := rules.Load(rules.Source{Name: "rules.cel", Text: factcheck.Rules})
	if err == nil {
		s.opt = checker.Options{Rules: set, Time: &timeline.Options{Almanac: timeline.BuiltinAlmanac()}}
		err = s.endure(docs, out)
	}
	switch {
	case errors.Is(err, errFaults):
		return 1
	case err != nil:
		fmt.Fprintf(problems, "endurance: %v\n", err)
		return 2
	}
	return 0
}

// endure reads what the settings ask for and prints the totals.
func (s *settings) endure(docs []string, out io.Writer) error {
	faults := 0
	if s.exhaustive || s.phrases > 0 {
		faults += s.readPhrases(out)
	}
	for _, name := range docs {
		n, err := s.readDocuments(name, out)
		if err != nil {
			return err
		}
		faults += n
	}
	if faults > 0 {
		return errFaults
	}
	return nil
}
