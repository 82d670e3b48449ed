package rules

import (
	"regexp"
	"slices"
	"strings"
)

// A lexeme is a token or a comment, and how it stands in its file.
type lexeme struct {
	kind   tokenKind
	text   string
	breaks int // line breaks before it: 0, 1, or 2 for a blank line

	depth  int    // brackets open around it; an opening and a closing one stand outside of what they enclose
	spaced bool   // a blank parts it from what stands before it on its line
	rank   rank   // how well a line breaks before it
	field  string // of a text, the field that it is the value of
	parts  bool   // a text that may be cut in parts
}

// A rank says how well a line breaks before a lexeme; the lower the better, 0 not
// at all.
type rank uint8

const (
	rankItem    rank = iota + 1 // behind a comma
	rankList                    // behind [
	rankTernary                 // before ? and :
	rankOr
	rankAnd
	rankCompare
	rankSum
	rankInside // behind ( and {
	rankText   // a text is cut
	rankMember // before .f()
	rankValue  // behind the name of a field
)

// tokenComment is the kind of a comment, of which scan makes no token.
const tokenComment tokenKind = 100

// lexemes reads a rule file that the parser reads.
func lexemes(text string) []lexeme {
	var list []lexeme
	breaks := 0
	add := func(kind tokenKind, s string) {
		list = append(list, lexeme{kind: kind, text: s, breaks: min(breaks, 2)})
		breaks = 0
	}
	for i := 0; i < len(text); {
		n := skipped(text[i:])
		switch {
		case n > 0 && text[i] == '\n':
			breaks++
		case n > 1:
			add(tokenComment, strings.TrimRight(text[i:i+n], " \t\r"))
		case n == 0:
			var kind tokenKind
			kind, n = lex(text[i:])
			add(kind, text[i:i+n])
		}
		i += n
	}
	mark(list)
	return list
}

// A bracket is one that is open.
type bracket struct {
	padded   bool // blanks stand inside it
	ternary  int  // how many ? wait for their :
	contents bool // something stands in it
}

// A marker tells the lexemes of a file from each other by what stands around
// them. before is the token before the next one.
type marker struct {
	list   []lexeme
	open   []bracket
	before lexeme
	unary  bool   // before is a sign, not an operator
	field  string // the last name before a colon
}

// mark fills in how the lexemes of a file stand.
func mark(list []lexeme) {
	m := &marker{list: list, open: []bracket{{}}}
	for i := range list {
		if list[i].kind == tokenComment {
			list[i].depth = len(m.open) - 1
			continue
		}
		m.token(i)
	}
}

// top is the innermost open bracket.
func (m *marker) top() *bracket { return &m.open[len(m.open)-1] }

func (m *marker) token(i int) {
	x := &m.list[i]
	closing := x.is(")", "]", "}")
	padded := m.top().padded && m.top().contents
	if closing && len(m.open) > 1 {
		m.open = m.open[:len(m.open)-1]
	}
	x.depth = len(m.open) - 1
	unary := m.prefix(x)
	x.spaced = m.spaces(x, unary)
	x.rank = m.ranks(i, unary)
	switch {
	case closing:
		x.spaced = x.text == "}" && padded
	case x.is("(", "[", "{"):
		m.open = append(m.open, bracket{padded: m.pads(x)})
	case x.text == "?" && !unary && m.before.text != ".":
		m.top().ternary++
	case x.text == ":" && m.top().ternary > 0:
		m.top().ternary--
	case x.text == ":":
		m.field = m.before.text
	case x.kind == tokenString:
		x.field = m.field
		x.parts = m.parts(i)
	}
	if m.element(i) {
		x.breaks = max(x.breaks, 1)
	}
	if !x.is("(", "[", "{") {
		m.top().contents = true
	}
	m.before, m.unary = *x, unary
}

// is reports whether the lexeme is one of some marks or words.
func (x *lexeme) is(texts ...string) bool {
	return x.kind != tokenString && x.kind != tokenComment && slices.Contains(texts, x.text)
}

// ends reports whether a value ends with the lexeme.
func (x *lexeme) ends() bool {
	return x.kind == tokenString || x.kind == tokenWord && x.text != "in" || x.is(")", "]", "}")
}

// prefix reports whether x is a sign before a value, or the mark of an optional
// element or field.
func (m *marker) prefix(x *lexeme) bool {
	switch x.text {
	case "!":
		return x.kind == tokenMark
	case "-", "?":
		return x.kind == tokenMark && !m.before.ends()
	}
	return false
}

// pads reports whether blanks stand inside the brackets that x opens: those of an
// element of the file and of a map.
func (m *marker) pads(x *lexeme) bool {
	return x.text == "{" && (m.before.kind != tokenWord || m.before.is("Rule", "Define", "Case", "in"))
}

