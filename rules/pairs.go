package rules

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
)

// Bounds on what one rule may do over the pairs of one document.
const (
	maxPairs        = 4 << 20 // pairs looked at one by one
	maxPairOutcomes = 10_000
)

// pairSteps is what a pair costs beside the nodes of the conjuncts that are
// evaluated over it.
const pairSteps = 4

// overPairs reports whether the scope is one of pairs: its first two variables are
// then the two facts, the rest is shared by all pairs.
func overPairs(info *fact.ScopeInfo) bool { return strings.HasPrefix(string(info.Scope), "pair(") }

// The variables of a scope of pairs.
const (
	onA variables = 1 << iota
	onB
)

// EvalPairs runs every enabled rule of a scope of pairs over the facts of one
// document. The facts are pointers of the type that the scope's a and b have,
// in the order of the text; every two of them are a pair, the earlier one as
// a. shared gives the scope's other variables. Outcomes come in the order of
// the rules, then of a, then of b.
//
// The result is that of [Set.Eval] over each pair, but most pairs are never
// looked at: conjuncts that read only one fact run once for each fact, and
// those of the form x(a) == y(b) or sets.equivalent(x(a), y(b)) look up facts
// by their values.
//
// A rule that takes more than the Set's Budget, that has to look at more than
// 4,194,304 pairs one by one, or that holds of more than 10,000 stops with an
// *Error that wraps [ErrBudget]; the outcomes so far stay. Otherwise errors are
// as for Eval, equal ones of one rule once.
func (s *Set) EvalPairs(ctx context.Context, scope fact.Scope, facts []any, shared Binding) ([]Outcome, error) {
	return s.EvalPairsWithin(ctx, scope, [][]any{facts}, shared)
}

// EvalPairsWithin is [Set.EvalPairs] for facts in groups: only two facts of one
// group are a pair. The bounds are for all groups together; outcomes come in
// the order of the rules, then of the groups.
func (s *Set) EvalPairsWithin(ctx context.Context, scope fact.Scope, groups [][]any, shared Binding) ([]Outcome, error) {
	return new(Account).EvalPairs(ctx, s, scope, groups, shared)
}

// EvalPairs is [Set.EvalPairsWithin] where the Set's Budget is for the whole
// run, as for [Account.Eval].
func (a *Account) EvalPairs(ctx context.Context, s *Set, scope fact.Scope, groups [][]any, shared Binding) ([]Outcome, error) {
	info := scopeInfo(scope)
	if info == nil || !overPairs(info) {
		return nil, fmt.Errorf("rules: %q is not a scope of pairs", scope)
	}
	values, err := pairValues(info, groups, shared)
	if err != nil {
		return nil, err
	}
	var outcomes []Outcome
	var all *multierror.Error
	for _, rule := range s.byScope[scope] {
		if err := ctx.Err(); err != nil {
			all = multierror.Append(all, rule.stopped(err))
			break
		}
		if a.leaves(rule) {
			continue
		}
		p := &pairRun{run: run{meter: meter{ctx: ctx, account: a, budget: s.Budget, rule: rule}, info: info, values: slices.Clone(values), coverage: s.coverage}}
		p.loop()
		failed := p.alone(func() {
			if rule.unless != nil {
				p.lonely(inOneGroup(groups))
				return
			}
			for _, facts := range groups {
				if !p.group(facts) {
					break
				}
			}
		})
		if failed != nil {
			p.outcomes = nil
			all = multierror.Append(all, failed)
		}
		p.finish()
		if p.by == unspent || a.ledger == nil {
			outcomes = append(outcomes, p.outcomes...)
		}
		for _, e := range p.errs {
			all = multierror.Append(all, e)
		}
	}
	if all != nil {
		all.ErrorFormat = listErrors
	}
	return outcomes, all.ErrorOrNil()
}

// pairValues checks the facts and returns the values of the scope's variables,
// those of the facts left open.
func pairValues(info *fact.ScopeInfo, groups [][]any, shared Binding) ([]any, error) {
	values := make([]any, len(info.Variables))
	for i, v := range info.Variables[2:] {
		values[i+2] = shared[v.Name]
		if err := accepts(info, v, shared[v.Name]); err != nil {
			return nil, err
		}
	}
	for _, facts := range groups {
		for _, f := range facts {
			if err := accepts(info, info.Variables[0], f); err != nil {
				return nil, err
			}
		}
	}
	return values, nil
}

// A pairPlan says which conjuncts of a rule need to see which facts. The lists
// hold indices of conjuncts in the order of evaluation.
type pairPlan struct {
	shared []int // neither fact
	a, b   []int // one fact
	keyed  []int // both, but comparing something of a with something of b
	both   []int // the others
	keys   []pairKey
	steps  int64 // what a pair costs
}

// A pairKey is what a keyed conjunct compares.
type pairKey struct {
	a, b *program
	set  bool // as sets, not as values
}

