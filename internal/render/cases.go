package render

import (
	"fmt"
	"strings"
	"unicode"

	"factcheck/internal/report"
)

// RulesTest prints the cases that did not come out, what the rules lack, and
// the counts.
func (t *Text) RulesTest(r *report.RulesTest) error {
	for i := range r.Rules {
		t.ruleTest(&r.Rules[i])
	}
	t.rulesTestSummary(r)
	return t.flush()
}

// RulesTestChanges prints what of r the run before did not print, and the
// counts.
func (t *Text) RulesTestChanges(before, r *report.RulesTest) error {
	old := map[string]bool{}
	was := map[string]string{} // status by case
	for i := range before.Rules {
		b := &before.Rules[i]
		for k := range b.Cases {
			old[t.caseKey(b, k)] = true
			was[caseID(b, k)] = b.Cases[k].Status
		}
		for _, line := range ruleLines(b) {
			old[line.text] = true
		}
	}
	for i := range r.Rules {
		a := &r.Rules[i]
		for k := range a.Cases {
			c := &a.Cases[k]
			switch s := was[caseID(a, k)]; {
			case old[t.caseKey(a, k)]:
			case c.Status == report.CasePassed && s != "" && s != report.CasePassed:
				t.printf("%s: passes now\n", caseHead(a, c))
			default:
				t.caseTest(a, c)
			}
		}
		for _, line := range ruleLines(a) {
			if !old[line.text] {
				t.printf("%s:%d:%d: %s\n", clean(a.File), line.line, line.column, line.text)
			}
		}
	}
	t.rulesTestSummary(r)
	return t.flush()
}

// caseID tells a case from all others, wherever it stands.
func caseID(r *report.RuleTest, k int) string { return r.Rule + "\x00" + r.Cases[k].Key }

// caseKey is equal for cases that print the same, wherever they stand.
func (t *Text) caseKey(r *report.RuleTest, k int) string {
	c := &r.Cases[k]
	return caseID(r, k) + "\x00" + c.Status + "\x00" + c.Todo + "\x00" + c.Problem + "\x00" + t.caseBody(c)
}

func (t *Text) ruleTest(r *report.RuleTest) {
	for k := range r.Cases {
		t.caseTest(r, &r.Cases[k])
	}
	for _, line := range ruleLines(r) {
		t.printf("%s:%d:%d: %s\n", clean(r.File), line.line, line.column, line.text)
	}
}

// A ruleLine says what is wanting about a rule as a whole, at a place of its
// file.
type ruleLine struct {
	line, column int
	text         string
}

func ruleLines(r *report.RuleTest) []ruleLine {
	var out []ruleLine
	for _, kind := range r.Missing {
		out = append(out, ruleLine{r.Line, r.Column, clean(missingCase(r.Rule, kind))})
	}
	for _, gap := range coverageGaps(r) {
		gap.text = clean(r.Rule + ": " + gap.text)
		out = append(out, gap)
	}
	for _, m := range r.Survivors {
		out = append(out, ruleLine{m.Line, m.Column, clean(r.Rule + ": no case notices this change: " + m.Description)})
	}
	return out
}

func missingCase(rule, kind string) string {
	if kind == report.NoFiringCase {
		return fmt.Sprintf("rule %s has no firing case: add one that it must flag", rule)
	}
	return fmt.Sprintf("rule %s has no quiet case: add a near miss that it must pass over", rule)
}

// coverageGaps says which conjuncts were not seen both true and false.
func coverageGaps(r *report.RuleTest) []ruleLine {
	var out []ruleLine
	for i := range r.Conjuncts {
		c := &r.Conjuncts[i]
		var never string
		switch {
		case c.Covered():
			continue
		case c.True+c.False == 0 && c.Errors > 0:
			never = "only failed"
		case c.True+c.False == 0:
			never = "was never reached"
		case c.True == 0:
			never = "was never true"
		default:
			never = "was never false"
		}
		out = append(out, ruleLine{c.Line, c.Column, fmt.Sprintf("conjunct %d `%s` %s", i+1, strings.Join(strings.Fields(c.Text), " "), never)})
	}
	return out
}

func caseHead(r *report.RuleTest, c *report.CaseTest) string {
	s := fmt.Sprintf("%s:%d:%d: %s", r.File, c.Line, c.Column, r.Rule)
	if c.Name != "" {
		s += " (" + c.Name + ")"
	}
	return clean(s)
}

// caseTest prints a case that did not come out. One that could not be run is a
// problem and stands elsewhere.
func (t *Text) caseTest(r *report.RuleTest, c *report.CaseTest) {
	switch c.Status {
	case report.CaseFailed:
		t.printf("%s: %s%s\n", caseHead(r, c), t.bySev["error"]("failed"), foundOther(c))
	case report.CaseKnownGap:
		t.printf("%s: known gap: %s\n", caseHead(r, c), clean(c.Todo))
		return
	case report.CaseGapClosed:
		t.printf("%s: %s: no gap any more: drop todo (%s)\n", caseHead(r, c), t.bySev["error"]("failed"), clean(c.Todo))
		return
	default:
		return
	}
	t.printf("%s", t.caseBody(c))
}

