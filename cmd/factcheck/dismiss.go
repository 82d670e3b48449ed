package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/config"
	"factcheck/internal/files"
	"factcheck/internal/report"
)

type dismissFlags struct {
	checkFlags
	reason, who, date string
}

func dismissCommand(s *streams) *cobra.Command {
	var f dismissFlags
	c := &cobra.Command{
		Use:   "dismiss ID --reason TEXT --who NAME [flags] PATH…",
		Short: "Note that a finding may stand",
		Long:  "Dismiss checks the articles as check does, looks for the finding with this id (see\ncheck --format json) and appends it to the list of dismissals: that of --dismissals, else\nthe one of the article's configuration.",
		Args:  cobra.MinimumNArgs(2),
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, args[0], args[1:]) },
	}
	f.addChecked(c)
	_ = c.Flags().MarkHidden("format")
	c.Flags().StringVar(&f.reason, "reason", "", "why it may stand")
	c.Flags().StringVar(&f.who, "who", "", "`NAME` of who says so")
	c.Flags().StringVar(&f.date, "date", "", "`DAY` of the decision, as in 2018-06-17")
	return c
}

func (f *dismissFlags) run(s *streams, id string, paths []string) error {
	if strings.TrimSpace(f.reason) == "" || strings.TrimSpace(f.who) == "" {
		return done(s.problems(fmt.Errorf("a dismissal needs --reason and --who")))
	}
	list := f.dismissals
	if _, err := os.Stat(list); list != "" && os.IsNotExist(err) {
		f.newList = true
	}
	c := f.check(s, paths)
	i := slices.IndexFunc(c.result.Findings, func(x report.Finding) bool { return x.ID == id })
	if i < 0 {
		return done(s.problems(notFound(c, id)))
	}
	finding := &c.result.Findings[i]
	if list == "" {
		list = c.dismissalsOf(finding.Doc)
	}
	if list == "" {
		return done(s.problems(fmt.Errorf("%s has no configuration beside which to keep dismissals (name a file with --dismissals)", finding.File)))
	}
	if err := f.append(list, finding); err != nil {
		return done(s.problems(err))
	}
	fmt.Fprintf(s.out, "%s: dismissed %s in %s: %s\n", list, finding.Rule, finding.Doc, finding.Message)
	return done(c.problems)
}

// notFound says why there is no finding to dismiss.
func notFound(c *checked, id string) error {
	for _, x := range c.result.Suppressed {
		if x.ID == id {
			return fmt.Errorf("%s is suppressed already, by a %s: %s", id, x.By, x.Reason)
		}
	}
	return fmt.Errorf("no finding has the id %q ('factcheck check --format json' shows the ids)", id)
}

// dismissalsOf returns the list of dismissals for a document, "" if it has no
// configuration.
func (c *checked) dismissalsOf(doc string) string {
	for _, a := range c.articles {
		if x := c.setups.byDoc[a].config; a.ID == doc && x != nil {
			file, _, _ := x.Dismissals()
			return file
		}
	}
	return ""
}

// append adds an entry to the list, which is left alone where the result could
// not be read back. Nobody else changes it meanwhile.
func (f *dismissFlags) append(list string, x *report.Finding) error {
	unlock, err := files.Lock(list)
	if err != nil {
		return fileProblem(list, err)
	}
	defer unlock()
	src, err := files.Read(list, config.MaxRecords, false)
	if err != nil && !os.IsNotExist(err) {
		return fileProblem(list, err)
	}
	b := bytes.NewBuffer(src)
	if len(src) > 0 && src[len(src)-1] != '\n' {
		b.WriteByte('\n')
	}
	mark := "- "
	for _, field := range [][2]string{{"id", x.ID}, {"rule", x.Rule}, {"doc", x.Doc}, {"reason", f.reason}, {"who", f.who}, {"date", f.date}} {
		if field[1] == "" {
			continue
		}
		fmt.Fprintf(b, "%s%s: %s\n", mark, field[0], quoted(field[1]))
		mark = "  "
	}
	if _, err := checker.ParseDismissals(list, b.Bytes()); err != nil {
		return fmt.Errorf("nothing is appended, for the list could not be read back: %w", flatten(err)[0])
	}
	if err := files.WriteBytes(list, b.Bytes()); err != nil {
		return fileProblem(list, err)
	}
	return nil
}

// quoted writes s as JSON does, which YAML reads as well.
func quoted(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string never fails
	return strings.TrimRight(b.String(), "\n")
}
