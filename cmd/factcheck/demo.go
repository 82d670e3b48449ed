package main

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/internal/render"
)

// The sample of the demonstration is our own invention.
//
//go:embed demo
var sampleFiles embed.FS

func demoCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Show a check of a sample that comes with the program",
		Long:  "Demo checks a draft that comes with the program against a source, and says what to do next.",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return s.demo() },
	}
}

func (s *streams) demo() error {
	draft, source := sampleFile("draft.md"), sampleFile("source.md")
	articles, err := factcheck.Parse("draft.md", draft)
	problems := s.problems(err)
	sources, err := factcheck.Parse("source.md", source)
	problems += s.problems(err)
	run, err := factcheck.Open(articles, factcheck.WithSources(sources...))
	problems += s.problems(err)
	found, err := run.Check(s)
	problems += s.problems(err)
	fmt.Fprintf(s.out, "The draft, draft.md:\n\n%s\nIts source, source.md:\n\n%s\nWhat factcheck says of it:\n\n", indented(draft), indented(source))
	problems += s.problems(render.NewText(s.out, coloured(s.out)).SetWidth(columns(s.out)).Check(found, func(doc string) string {
		text, _ := run.Source(doc)
		return text
	}))
	fmt.Fprint(s.out, next)
	return done(problems)
}

// next is what to do after the demonstration.
const next = `
Now your own:
  factcheck check draft.md                     one article, against itself
  factcheck check draft.md --sources notes/    against what it was written from
  factcheck dates draft.md                     every date in it, and why
  factcheck check --help
`

// sampleFile returns a file of the sample.
func sampleFile(name string) []byte {
	src, err := sampleFiles.ReadFile("demo/" + name)
	if err != nil {
		panic(err) // it is not in the program
	}
	return src
}

func indented(src []byte) string {
	var b strings.Builder
	for line := range strings.Lines(string(src)) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String()
}
