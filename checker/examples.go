package checker

import (
	"context"

	"factcheck/internal/report"
	"factcheck/rules"
)

// CaseFindings runs one case of a rule through the whole pipeline and returns
// what the rule reports, whether or not that is what the case wants; [RunCase]
// compares the two.
func CaseFindings(ctx context.Context, set *rules.Set, rule *rules.Rule, c rules.Case) ([]report.Finding, error) {
	p, err := prepare(rule, c)
	if err != nil {
		return nil, err
	}
	got, err := p.read().With(set.Only(rule)).Check(ctx)
	return got.Findings, err
}
