package checker

import (
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/lexicon"
	"factcheck/internal/text"
	"factcheck/rules"
	"factcheck/timeline"
)

// A hanging is a time expression with the verb or noun that it is said of.
type hanging struct {
	time     *timeline.Time
	from, to int        // its words
	prep     int        // the word of the preposition before it, from if there is none
	group    *verbGroup // the verb that governs it; nil if that is not clear
	noun     int        // the noun that it is said of: "the vote on 4 June"; -1 for none
	leads    bool       // it stands before its verb
	unsure   bool       // what its verb speaks of may have the time: announced cuts in May
}

// An account is a sentence read for its verbs and for what its times are said of.
type account struct {
	sentence int
	lower    []string
	groups   []verbGroup
	times    []hanging
}

// verbReach is within how many words of a verb a time can hang on it. Chosen.
const verbReach = 16

// longestSentence is how many words a sentence has at most that is read for its
// verbs. What is longer is a list, or hostile.
const longestSentence = 250

// accounts returns the sentences of headline, deck and body that have a dated
// time, each with its verbs; nil for the others. A date inside quotation marks
// is a speaker's, who may have spoken long ago, and has no verb here.
func (d *document) accounts() []*account {
	if d.read.told != nil {
		return *d.read.told
	}
	out := make([]*account, len(d.sentences))
	r := clauseReader{}
	quotes := d.Quotations()
	q := 0
	for i := range d.sentences {
		s := &d.sentences[i]
		if len(s.words) > longestSentence || !inArticle(s.Zone) || s.Zone == article.Correction || !hasDated(d.times[i]) {
			continue
		}
		for q < len(quotes) && quotes[q].Span.End <= s.Span.Start {
			q++
		}
		out[i] = d.tell(&r, i, quotes[q:])
	}
	d.read.told = &out
	return out
}

func hasDated(times []*timeline.Time) bool {
	for _, t := range times {
		if dated(t) {
			return true
		}
	}
	return false
}

// dated reports whether t is a date or time of which it is known when it is.
func dated(t *timeline.Time) bool {
	return (t.Type == timeline.DATE || t.Type == timeline.TIME) && t.When.Closed() && t.Problem == ""
}

// tell reads sentence i. quotes are the quotations that do not end before it.
func (d *document) tell(r *clauseReader, i int, quotes []timeline.Quotation) *account {
	s := &d.sentences[i]
	r.plain = s.Zone == article.Headline
	groups := r.read(d.Article.Flow(), s.words)
	t := &account{sentence: i, lower: append([]string(nil), r.lower...), groups: append([]verbGroup(nil), groups...)}
	for _, x := range d.times[i] {
		h := hanging{time: x, noun: -1}
		h.from = firstWordAt(s.words, x.Span.Start)
		h.to = max(h.from+1, firstWordAt(s.words, x.Span.End))
		h.prep = h.from
		t.times = append(t.times, h)
	}
	for k := range t.times {
		h := &t.times[k]
		if dated(h.time) && h.from < len(s.words) && (h.time.Relative || !inQuotes(quotes, h.time.Span)) {
			r.hang(t, h)
		}
	}
	return t
}

// firstWordAt returns the first word that begins at the byte or ends behind it.
func firstWordAt(words []text.Word, at int) int {
	return sort.Search(len(words), func(i int) bool { return words[i].Span.End > at })
}

