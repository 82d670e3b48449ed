package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
)

// Bounds on what definitions with parameters make of the calls of them, in nodes
// of the expression: of one call, and of all in a file.
const (
	maxExpansion  = 10_000
	maxExpansions = 250_000
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

// An origin is where a node comes from that the expression of a template put in
// the place of a call: a node of the template's unit.
type origin struct {
	unit *unit
	expr celast.Expr
	call *call
}

// A call is one call of a template.
type call struct {
	of    *template
	start int               // of the template's name, in bytes of the file
	args  map[string]string // by parameter, as written
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

// expand puts the expressions of templates in the place of their calls in f. It
// returns false if some call is wrong, which is then reported.
func (l *loader) expand(f *field, scope *fact.ScopeInfo) bool {
	if f == nil || len(l.templates) == 0 && !l.unread {
		return true
	}
	ok := true
	inner(f.value, nil, func(e celast.Expr, bound []string) {
		if e.Kind() == celast.CallKind && !e.AsCall().IsMemberFunction() {
			ok = l.expandCall(f.unit, e, scope, bound) && ok
			return
		}
		name := identifier(e)
		if name == "" || slices.Contains(bound, name) || l.scoped[scope][name] != nil {
			return
		}
		if t := l.template(name, scope); t != nil && !hasVariable(scope, name) {
			at, _ := f.unit.nodeOffset(e.ID())
			l.report(at, fmt.Sprintf("%q has parameters", name), "write "+t.signature())
			t.used, ok = true, false
		}
	})
	return ok
}

func hasVariable(scope *fact.ScopeInfo, name string) bool {
	return slices.ContainsFunc(scope.Variables, func(v fact.Variable) bool { return v.Name == name })
}

// expandCall makes of e, a call, the expression of the template that it names, if
// it does.
func (l *loader) expandCall(u *unit, e celast.Expr, scope *fact.ScopeInfo, bound []string) bool {
	name := e.AsCall().FunctionName()
	if d := l.scoped[scope][name]; d != nil && d.as == nil {
		return false // it could not be read, which is reported
	}
	t := l.template(name, scope)
	if t == nil {
		return true
	}
	t.used = true
	markUsed(t.reads, l.scoped[scope])
	at, _ := u.nodeOffset(e.ID())
	at = u.nameOffset(at)
	if !l.prepare(t, at) {
		return false
	}
	if message, hint := l.misuse(t, e.AsCall().Args(), bound); message != "" {
		l.report(at, message, hint)
		return false
	}
	u.put(t, e, at)
	return true
}

// misuse says what is wrong with a call of t among loops that give names, if
// anything is.
func (l *loader) misuse(t *template, args []celast.Expr, bound []string) (message, hint string) {
	if len(args) != len(t.params) {
		return fmt.Sprintf("%s takes %s, not %d", t.signature(), arguments(len(t.params)), len(args)), ""
	}
	const another = "give the loop variable another name"
	for _, name := range bound {
		if slices.Contains(t.reads, name) {
			return fmt.Sprintf("a loop around %s gives the name %q, of which it reads another", t.signature(), name), another
		}
	}
	size := t.size
	for i, arg := range args {
		nodes := 0
		inner(arg, nil, func(n celast.Expr, own []string) {
			nodes++
			if name := identifier(n); message == "" && slices.Contains(t.loops, name) && !slices.Contains(own, name) {
				message = fmt.Sprintf("a loop in %s gives the name %q, of which the argument reads another", t.signature(), name)
			}
		})
		if message != "" {
			return message, another
		}
		size += t.uses[t.params[i].text] * nodes
	}
	if l.expanded += size; size > maxExpansion {
		return fmt.Sprintf("%s makes more than %d parts of this", t.signature(), maxExpansion), "name the arguments with let, or take the definition apart"
	} else if l.expanded > maxExpansions {
		return fmt.Sprintf("definitions with parameters make more than %d parts of this file", maxExpansions), "split it"
	}
	return "", ""
}

// arguments returns a number of them in words.
func arguments(n int) string {
	if n == 1 {
		return "1 argument"
	}
	return fmt.Sprintf("%d arguments", n)
}

// put makes of e, a call of t in u, the expression of t.
func (u *unit) put(t *template, e celast.Expr, at int) {
	args := map[string]celast.Expr{}
	c := &call{of: t, start: at, args: map[string]string{}}
	for i, p := range t.params {
		args[p.text] = e.AsCall().Args()[i]
		c.args[p.text] = u.argument(args[p.text])
	}
	body := u.copied(t.as.value, e.ID(), func(n celast.Expr) *origin { return &origin{t.as.unit, n, c} })
	var holes []celast.Expr
	celast.PreOrderVisit(body, celast.NewExprVisitor(func(n celast.Expr) {
		if args[identifier(n)] != nil {
			holes = append(holes, n)
		}
	}))
	for _, n := range holes {
		arg := args[identifier(n)]
		n.SetKindCase(u.copied(arg, 0, func(n celast.Expr) *origin { return u.origins[n.ID()] }))
	}
	e.SetKindCase(body)
	u.origins[e.ID()] = &origin{t.as.unit, t.as.value, c}
}

// copied returns a copy of e with ids of its own. A node of it stands where the
// node id does, or for 0 where the one that it is a copy of does.
func (u *unit) copied(e celast.Expr, id int64, from func(celast.Expr) *origin) celast.Expr {
	if u.origins == nil {
		u.origins = map[int64]*origin{}
		u.lastID = slices.Max(append(slices.Collect(maps.Keys(u.ranges)), idsOf(u.root)...))
	}
	nodes := map[int64]celast.Expr{}
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) { nodes[n.ID()] = n }))
	body := celast.NewExprFactory().CopyExpr(e)
	body.RenumberIDs(func(old int64) int64 {
		u.lastID++
		place := id
		if id == 0 {
			place = old
		}
		if r, ok := u.ranges[place]; ok {
			u.ranges[u.lastID] = r
		}
		if n := nodes[old]; n != nil {
			if o := from(n); o != nil {
				u.origins[u.lastID] = o
			}
		}
		return u.lastID
	})
	return body
}

