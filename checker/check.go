package checker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/hashicorp/go-multierror"

	"factcheck/internal/article"
	"factcheck/internal/isolate"
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

	PassedOver []article.PassedOver // what reading them left out, to be told
}

// A Run holds documents that were read and dated together.
type Run struct {
	sameStory bool
	docs      []*document // articles, then sources
	articles  int
	ids       map[string]*document
	options   []*Options // by document
	missed    map[missed]bool
	once      *sync.Once
	defects   *defects

	passedOver []article.PassedOver
}

// Read reads and dates the articles and sources of in. Documents are worked on
// in parallel; the result does not depend on how many at a time. A document that
// could not be read or dated for a defect is left out: see [Run.Err].
func Read(in Input, opt Options) *Run {
	r := &Run{sameStory: in.SameStory, once: new(sync.Once), defects: new(defects), passedOver: in.PassedOver}
	all := append(slices.Clone(in.Articles), in.Sources...)
	options := optionsFor(all, &opt)
	dated := make([]*timeline.Document, len(all))
	lost := make([]*Defect, len(all))
	parallel.Each(len(all), func(i int) {
		published := in.Published
		if i >= len(in.Articles) {
			published = nil
		}
		lost[i] = isolate.Do(workOn(all[i], isolate.StageTimes), func() {
			dated[i] = timeline.Read(all[i], published, goesOn, options[all[i]].Time)
		})
	})
	articles := r.left(dated[:len(in.Articles)], lost)
	sources := r.left(dated[len(in.Articles):], lost[len(in.Articles):])
	sources = r.date(sources) // a draft must not date its own sources
	articles = r.date(articles, sources...)
	r.articles = len(articles)
	r.ids = make(map[string]*document, len(all))
	for i, d := range slices.Concat(articles, sources) {
		r.docs = append(r.docs, &document{Document: d, index: i})
		r.options = append(r.options, options[d.Article])
		r.ids[d.Article.ID] = r.docs[i]
	}
	return r
}

// date works out when the documents were published, and returns those of which
// it could.
func (r *Run) date(docs []*timeline.Document, dated ...*timeline.Document) []*timeline.Document {
	lost, unlinked := timeline.DatePublications(docs, dated...)
	r.defects.add(unlinked...)
	return r.left(docs, lost)
}

// left returns the documents that are not lost, and notes the defects.
func (r *Run) left(docs []*timeline.Document, lost []*Defect) []*timeline.Document {
	var out []*timeline.Document
	for i, d := range docs {
		r.defects.add(lost[i])
		if lost[i] == nil {
			out = append(out, d)
		}
	}
	return out
}

