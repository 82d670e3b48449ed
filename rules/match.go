package rules

import (
	"regexp"
	"regexp/syntax"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/interpreter"
)

// matchesName is CEL's function for regular expressions.
const matchesName = "matches"

// perStep is how many times the matcher holds a byte of text against a node of
// the pattern's program in the time of a step.
const perStep = 64

// compileSteps is what compiling a byte or a node of a pattern costs.
const compileSteps = 100

// programSize counts the nodes of the program that a regular expression is
// compiled to; (a{9}){9} is short and has a hundred. It is 0 for what cannot be
// compiled.
func programSize(pattern string) int {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return 0
	}
	return len(prog.Inst)
}

// matchSteps counts a pattern that is not known before, which is compiled each
// time.
func matchSteps(args []ref.Val) int {
	text, _ := args[0].(types.String)
	pattern, _ := args[1].(types.String)
	nodes := programSize(string(pattern))
	return compileSteps*(len(pattern)+nodes) + product(len(text), nodes)/perStep
}

// A matcher is a call of matches whose pattern is written in the rule.
type matcher struct {
	interpreter.InterpretableV2
	text    interpreter.InterpretableV2
	pattern *regexp.Regexp
	nodes   int
}

// newMatcher returns the matcher of a call, nil if it is another call, or its
// pattern is not a constant that can be compiled.
func newMatcher(call interpreter.InterpretableCall) interpreter.InterpretableV2 {
	if call.Function() != matchesName || len(call.Args()) != 2 {
		return nil
	}
	c, ok := call.Args()[1].(interpreter.InterpretableConst)
	if !ok {
		return nil
	}
	written, ok := c.Value().(types.String)
	if !ok {
		return nil
	}
	pattern, err := regexp.Compile(string(written))
	if err != nil {
		return nil
	}
	return &matcher{call, call.Args()[0], pattern, programSize(string(written))}
}

// Exec implements interpreter.InterpretableV2.
func (m *matcher) Exec(frame *interpreter.ExecutionFrame) ref.Val {
	v := m.text.Exec(frame)
	if types.IsUnknownOrError(v) {
		return v
	}
	text, ok := v.(types.String)
	if !ok {
		return types.LabelErrNode(m.ID(), types.MaybeNoSuchOverloadErr(v))
	}
	if n := product(len(text), m.nodes) / perStep; n > lookEvery/8 { // else it ends at once
		if failed := charge(frame, m.ID(), n, nil); failed != nil {
			return failed
		}
	}
	return types.Bool(m.pattern.MatchString(string(text)))
}

// Eval implements interpreter.Interpretable.
func (m *matcher) Eval(names interpreter.Activation) ref.Val {
	return m.Exec(interpreter.AsFrame(names))
}