// idsOf returns the ids of all nodes of e.
func idsOf(e celast.Expr) []int64 {
	var ids []int64
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) { ids = append(ids, n.ID()) }))
	return ids
}

// argument returns how an argument of a call is written, in brackets if it needs
// them elsewhere.
func (u *unit) argument(e celast.Expr) string {
	start, end := u.extent(e)
	written := u.file.text[start:end]
	if e.Kind() != celast.CallKind {
		return written
	}
	if _, operator := operators.FindReverse(e.AsCall().FunctionName()); operator && e.AsCall().FunctionName() != operators.Index {
		return "(" + written + ")"
	}
	return written
}

// written returns how e is written and where it begins, in bytes of the file: of
// what a template put there, as the template has it, with the arguments in the
// place of the parameters.
func (u *unit) written(e celast.Expr) (string, int) {
	u.ready()
	if o := u.origins[e.ID()]; o != nil {
		written, start := o.unit.written(o.expr)
		return o.call.fill(written), start
	}
	start, end := u.extent(e)
	return u.file.text[start:end], start
}

// fill puts the arguments in the place of the parameters.
func (c *call) fill(written string) string {
	var b strings.Builder
	done, before := 0, ""
	for _, t := range scan(written) {
		word := written[t.start:t.end]
		if arg, ok := c.args[word]; ok && t.kind == tokenWord && before != "." {
			b.WriteString(written[done:t.start])
			b.WriteString(arg)
			done = t.end
		}
		before = word
	}
	return b.String() + written[done:]
}

// place returns where a node stands: of what a template put there, in the
// template. called says where that was called, 0 if it was not.
func (u *unit) place(id int64) (at *unit, offset int, called int, ok bool) {
	u.ready()
	if o := u.origins[id]; o != nil {
		at, offset, _, ok = o.unit.place(o.expr.ID())
		return at, offset, o.call.start, ok
	}
	offset, ok = u.nodeOffset(id)
	return u, offset, 0, ok
}

// templates appends to list those templates that put something into e.
func (u *unit) templates(list []*template, e celast.Expr) []*template {
	u.ready()
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		for o := u.origins[n.ID()]; o != nil; o = o.unit.origins[o.expr.ID()] {
			if !slices.Contains(list, o.call.of) {
				list = append(list, o.call.of)
			}
		}
	}))
	return list
}
