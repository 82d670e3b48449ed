package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/internal/report"
)

// needsPaths is the check of the arguments of a command that reads articles: it
// says what to give where there is nothing.
func needsPaths(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return fmt.Errorf("%s needs a PATH to read: a text or Markdown file, a folder, a .jsonl file of records, or - for standard input, as in “factcheck %s draft.md”", c.Name(), c.Name())
}

// articles reads the articles of paths. What is not English is a problem, and
// parts that are not are left out, but for --language en.
func (f *readFlags) articles(s *streams, paths []string) (*factcheck.Reading, error) {
	if f.input != "" && !slices.Contains(factcheck.InputFormats(), f.input) {
		return &factcheck.Reading{}, fmt.Errorf("--input: %q is not one of %s", f.input, strings.Join(factcheck.InputFormats(), ", "))
	}
	return factcheck.ReadFiles(paths, s.in, f.readOptions()...)
}

// readOptions are how the flags say that articles are to be read.
func (f *readFlags) readOptions() []factcheck.ReadOption {
	var options []factcheck.ReadOption
	if f.language == "en" {
		options = append(options, factcheck.AnyLanguage())
	}
	if f.stdin {
		options = append(options, factcheck.Pipes())
	}
	if f.input != "" {
		options = append(options, factcheck.InputFormat(f.input))
	}
	return options
}

// knownLanguage returns an error if --language names what is not read.
func (f *readFlags) knownLanguage() error {
	if f.language != "" && f.language != "en" {
		return fmt.Errorf("--language: only en is read, not %q", f.language)
	}
	return nil
}

// mostExtensions is how many extensions of a folder are told apart in words.
const mostExtensions = 5

// unreadLines says in words what was left unread: a line a folder, and one a
// part of a document.
func unreadLines(u *report.Unread) []string {
	var out []string
	for rest := u.PassedOver; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].Folder == rest[0].Folder {
			n++
		}
		out = append(out, folderLine(rest[:n]))
		rest = rest[n:]
	}
	for _, n := range u.NoDate {
		out = append(out, fmt.Sprintf("%s:%d:%d: %s", n.File, n.Line, n.Column, n.Reason))
	}
	for _, n := range u.NotRead {
		lines := fmt.Sprintf("line %d", n.Start.Line)
		if n.End.Line > n.Start.Line {
			lines = fmt.Sprintf("lines %d to %d", n.Start.Line, n.End.Line)
		}
		name := n.Name
		if name == "" {
			name = n.File
		}
		out = append(out, fmt.Sprintf("%s: %s: %s", name, lines, n.Reason))
	}
	return out
}

// folderLine says how many files of a folder were passed over, and why:
// "desk: 3 files passed over: 2 .html (HTML page), 1 .jpg (image)".
func folderLine(all []report.PassedOver) string {
	files, other := 0, 0
	var parts []string
	for i, p := range all {
		files += p.Files
		ext := p.Extension
		if ext == "" {
			ext = "without extension"
		}
		if i < mostExtensions {
			parts = append(parts, fmt.Sprintf("%d %s (%s)", p.Files, ext, p.Reason))
		} else {
			other += p.Files
		}
	}
	if other > 0 {
		parts = append(parts, fmt.Sprintf("%d others", other))
	}
	return fmt.Sprintf("%s: %s passed over: %s", all[0].Folder, count(files, "file"), strings.Join(parts, ", "))
}

// unread prints what was left unread.
func (s *streams) unread(u report.Unread) {
	for _, line := range unreadLines(&u) {
		fmt.Fprintf(s.err, "not checked: %s\n", line)
	}
}
