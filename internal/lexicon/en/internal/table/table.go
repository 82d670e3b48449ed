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

var head = regexp.MustCompile(`^([A-Z][A-Za-z0-9]*): (\S.*)$`)

// Read reads the classes of all files classes/*.txt, in the order of their names.
// The error names the file and line of the first mistake.
func Read(files fs.FS) ([]Entry, error) {
	names, err := fs.Glob(files, "classes/*.txt")
	if err != nil {
		return nil, err
	}
	var out []Entry
	seen := map[string]bool{}
	for _, name := range names {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		entries, err := parse(name, string(src), seen)
		if err != nil {
			return nil, err
		}
		out = append(out, entries...)
	}
	return out, nil
}

func parse(file, src string, seen map[string]bool) ([]Entry, error) {
	var out []Entry
	for i, line := range strings.Split(src, "\n") {
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "\t"):
			if len(out) == 0 {
				return nil, fmt.Errorf("%s:%d: words without a class", file, i+1)
			}
			e := &out[len(out)-1]
			for _, w := range strings.Fields(line) {
				if w != strings.ToLower(w) || w == "*" {
					return nil, fmt.Errorf("%s:%d: %q is not a word in lower case", file, i+1, w)
				}
				key := e.Name + " " + w
				if seen[key] {
					return nil, fmt.Errorf("%s:%d: %q stands twice in %s", file, i+1, w, e.Name)
				}
				seen[key] = true
				e.Words = append(e.Words, w)
			}
		default:
			m := head.FindStringSubmatch(line)
			if m == nil {
				return nil, fmt.Errorf("%s:%d: a class is written as “Name: what its words are”", file, i+1)
			}
			if seen[m[1]] {
				return nil, fmt.Errorf("%s:%d: class %s stands twice", file, i+1, m[1])
			}
			seen[m[1]] = true
			out = append(out, Entry{Name: m[1], Doc: m[2]})
		}
	}
	return out, nil
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
