package rules

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	celast "github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types"
	"github.com/hashicorp/go-multierror"

	"factcheck/internal/fact"
)

// MaxFile is the most a rule file may hold, in bytes: 500 rules are about 150
// KB.
const MaxFile = 4 << 20

// Limits on what a rule file holds. They bound memory and the depth of
// recursion, not good taste.
const (
	maxRecursion = 250
	maxProblems  = 100
)

// A Source is the text of one rule file, and the name to use for it in errors.
type Source struct{ Name, Text string }

// Load reads rule files, each a CEL list of Rule{…} and Define{…}. Definitions
// are seen in their own file only; rule ids are unique over all files.
//
// The Set holds the rules that compiled, even when the error is not nil. The
// error is a *multierror.Error whose elements are *Error, in the order of the
// files and then of the lines; past 100 problems in one file the rest is cut.
//
// The rules that ship are not parsed: their checked form is part of the
// program. Their cases and places are read from the text when asked for.
func Load(sources ...Source) (*Set, error) {
	set := &Set{byScope: map[fact.Scope][]*Rule{}}
	ids := map[string]*Rule{}
	var all *multierror.Error
	for _, src := range sources {
		if sh := decode(src); sh != nil && sh.join(set, ids) {
			continue
		}
		l, err := newLoader(src, set, ids)
		if err != nil {
			return nil, err
		}
		l.load()
		for _, e := range l.sortedProblems() {
			all = multierror.Append(all, e)
		}
	}
	if all != nil {
		all.ErrorFormat = listErrors
	}
	return set, all.ErrorOrNil()
}

// newLoader returns a loader of one file. ids are those of the files before it.
func newLoader(src Source, set *Set, ids map[string]*Rule) (*loader, error) {
	v, err := sharedVocabulary()
	if err != nil {
		return nil, fmt.Errorf("rules: vocabulary: %w", err)
	}
	return &loader{vocabulary: v, file: newSource(src.Name, src.Text), set: set, ids: ids,
		scoped: map[*fact.ScopeInfo]map[string]*define{}}, nil
}

// listErrors puts each problem on its own line.
func listErrors(errs []error) string {
	lines := make([]string, len(errs))
	for i, e := range errs {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// A loader reads one file.
type loader struct {
	vocabulary *vocabulary
	file       *source
	set        *Set
	ids        map[string]*Rule // over all files
	problems   []problem
	defines    []*define
	scoped     map[*fact.ScopeInfo]map[string]*define // the same by scope and name
	unread     bool                                   // some element could not be parsed, so uses of names may be missing
	yields     []spelled                              // the ids that rules yield to
	templates  []*template
	chain      int // templates being prepared, each for the one before
	expanded   int // nodes that calls of templates became
}

// A problem is what is wrong at a byte of the file.
type problem struct {
	offset        int
	message, hint string
}

func (l *loader) report(offset int, message, hint string) {
	if len(l.problems) <= maxProblems {
		l.problems = append(l.problems, problem{offset, message, hint})
	}
}

// full reports whether so much is wrong that reading on is of no use.
func (l *loader) full() bool { return len(l.problems) > maxProblems }

// sortedProblems returns the problems in the order of the file, each once.
func (l *loader) sortedProblems() []*Error {
	sort.SliceStable(l.problems, func(i, j int) bool { return l.problems[i].offset < l.problems[j].offset })
	l.problems = slices.Compact(l.problems)
	cut := len(l.problems) > maxProblems
	var errs []*Error
	for _, p := range l.problems[:min(len(l.problems), maxProblems)] {
		errs = append(errs, l.file.error(p.offset, p.message, p.hint))
	}
	if cut {
		last := l.problems[maxProblems].offset
		errs = append(errs, l.file.error(last, fmt.Sprintf("more than %d problems, the rest is not shown", maxProblems), ""))
	}
	return errs
}

// load reads the file: first the definitions, then the rules.
func (l *loader) load() {
	if !l.readable() {
		return
	}
	s := &splitter{file: l.file, tokens: scan(l.file.text), report: l.report}
	s.split()
	var elements []*element
	for _, p := range s.pieces {
		if l.full() {
			return
		}
		e := l.element(p)
		if e != nil {
			elements = append(elements, e)
		}
		if e == nil || e.partial() {
			l.unread = true
			l.expectDefine(p)
		}
	}
	for _, e := range elements {
		if e.kind == "Define" && !e.partial() {
			l.readDefine(e)
		}
	}
	l.checkTemplates()
	l.compileDefines()
	for _, e := range elements {
		if l.full() {
			return
		}
		if e.kind == "Rule" {
			l.readRule(e)
		}
	}
	l.reportUnused()
	l.checkYields()
}

// checkYields reports the ids that rules yield to and that no rule has, of this
// file or of one before it.
func (l *loader) checkYields() {
	if l.unread {
		return
	}
	for _, s := range l.yields {
		if s.text == "" || l.ids[s.text] != nil {
			continue
		}
		l.report(s.start, fmt.Sprintf("no rule %q", s.text), didYouMean(s.text, slices.Sorted(maps.Keys(l.ids))))
	}
}

// readable reports whether the text can be looked at, and if not, why. A byte
// order mark is blanked out.
func (l *loader) readable() bool {
	if len(l.file.text) > MaxFile {
		l.file.text = ""
		l.report(0, fmt.Sprintf("the file is larger than %d MiB", MaxFile>>20), "split it")
		return false
	}
	if bad := invalidUTF8(l.file.text); bad >= 0 {
		l.report(bad, "the file is not UTF-8", "save it as UTF-8")
		return false
	}
	if rest, ok := strings.CutPrefix(l.file.text, "\uFEFF"); ok {
		l.file = newSource(l.file.name, rest)
	}
	return true
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)) {
			return i
		}
	}
	return -1
}

