package elapsed

import (
	"math"
	"sort"

	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/syntax"
	"factcheck/timeline"
)

// spanning reads a length with the range that it lasted: “a three-day visit
// from Monday to Wednesday”, “the 1980-88 war lasted eight years”.
func (r *elapsedReader) spanning(i int) bool {
	l := r.ps[i].length
	if l.article || r.dosed(i) {
		return false
	}
	for _, s := range r.spans {
		if !(s.a > i && r.rangeFollows(i, s) || s.b < i && r.rangePrecedes(i, s)) {
			continue
		}
		from, to := r.ps[s.a].time, r.ps[s.b].time
		if c, ok := r.lasting(l, from, to); ok {
			f := r.lapse("span", i, i, l, c, lapseEnd{s.a, from}, lapseEnd{s.b, to})
			r.all.lapses = append(r.all.lapses, f)
			return true
		}
	}
	return false
}

// dosed reports whether the length at chunk i is one of several or a rate:
// “every two years”, “the first two weeks”.
func (r *elapsedReader) dosed(i int) bool {
	if r.p(i-1).is("last") && r.p(i-2).kind == chunkWord && !lexicon.ClosedWord(r.p(i-2).lower) {
		return false // a verb
	}
	switch r.p(i - 1).lower {
	case "every", "per", "next", "first", "last", "final", "each", "another", "further", "past", "previous", "within", "additional", "extra", "other":
		return true
	}
	return r.p(i+1).is("of") && !r.ps[i].length.hyphen || r.p(i+1).is("'") || r.p(i+1).is("’")
}

// rangeReach is how many chunks may stand between a length and its range.
const rangeReach = 10

// rangeFollows reports whether the range s says when the length at chunk i was.
func (r *elapsedReader) rangeFollows(i int, s chunkRange) bool {
	l := r.ps[i].length
	reach := 6
	if l.hyphen {
		reach = rangeReach
	}
	k := s.a - 1
	opened := false
	if s.paired {
		for ; k > i && !r.ps[k].in(lexicon.SpanBegin); k-- {
		}
		opened, k = true, k-1
	} else {
		for ; k > i && (r.ps[k].in(lexicon.SpanLight) || r.ps[k].parts() || r.ps[k].is("from") || r.ps[k].is("between") || r.ps[k].is("running") || r.ps[k].is("lasting") || r.ps[k].is("for") || r.ps[k].is("ran") || r.ps[k].is("runs") || r.ps[k].is("lasted") || r.ps[k].is("held")); k-- {
			opened = true
		}
	}
	if !opened && s.a != i+1 || k-i > reach {
		return false
	}
	for k = r.overRelative(i, k); k > i; k-- {
		if !r.inPhrase(&r.ps[k], l) {
			return false
		}
	}
	return true
}

// overRelative steps back over “that” or “which” and an auxiliary at chunk k.
func (r *elapsedReader) overRelative(i, k int) int {
	for n := 0; n < 4 && k > i; n++ {
		switch r.ps[k].lower {
		case "that", "which", "was", "were", "is", "will", ",", "be", "it", "and":
			k--
		default:
			return k
		}
	}
	return k
}

// inPhrase reports whether p can stand between a length and its range, both
// said of the same: no other time or verb, no preposition that makes the range
// that of something else (“a four-year sentence for fraud from 2001 to 2011”).
func (r *elapsedReader) inPhrase(p *chunk, l length) bool {
	if p.kind != chunkWord && p.kind != chunkFigure && p.kind != chunkOrdinal && !p.is("-") && !p.is("'") && !p.is("’") && !p.is(".") {
		return false
	}
	if p.in(lexicon.SpanStop) || lexicon.ChangeWord(p.lower) {
		return false
	}
	switch p.lower {
	case "and", "for", "against", "about", "into", "covering", "including", "was", "were", "is", "are", "had", "has", "have", "or", "after", "before", "since", "during":
		return false
	case "on", "over":
		return l.unit <= weeks
	case "to", "with", "by":
		return l.hyphen
	}
	return true
}

