package main

import (
	"io"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/article"
	"factcheck/internal/render"
)

func datesCommand(s *streams) *cobra.Command {
	var f readFlags
	c := &cobra.Command{
		Use:   "dates [flags] PATH…",
		Short: "Resolve every time expression and say why",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return f.show(s, args, func(w io.Writer, format string, r *checker.Run) error {
				if format == "json" {
					return render.JSON(w, r.Dates())
				}
				return render.NewText(w, coloured(w)).Dates(r.Dates())
			})
		},
	}
	f.add(c)
	return c
}

func timelineCommand(s *streams) *cobra.Command {
	var f readFlags
	c := &cobra.Command{
		Use:   "timeline [flags] PATH…",
		Short: "Print what happened when, across documents",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return f.show(s, args, func(w io.Writer, format string, r *checker.Run) error {
				if format == "json" {
					return render.JSON(w, r.Timeline())
				}
				return render.NewText(w, coloured(w)).Timeline(r.Timeline())
			})
		},
	}
	f.add(c)
	return c
}

// show reads the articles and prints what f makes of them; problems are listed
// and make the exit code 2.
func (f *readFlags) show(s *streams, paths []string, print func(io.Writer, string, *checker.Run) error) error {
	outs, err := outputs(f.formats, "text", "json")
	problems := s.problems(err)
	opt, published, err := f.options()
	problems += s.problems(err)
	articles, err := article.Read(paths, s.in)
	problems += s.problems(err)
	run := checker.Read(checker.Input{Articles: articles, Published: published}, opt)
	for _, o := range outs {
		problems += s.problems(s.write(o, func(w io.Writer, format string) error { return print(w, format, run) }))
	}
	if problems > 0 {
		return exit{exitProblem}
	}
	return nil
}
