package main

import (
	"cmp"
	"fmt"
	"slices"
)

// levels are the confidences of findings with the share of them that must be real,
// in percent.
var levels = []struct {
	name  string
	least float64
}{{"high", 95}, {"medium", 80}, {"low", 0}}

const (
	// fewest is how many findings must have been decided before a share says
	// anything.
	fewest = 10
	// leastOfRule is the share of real findings below which a rule is off or a
	// note, in percent.
	leastOfRule = 90
)

// A decided counts findings that were judged real or unwanted.
type decided struct{ real, unwanted int }

// share is the share of real findings among those decided, in percent.
func (t decided) share() float64 { return ratio(t.real, t.real+t.unwanted) }

// short reports whether enough was decided and too little of it is real.
func (t decided) short(least float64) bool { return t.real+t.unwanted >= fewest && t.share() < least }

// tallies counts the findings that were decided, by what of tells of them.
func (r *cleanReport) tallies(of func(found) string) map[string]decided {
	out := map[string]decided{}
	for _, f := range r.findings {
		t := out[of(f)]
		switch f.verdict {
		case isReal:
			t.real++
		case unwanted:
			t.unwanted++
		}
		out[of(f)] = t
	}
	return out
}

func confidenceOf(f found) string { return f.finding.Confidence }

func ruleOf(f found) string { return f.key.rule }

// byLevel counts by confidence over all corpora.
func (r *cleanReport) byLevel() []string {
	counts := r.tallies(confidenceOf)
	out := []string{fmt.Sprintf("%-36s %5s %8s %9s %8s", "confidence", "real", "unwanted", "precision", "at least")}
	for _, l := range levels {
		t := counts[l.name]
		out = append(out, fmt.Sprintf("%-36s %5d %8d %9s %7.0f%%", l.name, t.real, t.unwanted, precision(t.real, t.unwanted), l.least))
	}
	return out
}

// misses says which levels and rules have too few real findings, and which errors
// are not of high confidence.
func (r *cleanReport) misses() []string {
	var out []string
	counts := r.tallies(confidenceOf)
	for _, l := range levels {
		if t := counts[l.name]; t.short(l.least) {
			out = append(out, fmt.Sprintf("%s confidence: %.1f%% of %d are real, less than %.0f%%", l.name, t.share(), t.real+t.unwanted, l.least))
		}
	}
	for _, f := range r.findings {
		if f.finding.Severity == "error" && f.finding.Confidence != "high" {
			out = append(out, fmt.Sprintf("%s: an error of %s confidence", f.key.rule, f.finding.Confidence))
		}
	}
	for rule, t := range r.tallies(ruleOf) {
		if t.short(leastOfRule) {
			out = append(out, fmt.Sprintf("%s: %.1f%% of %d are real, less than %d%%: let it be a note, or off", rule, t.share(), t.real+t.unwanted, leastOfRule))
		}
	}
	slices.SortFunc(out, cmp.Compare)
	return slices.Compact(out)
}
