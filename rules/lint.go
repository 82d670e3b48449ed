package rules

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/checker"
	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
)

// A Warning is something in a rule that is allowed and probably not meant.
type Warning struct {
	File    string
	Line    int    // from 1
	Column  int    // from 1, in code points
	Rule    string // the id of the rule
	Kind    string // one of the Lint constants
	Message string
}

// The kinds of warnings.
const (
	LintHelp       = "help"       // no help
	LintCases      = "cases"      // no case that fires, or none that does not
	LintConstant   = "constant"   // a condition, or a part of one, that no fact decides
	LintCompare    = "compare"    // a thing compared with itself
	LintCost       = "cost"       // more than LintCostBound for one binding
	LintNested     = "nested"     // a loop in a loop over the same kind of list
	LintSame       = "same"       // the condition of another rule
	LintConfidence = "confidence" // an error that is not sure
)

// LintCostBound is from which estimated cost on a condition is warned of, in
// cel-go's units of about 100 nanoseconds, for one binding of a typical
// article. An article of a thousand sentences has a thousand bindings and far
// more pairs.
const LintCostBound = 10_000

// String returns file:line:column: warning: message [rule].
func (w Warning) String() string {
	return fmt.Sprintf("%s:%d:%d: warning: %s [%s]", w.File, w.Line, w.Column, w.Message, w.Rule)
}

