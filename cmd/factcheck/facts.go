package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/fact"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

// How many facts of a scope and document are shown without --limit: in an
// overview, with --over, and in JSON.
const (
	maxOverview = 10
	maxOver     = 100
	maxJSON     = 1000
)

type factsFlags struct {
	articleFlags
	over  []string
	limit int
}

func factsCommand(s *streams) *cobra.Command {
	var f factsFlags
	c := &cobra.Command{
		Use:   "facts [--over SCOPE] [flags] PATH…",
		Short: "Show what rules see in articles",
		Long:  "Facts lists what rules can look at in the articles: scope by scope, one line a fact. With\n--over it shows every fact of that scope with its fields, each under the name that a rule\nasks for it by. 'factcheck rules schema' says what the fields mean.",
		Args:  needsPaths,
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.add(c)
	c.Flags().StringArrayVar(&f.over, "over", nil, "`SCOPE` to show with all fields, such as time or pair(event); repeatable")
	completeScopes(c)
	c.Flags().IntVar(&f.limit, "limit", 0, "list at most `N` facts of a scope in an article; 0 for all (default 10, with --over 100, in JSON 1000)")
	return c
}

// A factList is the facts of articles, schema 1.
type factList struct {
	Schema    int        `json:"schema"`
	Documents []shownDoc `json:"documents"`

	report.Unread
}

type shownDoc struct {
	name string

	Doc    string       `json:"doc"`
	File   string       `json:"file"`
	Scopes []shownScope `json:"scopes"`
}

// A shownScope is what rules over one scope see of one article.
type shownScope struct {
	info  fact.ScopeInfo
	facts []any // of which Facts shows the first

	Over   fact.Scope `json:"over"`
	Count  int        `json:"count"`            // of the facts, also of those that the limit leaves out
	Pairs  *int       `json:"pairs,omitempty"`  // of the facts; nil if the scope is none of pairs
	Groups [][]int    `json:"groups,omitempty"` // indices of Facts: every two of a group are a pair
	Facts  []object   `json:"facts"`
}

func (f *factsFlags) run(s *streams, paths []string) error {
	for _, name := range f.over {
		if !slices.Contains(scopeNames(), name) {
			return unknownScope(name)
		}
	}
	if f.limit < 0 {
		return errors.New("--limit must be 0 or more")
	}
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	shipped, err := loadRules(nil)
	problems += s.problems(err)
	run, n := f.read(s, paths, shipped)
	problems += n
	all, err := f.facts(run)
	problems += s.problems(err)
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, all.cut(run, f.most(maxJSON)))
			}
			if len(f.over) > 0 {
				return writeFacts(w, run, all, f.most(maxOver))
			}
			return writeOverview(w, run, all, f.most(maxOverview))
		}))
	}
	s.unread(run.Unread())
	return done(problems)
}

// most returns how many facts of a scope and document to show.
func (f *factsFlags) most(unsaid int) int {
	switch {
	case !f.changed("limit"):
		return unsaid
	case f.limit == 0:
		return int(^uint(0) >> 1)
	}
	return f.limit
}

// facts returns what rules see, article by article.
func (f *factsFlags) facts(run *checker.Run) (*factList, error) {
	var infos []fact.ScopeInfo
	var scopes []fact.Scope
	for _, info := range rules.Scopes() {
		if len(f.over) == 0 || slices.Contains(f.over, string(info.Scope)) {
			infos = append(infos, info)
			scopes = append(scopes, info.Scope)
		}
	}
	found, err := run.Facts(scopes)
	out := &factList{Schema: report.Schema, Documents: []shownDoc{}, Unread: run.Unread()}
	for i, a := range run.Articles() {
		d := shownDoc{name: a.Name, Doc: a.Doc, File: a.File}
		for k, info := range infos {
			x := &found[i*len(infos)+k]
			sc := shownScope{info: info, facts: x.Facts, Over: info.Scope, Count: len(x.Facts), Groups: x.Groups, Facts: []object{}}
			if isPair(info.Scope) {
				pairs := x.Pairs()
				sc.Pairs = &pairs
			}
			d.Scopes = append(d.Scopes, sc)
		}
		out.Documents = append(out.Documents, d)
	}
	return out, err
}

// cut returns all as JSON shows it, with at most so many facts of a scope and
// document.
func (all *factList) cut(run *checker.Run, most int) *factList {
	out := *all
	out.Documents = slices.Clone(all.Documents)
	for i := range out.Documents {
		d := &out.Documents[i]
		d.Scopes = slices.Clone(d.Scopes)
		for k := range d.Scopes {
			d.Scopes[k].cut(run, most)
		}
	}
	return &out
}

func (x *shownScope) cut(run *checker.Run, most int) {
	x.Facts = []object{}
	for _, f := range x.facts[:min(most, len(x.facts))] {
		x.Facts = append(x.Facts, objectOf(run, f))
	}
	if len(x.facts) <= most {
		return
	}
	groups := x.Groups
	x.Groups = nil
	for _, g := range groups {
		if kept := slices.DeleteFunc(slices.Clone(g), func(i int) bool { return i >= most }); len(kept) > 1 {
			x.Groups = append(x.Groups, kept)
		}
	}
}

func isPair(s fact.Scope) bool { return strings.HasPrefix(string(s), "pair(") }

// An object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", m.name)
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// A shownPlace is a place of a fact in JSON.
type shownPlace struct {
	Doc   string          `json:"doc"`
	File  string          `json:"file"`
	Start report.Position `json:"start"`
	End   report.Position `json:"end"`
	Text  string          `json:"text"`
}

// objectOf returns the fields of a fact that are there.
func objectOf(run *checker.Run, subject any) object {
	out := object{}
	for _, f := range rules.Fields(subject) {
		if v := jsonValue(run, f.Value); v != nil {
			out = append(out, member{f.Name, v})
		}
	}
	return out
}

// jsonValue returns the value of a field for JSON, nil if there is none.
func jsonValue(run *checker.Run, v any) any {
	switch v := v.(type) {
	case nil, string, bool, int64, float64:
		return v
	case fact.Day:
		return v.String()
	case fact.Place:
		if v.Doc == "" {
			return nil
		}
		at := run.Locate(v)
		return shownPlace{v.Doc, v.File, at.Start, at.End, v.Text}
	case []any:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = jsonValue(run, x)
		}
		return list
	}
	return objectOf(run, v)
}
