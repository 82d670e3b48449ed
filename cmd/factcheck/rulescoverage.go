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

// newConjunctCounter returns a counter, or nil if conditions cannot be counted.
func newConjunctCounter() conjunctCounter { return nil }

// ruleMutator returns the mutator, or nil if rules cannot be changed.
func ruleMutator() mutator { return nil }
