package checker

import (
	"context"
	"slices"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/internal/page"
	"factcheck/rules"
)

// Facts are what rules over one scope look at in one article.
type Facts struct {
	Doc   string // id of the article that a finding would be reported in
	Scope fact.Scope

	// Facts are pointers to the subjects of the scope, in the order of the text;
	// over pairs, to the facts that are paired, each once.
	Facts []any
	// Groups are indices of Facts. Every two of a group are a pair, the first of
	// them as a; empty for scopes that are no pairs.
	Groups [][]int
}

// Pairs counts the pairs of the groups.
func (f *Facts) Pairs() int {
	n := 0
	for _, g := range f.Groups {
		n += len(g) * (len(g) - 1) / 2
	}
	return n
}

// Facts returns what rules over the scopes look at: for each article in its
// order one Facts a scope, in the order of scopes. Pairs are not made, so that
// many facts are no more work than few; pairs of documents are in no one article,
// and none is listed for them. The error lists what could not be read.
func (r *Run) Facts(scopes []fact.Scope) ([]Facts, error) {
	var single []fact.Scope
	for _, s := range scopes {
		if s = pairedIn(s); !slices.Contains(single, s) {
			single = append(single, s)
		}
	}
	set, err := always(single...)
	if err != nil {
		return nil, err
	}
	all, err := r.probed(context.Background(), set)
	type key struct {
		doc   string
		scope fact.Scope
	}
	found := map[key][]any{}
	for _, o := range all {
		k := key{o.doc.Article.ID, o.Rule.Scope}
		found[k] = append(found[k], o.Binding[subjectOf(o.Rule.Scope)])
	}
	problems := problemList{}
	if err != nil {
		problems.add(err)
	}
	var out []Facts
	for _, d := range left(r.docs[:r.articles]) {
		for _, s := range scopes {
			f := Facts{Doc: d.Article.ID, Scope: s}
			if s != fact.OverEventPair {
				f.take(found[key{d.Article.ID, pairedIn(s)}])
			} else if err := f.pairEvents(d); err != nil {
				problems.add(err)
			}
			out = append(out, f)
		}
	}
	return out, problems.err()
}

// take sets the facts of a scope, in one group over pairs.
func (f *Facts) take(all []any) {
	paired := pairedIn(f.Scope) != f.Scope
	if paired && len(all) < 2 {
		return
	}
	if f.Facts = all; !paired {
		return
	}
	group := make([]int, len(all))
	for i := range group {
		group[i] = i
	}
	f.Groups = [][]int{group}
}

// pairEvents sets the events of d that have one or more others to be paired with.
func (f *Facts) pairEvents(d *page.Page) error {
	if d.Broken != nil {
		return nil // said by what read it
	}
	var groups [][]any
	defect := isolate.Do(d.Work(isolate.StageFacts+" "+string(f.Scope)), func() { groups = eventGroups(d) })
	if defect != nil {
		return defect
	}
	for _, g := range groups {
		if len(g) > 1 {
			f.Facts = append(f.Facts, g...)
		}
	}
	slices.SortStableFunc(f.Facts, func(a, b any) int {
		return a.(*fact.Event).At.Span.Start - b.(*fact.Event).At.Span.Start
	})
	index := map[any]int{}
	for i, e := range f.Facts {
		index[e] = i
	}
	for _, g := range groups {
		if len(g) < 2 {
			continue
		}
		var group []int
		for _, e := range g {
			group = append(group, index[e])
		}
		f.Groups = append(f.Groups, group)
	}
	return nil
}

// pairedIn returns the scope of the facts that a scope of pairs is made of; any
// other scope is its own.
func pairedIn(s fact.Scope) fact.Scope {
	if s == fact.OverDocumentPair {
		return fact.OverArticle
	}
	if inner, ok := strings.CutPrefix(string(s), "pair("); ok {
		return fact.Scope(strings.TrimSuffix(inner, ")"))
	}
	return s
}

// subjectOf returns the variable of a scope that a finding points at.
func subjectOf(s fact.Scope) string {
	for _, info := range rules.Scopes() {
		if info.Scope == s {
			return info.Subject
		}
	}
	return ""
}
