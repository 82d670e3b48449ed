package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"factcheck/internal/fact"
	"factcheck/rules"
)

const factsSchemaFile = "../../docs/schema/facts.schema.json"

// schema is a part of a JSON Schema; encoding/json sorts its keys.
type schema map[string]any

// TestFactsSchema makes the schema of facts from the vocabulary of rules, which
// names the fields and says which may be absent, and compares it with the one that
// ships. With -update that is rewritten.
func TestFactsSchema(t *testing.T) {
	made, err := json.MarshalIndent(factsSchema(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	made = append(made, '\n')
	wantKept(t, factsSchemaFile, made)
}

func factsSchema(t *testing.T) schema {
	t.Helper()
	vocabulary, err := rules.Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", "dates.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var dates struct {
		Properties schema
		Defs       schema `json:"$defs"`
	}
	if err := json.Unmarshal(src, &dates); err != nil {
		t.Fatal(err)
	}
	defs := schema{}
	for _, name := range []string{"doc", "file", "notRead", "notReadPosition", "passedOver", "noDate"} {
		if defs[name] = dates.Defs[name]; defs[name] == nil {
			t.Fatalf("dates.schema.json has no %s", name)
		}
	}
	maps.Copy(defs, schema{
		"Day":   schema{"description": "a day, as 2018-06-17", "type": "string", "pattern": "^[0-9]{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
		"Place": placeSchema(),
	})
	for _, typ := range vocabulary.Types {
		if typ.Name != "Day" && typ.Name != "Months" && typ.Name != "Place" {
			defs["rules."+typ.Name] = factSchema(typ)
		}
	}
	var scopes []any
	for _, info := range vocabulary.Scopes {
		scopes = append(scopes, scopeSchema(info))
	}
	defs["scope"] = schema{"oneOf": scopes}
	defs["document"] = members(schema{
		"doc": ref("doc"), "file": ref("file"),
		"scopes": schema{"description": "in the order of rules schema; those of --over, or all", "type": "array", "items": ref("scope")},
	})
	properties := schema{
		"schema":     schema{"const": 1, "description": "the version of this format; it changes when a field changes its meaning or goes away"},
		"documents":  schema{"type": "array", "items": ref("document")},
		"notRead":    dates.Properties["notRead"],
		"passedOver": dates.Properties["passedOver"],
		"noDate":     dates.Properties["noDate"],
	}
	out := members(properties, "notRead", "passedOver", "noDate")
	out["$schema"], out["title"] = "https://json-schema.org/draft/2020-12/schema", "factcheck facts --format json"
	out["description"] = "What rules see, scope by scope, each field under the name that rules have for it. A field that a fact has not, and a place that is empty, is left out."
	out["$defs"] = defs
	return out
}

// members is the schema of an object with these members, all but the optional ones
// required.
func members(properties schema, optional ...string) schema {
	required := slices.DeleteFunc(slices.Sorted(maps.Keys(properties)), func(name string) bool { return slices.Contains(optional, name) })
	return schema{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
}

func ref(name string) schema { return schema{"$ref": "#/$defs/" + name} }

func placeSchema() schema {
	s := members(schema{"doc": ref("doc"), "file": ref("file"), "start": ref("notReadPosition"), "end": ref("notReadPosition"), "text": schema{"type": "string"}})
	s["description"] = "A passage of a document."
	return s
}

func factSchema(typ rules.TypeInfo) schema {
	properties := schema{}
	var optional []string
	for _, f := range typ.Fields {
		if f.Link {
			continue
		}
		p := valueSchema(f.Type)
		p["description"] = f.Doc
		properties[f.Name] = p
		if f.Optional || f.Type == "Place" && strings.Contains(f.Doc, "empty") {
			optional = append(optional, f.Name)
		}
	}
	s := members(properties, optional...)
	s["description"] = typ.Doc
	return s
}

// valueSchema is the schema of a type as the vocabulary names it.
func valueSchema(typ string) schema {
	if inner, ok := strings.CutPrefix(typ, "list of "); ok {
		switch inner {
		case "texts", "whole numbers":
			inner = strings.TrimSuffix(inner, "s")
		}
		return schema{"type": "array", "items": valueSchema(inner)}
	}
	switch typ {
	case "text":
		return schema{"type": "string"}
	case "whole number":
		return schema{"type": "integer"}
	case "number":
		return schema{"type": "number"}
	case "true or false":
		return schema{"type": "boolean"}
	case "Day", "Place":
		return ref(typ)
	}
	return ref("rules." + typ)
}

func scopeSchema(info fact.ScopeInfo) schema {
	subject := ""
	for _, v := range info.Variables {
		if v.Name == info.Subject {
			subject = v.Type
		}
	}
	count := schema{"description": "how many there are, also of those that --limit leaves out", "type": "integer", "minimum": 0}
	properties := schema{
		"over":  schema{"const": string(info.Scope), "description": info.Doc},
		"count": count,
		"facts": schema{"type": "array", "items": ref("rules." + subject)},
	}
	if isPair(info.Scope) {
		index := schema{"type": "integer", "minimum": 0}
		properties["pairs"] = schema{"description": "how many pairs the facts make", "type": "integer", "minimum": 0}
		properties["groups"] = schema{"description": "indices of facts: every two of a group are a pair, the first as a; absent if there is no pair",
			"type": "array", "minItems": 1, "items": schema{"type": "array", "minItems": 2, "items": index}}
	}
	return members(properties, "groups")
}
