package rules

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/interpreter"
	"github.com/hashicorp/go-multierror"
)

// DefaultBudget is how long the loops of one rule may take over one binding.
const DefaultBudget = 2 * time.Second

// interruptEvery is how many rounds a loop makes between looks at the clock.
const interruptEvery = 100

// ErrBudget is what an Error unwraps to when a rule ran out of time.
var ErrBudget = errors.New("over budget")

// A Set is the rules of one or more files, ready to run. It is safe for
// concurrent use.
type Set struct {
	// Budget bounds the time that the loops of one rule may take over one
	// binding; 0 means DefaultBudget. Change it before the first Eval.
	Budget time.Duration

	rules   []*Rule
	byScope map[Scope][]*Rule
}

func (s *Set) add(r *Rule) {
	s.rules = append(s.rules, r)
	if r.Enabled {
		s.byScope[r.Scope] = append(s.byScope[r.Scope], r)
	}
}

// Rules returns all rules, enabled or not, in the order of the files. The
// caller owns the slice and must not change the rules.
func (s *Set) Rules() []*Rule { return slices.Clone(s.rules) }

// Rule returns the rule with the given id, or nil.
func (s *Set) Rule(id string) *Rule {
	if i := slices.IndexFunc(s.rules, func(r *Rule) bool { return r.ID == id }); i >= 0 {
		return s.rules[i]
	}
	return nil
}

// Filter returns a Set of the rules that keep accepts. They share their
// programs with s.
func (s *Set) Filter(keep func(*Rule) bool) *Set {
	f := &Set{Budget: s.Budget, byScope: map[Scope][]*Rule{}}
	for _, r := range s.rules {
		if keep(r) {
			f.add(r)
		}
	}
	return f
}

// Only returns a Set of one of s's rules, run even if it is not enabled.
func (s *Set) Only(r *Rule) *Set {
	return &Set{Budget: s.Budget, rules: []*Rule{r}, byScope: map[Scope][]*Rule{r.Scope: {r}}}
}

// Needs reports whether any enabled rule is over scope, so that its facts are
// worth computing.
func (s *Set) Needs(scope Scope) bool { return len(s.byScope[scope]) > 0 }

// A Binding gives the variables of a scope their facts, as pointers:
// Binding{"time": t, "article": a}.
type Binding map[string]any

// An Outcome is a rule that holds of a binding.
type Outcome struct {
	Rule        *Rule
	Severity    Severity
	Confidence  string // High, Medium or Low
	Message     string
	At          Place
	Related     []Note
	Fixes       []Fix
	Assumptions []string
	Binding     Binding // what it holds of
}

// Eval runs every enabled rule of a scope over one binding. Outcomes come in
// the order of the rules.
//
// A rule that fails, or that runs out of time, leaves the others alone: it is
// an *Error in the *multierror.Error returned beside their outcomes. A binding
// that lacks a variable of the scope, or holds another type or nil, is an
// error, and so is an unknown scope; then nothing runs.
func (s *Set) Eval(ctx context.Context, scope Scope, b Binding) ([]Outcome, error) {
	info := scopeInfo(scope)
	if info == nil {
		return nil, fmt.Errorf("rules: unknown scope %q", scope)
	}
	if err := b.check(info); err != nil {
		return nil, err
	}
	var outcomes []Outcome
	var all *multierror.Error
	var shared map[*define]any
	for _, r := range s.byScope[scope] {
		if err := ctx.Err(); err != nil {
			all = multierror.Append(all, r.stopped(err))
			break
		}
		run := &run{ctx: ctx, budget: s.budget(), rule: r, binding: b, defines: shared}
		o, err := run.outcome(info)
		run.close()
		shared = run.defines
		if err != nil {
			all = multierror.Append(all, err)
		} else if o != nil {
			outcomes = append(outcomes, *o)
		}
	}
	if all != nil {
		all.ErrorFormat = listErrors
	}
	return outcomes, all.ErrorOrNil()
}

func (s *Set) budget() time.Duration {
	if s.Budget > 0 {
		return s.Budget
	}
	return DefaultBudget
}

