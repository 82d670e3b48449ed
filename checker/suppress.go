package checker

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/config"
	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/internal/page"
	"factcheck/internal/parallel"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// UnusedRule is the rule under which a suppression that hides nothing is
// reported.
const UnusedRule = "suppression/unused"

// What a finding can be suppressed by.
const (
	byComment     = "comment"
	byFrontMatter = "front-matter"
	byDismissal   = "dismissal"
	byBaseline    = "baseline"
	byOlder       = "older" // an older version of the articles has it
)

// instruction begins a comment that switches rules off.
const (
	instruction       = instructionPrefix + "disable"
	instructionPrefix = "factcheck-"
)

// A suppression switches a rule, or the rules of an area, off for a paragraph
// or an article.
type suppression struct {
	rule   string    // id or area/*
	at     text.Span // of the id, in the article
	about  text.Span // where it holds
	by     string
	reason string
	used   bool
}

// problemList collects errors of any kind.
type problemList struct{ all *multierror.Error }

func (p *problemList) add(errs ...error) {
	for _, err := range errs {
		p.all = multierror.Append(p.all, err)
	}
}

func (p *problemList) err() error { return p.all.ErrorOrNil() }

// A suppressor holds the suppressions of one document by rule id or area/*.
type suppressor struct {
	doc      *page.Page
	set      *rules.Set
	all      []*suppression
	comments map[string][]*suppression // in the order of the text
	whole    map[string]*suppression   // of the whole document
	problems problemList
}

// suppressorOf reads the comments and the front matter of a document.
func (r *Run) suppressorOf(d *page.Page) *suppressor {
	s := &suppressor{doc: d, set: r.rulesOf(d), comments: map[string][]*suppression{}, whole: map[string]*suppression{}}
	for _, x := range d.Article.Meta.Disabled {
		s.frontMatter(x)
	}
	for _, c := range d.Article.Comments {
		s.comment(c)
	}
	return s
}

// readSuppressor is suppressorOf; a defect leaves the document without, so that
// nothing is hidden for it, and so does one that was lost.
func (r *Run) readSuppressor(d *page.Page) (s *suppressor) {
	if d.Lost != nil {
		return &suppressor{doc: d}
	}
	if defect := isolate.Do(d.Work(isolate.StageSuppressions), func() { s = r.suppressorOf(d) }); defect != nil {
		s = &suppressor{doc: d}
		s.problems.add(defect)
	}
	return s
}

func (s *suppressor) fail(at int, message, hint string) {
	p := s.doc.Position(at)
	s.problems.add(&article.Error{File: s.doc.DisplayName(), Line: p.Line, Column: p.Column, Message: message, Hint: hint})
}

func (s *suppressor) frontMatter(x article.Disabled) {
	if !hasLetter(x.Reason) {
		s.fail(x.Span.Start, instruction+" has no reason", "write RULE: why it may stand")
		return
	}
	for _, rule := range s.ids(x.Rules, x.Span.Start, x.Span.Len() > 0) {
		rule.by, rule.reason, rule.about = byFrontMatter, x.Reason, text.Span{End: len(s.doc.Article.Text)}
		s.all = append(s.all, rule)
		if s.whole[rule.rule] == nil {
			s.whole[rule.rule] = rule
		}
	}
}

// comment reads one comment, which may be no instruction.
func (s *suppressor) comment(c article.Comment) {
	body := strings.TrimSuffix(strings.TrimPrefix(c.Span.In(s.doc.Article.Text), "<!--"), "-->")
	at := c.Span.Start + len("<!--")
	word, rest := firstBlank(strings.TrimLeftFunc(body, unicode.IsSpace))
	if !strings.HasPrefix(word, instructionPrefix) {
		return
	}
	if word != instruction {
		s.fail(c.Span.Start, fmt.Sprintf("unknown instruction %q", word), "write <!-- "+instruction+" RULE: why it may stand -->")
		return
	}
	at += len(body) - len(rest)
	list, reason, _ := strings.Cut(rest, ":")
	switch {
	case strings.TrimSpace(list) == "":
		s.fail(c.Span.Start, instruction+" names no rule", "write <!-- "+instruction+" RULE: why it may stand -->")
		return
	case !hasLetter(reason):
		s.fail(c.Span.Start, instruction+" has no reason", fmt.Sprintf("write <!-- %s %s: why it may stand -->", instruction, strings.Join(strings.Fields(list), " ")))
		return
	}
	for _, rule := range s.ids(list, at, true) {
		rule.by, rule.reason, rule.about = byComment, strings.Join(strings.Fields(reason), " "), c.About
		s.all = append(s.all, rule)
		s.comments[rule.rule] = append(s.comments[rule.rule], rule)
	}
}

