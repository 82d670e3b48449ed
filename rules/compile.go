package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/checker"
	"github.com/google/cel-go/common"
	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/decls"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
)

// A program is one expression that can run. It is planned when it first runs,
// or before, to find what is wrong with it. It is safe for concurrent use.
type program struct {
	unit    *unit
	frame   frame
	expr    celast.Expr
	checked *celast.AST // which holds expr
	start   int         // of the expression, in bytes of the file
	loops   bool        // it holds a loop, so its work is not bounded by its size
	slow    bool        // the same, or a let or definition that it names does
	reads   variables   // what it reads, also through lets and definitions
	result  *types.Type

	once sync.Once
	run  cel.Program // planned, once that was done
	err  error       // why it could not be
}

// A let is a name that one rule gives to an expression.
type let struct {
	name  string
	value *program
}

// A define is a name that a file gives to an expression of one scope. It is
// evaluated at most once for each binding, when a rule first reads it.
type define struct {
	name  string
	scope *fact.ScopeInfo
	as    *field
	start int // of the name's value
	value *program
	parts []*conjunct // of value; nil until a rule asks
	state defineState
	depth int // how many definitions it leads through, itself included
	used  bool
}

type defineState uint8

const (
	definePending defineState = iota
	defineActive              // being compiled: meeting it again is a cycle
	defineDone                // value is nil if it did not compile
)

// maxChain bounds how many definitions lead through each other, and how many
// lets a rule has, as each one nests an evaluation in the other.
const maxChain = 50

// A frame is what an expression can name.
type frame struct {
	env     *checker.Env
	scope   *fact.ScopeInfo
	defines map[string]*define
	lets    []let
	calls   []string // the definitions with parameters, for hints
}

// with returns a frame that knows one more name.
func (f frame) with(v *vocabulary, name string, t *types.Type) (frame, error) {
	env, err := extend(v.env, f.env, decls.NewVariable(name, t))
	f.env = env
	return f, err
}

// names lists what expressions can name, for hints.
func (f frame) names() []string {
	var names []string
	for _, v := range f.scope.Variables {
		names = append(names, v.Name)
	}
	for _, l := range f.lets {
		names = append(names, l.name)
	}
	return append(names, slices.Sorted(maps.Keys(f.defines))...)
}

// readDefine reads the parts of a definition; its expression waits until all
// names are known.
func (l *loader) readDefine(el *element) {
	l.stringOf(el.fields["doc"])
	scope := l.readScope(el.fields["over"])
	if el.fields["with"] != nil && el.fields["over"] == nil {
		scope = anyScope
	}
	f := el.fields["name"]
	if f == nil {
		return
	}
	name := l.stringOf(f)
	start := f.valueStart()
	if name == "" || !l.freeName(name, start, scope) || scope == nil || el.fields["as"] == nil {
		return
	}
	if el.fields["with"] != nil {
		l.readTemplate(el, name, scope)
		return
	}
	if l.scoped[scope][name] != nil {
		l.report(start, fmt.Sprintf("the name %q is taken", name), "by another Define over "+string(scope.Scope))
		return
	}
	d := &define{name: name, scope: scope, as: el.fields["as"], start: start}
	l.defines = append(l.defines, d)
	if l.scoped[scope] == nil {
		l.scoped[scope] = map[string]*define{}
	}
	l.scoped[scope][name] = d
}

// freeName reports whether a name can be given to an expression, and if not,
// why.
func (l *loader) freeName(name string, at int, scope *fact.ScopeInfo) bool {
	if !nameForm().MatchString(name) || isReserved(name) {
		hint := "letters, digits and underscores"
		if isReserved(name) {
			hint = "it is a reserved word"
		}
		l.report(at, fmt.Sprintf("%q cannot be a name", name), hint)
		return false
	}
	if scope != nil && slices.ContainsFunc(scope.Variables, func(v fact.Variable) bool { return v.Name == name }) {
		l.report(at, fmt.Sprintf("the name %q is taken", name), "it is a variable of the scope")
		return false
	}
	return true
}

func (l *loader) compileDefines() {
	for _, d := range l.defines {
		if d.state == definePending {
			l.compileDefine(d, 1)
		}
	}
}

// compileDefine compiles a definition after those that it names. level counts
// the definitions on the way to it.
func (l *loader) compileDefine(d *define, level int) {
	d.state = defineActive
	expanded := l.expand(d.as, d.scope)
	names := namesIn(d.as.value)
	ok := l.compileNeeded(d, names, level) && expanded
	if d.depth == maxChain+1 { // those that lead through d are deeper still
		l.report(d.start, fmt.Sprintf("%q leads through more than %d definitions", d.name, maxChain), "")
	}
	if ok && d.depth <= maxChain {
		if fr, ready := l.frame(names, d.scope); ready {
			d.value = l.compile(fr, d.as, nil)
		}
	}
	d.state = defineDone
}

