package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/render"
	"factcheck/internal/render/chronology"
	"factcheck/internal/report"
)

// timelineFlags are the flags of factcheck timeline.
type timelineFlags struct {
	readFlags
	statements bool
	all        bool
	only       report.Only
}

func timelineCommand(s *streams) *cobra.Command {
	var f timelineFlags
	c := &cobra.Command{
		Use:   "timeline [flags] PATH…",
		Short: "Print what happened when, across documents",
		Args:  needsPaths,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := f.checkDays(); err != nil {
				return err
			}
			return f.show(s, args, append([]string{"text", "json"}, chronology.Names()...), f.print)
		},
	}
	f.add(c)
	flags := c.Flags()
	flags.Lookup("format").Usage = "`F[:PATH]`: text, json, csv, ics, mermaid, timelinejs, svg or html, to standard output or a file; repeatable"
	flags.BoolVar(&f.statements, "statements", false, "list what people said as well: said, told, added")
	flags.BoolVar(&f.all, "all", false, "list every event, not only those that a reader looks for; JSON always has all")
	flags.StringArrayVar(&f.only.Persons, "person", nil, "only events in which `NAME` takes part, or that NAME tells; repeatable")
	flags.StringArrayVar(&f.only.Kinds, "kind", nil, "only events of `KIND`: call, meeting, visit …, or a verb; repeatable")
	flags.StringVar(&f.only.From, "from", "", "only events on `DATE` (2018-06-15) or later")
	flags.StringVar(&f.only.To, "to", "", "only events on `DATE` or before")
	return c
}

// checkDays reports a bound that is no day.
func (f *timelineFlags) checkDays() error {
	for _, flag := range []struct{ name, value string }{{"from", f.only.From}, {"to", f.only.To}} {
		if flag.value == "" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, flag.value); err != nil {
			return fmt.Errorf("--%s %q is no day: write it as 2018-06-15", flag.name, flag.value)
		}
	}
	return nil
}

// print writes the timeline of a run in a format.
func (f *timelineFlags) print(w io.Writer, format string, r *checker.Run) error {
	t := r.Timeline(f.statements)
	t.Keep(f.only)
	if format == "json" {
		return render.TimelineJSON(w, t)
	}
	if write, ok := chronology.Writers[format]; ok {
		return write(w, t, f.all)
	}
	return render.NewText(w, coloured(w)).Timeline(t, f.all)
}