// firstBlank cuts s before its first blank or colon.
func firstBlank(s string) (word, rest string) {
	i := strings.IndexFunc(s, func(r rune) bool { return r == ':' || unicode.IsSpace(r) })
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i:]
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// ids splits a list of rules, which stands at an offset; if it is not as
// written there, all are said to stand at its start. Rules that do not exist
// are problems.
func (s *suppressor) ids(list string, at int, exact bool) []*suppression {
	var out []*suppression
	for part := range strings.SplitSeq(list, ",") {
		id := strings.TrimSpace(part)
		span := text.Span{Start: at, End: at}
		if exact {
			span.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
			span.End = span.Start + len(id)
			at += len(part) + 1
		}
		if _, err := s.set.Match(id); err != nil {
			s.fail(span.Start, err.Error(), "")
			continue
		}
		out = append(out, &suppression{rule: id, at: span})
	}
	return out
}

// find returns the suppression of a rule at a span: the comment's before the
// front matter's, the rule's own before its area's.
func (s *suppressor) find(rule string, at text.Span) *suppression {
	area, _, _ := strings.Cut(rule, "/")
	for _, id := range [...]string{rule, area + "/*"} {
		list := s.comments[id]
		i := sort.Search(len(list), func(i int) bool { return list[i].about.End > at.Start })
		if i < len(list) && (list[i].about.Overlaps(at) || list[i].about.Contains(at)) {
			return list[i]
		}
	}
	for _, id := range [...]string{rule, area + "/*"} {
		if x := s.whole[id]; x != nil {
			return x
		}
	}
	return nil
}

// suppress takes out of c what comments and front matter switch off, and reports
// those of them that hide nothing. The findings of c are those of all, in the same
// order. A suppression that is wrong is an error.
func (r *Run) suppress(c *report.Check, all []outcome) error {
	var problems problemList
	by := make([]*suppressor, r.articles)
	parallel.Each(r.articles, func(i int) { by[i] = r.readSuppressor(r.docs[i]) })
	kept := []report.Finding{}
	for i := range c.Findings {
		f := &c.Findings[i]
		var x *suppression
		if d := r.byID(f.Doc); d != nil && d.Index < r.articles {
			x = by[d.Index].find(f.Rule, all[i].At.Span)
		}
		if x == nil {
			kept = append(kept, *f)
			continue
		}
		x.used = true
		c.Suppressed = append(c.Suppressed, report.Suppressed{ID: f.ID, Rule: f.Rule, Doc: f.Doc, By: x.by, Reason: x.reason})
	}
	var unused []outcome
	for _, s := range by {
		if s.problems.all != nil {
			problems.add(s.problems.all.Errors...)
		}
		unused = append(unused, r.unused(s)...)
	}
	list, _, unplaced := r.findings(unused)
	for _, f := range unplaced {
		problems.add(f.err)
	}
	setFindings(c, append(kept, list...))
	r.sort(c.Findings)
	return problems.err()
}

// unused returns what to report of the suppressions of one document that hide
// nothing although their rules ran.
func (r *Run) unused(s *suppressor) []outcome {
	opt := r.optionsOf(s.doc)
	if opt.UnusedOff {
		return nil
	}
	rule := &rules.Rule{ID: UnusedRule, Severity: opt.Unused}
	if rule.Severity == 0 {
		rule.Severity = rules.SeverityNote
	}
	var out []outcome
	for _, x := range s.all {
		if x.used || !r.ranAll(s.doc, x.rule) {
			continue
		}
		where := "in this paragraph"
		switch {
		case x.by == byFrontMatter:
			where = "in this article"
		case x.about.Len() == 0:
			where = "here: no paragraph follows"
		}
		at := fact.Place{Doc: s.doc.Article.ID, File: s.doc.Article.File, Span: x.at, Text: x.at.In(s.doc.Article.Text)}
		out = append(out, outcome{doc: s.doc, Outcome: rules.Outcome{
			Rule: rule, Severity: rule.Severity, Confidence: rules.High, At: at,
			Message: fmt.Sprintf("%s is switched off, but finds nothing %s", x.rule, where),
			Fixes:   []fact.Fix{{Message: "take the rule out of " + instruction}},
		}})
	}
	return out
}

// ranAll reports whether all rules that name means and that are on looked at
// the document, and at least one did.
func (r *Run) ranAll(d *page.Page, name string) bool {
	ran := false
	list, _ := r.rulesOf(d).Match(name)
	for _, rule := range list {
		if !rule.Enabled {
			continue
		}
		if !r.Ran(d.Article.ID, rule.ID) {
			return false
		}
		ran = true
	}
	return ran
}

// Ran reports, after [Run.Check], whether a rule looked at an article: it is
// on, had what it needs, and did not fail.
func (r *Run) Ran(doc, rule string) bool {
	d := r.byID(doc)
	if d == nil || d.Index >= r.articles {
		return false
	}
	if rule == UnusedRule {
		return !r.optionsOf(d).UnusedOff
	}
	x := r.rulesOf(d).Rule(rule)
	return x != nil && x.Enabled && !r.missed[missed{doc, rule}]
}

// missed is a rule that did not look at a document, or failed there.
type missed struct{ doc, rule string }