// optionsFor returns the options of each document, with what they leave out.
func optionsFor(docs []*article.Article, common *Options) map[*article.Article]*Options {
	out := make(map[*article.Article]*Options, len(docs))
	known := map[*Options]*Options{}
	for _, a := range docs {
		opt := common
		if common.For != nil {
			opt = common.For(a)
		}
		if known[opt] == nil {
			known[opt] = opt.complete()
		}
		out[a] = known[opt]
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

// extract reads names and events once; the dates alone do not need them.
func (r *Run) extract() {
	r.once.Do(func() {
		parallel.Each(len(r.docs), func(i int) {
			d := r.docs[i]
			d.broken = isolate.Do(d.work(isolate.StageEvents), func() { d.extract(r.options[i].Triggers) })
		})
		for _, d := range r.docs {
			r.defects.add(d.broken)
		}
	})
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
	articles := sound(r.docs[:r.articles])
	if r.sameStory && len(articles) == 0 {
		return nil
	}
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
// that failed and every *Defect; the findings of the others are in the report all
// the same.
func (r *Run) Check(ctx context.Context) (*report.Check, error) {
	out := &report.Check{Schema: report.Schema, Documents: r.documents(), Findings: []report.Finding{}, Suppressed: []report.Suppressed{}, NotChecked: []report.NotChecked{}}
	out.Unread = r.Unread()
	if !slices.ContainsFunc(r.docs[:r.articles], func(d *document) bool { return r.optionsOf(d).Rules != nil }) {
		return out, r.Err()
	}
	all, failures := r.outcomes(ctx)
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

// outcomes runs the rules over everything that they are over.
func (r *Run) outcomes(ctx context.Context) ([]outcome, []failure) {
	r.extract()
	merges, unmerged := r.merges()
	stories := r.storiesToCheck()
	b := newBooks(ctx, r, len(merges)+len(stories))
	parallel.Each(r.articles, func(i int) { r.checkAlone(b.open(i, r.docs[i]), merges) })
	for i, m := range merges {
		r.checkMerge(b.open(r.articles+i, r.byID(m.At.Doc)), m)
	}
	for i, docs := range stories {
		r.checkStory(b.open(r.articles+len(merges)+i, docs[0]), docs)
	}
	found, errs := b.close()
	return yielding(found), append(errs, unmerged...)
}

// checkAlone is checkDocument; a defect outside of any rule or reader of facts
// leaves the document unchecked.
func (r *Run) checkAlone(e *evaluation, merges []*rules.Merge) {
	defer e.account.Close()
	defect, reason := e.doc.broken, "its names and events could not be read, see the internal error"
	if defect == nil {
		defect = isolate.Do(e.doc.work(isolate.StageRules), func() { r.checkDocument(e, merges) })
		reason = "it could not be checked, see the internal error"
	}
	if defect != nil {
		e.found, e.errs = nil, missingRules(e.set, e.doc, defect, reason)
	}
}

// An outcome is a rule that fired, and the document it is reported in.
type outcome struct {
	rules.Outcome
	doc *document
}

// A failure is a rule that failed, and where.
type failure struct {
	missed
	err    error  // nil if another failure tells
	reason string // why the rule is listed as not checked; empty if it is not
}

// checkDocument runs the rules that need one document.
func (r *Run) checkDocument(e *evaluation, merges []*rules.Merge) {
	d := e.doc
	a := d.articleFact()
	for _, k := range textKinds {
		k.run(e, a)
	}
	if e.set.Needs(rules.OverConflict) {
		var facts []*rules.Conflict
		e.reads(func() { facts = d.conflictFacts() }, rules.OverConflict)
		for _, c := range facts {
			if !explained(c, merges) {
				e.eval(rules.OverConflict, rules.Binding{"conflict": c, "article": a})
			}
		}
	}
	if e.set.Needs(rules.OverArticle) {
		e.eval(rules.OverArticle, rules.Binding{"article": a})
	}
	if e.set.Needs(rules.OverEventPair) {
		var groups [][]any
		if e.reads(func() { groups = d.eventGroups() }, rules.OverEventPair) {
			e.keep(e.account.EvalPairs(e.ctx, e.set, rules.OverEventPair, groups, nil))
		}
	}
}

// explained reports whether a conflict stands in a sentence that merges two
// events: the merge is its cause, and one cause is one finding.
func explained(c *rules.Conflict, merges []*rules.Merge) bool {
	return slices.ContainsFunc(merges, func(m *rules.Merge) bool {
		return m.Form == "sentence" && m.At.Doc == c.At.Doc && m.At.Span.Overlaps(c.At.Span)
	})
}

// merges compares documents: those told as one story with each other, articles
// with their sources. A defect costs a story, or what an article is compared with.
func (r *Run) merges() ([]*rules.Merge, []failure) {
	if !slices.ContainsFunc(r.docs[:r.articles], func(d *document) bool { return r.rulesOf(d).Needs(rules.OverMerge) }) {
		return nil, nil
	}
	var out []*rules.Merge
	var failed []failure
	for _, docs := range r.stories() {
		var merges []*rules.Merge
		d := isolate.Do(workOnAll(docs, isolate.StageStory), func() {
			if merges = documentMerges(docs); len(merges) == 0 {
				merges = reportMerges(docs)
			}
		})
		if d != nil {
			failed = append(failed, r.unmerged(docs, d, "its story could not be compared, see the internal error")...)
			continue
		}
		out = append(out, merges...)
	}
	drafts, undrafted := r.draftMerges()
	out, failed = append(out, drafts...), append(failed, undrafted...)
	return slices.DeleteFunc(out, func(m *rules.Merge) bool {
		return !slices.ContainsFunc(m.Conflicts, func(c rules.Contrast) bool { return c.Hard })
	}), failed
}

// draftMerges compares the articles with their sources.
func (r *Run) draftMerges() (out []*rules.Merge, failed []failure) {
	const reason = "it could not be compared with its sources, see the internal error"
	sources, drafts := r.sources(), sound(r.docs[:r.articles])
	if len(sources) == 0 {
		return nil, nil
	}
	var linked map[[2]*document]int
	if d := isolate.Do(workOnAll(sources, isolate.StageSources), func() { linked = links(sources) }); d != nil {
		return nil, r.unmerged(drafts, d, reason)
	}
	merges := make([][]*rules.Merge, len(drafts))
	defects := make([]*Defect, len(drafts))
	parallel.Each(len(drafts), func(i int) {
		defects[i] = isolate.Do(drafts[i].work(isolate.StageSources), func() { merges[i] = draftMerges(drafts[i], sources, linked) })
	})
	for i, d := range defects {
		if d != nil {
			failed = append(failed, r.unmerged(drafts[i:i+1], d, reason)...)
			continue
		}
		out = append(out, merges[i]...)
	}
	return out, failed
}

// unmerged returns what a defect in comparing documents costs.
func (r *Run) unmerged(docs []*document, defect *Defect, reason string) []failure {
	var out []failure
	for _, d := range docs {
		out = append(out, missingRules(r.rulesOf(d), d, defect, reason, rules.OverMerge)...)
	}
	return out
}

// checkMerge runs the rules that compare documents.
func (r *Run) checkMerge(e *evaluation, m *rules.Merge) {
	defer e.account.Close()
	e.eval(rules.OverMerge, rules.Binding{"merge": m})
}

func (r *Run) byID(id string) *document { return r.ids[id] }

// An evaluation runs rules for one document and gathers what comes of it.
type evaluation struct {
	ctx     context.Context
	account *rules.Account
	set     *rules.Set
	doc     *document
	found   []outcome
	errs    []failure
	lost    map[missed]bool // what a panic ended
}

func (e *evaluation) eval(scope rules.Scope, b rules.Binding) {
	e.keep(e.account.Eval(e.ctx, e.set, scope, b))
}

// keep gathers what came of an evaluation.
func (e *evaluation) keep(out []rules.Outcome, err error) {
	for _, err := range multierror.Append(nil, err).Errors {
		if e.defect(err) {
			continue
		}
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

// eventFacts returns the happenings of the document as rules see them.
func (d *document) eventFacts() []*rules.Event {
	var out []*rules.Event
	for _, h := range d.happenings {
		out = append(out, d.eventFact(h))
	}
	return out
}

// eventGroups returns the events of one kind and the same participants together.
func (d *document) eventGroups() [][]any {
	byKey := map[string]int{}
	var groups [][]any
	for _, h := range d.happenings {
		if len(h.participants) == 0 {
			continue
		}
		i, ok := byKey[h.key()]
		if !ok {
			i = len(groups)
			byKey[h.key()] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d.eventFact(h))
	}
	return groups
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
// the inputs and of the text. It returns them with the outcomes that they are
// of, and which it could not make for a defect.
func (r *Run) findings(all []outcome) ([]report.Finding, []outcome, []failure) {
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
	var failed []failure
	seen := map[string]int{}
	kept := all[:0]
	for _, o := range all {
		var f report.Finding
		if d := isolate.Do(o.doc.work(isolate.StageFinding+" "+o.Rule.ID), func() { f = r.finding(o, seen) }); d != nil {
			failed = append(failed, failure{missed: missed{o.doc.Article.ID, o.Rule.ID}, err: d, reason: "a finding of the rule was stopped by an internal error"})
			continue
		}
		out, kept = append(out, f), append(kept, o)
	}
	return out, kept, failed
}

// finding returns an outcome as it is reported.
func (r *Run) finding(o outcome, seen map[string]int) report.Finding {
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
	f.ID = r.fingerprint(o, seen)
	return f
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

// fingerprint names a finding by its rule, its document, and of all its places
// the passage and the sentence, so that edits elsewhere leave it alone; equals
// are counted.
func (r *Run) fingerprint(o outcome, seen map[string]int) string {
	var b strings.Builder
	b.WriteString(o.Rule.ID + "\x00" + o.At.Doc)
	r.writePlace(&b, o.At)
	for _, n := range o.Related {
		r.writePlace(&b, n.At)
	}
	base := b.String()
	n := seen[base]
	seen[base]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", base, n))
	return hex.EncodeToString(sum[:idBytes])
}

func (r *Run) writePlace(b *strings.Builder, p rules.Place) {
	b.WriteString("\x00" + foldWords(p.Text))
	if d := r.byID(p.Doc); d != nil {
		b.WriteString("\x00" + foldWords(d.sentenceAt(p.Span)))
	}
}

// maxSentence is how many bytes of a sentence name a place in it: more than
// sentences have. Of a longer one it is as much around the place.
const maxSentence = 2000

// sentenceAt returns the first sentence that s touches; what stands in none,
// such as front matter and comments, stands for itself.
func (d *document) sentenceAt(s text.Span) string {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > s.Start })
	if i == len(d.Sentences) || !d.Sentences[i].Span.Overlaps(s) {
		return s.In(d.Article.Text)
	}
	said := d.Sentences[i].Span
	if said.Len() > maxSentence {
		said = text.Span{Start: max(said.Start, s.Start-maxSentence/2), End: min(said.End, s.Start+maxSentence/2)}
	}
	return said.In(d.Article.Flow())
}

// foldWords writes the words of s in lower case, one blank apart.
func foldWords(s string) string {
	return foldedWords(text.Words(nil, s, text.Span{Start: 0, End: len(s)})) + " "
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
	for _, d := range sound(r.docs[:r.articles]) {
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

// notCompared says of the rules that look at sources what they do not compare.
func (r *Run) notCompared() []report.NotChecked {
	var out []report.NotChecked
	if r.articles == len(r.docs) {
		return nil
	}
	for _, d := range sound(r.docs[:r.articles]) {
		for _, rule := range r.rulesOf(d).Rules() {
			if rule.Enabled && rule.Scope == rules.OverMerge {
				out = append(out, report.NotChecked{Doc: d.Article.ID, Rule: rule.ID, Reason: comparedOnly, Whole: true})
			}
		}
	}
	return out
}

// comparedOnly is what the comparison with sources looks at; see draftMerges.
const comparedOnly = "sources: compared for calls and meetings only"
