package checker

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/parallel"
	"factcheck/internal/report"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// Options are what stays the same from run to run.
type Options struct {
	Rules    *rules.Set        // nil: no rules run
	Triggers *lexicon.Triggers // nil: those that ship
	Time     *timeline.Options // nil: the named days that ship, weeks from Monday

	// Unused is the severity of a suppression that hides nothing; 0 means note.
	Unused    rules.Severity
	UnusedOff bool // do not report these

	// For, if not nil, gives the options of a document in place of these; its
	// own For is not called. Rules run over articles only, whatever a source's
	// options say. Articles of one configuration should share one Options.
	For func(a *article.Article) *Options
}

// An Input is what one run looks at.
type Input struct {
	Articles  []*article.Article
	Sources   []*article.Article // what the articles are checked against
	Published *article.Date      // overrides what the articles say; nil: not given
	SameStory bool               // all articles claim to tell one story
}

// A Run holds documents that were dated together. Of one that shares no story
// with another it holds the text, the publication date and what was found; the
// rest is read when it is its turn, and let go.
type Run struct {
	sameStory bool
	docs      []*document // articles, then sources
	articles  int
	ids       map[string]*document
	options   []*Options // by document
	missed    map[missed]bool
}

// keepLoaded is how many bytes of text together stay read from dating on, so
// that few articles without a date are not read twice.
const keepLoaded = 4 << 20

// Read dates the articles and sources of in, and reads no more than that needs.
// Documents are worked on in parallel; the result does not depend on how many at
// a time.
func Read(in Input, opt Options) *Run {
	r := &Run{sameStory: in.SameStory, articles: len(in.Articles)}
	all := append(slices.Clone(in.Articles), in.Sources...)
	r.options = optionsFor(all, &opt)
	dated := make([]*timeline.Document, len(all))
	r.docs = make([]*document, len(all))
	r.ids = make(map[string]*document, len(all))
	for i, a := range all {
		published := in.Published
		if i >= len(in.Articles) {
			published = nil
		}
		dated[i] = timeline.New(a, published, goesOn, r.options[i].Time)
		r.docs[i] = &document{Document: dated[i], index: i}
		r.ids[a.ID] = r.docs[i]
	}
	sources := dated[len(in.Articles):]
	timeline.InferPublications(sources, keepLoaded) // a draft must not date its own sources
	timeline.InferPublications(dated[:len(in.Articles)], keepLoaded, sources...)
	return r
}

// optionsFor returns the options of each document, with what they leave out.
func optionsFor(docs []*article.Article, common *Options) []*Options {
	out := make([]*Options, len(docs))
	known := map[*Options]*Options{}
	for i, a := range docs {
		opt := common
		if common.For != nil {
			opt = common.For(a)
		}
		if known[opt] == nil {
			known[opt] = opt.complete()
		}
		out[i] = known[opt]
	}
	return out
}

// complete returns a copy of opt with the defaults for what is nil.
func (opt *Options) complete() *Options {
	out := *opt
	if out.Triggers == nil {
		out.Triggers = lexicon.EventTriggers()
	}
	if out.Time == nil {
		out.Time = &timeline.Options{}
	}
	if out.Time.Almanac == nil {
		withDays := *out.Time
		withDays.Almanac = timeline.BuiltinAlmanac()
		out.Time = &withDays
	}
	return &out
}

func (r *Run) optionsOf(d *document) *Options { return r.options[d.index] }

var noRules = &rules.Set{}

// rulesOf returns the rules for an article.
func (r *Run) rulesOf(d *document) *rules.Set {
	if set := r.options[d.index].Rules; set != nil {
		return set
	}
	return noRules
}

// load reads a document up to its times, and its names and events, which the
// dates alone do not need.
func (r *Run) load(d *document) {
	d.Load()
	if !d.extracted {
		d.extract(r.optionsOf(d).Triggers)
	}
}

// loadAll loads documents that are needed at one time.
func (r *Run) loadAll(docs []*document) {
	parallel.Each(len(docs), func(i int) { r.load(docs[i]) })
}

