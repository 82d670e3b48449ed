package elapsed

import (
	"slices"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/internal/values/numbers"
	"factcheck/timeline"
)

// foundReach is how many chunks a verb may stand before its date.
const foundReach = 8

// isFounding reports whether the date at chunk d is when something began or
// happened: “was founded in Lyon in 1960”, “born on 3 May 1950”.
func (r *elapsedReader) isFounding(d int) bool {
	return r.walk(d-1, -1, foundReach, func(k int, p *chunk) verdict {
		switch {
		case p.of(en.Founds, en.Begins), p.of(en.First) && r.verbAt(k+1), p.of(en.From) && r.p(k-1).of(en.DateVerb):
			return hit
		case p.is(chunkTime | chunkLength), p.of(en.Bracket, en.BracketEnd, en.Semicolon):
			return bar
		}
		return pass
	}) >= 0
}

// nth returns the length that the figure or the ordinal at chunk i makes with years.
func (r *elapsedReader) nth(i int) length {
	p := &r.ps[i]
	return length{unit: years, n: p.n, hyphen: true, figure: r.Toks[p.from].Kind == page.TokenFigure, count: [2]int{p.from, p.to}}
}

// anniversary reads “the 10th anniversary of the 1999 fire”, “founded in 1960,
// the club marks its 50th anniversary this year”, and the names of centenaries.
func (r *elapsedReader) anniversary(i int) {
	if l, first := r.returning(i); l.n > 0 && !(r.ps[i].of(en.Birthday) && r.p(first-1).of(en.Masculine, en.Feminine)) {
		r.kept(l, first, i, r.anniversaryOf(i, first, l))
	}
}

// turning reads “founded in 1819, the paper turns 200 this year”.
func (r *elapsedReader) turning(i int) {
	if l := r.nth(i); r.nameless(i) {
		r.kept(l, i, i, r.anniversaryOf(i, i, l))
	}
}

// yearOf reads “founded in 1960, the club is in its 40th year”, which ends after one
// more than it counts.
func (r *elapsedReader) yearOf(i int) {
	l := r.nth(i)
	l.running = true
	r.kept(l, i, i+1, r.foundingOf(i, l))
}

// kept writes the return of what began at start after l years, at chunks [first, last].
func (r *elapsedReader) kept(l length, first, last int, start lapseEnd) {
	if start.time == nil {
		return
	}
	end, slack := r.marked(last, start.i)
	a, b := r.stretch(start), r.stretch(end)
	if b == nil || b.last < a.first {
		return
	}
	r.all.lapses = append(r.all.lapses, r.lapse(formAnniversary, first, last, l, returnsBetween(l, a, b, slack), start, end))
}

// returning reads the number of years of the anniversary at chunk i, and the
// chunk that it begins with. A length of no years is none.
func (r *elapsedReader) returning(i int) (l length, first int) {
	p := &r.ps[i]
	l = length{unit: years, hyphen: true, n: float64(p.word.Value)}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		q := &r.ps[k]
		switch {
		case q.kind == chunkOrdinal:
			return r.nth(k), k
		case q.kind == chunkLength && q.length.unit == years && !q.length.article:
			if q.length.approx {
				return length{}, k
			}
			return q.length, k
		case q.in(lexicon.SpanJewel) && p.of(en.JewelFeast):
			l.n = float64(q.word.Value)
			return l, k
		case q.kind != chunkWord && !q.of(en.Hyphen), q.of(en.Of, en.The, en.Its):
			return l, i
		}
	}
	return l, i
}

// anniversaryOf finds the date that the anniversary at chunks [first, i] is
// counted from.
func (r *elapsedReader) anniversaryOf(i, first int, l length) lapseEnd {
	d := firstDate(
		func() int { return r.ofDate(i, l) },
		func() int { return r.dateOwning(first, l) },
		func() int { return r.foundingDate(i+1, l) },
	)
	switch {
	case d >= 0:
		return r.endAt(d)
	case r.found != nil && fixed(r.found, l) && r.pronounBefore(first) && !r.ofAnother(first, i):
		return lapseEnd{-1, r.found}
	}
	return r.toldBeside(first, i, l)
}

// dateOwning returns the nearest date before the anniversary at chunk first, if that is
// when what it is of began or belongs to it: “the bombing of 1988, whose 20th”; -1 if not.
func (r *elapsedReader) dateOwning(first int, l length) int {
	d := r.walk(first-1, -1, len(r.ps), func(_ int, p *chunk) verdict {
		if p.dated(l) {
			return hit
		}
		return pass
	})
	if d >= 0 && (r.isFounding(d) || r.whose(d, first)) {
		return d
	}
	return -1
}

// foundingDate returns the first date from chunk k on at which something began, -1 for
// none.
func (r *elapsedReader) foundingDate(k int, l length) int {
	return r.walk(k, 1, len(r.ps), func(k int, p *chunk) verdict {
		if p.dated(l) && r.isFounding(k) {
			return hit
		}
		return pass
	})
}

