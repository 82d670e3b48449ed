package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	lineWidth = 120 // code points of a line
	indented  = 2   // blanks for each bracket
)

// layOut writes lexemes in lines. A line ends where the author ended one, or where
// it would be too long: behind the last comma or before the last operator that
// fits, of those with the fewest brackets around them.
func layOut(list []lexeme) string {
	l := &layout{}
	for start := 0; start < len(list); {
		end := start + 1
		for end < len(list) && list[end].breaks == 0 {
			end++
		}
		if start > 0 && list[start].breaks > 1 && !list[start-1].is("[", "{", "(") {
			l.out.WriteByte('\n')
		}
		l.line(list[start:end])
		start = end
	}
	return l.out.String()
}

// A layout is a text that grows line by line.
type layout struct {
	out    strings.Builder
	open   []int  // of each open bracket, the indent of the line that it stands on
	before lexeme // the last token
}

// line writes lexemes as one line, or as several if they are too long for one.
func (l *layout) line(x []lexeme) {
	indent := l.indent(x)
	if last := len(x) - 1; last > 0 && x[last].kind == tokenComment && indent+width(x) > lineWidth {
		l.comment(x[last].text, indent)
		x = x[:last]
	}
	if x[0].kind == tokenComment {
		l.comment(x[0].text, indent)
		return
	}
	x[0].spaced = false
	x = refold(x, indent)
	if indent+width(x) > lineWidth {
		if first, rest := breakLine(x, lineWidth-indent); rest != nil {
			l.line(first)
			l.line(rest)
			return
		}
	}
	l.write(x, indent)
}

// indent returns how many blanks stand before a line: two more than before the
// line that opened the innermost bracket, and two more inside an item.
func (l *layout) indent(x []lexeme) int {
	closed := 0
	for closed < len(x) && x[closed].is(")", "]", "}") {
		closed++
	}
	switch n := len(l.open) - closed; {
	case n < 0 || len(l.open) == 0:
		return 0
	case closed > 0:
		return l.open[n]
	}
	n := l.open[len(l.open)-1] + indented
	if !l.before.is(",", "[", "(", "{") {
		n += indented
	}
	return n
}

// write writes one line.
func (l *layout) write(x []lexeme, indent int) {
	l.out.WriteString(strings.Repeat(" ", indent))
	for i := range x {
		if x[i].spaced || x[i].kind == tokenComment {
			l.out.WriteByte(' ')
		}
		l.out.WriteString(x[i].text)
		switch {
		case x[i].is("(", "[", "{"):
			l.open = append(l.open, indent)
		case x[i].is(")", "]", "}") && len(l.open) > 0:
			l.open = l.open[:len(l.open)-1]
		}
		if x[i].kind != tokenComment {
			l.before = x[i]
		}
	}
	l.out.WriteByte('\n')
}

// comment writes a comment as a line of its own, or as several.
func (l *layout) comment(s string, indent int) {
	for _, line := range wrap(s, "// ", lineWidth-indent) {
		l.out.WriteString(strings.Repeat(" ", indent) + line + "\n")
	}
}

// width returns how many code points lexemes take on one line, without indent. Of a
// text of several lines its longest counts.
func width(x []lexeme) int {
	longest, n := 0, 0
	for i := range x {
		if x[i].spaced || x[i].kind == tokenComment && i > 0 {
			n++
		}
		for k, line := range strings.Split(x[i].text, "\n") {
			if k > 0 {
				longest, n = max(longest, n), 0
			}
			n += utf8.RuneCountInString(line)
		}
	}
	return max(longest, n)
}

// breakLine cuts a line in two where it breaks best, so that the first half takes no
// more than room if it can. rest is nil if it cannot be cut.
func breakLine(x []lexeme, room int) (first, rest []lexeme) {
	for _, p := range places(x, room) {
		if p.rank != rankText {
			return breakAt(x, p, room)
		}
		if first, rest = cutText(x, p, room); rest != nil {
			return first, rest
		}
	}
	return x, nil
}

// A place is a kind of places at which a line breaks.
type place struct {
	depth int // how many brackets are open around it
	rank  rank
}

