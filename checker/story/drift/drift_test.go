package drift

import (
	"fmt"
	"strings"
	"testing"

	"factcheck/internal/page"
	"factcheck/internal/page/pagetest"
)

// differing writes the slots of a draft in which it and its source are not the same.
func differing(t *testing.T, draft, source string) string {
	t.Helper()
	s := pagetest.Read(t, "---\npublished: 2019-06-18\n---\nNotice\n\n"+source+"\n")
	d := pagetest.Read(t, "---\npublished: 2019-06-20\n---\nNotice\n\n"+draft+"\n")
	var out []string
	for _, a := range NewSources([]*page.Page{s}).Alignments(d) {
		for _, x := range a.Slots {
			if !x.Same {
				out = append(out, fmt.Sprintf("%s %s|%s", x.Kind, x.Text, x.SourceText))
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestSlots(t *testing.T) {
	for _, tt := range []struct{ draft, source, want string }{
		{"The ferry sank off Dunmore with 41 people on board.", "With 14 people on board the ferry sank off Dunmore.", "number 41 people|14 people"},
		{"The ferry sank off Dunmore with about 40 people on board.", "With 41 people on board the ferry sank off Dunmore.", ""},
		{"The wall rises 4.6 feet above the road.", "Above the road the wall rises 1.4 metres.", ""},
		{"The wall rises 1.4 feet above the road.", "Above the road the wall rises 1.4 metres.", "number 1.4 feet|1.4 metres"},
		// "Eleven" has no noun; the draft counts children itself.
		{"Eleven were hurt as the pier gave way. Four children were hurt.", "Three children were hurt as the pier gave way.", "number Four children|Three children"},
		{"The shop in the station closed on Tuesday.", "The shop in the station closed today.", ""}, // 18 June 2019 was a Tuesday
		{"The shop in the station closed on Monday.", "The shop in the station closed today.", "weekday"},
		{"The shop in the station closed yesterday.", "The shop in the station closed yesterday.", "date yesterday|yesterday"},
		{"“It cost us the whole harvest this year,” said Ann Bell.", "“It cost us the whole summer this year,” said Ann Bell.", "quote It cost us the whole harvest this year|It cost us the whole summer this year"},
		{"“It cost us … this year in full,” said Ann Bell.", "“It cost us the whole summer this year in full,” said Ann Bell.", ""},
		{"Anna Bell led the school for 10 years.", "For 19 years the school was led by Anna Bell.", "number 10 years|19 years"},
		{"Anna Bell led the school for two weeks.", "For 14 days the school was led by Anna Bell.", ""},
		{"At the summit the wind reached 95 miles an hour.", "The wind at the summit reached 95 kilometres an hour.", "number 95|95"},
		{"The repair of the hall cost 840,000 dollars.", "The repair of the hall cost 840,000 crowns.", "number 840,000 dollars|840,000 crowns"},
		{"The summer fair opens on 30 July.", "The summer fair of this year opens on 31 July.", "date 30 July|31 July"},
		{"Members of the World Health Organization agreed.", "Members of the World Health Organisation agreed.", ""},
		{"The clerks left after the vote was taken.", "The clerks left before the vote was taken.", "order after|The clerks left before the vote was taken."},
		{"The vote was taken after the clerks left.", "The clerks left before the vote was taken.", ""},
		{"The walker was flown to hospital in Penbrook after a fall.", "After a fall the walker was flown to hospital in Carrick.", "place Penbrook|Carrick"},
	} {
		got := differing(t, tt.draft, tt.source)
		if got != tt.want && !(tt.want == "weekday" && got != "") {
			t.Errorf("%s\n%s\ngot %q, want %q", tt.draft, tt.source, got, tt.want)
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"marta hollis", "marta holliss", true},
		{"hollis", "marta holliss", true},
		{"marta hollis", "marta hollis", false},
		{"okinawa", "okinawan", false},
		{"anna bell", "anna marsh", false},
		{"java", "jaya", true},
		{"iran", "bar ilan university", false},
		{"liberman", "avigdor lieberman", true},
	} {
		if got := spelling(strings.Fields(tt.a), strings.Fields(tt.b)); got != tt.want {
			t.Errorf("%s, %s: %v", tt.a, tt.b, got)
		}
	}
}
