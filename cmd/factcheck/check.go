package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/render"
	"factcheck/internal/report"
)

type checkFlags struct {
	readFlags
	sources   []string
	sameStory bool
	rules     []string
	failOn    string
	whyFlags
}

var failLevels = []string{"note", "warning", "error", "never"}

func checkCommand(s *streams) *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [flags] PATH…",
		Short: "Report what cannot all be true",
		Long:  "Check reads articles (files, folders, .jsonl records, - for standard input) and reports\nwhat cannot all be true: inside one article, against --sources, and between articles that\nare said to tell one story (--same-story, or an equal story: in their front matter).",
		Args:  cobra.MinimumNArgs(1),
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.readFlags.add(c)
	f.whyFlags.add(c)
	c.Flags().StringArrayVar(&f.sources, "sources", nil, "`PATH` of what the articles are checked against; repeatable")
	c.Flags().BoolVar(&f.sameStory, "same-story", false, "all articles claim to tell one story")
	c.Flags().StringArrayVar(&f.rules, "rules", nil, "`FILE` or folder of rules, beside those that ship; repeatable")
	c.Flags().StringVar(&f.failOn, "fail-on", "error", "least severity that makes the exit code 1: note, warning, error or never")
	return c
}

func (f *checkFlags) run(s *streams, paths []string) error {
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	if !slices.Contains(failLevels, f.failOn) {
		problems += s.problems(fmt.Errorf("--fail-on: %q is none of %s", f.failOn, strings.Join(failLevels, ", ")))
		f.failOn = "error"
	}
	opt, published, err := f.options()
	problems += s.problems(err)
	opt.Rules, err = loadRules(f.rules)
	problems += s.problems(err)
	in := checker.Input{Published: published, SameStory: f.sameStory}
	in.Articles, err = article.Read(paths, s.in)
	problems += s.problems(err)
	if len(f.sources) > 0 {
		in.Sources, err = article.Read(f.sources, s.in)
		problems += s.problems(err)
		in.Sources = withoutDrafts(in.Sources, in.Articles)
	}
	run := checker.Read(in, opt)
	if f.asked() {
		return f.explain(s, opt.Rules, run, problems)
	}
	result, err := run.Check(context.Background())
	problems += s.problems(err)
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, result)
			}
			return render.NewText(w, coloured(w)).Check(result)
		}))
	}
	return f.verdict(s, result, len(in.Articles), problems)
}

// withoutDrafts drops sources that are themselves checked, and gives the others
// ids that differ from the articles'.
func withoutDrafts(sources, articles []*article.Article) []*article.Article {
	ids := map[string]bool{}
	files := map[string]bool{}
	for _, a := range articles {
		ids[a.ID] = true
		files[filepath.Clean(a.File)] = files[filepath.Clean(a.File)] || a.Line == 0
	}
	var out []*article.Article
	for _, a := range sources {
		if files[filepath.Clean(a.File)] && a.Line == 0 {
			continue
		}
		if ids[a.ID] && a.Line > 0 {
			a.ID = fmt.Sprintf("%s:%d", a.File, a.Line)
		} else if ids[a.ID] {
			a.ID = a.File
		}
		out = append(out, a)
	}
	return out
}

// write opens the output and calls f with it.
func (s *streams) write(o output, f func(w io.Writer, format string) error) error {
	if o.path == "" {
		return f(s.out, o.format)
	}
	file, err := os.Create(o.path)
	if err != nil {
		return fmt.Errorf("--format %s:%s: cannot write: %w", o.format, o.path, errors.Unwrap(err))
	}
	err = f(file, o.format)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// verdict prints the last line, which says what was counted, what was not
// checked and why the exit code is what it is, and returns that code.
func (f *checkFlags) verdict(s *streams, c *report.Check, articles, problems int) error {
	for _, line := range notCheckedLines(c.NotChecked) {
		fmt.Fprintln(s.err, line)
	}
	counted := fmt.Sprintf("%s, %s, %s in %s", count(c.Summary.Error, "error"), count(c.Summary.Warning, "warning"), count(c.Summary.Note, "note"), count(articles, "document"))
	failing := 0
	switch f.failOn {
	case "note":
		failing = c.Summary.Error + c.Summary.Warning + c.Summary.Note
	case "warning":
		failing = c.Summary.Error + c.Summary.Warning
	case "error":
		failing = c.Summary.Error
	}
	switch {
	case problems > 0:
		fmt.Fprintf(s.err, "%s; exit 2: %s above\n", counted, count(problems, "problem"))
		return exit{exitProblem}
	case failing > 0:
		fmt.Fprintf(s.err, "%s; exit 1: findings at or above --fail-on %s\n", counted, f.failOn)
		return exit{exitFindings}
	}
	fmt.Fprintf(s.err, "%s; exit 0: nothing at or above --fail-on %s\n", counted, f.failOn)
	return nil
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// notCheckedLines folds what was not checked into one line a rule and reason.
func notCheckedLines(all []report.NotChecked) []string {
	type key struct{ rule, reason string }
	docs := map[key][]string{}
	var order []key
	for _, n := range all {
		k := key{n.Rule, n.Reason}
		if docs[k] == nil {
			order = append(order, k)
		}
		docs[k] = append(docs[k], n.Doc)
	}
	var out []string
	for _, k := range order {
		where := strings.Join(docs[k], ", ")
		if n := len(docs[k]); n > 3 {
			where = count(n, "document")
		}
		out = append(out, fmt.Sprintf("not checked: %s in %s: %s", k.rule, where, k.reason))
	}
	return out
}
