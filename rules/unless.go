package rules

import (
	"cmp"
	"fmt"
	"slices"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
)

// A rule over pairs with unless: reports each a of which when holds and to which
// no other fact of the article fits as b:
//
//	over: pair(name), when: a.kind == "person",
//	unless: b.surname == a.surname && b.words > 1
//
// b is any other fact, before a or behind it. when and what the rule reports read
// a alone. As when, unless is taken apart at its &&, and a part that compares
// something of a with something of b finds b by an index.

// HasUnless reports whether the rule fires for facts to which no other fits. Its
// findings then point at a, and their Binding has under b not one fact but, as a
// []any, all that were looked at.
func (r *Rule) HasUnless() bool { return r.unless != nil }

// conditions returns when and, if the rule has it, unless.
func (r *Rule) conditions() []*condition {
	if r.unless == nil {
		return []*condition{r.when}
	}
	return []*condition{r.when, r.unless}
}

// conjuncts returns the parts of all conditions of the rule.
func (r *Rule) conjuncts() []*conjunct {
	var all []*conjunct
	for _, c := range r.conditions() {
		all = append(all, c.conjuncts...)
	}
	return all
}

// compileUnless checks unless:, and that nothing else of the rule reads b.
func (l *loader) compileUnless(r *Rule, fr frame, f *field) {
	if f == nil {
		return
	}
	if !overPairs(fr.scope) {
		l.report(f.start, "unless is of rules over pairs", fmt.Sprintf("write over: pair(%s), and b for what must not be there", fr.scope.Scope))
		return
	}
	if r.unless = l.compileCondition(fr, f); r.unless == nil {
		return
	}
	if r.unless.whole.reads&onB == 0 {
		l.report(f.valueStart(), "unless does not read b", "b is the fact that must not be there; what says nothing of it belongs into when")
	}
	parts := []*program{r.message, r.at, r.related, r.suggest, r.assume, r.confident}
	if r.when != nil {
		parts = append(parts, r.when.whole)
	}
	for _, p := range parts {
		if p != nil && p.reads&onB != 0 {
			l.report(p.start, "with unless there is no b here", "b is the fact that was not found; only unless can read it")
		}
	}
}

// Lone returns a Set of one rule that reports every fact of a scope of pairs, and
// in its Binding all facts, as a rule with unless: does.
func Lone(scope fact.Scope) (*Set, error) {
	set, err := Condition(scope, Source{Name: string(scope), Text: "true"})
	if err != nil {
		return nil, err
	}
	r := set.rules[0]
	never := celast.NewExprFactory().NewLiteral(r.when.whole.expr.ID(), types.False)
	p := newProgram(r.when.whole.frame, r.when.whole.unit, r.when.whole.checked, never)
	r.unless = newCondition(scopeInfo(scope), []*conjunct{newConjunct(p)})
	r.unless.whole = p
	return set, nil
}

// inOneGroup returns facts in groups as one group in the order of the text.
func inOneGroup(groups [][]any) []any {
	all := slices.Concat(groups...)
	start := func(f any) int {
		at, _ := fact.PlaceOf(f)
		return at.Span.Start
	}
	slices.SortStableFunc(all, func(x, y any) int { return cmp.Compare(start(x), start(y)) })
	return all
}

// lonely reports the facts to which no other fits. It returns false if the rule
// was stopped.
func (p *pairRun) lonely(facts []any) bool {
	p.all = facts
	if p.coverage != nil {
		return p.lonelyObserved(facts)
	}
	as, ok := p.candidates(facts, 0, p.rule.when, p.rule.when.order, p.rule.unless.pairs)
	if !ok || len(as) == 0 {
		return ok
	}
	bs, ok := p.candidates(facts, 1, p.rule.unless, p.rule.unless.pairs.b, p.rule.unless.pairs)
	if !ok {
		return false
	}
	index := newPairIndex(bs)
	for i := range as {
		if !p.without(facts, &as[i], index) {
			return false
		}
	}
	return true
}

// without reports a fact of which when holds, if no other fits to it.
func (p *pairRun) without(facts []any, a *candidate, index *pairIndex) bool {
	if a.failed.err != nil {
		return p.note(p.located(p.rule.when.conjuncts[a.failed.at].program, a.failed.err))
	}
	p.values[0], p.values[1] = facts[a.index], nil
	p.rebind()
	var failed failing
	plan := p.rule.unless.pairs
	fits, err := p.among(p.rule.unless, slices.Concat(plan.shared, plan.a), &failed)
	if err != nil {
		return p.note(err)
	}
	var unsure error // what failed for some b
	if fits {
		for b := range index.partners(a, 0) {
			if b.index == a.index {
				continue
			}
			if !p.looked() {
				return false
			}
			fits, err := p.fits(facts, a, b, failed)
			if fits {
				return true
			}
			if err != nil && p.spent() {
				return p.note(err)
			}
			if unsure == nil {
				unsure = err
			}
		}
	}
	if unsure != nil {
		return p.note(unsure)
	}
	p.values[0], p.values[1] = facts[a.index], nil
	p.rebind()
	return p.hold()
}