// goesOn tells the sentence splitter after which words a full stop ends
// nothing: always after Mr., before a number after Nov. and No., and before a
// word that opens no sentence after U.S.
func goesOn(word, next string) bool {
	kind, ok := lexicon.Abbreviation(word + ".")
	switch {
	case !ok || next == "":
		return false
	case kind == lexicon.NeverEnds || next[0] >= '0' && next[0] <= '9':
		return true
	}
	return kind == lexicon.MayEnd && strings.Contains(word, ".") && !lexicon.NotName(next)
}

// stories returns the groups of articles that claim to tell one story: all of
// them, or those with an equal story in their front matter or record.
func (r *Run) stories() [][]*document {
	articles := r.docs[:r.articles]
	if r.sameStory {
		return [][]*document{articles}
	}
	var order []string
	byStory := map[string][]*document{}
	for _, d := range articles {
		s := d.Article.Meta.Story
		if s == "" {
			continue
		}
		if byStory[s] == nil {
			order = append(order, s)
		}
		byStory[s] = append(byStory[s], d)
	}
	var out [][]*document
	for _, s := range order {
		out = append(out, byStory[s])
	}
	return out
}

// Check runs the rules and returns what they find. The error lists every rule
// that failed; the findings of the others are in the report all the same.
func (r *Run) Check(ctx context.Context) (*report.Check, error) {
	out := &report.Check{Schema: report.Schema, Documents: r.documents(), Findings: []report.Finding{}, Suppressed: []report.Suppressed{}, NotChecked: []report.NotChecked{}}
	if !slices.ContainsFunc(r.docs[:r.articles], func(d *document) bool { return r.optionsOf(d).Rules != nil }) {
		return out, nil
	}
	found, failures := r.found(ctx)
	var problems problemList
	out.NotChecked = r.notChecked()
	r.missed = map[missed]bool{}
	for _, n := range out.NotChecked {
		r.missed[missed{n.Doc, n.Rule}] = true
	}
	for _, f := range failures {
		problems.add(f.err)
		r.missed[f.missed] = true
	}
	if err := r.suppress(out, found); err != nil {
		problems.add(err)
	}
	return out, problems.err()
}

// A found is a finding, the document that it is reported in, and where.
type found struct {
	report.Finding
	doc *document
	at  text.Span
}

// found returns the findings of all documents in order, and what failed. Each
// document that stands alone is loaded, checked and released before its worker
// takes the next; the sources, and the articles of stories, are loaded together.
func (r *Run) found(ctx context.Context) ([]found, []failure) {
	stories := r.stories()
	shared := r.inStories(stories)
	r.loadAll(slices.Concat(shared, r.docs[r.articles:]))
	with := r.comparing()
	lists := make([][]found, r.articles+1)
	failures := make([][]failure, r.articles+1)
	parallel.Each(r.articles, func(i int) {
		d := r.docs[i]
		if _, inStory := slices.BinarySearchFunc(shared, d, byIndex); inStory {
			return
		}
		r.load(d)
		all, failed := r.outcomesOf(ctx, []*document{d}, nil, with)
		lists[i], failures[i] = r.placed(all), failed
		d.release()
	})
	all, failed := r.outcomesOf(ctx, shared, stories, with)
	lists[r.articles], failures[r.articles] = r.placed(all), failed
	return r.inOrder(slices.Concat(lists...)), r.failuresInOrder(slices.Concat(failures...))
}

func byIndex(a, b *document) int { return a.index - b.index }

// inStories returns the documents of stories in the order of the inputs.
func (r *Run) inStories(stories [][]*document) []*document {
	all := slices.Concat(stories...)
	slices.SortFunc(all, byIndex)
	return all
}

// inOrder sorts findings that are in order within each document.
func (r *Run) inOrder(all []found) []found {
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(severityRank(a.Severity)-severityRank(b.Severity), byIndex(a.doc, b.doc))
	})
	return all
}

func (r *Run) failuresInOrder(all []failure) []failure {
	slices.SortStableFunc(all, func(a, b failure) int { return byIndex(r.byID(a.doc), r.byID(b.doc)) })
	return all
}

