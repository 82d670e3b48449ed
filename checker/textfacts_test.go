package checker

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/spellings"
	"factcheck/internal/values/numbers"
	"factcheck/internal/values/roles"
	"factcheck/rules"
)

func TestRoles(t *testing.T) {
	tests := []struct {
		said string
		want []string // text|title|of|holder, former
	}{
		{"Israeli Prime Minister Benjamin Roe spoke.", []string{"Israeli Prime Minister Benjamin Roe|prime minister|Israel|Benjamin Roe"}},
		{"Italy’s foreign minister, Anna Roe, spoke.", []string{"Italy’s foreign minister, Anna Roe|foreign minister|Italy|Anna Roe"}},
		{"The former president Jimmy Roe spoke.", []string{"former president Jimmy Roe|president||Jimmy Roe former"}},
		{"Then-Mayor Jane Roe spoke.", nil}, // one word with its hyphen: a gap
		{"Jane Roe, the company’s chief executive, spoke. Roe left.", []string{"Jane Roe, the company’s chief executive|chief executive||Jane Roe"}},
		{"Jane Roe, president of France, spoke. Roe left.", []string{"Jane Roe, president of France|president|France|Jane Roe"}},
		{"The president of France, Jane Roe, spoke. Roe left.", []string{"president of France, Jane Roe|president|France|Jane Roe"}},
		{"Jane Roe, a former minister, spoke. Roe left.", []string{"Jane Roe, a former minister|minister||Jane Roe former"}},
		{"Lt. Col. Jane Roe spoke.", []string{"Lt. Col. Jane Roe|lieutenant colonel||Jane Roe"}},
		{"Mr. Roe met a doctor, Jane Doe, and left.", nil},
		{"Jane Roe met the mayor of Lyon. Roe left.", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range roles.Read(pagetest.Read(t, pagetest.Story(tt.said))) {
			s := strings.Join([]string{r.Text, r.Title, r.Of, r.Holder}, "|")
			if r.Former {
				s += " former"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.said, diff)
		}
	}
}

func TestNameFacts(t *testing.T) {
	d := pagetest.Read(t, pagetest.Story("President Anna Smith met Peter Nowak of the Harbour Bank in Oslo. Smith left on Tuesday. "+
		"Russian ships passed, and the Ministry of Ferries told Kowalczyk so. Nowak said Kowalczyk knew. Oslo slept."))
	var got []string
	for _, n := range spellings.Names(d) {
		got = append(got, fmt.Sprintf("%s|%s|%s|%d %s", n.Text, n.Canonical, n.Kind, n.Mentions, strings.Join(n.Forms, "+")))
	}
	want := []string{
		"Anna Smith|Anna Smith|person|2 Smith",
		"Peter Nowak|Peter Nowak|person|2 Nowak",
		"Harbour Bank|Harbour Bank|organisation|1 ",
		"Oslo|Oslo|place|2 ",
		"Ministry|Ministry|organisation|1 ",
		"Ferries|Ferries||1 ",
		"Kowalczyk|Kowalczyk||2 ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSentenceFacts(t *testing.T) {
	d := pagetest.Read(t, pagetest.Story("President Anna Smith left Oslo on Tuesday. “No,” she said."))
	var got []string
	for _, s := range sentenceFacts(d) {
		times := ""
		for _, x := range s.Times {
			times += " " + x.Value
		}
		got = append(got, fmt.Sprintf("%d %s %d [%s] %s%s", s.Number, s.Zone, s.Words, s.Key, strings.Join(s.Names, "+"), times))
	}
	want := []string{
		"1 headline 4 [harbour talks go on] ",
		"2 body 7 [president anna smith left oslo on tuesday] Anna Smith+Oslo 2019-04-09",
		"3 body 3 [no she said] ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := wordCount(d); got != 14 {
		t.Errorf("%d words, want 14", got)
	}
}

// every is a rule over each scope, which fires once for each fact.
const every = `[
  Rule{id: "t/time", severity: note, over: time, when: time.zone == "body", message: time.text},
  Rule{id: "t/sentence", severity: note, over: sentence, when: sentence.zone == "body", message: sentence.key},
  Rule{id: "t/quote", severity: note, over: quote, when: has(quote.speaker), message: quote.speaker},
  Rule{id: "t/number", severity: note, over: number, when: number.kind == "count", message: number.noun},
  Rule{id: "t/name", severity: note, over: name, when: name.kind == "person", message: name.canonical},
  Rule{id: "t/role", severity: note, over: role, when: role.former, message: role.title},
  Rule{id: "t/numbers", severity: note, over: pair(number), when: a.noun == b.noun && a.value != b.value, message: a.text + " " + b.text},
  Rule{id: "t/story", severity: note, over: story, when: story.articles.size() == 2 && story.id == "ferry",
    at: story.articles[1], message: story.articles[1].outlet},
]`

func TestRulesOverEveryScope(t *testing.T) {
	set, err := rules.Load(rules.Source{Name: "every.cel", Text: every})
	if err != nil {
		t.Fatal(err)
	}
	var in Input
	for i, body := range []string{"Former mayor Jane Roe sold 3 boats on Tuesday.", "“We sold 4 boats, not 3 boats,” Roe Doe said."} {
		src := fmt.Sprintf("---\npublished: 2019-04-10\nstory: ferry\noutlet: Paper %d\n---\n%s\n", i+1, body)
		list, err := article.Parse(fmt.Sprintf("a%d.md", i), []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		in.Articles = append(in.Articles, list...)
	}
	check, err := Read(in, Options{Rules: set}).Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range check.Findings {
		got = append(got, f.Doc+" "+f.Rule+" “"+f.Quote+"” "+f.Message)
	}
	want := []string{
		"a0 t/name “Jane Roe” Jane Roe",
		"a0 t/role “Former mayor Jane Roe” mayor",
		"a0 t/sentence “Former mayor Jane Roe sold 3 boats on Tuesday.” former mayor jane roe sold 3 boats on tuesday",
		"a0 t/number “3 boats” boat",
		"a0 t/time “Tuesday” Tuesday",
		"a1 t/sentence ““We sold 4 boats, not 3 boats,” Roe Doe said.” we sold 4 boats not 3 boats roe doe said",
		"a1 t/story ““We sold 4 boats, not 3 boats,” Roe Doe said.” Paper 2",
		"a1 t/quote “We sold 4 boats, not 3 boats,” Roe Doe",
		"a1 t/number “4 boats” boat",
		"a1 t/number “3 boats” boat",
		"a1 t/numbers “3 boats” 4 boats 3 boats",
		"a1 t/name “Roe Doe” Roe Doe",
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What page furniture says is no fact of the article; a caption's is, in its
// own zone.
func TestFactsOfZones(t *testing.T) {
	d := pagetest.Read(t, pagetest.Story("Anna Smith sold 3 boats."))
	for i := range d.Parsed {
		if d.Parsed[i].Zone == article.Body {
			d.Parsed[i].Zone = article.Furniture
		}
	}
	if n, s := len(numbers.Read(d)), len(sentenceFacts(d)); n != 0 || s != 1 {
		t.Errorf("%d numbers and %d sentences of furniture", n, s)
	}
	for i := range d.Parsed {
		d.Parsed[i].Zone = article.Caption
	}
	d = &page.Page{Document: d.Document, Triggers: d.Triggers, Parsed: d.Parsed, TimesIn: d.TimesIn}
	if n := numbers.Read(d); len(n) != 1 || n[0].Zone != "caption" {
		t.Errorf("caption: %v", n)
	}
}

// Every kind of facts is read: those of one document by its row of textKinds, the
// others where documents are compared.
func TestTextKinds(t *testing.T) {
	elsewhere := []fact.Scope{fact.OverArticle, fact.OverConflict, fact.OverMerge, fact.OverSplit, fact.OverStory, fact.OverEventPair, fact.OverDocumentPair, fact.OverAlignment}
	var read []fact.Scope
	for _, k := range textKinds {
		read = append(read, k.scopes...)
	}
	for _, info := range rules.Scopes() {
		n := 0
		for _, s := range slices.Concat(read, elsewhere) {
			if s == info.Scope {
				n++
			}
		}
		if n != 1 {
			t.Errorf("scope %s is read %d times", info.Scope, n)
		}
	}
}

// The facts of an article are those that its times have by themselves, and its
// headline is without the mark of Markdown.
func TestArticleFact(t *testing.T) {
	d := pagetest.Read(t, "---\npublished: 2019-04-10\n---\n# Harbour vote passes\n\nThe council will vote again on Friday.\n")
	a := articleFact(d)
	if a.Title != "Harbour vote passes" {
		t.Errorf("title %q", a.Title)
	}
	if a.FirstRelative == nil || a.FirstRelative.Text != "Friday" || a.FirstRelative.Tense != "future" {
		t.Errorf("first relative time %+v, want Friday in the future", a.FirstRelative)
	}
}
