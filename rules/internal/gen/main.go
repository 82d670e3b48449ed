// Command gen writes the checked form of a rule file, which package rules
// embeds: gen RULES.CEL FORM.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"factcheck/rules"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen RULES.CEL FORM")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func generate(file, form string) error {
	src, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	out, err := rules.Encode(rules.Source{Name: filepath.Base(file), Text: string(src)})
	if err != nil {
		return err
	}
	return os.WriteFile(form, out, 0o666)
}
