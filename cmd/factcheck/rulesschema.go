package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"factcheck/rules"
)

// rulesSchemaCommand prints all that a rule file can say.
func rulesSchemaCommand(s *streams) *cobra.Command {
	format := "markdown"
	c := &cobra.Command{Use: "schema", Short: "Print what rules can say: scopes, facts, functions, fields", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		return printSchema(s, format)
	}}
	c.Flags().StringVar(&format, "format", format, "`FORMAT`: markdown or json")
	return c
}

func printSchema(s *streams, format string) error {
	vocabulary, err := rules.Vocabulary()
	if err != nil {
		return err
	}
	switch format {
	case "markdown":
		_, err = fmt.Fprint(s.out, vocabulary.Markdown())
	case "json":
		e := json.NewEncoder(s.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(vocabulary)
	default:
		return done(s.problems(fmt.Errorf("--format %s: unknown format (markdown or json)", format)))
	}
	return err
}
