package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/fact"
	"factcheck/internal/files"
	"factcheck/rules"
)

// docsMark is the first line of every page that rules docs writes; a file
// without it is left alone.
const docsMark = "<!-- Written by 'factcheck rules docs': change the rule, not this page. -->"

func docsCommand(s *streams, files *rulesFlags) *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "docs --out DIR",
		Short: "Write a page for every rule",
		Long:  "Docs writes one Markdown page for every rule to DIR/area/name.md, with the cases as examples\nand what the rule says of them, and an index to DIR/README.md. Pages that it wrote for rules\nthat are gone are removed; other files are left alone.",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if dir == "" {
				return errors.New("--out is missing: the folder for the pages")
			}
			set, err := files.set()
			problems := s.problems(err)
			pages, err := rulePages(set)
			problems += s.problems(err)
			return done(problems + s.problems(writePages(dir, pages)))
		},
	}
	c.Flags().StringVar(&dir, "out", "", "`DIR` to write to; made if it is not there")
	return c
}

// A page is a file of the documentation, its path with slashes.
type page struct {
	path string
	text string
}

// rulePages returns a page for every rule and the index. A case that does not
// come out, or that cannot be run, is an error; its page is there all the same.
func rulePages(set *rules.Set) ([]page, error) {
	var pages []page
	var all *multierror.Error
	for _, r := range set.Rules() {
		text, err := rulePage(set, r)
		if err != nil {
			all = multierror.Append(all, err)
		}
		pages = append(pages, page{r.ID + ".md", text})
	}
	pages = append(pages, page{"README.md", indexPage(set)})
	return pages, all.ErrorOrNil()
}

// indexPage lists the rules by area, each area where its first rule stands.
func indexPage(set *rules.Set) string {
	var areas []string
	byArea := map[string][]*rules.Rule{}
	for _, r := range set.Rules() {
		area, _, _ := strings.Cut(r.ID, "/")
		if byArea[area] == nil {
			areas = append(areas, area)
		}
		byArea[area] = append(byArea[area], r)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n# Rules\n", docsMark)
	for _, area := range areas {
		fmt.Fprintf(&b, "\n## %s\n\n| rule | severity | over | |\n|---|---|---|---|\n", area)
		for _, r := range byArea[area] {
			fmt.Fprintf(&b, "| [`%s`](%s.md) | %s | `%s` | %s |\n", r.ID, r.ID, severityOf(r), r.Scope, cell(firstSentence(r.Help)))
		}
	}
	return b.String()
}

func severityOf(r *rules.Rule) string {
	if !r.Enabled {
		return r.Severity.String() + ", off"
	}
	return r.Severity.String()
}

// cell escapes text for a table.
func cell(s string) string { return strings.ReplaceAll(oneLineAll(s), "|", `\|`) }

func rulePage(set *rules.Set, r *rules.Rule) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n# %s\n\n", docsMark, r.ID)
	if r.Help != "" {
		fmt.Fprintf(&b, "%s\n\n", r.Help)
	}
	fmt.Fprint(&b, "| | |\n|---|---|\n")
	for _, row := range properties(r) {
		fmt.Fprintf(&b, "| %s | %s |\n", row[0], cell(row[1]))
	}
	fmt.Fprintf(&b, "\n## Condition\n\n%s", fenced("cel", outdented(r.When)))
	if r.Unless != "" {
		fmt.Fprintf(&b, "\nunless there is a `b` of which\n\n%s", fenced("cel", outdented(r.Unless)))
	}
	if named := r.Named(); len(named) > 0 {
		fmt.Fprint(&b, "\nwhere\n")
		for _, n := range named {
			fmt.Fprintf(&b, "\n`%s` is\n\n%s", n.Name, fenced("cel", outdented(n.Text)))
		}
	}
	fmt.Fprintf(&b, "\n## Message\n\n%s", fenced("cel", outdented(r.Message)))
	var all *multierror.Error
	for _, bad := range []bool{true, false} {
		head := "Good"
		if bad {
			head = "Bad"
		}
		first := true
		for _, c := range r.Cases() {
			if c.Fires > 0 != bad {
				continue
			}
			if first {
				fmt.Fprintf(&b, "\n## %s\n", head)
			}
			first = false
			if err := writeExample(&b, set, r, c); err != nil {
				all = multierror.Append(all, fmt.Errorf("%s:%d:%d: %s: %w", r.File, c.Pos.Line, c.Pos.Column, r.ID, err))
			}
		}
	}
	return b.String(), all.ErrorOrNil()
}

// properties are what a rule says of itself beside its expressions.
func properties(r *rules.Rule) [][2]string {
	confidence := r.Confidence()
	if confidence == "" {
		confidence = "of each finding"
	}
	out := [][2]string{{"severity", severityOf(r)}, {"confidence", confidence}, {"over", scopeLine(r.Scope)}}
	if len(r.Tags) > 0 {
		out = append(out, [2]string{"tags", strings.Join(r.Tags, ", ")})
	}
	if len(r.Yields) > 0 {
		out = append(out, [2]string{"yields to", strings.Join(r.Yields, ", ")})
	}
	if r.Since != "" {
		out = append(out, [2]string{"since", r.Since})
	}
	return out
}

