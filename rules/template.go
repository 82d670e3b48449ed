package rules

import (
	"fmt"
	"slices"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
)

// anyScope stands for the scope of a definition with parameters that names none:
// it reads its parameters only, and rules of any scope can use it.
var anyScope = &fact.ScopeInfo{}

// A template is a Define with parameters. Its expression takes the place of each
// call, with the arguments in the place of the parameters, before types are
// checked. So && is taken apart through it, and what is found by its value too.
type template struct {
	define // whose value stays nil
	params []spelled
	fine   bool // it compiled, whatever its parameters are

	// Of the expression, what it calls put in.
	size  int            // nodes
	uses  map[string]int // how often each parameter stands in it
	reads []string       // names that are no parameters and no loop variables
	loops []string       // loop variables
}

// signature returns how a call of t is written.
func (t *template) signature() string {
	names := make([]string, len(t.params))
	for i, p := range t.params {
		names[i] = p.text
	}
	return t.name + "(" + strings.Join(names, ", ") + ")"
}

// readTemplate keeps a definition with parameters, which el is.
func (l *loader) readTemplate(el *element, name string, scope *fact.ScopeInfo) {
	t := &template{define: define{name: name, scope: scope, as: el.fields["as"], start: el.fields["name"].valueStart()}}
	if !l.freeTemplate(t) {
		return
	}
	if t.params = l.readParameters(el.fields["with"], t); t.params == nil {
		return
	}
	l.templates = append(l.templates, t)
}

// freeTemplate reports whether the name of t can be called, and if not, why.
func (l *loader) freeTemplate(t *template) bool {
	if slices.Contains(l.vocabulary.functions, t.name) {
		l.report(t.start, fmt.Sprintf("the name %q is taken", t.name), "it is a function")
		return false
	}
	for _, other := range l.templates {
		if other.name == t.name && (other.scope == t.scope || other.scope == anyScope || t.scope == anyScope) {
			l.report(t.start, fmt.Sprintf("the name %q is taken", t.name), "by another Define")
			return false
		}
	}
	return true
}

// readParameters reads with:. It returns nil if something is wrong with it.
func (l *loader) readParameters(f *field, t *template) []spelled {
	params := l.strings(f)
	if f.value.Kind() == celast.ListKind && f.value.AsList().Size() == 0 {
		l.report(f.valueStart(), "with gives no parameter", `leave it out, or write with: ["x"]`)
	}
	if f.value.Kind() == celast.ListKind && len(params) < f.value.AsList().Size() {
		return nil
	}
	for i, p := range params {
		if !l.freeName(p.text, p.start, t.scope) {
			return nil
		}
		if slices.ContainsFunc(params[:i], func(q spelled) bool { return q.text == p.text }) {
			l.report(p.start, fmt.Sprintf("the name %q is taken", p.text), "by another parameter")
			return nil
		}
	}
	return params
}

// template returns the definition with parameters that a name calls in a scope,
// or nil.
func (l *loader) template(name string, scope *fact.ScopeInfo) *template {
	for _, t := range l.templates {
		if t.name == name && (t.scope == scope || t.scope == anyScope) {
			return t
		}
	}
	return nil
}

// checkTemplates prepares all templates, so that what is wrong with one that
// nothing calls is found too, and reports names that two definitions have.
func (l *loader) checkTemplates() {
	for _, t := range l.templates {
		for scope, defines := range l.scoped {
			if d := defines[t.name]; d != nil && d.as != nil && (t.scope == scope || t.scope == anyScope) {
				l.report(t.start, fmt.Sprintf("the name %q is taken", t.name), "by another Define over "+string(scope.Scope))
			}
		}
		l.prepare(t, t.start)
	}
}