// An element is a Rule{…}, Define{…} or Case{…} with its fields by name.
type element struct {
	unit   *unit
	kind   string
	start  int // of the type's name
	fields map[string]*field
}

// A field is one name: value of an element.
type field struct {
	unit  *unit
	name  string
	start int // of the name
	text  string
	value celast.Expr
}

func (f *field) valueStart() int { return f.unit.exprStart(f.value) }

// partial reports whether fields of the element could not be read.
func (el *element) partial() bool { return len(el.unit.unread) > 0 }

// element parses one element of the list, or reports why it cannot.
func (l *loader) element(p piece) *element {
	if p.broken {
		return nil
	}
	u := l.parse(p)
	if u == nil {
		return nil
	}
	return l.structure(u, u.root, "Rule", "Define")
}

// expectDefine notes the name that a definition gives which could not be read,
// so that rules which use the name are not blamed for it.
func (l *loader) expectDefine(p piece) {
	text := func(i int) string { return l.file.text[p.tokens[i].start:p.tokens[i].end] }
	if text(0) != "Define" {
		return
	}
	name := ""
	for i := 2; i+2 < len(p.tokens); i++ {
		if value := text(i + 2); text(i) == "name" && text(i+1) == ":" && p.tokens[i+2].kind == tokenString {
			name = strings.Trim(value, `"'`)
			break
		}
	}
	for i := range scopeTable {
		scope := &scopeTable[i]
		if name == "" || l.scoped[scope][name] != nil {
			continue
		}
		if l.scoped[scope] == nil {
			l.scoped[scope] = map[string]*define{}
		}
		l.scoped[scope][name] = &define{name: name, scope: scope, start: p.tokens[0].start, state: defineDone, used: true}
	}
}

// structure reads a struct of one of the given kinds. It reports fields that
// are unknown, given twice or missing.
func (l *loader) structure(u *unit, e celast.Expr, kinds ...string) *element {
	start := u.exprStart(e)
	if e.Kind() != celast.StructKind {
		hint := ""
		if e.Kind() == celast.MapKind && len(kinds) == 1 {
			hint = fmt.Sprintf(`write %s before "{"`, kinds[0])
		}
		l.report(start, fmt.Sprintf("expected %s{…}", strings.Join(kinds, "{…} or ")), hint)
		return nil
	}
	kind := e.AsStruct().TypeName()
	if !slices.Contains(kinds, kind) {
		l.report(start, fmt.Sprintf("unknown element %q, expected %s{…}", kind, strings.Join(kinds, "{…} or ")), didYouMean(kind, kinds))
		return nil
	}
	el := &element{unit: u, kind: kind, start: start, fields: map[string]*field{}}
	for _, x := range e.AsStruct().Fields() {
		l.field(el, x)
	}
	for _, name := range requiredFields[kind] {
		if el.fields[name] == nil && !(name == "over" && el.fields["with"] != nil) && (kind == "Case" || !el.partial()) {
			l.report(start, fmt.Sprintf("%s has no %q", kind, name), "")
		}
	}
	return el
}