// rangePrecedes reports whether the length at chunk i tells how long the range
// s before it was: “from 1979 until 1990, a total of 12 years”, “the 1980-88 war
// lasted eight years”.
func (r *elapsedReader) rangePrecedes(i int, s chunkRange) bool {
	k := i - 1
	for ; k > s.b && (r.ps[k].in(lexicon.SpanLight) || r.ps[k].is("a") || r.ps[k].is("an") || r.ps[k].is("total") || r.ps[k].is("period") || r.ps[k].is("or") || r.ps[k].is("for") || r.ps[k].is("least") || r.ps[k].is("up") || r.ps[k].is("to") || r.ps[k].is("less") || r.ps[k].is("this")); k-- {
	}
	if i-k > 8 || k-s.b > 6 {
		return false
	}
	if r.ps[k].in(lexicon.SpanLasting) {
		for k--; k > s.b; k-- {
			if p := &r.ps[k]; p.kind != chunkWord && !p.is(",") && !p.is(")") || p.is("and") || p.is("but") || p.is("who") {
				return false
			}
		}
		return true
	}
	if k > s.b && r.ps[k].parts() {
		k--
		for ; k > s.b && r.ps[k].parts(); k-- {
		}
	}
	return k == s.b && (r.closes(r.overall(i+1)) || r.ps[i].length.hyphen) && !r.p(i+1).is("-")
}

// overall returns the chunk behind “in all” or “altogether” at chunk k, k for
// none.
func (r *elapsedReader) overall(k int) int {
	switch p := r.p(k); {
	case p.is("altogether"), p.is("overall"):
		return k + 1
	case p.is("in") && (r.p(k+1).is("all") || r.p(k+1).is("total")):
		return k + 2
	}
	return k
}

// lasting counts how long it is from one time to another, both included or
// not, as texts do for what lasted.
func (r *elapsedReader) lasting(l length, from, to *timeline.Time) (c counting, ok bool) {
	if l.unit == hours && from.Type == timeline.DATE && l.n >= 24 {
		l.n, l.unit = l.n/24, days
		c, ok = r.lasting(l, from, to)
		c.least, c.most = c.least*24, c.most*24
		return c, ok
	}
	if l.unit <= hours {
		return r.clockLength(l, from, to)
	}
	if from.Type != timeline.DATE || to.Type != timeline.DATE {
		return c, false
	}
	if l.unit == days && (from.BareWeekday() || to.BareWeekday()) {
		if from.Weekday < 0 || to.Weekday < 0 {
			return c, false
		}
		n := float64((to.Weekday - from.Weekday + 7) % 7)
		c.least, c.most = n, n+1
		return c.say(n, n+1, days, 0, 0), true
	}
	if from.BareWeekday() || to.BareWeekday() {
		return c, false
	}
	a, b := stretchOf(from.When), stretchOf(to.When)
	if b.last < a.first && (from.Relative || to.Relative) {
		b = &stretch{b.first.AddMonths(12), b.last.AddMonths(12)}
	}
	if b.last < a.first {
		return c, false
	}
	return spanLength(l, a, b, from.Relative || to.Relative)
}

// spanLength counts from a to b.
func spanLength(l length, a, b *stretch, inferred bool) (c counting, ok bool) {
	switch l.unit {
	case days:
		if !a.isDay() || !b.isDay() {
			return c, false
		}
		n := float64(b.last - a.first)
		c.least, c.most = n, n+1
	case weeks:
		if !a.isDay() || !b.isDay() {
			return c, false
		}
		n := int(b.last-a.first) + 1
		c.least, c.most = float64(n-4)/7, float64(n+3)/7
		return c.say(float64(n), float64(n), days, n, n), true
	case months:
		if a.coarse() || b.coarse() {
			return c, false
		}
		c.least, c.most = spanMonths(a, b)
		if inferred {
			c.least, c.most = math.Mod(c.least, 12), math.Mod(c.least, 12)+c.most-c.least
		}
	case years:
		c.least, c.most = spanYears(l, a, b)
	case decades, centuries:
		c.least, c.most = spanYears(l, a, b)
		return c.coarser(l.unit), true
	default:
		return c, false
	}
	return c.say(c.least, c.most, l.unit, 0, 0), true
}

func spanMonths(a, b *stretch) (least, most float64) {
	ay, am, _ := a.first.Civil()
	by, bm, _ := b.first.Civil()
	if diff := float64((by-ay)*12 + int(bm-am)); !a.isDay() && !b.isDay() {
		return diff, diff + 1
	}
	return math.Floor(civilMonths(a.last, b.first)), math.Ceil(civilMonths(a.first, b.last+1))
}

