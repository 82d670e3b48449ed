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
)

// A Scope is what a rule looks at, one at a time; its over: field.
type Scope string

// The scopes that rules can be over.
const (
	OverTime      Scope = "time"
	OverEvent     Scope = "event"
	OverArticle   Scope = "article"
	OverConflict  Scope = "conflict"
	OverMerge     Scope = "merge"
	OverQuote     Scope = "quote"
	OverNumber    Scope = "number"
	OverName      Scope = "name"
	OverRole      Scope = "role"
	OverSentence  Scope = "sentence"
	OverStory     Scope = "story"
	OverEventPair Scope = "pair(event)"

	OverApposition Scope = "apposed"
	OverRange      Scope = "range"
	OverLapse      Scope = "lapse"
	OverAge        Scope = "age"
	OverOrder      Scope = "order"
	OverRetelling  Scope = "retelling"
	OverTotal      Scope = "total"
	OverChange     Scope = "change"
	OverConversion Scope = "conversion"
	OverRecount    Scope = "recount"
	OverVariant    Scope = "variant"
	OverRequote    Scope = "requote"

	OverQuotePair  Scope = "pair(quote)"
	OverNumberPair Scope = "pair(number)"
	OverTimePair   Scope = "pair(time)"
	OverRolePair   Scope = "pair(role)"
	OverAgePair    Scope = "pair(age)"
)

// A Variable is a name that rules of one scope can use.
type Variable struct {
	Name string `json:"name"`
	Type string `json:"type"` // as in type errors, such as "Time"
	Doc  string `json:"doc"`

	goType reflect.Type // a pointer to a fact
}

// A ScopeInfo describes a scope to people who write rules.
type ScopeInfo struct {
	Scope     Scope      `json:"scope"`
	Doc       string     `json:"doc"`
	Subject   string     `json:"subject"` // the variable whose place a finding points at by default
	Variables []Variable `json:"variables"`
}

