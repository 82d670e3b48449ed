package checker

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/isolate"
	"factcheck/internal/parallel"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/rules"
)

// RunCases runs every case of the rules tested, once with its rule alone and
// once with all enabled rules of set, and returns what came of them, rule by
// rule. Cases run in parallel; the result does not depend on how many at a
// time.
//
// All rules are those of the case's own file and of the files loaded before it:
// who adds a file of rules can mend neither the cases of the others nor, if it
// fires on them as it should, the rule.
//
// alone, if not nil, is given the set of the one rule and returns the one to
// run in its place, as one that counts; it is called from several goroutines.
func RunCases(ctx context.Context, set *rules.Set, tested []*rules.Rule, alone func(*rules.Set) *rules.Set) []report.RuleTest {
	if alone == nil {
		alone = func(one *rules.Set) *rules.Set { return one }
	}
	type job struct{ rule, index int }
	var jobs []job
	out := make([]report.RuleTest, len(tested))
	for i, rule := range tested {
		out[i] = report.RuleTest{
			Rule: rule.ID, File: rule.File, Line: rule.Pos.Line, Column: rule.Pos.Column,
			Cases: make([]report.CaseTest, len(rule.Cases())), Missing: missing(rule.Cases()),
			Conjuncts: []report.Conjunct{}, Survivors: []report.Mutant{},
		}
		for k := range rule.Cases() {
			jobs = append(jobs, job{i, k})
		}
	}
	all := setsByFile(set)
	parallel.Each(len(jobs), func(i int) {
		rule := tested[jobs[i].rule]
		out[jobs[i].rule].Cases[jobs[i].index] = isolatedCase(ctx, all[rule.File], alone(set.Only(rule)), rule, rule.Cases()[jobs[i].index])
	})
	return out
}

// setsByFile returns, for every file that set was loaded from, its rules and
// those of the files before it.
func setsByFile(set *rules.Set) map[string]*rules.Set {
	order := map[string]int{}
	for _, r := range set.Rules() {
		if _, ok := order[r.File]; !ok {
			order[r.File] = len(order)
		}
	}
	out := map[string]*rules.Set{}
	for file, last := range order {
		out[file] = set.Filter(func(r *rules.Rule) bool { return order[r.File] <= last })
	}
	return out
}

// missing says what a rule's cases lack. One that is not expected to come out
// yet shows nothing.
func missing(cases []rules.Case) []string {
	has := func(firing bool) bool {
		return slices.ContainsFunc(cases, func(c rules.Case) bool { return c.Todo == "" && (c.Fires > 0) == firing })
	}
	out := []string{}
	if !has(true) {
		out = append(out, report.NoFiringCase)
	}
	if !has(false) {
		out = append(out, report.NoQuietCase)
	}
	return out
}

// isolatedCase is runCase; a defect costs the case.
func isolatedCase(ctx context.Context, all, alone *rules.Set, rule *rules.Rule, c rules.Case) (out report.CaseTest) {
	d := isolate.Do(isolate.Work{Stage: isolate.StageCase + " " + rule.ID}, func() { out = runCase(ctx, all, alone, rule, c) })
	if d == nil {
		return out
	}
	return report.CaseTest{
		Name: c.Name, Line: c.Pos.Line, Column: c.Pos.Column, Todo: c.Todo, Expected: c.Fires,
		Failures: []report.CaseFailure{}, Also: []report.Firing{}, Key: caseKey(c), Status: report.CaseProblem, Problem: d.Error(),
	}
}

// runCase runs one case twice: with alone, a set of its rule, and with all
// rules.
func runCase(ctx context.Context, all, alone *rules.Set, rule *rules.Rule, c rules.Case) report.CaseTest {
	out := report.CaseTest{
		Name: c.Name, Line: c.Pos.Line, Column: c.Pos.Column, Todo: c.Todo, Expected: c.Fires,
		Failures: []report.CaseFailure{}, Also: []report.Firing{}, Key: caseKey(c),
	}
	p, err := prepare(rule, c)
	if err != nil {
		out.Status, out.Problem = report.CaseProblem, strings.TrimSpace(err.Error())
		return out
	}
	r := p.read()
	found, failures := p.alone(ctx, r, alone)
	out.Found = len(found)
	out.Failures = append(out.Failures, failures...)
	together, broken := p.check(ctx, r, all)
	for _, f := range broken {
		if !slices.ContainsFunc(out.Failures, func(g report.CaseFailure) bool { return g.Message == f.Message }) {
			out.Failures = append(out.Failures, f)
		}
	}
	own := 0
	for i := range together {
		if together[i].Rule == rule.ID {
			own++
			continue
		}
		out.Also = append(out.Also, report.Firing{Rule: together[i].Rule, Message: together[i].Message, At: *p.place(&together[i])})
	}
	if rule.Enabled && len(broken) == 0 && own != len(found) {
		out.Failures = append(out.Failures, report.CaseFailure{Kind: report.Differs,
			Message: fmt.Sprintf("with all rules on it finds %d, alone %d", own, len(found))})
	}
	out.Status = status(&out)
	return out
}

// status says how a case came out that could be run. What other rules find
// fails a case that must stay quiet.
func status(c *report.CaseTest) string {
	failed := len(c.Failures) > 0 || c.Expected == 0 && len(c.Also) > 0
	switch {
	case failed && c.Todo != "":
		return report.CaseKnownGap
	case failed:
		return report.CaseFailed
	case c.Todo != "":
		return report.CaseGapClosed
	}
	return report.CasePassed
}

