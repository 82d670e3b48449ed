package main

import (
	"fmt"
	"io"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

func lintCommand(s *streams, files *rulesFlags) *cobra.Command {
	var formats []string
	c := &cobra.Command{
		Use:   "lint [PATH…]",
		Short: "Point out what in rules is probably a mistake",
		Long:  "Lint looks over rule files, or over the rules that ship if none is named, for what loads and\nis probably not meant: conditions that no fact decides, missing help and cases, loops that cost\ntoo much, two rules with one condition. Exit code 1 if there is anything, 2 if a file does not load.",
		RunE: func(_ *cobra.Command, args []string) error {
			paths, err := files.paths(args)
			s.early += s.problems(err)
			return lintRules(s, paths, formats)
		},
	}
	c.Flags().StringArrayVar(&formats, "format", []string{"text"}, "`F[:PATH]`: text or json, to standard output or a file; repeatable")
	return c
}

// A lint is the output of rules lint.
type lint struct {
	Schema   int           `json:"schema"`
	Rules    int           `json:"rules"` // how many were looked at
	Warnings []lintWarning `json:"warnings"`
}

// A lintWarning is a warning in JSON's names.
type lintWarning struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Rule    string `json:"rule"`
	Kind    string `json:"kind"`
	Message string `json:"message"`
}

func lintRules(s *streams, files, formats []string) error {
	outs, err := outputs(formats, "text", "json")
	problems := s.problems(err)
	set, err := rulesOf(files)
	problems += s.problems(err)
	found, err := set.Lint()
	problems += s.problems(err)
	result := &lint{Schema: report.Schema, Rules: len(set.Rules()), Warnings: []lintWarning{}}
	for _, w := range found {
		result.Warnings = append(result.Warnings, lintWarning(w))
	}
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, result)
			}
			p := &printer{w: w}
			for _, x := range found {
				p.printf("%s\n", x)
			}
			return p.err
		}))
	}
	fmt.Fprintf(s.err, "%s in %s\n", count(len(found), "warning"), count(len(set.Rules()), "rule"))
	if problems == 0 && len(found) > 0 {
		return exit{exitFindings}
	}
	return done(problems)
}

// rulesOf loads the rules of files and folders, without those that ship; of
// none, those that ship.
func rulesOf(files []string) (*rules.Set, error) {
	if len(files) == 0 {
		return loadRules(nil)
	}
	sources, err := ruleSources(files)
	all := multierror.Append(nil, flatten(err)...)
	set, err := rules.Load(sources...)
	return set, multierror.Append(all, flatten(err)...).ErrorOrNil()
}

// ruleSources reads rule files; a folder stands for its .cel files.
func ruleSources(files []string) ([]rules.Source, error) {
	var sources []rules.Source
	var all *multierror.Error
	for _, file := range files {
		list, err := ruleFiles(file)
		if err != nil {
			all = multierror.Append(all, err)
		}
		for _, name := range list {
			src, err := namedFile{path: name}.read(rules.MaxFile)
			if err != nil {
				all = multierror.Append(all, err)
				continue
			}
			sources = append(sources, rules.Source{Name: name, Text: string(src)})
		}
	}
	return sources, all.ErrorOrNil()
}
