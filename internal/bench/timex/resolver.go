package main

import (
	"bytes"
	"encoding/json"
	"runtime"
	"slices"
	"time"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
	"factcheck/internal/text"
)

// A resolver finds the times of documents.
type resolver struct {
	name string
	// load makes the documents ready. What it returns can be run again and again.
	load func([]*document) (pass, error)
}

// A pass is one reading of all documents.
type pass interface {
	// run does the work that is timed.
	run()
	// times returns what run found, a list a document.
	times() [][]timex
}

var resolvers = []resolver{
	{"factcheck", loadFactcheck},
	{"when", loadWhen},
}

// passes is how often the documents are read: the fastest counts, because what
// else the machine does only adds time.
const passes = 3

// fastest runs p on one thread and returns the shortest time.
func fastest(p pass) time.Duration {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var took []time.Duration
	for range passes {
		runtime.GC()
		start := time.Now()
		p.run()
		took = append(took, time.Since(start))
	}
	return max(slices.Min(took), 1) // a coarse clock may say 0
}

// A factcheckPass reads the documents as factcheck dates does a file of
// records. Sentences, times and publication dates are timed; dividing the
// text into zones is not, because that is done when a file is read.
type factcheckPass struct {
	docs     []*document
	articles []*article.Article
	last     *report.Dates
}

func loadFactcheck(docs []*document) (pass, error) {
	var lines bytes.Buffer
	records := json.NewEncoder(&lines)
	for _, d := range docs {
		if err := records.Encode(map[string]string{"id": d.id, "published": d.created, "text": d.text}); err != nil {
			return nil, err
		}
	}
	articles, err := article.Parse("corpus.jsonl", lines.Bytes())
	return &factcheckPass{docs: docs, articles: articles}, err
}

func (p *factcheckPass) run() {
	p.last = checker.Read(checker.Input{Articles: p.articles}, checker.Options{}).Dates() // only then are they read
}

func (p *factcheckPass) times() [][]timex {
	out := make([][]timex, len(p.docs))
	at := map[string]int{}
	for i, d := range p.docs {
		at[d.id] = i
	}
	for _, d := range p.last.Documents { // without those that a defect costs
		i := at[d.Doc]
		for _, t := range d.Times {
			out[i] = append(out[i], timex{text.Span{Start: t.Start, End: t.End}, t.Type, t.Value})
		}
	}
	return out
}