// check reports whether b binds the variables of a scope.
func (b Binding) check(info *ScopeInfo) error {
	for _, v := range info.Variables {
		x := b[v.Name]
		if x == nil {
			return fmt.Errorf("rules: scope %s needs %s, a *%s", info.Scope, v.Name, v.Type)
		}
		if t := reflect.TypeOf(x); t != v.goType {
			return fmt.Errorf("rules: scope %s needs %s to be *%s, not %v", info.Scope, v.Name, v.Type, t)
		}
		if reflect.ValueOf(x).IsNil() {
			return fmt.Errorf("rules: scope %s needs %s, not nil", info.Scope, v.Name)
		}
	}
	return nil
}

// stopped returns the error of a rule that was not run.
func (r *Rule) stopped(cause error) *Error {
	e := r.file.errorAt(r.Pos, "not run: "+cause.Error(), "")
	e.Rule, e.cause = r.ID, cause
	return e
}

// A run is one rule over one binding. It is the rule's activation: it gives
// names their values, evaluating lets and definitions when first read.
type run struct {
	ctx     context.Context
	budget  time.Duration
	timed   context.Context // ctx with the budget, from the first loop on
	cancel  context.CancelFunc
	rule    *Rule
	binding Binding
	defines map[*define]any // values so far, shared between the rules of one Eval
	lets    []any           // values so far, nil if not yet evaluated
}

var _ interpreter.Activation = (*run)(nil)

// Parent implements interpreter.Activation.
func (r *run) Parent() interpreter.Activation { return nil }

// ResolveName implements interpreter.Activation.
func (r *run) ResolveName(name string) (any, bool) {
	for i, l := range r.rule.lets {
		if l.name == name {
			return r.let(i), true
		}
	}
	if v, ok := r.binding[name]; ok {
		return v, true
	}
	if d := r.rule.defines[name]; d != nil && d.value != nil {
		return r.define(d), true
	}
	return nil, false
}

func (r *run) let(i int) any {
	if r.lets == nil {
		r.lets = make([]any, len(r.rule.lets))
	}
	if r.lets[i] == nil {
		r.lets[i] = r.lazy(r.rule.lets[i].value)
	}
	return r.lets[i]
}

func (r *run) define(d *define) any {
	if v, ok := r.defines[d]; ok {
		return v
	}
	v := r.lazy(d.value)
	if r.defines == nil {
		r.defines = map[*define]any{}
	}
	if e, ok := v.(*types.Err); !ok || !errors.Is(e, ErrBudget) {
		r.defines[d] = v
	}
	return v
}

// lazy returns the value of p, or its error as a value, as CEL's && and ||
// want it.
func (r *run) lazy(p *program) any {
	v, err := r.eval(p)
	if err != nil {
		return types.WrapErr(err)
	}
	return v
}

func (r *run) close() {
	if r.cancel != nil {
		r.cancel()
	}
}

// eval runs one program. Only loops are worth a clock: anything else ends
// after as many steps as the expression has nodes.
func (r *run) eval(p *program) (ref.Val, error) {
	var v ref.Val
	var err error
	if p.loops {
		if r.timed == nil {
			r.timed, r.cancel = context.WithTimeoutCause(r.ctx, r.budget, ErrBudget)
		}
		v, _, err = p.run.ContextEval(r.timed, r)
	} else {
		v, _, err = p.run.Eval(r)
	}
	if err != nil {
		return nil, r.located(p, err)
	}
	return v, nil
}

// located turns what cel-go returns into an error at its place. An error of a
// let or definition is located already.
func (r *run) located(p *program, err error) *Error {
	var inner *Error
	if errors.As(err, &inner) {
		e := *inner
		e.Rule = r.rule.ID
		return &e
	}
	at := p.start
	var failed *types.Err
	if errors.As(err, &failed) {
		if offset, ok := p.unit.nodeOffset(failed.NodeID()); ok {
			at = p.unit.nameOffset(offset)
		}
	}
	var absent absentError
	if errors.As(err, &absent) {
		at = p.unit.selection(at, absent.field)
	}
	message, cause := err.Error(), error(nil)
	if r.timed != nil && r.timed.Err() != nil {
		cause = context.Cause(r.timed)
		message = "stopped: " + cause.Error()
		if errors.Is(cause, ErrBudget) {
			message = fmt.Sprintf("stopped after %v", r.budget)
		}
	}
	return r.failure(p, at, message, cause)
}

