// Command drafts measures the rules that lay a draft beside its sources: it writes
// drafts of stories of ours that copy their sources, or say the same in other words,
// plants one slip into each, and counts which are found, and what is said of those
// without a slip. The same arguments give the same drafts.
//
//	go run ./internal/bench/drafts [-seeds N] [-v]
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"factcheck"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, problems io.Writer) int {
	flags := flag.NewFlagSet("drafts", flag.ContinueOnError)
	flags.SetOutput(problems)
	seeds := flags.Uint64("seeds", 3, "how many drafts are made of each story, level and slip")
	verbose := flags.Bool("v", false, "list what is missed, and what is said of drafts without a slip")
	if flags.Parse(args) != nil {
		return 2
	}
	stories, err := loadStories()
	if err != nil {
		fmt.Fprintf(problems, "drafts: %v\n", err)
		return 2
	}
	c := counts{found: map[string][2]int{}}
	if *verbose {
		c.told = out
	}
	for seed := range *seeds {
		for _, s := range stories {
			for l := range levels {
				for _, d := range s.drafts(l, seed) {
					if err := c.count(d); err != nil {
						fmt.Fprintf(problems, "drafts: %v\n", err)
						return 2
					}
				}
			}
		}
	}
	c.print(out)
	return 0
}

// counts are slips found, of how many, by level and by level and kind; and what was
// said of drafts without one.
type counts struct {
	found    map[string][2]int
	unwanted int
	words    int
	told     io.Writer // nil to tell nothing
}

func (c *counts) count(d *draft) error {
	findings, err := check(d)
	if err != nil {
		return err
	}
	if d.kind == "" {
		c.words += len(strings.Fields(d.text))
		c.unwanted += len(findings)
		for _, f := range findings {
			c.tell("unwanted %s %s: %s\n", d.story, d.level, f.Message)
		}
		return nil
	}
	hit := 0
	if slices.ContainsFunc(findings, func(f factcheck.Finding) bool { return touches(&f, d) }) {
		hit = 1
	} else {
		c.tell("missed %s %s %s: %q for %q in %q\n", d.story, d.level, d.kind, d.word, d.lost, d.text[d.from:d.to])
	}
	for _, key := range [...]string{d.level.String(), d.level.String() + " " + d.kind} {
		n := c.found[key]
		c.found[key] = [2]int{n[0] + hit, n[1] + 1}
	}
	return nil
}

func (c *counts) tell(format string, args ...any) {
	if c.told != nil {
		fmt.Fprintf(c.told, format, args...)
	}
}

// check returns what is said of a draft.
func check(d *draft) ([]factcheck.Finding, error) {
	var sources []*factcheck.Article
	for i, s := range d.sources {
		a, err := factcheck.Parse(fmt.Sprintf("source%d.md", i+1), []byte(s))
		if err != nil {
			return nil, err
		}
		sources = append(sources, a...)
	}
	a, err := factcheck.Parse("draft.md", []byte(d.text))
	if err != nil {
		return nil, err
	}
	report, err := factcheck.Check(context.Background(), a, factcheck.WithSources(sources...))
	if err != nil {
		return nil, err
	}
	return report.Findings, nil
}

// touches reports whether a finding, or a note of it, stands in the sentence of the slip.
func touches(f *factcheck.Finding, d *draft) bool {
	if f.Doc == "draft" && f.Start.Offset < d.to && d.from < f.End.Offset {
		return true
	}
	for _, r := range f.Related {
		if r.Doc == "draft" && r.Start.Offset < d.to && d.from < r.End.Offset {
			return true
		}
	}
	return false
}

func (c *counts) print(out io.Writer) {
	keys := make([]string, 0, len(c.found))
	for k := range c.found {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		n := c.found[k]
		fmt.Fprintf(out, "%-16s %3.0f %%  (%d of %d)\n", k, 100*float64(n[0])/float64(n[1]), n[0], n[1])
	}
	fmt.Fprintf(out, "%-16s %d in %d words, %.2f per 1,000\n", "without a slip", c.unwanted, c.words, 1000*float64(c.unwanted)/float64(c.words))
}
