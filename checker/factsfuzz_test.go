package checker

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"factcheck/internal/article"
	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/relations/conversions"
	"factcheck/internal/relations/counts"
	"factcheck/internal/relations/elapsed"
	"factcheck/internal/relations/sametime"
	"factcheck/internal/relations/spellings"
	"factcheck/internal/relations/sums"
	"factcheck/internal/relations/tellings"
	"factcheck/internal/values/numbers"
	"factcheck/internal/values/quotes"
	"factcheck/internal/values/roles"
)

// FuzzFacts reads any bytes for the facts that rules see: nothing panics, and
// every place lies inside the text, on the boundaries of code points, and holds
// what the fact says stands there.
func FuzzFacts(f *testing.F) {
	for _, s := range []string{
		"President Anna Smith, 34, said “we sold 2,000 boats for $1.2 billion (€1.1bn)” on Tuesday.",
		"Of the 20 passengers, 3 died; two-thirds of them — 10 to 12 people, 5% or 3-1.",
		"“A.\n\n“B,” according to the mayor of Lyon, Jane Roe. \"C\" ``D'' «E» ‘F’",
		"Mon and Tue., 3-4 June 2019 (Mon-Tue), 5th of May — a Tue – (Wed",
		"---\npublished: 2019-12-06\nupdated: 2019-12-08\n---\nPARIS, Dec 5 (AFP) - He said on Tuesday (Dec. 4) Q5 2019 week 54 2019 32nd of May 0 June 04/05/2019 2460 GMT.",
		"½ 2½ million 5m 5'4\" US$ A$5 $$ $ 1,2,3 1.2.3 1-2-3 12,345.678,9 -5 °C … no. 5 “",
		"a a half a million million one hundred and and twenty- -one one in one out of",
		"Lt. Col. É Ünal’s ex-president of the U.S., U.N., said said: “” \"\" X: “y”",
		"\u00a05\u00a0000 boats 5\u202f000 km/h\ufeff１２ ٣ people \x00 99999999999999999999 boats 1e9",
		"Born in 1950, Jane Roe (1950-1985), 45, left from 2012 to 2009, ten years ago (1999), for the 10th anniversary of the 1969 fire.",
		"A three-day visit from Monday to Friday, from 5 p.m. to 3 p.m.; half a century later, in 1998-95, the 54-year-old turned 60.",
		"5-foot-10 (1.9 m), 6'2\" or -40 C (-40 F); 2 1/2 miles (4 km, 2 nm). $5m (€4.1m/£3) a 12-mile (19-km)",
		"# Five die\n\nA $4.5 million deal, the 4.5 billion dollar deal, killed 12; the 14 dead, 0 km (0 miles).",
		"Last year (1996), Easter Sunday, April 3, at 1:40 a.m. (1040 GMT) on Friday night; last Friday, 3 June at noon.",
		"Of the 12, 7 men and 6 women (13 in all); up 5% to 3 from 2, or 1.5 points - A, B and C: 3-2, a majority of 2.",
		strings.Repeat("rose 3 to 4 from 5, or 6%, a ", 40) + strings.Repeat("12 men, 3 and ", 40) + "two - A, B",
		"Born in 1950, he was arrested on 3 May, two days before the vote on 1 May, and later died. The arrest on Tuesday’s “will meet last week” has been set for.",
		strings.Repeat("before after since in 1990 and then died in 1980, ", 30) + strings.Repeat("the vote on Monday. ", 30),
		strings.Repeat("Smith said “x” ", 40) + strings.Repeat("5 to ", 40) + strings.Repeat("A ", 40),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		list, err := article.Parse("a.md", []byte(src))
		if err != nil {
			t.Skip()
		}
		r := Read(Input{Articles: list, SameStory: true}, Options{})
		r.loadAll(r.docs)
		for _, d := range r.docs {
			checkFacts(t, d)
		}
		if len(r.docs) > 0 {
			storyFact(r.docs, true)
		}
	})
}

