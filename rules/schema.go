package rules

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/google/cel-go/common/decls"

	"factcheck/internal/fact"
)

// An ElementInfo describes Rule{…}, Define{…} or Case{…}.
type ElementInfo struct {
	Name   string      `json:"name"`
	Doc    string      `json:"doc"`
	Fields []FieldInfo `json:"fields"`
}

// A FieldInfo describes one field of an element or of a fact.
type FieldInfo struct {
	Name string `json:"name"`
	// Type is the type of the value in words: "text", "list of Fix".
	Type string `json:"type"`
	// Required tells that an element cannot do without the field; Optional
	// that a fact may lack it.
	Required bool `json:"required,omitempty"`
	Optional bool `json:"optional,omitempty"`
	// Link tells that a rule which reads the field is led to other facts; facts does
	// not print it.
	Link bool   `json:"link,omitempty"`
	Doc  string `json:"doc"`
}

// elementTable is the whole of what the elements of a rule file can have.
var elementTable = []ElementInfo{
	{"Rule", "What to look for, and what to say of it.", []FieldInfo{
		required("id", "text", "area/name in lower case, with hyphens between words; unique over all files"),
		required("severity", "name", "error, warning or note, without quotation marks"),
		required("over", "scope", "what the rule looks at, one at a time"),
		optional("let", "map of names to expressions", "names for parts of this rule; a later one may use those before it"),
		required("when", "true or false", "the rule fires if this is true"),
		optional("unless", "true or false", "over pairs: the rule fires for each a of which `when` is true and to which no other fact fits as b, so that this is true; nothing but unless then reads b"),
		optional("at", "fact with a place", "what the finding points at; else the subject of the scope"),
		required("message", "text", "what disagrees with what"),
		optional("related", "list of Note", "the other places, and what to say of each"),
		optional("suggest", "list of texts or of Fix", "ways out"),
		optional("assume", "list of texts", "what the finding takes for granted"),
		optional("confidence", "name or text", "high (the default), medium or low; in an expression in quotation marks"),
		optional("note_when", "true or false", "a finding for which this is true is a note, whatever the severity of the rule"),
		optional("help", "text", "what, why, and when it stays silent; rules list shows its first sentence"),
		optional("tags", "list of texts", "free words to choose rules by"),
		optional("since", "text", "the version that brought the rule"),
		optional("yields", "list of texts", "ids of rules: where one of them reports an overlapping place, this rule does not report the same cause again"),
		optional("enabled", "true or false", "false turns the rule off until a configuration enables it; its cases run all the same"),
		optional("tests", "list of Case", "articles that the rule must fire on, and near misses that it must not"),
	}},
	{"Define", "An expression with a name, for the rules of a file.", []FieldInfo{
		required("name", "text", "letters, digits and underscores"),
		required("over", "scope", "the rules that can use it; with parameters it may be left out: rules over every scope"),
		optional("with", "list of texts", "names of parameters: the name is then called, with an expression for each of them, in whose place it stands"),
		required("as", "expression", "what the name stands for; it may use other definitions, not itself"),
		optional("doc", "text", "what it says"),
	}},
	{"Case", "An example of a rule: a text, and how often the rule must fire.", []FieldInfo{
		optional("name", "text", "what the example shows"),
		optional("text", "text", "one article, perhaps with front matter; [[…]] marks what a finding must touch"),
		optional("story", "list of texts", "articles that claim to tell one story, or the stories that their front matter names, instead of text"),
		optional("file", "text", "path of a file with the article, from the folder of the rule file, instead of text"),
		optional("published", "text", "publication date, as 2018-06-17"),
		optional("sources", "list of texts", "what the article is checked against"),
		optional("almanac", "text", "the YAML of an almanac"),
		required("fires", "whole number", "how many findings the rule must have"),
		optional("todo", "text", "why the rule does not do this yet: a known gap, and the case fails when it passes"),
	}},
}

func required(name, typ, doc string) FieldInfo {
	return FieldInfo{Name: name, Type: typ, Required: true, Doc: doc}
}

func optional(name, typ, doc string) FieldInfo { return FieldInfo{Name: name, Type: typ, Doc: doc} }

// The fields that each element knows, and those that it cannot do without.
var knownFields, requiredFields = elementFields()

func elementFields() (known, needed map[string][]string) {
	known, needed = map[string][]string{}, map[string][]string{}
	for _, e := range elementTable {
		for _, f := range e.Fields {
			known[e.Name] = append(known[e.Name], f.Name)
			if f.Required {
				needed[e.Name] = append(needed[e.Name], f.Name)
			}
		}
	}
	return known, needed
}

