package rules

import (
	"context"

	"github.com/google/cel-go/common/types/ref"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
)

// An Expression is one expression over a scope, whose value can be asked for any
// binding of it. It is safe for concurrent use.
type Expression struct {
	Scope fact.Scope
	Type  string // of its value, in words, such as "text" or "list of Time"

	// Budget bounds the work over one binding. Change it before the first Value.
	Budget Budget

	rule  *Rule // what errors name as their file
	value *program
}

// NewExpression compiles an expression of any type over a scope, without
// definitions. The error is one as from [Load].
func NewExpression(scope fact.Scope, src Source) (*Expression, error) {
	l, err := newLoader(src, &Set{byScope: map[fact.Scope][]*Rule{}}, map[string]*Rule{})
	if err != nil {
		return nil, err
	}
	x := l.expression(scope)
	if err := l.problemsAsError(); err != nil {
		return nil, err
	}
	return x, nil
}

// expression reads the whole file as an expression. It returns nil if that
// cannot be done, which is reported.
func (l *loader) expression(scope fact.Scope) *Expression {
	info := l.scopeNamed(scope)
	if info == nil || !l.readable() {
		return nil
	}
	f := l.wholeField("print")
	if f == nil {
		return nil
	}
	fr, _ := l.frame(nil, info)
	p := l.compile(fr, f, nil)
	if p == nil {
		return nil
	}
	r := &Rule{Scope: scope, File: l.file.name, Pos: l.file.position(f.start), file: l.file}
	return &Expression{Scope: scope, Type: typeName(p.result), rule: r, value: p}
}

// Value returns the value over a binding as people write it; what is long is
// cut. The error is an *Error at its place, as for a field that a fact lacks, or
// that of [Set.Eval] for a binding of another scope.
func (x *Expression) Value(ctx context.Context, b Binding) (string, error) {
	info := scopeInfo(x.Scope)
	values, err := b.values(info)
	if err != nil {
		return "", err
	}
	r := &run{meter: meter{ctx: ctx, account: new(Account), budget: x.Budget, rule: x.rule}, info: info, values: values}
	var said string
	failed := r.alone(func() {
		var v ref.Val
		if v, err = r.eval(x.value); err == nil {
			said = describe(v)
		}
	})
	if failed != nil {
		return "", failed
	}
	return said, err
}

// problemsAsError returns what was reported, in the order of the file; nil for
// nothing.
func (l *loader) problemsAsError() error {
	problems := l.sortedProblems()
	if len(problems) == 0 {
		return nil
	}
	all := &multierror.Error{ErrorFormat: listErrors}
	for _, e := range problems {
		all = multierror.Append(all, e)
	}
	return all
}