// Lint looks over the rules of s and returns what is probably a mistake, in the
// order of the rules and of the lines. The error says that the vocabulary could
// not be built; it does not depend on the rules.
func (s *Set) Lint() ([]Warning, error) {
	v, err := sharedVocabulary()
	if err != nil {
		return nil, fmt.Errorf("rules: vocabulary: %w", err)
	}
	var out []Warning
	first := map[string]*Rule{}
	for _, r := range s.rules {
		r = r.parsed()
		l := &linter{vocabulary: v, rule: r, constants: map[string]ref.Val{}}
		l.manners()
		l.condition()
		key := l.key()
		if same := first[key]; same != nil {
			l.warn(r.whenStart(), LintSame, fmt.Sprintf("the condition is that of %s (%s:%d)", same.ID, same.File, same.Pos.Line))
		} else {
			first[key] = r
		}
		slices.SortStableFunc(l.found, func(a, b Warning) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		out = append(out, l.found...)
	}
	return out, nil
}

// A linter looks at one rule.
type linter struct {
	vocabulary *vocabulary
	rule       *Rule
	frame      frame
	constants  map[string]ref.Val // names without a fact in them; nil for the others
	found      []Warning
}

// warn adds a warning at a byte of the file.
func (l *linter) warn(offset int, kind, message string) {
	at := l.rule.file.lines.Position(offset)
	l.found = append(l.found, Warning{l.rule.File, at.Line, at.Column, l.rule.ID, kind, message})
}

// manners looks at what a rule says beside its expressions.
func (l *linter) manners() {
	r := l.rule
	if r.Help == "" {
		l.warn(r.Pos.Offset, LintHelp, "no help: say what the rule looks for, why, and when it stays silent")
	}
	fires := slices.ContainsFunc(r.cases, func(c Case) bool { return c.Fires > 0 })
	quiet := slices.ContainsFunc(r.cases, func(c Case) bool { return c.Fires == 0 })
	switch {
	case !fires && !quiet:
		l.warn(r.Pos.Offset, LintCases, "no cases: give one that fires and a near miss that does not")
	case !fires:
		l.warn(r.Pos.Offset, LintCases, "no case that fires")
	case !quiet:
		l.warn(r.Pos.Offset, LintCases, "no case that stays silent: give a near miss")
	}
	if c := r.Confidence(); r.Severity == SeverityError && c != "" && c != High {
		l.warn(r.Pos.Offset, LintConfidence, fmt.Sprintf("an error of %s confidence: what may well be right is a warning", c))
	}
}

// condition looks at the condition and at what it leads through.
func (l *linter) condition() {
	var err error
	if l.frame, err = l.rule.lintFrame(l.vocabulary); err != nil {
		return
	}
	for _, n := range slices.Backward(l.rule.names()) { // those that others name come first
		_, expr := l.rule.named(n.Name)
		l.constants[n.Name], _ = l.fold(expr)
	}
	when := l.rule.condition()
	if !saysTrue(when) { // "every fact of the scope" is meant
		l.constant(when, "the condition is")
	}
	l.compares(when)
	l.nested(when)
	cost := l.cost(when)
	if unless := l.rule.fieldOf("unless"); unless != nil {
		l.constant(unless, "unless is")
		l.compares(unless)
		l.nested(unless)
		cost += min(l.cost(unless), math.MaxUint64-cost)
	}
	for _, n := range l.rule.names() {
		_, expr := l.rule.named(n.Name)
		cost += min(l.cost(expr), math.MaxUint64-cost)
		if l.rule.letEntry(n.Name) != nil {
			l.compares(expr)
			l.nested(expr)
		}
	}
	if cost > LintCostBound {
		l.warn(l.rule.whenStart(), LintCost, fmt.Sprintf("the condition may cost %d units for one binding of a typical article, more than %d", cost, LintCostBound))
	}
}

// lintFrame returns what the condition of r can name.
func (r *Rule) lintFrame(v *vocabulary) (frame, error) {
	fr := frame{env: v.checkers[r.Scope], scope: scopeInfo(r.Scope), defines: r.defines}
	var err error
	for _, name := range slices.Sorted(maps.Keys(r.defines)) {
		if d := r.defines[name]; d.value != nil {
			if fr, err = fr.with(v, name, d.value.result); err != nil {
				return fr, err
			}
		}
	}
	for _, x := range r.lets {
		if fr, err = fr.with(v, x.name, x.value.result); err != nil {
			return fr, err
		}
	}
	return fr, nil
}

// foldCost bounds the work of evaluating what has no fact in it.
const foldCost = 1_000_000

// fold evaluates e with every fact unknown. The value is nil if it depends on
// one. An error is what e always ends in.
func (l *linter) fold(e celast.Expr) (ref.Val, error) {
	checked, errs := check(l.frame, l.rule.unit(), e)
	if len(errs) > 0 {
		return nil, nil
	}
	p, err := l.vocabulary.env.PlanProgram(checked, cel.EvalOptions(cel.OptPartialEval), cel.CostLimit(foldCost))
	if err != nil {
		return nil, nil
	}
	known := map[string]any{}
	var unknown []*cel.AttributePatternType
	names := l.frame.names()
	for _, x := range l.rule.lets {
		names = append(names, x.name)
	}
	for _, name := range names {
		if v := l.constants[name]; v != nil {
			known[name] = v
		} else {
			unknown = append(unknown, cel.AttributePattern(name))
		}
	}
	vars, err := cel.PartialVars(known, unknown...)
	if err != nil {
		return nil, nil
	}
	v, _, err := p.Eval(vars)
	switch {
	case err != nil && strings.Contains(err.Error(), "cost limit"):
		return nil, nil
	case err != nil:
		return nil, err
	case types.IsUnknown(v):
		return nil, nil
	}
	return v, nil
}

// constant warns of e if no fact decides it, else of such parts of it.
func (l *linter) constant(e celast.Expr, what string) {
	at := l.rule.unit().exprStart(e)
	v, err := l.fold(e)
	var absent absentError
	switch {
	case err != nil && !errors.As(err, &absent):
		l.warn(at, LintConstant, fmt.Sprintf("%s always an error: %s", what, shortTypes(err.Error())))
		return
	case v != nil:
		l.warn(at, LintConstant, fmt.Sprintf("%s always %v", what, v.Value()))
		return
	case e.Kind() != celast.CallKind:
		return
	}
	switch e.AsCall().FunctionName() {
	case operators.LogicalAnd, operators.LogicalOr, operators.LogicalNot:
		for _, a := range e.AsCall().Args() {
			l.constant(a, "this part of the condition is")
		}
	}
}

// compares warns of comparisons of a thing with itself.
func (l *linter) compares(e celast.Expr) {
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.CallKind || !slices.Contains(comparisons, n.AsCall().FunctionName()) {
			return
		}
		if args := n.AsCall().Args(); len(args) == 2 && canonical(args[0]) == canonical(args[1]) {
			l.warn(l.rule.unit().exprStart(n), LintCompare, fmt.Sprintf("both sides of %q are the same", symbol(n.AsCall().FunctionName())))
		}
	}))
}

