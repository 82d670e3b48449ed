package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"factcheck/internal/config"
	"factcheck/rules"
)

// budgetFlags bound what one rule may take in one run.
type budgetFlags struct{ steps, time string }

func (f *budgetFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.steps, "rule-steps", fmt.Sprint(rules.DefaultSteps), "steps that one rule may take in all, a fifth of them over one article")
	c.Flags().StringVar(&f.time, "rule-time", fmt.Sprintf("%.0fs", rules.DefaultTime.Seconds()), "time that the loops and pairs of one rule may take in all")
}

// budget returns the budget of each rule that the flags give, or else the
// configuration, which may be nil.
func (s *setups) budget(c *config.Config) rules.Budget {
	if c == nil {
		c = &config.Config{}
	}
	var b rules.Budget
	var err error
	if value := s.value("rule-steps", s.flags.budget.steps, c.RuleSteps); value != "" {
		if b.Steps, err = config.Steps(value); err != nil {
			s.fail(fmt.Errorf("--rule-steps: %q %w", value, err))
		}
	}
	if value := s.value("rule-time", s.flags.budget.time, c.RuleTime); value != "" {
		if b.Time, err = config.Duration(value); err != nil {
			s.fail(fmt.Errorf("--rule-time: %q %w", value, err))
		}
	}
	return b
}
