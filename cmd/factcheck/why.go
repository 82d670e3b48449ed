package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/fact"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/rules"
)

// whyFlags ask check for an explanation in place of its findings.
type whyFlags struct{ why, whyNot string }

func (f *whyFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.why, "why", "", "print only why this was found: `FINDING` is an id or its beginning, or RULE@LINE or RULE@FILE:LINE")
	c.Flags().StringVar(&f.whyNot, "why-not", "", "print only why a rule found nothing on a line: `RULE@LINE` or RULE@FILE:LINE")
}

func (f *whyFlags) asked() bool { return f.why != "" || f.whyNot != "" }

// explain prints the explanation that the flags ask for. problems counts what
// went wrong before.
func (f *whyFlags) explain(s *streams, run *checker.Run, problems int) error {
	x := &explainer{set: run.Rules(), run: run, out: &printer{w: s.out}}
	if f.why != "" {
		problems += s.problems(x.why(f.why))
	}
	if f.whyNot != "" {
		problems += s.problems(x.whyNot(f.whyNot))
	}
	return done(problems + s.problems(x.failed, x.out.err))
}

// A fact is one variable of a binding, for people.
type shownFact struct {
	at    fact.Place
	where checker.Located

	Name        string          `json:"name"`
	Doc         string          `json:"doc"`
	Start       report.Position `json:"start"`
	End         report.Position `json:"end"`
	Text        string          `json:"text"`
	Explanation string          `json:"explanation"`
}

// facts lists the variables of a binding in the order of the scope.
func facts(run *checker.Run, scope fact.Scope, b rules.Binding) []shownFact {
	var out []shownFact
	for _, info := range rules.Scopes() {
		if info.Scope != scope {
			continue
		}
		for _, v := range info.Variables {
			if _, many := b[v.Name].([]any); many {
				continue // where a rule with unless found none
			}
			at, _ := fact.PlaceOf(b[v.Name])
			where := run.Locate(at)
			out = append(out, shownFact{at: at, where: where, Name: v.Name, Doc: at.Doc, Start: where.Start, End: where.End,
				Text: oneLine(at.Text), Explanation: fact.ExplanationOf(b[v.Name])})
		}
	}
	return out
}

// oneLine folds white space and cuts what is long.
func oneLine(s string) string { return folded(s, 90) }

// folded folds white space and cuts what is longer than most runes.
func folded(s string, most int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		return strings.TrimRight(string(r[:most]), " ") + " …"
	}
	return string(r)
}

// A part is a node of a condition for the JSON format.
type part struct {
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Value  string `json:"value"`
	Parts  []part `json:"parts,omitempty"`
}

func parts(nodes []rules.Node) []part {
	var out []part
	for _, n := range nodes {
		out = append(out, part{oneLine(n.Text), n.Pos.Line, n.Pos.Column, n.Value, parts(n.Children)})
	}
	return out
}

// A printer writes lines for people and keeps the first error. Control characters
// of the texts that it is given stay out.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = render.Clean(s)
		}
	}
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

// parts prints each part with its place and value, what it is made of below it.
func (p *printer) parts(all []part, depth int) {
	for _, x := range all {
		p.printf("%s%d:%d  %s = %s\n", strings.Repeat("  ", depth), x.Line, x.Column, x.Text, x.Value)
		p.parts(x.Parts, depth+1)
	}
}

// facts prints each fact with its place and explanation.
func (p *printer) facts(all []shownFact, depth int) {
	for _, f := range all {
		p.printf("%s%s", strings.Repeat("  ", depth), f.Name)
		switch {
		case f.Name == "article":
			p.printf(" %s", f.where.Name)
		case f.Text != "":
			p.printf(" “%s” (%s:%d:%d)", f.Text, f.where.Name, f.Start.Line, f.Start.Column)
		}
		if f.Explanation != "" {
			p.printf(": %s", oneLineAll(f.Explanation))
		}
		p.printf("\n")
	}
}

func oneLineAll(s string) string { return strings.Join(strings.Fields(s), " ") }

// An explainer answers why and why not.
type explainer struct {
	set *rules.Set
	run *checker.Run
	out *printer

	failed error // of rules that are not asked about too
}

// A target is RULE@LINE or RULE@FILE:LINE.
type target struct {
	rule    *rules.Rule
	article checker.Article
	line    int
}

