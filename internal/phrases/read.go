package phrases

import (
	"context"
	"fmt"
	"reflect"
	"unicode/utf8"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// Published are the days from which texts count in turn; none for "".
var Published = []string{"2018-06-17", "2016-02-29", "2019-01-01", "2018-12-31", "", "2018-03-01", "2020-11-30", "2018-06-15"}

// Article returns the text as an article of that day, a Markdown file.
func Article(text, published string) (*article.Article, error) {
	src := text
	if published != "" {
		src = "---\npublished: " + published + "\n---\n\n" + text + "\n"
	}
	list, err := article.Parse("phrase.md", []byte(src))
	if err != nil || len(list) != 1 {
		return nil, fmt.Errorf("%d articles: %w", len(list), err)
	}
	return list[0], nil
}

// A Depth says how much is made of a text.
type Depth int

// The depths.
const (
	DatesOnly Depth = iota + 1 // what dates prints
	Full                       // what check and timeline print, too
	Twice                      // all of it a second time
)

// Judge reads the article as the command does and returns what is wrong with the
// result, empty for nothing.
func Judge(a *article.Article, opt checker.Options, depth Depth) (wrong []string, err error) {
	run := checker.Read(checker.Input{Articles: []*article.Article{a}}, opt)
	dates := run.Dates()
	for i := range dates.Documents {
		wrong = append(wrong, Times(&dates.Documents[i])...)
	}
	if depth < Full {
		return wrong, nil
	}
	checked, err := run.Check(context.Background())
	if err != nil {
		return wrong, err
	}
	for _, f := range checked.Findings {
		wrong = append(wrong, place(a.Text, f.Start, f.End)...)
		for _, r := range f.Related {
			wrong = append(wrong, place(a.Text, r.Start, r.End)...)
		}
	}
	line := run.Timeline(false)
	for _, e := range line.Events {
		wrong = append(wrong, event(&dates.Documents[0], &e)...)
		for _, m := range e.Mentions {
			wrong = append(wrong, place(a.Text, m.Start, m.End)...)
		}
	}
	if depth < Twice {
		return wrong, nil
	}
	again := checker.Read(checker.Input{Articles: []*article.Article{a}}, opt)
	secondly, err := again.Check(context.Background())
	if err != nil {
		return wrong, err
	}
	if !reflect.DeepEqual(dates, again.Dates()) || !reflect.DeepEqual(line, again.Timeline(false)) || !reflect.DeepEqual(checked, secondly) {
		wrong = append(wrong, "reading it again says otherwise")
	}
	return wrong, nil
}

// place reports a passage that is empty, outside the text or cuts a code point.
func place(text string, start, end report.Position) []string {
	from, to := start.Offset, end.Offset
	if from < 0 || from >= to || to > len(text) || !utf8.RuneStart(text[from]) || to < len(text) && !utf8.RuneStart(text[to]) {
		return []string{fmt.Sprintf("a place from %d to %d of %d bytes", from, to, len(text))}
	}
	return nil
}
