package claims

import (
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A Hanging is a time expression with the verb or noun that it is said of.
type Hanging struct {
	Time     *timeline.Time
	From, To int        // its words
	Prep     int        // the word of the preposition before it, from if there is none
	Group    *VerbGroup // the verb that governs it; nil if that is not clear
	Noun     int        // the noun that it is said of: "the vote on 4 June"; -1 for none
	Leads    bool       // it stands before its verb
	Unsure   bool       // what its verb speaks of may have the time: announced cuts in May
}

// An Account is a sentence read for its verbs and for what its times are said of.
type Account struct {
	Sentence int
	Lower    []string
	Groups   []VerbGroup
	Times    []Hanging
}

// verbReach is within how many words of a verb a time can hang on it. Chosen.
const verbReach = 16

// longestSentence is how many words a sentence has at most that is read for its
// verbs. What is longer is a list, or hostile.
const longestSentence = 250

// Accounts returns the sentences of headline, deck and body that have a dated
// time, each with its verbs; nil for the others. A date inside quotation marks
// is a speaker's, who may have spoken long ago, and has no verb here.
func Accounts(d *page.Page) []*Account { return accountLayer.Of(d) }

var accountLayer = page.NewLayer(readAccounts)

func readAccounts(d *page.Page) []*Account {
	out := make([]*Account, len(d.Parsed))
	r := clauseReader{}
	quotes := d.QuotedParts()
	q := 0
	for i := range d.Parsed {
		s := &d.Parsed[i]
		if len(s.Words) > longestSentence || !page.InArticle(s.Zone) || s.Zone == article.Correction || !hasDated(d.TimesIn[i]) {
			continue
		}
		for q < len(quotes) && quotes[q].Span.End <= s.Span.Start {
			q++
		}
		out[i] = tell(d, &r, i, quotes[q:])
	}
	return out
}

func hasDated(times []*timeline.Time) bool {
	for _, t := range times {
		if Dated(t) {
			return true
		}
	}
	return false
}

// Dated reports whether t is a date or time of which it is known when it is. One
// that counts from an event stands beside an event that it does not date.
func Dated(t *timeline.Time) bool {
	return !t.FromEvent() && (t.Type == timeline.DATE || t.Type == timeline.TIME) && t.When.Closed() && t.Problem == ""
}

// tell reads sentence i. quotes are the quotations that do not end before it.
func tell(d *page.Page, r *clauseReader, i int, quotes []timeline.Quotation) *Account {
	s := &d.Parsed[i]
	r.plain = s.Zone == article.Headline
	groups := r.read(d, i)
	t := &Account{Sentence: i, Lower: r.lower, Groups: append([]VerbGroup(nil), groups...)}
	for _, x := range d.TimesIn[i] {
		h := Hanging{Time: x, Noun: -1}
		h.From = firstWordAt(s.Words, x.Span.Start)
		h.To = max(h.From+1, firstWordAt(s.Words, x.Span.End))
		h.Prep = h.From
		t.Times = append(t.Times, h)
	}
	for k := range t.Times {
		h := &t.Times[k]
		if Dated(h.Time) && h.From < len(s.Words) && (h.Time.Relative || !inQuotes(quotes, h.Time.Span)) {
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
func (r *clauseReader) hang(t *Account, h *Hanging) {
	if r.possessive(h) {
		return // last week's vote
	}
	if h.Prep > 0 && r.class(h.Prep-1).Is(lexicon.WordPreposition|lexicon.WordOpen) {
		h.Prep--
	}
	if before := h.Prep - 1; before >= 0 && r.gaps[h.Prep] == GapBlank {
		if _, _, ok := lexicon.HappeningNoun(r.lower[before]); ok {
			h.Noun = before
		}
	}
	if r.modifies(h) {
		return
	}
	if g := r.governor(t, h); g != nil {
		h.Group = g
		return
	}
	h.Group = r.led(t, h)
	h.Leads = h.Group != nil
}

// possessive reports whether h is a possessive.
func (r *clauseReader) possessive(h *Hanging) bool {
	return h.To > 0 && h.To <= len(r.words) && r.words[h.To-1].Possessive
}

// modifies reports whether h stands before the noun that it is said of: "the
// 3 March vote".
func (r *clauseReader) modifies(h *Hanging) bool {
	if h.Prep == h.From && h.From > 0 && (r.class(h.From-1).Is(lexicon.WordDeterminer) || r.words[h.From-1].Possessive) {
		return true
	}
	if h.To >= len(r.words) || r.gaps[h.To] != GapBlank {
		return false
	}
	_, _, noun := lexicon.HappeningNoun(r.lower[h.To])
	return noun && !r.words[h.To].Capital
}

// governor returns the verb before h that it is said of, nil if that is not
// clear.
func (r *clauseReader) governor(t *Account, h *Hanging) *VerbGroup {
	var g *VerbGroup
	for i := len(t.Groups) - 1; i >= 0; i-- {
		if t.Groups[i].To <= h.Prep {
			g = &t.Groups[i]
			break
		}
	}
	if g == nil || h.Prep-g.To > verbReach || g.To < h.Prep && r.newClause(g.To, h.Prep) || r.gaps[h.Prep] == GapBreak {
		return nil
	}
	if !r.clear(t, g, h) || !r.datesBy(g, h) {
		return nil
	}
	h.Unsure = r.unsure(g, h)
	return g
}

// unsure reports whether h may belong to what its verb g speaks of: announced cuts
// in May, set 3 May for the hearing, the year ended 30 June.
func (r *clauseReader) unsure(g *VerbGroup, h *Hanging) bool {
	if g.Bare && r.is(g.From-1, en.EndedPeriod) && en.Is(g.Lemma, en.EndWord) {
		return true
	}
	if !g.awaits || g.Tense != TensePast && !g.Bare || h.Time.Direction() == timeline.Given && r.carriedOut(g, h) {
		return false
	}
	bare := h.Prep == h.From && h.Time.Grain == timeline.GrainDay && !h.Time.BareWeekday() && IsDigit(h.Time.Text[len(h.Time.Text)-1])
	return h.Prep > g.To || bare || r.is(h.Prep, en.For)
}

// carriedOut reports whether the verb g and the noun before h are one happening,
// though the verb alone looks ahead: "signed the deal tomorrow", "went to the
// talks".
func (r *clauseReader) carriedOut(g *VerbGroup, h *Hanging) bool {
	event, _, ok := lexicon.HappeningNoun(r.word(h.Prep - 1))
	return ok && g.Tense == TensePast && h.Prep-g.To < 5 && r.supports(g, event, h.Prep-1)
}

// newClause reports whether another clause begins among words (from, to].
func (r *clauseReader) newClause(from, to int) bool {
	for k := from; k <= to && k < len(r.words); k++ {
		c := r.classes[k]
		switch {
		case r.breaks(k), k < to && c.Is(lexicon.WordRelative|lexicon.WordCondition), k < to && r.is(k, en.That):
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
func (r *clauseReader) clear(t *Account, g *VerbGroup, h *Hanging) bool {
	year, past := h.Time.Grain >= timeline.GrainYear, g.Tense == TensePast || g.Loose
	given := h.Time.Direction() == timeline.Given
	for k := g.To; k < h.Prep; k++ {
		if r.covered(t, k) {
			continue
		}
		w := r.lower[k]
		switch {
		case r.classes[k].Is(lexicon.WordOpen) && !(past && (r.is(k, en.As) || given && r.is(k, en.Since, en.After))), r.is(k, en.Ahead), past && r.is(k, en.For):
			return false
		case year && !past && r.is(k, en.OwnTime):
			return false
		}
		if event, _, ok := lexicon.HappeningNoun(w); ok && !r.supports(g, event, k) && !(past && !event.Hold) {
			return false
		}
	}
	return !en.Is(g.Lemma, en.Be) || h.Prep == g.To || !year && h.Prep-g.To <= tenseLink
}

// covered reports whether word k belongs to a time.
func (r *clauseReader) covered(t *Account, k int) bool {
	for i := range t.Times {
		if t.Times[i].From <= k && k < t.Times[i].To {
			return true
		}
	}
	return false
}

// supports reports whether the verb g carries out the happening at word k, so
// that its time is that of both: "will hold talks", "opens a conference".
func (r *clauseReader) supports(g *VerbGroup, event lexicon.Happening, k int) bool {
	if _, verb := lexicon.HappeningOf(r.lower[k]); verb && g.To == k+1 {
		return true
	}
	c := en.Classes(g.Lemma)
	return c.Has(en.CarriesOut) && event.Hold || c.Has(en.CarriesOutAny)
}

// datesBy reports whether the preposition of h can tie it to g.
func (r *clauseReader) datesBy(g *VerbGroup, h *Hanging) bool {
	if h.Prep == h.From {
		return !r.nounBefore(h) && (g.To == h.From || !r.class(h.From-1).Is(lexicon.WordPlan))
	}
	c := r.classes[h.Prep]
	if c.Is(lexicon.WordOn) {
		return true
	}
	switch w := r.sets[h.Prep]; {
	case w.Has(en.For):
		return g.awaits && g.To == h.Prep
	case w.Has(en.From):
		return g.Tense != TensePast && h.Prep-g.To <= 3 && !en.Is(g.Lemma, en.Be) && !r.rangeBegins(h)
	case w.HasAny(en.By, en.LastsUntil):
		return g.Tense == tenseFuture || g.Tense == tensePlanned || g.Tense == tensePresent && !w.Has(en.By)
	}
	return false
}

// rangeBegins reports whether the time after h ends a range that it begins.
func (r *clauseReader) rangeBegins(h *Hanging) bool {
	return r.is(h.To, en.RangeWord)
}

// nounBefore reports whether h has no preposition and must hang on a noun: a
// full date does not follow a verb so.
func (r *clauseReader) nounBefore(h *Hanging) bool {
	return h.From > 0 && r.words[h.From-1].Capital && r.words[h.From].Capital && !h.Time.BareWeekday() && h.Time.Grain == timeline.GrainDay && r.gaps[h.From] != GapBlank
}

// led returns the verb behind h where h leads its clause, or stands between
// its subject and its verb.
func (r *clauseReader) led(t *Account, h *Hanging) *VerbGroup {
	if h.Prep != h.From && !r.classes[h.Prep].Is(lexicon.WordOn) {
		return nil
	}
	g := t.groupFrom(h.To)
	if g == nil || g.From-h.To > verbReach || g.awaits || g.Bare && g.Tense == "" {
		return nil
	}
	if g.From == h.To && r.gaps[h.To] == GapBlank && h.Prep > 0 && h.Noun < 0 && !r.is(h.Prep-2, en.For) { // oil for delivery next month
		return g
	}
	if !r.leads(h) {
		return nil
	}
	for k := h.To; k <= g.From; k++ {
		switch {
		case r.breaks(k), r.comma(k) && k > h.To, k < g.From && r.classes[k].Is(lexicon.WordRelative|lexicon.WordOpen|lexicon.WordCondition|lexicon.WordJoin&^lexicon.WordAdverb) && !r.is(k, en.And):
			return nil
		}
	}
	return g
}

// groupFrom returns the first verb at word k or behind it.
func (t *Account) groupFrom(k int) *VerbGroup {
	for i := range t.Groups {
		if t.Groups[i].From >= k {
			return &t.Groups[i]
		}
	}
	return nil
}

// leads reports whether nothing of its clause stands before h.
func (r *clauseReader) leads(h *Hanging) bool {
	if h.Prep == 0 {
		return true
	}
	if r.breaks(h.Prep) {
		return false
	}
	return h.Prep == 1 && (r.classes[0].Is(lexicon.WordJoin|lexicon.WordAdverb)) || r.is(h.Prep-1, en.That) && !r.is(h.From, en.WeekWord)
}

// addTenses notes in the time facts, one for each of d.Times, which verbs govern
// them.
func addTenses(d *page.Page, facts []*fact.Time) {
	for _, t := range Accounts(d) {
		if t == nil {
			continue
		}
		for i := range t.Times {
			h := &t.Times[i]
			if h.Group == nil || h.Unsure || t.tenseOf(h.Group) == "" || uncounted(h.Time) || t.yearBeside(h) {
				continue
			}
			if !agrees(d, h.Time, t.tenseOf(h.Group)) {
				continue
			}
			f := facts[IndexOf(d, h.Time)]
			f.Tense, f.Verb = t.tenseOf(h.Group), groupText(d, t, h.Group)
		}
	}
}

// agrees reports whether the grammar of the sentence gives a time the tense that
// was read for it, where that tense contradicts the date of publication: by the
// verb that gives times their direction, no participle but one right beside it.
func agrees(d *page.Page, t *timeline.Time, tense string) bool {
	published := d.Published.When
	switch {
	case !published.Closed(), tense == TensePast && t.When.From < published.To, tense != TensePast && t.When.To > published.From:
		return true
	}
	v, ok := d.Verb(t.Sentence, t.Span)
	switch {
	case !ok:
		return len(d.Syntax(t.Sentence).VerbGroups()) == 0
	case v.Form != syntax.Finite && v.Form != syntax.Infinitive && !v.Close:
		return false
	case tense == TensePast:
		return v.Outlook == timeline.Back
	}
	if v.Outlook == timeline.Current && !t.Relative && t.Weekday >= 0 {
		return false // the present of captions: "lands on Monday, 4 March 2013"
	}
	return v.Outlook == timeline.Ahead || v.Outlook == timeline.Current
}

// yearBeside reports whether h is a date without its year in a sentence that
// writes a year, which may be its own: "in 2016, the feast fell on 28 March". Of
// a range only the first end with a month has a verb.
func (t *Account) yearBeside(h *Hanging) bool {
	if h.Time.Direction() != timeline.Inferred {
		return false
	}
	for i := range t.Times {
		x := &t.Times[i]
		switch {
		case x == h:
		case !x.Time.Relative, h.Time.EndsRange() && x.From < h.From && !isFigure(x.Time.Text):
			return true
		}
	}
	return isFigure(h.Time.Text)
}

// uncounted reports whether t counts from another time which the text has not
// told, as "two years later" at its beginning.
func uncounted(t *timeline.Time) bool {
	return t.Discourse && t.Anchor == timeline.AnchorPublication
}

// tenseOf returns the tense of g; past for a participle that speaks of what has
// been done, in a sentence that looks nowhere ahead: "the law passed in May".
func (t *Account) tenseOf(g *VerbGroup) string {
	if !g.Bare || !g.Passive || g.awaits || en.Is(g.Lemma, en.Hold) {
		return g.Tense
	}
	for i := range t.Groups {
		if x := &t.Groups[i]; x.Tense != TensePast && x.Tense != tensePresent && !x.Bare || x.awaits {
			return g.Tense
		}
	}
	return TensePast
}

// IndexOf returns the index of a time among d.Times.
func IndexOf(d *page.Page, t *timeline.Time) int {
	return sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= t.Span.Start })
}

// groupText returns the words of a verb group as written.
func groupText(d *page.Page, t *Account, g *VerbGroup) string {
	words := d.Parsed[t.Sentence].Words
	return text.Span{Start: words[g.From].Span.Start, End: words[g.To-1].Span.End}.In(d.Article.Flow())
}

// isFigure reports whether a time is written as a number alone.
func isFigure(s string) bool { return strings.Trim(s, "0123456789") == "" }
