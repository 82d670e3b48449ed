package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/checker"
	"factcheck/internal/render"
	"factcheck/internal/report"
)

type datesFlags struct {
	readFlags
	absolute bool
	whatIf   string
}

var datesFormats = []string{"text", "json", "jsonl", "timeml", "csv"}

func datesCommand(s *streams) *cobra.Command {
	var f datesFlags
	c := &cobra.Command{
		Use:   "dates [flags] PATH…",
		Short: "Resolve every time expression and say why",
		Long:  "Dates lists every time expression of the articles with what it means and why. With\n--absolute it prints the articles instead, each relative time followed by its date. With\n--what-if it lists what changes its meaning when the articles run on another day.",
		Args:  needsPaths,
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.add(c)
	c.Flags().Lookup("format").Usage = "`F[:PATH]`: text, json, jsonl, timeml or csv, to standard output or a file; repeatable"
	c.Flags().BoolVar(&f.absolute, "absolute", false, "print the articles, each relative time followed by its date; text only")
	c.Flags().StringVar(&f.whatIf, "what-if", "", "list what changes its meaning if the articles run on `DATE` instead; text or json")
	return c
}

func (f *datesFlags) run(s *streams, paths []string) error {
	switch {
	case f.absolute && f.whatIf != "":
		return errors.New("--absolute and --what-if exclude each other")
	case f.absolute:
		return f.runAbsolute(s, paths)
	case f.whatIf != "":
		return f.runWhatIf(s, paths)
	}
	return f.show(s, paths, datesFormats, func(w io.Writer, format string, r *checker.Run) error {
		return writeDates(w, format, r.EachDated())
	})
}

func writeDates(w io.Writer, format string, d report.DatedSeq) error {
	switch format {
	case "json":
		return render.DatesJSON(w, d)
	case "jsonl":
		return render.DatesLines(w, d)
	case "timeml":
		return render.TimeML(w, d)
	case "csv":
		return render.DatesCSV(w, d)
	}
	return render.NewText(w, coloured(w)).Dates(d)
}

// runAbsolute prints the articles with the dates of their relative times; what
// was inferred about their publication goes to standard error.
func (f *datesFlags) runAbsolute(s *streams, paths []string) error {
	for _, format := range f.formats {
		if name, _, _ := strings.Cut(format, ":"); name != "text" {
			return fmt.Errorf("--absolute prints articles as text; --format %s cannot stand beside it", name)
		}
	}
	said := false
	return f.show(s, paths, []string{"text"}, func(w io.Writer, _ string, r *checker.Run) error {
		d := r.EachDated()
		if !said {
			for _, note := range render.PublicationNotes(d) {
				fmt.Fprintln(s.err, note)
			}
		}
		said = true
		return render.NewText(w, coloured(w)).Absolute(d)
	})
}

// show reads the articles and calls print for every output, whose format is one
// of known; problems are listed and make the exit code 2.
func (f *readFlags) show(s *streams, paths, known []string, print func(io.Writer, string, *checker.Run) error) error {
	outs, err := outputs(f.formats, known...)
	problems := s.problems(err)
	read, unread := f.articles(s, paths)
	articles := read.Articles
	setups, err := f.setups(&s.configurations, articles, nil, nil, false)
	problems += s.problems(err)
	published, err := f.date()
	problems += s.problems(err, unread)
	run, err := factcheck.Open(articles, setups.configured(), factcheck.WithPublished(published), factcheck.WithPassedOver(read))
	problems += s.problems(err)
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error { return print(w, format, run) }))
	}
	problems += s.problems(run.Err())
	s.unread(run.Unread())
	return done(problems)
}
