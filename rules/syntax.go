package rules

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/google/cel-go/common"
	celast "github.com/google/cel-go/common/ast"

	"factcheck/internal/isolate"
)

// A unit is one element of the rule list, parsed by itself. Parsing element by
// element instead of the whole list finds the mistakes of every element; the
// positions stay those of the file.
type unit struct {
	file   *source
	tokens []token
	start  int     // of the element, in bytes of the file
	points []int32 // byte offset in the element of each code point; nil if all are ASCII
	ranges map[int64]celast.OffsetRange
	root   celast.Expr
	unread []string // names of the fields that could not be parsed

	// What definitions with parameters put in, in the place of their calls.
	origins map[int64]*origin
	lastID  int64 // the highest of a node

	// Of a unit that was not parsed, as its rules came checked: see shippedFile.
	once   sync.Once
	source func() *unit  // returns the unit as parsed; nil if this one was
	starts map[int64]int // where some expressions begin, in bytes of the file
}

// ready fills in what parsing gives, of a unit that was not parsed.
func (u *unit) ready() {
	if u.source == nil {
		return
	}
	u.once.Do(func() {
		if p := u.source(); p != nil {
			u.start, u.tokens, u.points, u.ranges, u.root = p.start, p.tokens, p.points, p.ranges, p.root
			u.origins = p.origins
		}
	})
}

// maxUnread is how many fields of one element may fail to parse before the
// rest of it is not looked at.
const maxUnread = 8

// parse parses one piece. A field that cannot be parsed is reported, left out
// and noted in the unit, and the others are parsed without it. It returns nil
// if that does not help.
func (l *loader) parse(p piece) *unit {
	start, end := p.tokens[0].start, p.tokens[len(p.tokens)-1].end
	content := l.file.text[start:end]
	u := &unit{file: l.file, tokens: p.tokens, start: start, points: codePoints(content)}
	if failed := isolate.Catch(func() { u = l.parseInto(u, p, content) }); failed != nil {
		l.report(start, fmt.Sprintf("this cannot be read: %v", failed.Value), "")
		return nil
	}
	return u
}

// parseInto is parse for the text of the piece; it may panic.
func (l *loader) parseInto(u *unit, p piece, content string) *unit {
	lines := lineStarts(content)
	text := []rune(content)
	if !u.leaveOut(text, p.bad) {
		return nil
	}
	for range maxUnread {
		ast, issues := l.vocabulary.env.ParseSource(common.NewStringSource(string(text), l.file.name))
		if issues.Err() == nil {
			u.ranges = ast.NativeRep().SourceInfo().OffsetRanges()
			u.root = ast.NativeRep().Expr()
			return u
		}
		if !u.leaveOut(text, l.reportSyntax(u, issues.Errors(), lines)) {
			return nil
		}
	}
	return nil
}

// leaveOut blanks the fields that hold the given tokens, so that positions
// stay. It returns false if a token is in no field, or all are blank already.
func (u *unit) leaveOut(text []rune, tokens []int) bool {
	progress, done := len(tokens) == 0, 0
	for _, i := range tokens {
		if i < done {
			continue
		}
		first, last := u.fieldAround(i)
		if first < 0 || len(u.unread) == maxUnread {
			return false
		}
		done = last + 1
		if text[u.point(u.tokens[first].start)] == ' ' {
			continue // two problems in one field
		}
		progress = true
		u.unread = append(u.unread, u.tokenText(first))
		if u.tokenText(last+1) == "," {
			last++
		}
		for at := u.point(u.tokens[first].start); at < u.point(u.tokens[last].end); at++ {
			if text[at] != '\n' {
				text[at] = ' '
			}
		}
	}
	return progress
}

// fieldAround returns the first and last token of the element's own field that
// holds token i or stands just before it; -1 if there is none.
func (u *unit) fieldAround(i int) (first, last int) {
	first, last = -1, -1
	begin, depth := 2, 0
	for k := 2; k < len(u.tokens)-1; k++ {
		switch u.tokenText(k) {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		case ",":
			if depth == 0 {
				begin = k + 1
				continue
			}
		}
		if begin > i {
			break
		}
		first, last = begin, k
	}
	if i < 2 {
		return -1, -1
	}
	return first, last
}

// point returns the code point of the element that stands at a byte of the
// file.
func (u *unit) point(offset int) int {
	if u.points == nil {
		return offset - u.start
	}
	return sort.Search(len(u.points), func(i int) bool { return int(u.points[i]) >= offset-u.start })
}

