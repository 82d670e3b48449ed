package checker

import (
	"context"
	"testing"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/rules"
)

// TestTimeFlags: what rules can ask of clock times, ranges and lists.
func TestTimeFlags(t *testing.T) {
	for _, tt := range []struct{ when, text string }{
		{`time.clock == 13 * 60 + 40 && !has(time.utc_offset)`, "It struck at 1:40 p.m. on Friday."},
		{`time.restates && time.clock == 10 * 60 + 40 && time.utc_offset == 0`, "It struck at 1:40 p.m. (1040 GMT) on Friday."},
		{`time.half_open`, "It struck at seven o'clock on Friday."},
		{`time.joins == "range end" && time.date.day == 15`, "They met from June 12 to 15."},
		{`time.joins == "listed" && time.date.day == 25`, "They met on April 24 and 25."},
	} {
		set, err := rules.Condition(fact.OverTime, rules.Source{Name: "x", Text: tt.when})
		if err != nil {
			t.Fatal(err)
		}
		articles, err := article.Parse("a.md", []byte("---\npublished: 2018-06-20\n---\n"+tt.text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		holding, err := Read(Input{Articles: articles}, Options{}).Holding(context.Background(), set)
		if err != nil || len(holding) != 1 {
			t.Errorf("%s: %s holds of %d times, want 1 (%v)", tt.text, tt.when, len(holding), err)
		}
	}
}