func (l *loader) field(el *element, x celast.EntryExpr) {
	f := &field{unit: el.unit, name: x.AsStructField().Name(), value: x.AsStructField().Value()}
	f.start, f.text = el.unit.fieldName(x.ID())
	switch known := knownFields[el.kind]; {
	case !slices.Contains(known, f.name):
		l.report(f.start, fmt.Sprintf("%s has no field %q", el.kind, f.name), nearestName(el.kind, f.name, known))
	case el.fields[f.name] != nil:
		l.report(f.start, fmt.Sprintf("%q is given twice", f.name), "")
	default:
		el.fields[f.name] = f
		if x.AsStructField().IsOptional() {
			l.report(f.start, fmt.Sprintf("%q cannot be optional", f.name), `leave out the "?"`)
		}
	}
}

// pattern returns a regular expression that is compiled when it is first used:
// most runs meet no mistake in a rule file.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

var (
	idForm   = pattern(`^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$`)
	nameForm = pattern(`^[A-Za-z_][A-Za-z0-9_]*$`)
	dateForm = pattern(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

// readRule reads, checks and keeps one rule. A rule with a problem is not
// kept.
func (l *loader) readRule(el *element) {
	problems := len(l.problems)
	r := &Rule{File: l.file.name, Pos: l.file.position(el.start), file: l.file, confidence: High}
	l.readID(r, el.fields["id"])
	if f := el.fields["severity"]; f != nil {
		r.Severity = Severity(slices.Index(severityNames, l.choice(f, severityNames)) + 1)
	}
	r.Help = strings.Join(strings.Fields(l.stringOf(el.fields["help"])), " ")
	r.Since = l.stringOf(el.fields["since"])
	for _, s := range l.strings(el.fields["tags"]) {
		r.Tags = append(r.Tags, s.text)
	}
	for _, s := range l.strings(el.fields["yields"]) {
		r.Yields = append(r.Yields, s.text)
		l.yields = append(l.yields, s)
	}
	r.Enabled = l.boolean(el.fields["enabled"], true)
	r.cases = l.readCases(el.fields["tests"])
	if f := el.fields["when"]; f != nil {
		r.When = f.text
	}
	if f := el.fields["unless"]; f != nil {
		r.Unless = f.text
	}
	if f := el.fields["message"]; f != nil {
		r.Message = f.text
		l.checkMessage(f)
	}
	if info := l.readScope(el.fields["over"]); info != nil && !slices.Contains(el.unit.unread, "let") {
		r.Scope = info.Scope
		l.compileRule(r, el, info)
	}
	if len(l.problems) == problems && r.when != nil && r.message != nil && l.complete(el) && !el.partial() {
		l.set.add(r)
	}
}

// unfilled matches a placeholder that only format would fill, or that no
// function here fills.
var unfilled = pattern(`%[sd]|%\.\d+f|\{[a-z_]+(\.[a-z_]+)*\}`)

// checkMessage reports a message that is empty, or that shows its placeholders.
func (l *loader) checkMessage(f *field) {
	s, ok := constant(f.value)
	if !ok {
		return
	}
	if strings.TrimSpace(s) == "" {
		l.report(f.valueStart(), "message is empty", "")
	} else if open := unfilled().FindString(s); open != "" {
		l.report(f.valueStart(), fmt.Sprintf("nothing fills %q in this text", open), `as in "… %s …".format([time.text])`)
	}
}

// complete reports whether no required field is missing.
func (l *loader) complete(el *element) bool {
	return !slices.ContainsFunc(requiredFields[el.kind], func(name string) bool { return el.fields[name] == nil })
}

func (l *loader) readID(r *Rule, f *field) {
	if f == nil {
		return
	}
	r.ID = l.stringOf(f)
	switch first := l.ids[r.ID]; {
	case r.ID == "":
	case !idForm().MatchString(r.ID):
		l.report(f.valueStart(), fmt.Sprintf("%q is not an id of the form area/name", r.ID), idHint(r.ID))
	case first != nil:
		l.report(f.valueStart(), fmt.Sprintf("the id %q is taken", r.ID),
			fmt.Sprintf("first at %s:%d:%d", first.File, first.Pos.Line, first.Pos.Column))
	default:
		l.ids[r.ID] = r
	}
}

// idHint offers the id nearest to s that has the right form.
func idHint(s string) string {
	const general = "lower case, with hyphens between words"
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r != '/' && !('a' <= r && r <= 'z') && !('0' <= r && r <= '9') })
	if id := strings.Join(words, "-"); idForm().MatchString(id) {
		return fmt.Sprintf("%s: %q", general, id)
	}
	return general
}