// codePoints returns the byte offset of every code point of s and of its end,
// or nil if s is ASCII and they are the same.
func codePoints(s string) []int32 {
	if utf8.RuneCountInString(s) == len(s) {
		return nil
	}
	points := make([]int32, 0, len(s))
	for i := range s {
		points = append(points, int32(i))
	}
	return append(points, int32(len(s)))
}

// lineStarts returns the code point at which each line of s begins.
func lineStarts(s string) []int {
	starts := []int{0}
	n := 0
	for _, r := range s {
		if n++; r == '\n' {
			starts = append(starts, n)
		}
	}
	return starts
}

// offset returns the byte of the file at which a code point of the element
// stands.
func (u *unit) offset(point int32) int {
	switch {
	case point < 0:
		return u.start
	case u.points == nil:
		return u.start + int(point)
	case int(point) >= len(u.points):
		return u.tokens[len(u.tokens)-1].end
	}
	return u.start + int(u.points[point])
}

// nodeOffset returns the byte of the file at which the parser saw a node: its
// operator or bracket. ok is false if the node has no place.
func (u *unit) nodeOffset(id int64) (offset int, ok bool) {
	u.ready()
	r, ok := u.ranges[id]
	if !ok {
		return u.start, false
	}
	return u.offset(r.Start), true
}

// tokenAt returns the index of the token that begins at or holds a byte of the
// file.
func (u *unit) tokenAt(offset int) int {
	u.ready()
	i := sort.Search(len(u.tokens), func(i int) bool { return u.tokens[i].end > offset })
	return min(i, len(u.tokens)-1)
}

func (u *unit) tokenText(i int) string {
	if i < 0 || i >= len(u.tokens) {
		return ""
	}
	return u.file.text[u.tokens[i].start:u.tokens[i].end]
}

// nameOffset returns where to point for the node that the parser saw at
// offset: at the word before a "(", "{" or ":", at the word after a ".".
func (u *unit) nameOffset(offset int) int {
	i := u.tokenAt(offset)
	switch u.tokenText(i) {
	case "(", "{":
		if i > 0 && u.tokens[i-1].kind == tokenWord {
			return u.tokens[i-1].start
		}
	case ":":
		if i > 0 && u.tokens[i-1].kind == tokenWord {
			return u.tokens[i-1].start
		}
	case ".":
		if u.tokenText(i+1) == "?" {
			i++
		}
		if i+1 < len(u.tokens) {
			return u.tokens[i+1].start
		}
	}
	return offset
}

// selection returns where field is named in the chain a.b.c that offset is in,
// or offset if it is not.
func (u *unit) selection(offset int, field string) int {
	for i := u.tokenAt(offset); i > 0 && (u.tokens[i].kind == tokenWord || strings.Contains(".?", u.tokenText(i))); i-- {
		if u.tokenText(i) == field && u.tokenText(i-1) != "" && strings.Contains(".?", u.tokenText(i-1)) {
			return u.tokens[i].start
		}
	}
	return offset
}

// exprStart returns the byte of the file at which an expression begins.
func (u *unit) exprStart(e celast.Expr) int {
	if at, ok := u.starts[e.ID()]; ok {
		return at
	}
	first := -1
	celast.PreOrderVisit(e, celast.NewExprVisitor(func(n celast.Expr) {
		at, ok := u.nodeOffset(n.ID())
		if !ok {
			return
		}
		if i := u.tokenAt(at); (u.tokenText(i) == "(" || u.tokenText(i) == "{") && i > 0 && u.tokens[i-1].kind == tokenWord {
			at = u.tokens[i-1].start
		}
		if first < 0 || at < first {
			first = at
		}
	}))
	return max(first, u.start)
}

// fieldName returns where the name of the field stands whose ":" is the node
// id, and the text of its value.
func (u *unit) fieldName(id int64) (offset int, value string) {
	at, _ := u.nodeOffset(id)
	colon := u.tokenAt(at)
	depth := 0
	last := colon
	for i := colon + 1; i < len(u.tokens); i++ {
		t := u.tokenText(i)
		if depth == 0 && (t == "," || t == "}") {
			break
		}
		switch t {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		}
		last = i
	}
	if colon > 0 {
		at = u.tokens[colon-1].start
	}
	if colon+1 < len(u.tokens) && last > colon {
		value = u.file.text[u.tokens[colon+1].start:u.tokens[last].end]
	}
	return at, value
}

