package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A token is one lexical element of a rule file; white space and comments
// make none.
type token struct {
	kind       tokenKind
	start, end int // bytes of the file
}

type tokenKind uint8

const (
	tokenWord     tokenKind = iota + 1 // identifiers, keywords and numbers
	tokenString                        // strings and bytes, with prefix and quotes
	tokenUnclosed                      // a string without its closing quote
	tokenMark                          // operators and punctuation
	tokenBad                           // what CEL has no use for
)

// scan splits text into tokens as CEL's grammar does.
func scan(text string) []token {
	var tokens []token
	for i := 0; i < len(text); {
		if n := skipped(text[i:]); n > 0 {
			i += n
			continue
		}
		kind, n := lex(text[i:])
		tokens = append(tokens, token{kind, i, i + n})
		i += n
	}
	return tokens
}

// skipped returns the length of the space or comment that s begins with.
func skipped(s string) int {
	switch {
	case strings.IndexByte(" \t\r\n\f", s[0]) >= 0:
		return 1
	case strings.HasPrefix(s, "//"):
		if n := strings.IndexByte(s, '\n'); n >= 0 {
			return n
		}
		return len(s)
	}
	return 0
}

// marks are CEL's operators and punctuation, the longer ones first.
var marks = []string{
	"==", "!=", "<=", ">=", "&&", "||",
	"(", ")", "[", "]", "{", "}", ",", ":", ".", "?", "!", "<", ">", "+", "-", "*", "/", "%",
}

// lex returns the kind and length of the token that s begins with.
func lex(s string) (tokenKind, int) {
	n := 0
	for n < len(s) && isWordByte(s[n]) {
		n++
	}
	if n < len(s) && (s[n] == '"' || s[n] == '\'') {
		if n == 0 || isStringPrefix(s[:n]) {
			return lexString(s, n, strings.ContainsAny(s[:n], "rR"))
		}
	}
	if n > 0 {
		return tokenWord, n
	}
	if s[0] == '`' {
		if n := strings.IndexAny(s[1:], "`\n"); n > 0 && s[1+n] == '`' {
			return tokenWord, n + 2
		}
	}
	for _, m := range marks {
		if strings.HasPrefix(s, m) {
			return tokenMark, len(m)
		}
	}
	_, n = utf8.DecodeRuneInString(s)
	return tokenBad, n
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// isWord reports whether s can be the name of a variable or function,
// qualified or not.
func isWord(s string) bool {
	for i := range len(s) {
		if !isWordByte(s[i]) && s[i] != '.' {
			return false
		}
	}
	return s != "" && s[0] > '9'
}

func isStringPrefix(s string) bool {
	switch strings.ToLower(s) {
	case "r", "b", "br":
		return true
	}
	return false
}

// lexString reads the string whose opening quote is at s[at].
func lexString(s string, at int, raw bool) (tokenKind, int) {
	quote := s[at : at+1]
	triple := strings.HasPrefix(s[at:], strings.Repeat(quote, 3))
	if triple {
		quote = strings.Repeat(quote, 3)
	}
	for i := at + len(quote); i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], quote):
			return tokenString, i + len(quote)
		case !raw && s[i] == '\\':
			i++
		case !triple && (s[i] == '\n' || s[i] == '\r'):
			return tokenUnclosed, i
		}
	}
	return tokenUnclosed, len(s)
}

// A piece is one element of the rule list: the tokens of a Rule{…} or
// Define{…}.
type piece struct {
	tokens []token
	bad    []int // indices of tokens that are reported and that no parser can read
	broken bool  // a problem was reported that parsing would only repeat
}

// Bounds on one rule, which hold before the parser sees it: how deeply brackets
// may nest, how many operators and calls may follow each other without "&&",
// "||" or a comma, and how many operators and brackets there may be in all. The
// longest rule that ships has 692 tokens and 9 operators in a row. The parser
// itself builds its whole tree first, and then refuses more than some 250
// operators; the type checker's time grows with the square of a list of lists.
const (
	maxDepth = 60
	maxRow   = 1000
	maxMarks = 4000
)

// A splitter cuts a rule file into the elements of its list, by brackets
// alone, so that a mistake in one element hides nothing of the others.
type splitter struct {
	file   *source
	tokens []token
	next   int
	pieces []piece
	lost   bool // a string is not closed, so brackets no longer pair
	report func(offset int, message, hint string)
}

