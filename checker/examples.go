package checker

import (
	"context"
	"fmt"

	"factcheck/internal/report"
	"factcheck/rules"
	"factcheck/timeline"
)

// CaseFindings runs one case of a rule through the whole pipeline and returns
// what the rule reports, whether or not that is what the case wants; [RunCase]
// compares the two.
func CaseFindings(ctx context.Context, set *rules.Set, rule *rules.Rule, c rules.Case) ([]report.Finding, error) {
	in, _, err := caseInput(c)
	if err != nil {
		return nil, err
	}
	opt := Options{Rules: set.Only(rule), Time: &timeline.Options{Almanac: timeline.BuiltinAlmanac()}}
	if c.Almanac != "" {
		a, err := timeline.ParseAlmanac("almanac", []byte(c.Almanac))
		if err != nil {
			return nil, fmt.Errorf("almanac: %w", err)
		}
		opt.Time.Almanac = timeline.Join(opt.Time.Almanac, a)
	}
	got, err := Read(in, opt).Check(ctx)
	return got.Findings, err
}
