package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

func listCommand(s *streams, files *rulesFlags) *cobra.Command {
	var format string
	c := &cobra.Command{Use: "list", Short: "List the rules", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		set, err := files.configured()
		return showRules(s, format, set.Rules(), s.problems(err), printList)
	}}
	addFormat(c, &format)
	return c
}

func explainCommand(s *streams, files *rulesFlags) *cobra.Command {
	var format string
	c := &cobra.Command{Use: "explain ID", Short: "Say what a rule looks for", Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
		set, err := files.configured()
		problems := s.problems(err)
		r := set.Rule(args[0])
		if r == nil {
			return done(problems + s.problems(unknownRule(set, args[0])))
		}
		return showRules(s, format, []*rules.Rule{r}, problems, printExplanations)
	}}
	c.ValidArgsFunction = completeRule
	addFormat(c, &format)
	return c
}

func addFormat(c *cobra.Command, format *string) {
	c.Flags().StringVar(format, "format", "text", "text or json")
}

// A ruleList is the output of rules list and rules explain.
type ruleList struct {
	Schema int        `json:"schema"`
	Rules  []ruleInfo `json:"rules"`
}

// A ruleInfo is a rule for programs.
type ruleInfo struct {
	ID         string     `json:"id"`
	Severity   string     `json:"severity"`
	Confidence string     `json:"confidence"` // empty: of each finding
	Scope      string     `json:"scope"`
	Enabled    bool       `json:"enabled"`
	Tags       []string   `json:"tags"`
	Since      string     `json:"since"`
	Help       string     `json:"help"`
	When       string     `json:"when"`
	Unless     string     `json:"unless,omitempty"`
	Names      []nameInfo `json:"names"` // what the condition leads through
	Message    string     `json:"message"`
	File       string     `json:"file"`
	Line       int        `json:"line"`
	WhenLine   int        `json:"whenLine"`
	Cases      []caseInfo `json:"cases"`
}

// A nameInfo is a let or a definition.
type nameInfo struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// A caseInfo is an example, its marks as written.
type caseInfo struct {
	Name      string   `json:"name"`
	Published string   `json:"published"`
	Articles  []string `json:"articles"` // more than one: told as one story
	Sources   []string `json:"sources"`
	Almanac   string   `json:"almanac"`
	Fires     int      `json:"fires"`
	Line      int      `json:"line"`
}

func infoOf(r *rules.Rule) ruleInfo {
	x := ruleInfo{
		ID: r.ID, Severity: r.Severity.String(), Confidence: r.Confidence(), Scope: string(r.Scope), Enabled: r.Enabled,
		Tags: append([]string{}, r.Tags...), Since: r.Since, Help: r.Help, When: r.When, Unless: r.Unless, Names: []nameInfo{},
		Message: r.Message, File: r.File, Line: r.Pos.Line, WhenLine: r.WhenPos().Line, Cases: []caseInfo{},
	}
	for _, n := range r.Named() {
		x.Names = append(x.Names, nameInfo(n))
	}
	for _, c := range r.Cases() {
		x.Cases = append(x.Cases, caseInfo{c.Name, c.Published, append([]string{}, caseTexts(c)...), append([]string{}, c.Sources...), c.Almanac, c.Fires, c.Pos.Line})
	}
	return x
}

// showRules prints rules as JSON, or as text with print.
func showRules(s *streams, format string, list []*rules.Rule, problems int, print func(io.Writer, []*rules.Rule) error) error {
	var err error
	switch format {
	case "text":
		err = print(s.out, list)
	case "json":
		out := &ruleList{Schema: report.Schema, Rules: []ruleInfo{}}
		for _, r := range list {
			out.Rules = append(out.Rules, infoOf(r))
		}
		err = render.JSON(s.out, out)
	default:
		err = fmt.Errorf("--format: %q is none of text, json", format)
	}
	return done(problems + s.problems(err))
}

func printList(w io.Writer, list []*rules.Rule) error {
	p := &printer{w: w}
	for _, r := range list {
		state := ""
		if !r.Enabled {
			state = " (off)"
		}
		p.printf("%-32s %-8s %-12s %s%s\n", r.ID, r.Severity, r.Scope, firstSentence(r.Help), state)
	}
	return p.err
}

func printExplanations(w io.Writer, list []*rules.Rule) error {
	p := &printer{w: w}
	for _, r := range list {
		p.printf("%s\n", r.ID)
		for _, row := range properties(r) {
			p.printf("  %-10s  %s\n", row[0], row[1])
		}
		if r.Help != "" {
			p.printf("\n%s\n", r.Help)
		}
		p.printf("\nholds when (%s:%d)\n", r.File, r.WhenPos().Line)
		p.indented(outdented(r.When))
		if r.Unless != "" {
			p.printf("unless there is a b of which\n")
			p.indented(outdented(r.Unless))
		}
		for _, n := range r.Named() {
			p.printf("with %s\n", n.Name)
			p.indented(outdented(n.Text))
		}
		p.cases(r, "Bad", func(c rules.Case) bool { return c.Fires > 0 })
		p.cases(r, "Good", func(c rules.Case) bool { return c.Fires == 0 })
	}
	return p.err
}

// cases prints the cases of one kind.
func (p *printer) cases(r *rules.Rule, head string, of func(rules.Case) bool) {
	for _, c := range r.Cases() {
		if !of(c) {
			continue
		}
		p.printf("\n%s", head)
		if c.Name != "" {
			p.printf(" (%s)", c.Name)
		}
		if c.Published != "" {
			p.printf(", published %s", c.Published)
		}
		if c.Fires > 1 {
			p.printf(", found %d times", c.Fires)
		}
		p.printf(":\n")
		for i, t := range caseTexts(c) {
			if i > 0 {
				p.printf("  beside\n")
			}
			p.indented(shown(t))
		}
		for _, t := range c.Sources {
			p.printf("  against the source:\n")
			p.indented(shown(t))
		}
		if c.Almanac != "" {
			p.printf("  with the almanac:\n")
			p.indented(strings.TrimSpace(c.Almanac))
		}
	}
}

// indented prints every line four blanks in.
func (p *printer) indented(s string) {
	for line := range strings.Lines(s) {
		if line = strings.TrimRight(line, "\r\n"); line == "" {
			p.printf("\n")
		} else {
			p.printf("    %s\n", line)
		}
	}
}
