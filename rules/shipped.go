package rules

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/google/cel-go/common/types"

	"factcheck/internal/fact"
	"factcheck/internal/text"
	"factcheck/rules/internal/celcode"
)

// The checked form of rules.cel:
//
//	form   = hash hash rules                sha256 of the text, and of the vocabulary
//	rules  = a code of package celcode, whose body is:
//	body   = length                         of the text, in bytes
//	         count { scope name start program }                  definitions, those that others name first
//	         count { rule }
//	rule   = id severity scope enabled help tags since yields
//	         when message                   each as first byte and length in the text
//	         offset line column             of the word Rule
//	         count { name program }         let
//	         when                           a program
//	         unless                         a flag, as first byte and length in the text, and a program
//	         message at related suggest assume confidence note_when   each a flag and a program
//	         confidence                     the constant one
//	program = expression count { id start } where the expression and its conjuncts begin in the text
//
// The form stands for a text only if both hashes are right. Otherwise the text
// is parsed, as that of any other rule file is, with the same outcome.
//
//go:generate go run ./internal/gen ../rules.cel data/rules.bin
//go:embed data/rules.bin
var shippedForm string

const formHead = 2 * sha256.Size

// Encode returns the checked form of a rule file, for [Load] to read in its
// place. A file with a problem is an error.
func Encode(src Source) ([]byte, error) {
	set := &Set{byScope: map[fact.Scope][]*Rule{}}
	l, err := newLoader(src, set, map[string]*Rule{})
	if err != nil {
		return nil, err
	}
	l.load()
	for _, problem := range l.sortedProblems() {
		return nil, problem
	}
	body, err := encodeBody(len(src.Text), inOrder(l.defines), set.rules)
	if err != nil {
		return nil, err
	}
	hash, words := sha256.Sum256([]byte(src.Text)), vocabularyHash()
	return slices.Concat(hash[:], words[:], body), nil
}

func encodeBody(length int, defines []*define, list []*Rule) ([]byte, error) {
	w := &formWriter{}
	w.Uint(length)
	w.Uint(len(defines))
	for _, d := range defines {
		w.String(string(d.scope.Scope))
		w.String(d.name)
		w.Uint(d.start)
		w.program(d.value, starting(d.split()))
	}
	w.Uint(len(list))
	for _, r := range list {
		w.rule(r)
	}
	return w.Bytes()
}

// inOrder returns definitions so that each stands behind those that it names.
func inOrder(defines []*define) []*define {
	sorted := slices.Clone(defines)
	slices.SortStableFunc(sorted, func(a, b *define) int { return a.depth - b.depth })
	return sorted
}

// A formWriter writes rules.
type formWriter struct{ celcode.Writer }

func (w *formWriter) rule(r *Rule) {
	w.String(r.ID)
	w.Uint(int(r.Severity))
	w.String(string(r.Scope))
	w.Flag(r.Enabled)
	w.String(r.Help)
	w.strings(r.Tags)
	w.String(r.Since)
	w.strings(r.Yields)
	w.written(r, "when")
	w.written(r, "message")
	w.position(r.Pos)
	w.Uint(len(r.lets))
	for _, x := range r.lets {
		w.String(x.name)
		w.program(x.value, nil)
	}
	w.condition(r.when)
	w.Flag(r.unless != nil)
	if r.unless != nil {
		w.written(r, "unless")
		w.condition(r.unless)
	}
	for _, p := range r.others() {
		w.Flag(*p != nil)
		if *p != nil {
			w.program(*p, nil)
		}
	}
	w.String(r.confidence)
}

func (w *formWriter) condition(c *condition) {
	w.program(c.whole, slices.Concat(starting(c.conjuncts), c.pairs.sides()))
}

// others returns the programs of r beside let and when, in the order of the
// form.
func (r *Rule) others() [7]**program {
	return [...]**program{&r.message, &r.at, &r.related, &r.suggest, &r.assume, &r.confident, &r.lesser}
}

