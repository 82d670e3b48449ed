package roles

import (
	"sort"
	"strings"

	"factcheck/internal/article"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Where the time comes from at which a title is given.
const (
	tiePublished = "publication"
	tieDate      = "date"
)

// nearPublished is within how many days of publication a time is news.
const nearPublished = 14

// maxTied is how many days a time has at most that says when an office was held:
// a year.
const maxTied = 366

// tieReach is within how many words of a title its time stands.
const tieReach = 10

// addTerm says how far the time at which a title is given lies from the holder's
// term, where the list of office-holders knows the holder.
func addTerm(d *page.Page, f *fact.Role, s *page.Sentence, holder *page.Name, t title) {
	terms := termsOf(d, f, s, t)
	if len(terms) == 0 || f.Of == "" && ofSomething(s.Words, t.to) {
		return
	}
	when, tie := heldWhen(d, s, holder, t)
	if tie == "" {
		return
	}
	term, gap, after := nearestTerm(terms, when)
	if after && !stands(d, f, s, holder, t, term, tie) {
		return
	}
	iv := termInterval(term)
	f.Office, f.Tie, f.Outside = officeName(term), tie, int64(gap)
	f.When, f.Term = page.Interval(when, ""), page.Interval(iv, "day")
	f.Term.Label = termLabel(term)
	f.Former = f.Former && !(tie == tieDate && then(s.Words, t.from))
}

// ofSomething reports whether a title that ends before word k is that of a body
// which the reading of names does not know: president of the college.
func ofSomething(words []text.Word, k int) bool {
	return page.IsWord(words, k, en.Of, en.For) && words[k].Joined
}

// officeName writes title and place: president of the United States.
func officeName(t lexicon.Term) string {
	switch t.Place {
	case "Vatican City":
		return t.Title
	case "United States", "United Kingdom", "Soviet Union", "United Nations", "European Commission", "Federal Reserve":
		return t.Title + " of the " + t.Place
	}
	return t.Title + " of " + t.Place
}

// termLabel writes the first day of a term, and the day on which it was over.
func termLabel(t lexicon.Term) string {
	iv := termInterval(t)
	if iv.To.Open() {
		return "from " + iv.From.Day().Short()
	}
	return "from " + iv.From.Day().Short() + " to " + iv.To.Day().Short()
}

// termsOf returns the terms that a title may mean: those under the full name, or
// under the surname where the place of the office is said too or title and
// surname mean nobody else.
func termsOf(d *page.Page, f *fact.Role, s *page.Sentence, t title) []lexicon.Term {
	full, told := d.FullNames()[f.Holder]
	holder := f.Holder
	if full != "" {
		holder = full
	}
	terms := lexicon.TermsOf(f.Title, holder)
	lone := !told && !t.predicate && alone(s, t)
	var out []lexicon.Term
	for _, x := range terms {
		if f.Of == x.Place || f.Of == "" && (!x.Short || x.Alone && lone) {
			out = append(out, x)
		}
	}
	return out
}

// alone reports whether a title is written with capitals and belongs to no body
// that capitals before it name: not Harbour Bank President.
func alone(s *page.Sentence, t title) bool {
	if !s.Words[t.from].Capital || page.TitleCase(s) {
		return false
	}
	if t.from == 0 || !s.Words[t.from].Joined {
		return true
	}
	before := s.Words[t.from-1]
	return !before.Possessive && (!before.Capital || t.from == 1 && lexicon.NotName(before.Text))
}

func termInterval(t lexicon.Term) timeline.Interval {
	from, err := timeline.ParseDay(t.Since)
	if err != nil {
		return timeline.Interval{From: timeline.Past, To: timeline.Future}
	}
	iv := timeline.Interval{From: from.Start(), To: timeline.Future}
	if until, err := timeline.ParseDay(t.Until); err == nil {
		iv.To = until.Start()
	}
	return iv
}

// nearestTerm returns the term nearest to a time, how many days lie between, and
// whether the time is after it.
func nearestTerm(terms []lexicon.Term, when timeline.Interval) (best lexicon.Term, gap int, after bool) {
	gap = -1
	for _, t := range terms {
		iv := termInterval(t)
		days, late := 0, false
		switch {
		case when.To <= iv.From:
			days = int(iv.From.Day() - when.LastDay())
		case iv.To <= when.From:
			days, late = int(when.From.Day()-iv.To.Day()), true
		}
		if gap < 0 || days < gap {
			best, gap, after = t, days, late
		}
	}
	return best, gap, after
}

// heldWhen returns the time at which a sentence gives a title: a time that it
// ties to it, else that of publication; tie is empty if the sentence leaves it
// open.
func heldWhen(d *page.Page, s *page.Sentence, holder *page.Name, t title) (when timeline.Interval, tie string) {
	past := t.from > 0 && passing(s.Words, t.from) && !page.IsWord(s.Words, t.from-1, en.When) && !cleft(s.Words, t.from)
	if leaving(d, s, holder, t) || past && !t.predicate {
		return when, ""
	}
	dated := t.predicate && !page.IsWord(s.Words, min(holder.Words[1], len(s.Words)-1), en.IsForm) || then(s.Words, t.from)
	var far *timeline.Time
	near, others := 0, 0
	days := d.Published.Days()
	first := sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= s.Span.Start })
	for i := first; i < len(d.Times) && d.Times[i].Span.End <= s.Span.End; i++ {
		x := &d.Times[i]
		switch {
		case x.Type != timeline.DATE && x.Type != timeline.TIME:
			others++
		case !x.When.Closed():
		case len(days) > 0 && x.When.From.Day() >= days[0]-nearPublished && x.When.LastDay() <= days[len(days)-1]+nearPublished:
			near++
		default:
			far = x
			others++
		}
	}
	if len(days) > 0 && others == 0 && !dated {
		return timeline.Days(days[0], days[len(days)-1]+1), tiePublished
	}
	if others == 1 && near == 0 && far != nil && !far.Relative && tied(d, s, far.Span, holder, t) && int(far.When.LastDay()-far.When.From.Day()) <= maxTied && !recalls(s) {
		return far.When, tieDate
	}
	return when, ""
}