func inQuotes(quotes []timeline.Quotation, s text.Span) bool {
	for _, q := range quotes {
		if q.Span.Start >= s.End {
			return false
		}
		if q.Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// hang finds what h is said of.
func (r *clauseReader) hang(t *account, h *hanging) {
	if r.possessive(h) {
		return // last week's vote
	}
	if h.prep > 0 && r.class(h.prep-1).Is(lexicon.WordPreposition|lexicon.WordOpen) {
		h.prep--
	}
	if before := h.prep - 1; before >= 0 && r.gaps[h.prep] == gapBlank {
		if _, _, ok := lexicon.HappeningNoun(r.lower[before]); ok {
			h.noun = before
		}
	}
	if r.modifies(h) {
		return
	}
	if g := r.governor(t, h); g != nil {
		h.group = g
		return
	}
	h.group = r.led(t, h)
	h.leads = h.group != nil
}

// possessive reports whether h is a possessive.
func (r *clauseReader) possessive(h *hanging) bool {
	return h.to > 0 && h.to <= len(r.words) && r.words[h.to-1].Possessive
}

// modifies reports whether h stands before the noun that it is said of: "the
// 3 March vote".
func (r *clauseReader) modifies(h *hanging) bool {
	if h.prep == h.from && h.from > 0 && (r.class(h.from-1).Is(lexicon.WordDeterminer) || r.words[h.from-1].Possessive) {
		return true
	}
	if h.to >= len(r.words) || r.gaps[h.to] != gapBlank {
		return false
	}
	_, _, noun := lexicon.HappeningNoun(r.lower[h.to])
	return noun && !r.words[h.to].Capital
}

// governor returns the verb before h that it is said of, nil if that is not
// clear.
func (r *clauseReader) governor(t *account, h *hanging) *verbGroup {
	var g *verbGroup
	for i := len(t.groups) - 1; i >= 0; i-- {
		if t.groups[i].to <= h.prep {
			g = &t.groups[i]
			break
		}
	}
	if g == nil || h.prep-g.to > verbReach || g.to < h.prep && r.newClause(g.to, h.prep) || r.gaps[h.prep] == gapBreak {
		return nil
	}
	if !r.clear(t, g, h) || !r.datesBy(g, h) {
		return nil
	}
	h.unsure = r.unsure(g, h)
	return g
}

// unsure reports whether h may belong to what its verb g speaks of: announced cuts
// in May, set 3 May for the hearing, the year ended 30 June.
func (r *clauseReader) unsure(g *verbGroup, h *hanging) bool {
	if g.lemma == "end" && g.bare {
		switch r.word(g.from - 1) {
		case "year", "quarter", "months", "period", "half", "weeks":
			return true
		}
	}
	if !g.awaits || g.tense != tensePast && !g.bare || h.time.Direction() == timeline.Given && r.carriedOut(g, h) {
		return false
	}
	bare := h.prep == h.from && h.time.Grain == timeline.GrainDay && !h.time.BareWeekday() && isDigit(h.time.Text[len(h.time.Text)-1])
	return h.prep > g.to || bare || r.lower[h.prep] == "for"
}

// carriedOut reports whether the verb g and the noun before h are one happening,
// though the verb alone looks ahead: "signed the deal tomorrow", "went to the
// talks".
func (r *clauseReader) carriedOut(g *verbGroup, h *hanging) bool {
	event, _, ok := lexicon.HappeningNoun(r.word(h.prep - 1))
	return ok && g.tense == tensePast && h.prep-g.to < 5 && r.supports(g, event, h.prep-1)
}

// newClause reports whether another clause begins among words (from, to].
func (r *clauseReader) newClause(from, to int) bool {
	for k := from; k <= to && k < len(r.words); k++ {
		c := r.classes[k]
		switch {
		case r.breaks(k), k < to && c.Is(lexicon.WordRelative|lexicon.WordCondition), k < to && r.lower[k] == "that":
			return true
		case r.comma(k) && !r.namesBetween(k, to):
			return true
		}
	}
	return false
}

// namesBetween reports whether the comma before word k sets off a name, as in
// "in Lyon, France, on 3 March".
func (r *clauseReader) namesBetween(k, to int) bool {
	for n := k; n < to; n++ {
		if !r.words[n].Capital {
			return r.classes[n].Is(lexicon.WordPreposition)
		}
	}
	return r.comma(to) || k == to
}

// tenseLink is within how many words of a form of be alone a time can hang on it:
// behind more of them it belongs to what is said of the subject. Chosen.
const tenseLink = 4

// clear reports whether nothing between the verb g and h can have the time for
// itself: another verb of what is to come, a happening that can be planned, for
// a year a noun behind a preposition. What a past verb speaks of is mostly past
// itself, so that it matters less which of the two the time belongs to.
func (r *clauseReader) clear(t *account, g *verbGroup, h *hanging) bool {
	year, past := h.time.Grain >= timeline.GrainYear, g.tense == tensePast || g.loose
	given := h.time.Direction() == timeline.Given
	for k := g.to; k < h.prep; k++ {
		if r.covered(t, k) {
			continue
		}
		w := r.lower[k]
		switch {
		case r.classes[k].Is(lexicon.WordOpen) && !(past && (w == "as" || given && (w == "since" || w == "after"))), w == "ahead", past && w == "for":
			return false
		case year && !past && purpose(w):
			return false
		}
		if event, _, ok := lexicon.HappeningNoun(w); ok && !r.supports(g, event, k) && !(past && !event.Hold) {
			return false
		}
	}
	return g.lemma != "be" || h.prep == g.to || !year && h.prep-g.to <= tenseLink
}

// purpose reports whether a preposition ties a noun of its own time to a verb of
// what is to come: "the biggest since the war in 1990".
func purpose(w string) bool {
	switch w {
	case "for", "of", "about", "as", "since", "than", "like", "to", "from", "with", "over":
		return true
	}
	return false
}

// covered reports whether word k belongs to a time.
func (r *clauseReader) covered(t *account, k int) bool {
	for i := range t.times {
		if t.times[i].from <= k && k < t.times[i].to {
			return true
		}
	}
	return false
}

// supports reports whether the verb g carries out the happening at word k, so
// that its time is that of both: "will hold talks", "opens a conference".
func (r *clauseReader) supports(g *verbGroup, event lexicon.Happening, k int) bool {
	if _, verb := lexicon.HappeningOf(r.lower[k]); verb && g.to == k+1 {
		return true
	}
	switch g.lemma {
	case "hold", "host", "stage", "attend", "begin", "start", "open", "make", "deliver", "carry", "conduct", "launch", "convene", "give", "take", "organise", "organize", "chair", "resume", "have", "sign", "reach", "conclude",
		"go", "head", "travel", "fly", "come", "return", "gather", "meet":
		return event.Hold || g.lemma == "carry" || g.lemma == "launch"
	}
	return false
}

// datesBy reports whether the preposition of h can tie it to g.
func (r *clauseReader) datesBy(g *verbGroup, h *hanging) bool {
	if h.prep == h.from {
		return !r.nounBefore(h) && (g.to == h.from || !r.class(h.from-1).Is(lexicon.WordPlan))
	}
	c := r.classes[h.prep]
	if c.Is(lexicon.WordOn) {
		return true
	}
	switch w := r.lower[h.prep]; w {
	case "for":
		return g.awaits && g.to == h.prep
	case "from":
		return g.tense != tensePast && g.lemma != "be" && h.prep-g.to <= 3 && !r.rangeBegins(h)
	case "by", "until", "till", "before", "through":
		return g.tense == tenseFuture || g.tense == tensePlanned || g.tense == tensePresent && w != "by"
	}
	return false
}

// rangeBegins reports whether the time after h ends a range that it begins.
func (r *clauseReader) rangeBegins(h *hanging) bool {
	return h.to < len(r.words) && (r.lower[h.to] == "to" || r.lower[h.to] == "until" || r.lower[h.to] == "through")
}

// nounBefore reports whether h has no preposition and must hang on a noun: a
// full date does not follow a verb so.
func (r *clauseReader) nounBefore(h *hanging) bool {
	return h.from > 0 && r.words[h.from-1].Capital && r.words[h.from].Capital && !h.time.BareWeekday() && h.time.Grain == timeline.GrainDay && r.gaps[h.from] != gapBlank
}

// led returns the verb behind h where h leads its clause, or stands between
// its subject and its verb.
func (r *clauseReader) led(t *account, h *hanging) *verbGroup {
	if h.prep != h.from && !r.classes[h.prep].Is(lexicon.WordOn) {
		return nil
	}
	g := t.groupFrom(h.to)
	if g == nil || g.from-h.to > verbReach || g.awaits || g.bare && g.tense == "" {
		return nil
	}
	if g.from == h.to && r.gaps[h.to] == gapBlank && h.prep > 0 && h.noun < 0 && r.word(h.prep-2) != "for" { // oil for delivery next month
		return g
	}
	if !r.leads(h) {
		return nil
	}
	for k := h.to; k <= g.from; k++ {
		switch {
		case r.breaks(k), r.comma(k) && k > h.to, k < g.from && r.classes[k].Is(lexicon.WordRelative|lexicon.WordOpen|lexicon.WordCondition|lexicon.WordJoin&^lexicon.WordAdverb) && r.lower[k] != "and":
			return nil
		}
	}
	return g
}

// groupFrom returns the first verb at word k or behind it.
func (t *account) groupFrom(k int) *verbGroup {
	for i := range t.groups {
		if t.groups[i].from >= k {
			return &t.groups[i]
		}
	}
	return nil
}

// leads reports whether nothing of its clause stands before h.
func (r *clauseReader) leads(h *hanging) bool {
	if h.prep == 0 {
		return true
	}
	if r.breaks(h.prep) {
		return false
	}
	return h.prep == 1 && (r.classes[0].Is(lexicon.WordJoin|lexicon.WordAdverb)) || r.lower[h.prep-1] == "that" && !strings.HasPrefix(r.lower[h.from], "week")
}

// addTenses notes in the time facts, one for each of d.Times, which verbs govern
// them.
func (d *document) addTenses(facts []*rules.Time) {
	for _, t := range d.accounts() {
		if t == nil {
			continue
		}
		for i := range t.times {
			h := &t.times[i]
			if h.group == nil || h.unsure || t.tenseOf(h.group) == "" || uncounted(h.time) || t.yearBeside(h) {
				continue
			}
			f := facts[d.indexOf(h.time)]
			f.Tense, f.Verb = t.tenseOf(h.group), d.groupText(t, h.group)
		}
	}
}

// yearBeside reports whether h is a date without its year in a sentence that
// writes a year, which may be its own: "in 2016, the feast fell on 28 March". Of
// a range only the first end with a month has a verb.
func (t *account) yearBeside(h *hanging) bool {
	if h.time.Direction() != timeline.Inferred {
		return false
	}
	for i := range t.times {
		x := &t.times[i]
		switch {
		case x == h:
		case !x.time.Relative, h.time.EndsRange() && x.from < h.from && !isFigure(x.time.Text):
			return true
		}
	}
	return isFigure(h.time.Text)
}

// uncounted reports whether t counts from another time which the text has not
// told, as "two years later" at its beginning.
func uncounted(t *timeline.Time) bool {
	return t.Discourse && t.Anchor == timeline.AnchorPublication
}

// tenseOf returns the tense of g; past for a participle that speaks of what has
// been done, in a sentence that looks nowhere ahead: "the law passed in May".
func (t *account) tenseOf(g *verbGroup) string {
	if !g.bare || !g.passive || g.awaits || g.lemma == "hold" {
		return g.tense
	}
	for i := range t.groups {
		if x := &t.groups[i]; x.tense != tensePast && x.tense != tensePresent && !x.bare || x.awaits {
			return g.tense
		}
	}
	return tensePast
}

// indexOf returns the index of a time among d.Times.
func (d *document) indexOf(t *timeline.Time) int {
	return sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= t.Span.Start })
}

// groupText returns the words of a verb group as written.
func (d *document) groupText(t *account, g *verbGroup) string {
	words := d.sentences[t.sentence].words
	return text.Span{Start: words[g.from].Span.Start, End: words[g.to-1].Span.End}.In(d.Article.Flow())
}

// isFigure reports whether a time is written as a number alone.
func isFigure(s string) bool { return strings.Trim(s, "0123456789") == "" }
