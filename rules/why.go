package rules

import (
	"context"
	"fmt"
	"maps"
	"slices"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/interpreter"

	"factcheck/internal/text"
)

// Bounds on an explanation, which people read.
const (
	maxNodes    = 500
	maxElements = 3 // of a loop without a witness
)

// NotEvaluated is the value of a Node that no evaluation reaches: the other
// branch of ?:, the body of a loop over nothing.
const NotEvaluated = "not evaluated"

// An Explanation says why a rule holds of a binding, or why it does not.
type Explanation struct {
	Rule      *Rule
	Holds     bool
	Conjuncts []Node // those of when in the order of [Rule.Conjuncts], then one for unless
}

// A Node is a part of a rule's condition and its value.
type Node struct {
	Text     string        // as written; the name alone for a loop's variable
	Pos      text.Position // where it begins
	Value    string        // as people write it; "error: …"; or NotEvaluated
	Children []Node        // the parts it is made of; literals and facts by themselves are left out
}

// Explain evaluates every part of a rule's condition over one binding of its
// scope, also those after a part that is false. A let or definition is taken
// apart where it is first named. Below exists and all stands the element that
// decided, below other loops their first elements.
//
// The error is that of [Set.Eval], or says that there was no time for all; what
// could be explained is returned beside it.
func (s *Set) Explain(ctx context.Context, r *Rule, b Binding) (Explanation, error) {
	out := Explanation{Rule: r}
	info := scopeInfo(r.Scope)
	var all []any
	if r.unless != nil {
		second := info.Variables[1].Name
		all, _ = b[second].([]any)
		b = maps.Clone(b)
		b[second] = b[info.Variables[0].Name]
	}
	values, err := b.values(info)
	if err != nil {
		return out, err
	}
	r = r.parsed()
	x := &explainer{among: all, shown: map[*program]bool{},
		run: &run{meter: meter{ctx: ctx, account: new(Account), budget: s.Budget, rule: r}, info: info, values: values}}
	if failed := x.run.alone(func() { err = x.explain(&out) }); failed != nil {
		return Explanation{Rule: r}, failed
	}
	return out, err
}

// explain fills in whether the rule holds, and its parts.
func (x *explainer) explain(out *Explanation) (err error) {
	if out.Holds, err = x.run.holds(); err != nil && x.run.spent() {
		return err
	}
	conjuncts := x.run.rule.when.conjuncts
	for _, c := range conjuncts {
		out.Conjuncts = append(out.Conjuncts, x.node(part{c.program, x.run}, c.expr))
	}
	if x.run.rule.unless != nil {
		found := x.unless(x.among)
		out.Holds = out.Holds && found.Value == "true"
		out.Conjuncts = append(out.Conjuncts, found)
	}
	if x.run.spent() && err == nil {
		err = x.run.located(conjuncts[0].program, ErrBudget)
	}
	return err
}

// An explainer explains one rule over one binding.
type explainer struct {
	among []any // where unless looks for b
	run   *run
	shown map[*program]bool // lets and definitions taken apart
	nodes int
}

// A part is where an expression stands: what it is part of, and what names
// stand for there.
type part struct {
	*program
	names interpreter.Activation
}

// eval evaluates a part of p.
func (x *explainer) eval(p part, e celast.Expr) (ref.Val, error) {
	sub := newProgram(p.frame, p.unit, p.checked, e)
	v, err := x.run.execIn(sub, p.names)
	if err != nil {
		return nil, x.run.located(sub, err)
	}
	return v, nil
}

// blank returns the node of e without a value.
func (x *explainer) blank(p part, e celast.Expr) Node {
	written, start := p.unit.written(e)
	return Node{Text: written, Pos: p.unit.file.lines.Position(start), Value: NotEvaluated}
}

// node explains e.
func (x *explainer) node(p part, e celast.Expr) Node {
	n := x.blank(p, e)
	if x.nodes++; x.nodes > maxNodes || x.run.spent() {
		return n
	}
	v, err := x.eval(p, e)
	n.Value = describeResult(v, err)
	n.Children = x.children(p, e)
	return n
}

