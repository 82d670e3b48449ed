package results_test

import (
	"testing"

	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/results"
)

// TestOutcomes tells votes and games by verbs that fit their numbers or do not: a bill
// with fewer votes for it than against is not passed, and a draw has two equal sides.
func TestOutcomes(t *testing.T) {
	for _, x := range []struct{ text, verb string }{
		{"The bill was passed by 40 votes to 60.", "passed"},
		{"The bill was passed by 60 votes to 40.", ""},
		{"The two teams drew 2-1.", "drew"},
		{"The two teams drew 2-2.", ""},
		{"Leeds lost 3-1 to York on Saturday.", ""},
	} {
		verb := ""
		for _, f := range results.Read(pagetest.Dated(t, "2019-06-20", x.text)) {
			verb = f.Named[0]
		}
		if verb != x.verb {
			t.Errorf("%s: contradicts %q, want %q", x.text, verb, x.verb)
		}
	}
}

// TestStreaks breaks runs by what went before, or leaves them whole.
func TestStreaks(t *testing.T) {
	for _, x := range []struct {
		text   string
		count  int64
		broken bool
	}{
		{"Leeds won 2-1 at York, their fifth straight win, after losing 3-0 to Hull last week.", 5, true},
		{"Leeds won 2-1 at York, their fifth straight win, after beating Hull 3-0 last week.", 5, false},
	} {
		count, broken := int64(0), false
		for _, f := range results.Streaks(pagetest.Dated(t, "2019-06-20", x.text)) {
			count, broken = f.Count, broken || f.Broken
		}
		if broken != x.broken || broken && count != x.count {
			t.Errorf("%s: a run of %d, broken %v, want %d, %v", x.text, count, broken, x.count, x.broken)
		}
	}
}
