package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"factcheck/internal/article"
)

func compileSchema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "schema", name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// printed returns what the command prints.
func printed(t *testing.T, wantCode int, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs); code != wantCode {
		t.Fatalf("factcheck %s: exit %d, want %d\n%s", strings.Join(args, " "), code, wantCode, errs.String())
	}
	return out.Bytes()
}

func decode(t *testing.T, src []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// sample returns the output of one command that has every kind of object in
// it: findings with related places and suggestions, times, events.
func sample(t *testing.T, name string) []byte {
	t.Helper()
	almanac := filepath.Join("..", "..", "testdata", "almanac.yaml")
	args := append([]string{name, "--format", "json", "--almanac", almanac}, pagePaths(t)...)
	switch name {
	case "check":
		return printed(t, exitFindings, append(args, "--same-story")...)
	case "facts":
		args = append(args, "--same-story")
	}
	return printed(t, exitClean, args...)
}

func TestOutputMatchesSchema(t *testing.T) {
	for _, name := range []string{"check", "dates", "timeline", "facts", "text"} {
		t.Run(name, func(t *testing.T) {
			if err := compileSchema(t, name).Validate(decode(t, sample(t, name))); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
}

// Outputs of other kinds match too: nothing found, nothing dated, not checked.
func TestBareOutputMatchesSchema(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(file, []byte("The ministers met yesterday and talked about fishing rights.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"check", "dates", "timeline", "facts", "text"} {
		t.Run(name, func(t *testing.T) {
			if err := compileSchema(t, name).Validate(decode(t, printed(t, exitClean, name, "--format", "json", file))); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
}

// What was left unread matches too: a part in another language, files of a
// folder, and what sources were not compared on.
func TestUnreadOutputMatchesSchema(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.md": "The ministers met on Friday and talked about fishing rights in the north of the country.\n\n" +
			"Der Stadtrat hat am Dienstag beschlossen, dass die alte Brücke über den Fluss im nächsten Jahr erneuert werden soll, aber nicht wann.\n",
		"b.css": "Nothing.", "c": "Nothing.",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"check", "dates", "timeline", "facts", "text"} {
		t.Run(name, func(t *testing.T) {
			args := []string{name, "--format", "json", dir}
			if name == "check" {
				args = append(args, "--sources", pagePaths(t)[0])
			}
			v := decode(t, printed(t, exitClean, args...))
			if err := compileSchema(t, name).Validate(v); err != nil {
				t.Errorf("%#v", err)
			}
			if got := at(t, v, "notRead", 0, "start", "line"); got != json.Number("3") {
				t.Errorf("the part begins on line %v", got)
			}
			if got := at(t, v, "passedOver", 0, "extension"); got != ".css" {
				t.Errorf("the first extension is %v", got)
			}
		})
	}
}

// at walks into a JSON value by keys and indices.
func at(t *testing.T, v any, path ...any) any {
	t.Helper()
	for _, step := range path {
		switch s := step.(type) {
		case string:
			v = v.(map[string]any)[s]
		case int:
			v = v.([]any)[s]
		}
		if v == nil {
			t.Fatalf("no %v in %v", step, path)
		}
	}
	return v
}

func TestSchemaRejects(t *testing.T) {
	set := func(key string, value any) func(map[string]any) {
		return func(m map[string]any) { m[key] = value }
	}
	without := func(key string) func(map[string]any) {
		return func(m map[string]any) { delete(m, key) }
	}
	tests := []struct {
		schema, what string
		path         []any
		change       func(map[string]any)
	}{
		{"check", "another version", nil, set("schema", json.Number("2"))},
		{"check", "an unknown key", nil, set("errors", []any{})},
		{"check", "no summary", nil, without("summary")},
		{"check", "a count below zero", []any{"summary"}, set("error", json.Number("-1"))},
		{"check", "a null list", nil, set("notChecked", nil)},
		{"check", "a severity", []any{"findings", 0}, set("severity", "fatal")},
		{"check", "a confidence", []any{"findings", 0}, set("confidence", "")},
		{"check", "an id", []any{"findings", 0}, set("id", "1")},
		{"check", "a rule id", []any{"findings", 0}, set("rule", "merged")},
		{"check", "no message", []any{"findings", 0}, set("message", "")},
		{"check", "no related", []any{"findings", 0}, without("related")},
		{"check", "line 0", []any{"findings", 0, "start"}, set("line", json.Number("0"))},
		{"check", "no column", []any{"findings", 0, "related", 0, "end"}, without("column")},
		{"check", "an unknown key of a suggestion", []any{"findings", 0, "suggestions", 0}, set("edit", "x")},
		{"check", "a zone kind", []any{"documents", 0, "zones", 0}, set("kind", "rail")},
		{"check", "a source", []any{"documents", 0, "published"}, set("source", "guess")},
		{"check", "a day without zeros", []any{"documents", 0, "published"}, set("from", "2018-6-17")},
		{"check", "a day with a clock", []any{"documents", 0, "published"}, set("from", "2018-06-17T09:43")},
		{"check", "a date from nowhere", []any{"documents", 0, "published"}, set("source", "none")},
		{"check", "a relative message", []any{"findings", 0, "related", 0}, without("message")},
		{"dates", "month 13", []any{"documents", 0, "times", 0}, set("from", "2018-13-01")},
		{"dates", "25 o'clock", []any{"documents", 0, "times", 0}, set("to", "2018-06-01T25:00")},
		{"dates", "a type", []any{"documents", 0, "times", 0}, set("type", "Date")},
		{"dates", "an anchor", []any{"documents", 0, "times", 0}, set("anchor", "speaker")},
		{"dates", "a direction", []any{"documents", 0, "times", 0}, set("direction", "")},
		{"dates", "a mod", []any{"documents", 0, "times", 0}, set("mod", "EARLY")},
		{"dates", "no value", []any{"documents", 0, "times", 0}, set("value", "")},
		{"dates", "a negative offset", []any{"documents", 0, "times", 0}, set("start", json.Number("-1"))},
		{"dates", "an unknown key", []any{"documents", 0, "times", 0}, set("place", map[string]any{})},
		{"timeline", "no mention", []any{"events", 0}, set("mentions", []any{})},
		{"timeline", "a modality", []any{"events", 0}, set("modality", "series")},
		{"timeline", "a grain", []any{"events", 0, "when"}, set("grain", "fortnight")},
		{"timeline", "an unknown key", []any{"events", 0, "when"}, set("label", "May")},
		{"timeline", "no count", nil, without("undated")},
		{"facts", "another version", nil, set("schema", json.Number("2"))},
		{"facts", "a scope", []any{"documents", 0, "scopes", 0}, set("over", "times")},
		{"facts", "facts of another scope", []any{"documents", 0, "scopes", 0}, set("over", "event")},
		{"facts", "no count", []any{"documents", 0, "scopes", 0}, without("count")},
		{"facts", "an unknown field", []any{"documents", 0, "scopes", 0, "facts", 0}, set("day", "Monday")},
		{"facts", "no place", []any{"documents", 0, "scopes", 0, "facts", 0}, without("at")},
		{"facts", "a null field", []any{"documents", 0, "scopes", 0, "facts", 0}, set("weekday", nil)},
		{"facts", "a day without zeros", []any{"documents", 0, "scopes", 0, "facts", 0}, set("date", "2018-6-17")},
		{"facts", "line 0", []any{"documents", 0, "scopes", 0, "facts", 0, "at", "start"}, set("line", json.Number("0"))},
	}
	samples := map[string][]byte{}
	for _, name := range []string{"check", "dates", "timeline", "facts", "text"} {
		samples[name] = sample(t, name)
	}
	for _, tt := range tests {
		t.Run(tt.schema+" "+tt.what, func(t *testing.T) {
			doc := decode(t, samples[tt.schema])
			tt.change(at(t, doc, tt.path...).(map[string]any))
			if err := compileSchema(t, tt.schema).Validate(doc); err == nil {
				t.Error("is valid")
			}
		})
	}
}

// The schemas list the zone kinds that the program has, no more and no fewer.
func TestSchemaZoneKinds(t *testing.T) {
	var want []any
	for k := article.Kind(1); ; k++ {
		name, err := k.MarshalText()
		if err != nil {
			break
		}
		want = append(want, string(name))
	}
	for _, name := range []string{"check", "dates", "timeline"} {
		src, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		var schema any
		if err := json.Unmarshal(src, &schema); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, at(t, schema, "$defs", "zoneKind", "enum")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