// compileNeeded compiles the definitions that d names.
func (l *loader) compileNeeded(d *define, names []string, level int) (ok bool) {
	d.depth, ok = 1, true
	for _, name := range names {
		other := l.scoped[d.scope][name]
		if other == nil {
			continue
		}
		if other.state == defineActive {
			l.report(other.as.valueStart(), fmt.Sprintf("%q is defined by itself", name), "")
			ok = false
			continue
		}
		if other.state == definePending && level > maxChain {
			d.depth = maxChain + 1
			continue
		}
		if other.state == definePending {
			l.compileDefine(other, level+1)
		}
		d.depth = max(d.depth, other.depth+1)
	}
	return ok
}

// frame returns what expressions with the given names can name in a scope. ok
// is false if they need a definition that did not compile, which is reported
// already.
func (l *loader) frame(names []string, scope *fact.ScopeInfo) (fr frame, ok bool) {
	fr = frame{env: l.vocabulary.checkers[scope.Scope], scope: scope, defines: l.scoped[scope]}
	for _, t := range l.templates {
		if t.scope == scope || t.scope == anyScope {
			fr.calls = append(fr.calls, t.name)
		}
	}
	for _, name := range names {
		d := fr.defines[name]
		if d == nil {
			continue
		}
		if d.value == nil {
			return fr, false
		}
		var err error
		if fr, err = fr.with(l.vocabulary, name, d.value.result); err != nil {
			l.report(d.start, err.Error(), "")
			return fr, false
		}
	}
	return fr, true
}

// namesIn returns the identifiers in the expressions, each once, in the order
// of the tree. A loop variable may be among them.
func namesIn(exprs ...celast.Expr) []string {
	var names []string
	seen := map[string]bool{}
	visitor := celast.NewExprVisitor(func(n celast.Expr) {
		if name := identifier(n); name != "" && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	})
	for _, e := range exprs {
		celast.PreOrderVisit(e, visitor)
	}
	return names
}

// markUsed notes which definitions a rule needs, directly or through others.
func markUsed(names []string, defines map[string]*define) {
	queue := slices.Clone(names)
	for i := 0; i < len(queue); i++ {
		if d := defines[queue[i]]; d != nil && !d.used {
			d.used = true
			queue = append(queue, namesIn(d.as.value)...)
		}
	}
}

// reportUnused reports definitions that no rule needs. If some rule could not
// be parsed, nobody knows.
func (l *loader) reportUnused() {
	for _, d := range l.defines {
		if !d.used && !l.unread {
			l.report(d.start, fmt.Sprintf("%q is defined but not used", d.name), "no rule over "+string(d.scope.Scope)+" needs it")
		}
	}
	for _, t := range l.templates {
		if !t.used && !l.unread {
			l.report(t.start, fmt.Sprintf("%q is defined but not used", t.name), "nothing calls "+t.signature())
		}
	}
}

// compileRule checks and plans the expressions of a rule.
func (l *loader) compileRule(r *Rule, el *element, scope *fact.ScopeInfo) {
	lets := l.readLets(el.fields["let"], scope)
	var roots []celast.Expr
	expanded := true
	for _, f := range []string{"when", "unless", "message", "at", "related", "suggest", "assume", "confidence", "note_when"} {
		if f := el.fields[f]; f != nil {
			expanded = l.expand(f, scope) && expanded
			roots = append(roots, f.value)
		}
	}
	for _, x := range lets {
		expanded = l.expand(x, scope) && expanded
		roots = append(roots, x.value)
	}
	names := namesIn(roots...)
	fr, ok := l.frame(names, scope)
	markUsed(names, fr.defines)
	if !ok || !expanded {
		return
	}
	r.defines = fr.defines
	for _, x := range lets {
		if !slices.Contains(names, x.name) {
			l.report(x.start, fmt.Sprintf("%q is named but not used", x.name), "")
		}
		p := l.compile(fr, x, nil)
		if p == nil {
			return
		}
		var err error
		if fr, err = fr.with(l.vocabulary, x.name, p.result); err != nil {
			l.report(x.start, err.Error(), "")
			return
		}
		fr.lets = append(fr.lets, let{x.name, p})
	}
	r.lets = fr.lets
	r.when = l.compileCondition(fr, el.fields["when"])
	r.message = l.compile(fr, el.fields["message"], accept("text", types.StringType))
	r.at = l.compile(fr, el.fields["at"], acceptPlace)
	r.related = l.compile(fr, el.fields["related"], accept("a list of Note", types.NewListType(noteType)))
	r.suggest = l.compile(fr, el.fields["suggest"],
		accept("a list of texts or Fix", types.NewListType(types.StringType), types.NewListType(fixType)))
	r.assume = l.compile(fr, el.fields["assume"], accept("a list of texts", types.NewListType(types.StringType)))
	r.lesser = l.compile(fr, el.fields["note_when"], accept("true or false", types.BoolType))
	l.readConfidence(r, fr, el.fields["confidence"])
	l.compileUnless(r, fr, el.fields["unless"])
}

