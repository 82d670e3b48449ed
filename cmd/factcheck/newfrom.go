package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/hashicorp/go-multierror"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/config"
	"factcheck/internal/report"
	"factcheck/internal/revision"
)

// hideKnown takes out what --new-from has, too. Findings are compared, not lines: a
// sentence that did not change may contradict one that did.
func (f *checkFlags) hideKnown(s *streams, c *checked) error {
	if f.newFrom == "" || s.Err() != nil {
		return nil
	}
	find := f.foundInRevision
	if info, err := os.Stat(f.newFrom); err == nil && !info.IsDir() {
		find = f.foundInReport
	}
	known, err := find(s, c)
	if known != nil {
		checker.HideKnown(c.result, known, f.newFrom)
	}
	return err
}

// foundInReport returns the ids of the findings of a report, which may be a
// baseline.
func (f *checkFlags) foundInReport(_ *streams, _ *checked) (map[string]bool, error) {
	src, err := f.side(namedFile{path: f.newFrom}, maxReport)
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	var old struct {
		Schema   int
		Findings *[]struct{ ID string }
	}
	if err := json.Unmarshal(src, &old); err != nil || old.Findings == nil || old.Schema != report.Schema {
		return nil, fmt.Errorf("--new-from: %s is not a report of factcheck check --format json", f.newFrom)
	}
	known := map[string]bool{}
	for _, x := range *old.Findings {
		known[x.ID] = true
	}
	return known, nil
}

// maxReport is the most a report may hold, in bytes.
const maxReport = 16 * config.MaxRecords

// foundInRevision checks what the files of the run were in a revision, with the
// flags, the configuration and the rules of today, and returns the ids of what it
// finds. A file that the revision lacks is new, and so is all that is found in it.
func (f *checkFlags) foundInRevision(s *streams, c *checked) (map[string]bool, error) {
	s.enter(stateReading) // half of what was known would make the other half new
	defer s.enter(statePrinting)
	then := revision.Named(f.newFrom)
	defer then.Close()
	articles, err := f.older(then, c.articles, false)
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	sources, err := f.older(then, c.sources, true)
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	articles, _ = article.Distinct(articles) // what is wrong with the old text is no problem of today
	sources = factcheck.SourcesBeside(sources, articles)
	c.setups.add(articles, sources, true)
	published, _ := f.date()
	old, _ := factcheck.Check(s, articles, c.setups.configured(), factcheck.WithSources(sources...), factcheck.WithPublished(published), sameStory(f.sameStory))
	known := map[string]bool{}
	for _, x := range old.Findings {
		known[x.ID] = true
	}
	return known, nil
}

// older returns the articles as a revision has them. What lies in no repository is
// taken as it is where present says so.
func (f *checkFlags) older(then *revision.Revision, now []*article.Article, present bool) ([]*article.Article, error) {
	var out []*article.Article
	var problems *multierror.Error
	seen := map[string]bool{}
	for _, a := range now {
		file := diskFile(a.File)
		if seen[file] {
			continue
		}
		seen[file] = true
		src, err := then.File(file, article.MaxSize)
		switch {
		case err == nil:
			f.logRevision(then, file)
			read, _ := factcheck.Parse(file, src, f.readOptions()...)
			out = append(out, read...)
		case errors.Is(err, fs.ErrNotExist):
			f.logRevision(then, file)
		case present && errors.Is(err, revision.ErrOutside):
			out = append(out, ofFile(now, file)...)
		case errors.Is(err, revision.ErrOutside):
			problems = multierror.Append(problems, fmt.Errorf("%s: %w", file, err))
		default:
			return nil, err
		}
	}
	return out, problems.ErrorOrNil()
}

func (f *checkFlags) logRevision(then *revision.Revision, file string) {
	if root, commit, err := then.Commit(file); err == nil {
		f.log.Revision(f.newFrom, root, commit)
	}
}

// diskFile returns the file that a document was read from: of a member of an
// archive, the archive.
func diskFile(file string) string {
	for at := file; at != filepath.Dir(at); at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && !info.IsDir() {
			return at
		}
	}
	return file
}

func ofFile(all []*article.Article, file string) []*article.Article {
	var out []*article.Article
	for _, a := range all {
		if diskFile(a.File) == file {
			out = append(out, a)
		}
	}
	return out
}