// foundingOf returns when that began whose nth year stands at chunk i behind “its”.
func (r *elapsedReader) foundingOf(i int, l length) lapseEnd {
	if !r.p(i - 1).of(en.Theirs) {
		return lapseEnd{i: -1}
	}
	if d := r.foundingDate(0, l); d >= 0 {
		return r.endAt(d)
	}
	if r.found != nil && fixed(r.found, l) {
		return lapseEnd{-1, r.found}
	}
	return lapseEnd{i: -1}
}

// ofReach is how many chunks may stand between “anniversary of” and the date.
const ofReach = 19

// ofDate returns the first date behind “of” or “since” at the chunk after i, -1 for none.
func (r *elapsedReader) ofDate(i int, l length) int {
	i = r.overRemark(i + 1)
	if !r.p(i).of(en.Of, en.Since) {
		return -1
	}
	return r.walk(i+1, 1, ofReach, func(k int, p *chunk) verdict {
		switch {
		case p.dated(l):
			return hit
		case p.kind == chunkTime && !p.time.Relative, p.kind == chunkLength, p.in(lexicon.SpanReturn), p.of(en.Semicolon, en.Marks), p.of(en.And) && r.verbAt(k+1):
			return bar
		}
		return pass
	})
}

// verbAt reports whether a finite verb begins with chunk k.
func (r *elapsedReader) verbAt(k int) bool {
	if k >= len(r.ps) {
		return false
	}
	s, at := r.D.Syntax(r.At), r.Toks[r.ps[k].from].Span.Start
	g, ok := s.VerbGroupAt(at)
	return ok && g.Form == syntax.Finite && s.Tokens()[g.First].Start == at
}

// overRemark returns the chunk behind “, in 2014,” or “(in 2014)” at chunk k, k
// for none.
func (r *elapsedReader) overRemark(k int) int {
	if r.p(k).kind == chunkTime && r.p(k+1).of(en.Of) {
		return k + 1
	}
	if !r.p(k).parts() {
		return k
	}
	j := k + 1
	for r.p(j).of(en.LightWord) && j < k+4 {
		j++
	}
	if r.p(j).kind == chunkTime && r.p(j+1).parts() {
		return j + 2
	}
	return k
}

// How many chunks may stand between a date and the anniversary that is “its”, and
// between the date and what it owns: “the 1999 fire’s”.
const (
	whoseReach = 10
	ownerReach = 6
)

// whose reports whether the date at chunk k belongs to what the anniversary at
// chunk first is of: “the 1999 fire’s”, “of 1988, whose”.
func (r *elapsedReader) whose(k, first int) bool {
	for j := k + 1; j < first && j <= k+ownerReach; j++ {
		if r.ps[j].of(en.Whose) || r.Toks[r.ps[j].from].Possessive {
			return true
		}
	}
	return r.p(first-1).of(en.Theirs) && first-k < whoseReach
}

// pronounBefore reports whether “its” or the like stands right before chunk
// first: then the anniversary is that of what the sentence before speaks of.
func (r *elapsedReader) pronounBefore(first int) bool { return r.p(first-1).of(en.TheirOwn, en.The) }

// ofAnother reports whether words behind “the” and the anniversary at chunks
// [first, i] say what it is of.
func (r *elapsedReader) ofAnother(first, i int) bool {
	return r.p(first-1).of(en.The) && r.any(i+1, i+whoseReach, en.Of, en.Since)
}

// How long before or after the day of publication an anniversary may be, in days: one
// that a text speaks of as kept, and one of which it does not say so.
const (
	earlyDays = 31
	openDays  = 365
)

// marked returns when the anniversary at chunk i is, by the nearest time of the
// sentence but the one at chunk start, else by the publication, and how many days it may
// be off.
func (r *elapsedReader) marked(i, start int) (end lapseEnd, slack timeline.Day) {
	for _, k := range r.timesAround(i, i) {
		if k != start && r.ps[k].time.Grain <= timeline.GrainYear {
			return r.endAt(k), 0
		}
	}
	if r.keeps(i) || r.ps[i].kind == chunkFigure {
		return printed, earlyDays
	}
	return printed, openDays
}

// keeps reports whether the sentence says that the day is kept now or was:
// “marks”, “celebrated”, not “will mark”.
func (r *elapsedReader) keeps(i int) bool {
	k := slices.IndexFunc(r.ps, func(p chunk) bool { return p.of(en.Marks) })
	if k >= 0 {
		return !r.any(k-3, k, en.ToCome)
	}
	return r.p(i + 1).of(en.KeptBehind)
}

// returnsBetween counts the years from the year of a to that of b, which may be
// slack days off.
func returnsBetween(l length, a, b *stretch, slack timeline.Day) counting {
	y, _, _ := a.first.Civil()
	y2, _, _ := a.last.Civil()
	low, _, _ := (b.first - slack).Civil()
	high, _, _ := (b.last + slack).Civil()
	c := counting{least: float64(low - y2), most: float64(high - y)}
	if l.running {
		c.most++
	}
	return c.say(c.least, c.most, years, 0, 0)
}

