package rules

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
)

// A rule may name a type with or without the container, whatever Go package the
// type lives in, and under no other name.
func TestContainer(t *testing.T) {
	env, err := cel.NewEnv(cel.Container(container), cel.Types(newFactType(reflect.TypeFor[isolate.Work]())))
	if err != nil {
		t.Fatal(err)
	}
	v, err := sharedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		env        *cel.Env
		expression string
		fails      string // part of the error; empty for an expression that is true
	}{
		{env, `type(Work{}) == rules.Work && type(rules.Work{}) == Work && type(.rules.Work{}) == type(Work{})`, ""},
		{env, `isolate.Work{}`, "undeclared reference"},
		{v.env, `type(Place{}) == rules.Place && type(rules.Place{}) == Place && type(.rules.Place{}) == type(Place{})`, ""},
		{v.env, `type(rules.Note{at: rules.Place{}, message: "a"}.at) == Place`, ""},
		{v.env, `rules.Place{doc: "a"} == Place{doc: "a"} && Place{doc: "a"} != Place{doc: "b"}`, ""},
		{v.env, `type(interval(date("2018-06-17"))) == rules.Interval && type(date("2018-06-17")) == rules.Day`, ""},
		{v.env, `fact.Place{}`, "undeclared reference"},
		{v.env, `Day{}`, `a day is written date("2018-06-17")`},
	}
	for _, tt := range tests {
		got, err := evaluate(tt.env, tt.expression)
		switch {
		case tt.fails != "" && (err == nil || !strings.Contains(err.Error(), tt.fails)):
			t.Errorf("%s: error %v, want %s", tt.expression, err, tt.fails)
		case tt.fails == "" && (err != nil || got != types.True):
			t.Errorf("%s is %v: %v", tt.expression, got, err)
		}
	}
}

// What an expression over facts gives has the container's name too.
func TestContainerOfValues(t *testing.T) {
	v, err := sharedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range append(factTypes, reflect.TypeFor[fact.Day]()) {
		want := "rules." + typ.Name()
		ptr := reflect.New(typ)
		for _, fact := range []any{ptr.Interface(), ptr.Elem().Interface()} {
			if got := v.env.CELTypeAdapter().NativeToValue(fact).Type().TypeName(); got != want {
				t.Errorf("%T is a %s in CEL, want %s", fact, got, want)
			}
		}
	}
}

// Files written with the names of types in full read as those without.
func TestContainerInRules(t *testing.T) {
	const file = `[Rule{id: "a/b", severity: warning, over: time, when: true, message: "m",
		related: [Note{at: time.at, message: "n"}], suggest: [Fix{message: "f", replacement: time.text}], help: "h."}]`
	full := strings.NewReplacer("Note{", "rules.Note{", "Fix{", ".rules.Fix{").Replace(file)
	for _, src := range []string{file, full} {
		set, err := Load(Source{"r.cel", src})
		if err != nil {
			t.Fatal(err)
		}
		out, err := set.Eval(t.Context(), fact.OverTime, Binding{"time": &fact.Time{Text: "June", At: fact.Place{Doc: "d"}}, "article": &fact.Article{}})
		if err != nil || len(out) != 1 {
			t.Fatalf("%d outcomes, %v", len(out), err)
		}
		want := fact.Note{At: fact.Place{Doc: "d"}, Message: "n"}
		if len(out[0].Related) != 1 || out[0].Related[0] != want || len(out[0].Fixes) != 1 || out[0].Fixes[0].Replacement != "June" {
			t.Errorf("%s: related %v, fixes %v", src, out[0].Related, out[0].Fixes)
		}
	}
}

func evaluate(env *cel.Env, expression string) (any, error) {
	ast, issues := env.Compile(expression)
	if issues.Err() != nil {
		return nil, issues.Err()
	}
	p, err := env.Program(ast)
	if err != nil {
		return nil, err
	}
	got, _, err := p.Eval(map[string]any{})
	return got, err
}