// target reads where a rule is asked about.
func (x *explainer) target(flag, s string) (target, error) {
	id, place, _ := strings.Cut(s, "@")
	t := target{rule: x.set.Rule(id)}
	if t.rule == nil {
		return t, fmt.Errorf("%s: %w", flag, unknownRule(x.set, id))
	}
	file, number := "", place
	if i := strings.LastIndexByte(place, ':'); i >= 0 {
		file, number = place[:i], place[i+1:]
	}
	var err error
	if t.line, err = strconv.Atoi(number); err != nil || t.line < 1 {
		return t, fmt.Errorf("%s: %q is no line: write %s@LINE or %s@FILE:LINE", flag, number, id, id)
	}
	if t.article, err = x.article(file); err != nil {
		return t, fmt.Errorf("%s: %w", flag, err)
	}
	if t.line > t.article.Lines {
		return t, fmt.Errorf("%s: %s has %s, not %d", flag, t.article.Name, count(t.article.Lines, "line"), t.line)
	}
	return t, nil
}

// article returns the article of a file, or the only one if file is empty.
func (x *explainer) article(file string) (checker.Article, error) {
	all := x.run.Articles()
	var fit []checker.Article
	for _, a := range all {
		if file == "" || file == a.Name || file == a.Doc || filepath.Clean(file) == filepath.Clean(a.File) {
			fit = append(fit, a)
		}
	}
	switch {
	case len(fit) == 1:
		return fit[0], nil
	case len(fit) == 0 && file == "":
		return checker.Article{}, fmt.Errorf("there is no article")
	case len(fit) == 0:
		return checker.Article{}, fmt.Errorf("%q is none of the articles", file)
	case file == "":
		return checker.Article{}, fmt.Errorf("there are %d articles: write RULE@FILE:LINE", len(fit))
	}
	return checker.Article{}, fmt.Errorf("%q has %d articles: write FILE#ID:LINE", file, len(fit))
}

// unknownRule says that there is no such rule, and which id is near.
func unknownRule(set *rules.Set, id string) error {
	var ids []string
	for _, r := range set.Rules() {
		ids = append(ids, r.ID)
	}
	if near := rules.Nearest(id, ids); near != "" {
		return fmt.Errorf("no rule %q (did you mean %q?); 'factcheck rules list' names them all", id, near)
	}
	return fmt.Errorf("no rule %q; 'factcheck rules list' names them all", id)
}

// why explains one finding, or those of a rule on a line.
func (x *explainer) why(s string) error {
	all, err := x.run.Firings(context.Background())
	x.failed = err
	var found []checker.Firing
	if strings.Contains(s, "@") {
		t, err := x.target("--why", s)
		if err != nil {
			return err
		}
		for _, f := range all {
			if f.Rule == t.rule && f.Finding.Doc == t.article.Doc && f.Finding.Start.Line <= t.line && t.line <= f.Finding.End.Line {
				found = append(found, f)
			}
		}
		if len(found) == 0 {
			return fmt.Errorf("--why: %s found nothing on line %d of %s; --why-not says why", t.rule.ID, t.line, t.article.Name)
		}
	} else if found, err = byID(all, s); err != nil {
		return err
	}
	for i, f := range found {
		if i > 0 {
			x.out.printf("\n")
		}
		if err := x.finding(f); err != nil {
			return err
		}
	}
	return nil
}

// byID returns the one finding whose id begins with s.
func byID(all []checker.Firing, s string) ([]checker.Firing, error) {
	var fit []checker.Firing
	for _, f := range all {
		if f.Finding.ID == s {
			return []checker.Firing{f}, nil
		}
		if strings.HasPrefix(f.Finding.ID, s) {
			fit = append(fit, f)
		}
	}
	switch {
	case len(fit) == 0:
		return nil, fmt.Errorf("--why: no finding has an id that begins with %q; --format json shows the ids, RULE@LINE works too", s)
	case len(fit) > 1:
		var ids []string
		for _, f := range fit {
			ids = append(ids, f.Finding.ID)
		}
		return nil, fmt.Errorf("--why: %q begins %d ids: %s", s, len(fit), strings.Join(ids, ", "))
	}
	return fit, nil
}

// finding prints why a rule fired.
func (x *explainer) finding(f checker.Firing) error {
	e, err := x.set.Explain(context.Background(), f.Rule, f.Binding)
	if err != nil {
		return err
	}
	d := &f.Finding
	x.out.printf("%s:%d:%d: %s: %s [%s] (%s)\n", d.Name, d.Start.Line, d.Start.Column, d.Severity, oneLineAll(d.Message), d.Rule, d.ID)
	x.condition(f.Rule, e, facts(x.run, f.Rule.Scope, f.Binding))
	return nil
}

// condition prints an explanation and the facts that it is about.
func (x *explainer) condition(r *rules.Rule, e rules.Explanation, about []shownFact) {
	x.out.printf("  the condition in %s:\n", r.File)
	x.out.parts(parts(e.Conjuncts), 2)
	x.out.printf("  the facts:\n")
	x.out.facts(about, 2)
}

