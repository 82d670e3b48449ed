package elapsed

import (
	"slices"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/timeline"
)

// A lapseEnd is a time that a length is counted from or to: chunk i of the
// sentence, -1 where it stands in another, time nil for the publication date.
type lapseEnd struct {
	i    int
	time *timeline.Time
}

func (r *elapsedReader) endAt(i int) lapseEnd { return lapseEnd{i, r.ps[i].time} }

// printed is the publication date.
var printed = lapseEnd{i: -1}

// stretch returns the days of an end, nil if they are not known.
func (r *elapsedReader) stretch(e lapseEnd) *stretch {
	if e.time != nil {
		return stretchOf(e.time.When)
	}
	days := r.D.Published.Days()
	if len(days) == 0 {
		return nil
	}
	return &stretch{days[0], days[len(days)-1]}
}

// What a length is to its ends, see fact.Lapse.Form.
const (
	formAgo         = "ago"
	formSince       = "since"
	formLater       = "later"
	formBefore      = "before"
	formSpan        = "span"
	formAnniversary = "anniversary"
)

// ways are the forms of words that give a length with its ends, in the order in which
// they are tried: each reads the length at chunk i and reports whether it wrote it.
var ways = []func(r *elapsedReader, i int) bool{
	(*elapsedReader).clockLater, (*elapsedReader).ago, (*elapsedReader).yearsOn, (*elapsedReader).ahead, (*elapsedReader).onwards, (*elapsedReader).afterwards,
	(*elapsedReader).since, (*elapsedReader).spanning, (*elapsedReader).celebrated, (*elapsedReader).passed,
	(*elapsedReader).used, (*elapsedReader).taking,
}

// lapsesOf reads the lengths and the anniversaries of the sentence.
func (r *elapsedReader) lapsesOf() {
	for i := range r.ps {
		switch p := &r.ps[i]; {
		case p.in(lexicon.SpanReturn) && p.kind == chunkWord, p.of(en.JewelFeast) && r.p(i-1).in(lexicon.SpanJewel) && !r.p(i+1).in(lexicon.SpanReturn):
			r.anniversary(i)
		case p.kind == chunkOrdinal && r.p(i+1).of(en.Year):
			r.yearOf(i)
		case p.kind == chunkLength:
			_ = slices.ContainsFunc(ways, func(way func(*elapsedReader, int) bool) bool { return way(r, i) })
		case p.kind == chunkAge:
			r.oldThing(i)
		case p.kind == chunkFigure && r.p(i-1).of(en.Turns):
			r.turning(i)
		}
	}
}

// fixed reports whether a time says by itself, to the grain that l needs, when
// it is.
func fixed(t *timeline.Time, l length) bool {
	_, _, dated := t.MonthDay()
	switch l.unit {
	case years, decades, centuries:
		return !t.Relative
	case months:
		return !t.Relative || dated || t.Grain == timeline.GrainMonth && !t.Modified()
	case days, weeks:
		return t.Type == timeline.DATE && t.Grain == timeline.GrainDay && (!t.Relative || dated || t.BareWeekday() && l.unit == days && l.n < 7)
	}
	return false
}

// firstDate returns the first date, as a chunk, that one of the ways finds; -1 for none.
func firstDate(ways ...func() int) int {
	for _, way := range ways {
		if d := way(); d >= 0 {
			return d
		}
	}
	return -1
}

const (
	besideReach    = 6 // how many chunks may stand between a length and its date
	referenceReach = 9 // … between “since” or “after” and it: “after he joined the small parish choir in 1990”
	whenReach      = 4 // words of a clause with “when”
)

// dateBehind returns the date that chunk k begins or only light words part from
// it: “, in 2009”, “(2009)”, “this month, on 3 May 2009”, “when it opened in 2009”; -1 for none.
func (r *elapsedReader) dateBehind(k int, l length) int {
	words := 0
	if r.p(k).of(en.When) {
		words = whenReach
		k++
	}
	return r.walk(k, 1, besideReach, func(_ int, p *chunk) verdict {
		switch {
		case p.dated(l):
			return hit
		case p.kind == chunkTime && p.time.Relative, p.parts(), p.of(en.LightWord) && !p.of(en.Until, en.By):
			return pass
		case words > 0 && p.kind == chunkWord && !p.opensClause():
			words--
			return pass
		}
		return bar
	})
}

// dateBefore returns the date that ends at chunk k or is parted from it by a sign and light
// words: “in 2009, about”, “the 2009 fire, some”; -1 for none.
func (r *elapsedReader) dateBefore(k int, l length) int {
	parted, nouns := false, 0
	return r.walk(k, -1, besideReach, func(_ int, p *chunk) verdict {
		switch {
		case p.dated(l) && (nouns == 0 || parted):
			return hit
		case p.parts():
			parted = true
		case p.of(en.LightWord, en.BeforeDate) && !parted:
		case p.of(en.LightWord, en.BeforeDate), parted && p.open() && nouns < 2 && !p.opensClause() && !p.of(en.Ends, en.Begins):
			nouns++ // between the date and the sign
		default:
			return bar
		}
		return pass
	})
}

