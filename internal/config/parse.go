package config

import (
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/yamltree"
)

// maxSize is the most a configuration may hold, in bytes: some 1,500 rules that
// are named one by one.
const maxSize = 64 << 10

// A layer is one file of a configuration.
type layer struct {
	extends, rules, almanac, lexicon         []Value
	enable                                   []Value
	severity                                 []Change
	weekStart, dateOrder, failOn, dismissals Value
	ruleSteps, ruleTime                      Value
	flags                                    map[string][]Flag // by command; "" of all
}

// changes returns enable and severity in the order in which to make them.
func (l *layer) changes() []Change {
	var out, single []Change
	for _, v := range l.enable {
		out = append(out, Change{v, Enable})
	}
	for _, c := range l.severity {
		if strings.HasSuffix(c.Rule.Text, "/*") {
			out = append(out, c)
		} else {
			single = append(single, c)
		}
	}
	return append(out, single...)
}

// problems collects errors and prints one a line.
type problems struct{ all *multierror.Error }

func (p *problems) add(errs ...*Error) {
	for _, err := range errs {
		p.all = multierror.Append(p.all, err)
	}
}

func (p *problems) err() error {
	if p.all == nil {
		return nil
	}
	p.all.ErrorFormat = func(errs []error) string {
		lines := make([]string, len(errs))
		for i, err := range errs {
			lines[i] = err.Error()
		}
		return strings.Join(lines, "\n")
	}
	return p.all
}

// keys are the keys that say how each article is checked.
var keys = []string{"extends", "rules", "severity", "enable", "almanac", "lexicon", "week-start", "date-order", "fail-on", "dismissals", "rule-steps", "rule-time"}

// A reader reads one file into a layer.
type reader struct {
	file  string
	out   layer
	errs  []*Error
	found map[string]Place // keys so far
}

// parse reads one file without what it extends. It returns every problem.
func parse(file string, src []byte) (*layer, []*Error) {
	r := &reader{file: file, found: map[string]Place{}, out: layer{flags: map[string][]Flag{}}}
	if !utf8.Valid(src) {
		r.fail(Place{file, 1, 1}, "the file is not UTF-8", "save it as UTF-8")
		return &r.out, r.errs
	}
	doc, err := yamltree.Parse(src, parser.AllowDuplicateMapKey())
	if err != nil {
		r.broken(err)
		return &r.out, r.errs
	}
	for _, d := range doc.Docs {
		r.top(d.Body)
	}
	return &r.out, r.errs
}

func (r *reader) fail(at Place, message, hint string) {
	r.errs = append(r.errs, at.Error(message, hint))
}

// broken reports an error of the parser.
func (r *reader) broken(err error) {
	message, token := yamltree.Message(err)
	r.fail(r.place(token), message, "")
}

func (r *reader) place(t *token.Token) Place {
	if t == nil || t.Position == nil {
		return Place{r.file, 1, 1}
	}
	return Place{r.file, max(t.Position.Line, 1), max(t.Position.Column, 1)}
}

func (r *reader) placeOf(n ast.Node) Place { return r.place(n.GetToken()) }

func (r *reader) top(n ast.Node) {
	pairs, ok := mapping(n)
	if !ok {
		r.fail(r.placeOf(n), "a configuration is a list of keys", "write one key: value a line")
		return
	}
	for _, p := range pairs {
		key := r.value(p.Key)
		if !slices.Contains(Keys(), key.Text) {
			r.unknown(key)
			continue
		}
		if first, twice := r.found[key.Text]; twice {
			r.twice(key, first)
			continue
		}
		r.found[key.Text] = key.At
		r.key(key, p.Value)
	}
}

func (r *reader) twice(key Value, first Place) {
	r.fail(key.At, fmt.Sprintf("%q is given twice", key.Text), fmt.Sprintf("first in line %d", first.Line))
}

// mapping returns the pairs of a mapping; none, and true, for nothing at all.
func mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	case nil, *ast.NullNode, *ast.CommentGroupNode:
		return nil, true
	}
	return nil, false
}

func (r *reader) value(n ast.Node) Value {
	return Value{n.GetToken().Value, r.placeOf(n)}
}