func newPairPlan(c *condition) *pairPlan {
	plan := &pairPlan{steps: pairSteps}
	for _, i := range c.order {
		x := c.conjuncts[i]
		switch x.reads & (onA | onB) {
		case 0:
			plan.shared = append(plan.shared, i)
		case onA:
			plan.a = append(plan.a, i)
		case onB:
			plan.b = append(plan.b, i)
		default:
			key, ok := x.pairKey()
			if !ok {
				plan.both = append(plan.both, i)
				plan.steps += nodesOf(x.expr)
				continue
			}
			plan.keyed = append(plan.keyed, i)
			plan.keys = append(plan.keys, key)
		}
	}
	return plan
}

// plan plans what the keyed conjuncts compare. p may be nil.
func (p *pairPlan) plan() error {
	for _, side := range p.sides() {
		if err := side.plan(); err != nil {
			return err
		}
	}
	return nil
}

// sides returns what the keyed conjuncts compare. p may be nil.
func (p *pairPlan) sides() []*program {
	if p == nil {
		return nil
	}
	var list []*program
	for _, k := range p.keys {
		list = append(list, k.a, k.b)
	}
	return list
}

// pairKey returns the two sides of an equality of which each reads one fact.
func (c *conjunct) pairKey() (k pairKey, ok bool) {
	if c.expr.Kind() != celast.CallKind || c.slow {
		return k, false
	}
	call := c.expr.AsCall()
	switch call.FunctionName() {
	case operators.Equals:
	case "sets.equivalent":
		k.set = true
	default:
		return k, false
	}
	if len(call.Args()) != 2 {
		return k, false
	}
	k.a = newProgram(c.frame, c.unit, c.checked, call.Args()[0])
	k.b = newProgram(c.frame, c.unit, c.checked, call.Args()[1])
	if k.a.reads&onB != 0 {
		k.a, k.b = k.b, k.a
	}
	return k, k.a.reads&(onA|onB) == onA && k.b.reads&(onA|onB) == onB
}

// A pairRun is one rule over the pairs of one document.
type pairRun struct {
	run
	pairs    int
	kept     int // work that went into outcomes
	outcomes []Outcome
	errs     []*Error
	reported map[reported]bool
}

// reported tells the errors of one rule apart.
type reported struct {
	line, column int
	message      string
}

// A candidate is a fact that no conjunct about it alone rules out, as a or as
// b.
type candidate struct {
	index  int
	failed failing // of the conjuncts about it alone
	key    string
	exact  bool // facts with the same key are equal, so the keyed conjuncts hold
	loose  bool // it has no key and goes with every other fact
}

// group works through the pairs of some facts. It returns false if the rule
// was stopped.
func (p *pairRun) group(facts []any) bool {
	when := p.rule.when
	if p.coverage != nil {
		return p.everyPair(facts)
	}
	plan := when.pairs
	var failed failing
	p.rebind()
	if ok, err := p.among(when, plan.shared, &failed); !ok {
		return p.note(err)
	}
	as, ok := p.candidates(facts, 0, when, plan.a, plan)
	if !ok || len(as) == 0 {
		return ok
	}
	bs, ok := p.candidates(facts, 1, when, plan.b, plan)
	if !ok {
		return false
	}
	index := newPairIndex(bs)
	for i := range as {
		for b := range index.partners(&as[i], as[i].index+1) {
			if !p.pair(facts, &as[i], b, failed) {
				return false
			}
		}
	}
	return true
}

// candidates evaluates conjuncts of a condition about one fact, as the scope's
// variable with the given index, and files the facts under the keys of a plan. It
// returns false if the rule was stopped.
func (p *pairRun) candidates(facts []any, variable int, of *condition, conjuncts []int, plan *pairPlan) ([]candidate, bool) {
	var list []candidate
	for i, f := range facts {
		if !p.worked(pairSteps) {
			return nil, false
		}
		p.values[variable] = f
		p.rebind()
		c := candidate{index: i}
		switch ok, err := p.among(of, conjuncts, &c.failed); {
		case err != nil:
			return nil, p.note(err)
		case !ok:
			continue
		}
		p.fillKey(&c, variable, plan)
		list = append(list, c)
	}
	return list, true
}

// fillKey writes what the keyed conjuncts compare. A side that fails makes the
// fact loose: its pairs are then looked at one by one, and fail there.
func (p *pairRun) fillKey(c *candidate, variable int, plan *pairPlan) {
	c.exact = true
	var key keyWriter
	for _, k := range plan.keys {
		side := k.a
		if variable == 1 {
			side = k.b
		}
		v, err := p.exec(side)
		if err != nil || !key.write(v, k.set) {
			c.loose = true
			return
		}
	}
	c.key, c.exact = key.String(), !key.coarse
}

// A pairIndex finds the facts that can be b for a given a.
type pairIndex struct {
	all   []candidate
	byKey map[string][]int // indices in all, ascending; likewise below
	loose []int
}

