package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/cel-go/common"
	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/decls"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
)

// A wording puts what cel-go's checker says of one expression in the words of
// people who write rules.
type wording struct {
	vocabulary *vocabulary
	frame      frame
	unit       *unit
	field      *field
	ast        *celast.AST // typed as far as the checker came
}

var (
	undeclared  = pattern(`^undeclared reference to '(.*?)'`)
	noField     = pattern(`^undefined field '(.*)'$`)
	noOverload  = pattern(`^found no matching overload for '(.*?)' applied to`)
	noSelection = pattern(`^type '(.*)' does not support field selection$`)
	fieldType   = pattern(`^expected type of field '(.*)' is '(.*)' but provided type is '(.*)'$`)
	wrongType   = pattern(`^expected type '(.*)' but found '(.*)'$`)
	formatType  = pattern(`^error during formatting: (decimal|fixed-point|octal|hex|scientific|binary|string) clause .* was given (.*)$`)
	noClause    = pattern(`unrecognized formatting clause "(.*)"$`)
	badLiteral  = pattern(`^invalid (\w+) argument`)
	badIndex    = pattern(`^index \d+ out of range$`)
	noRange     = pattern(`^expression of type '(.*)' cannot be range of a comprehension`)
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
		if seen[e.ExprID] || node != nil && contains(node, failed) && !(isUnknownCall(e, node) && !onFailed(node, failed)) || w.isLoopName(e, errs, nodes) {
			continue
		}
		seen[e.ExprID] = true
		p := problem{offset: f.valueStart()}
		u, at, called, ok := w.unit.place(e.ExprID)
		if ok {
			p.offset = u.nameOffset(at)
		}
		p.message, p.hint = w.plain(e.Message, node)
		if called > 0 {
			from := u.file.lines.Position(called)
			p.hint = strings.TrimPrefix(fmt.Sprintf("%s; as called at %d:%d", p.hint, from.Line, from.Column), "; ")
		}
		out = append(out, p)
	}
	return out
}

// isUnknownCall reports whether e says that there is no such function.
func isUnknownCall(e *common.Error, node celast.Expr) bool {
	return node.Kind() == celast.CallKind && undeclared().MatchString(e.Message)
}

// onFailed reports whether what a function is called on failed.
func onFailed(call celast.Expr, failed map[int64]bool) bool {
	if !call.AsCall().IsMemberFunction() {
		return false
	}
	target := call.AsCall().Target()
	return failed[target.ID()] || contains(target, failed)
}

// isLoopName reports whether e is about the first argument of an unknown
// function, as x is in list.any(x, x.valid): it would be known if the function
// were.
func (w *wording) isLoopName(e *common.Error, errs []*common.Error, nodes map[int64]celast.Expr) bool {
	m := undeclared().FindStringSubmatch(e.Message)
	if m == nil || nodes[e.ExprID] == nil || nodes[e.ExprID].Kind() != celast.IdentKind {
		return false
	}
	return slices.ContainsFunc(errs, func(outer *common.Error) bool {
		n := nodes[outer.ExprID]
		if n == nil || !isUnknownCall(outer, n) || len(n.AsCall().Args()) == 0 || !n.AsCall().IsMemberFunction() {
			return false
		}
		inside := false
		celast.PreOrderVisit(n, celast.NewExprVisitor(func(x celast.Expr) { inside = inside || x.ID() == e.ExprID }))
		first := firstName(n.AsCall().Args()[0])
		return inside && first == m[1]
	})
}