// placed turns outcomes into findings that need no fact any more.
func (r *Run) placed(all []outcome) []found {
	findings := r.findings(all)
	out := make([]found, len(all))
	for i, o := range all {
		out[i] = found{findings[i], o.doc, o.At.Span}
	}
	return out
}

// outcomes runs the rules over everything that they are over, and keeps all
// documents loaded.
func (r *Run) outcomes(ctx context.Context) ([]outcome, []failure) {
	r.loadAll(r.docs)
	return r.outcomesOf(ctx, r.docs[:r.articles], r.stories(), r.comparing())
}

// outcomesOf runs the rules over loaded articles, and over the stories, whose
// articles are all among them.
func (r *Run) outcomesOf(ctx context.Context, docs []*document, stories [][]*document, with *comparing) ([]outcome, []failure) {
	n := len(docs)
	found := make([][]outcome, n+2)
	errs := make([][]failure, n+2)
	merges := make([][]*rules.Merge, n+1)
	merges[0] = with.stories(stories)
	parallel.Each(n, func(i int) {
		merges[i+1] = with.draft(docs[i])
		found[i], errs[i] = r.checkDocument(ctx, docs[i], merges[i+1])
	})
	found[n], errs[n] = r.checkMerges(ctx, slices.Concat(merges...))
	found[n+1], errs[n+1] = r.checkStories(ctx, stories)
	return yielding(slices.Concat(found...)), slices.Concat(errs...)
}

// An outcome is a rule that fired, and the document it is reported in.
type outcome struct {
	rules.Outcome
	doc *document
}

// A failure is a rule that failed, and where.
type failure struct {
	missed
	err error
}

// checkDocument runs the rules that need one document.
func (r *Run) checkDocument(ctx context.Context, d *document, merges []*rules.Merge) ([]outcome, []failure) {
	e := evaluation{ctx: ctx, set: r.rulesOf(d), doc: d}
	a := d.articleFact()
	e.facts(a)
	if e.set.Needs(rules.OverEvent) {
		for _, h := range d.happenings {
			e.eval(rules.OverEvent, rules.Binding{"event": d.eventFact(h), "article": a})
		}
	}
	if e.set.Needs(rules.OverConflict) {
		for _, c := range d.conflictFacts() {
			if !explained(c, merges) {
				e.eval(rules.OverConflict, rules.Binding{"conflict": c, "article": a})
			}
		}
	}
	if e.set.Needs(rules.OverArticle) {
		e.eval(rules.OverArticle, rules.Binding{"article": a})
	}
	if e.set.Needs(rules.OverEventPair) {
		e.eventPairs(d.happenings)
	}
	return e.found, e.errs
}

// explained reports whether a conflict stands in a sentence that merges two
// events: the merge is its cause, and one cause is one finding.
func explained(c *rules.Conflict, merges []*rules.Merge) bool {
	return slices.ContainsFunc(merges, func(m *rules.Merge) bool {
		return m.Form == "sentence" && m.At.Doc == c.At.Doc && m.At.Span.Overlaps(c.At.Span)
	})
}

// A comparing is what documents are compared with.
type comparing struct {
	wanted  bool // a rule needs it
	sources []*document
	linked  map[*document][]sharer // which word sequences two sources share
}

func (r *Run) comparing() *comparing {
	c := &comparing{sources: r.docs[r.articles:]}
	c.wanted = slices.ContainsFunc(r.docs[:r.articles], func(d *document) bool { return r.rulesOf(d).Needs(rules.OverMerge) })
	if c.wanted && len(c.sources) > 0 {
		c.linked = links(c.sources)
	}
	return c
}

// draft compares a draft with the sources.
func (c *comparing) draft(d *document) []*rules.Merge {
	if !c.wanted || len(c.sources) == 0 {
		return nil
	}
	return slices.DeleteFunc(draftMerges(d, c.sources, c.linked), isSoft)
}

