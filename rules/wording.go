package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/google/cel-go/common"
	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
)

// A wording puts what cel-go's checker says of one expression in the words of
// people who write rules.
type wording struct {
	vocabulary *vocabulary
	frame      frame
	unit       *unit
	ast        *celast.AST // typed as far as the checker came
}

var (
	undeclared  = regexp.MustCompile(`^undeclared reference to '(.*?)'`)
	noField     = regexp.MustCompile(`^undefined field '(.*)'$`)
	noOverload  = regexp.MustCompile(`^found no matching overload for '(.*?)' applied to`)
	noSelection = regexp.MustCompile(`^type '(.*)' does not support field selection$`)
	fieldType   = regexp.MustCompile(`^expected type of field '(.*)' is '(.*)' but provided type is '(.*)'$`)
	wrongType   = regexp.MustCompile(`^expected type '(.*)' but found '(.*)'$`)
	badLiteral  = regexp.MustCompile(`^invalid (\w+) argument`)
	badIndex    = regexp.MustCompile(`^index \d+ out of range$`)
	noRange     = regexp.MustCompile(`^expression of type '(.*)' cannot be range of a comprehension`)
)

// problems translates the errors of one field. An error that contains another
// is left out: the outer one is only its consequence.
func (w *wording) problems(errs []*common.Error, f *field) []problem {
	nodes := map[int64]celast.Expr{}
	celast.PreOrderVisit(w.ast.Expr(), celast.NewExprVisitor(func(n celast.Expr) { nodes[n.ID()] = n }))
	failed := map[int64]bool{}
	for _, e := range errs {
		failed[e.ExprID] = true
	}
	var out []problem
	seen := map[int64]bool{}
	for _, e := range errs {
		node := nodes[e.ExprID]
		if seen[e.ExprID] || node != nil && contains(node, failed) {
			continue
		}
		seen[e.ExprID] = true
		p := problem{offset: f.valueStart()}
		if at, ok := w.unit.nodeOffset(e.ExprID); ok {
			p.offset = w.unit.nameOffset(at)
		}
		p.message, p.hint = w.plain(e.Message, node)
		out = append(out, p)
	}
	return out
}

// contains reports whether a node below n failed.
func contains(n celast.Expr, failed map[int64]bool) bool {
	found := false
	celast.PreOrderVisit(n, celast.NewExprVisitor(func(below celast.Expr) {
		found = found || below.ID() != n.ID() && failed[below.ID()]
	}))
	return found
}

// plain translates one message about a node, which may be nil.
func (w *wording) plain(message string, node celast.Expr) (string, string) {
	if m := undeclared.FindStringSubmatch(message); m != nil {
		return w.plainUndeclared(m[1], node)
	}
	if m := noField.FindStringSubmatch(message); m != nil {
		return w.plainField(m[1], node)
	}
	if m := noOverload.FindStringSubmatch(message); m != nil && node != nil && node.Kind() == celast.CallKind {
		return w.plainCall(m[1], node)
	}
	if m := noSelection.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%s has no fields", shortTypes(m[1])), ""
	}
	if m := fieldType.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%q must be %s, not %s", m[1], shortTypes(m[2]), shortTypes(m[3])), ""
	}
	if m := wrongType.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("expected %s, found %s", shortTypes(m[1]), shortTypes(m[2])), ""
	}
	if m := noRange.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("cannot loop over %s", shortTypes(m[1])), "only over a list or a map"
	}
	if m := badLiteral.FindStringSubmatch(message); m != nil {
		what := map[string]string{"matches": "regular expression"}[m[1]]
		if what == "" {
			what = m[1]
		}
		return fmt.Sprintf("this is not a valid %s", what), ""
	}
	if badIndex.MatchString(message) {
		return "the format has more placeholders than there are values", ""
	}
	return shortTypes(strings.TrimSuffix(message, " (in container '"+container+"')")), ""
}

func (w *wording) plainUndeclared(name string, node celast.Expr) (string, string) {
	if node != nil && node.Kind() == celast.CallKind {
		hint := didYouMean(name, w.vocabulary.functions)
		if op := wordOperator(name); op != "" {
			hint = op
		}
		return fmt.Sprintf("unknown function %q", name), hint
	}
	if node != nil && node.Kind() == celast.StructKind {
		return fmt.Sprintf("unknown type %q", name), didYouMean(name, []string{"Note", "Fix", "Place"})
	}
	return fmt.Sprintf("undeclared reference to %q", name), w.nameHint(name)
}

// nameHint says where a name is known, or which name is near.
func (w *wording) nameHint(name string) string {
	for _, s := range scopeTable {
		if s.Scope != w.frame.scope.Scope && slices.ContainsFunc(s.Variables, func(v Variable) bool { return v.Name == name }) {
			return fmt.Sprintf("it is known over %s, not over %s", s.Scope, w.frame.scope.Scope)
		}
	}
	candidates := w.frame.names()
	celast.PreOrderVisit(w.ast.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() == celast.ComprehensionKind {
			candidates = append(candidates, n.AsComprehension().IterVar(), n.AsComprehension().IterVar2())
		}
	}))
	candidates = append(candidates, "math", "sets", "lists", "cel", "true", "false")
	return didYouMean(name, slices.DeleteFunc(candidates, func(s string) bool { return !isWord(s) }))
}

func (w *wording) plainField(name string, node celast.Expr) (string, string) {
	t := w.owner(node, name)
	if t == nil {
		return fmt.Sprintf("unknown field %q", name), ""
	}
	fields, _ := w.vocabulary.env.CELTypeProvider().FindStructFieldNames(t.TypeName())
	return fmt.Sprintf("%s has no field %q", typeName(t), name), didYouMean(name, fields)
}

