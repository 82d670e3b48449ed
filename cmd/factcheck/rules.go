package main

import (
	"strings"

	"github.com/spf13/cobra"
)

func rulesCommand(s *streams) *cobra.Command {
	c := &cobra.Command{Use: "rules", Short: "List, explain, try and test rules", Args: cobra.NoArgs, RunE: func(c *cobra.Command, _ []string) error {
		return c.Help()
	}}
	var files []string
	c.PersistentFlags().StringArrayVar(&files, "rules", nil, "`FILE` or folder of rules, beside those that ship; repeatable")
	c.AddCommand(
		listCommand(s, &files),
		explainCommand(s, &files),
		rulesTestCommand(s, &files),
		tryCommand(s, &files),
		docsCommand(s, &files),
		lintCommand(s, &files),
		diffCommand(s, &files),
		rulesSchemaCommand(s),
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