// prepare puts in what the expression of t calls and checks it, whatever its
// parameters are. It reports whether t can be used at a byte of the file.
func (l *loader) prepare(t *template, at int) bool {
	switch {
	case t.state == defineActive:
		l.report(at, fmt.Sprintf("%q is defined by itself", t.name), "")
		return false
	case t.state == definePending && l.chain == maxChain:
		l.report(t.start, fmt.Sprintf("%q leads through more than %d definitions", t.name, maxChain), "")
	case t.state == definePending:
		t.state = defineActive
		l.chain++
		t.fine = l.expand(t.as, t.scope) && l.measure(t) && l.checkTemplate(t)
		l.chain--
	}
	t.state = defineDone
	return t.fine
}

// checkTemplate checks the expression of t with parameters of any type.
func (l *loader) checkTemplate(t *template) bool {
	if !l.compileNeeded(&t.define, t.reads, l.chain) {
		return false
	}
	fr, ok := l.frame(t.reads, t.scope)
	for _, p := range t.params {
		if !ok {
			return false
		}
		var err error
		if fr, err = fr.with(l.vocabulary, p.text, types.DynType); err != nil {
			l.report(p.start, err.Error(), "")
			return false
		}
	}
	return ok && l.checkField(fr, t.as, nil) != nil
}

// measure fills in what calls of t need to know of its expression. It reports
// parameters that are not used, or whose name stands for something else too.
func (l *loader) measure(t *template) bool {
	t.uses = map[string]int{}
	isParam := func(name string) bool {
		return slices.ContainsFunc(t.params, func(p spelled) bool { return p.text == name })
	}
	inner(t.as.value, nil, func(e celast.Expr, bound []string) {
		t.size++
		if e.Kind() == celast.ComprehensionKind {
			t.loops = append(t.loops, loopNames(e.AsComprehension())...)
		}
		switch name := identifier(e); {
		case name == "" || slices.Contains(bound, name):
		case isParam(name):
			t.uses[name]++
		case !slices.Contains(t.reads, name):
			t.reads = append(t.reads, name)
		}
	})
	for _, p := range t.params {
		switch {
		case slices.Contains(t.loops, p.text):
			l.report(p.start, fmt.Sprintf("the name %q is taken", p.text), "by a loop in the definition")
		case l.scoped[t.scope][p.text] != nil:
			l.report(p.start, fmt.Sprintf("the name %q is taken", p.text), "by another Define over "+string(t.scope.Scope))
		case t.uses[p.text] == 0:
			l.report(p.start, fmt.Sprintf("%q is a parameter but not used", p.text), "")
			continue
		default:
			continue
		}
		return false
	}
	return true
}

// inner visits e and all below it, what is below first, each with the names that
// the loops around it give.
func inner(e celast.Expr, bound []string, visit func(celast.Expr, []string)) {
	var below []celast.Expr
	switch e.Kind() {
	case celast.CallKind:
		if below = e.AsCall().Args(); e.AsCall().IsMemberFunction() {
			below = append([]celast.Expr{e.AsCall().Target()}, below...)
		}
	case celast.SelectKind:
		below = []celast.Expr{e.AsSelect().Operand()}
	case celast.ListKind:
		below = e.AsList().Elements()
	case celast.StructKind:
		for _, f := range e.AsStruct().Fields() {
			below = append(below, f.AsStructField().Value())
		}
	case celast.MapKind:
		for _, x := range e.AsMap().Entries() {
			below = append(below, x.AsMapEntry().Key(), x.AsMapEntry().Value())
		}
	case celast.ComprehensionKind:
		c := e.AsComprehension()
		inner(c.IterRange(), bound, visit)
		inner(c.AccuInit(), bound, visit)
		bound := append(slices.Clip(bound), loopNames(c)...)
		for _, x := range []celast.Expr{c.LoopCondition(), c.LoopStep(), c.Result()} {
			inner(x, bound, visit)
		}
	}
	for _, x := range below {
		inner(x, bound, visit)
	}
	visit(e, bound)
}

// loopNames returns the names that a loop or cel.bind gives.
func loopNames(c celast.ComprehensionExpr) []string {
	names := []string{c.IterVar(), c.AccuVar()}
	if c.HasIterVar2() {
		names = append(names, c.IterVar2())
	}
	return names
}
