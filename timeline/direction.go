package timeline

import (
	"slices"

	"factcheck/internal/article"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/syntax"
	"factcheck/internal/syntax/tag"
	"factcheck/internal/text"
)

// An Outlook is what a verb says of the times that hang on it. The zero Outlook
// is that of verbs which leave it open.
type Outlook uint8

// The outlooks.
const (
	Open    Outlook = iota // no verb, or one that says nothing of when
	Back                   // told, has told, (the man) seen
	Ahead                  // will tell, is to tell, (a vote) scheduled
	Current                // tells: what is so now, or what a calendar fixes
)

// longestSentence is how long a sentence is at most, in bytes, of which the verb
// that governs a time is looked for. What is longer is a list, or hostile.
const longestSentence = 4 << 10

// A Verb is the verb that a time hangs on, and what it says of it.
type Verb struct {
	syntax.VerbGroup
	Outlook Outlook
	Lemma   string
	Close   bool // nothing but a preposition and an article stand between the two
	Direct  bool // no other preposition, or nothing at all, does
	Near    bool // no noun and no comma does: is open from
	Before  bool // the verb stands before the time
	Leads   bool // the time stands at the head of its sentence, its preposition aside
}

// Verb returns the verb that governs the passage at span, part of sentence i of
// Sentences. The direction of times and the rules on tenses both ask here. ok is
// false where there is none, where the passage stands before the noun that it
// belongs to ("October crude"), and in a sentence of more than four kilobytes.
func (d *Document) Verb(i int, span text.Span) (v Verb, ok bool) {
	if i < 0 || i >= len(d.Sentences) || d.Sentences[i].Span.Len() > longestSentence {
		return v, false
	}
	s := d.Syntax(i)
	first, end := s.Range(span)
	tags := s.Tags()
	preposition := first > 0 && (tags[first-1] == tag.IN || tags[first-1] == tag.DT)
	if !preposition && end > first && tags[end-1] == tag.CD && end < len(tags) && tag.Nouns.Has(tags[end]) {
		return v, false
	}
	g, ok := s.Governor(span)
	if !ok {
		return v, false
	}
	for first > 0 && (tags[first-1] == tag.IN || tags[first-1] == tag.DT) {
		first--
	}
	v = Verb{VerbGroup: g, Outlook: outlook(s, &g), Lemma: s.Lemma(g.Head)}
	v.Leads = first == 0
	v.Before, v.Close = g.End <= first, g.End == first || g.First == end
	v.Direct = v.Close || v.Before && !slices.ContainsFunc(tags[g.End:first], preposes)
	v.Near = v.Close || v.Before && !slices.ContainsFunc(tags[g.End:first], names)
	return v, true
}

func names(t tag.Tag) bool {
	return tag.Nouns.Has(t) || t == tag.Comma || t == tag.PRP || t == tag.CC
}

func preposes(t tag.Tag) bool { return t == tag.IN || t == tag.TO }

// outlook returns what the verb group g says of its times.
func outlook(s *syntax.Sentence, g *syntax.VerbGroup) Outlook {
	plan := lexicon.ClauseWord(s.Text(g.Head)).Is(lexicon.WordPlan)
	switch g.Form {
	case syntax.Finite:
		return finiteOutlook(s, g, plan)
	case syntax.Infinitive:
		if g.Modality == syntax.Scheduled {
			return Ahead
		}
	case syntax.Gerund:
		return beginning(s, g)
	case syntax.Participle:
		if plan {
			return Ahead
		}
		return Back
	}
	return Open
}

// beginning returns the outlook of a verb of beginning or ending right before the
// gerund g: "began drilling in the autumn".
func beginning(s *syntax.Sentence, g *syntax.VerbGroup) Outlook {
	list := s.VerbGroups()
	i := slices.IndexFunc(list, func(b syntax.VerbGroup) bool { return b.End == g.First })
	if i < 0 || !en.Is(s.Lemma(list[i].Head), en.BeginVerb) && !en.Is(s.Lemma(list[i].Head), en.EndVerb) {
		return Open
	}
	return outlook(s, &list[i])
}

