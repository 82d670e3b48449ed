package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manCommand writes the manual pages of all commands, made from their help.
func manCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write a manual page for every command",
		Long:  "Man writes a manual page for every command to DIR, as factcheck-check.1. DIR is made if it\nis not there.",
		Args:  cobra.ExactArgs(1),
		RunE:  func(c *cobra.Command, args []string) error { return done(s.problems(writeManual(c.Root(), args[0]))) },
	}
}

func writeManual(root *cobra.Command, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fileProblem(folder, err)
	}
	root.DisableAutoGenTag = true
	day := manualDay()
	header := &doc.GenManHeader{Section: "1", Source: "factcheck " + version(), Manual: "factcheck", Date: &day}
	if err := doc.GenManTree(root, header, folder); err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	return nil
}

// manualDay is the day of the commit, the first of 1970 where it is not known, so
// that one build always writes the same.
func manualDay() time.Time {
	day, err := time.Parse(time.RFC3339, thisBuild().Time)
	if err != nil {
		return time.Unix(0, 0).UTC()
	}
	return day
}