// firstName returns the name that e is, or whose field it compares.
func firstName(e celast.Expr) string {
	for {
		switch e.Kind() {
		case celast.IdentKind:
			return e.AsIdent()
		case celast.SelectKind:
			e = e.AsSelect().Operand()
		case celast.CallKind:
			c := e.AsCall()
			if c.IsMemberFunction() {
				e = c.Target()
			} else if len(c.Args()) > 0 {
				e = c.Args()[0]
			} else {
				return ""
			}
		default:
			return ""
		}
	}
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
	if m := undeclared().FindStringSubmatch(message); m != nil {
		return w.plainUndeclared(m[1], node)
	}
	if m := noField().FindStringSubmatch(message); m != nil {
		return w.plainField(m[1], node)
	}
	if m := noOverload().FindStringSubmatch(message); m != nil && node != nil && node.Kind() == celast.CallKind {
		return w.plainCall(m[1], node)
	}
	if m := noSelection().FindStringSubmatch(message); m != nil {
		return w.plainSelection(m[1], node)
	}
	if m := fieldType().FindStringSubmatch(message); m != nil {
		hint := ""
		if from := w.name(m[1]); shortTypes(m[2]) == "Place" && from != "" {
			hint = fmt.Sprintf("write %s.at", from)
		}
		return fmt.Sprintf("%q must be %s, not %s", m[1], shortTypes(m[2]), shortTypes(m[3])), hint
	}
	if m := wrongType().FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("expected %s, found %s", shortTypes(m[1]), shortTypes(m[2])), ""
	}
	if m := noRange().FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("cannot loop over %s", shortTypes(m[1])), "only over a list or a map"
	}
	if m := badLiteral().FindStringSubmatch(message); m != nil {
		what := map[string]string{"matches": "regular expression"}[m[1]]
		if what == "" {
			what = m[1]
		}
		return fmt.Sprintf("this is not a valid %s", what), ""
	}
	if m := formatType().FindStringSubmatch(message); m != nil {
		return plainFormat(m[1], shortTypes(m[2]))
	}
	if m := noClause().FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%q is not a placeholder", "%"+m[1]), "%s for text, %d for whole numbers, %.1f for numbers, %% for a percent sign"
	}
	if strings.HasPrefix(message, "too many arguments supplied to string.format") {
		return "the format has fewer placeholders than there are values", ""
	}
	if badIndex().MatchString(message) {
		return "the format has more placeholders than there are values", ""
	}
	message, hint, _ := strings.Cut(message, hintMark)
	return shortTypes(strings.TrimSuffix(message, " (in container '"+container+"')")), hint
}

// hintMark parts a message of our own validators from its hint.
const hintMark = "\n"

// plainFormat explains a value that its placeholder cannot show.
func plainFormat(clause, given string) (string, string) {
	if clause == "string" {
		hint := "write one of its fields"
		switch given {
		case "Day":
			hint = "write .iso behind it"
		case "Interval":
			hint = "write .label behind it"
		}
		return fmt.Sprintf("%s cannot be put into a text", given), hint
	}
	placeholder := map[string]string{"decimal": "%d", "fixed-point": "%f", "octal": "%o", "hex": "%x", "scientific": "%e", "binary": "%b"}[clause]
	return fmt.Sprintf("%q needs a number, not %s", placeholder, given), `write "%s"`
}

// name returns the name that is the value of a field of a struct built in the
// expression, "" if the value is more than a name.
func (w *wording) name(field string) string {
	found := ""
	celast.PreOrderVisit(w.ast.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.StructKind {
			return
		}
		for _, f := range n.AsStruct().Fields() {
			if f.AsStructField().Name() == field {
				found = identifier(f.AsStructField().Value())
			}
		}
	}))
	return found
}

// plainSelection explains a field of what has none.
func (w *wording) plainSelection(typ string, node celast.Expr) (string, string) {
	on, name := shortTypes(typ), ""
	if node != nil && node.Kind() == celast.SelectKind {
		name = node.AsSelect().FieldName()
	}
	hint := ""
	switch variable := strings.ToLower(strings.TrimPrefix(on, "the type ")); {
	case name == "":
	case strings.HasPrefix(on, "list"):
		hint = fmt.Sprintf("as in .exists(x, x.%s == …) or [0].%s", name, name)
	case strings.HasPrefix(on, "the type ") && slices.Contains(w.frame.names(), variable):
		hint = fmt.Sprintf("did you mean %q?", variable)
	case slices.Contains(w.vocabulary.functions, name):
		hint = fmt.Sprintf("%s is a function: write .%s()", name, name)
	default:
		if instead := habits()[habit{"function", strings.ToLower(name)}]; instead != "" {
			hint = fmt.Sprintf("did you mean .%s()?", instead)
		}
	}
	return fmt.Sprintf("%s has no fields", on), hint
}

func (w *wording) plainUndeclared(name string, node celast.Expr) (string, string) {
	if node != nil && node.Kind() == celast.CallKind {
		return w.plainFunction(name, node)
	}
	if node != nil && node.Kind() == celast.StructKind {
		return fmt.Sprintf("unknown type %q", name), didYouMean(name, []string{"Note", "Fix", "Place"})
	}
	return fmt.Sprintf("unknown name %q", name), w.nameHint(name, node)
}

