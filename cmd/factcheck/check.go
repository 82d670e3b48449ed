package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/cache"
	"factcheck/internal/files"
	"factcheck/internal/isolate"
	"factcheck/internal/render"
	"factcheck/internal/render/consumers"
	"factcheck/internal/render/webreport"
	"factcheck/internal/report"
)

type checkFlags struct {
	readFlags
	sources       []string
	sameStory     bool
	rules         []string
	failOn        string
	dismissals    string
	newList       bool // the list of dismissals is not there yet
	baseline      string
	writeBaseline string
	newFrom       string
	cache         cacheFlags
	maxFindings   int
	whyFlags
}

var failLevels = []string{"note", "warning", "error", "never"}

func checkCommand(s *streams) *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [flags] PATH…",
		Short: "Report what cannot all be true",
		Long:  "Check reads articles (files, folders, .jsonl records, - for standard input) and reports\nwhat cannot all be true: inside one article, against --sources, and between articles that\nare said to tell one story (--same-story, or an equal story: in their front matter).",
		Args:  needsPaths,
		RunE: func(c *cobra.Command, args []string) error {
			if code, done := f.repeated(s, c, args); done {
				return exit{code}
			}
			return f.run(s, args)
		},
	}
	f.addChecked(c)
	f.cache.add(c)
	f.whyFlags.add(c)
	c.Flags().Lookup("format").Usage = "`F[:PATH]`: " + strings.Join(checkFormats(), ", ") + ", to standard output or a file; repeatable"
	complete(c, "format", checkFormats()...)
	c.Flags().StringVar(&f.failOn, "fail-on", "error", "least severity that makes the exit code 1: note, warning, error or never")
	c.Flags().StringVar(&f.baseline, "baseline", "", "`FILE` of findings that are not to be reported again")
	c.Flags().StringVar(&f.writeBaseline, "write-baseline", "", "write all findings to `FILE` for --baseline, and report none")
	c.Flags().StringVar(&f.newFrom, "new-from", "", "report only what is new since `REV`, a revision of git, or since a report of check in JSON")
	complete(c, "fail-on", failLevels...)
	c.Flags().IntVar(&f.maxFindings, "max-findings", 0, "show at most `N` findings, the worst ones; all count for the exit code (default all)")
	return c
}

// addChecked adds the flags that decide what is found.
func (f *checkFlags) addChecked(c *cobra.Command) {
	f.readFlags.add(c)
	c.Flags().StringArrayVar(&f.sources, "sources", nil, "`PATH` of what the articles are checked against; repeatable")
	c.Flags().BoolVar(&f.sameStory, "same-story", false, "all articles claim to tell one story")
	c.Flags().StringArrayVar(&f.rules, "rules", nil, "`FILE` or folder of rules, beside those that ship; repeatable")
	c.Flags().StringArrayVar(&f.enable, "enable", nil, "`TAG` or id of rules that are off by themselves and shall run, such as ap; repeatable")
	f.budget.add(c)
	c.Flags().StringVar(&f.dismissals, "dismissals", "", "`FILE` of findings that may stand, instead of the one beside each configuration")
	completeChecking(c)
}

func (f *checkFlags) run(s *streams, paths []string) error {
	outs, err := outputs(f.formats, checkFormats()...)
	problems := s.problems(err)
	if len(outs) == 0 {
		outs = []output{{format: "text"}}
	}
	if f.maxFindings < 0 {
		problems += s.problems(errors.New("--max-findings must be 0, for all, or more"))
	}
	if !slices.Contains(failLevels, f.failOn) {
		problems += s.problems(fmt.Errorf("--fail-on: %q is none of %s", f.failOn, strings.Join(failLevels, ", ")))
		f.failOn = "error"
	}
	c := f.check(s, paths)
	c.problems += problems
	if f.asked() {
		return f.explain(s, c.run, c.problems)
	}
	c.problems += s.problems(f.applyBaseline(s, c), f.hideKnown(s, c))
	c.failing, c.level = f.failing(c)
	c.cut(f.maxFindings)
	for _, o := range outs {
		c.problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			return c.write(w, format)
		}))
	}
	return f.verdict(s, c)
}

// checkFormats are the formats of check in the order in which help lists them.
func checkFormats() []string { return append([]string{"text", "json", "html"}, consumers.Formats()...) }

