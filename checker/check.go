package checker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"sort"
	"strings"

	"github.com/hashicorp/go-multierror"

	"factcheck/checker/story"
	"factcheck/checker/story/drift"
	"factcheck/internal/article"
	"factcheck/internal/claims/events"
	"factcheck/internal/fact"
	"factcheck/internal/isolate"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
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

	PassedOver []article.PassedOver // what reading them left out, to be told

	// Progress, if not nil, is called when an article has been checked, with how
	// many have been and how many there are; from several goroutines.
	Progress func(done, total int)
}

// A Run holds documents that were dated together. Of one that shares no story
// with another it holds the text, the publication date and what was found; the
// rest is read when it is its turn, and let go. Runs over the same documents share
// them: one at a time may be asked.
type Run struct {
	sameStory bool
	docs      []*page.Page // articles, then sources
	articles  int
	ids       map[string]*page.Page
	options   []*Options // by document
	missed    map[missed]bool
	defects   *defects

	passedOver []article.PassedOver
	memory     *memory  // of a Session; nil: none
	compared   []string // by article: what the last Check compared with its sources
	overran    bool     // a rule took more than its budget in the last Check
	tell       func(done, total int)
	unchecked  int // articles that the end of the last Check's context left out
}

// keepLoaded is how many bytes of text together stay read from dating on, so
// that few articles without a date are not read twice.
const keepLoaded = 4 << 20

// Read dates the articles and sources of in, and reads no more than that needs.
// Documents are worked on in parallel; the result does not depend on how many at
// a time. A document that cannot be read or dated for a defect is left out, be it
// here or when it is its turn: see [Run.Err].
func Read(in Input, opt Options) *Run {
	r := &Run{sameStory: in.SameStory, articles: len(in.Articles), defects: new(defects), passedOver: in.PassedOver, tell: in.Progress}
	all := append(slices.Clone(in.Articles), in.Sources...)
	r.options = optionsFor(all, &opt)
	r.docs = make([]*page.Page, len(all))
	r.ids = make(map[string]*page.Page, len(all))
	for i, a := range all {
		published := in.Published
		if i >= len(in.Articles) {
			published = nil
		}
		r.docs[i] = newPage(timeline.New(a, published, page.GoesOn, r.options[i].Time), i, r.options[i].Triggers)
		r.ids[a.ID] = r.docs[i]
	}
	sources := r.docs[r.articles:]
	r.date(sources) // a draft must not date its own sources
	r.date(r.docs[:r.articles], page.Dated(left(sources))...)
	return r
}