// fits reports whether unless holds of two facts. failed is what failed of its
// parts about a.
func (p *pairRun) fits(facts []any, a, b *candidate, failed failing) (bool, error) {
	unless := p.rule.unless
	if b.failed.err != nil {
		failed.add(b.failed.err, b.failed.at)
	}
	p.values[0], p.values[1] = facts[a.index], facts[b.index]
	p.rebind()
	rest := unless.pairs.both
	if a.loose || b.loose || !a.exact || !b.exact {
		rest = slices.Concat(unless.pairs.keyed, rest)
	}
	if ok, err := p.among(unless, rest, &failed); !ok {
		return false, err
	}
	if failed.err != nil {
		return false, p.located(unless.conjuncts[failed.at].program, failed.err)
	}
	return true, nil
}

// looked counts a pair. It returns false if the rule was stopped.
func (p *pairRun) looked() bool {
	p.pairs++
	switch {
	case !p.worked(p.rule.unless.pairs.steps):
		return false
	case p.pairs > maxPairs:
		return p.over(fmt.Sprintf("more than %d pairs to look at", maxPairs), "compare something of a and b with ==")
	}
	return true
}

// lonelyObserved is lonely where each conjunct is observed over all pairs.
func (p *pairRun) lonelyObserved(facts []any) bool {
	for i, a := range facts {
		p.values[0], p.values[1] = a, nil
		p.rebind()
		held, err := p.observe(p.rule.when)
		fits, unsure, ok := p.anyObserved(facts, i)
		if !ok || !p.note(err) {
			return false
		}
		if !held || fits {
			continue
		}
		if unsure != nil {
			if !p.note(unsure) {
				return false
			}
			continue
		}
		p.values[0], p.values[1] = a, nil
		p.rebind()
		if !p.hold() {
			return false
		}
	}
	return true
}

// anyObserved reports whether unless holds of fact i and any other; else the error
// of the first that failed. ok is false if the rule was stopped.
func (p *pairRun) anyObserved(facts []any, i int) (fits bool, failed error, ok bool) {
	for k, b := range facts {
		if k == i {
			continue
		}
		if !p.looked() {
			return false, nil, false
		}
		p.values[0], p.values[1] = facts[i], b
		p.rebind()
		held, err := p.observe(p.rule.unless)
		if err != nil && p.spent() {
			return false, nil, p.note(err)
		}
		fits = fits || held
		if failed == nil {
			failed = err
		}
	}
	return fits, failed, true
}

// noneFits begins what is explained of unless.
const noneFits = "no b fits"

// unless explains whether no fact fits: by the first that does, else by the first
// few.
func (x *explainer) unless(all []any) Node {
	c := x.run.rule.unless
	out := Node{Text: noneFits, Value: "true"}
	if start, _ := c.whole.unit.extent(c.whole.expr); x.run.rule.Unless != "" {
		out.Pos = c.whole.unit.file.lines.Position(start)
	}
	a := x.run.values[0]
	others := slices.DeleteFunc(slices.Clone(all), func(f any) bool { return f == a })
	shown := others[:min(len(others), maxElements)]
	for _, b := range others {
		if !x.run.pass(c.pairs.steps) {
			break
		}
		x.run.values[1] = b
		x.run.rebind()
		if ok, err := x.run.holdsOf(c); ok && err == nil {
			out.Value, shown = "false", []any{b}
			break
		}
	}
	for _, b := range shown {
		x.run.values[1] = b
		x.run.rebind()
		clear(x.shown)
		n := Node{Text: "b", Pos: out.Pos, Value: describeFact(b)}
		for _, y := range c.conjuncts {
			n.Children = append(n.Children, x.node(part{y.program, x.run}, y.expr))
		}
		out.Children = append(out.Children, n)
	}
	if more := len(others) - len(shown); more > 0 && out.Value == "true" {
		out.Children = append(out.Children, Node{Text: "…", Pos: out.Pos, Value: fmt.Sprintf("%d more", more)})
	}
	x.run.values[1] = nil
	return out
}