// spanYears counts years: of two years as many as their difference or one more,
// for the first and the last may both count, and one less where they are not
// part of a name such as “the ten-year war”.
func spanYears(l length, a, b *stretch) (least, most float64) {
	if a.coarse() || b.coarse() {
		ay, _, _ := a.first.Civil()
		by, _, _ := b.first.Civil()
		diff := float64(by - ay)
		if l.hyphen {
			return diff, diff + 1
		}
		return max(0, diff-1), diff + 1
	}
	return math.Floor(civilMonths(a.last, b.first) / 12), math.Ceil(civilMonths(a.first, b.last+1)/12 - 0.25)
}

// clockSlack is how many minutes a length in hours may be off its clock times.
const clockSlack = 29

// clockLength counts the hours or minutes between two clock times, over
// midnight if the second is the smaller.
func (r *elapsedReader) clockLength(l length, from, to *timeline.Time) (c counting, ok bool) {
	a, ok := from.Clock()
	b, ok2 := to.Clock()
	if !ok || !ok2 || from.HalfOpen || to.HalfOpen || r.dayStated(from) && r.dayStated(to) {
		return c, false
	}
	n := float64((b - a + 24*60) % (24 * 60))
	c.words = clockWords(int(n))
	if l.unit == hours {
		c.least, c.most = (n-clockSlack)/60, (n+clockSlack)/60
		return c, n > 0
	}
	c.least, c.most = n*0.9, n*1.1
	return c, n > 0
}

func clockWords(n int) string {
	switch {
	case n < 60:
		return plural(n, "minute")
	case n%60 == 0:
		return plural(n/60, "hour")
	}
	return plural(n/60, "hour") + " and " + plural(n%60, "minute")
}

// foundReach is how many chunks a verb may stand before its date.
const foundReach = 8

// isFounding reports whether the date at chunk d is when something began or
// happened: “was founded in Lyon in 1960”, “born on 3 May 1950”.
func (r *elapsedReader) isFounding(d int) bool {
	for k := d - 1; k >= 0 && k >= d-foundReach; k-- {
		switch p := &r.ps[k]; {
		case p.in(lexicon.SpanFound | lexicon.SpanBegin), p.is("first") && r.verbAt(k+1), p.is("from") && (r.p(k-1).is("dates") || r.p(k-1).is("dating") || r.p(k-1).is("dated")):
			return true
		case p.kind == chunkTime || p.kind == chunkLength || p.parts() && !p.isDash() && !p.is(",") || p.is(";"):
			return false
		}
	}
	return false
}

// anniversary reads “the 10th anniversary of the 1999 fire”, “founded in 1960,
// the club marks its 50th anniversary this year”, and the names of centenaries.
func (r *elapsedReader) anniversary(i int) {
	if l, first, ok := r.returning(i); ok && !(r.ps[i].is("birthday") && (r.p(first-1).is("his") || r.p(first-1).is("her"))) {
		r.kept(l, first, i)
	}
}

// turning reads “founded in 1819, the paper turns 200 this year”.
func (r *elapsedReader) turning(i int) {
	if !r.nameless(i) {
		return
	}
	p := &r.ps[i]
	r.kept(length{unit: years, n: p.n, hyphen: true, figure: r.Toks[p.from].Kind == page.TokenFigure, count: [2]int{p.from, p.to}}, i, i)
}

// kept writes the anniversary of l years at chunks [first, i].
func (r *elapsedReader) kept(l length, first, i int) {
	start := r.anniversaryOf(i, first, l)
	if start.time == nil {
		return
	}
	ends, slack := r.marked(i, start.i)
	for _, e := range ends {
		a, b := r.stretch(start), r.stretch(e)
		if a == nil || b == nil || b.last < a.first {
			continue
		}
		c := returnsBetween(a, b, slack)
		last := i
		f := r.lapse("anniversary", first, last, l, c, start, e)
		r.all.lapses = append(r.all.lapses, f)
		return
	}
}