// split reads "[" element ("," element)* ","? "]".
func (s *splitter) split() {
	opened := s.at("[")
	if opened {
		s.next++
	} else {
		s.report(s.offset(), "a rule file is a list", `begin it with "[" and end it with "]"`)
	}
	for needComma := false; ; {
		switch {
		case s.next == len(s.tokens):
			if opened && !s.lost {
				s.report(s.offset(), "the list of rules is not closed", `end it with "]"`)
			}
			return
		case s.at("]"):
			s.next++
			if s.next < len(s.tokens) {
				s.report(s.offset(), fmt.Sprintf("unexpected %s after the list of rules", s.quoted()), "")
			}
			return
		case s.at(",") && needComma:
			s.next++
			needComma = false
		case s.atElement():
			if needComma {
				s.report(s.offset(), fmt.Sprintf("missing \",\" before %s", s.text(s.next)), "")
			}
			needComma = s.element()
		default:
			s.report(s.offset(), fmt.Sprintf("expected Rule{…} or Define{…}, found %s", s.quoted()), s.elementHint())
			s.resync()
			needComma = false
		}
	}
}

// element takes the tokens up to the bracket that closes the element. It
// reports whether there was one.
func (s *splitter) element() (closed bool) {
	p := piece{}
	first := s.next
	s.lost = false
	problem := func(at int, message, hint string) {
		if !s.lost {
			s.report(s.tokens[at].start, message, hint)
		}
		p.broken = true
	}
	open := []int{first + 1} // indices of the brackets not yet closed
	s.next += 2
	bad := -1        // the last bad character reported, one a line
	rows := []int{0} // operators in a row, for each open bracket
	marks, long := 0, false
	for deep := false; len(open) > 0; s.next++ {
		if s.next == len(s.tokens) || s.atNewElement() {
			problem(open[len(open)-1], fmt.Sprintf("%s is not closed", s.opener(open[len(open)-1])), "")
			break
		}
		t := s.tokens[s.next]
		rows = s.inRow(rows, len(open))
		if s.operates() {
			marks++
		}
		switch {
		case long:
		case marks > maxMarks:
			problem(s.next, fmt.Sprintf("%s has more than %d operators and brackets", s.text(first), maxMarks), "split it")
			long = true
		case rows[len(rows)-1] > maxRow:
			problem(s.next, fmt.Sprintf("nested too deeply: more than %d operators in a row", maxRow), "name parts of it with let")
			long = true
		}
		switch text := s.text(s.next); {
		case t.kind == tokenUnclosed:
			problem(s.next, "the string is not closed", s.stringHint())
			s.lost = true
		case t.kind == tokenBad:
			p.bad = append(p.bad, s.next-first)
			if !s.sameLine(bad, s.next) && !s.lost {
				message, hint := s.badCharacter(open)
				s.report(t.start, message, hint)
			}
			bad = s.next
		case t.kind != tokenMark:
		case strings.Contains("([{", text):
			open = append(open, s.next)
			if len(open) > maxDepth && !deep {
				problem(s.next, fmt.Sprintf("nested more than %d deep", maxDepth), "name parts of it with let")
				deep = true
			}
		case strings.Contains(")]}", text):
			open = s.closing(open, text, problem)
		}
	}
	p.tokens = s.tokens[first:s.next]
	s.pieces = append(s.pieces, p)
	return len(open) == 0
}

// operates reports whether the next token is an operator or a bracket. Signs
// before a value nest nothing.
func (s *splitter) operates() bool {
	switch s.text(s.next) {
	case ",", ":", "!", "-":
		return false
	case "in":
		return true
	}
	return s.tokens[s.next].kind == tokenMark
}

// closes reports whether token i is a closing bracket.
func (s *splitter) closes(i int) bool { return strings.Contains(")]}", s.text(i)) }

// inRow counts the next token among the operators in a row, one count for each
// open bracket.
func (s *splitter) inRow(rows []int, open int) []int {
	for len(rows) < open {
		rows = append(rows, 0)
	}
	rows = rows[:open]
	if s.tokens[s.next].kind != tokenMark && !s.at("in") {
		return rows
	}
	switch s.text(s.next) {
	case ",", ":", "?", "&&", "||":
		rows[open-1] = 0
	case ")", "]", "}", "!":
	case "-":
		if s.tokens[s.next-1].kind != tokenMark || s.closes(s.next-1) { // no sign
			rows[open-1]++
		}
	default:
		rows[open-1]++
	}
	return rows
}

// closing takes the bracket that text closes off open, and reports those left
// open in between.
func (s *splitter) closing(open []int, text string, problem func(int, string, string)) []int {
	want := map[string]string{")": "(", "]": "[", "}": "{"}[text]
	match := len(open) - 1
	for match >= 0 && s.text(open[match]) != want {
		match--
	}
	if match < 0 {
		problem(s.next, fmt.Sprintf("unexpected %q", text), "")
		return open
	}
	for _, i := range open[match+1:] {
		problem(i, fmt.Sprintf("%s is not closed", s.opener(i)), "")
	}
	return open[:match]
}

// opener names the bracket at token i for a message.
func (s *splitter) opener(i int) string {
	if s.text(i) == "{" && i > 0 && s.tokens[i-1].kind == tokenWord {
		return s.text(i-1) + "{"
	}
	return fmt.Sprintf("%q", s.text(i))
}