func describeResult(v ref.Val, err error) string {
	if err == nil {
		return describe(v)
	}
	if located, ok := err.(*Error); ok {
		return "error: " + located.Message
	}
	return "error: " + err.Error()
}

// children explains the parts of e.
func (x *explainer) children(p part, e celast.Expr) []Node {
	switch e.Kind() {
	case celast.IdentKind:
		return x.named(p, e.AsIdent())
	case celast.SelectKind:
		return x.parts(p, e.AsSelect().Operand())
	case celast.ListKind:
		return x.parts(p, e.AsList().Elements()...)
	case celast.StructKind:
		var values []celast.Expr
		for _, f := range e.AsStruct().Fields() {
			values = append(values, f.AsStructField().Value())
		}
		return x.parts(p, values...)
	case celast.MapKind:
		var values []celast.Expr
		for _, f := range e.AsMap().Entries() {
			values = append(values, f.AsMapEntry().Key(), f.AsMapEntry().Value())
		}
		return x.parts(p, values...)
	case celast.CallKind:
		return x.call(p, e)
	case celast.ComprehensionKind:
		return x.loop(p, e.AsComprehension())
	}
	return nil
}

// parts explains those of es that say something.
func (x *explainer) parts(p part, es ...celast.Expr) []Node {
	var list []Node
	for _, e := range es {
		switch e.Kind() {
		case celast.LiteralKind:
			continue
		case celast.IdentKind:
			if p.frame.named(e.AsIdent()) == nil {
				continue // a fact, or a loop's variable
			}
		case celast.ListKind:
			if !slices.ContainsFunc(e.AsList().Elements(), func(e celast.Expr) bool { return e.Kind() != celast.LiteralKind }) {
				continue
			}
		}
		list = append(list, x.node(p, e))
	}
	return list
}

// named explains the let or definition of that name, once.
func (x *explainer) named(p part, name string) []Node {
	value := p.frame.named(name)
	if value == nil || x.shown[value] {
		return nil
	}
	x.shown[value] = true
	return []Node{x.node(part{value, x.run}, value.expr)}
}

func (x *explainer) call(p part, e celast.Expr) []Node {
	c := e.AsCall()
	switch c.FunctionName() {
	case operators.LogicalAnd, operators.LogicalOr:
		return x.parts(p, operands(nil, e, c.FunctionName())...)
	case operators.Conditional:
		return x.branches(p, c.Args())
	}
	var args []celast.Expr
	if c.IsMemberFunction() {
		args = append(args, c.Target())
	}
	return x.parts(p, append(args, c.Args()...)...)
}

// branches explains c ? a : b, of which only one branch is evaluated.
func (x *explainer) branches(p part, args []celast.Expr) []Node {
	list := x.parts(p, args[0])
	v, err := x.eval(p, args[0])
	for i, taken := range []types.Bool{types.True, types.False} {
		if err == nil && v == taken {
			list = append(list, x.parts(p, args[i+1])...)
		} else if args[i+1].Kind() != celast.LiteralKind {
			list = append(list, x.blank(p, args[i+1]))
		}
	}
	return list
}

// bound gives one more name a value, as a loop does.
type bound struct {
	interpreter.Activation
	name  string
	value ref.Val
}

// Parent implements interpreter.Activation.
func (b bound) Parent() interpreter.Activation { return b.Activation }

// ResolveName implements interpreter.Activation.
func (b bound) ResolveName(name string) (any, bool) {
	if name == b.name {
		return b.value, true
	}
	return b.Activation.ResolveName(name)
}

