package rules

import (
	"reflect"
	"slices"
	"testing"

	"factcheck/internal/fact"
)

// The types of CEL are those that the scopes hold, each once.
func TestFactTypes(t *testing.T) {
	for i, typ := range factTypes {
		if slices.Contains(factTypes[:i], typ) {
			t.Errorf("%s stands twice", typ.Name())
		}
	}
	for _, want := range []reflect.Type{
		reflect.TypeFor[fact.Time](),      // a variable
		reflect.TypeFor[fact.Requote](),   // of the last scope that is no pair
		reflect.TypeFor[fact.Lead](),      // behind a pointer
		reflect.TypeFor[fact.Statement](), // in a list, in a list
		reflect.TypeFor[fact.Note](), reflect.TypeFor[fact.Fix](),
	} {
		if !slices.Contains(factTypes, want) {
			t.Errorf("%s is missing", want.Name())
		}
	}
	for _, typ := range slices.Concat(firstTypes, lastTypes) {
		if !slices.Contains(factTypes, typ) {
			t.Errorf("%s has a place in the documentation and is no fact", typ.Name())
		}
	}
}

// A kind says of its facts what its scope says.
func TestKinds(t *testing.T) {
	tests := []struct {
		scope    fact.Scope
		variable string
		want     string // scope and variable as written in rule files
	}{
		{fact.Times.Scope, fact.Times.Variable, "time time"},
		{fact.Appositions.Scope, fact.Appositions.Variable, "apposed apposed"},
		{fact.Stories.Scope, fact.Stories.Variable, "story story"},
		{fact.TimePairs.Scope, fact.TimePairs.Variable, "pair(time) b"},
		{fact.EventPairs.Scope, fact.EventPairs.Variable, "pair(event) a"},
	}
	for _, tt := range tests {
		if got := string(tt.scope) + " " + tt.variable; got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
		if info := scopeInfo(tt.scope); info == nil || info.Subject != tt.variable {
			t.Errorf("scope %s: %+v", tt.scope, info)
		}
	}
}
