package timeline

import (
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
)

// A time may count from an event: "three days after the vote", "the night before
// the trial", "the fourth day of the strike". Where the text gives the event one day,
// the time follows from it; where it gives none, or two, it stays open.

// An eventBase is what a reading counts from when that is an event.
type eventBase struct {
	noun string // in lower case
	at   int    // byte offset of the noun
	n    int    // how many units from it; for the nth day of it, n-1
	unit Grain
	nth  bool // within the event, from its beginning
}

// eventWords is how many words at most stand between "after" and the noun of an
// event, its article among them: "after the bitter second round of voting" is over it.
const eventWords = 5

// eventAt reads the event whose noun group begins at token k, "the vote", "Monday's
// election", and returns its noun. A noun that another follows is part of a longer
// name.
func (s *scanner) eventAt(k int) (noun string, at int, ok bool) {
	if k >= len(s.toks) || !s.definite(k) {
		return "", 0, false
	}
	for end := min(len(s.toks), k+eventWords+1); k < end; k++ {
		t := &s.toks[k]
		if t.breaks > 1 || t.kind == tokPunct && t.b != '\'' && t.b != '-' && t.b != '.' || t.is(cPreposition|cClause|cPastVerb) {
			return "", 0, false
		}
		word := lowerASCII(s.src[t.start:t.end])
		if t.kind == tokWord && isEvent(word) && !s.hyphened(k) && (s.ends(k+1) || s.calm(k+1) || s.verbLike(k+1)) {
			return word, int(t.start), true
		}
	}
	return "", 0, false
}

// definite reports whether a noun group that begins at token k speaks of one event
// that the text knows: with "the", a possessive, a demonstrative or a name.
func (s *scanner) definite(k int) bool {
	t := &s.toks[k]
	if t.kind != tokWord && t.kind != tokNumber {
		return false
	}
	word := lowerASCII(s.src[t.start:t.end])
	return t.isVal(cArticle, theArticle) || t.is(cOwner|cWeekday|cMonth|cPointer) || t.capital || t.kind == tokNumber || en.Classes(word).HasAny(en.Possessive, en.Demonstrative)
}

// verbLike reports whether token k is a finite form after a noun group.
func (s *scanner) verbLike(k int) bool {
	return s.toks[k].is(cToBe|cPastVerb|cFutureCue|cSayCue) || s.isPast(k)
}

// isEvent reports whether a noun in lower case names what happens.
func isEvent(word string) bool {
	if _, plural, ok := lexicon.HappeningNoun(word); ok {
		return !plural
	}
	return en.Is(word, en.EventNoun)
}

// countsFromEvent notes that r, n units of a length that ends before token k, counts
// from an event: "after the vote".
func (s *scanner) countsFromEvent(r *Reading, k, n int, unit Grain) {
	if k+1 >= len(s.toks) || unit < GrainDay || unit > GrainYear || unit == GrainQuarter {
		return
	}
	switch {
	case s.wordIs(k, "before"):
		n = -n
	case !s.wordIs(k, "after") && !s.wordIs(k, "following"):
		return
	}
	if noun, at, ok := s.eventAt(k + 1); ok {
		r.event = &eventBase{noun: noun, at: at, n: n, unit: unit}
	}
}

// besideEvent reads "the day before", "the week after" with an event behind it; the
// unit is token k.
func (s *scanner) besideEvent(k int, r Reading, unit Grain) (int, Reading, bool) {
	if s.toks[k].plural() {
		return 0, r, false // in the days before
	}
	s.countsFromEvent(&r, k+1, 1, unit)
	r.unit, r.Grain, r.Discourse = unit, unit, true
	return k + 1, r, r.event != nil
}

// eveOf reads "the eve of" an event at i.
func (s *scanner) eveOf(i int) (int, Reading, bool) {
	r := newReading(DATE, opOffset, GrainDay)
	k := s.skipThe(i)
	if !s.isVal(k, cOutlook, eve) || !s.is2(k+1, cOf) {
		return 0, r, false
	}
	noun, at, ok := s.eventAt(k + 2)
	r.Relative, r.Discourse, r.unit = true, true, GrainDay
	r.event = &eventBase{noun: noun, at: at, n: -1, unit: GrainDay}
	return k + 1, r, ok
}

// eve is the value of "eve" in class outlook.
const eve = 2

// dayOfEvent reads "the fourth day of" an event, where the ordinal n stands before
// the word day at token k.
func (s *scanner) dayOfEvent(k, n int) (int, Reading, bool) {
	r := newReading(DATE, opOffset, GrainDay)
	if n < 1 || !s.is2(k+1, cOf) {
		return 0, r, false
	}
	noun, at, ok := s.eventAt(k + 2)
	r.Relative, r.Discourse, r.unit = true, true, GrainDay
	r.event = &eventBase{noun: noun, at: at, n: n - 1, unit: GrainDay, nth: true}
	return k + 1, r, ok
}

// FromEvent reports whether r counts from an event, or names again the day of one
// that does: both of "three days after the vote, on 14 March".
func (r *Reading) FromEvent() bool { return r.event != nil || r.besideEvent }

