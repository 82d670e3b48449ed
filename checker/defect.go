package checker

import (
	"errors"
	"slices"
	"sync"

	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/internal/page"
	"factcheck/internal/report"
	"factcheck/rules"
)

// A Defect is a panic in the work on one document: an error of this program,
// with the stage that it stopped. It costs no more than its stage: a document
// that could not be read or dated is left out like a file that cannot be opened, a
// kind of facts, a rule or an output is left out of the run.
type Defect = isolate.Defect

// defects are those met so far, each once. Runs over the same documents share
// them.
type defects struct {
	mu    sync.Mutex
	list  []*Defect
	known map[string]bool
}

// add keeps the defects that are not nil.
func (l *defects) add(all ...*Defect) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, d := range all {
		if d == nil || l.known[d.Error()] {
			continue
		}
		if l.known == nil {
			l.known = map[string]bool{}
		}
		l.known[d.Error()] = true
		l.list = append(l.list, d)
	}
}

func (l *defects) all() []*Defect {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.list)
}

// Err returns the defects that dating the documents met, and those of reading
// them and of [Run.Dates] and [Run.Timeline] so far, as a *multierror.Error of *Defect;
// nil if there was none. What [Run.Check] returns holds them too.
func (r *Run) Err() error {
	return r.gathered(nil)
}

// workOnAll names a stage of the work on several documents; the file is that of
// the first.
func workOnAll(docs []*page.Page, stage string) isolate.Work {
	w := docs[0].Work(stage)
	for i, d := range docs[1:] {
		if i == maxNamed-1 {
			w.Doc += ", …"
			break
		}
		w.Doc += ", " + d.Article.ID
	}
	return w
}

// maxNamed is how many documents of a story a defect names.
const maxNamed = 4

// left returns the documents that are not lost.
func left(docs []*page.Page) []*page.Page {
	return without(docs, func(d *page.Page) bool { return d.Lost != nil })
}

// sound returns the documents of which no part is known not to be readable.
func sound(docs []*page.Page) []*page.Page {
	return without(docs, func(d *page.Page) bool { return d.Lost != nil || d.Broken != nil })
}

func without(docs []*page.Page, bad func(*page.Page) bool) []*page.Page {
	if !slices.ContainsFunc(docs, bad) {
		return docs
	}
	return slices.DeleteFunc(slices.Clone(docs), bad)
}

// noteDefects keeps those of the documents, in their order.
func (r *Run) noteDefects(docs []*page.Page) {
	for _, d := range docs {
		r.defects.add(d.Lost, d.Broken)
	}
}

// sources returns the sources whose names and events could be read.
func (r *Run) sources() []*page.Page { return sound(r.docs[r.articles:]) }

// over reports whether one of the scopes is that of a rule; all are if none is
// given.
func over(rule *rules.Rule, scopes []fact.Scope) bool {
	return rule.Enabled && (len(scopes) == 0 || slices.Contains(scopes, rule.Scope))
}

// missingRules returns what a defect costs: the enabled rules over the scopes, of all
// scopes if none is given, could not look at d. The first names the defect; reason
// says what could not be done.
func missingRules(set *rules.Set, d *page.Page, defect *Defect, reason string, scopes ...fact.Scope) []failure {
	out := []failure{{missed: missed{doc: d.Article.ID}, err: defect}}
	for _, rule := range set.Rules() {
		if over(rule, scopes) {
			out = append(out, failure{missed: missed{d.Article.ID, rule.ID}, reason: reason})
		}
	}
	return out
}

// reads does the part of the evaluation that fills in what rules over the scopes
// look at. If that fails, these rules are left out, and it returns false.
func (e *evaluation) reads(f func(), scopes ...fact.Scope) bool {
	d := isolate.Do(e.doc.Work(isolate.StageFacts+" "+string(scopes[0])), f)
	if d == nil {
		return true
	}
	e.errs = append(e.errs, missingRules(e.set, e.doc, d, "the facts of scope "+string(scopes[0])+" could not be read, see the internal error", scopes...)...)
	return false
}

// defect notes that a panic ended a rule, which is then left out for the
// document. It returns false if err is of another kind.
func (e *evaluation) defect(err error) bool {
	caught, ok := errors.AsType[*Defect](err)
	if !ok {
		return false
	}
	at := missed{doc: e.doc.Article.ID}
	if failed, ok := errors.AsType[*rules.Error](err); ok {
		at.rule = failed.Rule
	}
	if e.lost[at] {
		return true
	}
	if e.lost == nil {
		e.lost = map[missed]bool{}
	}
	e.lost[at] = true
	d := &Defect{Work: e.doc.Work(isolate.StageRule + " " + at.rule), Value: caught.Value, Stack: caught.Stack}
	e.errs = append(e.errs, failure{missed: at, err: d, reason: "the rule was stopped by an internal error"})
	return true
}

// kept returns what the rules found that no panic ended.
func (e *evaluation) kept() []outcome {
	if len(e.lost) == 0 {
		return e.found
	}
	return slices.DeleteFunc(e.found, func(o outcome) bool { return e.lost[missed{o.doc.Article.ID, o.Rule.ID}] })
}

// notes returns the failures that are to be listed as not checked.
func notes(failures []failure) []report.NotChecked {
	var out []report.NotChecked
	for _, f := range failures {
		if f.reason != "" {
			out = append(out, report.NotChecked{Doc: f.doc, Rule: f.rule, Reason: f.reason})
		}
	}
	return out
}
