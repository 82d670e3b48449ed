package elapsed

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"factcheck/internal/claims"
	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/internal/values/times"
	"factcheck/timeline"
)

// A chunkRange is two times, as chunks, that a text joins.
type chunkRange struct {
	a, b   int
	paired bool // by verbs: began … ended
}

// How the ends of a range belong together, see fact.Range.Form.
const (
	joinedRange = "joined"
	verbRange   = "verbs"
)

const (
	pairReach   = 9 // how many chunks may stand between two times that verbs pair: "began on 3 May in Oslo and ended on 9 May"
	joinReach   = 5 // … between two that are joined, and between a verb of ending and its time
	objectReach = 6 // … between a verb of beginning and its time
)

// rangesOf finds the ranges of the sentence.
func (r *elapsedReader) rangesOf() {
	r.spans = r.spans[:0]
	for i := range r.ps {
		if r.ps[i].kind != chunkTime {
			continue
		}
		switch j := r.nextTime(i); {
		case j >= 0 && (r.ps[j].time.Joins == timeline.RangeEnd && j-i <= joinReach || r.joined(i, j)):
			r.addRange(chunkRange{a: i, b: j})
		case j >= 0 && r.beginsAt(i) && r.endsAt(i, j):
			r.addRange(chunkRange{a: i, b: j, paired: true})
		default:
			r.shortRange(i)
		}
	}
}

// nextTime returns the next time behind chunk i in its sentence, within the reach of
// a pair, -1 for none.
func (r *elapsedReader) nextTime(i int) int {
	return r.walk(i+1, 1, pairReach, func(_ int, p *chunk) verdict {
		switch {
		case p.kind == chunkTime:
			return hit
		case p.of(en.FullStop, en.Semicolon):
			return bar
		}
		return pass
	})
}

// joined reports whether "to", "until" or the like joins the times at chunks i
// and j, or "and" behind "between", in a form that the timeline does not join:
// clock times, and "from 2009 up to 2005".
func (r *elapsedReader) joined(i, j int) bool {
	k, first := i+1, i-1
	if r.p(k).of(en.Up) {
		k++
	}
	if r.p(first).of(en.Years) {
		first--
	}
	if r.p(first).of(en.The) {
		first--
	}
	opening, clock := r.p(first), r.ps[i].time.Type == timeline.TIME
	if k+1 != j || r.ps[i].time.Type != r.ps[j].time.Type {
		return false
	}
	if opening.of(en.Between) {
		return r.p(k).of(en.And) || clock && r.p(k).isDash()
	}
	return (opening.of(en.From) || clock) && r.p(k).of(en.RangeWord) || clock && r.p(k).isDash()
}

// beginsAt reports whether a verb of beginning stands before the time at chunk
// i, with an object of a few words at most.
func (r *elapsedReader) beginsAt(i int) bool {
	return r.walk(i-1, -1, objectReach, func(_ int, p *chunk) verdict {
		switch {
		case p.of(en.Begins):
			return hit
		case !p.is(chunkWord | chunkLength), p.opensClause(), p.of(en.Ends, en.And):
			return bar
		}
		return pass
	}) >= 0
}

// endsAt reports whether the end of what began at chunk i is told with the time
// at chunk j: “and ended on”, “, died”, “and was closed in”.
func (r *elapsedReader) endsAt(i, j int) bool {
	verb := r.walk(i+1, 1, j-i-1, func(_ int, p *chunk) verdict {
		switch {
		case p.of(en.Ends):
			return hit
		case p.of(en.Comma, en.Semicolon, en.EndLink), p.isDash():
			return pass
		}
		return bar
	})
	if verb < 0 || j-verb > joinReach {
		return false
	}
	for k := verb + 1; k < j; k++ {
		if p := &r.ps[k]; p.kind != chunkWord || p.opensClause() || p.of(en.And) {
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
	within := r.p(s.a - 1).of(en.Between) // fell between 2002 and 2005
	return r.p(s.b+1).of(en.Moves) || r.walk(s.a-1, -1, movedReach, func(_ int, p *chunk) verdict {
		if p.of(en.Moves) || p.kind == chunkWord && !within && lexicon.ChangeWord(p.lower) {
			return hit
		}
		return pass
	}) >= 0
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
	return p.open() && p.of(en.SEnding) && len(p.lower) > 3 && !p.in(lexicon.SpanUnit) && !p.of(en.Begins, en.Ends)
}

// timeFact returns the fact of a time, which is read once.
func (r *elapsedReader) timeFact(t *timeline.Time) *fact.Time {
	i := sort.Search(len(r.D.Times), func(i int) bool { return r.D.Times[i].Span.Start >= t.Span.Start })
	if all := claims.Times(r.D); i < len(all) && &r.D.Times[i] == t {
		return all[i]
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
	if next := r.p(s.b + 1); next.of(en.The, en.Next) || next.kind == chunkTime || next.of(en.On) && r.p(s.b+2).kind == chunkTime || to.When.From.Day() != from.When.From.Day() && r.dayStated(from) {
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
	if p := r.p(s.a - 1); !s.paired && p.of(en.From, en.Between) {
		span.Start = r.Toks[p.from].Span.Start
	}
	f := &fact.Range{
		At: r.D.PlaceOf(span), Zone: r.Zone, From: *from, To: to,
		Moved: r.isMoved(s), Wraps: wraps, Form: joinedRange,
	}
	if s.paired {
		f.Form = verbRange
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
	case f.Form != joinedRange || a.End > b.Start:
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

const digits = "0123456789"

func firstDigits(s string) string { return s[:len(s)-len(strings.TrimLeft(s, digits))] }

func lastDigits(s string) string { return s[len(strings.TrimRight(s, digits)):] }