// reportSyntax reports what the parser could not read in one element: every
// misuse of a macro or literal, but only the first break of the grammar, as
// the parser's later ones mostly follow from it. It returns the tokens at
// which it found something.
func (l *loader) reportSyntax(u *unit, errs []*common.Error, lines []int) []int {
	var at []int
	grammar := false
	for _, e := range errs {
		offset := u.start
		if line := e.Location.Line(); line >= 1 && line <= len(lines) {
			offset = u.offset(int32(lines[line-1] + e.Location.Column()))
		}
		text, isGrammar := strings.CutPrefix(e.Message, "Syntax error: ")
		i := u.tokenAt(offset)
		if !isGrammar {
			message, hint := plainParse(text)
			grammar = grammar || strings.HasPrefix(text, "reserved identifier")
			l.report(u.nameOffset(offset), message, hint)
		} else if !grammar {
			grammar = true
			if wordOperator(u.tokenText(i-1)) != "" {
				i-- // the parser stumbles over what follows "not"
			}
			m := u.plainGrammar(i, text)
			l.report(u.tokens[m.at].start, m.message, m.hint)
			at = append(at, m.at)
		} else {
			continue
		}
		at = append(at, i)
	}
	return at
}

var reservedWord = pattern(`^reserved identifier: (\w+)$`)

// plainParse puts what cel-go says of a well-formed but misused element in
// plain words.
func plainParse(message string) (string, string) {
	if m := reservedWord().FindStringSubmatch(message); m != nil {
		hint := "choose another name"
		if m[1] == "if" || m[1] == "else" {
			hint = "write condition ? value : otherwise"
		}
		return fmt.Sprintf("%q is a reserved word", m[1]), hint
	}
	switch {
	case strings.Contains(message, "recursion"):
		return "the expression is nested too deeply", "name parts of it with let"
	case strings.Contains(message, "expression count exceeds"):
		return "the rule is too large", "split it"
	case message == "invalid argument to has() macro":
		return "has() asks for a field", "as in has(time.date)"
	case strings.Contains(message, "simple name"), strings.Contains(message, "simple identifier"), strings.Contains(message, "not an identifier"):
		return "this must be a plain name, without quotation marks", "as in list.exists(x, x.valid)"
	}
	return message, ""
}

// A misreading is what is wrong at a token.
type misreading struct {
	at            int
	message, hint string
}

// plainGrammar explains a break of the grammar at token i from the tokens
// around it.
func (u *unit) plainGrammar(i int, message string) misreading {
	text, before := u.tokenText(i), u.tokenText(i-1)
	if u.tokens[i].kind == tokenString && strings.HasPrefix(message, "token recognition error") {
		return misreading{i, fmt.Sprintf("the string %s has an escape that CEL does not know", quoteToken(text)), `write \\ for a backslash`}
	}
	if hint := wordOperator(text); hint != "" {
		if text == "not" && u.tokenText(i+1) == "in" {
			hint = "write !(x in list)"
		}
		return misreading{i, fmt.Sprintf("unexpected %s", quoteToken(text)), hint}
	}
	for _, explain := range []func(int) *misreading{u.plainField, u.plainOperator, u.plainList, u.plainMissing} {
		if m := explain(i); m != nil {
			return *m
		}
	}
	if i == 0 {
		return misreading{i, fmt.Sprintf("unexpected %s", quoteToken(text)), ""}
	}
	hint := ""
	if before != "" && text == "." && '0' <= before[0] && before[0] <= '9' {
		hint = "text needs quotation marks"
	}
	return misreading{i, fmt.Sprintf("unexpected %s after %s", quoteToken(text), quoteToken(before)), hint}
}

// plainField explains fields without a value or with a wrong name.
func (u *unit) plainField(i int) *misreading {
	text, before, after := u.tokenText(i), u.tokenText(i-1), u.tokenText(i+1)
	switch {
	case u.tokens[i].kind == tokenString && after == ":":
		return &misreading{i, fmt.Sprintf("unexpected %s", quoteToken(text)), "the name of a field has no quotation marks"}
	case text == "in" && after == ":":
		return &misreading{i, `"in" cannot be the name of a field`, ""}
	case before == ":" && (text == "," || text == "}"):
		return &misreading{i - 2, fmt.Sprintf("%s has no value", quoteToken(u.tokenText(i-2))), ""}
	case u.tokenText(i-2) == "{" && u.isWord(i-1) && u.isWord(i-3) && text != ":":
		return &misreading{i - 1, fmt.Sprintf("the fields of %s need names", u.tokenText(i-3)), "as in Note{at: time.at, message: \"…\"}"}
	}
	return nil
}