// neighbour reads the sentence step sentences away, which says when what this one
// speaks of was; nil if there is none of the same zone with a time.
func (r *elapsedReader) neighbour(step int) *elapsedReader {
	i := r.At + step
	if i < 0 || i >= len(r.D.Parsed) || r.D.Parsed[i].Zone != r.D.Parsed[r.At].Zone || len(r.D.TimesIn[i]) == 0 {
		return nil
	}
	n := &elapsedReader{Reader: numbers.NewReader(r.D)}
	if n.Open(i); len(n.Toks) > maxProse {
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
		n := r.neighbour(step)
		if n == nil {
			continue
		}
		d := n.onlyDate(0, l)
		switch {
		case d < 0:
		case r.sameDay(i, n.ps[d].time),
			named && (n.tells(of) || step > 0 && of != "" && n.opensWithEvent(d)),
			!named && step > 0 && r.pronounBefore(first) && n.carriesOn() && n.isFounding(d):
			return lapseEnd{-1, n.ps[d].time}
		}
	}
	return lapseEnd{i: -1}
}

// celebrated reads “is celebrating 40 years of work. It was founded in 1969”.
func (r *elapsedReader) celebrated(i int) bool {
	l := r.ps[i].length
	if l.unit < years || l.article || l.hyphen || !r.p(i-1).of(en.Marks) || !r.p(i+1).of(en.Of, en.In, en.As) {
		return false
	}
	return r.foundedNext(i)
}

// foundedNext compares the length at chunk i with the only date of the sentence behind,
// if that goes on with the same and tells when it began.
func (r *elapsedReader) foundedNext(i int) bool {
	n := r.neighbour(1)
	if n == nil || !n.carriesOn() {
		return false
	}
	d := n.onlyDate(0, r.ps[i].length)
	return d >= 0 && n.isFounding(d) && r.write(formAgo, i, i, []lapseEnd{{-1, n.ps[d].time}}, []lapseEnd{printed})
}

// passedReach is how many chunks behind such a length its subject stands. Chosen.
const passedReach = 5

// passed reads “It broke loose in September 2019. After two years adrift it washed
// ashore on 26 December 2019”: a length that opens the sentence behind the one that
// dates what a pronoun goes on with.
func (r *elapsedReader) passed(i int) bool {
	l := r.ps[i].length
	if i != 1 || !r.p(0).of(en.After) || l.article || l.hyphen || len(r.before) != 1 || !fixed(r.before[0], l) || r.has(en.HadForm) {
		return false
	}
	subject := r.walk(i+1, 1, passedReach, func(_ int, p *chunk) verdict {
		switch {
		case p.of(en.ThirdPerson):
			return hit
		case p.kind == chunkTime, p.of(en.Of):
			return bar
		}
		return pass
	})
	if subject < 0 || !r.verbAt(subject+1) {
		return false
	}
	d := slices.IndexFunc(r.ps, func(p chunk) bool { return p.kind == chunkTime })
	if d < 0 {
		return false
	}
	t := r.ps[d].time
	return t.Type == timeline.DATE && t.Grain <= timeline.GrainYear && !t.BareWeekday() && r.write(formLater, i, i, []lapseEnd{{-1, r.before[0]}}, []lapseEnd{r.endAt(d)})
}

// event returns the happening that "of the" at chunk k introduces, by the lemma of
// its verb; named is false if nothing says what the anniversary is of.
func (r *elapsedReader) event(k int) (lemma string, named bool) {
	if !r.p(k).of(en.Of) {
		return "", false
	}
	for end := k + 5; k < end; k++ {
		p := r.p(k)
		if r.p(k-1).of(en.The) && p.of(en.IngEnding) {
			return lexicon.Lemma(p.lower), true
		}
		if e, _, ok := lexicon.HappeningNoun(p.lower); ok {
			return e.Lemma, true
		}
	}
	return "", true
}

// opensWithEvent reports whether the sentence begins with a happening that the one
// before speaks of, and its date at chunk d: "The blaze on 3 July 1989".
func (r *elapsedReader) opensWithEvent(d int) bool {
	_, _, ok := lexicon.HappeningNoun(r.p(1).lower)
	return ok && r.p(0).of(en.The) && d <= 4
}

// tells reports whether the sentence tells the happening of a verb, as a fact.
func (r *elapsedReader) tells(lemma string) bool {
	s := r.D.Syntax(r.At)
	return slices.ContainsFunc(s.VerbGroups(), func(g syntax.VerbGroup) bool {
		return g.Form == syntax.Finite && !g.Negated && g.Modality == syntax.Plain && s.Lemma(g.Head) == lemma
	})
}

// carriesOn reports whether the sentence goes on with what the one before speaks of:
// its subject is a pronoun or has "the", or it opens with when that began.
func (r *elapsedReader) carriesOn() bool { return r.p(0).of(en.ThirdPerson, en.The, en.Founds) }

// sameDayReach is how many days from its date an anniversary may be kept. Chosen.
const sameDayReach = 3

// sameDay reports whether a full date falls on the day on which the anniversary at
// chunk i is kept, in another year.
func (r *elapsedReader) sameDay(i int, t *timeline.Time) bool {
	on, ok := t.When.Single()
	if !ok || t.Relative {
		return false
	}
	end, _ := r.marked(i, -1)
	kept := r.stretch(end)
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
