package main

import (
	"context"
	"fmt"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/rules"
	"factcheck/timeline"
)

// shipped returns the options of a check without a configuration.
func shipped() (checker.Options, error) {
	set, err := rules.Load(rules.Source{Name: "rules.cel", Text: factcheck.Rules})
	return checker.Options{Rules: set, Time: &timeline.Options{Almanac: timeline.BuiltinAlmanac()}}, err
}

// check returns the findings in one article, by place.
func check(a *article.Article, opt checker.Options) ([]report.Finding, error) {
	result, err := checker.Read(checker.Input{Articles: []*article.Article{a}}, opt).Check(context.Background())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.ID, err)
	}
	return result.Findings, nil
}

// loud reports whether a finding is a warning or an error.
func loud(f report.Finding) bool { return f.Severity == "warning" || f.Severity == "error" }
