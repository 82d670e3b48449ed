package checker_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/rules"
	"factcheck/timeline"
)

// said runs the rules over one text and returns what is found, what is
// suppressed and what is wrong, one line each.
func said(tb testing.TB, opt checker.Options, src string) []string {
	tb.Helper()
	list, err := article.Parse("a.md", []byte(src))
	if err != nil {
		tb.Fatal(err)
	}
	c, err := checker.Read(checker.Input{Articles: list}, opt).Check(context.Background())
	var out []string
	for _, f := range c.Findings {
		out = append(out, fmt.Sprintf("%d:%d %s %s", f.Start.Line, f.Start.Column, f.Severity, f.Rule))
	}
	for _, s := range c.Suppressed {
		out = append(out, fmt.Sprintf("%s by %s: %s", s.Rule, s.By, s.Reason))
	}
	if err != nil {
		out = append(out, strings.Split(strings.TrimSpace(err.Error()), "\n")[0])
	}
	return out
}

// 30 February exists in no calendar of ours; 12 June 2018 was a Tuesday.
const (
	noSuchDay    = "The permit ran out on 30 February 2018, the clerk wrote."
	wrongWeekday = "The ferry sailed on Thursday, 12 June 2018."
	dated        = "---\npublished: 2018-07-02\n---\n"
)

