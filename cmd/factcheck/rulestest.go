package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"time"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/isolate"
	"factcheck/internal/parallel"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

// A rulesTest runs the cases of rules.
type rulesTest struct {
	s        *streams
	paths    []string // rule files and folders beside what ships
	formats  []string
	only     []string
	coverage bool
	mutate   bool
	strict   bool
	watching bool

	newCounter func() conjunctCounter // nil counters do not count
	survivors  mutator                // nil: none
}

// watchEvery is how often --watch looks at the files.
const watchEvery = 300 * time.Millisecond

func rulesTestCommand(s *streams, files *rulesFlags) *cobra.Command {
	t := &rulesTest{s: s, newCounter: newConjunctCounter, survivors: ruleMutator()}
	c := &cobra.Command{
		Use:   "test [flags] [PATH…]",
		Short: "Run the cases of the rules",
		Long: "Test runs every case of the rules that ship and of the rule files and folders PATH:\n" +
			"once with its rule alone and once with all rules. It reports findings that are\n" +
			"missed, surplus or misplaced, rules without a firing or a quiet case, and the\n" +
			"parts of conditions that no case saw both true and false.\n\n" +
			"Exit codes: 0 all passed, 1 a case failed or is missing (with --strict also gaps of\ncoverage and survivors of --mutate), 2 something could not be run.",
		RunE: func(_ *cobra.Command, args []string) error {
			var err error
			t.paths, err = files.paths(args)
			s.early += s.problems(err)
			return t.run()
		},
	}
	c.Flags().StringArrayVar(&t.formats, "format", []string{"text"}, "`F[:PATH]`: text, json or junit, to standard output or a file; repeatable")
	c.Flags().StringArrayVar(&t.only, "only", nil, "run the rules whose id matches `GLOB`, as 'date/*'; repeatable")
	c.Flags().BoolVar(&t.coverage, "coverage", true, "say which parts of conditions no case saw both true and false")
	c.Flags().BoolVar(&t.mutate, "mutate", false, "change the rules and list the changes that no case notices")
	c.Flags().BoolVar(&t.strict, "strict", false, "gaps of coverage and changes that no case notices make the exit code 1")
	c.Flags().BoolVar(&t.watching, "watch", false, "run again when a rule or case file changes, until interrupted")
	return c
}

func (t *rulesTest) run() error {
	outs, err := outputs(t.formats, "text", "json", "junit")
	problems := t.s.problems(err)
	if t.watching {
		if err := watchable(outs); err != nil {
			return err
		}
		t.s.enter(stateChecking)
		tick := time.NewTicker(watchEvery)
		defer tick.Stop()
		return t.watch(t.s, outs, problems, tick.C, os.Stat)
	}
	ran := t.once(context.Background(), t.s)
	problems += ran.problems + t.write(outs, ran.result, nil)
	return verdict(ran.result, problems)
}

// watchable returns an error if an output cannot go on as files change.
func watchable(outs []output) error {
	for _, o := range outs {
		if o.format != "text" && o.path == "" {
			return fmt.Errorf("--watch prints text to standard output; give --format %s a path", o.format)
		}
	}
	return nil
}

// A testRun is what came of one run, how many problems there were and which
// files hold texts of cases.
type testRun struct {
	result    *report.RulesTest
	problems  int
	caseFiles []string
}

// once loads the rules and runs their cases. Problems are printed to s.
func (t *rulesTest) once(ctx context.Context, s *streams) testRun {
	set, err := loadRules(t.paths)
	problems := s.problems(err)
	tested, err := t.tested(set)
	problems += s.problems(err)
	out := testRun{}
	for _, r := range tested {
		for _, c := range r.Cases() {
			if file := checker.CaseFile(r, c); file != "" {
				out.caseFiles = append(out.caseFiles, file)
			}
		}
	}
	result := &report.RulesTest{Schema: report.Schema, Strict: t.strict}
	var counter conjunctCounter
	var alone func(*rules.Set) *rules.Set
	if t.coverage {
		if counter = t.newCounter(); counter != nil {
			alone = counter.Counted
		}
	}
	result.Rules = checker.RunCases(ctx, set, tested, alone)
	if counter != nil {
		result.Counted = true
		for i, r := range tested {
			result.Rules[i].Conjuncts = append(result.Rules[i].Conjuncts, counter.Conjuncts(r)...)
		}
	}
	if t.mutate {
		problems += s.problems(t.mutateRules(ctx, set, tested, result))
	}
	result.Count()
	for _, r := range result.Rules {
		for _, c := range r.Cases {
			if c.Problem != "" {
				problems += s.problems(fmt.Errorf("%s:%d:%d: %s: %s", r.File, c.Line, c.Column, r.Rule, c.Problem))
			}
		}
	}
	out.result, out.problems = result, problems
	return out
}