func newPairIndex(bs []candidate) *pairIndex {
	x := &pairIndex{all: bs, byKey: map[string][]int{}}
	for i, b := range bs {
		if b.loose {
			x.loose = append(x.loose, i)
		} else {
			x.byKey[b.key] = append(x.byKey[b.key], i)
		}
	}
	return x
}

// partners yields the facts from the least index on, in their order, that may be
// equal to a in all that the keyed conjuncts compare.
func (x *pairIndex) partners(a *candidate, least int) iter.Seq[*candidate] {
	return func(yield func(*candidate) bool) {
		first := sort.Search(len(x.all), func(i int) bool { return x.all[i].index >= least })
		if a.loose {
			for i := first; i < len(x.all); i++ {
				if !yield(&x.all[i]) {
					return
				}
			}
			return
		}
		same, loose := from(x.byKey[a.key], first), from(x.loose, first)
		for len(same)+len(loose) > 0 {
			next := &same
			if len(same) == 0 || len(loose) > 0 && loose[0] < same[0] {
				next = &loose
			}
			if !yield(&x.all[(*next)[0]]) {
				return
			}
			*next = (*next)[1:]
		}
	}
}

// from returns the part of an ascending list that begins with least.
func from(list []int, least int) []int { return list[sort.SearchInts(list, least):] }

// pair decides one pair. It returns false if the rule was stopped.
func (p *pairRun) pair(facts []any, a, b *candidate, failed failing) bool {
	if p.pairs++; !p.worked(p.rule.when.pairs.steps) {
		return false
	}
	if p.pairs > maxPairs {
		return p.over(fmt.Sprintf("more than %d pairs to look at", maxPairs), "compare something of a and b with ==")
	}
	for _, f := range []failing{a.failed, b.failed} {
		if f.err != nil {
			failed.add(f.err, f.at)
		}
	}
	p.values[0], p.values[1] = facts[a.index], facts[b.index]
	p.rebind()
	plan := p.rule.when.pairs
	if a.loose || b.loose || !a.exact || !b.exact {
		if ok, err := p.among(p.rule.when, plan.keyed, &failed); !ok {
			return p.note(err)
		}
	}
	if ok, err := p.among(p.rule.when, plan.both, &failed); !ok {
		return p.note(err)
	}
	if failed.err != nil {
		return p.note(p.located(p.rule.when.conjuncts[failed.at].program, failed.err))
	}
	return p.hold()
}

// hold reports the pair that is bound.
func (p *pairRun) hold() bool {
	before := p.work
	o, err := p.report()
	if err != nil {
		return p.note(err)
	}
	if p.kept += p.work - before; p.kept > maxWork {
		return p.over("the findings hold too much text", "")
	}
	if len(p.outcomes) == maxPairOutcomes {
		return p.over(fmt.Sprintf("more than %d findings in one document", maxPairOutcomes), "")
	}
	p.outcomes = append(p.outcomes, *o)
	return true
}

// everyPair evaluates every pair in full, so that each conjunct is observed.
func (p *pairRun) everyPair(facts []any) bool {
	for i, a := range facts {
		for _, b := range facts[i+1:] {
			if p.pairs++; p.pairs > maxPairs {
				return p.over(fmt.Sprintf("more than %d pairs to look at", maxPairs), "")
			}
			if !p.worked(p.rule.when.pairs.steps) {
				return false
			}
			p.values[0], p.values[1] = a, b
			p.rebind()
			ok, err := p.holds()
			if !ok {
				if !p.note(err) {
					return false
				}
			} else if !p.hold() {
				return false
			}
		}
	}
	return true
}

// worked counts the work on a fact or pair. It returns false if the rule was
// stopped.
func (p *pairRun) worked(n int64) bool {
	if p.pass(n) {
		return true
	}
	if p.by == unspent {
		p.errs = append(p.errs, p.rule.stopped(p.halted))
	} else if p.account.ledger == nil {
		p.errs = append(p.errs, p.account.entry(p.rule, p.budget).alone())
	}
	return false
}

// note keeps an error, if it is one that is not known yet. It returns false if
// the rule was stopped.
func (p *pairRun) note(err error) bool {
	if err == nil {
		return true
	}
	if err = p.excuse(err); err == nil {
		return false
	}
	e, ok := err.(*Error)
	if !ok {
		e = p.rule.file.errorAt(p.rule.Pos, err.Error(), "")
		e.Rule = p.rule.ID
	}
	if key := (reported{e.Line, e.Column, e.Message}); !p.reported[key] {
		if p.reported == nil {
			p.reported = map[reported]bool{}
		}
		p.reported[key] = true
		p.errs = append(p.errs, e)
	}
	return !p.spent()
}

// over stops the rule for having used up a bound.
func (p *pairRun) over(message, hint string) bool {
	p.errs = append(p.errs, p.rule.problem(message, hint))
	return false
}
