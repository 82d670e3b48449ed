package rules

import (
	"fmt"
	"strings"
)

// Markdown returns the vocabulary as a document: docs/vocabulary.md.
func (s *Schema) Markdown() string {
	var b strings.Builder
	b.WriteString("# Vocabulary\n\nWhat rule files can say, as `factcheck rules schema` prints it. How to write rules is told in [rules.md](rules.md).\n")
	s.writeElements(&b)
	s.writeScopes(&b)
	s.writeTypes(&b)
	s.writeFunctions(&b)
	return b.String()
}

// cell writes text into a table, where a bar would end the cell.
func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// code sets text in code style.
func code(s string) string { return "`" + cell(s) + "`" }

// phrase writes a doc into a cell, without its full stop.
func phrase(s string) string { return cell(strings.TrimSuffix(s, ".")) }

// withArticle puts "a" or "an" before a name.
func withArticle(name string) string {
	if strings.ContainsAny(name[:min(1, len(name))], "AEIOU") {
		return "an " + name
	}
	return "a " + name
}

func (s *Schema) writeElements(b *strings.Builder) {
	b.WriteString("\n## Elements\n\nA file is a list of `Rule{…}` and `Define{…}`. Fields in bold are required.\n")
	for _, e := range s.Elements {
		fmt.Fprintf(b, "\n### %s\n\n%s\n\n| field | type | |\n|---|---|---|\n", e.Name, e.Doc)
		for _, f := range e.Fields {
			name := code(f.Name)
			if f.Required {
				name = "**" + name + "**"
			}
			fmt.Fprintf(b, "| %s | %s | %s |\n", name, cell(f.Type), phrase(f.Doc))
		}
	}
	fmt.Fprintf(b, "\nSeverities, the worst first: `%s`. Confidences: `%s`.\n", strings.Join(s.Severities, "`, `"), strings.Join(s.Confidences, "`, `"))
}

func (s *Schema) writeScopes(b *strings.Builder) {
	b.WriteString("\n## Scopes\n\nA finding points at the variable in bold unless the rule has `at`.\n\n| `over` | one at a time | variables |\n|---|---|---|\n")
	for _, scope := range s.Scopes {
		var variables []string
		for _, v := range scope.Variables {
			name := code(v.Name)
			if v.Name == scope.Subject {
				name = "**" + name + "**"
			}
			variables = append(variables, fmt.Sprintf("%s, %s: %s", name, withArticle(v.Type), cell(v.Doc)))
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", code(string(scope.Scope)), cell(scope.Doc), strings.Join(variables, "; "))
	}
}

func (s *Schema) writeTypes(b *strings.Builder) {
	b.WriteString("\n## Facts\n\nA field with ? may be absent: ask with `has(x.field)` before it is read, or write `x.?field`.\n")
	for _, t := range s.Types {
		fmt.Fprintf(b, "\n### %s\n\n%s\n", t.Name, t.Doc)
		if len(t.Fields) == 0 {
			continue
		}
		b.WriteString("\n| field | type | |\n|---|---|---|\n")
		for _, f := range t.Fields {
			name := code(f.Name)
			if f.Optional {
				name += "?"
			}
			fmt.Fprintf(b, "| %s | %s | %s |\n", name, cell(f.Type), phrase(f.Doc))
		}
	}
}

func (s *Schema) writeFunctions(b *strings.Builder) {
	b.WriteString("\n## Functions\n\nIn front of and inside the brackets stand the types. Where an Interval stands, a Day will do, and stands for itself as an interval." +
		" Where a number stands, a whole number will do. The other functions of CEL's standard library work too.\n")
	group := ""
	for _, f := range s.Functions {
		if f.Group != group {
			group = f.Group
			fmt.Fprintf(b, "\n### %s\n\n| function | | example |\n|---|---|---|\n", group)
		}
		var forms, examples []string
		for _, form := range f.Forms {
			forms = append(forms, code(form))
		}
		for _, e := range f.Examples {
			examples = append(examples, fmt.Sprintf("%s is %s", code(e.Expression), code(e.Result)))
		}
		doc := phrase(f.Doc)
		if f.Result != "" {
			doc += fmt.Sprintf(" (gives %s)", f.Result)
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", strings.Join(forms, "<br>"), doc, strings.Join(examples, "<br>"))
	}
}
