package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"factcheck/checker"
	"factcheck/internal/fact"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

// A printout is the value of an expression for everything that a scope is over.
type printout struct {
	Schema int        `json:"schema"`
	Scope  fact.Scope `json:"scope"`
	Print  string     `json:"print"`
	Type   string     `json:"type"` // of the values, in words
	Of     int        `json:"of"`   // bindings of the scope
	Values []valued   `json:"values"`
}

// A valued is the value for one binding, or why there is none.
type valued struct {
	shownBinding
	Value *string `json:"value"` // as people write it; null if there is an error
	Error string  `json:"error,omitempty"`
}

// runPrint prints the value of an expression. One that fails is a problem, told
// once for all bindings that it fails for in the same way.
func (f *tryFlags) runPrint(s *streams, files *rulesFlags, paths []string) error {
	if err := f.check(); err != nil {
		return err
	}
	if f.why {
		return errors.New("--why explains a condition; it cannot stand beside --print")
	}
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	shipped, err := files.set()
	problems += s.problems(err)
	scope := fact.Scope(f.over)
	x, err := rules.NewExpression(scope, rules.Source{Name: "EXPR", Text: f.print})
	if err != nil {
		return done(problems + s.problems(err))
	}
	run, n := f.read(s, paths, shipped)
	problems += n
	result := &printout{Schema: report.Schema, Scope: scope, Print: f.print, Type: x.Type, Values: []valued{}}
	var failed failures
	err = run.Bindings(scope, func(b rules.Binding) bool {
		result.Of++
		if f.limit == 0 || len(result.Values) < f.limit {
			v, err := valueOf(run, x, b)
			failed.add(v.at, err)
			result.Values = append(result.Values, v)
		}
		return true
	})
	problems += s.problems(err)
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, result)
			}
			return writePrintout(w, result)
		}))
	}
	problems += failed.tell(s)
	return done(problems)
}

// valueOf returns the value of x for one binding.
func valueOf(run *checker.Run, x *rules.Expression, b rules.Binding) (valued, error) {
	about := facts(run, x.Scope, b)
	at := placeOf(x.Scope, b)
	v := valued{shownBinding: shownBinding{at: run.Locate(at), File: at.File, Doc: at.Doc, Facts: about}}
	v.Start, v.End = v.at.Start, v.at.End
	said, err := x.Value(context.Background(), b)
	if err == nil {
		v.Value = &said
		return v, nil
	}
	v.Error = err.Error()
	var located *rules.Error
	if errors.As(err, &located) {
		v.Error = located.Message
	}
	return v, err
}

// placeOf returns where a finding over a scope stands by default.
func placeOf(scope fact.Scope, b rules.Binding) fact.Place {
	for _, info := range rules.Scopes() {
		if info.Scope == scope {
			at, _ := fact.PlaceOf(b[info.Subject])
			return at
		}
	}
	return fact.Place{}
}

func writePrintout(w io.Writer, r *printout) error {
	p := &printer{w: w}
	for _, v := range r.Values {
		said := "error: " + v.Error
		if v.Value != nil {
			said = *v.Value
		}
		p.printf("%s:%d:%d: %s = %s\n", v.at.Name, v.Start.Line, v.Start.Column, passages(v.Facts), oneLineAll(said))
	}
	if left := r.Of - len(r.Values); left > 0 {
		p.printf("%d more left out (--limit)\n", left)
	}
	return p.err
}

// failures gathers errors that are equal.
type failures struct {
	list  []error
	times map[string]int
	first map[string]checker.Located
}

func (f *failures) add(at checker.Located, err error) {
	if err == nil {
		return
	}
	if f.times == nil {
		f.times, f.first = map[string]int{}, map[string]checker.Located{}
	}
	if f.times[err.Error()]++; f.times[err.Error()] == 1 {
		f.list = append(f.list, err)
		f.first[err.Error()] = at
	}
}

// tell prints each error with how often it was met and where first, and returns
// how many there are.
func (f *failures) tell(s *streams) int {
	n := 0
	for _, err := range f.list {
		at := f.first[err.Error()]
		more := ""
		if k := f.times[err.Error()]; k > 1 {
			more = fmt.Sprintf(", and of %d more", k-1)
		}
		n += s.problems(fmt.Errorf("%s:%d:%d%s: %w", at.Name, at.Start.Line, at.Start.Column, more, err))
	}
	return n
}