// reference returns the first date in the clause of the word of those classes at chunk
// k, -1 for none.
func (r *elapsedReader) reference(k int, l length, opens ...en.Class) int {
	if !r.p(k).of(opens...) {
		return -1
	}
	return r.walk(k+1, 1, referenceReach, func(_ int, p *chunk) verdict {
		switch {
		case p.dated(l):
			return hit
		case p.is(chunkTime | chunkLength), p.kind == chunkMark && !p.isDash() && !p.of(en.Apostrophe), p.opensClause(), p.of(en.And):
			return bar
		}
		return pass
	})
}

// ago reads “eight years ago, in 2009” and “in 2009, eight years ago”.
func (r *elapsedReader) ago(i int) bool {
	if !r.p(i + 1).of(en.Ago) {
		return false
	}
	l, behind := r.ps[i].length, i+2
	if r.p(behind).of(en.Comma) {
		behind++
	}
	d := firstDate(
		func() int { return r.dateBehind(i+2, l) },
		func() int { return r.dateBefore(i-1, l) },
		func() int { return r.reference(behind, l, en.AfterWord) },
		func() int { return r.whichBefore(i, l) },
		func() int { return r.cleft(i, l) },
	)
	return d >= 0 && r.write(formAgo, i, i+1, []lapseEnd{r.gone(d)}, []lapseEnd{printed})
}

// yearsOn reads “the storm of June 1989, 20 years on,” and “It was founded in 1919.
// Ninety years on, …”.
func (r *elapsedReader) yearsOn(i int) bool {
	l := r.ps[i].length
	if !r.p(i+1).of(en.On) || !r.closes(i+2) || l.unit < years || l.article || r.has(en.HadForm) {
		return false
	}
	start := lapseEnd{-1, r.found}
	if d := r.dateBefore(i-1, l); d >= 0 {
		start = r.endAt(d)
	} else if i > 0 || r.found == nil || !fixed(r.found, l) {
		return false
	}
	return r.write(formAgo, i, i+1, []lapseEnd{start}, append([]lapseEnd{printed}, r.otherDates(i, start.i)...))
}

// gone returns the date at chunk d, in the year before if it names none and
// would be to come.
func (r *elapsedReader) gone(d int) lapseEnd {
	e := r.endAt(d)
	if !e.time.Relative || e.time.Grain > timeline.GrainMonth || !r.toCome(d) {
		return e
	}
	s := stretchOf(e.time.When)
	t := *e.time
	t.When = timeline.Days(s.first.AddMonths(-12), s.last.AddMonths(-12)+1)
	e.time = &t
	return e
}

// toCome reports whether the date at chunk d lies behind the publication.
func (r *elapsedReader) toCome(d int) bool {
	now := r.stretch(printed)
	return now != nil && r.ps[d].time.When.LastDay() > now.last
}

// ahead reads “in five years, in 2008”, “five years from now, in 2008” and “on
// 20 March, five days away”.
func (r *elapsedReader) ahead(i int) bool {
	last, l := i, r.ps[i].length
	switch next := r.p(i + 1); {
	case next.of(en.Time), next.of(en.AwayFrom), next.of(en.Off) && r.closes(i+2):
		last = i + 1
	case r.phrase(i+1, en.From, en.Currently), r.phrase(i+1, en.Apostrophe, en.Time):
		last = i + 2
	case !r.p(i-1).of(en.In) || !next.of(en.Comma, en.Bracket) && !next.isDash() || r.has(en.HadForm, en.DidOrWas):
		return false
	}
	d := r.dateBehind(last+1, l)
	if d < 0 && last > i {
		d = r.dateBefore(i-1, l)
	}
	return d >= 0 && r.toCome(d) && r.write(formLater, i, last, []lapseEnd{printed}, []lapseEnd{r.endAt(d)})
}

// whichBefore returns the date before “, which struck” and chunk i, -1 for none.
func (r *elapsedReader) whichBefore(i int, l length) int {
	if !r.closes(i + 2) {
		return -1
	}
	which := r.walk(i-1, -1, besideReach-1, func(_ int, p *chunk) verdict {
		switch {
		case p.of(en.Which, en.That):
			return hit
		case p.kind != chunkWord:
			return bar
		}
		return pass
	})
	if which < 0 {
		return -1
	}
	return r.dateBefore(which-1, l)
}

