package story

import (
	"slices"
	"strings"

	"factcheck/internal/align"
	"factcheck/internal/claims"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// A lookBack is a sentence that tells of what was earlier than the news.
type lookBack struct {
	terms   []string // its content words, each once
	names   []string // its capitalised words, folded
	figures []figure
	kinds   en.Set         // of the events that it tells of
	time    *timeline.Time // that sets it off: two years ago; nil for none
	at      text.Span      // what sets it off: that time, or “the previous call”
}

// news is what a report tells as new.
type news struct {
	terms map[string]text.Span // content words of the lead, but of sentences that look back
	names map[string]text.Span // likewise the capitalised words, folded
	kinds en.Set               // of the events that the lead tells of
	told  en.Set               // of those that its first main clauses are about
	after bool                 // it tells of what comes after events
}

// eventKinds are the classes of words for kinds of events.
var eventKinds = en.SetOf(en.CallEvent, en.TalksEvent, en.VisitEvent, en.HearingEvent, en.VerdictEvent, en.RulingEvent, en.SuitEvent,
	en.MatchEvent, en.StormEvent, en.FloodEvent, en.QuakeEvent, en.FireEvent, en.BlastEvent, en.CrashEvent, en.KillingEvent,
	en.ArrestEvent, en.RescueEvent, en.StrikeEvent, en.ProtestEvent, en.VoteEvent, en.ElectionEvent, en.ResultsEvent,
	en.LaunchEvent, en.DealEvent, en.TransferEvent, en.ApprovalEvent, en.RateEvent, en.RecallEvent, en.ShowEvent, en.StepEvent, en.DeathEvent)

// kindsIn returns the kinds of events that the words of sentence i tell of.
func kindsIn(d *page.Page, i int) en.Set {
	var all en.Set
	for _, w := range d.Parsed[i].Words {
		all = all.With(en.Classes(lexicon.Lemma(strings.ToLower(w.Text))))
	}
	return all.And(&eventKinds)
}

// kindsTold returns the kinds of events that the main clauses of sentence i are about:
// by their verbs, who acts and to what it is done, and in or at what: the summit ended,
// signed at a summit. What stands behind other prepositions, or says more of a noun, may
// be of another event: the driver of the coach that crashed, hurt after a game.
func kindsTold(d *page.Page, i int) en.Set {
	var all en.Set
	for _, x := range claims.In(d, i) {
		if !x.Main || x.Relative || x.Noun {
			continue
		}
		all = all.With(en.Classes(x.Lemma))
		for k := range x.Participants {
			if p := &x.Participants[k]; p.Role != claims.Other || en.Is(p.Preposition, en.AtOncePreposition) {
				all = all.With(en.Classes(p.Lemma))
			}
		}
	}
	return all.And(&eventKinds)
}

// tellsAfter reports whether sentence i, but for relative clauses, tells of what comes
// after events: a driver is charged, and not an e-bike that was being charged.
func tellsAfter(d *page.Page, i int) bool {
	flow := d.Article.Flow()
	after := func(at text.Span) bool { return en.Is(strings.ToLower(at.In(flow)), en.Aftermath) }
	return slices.ContainsFunc(claims.In(d, i), func(x *claims.Claim) bool {
		return !x.Relative && (after(x.Trigger) || slices.ContainsFunc(x.Participants, func(p claims.Participant) bool { return after(p.Head) }))
	})
}

// takeTerms notes what a sentence tells: of what was earlier where it looks back, else
// of the news where it stands in the lead.
func (c *core) takeTerms(i int, mayLookBack bool) {
	switch at, t := c.looksBack(i); {
	case at.Len() == 0:
	case mayLookBack:
		c.past = append(c.past, c.recalled(i, c.page.Parsed[i].Span, at, t))
		return
	case t == nil: // three weeks after it was beaten 16 to 14, …
		l := c.recalled(i, c.clauseAt(i, at), at, t)
		c.past = append(c.past, lookBack{figures: l.figures, kinds: l.kinds, at: at})
	}
	if i > c.lead {
		return
	}
	for _, t := range contentOf(c.page, i) {
		note(c.news.terms, t.Key, c.page.Parsed[i].Words[t.Word].Span)
	}
	for _, w := range namesIn(c.page, i) {
		note(c.news.names, align.Fold(w.Text), w.Span)
	}
	kinds := kindsIn(c.page, i)
	c.news.kinds = c.news.kinds.With(&kinds)
	c.news.after = c.news.after || tellsAfter(c.page, i)
}

// note keeps the first place of a word.
func note(at map[string]text.Span, word string, span text.Span) {
	if _, ok := at[word]; !ok {
		at[word] = span
	}
}

// clauseAt returns the part of a sentence from a place up to the next comma.
func (c *core) clauseAt(i int, at text.Span) text.Span {
	part := text.Span{Start: at.Start, End: c.page.Parsed[i].Span.End}
	if n := strings.IndexByte(part.In(c.page.Article.Flow()), ','); n >= 0 {
		part.End = at.Start + n
	}
	return part
}

// recalled reads the part of sentence i that looks back.
func (c *core) recalled(i int, part, at text.Span, t *timeline.Time) lookBack {
	l := lookBack{kinds: kindsIn(c.page, i), time: t, at: at}
	for _, t := range contentOf(c.page, i) {
		if w := c.page.Parsed[i].Words[t.Word].Text; !en.Is(strings.ToLower(w), en.Bygone) && len(l.terms) < maxTerms && !slices.Contains(l.terms, t.Key) {
			l.terms = append(l.terms, t.Key)
		}
	}
	for _, w := range namesIn(c.page, i) {
		l.names = append(l.names, align.Fold(w.Text))
	}
	for k := range c.figures {
		if f := &c.figures[k]; part.Contains(f.at) {
			f.past = true
			l.figures = append(l.figures, *f)
		}
	}
	return l
}

// namesIn returns the capitalised words of a sentence that are of names.
func namesIn(d *page.Page, i int) []text.Word {
	var out []text.Word
	if page.TitleCase(&d.Parsed[i]) {
		return nil
	}
	for k, w := range d.Parsed[i].Words {
		if w.Capital && !lexicon.NotName(w.Text) && !lexicon.FunctionWord(strings.ToLower(w.Text)) && !inAnyTime(d, i, w.Span) && (k > 0 || page.NameWord(d, w.Text)) {
			out = append(out, w)
		}
	}
	return out
}

// remoteDays is how many days before publication what is told is no part of the news.
const remoteDays = 20

// looksBack returns what sets what a sentence tells off from the news, and the time
// among it: a time long before publication, or where that is not known one that its
// words count back; a length of time since something; “the previous call”.
func (c *core) looksBack(i int) (text.Span, *timeline.Time) {
	if t := c.remoteTime(i); t != nil {
		return t.Span, t
	}
	words := c.page.Parsed[i].Words
	for _, t := range c.page.TimesIn[i] {
		if t.Type == timeline.DURATION && inWeeks(t.Value) && sinceThen(words, t.Span) {
			return t.Span, nil
		}
	}
	for k := 0; k+1 < len(words); k++ {
		if words[k+1].Joined && en.Is(strings.ToLower(words[k].Text), en.Bygone) && tellsEvent(words[k+1].Text) {
			return page.SpanOf(words, k, k+2), nil
		}
		if at := c.formerly(i, k); at.Len() > 0 {
			return at, nil
		}
	}
	return text.Span{}, nil
}

// formerly returns what word k sets off from the news, empty if it sets nothing off: a
// season that is over, in a report without a day (in the spring, in winter), or what had
// happened before, which is no other thing's before (had been recalled before because of
// its brakes).
func (c *core) formerly(i, k int) text.Span {
	words := c.page.Parsed[i].Words
	switch lower := strings.ToLower(words[k].Text); {
	case en.Is(lower, en.Season) && !c.published.Known():
		from := k - 1
		if from > 0 && en.Is(strings.ToLower(words[from].Text), en.Article) {
			from--
		}
		if from >= 0 && en.Is(strings.ToLower(words[from].Text), en.In) && c.inPast(i, false) {
			return page.SpanOf(words, from, k+1)
		}
	case en.Is(lower, en.Formerly) && (k+1 == len(words) || !words[k+1].Joined || c.preposition(i, k+1)) && c.inPast(i, true):
		return words[k].Span
	}
	return text.Span{}
}

// preposition reports whether word k of sentence i is a preposition.
func (c *core) preposition(i, k int) bool {
	return en.Classes(strings.ToLower(c.page.Parsed[i].Words[k].Text)).HasAny(en.NounPreposition, en.ClauseWord)
}

// hadHappened reports whether a main clause of sentence i tells what had happened before
// something else.
func (c *core) hadHappened(i int) bool {
	s := c.page.Syntax(i)
	return slices.ContainsFunc(claims.In(c.page, i), func(x *claims.Claim) bool {
		if !x.Main || x.Noun || x.Source != nil {
			return false
		}
		g, ok := s.VerbGroupAt(x.Trigger.Start)
		return ok && g.Tense == syntax.Past && g.Perfect
	})
}

// inPast reports whether a claim of sentence i tells what happened, or only what had
// happened before something else.
func (c *core) inPast(i int, before bool) bool {
	s := c.page.Syntax(i)
	return slices.ContainsFunc(claims.In(c.page, i), func(x *claims.Claim) bool {
		if x.Noun || x.Class == claims.State || !x.Past || x.Source != nil {
			return false
		}
		g, ok := s.VerbGroupAt(x.Trigger.Start)
		return !before || ok && g.Tense == syntax.Past && (g.Perfect || g.Modality == syntax.Must)
	})
}

// tellsEvent reports whether a word names an event, or stands for one.
func tellsEvent(word string) bool {
	c := *en.Classes(lexicon.Lemma(strings.ToLower(word)))
	return c.Meets(&eventKinds) || c.HasAny(en.Sequel, en.One)
}

// inWeeks reports whether a length of time is given in weeks, months or years and is
// more than one week, within which reports still go on with an event: P3W.
func inWeeks(value string) bool {
	return strings.HasPrefix(value, "P") && !strings.HasPrefix(value, "PT") && strings.ContainsAny(value[len(value)-1:], "WMY") && value != "P1W"
}

// sinceThen reports whether a length of time is told since something, or counts back:
// three weeks after it was beaten, the rally a month before.
func sinceThen(words []text.Word, at text.Span) bool {
	k := page.WordAt(words, at.End)
	if k == len(words) {
		return false
	}
	c := en.Classes(strings.ToLower(words[k].Text))
	return c.HasAny(en.LaterThan, en.Back)
}

func (c *core) remoteTime(i int) *timeline.Time {
	if !c.published.Known() {
		for _, t := range c.page.TimesIn[i] {
			if t.Type == timeline.DATE && t.When.Empty() && t.Grain >= timeline.GrainWeek && !oneWeek(t) && !c.compared(i, t) && (countedBack(t.Text) || c.happened(i, t)) {
				return t
			}
		}
		return nil
	}
	for _, x := range claims.In(c.page, i) {
		if t := x.Time; t != nil && x.Class == claims.Event && x.Bound == "" && x.Modality == claims.Actual && t.Problem == "" &&
			t.When.Closed() && t.When.LastDay() < c.published.From.Day()-remoteDays {
			return t
		}
	}
	return nil
}

// compared reports whether a time of sentence i only says with what the news is
// compared: 16 percent more than last year.
func (c *core) compared(i int, t *timeline.Time) bool {
	words := c.page.Parsed[i].Words
	k := page.WordAt(words, t.Span.Start)
	return k > 0 && en.Is(strings.ToLower(words[k-1].Text), en.Than)
}

// oneWeek reports whether a time is not further off than the last week.
func oneWeek(t *timeline.Time) bool {
	first, _, _ := strings.Cut(strings.ToLower(t.Text), " ")
	c := en.Classes(first)
	return t.Grain == timeline.GrainWeek && c.HasAny(en.Bygone, en.Article)
}

// happened reports whether a claim of the sentence tells in a past tense what happened
// at a time that is not counted from today: in the spring.
func (c *core) happened(i int, t *timeline.Time) bool {
	return t.Grain != timeline.GrainYear && slices.ContainsFunc(claims.In(c.page, i), func(x *claims.Claim) bool {
		return x.Time == t && x.Class != claims.State && x.Bound == "" && x.Modality == claims.Actual && x.Past && !x.Noun
	})
}

// countedBack reports whether a time is counted back by its words: two years ago, last
// winter, earlier in the year.
func countedBack(words string) bool {
	lower := strings.Fields(strings.ToLower(words))
	return en.Is(lower[len(lower)-1], en.Back) || en.Is(lower[0], en.Bygone)
}

// maxTerms is how many content words of a sentence that looks back are looked at: one
// may be of any length.
const maxTerms = 64

const (
	minRecalled     = 3 // words, names and figures of the other's news that a sentence that looks back must have, which its own news has not
	minRecalledKind = 2 // of them where all three tell of one kind of event
	tellingWeight   = 2 // what a figure counts that two events rarely have in common
)

// tellsEarlier returns where s tells the news of o as a thing of the past, and what of
// that news it tells.
func (s *sheet) tellsEarlier(o *sheet) (here, there text.Span) {
	if s.comesAfter(o) {
		return here, there
	}
	for i := range s.past {
		p := &s.past[i]
		if p.time != nil && !o.mayBe(p.time) {
			continue
		}
		n, at := s.recalls(p, o)
		of := p.kinds.And(&o.news.kinds)
		if (n >= minRecalled || n >= minRecalledKind && of.Meets(&s.news.kinds)) && !p.isTold(o.past) {
			return p.at, at
		}
	}
	return text.Span{}, text.Span{}
}

// comesAfter reports whether s tells what comes after events, and none of a kind that o
// tells as its news.
func (s *sheet) comesAfter(o *sheet) bool {
	return s.news.after && !o.news.after && !s.news.told.Meets(&o.news.told)
}

// isTold reports whether one of the sentences looks back on the same.
func (p *lookBack) isTold(list []lookBack) bool {
	return slices.ContainsFunc(list, func(q lookBack) bool {
		n := 0
		for _, t := range p.terms {
			if slices.Contains(q.terms, t) {
				n++
			}
		}
		return n >= minRecalledKind
	})
}

// recalls counts what a sentence of s that looks back has of the news of o and the own
// news of s has not, and returns a place of it there.
func (s *sheet) recalls(p *lookBack, o *sheet) (n int, at text.Span) {
	for k := range p.figures {
		f := &p.figures[k]
		switch g := o.recent(f); {
		case g == nil && f.result() && o.core.result() != nil:
			return 0, at // another vote, another game
		case g != nil && g.telling:
			n, at = n+tellingWeight, g.at
		case g != nil:
			n, at = n+1, g.at
		}
	}
	for _, t := range p.terms { // what stands first in the text is quoted
		if w, ok := o.news.terms[t]; ok && s.news.terms[t].Len() == 0 {
			n, at = n+1, first(at, w)
		}
	}
	for _, t := range p.names {
		if w, ok := o.news.names[t]; ok && s.news.names[t].Len() == 0 {
			n, at = n+1, first(at, w)
		}
	}
	return n, at
}

// first returns the span that stands first; an empty one stands nowhere.
func first(a, b text.Span) text.Span {
	if a.Len() == 0 || b.Len() > 0 && b.Start < a.Start {
		return b
	}
	return a
}

// mayBe reports whether what is told of a time may be the news of the report.
func (c *core) mayBe(t *timeline.Time) bool {
	return !c.published.Known() || !t.When.Closed() || t.When.Gap(c.published) <= freshDays
}

// recent returns the figure of the news that may be f, nil for none.
func (c *core) recent(f *figure) *figure {
	for i := range c.figures {
		if g := &c.figures[i]; g.lead && !g.past && f.meets(g) && (f.noun == g.noun || f.telling) {
			return g
		}
	}
	return nil
}
