package factcheck_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"factcheck"
)

const draft = `---
id: bill
published: 2017-07-01
---
The bill came out on Thursday, 27 June 2017, a clerk said.
`

func ExampleParse() {
	articles, err := factcheck.Parse("drafts/bill.md", []byte(draft))
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range articles {
		fmt.Println(a.ID, a.Meta.Published.Text)
	}

	_, err = factcheck.Parse("broken.md", []byte("---\npublished: 2017-02-29\n---\nA text.\n"))
	var at *factcheck.Error
	if errors.As(err, &at) {
		fmt.Printf("%s, line %d\n", at.File, at.Line)
	}
	// Output:
	// bill 2017-07-01
	// broken.md, line 2
}

func ExampleCheck() {
	articles, err := factcheck.Parse("bill.md", []byte(draft))
	if err != nil {
		log.Fatal(err)
	}
	report, err := factcheck.Check(context.Background(), articles)
	if err != nil {
		log.Fatal(err) // the report holds what could be found all the same
	}
	for _, f := range report.Findings {
		fmt.Printf("%s:%d:%d %s: %s\n", f.File, f.Start.Line, f.Start.Column, f.Rule, f.Quote)
		for _, s := range f.Suggestions {
			fmt.Println("  or", s.Replacement)
		}
	}
	// Output:
	// bill.md:5:22 date/weekday-mismatch: Thursday, 27 June 2017
	//   or Tuesday, 27 June 2017
	//   or Thursday, 29 June 2017
}

func ExampleSession() {
	s, err := factcheck.NewSession()
	if err != nil {
		log.Fatal(err)
	}
	count := func() {
		report, err := s.Check(context.Background())
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%d articles, %d findings\n", len(report.Documents), len(report.Findings))
	}
	for _, name := range []string{"one.md", "two.md"} {
		src := "---\npublished: 2017-07-01\n---\nThe bill came out on Thursday, 27 June 2017, a clerk said.\n"
		if err := s.Replace(name, []byte(src)); err != nil {
			log.Fatal(err)
		}
	}
	count()
	// Somebody mends the first; the second is not read again.
	mended := "---\npublished: 2017-07-01\n---\nThe bill came out on Tuesday, 27 June 2017, a clerk said.\n"
	if err := s.Replace("one.md", []byte(mended)); err != nil {
		log.Fatal(err)
	}
	count()
	s.Remove("two")
	count()
	// Output:
	// 2 articles, 2 findings
	// 2 articles, 1 findings
	// 1 articles, 0 findings
}

func ExampleLoadRules() {
	own := factcheck.RuleFile{Name: "desk.cel", Text: `[
  Rule{
    id: "desk/no-clerks", severity: note, over: sentence,
    when: sentence.text.contains("a clerk said"),
    message: "which clerk?",
  },
]`}
	set, err := factcheck.LoadRules(own)
	if err != nil {
		log.Fatal(err) // every mistake of every file, at its place
	}
	articles, err := factcheck.Parse("bill.md", []byte(draft))
	if err != nil {
		log.Fatal(err)
	}
	report, err := factcheck.Check(context.Background(), articles, factcheck.WithRules(set))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Findings {
		fmt.Println(f.Rule)
	}
	// Output:
	// date/weekday-mismatch
	// desk/no-clerks
}