// fromEvent resolves t, the time after the last of d.Times, from the day that the
// text gives the event it counts from. It reports whether there is such a day.
func (d *Document) fromEvent(t *Time) bool {
	if t.event == nil || !story(t.Zone) {
		return false
	}
	base, ok := d.dayBehind(t)
	if !ok {
		base, ok = d.dayToldOf(t.event)
	}
	if !ok {
		return false
	}
	day, _ := base.dayNamed()
	if !d.mayLie(t, day) {
		return false
	}
	t.Anchor, t.AnchorAt, t.Previous, t.Sure = AnchorPrevious, OneDay(day), base.Text, base.Sure
	t.AnchorSpan = base.Span
	t.Relative, t.Discourse, t.value, t.asks = true, true, "", false
	t.n, t.unit = t.event.n, t.event.unit
	if t.Type != TIME {
		t.op, t.Type, t.Grain = opOffset, DATE, t.unit
	}
	t.When, t.Value = t.on(day, d.opt)
	return true
}

// mayLie reports whether t can be what it counts from an event on day: not to come,
// where nothing in its clause speaks of what is.
func (d *Document) mayLie(t *Time, day Day) bool {
	if len(d.Published.days) == 0 || day > d.Published.days[0] || t.event.n <= 0 {
		return true
	}
	if day+Day(t.event.n*unitDays[t.event.unit]) <= d.Published.days[len(d.Published.days)-1] {
		return true
	}
	v, ok := d.Verb(t.Sentence, t.Span)
	return ok && (v.Outlook == Ahead || v.Outlook == Current)
}

// dayBehind returns the day that stands with the event behind t in its own noun
// group: "Sunday's election", "the vote on 4 May", "the election of 6 May 2017".
func (d *Document) dayBehind(t *Time) (base Time, ok bool) {
	i := len(d.Times)
	for k := i + 1; k < len(d.readings) && k <= i+2 && d.readings[k].sentence == t.Sentence && t.Sentence >= 0; k++ {
		p := &d.readings[k]
		if p.LoneClock() || p.Discourse || p.EndsRange() || !d.besideNoun(t.Sentence, p.Span.Start, p.Span.End, t.event) {
			continue
		}
		x := d.timeOfReading(k)
		d.resolveOne(&x, discourse{previous: -1, quarter: -1, day: -1})
		_, ok := x.dayNamed()
		return x, ok
	}
	return base, false
}

// besideNoun reports whether the passage [start, end) of sentence i stands right
// before the noun of e, or behind it with a preposition between.
func (d *Document) besideNoun(i, start, end int, e *eventBase) bool {
	src := d.Article.Flow()
	if start >= e.at+len(e.noun) {
		gap := strings.Fields(src[e.at+len(e.noun) : start])
		return len(gap) == 1 && en.Is(gap[0], en.DayPreposition)
	}
	return end <= e.at && len(strings.Fields(src[end:e.at])) <= 3 && !strings.ContainsAny(src[end:e.at], ",;:.()")
}

// eventTimes is how many earlier times are asked for the day of an event, so that a
// long document of such times is not read again for each.
const eventTimes = 40

// dayToldOf returns the time that dates the event e in the text before it, if all
// that do agree on the day.
func (d *Document) dayToldOf(e *eventBase) (base Time, ok bool) {
	for k := len(d.Times) - 1; k >= 0 && k >= len(d.Times)-eventTimes; k-- {
		x := &d.Times[k]
		day, named := x.dayNamed()
		if !named || x.event != nil || x.LoneClock() || x.aside || !story(x.Zone) || !d.datesEvent(x, e) {
			continue
		}
		if ok && base.When.From.Day() != day {
			return base, false // two votes, or two dates for one
		}
		base, ok = *x, true
	}
	return base, ok
}

// datesEvent reports whether x tells when the event e was: it stands with its noun,
// with the verb of the same meaning, or with a verb that says of the noun that it
// happens.
func (d *Document) datesEvent(x *Time, e *eventBase) bool {
	if x.Sentence < 0 || d.Sentences[x.Sentence].Span.Len() > longestSentence {
		return false
	}
	s := d.Syntax(x.Sentence)
	first, end := s.Range(x.Span)
	if nounBefore(s, first, e.noun) || nounAfter(s, end, e.noun) {
		return true
	}
	v, ok := d.Verb(x.Sentence, x.Span)
	if !ok || v.Negated || v.Outlook == Open && v.Form != syntax.Finite {
		return false
	}
	if h, _, ok := lexicon.HappeningNoun(e.noun); ok && !h.Noun && h.Lemma == v.Lemma {
		return true
	}
	verb := en.Classes(v.Lemma)
	switch {
	case verb.Has(en.AspectVerb):
		return e.begins(v.Lemma) && subjectIs(s, &v, e.noun)
	case verb.Has(en.HappenVerb), v.Passive && verb.HasAny(en.LightVerb, en.PlayVerb):
		return subjectIs(s, &v, e.noun)
	case verb.Has(en.LightVerb):
		return objectIs(s, &v, e.noun)
	}
	return false
}

