package render

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/report"
)

func passage(line string, from, to int) *report.Passage {
	return &report.Passage{Doc: "text", Line: line, Text: line[from:to],
		Start: report.Position{Offset: from, Line: 1, Column: from + 1}, End: report.Position{Offset: to, Line: 1, Column: to + 1}}
}

// tested has a rule with a case of every status, and one without cases.
func tested() *report.RulesTest {
	line := "The ferry sank on 31 June, ]]> they say."
	t := &report.RulesTest{Schema: 1, Rules: []report.RuleTest{
		{
			Rule: "a/b", File: "a.cel", Line: 2, Column: 3,
			Cases: []report.CaseTest{
				{Name: "fine", Line: 4, Column: 5, Status: report.CasePassed, Expected: 1, Found: 1},
				{Line: 5, Column: 5, Status: report.CaseFailed, Expected: 1, Found: 1, Failures: []report.CaseFailure{
					{Kind: report.Misplaced, Message: "no \x1bsuch day", Expected: passage(line, 4, 9), Found: passage(line, 18, 25)}}},
				{Line: 6, Column: 5, Status: report.CaseFailed, Also: []report.Firing{{Rule: "c/d", Message: "m", At: *passage(line, 27, 30)}}},
				{Name: "later", Line: 7, Column: 5, Status: report.CaseKnownGap, Todo: "needs years", Expected: 1},
				{Line: 8, Column: 5, Status: report.CaseGapClosed, Todo: "needs months"},
				{Line: 9, Column: 5, Status: report.CaseProblem, Problem: "x.md: no such file"},
			},
			Conjuncts: []report.Conjunct{{Text: "time.valid", Line: 3, Column: 9, True: 4}, {Text: "x  &&\n y", Line: 3, Column: 20, True: 1, False: 1},
				{Text: "y", Line: 3, Column: 30}, {Text: "z", Line: 3, Column: 40, Errors: 1}, {Text: "w", Line: 3, Column: 50, False: 2}},
			Survivors: []report.Mutant{{Description: "without time.valid", Line: 3, Column: 9}},
		},
		{Rule: "c/d", File: "a.cel", Line: 20, Column: 3, Missing: []string{report.NoFiringCase, report.NoQuietCase}},
	}}
	t.Count()
	return t
}

