package checker_test

import (
	"context"
	"fmt"
	"testing"

	"factcheck/checker"
	"factcheck/rules"
)

// Every case of the rules that ship comes out, and every rule has one that it
// flags and one that it must not.
func TestShippedCases(t *testing.T) {
	set := shipped(t)
	for _, rule := range set.Rules() {
		fires, silent := 0, 0
		for i, c := range rule.Cases() {
			if c.Fires > 0 {
				fires++
			} else {
				silent++
			}
			t.Run(fmt.Sprintf("%s/%d %s", rule.ID, i, c.Name), func(t *testing.T) {
				if err := checker.RunCase(context.Background(), set, rule, c); err != nil {
					t.Error(err)
				}
			})
		}
		if fires == 0 || silent == 0 {
			t.Errorf("%s: %d cases that fire and %d that do not, want both", rule.ID, fires, silent)
		}
	}
}

// RunCase fails on a finding too few, one too many, and one at another place.
func TestRunCaseFails(t *testing.T) {
	set := shipped(t)
	rule := set.Rule("date/impossible")
	tests := []struct {
		name string
		c    rules.Case
	}{
		{"too few", rules.Case{Fires: 1, Text: "The lease ran out on 30 June 2018."}},
		{"too many", rules.Case{Fires: 0, Text: "The lease ran out on 31 June 2018."}},
		{"another place", rules.Case{Fires: 1, Text: "The [[lease]] ran out on 31 June 2018."}},
		{"a broken mark", rules.Case{Fires: 1, Text: "The lease ran out on [[31 June 2018."}},
		{"a bad date", rules.Case{Fires: 1, Published: "soon", Text: "The lease ran out on 31 June 2018."}},
		{"a bad almanac", rules.Case{Fires: 1, Almanac: "- {key: x}", Text: "The lease ran out on 31 June 2018."}},
		{"no text", rules.Case{Fires: 1}},
	}
	for _, tt := range tests {
		if err := checker.RunCase(context.Background(), set, rule, tt.c); err == nil {
			t.Errorf("%s: passes", tt.name)
		}
	}
}