// returning reads the number of years of the anniversary at chunk i, and the
// chunk that it begins with.
func (r *elapsedReader) returning(i int) (l length, first int, ok bool) {
	l = length{unit: years, hyphen: true}
	p := &r.ps[i]
	l.n, first = float64(p.word.Value), i
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		q := &r.ps[k]
		switch {
		case q.kind == chunkOrdinal:
			l.n, first = q.n, k
			l.count = [2]int{q.from, q.to}
			l.figure = r.Toks[q.from].Kind == page.TokenFigure
			return l, first, l.n > 0
		case q.kind == chunkLength && q.length.unit == years && !q.length.article:
			return q.length, k, !q.length.approx
		case q.in(lexicon.SpanJewel) && en.Is(p.lower, en.JewelFeast):
			l.n, first = float64(q.word.Value), k
			return l, first, true
		case q.kind != chunkWord && !q.is("-"), q.is("of"), q.is("the"), q.is("its"):
			return l, first, l.n > 0
		}
	}
	return l, first, l.n > 0
}

// anniversaryOf finds the date that the anniversary at chunks [first, i] is
// counted from.
func (r *elapsedReader) anniversaryOf(i, first int, l length) lapseEnd {
	if d := r.ofDate(i, l); d >= 0 {
		return r.endAt(d)
	}
	for k := first - 1; k >= 0; k-- { // the bombing of 1988, whose 20th …
		if p := &r.ps[k]; p.kind == chunkTime && fixed(p.time, l) {
			if r.isFounding(k) || r.whose(k, first) {
				return r.endAt(k)
			}
			break
		}
	}
	for k := i + 1; k < len(r.ps); k++ {
		if p := &r.ps[k]; p.kind == chunkTime && fixed(p.time, l) {
			if r.isFounding(k) {
				return r.endAt(k)
			}
		}
	}
	if r.found != nil && fixed(r.found, l) && r.pronounBefore(first) && !r.ofAnother(first, i) {
		return lapseEnd{-1, r.found}
	}
	return r.toldBeside(first, i, l)
}

// yearOf reads “founded in 1960, the club is in its 40th year” and “celebrates 40
// years of work”, beside when that began.
func (r *elapsedReader) yearOf(i int) {
	p := &r.ps[i]
	l := length{unit: years, n: p.n, hyphen: true, figure: r.Toks[p.from].Kind == page.TokenFigure, count: [2]int{p.from, p.to}}
	start := r.foundingOf(i, i, l)
	if start.time == nil {
		return
	}
	ends, slack := r.marked(i+1, start.i)
	a, b := r.stretch(start), r.stretch(ends[0])
	if a == nil || b == nil || b.last < a.first {
		return
	}
	c := returnsBetween(a, b, slack)
	c = c.say(c.least, c.most+1, years, 0, 0) // the first year ends after one
	c.most++
	r.all.lapses = append(r.all.lapses, r.lapse("anniversary", i, i+1, l, c, start, ends[0]))
}

// foundingOf returns when that began whose anniversary, or nth year, stands at chunks
// [first, i] behind “its”.
func (r *elapsedReader) foundingOf(first, i int, l length) lapseEnd {
	if !r.p(first-1).is("its") && !r.p(first-1).is("their") {
		return lapseEnd{i: -1}
	}
	for k := range r.ps {
		if p := &r.ps[k]; p.kind == chunkTime && fixed(p.time, l) && r.isFounding(k) {
			return r.endAt(k)
		}
	}
	if r.found != nil && fixed(r.found, l) {
		return lapseEnd{-1, r.found}
	}
	return lapseEnd{i: -1}
}

// ofDate returns the first date behind “of” or “since” at the chunk after i, -1 for none.
func (r *elapsedReader) ofDate(i int, l length) int {
	i = r.overRemark(i + 1)
	if of := r.p(i); !of.is("of") && !of.is("since") {
		return -1
	}
	for k := i + 1; k < len(r.ps) && k < i+20; k++ {
		p := &r.ps[k]
		if p.kind == chunkTime && fixed(p.time, l) {
			return k
		}
		if p.kind == chunkTime && !p.time.Relative || p.kind == chunkLength || p.in(lexicon.SpanReturn) || p.is(";") || p.in(lexicon.SpanMark) || p.is("and") && r.verbAt(k+1) {
			return -1
		}
	}
	return -1
}

