package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"factcheck/internal/config"
)

// shapes are the schemas of the keys that are no flags, or that are more in a
// configuration than as flags.
var shapes = map[string]any{
	"extends":    list("configurations to start from; later ones go over earlier ones"),
	"rules":      list("rule files, or folders of .cel files, beside the rules that ship"),
	"enable":     list("tags, ids or area/* of rules that are off by themselves and shall run"),
	"almanac":    list("files of named days and dated events, beside those that ship"),
	"lexicon":    list("files of event words, beside those that ship"),
	"severity":   object{{"description", "severity by rule id, or by area/*"}, {"type", "object"}, {"additionalProperties", object{{"enum", []string{"off", "note", "warning", "error"}}}}},
	"week-start": words("first day of a week", "monday", "sunday"),
	"date-order": words("reading of 04/05/2018", "dmy", "mdy"),
	"fail-on":    words("least severity that makes the exit code 1", failLevels...),
	"dismissals": object{{"description", "file of findings that may stand"}, {"type", "string"}, {"minLength", 1}},
	"rule-steps": object{{"description", "steps that one rule may take in a run"}, {"type", []string{"integer", "string"}}},
	"rule-time":  object{{"description", "time that one rule may take in a run, as 60s"}, {"type", "string"}},
	"new-from":   object{{"description", "report only what is new since a revision of git or a report"}, {"type", "string"}},
}

func list(description string) object {
	return object{{"description", description}, {"type", "array"}, {"items", object{{"type", "string"}, {"minLength", 1}}}, {"uniqueItems", true}}
}

func words(description string, of ...string) object {
	return object{{"description", description}, {"enum", of}}
}

// shape returns the schema of a flag.
func shape(f *pflag.Flag) object {
	description := strings.ReplaceAll(f.Usage, "`", "")
	switch f.Value.Type() {
	case "bool":
		return object{{"description", description}, {"type", "boolean"}}
	case "int":
		return object{{"description", description}, {"type", "integer"}, {"minimum", 0}}
	}
	text := object{{"type", "string"}, {"minLength", 1}}
	if _, many := f.Value.(pflag.SliceValue); many {
		return object{{"description", description}, {"anyOf", []object{text, {{"type", "array"}, {"items", text}}}}}
	}
	return append(object{{"description", description}}, text...)
}

// commandNamed returns the command of a section, as rules-test.
func commandNamed(t *testing.T, root *cobra.Command, section string) *cobra.Command {
	t.Helper()
	c, rest, err := root.Find(strings.Split(section, "-"))
	if err != nil || len(rest) > 0 {
		t.Fatalf("%s is no command", section)
	}
	return c
}

// configSchema returns the schema of factcheck.yaml as the flags of the commands
// have it.
func configSchema(t *testing.T) []byte {
	t.Helper()
	root := rootCommand(&streams{})
	var keys object
	for _, key := range config.Keys() {
		s := shapes[key]
		if slices.Contains(config.Commands(), key) {
			var own object
			commandNamed(t, root, key).LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
				if !config.FlagOnly(f.Name) && !slices.Contains(config.Keys(), f.Name) {
					own = append(own, member{f.Name, shape(f)})
				}
			})
			s = object{{"description", "flags of factcheck " + strings.ReplaceAll(key, "-", " ")}, {"type", "object"}, {"additionalProperties", false}, {"properties", own}}
		}
		if s == nil {
			s = shape(commandNamed(t, root, "check").Flags().Lookup(key))
		}
		keys = append(keys, member{key, s})
	}
	src, err := json.MarshalIndent(object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "factcheck.yaml"},
		{"description", "How factcheck checks the articles in a folder and below; see docs/config.md."},
		{"type", []string{"object", "null"}}, {"additionalProperties", false}, {"properties", keys},
	}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(src, '\n')
}

// The schema is that of the flags; -update writes it anew.
func TestConfigSchema(t *testing.T) {
	file := filepath.Join("..", "..", "docs", "schema", "config.schema.json")
	want := configSchema(t)
	wantKept(t, file, want)
	schema := compileSchema(t, "config")
	for _, tt := range []struct {
		yaml string
		fits bool
	}{
		{"", true}, {string(initial), true},
		{"sources: [wire]\nsame-story: true\ncheck: {format: [text, \"json:out.json\"], max-findings: 3}\n", false},
		{"sources: wire\nmax-findings: 3\nseverity: {\"date/*\": off}\ntimeline: {all: true}\n", true},
		{"fail-on: grave\n", false}, {"fails-on: error\n", false}, {"stdin: true\n", false}, {"same-story: maybe\n", false},
	} {
		var doc any
		if err := yaml.Unmarshal([]byte(tt.yaml), &doc); err != nil {
			t.Fatal(err)
		}
		src, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(decode(t, src)); (err == nil) != tt.fits {
			t.Errorf("%q: %v, want %v", tt.yaml, err, tt.fits)
		}
	}
}

// Every flag of a command that reads articles can be given in a configuration, but
// for those that only the command line can give.
func TestEveryFlagIsAKey(t *testing.T) {
	root := rootCommand(&streams{})
	for _, c := range root.Commands() {
		if c.Flags().Lookup("config") == nil {
			continue
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			own := slices.Contains(config.Commands(), c.Name())
			if !own && !slices.Contains(config.Keys(), f.Name) && !config.FlagOnly(f.Name) && c.Name() != "dismiss" {
				t.Errorf("--%s of %s is no key", f.Name, c.Name())
			}
		})
	}
}