// plainOperator explains operators without a right side, and those of other
// languages.
func (u *unit) plainOperator(i int) *misreading {
	text, before := u.tokenText(i), u.tokenText(i-1)
	if text == ">" && before == "<" {
		return &misreading{i - 1, `unexpected "<>"`, `write "!="`}
	}
	if slices.Contains(operatorMarks, before) && !u.beginsValue(i) && !slices.Contains([]string{"(", "[", "{", "-", "!", "."}, text) {
		return &misreading{i - 1, fmt.Sprintf("something is missing after %q", before), ""}
	}
	if text != "," && text != "}" && text != ")" && text != "]" {
		return nil
	}
	depth := 0
	for k := i - 1; k > 0; k-- {
		switch t := u.tokenText(k); {
		case t == ")" || t == "]" || t == "}":
			depth++
		case t == "(" || t == "[" || t == "{":
			if depth--; depth < 0 {
				return nil
			}
		case depth == 0 && (t == "," || t == ":"):
			return nil
		case depth == 0 && t == "?" && u.tokenText(k-1) != ".":
			return &misreading{k, `"?" has no ":"`, "write condition ? value : otherwise"}
		}
	}
	return nil
}

// operatorMarks are the operators that need something on their right.
var operatorMarks = []string{"&&", "||", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "!", "?"}

// plainList explains lists in the wrong brackets or in none.
func (u *unit) plainList(i int) *misreading {
	text, before := u.tokenText(i), u.tokenText(i-1)
	const hint = `a list is in square brackets, as in ["a", "b"]`
	if before == "," && u.tokens[i-2].kind == tokenString && u.tokenText(i-3) == "in" {
		return &misreading{i - 2, "unexpected list", hint}
	}
	if text == "," && u.tokenText(i-2) == "(" && u.tokenText(i-3) == "in" {
		return &misreading{i - 2, `unexpected "("`, hint}
	}
	if (text == "," || text == "}") && u.tokenText(i-2) == "{" && !u.isWord(i-3) {
		return &misreading{i - 2, `unexpected "{"`, hint}
	}
	return nil
}

// plainMissing explains two values that stand side by side.
func (u *unit) plainMissing(i int) *misreading {
	if i == 0 || !u.endsValue(i-1) || !u.beginsValue(i) {
		return nil
	}
	text, before := u.tokenText(i), u.tokenText(i-1)
	switch {
	case u.tokenText(i+1) == ":":
		return &misreading{i, fmt.Sprintf("missing \",\" before %s", quoteToken(text)), ""}
	case u.isWord(i) && u.isWord(i-1) && u.beginsValue(i+1):
		return &misreading{i, fmt.Sprintf("missing \".\" before %s", quoteToken(text)), fmt.Sprintf("write .%s(%s)", text, u.tokenText(i+1))}
	case u.isWord(i-1) && u.tokenText(i-2) == "." && u.tokens[i].kind == tokenString:
		return &misreading{i - 1, fmt.Sprintf("missing \"(\" after %s", quoteToken(before)), fmt.Sprintf("write .%s(%s)", before, text)}
	case u.tokens[i].start == u.tokens[i-1].end && (u.tokens[i].kind == tokenString || u.tokens[i-1].kind == tokenString):
		return &misreading{i, fmt.Sprintf("unexpected %s after %s", quoteToken(text), quoteToken(before)),
			`a quotation mark inside a text needs a \ before it`}
	}
	return &misreading{i, fmt.Sprintf("missing \",\" or operator before %s", quoteToken(text)), ""}
}

func (u *unit) isWord(i int) bool { return i >= 0 && u.tokens[i].kind == tokenWord }

// wordOperator returns a hint if word is an operator of other languages.
func wordOperator(word string) string {
	operator := map[string]string{"and": "&&", "or": "||", "not": "!", "is": "=="}[strings.ToLower(word)]
	if operator == "" {
		return ""
	}
	return fmt.Sprintf("write %q instead of %q", operator, word)
}

func (u *unit) endsValue(i int) bool {
	return u.tokens[i].kind != tokenMark && u.tokenText(i) != "in" || slices.Contains([]string{")", "]", "}"}, u.tokenText(i))
}

func (u *unit) beginsValue(i int) bool {
	return i < len(u.tokens) && u.tokens[i].kind != tokenMark && u.tokenText(i) != "in"
}