// finiteOutlook is outlook for a finite group. plan tells that its main verb says
// of something that it is to come: scheduled, expected.
func finiteOutlook(s *syntax.Sentence, g *syntax.VerbGroup, plan bool) Outlook {
	switch {
	case g.Perfect && g.Modality != syntax.Plain:
		if g.Modality == syntax.Will {
			return Ahead
		}
		return Back
	case g.Modality == syntax.UsedTo:
		return Back
	case g.Modality == syntax.GoingTo && g.Tense == syntax.Past, g.Modality == syntax.Could:
		return Open // could be found, could meet
	case g.Modality != syntax.Plain:
		return Ahead
	case plan && g.Tense == syntax.Past:
		return Open // was scheduled: for a day that may have been
	case plan:
		return Ahead
	case g.Perfect, g.Tense == syntax.Past:
		return Back
	case g.Progressive:
		return Ahead
	case g.Passive, saying(s, g), g.First > 0 && s.Tags()[g.First-1] == tag.CD:
		return Open // is charged with, says, 886 million shares
	}
	return Current
}

// saying reports whether the verb of g says what somebody said.
func saying(s *syntax.Sentence, g *syntax.VerbGroup) bool {
	_, ok := lexicon.SayingOf(s.Lemma(g.Head))
	return ok
}

// calendar reports whether a present of the verb is used of what a calendar fixes:
// opens, meets.
func calendar(lemma string) bool {
	return lexicon.ClauseWord(lemma).Is(lexicon.WordCalendar) || lexicon.ClauseWord(lemma+"s").Is(lexicon.WordCalendar)
}

// direct gives the readings whose direction the words beside them leave open
// that of the verb which governs them, where it makes a difference.
func (d *Document) direct() {
	base, known := d.Published.When.Single()
	for i := range d.readings {
		p := &d.readings[i]
		before := p.Reading
		switch {
		case !p.asks || p.sentence < 0 || known && !p.turns(base, d.opt):
			continue
		case i > 0 && p.endsHours(&d.readings[i-1].Reading):
			p.future, p.told = d.readings[i-1].future, d.readings[i-1].told
		default:
			o, close := d.direction(p)
			if o == Open && d.runs(i) {
				o = Current
			}
			p.turn(o, close)
		}
		if known && p.Reading != before {
			p.resolve(base, d.opt)
		}
	}
}

// runs reports whether reading i begins a range of clock times whose verb is a present
// passive, which tells a timetable: "is staffed from 9 to 11 on Friday".
func (d *Document) runs(i int) bool {
	p := &d.readings[i]
	if i+1 == len(d.readings) || !d.readings[i+1].endsHours(&p.Reading) {
		return false
	}
	v, ok := d.Verb(p.sentence, p.Span)
	return ok && v.Passive && v.Tense == syntax.Present
}

// endsHours reports whether r is the end of a range of clock times on the weekday
// of which a is the beginning.
func (r *Reading) endsHours(a *Reading) bool {
	return r.Joins == RangeEnd && r.clock >= 0 && a.clock >= 0 && r.op == opWeekday && a.op == opWeekday
}

