package checker

import (
	"context"
	"slices"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/report"
	"factcheck/rules"
)

// With returns a Run over the same documents, read and dated once, with other
// rules, the same for every article.
func (r *Run) With(set *rules.Set) *Run {
	return r.withRules(func(*rules.Set) *rules.Set { return set })
}

// withRules returns a Run over the same documents whose rules are what change
// makes of theirs, which may be nil.
func (r *Run) withRules(change func(*rules.Set) *rules.Set) *Run {
	other := *r
	other.missed = nil
	other.options = make([]*Options, len(r.options))
	known := map[*Options]*Options{}
	for i, opt := range r.options {
		if known[opt] == nil {
			changed := *opt
			changed.Rules = change(opt.Rules)
			known[opt] = &changed
		}
		other.options[i] = known[opt]
	}
	return &other
}

// Rules returns the rules for the first article; an empty set where there is
// none.
func (r *Run) Rules() *rules.Set {
	if r.articles == 0 {
		return noRules
	}
	return r.rulesOf(r.docs[0])
}

// gather lists what went wrong, in reading the documents first, each defect once.
func (r *Run) gather(failures []failure) []error {
	var errs []error
	known := map[error]bool{nil: true}
	add := func(err error) {
		if !known[err] {
			errs = append(errs, err)
		}
		if _, ok := err.(*Defect); ok {
			known[err] = true
		}
	}
	for _, d := range r.defects.all() {
		add(d)
	}
	for _, f := range failures {
		add(f.err)
	}
	return errs
}

// gathered is gather as one error, nil for none.
func (r *Run) gathered(failures []failure) error {
	var all problemList
	all.add(r.gather(failures)...)
	return all.err()
}

// A Firing is a rule that holds, the facts that it holds of, and what it
// reports.
type Firing struct {
	Rule    *rules.Rule
	Binding rules.Binding
	At      fact.Place
	Finding report.Finding
}

// Firings runs the rules and returns what [Run.Check] finds, in its order, with
// the facts. The error is that of Check.
func (r *Run) Firings(ctx context.Context) ([]Firing, error) {
	all, failures := r.outcomes(ctx, nil)
	type key struct {
		rule, doc, message string
		start, end         int
	}
	of := map[key][]outcome{}
	findings, all, unplaced := r.findings(all)
	for _, o := range all {
		start, end := r.ends(o.At)
		k := key{o.Rule.ID, o.At.Doc, o.Message, start.Offset, end.Offset}
		of[k] = append(of[k], o)
	}
	out := make([]Firing, 0, len(findings))
	for _, f := range findings {
		k := key{f.Rule, f.Doc, f.Message, f.Start.Offset, f.End.Offset}
		if len(of[k]) == 0 {
			continue
		}
		o := of[k][0]
		of[k] = of[k][1:]
		out = append(out, Firing{o.Rule, o.Binding, o.At, f})
	}
	return out, r.gathered(append(failures, unplaced...))
}

// Holding returns what the one rule of set, as from [rules.Condition], holds
// of, in the order of the documents and of the text; the Findings are empty.
// What the rules of the run take for explained is left out, as in [Run.Check].
// The error lists where the condition could not be evaluated.
func (r *Run) Holding(ctx context.Context, set *rules.Set) ([]Firing, error) {
	if len(set.Rules()) != 1 {
		return nil, nil
	}
	all, err := r.probed(ctx, set)
	var out []Firing
	for _, o := range all {
		out = append(out, Firing{Rule: o.Rule, Binding: o.Binding, At: o.At})
	}
	return out, err
}

// probed returns what the rules of set hold of, beside those of the run that
// tell what is explained.
func (r *Run) probed(ctx context.Context, set *rules.Set) ([]outcome, error) {
	all, failures := r.withRules(func(own *rules.Set) *rules.Set {
		if own == nil {
			return set
		}
		return own.Filter(func(x *rules.Rule) bool { return x.Scope == fact.OverMerge }).Beside(set)
	}).outcomes(ctx, nil)
	probes := set.Rules()
	return slices.DeleteFunc(all, func(o outcome) bool { return !slices.Contains(probes, o.Rule) }), r.gathered(failures)
}

// always returns rules that hold of everything that scopes are over.
func always(scopes ...fact.Scope) (*rules.Set, error) {
	set := &rules.Set{}
	for _, scope := range scopes {
		one, err := rules.Condition(scope, rules.Source{Name: string(scope), Text: "true"})
		if err != nil {
			return nil, err
		}
		set = set.Beside(one)
	}
	return set, nil
}

// Bindings yields everything that rules over a scope look at, in the order of
// the documents and of the text, until yield returns false. The error lists what
// could not be looked at; the rest is yielded all the same.
func (r *Run) Bindings(scope fact.Scope, yield func(rules.Binding) bool) error {
	set, err := always(scope)
	if err != nil {
		return err
	}
	return r.bindings(set, yield)
}

// LoneBindings is Bindings for rules with unless over a scope of pairs: every fact
// by itself as a, and under b all facts of its article.
func (r *Run) LoneBindings(scope fact.Scope, yield func(rules.Binding) bool) error {
	set, err := rules.Lone(scope)
	if err != nil {
		return err
	}
	return r.bindings(set, yield)
}

func (r *Run) bindings(set *rules.Set, yield func(rules.Binding) bool) error {
	all, err := r.Holding(context.Background(), set)
	for _, f := range all {
		if !yield(f.Binding) {
			break
		}
	}
	return err
}

// Located is where a place is, for people: the document's name, and the lines
// and columns of its first byte and of the byte after its last.
type Located struct {
	Name       string
	Start, End report.Position
}

// Locate says where a place is.
func (r *Run) Locate(p fact.Place) Located {
	start, end := r.ends(p)
	return Located{r.nameOf(p), start, end}
}

// An Article names one of the run's articles: as people know it, its file, and
// how many lines it has.
type Article struct {
	Name, File, Doc string
	Lines           int
}

// Articles lists the articles of the run, sources left out, in the order given.
func (r *Run) Articles() []Article {
	articles := left(r.docs[:r.articles])
	out := make([]Article, len(articles))
	for i, d := range articles {
		lines := strings.Count(strings.TrimSuffix(d.Article.Text, "\n"), "\n") + 1
		out[i] = Article{d.DisplayName(), d.Article.File, d.Article.ID, lines}
	}
	return out
}