// whyNot goes through everything on a line that a rule looks at.
func (x *explainer) whyNot(s string) error {
	t, err := x.target("--why-not", s)
	if err != nil {
		return err
	}
	if !t.rule.Enabled {
		x.out.printf("%s is off: enabled: false in %s:%d\n", t.rule.ID, t.rule.File, t.rule.Pos.Line)
	}
	looked := 0
	err = x.onLine(t, lookedAt(x.run, t.rule), func(b rules.Binding, about []shownFact) error {
		if looked++; looked > 1 {
			x.out.printf("\n")
		}
		e, err := x.set.Explain(context.Background(), t.rule, b)
		if err != nil {
			return err
		}
		x.verdict(t, e, about)
		return nil
	})
	if err != nil || looked > 0 {
		return err
	}
	x.out.printf("no fact of scope %s stands on line %d of %s%s\n", t.rule.Scope, t.line, t.article.Name, x.present(t))
	return nil
}

// verdict prints what a condition makes of one binding.
func (x *explainer) verdict(t target, e rules.Explanation, about []shownFact) {
	what := fmt.Sprintf("%s: %s", t.article.Name, passages(about))
	if e.Holds {
		x.out.printf("%s: the condition of %s holds\n", what, t.rule.ID)
	} else {
		x.out.printf("%s: %s does not hold: %s\n", what, t.rule.ID, strings.Join(unmet(e.Conjuncts), "; "))
	}
	x.condition(t.rule, e, about)
}

// unmet lists the conjuncts that are false; if none is, those that failed.
func unmet(all []rules.Node) []string {
	var no, failed []string
	for _, n := range all {
		said := fmt.Sprintf("%s is %s", oneLine(n.Text), n.Value)
		switch n.Value {
		case "true":
		case "false":
			no = append(no, said)
		default:
			failed = append(failed, said)
		}
	}
	if len(no) > 0 {
		return no
	}
	return failed
}

// A bindings is what rules look at.
type bindings struct {
	scope fact.Scope
	each  func(yield func(rules.Binding) bool) error
}

// lookedAt returns what a rule looks at.
func lookedAt(run *checker.Run, r *rules.Rule) bindings {
	b := over(run, r.Scope)
	if r.HasUnless() {
		b.each = func(yield func(rules.Binding) bool) error { return run.LoneBindings(r.Scope, yield) }
	}
	return b
}

// over returns what rules over a scope look at.
func over(run *checker.Run, scope fact.Scope) bindings {
	return bindings{scope, func(yield func(rules.Binding) bool) error { return run.Bindings(scope, yield) }}
}

// onLine calls f with every binding that touches the line.
func (x *explainer) onLine(t target, all bindings, f func(rules.Binding, []shownFact) error) error {
	var failed error
	err := all.each(func(b rules.Binding) bool {
		about := facts(x.run, all.scope, b)
		if touches(about, b, t, x.run) {
			failed = f(b, about)
		}
		return failed == nil
	})
	if err != nil {
		return err
	}
	return failed
}

// touches reports whether something in a binding stands on the line. An article
// by itself stands on all of its lines.
func touches(about []shownFact, b rules.Binding, t target, run *checker.Run) bool {
	on := func(p fact.Place) bool {
		at := run.Locate(p)
		return p.Doc == t.article.Doc && at.Start.Line <= t.line && t.line <= at.End.Line
	}
	for _, f := range about {
		switch v := b[f.Name].(type) {
		case *fact.Article:
			if len(about) == 1 && v.ID == t.article.Doc {
				return true
			}
			continue
		case *fact.Story:
			if slices.ContainsFunc(v.Articles, func(a fact.Article) bool { return a.ID == t.article.Doc }) {
				return true
			}
		case *fact.Conflict:
			if slices.ContainsFunc(v.Statements, func(s fact.Statement) bool { return on(s.At) }) {
				return true
			}
		case *fact.Merge:
			if slices.ContainsFunc(v.Notes, func(n fact.Note) bool { return on(n.At) }) {
				return true
			}
		}
		if on(f.at) {
			return true
		}
	}
	return false
}

// present says what else rules could look at on the line.
func (x *explainer) present(t target) string {
	var found []string
	for _, info := range rules.Scopes() {
		if strings.HasPrefix(string(info.Scope), "pair(") || info.Scope == fact.OverArticle || info.Scope == fact.OverStory {
			continue
		}
		n := 0
		if x.onLine(t, over(x.run, info.Scope), func(rules.Binding, []shownFact) error { n++; return nil }) == nil && n > 0 {
			found = append(found, fmt.Sprintf("%d of scope %s", n, info.Scope))
		}
	}
	if len(found) == 0 {
		return ", and none of another"
	}
	return "; there " + verbFor(found) + " " + strings.Join(found, ", ")
}

func verbFor(found []string) string {
	if len(found) == 1 && strings.HasPrefix(found[0], "1 ") {
		return "stands"
	}
	return "stand"
}
