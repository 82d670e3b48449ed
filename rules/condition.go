package rules

import (
	"fmt"
	"slices"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
	"factcheck/internal/text"
)

// Condition compiles one expression as the condition of a rule over a scope,
// without definitions. The Set holds that one rule, whose id is empty and whose
// message says nothing. The error is one as from [Load], and the Set then
// holds no rule.
func Condition(scope fact.Scope, src Source) (*Set, error) {
	set := &Set{byScope: map[fact.Scope][]*Rule{}}
	l, err := newLoader(src, set, map[string]*Rule{})
	if err != nil {
		return nil, err
	}
	l.condition(scope)
	if err := l.problemsAsError(); err != nil {
		return &Set{byScope: map[fact.Scope][]*Rule{}}, err
	}
	return set, nil
}

// scopeNamed returns the row of a scope, or reports that there is none.
func (l *loader) scopeNamed(scope fact.Scope) *fact.ScopeInfo {
	info := scopeInfo(scope)
	if info == nil {
		var names []string
		for _, s := range scopeTable {
			names = append(names, string(s.Scope))
		}
		hint := didYouMean(string(scope), names)
		if hint == "" {
			hint = "one of " + strings.Join(names, ", ")
		}
		l.report(0, fmt.Sprintf("unknown scope %q", scope), hint)
	}
	return info
}

// condition reads the whole file as one expression.
func (l *loader) condition(scope fact.Scope) {
	info := l.scopeNamed(scope)
	if info == nil || !l.readable() {
		return
	}
	f := l.wholeField("when")
	if f == nil {
		return
	}
	said := &field{unit: f.unit, name: "message", start: f.start, text: `""`, value: celast.NewExprFactory().NewLiteral(0, types.String(""))}
	r := &Rule{Severity: SeverityNote, Scope: scope, Enabled: true, When: f.text, Message: said.text, File: l.file.name,
		Pos: l.file.position(f.start), file: l.file, confidence: High}
	l.compileRule(r, &element{unit: f.unit, kind: "Rule", start: f.start, fields: map[string]*field{"when": f, "message": said}}, info)
	if r.when != nil && r.message != nil {
		l.set.add(r)
	}
}

// wholeField parses the file as the value of a field. It returns nil if that
// cannot be done, which is reported.
func (l *loader) wholeField(name string) *field {
	tokens := scan(l.file.text)
	if len(tokens) == 0 {
		what, example := "condition", "time.valid"
		if name == "print" {
			what, example = "expression", "time.value"
		}
		l.report(0, "the "+what+" is empty", "as in "+example)
		return nil
	}
	u := l.parse(piece{tokens: tokens})
	if u == nil {
		return nil
	}
	return &field{unit: u, name: name, start: tokens[0].start, text: l.file.text[tokens[0].start:tokens[len(tokens)-1].end], value: u.root}
}

// Beside returns a Set of the rules of s and then those of o. Ids may repeat.
func (s *Set) Beside(o *Set) *Set {
	both := &Set{Budget: s.Budget, byScope: map[fact.Scope][]*Rule{}}
	for _, r := range s.rules {
		both.add(r)
	}
	for _, r := range o.rules {
		both.add(r)
	}
	return both
}

// Confidence returns the confidence of what the rule finds, empty if each
// finding has its own.
func (r *Rule) Confidence() string {
	if r.confident != nil {
		return ""
	}
	return r.confidence
}

// WhenPos returns where the condition begins in the file.
func (r *Rule) WhenPos() text.Position { return r.file.lines.Position(r.whenStart()) }

func (r *Rule) whenStart() int {
	r = r.parsed()
	return r.unit().exprStart(r.condition())
}

// unit returns the element of the file that the rule is.
func (r *Rule) unit() *unit { return r.message.unit }

// A Named is a name that a rule's condition uses and the expression that it
// stands for, as written.
type Named struct{ Name, Text string }

// Named returns the definitions and lets that the condition leads through, in
// the order in which they are first named, then those with parameters.
func (r *Rule) Named() []Named {
	r = r.parsed()
	out := r.names()
	var called []*template
	for _, e := range r.conditionExprs() {
		called = r.unit().templates(called, e)
	}
	for _, n := range out {
		if d := r.defines[n.Name]; d != nil {
			called = d.as.unit.templates(called, d.as.value)
		} else if x := r.letEntry(n.Name); x != nil {
			called = r.unit().templates(called, x.AsMapEntry().Value())
		}
	}
	for _, t := range called {
		out = append(out, Named{t.signature(), t.as.text})
	}
	return out
}

// conditionExprs returns when and, if there is one, unless.
func (r *Rule) conditionExprs() []celast.Expr {
	exprs := []celast.Expr{r.condition()}
	if unless := r.fieldOf("unless"); unless != nil {
		exprs = append(exprs, unless)
	}
	return exprs
}

// names returns the definitions without parameters and the lets that the condition
// leads through.
func (r *Rule) names() []Named {
	var out []Named
	exprs := r.conditionExprs()
	queue := namesIn(exprs...)
	for i := 0; i < len(queue); i++ {
		name := queue[i]
		written, expr := r.named(name)
		if expr == nil || slices.Contains(queue[:i], name) {
			continue
		}
		out = append(out, Named{name, written})
		queue = append(queue, namesIn(expr)...)
	}
	return out
}

// named returns what a name stands for in r, nil if it is no let and no
// definition.
func (r *Rule) named(name string) (string, celast.Expr) {
	if e := r.letEntry(name); e != nil {
		u := r.unit()
		_, written := u.fieldName(e.ID())
		return written, e.AsMapEntry().Value()
	}
	if d := r.defines[name]; d != nil {
		return d.as.text, d.as.value
	}
	return "", nil
}

// letEntry returns the entry of let: that gives a name, or nil.
func (r *Rule) letEntry(name string) celast.EntryExpr {
	lets := r.fieldOf("let")
	if lets == nil || lets.Kind() != celast.MapKind {
		return nil
	}
	for _, e := range lets.AsMap().Entries() {
		if s, ok := constant(e.AsMapEntry().Key()); ok && s == name {
			return e
		}
	}
	return nil
}

// condition returns the condition as it was parsed.
func (r *Rule) condition() celast.Expr {
	if e := r.fieldOf("when"); e != nil {
		return e
	}
	return r.unit().root
}

// fieldOf returns the value of a field of the rule, or nil.
func (r *Rule) fieldOf(name string) celast.Expr {
	root := r.unit().root
	if root.Kind() != celast.StructKind || root.AsStruct().TypeName() != "Rule" {
		return nil
	}
	for _, f := range root.AsStruct().Fields() {
		if f.AsStructField().Name() == name {
			return f.AsStructField().Value()
		}
	}
	return nil
}

// Nearest returns the candidate that word is most likely a slip for, empty if
// none is near. Among equals the first wins.
func Nearest(word string, candidates []string) string {
	hint := didYouMean(word, candidates)
	for _, c := range candidates {
		if hint == fmt.Sprintf("did you mean %q?", c) {
			return c
		}
	}
	return ""
}

// bound returns the facts that r runs over.
func (r *run) bound() Binding {
	b := Binding{}
	for i, v := range r.info.Variables {
		b[v.Name] = r.values[i]
	}
	if r.rule.unless != nil {
		b[r.info.Variables[1].Name] = r.all
	}
	return b
}
