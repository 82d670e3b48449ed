package config

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"factcheck/internal/yamltree"
)

// MaxRecords is the most a list of records may hold, in bytes: some 50,000 of
// them.
const MaxRecords = 16 << 20

// maxProblems is how many problems of a list are told.
const maxProblems = 100

// A Record is one entry of a list of records: text by key.
type Record struct {
	At     Place
	fields map[string]Value
}

// Get returns the field of a key, the zero Value if it is not given.
func (r *Record) Get(key string) Value { return r.fields[key] }

// A Form says what a record may hold.
type Form struct {
	Required, Optional []string // keys
	// Check says what is wrong with the value of a key, which is not empty, and
	// what to do; an empty message means nothing. Check may be nil.
	Check func(key, value string) (message, hint string)
}

// Records reads a YAML list (or JSON array) of records. It returns those that
// are right and a *multierror.Error of *Error with every problem.
func Records(file string, src []byte, form Form) ([]Record, error) {
	r := &reader{file: file}
	out := r.records(src, form)
	var all problems
	all.add(r.errs...)
	return out, all.err()
}

func (r *reader) records(src []byte, form Form) []Record {
	switch {
	case len(src) > MaxRecords:
		r.fail(Place{r.file, 1, 1}, fmt.Sprintf("the file is larger than %d MiB", MaxRecords>>20), "")
		return nil
	case !utf8.Valid(src):
		r.fail(Place{r.file, 1, 1}, "the file is not UTF-8", "save it as UTF-8")
		return nil
	}
	doc, err := yamltree.Parse(src, parser.AllowDuplicateMapKey())
	if err != nil {
		r.broken(err)
		return nil
	}
	var out []Record
	for _, d := range doc.Docs {
		switch n := d.Body.(type) {
		case nil, *ast.NullNode, *ast.CommentGroupNode:
		case *ast.SequenceNode:
			for _, e := range n.Values {
				if len(r.errs) >= maxProblems {
					r.fail(r.placeOf(e), fmt.Sprintf("more than %d problems, the rest is not read", maxProblems), "")
					return out
				}
				if rec, ok := r.record(e, form); ok {
					out = append(out, rec)
				}
			}
		default:
			r.fail(r.placeOf(n), "this is not a list of entries", "begin each with -")
		}
	}
	return out
}

func (r *reader) record(n ast.Node, form Form) (Record, bool) {
	known := slices.Concat(form.Required, form.Optional)
	rec := Record{At: r.placeOf(n), fields: map[string]Value{}}
	pairs, ok := mapping(n)
	if !ok {
		r.fail(rec.At, "an entry has keys", "one of "+strings.Join(known, ", "))
		return rec, false
	}
	if len(pairs) > 0 {
		rec.At = r.placeOf(pairs[0].Key)
	}
	before := len(r.errs)
	for _, p := range pairs {
		key := r.value(p.Key)
		first, twice := rec.fields[key.Text]
		v := r.value(p.Value)
		switch n := p.Value.(type) {
		case *ast.LiteralNode:
			v.Text = n.Value.Value
		case *ast.NullNode:
			v.Text = ""
		case ast.ScalarNode:
		default:
			r.fail(v.At, key.Text+" must be one value", "write "+key.Text+": value")
			continue
		}
		v.Text = strings.Join(strings.Fields(v.Text), " ")
		switch {
		case !slices.Contains(known, key.Text):
			r.fail(key.At, fmt.Sprintf("unknown key %q", key.Text), "one of "+strings.Join(known, ", "))
		case twice:
			r.twice(key, first.At)
		case v.Text == "":
			r.fail(key.At, key.Text+" is empty", "")
		case form.Check != nil:
			if message, hint := form.Check(key.Text, v.Text); message != "" {
				r.fail(v.At, message, hint)
			}
		}
		rec.fields[key.Text] = v
	}
	for _, key := range form.Required {
		if _, ok := rec.fields[key]; !ok {
			r.fail(rec.At, fmt.Sprintf("the entry has no %q", key), "")
		}
	}
	return rec, len(r.errs) == before
}