// cleft returns the only date of “It was ten years ago that the bridge fell, on
// 3 May 2009”, -1 if there is none or several.
func (r *elapsedReader) cleft(i int, l length) int {
	if !r.phrase(0, en.ThingPronoun, en.IsOrWas) || i > 5 {
		return -1
	}
	return r.onlyDate(i+2, l)
}

// onlyDate returns the only date from chunk k on that says by itself when it is; -1 if
// there is none or several, or a length.
func (r *elapsedReader) onlyDate(k int, l length) int {
	found := -1
	for ; k < len(r.ps); k++ {
		switch p := &r.ps[k]; {
		case p.kind == chunkLength, p.dated(l) && found >= 0:
			return -1
		case p.dated(l):
			found = k
		}
	}
	return found
}

// since reads “since 1959, 40 years”, “for six years, since 2009” and “20 years
// since the 1999 fire”.
func (r *elapsedReader) since(i int) bool {
	l := r.ps[i].length
	if l.hyphen || l.article && l.unit < decades || r.has(en.HadForm) {
		return false
	}
	d := r.sinceBehind(i+1, l)
	if d < 0 {
		d = r.sinceBefore(i-1, l)
	}
	if d < 0 || r.p(d+1).of(en.To) || r.p(d+1).isDash() {
		return false
	}
	return r.write(formSince, i, i, []lapseEnd{r.endAt(d)}, append([]lapseEnd{printed}, r.otherDates(i, d)...))
}

// sinceBehind returns the date behind “, since” or “since the … of” at chunk k,
// -1 for none.
func (r *elapsedReader) sinceBehind(k int, l length) int {
	for r.p(k).parts() || r.p(k).of(en.SinceLink) {
		k++
	}
	if r.p(k).of(en.On) {
		return r.reference(k+1, l, en.From)
	}
	return r.reference(k, l, en.Since)
}

// sinceBefore returns the date behind “since” that the length behind chunk k, which
// ends its clause, goes on from; -1 for none.
func (r *elapsedReader) sinceBefore(k int, l length) int {
	if !r.closes(k + 2) {
		return -1
	}
	switch {
	case r.p(k).of(en.For):
		k--
	case r.phrase(k-2, en.A, en.Total, en.Of):
		k -= 3
	}
	d := r.dateBefore(k, l)
	if r.p(d-1).of(en.Since) || r.phrase(d-2, en.Since, en.PartOfTime) {
		return d
	}
	return -1
}

// closes reports whether a clause ends at chunk k.
func (r *elapsedReader) closes(k int) bool {
	p := r.p(k)
	return p.kind == 0 || p.kind == chunkMark && !p.of(en.Dollar, en.Apostrophe)
}

// maxOther bounds how many times are tried for the end that words leave open.
const maxOther = 4

// otherDates returns the dates of the sentence but the one at chunk d, nearest
// to chunk i first, those that could be meant instead.
func (r *elapsedReader) otherDates(i, d int) []lapseEnd {
	var out []lapseEnd
	for _, k := range r.timesAround(i, i) {
		if k != d && len(out) < maxOther && !r.ps[k].time.BareWeekday() {
			out = append(out, r.endAt(k))
		}
	}
	return out
}

// afterwards reads “two days later, on 9 June”, “in 1994, five years earlier”,
// with the date that is counted from before it.
func (r *elapsedReader) afterwards(i int) bool {
	w, behind := r.p(i+1), r.p(i+2)
	earlier := w.of(en.EarlierAdverb) || w.of(en.Before) && (behind.parts() || behind.of(en.In))
	if !earlier && !w.of(en.LaterAdverb) {
		return false
	}
	l := r.ps[i].length
	d := firstDate(
		func() int { return r.dateBehind(i+2, l) },
		func() int { return r.dateBefore(i-1, l) },
		func() int { return r.reference(i+2, l, en.By, en.With) },
	)
	if d < 0 {
		return false
	}
	from := r.earlierDates(min(i, d), l, r.ps[d].time)
	if earlier {
		return r.write(formBefore, i, i+1, []lapseEnd{r.endAt(d)}, append(from, printed))
	}
	return r.write(formLater, i, i+1, from, []lapseEnd{r.endAt(d)})
}

// earlierDates returns the dates before chunk k, the nearest first, then those
// of the sentence before; not the time but.
func (r *elapsedReader) earlierDates(k int, l length, but *timeline.Time) []lapseEnd {
	var out []lapseEnd
	for k--; k >= 0; k-- {
		if r.ps[k].dated(l) && r.ps[k].time != but {
			out = append(out, r.endAt(k))
		}
	}
	for _, t := range slices.Backward(r.before) {
		if fixed(t, l) {
			out = append(out, lapseEnd{-1, t})
		}
	}
	return out[:min(len(out), maxOther)]
}

