package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"

	"factcheck/internal/fact"
)

// Bounds on what definitions with parameters make of the calls of them, in nodes
// of the expression: of one call, and of all in a file.
const (
	maxExpansion  = 10_000
	maxExpansions = 250_000
)

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
