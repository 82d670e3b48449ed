package rules

import (
	"reflect"
	"slices"
	"testing"
)

// The types of CEL are those that the scopes hold, each once.
func TestFactTypes(t *testing.T) {
	for i, typ := range factTypes {
		if slices.Contains(factTypes[:i], typ) {
			t.Errorf("%s stands twice", typ.Name())
		}
	}
	for _, want := range []reflect.Type{
		reflect.TypeFor[Time](),      // a variable
		reflect.TypeFor[Requote](),   // of the last scope that is no pair
		reflect.TypeFor[Lead](),      // behind a pointer
		reflect.TypeFor[Statement](), // in a list, in a list
		reflect.TypeFor[Note](), reflect.TypeFor[Fix](),
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
		scope    Scope
		variable string
		want     string // scope and variable as written in rule files
	}{
		{Times.Scope, Times.Variable, "time time"},
		{Appositions.Scope, Appositions.Variable, "apposed apposed"},
		{Stories.Scope, Stories.Variable, "story story"},
		{TimePairs.Scope, TimePairs.Variable, "pair(time) b"},
		{EventPairs.Scope, EventPairs.Variable, "pair(event) a"},
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