// plainFunction explains a call of what is no function.
func (w *wording) plainFunction(name string, node celast.Expr) (string, string) {
	if form := loopForms[name]; form != "" && node.AsCall().IsMemberFunction() {
		return fmt.Sprintf("%s needs a name and an expression", name), "as in list." + form
	}
	if slices.Contains(w.frame.names(), name) {
		return fmt.Sprintf("%q is not a function", name), fmt.Sprintf("write %s without brackets", name)
	}
	hint := nearestName("function", name, slices.Concat(w.vocabulary.functions, w.frame.calls))
	if op := wordOperator(name); op != "" {
		hint = op
	}
	return fmt.Sprintf("unknown function %q", name), hint
}

// loopForms are the loops as they are called on a list.
var loopForms = map[string]string{
	"all": "all(x, condition)", "exists": "exists(x, condition)", "exists_one": "exists_one(x, condition)",
	"filter": "filter(x, condition)", "map": "map(x, value)", "sortBy": "sortBy(x, value)",
}

// nameHint says where a name is known, or which name is near.
func (w *wording) nameHint(name string, node celast.Expr) string {
	for _, s := range scopeTable {
		if s.Scope != w.frame.scope.Scope && hasVariable(&s, name) {
			if w.frame.scope == anyScope {
				return fmt.Sprintf("it is no parameter; a definition with over: %s knows it", s.Scope)
			}
			return fmt.Sprintf("it is known over %s, not over %s", s.Scope, w.frame.scope.Scope)
		}
	}
	if node != nil {
		if hint := w.keyHint(name, node); hint != "" {
			return hint
		}
	}
	if w.isLaterLet(name) {
		return "a let can use only the names before it"
	}
	if slices.Contains(confidences, name) && w.field.name == "confidence" {
		return fmt.Sprintf("in an expression write %q, in quotation marks", name)
	}
	candidates := w.frame.names()
	celast.PreOrderVisit(w.ast.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() == celast.ComprehensionKind {
			candidates = append(candidates, n.AsComprehension().IterVar(), n.AsComprehension().IterVar2())
		}
	}))
	candidates = append(candidates, "math", "sets", "lists", "cel", "true", "false")
	candidates = slices.DeleteFunc(candidates, func(s string) bool { return !isWord(s) })
	hint := didYouMean(name, candidates)
	if hint != "" && len(name) > 1 {
		return hint
	}
	for _, v := range w.frame.scope.Variables {
		if _, ok := fieldNamed(v.GoType.Elem(), name); ok {
			return fmt.Sprintf("did you mean %q?", v.Name+"."+name)
		}
	}
	if hint != "" {
		return hint
	}
	return "if it is text, put it in quotation marks"
}

// keyHint explains a name that stands where a map has its keys.
func (w *wording) keyHint(name string, node celast.Expr) string {
	u, at, _, ok := w.unit.place(node.ID())
	i := u.tokenAt(at)
	if before := u.tokenText(i - 1); !ok || u.tokenText(i+1) != ":" || before != "{" && before != "," {
		return ""
	}
	switch w.field.name {
	case "related":
		return `write Note before "{"`
	case "suggest":
		return `write Fix before "{"`
	}
	return fmt.Sprintf("write %q, in quotation marks", name)
}

// isLaterLet reports whether the rule gives name to an expression with let.
func (w *wording) isLaterLet(name string) bool {
	if slices.Contains(w.frame.names(), name) {
		return false
	}
	i := 0
	for i < len(w.unit.tokens) && !(w.unit.tokenText(i) == "let" && w.unit.tokenText(i+1) == ":") {
		i++
	}
	depth := 0
	for i += 2; i < len(w.unit.tokens); i++ {
		switch text := w.unit.tokenText(i); text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		default:
			if depth == 1 && w.unit.tokenText(i+1) == ":" && strings.Trim(text, `"'`) == name {
				return true
			}
		}
		if depth == 0 {
			return false
		}
	}
	return false
}

