package render

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
)

func at(offset, line, column int) report.Position {
	return report.Position{Offset: offset, Line: line, Column: column}
}

func day(s string) *string { return &s }

// sample has all that a finding can have, and signs that would steer a
// terminal in every string that comes from an input.
func sample() *report.Check {
	return &report.Check{Findings: []report.Finding{
		{
			ID: "0a1b", Rule: "story/merged-events", Severity: "error", Message: "told as one call\x1b[2J, but a\x07 is another",
			Doc: "a", File: "desk/a\x1b]0;x\x07.md", Start: at(10, 2, 3), End: at(20, 2, 13),
			Quote: "a call\r\n\ton \x1b[31mFriday\x1b[0m\u009b1m",
			Related: []report.Related{
				{Doc: "a", File: "desk/a\x1b]0;x\x07.md", Start: at(30, 4, 1), Quote: "Friday", Message: "15 June 2018"},
				{Doc: "b", File: "desk/b.md", Start: at(7, 1, 8), Quote: "Friday\x00", Message: "4 January 2019\x7f"},
				{Doc: "b", File: "desk/b.md", Start: at(9, 2, 1), Message: "published 6 January 2019"},
			},
			Assumptions: []string{"b was published \x1b[7m6 January 2019"},
			Suggestions: []report.Suggestion{{Message: "split the story\x1b[K"}, {Message: "give the date", Replacement: "on Friday \x1b[1m15 June 2018"}},
		},
		{ID: "2c3d", Doc: "b", Rule: "date/weekday-mismatch-inferred", Severity: "warning", Message: "not a Thursday", File: "b.md", Start: at(0, 1, 1), Quote: "Thursday, 12 June"},
		{ID: "4e5f", Doc: "c", Rule: "date/no-anchor", Severity: "note", Message: "no date", File: "c.md", Start: at(0, 1, 1)},
	}}
}

const sampleText = `desk/a]0;x.md:2:3: error: told as one call[2J, but a is another [story/merged-events]
    here: “a call on [31mFriday[0m1m”  0a1b
  4:1: “Friday”: 15 June 2018
  desk/b.md:1:8: “Friday”: 4 January 2019
  desk/b.md:2:1: published 6 January 2019
  assumed: b was published [7m6 January 2019
  suggest: split the story[K
       or: give the date: “on Friday [1m15 June 2018”

b.md:1:1: warning: not a Thursday [date/weekday-mismatch-inferred]
    here: “Thursday, 12 June”  2c3d

c.md:1:1: note: no date [date/no-anchor]
    4e5f
`

func TestCheckText(t *testing.T) {
	var b strings.Builder
	if err := NewText(&b, false).Check(sample(), nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sampleText, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Colour adds escape codes of its own and changes no word.
func TestCheckColour(t *testing.T) {
	var b strings.Builder
	if err := NewText(&b, true).Check(sample(), nil); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{
		"\x1b[31;1merror:\x1b[0;22m \x1b[1mtold as one call[2J, but a is another\x1b[22m \x1b[2m[story/merged-events]\x1b[22m\n",
		"\x1b[33;1mwarning:\x1b[0;22m ",
		"\x1b[36mnote:\x1b[0m ",
		"  \x1b[2massumed:\x1b[22m b",
		"  \x1b[1msuggest:\x1b[22m split",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
	if diff := cmp.Diff(sampleText, withoutCodes(got)); diff != "" {
		t.Errorf("without its codes (-want +got):\n%s", diff)
	}
}

// withoutCodes drops ESC [ … m.
func withoutCodes(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "\x1b[")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, "m")
	}
}

func TestEmptyReports(t *testing.T) {
	var b strings.Builder
	text := NewText(&b, true)
	for _, err := range []error{text.Check(&report.Check{}, nil), text.Dates((&report.Dates{}).Seq())} {
		if err != nil {
			t.Error(err)
		}
	}
	if b.Len() > 0 {
		t.Errorf("printed %q for nothing", b.String())
	}
}