// loop explains a loop by its range and its elements.
func (x *explainer) loop(p part, c celast.ComprehensionExpr) []Node {
	if r := c.IterRange(); r.Kind() == celast.ListKind && r.AsList().Size() == 0 {
		return x.bind(p, c)
	}
	list := x.parts(p, c.IterRange())
	body, decides := loopBody(c)
	if body == nil {
		return list
	}
	v, err := x.eval(p, c.IterRange())
	if err != nil {
		return list
	}
	elements := x.elements(p, c, v)
	if len(elements) == 0 {
		return append(list, x.blank(p, body))
	}
	if decides != nil {
		if i := x.witness(elements, body, decides); i >= 0 {
			return append(list, x.element(c, elements[i], body))
		}
	}
	for i, e := range elements {
		if i == maxElements {
			more := Node{Text: "…", Pos: x.blank(p, body).Pos, Value: fmt.Sprintf("%d more", len(elements)-i)}
			return append(list, more)
		}
		list = append(list, x.element(c, e, body))
	}
	return list
}

// bind explains cel.bind(name, value, body).
func (x *explainer) bind(p part, c celast.ComprehensionExpr) []Node {
	list := x.parts(p, c.AccuInit())
	v, err := x.eval(p, c.AccuInit())
	if err != nil {
		v = types.WrapErr(err)
	}
	inner := part{p.program, bound{p.names, c.AccuVar(), v}}
	return append(list, x.parts(inner, c.Result())...)
}

// loopBody returns what a loop evaluates for each element, or nil if that is
// not plain, and the value of it that decides the loop, or nil if none does.
func loopBody(c celast.ComprehensionExpr) (body celast.Expr, decides ref.Val) {
	if c.LoopStep().Kind() != celast.CallKind {
		return nil, nil
	}
	args := c.LoopStep().AsCall().Args()
	switch c.LoopStep().AsCall().FunctionName() {
	case operators.LogicalOr:
		return args[1], types.True
	case operators.LogicalAnd:
		return args[1], types.False
	case operators.Conditional:
		return args[0], nil
	case operators.Add:
		if args[1].Kind() == celast.ListKind && args[1].AsList().Size() == 1 {
			return args[1].AsList().Elements()[0], nil
		}
	}
	return nil, nil
}

// elements returns the place of the loop's body for each element of v.
func (x *explainer) elements(p part, c celast.ComprehensionExpr, v ref.Val) []part {
	at := func(first, second ref.Val) part {
		names := bound{p.names, c.IterVar(), first}
		if c.HasIterVar2() {
			names = bound{names, c.IterVar2(), second}
		}
		return part{p.program, names}
	}
	var list []part
	switch v := v.(type) {
	case traits.Lister:
		for it, i := v.Iterator(), types.Int(0); it.HasNext() == types.True; i++ {
			if e := it.Next(); c.HasIterVar2() {
				list = append(list, at(i, e))
			} else {
				list = append(list, at(e, nil))
			}
		}
	case traits.Mapper:
		for it := v.Iterator(); it.HasNext() == types.True; {
			key := it.Next()
			list = append(list, at(key, v.Get(key)))
		}
	}
	return list
}

// witness returns the first element for which the body is what decides, or
// fails; -1 if there is none.
func (x *explainer) witness(elements []part, body celast.Expr, decides ref.Val) int {
	failed := -1
	for i, e := range elements {
		if !x.run.pass(nodesOf(body)) {
			return failed
		}
		v, err := x.eval(e, body)
		if err == nil && v == decides {
			return i
		}
		if err != nil && failed < 0 {
			failed = i
		}
	}
	return failed
}

// element explains the body of a loop for one element.
func (x *explainer) element(c celast.ComprehensionExpr, e part, body celast.Expr) Node {
	n := Node{Text: c.IterVar(), Pos: x.blank(e, body).Pos, Value: x.variable(e, c.IterVar())}
	if c.HasIterVar2() {
		n.Text += ", " + c.IterVar2()
		n.Value += ", " + x.variable(e, c.IterVar2())
	}
	n.Children = []Node{x.node(e, body)}
	return n
}

func (x *explainer) variable(e part, name string) string {
	v, _ := e.names.ResolveName(name)
	value, _ := v.(ref.Val)
	return describe(value)
}