// scopeTable is the whole of what a scope is: to add one, add a row.
var scopeTable = []ScopeInfo{
	{OverTime, "every time expression", "time", []Variable{
		variable[Time]("time", "the time expression"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverEvent, "every event of a document", "event", []Variable{
		variable[Event]("event", "the event, at its first mention"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverArticle, "every article", "article", []Variable{
		variable[Article]("article", "the article"),
	}},
	{OverConflict, "every minimal set of statements that cannot all hold", "conflict", []Variable{
		variable[Conflict]("conflict", "the set"),
		variable[Article]("article", "the article it is reported in"),
	}},
	{OverMerge, "every event that is told as one and is two in the documents", "merge", []Variable{
		variable[Merge]("merge", "the merged event"),
	}},
	{OverQuote, "every quotation", "quote", []Variable{
		variable[Quote]("quote", "the quotation"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverNumber, "every number", "number", []Variable{
		variable[Number]("number", "the number"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverName, "every name, at its first mention", "name", []Variable{
		variable[Name]("name", "the name"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverRole, "every title that is given to somebody", "role", []Variable{
		variable[Role]("role", "the title and its holder"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverSentence, "every sentence of headline, deck and body", "sentence", []Variable{
		variable[Sentence]("sentence", "the sentence"),
		variable[Article]("article", "the article it stands in"),
	}},
	{OverStory, "every group of articles that claim to tell one story", "story", []Variable{
		variable[Story]("story", "the story"),
	}},
	{OverApposition, "every two time expressions side by side that name one time", "apposed", []Variable{
		variable[Apposition]("apposed", "the two expressions"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverRange, "every range of times", "range", []Variable{
		variable[Range]("range", "the range"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverLapse, "every length of time that stands beside the times it lies between", "lapse", []Variable{
		variable[Lapse]("lapse", "the length and the times"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverAge, "every age of a person", "age", []Variable{
		variable[Age]("age", "the age"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverOrder, "every two dated happenings that words put in an order", "order", []Variable{
		variable[Order]("order", "the two times and their order"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverRetelling, "every two sentences that tell one happening, each with a time of it", "retelling", []Variable{
		variable[Retelling]("retelling", "the two times"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverTotal, "every amount beside the amounts that it is the sum or difference of", "total", []Variable{
		variable[Total]("total", "the amounts"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverChange, "every change that is stated with the values before and after", "change", []Variable{
		variable[Change]("change", "the change and its ends"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverConversion, "every amount that is given in two units or currencies", "conversion", []Variable{
		variable[Conversion]("conversion", "the two amounts"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverRecount, "every two numbers that give one quantity", "recount", []Variable{
		variable[Recount]("recount", "the two numbers"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverVariant, "every two spellings that may be one name", "variant", []Variable{
		variable[Variant]("variant", "the two spellings"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverRequote, "every two quotations that give the same words", "requote", []Variable{
		variable[Requote]("requote", "the two quotations"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverEventPair, "every two events of one document with the same kind and participants, of other kinds than call, contact and meeting with the same subject", "a", []Variable{
		variable[Event]("a", "the event that is told first"),
		variable[Event]("b", "the event that is told second"),
	}},
	{OverQuotePair, "every two quotations of one document", "b", []Variable{
		variable[Quote]("a", "the quotation that stands first"),
		variable[Quote]("b", "the quotation that stands second"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverNumberPair, "every two numbers of one document", "b", []Variable{
		variable[Number]("a", "the number that stands first"),
		variable[Number]("b", "the number that stands second"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverTimePair, "every two time expressions of one document", "b", []Variable{
		variable[Time]("a", "the time expression that stands first"),
		variable[Time]("b", "the time expression that stands second"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverRolePair, "every two titles of one document", "b", []Variable{
		variable[Role]("a", "the title that stands first"),
		variable[Role]("b", "the title that stands second"),
		variable[Article]("article", "the article they stand in"),
	}},
	{OverAgePair, "every two ages of one document", "b", []Variable{
		variable[Age]("a", "the age that stands first"),
		variable[Age]("b", "the age that stands second"),
		variable[Article]("article", "the article they stand in"),
	}},
}

func variable[T any](name, doc string) Variable {
	t := reflect.TypeFor[*T]()
	return Variable{Name: name, Type: t.Elem().Name(), Doc: doc, goType: t}
}

// Scopes returns the scopes that rules can be over, in the order of the
// documentation. The caller owns the slice.
func Scopes() []ScopeInfo { return slices.Clone(scopeTable) }

// scopeInfo returns the row of a scope, or nil.
func scopeInfo(s Scope) *ScopeInfo {
	for i := range scopeTable {
		if scopeTable[i].Scope == s {
			return &scopeTable[i]
		}
	}
	return nil
}

// factTypes are the structs that rules can name; types of their fields follow
// from them.
var factTypes = []reflect.Type{
	reflect.TypeFor[Time](), reflect.TypeFor[Event](), reflect.TypeFor[Article](),
	reflect.TypeFor[Sentence](), reflect.TypeFor[Quote](), reflect.TypeFor[Number](),
	reflect.TypeFor[Name](), reflect.TypeFor[Role](), reflect.TypeFor[Story](),
	reflect.TypeFor[Apposition](), reflect.TypeFor[Range](), reflect.TypeFor[Lapse](), reflect.TypeFor[Age](),
	reflect.TypeFor[Order](), reflect.TypeFor[Retelling](), reflect.TypeFor[Total](), reflect.TypeFor[Change](),
	reflect.TypeFor[Conversion](), reflect.TypeFor[Recount](), reflect.TypeFor[Variant](), reflect.TypeFor[Requote](),
	reflect.TypeFor[Conflict](), reflect.TypeFor[Merge](),
	reflect.TypeFor[Statement](), reflect.TypeFor[Contrast](), reflect.TypeFor[Evidence](),
	reflect.TypeFor[Furniture](), reflect.TypeFor[Lead](), reflect.TypeFor[Interval](),
	reflect.TypeFor[Place](), reflect.TypeFor[Note](), reflect.TypeFor[Fix](),
}

var (
	intervalType = celType(reflect.TypeFor[Interval]())

	noteType = celType(reflect.TypeFor[Note]())
	fixType  = celType(reflect.TypeFor[Fix]())
)

// placedTypes are the types with a place, which at: accepts.
var placedTypes = func() map[string]bool {
	m := map[string]bool{}
	for _, t := range factTypes {
		if _, ok := PlaceOf(reflect.Zero(t).Interface()); ok {
			m[celType(t).TypeName()] = true
		}
	}
	return m
}()

// A vocabulary is what every rule file is checked against. It is built once
// and only read after that.
type vocabulary struct {
	env       *cel.Env
	checkers  map[Scope]*checker.Env // nil if rules are only to be run; likewise below
	functions []string               // names of functions and macros, sorted
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
	v := &vocabulary{env: env, checkers: map[Scope]*checker.Env{}}
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
	for _, s := range scopeTable {
		var vars []*decls.VariableDecl
		for _, x := range s.Variables {
			vars = append(vars, decls.NewVariable(x.Name, celType(x.goType)))
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