// readLets reads the map of let: and reports names that cannot be given.
func (l *loader) readLets(f *field, scope *fact.ScopeInfo) []*field {
	if f == nil {
		return nil
	}
	if f.value.Kind() != celast.MapKind {
		l.report(f.valueStart(), "let must be a map of names to expressions", `as in let: {"name": expression}`)
		return nil
	}
	if f.value.AsMap().Size() > maxChain {
		l.report(f.valueStart(), fmt.Sprintf("let gives more than %d names", maxChain), "")
		return nil
	}
	var lets []*field
	for _, x := range f.value.AsMap().Entries() {
		key := x.AsMapEntry().Key()
		at := f.unit.exprStart(key)
		name, ok := constant(key)
		if !ok {
			l.report(at, "the names of let must be texts in quotation marks", letHint(key))
			if name = identifier(key); name == "" {
				continue
			}
		}
		switch {
		case !l.freeName(name, at, scope):
			continue
		case slices.ContainsFunc(lets, func(x *field) bool { return x.name == name }) || l.scoped[scope][name] != nil || l.template(name, scope) != nil:
			l.report(at, fmt.Sprintf("the name %q is taken", name), "")
			continue
		}
		lets = append(lets, &field{unit: f.unit, name: name, start: at, value: x.AsMapEntry().Value()})
	}
	return lets
}

// readConfidence reads high, medium or low, or else an expression for one of
// them.
func (l *loader) readConfidence(r *Rule, fr frame, f *field) {
	if f == nil {
		return
	}
	name := identifier(f.value)
	if s, ok := constant(f.value); ok {
		name = s
	}
	if name != "" && !slices.Contains(fr.names(), name) {
		if r.confidence = name; !slices.Contains(confidences, name) {
			hint := nearestName("confidence", name, confidences)
			if hint == "" {
				hint = "one of " + strings.Join(confidences, ", ")
			}
			l.report(f.valueStart(), fmt.Sprintf("unknown confidence %q", name), hint)
		}
		return
	}
	r.confident = l.compile(fr, f, accept("high, medium or low", types.StringType))
}

// An expectation says whether a type fits a field, and what would.
type expectation struct {
	fits func(*types.Type) bool
	want string
}

// accept fits the given types. What cannot be known before the rule runs fits
// too and is checked then.
func accept(want string, ok ...*types.Type) *expectation {
	return &expectation{func(t *types.Type) bool {
		return slices.ContainsFunc(ok, func(o *types.Type) bool { return o.IsAssignableType(t) }) || isOpen(t)
	}, want}
}

// isOpen reports whether t is dyn or a list of dyn, such as [].
func isOpen(t *types.Type) bool {
	if t.Kind() == types.ListKind && len(t.Parameters()) == 1 {
		t = t.Parameters()[0]
	}
	return t.Kind() == types.DynKind || t.Kind() == types.TypeParamKind
}

// acceptPlace fits what a finding can point at.
var acceptPlace = &expectation{func(t *types.Type) bool {
	return t.Kind() == types.StructKind && placedTypes[t.TypeName()] || t.Kind() == types.DynKind
}, "a fact with a place"}

// compile checks and plans one expression. It returns nil if there is none or
// if something is wrong with it, which is then reported.
func (l *loader) compile(fr frame, f *field, want *expectation) *program {
	p := l.checkField(fr, f, want)
	if p == nil {
		return nil
	}
	if err := p.plan(); err != nil {
		l.report(p.start, err.Error(), "")
		return nil
	}
	return p
}

// checkField checks one expression and does not plan it.
func (l *loader) checkField(fr frame, f *field, want *expectation) *program {
	if f == nil {
		return nil
	}
	checked, errs := check(fr, f.unit, f.value)
	if len(errs) == 0 {
		errs = l.validate(checked)
	}
	if len(errs) > 0 {
		w := wording{vocabulary: l.vocabulary, frame: fr, unit: f.unit, ast: checked, field: f}
		for _, p := range w.problems(errs, f) {
			l.report(p.offset, p.message, p.hint)
		}
		return nil
	}
	p := newProgram(fr, f.unit, checked, checked.Expr())
	if want != nil && !want.fits(p.result) {
		l.report(p.start, fmt.Sprintf("%s must be %s, not %s", f.name, want.want, typeName(p.result)), misfitHint(f.name, p.result))
		return nil
	}
	return p
}