func (r *reader) key(key Value, n ast.Node) {
	switch key.Text {
	case "extends":
		r.out.extends = r.files(key, n)
	case "rules":
		r.out.rules = r.files(key, n)
	case "almanac":
		r.out.almanac = r.files(key, n)
	case "lexicon":
		r.out.lexicon = r.files(key, n)
	case "enable":
		r.out.enable = r.list(key, n, "tags and ids of rules")
	case "severity":
		r.severity(key, n)
	case "week-start":
		r.out.weekStart = r.choice(key, n, "monday", "sunday")
	case "date-order":
		r.out.dateOrder = r.choice(key, n, "dmy", "mdy")
	case "fail-on":
		r.out.failOn = r.choice(key, n, "note", "warning", "error", "never")
	case "dismissals":
		if v, ok := r.text(n); ok {
			r.out.dismissals = r.path(v)
		} else {
			r.fail(r.placeOf(n), "dismissals must be the name of a file", "write dismissals: FILE")
		}
	case "rule-steps":
		r.out.ruleSteps = r.measure(key, n, func(s string) error { _, err := Steps(s); return err })
	case "rule-time":
		r.out.ruleTime = r.measure(key, n, func(s string) error { _, err := Duration(s); return err })
	default:
		if slices.Contains(commands, key.Text) {
			r.command(key, n)
		} else {
			r.common(key, n)
		}
	}
}

// text returns a string that is not empty.
func (r *reader) text(n ast.Node) (Value, bool) {
	v := r.value(n)
	switch n := n.(type) {
	case *ast.StringNode:
	case *ast.LiteralNode:
		v.Text = n.Value.Value
	default:
		return v, false
	}
	v.Text = strings.TrimSpace(v.Text)
	return v, v.Text != "" && !strings.ContainsRune(v.Text, 0)
}

// path joins a file to the folder of the configuration.
func (r *reader) path(v Value) Value {
	if !filepath.IsAbs(v.Text) {
		v.Text = filepath.Join(filepath.Dir(r.file), v.Text)
	}
	return v
}

func (r *reader) list(key Value, n ast.Node, of string) []Value {
	var out []Value
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		if _, null := n.(*ast.NullNode); !null {
			r.fail(r.placeOf(n), fmt.Sprintf("%s must be a list of %s", key.Text, of), "write "+key.Text+": [ONE, TWO]")
		}
		return nil
	}
	for _, e := range seq.Values {
		v, ok := r.text(e)
		if !ok {
			r.fail(r.placeOf(e), fmt.Sprintf("%s must be a list of %s", key.Text, of), "put quotation marks round a name that is no text")
			continue
		}
		if i := slices.IndexFunc(out, func(o Value) bool { return o.Text == v.Text }); i >= 0 {
			r.twice(v, out[i].At)
			continue
		}
		out = append(out, v)
	}
	return out
}

func (r *reader) files(key Value, n ast.Node) []Value {
	out := r.list(key, n, "files")
	for i := range out {
		out[i] = r.path(out[i])
	}
	return out
}

// choice reads one of a few words.
func (r *reader) choice(key Value, n ast.Node, words ...string) Value {
	v := r.value(n)
	if _, ok := n.(ast.ScalarNode); !ok || !slices.Contains(words, v.Text) {
		r.fail(v.At, fmt.Sprintf("%s must be one of %s", key.Text, strings.Join(words, ", ")), "")
		return Value{}
	}
	return v
}

// once gives the keys of a mapping with their values, and reports those that stand twice.
func (r *reader) once(pairs []*ast.MappingValueNode) iter.Seq2[Value, ast.Node] {
	return func(yield func(Value, ast.Node) bool) {
		found := map[string]Place{}
		for _, p := range pairs {
			key := r.value(p.Key)
			if first, twice := found[key.Text]; twice {
				r.twice(key, first)
				continue
			}
			found[key.Text] = key.At
			if !yield(key, p.Value) {
				return
			}
		}
	}
}

func (r *reader) severity(key Value, n ast.Node) {
	pairs, ok := mapping(n)
	if !ok {
		r.fail(r.placeOf(n), "severity must say it of each rule", `write severity: {"AREA/RULE": warning}`)
		return
	}
	for rule, value := range r.once(pairs) {
		if level := r.choice(rule, value, levels...); level.Text != "" {
			r.out.severity = append(r.out.severity, Change{rule, level.Text})
		}
	}
}
