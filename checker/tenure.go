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
func (d *document) addTerm(f *rules.Role, s *sentence, holder *name, t title) {
	terms := d.termsOf(f)
	if len(terms) == 0 {
		return
	}
	when, tie := d.heldWhen(s, holder, t)
	if tie == "" {
		return
	}
	term, gap, after := nearestTerm(terms, when)
	if after && !d.stands(f, s, holder, t, term, tie) {
		return
	}
	iv := termInterval(term)
	f.Office, f.Tie, f.Outside = officeName(term), tie, int64(gap)
	f.When, f.Term = interval(when, ""), interval(iv, "day")
	f.Term.Label = termLabel(term)
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

// termsOf returns the terms that a title may mean: those under the full name,
// or under the surname where the place of the office is said too.
func (d *document) termsOf(f *rules.Role) []lexicon.Term {
	holder := f.Holder
	if full := d.fullNames()[holder]; full != "" {
		holder = full
	}
	terms := lexicon.TermsOf(f.Title, holder)
	var out []lexicon.Term
	for _, t := range terms {
		if f.Of == t.Place || f.Of == "" && !t.Short {
			out = append(out, t)
		}
	}
	return out
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
func (d *document) heldWhen(s *sentence, holder *name, t title) (when timeline.Interval, tie string) {
	if d.changing(s, holder, t) {
		return when, ""
	}
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
	if len(days) > 0 && others == 0 {
		return timeline.Days(days[0], days[len(days)-1]+1), tiePublished
	}
	if others == 1 && near == 0 && far != nil && !far.Relative && d.tied(s, far.Span, holder, t) && int(far.When.LastDay()-far.When.From.Day()) <= maxTied {
		return far.When, tieDate
	}
	return when, ""
}

// tied reports whether a time and a title stand in one clause.
func (d *document) tied(s *sentence, at text.Span, holder *name, t title) bool {
	from, to := min(t.from, holder.words[0]), max(t.to, holder.words[1])
	lo, hi := wordAt(s.words, at.End), from // the time stands before
	if at.Start > s.words[to-1].Span.Start {
		lo, hi = to, wordAt(s.words, at.Start)
	}
	if hi < lo || hi-lo > tieReach {
		return false
	}
	for _, w := range s.words[lo:hi] {
		if parts(w.Text) {
			return false
		}
	}
	before := wordAt(s.words, at.Start)
	return before == 0 || !bounds(s.words[before-1].Text)
}

// parts reports whether a word begins another clause.
func parts(w string) bool {
	switch strings.ToLower(w) {
	case "who", "whose", "whom", "which", "that", "when", "while", "where", "and", "but", "because", "if", "although", "though", "before", "after", "since", "until", "than":
		return true
	}
	return false
}

// bounds reports whether a word before a time makes it an end of something.
func bounds(w string) bool {
	switch strings.ToLower(w) {
	case "since", "until", "till", "from", "to", "before", "after", "by", "through", "of", "for":
		return true
	}
	return false
}

// stands reports whether the text speaks of a holder as one who has the office:
// as the subject of a sentence that is news. Those who keep the title are called
// so for life, so their country must be named too, or the full name in the lead.
func (d *document) stands(f *rules.Role, s *sentence, holder *name, t title, term lexicon.Term, tie string) bool {
	from := min(t.from, holder.words[0])
	if s.words[holder.words[1]-1].Possessive || governed(s, from) || f.Of != "" && governed(s, max(0, from-1)) {
		return false
	}
	lead := d.isLead(s)
	if term.Kept && f.Of != term.Place {
		return tie == tiePublished && lead && holder.words[1]-holder.words[0] > 1
	}
	return tie == tieDate || lead || d.hasNews(s)
}

// isLead reports whether a sentence is the headline or the first of the body.
func (d *document) isLead(s *sentence) bool {
	if s.Zone == article.Headline {
		return true
	}
	for i := range d.sentences {
		if d.sentences[i].Zone == article.Body {
			return &d.sentences[i] == s
		}
	}
	return false
}

// hasNews reports whether a sentence has a time of the days around publication.
func (d *document) hasNews(s *sentence) bool {
	first := sort.Search(len(d.Times), func(i int) bool { return d.Times[i].Span.Start >= s.Span.Start })
	for i := first; i < len(d.Times) && d.Times[i].Span.End <= s.Span.End; i++ {
		if x := &d.Times[i]; (x.Type == timeline.DATE || x.Type == timeline.TIME) && x.When.Closed() {
			return true
		}
	}
	return false
}