// newProgram returns the program of an expression, which may be part of a
// larger one that was checked.
func newProgram(fr frame, u *unit, checked *celast.AST, e celast.Expr) *program {
	p := &program{unit: u, frame: fr, expr: e, checked: checked, start: u.exprStart(e), loops: hasLoop(e), result: checked.GetType(e.ID())}
	p.slow = p.loops
	for _, name := range namesIn(e) {
		name = strings.TrimPrefix(name, ".")
		if i := slices.IndexFunc(fr.scope.Variables, func(v fact.Variable) bool { return v.Name == name }); i >= 0 {
			p.reads |= 1 << i
		} else if named := fr.named(name); named != nil {
			p.reads |= named.reads
			p.slow = p.slow || named.slow
		}
	}
	return p
}

// named returns the program of a let or definition, or nil.
func (f frame) named(name string) *program {
	for _, l := range f.lets {
		if l.name == name {
			return l.value
		}
	}
	if d := f.defines[name]; d != nil {
		return d.value
	}
	return nil
}

// plan makes p ready to run. What is part of a program that was planned can be
// planned too.
func (p *program) plan() error {
	p.once.Do(intoError(&p.err, func() {
		v, err := sharedRuntime()
		if err != nil {
			p.err = err
			return
		}
		opts := []cel.ProgramOption{cel.EvalOptions(cel.OptOptimize), cel.CustomDecoratorV2(v.meter(p))}
		ast := celast.NewCheckedAST(celast.NewAST(p.expr, p.checked.SourceInfo()), p.checked.TypeMap(), p.checked.ReferenceMap())
		p.run, p.err = v.env.PlanProgram(ast, opts...)
	}))
	return p.err
}

// check type-checks one expression with just the part of the source
// information that is its own: the checker walks all it is given, so handing
// over the rest of the file would make loading quadratic.
func check(fr frame, u *unit, e celast.Expr) (*celast.AST, []*common.Error) {
	info := celast.NewSourceInfo(nil)
	celast.PreOrderVisit(e, pruner{info, u})
	checked, errs := checker.Check(celast.NewAST(e, info), nil, fr.env)
	return checked, errs.GetErrors()
}

// A pruner copies the places of the nodes it visits.
type pruner struct {
	to *celast.SourceInfo
	u  *unit
}

// VisitExpr implements celast.Visitor.
func (p pruner) VisitExpr(n celast.Expr) { p.copy(n.ID()) }

// VisitEntryExpr implements celast.Visitor.
func (p pruner) VisitEntryExpr(n celast.EntryExpr) { p.copy(n.ID()) }

func (p pruner) copy(id int64) {
	if r, ok := p.u.ranges[id]; ok {
		p.to.SetOffsetRange(id, r)
	}
}

// hasLoop reports whether e holds a comprehension. A cel.bind is one by form,
// over the empty list, and does not count.
func hasLoop(e celast.Expr) bool {
	found := false
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() == celast.ComprehensionKind {
			r := n.AsComprehension().IterRange()
			found = found || r.Kind() != celast.ListKind || r.AsList().Size() > 0
		}
	}))
	return found
}

// validate checks what types cannot say: the arguments of format, of date and
// of the like, where they are literals.
func (l *loader) validate(checked *celast.AST) []*common.Error {
	errs := common.NewErrors(nil)
	issues := cel.NewIssuesWithSourceInfo(errs, checked.SourceInfo())
	config := validatorConfig{}
	for _, v := range l.vocabulary.env.Validators() {
		if c, ok := v.(cel.ASTValidatorConfigurer); ok {
			_ = c.Configure(config)
		}
	}
	for _, v := range l.vocabulary.env.Validators() {
		v.Validate(l.vocabulary.env, config, checked, issues)
	}
	celast.PreOrderVisit(checked.Expr(), celast.NewExprVisitor(func(n celast.Expr) {
		if n.Kind() != celast.CallKind || n.AsCall().FunctionName() != "date" {
			return
		}
		for _, arg := range n.AsCall().Args() {
			if s, ok := constant(arg); ok {
				if _, err := fact.ParseDay(s); err != nil {
					issues.ReportErrorAtID(arg.ID(), "%s", err.Error())
				}
			}
		}
	}))
	return issues.Errors()
}

// validatorConfig implements cel.MutableValidatorConfig.
type validatorConfig map[string]any

// GetOrDefault implements cel.ValidatorConfig.
func (c validatorConfig) GetOrDefault(name string, value any) any {
	if v, ok := c[name]; ok {
		return v
	}
	return value
}

// Set implements cel.MutableValidatorConfig.
func (c validatorConfig) Set(name string, value any) error {
	c[name] = value
	return nil
}
