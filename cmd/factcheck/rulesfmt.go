package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"factcheck/internal/files"
	"factcheck/rules"
)

func fmtCommand(s *streams, named *rulesFlags) *cobra.Command {
	var check bool
	c := &cobra.Command{
		Use:   "fmt [--check] [PATH…]",
		Short: "Lay out rule files",
		Long:  "Fmt lays out rule files, those that the configuration and --rules name if none is given: blanks\nand indents, lines of at most 120 characters, a list of the sections at the head. Comments and your\nown line breaks stay, and what the file says does not change. It prints the names of the files that\nit has written; - is standard input, laid out to standard output. With --check nothing is written,\nand the exit code is 1 if a file is not laid out. A file that cannot be parsed is left as it is.",
		RunE: func(_ *cobra.Command, args []string) error {
			paths, err := named.paths(args)
			s.early += s.problems(err)
			return formatRules(s, paths, check)
		},
	}
	c.Flags().BoolVar(&check, "check", false, "write nothing, and name the files that are not laid out")
	return c
}

// formatRules lays out files, and the .cel files of folders.
func formatRules(s *streams, paths []string, check bool) error {
	if len(paths) == 0 {
		return done(s.problems(errors.New("no rule file is named: give its path")))
	}
	problems, changed := 0, 0
	for _, path := range paths {
		list, err := []string{path}, error(nil)
		if path != "-" {
			list, err = ruleFiles(path)
		}
		problems += s.problems(err)
		for _, file := range list {
			differs, err := formatFile(s, file, check)
			problems += s.problems(err)
			if differs {
				changed++
			}
		}
	}
	if problems == 0 && check && changed > 0 {
		return exit{exitFindings}
	}
	return done(problems)
}

// formatFile lays out one file, or says with check that it is not laid out.
func formatFile(s *streams, file string, check bool) (differs bool, err error) {
	text, err := ruleText(s, file)
	if err != nil {
		return false, err
	}
	out, err := rules.Format(rules.Source{Name: file, Text: text})
	if err != nil {
		return false, err
	}
	switch {
	case file == "-" && !check:
		_, err = io.WriteString(s.out, out)
		return out != text, err
	case out == text:
		return false, nil
	case !check:
		err = files.WriteBytes(file, []byte(out))
	}
	if err == nil {
		_, err = fmt.Fprintln(s.out, file)
	}
	return true, err
}

// ruleText reads a rule file, or standard input.
func ruleText(s *streams, file string) (string, error) {
	if file != "-" {
		src, err := namedFile{path: file}.read(rules.MaxFile)
		return string(src), err
	}
	src, err := files.ReadAll(s.in, rules.MaxFile, 0)
	if err != nil {
		err = fmt.Errorf("standard input: %w", err)
	}
	return string(src), err
}
