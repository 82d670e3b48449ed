package quotes

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factcheck/internal/page/pagetest"
)

func TestQuotes(t *testing.T) {
	const cast = "President Anna Smith met Prime Minister Peter Nowak in Oslo. "
	tests := []struct{ said, want string }{ // the last quotation: speaker, verb, day
		{"“We will keep the ferry,” Smith said.", "Anna Smith said"},
		{"“We will keep the ferry,” said Smith on Tuesday.", "Anna Smith said 2019-04-09"},
		{"“We will keep the ferry,” Nowak told reporters in Bergen on Monday.", "Peter Nowak told 2019-04-08"},
		{"“We will keep the ferry,” according to Nowak.", "Peter Nowak according to"},
		{"Nowak said that “the ferry stays where it is”.", "Peter Nowak said"},
		{"Nowak: “The ferry stays where it is.”", "Peter Nowak "},
		{"“The ferry stays,” Nowak, who flew in from Rome, said.", "Peter Nowak said"},
		{"“The ferry stays,” said the head of the port, Peter Nowak.", "Peter Nowak said"},
		{"\"The ferry stays,\" Smith said.", "Anna Smith said"},
		{"``The ferry stays,'' Smith said.", "Anna Smith said"},
		{"“The ferry stays,” Smith said, adding “it is cheap”.", "Anna Smith adding"},
		{"“The ferry stays,” Smith said. “It is cheap to run.”", "Anna Smith "},
		{"Nowak left early. “The ferry stays,” he said.", "Peter Nowak said"},
		{"“We keep it,” Nowak said.\n\n“It pays for itself,” he added.", "Peter Nowak added"},
		{"“We keep it.\n\n“It pays for itself,” Nowak said.", "Peter Nowak said"},
		{"Nowak called the plan “a disaster”.", "Peter Nowak called"},
		{"“The ferry stays,” Ellen Berg said.", "Ellen Berg said"},
		{"“Is it cheap?” Smith asked.", "Anna Smith asked"},
		// nobody, or not for certain
		{"“The ferry stays,” officials said.", "- said"},
		{"“The ferry stays,” a spokesman for Smith said.", "- said"},
		{"“The ferry stays,” Smith’s lawyer said.", "- said"},
		{"Smith and Nowak met again. “The ferry stays,” he said.", "- said"},
		{"The so-called “ferry” sank.", "- "},
		{"The report by Smith ends with “no ferry at all”.", "- "},
	}
	for _, tt := range tests {
		quotes := Read(pagetest.Read(t, pagetest.Story(cast+tt.said)))
		if len(quotes) == 0 {
			t.Errorf("%s: no quotation", tt.said)
			continue
		}
		q := quotes[len(quotes)-1]
		got := "-"
		if q.Speaker != nil {
			got = *q.Speaker
		}
		got += " " + q.Verb
		if q.Said != nil {
			got += fmt.Sprintf(" %v", q.Said.From)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.said, got, tt.want)
		}
	}
}

// The spokeswoman cannot be he.
func TestQuotePronoun(t *testing.T) {
	q := Read(pagetest.Read(t, pagetest.Story("Spokeswoman Anna Smith arrived. “The ferry stays,” he said.")))
	if len(q) != 1 || q[0].Speaker != nil {
		t.Errorf("got %+v, want nobody", q)
	}
	q = Read(pagetest.Read(t, pagetest.Story("Spokeswoman Anna Smith met Peter Nowak. Nowak left. “The ferry stays,” she said.")))
	if len(q) != 1 || q[0].Speaker != nil && *q[0].Speaker != "Anna Smith" {
		t.Errorf("got %+v, want Smith or nobody", q)
	}
	q = Read(pagetest.Read(t, pagetest.Story("The verdict surprised Anna Smith. The judge went further. “The lamp was broken,” she said.")))
	if len(q) != 1 || q[0].Speaker != nil {
		t.Errorf("got %+v, want nobody: it may be the judge", q)
	}
}

func TestQuoteWords(t *testing.T) {
	q := Read(pagetest.Read(t, pagetest.Story("“It’s Cheap, no: ‘very’ cheap,” Anna Smith said.")))
	if len(q) != 1 {
		t.Fatalf("%d quotations", len(q))
	}
	type words struct {
		Text, Key, Sentence, Zone string
		Words                     int64
	}
	got := words{q[0].Text, q[0].Key, q[0].Sentence, q[0].Zone, q[0].Words}
	want := words{"It’s Cheap, no: ‘very’ cheap,", "it cheap no very cheap", "“It’s Cheap, no: ‘very’ cheap,” Anna Smith said.", "body", 5}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