// places returns the kinds of places at which a line breaks, the best first.
func places(x []lexeme, room int) []place {
	var list []place
	add := func(p place) {
		if p.rank > 0 && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	for i := range x {
		if i > 0 && (x[i].rank != rankValue || width(x[i:i+1]) < room-2*indented) {
			add(place{x[i].depth, x[i].rank})
		}
		if x[i].parts {
			add(place{x[i].depth, rankText})
		}
	}
	slices.SortFunc(list, func(a, b place) int { return cmp.Or(a.depth-b.depth, int(a.rank)-int(b.rank)) })
	return list
}

// breakAt cuts a line in two at the last place of a kind that leaves the first half
// no longer than room, before ? at the first one.
func breakAt(x []lexeme, p place, room int) (first, rest []lexeme) {
	at := 0
	for i := 1; i < len(x); i++ {
		if x[i].rank != p.rank || x[i].depth != p.depth {
			continue
		}
		if at > 0 && (width(x[:i]) > room || p.rank == rankTernary) {
			break
		}
		at = i
	}
	return x[:at], x[at:]
}

// cutText cuts a line inside the first text of a depth that reaches beyond the room
// with what must stand behind it; "+" joins the parts.
func cutText(x []lexeme, p place, room int) (first, rest []lexeme) {
	for i := range x {
		if !x[i].parts || x[i].depth != p.depth || width(x[:unbroken(x, i)]) <= room {
			continue
		}
		at := cut(x[i].text, room-width(x[:i])-1)
		if at == 0 {
			continue
		}
		head, tail := x[i], x[i]
		head.text, tail.text = x[i].text[:at]+`"`, `"`+x[i].text[at:]
		tail.spaced, tail.rank = true, 0
		plus := lexeme{kind: tokenMark, text: "+", depth: p.depth, rank: rankSum}
		return append(x[:i:i], head), append([]lexeme{plus, tail}, x[i+1:]...)
	}
	return x, nil
}

// unbroken returns where the line can break first behind lexeme i.
func unbroken(x []lexeme, i int) int {
	for i++; i < len(x) && x[i].rank == 0; i++ {
	}
	return i
}

// cut returns where to cut a text between quotation marks so that the first part
// and the mark that ends it take no more than room code points: behind the last
// line break, or the last sentence that fills half of the room, else before the last
// blank. Marks of cases stay whole. It returns 0 if there is no such place.
func cut(s string, room int) int {
	line, sentence, blank, open, n := 0, 0, 0, 0, 1
	for i := 1; i < len(s)-1; {
		size := step(s[i:])
		if n += utf8.RuneCountInString(s[i : i+size]); n > room {
			break
		}
		switch open += nesting(s[i : i+size]); {
		case open != 0 || i == 1:
		case s[i] == ' ' && n > room/2 && strings.ContainsAny(s[i-1:i], ".!?"):
			sentence, blank = i, i
		case s[i] == ' ':
			blank = i
		case s[i:i+size] == `\n` && !strings.HasPrefix(s[i+size:], `\n`) && i+size < len(s)-1 && n > room/3 && n < room:
			line = i + size
		}
		i += size
	}
	return cmp.Or(line, sentence, blank)
}

// step returns the length of the escape, mark or code point that s begins with.
func step(s string) int {
	if s[0] == '\\' || nesting(s[:min(2, len(s))]) != 0 {
		return 2
	}
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// nesting returns by how much a mark of a case changes how many are open.
func nesting(s string) int {
	switch s {
	case "[[", "((":
		return 1
	case "]]", "))":
		return -1
	}
	return 0
}

// refold returns a line whose texts with white space that says nothing keep to the
// width and the indent.
func refold(x []lexeme, indent int) []lexeme {
	for i := range x {
		if folded(x[i].field) && strings.HasPrefix(x[i].text, `"""`) && strings.Contains(x[i].text, "\n") {
			x[i].text = fold(x[i].text, indent+width(x[:i])+1, indent+indented)
		}
	}
	return x
}

// fold lays out a text of several lines whose first begins at a column and whose
// others are to have an indent. Lines that fit stay as they are. What does not fit
// goes to the next line, or to one of its own if the author began the next one
// before the line was full.
func fold(s string, column, indent int) string {
	lines := strings.Split(s, "\n")
	var out []string
	carry := ""
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if carry != "" && i > 0 && early(lines[i-1]) {
			out = append(out, carry)
			carry = ""
		}
		if carry != "" {
			line = carry + " " + line
		}
		room := lineWidth - indent
		if len(out) == 0 {
			room = lineWidth - column
		}
		if i == len(lines)-1 {
			room-- // for the comma behind it
		}
		parts := wrap(line, "", room)
		out = append(out, parts[:len(parts)-1]...)
		if carry = parts[len(parts)-1]; len(parts) == 1 || i == len(lines)-1 {
			out = append(out, carry)
			carry = ""
		}
	}
	return strings.Join(out, "\n"+strings.Repeat(" ", indent))
}

// early reports whether the author ended a line long before it was full.
func early(line string) bool {
	return utf8.RuneCountInString(strings.TrimSpace(line)) < lineWidth*2/3
}

// wrap breaks a line at blanks so that its parts take no more than room code points
// each; the parts behind the first begin with a prefix.
func wrap(s, prefix string, room int) []string {
	var lines []string
	for utf8.RuneCountInString(s) > room {
		at, n := 0, 0
		for i, r := range s {
			if n++; n > room+1 {
				break
			}
			if r == ' ' && strings.TrimSpace(s[:i]) != strings.TrimSpace(prefix) {
				at = i
			}
		}
		if at == 0 {
			break
		}
		lines = append(lines, s[:at])
		s = prefix + strings.TrimSpace(s[at:])
	}
	return append(lines, s)
}