// date works out when the documents were published.
func (r *Run) date(docs []*page.Page, dated ...*timeline.Document) {
	lost, unlinked := timeline.InferPublications(page.Dated(docs), keepLoaded, dated...)
	for i, d := range docs {
		d.Lost = lost[i]
	}
	r.noteDefects(docs)
	r.defects.add(unlinked...)
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

func (r *Run) optionsOf(d *page.Page) *Options { return r.options[d.Index] }

var noRules = &rules.Set{}

// rulesOf returns the rules for an article.
func (r *Run) rulesOf(d *page.Page) *rules.Set {
	if set := r.options[d.Index].Rules; set != nil {
		return set
	}
	return noRules
}

// load reads a document up to its times, and its names and events, which the
// dates alone do not need.
func (r *Run) load(d *page.Page) *Defect {
	return d.Read(func() { events.Of(d) })
}

// loadArticle reads an article that is to be checked. If it is compared with nothing,
// its events wait until a rule asks for them.
func (r *Run) loadArticle(d *page.Page) *Defect {
	if len(r.docs) > r.articles {
		return r.load(d)
	}
	return d.Read(func() {})
}

// loadAll loads documents that are needed at one time.
func (r *Run) loadAll(docs []*page.Page) {
	parallel.Each(len(docs), func(i int) { r.load(docs[i]) })
	r.noteDefects(docs)
}

// stories returns the groups of articles that claim to tell one story: all of
// them, or those with an equal story in their front matter or record.
func (r *Run) stories() [][]*page.Page {
	articles := sound(r.docs[:r.articles])
	if r.sameStory && len(articles) == 0 {
		return nil
	}
	if r.sameStory {
		return [][]*page.Page{articles}
	}
	var order []string
	byStory := map[string][]*page.Page{}
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
	var out [][]*page.Page
	for _, s := range order {
		out = append(out, byStory[s])
	}
	return out
}

// Check runs the rules and returns what they find. The error lists every rule
// that failed and every *Defect; the findings of the others are in the report all
// the same. Where ctx ends, the report is of the articles that had been checked by
// then; the others are left out of it and counted, and are of no use any more.
func (r *Run) Check(ctx context.Context) (*report.Check, error) {
	out := &report.Check{Schema: report.Schema, Findings: []report.Finding{}, Suppressed: []report.Suppressed{}, NotChecked: []report.NotChecked{}}
	if !slices.ContainsFunc(r.docs[:r.articles], func(d *page.Page) bool { return r.optionsOf(d).Rules != nil }) {
		out.Documents, out.Unread = r.documents(), r.Unread()
		return out, r.Err()
	}
	all, failures := r.outcomes(ctx, r.finish)
	out.Interrupted = r.unchecked
	out.Documents, out.Unread = r.documents(), r.Unread()
	findings, all, unplaced := r.findings(all)
	out.Findings, failures = findings, append(failures, unplaced...)
	var problems problemList
	out.NotChecked = append(r.notChecked(), notes(failures)...)
	r.missed = map[missed]bool{}
	for _, n := range out.NotChecked {
		r.missed[missed{n.Doc, n.Rule}] = true
	}
	for _, f := range failures {
		r.missed[f.missed] = true
	}
	out.NotChecked = append(out.NotChecked, r.notCompared()...)
	problems.add(r.gather(failures)...)
	if err := r.suppress(out, all); err != nil {
		problems.add(err)
	}
	return out, problems.err()
}

// outcomes runs the rules over everything that they are over. Each article that
// shares no story is loaded, checked and given to done, which may let go of it,
// before its worker takes the next; a nil done keeps all. The sources, and the
// articles of stories, are loaded together.
func (r *Run) outcomes(ctx context.Context, done func(*page.Page, []outcome)) ([]outcome, []failure) {
	shared := r.inStories()
	r.loadAll(slices.Concat(shared, r.docs[r.articles:]))
	with := r.comparing()
	merges, unmerged := r.storyMerges(with)
	b := newBooks(ctx, r)
	r.compared = make([]string, r.articles)
	cut := make([]bool, r.articles)
	count := tally{total: r.articles, tell: r.tell}
	parallel.Each(r.articles, func(i int) {
		e := b.open(i, r.docs[i])
		defer e.account.Close()
		defer count.add()
		if cut[i] = ctx.Err() != nil; cut[i] {
			return
		}
		if with.merges[i], r.compared[i] = r.memory.draftMerges(e.doc); r.memory.repeats(e, e.doc) {
			return
		}
		r.loadArticle(e.doc)
		r.checkAlone(e, with.draft(e.doc), with)
		r.memory.keep(e, e.doc, with.merges[i])
		r.memory.keepCompared(e.doc, r.compared[i])
		if _, inStory := slices.BinarySearchFunc(shared, e.doc, byIndex); done != nil && !inStory {
			done(e.doc, e.found)
		}
		cut[i] = ctx.Err() != nil
	})
	r.noteDefects(r.docs[:r.articles])
	if r.unchecked = r.leaveOut(ctx, cut, shared); r.unchecked > 0 {
		found, errs := b.close()
		return yielding(found), errs
	}
	drafts, undrafted := r.draftMerges(with)
	for _, m := range append(merges, drafts...) {
		r.checkMerge(b.openNext(r.byID(m.At.Doc)), m)
	}
	for _, docs := range r.storiesFor(fact.OverStory) {
		r.checkStory(b.openNext(docs[0]), docs)
	}
	for _, docs := range r.storiesFor(fact.OverDocumentPair) {
		r.checkPairs(b.openNext(docs[0]), docs)
	}
	splits, unsplit := r.storySplits()
	for _, s := range splits {
		r.checkSplit(b.openNext(r.byID(s.At.Doc)), s)
	}
	if r.memory != nil {
		b.place()
	}
	found, errs := b.close()
	return yielding(found), slices.Concat(errs, unmerged, undrafted, unsplit)
}

// finish gives what was found in a document its places, and lets go of it.
func (r *Run) finish(d *page.Page, all []outcome) {
	var fold folding
	for i := range all {
		all[i].placed = r.place(&all[i], &fold)
		all[i].Binding = nil
	}
	d.Forget()
}

func byIndex(a, b *page.Page) int { return a.Index - b.Index }

// inStories returns the documents of stories in the order of the inputs.
func (r *Run) inStories() []*page.Page {
	all := slices.Concat(r.stories()...)
	slices.SortFunc(all, byIndex)
	return all
}

// checkAlone is checkDocument; a defect outside of any rule or reader of facts
// leaves the document unchecked.
func (r *Run) checkAlone(e *evaluation, merges []*fact.Merge, with *comparing) {
	if e.doc.Lost != nil {
		return
	}
	defect, reason := e.doc.Broken, "its names and events could not be read, see the internal error"
	if defect == nil {
		defect = isolate.Do(e.doc.Work(isolate.StageRules), func() { r.checkDocument(e, merges, with) })
		reason = "it could not be checked, see the internal error"
	}
	if defect != nil {
		e.found, e.errs = nil, missingRules(e.set, e.doc, defect, reason)
	}
}

// An outcome is a rule that fired, and the document it is reported in.
type outcome struct {
	rules.Outcome
	doc    *page.Page
	placed *placed // nil until the document is about to be let go, or the end
}

// A placed is what is left to report of an outcome once its documents are let go.
type placed struct {
	finding report.Finding // without its id
	name    hash.Hash      // of what names it, see identify; not written to any more
	defect  *Defect        // in placing it
}

// A failure is a rule that failed, and where.
type failure struct {
	missed
	err    error  // nil if another failure tells
	reason string // why the rule is listed as not checked; empty if it is not
}

// checkDocument runs the rules that need one document.
func (r *Run) checkDocument(e *evaluation, merges []*fact.Merge, with *comparing) {
	d := e.doc
	a := articleFact(d)
	for _, k := range textKinds {
		k.run(e, a)
	}
	if with.beside != nil {
		r.checkBeside(e, a, with)
	}
	if e.set.Needs(fact.OverConflict) {
		var facts []*fact.Conflict
		e.reads(func() { facts = conflictFacts(d) }, fact.OverConflict)
		for _, c := range facts {
			if !explained(c, merges) {
				e.eval(fact.OverConflict, rules.Binding{"conflict": c, "article": a})
			}
		}
	}
	if e.set.Needs(fact.OverArticle) {
		e.eval(fact.OverArticle, rules.Binding{"article": a})
	}
	if e.set.Needs(fact.OverDocumentPair) {
		e.keep(e.account.EvalPairs(e.ctx, e.set, fact.OverDocumentPair, sourcePairs(a, with.sources), nil))
	}
	if e.set.Needs(fact.OverEventPair) {
		var groups [][]any
		if e.reads(func() { groups = eventGroups(d) }, fact.OverEventPair) {
			e.keep(e.account.EvalPairs(e.ctx, e.set, fact.OverEventPair, groups, nil))
		}
	}
}

// checkBeside runs the rules that lay a draft beside its sources.
func (r *Run) checkBeside(e *evaluation, a *fact.Article, with *comparing) {
	if !aligns(e.set) {
		return
	}
	var facts []*fact.Alignment
	var splits []*fact.Split
	e.reads(func() { facts = with.beside.Alignments(e.doc) }, fact.OverAlignment, fact.OverSplit)
	if e.set.Needs(fact.OverAlignment) {
		r.compared[e.doc.Index] = comparedWith(facts)
		for _, f := range facts {
			e.eval(fact.OverAlignment, rules.Binding{"alignment": f, "article": a})
		}
	}
	if e.set.Needs(fact.OverSplit) && e.reads(func() { splits = draftSplits(e.doc, with.sources, facts) }, fact.OverSplit) {
		for _, s := range splits {
			e.eval(fact.OverSplit, rules.Binding{"split": s})
		}
	}
}

// aligns reports whether rules look at a draft beside its sources.
func aligns(set *rules.Set) bool { return set.Needs(fact.OverAlignment) || set.Needs(fact.OverSplit) }

// explained reports whether a conflict stands in a sentence that merges two
// events: the merge is its cause, and one cause is one finding.
func explained(c *fact.Conflict, merges []*fact.Merge) bool {
	return slices.ContainsFunc(merges, func(m *fact.Merge) bool {
		return m.Form == story.FormSentence && m.At.Doc == c.At.Doc && m.At.Span.Overlaps(c.At.Span)
	})
}

// A comparing is what documents are compared with, and what came of it.
type comparing struct {
	wanted  bool // a rule needs it
	sources []*page.Page
	linked  map[*page.Page][]story.Sharer // which word sequences two sources share
	beside  *drift.Sources                // for rules over alignments; nil if there are none
	defect  *Defect                       // in linking the sources

	merges  [][]*fact.Merge // of each article with the sources
	defects []*Defect       // in that
}

func (r *Run) comparing() *comparing {
	c := &comparing{sources: r.sources(), merges: make([][]*fact.Merge, r.articles), defects: make([]*Defect, r.articles)}
	c.wanted = slices.ContainsFunc(r.docs[:r.articles], func(d *page.Page) bool { return r.rulesOf(d).Needs(fact.OverMerge) })
	if c.wanted && len(c.sources) > 0 {
		c.defect = isolate.Do(workOnAll(c.sources, isolate.StageSources), func() {
			c.linked = r.memory.links(func() map[*page.Page][]story.Sharer { return story.Links(c.sources) })
		})
	}
	aligned := slices.ContainsFunc(r.docs[:r.articles], func(d *page.Page) bool { return aligns(r.rulesOf(d)) })
	if aligned && len(c.sources) > 0 && c.defect == nil {
		c.defect = isolate.Do(workOnAll(c.sources, isolate.StageSources), func() {
			c.beside = r.memory.besides(func() *drift.Sources { return drift.NewSources(c.sources) })
		})
	}
	return c
}

// draft compares a draft with the sources.
func (c *comparing) draft(d *page.Page) []*fact.Merge {
	if !c.wanted || len(c.sources) == 0 || c.defect != nil || d.Lost != nil || d.Broken != nil {
		return nil
	}
	i := d.Index
	c.defects[i] = isolate.Do(d.Work(isolate.StageSources), func() {
		c.merges[i] = story.DraftMerges(d, c.sources, c.linked)
	})
	return c.merges[i]
}

// DraftMerges returns what comparing articles with their sources found, and
// which articles a defect kept from it.
func (r *Run) draftMerges(c *comparing) (out []*fact.Merge, failed []failure) {
	const reason = "it could not be compared with its sources, see the internal error"
	if c.defect != nil {
		return nil, r.unmerged(sound(r.docs[:r.articles]), c.defect, reason)
	}
	for i, d := range c.defects {
		if d != nil {
			failed = append(failed, r.unmerged(r.docs[i:i+1], d, reason)...)
		}
	}
	return slices.Concat(c.merges...), failed
}

// storyMerges compares the articles that are told as one story. A defect costs
// a story.
func (r *Run) storyMerges(c *comparing) (out []*fact.Merge, failed []failure) {
	if !c.wanted {
		return nil, nil
	}
	for _, docs := range r.stories() {
		var merges []*fact.Merge
		d := isolate.Do(workOnAll(docs, isolate.StageStory), func() {
			merges = r.memory.storyMerges(docs, func() []*fact.Merge { return reportMerges(docs) })
		})
		if d != nil {
			failed = append(failed, r.unmerged(docs, d, "its story could not be compared, see the internal error")...)
			continue
		}
		out = append(out, merges...)
	}
	return out, failed
}

// reportMerges returns the merges of documents that are told as one story.
func reportMerges(docs []*page.Page) []*fact.Merge {
	if merges := story.DocumentMerges(docs); len(merges) > 0 {
		return merges
	}
	return story.ReportMerges(docs)
}

// unmerged returns what a defect in comparing documents costs.
func (r *Run) unmerged(docs []*page.Page, defect *Defect, reason string) []failure {
	var out []failure
	for _, d := range docs {
		out = append(out, missingRules(r.rulesOf(d), d, defect, reason, fact.OverMerge)...)
	}
	return out
}

// checkMerge runs the rules that compare documents.
func (r *Run) checkMerge(e *evaluation, m *fact.Merge) {
	defer e.account.Close()
	if r.memory.repeats(e, m) {
		return
	}
	e.eval(fact.OverMerge, rules.Binding{"merge": m})
	r.memory.keep(e, m, nil)
}

// byID returns the document with an id, nil if there is none or it is lost.
func (r *Run) byID(id string) *page.Page {
	if d := r.ids[id]; d != nil && d.Lost == nil {
		return d
	}
	return nil
}

// An evaluation runs rules for one document and gathers what comes of it.
type evaluation struct {
	ctx     context.Context
	account *rules.Account
	set     *rules.Set
	doc     *page.Page
	found   []outcome
	errs    []failure
	lost    map[missed]bool // what a panic ended
}

func (e *evaluation) eval(scope fact.Scope, b rules.Binding) {
	e.keep(e.account.Eval(e.ctx, e.set, scope, b))
}

// keep gathers what came of an evaluation.
func (e *evaluation) keep(out []rules.Outcome, err error) {
	if err != nil {
		e.keepErrors(err)
	}
	for _, o := range out {
		e.found = append(e.found, outcome{Outcome: o, doc: e.doc})
	}
}

// keepErrors gathers the rules that failed.
func (e *evaluation) keepErrors(err error) {
	for _, err := range multierror.Append(nil, err).Errors {
		if e.defect(err) {
			continue
		}
		f := failure{missed: missed{doc: e.doc.Article.ID}, err: fmt.Errorf("%s: %w", e.doc.DisplayName(), err)}
		if failed, ok := errors.AsType[*rules.Error](err); ok {
			f.rule = failed.Rule
		}
		e.errs = append(e.errs, f)
	}
}

// eventFacts returns the events of the document as rules see them: its happenings,
// and what else it claims to happen.
func eventFacts(d *page.Page) []*fact.Event {
	var out []*fact.Event
	var known []text.Span // mentions, which stand in no order
	for _, h := range events.Of(d).All {
		out = append(out, eventFact(d, h))
		for _, m := range h.Mentions {
			known = append(known, m.Trigger)
		}
	}
	slices.SortFunc(known, func(a, b text.Span) int { return a.Start - b.Start })
	return append(out, generalEvents(d, known)...)
}

// eventGroups returns the events of one kind and the same participants together.
func eventGroups(d *page.Page) [][]any {
	keys, byKey := eventsByKey(d)
	var groups [][]any
	for _, key := range keys {
		var group []any
		for _, e := range byKey[key] {
			group = append(group, e)
		}
		groups = append(groups, group)
	}
	return groups
}

// eventsByKey returns the events of a document that have participants by what two
// must share to be of one kind, see [events.Happening.Key], and these keys in order.
func eventsByKey(d *page.Page) (keys []string, byKey map[string][]*fact.Event) {
	byKey = map[string][]*fact.Event{}
	add := func(key string, e *fact.Event) {
		if byKey[key] == nil {
			keys = append(keys, key)
		}
		byKey[key] = append(byKey[key], e)
	}
	for _, h := range events.Of(d).All {
		if len(h.Participants) > 0 {
			add(h.Key(), eventFact(d, h))
		}
	}
	for _, e := range eventLayer.Of(d) {
		if e.Kind == "" && len(e.Participants) > 0 {
			add("|"+e.Predicate+"|"+e.Participants[0], e)
		}
	}
	return keys, byKey
}

// eventFact returns a happening as rules see it.
func eventFact(d *page.Page, h *events.Happening) *fact.Event {
	m := h.Mentions[0]
	f := &fact.Event{
		Kind: h.Kind, Trigger: m.Trigger.In(d.Article.Flow()), Participants: h.Participants, Place: h.Place,
		Zone: m.Zone().String(), Modality: string(h.Modality),
		At: d.PlaceOf(m.Trigger), Text: d.Parsed[m.Sentence].Span.In(d.Article.Flow()),
	}
	if h.Dated != nil {
		f.When = page.Interval(ranged(d, h.Dated.Time, h.When()), "")
		f.Explanation = h.Dated.Time.Explain()
	}
	f.Dated = f.When != nil
	addClaim(d, f)
	return f
}

// findings turns outcomes into findings: the worst first, then in the order of
// the inputs and of the text. It returns them with the outcomes that they are
// of, and which it could not make for a defect.
func (r *Run) findings(all []outcome) ([]report.Finding, []outcome, []failure) {
	slices.SortStableFunc(all, func(a, b outcome) int {
		switch {
		case a.Severity != b.Severity:
			return int(a.Severity) - int(b.Severity)
		case a.doc.Index != b.doc.Index:
			return a.doc.Index - b.doc.Index
		case a.At.Span != b.At.Span:
			return a.At.Span.Start - b.At.Span.Start
		}
		return strings.Compare(a.Rule.ID, b.Rule.ID)
	})
	r.placeAll(all)
	out := make([]report.Finding, 0, len(all))
	var failed []failure
	seen := map[[sha256.Size]byte]int{}
	kept := all[:0]
	for _, o := range all {
		if d := o.placed.defect; d != nil {
			failed = append(failed, failure{missed: missed{o.doc.Article.ID, o.Rule.ID}, err: d, reason: "a finding of the rule was stopped by an internal error"})
			continue
		}
		f := o.placed.finding
		if r.memory != nil { // which goes on to hold it
			f.Related, f.Assumptions, f.Suggestions = slices.Clone(f.Related), slices.Clone(f.Assumptions), slices.Clone(f.Suggestions)
		}
		f.ID = identify(o.placed.name, seen)
		out, kept = append(out, f), append(kept, o)
	}
	return out, kept, failed
}

// placeAll places what is not yet placed. A document that was let go is loaded
// for it once more.
func (r *Run) placeAll(all []outcome) {
	of := map[*page.Page][]*outcome{}
	var docs []*page.Page
	for i := range all {
		o := &all[i]
		if o.placed != nil {
			continue
		}
		if of[o.doc] == nil {
			docs = append(docs, o.doc)
		}
		of[o.doc] = append(of[o.doc], o)
	}
	parallel.Each(len(docs), func(i int) {
		d := docs[i]
		held := d.Loaded()
		defect := d.ReadTimes()
		var fold folding
		for _, o := range of[d] {
			if defect != nil {
				o.placed = &placed{defect: defect}
				continue
			}
			o.placed = r.place(o, &fold)
		}
		if !held {
			d.Forget()
		}
	})
}

// place returns an outcome as it is reported. Its documents are loaded.
func (r *Run) place(o *outcome, fold *folding) *placed {
	p := &placed{}
	p.defect = isolate.Do(o.doc.Work(isolate.StageFinding+" "+o.Rule.ID), func() {
		p.finding, p.name = r.finding(o), r.nameOfFinding(o, fold)
	})
	return p
}

// finding returns an outcome as it is reported, without its id.
func (r *Run) finding(o *outcome) report.Finding {
	f := report.Finding{
		Rule: o.Rule.ID, Severity: o.Severity.String(), Confidence: o.Confidence, Message: o.Message,
		Doc: o.At.Doc, File: o.At.File, Quote: o.At.Text, Span: o.At.Span,
		Related: []report.Related{}, Assumptions: append([]string{}, o.Assumptions...), Suggestions: []report.Suggestion{},
	}
	f.Start, f.End = r.ends(o.At)
	f.Name = r.nameOf(o.At)
	for _, n := range o.Related {
		rel := report.Related{Doc: n.At.Doc, File: n.At.File, Message: n.Message, Quote: n.At.Text, Span: n.At.Span}
		rel.Start, rel.End = r.ends(n.At)
		rel.Name = r.nameOf(n.At)
		f.Related = append(f.Related, rel)
	}
	for _, x := range o.Fixes {
		f.Suggestions = append(f.Suggestions, report.Suggestion{Message: x.Message, Replacement: x.Replacement})
	}
	return f
}

func (r *Run) nameOf(p fact.Place) string {
	if d := r.byID(p.Doc); d != nil {
		return d.DisplayName()
	}
	return p.File
}

func (r *Run) ends(p fact.Place) (start, end report.Position) {
	d := r.byID(p.Doc)
	if d == nil {
		return
	}
	return d.Position(p.Span.Start), d.EndPosition(p.Span.End)
}

// idBytes is how much of a hash an id shows: enough for millions of findings.
const idBytes = 6

// nameOfFinding digests what names a finding: its rule, its document, and of all
// its places the passage and the sentence, so that edits elsewhere leave it alone.
func (r *Run) nameOfFinding(o *outcome, fold *folding) hash.Hash {
	h := sha256.New()
	io.WriteString(h, o.Rule.ID+"\x00"+o.At.Doc)
	r.addPlace(h, o.At, fold)
	for _, n := range o.Related {
		r.addPlace(h, n.At, fold)
	}
	return h
}

func (r *Run) addPlace(h hash.Hash, p fact.Place, fold *folding) {
	io.WriteString(h, "\x00"+foldWords(p.Text))
	if d := r.byID(p.Doc); d != nil {
		io.WriteString(h, "\x00"+fold.sentence(d, p.Span))
	}
}

// identify returns the id of a finding with a name; those of one name are counted.
func identify(name hash.Hash, seen map[[sha256.Size]byte]int) string {
	key := [sha256.Size]byte(name.Sum(nil))
	n := seen[key]
	seen[key]++
	name, _ = name.(hash.Cloner).Clone() // it may be asked again
	fmt.Fprintf(name, "\x00%d", n)
	return hex.EncodeToString(name.Sum(nil)[:idBytes])
}

// maxSentence is how many bytes of a sentence name a place in it: more than
// sentences have. Of a longer one it is as much around the place.
const maxSentence = 2000

// sentenceAt returns the first sentence that s touches. What stands in none,
// such as front matter and comments, stands for itself.
func sentenceAt(d *page.Page, s text.Span) (said text.Span, ok bool) {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > s.Start })
	if i == len(d.Sentences) || !d.Sentences[i].Span.Overlaps(s) {
		return s, false
	}
	return d.Sentences[i].Span, true
}

