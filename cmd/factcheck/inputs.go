package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck/internal/article"
	"factcheck/internal/cache"
	"factcheck/internal/files"
	"factcheck/rules"
)

// readFlags are the flags of every command that reads articles.
type readFlags struct {
	published string
	almanacs  []string
	lexicons  []string
	weekStart string
	dateOrder string
	formats   []string
	enable    []string    // tags, ids and area/*; only where rules run
	budget    budgetFlags // likewise
	config    string
	noConfig  bool
	language  string                 // "" to tell, "en" to take everything for English
	stdin     bool                   // pipes given by name are read
	input     string                 // format of the files, "" to tell
	changed   func(flag string) bool // whether a flag was given
	log       *cache.Log             // of what is looked at; nil: none
}

func (f *readFlags) add(c *cobra.Command) {
	f.changed = func(flag string) bool { return c.Flags().Changed(flag) }
	c.Flags().StringVar(&f.config, "config", "", "configuration `FILE` for all articles, instead of the nearest factcheck.yaml of each")
	c.Flags().BoolVar(&f.noConfig, "no-config", false, "read no configuration")
	c.Flags().BoolVar(&f.stdin, "stdin", false, "read pipes that are given by name, like standard input")
	c.Flags().StringVar(&f.input, "input", "", "`FORMAT` of all files, such as html, word or ninjs, instead of what they seem to be")
	c.Flags().StringVar(&f.published, "published", "", "publication `DATE` of the articles, over what they say themselves")
	c.Flags().StringArrayVar(&f.almanacs, "almanac", nil, "`FILE` of named days and dated events (YAML), beside those that ship")
	c.Flags().StringArrayVar(&f.lexicons, "lexicon", nil, "`FILE` of event words (tab-separated), beside those that ship")
	c.Flags().StringVar(&f.language, "language", "", "`en` reads everything as English, whatever it looks like")
	c.Flags().StringVar(&f.weekStart, "week-start", "monday", "first day of a week: monday or sunday")
	c.Flags().StringVar(&f.dateOrder, "date-order", "dmy", "reading of 04/05/2018: dmy or mdy")
	c.Flags().StringArrayVar(&f.formats, "format", []string{"text"}, "`F[:PATH]`: text or json, to standard output or a file; repeatable")
	completeReading(c)
}

// side returns the bytes of a file beside the articles, at most limit. A pipe is
// read only where a flag names it and --stdin says so: a configuration may come
// from anybody.
func (f *readFlags) side(n namedFile, limit int) ([]byte, error) {
	if n.at.Line > 0 {
		return n.read(limit)
	}
	src, err := files.Read(n.path, limit, files.Pipes(f.stdin))
	if errors.Is(err, files.ErrPipe) {
		return nil, fmt.Errorf("%s: %w (add --stdin to have it read)", n.path, files.ErrPipe)
	}
	if err != nil {
		return nil, n.problem(err)
	}
	return src, nil
}

// date returns the date of --published, nil if it is not given or wrong.
func (f *readFlags) date() (*article.Date, error) {
	if f.published == "" {
		return nil, nil
	}
	published, err := article.ParseDate(f.published)
	if err != nil {
		return nil, fmt.Errorf("--published: %w", err)
	}
	return published, nil
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
	return readRules(filesOf(nil, files), namedFile.read)
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