func checkFacts(t *testing.T, d *page.Page) {
	t.Helper()
	at := func(p fact.Place, text string) {
		t.Helper()
		flow, s := d.Article.Flow(), p.Span
		switch {
		case s.Start < 0 || s.Start >= s.End || s.End > len(flow):
			t.Fatalf("“%s” at %v of %d bytes", text, s, len(flow))
		case !utf8.RuneStart(flow[s.Start]), s.End < len(flow) && !utf8.RuneStart(flow[s.End]):
			t.Fatalf("“%s” at %v cuts a code point", text, s)
		case s.In(flow) != text, p.Text != text:
			t.Fatalf("“%s” is not what stands at %v: “%s”", text, s, s.In(flow))
		}
	}
	for _, x := range claims.Times(d) {
		at(x.At, x.Text)
		if x.Beside != nil {
			at(*x.Beside, x.Beside.Text)
		}
	}
	if lead := tellings.Lead(d); lead != nil {
		at(lead.At, lead.Text)
	}
	for _, p := range sametime.Read(d) {
		at(p.At, p.Text)
		at(p.First.At, p.First.Text)
		at(p.Second.At, p.Second.Text)
	}
	for _, n := range numbers.Read(d) {
		at(n.At, n.Text)
		if math.IsNaN(n.Value) || math.IsInf(n.Value, 0) || n.Kind == "" || n.Upper != nil && math.IsNaN(*n.Upper) {
			t.Fatalf("%+v", n)
		}
		if n.Kind != numbers.KindScore && n.Upper != nil && *n.Upper <= n.Value {
			t.Fatalf("a range from %g to %g: %s", n.Value, *n.Upper, n.Text)
		}
	}
	for _, f := range sums.Totals(d) {
		at(f.At, f.Text)
		if math.IsNaN(f.Computed) || math.IsInf(f.Computed, 0) || f.Form == "" {
			t.Fatalf("%+v", f)
		}
	}
	for _, f := range sums.Changes(d) {
		at(f.At, f.Text)
		if math.IsNaN(f.Computed) || math.IsInf(f.Computed, 0) || f.Form == "" {
			t.Fatalf("%+v", f)
		}
	}
	for _, q := range quotes.Read(d) {
		at(q.At, q.Text)
		if q.Speaker != nil && *q.Speaker == "" {
			t.Fatalf("an empty speaker: %+v", q)
		}
	}
	for _, n := range spellings.Names(d) {
		at(n.At, n.Text)
		if n.Canonical == "" || n.Mentions < 1 {
			t.Fatalf("%+v", n)
		}
	}
	for _, r := range roles.Read(d) {
		at(r.At, r.Text)
		if r.Title == "" || r.Holder == "" {
			t.Fatalf("%+v", r)
		}
	}
	checkElapsed(t, d, at)
	for _, f := range conversions.Read(d) {
		at(f.At, f.Text)
		if math.IsNaN(f.Rate) || math.IsInf(f.Rate, 0) || math.IsNaN(f.Tolerance) || f.Expected != nil && math.IsNaN(*f.Expected) {
			t.Fatalf("%+v", f)
		}
	}
	for _, f := range counts.Read(d) {
		at(f.At, f.Text)
		at(f.First.At, f.First.Text)
		at(f.Second.At, f.Second.Text)
	}
	for _, x := range claims.Times(d) {
		if (x.Tense == "") != (x.Verb == "") || x.Tense != "" && x.When == nil {
			t.Fatalf("%+v", x)
		}
	}
	for _, o := range tellings.Orders(d) {
		at(o.At, o.Text)
		if o.Earlier.When == nil || o.Later.When == nil {
			t.Fatalf("%+v", o)
		}
	}
	for _, r := range tellings.Retellings(d) {
		at(r.At, r.Text)
		if r.First.When == nil || r.Second.When == nil || len(r.Shared) == 0 {
			t.Fatalf("%+v", r)
		}
	}
	for i, s := range sentenceFacts(d) {
		at(s.At, s.Text)
		if s.Number != int64(i+1) {
			t.Fatalf("sentence %d is number %d", i+1, s.Number)
		}
	}
}

// checkElapsed checks the ranges, lengths and ages of a document.
func checkElapsed(t *testing.T, d *page.Page, at func(fact.Place, string)) {
	t.Helper()
	for _, f := range elapsed.Ranges(d) {
		at(f.At, f.Text)
	}
	for _, f := range elapsed.Lapses(d) {
		at(f.At, f.Text)
		if f.Start == nil || f.End == nil || math.IsNaN(f.Length) || f.Unit == "" || f.Counted == "" && !f.Backward {
			t.Fatalf("%+v", f)
		}
	}
	for _, f := range elapsed.Ages(d) {
		at(f.At, f.Text)
		if (f.Least == nil) != (f.Most == nil) || f.Least != nil && (f.Born == nil || f.When == nil) {
			t.Fatalf("%+v", f)
		}
	}
}
