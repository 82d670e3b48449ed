package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

type diffFlags struct {
	articleFlags
	withShipped bool
}

func diffCommand(s *streams, files *rulesFlags) *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff OLD NEW PATH…",
		Short: "Show what a change of rules does to the findings in articles",
		Long:  "Diff runs the rules of two files or folders over the same articles and lists the findings that\nonly NEW has (+), only OLD has (-), and those that say something else (~). The files of --rules\nare added to both. Exit code 1 if there is a difference, 2 if something could not be read.",
		Args:  cobra.MinimumNArgs(3),
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, files.files, args[0], args[1], args[2:]) },
	}
	f.add(c)
	c.Flags().BoolVar(&f.withShipped, "with-shipped", false, "add the rules that ship to both")
	return c
}

// A rulesDiff is what a change of rules does to the findings in articles.
type rulesDiff struct {
	Schema  int              `json:"schema"`
	Added   []report.Finding `json:"added"`
	Removed []report.Finding `json:"removed"`
	Changed []changedFinding `json:"changed"` // another severity, confidence or message
	Rules   []ruleDiff       `json:"rules"`
}

// A changedFinding is one finding as the old and the new rules report it.
type changedFinding struct {
	Old report.Finding `json:"old"`
	New report.Finding `json:"new"`
}

// A ruleDiff counts the findings of one rule. Kept counts those of both, the
// changed ones included.
type ruleDiff struct {
	Rule    string `json:"rule"`
	Added   int    `json:"added"`
	Removed int    `json:"removed"`
	Changed int    `json:"changed"`
	Kept    int    `json:"kept"`
}

func (d *rulesDiff) empty() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

func (f *diffFlags) run(s *streams, files []string, before, after string, paths []string) error {
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	oldRules, err := f.rules(files, before)
	problems += s.problems(err)
	newRules, err := f.rules(files, after)
	problems += s.problems(err)
	run, n := f.read(s, paths, oldRules)
	problems += n
	was, err := run.Check(context.Background())
	problems += s.problems(err)
	is, err := run.With(newRules).Check(context.Background())
	problems += s.problems(err)
	result := compareFindings(was, is)
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, result)
			}
			return result.print(w, documentOrder(was))
		}))
	}
	if problems == 0 && !result.empty() {
		return exit{exitFindings}
	}
	return done(problems)
}

// rules loads one side.
func (f *diffFlags) rules(files []string, side string) (*rules.Set, error) {
	sources, err := ruleSources(append(slices.Clone(files), side))
	all := multierror.Append(nil, flatten(err)...)
	if f.withShipped {
		sources = append([]rules.Source{{Name: "rules.cel", Text: factcheck.Rules}}, sources...)
	}
	set, err := rules.Load(sources...)
	return set, multierror.Append(all, flatten(err)...).ErrorOrNil()
}

// compareFindings matches findings by their ids.
func compareFindings(was, is *report.Check) *rulesDiff {
	d := &rulesDiff{Schema: report.Schema, Added: []report.Finding{}, Removed: []report.Finding{}, Changed: []changedFinding{}, Rules: []ruleDiff{}}
	counts := map[string]*ruleDiff{}
	of := func(f *report.Finding) *ruleDiff {
		if counts[f.Rule] == nil {
			counts[f.Rule] = &ruleDiff{Rule: f.Rule}
		}
		return counts[f.Rule]
	}
	old := map[string]report.Finding{}
	for _, f := range was.Findings {
		old[f.ID] = f
	}
	both := map[string]bool{}
	for _, f := range is.Findings {
		o, ok := old[f.ID]
		both[f.ID] = ok
		switch {
		case !ok:
			d.Added = append(d.Added, f)
			of(&f).Added++
			continue
		case o.Severity != f.Severity || o.Confidence != f.Confidence || o.Message != f.Message:
			d.Changed = append(d.Changed, changedFinding{o, f})
			of(&f).Changed++
		}
		of(&f).Kept++
	}
	for _, f := range was.Findings {
		if !both[f.ID] {
			d.Removed = append(d.Removed, f)
			of(&f).Removed++
		}
	}
	for _, c := range counts {
		d.Rules = append(d.Rules, *c)
	}
	slices.SortFunc(d.Rules, func(a, b ruleDiff) int { return cmp.Compare(a.Rule, b.Rule) })
	return d
}

// documentOrder numbers the documents of a check.
func documentOrder(c *report.Check) map[string]int {
	order := map[string]int{}
	for i, d := range c.Documents {
		order[d.Doc] = i
	}
	return order
}

// A diffLine is one finding with its sign.
type diffLine struct {
	sign    string
	finding report.Finding
	was     *report.Finding // of a changed one
}

// print lists the differences in the order of the articles, and then one line a
// rule.
func (d *rulesDiff) print(w io.Writer, order map[string]int) error {
	var lines []diffLine
	for _, f := range d.Removed {
		lines = append(lines, diffLine{"-", f, nil})
	}
	for _, f := range d.Added {
		lines = append(lines, diffLine{"+", f, nil})
	}
	for _, c := range d.Changed {
		lines = append(lines, diffLine{"~", c.New, &c.Old})
	}
	slices.SortStableFunc(lines, func(a, b diffLine) int {
		x, y := &a.finding, &b.finding
		return cmp.Or(cmp.Compare(order[x.Doc], order[y.Doc]), cmp.Compare(x.Start.Offset, y.Start.Offset), cmp.Compare(x.Rule, y.Rule))
	})
	p := &printer{w: w}
	for _, l := range lines {
		f := &l.finding
		p.printf("%s %s:%d:%d: %s: %s [%s]\n", l.sign, f.Name, f.Start.Line, f.Start.Column, f.Severity, oneLineAll(f.Message), f.Rule)
		if l.was != nil {
			p.printf("    was %s, %s confidence: %s\n", l.was.Severity, l.was.Confidence, oneLineAll(l.was.Message))
		}
	}
	if len(lines) > 0 && len(d.Rules) > 0 {
		p.printf("\n")
	}
	for _, r := range d.Rules {
		changed := ""
		if r.Changed > 0 {
			changed = fmt.Sprintf(" (%d changed)", r.Changed)
		}
		p.printf("%s: %d added, %d removed, %d kept%s\n", r.Rule, r.Added, r.Removed, r.Kept, changed)
	}
	if len(d.Rules) == 0 {
		p.printf("no findings with either\n")
	}
	return p.err
}
