// Command checks measures the rules that ship: recall and precision on errors
// that it plants into articles, and precision on clean copy with verdicts.
package main

import (
	"fmt"
	"io"
	"os"
)

const usage = `usage: checks plant [flags]
       checks clean [flags] FILE.jsonl…
       checks pairs [flags] CORPUS PAIRS.jsonl
       checks classes
`

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run returns 0 when all is well, 1 when clean copy gets more findings than it
// may, 2 when nothing could be measured.
func run(args []string, out, problems io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(problems, usage)
		return 2
	}
	var err error
	code := 0
	switch args[0] {
	case "plant":
		err = plantCommand(args[1:], out, problems)
	case "clean":
		code, err = cleanCommand(args[1:], out, problems)
	case "pairs":
		code, err = pairsCommand(args[1:], out, problems)
	case "classes":
		err = classesCommand(out)
	default:
		fmt.Fprint(problems, usage)
		return 2
	}
	if err != nil {
		fmt.Fprintf(problems, "checks: %v\n", err)
		return 2
	}
	return code
}

// classesCommand lists the classes with the number of their wordings.
func classesCommand(out io.Writer) error {
	all, err := loadClasses()
	if err != nil {
		return err
	}
	total := 0
	for _, c := range all {
		fmt.Fprintf(out, "%-18s %3d  %s\n", c.id, len(c.wordings), c.doc)
		total += len(c.wordings)
	}
	fmt.Fprintf(out, "%-18s %3d\n", "all", total)
	return nil
}
