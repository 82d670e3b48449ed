package rules

import (
	"slices"
	"strings"
	"sync"

	"github.com/google/cel-go/common/operators"

	"factcheck/internal/text"
)

// A Coverage collects how the conjuncts of rules came out. The zero Coverage
// is ready; it is safe for concurrent use.
type Coverage struct {
	mu    sync.Mutex
	rules map[*Rule]*RuleCoverage
	order []*RuleCoverage // as first met
}

// A RuleCoverage is what was seen of one rule.
type RuleCoverage struct {
	Rule      *Rule
	Bindings  int // how often its condition was evaluated
	Held      int // how often it held
	Conjuncts []ConjunctCoverage
}

// A ConjunctCoverage counts how one conjunct came out. All conjuncts are
// evaluated, also after one that is false.
type ConjunctCoverage struct {
	Text                string
	Pos                 text.Position // in the rule's file, perhaps in a Define
	True, False, Errors int

	// Alternatives are the operands of || at the top of the conjunct, nil if
	// there is none. Only what decides is counted: the first that is true, or
	// if none is, each of them.
	Alternatives []ConjunctCoverage
}

// WithCoverage returns a Set of the same rules that adds to c, whose Filter and
// Only do so too. It evaluates every conjunct of every binding, and every pair,
// and is slower for that; what it finds is the same.
func (s *Set) WithCoverage(c *Coverage) *Set {
	f := *s
	f.coverage = c
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, r := range f.rules {
		c.of(r)
	}
	return &f
}

// Report returns what was seen of the rules of every Set that collects into c,
// ordered by file and place.
func (c *Coverage) Report() []RuleCoverage {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := make([]RuleCoverage, 0, len(c.rules))
	for _, r := range c.order {
		cp := *r
		cp.Conjuncts = slices.Clone(r.Conjuncts)
		for i := range cp.Conjuncts {
			cp.Conjuncts[i].Alternatives = slices.Clone(cp.Conjuncts[i].Alternatives)
		}
		out = append(out, cp)
	}
	slices.SortStableFunc(out, func(a, b RuleCoverage) int {
		if a.Rule.File != b.Rule.File {
			return strings.Compare(a.Rule.File, b.Rule.File)
		}
		if a.Rule.Pos != b.Rule.Pos {
			return a.Rule.Pos.Offset - b.Rule.Pos.Offset
		}
		return strings.Compare(a.Rule.ID, b.Rule.ID)
	})
	return out
}

// of returns the counts of a rule. The caller holds the lock.
func (c *Coverage) of(r *Rule) *RuleCoverage {
	if known := c.rules[r]; known != nil {
		return known
	}
	rc := &RuleCoverage{Rule: r}
	for _, x := range r.parsed().conjuncts() {
		cc := x.uncovered()
		for _, a := range x.alternatives() {
			cc.Alternatives = append(cc.Alternatives, a.uncovered())
		}
		rc.Conjuncts = append(rc.Conjuncts, cc)
	}
	if c.rules == nil {
		c.rules = map[*Rule]*RuleCoverage{}
	}
	c.rules[r] = rc
	c.order = append(c.order, rc)
	return rc
}

// uncovered returns the counts of c before anything was seen.
func (c *conjunct) uncovered() ConjunctCoverage {
	text, pos := c.written()
	return ConjunctCoverage{Text: text, Pos: pos}
}

// alternatives returns the operands of || at the top of c, or nil.
func (c *conjunct) alternatives() []*conjunct {
	c.eitherOnce.Do(func() {
		parts := operands(nil, c.expr, operators.LogicalOr)
		if len(parts) < 2 {
			return
		}
		for _, e := range parts {
			c.either = append(c.either, newConjunct(newProgram(c.frame, c.unit, c.checked, e)))
		}
	})
	return c.either
}

// A verdict is how a conjunct came out.
type verdict uint8

const (
	isFalse verdict = iota
	isTrue
	isError
)

func (c *ConjunctCoverage) count(v verdict) {
	switch v {
	case isTrue:
		c.True++
	case isFalse:
		c.False++
	case isError:
		c.Errors++
	}
}

// observe evaluates all of a condition of the rule and counts how its conjuncts
// come out. It returns what holds does.
func (r *run) observe(c *condition) (bool, error) {
	var failed failing
	conjuncts := c.conjuncts
	verdicts := make([]verdict, len(conjuncts))
	either := make([][]verdict, len(conjuncts))
	anyFalse := false
	for _, i := range c.order {
		v, err := r.verdict(conjuncts[i])
		if err != nil && r.spent() {
			return false, r.located(conjuncts[i].program, err)
		}
		if verdicts[i] = v; v == isError {
			failed.add(err, i)
		}
		anyFalse = anyFalse || v == isFalse
		for _, a := range conjuncts[i].alternatives() {
			v, _ := r.verdict(a)
			either[i] = append(either[i], v)
		}
	}
	held := !anyFalse && failed.err == nil
	r.coverage.add(r.rule, c, held, verdicts, either)
	if anyFalse || failed.err == nil {
		return held, nil
	}
	return false, r.located(conjuncts[failed.at].program, failed.err)
}

// verdict evaluates one conjunct or operand of ||.
func (r *run) verdict(c *conjunct) (verdict, error) {
	ok, err := r.truth(c)
	switch {
	case err != nil:
		return isError, err
	case ok:
		return isTrue, nil
	}
	return isFalse, nil
}

// add counts how a condition of a rule came out: when over a binding, unless over
// one of its pairs.
func (c *Coverage) add(r *Rule, of *condition, held bool, verdicts []verdict, either [][]verdict) {
	c.mu.Lock()
	defer c.mu.Unlock()
	rc := c.of(r)
	conjuncts := rc.Conjuncts
	if of == r.unless {
		conjuncts = conjuncts[len(r.when.conjuncts):]
	} else {
		rc.Bindings++
		if held {
			rc.Held++
		}
	}
	for i := range verdicts {
		cc := &conjuncts[i]
		cc.count(verdicts[i])
		first := slices.Index(either[i], isTrue)
		for j := range either[i] {
			if first < 0 || first == j {
				cc.Alternatives[j].count(either[i][j])
			}
		}
	}
}