func TestSuppression(t *testing.T) {
	opt := options(t, false)
	tests := []struct {
		name, src string
		want      []string
	}{
		{"the next paragraph only", "<!-- factcheck-disable date/impossible: so -->\n" + noSuchDay + "\n\n" + noSuchDay,
			[]string{"7:23 error date/impossible", "date/impossible by comment: so"}},
		{"its own paragraph", noSuchDay + " <!-- factcheck-disable date/impossible: so -->\n\n" + noSuchDay,
			[]string{"6:23 error date/impossible", "date/impossible by comment: so"}},
		{"another rule", "<!-- factcheck-disable date/impossible: so -->\n" + wrongWeekday,
			[]string{"5:21 error date/weekday-mismatch", "4:24 note suppression/unused"}},
		{"an area", "<!-- factcheck-disable date/*: so -->\n" + wrongWeekday + " " + noSuchDay,
			[]string{"date/weekday-mismatch by comment: so", "date/impossible by comment: so"}},
		{"two rules, one unused", "<!-- factcheck-disable date/weekday-mismatch, date/impossible: so: and so -->\n" + wrongWeekday,
			[]string{"4:47 note suppression/unused", "date/weekday-mismatch by comment: so: and so"}},
		{"the same twice", "<!-- factcheck-disable date/impossible: so -->\n<!-- factcheck-disable date/impossible: so -->\n" + noSuchDay,
			[]string{"5:24 note suppression/unused", "date/impossible by comment: so"}},
		{"the first paragraph", "<!-- factcheck-disable date/impossible: so -->\n" + noSuchDay,
			[]string{"date/impossible by comment: so"}},
		{"no paragraph follows", noSuchDay + "\n\n<!-- factcheck-disable date/impossible: so -->\n",
			[]string{"4:23 error date/impossible", "6:24 note suppression/unused"}},
		{"over lines", "<!--\nfactcheck-disable\n  date/impossible:\n    so\n    it is\n-->\n" + noSuchDay,
			[]string{"date/impossible by comment: so it is"}},
		{"another comment", "<!-- factcheck is fine --> " + noSuchDay, []string{"4:50 error date/impossible"}},
		{"not closed", "<!-- factcheck-disable date/impossible: so\n\n" + noSuchDay, []string{"6:23 error date/impossible"}},
		{"no reason", "<!-- factcheck-disable date/impossible: … -->\n" + noSuchDay, []string{"5:23 error date/impossible", "1 error occurred:"}},
		{"every rule", "<!-- factcheck-disable *: so -->\n" + noSuchDay, []string{"5:23 error date/impossible", "1 error occurred:"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, said(t, opt, dated+tt.src)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A finding of two documents goes by the comment where it stands, and unused
// ones are not reported of rules that had nothing to compare with.
func TestSuppressedMerge(t *testing.T) {
	in := checker.Input{SameStory: true, Articles: []*article.Article{
		parse(t, "geneva.md", "---\npublished: 1985-11-21\n---\nPresident Ronald Reagan and Soviet leader Mikhail Gorbachev met on Tuesday beside the lake in Geneva.\n"),
		parse(t, "reykjavik.md", "---\npublished: 1986-10-13\n---\n<!-- factcheck-disable story/merged-events: both are meant -->\nPresident Ronald Reagan and Soviet leader Mikhail Gorbachev met on Saturday in a house outside Reykjavik.\n"),
	}}
	c := check(t, checker.Read(in, options(t, false)))
	if len(c.Findings) != 0 || len(c.Suppressed) != 1 || c.Suppressed[0].Doc != "reykjavik" {
		t.Errorf("findings %+v, suppressed %+v", c.Findings, c.Suppressed)
	}
	in.SameStory = false
	in.Articles = in.Articles[1:]
	c = check(t, checker.Read(in, options(t, false)))
	if len(c.Findings) != 0 || len(c.Suppressed) != 0 {
		t.Errorf("alone: findings %+v, suppressed %+v", c.Findings, c.Suppressed)
	}
}

// A finding's id holds while what it rests on does: the sentences of all its
// places, and nothing else.
func TestIDsFollowSentences(t *testing.T) {
	opt := options(t, false)
	id := func(geneva, reykjavik string) string {
		t.Helper()
		found := of(check(t, checker.Read(checker.Input{SameStory: true, Articles: []*article.Article{
			parse(t, "geneva.md", "---\npublished: 1985-11-21\n---\n"+geneva), parse(t, "reykjavik.md", "---\npublished: 1986-10-13\n---\n"+reykjavik),
		}}, opt)), "story/merged-events")
		if len(found) != 1 {
			t.Fatalf("%d findings", len(found))
		}
		return found[0].ID
	}
	const one, two = "President Ronald Reagan and Soviet leader Mikhail Gorbachev met on Tuesday beside the lake in Geneva.\n", "President Ronald Reagan and Soviet leader Mikhail Gorbachev met on Saturday in a house outside Reykjavik.\n"
	want := id(one, two)
	if got := id("# The summit\n\n<!-- x -->\n\n"+one, two+"\nIt rained.\n"); got != want {
		t.Errorf("%s with other paragraphs, %s without", got, want)
	}
	if got := id(strings.Replace(one, "beside", "close to", 1), two); got == want {
		t.Error("the same although the other side changed")
	}
	if got := id(one, strings.Replace(two, "a house", "the house", 1)); got == want {
		t.Error("the same although its sentence changed")
	}
}

// Each document is read and judged by its own options.
func TestOptionsForDocuments(t *testing.T) {
	set := shipped(t)
	off := set.Configure(func(r *rules.Rule) (rules.Severity, bool) { return rules.SeverityNote, r.ID != "date/impossible" })
	strict := &checker.Options{Rules: set}
	mild := &checker.Options{Rules: off, Time: &timeline.Options{MonthFirst: true}, UnusedOff: true}
	docs := []*article.Article{
		parse(t, "strict.md", dated+noSuchDay+" "+wrongWeekday),
		parse(t, "mild.md", dated+noSuchDay+" "+wrongWeekday+"\n\nIt was 04/05/2018.\n"),
	}
	opt := checker.Options{For: func(a *article.Article) *checker.Options {
		if a.ID == "mild" {
			return mild
		}
		return strict
	}}
	run := checker.Read(checker.Input{Articles: docs}, opt)
	c := check(t, run)
	var got []string
	for _, f := range c.Findings {
		got = append(got, f.Doc+" "+f.Severity+" "+f.Rule)
	}
	want := []string{"strict error date/impossible", "strict error date/weekday-mismatch", "mild note date/weekday-mismatch"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if times := run.Dates().Documents[1].Times; times[len(times)-1].Value != "2018-04-05" {
		t.Errorf("04/05/2018 is %s", times[len(times)-1].Value)
	}
	for rule, want := range map[string]bool{"date/impossible": false, "date/weekday-mismatch": true, "story/merged-events": false, "no/such": false, checker.UnusedRule: false} {
		if got := run.Ran("mild", rule); got != want {
			t.Errorf("%s ran: %t, want %t", rule, got, want)
		}
	}
	if run.Ran("none", "date/impossible") || !run.Ran("strict", "date/impossible") {
		t.Error("Ran of another document")
	}
}

// An old finding that goes and a new one that comes are both seen, and equal
// ones are told apart by number.
func TestBaseline(t *testing.T) {
	opt := options(t, false)
	look := func(src string) (*checker.Run, *report.Check) {
		run := checker.Read(checker.Input{Articles: []*article.Article{parse(t, "a.md", dated+src)}}, opt)
		return run, check(t, run)
	}
	_, old := look(noSuchDay + "\n\n" + noSuchDay + "\n\n" + wrongWeekday)
	var file bytes.Buffer
	if err := checker.NewBaseline("base.json", old).Write(&file); err != nil {
		t.Fatal(err)
	}
	base, err := checker.ParseBaseline("base.json", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, src           string
		shown, hidden, gone int
	}{
		{"nothing changed", noSuchDay + "\n\n" + noSuchDay + "\n\n" + wrongWeekday, 0, 3, 0},
		{"in another order", wrongWeekday + "\n\n" + noSuchDay + "\n\n" + noSuchDay, 0, 3, 0},
		{"one more", noSuchDay + "\n\n" + noSuchDay + "\n\n" + noSuchDay + "\n\n" + wrongWeekday, 1, 3, 0},
		{"one less", noSuchDay + "\n\n" + wrongWeekday, 0, 2, 1},
		{"one for another", noSuchDay + "\n\n" + noSuchDay + "\n\nThe ferry sailed on Friday, 12 June 2018.", 1, 2, 1},
		{"one is suppressed", noSuchDay + "\n\n" + noSuchDay + "\n\n<!-- factcheck-disable date/*: so -->\n" + wrongWeekday, 0, 3, 0},
	}
	for _, tt := range tests {
		run, c := look(tt.src)
		gone := run.Hide(c, base)
		if len(c.Findings) != tt.shown || len(c.Suppressed) != tt.hidden || gone != tt.gone || c.Summary.Error != tt.shown {
			t.Errorf("%s: %d shown, %d hidden, %d gone, want %d, %d, %d", tt.name, len(c.Findings), len(c.Suppressed), gone, tt.shown, tt.hidden, tt.gone)
		}
	}
	for _, broken := range []string{"{}", "[{]", "- id: 0123456789ab\n", "\xff", `[{"id": "0123456789AB", "rule": "a/b", "doc": "a", "message": "m"}]`} {
		if b, err := checker.ParseBaseline("base.json", []byte(broken)); err == nil || b != nil {
			t.Errorf("%q: %v, %v", broken, b, err)
		}
	}
	if b, err := checker.ParseBaseline("base.json", []byte("[]\n")); err != nil || b == nil {
		t.Errorf("an empty one: %v, %v", b, err)
	}
}

func TestDismissals(t *testing.T) {
	run := checker.Read(checker.Input{Articles: []*article.Article{parse(t, "a.md", dated+noSuchDay+" "+wrongWeekday)}}, options(t, false))
	c := check(t, run)
	list := []checker.Dismissal{
		{ID: c.Findings[0].ID, Rule: c.Findings[0].Rule, Reason: "a joke", Who: "x"},
		{ID: c.Findings[1].ID, Rule: "date/conflict", Reason: "a joke", Who: "x"},
		{ID: "000000000000", Rule: "date/impossible", Doc: "a"},
		{ID: "000000000001", Rule: "date/impossible"},
		{ID: "000000000002", Rule: "date/impossible", Doc: "b"},
		{ID: "000000000003", Rule: "story/merged-events", Doc: "a"},
	}
	wrong := c.Findings[1].Rule
	unused, err := run.Dismiss(c, list)
	if len(unused) != 1 || unused[0].ID != "000000000000" {
		t.Errorf("unused %+v", unused)
	}
	if err == nil || !strings.Contains(err.Error(), "is a finding of "+wrong+", not of date/conflict") {
		t.Errorf("error %v", err)
	}
	want := []report.Suppressed{{ID: list[0].ID, Rule: list[0].Rule, Doc: "a", By: "dismissal", Reason: "a joke"}}
	if diff := cmp.Diff(want, c.Suppressed); diff != "" || len(c.Findings) != 1 {
		t.Errorf("%d findings (-want +got):\n%s", len(c.Findings), diff)
	}
	const twice = "- {id: 0123456789ab, rule: a/b, reason: x, who: y}\n- {id: 0123456789ab, rule: a/b, reason: x, who: y}\n- {id: 0123456789ab, rule: a/b, reason: '-', who: y}\n"
	got, err := checker.ParseDismissals("d.yaml", []byte(twice))
	if len(got) != 1 || err == nil || !strings.Contains(err.Error(), "d.yaml:2:4: 0123456789ab is dismissed twice (first in line 1)") || !strings.Contains(err.Error(), "d.yaml:3:41: the reason says nothing") {
		t.Errorf("%d dismissals, %v", len(got), err)
	}
}

// Whatever a comment holds, the check comes back, and what it reports lies in
// the text.
func FuzzSuppression(f *testing.F) {
	f.Add("factcheck-disable date/impossible: so", "")
	f.Add("factcheck-disable date/*, é ,: so", "factcheck-disable: [a: b]")
	f.Add("factcheck-", "factcheck-disable: {\"\\n\": b, date/*: c}")
	f.Add("\nfactcheck-disable\n:\n", "factcheck-disable: |\n a: b")
	opt := options(f, false)
	f.Fuzz(func(t *testing.T, comment, yaml string) {
		src := "---\n" + yaml + "\n---\n" + noSuchDay + " <!--" + comment + "-->\n\n" + wrongWeekday + "\n<!--" + comment + "-->"
		list, _ := article.Parse("a.md", []byte(src))
		if len(list) == 0 {
			t.Skip()
		}
		c, err := checker.Read(checker.Input{Articles: list}, opt).Check(context.Background())
		for _, x := range c.Findings {
			if x.Start.Offset > x.End.Offset || x.End.Offset > len(list[0].Text) || x.Start.Line < 1 || x.ID == "" {
				t.Errorf("%+v of %d bytes", x, len(list[0].Text))
			}
		}
		if err != nil && !strings.Contains(err.Error(), "a.md:") {
			t.Errorf("no place: %v", err)
		}
	})
}