func (r *run) failure(p *program, at int, message string, cause error) *Error {
	f := p.unit.file
	e := f.errorAt(f.lines.Position(at), message, "")
	e.Rule, e.cause = r.rule.ID, cause
	return e
}

// outcome returns nil if the rule does not hold.
func (r *run) outcome(info *ScopeInfo) (*Outcome, error) {
	holds, err := r.eval(r.rule.when)
	if err != nil || holds != types.True {
		return nil, err
	}
	o := &Outcome{Rule: r.rule, Severity: r.rule.Severity, Confidence: r.rule.confidence}
	o.Binding = r.bound()
	for _, fill := range []func(*Outcome) error{r.fillMessage, r.fillConfidence, r.fillRelated, r.fillFixes, r.fillAssumptions} {
		if err := fill(o); err != nil {
			return nil, err
		}
	}
	return o, r.fillPlace(o, info)
}

func (r *run) fillMessage(o *Outcome) (err error) {
	o.Message, err = r.text(r.rule.message)
	return err
}

// text evaluates a program to a string.
func (r *run) text(p *program) (string, error) {
	v, err := r.eval(p)
	if err != nil {
		return "", err
	}
	s, ok := v.(types.String)
	if !ok {
		return "", r.failure(p, p.start, fmt.Sprintf("expected a string, found %s", shortTypes(v.Type().TypeName())), nil)
	}
	return string(s), nil
}

func (r *run) fillConfidence(o *Outcome) error {
	if r.rule.confident == nil {
		return nil
	}
	s, err := r.text(r.rule.confident)
	if err == nil && !slices.Contains(confidences, s) {
		err = r.failure(r.rule.confident, r.rule.confident.start, fmt.Sprintf("confidence is %q, not high, medium or low", s), nil)
	}
	o.Confidence = s
	return err
}

func (r *run) fillPlace(o *Outcome, info *ScopeInfo) error {
	if r.rule.at == nil {
		if p, ok := r.binding[info.Subject].(placed); ok {
			o.At = p.place()
		}
		return nil
	}
	v, err := r.eval(r.rule.at)
	if err != nil {
		return err
	}
	p, ok := v.Value().(placed)
	if !ok {
		return r.failure(r.rule.at, r.rule.at.start, fmt.Sprintf("expected a fact with a place, found %s", shortTypes(v.Type().TypeName())), nil)
	}
	o.At = p.place()
	return nil
}

func (r *run) fillRelated(o *Outcome) error {
	return r.each(r.rule.related, "a list of Note", func(v any) bool {
		n, ok := native[Note](v)
		o.Related = append(o.Related, n)
		return ok
	})
}

func (r *run) fillFixes(o *Outcome) error {
	return r.each(r.rule.suggest, "a list of strings or Fix", func(v any) bool {
		f, ok := native[Fix](v)
		if s, isText := v.(string); isText {
			f, ok = Fix{Message: s}, true
		}
		o.Fixes = append(o.Fixes, f)
		return ok
	})
}

func (r *run) fillAssumptions(o *Outcome) error {
	return r.each(r.rule.assume, "a list of strings", func(v any) bool {
		s, ok := v.(string)
		o.Assumptions = append(o.Assumptions, s)
		return ok
	})
}

// each evaluates a program, which may be nil, to a list and gives its elements
// to take; take returns false if it cannot use one.
func (r *run) each(p *program, want string, take func(any) bool) error {
	if p == nil {
		return nil
	}
	v, err := r.eval(p)
	if err != nil {
		return err
	}
	list, ok := v.(traits.Lister)
	if !ok {
		return r.failure(p, p.start, fmt.Sprintf("expected %s, found %s", want, shortTypes(v.Type().TypeName())), nil)
	}
	for it := list.Iterator(); it.HasNext() == types.True; {
		e := it.Next()
		if !take(e.Value()) {
			return r.failure(p, p.start, fmt.Sprintf("expected %s, found %s in it", want, shortTypes(e.Type().TypeName())), nil)
		}
	}
	return nil
}

// native returns the struct that a CEL value holds by value or pointer.
func native[T any](v any) (T, bool) {
	switch x := v.(type) {
	case T:
		return x, true
	case *T:
		if x != nil {
			return *x, true
		}
	}
	var zero T
	return zero, false
}
