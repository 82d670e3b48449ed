package main

import (
	"fmt"
	"io"

	"github.com/hashicorp/go-multierror"

	"factcheck"
	"factcheck/internal/article"
	"factcheck/internal/render"
	"factcheck/internal/report"
)

// runWhatIf reads the articles under both publication dates and prints the time
// expressions that change. An article whose own date is not known well enough
// to count from is a problem and is left out.
func (f *datesFlags) runWhatIf(s *streams, paths []string) error {
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	read, unread := f.articles(s, paths)
	articles := read.Articles
	setups, err := f.setups(&s.configurations, articles, nil, nil, false)
	problems += s.problems(err)
	published, err := f.date()
	problems += s.problems(err)
	other, err := article.ParseDate(f.whatIf)
	if err != nil {
		problems += s.problems(fmt.Errorf("--what-if: %w", err))
	}
	problems += s.problems(unread)
	if other == nil || published == nil && f.published != "" {
		return done(problems) // one of the two days is missing
	}
	before, err := datesOn(articles, setups.configured(), factcheck.WithPublished(published), factcheck.WithPassedOver(read))
	problems += s.problems(err)
	after, err := datesOn(articles, setups.configured(), factcheck.WithPublished(other))
	problems += s.problems(err)
	onOther := map[string]*report.DatedDocument{}
	for i := range after.Documents {
		onOther[after.Documents[i].Doc] = &after.Documents[i]
	}
	result := &report.WhatIf{Schema: report.Schema, Documents: []report.ComparedDocument{}}
	for i := range before.Documents {
		a := &before.Documents[i]
		b := onOther[a.Doc]
		if b == nil {
			continue // an internal error, which is said above
		}
		if !a.Anchored {
			problems += s.problems(fmt.Errorf("%s: the publication date is not known closely enough to compare with (give it with --published)", a.Name))
			continue
		}
		b.Published.Explanation = "--what-if says " + f.whatIf
		result.Documents = append(result.Documents, compare(a, b))
	}
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error {
			if format == "json" {
				return render.JSON(w, result)
			}
			return render.NewText(w, coloured(w)).WhatIf(result)
		}))
	}
	s.unread(before.Unread)
	return done(problems)
}

// datesOn returns the times of the articles. The error lists those that are left
// out.
func datesOn(articles []*factcheck.Article, options ...factcheck.Option) (*report.Dates, error) {
	run, err := factcheck.Open(articles, options...)
	dates := run.Dates()
	return dates, multierror.Append(multierror.Append(nil, flatten(err)...), flatten(run.Err())...).ErrorOrNil()
}

// compare returns what means something else in b, the same article as a under
// another publication date.
func compare(a, b *report.DatedDocument) report.ComparedDocument {
	out := report.ComparedDocument{Doc: a.Doc, File: a.File, Name: a.Name, Published: a.Published, WhatIf: b.Published, Changes: []report.Change{}, Times: len(a.Times)}
	k := 0
	for i := range a.Times {
		x := &a.Times[i]
		for k < len(b.Times) && b.Times[k].Start < x.Start {
			k++
		}
		if k == len(b.Times) || b.Times[k].Start != x.Start || b.Times[k].End != x.End {
			continue
		}
		before, after := meaning(x), meaning(&b.Times[k])
		if before.Value != after.Value || !sameMoment(before.From, after.From) || !sameMoment(before.To, after.To) {
			out.Changes = append(out.Changes, report.Change{Text: x.Text, Start: x.Start, End: x.End, Before: before, After: after, Place: x.Place})
		}
	}
	return out
}

func meaning(t *report.Time) report.Meaning {
	return report.Meaning{Value: t.Value, From: t.From, To: t.To}
}

func sameMoment(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