// notChecked lists what could not be looked at for want of material.
func (r *Run) notChecked() []report.NotChecked {
	out := []report.NotChecked{}
	inStory := map[*page.Page]bool{}
	for _, s := range r.stories() {
		for _, d := range s {
			inStory[d] = inStory[d] || len(s) > 1
		}
	}
	sourced, apart := r.sourced(), len(r.stories()) > 1
	for _, d := range sound(r.docs[:r.articles]) {
		told := false // of rules over merges, one speaks for all
		for _, rule := range r.rulesOf(d).Rules() {
			if !rule.Enabled || rule.Scope == fact.OverMerge && told {
				continue
			}
			told = told || rule.Scope == fact.OverMerge
			reason := ""
			switch {
			case rule.Scope == fact.OverMerge && !inStory[d] && !sourced:
				reason = "no --sources given, and no other document of its story"
			case rule.Scope == fact.OverMerge && inStory[d] && story.UndatedContacts(d):
				reason = "nothing dates the call or meeting that it tells of"
			case rule.Scope == fact.OverSplit && !apart && !sourced:
				reason = "no --sources given, and no second story declared"
			case rule.Scope == fact.OverConflict && len(d.Published.Days()) == 0:
				reason = "the publication date is not known"
			}
			if reason != "" {
				out = append(out, report.NotChecked{Doc: d.Article.ID, Rule: rule.ID, Reason: reason})
			}
		}
	}
	return out
}

// sourced reports whether there is something to compare the articles with.
func (r *Run) sourced() bool { return len(left(r.docs[r.articles:])) > 0 }
