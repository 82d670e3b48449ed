package main

import (
	"context"
	"fmt"
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
		listCommand(s, &files),
		explainCommand(s, &files),
		&cobra.Command{Use: "test [FILE…]", Short: "Run the cases of the rules", RunE: func(_ *cobra.Command, args []string) error {
			return testRules(s, append(files, args...))
		}},
		tryCommand(s, &files),
		docsCommand(s, &files),
		lintCommand(s, &files),
		diffCommand(s, &files),
	)
	return c
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