// write prints what was found in one of checkFormats.
func (c *checked) write(w io.Writer, format string) error {
	switch format {
	case "text":
		return render.NewText(w, coloured(w)).SetWidth(columns(w)).Check(c.result, func(doc string) string {
			text, _ := c.run.Source(doc)
			return text
		})
	case "json":
		return render.CheckJSON(w, c.result)
	}
	if format == "html" {
		return webreport.Write(w, webreport.Input{Check: c.result, Version: version(), Copy: c.copy, Timeline: c.timeline()})
	}
	run := &consumers.Run{Check: c.result, Version: version(), Source: func(doc string) consumers.Source {
		text, record := c.run.Source(doc)
		return consumers.Source{Text: text, Record: record}
	}}
	for _, r := range c.run.Rules().Rules() {
		if r.Enabled {
			run.Rules = append(run.Rules, consumers.Rule{ID: r.ID, Severity: r.Severity.String(), Help: r.Help, Tags: r.Tags})
		}
	}
	_, err := consumers.Write(w, format, run)
	return err
}

// copy returns an article as the report shows it.
func (c *checked) copy(doc string) webreport.Copy {
	read := c.run.Copy(doc)
	out := webreport.Copy{Text: read.Text, Title: read.Title}
	for _, z := range read.Zones {
		out.Parts = append(out.Parts, webreport.Part{Kind: z.Kind.String(), Span: z.Span})
	}
	return out
}

// mostDrawn bounds the documents of a run whose report has a timeline.
const mostDrawn = 100

// timeline returns what happened when in the documents of findings, nil where
// there is none or where they are too many for a picture.
func (c *checked) timeline() *report.Timeline {
	docs := map[string]bool{}
	for i := range c.result.Findings {
		f := &c.result.Findings[i]
		docs[f.Doc] = true
		for _, x := range f.Related {
			docs[x.Doc] = true
		}
	}
	if len(docs) == 0 || len(docs) > mostDrawn {
		return nil
	}
	return c.run.TimelineOf(func(doc string) bool { return docs[doc] }, false)
}

// A checked is a run of the rules with what came of it. The problems have been
// printed.
type checked struct {
	run      *checker.Run
	result   *report.Check
	articles []*article.Article
	sources  []*article.Article
	setups   *setups
	problems int

	failing bool   // a finding is at or above its level
	level   string // which one, in words
}

// cut leaves the first findings, at most so many if that is not 0.
func (c *checked) cut(most int) {
	if more := len(c.result.Findings) - most; most > 0 && more > 0 {
		c.result.Findings = c.result.Findings[:most]
		c.result.NotShown = more
	}
}

// check reads the articles, runs the rules and takes out what was suppressed in
// the text or dismissed.
func (f *checkFlags) check(s *streams, paths []string) *checked {
	c := &checked{problems: s.early}
	var unread *multierror.Error
	read, err := f.articles(s, paths)
	unread = multierror.Append(unread, flatten(err)...)
	c.articles = read.Articles
	told := []factcheck.Option{factcheck.WithPassedOver(read)}
	if len(f.sources) > 0 {
		read, err := f.articles(s, f.sources)
		unread = multierror.Append(unread, flatten(err)...)
		told = append(told, factcheck.WithPassedOver(read))
		c.sources = factcheck.SourcesBeside(read.Articles, c.articles)
	}
	f.log = s.reads()
	c.setups, err = f.setups(&s.configurations, c.articles, c.sources, f.rules, true)
	c.problems += s.problems(err)
	published, err := f.date()
	c.problems += s.problems(err, unread.ErrorOrNil())
	bar := progressOn(s.err)
	if bar != nil {
		told = append(told, factcheck.WithProgress(bar.checked))
		defer bar.end()
	}
	c.run, err = factcheck.Open(c.articles, append(told, c.setups.configured(), factcheck.WithSources(c.sources...), factcheck.WithPublished(published), sameStory(f.sameStory))...)
	c.problems += s.problems(err)
	s.enter(stateChecking)
	c.result, err = c.run.Check(s)
	s.enter(statePrinting)
	if bar != nil {
		bar.end()
	}
	c.problems += s.problems(err, f.dismiss(s, c))
	return c
}

