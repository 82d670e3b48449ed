package elapsed

import (
	"fmt"
	"strconv"
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// elapsed is what the text says of how long things were, and between which
// times.
type elapsed struct {
	ranges []*fact.Range
	lapses []*fact.Lapse
	ages   []*fact.Age
}

var elapsedLayer = page.NewLayer(readElapsed)

func elapsedFacts(d *page.Page) *elapsed { return elapsedLayer.Of(d) }

// Ranges returns each range of times,
// in the order of the text.
func Ranges(d *page.Page) []*fact.Range { return elapsedFacts(d).ranges }

// A chunkRange is two times, as chunks, that a text joins.
type chunkRange struct {
	a, b   int
	paired bool // by verbs: began … ended
}

// pairReach is how many chunks may stand between the beginning and the end of
// something that verbs tell of: "began on 3 May in Oslo and ended on 9 May".
const pairReach = 9

// rangesOf finds the ranges of the sentence.
func (r *elapsedReader) rangesOf() {
	r.spans = r.spans[:0]
	for i := range r.ps {
		if r.ps[i].kind != chunkTime {
			continue
		}
		switch j := r.nextTime(i, pairReach); {
		case j < 0:
			r.shortRange(i)
		case r.ps[j].time.Joins == timeline.RangeEnd && j-i <= 5:
			r.addRange(chunkRange{a: i, b: j})
		case r.joined(i, j):
			r.addRange(chunkRange{a: i, b: j})
		case r.beginsAt(i) && r.endsAt(i, j):
			r.addRange(chunkRange{a: i, b: j, paired: true})
		default:
			r.shortRange(i)
		}
	}
}

// nextTime returns the next time behind chunk i within reach, -1 for none.
func (r *elapsedReader) nextTime(i, reach int) int {
	for j := i + 1; j < len(r.ps) && j <= i+reach; j++ {
		switch {
		case r.ps[j].kind == chunkTime:
			return j
		case r.ps[j].is(".") || r.ps[j].is(";"):
			return -1
		}
	}
	return -1
}

// joined reports whether "to", "until" or the like joins the times at chunks i
// and j, or "and" behind "between", in a form that the timeline does not join:
// clock times, and "from 2009 up to 2005".
func (r *elapsedReader) joined(i, j int) bool {
	k := i + 1
	if r.p(k).is("up") {
		k++
	}
	first := i - 1
	if r.p(first).is("years") {
		first--
	}
	if r.p(first).is("the") {
		first--
	}
	between := r.p(first).is("between")
	switch w := r.p(k); {
	case between && w.is("and"), !between && (w.is("to") || w.is("until") || w.is("till") || w.is("through")):
	case w.isDash() && r.ps[i].time.Type == timeline.TIME:
	default:
		return false
	}
	from := r.p(first).is("from") || between || r.ps[i].time.Type == timeline.TIME
	return from && k+1 == j && r.ps[i].time.Type == r.ps[j].time.Type
}

// beginsAt reports whether a verb of beginning stands before the time at chunk
// i, with an object of a few words at most.
func (r *elapsedReader) beginsAt(i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		switch p := &r.ps[k]; {
		case p.in(lexicon.SpanBegin):
			return true
		case p.kind != chunkWord && p.kind != chunkLength || p.in(lexicon.SpanStop|lexicon.SpanEnd) || p.is("and"):
			return false
		}
	}
	return false
}

// endsAt reports whether the end of what began at chunk i is told with the time
// at chunk j: “and ended on”, “, died”, “and was closed in”.
func (r *elapsedReader) endsAt(i, j int) bool {
	k := i + 1
	for ; k < j && !r.ps[k].in(lexicon.SpanEnd); k++ {
		switch p := &r.ps[k]; {
		case p.is(","), p.is(";"), p.isDash(), p.is("and"), p.is("then"), p.is("was"), p.is("were"), p.is("it"), p.is("he"), p.is("she"), p.is("they"),
			p.is("before"), p.is("is"), p.is("will"), p.is("due"), p.is("scheduled"), p.is("to"), p.is("finally"), p.is("only"), p.is("be"), p.is("until"), p.is("had"):
		default:
			return false
		}
	}
	if k == j || j-k > 5 {
		return false
	}
	for k++; k < j; k++ {
		if r.ps[k].kind != chunkWord || r.ps[k].in(lexicon.SpanStop) || r.ps[k].is("and") {
			return false
		}
	}
	return true
}