// readScope reads over:, a bare name or pair(name).
func (l *loader) readScope(f *field) *fact.ScopeInfo {
	if f == nil {
		return nil
	}
	name, pair := identifier(f.value), false
	if args := pairArguments(f.value); len(args) == 1 {
		name, pair = identifier(args[0]), true
	}
	if name == "" {
		l.report(f.valueStart(), "over must be the name of a scope", scopeForm(f.value))
		return nil
	}
	if pair {
		name = "pair(" + name + ")"
	}
	if info := scopeInfo(fact.Scope(name)); info != nil {
		return info
	}
	var names []string
	for _, s := range scopeTable {
		if strings.HasPrefix(string(s.Scope), "pair(") || !pair {
			names = append(names, string(s.Scope))
		}
	}
	hint := didYouMean(name, names)
	if hint == "" || scopeInfo(fact.Scope(strings.TrimSuffix(strings.TrimPrefix(name, "pair("), ")"))) != nil {
		hint = "one of " + strings.Join(names, ", ")
	}
	l.report(f.valueStart(), fmt.Sprintf("unknown scope %q", name), hint)
	return nil
}

// pairArguments returns what stands in the brackets of pair(…), or nothing.
func pairArguments(e celast.Expr) []celast.Expr {
	if e.Kind() == celast.CallKind && !e.AsCall().IsMemberFunction() && e.AsCall().FunctionName() == "pair" {
		return e.AsCall().Args()
	}
	return nil
}

// scopeForm says how to write the scope that e was meant to be.
func scopeForm(e celast.Expr) string {
	form := "%s"
	switch args := pairArguments(e); {
	case len(args) > 1:
		e, form = args[0], "pair(%s)"
	case len(args) == 1:
		e, form = args[0], "pair(%s)"
	case e.Kind() == celast.ListKind && e.AsList().Size() > 0:
		e = e.AsList().Elements()[0]
	}
	name := identifier(e)
	if s, ok := constant(e); ok {
		name = s
	}
	if scope := fmt.Sprintf(form, name); scopeInfo(fact.Scope(scope)) != nil {
		return fmt.Sprintf("one scope, without quotation marks: write over: %s", scope)
	}
	return "as in over: time, without quotation marks"
}

func identifier(e celast.Expr) string {
	if e.Kind() == celast.IdentKind {
		return e.AsIdent()
	}
	return ""
}

// choice reads a bare name that must be one of a few. It returns "" if it is
// not.
func (l *loader) choice(f *field, names []string) string {
	name := identifier(f.value)
	if slices.Contains(names, name) {
		return name
	}
	list := strings.Join(names, ", ")
	if name == "" {
		hint := "without quotation marks"
		if s, ok := constant(f.value); ok && slices.Contains(names, s) {
			hint = fmt.Sprintf("write %s: %s, without quotation marks", f.name, s)
		}
		l.report(f.valueStart(), fmt.Sprintf("%s must be one of %s", f.name, list), hint)
		return ""
	}
	hint := nearestName(f.name, name, names)
	if hint == "" {
		hint = "one of " + list
	}
	l.report(f.valueStart(), fmt.Sprintf("unknown %s %q", f.name, name), hint)
	return ""
}