// stories compares the articles that are told as one story, and those of them
// with the sources.
func (c *comparing) stories(stories [][]*document) []*rules.Merge {
	if !c.wanted {
		return nil
	}
	var out []*rules.Merge
	for _, docs := range stories {
		merges := documentMerges(docs)
		if len(merges) == 0 {
			merges = reportMerges(docs)
		}
		out = append(out, slices.DeleteFunc(merges, isSoft)...)
	}
	return out
}

// isSoft reports whether no conflict of a merge is hard.
func isSoft(m *rules.Merge) bool {
	return !slices.ContainsFunc(m.Conflicts, func(c rules.Contrast) bool { return c.Hard })
}

// checkMerges runs the rules that compare documents.
func (r *Run) checkMerges(ctx context.Context, merges []*rules.Merge) ([]outcome, []failure) {
	e := evaluation{ctx: ctx}
	for _, m := range merges {
		e.doc = r.byID(m.At.Doc)
		e.set = r.rulesOf(e.doc)
		e.eval(rules.OverMerge, rules.Binding{"merge": m})
	}
	return e.found, e.errs
}

func (r *Run) byID(id string) *document { return r.ids[id] }

// An evaluation runs rules for one document and gathers what comes of it.
type evaluation struct {
	ctx   context.Context
	set   *rules.Set
	doc   *document
	found []outcome
	errs  []failure
}

func (e *evaluation) eval(scope rules.Scope, b rules.Binding) {
	e.keep(e.set.Eval(e.ctx, scope, b))
}

// keep gathers what came of an evaluation.
func (e *evaluation) keep(out []rules.Outcome, err error) {
	for _, err := range multierror.Append(nil, err).Errors {
		f := failure{missed: missed{doc: e.doc.Article.ID}, err: fmt.Errorf("%s: %w", e.doc.name(), err)}
		if failed, ok := errors.AsType[*rules.Error](err); ok {
			f.rule = failed.Rule
		}
		e.errs = append(e.errs, f)
	}
	for _, o := range out {
		e.found = append(e.found, outcome{o, e.doc})
	}
}

// eventPairs evaluates the rules over two events of one kind and the same
// participants.
func (e *evaluation) eventPairs(all []*happening) {
	byKey := map[string]int{}
	var groups [][]any
	for _, h := range all {
		if len(h.participants) == 0 {
			continue
		}
		i, ok := byKey[h.key()]
		if !ok {
			i = len(groups)
			byKey[h.key()] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], e.doc.eventFact(h))
	}
	e.keep(e.set.EvalPairsWithin(e.ctx, rules.OverEventPair, groups, nil))
}

// eventFact returns a happening as rules see it.
func (d *document) eventFact(h *happening) *rules.Event {
	m := h.mentions[0]
	f := &rules.Event{
		Kind: h.kind, Trigger: m.trigger.In(d.Article.Flow()), Participants: h.participants, Place: h.place,
		When: interval(h.when(), ""), Zone: m.zone().String(), Modality: h.modality,
		At: d.placeOf(m.trigger), Text: d.sentences[m.sentence].Span.In(d.Article.Flow()),
	}
	f.Dated = f.When != nil
	if h.dated != nil {
		f.Explanation = h.dated.time.Explain()
	}
	return f
}

// findings turns outcomes into findings: the worst first, then in the order of
// the inputs and of the text.
func (r *Run) findings(all []outcome) []report.Finding {
	slices.SortStableFunc(all, func(a, b outcome) int {
		switch {
		case a.Severity != b.Severity:
			return int(a.Severity) - int(b.Severity)
		case a.doc.index != b.doc.index:
			return a.doc.index - b.doc.index
		case a.At.Span != b.At.Span:
			return a.At.Span.Start - b.At.Span.Start
		}
		return strings.Compare(a.Rule.ID, b.Rule.ID)
	})
	out := make([]report.Finding, 0, len(all))
	names := identity{run: r, seen: map[[sha256.Size]byte]int{}}
	for _, o := range all {
		f := report.Finding{
			Rule: o.Rule.ID, Severity: o.Severity.String(), Confidence: o.Confidence, Message: o.Message,
			Doc: o.At.Doc, File: o.At.File, Quote: o.At.Text,
			Related: []report.Related{}, Assumptions: append([]string{}, o.Assumptions...), Suggestions: []report.Suggestion{},
		}
		f.Start, f.End = r.ends(o.At)
		f.Name = r.nameOf(o.At)
		for _, n := range o.Related {
			rel := report.Related{Doc: n.At.Doc, File: n.At.File, Message: n.Message, Quote: n.At.Text}
			rel.Start, rel.End = r.ends(n.At)
			rel.Name = r.nameOf(n.At)
			f.Related = append(f.Related, rel)
		}
		for _, x := range o.Fixes {
			f.Suggestions = append(f.Suggestions, report.Suggestion{Message: x.Message, Replacement: x.Replacement})
		}
		f.ID = names.of(o)
		out = append(out, f)
	}
	return out
}

