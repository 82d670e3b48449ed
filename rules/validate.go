package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/cel-go/cel"
	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
)

// countedUnits are the fields that count calendar units, and what they count.
var countedUnits = map[string]struct {
	most types.Int
	doc  string
}{
	"month":   {12, "months are counted from 1 for January to 12 for December"},
	"weekday": {7, "weekdays are counted from 1 for Monday to 7 for Sunday"},
	"day":     {31, "days of a month are counted from 1 to 31"},
}

// A countedValidator reports months, weekdays and days of a month that are
// compared for equality with a number that none of them has, as those do who
// count from 0.
type countedValidator struct{}

// Name implements cel.ASTValidator.
func (countedValidator) Name() string { return "rules.countedUnits" }

// Validate implements cel.ASTValidator.
func (countedValidator) Validate(_ *cel.Env, _ cel.ValidatorConfig, a *celast.AST, issues *cel.Issues) {
	celast.PreOrderVisit(a.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.CallKind {
			return
		}
		call := n.AsCall()
		switch call.FunctionName() {
		case operators.Equals, operators.NotEquals:
			for i, arg := range call.Args() {
				checkCounted(arg, call.Args()[1-i], issues)
			}
		case operators.In:
			if list := call.Args()[1]; list.Kind() == celast.ListKind {
				for _, e := range list.AsList().Elements() {
					checkCounted(call.Args()[0], e, issues)
				}
			}
		}
	}))
}

// checkCounted reports value if side is a field that can never have it.
func checkCounted(side, value celast.Expr, issues *cel.Issues) {
	if side.Kind() != celast.SelectKind || value.Kind() != celast.LiteralKind {
		return
	}
	unit, ok := countedUnits[side.AsSelect().FieldName()]
	n, isInt := value.AsLiteral().(types.Int)
	if ok && isInt && (n < 1 || n > unit.most) {
		issues.ReportErrorAtID(value.ID(), "no %s is %d%s%s", side.AsSelect().FieldName(), int64(n), hintMark, unit.doc)
	}
}

// A nameValidator reports named days and interval relations that do not exist.
type nameValidator struct{}

// Name implements cel.ASTValidator.
func (nameValidator) Name() string { return "rules.name" }

// Validate implements cel.ASTValidator.
func (nameValidator) Validate(_ *cel.Env, _ cel.ValidatorConfig, a *celast.AST, issues *cel.Issues) {
	celast.PreOrderVisit(a.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.CallKind {
			return
		}
		call := n.AsCall()
		switch call.FunctionName() {
		case "named_day":
			checkNamedDay(call.Args()[0], issues)
		case operators.Equals, operators.NotEquals:
			for i, arg := range call.Args() {
				checkRelation(arg, call.Args()[1-i], issues)
			}
		case operators.In:
			if list := call.Args()[1]; list.Kind() == celast.ListKind {
				for _, e := range list.AsList().Elements() {
					checkRelation(call.Args()[0], e, issues)
				}
			}
		}
	}))
}

// checkNamedDay reports the name of a day that no almanac entry has.
func checkNamedDay(name celast.Expr, issues *cel.Issues) {
	byName, names := yearlyDays()
	if s, ok := constant(name); ok && byName[Fold(s)] == nil {
		issues.ReportErrorAtID(name.ID(), "no named day %q%s%s", s, hintMark, didYouMean(s, names))
	}
}

// checkRelation reports value if side is a relation that never has that name.
func checkRelation(side, value celast.Expr, issues *cel.Issues) {
	if side.Kind() != celast.CallKind || side.AsCall().FunctionName() != "allen" {
		return
	}
	if s, ok := constant(value); ok && !slices.Contains(allenNames, s) {
		hint := didYouMean(s, allenNames)
		if hint == "" {
			hint = "one of " + strings.Join(allenNames, ", ")
		}
		issues.ReportErrorAtID(value.ID(), "no relation is called %q%s%s", s, hintMark, hint)
	}
}

// A noteValidator reports a Note without place or message and a Fix without
// message.
type noteValidator struct{}

// Name implements cel.ASTValidator.
func (noteValidator) Name() string { return "rules.note" }

// Validate implements cel.ASTValidator.
func (noteValidator) Validate(_ *cel.Env, _ cel.ValidatorConfig, a *celast.AST, issues *cel.Issues) {
	needed := map[string][]string{noteType.TypeName(): {"at", "message"}, fixType.TypeName(): {"message"}}
	celast.PreOrderVisit(a.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.StructKind {
			return
		}
		given := map[string]bool{}
		for _, f := range n.AsStruct().Fields() {
			given[f.AsStructField().Name()] = true
		}
		name := a.GetType(n.ID()).TypeName()
		for _, field := range needed[name] {
			if !given[field] {
				issues.ReportErrorAtID(n.ID(), "%s", fmt.Sprintf("%s has no %q", shortTypes(name), field))
			}
		}
	}))
}