// movedReach is how many chunks before a range, and right behind it, a word of moving a time
// counts.
const movedReach = 9

// isMoved reports whether words beside the range say that something went from
// one time to the other, or that a value did.
func (r *elapsedReader) isMoved(s chunkRange) bool {
	within := r.p(s.a - 1).is("between") // fell between 2002 and 2005
	for k := s.a - 1; k >= max(0, s.a-movedReach); k-- {
		if p := &r.ps[k]; p.in(lexicon.SpanMoved) || p.kind == chunkWord && !within && lexicon.ChangeWord(p.lower) {
			return true
		}
	}
	next := r.p(s.b + 1)
	return next.in(lexicon.SpanMoved)
}

// shortRange reads "1998-95": two digits behind a year that are no month and
// lie before it.
func (r *elapsedReader) shortRange(i int) {
	t := r.ps[i].time
	fig := r.p(i + 2)
	if !endsInYear(t) || !r.p(i+1).isDash() || fig.kind != chunkFigure || r.Toks[fig.from].Span.Len() != 2 || !r.Toks[fig.from].Glued {
		return
	}
	y, _ := strconv.Atoi(t.Text[len(t.Text)-4:])
	end := y/100*100 + int(fig.n)
	if fig.n <= 12 || end >= y || r.p(i+3).isDash() {
		return
	}
	at := r.span(i+2, i+2)
	to := fact.Time{
		Text: at.In(r.Src), At: r.D.PlaceOf(at), Type: "DATE", Explicit: true, Valid: true, Zone: r.Zone, Grain: t.Grain.String(),
		Value: fmt.Sprint(end), When: page.Interval(timeline.Days(timeline.Date(end, 1, 1), timeline.Date(end+1, 1, 1)), "year"),
	}
	r.writeRange(chunkRange{a: i, b: i + 2}, to, false)
}

// endsInYear reports whether t is a year, or a season of one, and ends with its
// four digits.
func endsInYear(t *timeline.Time) bool {
	return (t.Grain == timeline.GrainYear || t.Grain == timeline.GrainSeason) && len(lastDigits(t.Text)) == 4
}

func (r *elapsedReader) addRange(s chunkRange) {
	r.spans = append(r.spans, s)
	from, to := r.ps[s.a].time, r.ps[s.b].time
	if from.Grain == timeline.GrainYear && r.counts(s.b+1) {
		return
	}
	r.writeRange(s, *r.timeFact(to), r.wraps(s, from, to))
}

// counts reports whether a plural follows at chunk i, which four digits before
// it can count.
func (r *elapsedReader) counts(i int) bool {
	p := r.p(i)
	return p.kind == chunkWord && strings.HasSuffix(p.lower, "s") && len(p.lower) > 3 && !lexicon.ClosedWord(p.lower) && !p.in(lexicon.SpanUnit|lexicon.SpanEnd|lexicon.SpanBegin)
}

