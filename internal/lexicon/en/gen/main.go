// Command gen writes classes_gen.go from classes/*.txt.
package main

import (
	"fmt"
	"go/format"
	"os"

	"factcheck/internal/lexicon/en/internal/table"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	entries, err := table.Read(os.DirFS("."))
	if err != nil {
		return err
	}
	if err := table.Check(entries); err != nil {
		return err
	}
	out, err := format.Source([]byte(table.Go(entries)))
	if err != nil {
		return err
	}
	return os.WriteFile("classes_gen.go", out, 0o644)
}
