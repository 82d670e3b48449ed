package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

// articleFlags are the flags of the rules commands that run over articles.
type articleFlags struct {
	readFlags
	sources   []string
	sameStory bool
}

func (f *articleFlags) add(c *cobra.Command) {
	f.readFlags.add(c)
	c.Flags().StringArrayVar(&f.sources, "sources", nil, "`PATH` of what the articles are checked against; repeatable")
	c.Flags().BoolVar(&f.sameStory, "same-story", false, "all articles claim to tell one story")
}

// read reads the articles for rules to run over, and returns how many problems
// there were.
func (f *articleFlags) read(s *streams, paths []string, set *rules.Set) (*checker.Run, int) {
	published, err := f.date()
	problems := s.problems(err)
	read, err := f.articles(s, paths)
	problems += s.problems(err)
	var sources []*article.Article
	if len(f.sources) > 0 {
		beside, err := f.articles(s, f.sources)
		problems += s.problems(err)
		sources = factcheck.SourcesBeside(beside.Articles, read.Articles)
	}
	setups, err := f.setups(&s.configurations, read.Articles, sources, nil, false)
	problems += s.problems(err)
	run, err := factcheck.Open(read.Articles, setups.configured(), factcheck.WithPassedOver(read), factcheck.WithSources(sources...), factcheck.WithPublished(published), sameStory(f.sameStory))
	problems += s.problems(err)
	return run.With(set), problems
}

type tryFlags struct {
	articleFlags
	over  string
	print string
	why   bool
	limit int
}

func tryCommand(s *streams, files *rulesFlags) *cobra.Command {
	var f tryFlags
	c := &cobra.Command{
		Use:   "try --over SCOPE {EXPR | --print EXPR} PATH…",
		Short: "Show what a condition holds of in articles",
		Long:  "Try compiles EXPR as the condition of a rule over SCOPE, such as time or pair(event), and\nlists the passages of the articles of which it holds. Definitions of rule files are not known to it.\nWith --print it prints the value of any expression, such as time.value, for all of them.",
		Args: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("print") {
				return needsPaths(c, args)
			}
			return cobra.MinimumNArgs(2)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			files.config, files.noConfig = f.config, f.noConfig
			if c.Flags().Changed("print") {
				return f.runPrint(s, files, args)
			}
			return f.run(s, files, args[0], args[1:])
		},
	}
	f.add(c)
	c.Flags().StringVar(&f.over, "over", "", "`SCOPE` of the condition or expression")
	completeScopes(c)
	c.Flags().StringVar(&f.print, "print", "", "print the value of `EXPR`, of any type, instead of trying a condition")
	c.Flags().BoolVar(&f.why, "why", false, "print the parts of the condition with their values")
	c.Flags().IntVar(&f.limit, "limit", 50, "list at most `N` passages; 0 for all")
	return c
}

// A trial is what a condition holds of.
type trial struct {
	Schema  int        `json:"schema"`
	Scope   fact.Scope `json:"scope"`
	When    string     `json:"when"`
	Holds   int        `json:"holds"` // of how many bindings
	Of      *int       `json:"of"`    // bindings of the scope; null: too many to count
	Matches []match    `json:"matches"`
}

// A shownBinding is a binding, where it stands and the facts in it.
type shownBinding struct {
	at checker.Located

	File  string          `json:"file"`
	Doc   string          `json:"doc"`
	Start report.Position `json:"start"`
	End   report.Position `json:"end"`
	Facts []shownFact     `json:"facts"`
}

// A match is one binding of which it holds.
type match struct {
	shownBinding
	Why []part `json:"why,omitempty"`
}

// check reports flags that cannot be used.
func (f *tryFlags) check() error {
	switch {
	case f.over == "":
		return fmt.Errorf("--over is missing: one of %s", strings.Join(scopeNames(), ", "))
	case !slices.Contains(scopeNames(), f.over):
		return unknownScope(f.over)
	case f.limit < 0:
		return errors.New("--limit must be 0 or more")
	}
	return nil
}