// nested warns of loops in loops over the same kind of list.
func (l *linter) nested(e celast.Expr) {
	checked, errs := check(l.frame, l.rule.unit(), e)
	if len(errs) > 0 {
		return
	}
	l.loops(checked, checked.Expr(), nil)
}

// loops walks e inside loops over lists of the given types.
func (l *linter) loops(checked *celast.AST, e celast.Expr, around []string) {
	for _, c := range children(e) {
		inner := around
		if e.Kind() == celast.ComprehensionKind && c.ID() != e.AsComprehension().IterRange().ID() && isLoop(e) {
			inner = append(slices.Clip(around), checked.GetType(e.AsComprehension().IterRange().ID()).String())
		}
		l.loops(checked, c, inner)
	}
	if e.Kind() != celast.ComprehensionKind || !isLoop(e) {
		return
	}
	t := checked.GetType(e.AsComprehension().IterRange().ID())
	if !isOpen(t) && slices.Contains(around, t.String()) {
		u := l.rule.unit()
		at, _ := u.nodeOffset(e.ID())
		l.warn(u.nameOffset(at), LintNested, fmt.Sprintf("a loop over %s in a loop over %s: the work grows with the square of their length", typeName(t), typeName(t)))
	}
}

// isLoop reports whether a comprehension is one in the file; a cel.bind is one
// by form only.
func isLoop(e celast.Expr) bool {
	r := e.AsComprehension().IterRange()
	return r.Kind() != celast.ListKind || r.AsList().Size() > 0
}

// children returns the expressions right below e.
func children(e celast.Expr) []celast.Expr {
	switch e.Kind() {
	case celast.CallKind:
		out := slices.Clone(e.AsCall().Args())
		if e.AsCall().IsMemberFunction() {
			out = append([]celast.Expr{e.AsCall().Target()}, out...)
		}
		return out
	case celast.SelectKind:
		return []celast.Expr{e.AsSelect().Operand()}
	case celast.ListKind:
		return e.AsList().Elements()
	case celast.MapKind:
		var out []celast.Expr
		for _, x := range e.AsMap().Entries() {
			out = append(out, x.AsMapEntry().Key(), x.AsMapEntry().Value())
		}
		return out
	case celast.StructKind:
		var out []celast.Expr
		for _, x := range e.AsStruct().Fields() {
			out = append(out, x.AsStructField().Value())
		}
		return out
	case celast.ComprehensionKind:
		c := e.AsComprehension()
		return []celast.Expr{c.IterRange(), c.AccuInit(), c.LoopCondition(), c.LoopStep(), c.Result()}
	}
	return nil
}

