package rules

import (
	"slices"
	"sync"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
	"factcheck/internal/text"
)

// maxConjuncts bounds into how many conjuncts the definitions that a condition
// names are taken apart; those past it stay whole.
const maxConjuncts = 64

// variables is a set of variables of one scope: bit i is its i-th.
type variables uint16

// A condition is the when: of a rule, taken apart at the && of its top level.
// Evaluating the parts and putting their results together gives what CEL gives
// for the whole: false if any is false, whatever errors there are; else the
// error of the first that failed; else true.
type condition struct {
	whole     *program    // nil of a mutant's
	conjuncts []*conjunct // as written; those of a definition in its place
	order     []int       // in which to evaluate them: loops last
	pairs     *pairPlan   // nil if the scope is not one of pairs

	// What has no loop costs least in one piece, definitions not taken apart,
	// as these are shared between rules.
	quick *program // the && of such parts; nil if the parts run one by one
	rest  []int    // order without what quick covers
}

// A conjunct is one part of a condition.
type conjunct struct {
	*program
	mistake string // how it is written, of a mutant's

	eitherOnce sync.Once
	either     []*conjunct // see alternatives
}

// everything reports whether the condition is written as true: the rule reports
// each fact of its scope.
func (c *condition) everything() bool {
	return len(c.conjuncts) == 1 && saysTrue(c.conjuncts[0].expr)
}

func saysTrue(e celast.Expr) bool {
	return e.Kind() == celast.LiteralKind && e.AsLiteral() == types.True
}

// A Conjunct is one of the parts of a rule's condition that && joins. A
// Define that stands alone is taken apart in turn.
type Conjunct struct {
	Text string        // as written
	Pos  text.Position // in the rule's file, perhaps in a Define
}

// Always reports whether the condition is written as true: the rule reports each
// fact of its scope, and there is nothing to see false.
func (r *Rule) Always() bool { return r.when.everything() }

// Conjuncts returns the parts of the rule's condition in the order written, then
// those of unless.
func (r *Rule) Conjuncts() []Conjunct {
	conjuncts := r.parsed().conjuncts()
	out := make([]Conjunct, len(conjuncts))
	for i, c := range conjuncts {
		out[i].Text, out[i].Pos = c.written()
	}
	return out
}

// compileCondition checks the condition of a rule as a whole and plans its
// conjuncts. It returns nil if something is wrong, which is then reported.
func (l *loader) compileCondition(fr frame, f *field) *condition {
	whole := l.checkField(fr, f, accept("true or false", types.BoolType))
	if whole == nil {
		return nil
	}
	c := conditionOf(whole)
	if err := c.plan(); err != nil {
		l.report(whole.start, err.Error(), "")
		return nil
	}
	return c
}

// conditionOf takes a checked condition apart.
func conditionOf(whole *program) *condition {
	clauses := split(whole)
	c := newCondition(whole.frame.scope, flatten(clauses))
	c.whole = whole
	if c.pairs == nil {
		c.gather(whole, clauses)
	}
	return c
}

// newCondition joins conjuncts.
func newCondition(scope *fact.ScopeInfo, conjuncts []*conjunct) *condition {
	c := &condition{conjuncts: conjuncts}
	for i := range conjuncts {
		c.order = append(c.order, i)
	}
	slices.SortStableFunc(c.order, func(i, j int) int {
		switch a, b := conjuncts[i].slow, conjuncts[j].slow; {
		case b && !a:
			return -1
		case a && !b:
			return 1
		}
		return 0
	})
	if overPairs(scope) {
		c.pairs = newPairPlan(c)
	}
	return c
}

// gather makes the quick program of a condition.
func (c *condition) gather(whole *program, clauses []clause) {
	if !whole.slow {
		c.quick = whole
		return
	}
	var quick []celast.Expr
	var rest []*conjunct
	for _, x := range clauses {
		if x.slow() {
			rest = append(rest, x.parts...)
		} else {
			quick = append(quick, x.expr)
		}
	}
	if len(quick) < 2 {
		return
	}
	and := celast.NewExprFactory().NewCall(whole.expr.ID(), operators.LogicalAnd, quick...)
	c.quick = newProgram(whole.frame, whole.unit, whole.checked, and)
	for _, i := range c.order {
		if slices.Contains(rest, c.conjuncts[i]) {
			c.rest = append(c.rest, i)
		}
	}
}

