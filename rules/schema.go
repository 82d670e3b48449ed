package rules

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
	Required bool   `json:"required,omitempty"`
	Optional bool   `json:"optional,omitempty"`
	Doc      string `json:"doc"`
}

// elementTable is the whole of what the elements of a rule file can have.
var elementTable = []ElementInfo{
	{"Rule", "a rule", []FieldInfo{
		required("id", "text", "area/name in lower case, with hyphens between words; unique over all files"),
		required("severity", "name", "error, warning or note, without quotation marks"),
		required("over", "scope", "what the rule looks at, one at a time"),
		optional("let", "map of names to expressions", "names for parts of this rule; a later one may use those before it"),
		required("when", "true or false", "the rule fires if this is true"),
		optional("at", "fact with a place", "what the finding points at; else the subject of the scope"),
		required("message", "text", "what disagrees with what"),
		optional("related", "list of Note", "the other places, and what to say of each"),
		optional("suggest", "list of texts or of Fix", "ways out"),
		optional("assume", "list of texts", "what the finding takes for granted"),
		optional("confidence", "name or text", "high (the default), medium or low; in an expression in quotation marks"),
		optional("help", "text", "what, why, and when it stays silent; rules list shows its first sentence"),
		optional("tags", "list of texts", "free words to choose rules by"),
		optional("since", "text", "the version that brought the rule"),
		optional("enabled", "true or false", "false turns the rule off; a case that should fire then fails"),
		optional("tests", "list of Case", "articles that the rule must fire on, and near misses that it must not"),
	}},
	{"Define", "an expression with a name, for the rules of a file", []FieldInfo{
		required("name", "text", "letters, digits and underscores"),
		required("over", "scope", "the rules that can use it"),
		required("as", "expression", "what the name stands for; it may use other definitions, not itself"),
		optional("doc", "text", "what it says"),
	}},
	{"Case", "an example of a rule", []FieldInfo{
		optional("name", "text", "what the example shows"),
		optional("text", "text", "one article, perhaps with front matter; [[…]] marks what a finding must touch"),
		optional("story", "list of texts", "articles that claim to tell one story, instead of text"),
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
