package checker

import (
	"cmp"

	"factcheck/internal/format"
	"factcheck/internal/page"
	"factcheck/internal/report"
)

// Texts returns what was read of the articles, zone by zone.
func (r *Run) Texts() *report.Texts {
	out := &report.Texts{Schema: report.Schema, Documents: make([]report.TextDocument, 0, r.articles), Unread: r.Unread()}
	for _, d := range left(r.docs[:r.articles]) {
		out.Documents = append(out.Documents, textOf(d))
	}
	return out
}

func textOf(d *page.Page) report.TextDocument {
	a := d.Article
	out := report.TextDocument{
		Doc: a.ID, File: a.File, Name: d.DisplayName(), Format: cmp.Or(a.Format, format.Text), Title: a.Meta.Title, Outlet: a.Meta.Outlet,
		Published: published(&d.Published), Text: a.Text, Zones: make([]report.TextZone, 0, len(a.Zones)),
	}
	for _, z := range a.Zones {
		out.Zones = append(out.Zones, report.TextZone{
			Zone: report.Zone{Kind: z.Kind.String(), Start: z.Span.Start, End: z.Span.End}, Why: z.Why, Place: d.Position(z.Span.Start),
		})
	}
	return out
}