// tied reports whether a time and a title stand in one clause.
func tied(d *page.Page, s *page.Sentence, at text.Span, holder *page.Name, t title) bool {
	from, to := min(t.from, holder.Words[0]), max(t.to, holder.Words[1])
	lo, hi := page.WordAt(s.Words, at.End), from // the time stands before
	if at.Start > s.Words[to-1].Span.Start {
		lo, hi = to, page.WordAt(s.Words, at.Start)
	}
	if hi < lo || hi-lo > tieReach {
		return false
	}
	if lo < hi && t.predicate && parts(s.Words[lo].Text) {
		lo++ // in 1989, when Roe was president
	}
	if 0 < hi-lo && hi-lo <= 2 && page.IsWord(s.Words, lo, en.Who) && cleft(s.Words, from) {
		return true
	}
	for k, w := range s.Words[lo:hi] {
		who := t.predicate && lo+k == holder.Words[1] // Roe, who was president
		if parts(w.Text) && !who {
			return false
		}
	}
	before := page.WordAt(s.Words, at.Start)
	return before == 0 || !bounds(s.Words[before-1].Text) || recorded(d, s, before)
}

// cleft reports whether "it was" stands before word k.
func cleft(words []text.Word, k int) bool {
	return page.IsWord(words, k-1, en.Was) && page.IsWord(words, k-2, en.It)
}

// recorded reports whether the time at word k is that of an act of office: a speech
// of May 2, a letter from 1985; or what had come by then opens the sentence.
func recorded(d *page.Page, s *page.Sentence, k int) bool {
	if k == 1 {
		return page.IsWord(s.Words, 0, en.By)
	}
	return page.IsWord(s.Words, k-1, en.Of, en.From) && (lexicon.OfficeWordOf(strings.ToLower(s.Words[k-2].Text)) == lexicon.OfficeRecord || page.IsWord(s.Words, k-2, en.DateVerb))
}

// recalls reports whether a sentence tells of birth, a campaign, death or
// remembrance, where people have titles of other times.
func recalls(s *page.Sentence) bool {
	for i := range s.Words {
		if lexicon.OfficeWordOf(strings.ToLower(s.Words[i].Text)) == lexicon.OfficeLife {
			return true
		}
	}
	return false
}