// tested returns the rules that --only asks for. A pattern without a rule is an
// error, so that none is skipped for a slip.
func (t *rulesTest) tested(set *rules.Set) ([]*rules.Rule, error) {
	all := set.Rules()
	if len(t.only) == 0 {
		return all, nil
	}
	keep := make([]bool, len(all))
	var errs *multierror.Error
	for _, pattern := range t.only {
		matched := false
		for i, r := range all {
			ok, err := path.Match(pattern, r.ID)
			if err != nil {
				errs = multierror.Append(errs, fmt.Errorf("--only: %q is no pattern: close the [ or write \\[", pattern))
				matched = true
				break
			}
			keep[i] = keep[i] || ok
			matched = matched || ok
		}
		if !matched {
			errs = multierror.Append(errs, fmt.Errorf("--only: no rule matches %q; 'factcheck rules list' names them all", pattern))
		}
	}
	var out []*rules.Rule
	for i, r := range all {
		if keep[i] {
			out = append(out, r)
		}
	}
	return out, errs.ErrorOrNil()
}

// mutateRules lists the changes to each rule that its cases do not notice. A
// rule whose cases fail as it stands has none to tell a change by.
func (t *rulesTest) mutateRules(ctx context.Context, set *rules.Set, tested []*rules.Rule, result *report.RulesTest) error {
	if t.survivors == nil {
		return errors.New("--mutate: this build cannot change rules")
	}
	result.Mutated = true
	run := func(set *rules.Set, r *rules.Rule, c rules.Case) error {
		if c.Todo != "" {
			return nil // it fails with or without a change
		}
		return checker.RunCase(ctx, set, r, c)
	}
	lost := make([]*checker.Defect, len(tested))
	parallel.Each(len(tested), func(i int) {
		if out := &result.Rules[i]; !out.Failed() {
			lost[i] = isolate.Do(isolate.Work{Stage: isolate.StageCase + " " + out.Rule}, func() {
				out.Survivors = append(out.Survivors, t.survivors(ctx, set, tested[i], run)...)
			})
		}
	})
	var all *multierror.Error
	for _, d := range lost {
		if d != nil {
			all = multierror.Append(all, d)
		}
	}
	return all.ErrorOrNil()
}

// write writes every output and returns how many problems there were. Text to
// standard output leaves out what it printed before.
func (t *rulesTest) write(outs []output, result, before *report.RulesTest) int {
	problems := 0
	for _, o := range outs {
		problems += t.s.problems(t.s.write(o, func(w io.Writer, format string) error {
			switch {
			case format == "json":
				return render.JSON(w, result)
			case format == "junit":
				return render.JUnit(w, result)
			case before != nil && o.path == "":
				return render.NewText(w, coloured(w)).RulesTestChanges(before, result)
			}
			return render.NewText(w, coloured(w)).RulesTest(result)
		}))
	}
	return problems
}

// verdict turns what came out into the exit code.
func verdict(r *report.RulesTest, problems int) error {
	s := &r.Summary
	gaps := s.Covered < s.Conjuncts || s.Survivors > 0
	switch {
	case problems > 0:
		return exit{exitProblem}
	case s.Failed > 0 || s.Missing > 0 || r.Strict && gaps:
		return exit{exitFindings}
	}
	return nil
}

// watch runs the cases, and again whenever a tick finds a file changed, until
// ctx ends; then it returns the verdict of the last run. problems are those
// known before.
func (t *rulesTest) watch(ctx context.Context, outs []output, problems int, ticks <-chan time.Time, stat func(string) (fs.FileInfo, error)) error {
	var last testRun
	said := ""
	ruleState, caseState := state(t.ruleFiles(), stat), []string(nil)
	for changed := true; ctx.Err() == nil; {
		if changed {
			var errs bytes.Buffer
			ran := t.once(ctx, &streams{in: t.s.in, out: t.s.out, err: &errs})
			if ctx.Err() != nil {
				break // half a run says nothing
			}
			if errs.String() != said {
				said = errs.String()
				fmt.Fprint(t.s.err, said)
			}
			ran.problems += problems + t.write(outs, ran.result, last.result)
			if !slices.Equal(ran.caseFiles, last.caseFiles) {
				caseState = state(ran.caseFiles, stat)
			}
			last = ran
		}
		select {
		case <-ctx.Done():
		case <-ticks:
			rulesNow, casesNow := state(t.ruleFiles(), stat), state(last.caseFiles, stat)
			changed = !slices.Equal(ruleState, rulesNow) || !slices.Equal(caseState, casesNow)
			ruleState, caseState = rulesNow, casesNow
		}
	}
	if last.result == nil {
		return nil
	}
	return verdict(last.result, last.problems)
}

// ruleFiles returns the rule files that PATH names; a folder's are looked up
// anew, so that one more is seen.
func (t *rulesTest) ruleFiles() []string {
	var files []string
	for _, path := range t.paths {
		list, err := ruleFiles(path)
		if err != nil {
			list = []string{path}
		}
		files = append(files, list...)
	}
	return files
}

// state describes files so that a change shows.
func state(files []string, stat func(string) (fs.FileInfo, error)) []string {
	var out []string
	for _, file := range files {
		info, err := stat(file)
		if err != nil {
			out = append(out, file+" is missing")
			continue
		}
		out = append(out, fmt.Sprintf("%s %d %d", file, info.Size(), info.ModTime().UnixNano()))
	}
	return out
}