// sameStory returns the option that --same-story stands for.
func sameStory(is bool) factcheck.Option {
	if is {
		return factcheck.WithSameStory()
	}
	return factcheck.WithSources() // none more
}

// write opens the output and calls f with it. A panic of f costs this output.
func (s *streams) write(o output, f func(w io.Writer, format string) error) error {
	print := f
	f = func(w io.Writer, format string) error {
		work := isolate.Work{Stage: isolate.StagePrint + " " + format, File: o.path}
		return isolated(work, func() error { return print(w, format) })
	}
	if o.path == "" {
		return f(s.out, o.format)
	}
	var copied bytes.Buffer
	err := files.Write(o.path, func(w io.Writer) error {
		if s.recording != nil {
			w = io.MultiWriter(w, &copied)
		}
		return f(w, o.format)
	})
	if r := s.recording; r != nil {
		r.files = append(r.files, cache.File{Path: o.path, Data: copied.Bytes()})
	}
	if err != nil {
		return fmt.Errorf("--format %s:%s: cannot write: %w", o.format, o.path, errors.Unwrap(err))
	}
	return nil
}

// verdict prints the last line, which says what was counted, what was not
// checked and why the exit code is what it is, and returns that code.
func (f *checkFlags) verdict(s *streams, c *checked) error {
	for _, line := range report.Compared(c.result.NotChecked) {
		fmt.Fprintln(s.err, line)
	}
	for _, line := range report.Unchecked(c.result.NotChecked) {
		fmt.Fprintln(s.err, "not checked:", line)
	}
	s.unread(c.result.Unread)
	sum := c.result.Summary
	counted := fmt.Sprintf("%s, %s, %s in %s", count(sum.Error, "error"), count(sum.Warning, "warning"), count(sum.Note, "note"), count(len(c.run.Articles()), "document"))
	if by := suppressedLine(c.result.Suppressed); by != "" {
		counted += ", " + by
	}
	if n := len(c.result.Findings); c.result.NotShown > 0 {
		counted += fmt.Sprintf(", %d of %d shown", n, n+c.result.NotShown)
	}
	switch {
	case s.Err() != nil:
		fmt.Fprintf(s.err, "%s; exit 130: interrupted, %d of %s not checked\n", counted, c.result.Interrupted, count(len(c.articles), "document"))
		return exit{exitInterrupted}
	case c.problems > 0:
		fmt.Fprintf(s.err, "%s; exit 2: %s above\n", counted, count(c.problems, "problem"))
		return exit{exitProblem}
	case c.failing:
		fmt.Fprintf(s.err, "%s; exit 1: findings at or above %s\n", counted, c.level)
		return exit{exitFindings}
	}
	passed := "passed"
	if sum.Error+sum.Warning > 0 {
		passed = "passed with findings to read"
	}
	fmt.Fprintf(s.err, "%s; exit 0: %s, nothing at or above %s\n", counted, passed, c.level)
	return nil
}

// failing reports whether a finding is at or above the level of its document,
// which the flag or else its configuration gives, and says in words which level
// that is.
func (f *checkFlags) failing(c *checked) (failing bool, level string) {
	levels := map[string]string{}
	for _, a := range c.articles {
		of := c.setups.byDoc[a].failOn
		if f.changed("fail-on") {
			of = f.failOn
		}
		levels[a.ID] = of
		switch level {
		case "", "--fail-on " + of:
			level = "--fail-on " + of
		default:
			level = "the fail-on of their configurations"
		}
	}
	if level == "" {
		level = "--fail-on " + f.failOn
	}
	for _, x := range c.result.Findings {
		failing = failing || slices.Index(failLevels, x.Severity) >= slices.Index(failLevels, levels[x.Doc])
	}
	return failing, level
}

// suppressedLine says how many findings are not shown, and by what: "3
// suppressed: 1 comment, 2 baseline".
func suppressedLine(all []report.Suppressed) string {
	if len(all) == 0 {
		return ""
	}
	n := map[string]int{}
	for _, x := range all {
		n[x.By]++
	}
	var parts []string
	for _, by := range []string{"comment", "front-matter", "dismissal", "baseline", "older"} {
		if n[by] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[by], by))
		}
	}
	return fmt.Sprintf("%d suppressed: %s", len(all), strings.Join(parts, ", "))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