// written writes where the value of a field stands.
func (w *formWriter) written(r *Rule, name string) {
	u := r.unit()
	u.ready()
	for _, f := range u.root.AsStruct().Fields() {
		if f.AsStructField().Name() == name {
			at, value := u.fieldName(f.ID())
			w.Uint(at + strings.Index(u.file.text[at:], value))
			w.Uint(len(value))
		}
	}
}

func (w *formWriter) strings(list []string) {
	w.Uint(len(list))
	for _, s := range list {
		w.String(s)
	}
}

func (w *formWriter) position(p text.Position) {
	w.Uint(p.Offset)
	w.Uint(p.Line)
	w.Uint(p.Column)
}

// starting returns the programs of conjuncts.
func starting(conjuncts []*conjunct) []*program {
	list := make([]*program, len(conjuncts))
	for i, c := range conjuncts {
		list[i] = c.program
	}
	return list
}

// program writes an expression, and where it and those of the parts begin that
// are its own.
func (w *formWriter) program(p *program, parts []*program) {
	w.Expr(p.expr, p.checked)
	starts := []*program{p}
	for _, x := range parts {
		if x.unit == p.unit {
			starts = append(starts, x)
		}
	}
	w.Uint(len(starts))
	for _, x := range starts {
		w.ID(x.expr.ID())
		w.Uint(x.start)
	}
}

// A shippedFile is a rule file that was decoded.
type shippedFile struct {
	file    *source
	rules   []*Rule
	defines []*define // in the order of the form
	scoped  map[*fact.ScopeInfo]map[string]*define
	parsing func() *loader // parses the text
}

// decode returns the rules of src from its checked form, nil if there is none
// for this text.
func decode(src Source) *shippedFile { return decodeForm(shippedForm, src) }

func decodeForm(form string, src Source) *shippedFile {
	if len(form) < formHead {
		return nil
	}
	r := &formReader{Reader: celcode.NewReader(form[formHead:])}
	if r.Uint() != len(src.Text) || r.Err() != nil {
		return nil
	}
	hash, words := sha256.Sum256([]byte(src.Text)), vocabularyHash()
	if form[:sha256.Size] != string(hash[:]) || form[sha256.Size:formHead] != string(words[:]) {
		return nil
	}
	r.shipped = &shippedFile{file: newSource(src.Name, src.Text), scoped: map[*fact.ScopeInfo]map[string]*define{},
		parsing: sync.OnceValue(func() *loader { return parseShipped(src) })}
	for range r.Count() {
		r.define()
	}
	for range r.Count() {
		r.shipped.rules = append(r.shipped.rules, r.rule())
	}
	if r.End() != nil {
		return nil
	}
	return r.shipped
}

// parseShipped reads the text after all. It has no mistakes: it was encoded.
func parseShipped(src Source) *loader {
	l, err := newLoader(src, &Set{byScope: map[fact.Scope][]*Rule{}}, map[string]*Rule{})
	if err != nil {
		return &loader{set: &Set{}}
	}
	l.load()
	return l
}

// join adds the rules to a set. It returns false if the ids of some are taken,
// which the loader reports.
func (sh *shippedFile) join(set *Set, ids map[string]*Rule) bool {
	for _, r := range sh.rules {
		if ids[r.ID] != nil {
			return false
		}
	}
	for _, r := range sh.rules {
		ids[r.ID] = r
		set.add(r)
	}
	return true
}

// parsed returns r with programs that know their places and can be changed. Its
// severity and state are those of r.
func (r *Rule) parsed() *Rule {
	if r.shipped == nil {
		return r
	}
	p := *r
	p.shipped = nil
	if twin := r.shipped.parsing().set.Rule(r.ID); twin != nil {
		p.file, p.cases = twin.file, twin.cases
		p.lets, p.defines, p.when, p.unless = twin.lets, twin.defines, twin.when, twin.unless
		for i, x := range p.others() {
			*x = *twin.others()[i]
		}
	}
	return &p
}

// A formReader reads rules.
type formReader struct {
	*celcode.Reader
	shipped *shippedFile
}

