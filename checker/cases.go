package checker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/files"
	"factcheck/internal/isolate"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// RunCase runs one case of a rule through the whole pipeline, with that rule
// of set alone, and returns an error that says what came out otherwise: too few
// or too many findings, or a place that [[…]] or ((…)) marks and none has. It
// knows nothing of todo.
func RunCase(ctx context.Context, set *rules.Set, rule *rules.Rule, c rules.Case) error {
	at := fmt.Sprintf("%s:%d:%d: %s", rule.File, c.Pos.Line, c.Pos.Column, rule.ID)
	if c.Name != "" {
		at += " (" + c.Name + ")"
	}
	var found []report.Finding
	var failures []report.CaseFailure
	var err error
	d := isolate.Do(isolate.Work{Stage: isolate.StageCase + " " + rule.ID}, func() {
		var p *preparedCase
		if p, err = prepare(rule, c); err == nil {
			found, failures = p.alone(ctx, p.read(), set.Only(rule))
		}
	})
	if d != nil {
		err = d
	}
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	if len(failures) == 0 {
		return nil
	}
	at += fmt.Sprintf(": found %d, want %d", len(found), c.Fires)
	for i := range failures {
		at += "\n    " + failures[i].String()
	}
	return errors.New(at)
}

// CaseFile returns the path of the file that holds the text of a case, "" if
// it stands in the rule's own file.
func CaseFile(rule *rules.Rule, c rules.Case) string {
	switch {
	case c.File == "":
		return ""
	case filepath.IsAbs(c.File):
		return c.File
	}
	return filepath.Join(filepath.Dir(rule.File), filepath.FromSlash(c.File))
}

// A preparedCase is a case as documents, with the places that it marks.
type preparedCase struct {
	rules.Case
	in             Input
	almanac        *timeline.Almanac
	texts          map[string]*caseText // by id
	found, related []mark
}

// A caseText is one document of a case, for showing places in it.
type caseText struct {
	name  string // for people
	src   string // without marks
	lines *text.Lines
}

// A mark is a place that a case marks.
type mark struct {
	doc  string
	span text.Span
}

// prepare turns a case into documents and marked places. What it returns as an
// error is wrong with the case, not with the rule.
func prepare(rule *rules.Rule, c rules.Case) (*preparedCase, error) {
	p := &preparedCase{Case: c, almanac: timeline.BuiltinAlmanac(), texts: map[string]*caseText{}}
	if c.Published != "" {
		d, err := article.ParseDate(c.Published)
		if err != nil {
			return nil, err
		}
		p.in.Published = d
	}
	if c.Almanac != "" {
		a, err := timeline.ParseAlmanac("almanac", []byte(c.Almanac))
		if err != nil {
			return nil, err
		}
		p.almanac = timeline.Join(p.almanac, a)
	}
	if err := p.readTexts(rule); err != nil {
		return nil, err
	}
	p.in.SameStory = len(c.Story) > 0 && !slices.ContainsFunc(p.in.Articles, func(a *article.Article) bool { return a.Meta.Story != "" })
	switch marks := len(p.found); {
	case c.Fires == 0 && len(p.related) > 0:
		return nil, errors.New("the case marks a related place with ((…)) but says fires: 0")
	case marks > c.Fires:
		return nil, fmt.Errorf("the case marks %d findings with [[…]] but says fires: %d", marks, c.Fires)
	}
	return p, nil
}

func (p *preparedCase) readTexts(rule *rules.Rule) error {
	if p.Text != "" {
		if err := p.add("text", "text", p.Text, &p.in.Articles); err != nil {
			return err
		}
	}
	if file := CaseFile(rule, p.Case); file != "" {
		src, err := readCaseFile(file)
		if err != nil {
			return err
		}
		if err := p.add(p.File, file, src, &p.in.Articles); err != nil {
			return err
		}
	}
	for i, src := range p.Story {
		name := fmt.Sprintf("story %d", i+1)
		if err := p.add(name, name, src, &p.in.Articles); err != nil {
			return err
		}
	}
	for i, src := range p.Sources {
		name := fmt.Sprintf("source %d", i+1)
		if err := p.add(name, name, src, &p.in.Sources); err != nil {
			return err
		}
	}
	return nil
}

// readCaseFile reads the text of a case. A file of records is none: marks in
// it would be no places of its texts.
func readCaseFile(file string) (string, error) {
	if strings.EqualFold(filepath.Ext(file), ".jsonl") {
		return "", fmt.Errorf("%s: a case is one text, not a file of records", file)
	}
	src, err := files.Read(file, article.MaxSize, false)
	var failed *os.PathError
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "", fmt.Errorf("%s: no such file; file: is relative to the rule file", file)
	case errors.As(err, &failed):
		return "", fmt.Errorf("%s: %w", file, failed.Err)
	}
	return string(src), err
}

// add reads one text of the case and keeps its marks.
func (p *preparedCase) add(name, file, src string, to *[]*article.Article) error {
	clean, marks, err := rules.ReadMarks(src)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	articles, err := article.Parse(file, []byte(clean))
	if err != nil {
		return err
	}
	a := articles[0]
	if p.texts[a.ID] != nil {
		return fmt.Errorf("%s: the id %q is taken by %s", name, a.ID, p.texts[a.ID].name)
	}
	*to = append(*to, a)
	p.texts[a.ID] = &caseText{name: name, src: clean, lines: text.NewLines(clean)}
	for _, s := range marks.Found {
		p.found = append(p.found, mark{a.ID, s})
	}
	for _, s := range marks.Related {
		p.related = append(p.related, mark{a.ID, s})
	}
	return nil
}

// read reads and dates the documents of the case.
func (p *preparedCase) read() *Run {
	return Read(p.in, Options{Time: &timeline.Options{Almanac: p.almanac}})
}

// check runs the rules of set over the documents that r read.
func (p *preparedCase) check(ctx context.Context, r *Run, set *rules.Set) ([]report.Finding, []report.CaseFailure) {
	got, err := r.With(set).Check(ctx)
	var failures []report.CaseFailure
	for _, e := range multierror.Append(nil, err).Errors {
		for _, e := range multierror.Append(nil, e).Errors {
			failures = append(failures, report.CaseFailure{Kind: report.RuleFailed, Message: strings.TrimSpace(e.Error())})
		}
	}
	return got.Findings, failures
}

// alone runs the case's own rule, the only one in set, and returns what it
// found and what is wrong with that.
func (p *preparedCase) alone(ctx context.Context, r *Run, set *rules.Set) ([]report.Finding, []report.CaseFailure) {
	found, failures := p.check(ctx, r, set)
	if len(failures) == 0 {
		failures = p.compare(found)
	}
	return found, failures
}
