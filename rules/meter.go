package rules

import (
	"errors"
	"fmt"
	"strings"

	"github.com/google/cel-go/common/functions"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	"github.com/google/cel-go/interpreter"
)

// The clock stops loops, but not a function at work, nor memory filling up. So
// what makes or walks through strings and lists is counted, in values or 16
// bytes of text.
const (
	maxWork  = 4 << 20 // of one rule over one binding, some 64 MB
	heavy    = maxWork / 8
	textUnit = 16 // bytes
)

var (
	tooMuch = fmt.Sprintf("more than %d values made or compared", maxWork)
	errWork = errors.New(tooMuch)
)

// meterName is the name under which a program finds the run that counts. It is
// no name of CEL.
const meterName = "@meter"

// charge counts work. It returns false once there is too much.
func (r *run) charge(n int) bool {
	r.work = min(r.work+n, maxWork+1)
	r.step(int64(min(n, maxWork)))
	return r.work <= maxWork
}

// overworked notes that the node with the given id was too much.
func (r *run) overworked(id int64) ref.Val {
	v := types.LabelErrNode(id, types.WrapErr(errWork))
	if r.tired == nil && r.running != nil {
		r.tired = r.located(r.running, v.(*types.Err))
	}
	return v
}

// charge counts work for the run that frame belongs to. It returns v, or an
// error in its place once there is too much.
func charge(frame *interpreter.ExecutionFrame, id int64, n int, v ref.Val) ref.Val {
	if m, ok := frame.ResolveName(meterName); ok {
		if r, ok := m.(*run); ok && !r.charge(n) {
			return r.overworked(id)
		}
	}
	return v
}

// weight counts the values in v, at most maxWork of them.
func weight(v ref.Val) int { return weightTo(v, maxWork) }

func weightTo(v ref.Val, limit int) int {
	n := 1
	switch v := v.(type) {
	case types.String:
		n += len(v) / textUnit
	case types.Bytes:
		n += len(v) / textUnit
	case traits.MutableLister, traits.MutableMapper:
		// a loop's result on its way: what is added was counted before
	case traits.Lister:
		for it := v.Iterator(); n < limit && it.HasNext() == types.True; {
			n += weightTo(it.Next(), limit-n)
		}
	case traits.Mapper:
		for it := v.Iterator(); n < limit && it.HasNext() == types.True; {
			key := it.Next()
			n += weightTo(key, limit-n)
			n += weightTo(v.Get(key), limit-n)
		}
	}
	return n
}

// meter puts counters into the plan of p: around what makes strings, lists and
// maps, and before what takes more steps than its result shows.
func (v *vocabulary) meter(p *program) interpreter.InterpretableDecoratorV2 {
	rounds := rounds(p.expr)
	return func(i interpreter.InterpretableV2) (interpreter.InterpretableV2, error) {
		counted, err := v.count(p, i)
		if nodes := rounds[i.ID()]; nodes > 0 {
			counted = &ticker{counted, nodes}
		}
		return counted, err
	}
}

// count returns i with a counter around it, if it needs one.
func (v *vocabulary) count(p *program, i interpreter.InterpretableV2) (interpreter.InterpretableV2, error) {
	switch i := i.(type) {
	case interpreter.InterpretableConstructor:
		if !constants(i.InitVals()) {
			return &maker{i}, nil
		}
	case interpreter.InterpretableCall:
		if w := v.worker(p, i); w != nil {
			return w, nil
		}
		if grows[p.checked.GetType(i.ID()).Kind()] && !conversions[i.Function()] {
			return &maker{i}, nil
		}
	}
	return i, nil
}

// grows are the kinds of types whose values can be large.
var grows = map[types.Kind]bool{
	types.StringKind: true, types.BytesKind: true, types.ListKind: true, types.MapKind: true, types.DynKind: true, types.TypeParamKind: true,
}

// conversions are functions whose result is no larger than their argument, and
// which the planner evaluates if that is constant.
var conversions = map[string]bool{"string": true, "bytes": true, "dyn": true, "type": true}

func constants(list []interpreter.InterpretableV2) bool {
	for _, i := range list {
		if _, ok := i.(interpreter.InterpretableConst); !ok {
			return false
		}
	}
	return true
}

// A maker counts what it makes.
type maker struct{ interpreter.InterpretableV2 }

// Exec implements interpreter.InterpretableV2.
func (m *maker) Exec(frame *interpreter.ExecutionFrame) ref.Val {
	v := m.InterpretableV2.Exec(frame)
	if types.IsUnknownOrError(v) {
		return v
	}
	return charge(frame, m.ID(), weight(v), v)
}

// Eval implements interpreter.Interpretable.
func (m *maker) Eval(names interpreter.Activation) ref.Val { return m.Exec(interpreter.AsFrame(names)) }

// A worker counts its work before it sets out.
type worker struct {
	interpreter.InterpretableCall
	steps func(args []ref.Val) int
	do    functions.FunctionOp
}