// setFindings gives c these findings and counts them.
func setFindings(c *report.Check, list []report.Finding) {
	c.Findings = append([]report.Finding{}, list...)
	c.Summary = report.Summary{}
	for _, f := range c.Findings {
		switch f.Severity {
		case severityError:
			c.Summary.Error++
		case severityWarning:
			c.Summary.Warning++
		default:
			c.Summary.Note++
		}
	}
}

// The severities that outrank a note.
const (
	severityError   = "error"
	severityWarning = "warning"
)

// severityRank orders severities as findings show them, the worst first.
func severityRank(s string) int {
	switch s {
	case severityError:
		return 0
	case severityWarning:
		return 1
	}
	return 2
}

// sort puts findings in the order of Run.findings.
func (r *Run) sort(list []report.Finding) {
	of := severityRank
	slices.SortStableFunc(list, func(a, b report.Finding) int {
		x, y := r.byID(a.Doc), r.byID(b.Doc)
		switch {
		case of(a.Severity) != of(b.Severity):
			return of(a.Severity) - of(b.Severity)
		case x != nil && y != nil && x.Index != y.Index:
			return x.Index - y.Index
		case a.Start.Offset != b.Start.Offset:
			return a.Start.Offset - b.Start.Offset
		}
		return strings.Compare(a.Rule, b.Rule)
	})
}

// A Dismissal is somebody's decision that one finding may stand.
type Dismissal struct {
	ID, Rule, Reason, Who string
	Doc, Date             string // may be empty
	At                    config.Place
}

// ParseDismissals reads a list of dismissals. It returns those that are right
// and every problem at its place.
func ParseDismissals(file string, src []byte) ([]Dismissal, error) {
	records, err := config.Records(file, src, config.Form{Required: []string{"id", "rule", "reason", "who"}, Optional: []string{"date", "doc"}, Check: checkDismissal})
	var bad problemList
	if err != nil {
		bad.add(err)
	}
	var out []Dismissal
	lines := map[string]int{}
	for i := range records {
		rec := &records[i]
		d := Dismissal{ID: rec.Get("id").Text, Rule: rec.Get("rule").Text, Reason: rec.Get("reason").Text, Who: rec.Get("who").Text, Doc: rec.Get("doc").Text, Date: rec.Get("date").Text, At: rec.At}
		if lines[d.ID] > 0 {
			bad.add(d.At.Error(fmt.Sprintf("%s is dismissed twice", d.ID), fmt.Sprintf("first in line %d", lines[d.ID])))
			continue
		}
		lines[d.ID] = d.At.Line
		out = append(out, d)
	}
	return out, bad.err()
}

// The keys of a dismissal that are checked.
const (
	keyID     = "id"
	keyReason = "reason"
	keyDate   = "date"
)

func checkDismissal(key, value string) (message, hint string) {
	switch key {
	case keyReason:
		if !hasLetter(value) {
			return "the reason says nothing", ""
		}
	case keyDate:
		if _, err := timeline.ParseDay(value); err != nil {
			return fmt.Sprintf("%q is not a date", value), "write it as 2018-06-17"
		}
	}
	return checkID(key, value)
}

func checkID(key, value string) (message, hint string) {
	if key == keyID && !isID(value) {
		return fmt.Sprintf("%q is not the id of a finding", value), "12 digits from 0 to f, as in the JSON of factcheck check"
	}
	return "", ""
}

// isID reports whether s has the form of a finding's id.
func isID(s string) bool {
	return len(s) == 2*idBytes && strings.Trim(s, "0123456789abcdef") == ""
}

// Dismiss takes the findings that were dismissed out of c and lists them as
// suppressed. It returns the dismissals that hide nothing although their rule
// looked at their document, in their order. One of another rule than its
// finding is an error, and does not count.
func (r *Run) Dismiss(c *report.Check, list []Dismissal) (unused []Dismissal, err error) {
	byID := map[string]*Dismissal{}
	for i := range list {
		if byID[list[i].ID] == nil {
			byID[list[i].ID] = &list[i]
		}
	}
	used := map[string]bool{}
	for _, s := range c.Suppressed {
		used[s.ID] = true
	}
	var problems problemList
	var kept []report.Finding
	for _, f := range c.Findings {
		d := byID[f.ID]
		if d != nil && d.Rule != f.Rule {
			problems.add(d.At.Error(fmt.Sprintf("%s is a finding of %s, not of %s", f.ID, f.Rule, d.Rule), "correct the rule"))
			used[f.ID], d = true, nil
		}
		if d == nil {
			kept = append(kept, f)
			continue
		}
		used[f.ID] = true
		c.Suppressed = append(c.Suppressed, report.Suppressed{ID: f.ID, Rule: f.Rule, Doc: f.Doc, By: byDismissal, Reason: d.Reason})
	}
	setFindings(c, kept)
	for _, d := range list {
		if !used[d.ID] && r.Ran(d.Doc, d.Rule) {
			unused = append(unused, d)
		}
	}
	return unused, problems.err()
}
