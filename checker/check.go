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

	passedOver []article.PassedOver
}

// Read reads and dates the articles and sources of in. Documents are worked on
// in parallel; the result does not depend on how many at a time.
func Read(in Input, opt Options) *Run {
	r := &Run{sameStory: in.SameStory, articles: len(in.Articles), once: new(sync.Once), passedOver: in.PassedOver}
	all := append(slices.Clone(in.Articles), in.Sources...)
	r.options = optionsFor(all, &opt)
	dated := make([]*timeline.Document, len(all))
	parallel.Each(len(all), func(i int) {
		published := in.Published
		if i >= len(in.Articles) {
			published = nil
		}
		dated[i] = timeline.Read(all[i], published, goesOn, r.options[i].Time)
	})
	sources := dated[len(in.Articles):]
	timeline.DatePublications(sources) // a draft must not date its own sources
	timeline.DatePublications(dated[:len(in.Articles)], sources...)
	r.once = new(sync.Once)
	r.docs = make([]*document, len(all))
	r.ids = make(map[string]*document, len(all))
	for i, d := range dated {
		r.docs[i] = &document{Document: d, index: i}
		r.ids[d.Article.ID] = r.docs[i]
	}
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

// extract reads names and events once; the dates alone do not need them.
func (r *Run) extract() {
	r.once.Do(func() {
		parallel.Each(len(r.docs), func(i int) { r.docs[i].extract(r.options[i].Triggers) })
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
	out.Unread = r.Unread()
	if !slices.ContainsFunc(r.docs[:r.articles], func(d *document) bool { return r.optionsOf(d).Rules != nil }) {
		return out, nil
	}
	all, failures := r.outcomes(ctx)
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
	out.NotChecked = append(out.NotChecked, r.notCompared()...)
	out.Findings = r.findings(all)
	if err := r.suppress(out, all); err != nil {
		problems.add(err)
	}
	return out, problems.err()
}

// outcomes runs the rules over everything that they are over.
func (r *Run) outcomes(ctx context.Context) ([]outcome, []failure) {
	r.extract()
	found := make([][]outcome, r.articles+2)
	errs := make([][]failure, r.articles+2)
	merges := r.merges()
	parallel.Each(r.articles, func(i int) { found[i], errs[i] = r.checkDocument(ctx, r.docs[i], merges) })
	found[r.articles], errs[r.articles] = r.checkMerges(ctx, merges)
	found[r.articles+1], errs[r.articles+1] = r.checkStories(ctx)
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

// merges compares documents: those told as one story with each other, articles
// with their sources.
func (r *Run) merges() []*rules.Merge {
	if !slices.ContainsFunc(r.docs[:r.articles], func(d *document) bool { return r.rulesOf(d).Needs(rules.OverMerge) }) {
		return nil
	}
	var out []*rules.Merge
	for _, docs := range r.stories() {
		merges := documentMerges(docs)
		if len(merges) == 0 {
			merges = reportMerges(docs)
		}
		out = append(out, merges...)
	}
	if sources := r.docs[r.articles:]; len(sources) > 0 {
		perArticle := make([][]*rules.Merge, r.articles)
		linked := links(sources)
		parallel.Each(r.articles, func(i int) { perArticle[i] = draftMerges(r.docs[i], sources, linked) })
		for _, m := range perArticle {
			out = append(out, m...)
		}
	}
	return slices.DeleteFunc(out, func(m *rules.Merge) bool {
		return !slices.ContainsFunc(m.Conflicts, func(c rules.Contrast) bool { return c.Hard })
	})
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
	seen := map[string]int{}
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
		f.ID = r.fingerprint(o, seen)
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

// notCompared says of the rules that look at sources what they do not compare.
func (r *Run) notCompared() []report.NotChecked {
	var out []report.NotChecked
	if r.articles == len(r.docs) {
		return nil
	}
	for _, d := range r.docs[:r.articles] {
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
