package rules

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/interpreter"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
)

// A Set is the rules of one or more files, ready to run. It is safe for
// concurrent use.
type Set struct {
	// Budget bounds each rule. Change it before the first Eval.
	Budget Budget

	rules    []*Rule
	byScope  map[fact.Scope][]*Rule
	coverage *Coverage // nil: not collected
}

// derived returns an empty Set that runs as s does.
func (s *Set) derived() *Set {
	return &Set{Budget: s.Budget, byScope: map[fact.Scope][]*Rule{}, coverage: s.coverage}
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
	f := s.derived()
	for _, r := range s.rules {
		if keep(r) {
			f.add(r)
		}
	}
	return f
}

// Only returns a Set of one of s's rules, run even if it is not enabled.
func (s *Set) Only(r *Rule) *Set {
	f := s.derived()
	f.rules = []*Rule{r}
	f.byScope[r.Scope] = f.rules
	return f
}

// Needs reports whether any enabled rule is over scope, so that its facts are
// worth computing.
func (s *Set) Needs(scope fact.Scope) bool { return len(s.byScope[scope]) > 0 }

// A Binding gives the variables of a scope their facts, as pointers:
// Binding{"time": t, "article": a}.
type Binding map[string]any

// An Outcome is a rule that holds of a binding.
type Outcome struct {
	Rule        *Rule
	Severity    Severity
	Confidence  string // High, Medium or Low
	Message     string
	At          fact.Place
	Related     []fact.Note
	Fixes       []fact.Fix
	Assumptions []string
	Binding     Binding // what it holds of
}

// Eval runs every enabled rule of a scope over one binding. Outcomes come in
// the order of the rules. The Budget is for this binding alone: see
// [Account.Eval] for a run over many.
//
// A rule that fails, or that takes more than its budget, leaves the others
// alone: it is an *Error in the *multierror.Error returned beside their
// outcomes. That of a panic wraps an *isolate.Defect. A binding that lacks a
// variable of the scope, or holds another type or nil, is an error, and so is
// an unknown scope; then nothing runs.
func (s *Set) Eval(ctx context.Context, scope fact.Scope, b Binding) ([]Outcome, error) {
	return new(Account).Eval(ctx, s, scope, b)
}

// Eval is [Set.Eval] where the Set's Budget is for the whole run. A rule that
// has used it up, or its share for one document, is left out of the account
// without an error: the [Ledger] tells of it.
func (a *Account) Eval(ctx context.Context, s *Set, scope fact.Scope, b Binding) ([]Outcome, error) {
	info := scopeInfo(scope)
	if info == nil {
		return nil, fmt.Errorf("rules: unknown scope %q", scope)
	}
	values, err := b.values(info)
	if err != nil {
		return nil, err
	}
	var outcomes []Outcome
	var all *multierror.Error
	run := &run{meter: meter{ctx: ctx, account: a, budget: s.Budget}, info: info, values: values, coverage: s.coverage}
	for _, r := range s.byScope[scope] {
		if err := ctx.Err(); err != nil {
			all = multierror.Append(all, r.stopped(err))
			break
		}
		if a.leaves(r) {
			continue
		}
		run.rule, run.lets = r, nil
		var o *Outcome
		var err error
		if failed := run.alone(func() { o, err = run.outcome() }); failed != nil {
			o, err = nil, failed
		}
		if err = run.close(err); err != nil {
			all = multierror.Append(all, err)
		} else if o != nil && run.by == unspent {
			outcomes = append(outcomes, *o)
		}
	}
	if all != nil {
		all.ErrorFormat = listErrors
	}
	return outcomes, all.ErrorOrNil()
}

