package render

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
)

// What is written piece by piece is what encoding/json writes of the whole, in
// the order of the fields.
func TestPiecesAreTheWhole(t *testing.T) {
	doc := report.Document{Doc: "a", File: "<a>.md", Zones: []report.Zone{{Kind: "body", Start: 1, End: 2}}}
	finding := report.Finding{ID: "1", Message: "“a” & <b>\n", Related: []report.Related{{Doc: "a"}}, Assumptions: []string{}, Suggestions: []report.Suggestion{}}
	unread := report.Unread{NotRead: []report.NotRead{{Doc: "a"}, {Doc: "b"}}, PassedOver: []report.PassedOver{{Folder: "f", Files: 2}}, NoDate: []report.NoDate{{Doc: "a", Line: 2}}}
	checks := []*report.Check{
		{Schema: 1, Documents: []report.Document{}, Findings: []report.Finding{}, Suppressed: []report.Suppressed{}, NotChecked: []report.NotChecked{}},
		{Schema: 1, Documents: []report.Document{doc, doc}, Findings: []report.Finding{finding, finding}, Suppressed: []report.Suppressed{{ID: "2"}}, NotChecked: []report.NotChecked{{Doc: "a"}, {}}, Unread: unread, Summary: report.Summary{Note: 3}},
	}
	for _, c := range checks {
		same(t, c, func(b *strings.Builder) error { return CheckJSON(b, c) })
	}
	event := report.Event{ID: "e", Participants: []string{"A", "B"}, Mentions: []report.Mention{{Doc: "a"}}}
	for _, x := range []*report.Timeline{{Schema: 1, Documents: []report.Document{doc}, Events: []report.Event{}}, {Schema: 1, Documents: []report.Document{}, Events: []report.Event{event, event}, Undated: 2, Unread: unread}} {
		same(t, x, func(b *strings.Builder) error { return TimelineJSON(b, x) })
	}
	dated := report.DatedDocument{Doc: "d", Times: []report.Time{{Text: "Friday"}}}
	for _, x := range []*report.Dates{{Schema: 1, Documents: []report.DatedDocument{}}, {Schema: 1, Documents: []report.DatedDocument{dated, {}}, Unread: unread}} {
		same(t, x, func(b *strings.Builder) error { return DatesJSON(b, x.Seq()) })
	}
}

func same(t *testing.T, whole any, pieces func(*strings.Builder) error) {
	t.Helper()
	var want, got strings.Builder
	if err := JSON(&want, whole); err != nil {
		t.Fatal(err)
	}
	if err := pieces(&got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), got.String()); diff != "" {
		t.Errorf("(-whole +pieces):\n%s", diff)
	}
}
