package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"factcheck/checker"
)

func rulesCommand(s *streams) *cobra.Command {
	c := &cobra.Command{Use: "rules", Short: "List, explain and test rules", Args: cobra.NoArgs, RunE: func(c *cobra.Command, _ []string) error {
		return c.Help()
	}}
	var files []string
	c.PersistentFlags().StringArrayVar(&files, "rules", nil, "`FILE` or folder of rules, beside those that ship; repeatable")
	c.AddCommand(
		rulesSchemaCommand(s),
		&cobra.Command{Use: "list", Short: "List the rules", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
			return listRules(s, files)
		}},
		&cobra.Command{Use: "explain ID", Short: "Say what a rule looks for", Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
			return explainRule(s, files, args[0])
		}},
		&cobra.Command{Use: "test [FILE…]", Short: "Run the cases of the rules", RunE: func(_ *cobra.Command, args []string) error {
			return testRules(s, append(files, args...))
		}},
	)
	return c
}

func listRules(s *streams, files []string) error {
	set, err := loadRules(files)
	problems := s.problems(err)
	for _, r := range set.Rules() {
		state := ""
		if !r.Enabled {
			state = " (off)"
		}
		fmt.Fprintf(s.out, "%-32s %-8s %-12s %s%s\n", r.ID, r.Severity, r.Scope, firstSentence(r.Help), state)
	}
	return done(problems)
}

func done(problems int) error {
	if problems > 0 {
		return exit{exitProblem}
	}
	return nil
}

func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i+1]
	}
	return s
}

func explainRule(s *streams, files []string, id string) error {
	set, err := loadRules(files)
	problems := s.problems(err)
	r := set.Rule(id)
	if r == nil {
		return done(problems + s.problems(fmt.Errorf("no rule %q; 'factcheck rules list' names them all", id)))
	}
	fmt.Fprintf(s.out, "%s  %s, over %s\n\n%s\n\nwhen: %s\nfrom: %s:%d\n", r.ID, r.Severity, r.Scope, r.Help, strings.Join(strings.Fields(r.When), " "), r.File, r.Pos.Line)
	for _, c := range r.Cases {
		verdict := "fires on"
		if c.Fires == 0 {
			verdict = "stays silent on"
		}
		texts := c.Story
		if c.Text != "" {
			texts = []string{c.Text}
		}
		fmt.Fprintf(s.out, "\n%s", verdict)
		if c.Name != "" {
			fmt.Fprintf(s.out, " (%s)", c.Name)
		}
		fmt.Fprint(s.out, ":\n")
		if c.Published != "" {
			fmt.Fprintf(s.out, "  published %s\n", c.Published)
		}
		printParts(s.out, "", texts)
		printParts(s.out, "against the source", c.Sources)
		if c.Almanac != "" {
			printParts(s.out, "with the almanac", []string{c.Almanac})
		}
	}
	return done(problems)
}

// printParts prints texts of a case, every line indented, each under a head
// where there is one, and "beside" between them where there is none.
func printParts(w io.Writer, head string, texts []string) {
	for i, text := range texts {
		switch {
		case head != "":
			fmt.Fprintf(w, "  %s:\n", head)
		case i > 0:
			fmt.Fprint(w, "  beside\n")
		}
		for line := range strings.Lines(strings.TrimSpace(text)) {
			fmt.Fprintf(w, "  %s\n", strings.TrimRight(line, "\r\n"))
		}
	}
}

// testRules runs the cases and reports each that does not come out.
func testRules(s *streams, files []string) error {
	set, err := loadRules(files)
	problems := s.problems(err)
	cases, failed := 0, 0
	for _, r := range set.Rules() {
		for _, c := range r.Cases {
			cases++
			if err := checker.RunCase(context.Background(), set, r, c); err != nil {
				failed++
				fmt.Fprintln(s.out, err)
			}
		}
	}
	fmt.Fprintf(s.out, "%s of %s: %d passed, %d failed\n", count(cases, "case"), count(len(set.Rules()), "rule"), cases-failed, failed)
	switch {
	case problems > 0:
		return exit{exitProblem}
	case failed > 0:
		return exit{exitFindings}
	}
	return nil
}
