package main

import (
	"strings"

	"github.com/spf13/cobra"

	"factcheck"
	"factcheck/rules"
)

// complete has the shell offer words for a flag.
func complete(c *cobra.Command, flag string, words ...string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // no flag has two
}

// completeReading offers the words of the flags of commands that read articles.
func completeReading(c *cobra.Command) {
	complete(c, "input", factcheck.InputFormats()...)
	complete(c, "language", "en")
	complete(c, "week-start", "monday", "sunday")
	complete(c, "date-order", "dmy", "mdy")
}

// completeChecking offers those of check, with the tags of rules.
func completeChecking(c *cobra.Command) {
	_ = c.RegisterFlagCompletionFunc("enable", func(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		return startingWith(begun, append(tagsOf(shippedRules()), idsOf(shippedRules())...)), cobra.ShellCompDirectiveNoFileComp
	})
}

// completeRule offers the ids of the rules as the argument of a command.
func completeRule(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return startingWith(begun, idsOf(shippedRules())), cobra.ShellCompDirectiveNoFileComp
}

func shippedRules() []*rules.Rule {
	set, err := loadRules(nil)
	if err != nil {
		return nil // a shell has no place for problems
	}
	return set.Rules()
}

func idsOf(all []*rules.Rule) []string {
	var out []string
	for _, r := range all {
		out = append(out, r.ID)
	}
	return out
}

// tagsOf returns the tags in the order of the rules, each once.
func tagsOf(all []*rules.Rule) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range all {
		for _, tag := range r.Tags {
			if !seen[tag] {
				seen[tag] = true
				out = append(out, tag)
			}
		}
	}
	return out
}

func startingWith(begun string, words []string) []string {
	var out []string
	for _, w := range words {
		if strings.HasPrefix(w, begun) {
			out = append(out, w)
		}
	}
	return out
}