// constant returns the string that e spells: a literal, or literals joined
// with "+".
func constant(e celast.Expr) (string, bool) {
	switch e.Kind() {
	case celast.LiteralKind:
		s, ok := e.AsLiteral().(types.String)
		return string(s), ok
	case celast.CallKind:
		c := e.AsCall()
		if c.FunctionName() != "_+_" || len(c.Args()) != 2 {
			return "", false
		}
		a, okA := constant(c.Args()[0])
		b, okB := constant(c.Args()[1])
		return a + b, okA && okB
	}
	return "", false
}

// stringOf reads a string, "" for an absent field.
func (l *loader) stringOf(f *field) string {
	if f == nil {
		return ""
	}
	s, ok := constant(f.value)
	if !ok {
		l.report(f.valueStart(), fmt.Sprintf("%s must be a text in quotation marks", f.name), f.quoted())
	} else if strings.TrimSpace(s) == "" {
		l.report(f.valueStart(), fmt.Sprintf("%s is empty", f.name), "")
	}
	return s
}

// quoted offers the value of f in quotation marks where it is short.
func (f *field) quoted() string {
	if s := strings.TrimSpace(f.text); isLoose(s) {
		return fmt.Sprintf("write %s: %q", f.name, s)
	}
	return ""
}

// isLoose reports whether s is a word, number or date that may have been meant
// as text.
func isLoose(s string) bool {
	if owner, _, chain := strings.Cut(s, "."); chain && nameForm().MatchString(owner) {
		return false
	}
	return s != "" && len(s) <= 40 && strings.IndexFunc(s, func(r rune) bool {
		return r > 127 || !isWordByte(byte(r)) && !strings.ContainsRune("-./", r)
	}) < 0
}

// A spelled is a string and where it stands.
type spelled struct {
	text  string
	start int
}

// strings reads a list of strings.
func (l *loader) strings(f *field) []spelled {
	if f == nil {
		return nil
	}
	message := fmt.Sprintf("%s must be a list of texts", f.name)
	if f.value.Kind() != celast.ListKind {
		hint := ""
		if s, ok := constant(f.value); ok && len(s) <= 40 {
			hint = fmt.Sprintf("write %s: [%q]", f.name, s)
		} else if isLoose(f.text) {
			hint = fmt.Sprintf("write %s: [%q]", f.name, f.text)
		}
		l.report(f.valueStart(), message, hint)
		return nil
	}
	var list []spelled
	for _, e := range f.value.AsList().Elements() {
		s, ok := constant(e)
		at := f.unit.exprStart(e)
		if !ok {
			hint := ""
			if name := identifier(e); name != "" {
				hint = fmt.Sprintf("write %q, in quotation marks", name)
			}
			l.report(at, message, hint)
			continue
		}
		if strings.TrimSpace(s) == "" {
			l.report(at, fmt.Sprintf("an element of %s is empty", f.name), "")
		}
		list = append(list, spelled{s, at})
	}
	return list
}

func (l *loader) boolean(f *field, otherwise bool) bool {
	if f == nil {
		return otherwise
	}
	if f.value.Kind() == celast.LiteralKind {
		if b, ok := f.value.AsLiteral().(types.Bool); ok {
			return bool(b)
		}
	}
	hint := ""
	switch word := strings.ToLower(strings.Trim(f.text, `"'`)); word {
	case "true", "false":
		hint = fmt.Sprintf("write %s: %s", f.name, word)
	case "yes", "on", "1":
		hint = fmt.Sprintf("write %s: true", f.name)
	case "no", "off", "0":
		hint = fmt.Sprintf("write %s: false", f.name)
	}
	l.report(f.valueStart(), fmt.Sprintf("%s must be true or false", f.name), hint)
	return otherwise
}

func (l *loader) readCases(f *field) []Case {
	if f == nil {
		return nil
	}
	if f.value.Kind() != celast.ListKind {
		l.report(f.valueStart(), "tests must be a list of Case{…}", "write tests: [Case{…}]")
		return nil
	}
	var cases []Case
	for _, e := range f.value.AsList().Elements() {
		if el := l.structure(f.unit, e, "Case"); el != nil {
			cases = append(cases, l.readCase(el))
		}
	}
	return cases
}