func (w *wording) plainField(name string, node celast.Expr) (string, string) {
	t := w.owner(node, name)
	if t == nil {
		return fmt.Sprintf("unknown field %q", name), ""
	}
	fields, _ := w.vocabulary.env.CELTypeProvider().FindStructFieldNames(t.TypeName())
	const few = 8
	hint := nearestName(typeName(t), name, fields)
	if hint == "" && len(fields) <= few {
		hint = "it has " + and(fields)
	}
	return fmt.Sprintf("%s has no field %q", typeName(t), name), hint
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
	if symbol(name) != "" || name == operators.Conditional || name == operators.Index {
		return w.plainOperator(name, call, args)
	}
	if !call.IsMemberFunction() {
		return fmt.Sprintf("%s cannot be called with (%s)", name, strings.Join(args, ", ")), w.callHint(name, call, args)
	}
	on := typeName(w.ast.GetType(call.Target().ID()))
	if instead := habits()[habit{"day", strings.ToLower(name)}]; on == "Day" && instead != "" {
		return fmt.Sprintf("unknown function %q", name), fmt.Sprintf("a Day has the field .%s", instead)
	}
	if strings.HasPrefix(on, "list") {
		return fmt.Sprintf("%s cannot be called on a %s", name, on), w.callHint(name, call, args)
	}
	return fmt.Sprintf("%s.%s cannot be called with (%s)", on, name, strings.Join(args, ", ")), w.callHint(name, call, args)
}

// callHint says how a function is called, and on what if it was called on a
// fact that has a text.
func (w *wording) callHint(name string, call celast.CallExpr, args []string) string {
	if name == "format" && len(args) > 0 && !strings.HasPrefix(args[0], "list") {
		return "the values stand in a list, as in .format([time.text])"
	}
	forms := w.signatures(name, call.IsMemberFunction())
	if !call.IsMemberFunction() {
		if len(args) > 0 && w.hasMethod(name, args[0]) {
			return fmt.Sprintf("write x.%s(…) instead of %s(x, …)", name, name)
		}
		return forms
	}
	on := w.ast.GetType(call.Target().ID())
	if instead := habits()[habit{"function", strings.ToLower(name)}]; w.hasMethod(instead, typeName(on)) {
		return fmt.Sprintf("did you mean %q?", instead)
	}
	if on.Kind() == types.StructKind && w.hasMethod(name, "text") && w.hasField(on, "text") {
		return fmt.Sprintf("did you mean .text.%s(…)?", name)
	}
	if strings.HasPrefix(typeName(on), "list") && name == "contains" {
		return "look into a list with: x in list"
	}
	return forms
}

// hasMethod reports whether a function can be called on a type, as in x.f().
func (w *wording) hasMethod(name, on string) bool {
	fn := w.vocabulary.env.Functions()[name]
	return fn != nil && slices.ContainsFunc(fn.OverloadDecls(), func(o *decls.OverloadDecl) bool {
		return o.IsMemberFunction() && len(o.ArgTypes()) > 0 && typeName(o.ArgTypes()[0]) == on
	})
}

func (w *wording) hasField(t *types.Type, field string) bool {
	_, ok := w.vocabulary.env.CELTypeProvider().FindStructFieldType(t.TypeName(), field)
	return ok
}

// plainOperator explains an operator between what it does not fit.
func (w *wording) plainOperator(name string, call celast.CallExpr, args []string) (string, string) {
	switch {
	case name == operators.Conditional && len(args) == 3 && args[0] != "true or false":
		return fmt.Sprintf(`the condition before "?" must be true or false, not %s`, args[0]), ""
	case name == operators.Conditional && len(args) == 3:
		return fmt.Sprintf(`the two values of "? :" must be of one type, not %s`, and(args[1:])), ""
	case name == operators.LogicalNot && len(args) == 1:
		return fmt.Sprintf(`"!" needs true or false, not %s`, args[0]), ""
	case (name == operators.LogicalAnd || name == operators.LogicalOr) && len(args) == 2:
		return fmt.Sprintf("%q needs true or false on both sides, not %s", symbol(name), and(args)), ""
	case name == operators.Index && len(args) == 2:
		return fmt.Sprintf("cannot take element %s of %s", args[1], args[0]), ""
	case name == operators.In && len(args) == 2:
		hint := ""
		if args[0] == "text" && args[1] == "text" {
			hint = "write text.contains(part)"
		}
		return fmt.Sprintf("cannot look for %s in %s", args[0], args[1]), hint
	case slices.Contains(comparisons, name) && len(args) == 2:
		return fmt.Sprintf("cannot compare %s with %q", and(args), symbol(name)), w.comparisonHint(name, call, args)
	case name == operators.Add && len(args) == 2 && slices.Contains(args, "text") && !slices.Contains(args, "Day"):
		return fmt.Sprintf("%q cannot be applied to %s", symbol(name), and(args)), `write "… %s …".format([…]), or string(…) around the other side`
	case len(args) == 2 && slices.Contains(args, "whole number") && slices.Contains(args, "number"):
		return fmt.Sprintf("%q cannot be applied to %s", symbol(name), and(args)), "write double(…) around the whole number"
	case len(args) == 2 && args[0] == "Interval":
		return fmt.Sprintf("%q cannot be applied to %s", symbol(name), and(args)), "with intervals use their from and to, or gap"
	case len(args) == 2:
		return fmt.Sprintf("%q cannot be applied to %s", symbol(name), and(args)), ""
	}
	return fmt.Sprintf("%q cannot be applied to %s", symbol(name), strings.Join(args, ", ")), ""
}

