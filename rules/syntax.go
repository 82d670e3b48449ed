package rules

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/google/cel-go/common"
	celast "github.com/google/cel-go/common/ast"
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
}

// parse parses one piece, or reports why it cannot. It returns nil if the
// piece is not a valid expression.
func (l *loader) parse(p piece) (u *unit) {
	start, end := p.tokens[0].start, p.tokens[len(p.tokens)-1].end
	content := l.file.text[start:end]
	u = &unit{file: l.file, tokens: p.tokens, start: start, points: codePoints(content)}
	defer func() {
		if r := recover(); r != nil {
			l.report(start, fmt.Sprintf("this cannot be read: %v", r), "")
			u = nil
		}
	}()
	ast, issues := l.vocabulary.env.ParseSource(common.NewStringSource(content, l.file.name))
	if issues.Err() != nil {
		l.reportSyntax(u, issues.Errors(), lineStarts(content))
		return nil
	}
	u.ranges = ast.NativeRep().SourceInfo().OffsetRanges()
	u.root = ast.NativeRep().Expr()
	return u
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
	r, ok := u.ranges[id]
	if !ok {
		return u.start, false
	}
	return u.offset(r.Start), true
}

// tokenAt returns the index of the token that begins at or holds a byte of the
// file.
func (u *unit) tokenAt(offset int) int {
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
// offset: at the word before a "(" or "{", at the word after a ".".
func (u *unit) nameOffset(offset int) int {
	i := u.tokenAt(offset)
	switch u.tokenText(i) {
	case "(", "{":
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
// the parser's later ones mostly follow from it.
func (l *loader) reportSyntax(u *unit, errs []*common.Error, lines []int) {
	grammar := false
	for _, e := range errs {
		at := u.start
		if line := e.Location.Line(); line >= 1 && line <= len(lines) {
			at = u.offset(int32(lines[line-1] + e.Location.Column()))
		}
		text, isGrammar := strings.CutPrefix(e.Message, "Syntax error: ")
		if !isGrammar {
			message, hint := plainParse(text)
			l.report(u.nameOffset(at), message, hint)
		} else if !grammar {
			grammar = true
			i := u.tokenAt(at)
			if wordOperator(u.tokenText(i-1)) != "" {
				i-- // the parser stumbles over what follows "not"
			}
			message, hint := u.plainGrammar(i, text)
			l.report(u.tokens[i].start, message, hint)
		}
	}
}

var reservedWord = regexp.MustCompile(`^reserved identifier: (\w+)$`)

// plainParse puts what cel-go says of a well-formed but misused element in
// plain words.
func plainParse(message string) (string, string) {
	if m := reservedWord.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%q is a reserved word", m[1]), "choose another name"
	}
	if strings.Contains(message, "recursion") {
		return "the expression is nested too deeply", "name parts of it with let"
	}
	if strings.Contains(message, "expression count exceeds") {
		return "the rule is too large", "split it"
	}
	if message == "invalid argument to has() macro" {
		return "has() asks for a field", "as in has(time.date)"
	}
	return message, ""
}

// plainGrammar explains a break of the grammar at token i from the tokens
// around it.
func (u *unit) plainGrammar(i int, message string) (string, string) {
	text, before, after := u.tokenText(i), u.tokenText(i-1), u.tokenText(i+1)
	if u.tokens[i].kind == tokenString && strings.HasPrefix(message, "token recognition error") {
		return fmt.Sprintf("the string %s has an escape that CEL does not know", quoteToken(text)), `write \\ for a backslash`
	}
	if hint := wordOperator(text); hint != "" {
		return fmt.Sprintf("unexpected %s", quoteToken(text)), hint
	}
	if u.tokens[i].kind == tokenString && after == ":" {
		return fmt.Sprintf("unexpected %s", quoteToken(text)), "the name of a field has no quotation marks"
	}
	if reserved := "mismatched input"; strings.HasPrefix(message, reserved) && text == "in" && after == ":" {
		return `"in" cannot be the name of a field`, ""
	}
	if i > 0 && u.endsValue(i-1) && u.beginsValue(i) {
		if after == ":" {
			return fmt.Sprintf("missing \",\" before %s", quoteToken(text)), ""
		}
		return fmt.Sprintf("missing \",\" or operator before %s", quoteToken(text)), ""
	}
	if i == 0 {
		return fmt.Sprintf("unexpected %s", quoteToken(text)), ""
	}
	return fmt.Sprintf("unexpected %s after %s", quoteToken(text), quoteToken(before)), ""
}

// wordOperator returns a hint if word is an operator of other languages.
func wordOperator(word string) string {
	operator := map[string]string{"and": "&&", "or": "||", "not": "!"}[strings.ToLower(word)]
	if operator == "" {
		return ""
	}
	return fmt.Sprintf("write %q instead of %q", operator, word)
}

func (u *unit) endsValue(i int) bool {
	return u.tokens[i].kind != tokenMark && u.tokenText(i) != "in" || slices.Contains([]string{")", "]", "}"}, u.tokenText(i))
}

func (u *unit) beginsValue(i int) bool {
	return u.tokens[i].kind != tokenMark && u.tokenText(i) != "in"
}