// Fact returns the fact of a time, which is read once.
func (r *elapsedReader) timeFact(t *timeline.Time) *fact.Time {
	all := claims.Times(r.D)
	lo, hi := 0, len(r.D.Times)
	for lo < hi {
		if mid := (lo + hi) / 2; r.D.Times[mid].Span.Start < t.Span.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(all) && &r.D.Times[lo] == t {
		return all[lo]
	}
	return times.Fact(r.D, t)
}

// wrapDays is how far back the end of a range without a year may lie before it
// is taken for one of the year after: nobody writes "from 20 June to 5 June" of
// nearly a year.
const wrapDays = 92

// wraps reports whether the end of a range may rightly be the smaller: after
// midnight, in the week or the year that follows.
func (r *elapsedReader) wraps(s chunkRange, from, to *timeline.Time) bool {
	if from.Type == timeline.TIME && to.Type == timeline.TIME {
		return r.clockWraps(s, from, to)
	}
	if from.BareWeekday() || to.BareWeekday() || from.Type != to.Type {
		return true
	}
	if !from.Relative && !to.Relative {
		return false
	}
	_, _, a := from.MonthDay()
	_, _, b := to.MonthDay()
	return !a || !b || from.When.From.Day()-to.When.From.Day() > wrapDays
}

// smallHours is when, in minutes after midnight, what began on the day before
// is over at the latest: a bar's hours, a night train's.
const smallHours = 6 * 60

// clockWraps reports whether a range of clock times may run over midnight, or
// is not one of two known times.
func (r *elapsedReader) clockWraps(s chunkRange, from, to *timeline.Time) bool {
	a, ok := from.Clock()
	b, ok2 := to.Clock()
	east, zoned := from.UTCOffset()
	west, zoned2 := to.UTCOffset()
	if !ok || !ok2 || from.HalfOpen || to.HalfOpen || zoned && zoned2 && east != west {
		return true
	}
	if next := r.p(s.b + 1); next.is("the") || next.is("next") || next.kind == chunkTime || next.is("on") && r.p(s.b+2).kind == chunkTime || to.When.From.Day() != from.When.From.Day() && r.dayStated(from) {
		return true
	}
	pm := a >= 12*60
	return pm != (b >= 12*60) || !pm && b < smallHours
}

// dayStated reports whether the words of a clock time name its day too.
func (r *elapsedReader) dayStated(t *timeline.Time) bool {
	_, _, day := t.MonthDay()
	return day || t.Weekday >= 0
}

// writeRange writes a range fact.
func (r *elapsedReader) writeRange(s chunkRange, to fact.Time, wraps bool) {
	from := r.timeFact(r.ps[s.a].time)
	span := text.Span{Start: from.At.Span.Start, End: to.At.Span.End}
	if p := r.p(s.a - 1); !s.paired && (p.is("from") || p.is("between")) {
		span.Start = r.Toks[p.from].Span.Start
	}
	f := &fact.Range{
		At: r.D.PlaceOf(span), Zone: r.Zone, From: *from, To: to,
		Moved: r.isMoved(s), Wraps: wraps, Form: "joined",
	}
	if s.paired {
		f.Form = "verbs"
	}
	f.Text = f.At.Text
	f.Fixes = r.rangeFixes(f)
	r.all.ranges = append(r.all.ranges, f)
}

// rangeFixes offers the two ends the other way round.
func (r *elapsedReader) rangeFixes(f *fact.Range) []fact.Fix {
	a, b := f.From.At.Span, f.To.At.Span
	first, second := a.In(r.Src), b.In(r.Src)
	before := r.Src[f.At.Span.Start:a.Start]
	fix := fact.Fix{Message: "put the two ends the other way round, or correct one of them"}
	switch x, y := lastDigits(first), firstDigits(second); {
	case f.Form != "joined" || a.End > b.Start:
	case len(x) == 4 && y == second && len(y) == 2: // 1998-95
		fix.Replacement = before + x[:2] + y + r.Src[a.End:b.Start] + x[2:]
	case y == second && x != "" && len(x) <= 2: // June 15-12
		fix.Replacement = before + first[:len(first)-len(x)] + y + r.Src[a.End:b.Start] + x
	case firstDigits(first) == first && len(first) <= 2: // 20 to 18 June
		fix.Replacement = before + y + r.Src[a.End:b.Start] + first + second[len(y):]
	case len(strings.Fields(first)) == len(strings.Fields(second)):
		fix.Replacement = before + second + r.Src[a.End:b.Start] + first
	}
	return []fact.Fix{fix}
}

func firstDigits(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))] }

func lastDigits(s string) string { return s[len(strings.TrimRight(s, "0123456789")):] }