func (r *Run) nameOf(p rules.Place) string {
	if d := r.byID(p.Doc); d != nil {
		return d.name()
	}
	return p.File
}

func (r *Run) ends(p rules.Place) (start, end report.Position) {
	d := r.byID(p.Doc)
	if d == nil {
		return
	}
	return d.position(p.Span.Start), d.position(p.Span.End)
}

// idBytes is how much of a hash an id shows: enough for millions of findings.
const idBytes = 6

// An identity names findings, and counts those that would have one name.
type identity struct {
	run  *Run
	fold folding
	seen map[[sha256.Size]byte]int
	base []byte // scratch
}

// of names a finding by its rule, its document, and of all its places the
// passage and the sentence, so that edits elsewhere leave it alone; equals are
// counted.
func (x *identity) of(o outcome) string {
	x.base = append(append(append(x.base[:0], o.Rule.ID...), 0), o.At.Doc...)
	x.place(o.At)
	for _, n := range o.Related {
		x.place(n.At)
	}
	key := sha256.Sum256(x.base)
	n := x.seen[key]
	x.seen[key]++
	sum := sha256.Sum256(fmt.Appendf(x.base, "\x00%d", n))
	return hex.EncodeToString(sum[:idBytes])
}

func (x *identity) place(p rules.Place) {
	x.base = append(append(x.base, 0), foldWords(p.Text)...)
	if d := x.run.byID(p.Doc); d != nil {
		d.Load() // for a suppression in a document that was released
		x.base = append(append(x.base, 0), x.fold.sentence(d, p.Span)...)
	}
}

// maxSentence is how many bytes of a sentence name a place in it: more than
// sentences have. Of a longer one it is as much around the place.
const maxSentence = 2000

// sentenceAt returns the first sentence that s touches. What stands in none,
// such as front matter and comments, stands for itself.
func (d *document) sentenceAt(s text.Span) (said text.Span, ok bool) {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > s.Start })
	if i == len(d.Sentences) || !d.Sentences[i].Span.Overlaps(s) {
		return s, false
	}
	return d.Sentences[i].Span, true
}

// notChecked lists what could not be looked at for want of material.
func (r *Run) notChecked() []report.NotChecked {
	out := []report.NotChecked{}
	inStory := map[*document]bool{}
	for _, s := range r.stories() {
		for _, d := range s {
			inStory[d] = inStory[d] || len(s) > 1
		}
	}
	for _, d := range r.docs[:r.articles] {
		for _, rule := range r.rulesOf(d).Rules() {
			if !rule.Enabled {
				continue
			}
			reason := ""
			switch {
			case rule.Scope == rules.OverMerge && !inStory[d] && r.articles == len(r.docs):
				reason = "no --sources given, and no other document of its story"
			case rule.Scope == rules.OverMerge && inStory[d] && d.undatedContacts():
				reason = "nothing dates the call or meeting that it tells of"
			case rule.Scope == rules.OverConflict && len(d.Published.Days()) == 0:
				reason = "the publication date is not known"
			}
			if reason != "" {
				out = append(out, report.NotChecked{Doc: d.Article.ID, Rule: rule.ID, Reason: reason})
			}
		}
	}
	return out
}
