package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
)

// withVerdict returns n findings of a rule with one verdict.
func withVerdict(n int, rule, severity, confidence, verdict string) []found {
	var out []found
	for range n {
		out = append(out, found{key: key{rule: rule}, finding: report.Finding{Rule: rule, Severity: severity, Confidence: confidence}, verdict: verdict})
	}
	return out
}

// A level is missed below its share, a rule below nine in ten, both from ten
// findings on.
func TestMisses(t *testing.T) {
	tests := []struct {
		name     string
		findings [][]found
		want     []string
	}{
		{"enough", [][]found{withVerdict(19, "a/b", "error", "high", isReal), withVerdict(1, "a/b", "error", "high", unwanted)}, nil},
		{"too few of a level", [][]found{withVerdict(16, "a/b", "warning", "high", isReal), withVerdict(2, "c/d", "warning", "high", unwanted)},
			[]string{"high confidence: 88.9% of 18 are real, less than 95%"}},
		{"undecidable ones do not count", [][]found{withVerdict(10, "a/b", "warning", "medium", isReal), withVerdict(9, "a/b", "warning", "medium", undecidable)}, nil},
		{"too few of a rule", [][]found{withVerdict(8, "a/b", "warning", "low", isReal), withVerdict(2, "a/b", "warning", "low", unwanted)},
			[]string{"a/b: 80.0% of 10 are real, less than 90%: let it be a note, or off"}},
		{"nine findings say nothing", [][]found{withVerdict(9, "a/b", "warning", "medium", unwanted)}, nil},
		{"an error that is not sure", [][]found{withVerdict(1, "a/b", "error", "medium", isReal)}, []string{"a/b: an error of medium confidence"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var r cleanReport
			for _, f := range tt.findings {
				r.findings = append(r.findings, f...)
			}
			if diff := cmp.Diff(tt.want, r.misses()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
