package report

import (
	"fmt"
	"strings"
)

// maxListed is how many rules or documents are named where a count will do.
const maxListed = 3

// Compared returns what drafts were compared for with their sources, a line a draft,
// or one line that says where to find it if these are too many.
func Compared(all []NotChecked) []string {
	var reasons group
	for _, n := range all {
		if n.Whole {
			reasons.add(n.Reason, n.Doc)
		}
	}
	switch {
	case len(reasons.order) > maxListed:
		return []string{"sources: what was compared is told in JSON"}
	case len(reasons.order) == 1:
		return reasons.order
	}
	var out []string
	for _, reason := range reasons.order {
		out = append(out, strings.Join(reasons.of[reason], ", ")+": "+reason)
	}
	return out
}

// Unchecked returns what was not checked, a line for each reason and the documents
// for which it holds: "RULE, RULE in DOCUMENT: REASON".
func Unchecked(all []NotChecked) []string {
	type cause struct{ rule, reason string }
	docs, causes := map[cause][]string{}, []cause(nil)
	for _, n := range all {
		c := cause{n.Rule, n.Reason}
		if n.Whole {
			continue
		}
		if docs[c] == nil {
			causes = append(causes, c)
		}
		docs[c] = append(docs[c], n.Doc)
	}
	var where group // documents and reason, with the rules
	for _, c := range causes {
		where.add(listed(docs[c], "document")+": "+c.reason, c.rule)
	}
	var out []string
	for _, w := range where.order {
		out = append(out, listed(where.of[w], "rule")+" in "+w)
	}
	return out
}

// A group lists things by a key, in the order in which the keys came.
type group struct {
	order []string
	of    map[string][]string
}

func (g *group) add(key, thing string) {
	if g.of == nil {
		g.of = map[string][]string{}
	}
	if g.of[key] == nil {
		g.order = append(g.order, key)
	}
	g.of[key] = append(g.of[key], thing)
}

// listed names some things or counts many.
func listed(names []string, noun string) string {
	if len(names) > maxListed {
		return fmt.Sprintf("%d %ss", len(names), noun)
	}
	return strings.Join(names, ", ")
}
