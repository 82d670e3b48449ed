package checker_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"factcheck/checker"
	"factcheck/internal/report"
	"factcheck/rules"
)

// One grammar of messages holds over all rules, in what they say of their cases.
// A message is one clause without a full stop; it names the event or thing, begins
// with a passage of the text, a name or a word in lower case, shows both sides
// where the rule is about two, and speaks of the text, not of the program. A
// suggestion is a phrase in lower case, without a full stop, too.
func TestMessages(t *testing.T) {
	set := shipped(t)
	for _, rule := range set.Rules() {
		for _, c := range rule.Cases() {
			found, err := checker.CaseFindings(context.Background(), set, rule, c)
			if err != nil {
				t.Fatalf("%s (%s): %v", rule.ID, c.Name, err)
			}
			for i := range found {
				for _, wrong := range grammar(rule, c, &found[i]) {
					t.Errorf("%s (%s): %s: %s", rule.ID, c.Name, found[i].Message, wrong)
				}
			}
		}
	}
}

// longestMessage is the most code points of a message; statements that exclude each
// other are shown whole.
const longestMessage = 400

var (
	quoted = regexp.MustCompile(`“([^”]*)”`)
	// insider are words of the program, not of the desk.
	insider = regexp.MustCompile(`(?i)\b(values?|slots?|facts?|aligned|alignment|apposed|lapse|recount|retelling|requote|furniture|null|NaN|nil)\b|%!|%[sd]`)
	opening = regexp.MustCompile(`^(“|\p{Ll}|\d|-)`)
	house   = regexp.MustCompile(`^(AP|Reuters|Guardian): `)
	// bothSides are the ways to say which side is which.
	bothSides = regexp.MustCompile(`\bhere\b.*\b(there|above|in (the|another|this) source|later|before)\b|\bthe headline has\b.*\bthe text\b|in two ways|than before|\bin one\b.*\bin another\b|” and “|, but (“|from “)|comes? (before|after)\b`)
	fullStop  = regexp.MustCompile(`\p{Ll}{4}\.$`)
	name      = regexp.MustCompile(`\p{Lu}\p{Ll}+`)
)

// grammar says what is wrong with the words of a finding.
func grammar(rule *rules.Rule, c rules.Case, f *report.Finding) []string {
	var wrong []string
	text := wholeText(c)
	check := func(ok bool, what string) {
		if !ok {
			wrong = append(wrong, what)
		}
	}
	m := f.Message
	check(utf8.RuneCountInString(m) <= longestMessage, "too long")
	check(!strings.ContainsAny(m, "\n\t") && !fullStop.MatchString(m), "not one clause")
	check(opening.MatchString(m) || house.MatchString(m) || strings.Contains(text, firstWord(m)), "begins with neither the text nor lower case")
	check(!insider.MatchString(quoted.ReplaceAllString(m, "")), "a word of the program: "+insider.FindString(quoted.ReplaceAllString(m, "")))
	check(rule.Scope == "merge" || rule.Scope == "article" || namesThing(m, text), "names nothing")
	if twoSided[string(rule.Scope)] {
		check(bothSides.MatchString(m), "does not say which side is which")
	}
	for _, s := range f.Suggestions {
		check(!fullStop.MatchString(s.Message), "a suggestion with a full stop: "+s.Message)
		check(opening.MatchString(s.Message) || strings.Contains(text, firstWord(s.Message)), "a suggestion that begins with a capital: "+s.Message)
	}
	return wrong
}

// twoSided are the scopes of rules that compare two passages.
var twoSided = map[string]bool{"retelling": true, "variant": true, "pair(age)": true, "pair(role)": true, "requote": true, "sequence": true, "streak": true}

// namesThing reports whether a message has a passage or a name of the text, or
// points to the one that it stands at.
func namesThing(m, text string) bool {
	for _, n := range name.FindAllString(m, -1) {
		if strings.Contains(text, n) {
			return true
		}
	}
	return quoted.MatchString(m) || house.MatchString(m) || strings.Contains(m, "one quotation") || strings.Contains(m, "these words")
}

// wholeText is all that a case gives to read.
func wholeText(c rules.Case) string {
	return strings.Join(append(append([]string{c.Text, c.Almanac}, c.Story...), c.Sources...), "\n")
}

func firstWord(s string) string {
	return strings.TrimRight(strings.Fields(s + " ?")[0], ":,")
}