// element reports whether an element of a list of elements begins at lexeme i.
func (m *marker) element(i int) bool {
	return m.list[i].is("Rule", "Define", "Case") && i+1 < len(m.list) && m.list[i+1].text == "{" && m.before.is(",", "[")
}

// spaces reports whether a blank parts x, which closes no bracket, from the token
// before it.
func (m *marker) spaces(x *lexeme, unary bool) bool {
	switch {
	case m.before.kind == 0, m.unary, x.is(",", "."), m.before.is("(", "[", "."), x.text == "?" && unary && m.before.text == ".":
		return false
	case m.before.is("{"):
		return m.top().padded
	case x.is("(", "["):
		return !m.before.ends()
	case x.is("{"):
		return m.before.kind != tokenWord || m.before.is("in")
	case x.is(":"):
		return m.top().ternary > 0
	}
	return true
}

var ranks = map[string]rank{
	"?": rankTernary, "||": rankOr, "&&": rankAnd, "+": rankSum, "-": rankSum,
	"==": rankCompare, "!=": rankCompare, "<": rankCompare, "<=": rankCompare, ">": rankCompare, ">=": rankCompare, "in": rankCompare,
}

// ranks returns how well a line breaks before lexeme i.
func (m *marker) ranks(i int, unary bool) rank {
	x := &m.list[i]
	switch {
	case x.is(")", "]", "}", ","), m.unary:
		return 0
	case m.before.is(","):
		return rankItem
	case m.before.is("(", "[", "{"):
		return m.inside(x)
	case m.before.is(":") && m.top().ternary == 0 && !x.is("(", "[", "{"):
		return rankValue
	case x.is(":") && m.top().ternary > 0:
		return rankTernary
	case x.is(".") && m.before.kind != tokenString && i+2 < len(m.list) && m.list[i+2].text == "(":
		return rankMember
	case x.kind == tokenString || unary:
		return 0
	}
	return ranks[x.text]
}

// inside is ranks for what stands first in brackets; two brackets stay together.
func (m *marker) inside(x *lexeme) rank {
	switch {
	case x.is("(", "[", "{"):
		return 0
	case m.before.is("["):
		return rankList
	}
	return rankInside
}

// parts reports whether lexeme i is a plain text that may be cut in parts which
// "+" joins.
func (m *marker) parts(i int) bool {
	s := m.list[i].text
	if !strings.HasPrefix(s, `"`) || strings.HasPrefix(s, `"""`) || i+1 == len(m.list) {
		return false
	}
	after := &m.list[i+1]
	return m.before.is(":", ",", "[", "+", "?") && (after.is(",", "}", "]", ")", "+") || after.is(":") && m.top().ternary > 0)
}

// sectionForm is a comment that begins a section.
var sectionForm = regexp.MustCompile(`^// -{2,} (.+?) -{2,}$`)

const contentsHead = "// Contents:"

// withContents returns the lexemes of a file with a list of its sections before
// its first bracket, if it has any: a section begins with a comment of the form
// “// ---- Title ----” inside the list of rules.
func withContents(list []lexeme) []lexeme {
	head := slices.IndexFunc(list, func(x lexeme) bool { return x.kind != tokenComment })
	if head < 0 {
		return list
	}
	lines := contents(list[head:])
	if len(lines) == 0 {
		return list
	}
	before := withoutContents(list[:head])
	comment := func(s string) lexeme { return lexeme{kind: tokenComment, text: s, breaks: 1} }
	if len(before) > 0 && before[len(before)-1].text != "//" {
		before = append(before, comment("//"))
	}
	before = append(before, comment(contentsHead))
	for _, s := range lines {
		before = append(before, comment(s))
	}
	list[head].breaks = 1
	return append(before, list[head:]...)
}

// withoutContents returns the comments at the head of a file but for the list of
// sections.
func withoutContents(list []lexeme) []lexeme {
	var out []lexeme
	inside := false
	for _, x := range list {
		inside = x.text == contentsHead || inside && strings.HasPrefix(x.text, "//  ")
		if !inside {
			out = append(out, x)
		}
	}
	return out
}

// contents returns the lines that list the sections of a file with the ids of
// their rules.
func contents(list []lexeme) []string {
	var lines []string
	var ids []string
	section := ""
	flush := func() {
		if section != "" {
			lines = append(lines, wrap("//   "+section+": "+strings.Join(ids, ", "), "//     ", lineWidth)...)
		}
		ids = nil
	}
	for i, x := range list {
		if m := sectionForm.FindStringSubmatch(x.text); m != nil && x.kind == tokenComment {
			flush()
			section = m[1]
		}
		if x.kind == tokenString && x.depth == 2 && i > 1 && list[i-2].text == "id" {
			ids = append(ids, strings.Trim(x.text, `"'`))
		}
	}
	flush()
	return lines
}
