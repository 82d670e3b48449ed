package rules

import (
	"context"
	"fmt"
	"slices"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/text"
)

// maxMutants bounds the mutants of one rule.
const maxMutants = 200

// A Mutant is a rule with one mistake put into its condition, which the rule's
// cases should notice.
type Mutant struct {
	Description string        // what was changed, such as “`<` becomes `>=`”
	Pos         text.Position // of what was changed, perhaps in a Define
	Rule        *Rule         // the rule with the mistake; it has the id of the rule
}

// flips are the operators that mutants exchange.
var flips = []struct{ from, to, write, become string }{
	{operators.Less, operators.GreaterEquals, "<", ">="},
	{operators.GreaterEquals, operators.Less, ">=", "<"},
	{operators.Greater, operators.LessEquals, ">", "<="},
	{operators.LessEquals, operators.Greater, "<=", ">"},
	{operators.Equals, operators.NotEquals, "==", "!="},
	{operators.NotEquals, operators.Equals, "!=", "=="},
	{operators.LogicalAnd, operators.LogicalOr, "&&", "||"},
	{operators.LogicalOr, operators.LogicalAnd, "||", "&&"},
}

// Mutants returns the rule with each conjunct left out in turn, then with each
// comparison, && or || within a conjunct, and each true or false, replaced by
// its opposite; at most 200. A mistake in a Define is put into this rule alone.
// A definition used otherwise than as a conjunct is not changed.
func (r *Rule) Mutants() []Mutant {
	r = r.parsed()
	m := &mutator{rule: r}
	for _, m.of = range r.conditions() {
		for i, c := range m.of.conjuncts {
			if m.of.everything() {
				break // without it the condition is as it was
			}
			rest := slices.Delete(slices.Clone(m.of.conjuncts), i, i+1)
			written, pos := c.written()
			m.add("drop `"+shortened(strings.Join(strings.Fields(written), " "))+"`", pos, rest)
		}
	}
	for _, m.of = range r.conditions() {
		for i, c := range m.of.conjuncts {
			m.flip(i, c)
		}
	}
	return m.mutants
}

// A mutator collects the mutants of a rule.
type mutator struct {
	rule    *Rule
	of      *condition // which is changed, when or unless
	mutants []Mutant
}

func (m *mutator) full() bool { return len(m.mutants) == maxMutants }

// add makes a mutant of the given conjuncts.
func (m *mutator) add(description string, pos text.Position, conjuncts []*conjunct) {
	if m.full() {
		return
	}
	changed := newCondition(scopeInfo(m.rule.Scope), conjuncts)
	if changed.plan() != nil {
		return
	}
	mutant := *m.rule
	if m.of == m.rule.unless {
		mutant.unless = changed
	} else {
		mutant.when = changed
	}
	m.mutants = append(m.mutants, Mutant{Description: description, Pos: pos, Rule: &mutant})
}

// flip makes the mutants of one conjunct that differ in one operator or
// constant. What a macro adds of its own is told from what is written by the
// token at its place.
func (m *mutator) flip(i int, c *conjunct) {
	celast.PreOrderVisit(c.expr, celast.NewExprVisitor(func(n celast.Expr) {
		u, at, _, placed := c.unit.place(n.ID())
		if !placed || m.full() {
			return
		}
		written := u.tokenText(u.tokenAt(at))
		become, change := opposite(n, written)
		if change == nil {
			return
		}
		changed, ok := m.with(c, n.ID(), at, written, become, change)
		if !ok {
			return
		}
		conjuncts := slices.Clone(m.of.conjuncts)
		conjuncts[i] = changed
		m.add(fmt.Sprintf("`%s` becomes `%s`", written, become), c.unit.file.lines.Position(at), conjuncts)
	}))
}

// opposite returns how to write the opposite of a node, and how to make it; nil
// if it has none.
func opposite(n celast.Expr, written string) (become string, change func(celast.Expr)) {
	factory := celast.NewExprFactory()
	switch n.Kind() {
	case celast.LiteralKind:
		if b, ok := n.AsLiteral().(types.Bool); ok && written == fmt.Sprint(bool(b)) {
			return fmt.Sprint(!bool(b)), func(e celast.Expr) { e.SetKindCase(factory.NewLiteral(e.ID(), !b)) }
		}
	case celast.CallKind:
		for _, f := range flips {
			if n.AsCall().FunctionName() == f.from && written == f.write {
				return f.become, func(e celast.Expr) { e.SetKindCase(factory.NewCall(e.ID(), f.to, e.AsCall().Args()...)) }
			}
		}
	}
	return "", nil
}

// with returns c with one node changed. It returns false if the result does
// not compile.
func (m *mutator) with(c *conjunct, id int64, at int, written, become string, change func(celast.Expr)) (*conjunct, bool) {
	e := celast.NewExprFactory().CopyExpr(c.expr)
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		if n.ID() == id {
			change(n)
		}
	}))
	checked, errs := check(c.frame, c.unit, e)
	if len(errs) > 0 {
		return nil, false
	}
	p := newProgram(c.frame, c.unit, checked, checked.Expr())
	if p.plan() != nil {
		return nil, false
	}
	changed := newConjunct(p)
	text, pos := changed.written()
	if i := at - pos.Offset; i >= 0 && strings.HasPrefix(text[min(i, len(text)):], written) && i+len(written) <= len(text) {
		changed.mistake = text[:i] + become + text[i+len(written):]
	}
	return changed, true
}

// With returns a Set with r in the place of the rule of that id, or behind the
// others if there is none.
func (s *Set) With(r *Rule) *Set {
	f := s.derived()
	found := false
	for _, old := range s.rules {
		if old.ID == r.ID {
			old, found = r, true
		}
		f.add(old)
	}
	if !found {
		f.add(r)
	}
	return f
}

// Survivors returns the mutants of a rule that none of its cases notices: run
// returns nil for all of them. run gets a Set that holds the mutant. If ctx
// ends, only the survivors found so far are returned.
func Survivors(ctx context.Context, set *Set, rule *Rule, run func(*Set, *Rule, Case) error) []Mutant {
	var out []Mutant
	for _, m := range rule.Mutants() {
		with := set.With(m.Rule)
		noticed := slices.ContainsFunc(m.Rule.Cases(), func(c Case) bool {
			return ctx.Err() == nil && run(with, m.Rule, c) != nil
		})
		if ctx.Err() != nil {
			break
		}
		if !noticed {
			out = append(out, m)
		}
	}
	return out
}
