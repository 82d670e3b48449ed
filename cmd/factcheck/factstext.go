package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"factcheck/checker"
	"factcheck/internal/fact"
	"factcheck/rules"
)

// Bounds on what facts look like as text.
const (
	lineWidth   = 100 // columns
	maxLeaves   = 150 // lines of fields of one fact
	maxElements = 5   // elements of a list
	maxNested   = 3   // facts in facts in a fact
	maxQuoted   = 400 // runes of a text
	maxTellable = 40  // runes of a text in an overview
	maxPassage  = 50  // runes of a passage in an overview
	maxHead     = 80  // runes of a passage above its fields
)

// writeOverview prints for each article its scopes with their facts, one line
// each.
func writeOverview(w io.Writer, run *checker.Run, all *factList, most int) error {
	p := &printer{w: w}
	for i, d := range all.Documents {
		if i > 0 {
			p.printf("\n")
		}
		p.printf("%s\n", d.name)
		var none []string
		for _, x := range d.Scopes {
			if x.Count == 0 {
				none = append(none, string(x.Over))
				continue
			}
			p.heading(&x)
			if !isPair(x.Over) {
				p.lines(run, x.facts, most)
			}
		}
		p.wrapped("  nothing over: ", strings.Join(none, ", "), 4)
	}
	return p.err
}

// heading says what a scope is and how much of it there is.
func (p *printer) heading(x *shownScope) {
	much := strconv.Itoa(x.Count)
	if x.Pairs != nil {
		much = count(*x.Pairs, "pair") + " of " + count(x.Count, "fact")
	}
	p.wrapped("  ", fmt.Sprintf("%s: %s; %s", x.Over, much, x.info.Doc), 6)
}

// lines prints facts, one line each.
func (p *printer) lines(run *checker.Run, facts []any, most int) {
	for _, f := range facts[:min(most, len(facts))] {
		p.printf("    %s\n", factLine(run, f))
	}
	p.left(len(facts) - most)
}

func (p *printer) left(n int) {
	if n > 0 {
		p.printf("    and %d more (--limit)\n", n)
	}
}

// factLine returns a fact on one line: where it stands, what stands there, and
// those of its fields that there is room for.
func factLine(run *checker.Run, subject any) string {
	at, _ := fact.PlaceOf(subject)
	start := run.Locate(at).Start
	line := fmt.Sprintf("%d:%d  “%s”", start.Line, start.Column, folded(at.Text, maxPassage))
	sep, left := "  ", false
	for _, t := range telling(subject) {
		if utf8.RuneCountInString(line+sep+t) > lineWidth-len("    , …") {
			left = true
			continue
		}
		line, sep = line+sep+t, ", "
	}
	if left {
		line += sep + "…"
	}
	return line
}

// untold are the fields that say where a fact stands, or repeat its passage.
var untold = []string{"text", "at", "zone", "key", "id", "file", "sentence", "explanation", "fixes"}

// telling returns the fields of a fact that are short and say something.
func telling(subject any) []string {
	var out []string
	for _, f := range rules.Fields(subject) {
		if slices.Contains(untold, f.Name) {
			continue
		}
		if v := short(f.Value); v != "" {
			out = append(out, f.Name+": "+v)
		}
	}
	return out
}

// short returns a value on a part of a line, empty if it is none or long.
func short(v any) string {
	switch v := v.(type) {
	case nil, fact.Place:
		return ""
	case bool:
		if !v {
			return ""
		}
		return "true"
	case string:
		if v == "" || utf8.RuneCountInString(v) > maxTellable {
			return ""
		}
	case []any:
		if len(v) == 0 || utf8.RuneCountInString(rules.Describe(v)) > maxTellable {
			return ""
		}
	case fact.Interval:
		if v.Label != "" {
			return v.Label
		}
	}
	return rules.Describe(v)
}

// writeFacts prints for each article the facts of its scopes, with all fields.
func writeFacts(w io.Writer, run *checker.Run, all *factList, most int) error {
	p := &printer{w: w}
	for i, d := range all.Documents {
		if i > 0 {
			p.printf("\n")
		}
		p.printf("%s\n", d.name)
		for k, x := range d.Scopes {
			if k > 0 {
				p.printf("\n")
			}
			p.heading(&x)
			if isPair(x.Over) {
				p.groups(run, &x, most)
			} else {
				p.whole(run, &x, most)
			}
		}
	}
	return p.err
}