// Exec implements interpreter.InterpretableV2.
func (w *worker) Exec(frame *interpreter.ExecutionFrame) ref.Val {
	var few [4]ref.Val
	args := few[:0]
	for _, a := range w.Args() {
		v := a.Exec(frame)
		if types.IsUnknownOrError(v) {
			return v
		}
		args = append(args, v)
	}
	if failed := charge(frame, w.ID(), w.steps(args), nil); failed != nil {
		return failed
	}
	v := w.do(args...)
	if types.IsError(v) {
		return types.LabelErrNode(w.ID(), v)
	}
	return v
}

// Eval implements interpreter.Interpretable.
func (w *worker) Eval(names interpreter.Activation) ref.Val {
	return w.Exec(interpreter.AsFrame(names))
}

// steps estimates the work of the functions whose result does not show it, or
// shows it too late.
var steps = map[string]func(args []ref.Val) int{
	"replace":         replaceSteps,
	"join":            joinSteps,
	"format":          func(args []ref.Val) int { return weight(args[0]) + weight(args[1]) },
	"indexOf":         func(args []ref.Val) int { return product(weight(args[0]), weight(args[1])*textUnit) },
	"lastIndexOf":     func(args []ref.Val) int { return product(weight(args[0]), weight(args[1])*textUnit) },
	"distinct":        func(args []ref.Val) int { return product(weight(args[0]), weight(args[0])/2) },
	"matches":         matchSteps,
	"sets.contains":   bothSteps,
	"sets.equivalent": bothSteps,
	"sets.intersects": bothSteps,
	operators.In:      func(args []ref.Val) int { return product(size(args[1]), weight(args[0])) },
}

// worker returns what counts the work of a call, or nil if its result is
// measure enough.
func (v *vocabulary) worker(p *program, call interpreter.InterpretableCall) interpreter.InterpretableV2 {
	switch call.Function() {
	case operators.Equals, operators.NotEquals:
		return equality(p, call)
	case operators.In:
		if c, ok := call.Args()[1].(interpreter.InterpretableConstructor); ok && constants(c.InitVals()) {
			return nil // the planner makes a set of it
		}
		return &worker{call, steps[operators.In], isIn}
	}
	if m := newMatcher(call); m != nil {
		return m
	}
	count := steps[call.Function()]
	if count == nil {
		return nil
	}
	bindings, err := v.env.Functions()[call.Function()].Bindings()
	if err != nil {
		return nil
	}
	for _, b := range bindings {
		whole := b.Operator == call.Function() && (call.OverloadID() == "" || len(bindings) == 1) // one for all overloads
		if b.Operator != call.OverloadID() && !whole {
			continue
		}
		if do := operation(b); do != nil {
			return &worker{call, count, do}
		}
	}
	return nil
}

// operation returns what a function does for any number of arguments.
func operation(b *functions.Overload) functions.FunctionOp {
	switch {
	case b.Function != nil:
		return b.Function
	case b.Binary != nil:
		return func(args ...ref.Val) ref.Val { return b.Binary(args[0], args[1]) }
	case b.Unary != nil:
		return func(args ...ref.Val) ref.Val { return b.Unary(args[0]) }
	}
	return nil
}

// equality counts the steps of == and != between lists, maps and what may be
// one.
func equality(p *program, call interpreter.InterpretableCall) interpreter.InterpretableV2 {
	for _, a := range call.Args() {
		switch p.checked.GetType(a.ID()).Kind() {
		case types.ListKind, types.MapKind, types.DynKind, types.TypeParamKind, types.OpaqueKind:
			not := call.Function() == operators.NotEquals
			return &worker{call, func(args []ref.Val) int { return weight(args[0]) }, func(args ...ref.Val) ref.Val {
				return types.Bool((types.Equal(args[0], args[1]) == types.True) != not)
			}}
		}
	}
	return nil
}

func isIn(args ...ref.Val) ref.Val {
	c, ok := args[1].(traits.Container)
	if !ok {
		return types.MaybeNoSuchOverloadErr(args[1])
	}
	return c.Contains(args[0])
}

// size counts the elements of a list or map.
func size(v ref.Val) int {
	if s, ok := v.(traits.Sizer); ok {
		if n, ok := s.Size().(types.Int); ok {
			return int(min(n, maxWork))
		}
	}
	return 1
}

// product multiplies two numbers of values without overflow.
func product(a, b int) int { return min(max(a, 1), maxWork+1) * min(max(b, 1), maxWork+1) }

func bothSteps(args []ref.Val) int { return product(weight(args[0]), weight(args[1])) }

func replaceSteps(args []ref.Val) int {
	s, _ := args[0].(types.String)
	old, _ := args[1].(types.String)
	by, _ := args[2].(types.String)
	return weight(s) + product(strings.Count(string(s), string(old)), len(by))/textUnit
}

func joinSteps(args []ref.Val) int {
	n := weight(args[0])
	if len(args) > 1 {
		sep, _ := args[1].(types.String)
		n += product(size(args[0]), len(sep)) / textUnit
	}
	return n
}