// begins reports whether the end of an event that the verb tells is the one that e
// counts from: its beginning for what is before it or within, its close for what is
// after.
func (e *eventBase) begins(verb string) bool {
	opens := en.Is(verb, en.BeginVerb)
	if e.n < 0 || e.nth {
		return opens
	}
	return !opens && en.Is(verb, en.EndVerb)
}

// nounBefore reports whether the noun stands before a preposition that ends before
// token k: "the blast on".
func nounBefore(s *syntax.Sentence, k int, noun string) bool {
	tags := s.Tags()
	for k > 0 && tags[k-1] == tag.DT {
		k--
	}
	return k > 1 && tags[k-1] == tag.IN && en.Is(lowerASCII(s.Text(k-1)), en.DayPreposition) && sameNoun(s, k-2, noun)
}

// nounAfter reports whether the time that ends before token k qualifies the noun:
// "Monday's snap vote", "the 6 May election".
func nounAfter(s *syntax.Sentence, k int, noun string) bool {
	tags := s.Tags()
	for end := min(len(tags), k+4); k < end && (tags[k] == tag.POS || tags[k] == tag.JJ || tag.Nouns.Has(tags[k])); k++ {
		if sameNoun(s, k, noun) {
			return true
		}
	}
	return false
}

// subjectReach is how many tokens before its verb the noun of a subject stands.
const subjectReach = 12

// subjectIs reports whether the noun stands before the verb group v with no other
// verb between: "The vote in the lower house was held".
func subjectIs(s *syntax.Sentence, v *Verb, noun string) bool {
	for k := v.First - 1; k >= 0 && k > v.First-subjectReach; k-- {
		if sameNoun(s, k, noun) {
			return true
		}
		if tag.Verbs.Has(s.Tags()[k]) && s.Tags()[k] != tag.VBN && s.Tags()[k] != tag.VBG {
			return false
		}
	}
	return false
}

// objectIs reports whether the noun is the object right behind the verb group v:
// "held the vote".
func objectIs(s *syntax.Sentence, v *Verb, noun string) bool {
	tags := s.Tags()
	for k := v.End; k < len(tags) && k < v.End+eventWords && tags[k] != tag.IN && tags[k] != tag.Comma; k++ {
		if sameNoun(s, k, noun) {
			return true
		}
	}
	return false
}

func sameNoun(s *syntax.Sentence, k int, noun string) bool {
	return tag.Nouns.Has(s.Tags()[k]) && lowerASCII(s.Text(k)) == noun
}

// Contradictions returns the sets of three statements that cannot all be true: the
// day of an event, how long before or after it something was, and another day beside
// that: "the vote on Monday, 11 March", "on 15 March, three days after the vote".
// Only lengths in days are held against a day. The document must be loaded.
func (d *Document) Contradictions() [][]Clue {
	var out [][]Clue
	for i := range d.Times {
		t := &d.Times[i]
		if t.event == nil || t.Anchor != AnchorPrevious || t.unit != GrainDay || t.Mod != "" {
			continue
		}
		for _, k := range [...]int{i - 1, i + 1} {
			if k >= 0 && k < len(d.Times) && d.restatesDay(t, &d.Times[k]) && !d.Times[k].When.Overlaps(t.When) {
				out = append(out, d.contradiction(t, &d.Times[k]))
			}
		}
	}
	return out
}

// restatesDay reports whether o names the day of t again, beside it and parted by a
// comma: "on 15 March, three days after the vote", "three days after the vote, on
// Friday".
func (d *Document) restatesDay(t, o *Time) bool {
	if _, ok := o.dayNamed(); !ok || o.event != nil || o.Sentence != t.Sentence || o.Span == t.AnchorSpan || t.clock >= 0 || o.Joins != 0 {
		return false
	}
	src := d.Article.Flow()
	if o.Span.End <= t.Span.Start {
		return strings.TrimSpace(src[o.Span.End:t.Span.Start]) == ","
	}
	from := t.event.at + len(t.event.noun)
	if from > o.Span.Start {
		return false
	}
	gap := strings.Fields(src[from:o.Span.Start])
	return len(gap) > 0 && gap[0] == "," && (len(gap) == 1 || len(gap) == 2 && en.Is(gap[1], en.DayPreposition))
}

func (d *Document) contradiction(t, o *Time) []Clue {
	words := d.Article.Flow()[t.Span.Start : t.event.at+len(t.event.noun)]
	return []Clue{
		{Kind: ClueTime, Span: t.AnchorSpan, Text: t.Previous, When: t.AnchorAt, Hard: true, Explanation: "the " + t.event.noun + " was on " + t.AnchorAt.Label()},
		{Kind: ClueTime, Span: t.Span, Text: words, When: t.When, Hard: true, Explanation: "counted from it, " + t.When.Label()},
		{Kind: ClueTime, Span: o.Span, Text: o.Text, When: o.When, Hard: true, Explanation: o.When.Label()},
	}
}
