package checker

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// RunCase runs one case of a rule through the whole pipeline, with the rules
// of set, and returns an error that says what came out otherwise: too few or
// too many findings, or one at another place than [[…]] marks.
func RunCase(ctx context.Context, set *rules.Set, rule *rules.Rule, c rules.Case) error {
	at := fmt.Sprintf("%s:%d:%d: %s", rule.File, c.Pos.Line, c.Pos.Column, rule.ID)
	if c.Name != "" {
		at += " (" + c.Name + ")"
	}
	in, marks, err := caseInput(c)
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	opt := Options{Rules: set.Only(rule), Time: &timeline.Options{Almanac: timeline.BuiltinAlmanac()}}
	if c.Almanac != "" {
		a, err := timeline.ParseAlmanac("almanac", []byte(c.Almanac))
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		opt.Time.Almanac = timeline.Join(opt.Time.Almanac, a)
	}
	got, err := Read(in, opt).Check(ctx)
	if err != nil {
		return fmt.Errorf("%s:%s", at, oneLine(err))
	}
	if len(got.Findings) != c.Fires {
		return fmt.Errorf("%s: found %d, want %d%s", at, len(got.Findings), c.Fires, describe(got.Findings))
	}
	for _, m := range marks {
		if !hits(got.Findings, m) {
			return fmt.Errorf("%s: no finding at “%s”%s", at, m.text, describe(got.Findings))
		}
	}
	return nil
}

// oneLine writes the problems of a run one after the other.
func oneLine(err error) string {
	var b strings.Builder
	for _, e := range multierror.Append(nil, err).Errors {
		b.WriteString("\n    ")
		b.WriteString(strings.TrimSpace(e.Error()))
	}
	return b.String()
}

// A mark is where a case wants a finding.
type mark struct {
	doc  string
	span text.Span
	text string
}

// caseInput turns a case into documents and the marked places.
func caseInput(c rules.Case) (Input, []mark, error) {
	var in Input
	var marks []mark
	in.SameStory = len(c.Story) > 0
	if c.Published != "" {
		d, err := article.ParseDate(c.Published)
		if err != nil {
			return in, nil, err
		}
		in.Published = d
	}
	texts := c.Story
	if c.Text != "" {
		texts = append([]string{c.Text}, texts...)
	}
	for i, marked := range texts {
		clean, spans, err := rules.Marked(marked)
		if err != nil {
			return in, nil, err
		}
		a, err := parseCase(fmt.Sprintf("text%d.md", i+1), clean)
		if err != nil {
			return in, nil, err
		}
		in.Articles = append(in.Articles, a...)
		for _, s := range spans {
			marks = append(marks, mark{a[0].ID, s, s.In(clean)})
		}
	}
	for i, source := range c.Sources {
		a, err := parseCase(fmt.Sprintf("source%d.md", i+1), source)
		if err != nil {
			return in, nil, err
		}
		in.Sources = append(in.Sources, a...)
	}
	return in, marks, nil
}

func parseCase(name, src string) ([]*article.Article, error) {
	return article.Parse(name, []byte(src))
}

func hits(found []report.Finding, m mark) bool {
	for _, f := range found {
		if f.Doc == m.doc && f.Start.Offset < m.span.End && m.span.Start < f.End.Offset {
			return true
		}
	}
	return false
}

func describe(found []report.Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "\n    %s:%d:%d: %s “%s”: %s", f.Doc, f.Start.Line, f.Start.Column, f.Rule, f.Quote, f.Message)
	}
	return b.String()
}
