package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"factcheck/checker"
	"factcheck/internal/render"
)

type textFlags struct {
	readFlags
	shown string
}

func textCommand(s *streams) *cobra.Command {
	var f textFlags
	c := &cobra.Command{
		Use:   "text [flags] PATH…",
		Short: "Show what was read of files, part by part",
		Long:  "Text prints what was read of each file: headline, story, captions and so on, when it was\npublished, and where the file says so. What is no part of the story is only counted; with\n--show furniture it is printed too.",
		Args:  needsPaths,
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.add(c)
	c.Flags().StringVar(&f.shown, "show", "", "`furniture` prints what was left out as no part of the story, too")
	return c
}

func (f *textFlags) run(s *streams, paths []string) error {
	if f.shown != "" && f.shown != "furniture" {
		return fmt.Errorf("--show: %q is not furniture", f.shown)
	}
	return f.show(s, paths, []string{"text", "json"}, func(w io.Writer, format string, r *checker.Run) error {
		texts := r.Texts()
		if format == "json" {
			return render.JSON(w, texts)
		}
		return render.NewText(w, coloured(w)).Texts(texts, f.shown != "")
	})
}
