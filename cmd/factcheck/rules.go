package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck/internal/config"
	"factcheck/rules"
)

func rulesCommand(s *streams) *cobra.Command {
	c := &cobra.Command{Use: "rules", Short: "List, explain, try and test rules", Args: cobra.NoArgs, RunE: func(c *cobra.Command, _ []string) error {
		return c.Help()
	}}
	var files rulesFlags
	files.add(c)
	c.AddCommand(
		listCommand(s, &files),
		explainCommand(s, &files),
		rulesTestCommand(s, &files),
		tryCommand(s, &files),
		docsCommand(s, &files),
		lintCommand(s, &files),
		fmtCommand(s, &files),
		diffCommand(s, &files),
		rulesSchemaCommand(s),
	)
	return c
}

// rulesFlags say which rules a command is about.
type rulesFlags struct {
	files    []string
	config   string
	noConfig bool
	changed  func(flag string) bool
}

func (f *rulesFlags) add(c *cobra.Command) {
	f.changed = func(string) bool { return false }
	c.PersistentFlags().StringArrayVar(&f.files, "rules", nil, "`FILE` or folder of rules, beside those that ship; repeatable")
	c.PersistentFlags().StringVar(&f.config, "config", "", "configuration `FILE`, instead of the nearest factcheck.yaml from the working directory")
	c.PersistentFlags().BoolVar(&f.noConfig, "no-config", false, "read no configuration")
}

// configured returns the rules with the severities of the configuration, and those
// off that it switches off.
func (f *rulesFlags) configured() (*rules.Set, error) {
	s, x, err := f.setup()
	s.load(x)
	return x.options.Rules, multierror.Append(err, s.problems...).ErrorOrNil()
}

// setup returns the setup of the configuration, with its problems so far.
func (f *rulesFlags) setup() (*setups, *setup, *multierror.Error) {
	var wrong *multierror.Error
	if f.noConfig && f.config != "" {
		wrong = multierror.Append(wrong, errors.New("--config and --no-config exclude each other"))
	}
	file := f.config
	if file == "" && !f.noConfig {
		file = config.Find(".")
	}
	s := newSetups(&readFlags{changed: f.changed, weekStart: "monday", dateOrder: "dmy", config: file, noConfig: f.noConfig}, &configurations{}, f.files)
	return s, s.at(file), wrong
}

// paths are the rule files that the configuration and --rules name, then others.
func (f *rulesFlags) paths(others []string) ([]string, error) {
	named, err := f.named()
	var out []string
	for _, file := range named {
		out = append(out, file.path)
	}
	return append(out, others...), err
}

// named returns the rule files that the configuration and --rules name, each once.
func (f *rulesFlags) named() ([]namedFile, error) {
	s, x, err := f.setup()
	var configured []config.Value
	if x.config != nil {
		configured = x.config.Rules
	}
	return filesOf(configured, f.files), multierror.Append(err, s.problems...).ErrorOrNil()
}

// set returns the rules that ship and those of files as they are written, whatever
// the configuration makes of them.
func (f *rulesFlags) set() (*rules.Set, error) {
	named, wrong := f.named()
	set, err := readRules(named, namedFile.read)
	return set, multierror.Append(nil, slices.Concat(flatten(wrong), flatten(err))...).ErrorOrNil()
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
