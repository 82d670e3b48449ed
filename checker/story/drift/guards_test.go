package drift

import (
	"testing"

	"factcheck/internal/align"
	"factcheck/internal/page/pagetest"
)

// What is told of two things is no drift: a number of others, a place inside another, a
// day of a year that one text leaves to be guessed, the next person of a list.
func TestValuesOfTwoThings(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		kind       kind
		want       relation
	}{
		{"others", "The flu may have killed 40 other people.", "The flu killed 81 people.", kindNumber, apart},
		{"one figure", "The flu killed 40 people.", "The flu killed 81 people.", kindNumber, differs},
		{"a slip among others", "They found 123 other people.", "They found 132 people.", kindNumber, differs},
		{"a town and its state", "They met in Dunmarsh.", "They met in California.", kindName, apart},
		{"two towns", "They met in Dunmarsh.", "They met in Torvale.", kindName, differs},
		{"capital and town", "They met in Paris.", "They met in Lyon.", kindName, differs},
		{"one day of the year", "It ended on 24 February.", "It ended on 24 February 2011.", kindTime, agrees},
		{"two days", "It ended on 24 February 2012.", "It ended on 24 February 2011.", kindTime, differs},
	} {
		x, y := first(t, tt.kind, tt.a), first(t, tt.kind, tt.b)
		if got := x.relate(y); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// first returns the first value of a kind of a sentence.
func first(t *testing.T, k kind, sentence string) *value {
	t.Helper()
	d := pagetest.Read(t, "---\npublished: 2013-01-15\n---\n# Notice\n\n"+sentence+"\n")
	for _, p := range align.NewIndex(nil).PassagesOf(d) {
		for _, v := range valuesOf(p) {
			if v.kind == k {
				return v
			}
		}
	}
	t.Fatalf("no value in %q", sentence)
	return nil
}
