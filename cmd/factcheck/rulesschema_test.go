package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRulesSchemaMatchesSchema(t *testing.T) {
	schema := compileSchema(t, "rules")
	doc := decode(t, printed(t, exitClean, "rules", "schema", "--format", "json"))
	if err := schema.Validate(doc); err != nil {
		t.Fatalf("%#v", err)
	}
	for name, change := range map[string]func(map[string]any){
		"no functions":   func(m map[string]any) { m["functions"] = []any{} },
		"an unknown key": func(m map[string]any) { m["macros"] = []any{} },
		"a null list":    func(m map[string]any) { at(t, m, "types", 0).(map[string]any)["fields"] = nil },
		"no doc":         func(m map[string]any) { delete(at(t, m, "elements", 0, "fields", 0).(map[string]any), "doc") },
	} {
		bad := decode(t, printed(t, exitClean, "rules", "schema", "--format", "json")).(map[string]any)
		change(bad)
		if schema.Validate(bad) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// The document in docs is what the command prints.
func TestRulesSchemaIsDocumented(t *testing.T) {
	want, err := os.ReadFile(filepath.Join("..", "..", "docs", "vocabulary.md"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(printed(t, exitClean, "rules", "schema"))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestRulesSchemaFormat(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"rules", "schema", "--format", "yaml"}, strings.NewReader(""), &out, &errs); code != exitProblem {
		t.Errorf("exit %d", code)
	}
	if want := "--format yaml: unknown format (markdown or json)\n"; errs.String() != want || out.Len() > 0 {
		t.Errorf("got %q, want %q", errs.String(), want)
	}
}