// plan plans what will run at first, and so finds what is wrong with it.
func (c *condition) plan() error {
	if c.quick != nil {
		if err := c.quick.plan(); err != nil {
			return err
		}
	}
	for i, x := range c.conjuncts {
		if c.quick != nil && !slices.Contains(c.rest, i) {
			continue
		}
		if err := x.plan(); err != nil {
			return err
		}
	}
	return c.pairs.plan()
}

// A clause is what && joins as written, and the conjuncts that it stands for:
// several if it is a definition.
type clause struct {
	expr  celast.Expr
	parts []*conjunct
}

func (c clause) slow() bool {
	return slices.ContainsFunc(c.parts, func(x *conjunct) bool { return x.slow })
}

func flatten(clauses []clause) []*conjunct {
	var list []*conjunct
	for _, c := range clauses {
		list = append(list, c.parts...)
	}
	return list
}

// split takes a checked expression apart.
func split(whole *program) []clause {
	var list []clause
	n := 0
	for _, e := range conjunctsOf(nil, whole.expr) {
		c := clause{expr: e}
		if d := whole.frame.defines[identifier(e)]; d != nil && d.value != nil && n+len(d.split()) <= maxConjuncts {
			c.parts = d.split()
		} else {
			c.parts = []*conjunct{newConjunct(newProgram(whole.frame, whole.unit, whole.checked, e))}
		}
		n += len(c.parts)
		list = append(list, c)
	}
	return list
}

// split takes a definition apart, once for all rules that name it.
func (d *define) split() []*conjunct {
	if d.parts == nil {
		d.parts = flatten(split(d.value))
	}
	return d.parts
}

func newConjunct(p *program) *conjunct { return &conjunct{program: p} }

// written returns how c is written, and where it begins.
func (c *conjunct) written() (string, text.Position) {
	written, start := c.unit.written(c.expr)
	pos := c.unit.file.lines.Position(start)
	if c.mistake != "" {
		return c.mistake, pos
	}
	return written, pos
}

// conjunctsOf appends the operands of the && at the top of e, or e itself.
func conjunctsOf(list []celast.Expr, e celast.Expr) []celast.Expr {
	return operands(list, e, operators.LogicalAnd)
}

func operands(list []celast.Expr, e celast.Expr, operator string) []celast.Expr {
	if e.Kind() != celast.CallKind || e.AsCall().FunctionName() != operator {
		return append(list, e)
	}
	for _, arg := range e.AsCall().Args() {
		list = operands(list, arg, operator)
	}
	return list
}

// extent returns the bytes of the file that e covers, without parentheses
// around all of it. The nodes of a tree are placed at their operators, so the
// ends are found among the tokens.
func (u *unit) extent(e celast.Expr) (start, end int) {
	last := u.lastNode(e)
	first := u.tokenAt(u.exprStart(e))
	for first > 0 && u.tokenText(first-1) == "." {
		if first--; first > 0 && u.tokens[first-1].kind == tokenWord {
			first-- // math.abs, whose first word is no node
		}
	}
	i, depth := first, 0
	for ; i < len(u.tokens); i++ {
		switch u.tokenText(i) {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		}
		for depth < 0 && first > 0 && u.tokens[i].start < last {
			first-- // (a + b) * c begins before a
			if u.tokenText(first) == "(" {
				depth++
			}
		}
		if depth < 0 {
			i-- // the bracket closes something around e
			break
		}
		if depth == 0 && u.tokens[i].start >= last && !u.goesOn(i) {
			break
		}
	}
	i = min(max(i, first), len(u.tokens)-1)
	return u.tokens[first].start, u.tokens[i].end
}

// lastNode returns the last byte of the file at which a node of e is placed.
func (u *unit) lastNode(e celast.Expr) int {
	u.ready()
	last := u.start
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		if at, ok := u.nodeOffset(n.ID()); ok {
			last = max(last, at)
		}
	}))
	return last
}

// goesOn reports whether an expression whose last node is at or before token i
// cannot end with it.
func (u *unit) goesOn(i int) bool {
	text, next := u.tokenText(i), u.tokenText(i+1)
	switch {
	case text == "?":
		return i > 0 && u.tokenText(i-1) == "."
	case u.tokens[i].kind != tokenWord:
		return text == "." || text == "-" || text == "!"
	case text[0] >= '0' && text[0] <= '9':
		return next == "." // 3.5 is three tokens
	}
	return next == "(" || next == "{"
}