func TestQuote(t *testing.T) {
	long := strings.Repeat("é", maxQuote)
	tests := []struct{ name, in, want string }{
		{"one line", " two\n\n lines\tand  tabs ", "two lines and tabs"},
		{"just short enough", long, long},
		{"cut in the middle", "(" + long + ")", "(" + strings.Repeat("é", maxQuote*2/3-1) + " … " + strings.Repeat("é", maxQuote/3-1) + ")"},
		{"controls do not count", strings.Repeat("\x1b", 500) + "x", "x"},
		{"no-break spaces", "12\u00a0June", "12 June"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		got := Passage(tt.in)
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if n := utf8.RuneCountInString(got); n > maxQuote+3 {
			t.Errorf("%s: %d code points", tt.name, n)
		}
	}
}

func TestDatesText(t *testing.T) {
	d := &report.Dates{Documents: []report.DatedDocument{
		{Doc: "a", File: "a.md", Published: report.Published{From: day("2018-06-20"), To: day("2018-06-21"), Source: "flag", Explanation: "--published says 2018-06-20"}, Times: []report.Time{
			{Text: "late\non Friday", Value: "2018-06-15", From: day("2018-06-15"), To: day("2018-06-16"), Explanation: "the latest Friday.", Place: at(4, 1, 5)},
			{Text: "since May", Value: "2018-05", From: day("2018-05-01"), Explanation: "open.", Place: at(14, 2, 5)},
			{Text: "a year", Value: "P1Y", Explanation: "a length of time.", Place: at(24, 3, 5)},
		}},
		{Doc: "b", File: "b.md", Published: report.Published{Source: "none", Explanation: "nothing on the page says when"}},
	}}
	const want = `a.md  published [2018-06-20, 2018-06-21) (flag: --published says 2018-06-20)
  1:5  “late on Friday” → 2018-06-15 [2018-06-15, 2018-06-16)  the latest Friday.
  2:5  “since May” → 2018-05 [2018-05-01, …)  open.
  3:5  “a year” → P1Y  a length of time.

b.md  published at an unknown date: nothing on the page says when
`
	var b strings.Builder
	if err := NewText(&b, false).Dates(d.Seq()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An event has one line: its day, its words, what is uncertain, and where each
// document tells it.
func TestTimelineText(t *testing.T) {
	mention := func(doc string, line int) report.Mention {
		return report.Mention{Doc: doc, File: doc + ".md", Start: at(0, line, 1), Text: "spoke"}
	}
	tl := &report.Timeline{Documents: make([]report.Document, 2), Events: []report.Event{
		{Text: "They spo\x1bke", Modality: "actual", When: &report.When{Label: "Friday 15 June 2018"}, Mentions: []report.Mention{mention("a", 1), mention("a", 3), mention("b", 2)}, Shown: true},
		{Text: "The king will come", Modality: "planned", When: &report.When{Label: "July 2018"}, Source: "police", Reported: true, Place: "Gdansk", Mentions: []report.Mention{mention("a", 5)}, Shown: true},
		{Text: "It rained", Modality: "actual", When: &report.When{Label: "2019", Inferred: true}, Reported: true, Mentions: []report.Mention{mention("b", 7)}, Shown: true},
		{Text: "the storm", Modality: "actual", When: &report.When{Label: "2020"}, Mentions: []report.Mention{mention("b", 8)}},
		{Text: "It snows", Modality: "actual", When: &report.When{Label: "2021", Inferred: true, Present: true}, Mentions: []report.Mention{mention("b", 9)}, Shown: true},
		{Text: "They live", Modality: "possible", Limit: "since May", Mentions: []report.Mention{mention("b", 10)}, Shown: true},
	}}
	const short = `Friday 15 June 2018  They spoke  a.md:1:1, b.md:2:1
July 2018  The king will come (Gdansk) [planned, by police]  a.md:5:1
2019  It rained [reported, day inferred]  b.md:7:1
day unknown
  It snows  b.md:9:1
  They live [possible, since May]  b.md:10:1
1 more event (--all lists them)
`
	const long = `Friday 15 June 2018  They spoke  a.md:1:1, b.md:2:1
July 2018  The king will come (Gdansk) [planned, by police]  a.md:5:1
2019  It rained [reported, day inferred]  b.md:7:1
2020  the storm  b.md:8:1
2021  It snows [day inferred]  b.md:9:1
day unknown
  They live [possible, since May]  b.md:10:1
`
	for _, tt := range []struct {
		all  bool
		want string
	}{{false, short}, {true, long}} {
		var b strings.Builder
		if err := NewText(&b, false).Timeline(tl, tt.all); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, b.String()); diff != "" {
			t.Errorf("all %v (-want +got):\n%s", tt.all, diff)
		}
	}
}

// A timeline without events says so.
func TestTimelineTextEmpty(t *testing.T) {
	for _, tt := range []struct {
		tl   report.Timeline
		want string
	}{
		{report.Timeline{}, "no events: nothing in what was read says that something happens\n"},
		{report.Timeline{Events: make([]report.Event, 2)}, "no events to show: 2 with neither a day nor a main clause (--all lists them)\n"},
	} {
		var b strings.Builder
		if err := NewText(&b, false).Timeline(&tt.tl, false); err != nil {
			t.Fatal(err)
		}
		if b.String() != tt.want {
			t.Errorf("got %q, want %q", b.String(), tt.want)
		}
	}
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := JSON(&b, report.Related{Doc: "a", File: "a.md", Message: "“<b> & \x1b”", Quote: "not in JSON"}); err != nil {
		t.Fatal(err)
	}
	const want = `{
  "doc": "a",
  "file": "a.md",
  "start": {
    "offset": 0,
    "line": 0,
    "column": 0
  },
  "end": {
    "offset": 0,
    "line": 0,
    "column": 0
  },
  "message": "“<b> & \u001b”"
}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

var errFull = errors.New("no space left")

// full is a writer that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrors(t *testing.T) {
	text := NewText(full{}, false)
	for name, err := range map[string]error{
		"check":    text.Check(sample(), nil),
		"dates":    text.Dates((&report.Dates{Documents: []report.DatedDocument{{File: "a.md"}}}).Seq()),
		"timeline": text.Timeline(&report.Timeline{}, false),
		"json":     JSON(full{}, 1),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