// values returns the facts of b in the order of the scope's variables.
func (b Binding) values(info *fact.ScopeInfo) ([]any, error) {
	values := make([]any, len(info.Variables))
	for i, v := range info.Variables {
		values[i] = b[v.Name]
		if err := accepts(info, v, values[i]); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// accepts reports whether x can be the value of a variable.
func accepts(info *fact.ScopeInfo, v fact.Variable, x any) error {
	if x == nil {
		return fmt.Errorf("rules: scope %s needs %s, a *%s", info.Scope, v.Name, v.Type)
	}
	if t := reflect.TypeOf(x); t != v.GoType {
		return fmt.Errorf("rules: scope %s needs %s to be *%s, not %v", info.Scope, v.Name, v.Type, t)
	}
	if reflect.ValueOf(x).IsNil() {
		return fmt.Errorf("rules: scope %s needs %s, not nil", info.Scope, v.Name)
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
	meter
	info     *fact.ScopeInfo
	values   []any           // of the scope's variables
	defines  map[*define]any // values so far, shared between the rules of one Eval
	lets     []any           // values so far, nil if not yet evaluated
	work     int             // see charge
	tired    *Error          // what was too much work
	running  *program
	coverage *Coverage
	all      []any // the facts among which a rule with unless looked for b
}

var _ interpreter.Activation = (*run)(nil)

// Parent implements interpreter.Activation.
func (r *run) Parent() interpreter.Activation { return nil }

// ResolveName implements interpreter.Activation.
func (r *run) ResolveName(name string) (any, bool) {
	if name == meterName {
		return r, true
	}
	for i := range r.info.Variables {
		if r.info.Variables[i].Name == name {
			return r.values[i], true
		}
	}
	for i := range r.rule.lets {
		if r.rule.lets[i].name == name {
			return r.let(i), true
		}
	}
	if d := r.rule.defines[name]; d != nil && d.value != nil {
		return r.define(d), true
	}
	return nil, false
}

// rebind gives the run other facts: what it remembers of the last ones goes.
func (r *run) rebind() {
	clear(r.lets)
	clear(r.defines)
	r.work, r.tired = 0, nil
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
	if err != nil && r.halted != nil {
		r.pause() // it ends what asked for the value too
	}
	if err != nil {
		return types.WrapErr(err)
	}
	return v
}

// close ends the work of the rule, so that the next one has its own, and
// returns what is left to say of its error. Definitions that may fill much
// memory are not kept for it.
func (r *run) close(err error) error {
	if r.work > heavy {
		clear(r.defines)
	}
	r.finish()
	err = r.excuse(err)
	r.work, r.tired, r.by, r.halted = 0, nil, unspent, nil
	return err
}

// excuse returns the error of a rule, or nil if the ledger will tell of it.
func (r *run) excuse(err error) error {
	if err == nil {
		return nil
	}
	if r.by == unspent && r.tired != nil && errors.Is(err, ErrBudget) {
		e := r.account.entry(r.rule, r.budget)
		r.account.stop(e, workUsed)
		e.err, r.by = r.tired, workUsed
	}
	if r.by != unspent && r.account.ledger != nil {
		return nil
	}
	return err
}

// eval runs one program.
func (r *run) eval(p *program) (ref.Val, error) {
	v, err := r.exec(p)
	if err != nil {
		return nil, r.located(p, err)
	}
	return v, nil
}

// exec runs one program; its error has no place yet.
func (r *run) exec(p *program) (ref.Val, error) { return r.execIn(p, r) }

// execIn is exec where names have other values than for the run.
func (r *run) execIn(p *program, names interpreter.Activation) (ref.Val, error) {
	if err := p.plan(); err != nil {
		return nil, err
	}
	if r.halted != nil {
		return nil, r.halted
	}
	if p.loops {
		r.loop()
	}
	outer := r.running
	r.running = p
	v, _, err := p.run.Eval(names)
	r.running = outer
	if err != nil && r.tired != nil {
		return nil, r.tired
	}
	return v, err
}

// spent reports whether the run was stopped from outside: such an error is
// not absorbed by a conjunct that is false.
func (r *run) spent() bool { return r.work > maxWork || r.halted != nil }

// truth evaluates one conjunct. Its error has no place yet.
func (r *run) truth(c *conjunct) (bool, error) {
	v, err := r.exec(c.program)
	if err != nil {
		return false, err
	}
	b, ok := v.(types.Bool)
	if !ok {
		return false, fmt.Errorf("expected true or false, found %s", shortTypes(v.Type().TypeName()))
	}
	return bool(b), nil
}

// A failing is the conjunct whose error counts if no other is false. The zero
// failing is none.
type failing struct {
	err error
	at  int // index of the conjunct
}

// add notes the error of another conjunct: the first as written counts.
func (f *failing) add(err error, at int) {
	if f.err == nil || at < f.at {
		f.err, f.at = err, at
	}
}

// among evaluates some conjuncts of a condition until one is false, and adds their
// errors to failed. The error is that of a run that was stopped.
func (r *run) among(of *condition, which []int, failed *failing) (bool, error) {
	for _, i := range which {
		c := of.conjuncts[i]
		ok, err := r.truth(c)
		switch {
		case err != nil && r.spent():
			return false, r.located(c.program, err)
		case err != nil:
			failed.add(err, i)
		case !ok:
			return false, nil
		}
	}
	return true, nil
}

// holds evaluates the rule's condition: see condition.
func (r *run) holds() (bool, error) {
	if r.coverage != nil {
		return r.observe(r.rule.when)
	}
	return r.holdsOf(r.rule.when)
}

// holdsOf evaluates a condition as CEL does.
func (r *run) holdsOf(when *condition) (bool, error) {
	var failed failing
	rest := when.order
	if when.quick != nil {
		switch v, err := r.exec(when.quick); {
		case err != nil: // which part failed shows one by one
		case v == types.False:
			return false, nil
		case v == types.True:
			rest = when.rest
		}
	}
	if ok, err := r.among(when, rest, &failed); !ok {
		return false, err
	}
	if failed.err != nil {
		return false, r.located(when.conjuncts[failed.at].program, failed.err)
	}
	return true, nil
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
	u, at := p.unit, p.start
	var failed *types.Err
	if errors.As(err, &failed) {
		if from, offset, _, ok := p.unit.place(failed.NodeID()); ok {
			u, at = from, from.nameOffset(offset)
		}
	}
	var absent absentError
	if errors.As(err, &absent) {
		at = u.selection(at, absent.field)
	}
	message, cause := err.Error(), error(nil)
	switch {
	case errors.Is(err, errWork):
		message, cause = "stopped: "+tooMuch, ErrBudget
	case defectIn(err) != nil:
		d := defectIn(err)
		message, cause = celPanic+d.Short(), d
	case r.by != unspent:
		return r.account.entry(r.rule, r.budget).alone()
	case r.halted != nil:
		message, cause = "stopped: "+r.halted.Error(), r.halted
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
func (r *run) outcome() (*Outcome, error) {
	if ok, err := r.holds(); !ok {
		return nil, err
	}
	return r.report()
}

// report says what a rule that holds reports.
func (r *run) report() (*Outcome, error) {
	o := &Outcome{Rule: r.rule, Severity: r.rule.Severity, Confidence: r.rule.confidence}
	o.Binding = r.bound()
	for _, fill := range []func(*Outcome) error{r.fillMessage, r.fillSeverity, r.fillConfidence, r.fillRelated, r.fillFixes, r.fillAssumptions} {
		if err := fill(o); err != nil {
			return nil, err
		}
	}
	return o, r.fillPlace(o)
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
		return "", r.failure(p, p.start, fmt.Sprintf("expected text, found %s", shortTypes(v.Type().TypeName())), nil)
	}
	return abridgedText(string(s)), nil
}

// fillSeverity makes the finding a note where the rule says so.
func (r *run) fillSeverity(o *Outcome) error {
	if r.rule.lesser == nil {
		return nil
	}
	v, err := r.eval(r.rule.lesser)
	if err != nil {
		return err
	}
	note, ok := v.(types.Bool)
	if !ok {
		return r.failure(r.rule.lesser, r.rule.lesser.start, "note_when is neither true nor false", nil)
	}
	if note {
		o.Severity = SeverityNote
	}
	return nil
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

func (r *run) fillPlace(o *Outcome) error {
	if r.rule.at == nil {
		name := r.info.Subject
		if r.rule.unless != nil {
			name = r.info.Variables[0].Name
		}
		subject, _ := r.ResolveName(name)
		o.At, _ = fact.PlaceOf(subject)
		return nil
	}
	v, err := r.eval(r.rule.at)
	if err != nil {
		return err
	}
	at, ok := fact.PlaceOf(v.Value())
	if !ok {
		return r.failure(r.rule.at, r.rule.at.start, fmt.Sprintf("expected a fact with a place, found %s", shortTypes(v.Type().TypeName())), nil)
	}
	o.At = at
	return nil
}

func (r *run) fillRelated(o *Outcome) error {
	return r.each(r.rule.related, "a list of Note", func(v any) bool {
		n, ok := native[fact.Note](v)
		o.Related = append(o.Related, n)
		return ok
	})
}

func (r *run) fillFixes(o *Outcome) error {
	return r.each(r.rule.suggest, "a list of strings or Fix", func(v any) bool {
		f, ok := native[fact.Fix](v)
		if s, isText := v.(string); isText {
			f, ok = fact.Fix{Message: s}, true
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
	n := 0
	for it := list.Iterator(); it.HasNext() == types.True; n++ {
		e := it.Next()
		if n >= maxItems {
			if !take(more(e, size(list)-n)) {
				break
			}
			return nil
		}
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
