package yamltree

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// depth returns how deeply the nodes of a tree nest.
func depth(n ast.Node) int {
	deepest := 0
	look := func(children ...ast.Node) {
		for _, c := range children {
			if c != nil {
				deepest = max(deepest, depth(c))
			}
		}
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, v := range n.Values {
			look(v)
		}
		return deepest + 1
	case *ast.MappingValueNode:
		look(n.Key, n.Value)
		return deepest + 1
	case *ast.MappingKeyNode:
		look(n.Value)
		return deepest + 1
	case *ast.SequenceNode:
		look(n.Values...)
		return deepest + 1
	case *ast.AnchorNode:
		look(n.Value)
		return deepest + 1
	case *ast.TagNode:
		look(n.Value)
		return deepest + 1
	}
	return 1
}

// Each nests as deeply as it is long, in one of the ways that YAML knows.
var nests = map[string]func(n int) string{
	"flow sequence":    func(n int) string { return strings.Repeat("[", n) },
	"closed":           func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) },
	"flow mapping":     func(n int) string { return strings.Repeat("{a: ", n) },
	"block sequence":   func(n int) string { return strings.Repeat("- ", n) + "a" },
	"mixed":            func(n int) string { return strings.Repeat("- [", n) },
	"explicit keys":    func(n int) string { return strings.Repeat("? ", n) + "a" },
	"explicit in flow": func(n int) string { return "[" + strings.Repeat("? ", n) },
	"tags":             func(n int) string { return strings.Repeat("!a ", n) + "x" },
	"tags on lines":    func(n int) string { return strings.Repeat("!a\n", n) + "x" },
	"anchors":          func(n int) string { return strings.Repeat("&a ", n) + "x" },
	"colons":           func(n int) string { return strings.Repeat("a: ", n) },
	"colons in flow":   func(n int) string { return "[a" + strings.Repeat(": a", n) },
	"merge keys":       func(n int) string { return strings.Repeat("<<: ", n) },
	"behind a quote":   func(n int) string { return "- it's\n- " + strings.Repeat("[", n) },
	"after a document": func(n int) string { return "--- [a]\n--- " + strings.Repeat("[", n) },
}

func TestParseRefusesDepth(t *testing.T) {
	// A parser that recursed as often as this nests would stop the test.
	defer debug.SetMaxStack(debug.SetMaxStack(8 << 20))
	for name, nest := range nests {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(nest(60_000)))
			if err == nil {
				t.Fatal("no error")
			}
			if message, token := Message(err); token == nil {
				t.Errorf("%s: no place", message)
			}
		})
	}
}

// rising returns keys of falling length, each a column further right than the
// one before.
func rising(n int, key func(length int) string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%s:\n", strings.Repeat(" ", i), key(3*(n-i)))
	}
	return b.String()
}

// Keys count where they begin, not where their colon stands.
func TestParseRefusesIndentation(t *testing.T) {
	const n = 2*MaxDepth + 1
	for name, src := range map[string]string{
		"keys":           rising(n, func(l int) string { return strings.Repeat("k", l) }),
		"quoted keys":    rising(n, func(l int) string { return `"` + strings.Repeat("k", l) + `"` }),
		"keys in flow":   rising(n, func(l int) string { return "[" + strings.Repeat("k", l) + "]" }),
		"anchored keys":  rising(n, func(l int) string { return "&" + strings.Repeat("a", l) + " k" }),
		"lists in lists": rising(n, func(int) string { return "- k" }),
	} {
		if _, err := Parse([]byte(src)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestParseKeepsWhatIsFlat(t *testing.T) {
	for name, src := range map[string]string{
		"brackets in quotes": "- \"" + strings.Repeat("[", 1000) + "\"\n- '" + strings.Repeat("{", 1000) + "'\n",
		"brackets in text":   strings.Repeat("- see [1\n", 10) + "- a [[[[ b",
		"a long list":        strings.Repeat("- {a: [b, c], d: e}\n", 5000),
		"documents":          strings.Repeat("---\na: b\n", 500),
		"a literal":          "a: |\n" + strings.Repeat("  [ { - : ?\n", 1000),
		"comments":           strings.Repeat("# [ {\n", 1000) + "a: b\n",
		"three levels":       strings.Repeat("- key: a\n  days:\n  - b\n  - c: d\n", 200),
	} {
		if _, err := Parse([]byte(src)); err != nil && name != "brackets in text" {
			message, _ := Message(err)
			t.Errorf("%s: %s", name, message)
		} else if err != nil && strings.Contains(err.Error(), "nested") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What the bound lets pass is parsed as without it, at most twice as deep as
// it allows and in a stack of 8 MiB.
func FuzzParse(f *testing.F) {
	for _, nest := range nests {
		f.Add(nest(3))
		f.Add(nest(MaxDepth))
		f.Add(nest(3 * MaxDepth))
	}
	f.Add(rising(70, func(l int) string { return strings.Repeat("k", l) }))
	f.Add("a:\n- b\n-\n - c: [d, {e: f}]\n   g: |\n    h\n? i\n: j\n")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 64<<10 {
			return
		}
		debug.SetMaxStack(8 << 20)
		file, err := Parse([]byte(src))
		if err != nil {
			return
		}
		for _, d := range file.Docs {
			if d.Body == nil {
				continue
			}
			// A mapping of one pair is two nodes.
			if got := depth(d.Body); got > 4*MaxDepth+4 {
				t.Errorf("%d deep", got)
			}
		}
		plain, err := parser.ParseBytes([]byte(src), 0)
		if err != nil || plain.String() != file.String() {
			t.Errorf("parsed otherwise than without a bound: %v", err)
		}
	})
}
