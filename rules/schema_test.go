package rules

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite docs/vocabulary.md")

func vocabularySchema(t *testing.T) *Schema {
	t.Helper()
	s, err := Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestVocabularyDocument(t *testing.T) {
	file := filepath.Join("..", "docs", "vocabulary.md")
	got := vocabularySchema(t).Markdown()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/vocabulary.md is not what the vocabulary says; go test ./rules -run TestVocabularyDocument -update (-want +got):\n%s", diff)
	}
}

// Nothing in the vocabulary is without words, or has those of Go.
func TestVocabularyIsDocumented(t *testing.T) {
	s := vocabularySchema(t)
	check := func(what, doc string) {
		t.Helper()
		if len(doc) < 3 {
			t.Errorf("%s is not documented", what)
		}
		for _, jargon := range []string{"nil", "int64", "slice", "struct", "pointer", "rules."} {
			if slices.Contains(strings.FieldsFunc(doc, func(r rune) bool { return strings.ContainsRune(" ,;:()", r) }), jargon) {
				t.Errorf("%s: %q in %q", what, jargon, doc)
			}
		}
	}
	for _, e := range s.Elements {
		check(e.Name, e.Doc)
		for _, f := range e.Fields {
			check(e.Name+"."+f.Name, f.Doc)
		}
	}
	for _, x := range s.Scopes {
		check(string(x.Scope), x.Doc)
	}
	for _, typ := range s.Types {
		check(typ.Name, typ.Doc)
		for _, f := range typ.Fields {
			check(typ.Name+"."+f.Name, f.Doc)
			check(typ.Name+"."+f.Name+"'s type", f.Type)
		}
	}
	for _, f := range s.Functions {
		check(f.Name, f.Doc)
		if len(f.Forms) == 0 {
			t.Errorf("%s cannot be called", f.Name)
		}
	}
}

// Every type that is named is described, and every fact has the optional
// fields that Go declares.
func TestVocabularyTypes(t *testing.T) {
	s := vocabularySchema(t)
	known := map[string]bool{"text": true, "whole number": true, "number": true, "true or false": true}
	fields := map[string]FieldInfo{}
	for _, typ := range s.Types {
		known[typ.Name] = true
		for _, f := range typ.Fields {
			fields[typ.Name+"."+f.Name] = f
		}
	}
	for name, f := range fields {
		base := strings.TrimPrefix(f.Type, "list of ")
		if !known[base] && !known[strings.TrimSuffix(base, "s")] {
			t.Errorf("%s is of the type %s, which is not described", name, f.Type)
		}
	}
	for name, want := range map[string]FieldInfo{
		"Time.weekday": {Name: "weekday", Type: "whole number", Optional: true, Doc: "the weekday that the words state, 1 for Monday to 7 for Sunday; absent if they state none"},
		"Event.dated":  {Name: "dated", Type: "true or false", Doc: "whether `when` is known"},
		"Day.month":    {Name: "month", Type: "whole number", Doc: "the month, 1 for January to 12 for December"},
		"Time.fixes":   {Name: "fixes", Type: "list of Fix", Doc: "ways out that were prepared for this expression"},
	} {
		if diff := cmp.Diff(want, fields[name]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if _, ok := fields["Place.span"]; ok {
		t.Error("offsets are not for rules")
	}
}

// The functions of CEL that are described exist.
func TestVocabularyFunctions(t *testing.T) {
	v, err := sharedVocabulary()
	if err != nil {
		t.Fatal(err)
	}
	described, err := celFunctionInfos()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range described {
		if !slices.Contains(v.functions, f.Name) {
			t.Errorf("there is no function %s", f.Name)
		}
		if !strings.Contains(f.Forms[0], strings.TrimPrefix(f.Name, "math.")) {
			t.Errorf("%s is called as %s", f.Name, f.Forms[0])
		}
	}
}
