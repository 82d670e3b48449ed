// Command gen writes the almanac that ships as JSON, which package timeline
// reads in a tenth of the time of YAML: gen ALMANAC.YAML FORM.JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"factcheck/timeline"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen ALMANAC.YAML FORM.JSON")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func generate(file, out string) error {
	src, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	form, err := timeline.NewAlmanacForm(filepath.Base(file), src)
	if err != nil {
		return err
	}
	b, err := json.MarshalIndent(form, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o666)
}