// resync skips to the next element or to the end of the list.
func (s *splitter) resync() {
	for s.next++; s.next < len(s.tokens); s.next++ {
		if s.atNewElement() || s.at("]") && s.next == len(s.tokens)-1 {
			return
		}
	}
}

// atElement reports whether a struct begins here.
func (s *splitter) atElement() bool {
	return s.next+1 < len(s.tokens) && s.tokens[s.next].kind == tokenWord && s.text(s.next+1) == "{"
}

// atNewElement reports whether a rule or definition begins here, which can
// only be an element of the list.
func (s *splitter) atNewElement() bool {
	word := s.text(s.next)
	return (word == "Rule" || word == "Define") && s.atElement()
}

// sameLine reports whether tokens i and j are on one line; no token is on the
// line of token -1.
func (s *splitter) sameLine(i, j int) bool {
	return i >= 0 && !strings.Contains(s.file.text[s.tokens[i].start:s.tokens[j].start], "\n")
}

func (s *splitter) at(mark string) bool {
	return s.next < len(s.tokens) && s.text(s.next) == mark
}

func (s *splitter) text(i int) string { return s.file.text[s.tokens[i].start:s.tokens[i].end] }

func (s *splitter) quoted() string { return quoteToken(s.text(s.next)) }

// offset returns where the next token begins, or where the file ends.
func (s *splitter) offset() int {
	if s.next < len(s.tokens) {
		return s.tokens[s.next].start
	}
	if len(s.tokens) > 0 {
		return s.tokens[len(s.tokens)-1].end
	}
	return len(s.file.text)
}

// elementHint says how to write what stands where an element should.
func (s *splitter) elementHint() string {
	word := s.text(s.next)
	if s.next+1 < len(s.tokens) && s.text(s.next+1) == "(" && (word == "Rule" || word == "Define") {
		return fmt.Sprintf("write %s{…}, with braces", word)
	}
	if word == "{" {
		return `write Rule before "{"`
	}
	return ""
}

// stringHint says how to write the text that the next token begins and does
// not end.
func (s *splitter) stringHint() string {
	for i := s.next - 1; i > 0 && s.sameLine(i, s.next); i-- {
		if s.tokens[i].kind == tokenString && s.tokens[i+1].kind == tokenWord && s.tokens[i].end == s.tokens[i+1].start {
			return fmt.Sprintf(`write the text that begins with %s in "…"`, quoteToken(s.text(i)))
		}
	}
	if strings.HasPrefix(s.text(s.next), `"""`) || strings.HasPrefix(s.text(s.next), "'''") {
		return ""
	}
	return `end it on its line; a text of several lines stands between """ and """`
}

// badCharacter explains the next token, a character that CEL has no use for,
// inside the brackets that are open.
func (s *splitter) badCharacter(open []int) (message, hint string) {
	c, i := s.text(s.next), s.next
	joined := func(a, b int) bool { return s.tokens[a].end == s.tokens[b].start }
	switch before := s.text(i - 1); {
	case c != "=":
		return badCharacter(c)
	case joined(i-1, i) && (before == "==" || before == "!="):
		return fmt.Sprintf("unexpected %q", before+"="), fmt.Sprintf("write %q", before)
	case i+1 < len(s.tokens) && joined(i, i+1) && s.text(i+1) == "<":
		return `unexpected "=<"`, `write "<="`
	case i+1 < len(s.tokens) && joined(i, i+1) && s.text(i+1) == ">":
		return `unexpected "=>"`, `write ">="; a loop is list.exists(x, condition)`
	}
	if n := len(open); s.text(open[n-1]) == "{" && s.tokens[i-1].kind != tokenMark && (i-2 == open[n-1] || s.text(i-2) == ",") {
		return `single "="`, fmt.Sprintf("write %s: and then the value", s.text(i-1))
	}
	return badCharacter(c)
}

// badCharacter explains a character that CEL has no use for.
func badCharacter(c string) (message, hint string) {
	switch c {
	case "=":
		return `single "="`, `compare with "=="`
	case "&":
		return `single "&"`, `write "&&"`
	case "|":
		return `single "|"`, `write "||"`
	case "“", "”", "„", "‘", "’", "«", "»":
		return fmt.Sprintf("unexpected %s", c), "quote with straight quotation marks"
	case ";":
		return `unexpected ";"`, `separate with ","`
	case "#":
		return `unexpected "#"`, `a comment begins with "//"`
	}
	return fmt.Sprintf("unexpected character %q", c), ""
}

// quoteToken quotes a token for a message, cut short if it is long.
func quoteToken(s string) string {
	const longest = 24
	if utf8.RuneCountInString(s) > longest {
		s = string([]rune(s)[:longest]) + "…"
	}
	if strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "'") {
		return strings.ReplaceAll(s, "\n", " ")
	}
	return `"` + strings.ReplaceAll(s, "\n", " ") + `"`
}