// direction returns the outlook of the verb of reading p, where it is sure
// enough to choose a day: not that of a caption or of a verb whose object may be
// what is to come, "announced a vote on 4 May".
func (d *Document) direction(p *placed) (o Outlook, close bool) {
	v, ok := d.Verb(p.sentence, p.Span)
	class := lexicon.ClauseWord(v.Lemma)
	switch {
	case !ok:
		return Open, false
	case p.op == opDuration && v.Outlook == Ahead && v.Tense != syntax.Future && v.Modality != syntax.Would && v.Modality != syntax.Scheduled:
		return Open, false // can be done in two years
	case v.Outlook == Current && (!v.Before || p.zone != article.Body || !v.Close && !calendar(v.Lemma) && !(v.Near && en.Is(v.Lemma, en.Be))):
		return Open, false
	case v.Outlook == Back && v.Before && !v.Close && class.Is(lexicon.WordAhead) && !class.Is(lexicon.WordGeneric):
		return Open, false
	}
	if v.Outlook == Current && p.op == opYearless {
		if !calendar(v.Lemma) || class.Is(lexicon.WordGeneric) || !p.longPast(d.Published.days) {
			return Open, false // ends each February, missile launches in July
		}
		v.Outlook = Ahead // reopens in June
	}
	// Start the cake in November; the Greens, who lost last week, host Aln on Tuesday
	if v.Form == syntax.Infinitive && (v.First == 0 && !v.Close || p.op == opWeekday && d.fixture(p, &v)) {
		v.Outlook = Ahead
	}
	if v.Outlook == Back && v.Leads {
		p.openEnd = false // By September it was over
	}
	return v.Outlook, v.Close || p.dom < 0 && v.Direct && !class.Is(lexicon.WordAhead)
}

// fixture reports whether v, which looks like an infinitive, is the present of what a
// calendar fixes, behind a clause in commas: "The Greens, who lost last week, host Aln
// on Tuesday".
func (d *Document) fixture(p *placed, v *Verb) bool {
	tags := d.Syntax(p.sentence).Tags()
	return v.First > 0 && tags[v.First] == tag.VB && tags[v.First-1] == tag.Comma && calendar(v.Lemma)
}

// presentReach is how many days a month or day must have passed, counted to the
// nearest, for a present to mean the next one. What passed later is news, told in
// the present of headlines. Chosen, not measured.
const presentReach = 62

// longPast reports whether r, a month or month and day without a year, lies further
// back than presentReach from the first of days, as the nearest year has it.
func (r *Reading) longPast(days []Day) bool {
	if len(days) == 0 {
		return false
	}
	iv, _ := r.absolute(r.nearestYear(days[0]))
	return iv.Closed() && iv.LastDay()+presentReach < days[0]
}

// turns reports whether the outlook of a verb can change what r means from d.
func (r *Reading) turns(d Day, opt *Options) bool {
	if r.op == opShift && r.n > 0 {
		return true // the next year: of what?
	}
	was, _ := r.on(d, opt)
	for _, o := range [...]Outlook{Back, Ahead} {
		k := *r
		k.openEnd = false
		k.turn(o, true)
		if iv, _ := k.on(d, opt); iv != was {
			return true
		}
	}
	return false
}

// turn notes the outlook of the verb that governs r, and whether it stands right
// beside it.
func (r *Reading) turn(o Outlook, close bool) {
	switch {
	case r.op == opFrom:
		base := *r.from
		base.turn(o, close)
		r.from = &base
	case r.op == opDuration:
		if o == Ahead || o == Current {
			r.comesIn()
		}
	case r.op == opShift && r.n > 0:
		r.Discourse = o == Back
	case r.lone:
		r.future, r.told = o == Ahead || o == Current, o == Back
	case r.op == opShift && r.unit == GrainSeason:
		r.future, r.told = r.future || o == Ahead || o == Current, o == Back
	case r.op == opWeekday || r.op == opShift:
		r.future = r.future || o == Ahead || o == Current
	case r.op == opQuarter:
		r.future = o == Ahead
	case o == Ahead:
		r.future, r.told, r.past, r.close = true, false, false, false
	case o == Back && !r.openEnd:
		r.told, r.close = true, close
		r.past = r.dom < 0
	}
}

// comesIn makes r, a length behind "in", the time that is so far ahead.
func (r *Reading) comesIn() {
	r.op, r.Type, r.Grain, r.unit, r.Relative, r.value = opOffset, DATE, r.within, r.within, true, ""
}
