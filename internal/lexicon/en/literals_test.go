package en

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/literals.tsv")

const (
	root         = "../../.."
	literalsFile = "testdata/literals.tsv"
)

// readers are the folders whose packages read English.
var readers = []string{"timeline", "checker", "internal/page", "internal/values", "internal/claims", "internal/relations", "internal/article"}

// TestLiterals counts the words of English that readers compare with as literals of
// Go. They belong into classes and lists, so a package must not have more of them
// than testdata/literals.tsv says. -update writes what there is.
func TestLiterals(t *testing.T) {
	got := map[string]int{}
	for _, dir := range readers {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			words, err := comparedWords(path)
			pkg, _ := filepath.Rel(root, filepath.Dir(path))
			got[filepath.ToSlash(pkg)] += words
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if *update {
		if err := os.WriteFile(literalsFile, writtenCounts(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	most := readCounts(t)
	for _, pkg := range slices.Sorted(maps.Keys(got)) {
		if got[pkg] > most[pkg] {
			t.Errorf("%s compares with %d words written in Go, %d are allowed: write them into internal/lexicon/en/classes", pkg, got[pkg], most[pkg])
		}
	}
}

func writtenCounts(counts map[string]int) []byte {
	var b bytes.Buffer
	b.WriteString("# How many words of English each package compares with as literals of Go, at most.\n# From TestLiterals -update; the numbers are to fall.\n")
	for _, pkg := range slices.Sorted(maps.Keys(counts)) {
		if counts[pkg] > 0 {
			fmt.Fprintf(&b, "%s\t%d\n", pkg, counts[pkg])
		}
	}
	return b.Bytes()
}

func readCounts(t *testing.T) map[string]int {
	t.Helper()
	src, err := os.ReadFile(literalsFile)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for line := range strings.Lines(string(src)) {
		if pkg, n, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			if counts[pkg], err = strconv.Atoi(n); err != nil {
				t.Fatal(err)
			}
		}
	}
	return counts
}

var englishWord = regexp.MustCompile(`^[a-z][a-z'’ .-]*$`)

// comparisons are the functions and methods that compare words with their last
// arguments.
var comparisons = []string{"Is", "IsAny", "Contains", "HasPrefix", "HasSuffix", "CutPrefix", "CutSuffix", "EqualFold", "Index", "hasSuffixAny"}

// comparedWords counts the literals of a file that words are compared with: beside
// == and !=, in cases, as arguments of comparisons.
func comparedWords(file string) (n int, err error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return 0, err
	}
	ast.Inspect(f, func(node ast.Node) bool {
		switch x := node.(type) {
		case *ast.BinaryExpr:
			if x.Op == token.EQL || x.Op == token.NEQ {
				n += wordsAmong(x.X, x.Y)
			}
		case *ast.CaseClause:
			n += wordsAmong(x.List...)
		case *ast.CallExpr:
			if slices.Contains(comparisons, calledName(x)) {
				n += wordsAmong(x.Args...)
			}
		}
		return true
	})
	return n, nil
}

func calledName(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// wordsAmong counts the literals that are words.
func wordsAmong(list ...ast.Expr) int {
	n := 0
	for _, e := range list {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil && englishWord.MatchString(s) {
				n++
			}
		}
	}
	return n
}

// The counter sees what it is there for, and no name of a kind that is a constant.
func TestComparedWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.go")
	src := `package a
const kind = "call"
func f(w string, k T) bool {
	switch w {
	case "the", "a", "X1":
		return true
	}
	return w == "of" || strings.HasPrefix(w, "un") || k.Is("and", w) || w == kind || log("done")
}
`
	if err := os.WriteFile(file, []byte(src), 0o644); err != nil {
		t.Fatal(err)
	}
	if n, err := comparedWords(file); n != 5 || err != nil {
		t.Errorf("%d words, want 5: %v", n, err)
	}
}