// owner returns the type whose field is missing: what a selection is made
// from, or the struct that is built with such a field.
func (w *wording) owner(node celast.Expr, field string) *types.Type {
	var t *types.Type
	switch {
	case node == nil:
		celast.PreOrderVisit(w.ast.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
			if n.Kind() == celast.StructKind && slices.ContainsFunc(n.AsStruct().Fields(),
				func(f celast.EntryExpr) bool { return f.AsStructField().Name() == field }) {
				t = w.ast.GetType(n.ID())
			}
		}))
		return t
	case node.Kind() == celast.SelectKind:
		t = w.ast.GetType(node.AsSelect().Operand().ID())
	case node.Kind() == celast.CallKind && len(node.AsCall().Args()) > 0:
		t = w.ast.GetType(node.AsCall().Args()[0].ID()) // a.?b
	}
	if t != nil && isOptional(t) {
		t = t.Parameters()[0]
	}
	if t == nil || t.Kind() != types.StructKind {
		return nil
	}
	return t
}

// plainCall explains an operator or function applied to what it cannot take.
func (w *wording) plainCall(name string, node celast.Expr) (string, string) {
	call := node.AsCall()
	var args []string
	for _, a := range call.Args() {
		args = append(args, typeName(w.ast.GetType(a.ID())))
	}
	if message := w.plainMacro(name, node, args); message != "" {
		return message, ""
	}
	switch {
	case name == operators.Conditional && len(args) == 3:
		return fmt.Sprintf(`"? :" needs a bool and two values of one type, not %s`, and(args)), ""
	case name == operators.LogicalNot && len(args) == 1:
		return fmt.Sprintf(`"!" needs bool, not %s`, args[0]), ""
	case (name == operators.LogicalAnd || name == operators.LogicalOr) && len(args) == 2:
		return fmt.Sprintf("%q needs bool on both sides, not %s", symbol(name), and(args)), ""
	case name == operators.Index && len(args) == 2:
		return fmt.Sprintf("cannot take element %s of %s", args[1], args[0]), ""
	case name == operators.In && len(args) == 2:
		return fmt.Sprintf("cannot look for %s in %s", args[0], args[1]), ""
	case slices.Contains([]string{operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.Equals, operators.NotEquals}, name) && len(args) == 2:
		return fmt.Sprintf("cannot compare %s with %q", and(args), symbol(name)), ""
	case symbol(name) != "" && len(args) == 2:
		return fmt.Sprintf("%q cannot be applied to %s", symbol(name), and(args)), ""
	case symbol(name) != "":
		return fmt.Sprintf("%q cannot be applied to %s", symbol(name), strings.Join(args, ", ")), ""
	}
	if call.IsMemberFunction() {
		on := typeName(w.ast.GetType(call.Target().ID()))
		return fmt.Sprintf("%s.%s cannot be called with (%s)", on, name, strings.Join(args, ", ")), w.signatures(name)
	}
	return fmt.Sprintf("%s cannot be called with (%s)", name, strings.Join(args, ", ")), w.signatures(name)
}

// plainMacro explains a condition inside a loop that is not a bool: the
// macro's own operator is what the checker complains of.
func (w *wording) plainMacro(name string, node celast.Expr, args []string) string {
	at, ok := w.unit.nodeOffset(node.ID())
	i := w.unit.tokenAt(at)
	if !ok || w.unit.tokenText(i) != "(" || i == 0 || len(args) < 2 {
		return ""
	}
	condition := args[len(args)-1]
	switch name {
	case operators.Conditional:
		condition = args[0]
	case operators.LogicalAnd, operators.LogicalOr:
	default:
		return ""
	}
	return fmt.Sprintf("the condition of %s must be bool, not %s", w.unit.tokenText(i-1), condition)
}

// signatures lists how a function can be called.
func (w *wording) signatures(name string) string {
	fn := w.vocabulary.env.Functions()[name]
	if fn == nil {
		return ""
	}
	const most = 3
	var forms []string
	for _, o := range fn.OverloadDecls() {
		var args []string
		for _, a := range o.ArgTypes() {
			args = append(args, typeName(a))
		}
		form := fmt.Sprintf("%s(%s)", name, strings.Join(args, ", "))
		if o.IsMemberFunction() && len(args) > 0 {
			form = fmt.Sprintf("%s.%s(%s)", args[0], name, strings.Join(args[1:], ", "))
		}
		if forms = append(forms, form); len(forms) > most {
			return ""
		}
	}
	return "it is called as " + strings.Join(forms, " or ")
}

// symbol returns an operator as it is written, or "" if name is none.
func symbol(name string) string {
	s, _ := operators.FindReverse(name)
	return s
}

func and(args []string) string {
	if len(args) < 2 {
		return strings.Join(args, "")
	}
	return strings.Join(args[:len(args)-1], ", ") + " and " + args[len(args)-1]
}

// typeName returns a type as rule authors know it.
func typeName(t *types.Type) string {
	if isOptional(t) {
		return "optional " + typeName(t.Parameters()[0])
	}
	return shortTypes(t.String())
}

// isOptional reports whether t is what a.?b gives.
func isOptional(t *types.Type) bool {
	return t.Kind() == types.OpaqueKind && t.TypeName() == "optional_type" && len(t.Parameters()) == 1
}

// shortTypes leaves the package off our type names.
func shortTypes(s string) string { return strings.ReplaceAll(s, container+".", "") }