var comparisons = []string{operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.Equals, operators.NotEquals}

// comparisonHint says how to compare what was compared.
func (w *wording) comparisonHint(name string, call celast.CallExpr, args []string) string {
	for i, arg := range args {
		other, value := args[1-i], call.Args()[1-i]
		text, isText := constant(value)
		switch {
		case arg == "null":
			if s := w.selected(value); s != "" {
				return fmt.Sprintf("ask with has(%s)", s)
			}
			return "ask with has(x.field)"
		case arg == "Interval" && other == "Interval":
			return "compare intervals with before, after, overlaps, within and the like, or their from and to"
		case arg == "Day" && isText:
			if _, err := fact.ParseDay(text); err == nil {
				return fmt.Sprintf("write date(%q)", text)
			}
			return `a day is written date("2018-06-17")`
		case arg == "whole number" && isText:
			if hint := w.numberHint(call.Args()[i], text); hint != "" {
				return hint
			}
		case arg == "number" && other == "whole number" && value.Kind() == celast.LiteralKind:
			return fmt.Sprintf("write %v.0", value.AsLiteral().Value())
		case strings.HasPrefix(arg, "list of") && other == "text" && (name == operators.Equals || name == operators.NotEquals):
			return "look into a list with: x in list"
		case arg == "text" && other == "whole number" && value.Kind() == celast.LiteralKind:
			return fmt.Sprintf("in quotation marks: %q", fmt.Sprint(value.AsLiteral().Value()))
		}
	}
	return ""
}

// numberHint says what to compare with a number instead of the text.
func (w *wording) numberHint(side celast.Expr, text string) string {
	if text != "" && strings.Trim(text, "0123456789") == "" {
		return fmt.Sprintf("without quotation marks: %s", text)
	}
	if side.Kind() != celast.SelectKind {
		return ""
	}
	switch side.AsSelect().FieldName() {
	case "weekday":
		return "weekdays are counted from 1 for Monday; weekday_name is their name"
	case "month":
		return "months are counted from 1 for January; month_name is their name"
	}
	return ""
}

// selected writes a chain of names such as time.weekday, or "".
func (w *wording) selected(e celast.Expr) string {
	switch e.Kind() {
	case celast.IdentKind:
		return e.AsIdent()
	case celast.SelectKind:
		if s := w.selected(e.AsSelect().Operand()); s != "" {
			return s + "." + e.AsSelect().FieldName()
		}
	}
	return ""
}

