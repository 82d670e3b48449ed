package main

import (
	"context"

	"factcheck/internal/report"
	"factcheck/rules"
)

// A conjunctCounter counts how the conjuncts of conditions come out. It is
// safe for concurrent use.
type conjunctCounter interface {
	// Counted returns a set of the same rules whose conditions are counted.
	Counted(*rules.Set) *rules.Set
	// Conjuncts returns the conjuncts of a rule in the order written, with what
	// was counted so far.
	Conjuncts(*rules.Rule) []report.Conjunct
}

// A mutator returns the changes to a rule that run, which runs a case, does not
// notice in any of its cases.
type mutator func(ctx context.Context, set *rules.Set, rule *rules.Rule, run func(*rules.Set, *rules.Rule, rules.Case) error) []report.Mutant

// newConjunctCounter returns a counter that has counted nothing yet.
func newConjunctCounter() conjunctCounter { return &coverage{} }

// A coverage counts in the rules themselves.
type coverage struct{ seen rules.Coverage }

func (c *coverage) Counted(set *rules.Set) *rules.Set { return set.WithCoverage(&c.seen) }

func (c *coverage) Conjuncts(rule *rules.Rule) []report.Conjunct {
	out := []report.Conjunct{}
	if rule.Always() {
		return out
	}
	for _, r := range c.seen.Report() {
		if r.Rule.ID != rule.ID {
			continue
		}
		for _, x := range r.Conjuncts {
			out = append(out, report.Conjunct{Text: x.Text, Line: x.Pos.Line, Column: x.Pos.Column, True: x.True, False: x.False, Errors: x.Errors})
		}
	}
	return out
}

// ruleMutator returns the mutator.
func ruleMutator() mutator {
	return func(ctx context.Context, set *rules.Set, rule *rules.Rule, run func(*rules.Set, *rules.Rule, rules.Case) error) []report.Mutant {
		out := []report.Mutant{}
		for _, m := range rules.Survivors(ctx, set, rule, run) {
			out = append(out, report.Mutant{Description: m.Description, Line: m.Pos.Line, Column: m.Pos.Column})
		}
		return out
	}
}