// scopeLine names a scope and says what it is.
func scopeLine(s fact.Scope) string {
	for _, info := range rules.Scopes() {
		if info.Scope == s {
			return fmt.Sprintf("%s: %s", s, info.Doc)
		}
	}
	return string(s)
}

// fenced returns text as a code block; the fence is longer than any in it.
func fenced(lang, text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fmt.Sprintf("%s%s\n%s\n%s\n", fence, lang, strings.TrimRight(text, "\n"), fence)
}

// outdented takes from all lines but the first the white space that they
// share.
func outdented(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	shared := -1
	for _, l := range lines[1:] {
		if n := len(l) - len(strings.TrimLeft(l, " \t")); strings.TrimSpace(l) != "" && (shared < 0 || n < shared) {
			shared = n
		}
	}
	for i := range lines {
		if i > 0 && shared > 0 {
			lines[i] = "  " + lines[i][min(shared, len(lines[i])):]
		}
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	return strings.Join(lines, "\n")
}

// writeExample writes one case and what the rule says of it. The case must
// come out.
func writeExample(b *strings.Builder, set *rules.Set, r *rules.Rule, c rules.Case) error {
	if c.Name != "" {
		fmt.Fprintf(b, "\n### %s\n", c.Name)
	}
	if c.Published != "" {
		fmt.Fprintf(b, "\nPublished %s:\n", c.Published)
	}
	for i, t := range caseTexts(c) {
		if i > 0 {
			fmt.Fprint(b, "\nbeside\n")
		}
		fmt.Fprintf(b, "\n%s", fenced("text", shown(t)))
	}
	for _, t := range c.Sources {
		fmt.Fprintf(b, "\nagainst the source\n\n%s", fenced("text", shown(t)))
	}
	if c.Almanac != "" {
		fmt.Fprintf(b, "\nwith the almanac\n\n%s", fenced("yaml", strings.TrimSpace(c.Almanac)))
	}
	found, err := checker.CaseFindings(context.Background(), set, r, c)
	if err != nil {
		return err
	}
	var said []string
	for _, f := range found {
		said = append(said, fmt.Sprintf("%s: “%s”: %s", f.Severity, oneLineAll(f.Quote), oneLineAll(f.Message)))
	}
	if len(said) > 0 {
		fmt.Fprintf(b, "\nfactcheck says\n\n%s", fenced("text", strings.Join(said, "\n")))
	}
	if len(found) != c.Fires {
		return fmt.Errorf("this case finds %d, want %d: see 'factcheck rules test'", len(found), c.Fires)
	}
	return nil
}

// caseTexts returns the articles of a case.
func caseTexts(c rules.Case) []string {
	if c.Text != "" {
		return []string{c.Text}
	}
	return c.Story
}

// shown writes the marks of a case as guillemets.
func shown(s string) string {
	return strings.TrimSpace(strings.NewReplacer("[[", "«", "]]", "»", "\r\n", "\n").Replace(s))
}

// writePages makes the folder hold the pages. Of what is there it overwrites
// and removes only what bears docsMark; anything else in the way is an error.
func writePages(dir string, pages []page) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return fmt.Errorf("--out: %s is a file, not a folder", dir)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("--out: %w", err)
	}
	var all *multierror.Error
	for _, p := range pages {
		if err := writePage(filepath.Join(dir, filepath.FromSlash(p.path)), p.text); err != nil {
			all = multierror.Append(all, err)
		}
	}
	if err := removeStale(dir, pages); err != nil {
		all = multierror.Append(all, err)
	}
	return all.ErrorOrNil()
}

func writePage(name, text string) error {
	old, err := files.Read(name, rules.MaxFile, false)
	switch {
	case err == nil && string(old) == text:
		return nil
	case err == nil && !bytes.HasPrefix(old, []byte(docsMark)):
		return fmt.Errorf("%s: not written by 'factcheck rules docs', so it stays as it is: move it away", name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fileProblem(name, err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fileProblem(filepath.Dir(name), err)
	}
	if err := files.WriteBytes(name, []byte(text)); err != nil {
		return fileProblem(name, err)
	}
	return nil
}

// removeStale removes pages of rules that are gone, and folders that are empty
// after that.
func removeStale(dir string, pages []page) error {
	found, err := filepath.Glob(filepath.Join(globEscape(dir), "*", "*.md"))
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	var all *multierror.Error
	for _, name := range found {
		area, file := filepath.Base(filepath.Dir(name)), filepath.Base(name)
		if slices.ContainsFunc(pages, func(p page) bool { return p.path == path.Join(area, file) }) {
			continue
		}
		if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
			continue
		}
		src, err := files.Read(name, rules.MaxFile, false)
		if err != nil || !bytes.HasPrefix(src, []byte(docsMark)) {
			continue
		}
		if err := os.Remove(name); err != nil {
			all = multierror.Append(all, fileProblem(name, err))
		}
		_ = os.Remove(filepath.Dir(name)) // fails, as it should, unless empty
	}
	return all.ErrorOrNil()
}

// globEscape makes a folder's name stand for itself in a pattern.
func globEscape(s string) string {
	if filepath.Separator == '\\' {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(s)
}