// A Schema is all that a rule file can say.
type Schema struct {
	Schema      int              `json:"schema"` // 1
	Elements    []ElementInfo    `json:"elements"`
	Severities  []string         `json:"severities"`  // worst first
	Confidences []string         `json:"confidences"` // highest first
	Scopes      []fact.ScopeInfo `json:"scopes"`
	Types       []TypeInfo       `json:"types"`
	Functions   []FunctionInfo   `json:"functions"`
}

// A TypeInfo describes a kind of fact.
type TypeInfo struct {
	Name   string      `json:"name"`
	Doc    string      `json:"doc"`
	Fields []FieldInfo `json:"fields"`
}

// A FunctionInfo describes a function, operator or loop.
type FunctionInfo struct {
	Name     string        `json:"name"`
	Group    string        `json:"group"`
	Forms    []string      `json:"forms"` // the ways to call it, in words
	Result   string        `json:"result,omitempty"`
	Doc      string        `json:"doc"`
	Examples []ExampleInfo `json:"examples"`
}

// An ExampleInfo is an expression and what it is equal to.
type ExampleInfo struct {
	Expression string `json:"expression"`
	Result     string `json:"result"`
}

// Vocabulary returns all that rule files can say, in the order of the
// documentation. The caller owns it.
func Vocabulary() (*Schema, error) {
	v, err := sharedVocabulary()
	if err != nil {
		return nil, err
	}
	types, err := v.typeInfos()
	if err != nil {
		return nil, err
	}
	functions := v.functionInfos()
	celFunctions, err := celFunctionInfos()
	if err != nil {
		return nil, err
	}
	s := &Schema{Schema: 1, Severities: slices.Clone(severityNames), Confidences: slices.Clone(confidences),
		Types: types, Functions: append(functions, celFunctions...)}
	for _, e := range elementTable {
		e.Fields = slices.Clone(e.Fields)
		s.Elements = append(s.Elements, e)
	}
	for _, info := range scopeTable {
		info.Variables = slices.Clone(info.Variables)
		s.Scopes = append(s.Scopes, info)
	}
	return s, nil
}

// A factDoc is what the Go source says of a fact.
type factDoc struct {
	doc    string
	fields map[string]string // by Go name
}

// factDocs reads the doc comments of the facts, by type.
var factDocs = sync.OnceValues(func() (map[string]factDoc, error) {
	docs := map[string]factDoc{}
	files, err := fact.Sources.ReadDir(".")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		name := f.Name()
		src, err := fact.Sources.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, src, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == gotoken.TYPE {
				addFactDocs(docs, g)
			}
		}
	}
	return docs, nil
})

func addFactDocs(docs map[string]factDoc, g *ast.GenDecl) {
	for _, s := range g.Specs {
		spec := s.(*ast.TypeSpec)
		st, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		d := factDoc{doc: firstParagraph(g.Doc.Text()), fields: map[string]string{}}
		for _, f := range st.Fields.List {
			for _, n := range f.Names {
				d.fields[n.Name] = firstParagraph(f.Doc.Text())
			}
		}
		docs[spec.Name.Name] = d
	}
}

func firstParagraph(doc string) string {
	doc, _, _ = strings.Cut(doc, "\n\n")
	return strings.Join(strings.Fields(doc), " ")
}

// typeInfos describes the facts, and the day.
func (v *vocabulary) typeInfos() ([]TypeInfo, error) {
	docs, err := factDocs()
	if err != nil {
		return nil, err
	}
	var out []TypeInfo
	for _, t := range listedTypes() {
		info := TypeInfo{Name: t.Name(), Doc: docs[t.Name()].doc}
		names := celNames(t)
		for i := range t.NumField() {
			f := t.Field(i)
			name := f.Tag.Get("cel")
			typ, ok := v.env.CELTypeProvider().FindStructFieldType(celType(t).TypeName(), name)
			if name == "-" || !ok {
				continue
			}
			info.Fields = append(info.Fields, FieldInfo{Name: name, Type: typeName(typ.Type),
				Optional: mayLack(f.Type), Link: linkType(f.Type) != nil, Doc: plainDoc(f.Name, docs[t.Name()].fields[f.Name], names)})
		}
		out = append(out, info)
	}
	day := TypeInfo{Name: "Day", Doc: "A Day is a day of the Gregorian calendar. Days compare with <, <=, == and the like."}
	for _, f := range dayFields {
		day.Fields = append(day.Fields, FieldInfo{Name: f.name, Type: typeName(f.typ), Doc: f.doc})
	}
	months := TypeInfo{Name: "Months", Doc: "Months are a number of calendar months, to add to a day.", Fields: []FieldInfo{}}
	return append(out, day, months), nil
}