func (f *tryFlags) run(s *streams, files *rulesFlags, expr string, paths []string) error {
	if err := f.check(); err != nil {
		return err
	}
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	shipped, err := files.set()
	problems += s.problems(err)
	set, err := rules.Condition(fact.Scope(f.over), rules.Source{Name: "EXPR", Text: expr})
	if err != nil {
		return done(problems + s.problems(err))
	}
	run, n := f.read(s, paths, shipped)
	problems += n
	all, of := 0, "bindings, of too many to count,"
	result := &trial{Schema: report.Schema, Scope: fact.Scope(f.over), When: expr, Matches: []match{}}
	err = run.Bindings(fact.Scope(f.over), func(rules.Binding) bool { all++; return true })
	if !errors.Is(err, rules.ErrBudget) {
		problems += s.problems(err)
		result.Of, of = &all, "of "+count(all, "binding")
	}
	holding, err := run.Holding(context.Background(), set)
	problems += s.problems(err)
	result.Holds = len(holding)
	for _, h := range holding {
		if f.limit > 0 && len(result.Matches) == f.limit {
			break
		}
		m := match{shownBinding: shownBinding{at: run.Locate(h.At), File: h.At.File, Doc: h.At.Doc, Facts: facts(run, h.Rule.Scope, h.Binding)}}
		m.Start, m.End = m.at.Start, m.at.End
		if f.why {
			why, err := set.Explain(context.Background(), h.Rule, h.Binding)
			problems += s.problems(err)
			m.Why = parts(why.Conjuncts)
		}
		result.Matches = append(result.Matches, m)
	}
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, result)
			}
			return writeTrial(w, result, f.why)
		}))
	}
	fmt.Fprintf(s.err, "it holds of %d %s over %s\n", result.Holds, of, f.over)
	return done(problems)
}

func scopeNames() []string {
	var names []string
	for _, x := range rules.Scopes() {
		names = append(names, string(x.Scope))
	}
	return names
}

// completeScopes lets a shell complete the value of --over.
func completeScopes(c *cobra.Command) {
	var known []cobra.Completion
	for _, x := range rules.Scopes() {
		known = append(known, cobra.CompletionWithDesc(string(x.Scope), x.Doc))
	}
	if err := c.RegisterFlagCompletionFunc("over", cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the command has no --over
	}
}

func unknownScope(name string) error {
	known := strings.Join(scopeNames(), ", ")
	if near := rules.Nearest(name, scopeNames()); near != "" {
		return fmt.Errorf("--over: unknown scope %q (did you mean %q?), one of %s", name, near, known)
	}
	return fmt.Errorf("--over: unknown scope %q, one of %s", name, known)
}

// writeTrial prints a line for each match, and with why what lies behind it.
func writeTrial(w io.Writer, t *trial, why bool) error {
	p := &printer{w: w}
	for _, m := range t.Matches {
		p.printf("%s:%d:%d: %s\n", m.at.Name, m.Start.Line, m.Start.Column, passages(m.Facts))
		if why {
			p.parts(m.Why, 1)
			p.facts(m.Facts, 1)
		}
	}
	if left := t.Holds - len(t.Matches); left > 0 {
		p.printf("%d more left out (--limit)\n", left)
	}
	return p.err
}

// passages quotes the facts that stand somewhere; of several each is named. An
// article is quoted only if nothing else is there.
func passages(all []shownFact) string {
	shown := slices.Clone(all)
	if len(shown) > 1 {
		shown = slices.DeleteFunc(shown, func(f shownFact) bool { return f.Name == "article" })
	}
	var out []string
	for _, f := range shown {
		q := "“" + f.Text + "”"
		if len(shown) > 1 {
			q = f.Name + " " + q
		}
		out = append(out, q)
	}
	return strings.Join(out, ", ")
}
