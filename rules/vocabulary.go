package rules

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/checker"
	"github.com/google/cel-go/common/decls"
	"github.com/google/cel-go/ext"

	"factcheck/internal/fact"
)

// scopeTable are the scopes of the kinds that are declared.
var scopeTable = fact.Declared

// Scopes returns the scopes that rules can be over, in the order of the
// documentation. The caller owns the slice.
func Scopes() []fact.ScopeInfo { return slices.Clone(scopeTable) }

// scopeInfo returns the row of a scope, or nil.
func scopeInfo(s fact.Scope) *fact.ScopeInfo {
	for i := range scopeTable {
		if scopeTable[i].Scope == s {
			return &scopeTable[i]
		}
	}
	return nil
}

// factTypes are the structs that rules can name: those of the scopes' variables in
// the order of the scopes, those that these are made of, and what rules make
// themselves. A Day is described apart.
var factTypes = func() []reflect.Type {
	var list []reflect.Type
	for i := range scopeTable {
		for _, v := range scopeTable[i].Variables {
			if t := v.GoType.Elem(); !slices.Contains(list, t) {
				list = append(list, t)
			}
		}
	}
	for _, t := range slices.Clone(list) {
		list = withPartsOf(list, t)
	}
	return withParts(withParts(list, reflect.TypeFor[fact.Note]()), reflect.TypeFor[fact.Fix]())
}()

// withParts appends a type and those of its fields to a list, where they are
// structs that it lacks.
func withParts(list []reflect.Type, t reflect.Type) []reflect.Type {
	if to := linkType(t); to != nil {
		t = to
	}
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[fact.Day]() || slices.Contains(list, t) {
		return list
	}
	return withPartsOf(append(list, t), t)
}

// withPartsOf appends the types of the fields of a struct.
func withPartsOf(list []reflect.Type, t reflect.Type) []reflect.Type {
	for i := range t.NumField() {
		if f := t.Field(i); f.Tag.Get("cel") != "-" {
			list = withParts(list, f.Type)
		}
	}
	return list
}

var (
	intervalType = celType(reflect.TypeFor[fact.Interval]())

	noteType = celType(reflect.TypeFor[fact.Note]())
	fixType  = celType(reflect.TypeFor[fact.Fix]())
)

// placedTypes are the types with a place, which at: accepts.
var placedTypes = func() map[string]bool {
	m := map[string]bool{}
	for _, t := range factTypes {
		if _, ok := fact.PlaceOf(reflect.Zero(t).Interface()); ok {
			m[celType(t).TypeName()] = true
		}
	}
	return m
}()

// A vocabulary is what every rule file is checked against. It is built once
// and only read after that.
type vocabulary struct {
	env       *cel.Env
	checkers  map[fact.Scope]*checker.Env // nil if rules are only to be run; likewise below
	functions []string                    // names of functions and macros, sorted
}

var (
	// sharedRuntime is enough to run rules that were checked.
	sharedRuntime = sync.OnceValues(func() (*vocabulary, error) {
		env, err := cel.NewEnv(options()...)
		return &vocabulary{env: env}, err
	})
	sharedVocabulary = sync.OnceValues(newVocabulary)
)

func newVocabulary() (*vocabulary, error) {
	runtime, err := sharedRuntime()
	if err != nil {
		return nil, err
	}
	env := runtime.env
	base, err := checker.NewEnv(env.Container, env.CELTypeProvider(), checker.CrossTypeNumericComparisons(true))
	if err != nil {
		return nil, err
	}
	if err := base.AddIdents(env.Variables()...); err != nil {
		return nil, err
	}
	v := &vocabulary{env: env, checkers: map[fact.Scope]*checker.Env{}}
	for name, fn := range env.Functions() {
		if err := base.AddFunctions(fn); err != nil {
			return nil, err
		}
		v.functions = append(v.functions, name)
	}
	for _, m := range env.Macros() {
		v.functions = append(v.functions, m.Function())
	}
	v.functions = slices.DeleteFunc(v.functions, func(s string) bool { return !isWord(s) || strings.HasPrefix(s, "_") })
	slices.Sort(v.functions)
	v.functions = slices.Compact(v.functions)
	v.checkers[anyScope.Scope] = base
	for _, s := range scopeTable {
		var vars []*decls.VariableDecl
		for _, x := range s.Variables {
			vars = append(vars, decls.NewVariable(x.Name, celType(x.GoType)))
		}
		if v.checkers[s.Scope], err = extend(env, base, vars...); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// extend returns a checker environment that knows vars beside what parent
// knows.
func extend(env *cel.Env, parent *checker.Env, vars ...*decls.VariableDecl) (*checker.Env, error) {
	child, err := checker.NewEnv(env.Container, env.CELTypeProvider(),
		checker.CrossTypeNumericComparisons(true), checker.ValidatedDeclarations(parent))
	if err != nil {
		return nil, err
	}
	return child, child.AddIdents(vars...)
}

func options() []cel.EnvOption {
	opts := []cel.EnvOption{
		cel.Container(container),
		cel.ParserExpressionSizeLimit(MaxFile),
		cel.ParserRecursionLimit(maxRecursion),
		cel.OptionalTypes(),
		cel.CrossTypeNumericComparisons(true),
		ext.Strings(), ext.Math(), ext.Sets(), ext.Lists(ext.ListsMaxRangeSize(10_000)),
		ext.TwoVarComprehensions(), ext.Bindings(),
		cel.ASTValidators(cel.ValidateRegexLiterals(), cel.ValidateTimestampLiterals(), cel.ValidateDurationLiterals(), countedValidator{}, nameValidator{}, noteValidator{}),
		cel.Types(celTypes()...),
	}
	return append(opts, functionOptions()...)
}
