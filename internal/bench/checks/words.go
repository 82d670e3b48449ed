package main

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// A row is one line of a word list, with its columns by name.
type row struct {
	names, values []string
}

func (r row) first() string { return r.values[0] }

// column returns the value of a column, of the first for "".
func (r row) column(name string) (string, bool) {
	if name == "" {
		return r.values[0], true
	}
	for i, n := range r.names {
		if n == name {
			return r.values[i], true
		}
	}
	return "", false
}

// get is column for columns that are known to be there.
func (r row) get(name string) string {
	s, ok := r.column(name)
	if !ok {
		panic(fmt.Sprintf("no column %q beside %q", name, r.values[0]))
	}
	return s
}

// lists are the files of words/ by name, without their extension.
var lists = mustReadLists()

func mustReadLists() map[string][]row {
	out := map[string][]row{}
	files, err := fs.Glob(data, "words/*.tsv")
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		src, err := data.ReadFile(file)
		if err != nil {
			panic(err)
		}
		out[strings.TrimSuffix(path.Base(file), ".tsv")] = parseRows(file, string(src))
	}
	return out
}

// parseRows reads tab-separated lines; the first names the columns, "#" begins
// a comment.
func parseRows(file, src string) []row {
	var names []string
	var out []row
	for i, line := range strings.Split(strings.TrimRight(src, "\n"), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if names == nil {
			names = cells
			continue
		}
		if len(cells) != len(names) {
			panic(fmt.Sprintf("%s:%d: %d columns, want %d", file, i+1, len(cells), len(names)))
		}
		out = append(out, row{names, cells})
	}
	return out
}

// A person is someone with an everyday name.
type person struct {
	given, family string
	woman         bool
}

// write knows "" (full name), first, last, he, his, him, man, boy, Mr and
// husband.
func (p person) write(format string) (string, error) {
	pick := func(man, woman string) string {
		if p.woman {
			return woman
		}
		return man
	}
	switch format {
	case "":
		return p.given + " " + p.family, nil
	case "first":
		return p.given, nil
	case "last":
		return p.family, nil
	case "upper":
		return strings.ToUpper(p.family), nil
	case "he":
		return pick("he", "she"), nil
	case "his":
		return pick("his", "her"), nil
	case "him":
		return pick("him", "her"), nil
	case "man":
		return pick("man", "woman"), nil
	case "boy":
		return pick("boy", "girl"), nil
	case "Mr":
		return pick("Mr.", "Ms."), nil
	case "husband":
		return pick("husband", "wife"), nil
	}
	return "", fmt.Errorf("no format %q for a person", format)
}
