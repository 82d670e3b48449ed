package phrases_test

import (
	"strings"
	"testing"

	"factcheck/internal/phrases"
	"factcheck/internal/report"
)

// The judge is to be believed only if it tells what is untrue. 12 March 2024 is a
// Tuesday.
func TestJudge(t *testing.T) {
	at := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	const tuesday = "publication, Tuesday 12 March 2024"
	for _, tt := range []struct {
		text, value, from, to, anchor, explanation string
		wrong                                      string // of what is said; empty where all is true
	}{
		{"April", "2024-04", "2024-04-01", "2024-05-01", "publication", "no year is said; the last one up to " + tuesday + ", as the words round it speak of the past.", "it lies behind it"},
		{"April", "2023-04", "2023-04-01", "2023-05-01", "publication", "no year is said; the last one up to " + tuesday + ", as the words round it speak of the past.", ""},
		{"April", "2022-04", "2022-04-01", "2022-05-01", "publication", "no year is said; the last one up to " + tuesday + ", as the words round it speak of the past.", "it is not the last one"},
		{"April", "2023-04", "2023-04-01", "2023-05-01", "publication", "no year is said; the next one from " + tuesday + ", because the words round it point ahead.", "it is not the next one"},
		{"April 3", "2023-04-03", "2023-04-03", "2023-04-04", "publication", "no year is said; the one nearest to " + tuesday + ".", "the one of 2024 is nearer"},
		{"Friday", "2024-03-08", "2024-03-08", "2024-03-09", "publication", "the latest Friday up to " + tuesday + "; the other reading is 15 March 2024.", ""},
		{"Friday", "2024-03-08", "2024-03-08", "2024-03-09", "publication", "the latest Friday up to " + tuesday + "; the other reading is 16 March 2024.", "not a week off, nor"},
		{"Friday", "2024-03-07", "2024-03-07", "2024-03-08", "publication", "the latest Friday up to " + tuesday + ".", "the day is a Thursday"},
		{"Friday", "2024-03-15", "2024-03-15", "2024-03-16", "publication", "the latest Friday up to " + tuesday + ".", "it is not the latest one"},
		{"Friday", "2024-03-01", "2024-03-01", "2024-03-02", "publication", "the latest Friday up to " + tuesday + ".", "it is not the latest one"},
		{"Friday", "2024-03-22", "2024-03-22", "2024-03-23", "publication", "the next Friday from " + tuesday + ", because the words round it point ahead.", "it is not the next one"},
		{"Tuesday", "2024-03-12", "2024-03-12", "2024-03-13", "publication", "the Tuesday after " + tuesday + ": six days back would be last Tuesday, and no past tense governs it.", "it is not the day after"},
		{"Monday the 12th", "2024-03-12", "2024-03-12", "2024-03-13", "publication", "the Monday the 12th nearest to " + tuesday + ".", "the day is a Tuesday"},
		{"yesterday", "2024-03-10", "2024-03-10", "2024-03-11", "publication", "counted from " + tuesday + ".", "it is not the day"},
		{"yesterday", "2024-03-11", "2024-03-11", "2024-03-12", "publication", "counted from publication, Monday 12 March 2024.", "is a Tuesday"},
		{"yesterday", "2024-03-11", "2024-03-11", "2024-03-12", "publication", "counted from publication, Wednesday 13 March 2024.", "the explanation says"},
		{"yesterday", "2024-03-11", "2024-03-11", "2024-03-12", "previous", "counted from " + tuesday + ".", "the anchor is previous"},
		{"the next day", "2024-03-11", "2024-03-11", "2024-03-12", "previous", "counted from “Sunday” (Sunday 10 March 2024).", "no time “Sunday”"},
		{"nine", "2024-03-11T09:00", "2024-03-11T09:00", "2024-03-11T09:01", "previous", "the day is that of “Sunday” in the same sentence.", "is another day"},
		{"1998", "1989", "1989-01-01", "1990-01-01", "explicit", "complete in itself.", "the words say 1998"},
		{"May 1998", "1998-05", "1998-05-01", "1998-06-02", "explicit", "complete in itself.", "the value is"},
		{"May 1998", "1998-05", "1998-06-01", "1998-05-02", "explicit", "complete in itself.", "from 1998-06-01"},
		{"31 June", "XXXX-06-31", "2024-06-30", "2024-07-01", "none", "no such date: June has 30 days.", "there is an interval"},
		{"31 June", "XXXX-06-31", "", "", "none", "no such date: June has 29 days.", "June has 30 days"},
		{"soon", "FUTURE_REF", "", "", "none", "because it is so.", "no known form"},
		{"mid-2016", "2016", "2016-05-01", "2016-09-01", "explicit", "complete in itself.", ""},
		{"week 24", "2018-W24", "2018-06-11", "2018-06-18", "explicit", "complete in itself.", ""},
		{"week 24", "2018-W24", "2018-06-18", "2018-06-25", "explicit", "complete in itself.", "the value is"},
	} {
		d := &report.DatedDocument{Text: tt.text, Published: report.Published{From: at("2024-03-12"), To: at("2024-03-13")}}
		d.Times = []report.Time{{
			Text: tt.text, End: len(tt.text), Type: "DATE", Value: tt.value, Anchor: tt.anchor, Direction: "given",
			From: at(tt.from), To: at(tt.to), Explanation: tt.explanation,
		}}
		got := strings.Join(phrases.Times(d), "\n")
		if (got == "") != (tt.wrong == "") || !strings.Contains(got, tt.wrong) {
			t.Errorf("%s: %s, want %q", tt.text, got, tt.wrong)
		}
	}
}

// Each phrase of the exhaustive ones is another, and bytes choose sentences.
func TestPhrases(t *testing.T) {
	n := 0
	seen := map[string]bool{}
	for p := range phrases.Exhaustive(2) {
		n++
		seen[p] = true
	}
	if c := phrases.Classes(); n != c*c || len(seen) != n {
		t.Errorf("%d phrases of two, %d of them different, over %d classes", n, len(seen), c)
	}
	first, rest := phrases.FromBytes([]byte{0, 0, 0, 0, 11, 'x'})
	second, _ := phrases.FromBytes([]byte{0, 0, 0, 1, 11, 'x'})
	if first == "" || first == second || string(rest) != "x" {
		t.Errorf("%q and %q, and %q is left", first, second, rest)
	}
}