// foundOther says how many findings there are where that is not what the case
// wants.
func foundOther(c *report.CaseTest) string {
	if c.Found == c.Expected {
		return ""
	}
	return fmt.Sprintf(", found %d, want %d", c.Found, c.Expected)
}

// caseBody shows what is wrong with a case, each failure with its lines.
func (t *Text) caseBody(c *report.CaseTest) string {
	var b strings.Builder
	for i := range c.Failures {
		f := &c.Failures[i]
		kind, rest, _ := strings.Cut(clean(f.String()), ":")
		b.WriteString("  " + t.bold(kind) + ":" + rest + "\n")
		b.WriteString(block(f.Expected, f.Found))
	}
	for i := range c.Also {
		b.WriteString("  " + clean(c.Also[i].String()) + "\n")
		if c.Expected == 0 {
			b.WriteString(block(nil, &c.Also[i].At))
		}
	}
	return b.String()
}

// caseText is the body of a case without colour.
func caseText(c *report.CaseTest) string { return NewText(nil, false).caseBody(c) }

// maxLine is how much of a line is shown around a passage, in runes, and lead
// how much of that stands ahead of it: with the margin, a line of a terminal of
// 110 columns.
const (
	maxLine = 96
	lead    = 32
)

// block shows the lines of the expected and the found passage, a row of ^
// below each: one block if they share a line that shows both.
func block(expected, found *report.Passage) string {
	shown := func(p *report.Passage) bool { return p != nil && p.Line != "" }
	switch {
	case shown(expected) && shown(found) && expected.Doc == found.Doc && expected.Start.Line == found.Start.Line && near(expected, found):
		return rows(expected, row{"-", expected, "expected"}, row{"+", found, "found"})
	case shown(expected) && shown(found):
		return rows(expected, row{"-", expected, "expected"}) + rows(found, row{"+", found, "found"})
	case shown(expected):
		return rows(expected, row{"-", expected, "expected"})
	case shown(found):
		return rows(found, row{"+", found, "found"})
	}
	return ""
}

// near reports whether two passages of a line are shown by one piece of it.
func near(a, b *report.Passage) bool {
	from, to := min(a.Start.Column, b.Start.Column), max(a.Start.Column, b.Start.Column)
	return len([]rune(a.Line)) <= maxLine || to-from <= maxLine-lead-8
}

// A row is a passage to underline.
type row struct {
	sign    string
	passage *report.Passage
	label   string
}

// rows shows the line on which p begins and the given rows below.
func rows(p *report.Passage, under ...row) string {
	line := []rune(oneColumn(p.Line))
	first := p.Start.Column
	for _, r := range under {
		first = min(first, r.passage.Start.Column)
	}
	from, to := 0, len(line)
	if len(line) > maxLine {
		from = min(max(0, first-1-lead), len(line)-maxLine)
		to = from + maxLine
	}
	head, tail := "", ""
	if from > 0 {
		head = "… "
	}
	if to < len(line) {
		tail = " …"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "    %5d | %s%s%s\n", p.Start.Line, head, string(line[from:to]), tail)
	for _, r := range under {
		start := min(max(r.passage.Start.Column-1, from), to)
		end := len(line)
		if r.passage.End.Line == r.passage.Start.Line {
			end = r.passage.End.Column - 1
		}
		end = min(max(end, start), to)
		fmt.Fprintf(&b, "        %s | %s%s %s\n", r.sign, strings.Repeat(" ", len([]rune(head))+start-from), strings.Repeat("^", max(end-start, 1)), r.label)
	}
	return b.String()
}

// oneColumn puts a blank in the place of everything that moves the cursor, so
// that columns can be counted.
func oneColumn(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}

func (t *Text) rulesTestSummary(r *report.RulesTest) {
	s := &r.Summary
	t.printf("%d case%s of %d rule%s: %d passed, %d failed", s.Cases, plural(s.Cases), s.Rules, plural(s.Rules), s.Passed, s.Failed)
	if s.KnownGaps > 0 {
		t.printf(", %d known gap%s", s.KnownGaps, plural(s.KnownGaps))
	}
	if s.Problems > 0 {
		t.printf(", %d not run", s.Problems)
	}
	t.printf("\n")
	if s.Missing > 0 {
		t.printf("rules without a firing or a quiet case: %d of %d\n", s.Missing, s.Rules)
	}
	if r.Counted {
		t.printf("conjuncts: %d of %d seen true and false\n", s.Covered, s.Conjuncts)
	}
	if r.Mutated {
		t.printf("mutation: %d change%s that no case notices\n", s.Survivors, plural(s.Survivors))
	}
}