// verbAt reports whether a finite verb begins with chunk k.
func (r *elapsedReader) verbAt(k int) bool {
	if k >= len(r.ps) {
		return false
	}
	s, at := r.D.Syntax(r.at), r.Toks[r.ps[k].from].Span.Start
	groups := s.VerbGroups()
	i := sort.Search(len(groups), func(i int) bool { return s.Tokens()[groups[i].First].Start >= at })
	return i < len(groups) && s.Tokens()[groups[i].First].Start == at && groups[i].Form == syntax.Finite
}

// overRemark returns the chunk behind “, in 2014,” or “(in 2014)” at chunk k, k
// for none.
func (r *elapsedReader) overRemark(k int) int {
	if r.p(k).kind == chunkTime && r.p(k+1).is("of") {
		return k + 1
	}
	if !r.p(k).parts() {
		return k
	}
	j := k + 1
	for r.p(j).in(lexicon.SpanLight) && j < k+4 {
		j++
	}
	if r.p(j).kind == chunkTime && r.p(j+1).parts() {
		return j + 2
	}
	return k
}

// whose reports whether the date at chunk k belongs to what the anniversary at
// chunk first is of: “the 1999 fire’s”, “of 1988, whose”.
func (r *elapsedReader) whose(k, first int) bool {
	for j := k + 1; j < first && j < k+7; j++ {
		if r.ps[j].is("whose") || r.Toks[r.ps[j].from].Possessive {
			return true
		}
	}
	return (r.p(first-1).is("its") || r.p(first-1).is("their")) && first-k < whoseReach
}

// whoseReach is how many chunks may stand between a date and “its” anniversary.
const whoseReach = 10

// pronounBefore reports whether “its” or the like stands right before chunk
// first: then the anniversary is that of what the sentence before speaks of.
func (r *elapsedReader) pronounBefore(first int) bool {
	switch r.p(first - 1).lower {
	case "its", "their", "his", "her", "the":
		return true
	}
	return false
}

// ofAnother reports whether words behind “the” and the anniversary at chunks
// [first, i] say what it is of.
func (r *elapsedReader) ofAnother(first, i int) bool {
	if !r.p(first - 1).is("the") {
		return false
	}
	for k := i + 1; k < i+whoseReach; k++ {
		if r.p(k).is("of") || r.p(k).is("since") {
			return true
		}
	}
	return false
}

// marked returns when the anniversary at chunk i is, with the times of the
// sentence that can say so before the publication, and how many days it may be
// off.
func (r *elapsedReader) marked(i, start int) (ends []lapseEnd, slack timeline.Day) {
	for step := 1; step < len(r.ps); step++ {
		for _, k := range [2]int{i + step, i - step} {
			p := r.p(k)
			if k == start || p.kind != chunkTime || p.time.Type != timeline.DATE && p.time.Type != timeline.TIME {
				continue
			}
			if p.time.When.Closed() && p.time.Grain <= timeline.GrainYear {
				return []lapseEnd{r.endAt(k)}, 0
			}
		}
	}
	if r.keeps(i) || r.ps[i].kind == chunkFigure {
		return []lapseEnd{printed}, earlyDays
	}
	return []lapseEnd{printed}, openDays
}

// keeps reports whether the sentence says that the day is kept now or was:
// “marks”, “celebrated”, not “will mark”.
func (r *elapsedReader) keeps(i int) bool {
	for k := range r.ps {
		if p := &r.ps[k]; p.in(lexicon.SpanMark) {
			for j := k - 1; j >= max(0, k-3); j-- {
				switch r.ps[j].lower {
				case "to", "will", "would", "can", "could", "may", "should", "had":
					return false
				}
			}
			return true
		}
	}
	return r.p(i+1).is("celebrations") || r.p(i+1).is("year")
}

// earlyDays is how long before or after the day of publication an anniversary
// may be that a text speaks of as kept, openDays one of which it does not say
// so.
const (
	earlyDays = 31
	openDays  = 365
)

// returnsBetween counts the years from the year of a to that of b, which may be
// slack days off.
func returnsBetween(a, b *stretch, slack timeline.Day) counting {
	b = &stretch{b.first - slack, b.last + slack}
	y, _, _ := a.first.Civil()
	y2, _, _ := a.last.Civil()
	low, _, _ := b.first.Civil()
	high, _, _ := b.last.Civil()
	c := counting{least: float64(low - y2), most: float64(high - y)}
	return c.say(c.least, c.most, years, 0, 0)
}