// whole prints the facts of a scope with all fields.
func (p *printer) whole(run *checker.Run, x *shownScope, most int) {
	for _, f := range x.facts[:min(most, len(x.facts))] {
		p.fact(run, x.info.Subject, f)
	}
	p.left(len(x.facts) - most)
}

// groups prints the facts of a scope of pairs, those together that are paired.
func (p *printer) groups(run *checker.Run, x *shownScope, most int) {
	for _, g := range x.Groups {
		if len(x.Groups) > 1 {
			p.printf("    each with each, %s:\n", count(len(g)*(len(g)-1)/2, "pair"))
		}
		var facts []any
		for _, i := range g {
			facts = append(facts, x.facts[i])
		}
		p.lines(run, facts, most)
		most = max(0, most-len(g))
	}
	if x.Count > 0 {
		inner := strings.TrimSuffix(strings.TrimPrefix(string(x.Over), "pair("), ")")
		p.printf("    a stands before b; their fields: --over %s\n", inner)
	}
}

// fact prints a fact and its fields, each as rules name it.
func (p *printer) fact(run *checker.Run, variable string, subject any) {
	at, _ := fact.PlaceOf(subject)
	start := run.Locate(at).Start
	p.printf("\n    %d:%d  “%s”\n", start.Line, start.Column, folded(at.Text, maxHead))
	l := &leaves{run: run}
	l.fields(variable, subject, 0)
	for i, x := range l.lines {
		if i == maxLeaves {
			p.printf("      and %d more fields (--format json)\n", len(l.lines)-i)
			break
		}
		p.wrapped("      "+x.path+": ", x.value, 8)
	}
	p.wrapped("      false: ", strings.Join(l.no, ", "), 8)
	p.wrapped("      empty: ", strings.Join(l.empty, ", "), 8)
	p.wrapped("      absent: ", strings.Join(l.absent, ", "), 8)
}

// wrapped prints s behind its name, cut into lines at blanks; nothing if it is
// empty.
func (p *printer) wrapped(name, s string, indent int) {
	if s == "" {
		return
	}
	line, used := name, false
	for _, word := range strings.Split(s, " ") {
		if used && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth {
			p.printf("%s\n", line)
			line, used = strings.Repeat(" ", indent), false
		}
		if used {
			line += " "
		}
		line, used = line+word, true
	}
	p.printf("%s\n", line)
}

// A leaf is a value and how rules ask for it.
type leaf struct{ path, value string }

// leaves are the fields of a fact and of the facts in it, down to plain values.
type leaves struct {
	run               *checker.Run
	lines             []leaf
	no, empty, absent []string
}

func (l *leaves) fields(path string, subject any, depth int) {
	for _, f := range rules.Fields(subject) {
		l.add(path+"."+f.Name, f.Value, depth)
	}
}

// add adds a value under its path. What a list element has not is not told.
func (l *leaves) add(path string, v any, depth int) {
	lacks := func(of *[]string) {
		if !strings.Contains(path, "[") {
			*of = append(*of, path)
		}
	}
	say := func(s string) { l.lines = append(l.lines, leaf{path, s}) }
	switch v := v.(type) {
	case nil:
		lacks(&l.absent)
	case bool:
		if !v {
			lacks(&l.no)
			return
		}
		say("true")
	case string:
		if v == "" {
			lacks(&l.empty)
			return
		}
		say(quotedText(v))
	case fact.Place:
		if v.Doc == "" {
			lacks(&l.empty)
			return
		}
		say(l.place(v))
	case []any:
		if len(v) == 0 {
			lacks(&l.empty)
		}
		l.list(path, v, depth)
	default:
		if len(rules.Fields(v)) == 0 || depth == maxNested {
			say(rules.Describe(v))
			return
		}
		l.fields(path, v, depth+1)
	}
}

func (l *leaves) list(path string, list []any, depth int) {
	for i, x := range list {
		if i == maxElements {
			l.lines = append(l.lines, leaf{path, fmt.Sprintf("and %d more", len(list)-i)})
			break
		}
		l.add(fmt.Sprintf("%s[%d]", path, i), x, depth)
	}
}

// place says where a place is and what stands there.
func (l *leaves) place(at fact.Place) string {
	where := l.run.Locate(at)
	return fmt.Sprintf("%s:%d:%d “%s”", where.Name, where.Start.Line, where.Start.Column, oneLine(at.Text))
}

// quotedText writes a text as a rule does; what is long is cut.
func quotedText(s string) string {
	if r := []rune(s); len(r) > maxQuoted {
		return strconv.Quote(string(r[:maxQuoted])) + " …"
	}
	return strconv.Quote(s)
}