// canonical writes e without white space and brackets: equal strings mean equal
// expressions.
func canonical(e celast.Expr) string {
	var parts []string
	switch e.Kind() {
	case celast.IdentKind:
		return e.AsIdent()
	case celast.LiteralKind:
		return fmt.Sprintf("%s:%#v", e.AsLiteral().Type().TypeName(), e.AsLiteral().Value())
	case celast.SelectKind:
		return fmt.Sprintf("(%t.%s %s)", e.AsSelect().IsTestOnly(), e.AsSelect().FieldName(), canonical(e.AsSelect().Operand()))
	case celast.CallKind:
		name := e.AsCall().FunctionName()
		if name == operators.LogicalAnd || name == operators.LogicalOr {
			return "(" + name + " " + strings.Join(flat(e, name), " ") + ")"
		}
		parts = append(parts, fmt.Sprintf("%s/%t", name, e.AsCall().IsMemberFunction()))
	case celast.StructKind:
		parts = append(parts, e.AsStruct().TypeName())
		for _, x := range e.AsStruct().Fields() {
			parts = append(parts, x.AsStructField().Name())
		}
	case celast.ComprehensionKind:
		parts = append(parts, "loop", e.AsComprehension().IterVar(), e.AsComprehension().IterVar2(), e.AsComprehension().AccuVar())
	}
	for _, c := range children(e) {
		parts = append(parts, canonical(c))
	}
	return fmt.Sprintf("(%d %s)", e.Kind(), strings.Join(parts, " "))
}

// flat returns what an operator joins, however it is bracketed.
func flat(e celast.Expr, name string) []string {
	if e.Kind() != celast.CallKind || e.AsCall().FunctionName() != name {
		return []string{canonical(e)}
	}
	var out []string
	for _, a := range e.AsCall().Args() {
		out = append(out, flat(a, name)...)
	}
	return out
}

// key is equal for rules with one condition.
func (l *linter) key() string {
	parts := []string{string(l.rule.Scope), canonical(l.rule.condition())}
	if unless := l.rule.fieldOf("unless"); unless != nil {
		parts = append(parts, "unless", canonical(unless))
	}
	for _, n := range l.rule.names() {
		_, expr := l.rule.named(n.Name)
		parts = append(parts, n.Name, canonical(expr))
	}
	return strings.Join(parts, "\x00")
}

// cost estimates what e costs for one binding, at most; 0 if it cannot be told.
func (l *linter) cost(e celast.Expr) uint64 {
	checked, errs := check(l.frame, l.rule.unit(), e)
	if len(errs) > 0 {
		return 0
	}
	c, err := checker.Cost(checked, typical{})
	if err != nil {
		return 0
	}
	return c.Max
}

// typical knows how much there is in a typical article.
type typical struct{}

// typicalSizes are lengths by the name of a field: those of an agency report of
// 500 words, rounded up. Other lists and strings are of typicalList and
// typicalText.
var typicalSizes = map[string]uint64{
	"participants": 4, "who": 4, "claims": 60, "sentences": 30, "numbers": 12, "quotes": 4, "names": 8, "forms": 4, "times": 8, "events": 40, "articles": 5,
	"evidence": 5, "statements": 5, "conflicts": 5, "notes": 10, "fixes": 3, "almanac": 3,
	"text": 200, "sentence": 200, "explanation": 200, "summary": 300, "title": 100,
}

const (
	typicalList = 10
	typicalText = 40
)

// EstimateSize implements checker.CostEstimator.
func (typical) EstimateSize(n checker.AstNode) *checker.SizeEstimate {
	if path := n.Path(); len(path) > 0 {
		if size, ok := typicalSizes[path[len(path)-1]]; ok {
			return &checker.SizeEstimate{Min: 0, Max: size}
		}
	}
	if e := n.Expr(); e != nil && e.Kind() == celast.CallKind && e.AsCall().FunctionName() == "lists.range" && len(e.AsCall().Args()) == 1 {
		if a := e.AsCall().Args()[0]; a.Kind() == celast.LiteralKind {
			if count, ok := a.AsLiteral().(types.Int); ok && count >= 0 {
				return &checker.SizeEstimate{Min: 0, Max: uint64(count)}
			}
		}
	}
	switch n.Type().Kind() {
	case types.StringKind, types.BytesKind:
		return &checker.SizeEstimate{Min: 0, Max: typicalText}
	}
	return &checker.SizeEstimate{Min: 0, Max: typicalList}
}

// EstimateCallCost implements checker.CostEstimator.
func (typical) EstimateCallCost(string, string, *checker.AstNode, []checker.AstNode) *checker.CallEstimate {
	return nil
}
