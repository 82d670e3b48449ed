package main

import (
	"fmt"
	"os"

	"github.com/hashicorp/go-multierror"

	"factcheck/checker"
	"factcheck/internal/config"
	"factcheck/internal/files"
)

// dismiss takes out what the lists of dismissals name, and notes on standard
// error which of their entries are of no use any more.
func (f *checkFlags) dismiss(s *streams, c *checked) error {
	var all *multierror.Error
	var list []checker.Dismissal
	for _, file := range f.dismissalFiles(c) {
		src, err := f.side(file, config.MaxRecords)
		if err != nil {
			all = multierror.Append(all, err)
			continue
		}
		entries, err := checker.ParseDismissals(file.path, src)
		if err != nil {
			all = multierror.Append(all, err)
		}
		list = append(list, entries...)
	}
	unused, err := c.run.Dismiss(c.result, list)
	if err != nil {
		all = multierror.Append(all, err)
	}
	for _, d := range unused {
		fmt.Fprintf(s.err, "%s:%d:%d: note: %s finds %s in %s no more (take the dismissal out)\n", d.At.File, d.At.Line, d.At.Column, d.Rule, d.ID, d.Doc)
	}
	return all.ErrorOrNil()
}

// dismissalFiles returns the list that the flag names, else those of the
// articles' configurations. One that no configuration names need not be there.
func (f *checkFlags) dismissalFiles(c *checked) []namedFile {
	if f.newList {
		return nil
	}
	if f.dismissals != "" {
		return []namedFile{{path: f.dismissals}}
	}
	var out []namedFile
	seen := map[string]bool{}
	for _, a := range c.articles {
		x := c.setups.byDoc[a].config
		if x == nil {
			continue
		}
		file, at, named := x.Dismissals()
		f.log.Path(file)
		if _, err := os.Stat(file); seen[file] || !named && os.IsNotExist(err) {
			continue
		}
		seen[file] = true
		out = append(out, namedFile{file, at})
	}
	return out
}

// applyBaseline writes the baseline that --write-baseline asks for, or reads
// that of --baseline, and takes out what it holds.
func (f *checkFlags) applyBaseline(s *streams, c *checked) error {
	switch {
	case f.writeBaseline != "":
		if s.Err() != nil {
			return nil // what was not checked may have findings
		}
		return f.newBaseline(c)
	case f.baseline == "":
		return nil
	}
	src, err := f.side(namedFile{path: f.baseline}, config.MaxRecords)
	if err != nil {
		return fmt.Errorf("--baseline: %w", err)
	}
	b, err := checker.ParseBaseline(f.baseline, src)
	if err != nil {
		return err
	}
	switch gone := c.run.Hide(c.result, b); gone {
	case 0:
	case 1:
		fmt.Fprintf(s.err, "%s: 1 entry of the baseline is gone; --write-baseline drops it\n", f.baseline)
	default:
		fmt.Fprintf(s.err, "%s: %d entries of the baseline are gone; --write-baseline drops them\n", f.baseline, gone)
	}
	return nil
}

// newBaseline writes all findings of a run without problems: one with problems
// may have missed some.
func (f *checkFlags) newBaseline(c *checked) error {
	if c.problems > 0 {
		return fmt.Errorf("--write-baseline: %s is not written, for not everything could be checked", f.writeBaseline)
	}
	b := checker.NewBaseline(f.writeBaseline, c.result)
	if err := files.Write(f.writeBaseline, b.Write); err != nil {
		return fmt.Errorf("--write-baseline: %w", fileProblem(f.writeBaseline, err))
	}
	c.run.Hide(c.result, b)
	return nil
}
