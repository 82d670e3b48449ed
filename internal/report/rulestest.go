package report

import (
	"fmt"
	"strings"
)

// How a case of a rule came out.
const (
	CasePassed    = "passed"
	CaseFailed    = "failed"
	CaseKnownGap  = "known-gap"  // it fails, and says so with todo
	CaseGapClosed = "gap-closed" // it says todo and comes out: drop todo
	CaseProblem   = "problem"    // it could not be run
)

// What is wrong with a case that fails.
const (
	Missed        = "missed"         // a finding is missing
	Unexpected    = "unexpected"     // a finding too many
	Misplaced     = "misplaced"      // a finding stands elsewhere than [[…]]
	MissedRelated = "missed-related" // no finding names the place in ((…))
	Differs       = "differs"        // the rule finds something else when all rules run
	RuleFailed    = "rule-failed"    // a rule could not be evaluated
)

// What a rule's cases lack.
const (
	NoFiringCase = "firing" // none that it must flag
	NoQuietCase  = "quiet"  // none that it must pass over
)

// A RulesTest is the output of factcheck rules test.
type RulesTest struct {
	Schema  int              `json:"schema"`
	Rules   []RuleTest       `json:"rules"`
	Summary RulesTestSummary `json:"summary"`
	Counted bool             `json:"-"` // conjuncts were counted
	Mutated bool             `json:"-"` // rules were mutated
	Strict  bool             `json:"-"` // gaps of coverage and survivors count as failures
}

// A RulesTestSummary counts over all rules.
type RulesTestSummary struct {
	Rules     int `json:"rules"`
	Cases     int `json:"cases"`
	Passed    int `json:"passed"`
	Failed    int `json:"failed"` // closed gaps included
	KnownGaps int `json:"knownGaps"`
	Problems  int `json:"problems"`
	Missing   int `json:"missing"` // rules without a firing or without a quiet case
	Conjuncts int `json:"conjuncts"`
	Covered   int `json:"covered"` // conjuncts seen true and false
	Survivors int `json:"survivors"`
}

// A RuleTest is what came of one rule's cases.
type RuleTest struct {
	Rule      string     `json:"rule"`
	File      string     `json:"file"`
	Line      int        `json:"line"`
	Column    int        `json:"column"`
	Cases     []CaseTest `json:"cases"`
	Missing   []string   `json:"missing"`
	Conjuncts []Conjunct `json:"conjuncts"` // empty if they were not counted
	Survivors []Mutant   `json:"survivors"` // empty if the rule was not mutated
}

// Failed reports whether a case of the rule fails.
func (r *RuleTest) Failed() bool {
	for i := range r.Cases {
		if c := &r.Cases[i]; c.Status == CaseFailed || c.Status == CaseGapClosed || c.Status == CaseProblem {
			return true
		}
	}
	return false
}

// A CaseTest is what came of one case.
type CaseTest struct {
	Name     string        `json:"name"`
	Line     int           `json:"line"`
	Column   int           `json:"column"`
	Status   string        `json:"status"`
	Todo     string        `json:"todo"`
	Expected int           `json:"expected"` // how many findings the case wants
	Found    int           `json:"found"`
	Failures []CaseFailure `json:"failures"`
	Also     []Firing      `json:"also"` // what other rules found; they fail a case that wants no finding
	Problem  string        `json:"problem"`
	Key      string        `json:"-"` // tells the case from the others of its rule, wherever it stands
}

// A CaseFailure is one thing that is wrong with a case.
type CaseFailure struct {
	Kind     string   `json:"kind"`
	Message  string   `json:"message"`  // of the finding, or why; empty if a finding is missing
	Expected *Passage `json:"expected"` // null: anywhere, or nowhere
	Found    *Passage `json:"found"`
}

// A Firing is a finding of another rule.
type Firing struct {
	Rule    string  `json:"rule"`
	Message string  `json:"message"`
	At      Passage `json:"at"`
}

// A Passage is a part of a case's text, positions counted without the marks.
type Passage struct {
	Doc   string   `json:"doc"` // text, story 2, source 1, or the case's file
	Start Position `json:"start"`
	End   Position `json:"end"`
	Text  string   `json:"text"`
	Line  string   `json:"-"` // the line it begins on
}

// A Conjunct is a part of a condition, and how often it came out how.
type Conjunct struct {
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	True   int    `json:"true"`
	False  int    `json:"false"`
	Errors int    `json:"errors"`
}

// Covered reports whether the conjunct was seen true and false.
func (c *Conjunct) Covered() bool { return c.True > 0 && c.False > 0 }

// A Mutant is a change to a rule that none of its cases notices.
type Mutant struct {
	Description string `json:"description"`
	Line        int    `json:"line"`
	Column      int    `json:"column"`
}

// Count fills the summary from the rules.
func (t *RulesTest) Count() {
	s := RulesTestSummary{Rules: len(t.Rules)}
	for i := range t.Rules {
		r := &t.Rules[i]
		s.Cases += len(r.Cases)
		for _, c := range r.Cases {
			switch c.Status {
			case CasePassed:
				s.Passed++
			case CaseKnownGap:
				s.KnownGaps++
			case CaseProblem:
				s.Problems++
			default:
				s.Failed++
			}
		}
		if len(r.Missing) > 0 {
			s.Missing++
		}
		s.Conjuncts += len(r.Conjuncts)
		for j := range r.Conjuncts {
			if r.Conjuncts[j].Covered() {
				s.Covered++
			}
		}
		s.Survivors += len(r.Survivors)
	}
	t.Summary = s
}

// String says the failure in one line.
func (f *CaseFailure) String() string {
	switch f.Kind {
	case Missed:
		if f.Expected == nil {
			return "MISSED: one finding more is expected, anywhere"
		}
		return "MISSED: nothing found at " + f.Expected.String()
	case Unexpected:
		return "UNEXPECTED: found at " + f.Found.String() + ": " + f.Message
	case Misplaced:
		return "MISPLACED: expected at " + f.Expected.String() + ", found at " + f.Found.String() + ": " + f.Message
	case MissedRelated:
		if f.Found == nil {
			return "MISSED related: no finding names " + f.Expected.String()
		}
		return "MISSED related: no finding names " + f.Expected.String() + ", one names " + f.Found.String() + ": " + f.Message
	}
	return strings.ToUpper(strings.ReplaceAll(f.Kind, "-", " ")) + ": " + f.Message
}

// String says where the passage is and how it reads.
func (p *Passage) String() string {
	s := fmt.Sprintf("%s:%d:%d", p.Doc, p.Start.Line, p.Start.Column)
	if t := short(p.Text); t != "" {
		s += " “" + t + "”"
	}
	return s
}

// String says what another rule found.
func (f *Firing) String() string {
	return "also fires: " + f.Rule + " at " + f.At.String() + ": " + f.Message
}

// maxShort is how much of a passage a line that names several shows, in runes.
const maxShort = 60

// short returns a passage on one line, cut in its middle when it is long.
func short(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= maxShort {
		return string(r)
	}
	return string(r[:maxShort*2/3]) + " … " + string(r[len(r)-maxShort/3:])
}
