package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/olebedev/when"

	"factcheck/internal/lexicon"
	"factcheck/internal/text"
)

// A whenPass reads the documents with the English rules of olebedev/when as
// they ship. Parse returns one cluster of matches, so it is called again on the
// rest of the sentence; it is not called on whole documents, which takes
// quadratic time. Only Parse is timed.
type whenPass struct {
	docs      []*document
	sentences [][]text.Span
	found     [][]match
}

// A match is an answer of Parse and where the text stands that it was given.
type match struct {
	at int
	*when.Result
}

func loadWhen(docs []*document) (pass, error) {
	p := &whenPass{docs: docs, found: make([][]match, len(docs))}
	for _, d := range docs {
		p.sentences = append(p.sentences, text.Sentences(d.text, text.Span{End: len(d.text)}, abbreviation))
	}
	return p, nil
}

// abbreviation keeps every abbreviation inside its sentence, also one that may
// end it: cutting "Nov. 17" in two would cost the parser a day.
func abbreviation(word, _ string) bool {
	_, ok := lexicon.Abbreviation(word + ".")
	return ok
}

func (p *whenPass) run() {
	for i, d := range p.docs {
		p.found[i] = p.found[i][:0]
		for _, s := range p.sentences[i] {
			p.sentence(i, s, d.date.Time)
		}
	}
}

// sentence parses a sentence until Parse finds nothing more. Parse also returns
// nothing when no rule accepts its first cluster, and an error for "A year ago"
// (the number words are looked up in lower case): what follows is lost then,
// because neither says where it stopped.
func (p *whenPass) sentence(doc int, s text.Span, base time.Time) {
	for s.Len() > 0 {
		r, err := when.EN.Parse(s.In(p.docs[doc].text), base)
		if err != nil || r == nil {
			return
		}
		p.found[doc] = append(p.found[doc], match{s.Start, r})
		s.Start += r.Index + max(len(r.Text), 1)
	}
}

func (p *whenPass) times() [][]timex {
	out := make([][]timex, len(p.docs))
	for i, found := range p.found {
		for _, m := range found {
			if t, ok := whenTimex(m); ok {
				out[i] = append(out[i], t)
			}
		}
	}
	return out
}

var leading = regexp.MustCompile(`(?i)^(?:[\s\pP]+|(?:in|on|at|by|for|since|from|until|within)\b)*`)

// whenTimex turns an instant into a TIMEX3 in favour of the parser: the span
// without leading prepositions and surrounding punctuation, the value as coarse
// as the words.
func whenTimex(m match) (timex, bool) {
	skip := len(leading.FindString(m.Text))
	words := strings.TrimRight(m.Text[skip:], " \t\r\n,;:")
	if words == "" {
		return timex{}, false
	}
	start := m.at + m.Index + skip
	kind, value := coarsen(words, m.Time)
	return timex{text.Span{Start: start, End: start + len(words)}, kind, value}, true
}

// grains maps words to the form of a value; the first pattern that matches
// decides, so the finer grains come first.
var grains = []struct {
	words  *regexp.Regexp
	kind   string
	layout string // for time.Format, except for weeks and references
}{
	{regexp.MustCompile(`(?i)^now$`), "DATE", presentRef},
	{regexp.MustCompile(`(?i)\d\s*[:：]\d\d|\d\s*[ap]\.?(m\b|\s|$)|\bnoon\b|\bhours?\b|\bmin(ute)?s?\b|\bseconds\b|\ba second\b`), "TIME", "2006-01-02T15:04"},
	{regexp.MustCompile(`(?i)morning`), "TIME", "2006-01-02TMO"},
	{regexp.MustCompile(`(?i)afternoon`), "TIME", "2006-01-02TAF"},
	{regexp.MustCompile(`(?i)evening`), "TIME", "2006-01-02TEV"},
	{regexp.MustCompile(`(?i)night`), "TIME", "2006-01-02TNI"},
	{regexp.MustCompile(`(?i)\d\d?-\d\d\b`), "TIME", "2006-01-02T15:04"},
	{regexp.MustCompile(`(?i)\b(?:(?:sun|mon|tues?|wed|wednes|thur?|thurs|fri|sat|satur)(?:day)?|today|tomorrow|tmr|yesterday|days?)\b|\d[/\\]\d`), "DATE", "2006-01-02"},
	{regexp.MustCompile(`(?i)\bweeks?\b`), "DATE", isoWeek},
	{regexp.MustCompile(`(?i)\bmonths?\b`), "DATE", "2006-01"},
	{regexp.MustCompile(`(?i)\byears?\b`), "DATE", "2006"},
	{regexp.MustCompile(`(?i)^[a-z]+\.?$`), "DATE", "2006-01"}, // the name of a month alone
}

const (
	presentRef = "PRESENT_REF"
	isoWeek    = "week"
)

// coarsen returns the TIMEX3 type and value of at in the grain of words.
func coarsen(words string, at time.Time) (kind, value string) {
	for _, g := range grains {
		if !g.words.MatchString(words) {
			continue
		}
		switch g.layout {
		case presentRef:
			return g.kind, presentRef
		case isoWeek:
			year, week := at.ISOWeek()
			return g.kind, fmt.Sprintf("%04d-W%02d", year, week)
		}
		return g.kind, at.Format(g.layout)
	}
	return "DATE", at.Format("2006-01-02") // a month with its day
}
