package rules

import (
	"context"
	"fmt"
	"slices"
	"strings"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/operators"
	"github.com/google/cel-go/common/types"

	"factcheck/internal/text"
)

// Position is where a node of a condition stands in its file.
type Position = text.Position

// A Node is a part of a condition and its value over one binding.
type Node struct {
	Text     string // as written
	Pos      Position
	Value    string // in the words of rule authors
	Children []Node
}

// An Explanation says why a rule holds of a binding or not.
type Explanation struct {
	Rule      *Rule
	Holds     bool
	Conjuncts []Node // what has to be true, in the order of the condition
}

// Explain evaluates the condition of a rule over one binding part by part.
func (s *Set) Explain(ctx context.Context, r *Rule, b Binding) (Explanation, error) {
	out := Explanation{Rule: r}
	info := scopeInfo(r.Scope)
	if info == nil {
		return out, fmt.Errorf("rules: unknown scope %q", r.Scope)
	}
	if err := b.check(info); err != nil {
		return out, err
	}
	v, err := sharedVocabulary()
	if err != nil {
		return out, fmt.Errorf("rules: vocabulary: %w", err)
	}
	fr, err := r.lintFrame(v)
	if err != nil {
		return out, err
	}
	out.Holds = true
	run := &run{ctx: ctx, budget: s.budget(), rule: r, binding: b}
	defer run.close()
	l := &loader{vocabulary: v, file: r.file}
	for _, c := range r.conjuncts() {
		p := l.compile(fr, c, nil)
		if p == nil {
			return out, fmt.Errorf("rules: %s: %s cannot be evaluated alone", r.ID, c.text)
		}
		n := Node{Text: c.text, Pos: r.file.lines.Position(c.start)}
		value, err := run.eval(p)
		if err != nil {
			n.Value = err.Error()
			out.Holds = false
		} else {
			n.Value = fmt.Sprint(value.Value())
			out.Holds = out.Holds && value == types.True
		}
		out.Conjuncts = append(out.Conjuncts, n)
	}
	return out, nil
}

// conjuncts returns the parts of the condition that && joins at its top.
func (r *Rule) conjuncts() []*field {
	u := r.when.unit
	var out []*field
	var cuts []int // the tokens of the operators
	var walk func(e celast.Expr)
	walk = func(e celast.Expr) {
		if e.Kind() != celast.CallKind || e.AsCall().FunctionName() != operators.LogicalAnd {
			out = append(out, &field{unit: u, name: "when", value: e})
			return
		}
		walk(e.AsCall().Args()[0])
		at, _ := u.nodeOffset(e.ID())
		cuts = append(cuts, u.tokenAt(at))
		walk(e.AsCall().Args()[1])
	}
	walk(r.condition())
	slices.Sort(cuts)
	first := u.tokenAt(u.exprStart(r.condition()))
	for first > 0 && u.tokenText(first-1) == "(" && strings.HasPrefix(r.When, "(") {
		first--
	}
	for i, f := range out {
		last := u.tokenAt(u.tokens[first].start + len(r.When) - 1)
		if i < len(cuts) {
			last = cuts[i] - 1
		} else if i > 0 {
			last = u.lastOf(first)
		}
		f.start = u.tokens[first].start
		f.text = balanced(u.file.text[f.start:u.tokens[last].end])
		if i < len(cuts) {
			first = cuts[i] + 1
		}
	}
	return out
}

// lastOf returns the last token of the value that token i is in.
func (u *unit) lastOf(i int) int {
	depth := 0
	for ; i < len(u.tokens); i++ {
		switch u.tokenText(i) {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		case ",":
			if depth == 0 {
				return i - 1
			}
		}
		if depth < 0 {
			return i - 1
		}
	}
	return len(u.tokens) - 1
}

// balanced drops brackets that are not closed or opened in s.
func balanced(s string) string {
	for strings.Count(s, "(") > strings.Count(s, ")") && strings.HasPrefix(s, "(") {
		s = s[1:]
	}
	for strings.Count(s, ")") > strings.Count(s, "(") && strings.HasSuffix(s, ")") {
		s = s[:len(s)-1]
	}
	return strings.Join(strings.Fields(s), " ")
}
