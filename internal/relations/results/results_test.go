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

// TestHeadlineGames sets the winner of a headline beside the text: it is contradicted
// only where one game, by its score, ends the other way round.
func TestHeadlineGames(t *testing.T) {
	for _, x := range []struct{ text, verb string }{
		{"# Rovers win 3-1\n\nTown beat Rovers 3-1 on Tuesday night with two goals from their captain.", "Rovers win 3-1"},
		{"# Rovers win 3-1\n\nRovers beat Town 3-1 on Tuesday night.", ""},
		{"# Rovers beat Town 3-1 in the rain\n\nThe rain never stopped. Town beat Rovers 3-1 on Tuesday night.", "Rovers beat Town 3-1"},
		{"# Rovers lose 2-0 at home\n\nRovers beat Town 2-0 on Tuesday night.", "Rovers lose 2-0"},
		{"# Rovers lose 2-0 at home\n\nTown beat Rovers 2-0 on Tuesday night.", ""},
		{"# Rovers win 3-1\n\nRovers lost 3-1 to Town on Tuesday night.", "Rovers win 3-1"},
		{"# Rovers win 3-1\n\nA week after Town beat Rovers 2-0, the two met again.", ""},
		{"# Rovers win 3-1\n\nTown United beat Rovers United 2-1 last week.", ""},
		{"# Town Rovers win 3-1\n\nCity Rovers beat Port Rovers 3-1 on Tuesday.", ""},
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