// onwards reads “in 1996, four years after the 1990 accident”, “two years before
// the 2004 vote, in 2001”, and “20 years after the 1986 accident” of now.
func (r *elapsedReader) onwards(i int) bool {
	l, before := r.ps[i].length, r.p(i+1).of(en.Before)
	ref := firstDate(
		func() int { return r.reference(i+1, l, en.AfterWord, en.Before) },
		func() int {
			if !r.p(i + 1).of(en.On) {
				return -1
			}
			return r.reference(i+2, l, en.From, en.After)
		},
	)
	if ref < 0 {
		return false
	}
	other := printed
	d := firstDate(
		func() int { return r.dateBefore(i-1, l) },
		func() int { return r.resumed(ref+1, l) },
	)
	switch {
	case d >= 0:
		other = r.endAt(d)
	case before || l.article || !r.present(ref+1) && !(l.unit >= years && r.remembered(i)):
		return false
	}
	if before {
		return r.write(formBefore, i, i+1, []lapseEnd{other}, []lapseEnd{r.endAt(ref)})
	}
	return r.write(formLater, i, i+1, []lapseEnd{r.endAt(ref)}, []lapseEnd{other})
}

// remembered reports whether the sentence tells of a day that was kept lately:
// it has a word for it, and no time but one of the days around publication
// before the length at chunk i.
func (r *elapsedReader) remembered(i int) bool {
	kept := r.has(en.Marks, en.Remembering)
	for k := range r.ps {
		p := &r.ps[k]
		kept = kept || p.in(lexicon.SpanReturn)
		if k < i && p.kind == chunkTime && !r.lately(p.time) {
			return false
		}
	}
	return kept && !r.has(en.HadForm)
}

// resumed returns the date that a comma and light words bring behind chunk k,
// which a few words of its own clause may precede; -1 for none.
func (r *elapsedReader) resumed(k int, l length) int {
	for end := k + whenReach; k < end && r.p(k).kind == chunkWord; k++ {
	}
	if !r.p(k).parts() {
		return -1
	}
	for k++; r.p(k).of(en.LightWord); k++ {
	}
	if r.p(k).dated(l) && r.p(k-1).kind == chunkWord {
		return k
	}
	return -1
}

// present reports whether the first finite auxiliary from chunk k on is one of
// the present.
func (r *elapsedReader) present(k int) bool {
	at := r.walk(k, 1, len(r.ps), func(k int, p *chunk) verdict {
		born := r.p(k+1).of(en.Born) && r.p(k-1).of(en.Who, en.Which)
		if p.of(en.PresentAuxiliary, en.PastAuxiliary) && !born {
			return hit
		}
		return pass
	})
	return r.p(at).of(en.PresentAuxiliary)
}

// oldThing reads “the 120-year-old theatre, built in 1950” and “the paper, launched in
// 1919, is 100 years old”.
func (r *elapsedReader) oldThing(i int) {
	p := &r.ps[i]
	if p.length.unit != years || p.n < 2 || r.nounless(i) {
		return
	}
	d := r.dateOfThing(i)
	if d < 0 {
		d = r.walk(i+1, 1, referenceReach, func(k int, q *chunk) verdict {
			switch {
			case q.kind != chunkTime || k == i+1 && q.time.Relative:
				return pass
			case !q.time.Relative && r.isFounding(k) && r.nameless(k):
				return hit
			}
			return bar
		})
	}
	if d >= 0 {
		p.length.bound, p.length.hyphen = "", true
		r.write(formAgo, i, i, []lapseEnd{r.endAt(d)}, []lapseEnd{printed})
	}
}

// nounless reports whether the age at chunk i, with “the” before it, has no noun behind
// it: the 35-year-old last won a title.
func (r *elapsedReader) nounless(i int) bool {
	if !r.p(i-1).of(en.The) || i+1 >= len(r.ps) {
		return false
	}
	_, ok := r.D.Syntax(r.At).NounGroupAt(r.Toks[r.ps[i+1].from].Span.Start)
	return !ok
}

// dateOfThing returns the date of “the paper, launched in 1919, is” before the age at
// chunk i, -1 for none.
func (r *elapsedReader) dateOfThing(i int) int {
	k := i - 1
	for r.p(k).of(en.LightWord) && !r.p(k).of(en.IsForm) {
		k--
	}
	d := k - 2
	if r.p(k).of(en.IsForm, en.Turns) && r.p(k-1).of(en.Comma) && r.p(d).kind == chunkTime && !r.ps[d].time.Relative && r.nameless(i) && r.isFounding(d) {
		return d
	}
	return -1
}

// nameless reports whether the chunks before k name no person, whose age it
// then is.
func (r *elapsedReader) nameless(k int) bool {
	for j := range r.Names {
		if n := &r.Names[j]; isPerson(n) && n.Span.Start < r.Toks[r.ps[k].from].Span.Start {
			return false
		}
	}
	return !r.any(0, k, en.PersonTold)
}