func (r *formReader) define() {
	scope := r.scope()
	d := &define{scope: scope, name: r.String(), start: r.Uint(), state: defineDone, used: true}
	u := r.unit(func(l *loader) *unit {
		if d := l.scoped[scope][d.name]; d != nil {
			return d.as.unit
		}
		return nil
	})
	if r.shipped.scoped[scope] == nil {
		r.shipped.scoped[scope] = map[string]*define{}
	}
	d.value = r.program(frame{scope: scope, defines: r.shipped.scoped[scope]}, u)
	r.shipped.scoped[scope][d.name] = d
	r.shipped.defines = append(r.shipped.defines, d)
}

// scope reads the name of a scope. One that is none stops the reading.
func (r *formReader) scope() *fact.ScopeInfo {
	if info := scopeInfo(fact.Scope(r.String())); info != nil {
		return info
	}
	r.Fail()
	return &scopeTable[0]
}

// unit returns the place of an element, which find finds once the text was
// parsed.
func (r *formReader) unit(find func(*loader) *unit) *unit {
	parsing := r.shipped.parsing
	return &unit{file: r.shipped.file, starts: map[int64]int{}, source: func() *unit { return find(parsing()) }}
}

func (r *formReader) rule() *Rule {
	x := &Rule{ID: r.String(), Severity: Severity(r.Uint())}
	scope := r.scope()
	x.Scope, x.Enabled, x.Help, x.Tags, x.Since, x.Yields = scope.Scope, r.Flag(), r.String(), r.strings(), r.String(), r.strings()
	x.When, x.Message = r.written(), r.written()
	x.Pos = text.Position{Offset: r.Uint(), Line: r.Uint(), Column: r.Uint()}
	x.File, x.file, x.shipped, x.defines = r.shipped.file.name, r.shipped.file, r.shipped, r.shipped.scoped[scope]
	u := r.unit(func(l *loader) *unit {
		if twin := l.set.Rule(x.ID); twin != nil {
			return twin.unit()
		}
		return nil
	})
	fr := frame{scope: scope, defines: x.defines}
	for range r.Count() {
		name := r.String()
		fr.lets = append(fr.lets, let{name, r.program(fr, u)})
	}
	x.lets = fr.lets
	x.when = conditionOf(r.program(fr, u))
	if r.Flag() {
		x.Unless = r.written()
		x.unless = conditionOf(r.program(fr, u))
	}
	for _, p := range x.others() {
		if r.Flag() {
			*p = r.program(fr, u)
		}
	}
	x.confidence = r.String()
	return x
}

func (r *formReader) strings() []string {
	var list []string
	for range r.Count() {
		list = append(list, r.String())
	}
	return list
}

// written reads a part of the text.
func (r *formReader) written() string {
	from, length := r.Uint(), r.Uint()
	if from+length > len(r.shipped.file.text) {
		r.Fail()
		return ""
	}
	return r.shipped.file.text[from : from+length]
}

func (r *formReader) program(fr frame, u *unit) *program {
	checked := r.Expr()
	for range r.Count() {
		id := r.ID()
		u.starts[id] = r.Uint()
	}
	if r.Err() != nil {
		return &program{unit: u, frame: fr, expr: checked.Expr(), checked: checked, result: types.ErrorType}
	}
	return newProgram(fr, u, checked, checked.Expr())
}

// vocabularyHash returns a hash of what rules can name: the scopes, the fields
// of the facts and the functions, with their types.
func vocabularyHash() [sha256.Size]byte {
	var b strings.Builder
	for _, s := range scopeTable {
		fmt.Fprintln(&b, s.Scope, s.Subject)
		for _, v := range s.Variables {
			fmt.Fprintln(&b, v.Name, v.Type)
		}
	}
	for _, t := range factTypes {
		b.WriteString(t.Name())
		for i := range t.NumField() {
			if f := t.Field(i); f.Tag.Get("cel") != "-" {
				fmt.Fprintln(&b, f.Tag.Get("cel"), celFieldType(f.Type), f.Type.Kind() == reflect.Pointer)
			}
		}
	}
	for _, g := range ourFunctions() {
		for _, fn := range g.functions {
			for _, f := range fn.forms {
				b.WriteString(f.id(fn.name))
				b.WriteString(f.result.String())
			}
		}
	}
	return sha256.Sum256([]byte(b.String()))
}