func (l *loader) readCase(el *element) Case {
	c := Case{
		Name:      l.stringOf(el.fields["name"]),
		Published: l.stringOf(el.fields["published"]),
		Text:      l.stringOf(el.fields["text"]),
		Almanac:   l.stringOf(el.fields["almanac"]),
		File:      l.stringOf(el.fields["file"]),
		Todo:      strings.Join(strings.Fields(l.stringOf(el.fields["todo"])), " "),
		Fires:     l.count(el.fields["fires"]),
		Pos:       l.file.position(el.start),
	}
	if c.Published != "" && !isDate(c.Published) {
		l.report(el.fields["published"].valueStart(), fmt.Sprintf("%q is not a date", c.Published), "write it as 2018-06-17")
	}
	if c.File != "" && !isRelativePath(c.File) {
		l.report(el.fields["file"].valueStart(), fmt.Sprintf("%q is not a path below the rule file's folder", c.File),
			`with "/" between folders, without "..", as in cases/two-calls.md`)
	}
	marks := 0
	if f := el.fields["text"]; f != nil {
		marks += l.checkMarks(spelled{c.Text, f.valueStart()}, true)
	}
	for _, s := range l.strings(el.fields["story"]) {
		c.Story = append(c.Story, s.text)
		marks += l.checkMarks(s, true)
	}
	for _, s := range l.strings(el.fields["sources"]) {
		c.Sources = append(c.Sources, s.text)
		l.checkMarks(s, false)
	}
	if marks > 0 && c.Fires == 0 && el.fields["fires"] != nil {
		l.report(el.start, "the case marks a finding with [[…]] but says fires: 0", "")
	}
	l.checkInput(el)
	return c
}

// checkInput reports a case that has more or less than one of the fields that
// give it its articles.
func (l *loader) checkInput(el *element) {
	var given []*field
	for _, name := range []string{"text", "story", "file"} {
		if f := el.fields[name]; f != nil {
			given = append(given, f)
		}
	}
	switch {
	case len(given) > 1:
		last := slices.MaxFunc(given, func(a, b *field) int { return a.start - b.start })
		l.report(last.start, fmt.Sprintf("a case has %s or %s, not both", given[0].name, given[1].name), "")
	case len(given) == 0:
		l.report(el.start, "Case has neither text nor story nor file", "")
	}
}

// isRelativePath reports whether s names a file below a folder, on any system.
func isRelativePath(s string) bool {
	return fs.ValidPath(s) && s != "." && !strings.ContainsAny(s, "\\:")
}

// checkMarks reports marks that do not pair up, or any where there can be
// none, and returns how many there are.
func (l *loader) checkMarks(s spelled, allowed bool) int {
	_, spans, err := Marked(s.text)
	switch {
	case err != nil:
		l.report(s.start, err.Error(), "")
	case len(spans) > 0 && !allowed:
		l.report(s.start, "a source has no findings, so no [[…]]", "")
	}
	return len(spans)
}

// isDate reports whether s is a year, a month, a day, or a day with a clock time.
func isDate(s string) bool {
	if _, err := time.Parse("2006-01-02T15:04", s); err == nil {
		return true
	}
	if !dateForm().MatchString(s) {
		return false
	}
	_, err := time.Parse(time.DateOnly, s+"-01-01"[len(s)-4:])
	return err == nil
}

// count reads an integer literal that is not negative.
func (l *loader) count(f *field) int {
	if f == nil {
		return 0
	}
	if f.value.Kind() == celast.LiteralKind {
		if n, ok := f.value.AsLiteral().(types.Int); ok && n >= 0 && n <= maxFires {
			return int(n)
		}
	}
	l.report(f.valueStart(), fmt.Sprintf("%s must be a whole number from 0 to %d", f.name, maxFires), "how many findings the rule must have, as in fires: 1")
	return 0
}

// maxFires bounds what a case can ask for.
const maxFires = 1000
