package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/rules"
	"factcheck/timeline"
)

// readFlags are the flags of every command that reads articles.
type readFlags struct {
	published string
	almanacs  []string
	lexicons  []string
	weekStart string
	dateOrder string
	formats   []string
}

func (f *readFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.published, "published", "", "publication `DATE` of the articles, over what they say themselves")
	c.Flags().StringArrayVar(&f.almanacs, "almanac", nil, "`FILE` of named days and dated events (YAML), beside those that ship")
	c.Flags().StringArrayVar(&f.lexicons, "lexicon", nil, "`FILE` of event words (tab-separated), beside those that ship")
	c.Flags().StringVar(&f.weekStart, "week-start", "monday", "first day of a week: monday or sunday")
	c.Flags().StringVar(&f.dateOrder, "date-order", "dmy", "reading of 04/05/2018: dmy or mdy")
	c.Flags().StringArrayVar(&f.formats, "format", []string{"text"}, "`F[:PATH]`: text or json, to standard output or a file; repeatable")
}

// options turns the flags into the checker's options. Every bad flag and file
// is an error in the result; what could be read is used.
func (f *readFlags) options() (checker.Options, *article.Date, error) {
	var all *multierror.Error
	opt := &timeline.Options{Almanac: timeline.BuiltinAlmanac()}
	for _, file := range f.almanacs {
		src, err := os.ReadFile(file)
		if err != nil {
			all = multierror.Append(all, fileProblem(file, err))
			continue
		}
		a, err := timeline.ParseAlmanac(file, src)
		if err != nil {
			all = multierror.Append(all, err)
		}
		if a != nil {
			opt.Almanac = timeline.Join(opt.Almanac, a)
		}
	}
	out := checker.Options{Time: opt, Triggers: lexicon.EventTriggers()}
	for _, file := range f.lexicons {
		src, err := os.ReadFile(file)
		if err != nil {
			all = multierror.Append(all, fileProblem(file, err))
			continue
		}
		t, err := lexicon.ParseTriggers(file, string(src))
		if err != nil {
			all = multierror.Append(all, err)
		}
		out.Triggers = out.Triggers.Join(t)
	}
	var err error
	if opt.SundayWeek, err = choice("--week-start", f.weekStart, "monday", "sunday"); err != nil {
		all = multierror.Append(all, err)
	}
	if opt.MonthFirst, err = choice("--date-order", f.dateOrder, "dmy", "mdy"); err != nil {
		all = multierror.Append(all, err)
	}
	var published *article.Date
	if f.published != "" {
		if published, err = article.ParseDate(f.published); err != nil {
			all = multierror.Append(all, fmt.Errorf("--published: %w", err))
		}
	}
	return out, published, all.ErrorOrNil()
}

// choice returns whether value is the second of two, and an error if neither.
func choice(flag, value, no, yes string) (bool, error) {
	switch value {
	case no:
		return false, nil
	case yes:
		return true, nil
	}
	return false, fmt.Errorf("%s: %q is neither %s nor %s", flag, value, no, yes)
}

// fileProblem says in plain words why a file could not be read.
func fileProblem(file string, err error) error {
	if os.IsNotExist(err) {
		return fmt.Errorf("%s: no such file", file)
	}
	if p, ok := err.(*os.PathError); ok {
		err = p.Err
	}
	return fmt.Errorf("%s: %w", file, err)
}

// loadRules loads the rules that ship and the files that --rules names; a
// folder stands for its .cel files.
func loadRules(files []string) (*rules.Set, error) {
	var all *multierror.Error
	sources := []rules.Source{{Name: "rules.cel", Text: factcheck.Rules}}
	for _, file := range files {
		list, err := ruleFiles(file)
		if err != nil {
			all = multierror.Append(all, err)
		}
		for _, name := range list {
			src, err := os.ReadFile(name)
			if err != nil {
				all = multierror.Append(all, fileProblem(name, err))
				continue
			}
			sources = append(sources, rules.Source{Name: name, Text: string(src)})
		}
	}
	set, err := rules.Load(sources...)
	if err != nil {
		all = multierror.Append(all, err)
	}
	return set, all.ErrorOrNil()
}

func ruleFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileProblem(path, err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	found, err := filepath.Glob(filepath.Join(path, "*.cel"))
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("%s: no .cel file in this folder", path)
	}
	slices.Sort(found)
	return found, err
}

// An output is one --format: what to write, and where ("" for standard
// output).
type output struct{ format, path string }

func outputs(formats []string, known ...string) ([]output, error) {
	var out []output
	var all *multierror.Error
	for _, f := range formats {
		name, path, _ := strings.Cut(f, ":")
		if !slices.Contains(known, name) {
			all = multierror.Append(all, fmt.Errorf("--format: %q is none of %s", name, strings.Join(known, ", ")))
			continue
		}
		out = append(out, output{name, path})
	}
	return out, all.ErrorOrNil()
}
