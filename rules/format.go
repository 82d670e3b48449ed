package rules

import (
	"fmt"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/debug"
	"github.com/google/cel-go/common/types"
	"github.com/hashicorp/go-multierror"
)

// Format returns the text of a rule file laid out: two blanks for each bracket
// that is open, lines of at most 120 code points where they can be broken,
// comments where they stood. Line breaks of the author stay. A file with
// sections (see [contents]) gets a list of them, with their rules, at its head.
//
// What the file says does not change: long texts are cut into parts that "+"
// joins, and the white space of help and todo, which is folded anyway, may be
// another. Both forms are parsed and compared.
//
// A file that cannot be parsed is returned as it is, with a *multierror.Error of
// *Error. What the rules refer to is not looked at.
func Format(src Source) (string, error) {
	before, file, err := meaning(src)
	if err != nil {
		return src.Text, err
	}
	out := layOut(withContents(lexemes(file.text)))
	after, _, err := meaning(Source{src.Name, out})
	if err != nil || before != after {
		return src.Text, fmt.Errorf("%s: cannot be laid out without a change of its meaning, so it is left as it is", src.Name)
	}
	return out, nil
}

// meaning returns the expressions of a rule file, whatever their layout.
func meaning(src Source) (string, *source, error) {
	l, err := newLoader(src, &Set{}, map[string]*Rule{})
	if err != nil {
		return "", nil, err
	}
	var out strings.Builder
	if l.readable() {
		s := &splitter{file: l.file, tokens: scan(l.file.text), report: l.report}
		s.split()
		for _, p := range s.pieces {
			if p.broken {
				continue
			}
			if u := l.parse(p); u != nil {
				out.WriteString(debug.ToDebugString(settled(u.root)) + "\n")
			}
		}
	}
	var wrong *multierror.Error
	for _, e := range l.sortedProblems() {
		wrong = multierror.Append(wrong, e)
	}
	if wrong != nil {
		wrong.ErrorFormat = listErrors
	}
	return out.String(), l.file, wrong.ErrorOrNil()
}

// settled returns an element with its constant texts in one piece each, and the
// white space of help and todo folded.
func settled(e celast.Expr) celast.Expr {
	factory := celast.NewExprFactory()
	celast.PostOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		if s, ok := constant(n); ok {
			n.SetKindCase(factory.NewLiteral(n.ID(), types.String(s)))
		}
		if n.Kind() != celast.StructKind {
			return
		}
		for _, x := range n.AsStruct().Fields() {
			f := x.AsStructField()
			if s, ok := constant(f.Value()); ok && folded(f.Name()) {
				f.Value().SetKindCase(factory.NewLiteral(f.Value().ID(), types.String(strings.Join(strings.Fields(s), " "))))
			}
		}
	}))
	return e
}

// folded reports whether the white space of a field's text says nothing.
func folded(field string) bool { return field == "help" || field == "todo" }
