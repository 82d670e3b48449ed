package checker

import (
	"fmt"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/page"
	"factcheck/internal/report"
)

// foundFrom is the likeness from which on a sentence of a draft counts as found in a
// source. Of sentences that are that like, about two in three tell the same.
const foundFrom = 0.2

// comparedKinds are the kinds of slots as they are told, in that order.
var comparedKinds = [...]struct {
	noun  string
	kinds []string
}{
	{"date", []string{"date", "weekday"}}, {"number", []string{"number"}}, {"quotation", []string{"quote"}},
	{"name", []string{"name", "place"}}, {"title", []string{"role"}},
}

// comparedWith says in one line what of a draft was compared with its sources.
func comparedWith(all []*fact.Alignment) string {
	found := 0
	slots := map[string]int{}
	for _, a := range all {
		if a.Likeness >= foundFrom {
			found++
		}
		for i := range a.Slots {
			slots[a.Slots[i].Kind]++
		}
	}
	var parts []string
	for _, c := range comparedKinds {
		n := 0
		for _, k := range c.kinds {
			n += slots[k]
		}
		if n > 0 {
			parts = append(parts, plural(n, c.noun))
		}
	}
	what := "nothing"
	if len(parts) > 0 {
		what = strings.Join(parts, ", ")
	}
	return fmt.Sprintf("sources: %s: %d found in sources, %d not; compared: %s", plural(len(all), "sentence"), found, len(all)-found, what)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// notCompared says of each draft what of it was compared with its sources.
func (r *Run) notCompared() []report.NotChecked {
	if !r.sourced() {
		return nil
	}
	var out []report.NotChecked
	for _, d := range sound(r.docs[:r.articles]) {
		if n, ok := r.notComparedIn(d); ok {
			out = append(out, n)
		}
	}
	return out
}

func (r *Run) notComparedIn(d *page.Page) (report.NotChecked, bool) {
	for _, rule := range r.rulesOf(d).Rules() {
		if rule.Enabled && rule.Scope == fact.OverAlignment && r.compared[d.Index] != "" {
			return report.NotChecked{Doc: d.Article.ID, Rule: rule.ID, Reason: r.compared[d.Index], Whole: true}, true
		}
	}
	for _, rule := range r.rulesOf(d).Rules() {
		if rule.Enabled && rule.Scope == fact.OverMerge {
			return report.NotChecked{Doc: d.Article.ID, Rule: rule.ID, Reason: comparedOnly, Whole: true}, true
		}
	}
	return report.NotChecked{}, false
}

// comparedOnly is what the comparison with sources looks at where no rule is over
// alignments; see story.DraftMerges.
const comparedOnly = "sources: compared for calls and meetings only"