// The types that the documentation begins and ends with; those of other kinds
// stand between, in the order of their scopes.
var (
	firstTypes = []reflect.Type{reflect.TypeFor[fact.Time](), reflect.TypeFor[fact.Event](), reflect.TypeFor[fact.Article](), reflect.TypeFor[fact.Sentence]()}
	lastTypes  = []reflect.Type{
		reflect.TypeFor[fact.Conflict](), reflect.TypeFor[fact.Merge](), reflect.TypeFor[fact.Statement](), reflect.TypeFor[fact.Contrast](),
		reflect.TypeFor[fact.Evidence](), reflect.TypeFor[fact.Furniture](), reflect.TypeFor[fact.Lead](), reflect.TypeFor[fact.Interval](),
		reflect.TypeFor[fact.Place](), reflect.TypeFor[fact.Note](), reflect.TypeFor[fact.Fix](),
	}
)

// listedTypes returns the types of facts in the order of the documentation.
func listedTypes() []reflect.Type {
	rank := func(t reflect.Type) int {
		if i := slices.Index(firstTypes, t); i >= 0 {
			return i - len(firstTypes)
		}
		return slices.Index(lastTypes, t) + 1
	}
	list := slices.Clone(factTypes)
	slices.SortStableFunc(list, func(a, b reflect.Type) int { return rank(a) - rank(b) })
	return list
}

// celNames maps the Go names of a fact's fields to those of rules.
func celNames(t reflect.Type) map[string]string {
	names := map[string]string{}
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("cel"); name != "-" {
			names[t.Field(i).Name] = name
		}
	}
	return names
}

var goName = pattern(`\b[A-Z][A-Za-z]+\b`)

// plainDoc turns the doc comment of a Go field into words for people who write
// rules: without the name that it begins with, and with their names of fields.
func plainDoc(field, doc string, names map[string]string) string {
	rest := strings.TrimPrefix(doc, field+" ")
	for _, verb := range []string{"is ", "are ", "reports ", "leads to "} {
		if s, ok := strings.CutPrefix(rest, verb); ok {
			rest = s
			break
		}
	}
	rest = goName().ReplaceAllStringFunc(rest, func(s string) string {
		if name, ok := names[s]; ok {
			return "`" + name + "`"
		}
		return s
	})
	return strings.TrimSuffix(strings.ReplaceAll(rest, "; nil if", "; absent if"), ".")
}

// functionInfos describes our own functions; those with one doc, such as the
// comparisons, together.
func (v *vocabulary) functionInfos() []FunctionInfo {
	var out []FunctionInfo
	for _, g := range ourFunctions() {
		for _, fn := range g.functions {
			info := FunctionInfo{Name: fn.name, Group: g.title, Doc: fn.doc, Examples: []ExampleInfo{}}
			if s := symbol(fn.name); s != "" {
				info.Name = s
			}
			info.Forms, info.Result = fn.written()
			for _, e := range fn.examples {
				expression, result, _ := strings.Cut(e, " // ")
				info.Examples = append(info.Examples, ExampleInfo{expression, result})
			}
			if last := len(out) - 1; last >= 0 && out[last].Doc == info.Doc {
				out[last].Forms = append(out[last].Forms, info.Forms...)
				continue
			}
			out = append(out, info)
		}
	}
	return out
}

// written returns the ways to call a function and the types of its results.
func (fn function) written() (forms []string, result string) {
	var d *decls.FunctionDecl
	var results []string
	var overloads []decls.FunctionOpt
	for _, f := range fn.forms {
		if f.member {
			overloads = append(overloads, decls.MemberOverload(f.id(fn.name), f.args, f.result))
		} else {
			overloads = append(overloads, decls.Overload(f.id(fn.name), f.args, f.result))
		}
		if name := typeName(f.result); !slices.Contains(results, name) {
			results = append(results, name)
		}
	}
	d, err := decls.NewFunction(fn.name, overloads...)
	if err != nil {
		return []string{}, ""
	}
	if s := symbol(fn.name); s != "" {
		for _, f := range fn.forms {
			forms = append(forms, fmt.Sprintf("%s %s %s", typeName(f.args[0]), s, typeName(f.args[1])))
		}
	} else {
		forms = callForms(d)
	}
	return forms, strings.Join(results, " or ")
}

//go:embed data/functions.tsv
var celFunctionTable string

// celFunctionInfos describes the functions of CEL that rules meet.
func celFunctionInfos() ([]FunctionInfo, error) {
	var out []FunctionInfo
	line := 0
	for text := range strings.Lines(celFunctionTable) {
		line++
		if strings.HasPrefix(text, "#") || strings.TrimSpace(text) == "" {
			continue
		}
		cells := strings.Split(strings.TrimRight(text, "\r\n"), "\t")
		if len(cells) != 6 {
			return nil, fmt.Errorf("functions.tsv:%d: %d cells, want 6", line, len(cells))
		}
		out = append(out, FunctionInfo{Name: cells[1], Group: cells[0], Forms: []string{cells[2]}, Doc: cells[3],
			Examples: []ExampleInfo{{cells[4], cells[5]}}})
	}
	return out, nil
}
