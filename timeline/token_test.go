package timeline

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"strings"
	"testing"
)

// A word that the vocabulary does not know, a number and a sign have no value of
// any class, and a word has none of a class that it is not of.
func TestValueNeedsItsClass(t *testing.T) {
	const src = "zyx 7 - Friday march"
	s := &scanner{src: src, toks: tokenize(nil, src, 0, len(src), nil)}
	s.hi = len(s.toks)
	for name, c := range classNames {
		for i := -1; i <= len(s.toks); i++ {
			weekday, month := c == cWeekday && i == 3, c == cMonth && i == 4 && s.is(i, c)
			if v, ok := s.val(i, c); ok != (weekday || month) || s.val0(i, c) != v {
				t.Errorf("token %d has the value %d of class %s: %v", i, v, name, ok)
			}
		}
	}
	if v, ok := s.val(3, cWeekday); v != 5 || !ok || !s.isVal(3, cWeekday, 5) || s.valIn(3, cWeekday, 0, 4) {
		t.Errorf("Friday is weekday %d, %v", v, ok)
	}
}

// The entry of a token is read in token.go alone, by methods that know tokens
// without one.
func TestEntriesStayInTokens(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name == "token.go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if x, ok := n.(*ast.SelectorExpr); ok && x.Sel.Name == "e" {
				t.Errorf("%s reads an entry of a token", name)
			}
			return true
		})
	}
}