// caseKey tells a case from the others of its rule: by its name, or by its
// texts where it has none.
func caseKey(c rules.Case) string {
	if c.Name != "" {
		return c.Name
	}
	return strings.Join(slices.Concat([]string{"", c.Published, c.Text, c.File, c.Almanac}, c.Story, c.Sources), "\x00")
}

// compare says what is wrong with what the rule found: every mark wants a
// finding of its own that touches it, and fires says how many there are.
func (p *preparedCase) compare(found []report.Finding) []report.CaseFailure {
	owner := p.assign(found)
	var missed []mark
	free := p.Fires - len(p.found) // findings that may stand anywhere
	var loose []int                // findings without a mark
	taken := make([]bool, len(found))
	for m, f := range owner {
		if f < 0 {
			missed = append(missed, p.found[m])
		} else {
			taken[f] = true
		}
	}
	for f := range found {
		if !taken[f] {
			loose = append(loose, f)
		}
	}
	var out []report.CaseFailure
	for _, m := range missed {
		fail := report.CaseFailure{Kind: report.Missed, Expected: p.passage(m)}
		if k := p.nearest(m, found, loose); k >= 0 && len(loose) > free {
			f := &found[loose[k]]
			loose = slices.Delete(loose, k, k+1)
			fail.Kind, fail.Found, fail.Message = report.Misplaced, p.place(f), f.Message
		}
		out = append(out, fail)
	}
	for range free - len(loose) {
		out = append(out, report.CaseFailure{Kind: report.Missed})
	}
	if extra := len(loose) - free; extra > 0 {
		for _, k := range loose {
			out = append(out, report.CaseFailure{Kind: report.Unexpected, Message: found[k].Message, Found: p.place(&found[k])})
		}
	}
	if len(found) > 0 {
		out = append(out, p.compareRelated(found)...)
	}
	return out
}

// assign gives every mark a finding of its own that touches it, to as many
// marks as can have one, and returns the finding of each, -1 for none.
func (p *preparedCase) assign(found []report.Finding) []int {
	owner := make([]int, len(p.found)) // finding of a mark
	holder := make([]int, len(found))  // mark of a finding
	for i := range owner {
		owner[i] = -1
	}
	for i := range holder {
		holder[i] = -1
	}
	var seen []bool
	var place func(m int) bool
	place = func(m int) bool {
		for f := range found {
			if seen[f] || !touches(p.found[m], found[f].Doc, found[f].Start, found[f].End) {
				continue
			}
			seen[f] = true
			if holder[f] < 0 || place(holder[f]) {
				owner[m], holder[f] = f, m
				return true
			}
		}
		return false
	}
	for m := range p.found {
		seen = make([]bool, len(found))
		place(m)
	}
	return owner
}

// touches reports whether a place shares a byte with m, or lies on m where one
// of the two is empty.
func touches(m mark, doc string, start, end report.Position) bool {
	s := text.Span{Start: start.Offset, End: end.Offset}
	if m.doc != doc {
		return false
	}
	return s.Overlaps(m.span) || s.Contains(m.span) || m.span.Contains(s)
}

// nearest returns which of the loose findings is next to m, one in its own
// document before any other, or -1 if there is none.
func (p *preparedCase) nearest(m mark, found []report.Finding, loose []int) int {
	best, bestFar := -1, 0
	for k, f := range loose {
		far := found[f].Start.Offset - m.span.Start
		if far < 0 {
			far = -far
		}
		if found[f].Doc != m.doc {
			far = len(p.texts[m.doc].src) + k
		}
		if best < 0 || far < bestFar {
			best, bestFar = k, far
		}
	}
	return best
}

// compareRelated says which of the places in ((…)) no finding names.
func (p *preparedCase) compareRelated(found []report.Finding) []report.CaseFailure {
	named := make([]bool, len(p.related))
	var other []report.Related
	for _, f := range found {
		for _, r := range f.Related {
			hit := false
			for i, m := range p.related {
				if touches(m, r.Doc, r.Start, r.End) {
					named[i], hit = true, true
				}
			}
			if !hit {
				other = append(other, r)
			}
		}
	}
	var out []report.CaseFailure
	for i, m := range p.related {
		if named[i] {
			continue
		}
		fail := report.CaseFailure{Kind: report.MissedRelated, Expected: p.passage(m)}
		if len(other) > 0 {
			fail.Found, fail.Message = p.at(other[0].Doc, other[0].Start, other[0].End), other[0].Message
			other = other[1:]
		}
		out = append(out, fail)
	}
	return out
}

// passage returns a marked place for showing.
func (p *preparedCase) passage(m mark) *report.Passage {
	lines := p.texts[m.doc].lines
	return p.at(m.doc, report.At(lines.Position(m.span.Start)), report.At(lines.Position(m.span.End)))
}

// place returns where a finding stands, for showing.
func (p *preparedCase) place(f *report.Finding) *report.Passage {
	return p.at(f.Doc, f.Start, f.End)
}

func (p *preparedCase) at(doc string, start, end report.Position) *report.Passage {
	out := &report.Passage{Doc: doc, Start: start, End: end}
	t := p.texts[doc]
	if t == nil || start.Offset > end.Offset || end.Offset > len(t.src) {
		return out
	}
	out.Doc, out.Text = t.name, t.src[start.Offset:end.Offset]
	from := strings.LastIndexByte(t.src[:start.Offset], '\n') + 1
	out.Line, _, _ = strings.Cut(t.src[from:], "\n")
	out.Line = strings.TrimSuffix(out.Line, "\r")
	return out
}