func TestCount(t *testing.T) {
	want := report.RulesTestSummary{Rules: 2, Cases: 6, Passed: 1, Failed: 3, KnownGaps: 1, Problems: 1, Missing: 1, Conjuncts: 5, Covered: 1, Survivors: 1}
	if diff := cmp.Diff(want, tested().Summary); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestJUnit(t *testing.T) {
	for _, strict := range []bool{false, true} {
		r := tested()
		r.Strict = strict
		var b bytes.Buffer
		if err := JUnit(&b, r); err != nil {
			t.Fatal(err)
		}
		var got junitSuites
		if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		extra := 0
		if strict {
			extra = 2 // coverage and mutation
		}
		type counts struct{ Tests, Failures, Errors, Skipped int }
		if diff := cmp.Diff(counts{8 + extra, 5 + extra, 1, 1}, counts{got.Tests, got.Failures, got.Errors, got.Skipped}); diff != "" {
			t.Errorf("strict %v (-want +got):\n%s", strict, diff)
		}
		if len(got.Suites) != 2 || got.Suites[0].Name != "a/b" || got.Suites[0].File != "a.cel" {
			t.Fatalf("suites: %+v", got.Suites)
		}
		cases := got.Suites[0].Cases
		if len(cases) != 6+extra {
			t.Fatalf("%d cases, want %d", len(cases), 6+extra)
		}
		names := map[string]bool{}
		for _, c := range cases {
			if names[c.Name] || c.Name == "" {
				t.Errorf("the name %q is not its own", c.Name)
			}
			names[c.Name] = true
		}
		if c := cases[0]; c.Class != "a/b" || c.Line != 4 || c.Failure != nil || c.Error != nil || c.Skipped != nil {
			t.Errorf("a case that passes: %+v", c)
		}
		text := cases[1].Failure.Text
		for _, want := range []string{"MISPLACED: expected at text:1:5 “ferry”, found at text:1:19 “31 June”: no such day\n",
			"        1 | The ferry sank on 31 June, ]]> they say.\n        - |     ^^^^^ expected\n        + |                   ^^^^^^^ found\n"} {
			if !strings.Contains(text, want) {
				t.Errorf("the failure lacks %q:\n%s", want, text)
			}
		}
		if cases[1].Failure.Type != "misplaced" || cases[2].Failure.Type != "also-fires" || cases[3].Skipped.Message != "known gap: needs years" ||
			cases[4].Failure.Type != "gap-closed" || cases[5].Error.Message != "x.md: no such file" {
			t.Errorf("cases: %+v", cases)
		}
	}
}

// What XML cannot hold does not get into it.
func TestJUnitIsXML(t *testing.T) {
	r := tested()
	bad := "\x00\x07\ufffe\uffff]]>&<\"é"
	r.Rules[0].Cases[0].Name, r.Rules[0].Cases[5].Problem = bad, bad
	r.Rules[0].Cases[1].Failures[0].Expected.Line = bad
	var b bytes.Buffer
	if err := JUnit(&b, r); err != nil {
		t.Fatal(err)
	}
	var got junitSuites
	if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestRulesTestText(t *testing.T) {
	r := tested()
	r.Counted, r.Mutated = true, true
	want := `a.cel:5:5: a/b: failed
  MISPLACED: expected at text:1:5 “ferry”, found at text:1:19 “31 June”: no such day
        1 | The ferry sank on 31 June, ]]> they say.
        - |     ^^^^^ expected
        + |                   ^^^^^^^ found
a.cel:6:5: a/b: failed
  also fires: c/d at text:1:28 “]]>”: m
        1 | The ferry sank on 31 June, ]]> they say.
        + |                            ^^^ found
a.cel:7:5: a/b (later): known gap: needs years
a.cel:8:5: a/b: failed: no gap any more: drop todo (needs months)
a.cel:3:9: a/b: conjunct 1 ` + "`time.valid`" + ` was never false
a.cel:3:30: a/b: conjunct 3 ` + "`y`" + ` was never reached
a.cel:3:40: a/b: conjunct 4 ` + "`z`" + ` only failed
a.cel:3:50: a/b: conjunct 5 ` + "`w`" + ` was never true
a.cel:3:9: a/b: no case notices this change: without time.valid
a.cel:20:3: rule c/d has no firing case: add one that it must flag
a.cel:20:3: rule c/d has no quiet case: add a near miss that it must pass over
6 cases of 2 rules: 1 passed, 3 failed, 1 known gap, 1 not run
rules without a firing or a quiet case: 1 of 2
conjuncts: 1 of 5 seen true and false
mutation: 1 change that no case notices
`
	var b bytes.Buffer
	if err := NewText(&b, false).RulesTest(r); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	b.Reset()
	if err := NewText(&b, false).RulesTestChanges(r, r); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "6 cases ") {
		t.Errorf("nothing changed, printed:\n%s", b.String())
	}
}

// A long line is cut around the passage, and the marks stay below it.
func TestBlockOfLongLine(t *testing.T) {
	line := strings.Repeat("word ", 60) + "31 June " + strings.Repeat("word ", 60)
	got := strings.Split(block(nil, passage(line, 300, 307)), "\n")
	if len([]rune(got[0])) > 115 || !strings.Contains(got[0], "… ") || !strings.HasSuffix(got[0], " …") {
		t.Errorf("the line is not cut: %q", got[0])
	}
	top, under := []rune(got[0]), []rune(got[1])
	at := strings.IndexRune(string(under), '^')
	if at < 0 || string(top[at:at+7]) != "31 June" {
		t.Errorf("the marks are not below the passage:\n%s\n%s", got[0], got[1])
	}
	far := block(passage(line, 0, 4), passage(line, 300, 307))
	if n := strings.Count(far, "\n"); n != 4 {
		t.Errorf("two passages far apart take %d lines, want 4:\n%s", n, far)
	}
}

// Whatever the places say, nothing panics and the lines stay lines.
func FuzzBlock(f *testing.F) {
	f.Add("The ferry sank.", 5, 3, 1, 9, 1)
	f.Add(strings.Repeat("é", 200), 150, 160, 1, -4, 0)
	f.Fuzz(func(t *testing.T, line string, a, b, endLine, c, d int) {
		p := &report.Passage{Line: line, Start: report.Position{Line: 1, Column: a}, End: report.Position{Line: endLine, Column: b}}
		q := &report.Passage{Line: line, Start: report.Position{Line: 1, Column: c}, End: report.Position{Line: 1, Column: d}}
		for _, l := range strings.Split(block(p, q), "\n") {
			if n := len([]rune(l)); n > 220 {
				t.Errorf("a line of %d runes", n)
			}
		}
	})
}