// parts reports whether a word begins another clause.
func parts(w string) bool {
	return en.Classes(strings.ToLower(w)).HasAny(en.ClauseWord, en.ClausePreposition, en.And, en.Than)
}

// bounds reports whether a word before a time makes it an end of something.
func bounds(w string) bool { return en.Is(strings.ToLower(w), en.BoundsTime) }

// stands reports whether the text speaks of a holder as one who has the office:
// as one who acts at the time it gives, or as the subject of a sentence that is
// news. Those who keep the title are called so for life, so without such a time
// their country must be named too, or the full name in the lead.
func stands(d *page.Page, f *fact.Role, s *page.Sentence, holder *page.Name, t title, term lexicon.Term, tie string) bool {
	if t.predicate {
		return true
	}
	if tie == tieDate {
		return actsThen(s, page.WordAt(s.Words, f.At.Span.Start), page.WordAt(s.Words, f.At.Span.End), t.from > holder.Words[0])
	}
	from := min(t.from, holder.Words[0])
	if s.Words[holder.Words[1]-1].Possessive || page.Governed(s, from) || f.Of != "" && page.Governed(s, max(0, from-1)) {
		return false
	}
	lead := isLead(d, s)
	if term.Kept && f.Of != term.Place {
		return lead && holder.Words[1]-holder.Words[0] > 1
	}
	return lead || hasNews(d, s)
}

// actsThen reports whether title and name, words [from, to), are the subject of a
// verb, one by or with whom something is done, or the owner of an act of office.
// In an apposition the title stands behind the name, and words of its own behind it.
func actsThen(s *page.Sentence, from, to int, apposition bool) bool {
	words := s.Words
	if words[to-1].Possessive {
		return ownsAct(words, to)
	}
	if from > 0 && words[from].Joined && page.IsWord(words, from-1, en.The) {
		from--
	}
	if from > 0 && words[from].Joined {
		switch lexicon.OfficeWordOf(strings.ToLower(words[from-1].Text)) {
		case lexicon.OfficeWith, lexicon.OfficeMeet:
			return true
		}
		if page.IsWord(words, from-1, en.Of) {
			return from > 1 && isAct(words[from-2].Text)
		}
		if page.Governed(s, from) {
			return false
		}
	}
	for k := to; k < min(len(words), to+subjectReach); k++ {
		if (k == to || !words[k].Joined) && finiteVerb(words[k].Text) {
			return true
		}
		if k == to && words[k].Joined && !apposition {
			return page.IsWord(words, k, en.Who) && cleft(words, from)
		}
	}
	return false
}

// subjectReach is within how many words of a name its verb stands, behind an
// apposition or a time.
const subjectReach = 10

// ownsAct reports whether an act of office stands right behind its owner: visit,
// 1985 visit, second government.
func ownsAct(words []text.Word, k int) bool {
	for i := k; i < min(len(words), k+3) && words[i].Joined; i++ {
		if isAct(words[i].Text) {
			return true
		}
	}
	return false
}

func isAct(w string) bool {
	use := lexicon.OfficeWordOf(strings.ToLower(w))
	return use == lexicon.OfficeAct || use == lexicon.OfficeRecord
}

// finiteVerb reports whether a word looks like a verb that has a subject: went,
// signed, has.
func finiteVerb(w string) bool {
	c := en.Classes(w)
	return c.Has(en.Auxiliary) || 'a' <= w[0] && w[0] <= 'z' && !c.Has(en.IngEnding) && (c.Has(en.EdEnding) || lexicon.Lemma(w) != w)
}

// isLead reports whether a sentence is the headline or the first of the body.
func isLead(d *page.Page, s *page.Sentence) bool {
	if s.Zone == article.Headline {
		return true
	}
	for i := range d.Parsed {
		if d.Parsed[i].Zone == article.Body {
			return &d.Parsed[i] == s
		}
	}
	return false
}

// hasNews reports whether a sentence has a time of the days around publication.
func hasNews(d *page.Page, s *page.Sentence) bool {
	first := sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= s.Span.Start })
	for i := first; i < len(d.Times) && d.Times[i].Span.End <= s.Span.End; i++ {
		if x := &d.Times[i]; (x.Type == timeline.DATE || x.Type == timeline.TIME) && x.When.Closed() {
			return true
		}
	}
	return false
}
