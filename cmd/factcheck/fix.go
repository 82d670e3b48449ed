package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/go-multierror"
	"github.com/spf13/cobra"

	"factcheck/internal/article"
	"factcheck/internal/files"
	"factcheck/internal/render"
	"factcheck/internal/report"
	"factcheck/internal/text"
)

type fixFlags struct {
	checkFlags
	interactive bool
}

func fixCommand(s *streams) *cobra.Command {
	var f fixFlags
	c := &cobra.Command{
		Use:   "fix [--interactive] [flags] PATH…",
		Short: "Go through the suggestions and write what you accept",
		Long:  "Fix checks the articles as check does and shows each finding that has a replacement to\nsuggest. With --interactive it asks which one to take, if any, and writes those that were accepted;\nthe file as it was stays beside it as FILE.orig. Without --interactive nothing is written: which\nside of a contradiction is wrong, a program cannot know. Text and Markdown files are written.",
		Args:  needsPaths,
		RunE:  func(_ *cobra.Command, args []string) error { return f.run(s, args) },
	}
	f.addChecked(c)
	_ = c.Flags().MarkHidden("format")
	c.Flags().BoolVar(&f.interactive, "interactive", false, "ask of each suggestion, and write what was accepted")
	return c
}

// An edit puts words in the place of a passage of an article.
type edit struct {
	at   text.Span
	with string
}

// A fixing goes through the findings and gathers what was accepted.
type fixing struct {
	s        *streams
	checked  *checked
	answers  *bufio.Scanner // nil: nothing is asked
	accepted map[*article.Article][]edit
	fixable  int
	done     bool // the user wants no more
}

func (f *fixFlags) run(s *streams, paths []string) error {
	if slices.Contains(paths, "-") {
		return done(s.problems(errors.New("-: standard input is where the answers come from; name a file")))
	}
	c := f.check(s, paths)
	s.enter(stateReading) // Ctrl-C ends it, and nothing has been written
	x := &fixing{s: s, checked: c, accepted: map[*article.Article][]edit{}}
	if f.interactive {
		x.answers = bufio.NewScanner(s.in)
	}
	for _, a := range c.articles {
		c.problems += s.problems(x.article(a))
	}
	c.problems += s.problems(x.write())
	fmt.Fprintln(s.err, x.summary())
	return done(c.problems)
}

// article goes through the findings of one article.
func (x *fixing) article(a *article.Article) error {
	var found []report.Finding
	for _, f := range x.checked.result.Findings {
		if f.Doc == a.ID && slices.ContainsFunc(f.Suggestions, replaces) {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b report.Finding) int { return a.Start.Offset - b.Start.Offset })
	x.fixable += len(found)
	if len(found) > 0 && !writable(a) {
		fmt.Fprintf(x.s.err, "%s: %s to go through; change them in the program that the file is of\n", a.File, count(len(found), "suggestion"))
		return nil
	}
	for i := range found {
		if x.done {
			return nil
		}
		if err := x.finding(a, &found[i]); err != nil {
			return err
		}
	}
	return nil
}

func replaces(s report.Suggestion) bool { return s.Replacement != "" }

// writable reports whether the places in an article are those of the bytes of a file
// that people write by hand.
func writable(a *article.Article) bool {
	return a.Origin == nil && a.Line == 0 && (a.Format == "text" || a.Format == "markdown")
}

// finding shows one finding and asks what to take of it.
func (x *fixing) finding(a *article.Article, f *report.Finding) error {
	at := text.Span{Start: f.Start.Offset, End: f.End.Offset}
	if slices.ContainsFunc(x.accepted[a], func(e edit) bool { return e.at.Overlaps(at) }) {
		return nil // what it speaks of has just been changed
	}
	one := &report.Check{Documents: x.checked.result.Documents, Findings: []report.Finding{*f}}
	if err := render.NewText(x.s.out, coloured(x.s.out)).SetWidth(columns(x.s.out)).Check(one, x.source); err != nil {
		return err
	}
	var offered []report.Suggestion
	for _, s := range f.Suggestions {
		if replaces(s) {
			offered = append(offered, s)
		}
	}
	if x.answers == nil {
		fmt.Fprintln(x.s.out)
		return nil
	}
	if i := x.ask(offered); i >= 0 {
		x.accepted[a] = append(x.accepted[a], edit{at, offered[i].Replacement})
	}
	return nil
}

func (x *fixing) source(doc string) string {
	src, _ := x.checked.run.Source(doc)
	return src
}

// ask returns which suggestion was taken, -1 for none. Nothing is taken unasked: an
// empty line is none.
func (x *fixing) ask(offered []report.Suggestion) int {
	for i, o := range offered {
		fmt.Fprintf(x.s.out, "  %d  write “%s”\n", i+1, render.Clean(o.Replacement))
	}
	for {
		fmt.Fprintf(x.s.out, "number to write, Enter to leave it as it is, q to end: ")
		if !x.answers.Scan() {
			x.done = true
			fmt.Fprintln(x.s.out)
			return -1
		}
		switch answer := strings.TrimSpace(x.answers.Text()); answer {
		case "":
			fmt.Fprintln(x.s.out)
			return -1
		case "q":
			x.done = true
			return -1
		default:
			if n, err := strconv.Atoi(answer); err == nil && 1 <= n && n <= len(offered) {
				fmt.Fprintln(x.s.out)
				return n - 1
			}
		}
	}
}

// write writes what was accepted, file by file.
func (x *fixing) write() error {
	var errs []error
	for _, a := range x.checked.articles {
		if len(x.accepted[a]) == 0 {
			continue
		}
		if err := rewrite(a, x.accepted[a]); err != nil {
			errs = append(errs, fileProblem(a.File, err))
			delete(x.accepted, a)
		}
	}
	return multierror.Append(nil, errs...).ErrorOrNil()
}

// rewrite makes the edits in the file of an article, which must still be as it was
// read, and keeps a copy beside it.
func rewrite(a *article.Article, edits []edit) error {
	now, err := files.Read(a.File, article.MaxSize, false)
	if err != nil {
		return err
	}
	if string(now) != a.Text {
		return errors.New("the file has changed meanwhile; it is left as it is")
	}
	if err := keep(a.File, now); err != nil {
		return err
	}
	return files.WriteBytes(a.File, []byte(edited(a.Text, edits)))
}

// edited returns a text with edits made, which do not overlap.
func edited(src string, edits []edit) string {
	slices.SortFunc(edits, func(a, b edit) int { return a.at.Start - b.at.Start })
	var b strings.Builder
	from := 0
	for _, e := range edits {
		b.WriteString(src[from:e.at.Start] + e.with)
		from = e.at.End
	}
	return b.String() + src[from:]
}

// keep writes a copy of a file beside it: FILE.orig, or FILE.orig.2 and so on where
// there is one already.
func keep(file string, src []byte) error {
	name := file + ".orig"
	for n := 2; ; n++ {
		err := files.Create(name, src)
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		name = fmt.Sprintf("%s.orig.%d", file, n)
	}
}

// summary says what was done.
func (x *fixing) summary() string {
	n, written := 0, 0
	for _, edits := range x.accepted {
		n += len(edits)
		written++
	}
	switch {
	case x.fixable == 0:
		return "no finding has a replacement to suggest"
	case x.answers == nil:
		return count(x.fixable, "finding") + " with suggestions; nothing was written (--interactive asks which to write)"
	case n == 0:
		return "nothing was written"
	}
	return fmt.Sprintf("%s written in %s; as they were: FILE.orig", count(n, "change"), count(written, "file"))
}
