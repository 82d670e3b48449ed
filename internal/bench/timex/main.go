// Command timex scores the time expressions that factcheck finds against a
// TimeML corpus, beside those that olebedev/when finds with its own English
// rules.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns 0 when the corpus was scored, else 2.
func run(args []string, out, problems io.Writer) int {
	flags := flag.NewFlagSet("timex", flag.ContinueOnError)
	flags.SetOutput(problems)
	corpus := flags.String("corpus", "", "folder with .tml files, `DIR`")
	half := flags.String("half", "", "only the files in folders of this `NAME`: timebank, aquaint")
	listErrors := flags.Bool("errors", false, "list every error of factcheck before the figures (to stderr with -json)")
	asJSON := flags.Bool("json", false, "print the figures as one JSON object, as fractions")
	if flags.Parse(args) != nil {
		return 2
	}
	fail := func(err error) int {
		fmt.Fprintf(problems, "timex: %v\n", err)
		return 2
	}
	if *corpus == "" || flags.NArg() > 0 {
		return fail(fmt.Errorf("say where the corpus is: -corpus DIR"))
	}
	docs, err := readCorpus(*corpus)
	if err == nil && *half != "" {
		docs, err = only(docs, *half)
	}
	if err != nil {
		return fail(err)
	}
	result, err := measure(docs)
	if err != nil {
		return fail(err)
	}
	if *listErrors {
		to := out
		if *asJSON {
			to = problems
		}
		printErrors(to, result.Systems[0].alignments)
	}
	if *asJSON {
		err = printJSON(out, result)
	} else {
		err = printText(out, result)
	}
	if err != nil {
		return fail(err)
	}
	return 0
}

// only returns the documents of one part, in whatever case it is written.
func only(docs []*document, part string) ([]*document, error) {
	var out []*document
	for _, d := range docs {
		if strings.EqualFold(d.part, part) {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no files in a folder called %q, name one of: %s", part, strings.Join(parts(docs), ", "))
	}
	return out, nil
}

// parts returns the names of the parts of docs in alphabetical order.
func parts(docs []*document) []string {
	var out []string
	for _, d := range docs {
		if d.part != "" && !slices.Contains(out, d.part) {
			out = append(out, d.part)
		}
	}
	slices.Sort(out)
	return out
}
