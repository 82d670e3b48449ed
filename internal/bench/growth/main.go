// Command growth writes inputs that are large in one way each, to see how time
// and memory grow: one sentence of a megabyte, a story of thousands of
// near-copies, many records, many files. The same arguments give the same bytes.
//
//	go run ./internal/bench/growth [-size N] CASE PATH
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, errors io.Writer) int {
	flags := flag.NewFlagSet("growth", flag.ContinueOnError)
	flags.SetOutput(errors)
	size := flags.Int("size", 0, "how many clauses, documents, or kilobytes of one document; 0: that of the case")
	flags.Usage = func() {
		fmt.Fprintf(errors, "growth [-size N] CASE PATH writes one of these to a file, or a folder for files:\n")
		for _, c := range cases {
			fmt.Fprintf(errors, "  %-20s %s (%d)\n", c.name, c.about, c.size)
		}
	}
	if flags.Parse(args) != nil || flags.NArg() != 2 {
		flags.Usage()
		return 2
	}
	c, ok := caseNamed(flags.Arg(0))
	if !ok {
		flags.Usage()
		return 2
	}
	if *size > 0 {
		c.size = *size
	}
	if err := c.write(flags.Arg(1), c.size); err != nil {
		fmt.Fprintln(errors, "growth:", err)
		return 2
	}
	return 0
}

func caseNamed(name string) (growthCase, bool) {
	for _, c := range cases {
		if c.name == name {
			return c, true
		}
	}
	return growthCase{}, false
}

// A growthCase is an input that is large in one way.
type growthCase struct {
	name, about string
	size        int
	write       func(path string, size int) error
}

var cases = []growthCase{
	{"sentence", "one sentence of so many clauses with numbers", 20000, toFile(func(n int) string { return clauses(n, ", and ") })},
	{"clauses", "as many clauses, each a sentence", 20000, toFile(func(n int) string { return clauses(n, ". ") })},
	{"document", "one document of so many kilobytes", 10240, toFile(longDocument)},
	{"copies", "so many near-copies of one report, told as one story", 4000, toRecords(copyRecord)},
	{"reports", "so many different reports, told as one story", 200, toRecords(storyRecord)},
	{"short", "so many short records", 40000, toRecords(shortRecord)},
	{"records", "so many dated articles as records", 10000, toRecords(datedRecord)},
	{"undated", "so many articles as records, every second without a date", 10000, toRecords(halfDatedRecord)},
	{"files", "so many dated articles as files", 10000, toFolder},
	{"mixed", "so many dated articles as files of seven formats by turns", 10000, toMixed},
}

func toFile(make func(int) string) func(string, int) error {
	return func(path string, size int) error { return os.WriteFile(path, []byte(make(size)), 0o644) }
}

func toRecords(record func(i int) string) func(string, int) error {
	return func(path string, size int) error {
		var b strings.Builder
		for i := range size {
			b.WriteString(record(i))
			b.WriteByte('\n')
		}
		return os.WriteFile(path, []byte(b.String()), 0o644)
	}
}

func toFolder(path string, size int) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return err
	}
	for i := range size {
		src, _ := asMarkdown(articleOf(i)) // it never fails
		if err := os.WriteFile(fmt.Sprintf("%s/a%05d.md", path, i), []byte(src), 0o644); err != nil {
			return err
		}
	}
	return nil
}
