package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/report"
)

// mostUnwantedBesides is how many unwanted findings that name a source a thousand words
// of published copy may have, laid beside an earlier report of the same matter.
const mostUnwantedBesides = 0.5

// Reports are two texts on one matter: what is said of the draft with the other as its
// source is to be judged.
type reports struct{ source, draft *article.Article }

func (p *reports) name() string { return p.source.ID + ">" + p.draft.ID }

func pairsCommand(args []string, out, problems io.Writer) (int, error) {
	flags := flag.NewFlagSet("pairs", flag.ContinueOnError)
	flags.SetOutput(problems)
	file := flags.String("verdicts", "pairs.tsv", "`FILE` of verdicts")
	every := flags.Int("every", 1, "take each `N`th pair")
	from := flags.Int("from", 0, "begin with the pair of this `number`")
	show := flags.Bool("show", false, "print message and passages beside findings that are not judged")
	all := flags.Bool("all", false, "with -show: also of findings that are judged")
	if err := flags.Parse(args); err != nil {
		return 2, err
	}
	if flags.NArg() != 2 || *every < 1 {
		return 2, errors.New("name a corpus and its pairs: NAME=FILE.jsonl PAIRS.jsonl")
	}
	known, err := readVerdicts(*file)
	if err != nil {
		return 2, err
	}
	c, err := readCorpus(flags.Arg(0))
	if err != nil {
		return 2, err
	}
	pairs, err := readPairs(flags.Arg(1), c.articles)
	if err != nil {
		return 2, err
	}
	var taken []reports
	for i := *from; i < len(pairs); i += *every {
		taken = append(taken, pairs[i])
	}
	r := cleanReport{most: mostUnwantedBesides}
	if err := r.lookBesides(c.name, taken, known); err != nil {
		return 2, err
	}
	r.print(out, known, *show, *all)
	if r.unwanted() > r.most || len(r.unjudged()) > 0 {
		return 1, nil
	}
	return 0, nil
}

// readPairs reads lines of JSON, each with the ids of a source and a draft, or with two
// files whose names are the ids, of which the later report is the draft.
func readPairs(file string, articles []*article.Article) ([]reports, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	byID := map[string]*article.Article{}
	for _, a := range articles {
		byID[a.ID] = a
	}
	var out []reports
	lines := bufio.NewScanner(bytes.NewReader(src))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		p, err := readPair(lines.Bytes(), byID)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		out = append(out, p)
	}
	return out, lines.Err()
}

func readPair(line []byte, byID map[string]*article.Article) (reports, error) {
	var l struct {
		Source, Draft string
		Docs          []string
	}
	if err := json.Unmarshal(line, &l); err != nil {
		return reports{}, err
	}
	if len(l.Docs) == 2 {
		l.Source, l.Draft = idOf(l.Docs[0]), idOf(l.Docs[1])
	}
	p := reports{byID[l.Source], byID[l.Draft]}
	if p.source == nil || p.draft == nil {
		return reports{}, fmt.Errorf("no article %q or %q", l.Source, l.Draft)
	}
	if len(l.Docs) == 2 && before(p.draft, p.source) {
		p.source, p.draft = p.draft, p.source
	}
	return p, nil
}

// before reports whether a appeared before b.
func before(a, b *article.Article) bool {
	return a.Meta.Published != nil && b.Meta.Published != nil && a.Meta.Published.Time.Before(b.Meta.Published.Time)
}

func idOf(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// lookBesides checks the drafts of pairs and keeps what names their source.
func (r *cleanReport) lookBesides(name string, pairs []reports, known map[key]verdict) error {
	opt, err := shipped()
	if err != nil {
		return err
	}
	results := make([][]report.Finding, len(pairs))
	err = each(len(pairs), func(i int) error {
		in := checker.Input{Articles: []*article.Article{pairs[i].draft}, Sources: []*article.Article{pairs[i].source}}
		result, err := checker.Read(in, opt).Check(context.Background())
		if err == nil {
			results[i] = result.Findings
		}
		return err
	})
	for i := range pairs {
		r.add(name, &pairs[i], results[i], known)
	}
	return err
}

// add keeps the findings of a draft that name its source.
func (r *cleanReport) add(name string, p *reports, findings []report.Finding, known map[key]verdict) {
	r.begin(name)
	r.documents++
	r.words += len(strings.Fields(p.draft.Text))
	for _, f := range findings {
		named := slices.IndexFunc(f.Related, func(n report.Related) bool { return n.Doc == p.source.ID })
		switch {
		case named < 0:
		case !loud(f):
			r.notes[f.Rule]++
		default:
			k := key{name, p.name(), f.Start.Offset, f.Rule}
			there := f.Related[named]
			text := passage(p.draft.Text, f) + "\n\t" + passage(p.source.Text, report.Finding{Start: there.Start, End: there.End})
			r.used[k] = true
			r.findings = append(r.findings, found{k, f, text, known[k].verdict})
		}
	}
}