// plainMacro explains a condition inside a loop that is not a bool: the
// macro's own operator is what the checker complains of.
func (w *wording) plainMacro(name string, node celast.Expr, args []string) string {
	u, at, _, ok := w.unit.place(node.ID())
	i := u.tokenAt(at)
	if !ok || u.tokenText(i) != "(" || i == 0 || len(args) < 2 {
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
	return fmt.Sprintf("the condition of %s must be true or false, not %s", u.tokenText(i-1), condition)
}

// signatures lists how a function can be called, on a value or without one.
func (w *wording) signatures(name string, member bool) string {
	const most = 3
	forms := callForms(w.vocabulary.env.Functions()[name])
	if same := slices.DeleteFunc(slices.Clone(forms), func(f string) bool {
		return member == strings.HasPrefix(f, name+"(")
	}); len(same) > 0 {
		forms = same
	}
	if len(forms) == 0 || len(forms) > most {
		return ""
	}
	return "it is called as " + strings.Join(forms, " or ")
}

// callForms lists the ways to call a function in words. Forms that take a whole
// number or a day where another takes any number or an interval are left out.
func callForms(fn *decls.FunctionDecl) []string {
	if fn == nil {
		return nil
	}
	var all [][]string
	for _, o := range fn.OverloadDecls() {
		parts := []string{fmt.Sprint(o.IsMemberFunction())}
		for _, a := range o.ArgTypes() {
			parts = append(parts, typeName(a))
		}
		all = append(all, parts)
	}
	var forms []string
	for _, parts := range all {
		if wide := widened(parts); !slices.Equal(wide, parts) && slices.ContainsFunc(all, func(o []string) bool { return slices.Equal(o, wide) }) {
			continue
		}
		form := fmt.Sprintf("%s(%s)", fn.Name(), strings.Join(parts[1:], ", "))
		if parts[0] == "true" && len(parts) > 1 {
			form = fmt.Sprintf("%s.%s(%s)", parts[1], fn.Name(), strings.Join(parts[2:], ", "))
		}
		if !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

// widened returns the types with numbers for whole numbers and intervals for
// days.
func widened(parts []string) []string {
	wide := slices.Clone(parts)
	for i, p := range wide {
		switch p {
		case "whole number":
			wide[i] = "number"
		case "Day":
			wide[i] = "Interval"
		}
	}
	return wide
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

// misfitHint says how to turn a value of type t into what a field of a rule
// wants.
func misfitHint(field string, t *types.Type) string {
	name := typeName(t)
	switch {
	case field == "related" && name == "Note", field == "suggest" && (name == "Fix" || name == "text"), field == "assume" && name == "text":
		return fmt.Sprintf("put it in square brackets: %s: [ … ]", field)
	case field == "related":
		return `as in [Note{at: time.at, message: "…"}]`
	case field == "at" && name == "Interval":
		return "an interval has no place; point at the time, as in at: time"
	case field == "at":
		return "as in at: time, or at: time.at"
	case field == "message" && name == "list of texts":
		return `write "%s, %s".format([…])`
	}
	return ""
}

// letHint offers the key of a let in quotation marks.
func letHint(key celast.Expr) string {
	if name := identifier(key); name != "" {
		return fmt.Sprintf("write %q", name)
	}
	return ""
}

// isReserved reports whether CEL keeps a word for itself.
func isReserved(word string) bool {
	return slices.Contains([]string{"as", "break", "const", "continue", "else", "false", "for", "function", "if", "import",
		"in", "let", "loop", "namespace", "null", "package", "return", "true", "var", "void", "while"}, word)
}

// typeName returns a type in the words of people who write rules.
func typeName(t *types.Type) string { return shortTypes(t.String()) }

// isOptional reports whether t is what a.?b gives.
func isOptional(t *types.Type) bool {
	return t.Kind() == types.OpaqueKind && t.TypeName() == "optional_type" && len(t.Parameters()) == 1
}

// plainTypes are CEL's types in words.
var plainTypes = map[string]string{
	"string": "text", "int": "whole number", "uint": "whole number", "double": "number", "bool": "true or false",
	"null_type": "null", "dyn": "anything", "any": "anything", "google.protobuf.Timestamp": "timestamp", "timestamp": "timestamp",
	"google.protobuf.Duration": "duration", "duration": "duration",
}

// shortTypes returns the name that CEL has for a type in words; any other text
// without the package of our types.
func shortTypes(s string) string {
	if plain := plainTypes[s]; plain != "" {
		return plain
	}
	if isTypeParameter(s) {
		return "anything"
	}
	s = strings.ReplaceAll(s, container+".", "")
	outer, inner, ok := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	if !ok || !strings.HasSuffix(s, ")") {
		return s
	}
	switch outer {
	case "list":
		if isTypeParameter(inner) || inner == "dyn" {
			return "list"
		}
		return "list of " + plural(shortTypes(inner))
	case "map":
		return "map"
	case "optional_type":
		if isTypeParameter(inner) {
			return "optional"
		}
		return "optional " + shortTypes(inner)
	case "type":
		return "the type " + shortTypes(inner)
	}
	return s
}

func isTypeParameter(s string) bool {
	return len(s) == 1 || strings.HasPrefix(s, "<") || strings.HasPrefix(s, "_var")
}

func plural(s string) string {
	if s == "text" || s == "number" || s == "whole number" {
		return s + "s"
	}
	return s
}
