package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"factcheck/internal/fact"
)

// Match returns the rules that name means, in their order: the rule with that
// id, or with area/* all rules of an area. No rule is an error, which names the
// nearest id.
func (s *Set) Match(name string) ([]*Rule, error) {
	var found []*Rule
	area, all := strings.CutSuffix(name, "/*")
	for _, r := range s.rules {
		if r.ID == name || all && strings.HasPrefix(r.ID, area+"/") {
			found = append(found, r)
		}
	}
	if found != nil {
		return found, nil
	}
	var known []string
	for _, r := range s.rules {
		known = append(known, r.ID)
		if area, _, ok := strings.Cut(r.ID, "/"); all && ok && !slices.Contains(known, area+"/*") {
			known = append(known, area+"/*")
		}
	}
	hint := didYouMean(name, known)
	if hint == "" {
		hint = "'factcheck rules list' names them all"
	}
	return nil, fmt.Errorf("no rule %q (%s)", name, hint)
}

// Tagged returns the rules with a tag, in their order. No rule is an error,
// which names the nearest tag.
func (s *Set) Tagged(tag string) ([]*Rule, error) {
	var found []*Rule
	var known []string
	for _, r := range s.rules {
		if slices.Contains(r.Tags, tag) {
			found = append(found, r)
		}
		known = append(known, r.Tags...)
	}
	if found != nil {
		return found, nil
	}
	message := fmt.Sprintf("no rule has the tag %q", tag)
	if hint := didYouMean(tag, known); hint != "" {
		message += " (" + hint + ")"
	}
	return nil, errors.New(message)
}

// Configure returns a Set of the rules of s in which change has set severity
// and state. It gets each rule's own and returns those to use; a severity that
// is none is ignored. The rules share their programs with those of s, which
// stay as they are.
func (s *Set) Configure(change func(r *Rule) (severity Severity, enabled bool)) *Set {
	out := &Set{Budget: s.Budget, byScope: map[fact.Scope][]*Rule{}}
	for _, r := range s.rules {
		c := *r
		severity, enabled := change(r)
		if severity > 0 && int(severity) <= len(severityNames) {
			c.Severity = severity
		}
		c.Enabled = enabled
		out.add(&c)
	}
	return out
}
