// Package table reads the tables of word classes.
package table

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// An Entry is a class with what its words are and the words in the order of the
// table.
type Entry struct {
	Name, Doc string
	Words     []string
}

// named is the form of a class's name, which is a Go constant too.
var named = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// Read reads the classes of all files classes/*.txt, in the order of their names.
// The error names the file and line of the first line that is not of the form. What
// Check looks for is not looked for here: the tables are read at each start.
func Read(files fs.FS) ([]Entry, error) {
	names, err := fs.Glob(files, "classes/*.txt")
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, name := range names {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if out, err = parse(out, name, string(src)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// parse appends the classes of a file to out.
func parse(out []Entry, file, src string) ([]Entry, error) {
	line := 0
	for text := range strings.SplitSeq(src, "\n") {
		line++
		switch {
		case strings.TrimSpace(text) == "" || text[0] == '#':
		case text[0] != '\t':
			name, doc, ok := strings.Cut(text, ": ")
			if !ok || !named.MatchString(name) || strings.TrimSpace(doc) == "" {
				return nil, fmt.Errorf("%s:%d: a class is written as “Name: what its words are”", file, line)
			}
			out = append(out, Entry{Name: name, Doc: doc})
		case len(out) == 0:
			return nil, fmt.Errorf("%s:%d: words without a class", file, line)
		default:
			e := &out[len(out)-1]
			e.Words = append(e.Words, strings.Fields(text)...)
		}
	}
	return out, nil
}

// Check returns the first class or word that stands twice, or word that is not in lower
// case, as an error.
func Check(entries []Entry) error {
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.Name] {
			return fmt.Errorf("class %s stands twice", e.Name)
		}
		seen[e.Name] = true
		for _, w := range e.Words {
			key := e.Name + " " + w
			switch {
			case w != strings.ToLower(w) || w == "*":
				return fmt.Errorf("%q of %s is not a word in lower case", w, e.Name)
			case seen[key]:
				return fmt.Errorf("%q stands twice in %s", w, e.Name)
			}
			seen[key] = true
		}
	}
	return nil
}

// Go returns the constants of the classes as Go source.
func Go(entries []Entry) string {
	var b strings.Builder
	b.WriteString("// Code generated from classes/*.txt by go generate; DO NOT EDIT.\n\npackage en\n\n// The classes, in the order of the tables.\nconst (\n")
	for i, e := range entries {
		fmt.Fprintf(&b, "\t%s Class = %d // %s\n", e.Name, i+1, e.Doc)
	}
	fmt.Fprintf(&b, ")\n\n// count is one more than there are classes.\nconst count = %d\n", len(entries)+1)
	return b.String()
}
