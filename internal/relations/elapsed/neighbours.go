package elapsed

import (
	"slices"
	"strings"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// beside reads the sentence step sentences away, which says when what this one
// speaks of was; nil if there is none of the same zone with a time.
func (r *elapsedReader) beside(step int) *elapsedReader {
	i := r.at + step
	if i < 0 || i >= len(r.D.Parsed) || r.D.Parsed[i].Zone != r.D.Parsed[r.at].Zone || len(r.D.TimesIn[i]) == 0 {
		return nil
	}
	n := &elapsedReader{Reader: numbers.Reader{D: r.D, Src: r.Src}, at: i}
	n.Times, n.Names, n.Zone = r.D.TimesIn[i], r.D.NamesOf(i), r.Zone
	if n.Toks = page.Tokenize(nil, r.Src, r.D.Parsed[i].Span); len(n.Toks) > maxProse {
		return nil
	}
	n.split()
	return n
}

// toldBeside returns when the sentences beside it say that what the anniversary at
// chunks [first, i] is of began or happened: "Its 50th anniversary is on Monday.
// It was founded in 1960." "the 20th anniversary of the landing", beside "landed".
func (r *elapsedReader) toldBeside(first, i int, l length) lapseEnd {
	of, named := r.event(i + 1)
	for _, step := range [2]int{1, -1} {
		n := r.beside(step)
		if n == nil {
			continue
		}
		d := n.onlyDate(l)
		switch {
		case d < 0:
		case r.sameDay(i, n.ps[d].time), named && (n.tells(of) || step > 0 && of != "" && n.opensWithEvent(d)):
			return lapseEnd{-1, n.ps[d].time}
		case !named && step > 0 && r.pronounBefore(first) && n.carriesOn() && n.isFounding(d):
			return lapseEnd{-1, n.ps[d].time}
		}
	}
	return lapseEnd{i: -1}
}

// celebrated reads “is celebrating 40 years of work. It was founded in 1969”.
func (r *elapsedReader) celebrated(i int) bool {
	l := r.ps[i].length
	if l.unit < years || l.article || l.hyphen || !r.p(i-1).in(lexicon.SpanMark) || !r.p(i+1).is("of") && !r.p(i+1).is("in") && !r.p(i+1).is("as") {
		return false
	}
	n := r.beside(1)
	if n == nil || !n.carriesOn() {
		return false
	}
	d := n.onlyDate(l)
	if d < 0 || !n.isFounding(d) {
		return false
	}
	return r.write("ago", i, i, []lapseEnd{{-1, n.ps[d].time}}, []lapseEnd{printed})
}

// passed reads “It broke loose in September 2019. After two years adrift it washed
// ashore on 26 December 2019”: a length that opens the sentence behind the one that
// dates what a pronoun goes on with.
func (r *elapsedReader) passed(i int) bool {
	l := r.ps[i].length
	if i != 1 || !r.p(0).is("after") || l.article || l.hyphen || len(r.before) != 1 || !fixed(r.before[0], l) || r.past(0, len(r.ps)) {
		return false
	}
	subject := -1
	for k := i + 1; k < len(r.ps) && k <= i+passedReach; k++ {
		if r.ps[k].kind == chunkTime || r.ps[k].is("of") {
			return false
		}
		if en.Is(r.ps[k].lower, en.ThirdPerson) {
			subject = k
			break
		}
	}
	if subject < 0 || !r.verbAt(subject+1) {
		return false
	}
	for d := subject + 1; d < len(r.ps); d++ {
		if p := &r.ps[d]; p.kind == chunkTime {
			return p.time.Type == timeline.DATE && p.time.Grain <= timeline.GrainYear && !p.time.BareWeekday() &&
				r.write("later", i, i, []lapseEnd{{-1, r.before[0]}}, []lapseEnd{r.endAt(d)})
		}
	}
	return false
}

// passedReach is how many chunks behind such a length its subject stands. Chosen.
const passedReach = 5

// used reads “After 45 years in use the bridge is to close. It was opened in 1967”: a
// length that opens a sentence of now, before the one that says when it began.
func (r *elapsedReader) used(i int) bool {
	l := r.ps[i].length
	if i != 1 || !en.Is(r.p(0).lower, en.After) || l.unit < years || l.article || l.hyphen || !r.present(i+1) || r.dated() {
		return false
	}
	n := r.beside(1)
	if n == nil || !n.carriesOn() {
		return false
	}
	d := n.onlyDate(l)
	return d >= 0 && n.isFounding(d) && r.write("ago", i, i, []lapseEnd{{-1, n.ps[d].time}}, []lapseEnd{printed})
}

// taking reads “It took three years to build. Work had begun in 1887, and the lamp was
// lit in 1894”: what was taken, before the sentence that tells when it began and ended.
func (r *elapsedReader) taking(i int) bool {
	l := r.ps[i].length
	if i < 2 || !r.p(i-1).is("took") || !r.p(i+1).is("to") || l.unit < years || l.article {
		return false
	}
	n := r.beside(1)
	if n == nil {
		return false
	}
	var dates []*timeline.Time
	if d := r.reference(i+2, l); d >= 0 {
		dates = append(dates, r.ps[d].time)
	} else if r.dated() {
		return false
	}
	for k := range n.ps {
		switch p := &n.ps[k]; {
		case p.kind == chunkLength:
			return false
		case p.kind == chunkTime && fixed(p.time, l):
			dates = append(dates, p.time)
		}
	}
	if len(dates) != 2 || dates[1].When.From.Day() <= dates[0].When.From.Day() {
		return false
	}
	return r.write("later", i, i, []lapseEnd{{-1, dates[0]}}, []lapseEnd{{-1, dates[1]}})
}

// clockLater reads “began at 10.15am, and two hours later, at 12.15”: a length between
// two clock times of the sentence.
func (r *elapsedReader) clockLater(i int) bool {
	l := r.ps[i].length
	if l.unit != hours && l.unit != minutes || l.article || !en.Is(r.p(i+1).lower, en.LaterWord) {
		return false
	}
	var at []int
	for k := range r.ps {
		if p := &r.ps[k]; p.kind == chunkTime {
			if _, clock := p.time.Clock(); !clock {
				return false
			}
			at = append(at, k)
		}
	}
	if len(at) != 2 || at[0] > i || at[1] > i && !r.leads(i+2, at[1]) || at[1] < i && !r.leads(at[1]+1, i) {
		return false
	}
	from, to := r.endAt(at[0]), r.endAt(at[1])
	c, ok := r.clockLength(l, from.time, to.time)
	if ok {
		r.all.lapses = append(r.all.lapses, r.lapse("span", i, i+1, l, c, from, to))
	}
	return ok
}

// dated reports whether the sentence has a time of the calendar.
func (r *elapsedReader) dated() bool {
	return slices.ContainsFunc(r.ps, func(p chunk) bool { return p.kind == chunkTime })
}

// leads reports whether nothing but signs and light words stands among chunks [from, to).
func (r *elapsedReader) leads(from, to int) bool {
	for k := from; k < to; k++ {
		if !r.p(k).parts() && !r.p(k).in(lexicon.SpanLight) {
			return false
		}
	}
	return true
}

// event returns the happening that "of the" at chunk k introduces, by the lemma of
// its verb; named is false if nothing says what the anniversary is of.
func (r *elapsedReader) event(k int) (lemma string, named bool) {
	if !r.p(k).is("of") {
		return "", false
	}
	for end := k + 5; k < end; k++ {
		w := r.p(k).lower
		if r.p(k-1).is("the") && strings.HasSuffix(w, "ing") {
			return lexicon.Lemma(w), true
		}
		if e, _, ok := lexicon.HappeningNoun(w); ok {
			return e.Lemma, true
		}
	}
	return "", true
}

// opensWithEvent reports whether the sentence begins with a happening that the one
// before speaks of, and its date at chunk d: "The blaze on 3 July 1989".
func (r *elapsedReader) opensWithEvent(d int) bool {
	_, _, ok := lexicon.HappeningNoun(r.p(1).lower)
	return ok && r.p(0).is("the") && d <= 4
}

// tells reports whether the sentence tells the happening of a verb, as a fact.
func (r *elapsedReader) tells(lemma string) bool {
	s := r.D.Syntax(r.at)
	for _, g := range s.VerbGroups() {
		if g.Form == syntax.Finite && !g.Negated && g.Modality == syntax.Plain && s.Lemma(g.Head) == lemma {
			return true
		}
	}
	return false
}

// onlyDate returns the only date of the sentence that says by itself when it is, -1 if
// there is none or several.
func (r *elapsedReader) onlyDate(l length) int {
	found := -1
	for k := range r.ps {
		switch p := &r.ps[k]; {
		case p.kind == chunkLength, p.kind == chunkTime && fixed(p.time, l) && found >= 0:
			return -1
		case p.kind == chunkTime && fixed(p.time, l):
			found = k
		}
	}
	return found
}

// carriesOn reports whether the sentence goes on with what the one before speaks of:
// its subject is a pronoun or has "the", or it opens with when that began.
func (r *elapsedReader) carriesOn() bool {
	first := r.p(0)
	return en.Is(first.lower, en.ThirdPerson) || first.is("the") || first.in(lexicon.SpanFound)
}

// sameDay reports whether a full date falls on the day on which the anniversary at
// chunk i is kept, in another year.
func (r *elapsedReader) sameDay(i int, t *timeline.Time) bool {
	on, ok := t.When.Single()
	if !ok || t.Relative {
		return false
	}
	ends, _ := r.marked(i, -1)
	kept := r.stretch(ends[0])
	if kept == nil || kept.last-kept.first > sameDayReach {
		return false
	}
	_, m, dom := on.Civil()
	for day := kept.first - sameDayReach; day <= kept.last+sameDayReach; day++ {
		if _, month, of := day.Civil(); month == m && of == dom {
			return true
		}
	}
	return false
}

// sameDayReach is how many days from its date an anniversary may be kept. Chosen.
const sameDayReach = 3
