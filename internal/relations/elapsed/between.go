package elapsed

import (
	"math"
	"strconv"
	"strings"

	"factcheck/internal/fact"
	"factcheck/internal/lexicon"
	"factcheck/internal/lexicon/en"
	"factcheck/internal/page"
	"factcheck/internal/text"
	"factcheck/timeline"
)

// Lapses returns each length of time that stands beside the times it lies between,
// in the order of the text.
func Lapses(d *page.Page) []*fact.Lapse { return elapsedFacts(d).lapses }

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

// lapsesOf reads the lengths and the anniversaries of the sentence.
func (r *elapsedReader) lapsesOf() {
	for i := range r.ps {
		switch p := &r.ps[i]; {
		case p.in(lexicon.SpanReturn) && p.kind == chunkWord, en.Is(p.lower, en.JewelFeast) && r.p(i-1).in(lexicon.SpanJewel) && !r.p(i+1).in(lexicon.SpanReturn):
			r.anniversary(i)
		case p.kind == chunkOrdinal && r.p(i+1).is("year"):
			r.yearOf(i)
		case p.kind == chunkLength:
			_ = r.clockLater(i) || r.ago(i) || r.ahead(i) || r.onwards(i) || r.afterwards(i) || r.since(i) || r.spanning(i) || r.celebrated(i) || r.passed(i) || r.used(i) || r.taking(i)
		case p.kind == chunkAge:
			r.oldThing(i)
		case p.kind == chunkFigure && strings.HasPrefix(r.p(i-1).lower, "turn"):
			r.turning(i)
		}
	}
}

// fixed reports whether a time says by itself, to the grain that u needs, when
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

// besideReach is how many chunks may stand between a length and its date.
const besideReach = 6

// dateBehind returns the date that chunk k begins or only light words part from
// it: “, in 2009”, “(2009)”, “this month, on 3 May 2009”, “when it opened in 2009”; -1 for none.
func (r *elapsedReader) dateBehind(k int, l length) int {
	words := 0
	if r.p(k).is("when") {
		words = 4
		k++
	}
	for end := k + besideReach; k < end; k++ {
		p := r.p(k)
		switch {
		case p.kind == chunkTime && fixed(p.time, l):
			return k
		case p.kind == chunkTime && p.time.Relative, p.parts(), p.in(lexicon.SpanLight) && !p.is("until") && !p.is("by"):
		case words > 0 && p.kind == chunkWord && !p.in(lexicon.SpanStop):
			words--
		default:
			return -1
		}
	}
	return -1
}

// dateBefore returns the date that ends at chunk k or is parted from it by a sign and light
// words: “in 2009, about”, “the 2009 fire, some”; -1 for none.
func (r *elapsedReader) dateBefore(k int, l length) int {
	parted, nouns := false, 0
	for end := k - besideReach; k > end; k-- {
		p := r.p(k)
		switch {
		case p.kind == chunkTime && fixed(p.time, l) && (nouns == 0 || parted):
			return k
		case p.parts():
			parted = true
		case p.in(lexicon.SpanLight), p.is("years"), p.is("exactly"):
			if parted {
				nouns++ // between the date and the sign
			}
		case parted && p.kind == chunkWord && nouns < 2 && !p.in(lexicon.SpanStop|lexicon.SpanEnd|lexicon.SpanBegin) && !lexicon.ClosedWord(p.lower):
			nouns++
		default:
			return -1
		}
	}
	return -1
}

// ago reads “eight years ago, in 2009” and “in 2009, eight years ago”.
func (r *elapsedReader) ago(i int) bool {
	if r.p(i+1).is("on") && r.closes(i+2) {
		return r.yearsOn(i)
	}
	if !r.p(i + 1).is("ago") {
		return false
	}
	l := r.ps[i].length
	d := r.dateBehind(i+2, l)
	if d < 0 {
		d = r.dateBefore(i-1, l)
	}
	if d < 0 && (r.p(i+2).is("after") || r.p(i+2).is("following") || r.p(i+2).is(",") && r.p(i+3).is("after")) {
		d = r.reference(i+4, l)
	}
	if d < 0 {
		d = r.whichBefore(i, l)
	}
	if d < 0 {
		d = r.cleft(i, l)
	}
	if d < 0 {
		return false
	}
	return r.write("ago", i, i+1, []lapseEnd{r.gone(d)}, []lapseEnd{printed})
}

// yearsOn reads “the storm of June 1989, 20 years on,” and “It was founded in 1919.
// Ninety years on, …”.
func (r *elapsedReader) yearsOn(i int) bool {
	l := r.ps[i].length
	if l.unit < years || l.article || r.past(0, len(r.ps)) {
		return false
	}
	start := lapseEnd{-1, r.found}
	if d := r.dateBefore(i-1, l); d >= 0 {
		start = r.endAt(d)
	} else if i > 0 || r.found == nil || !fixed(r.found, l) {
		return false
	}
	return r.write("ago", i, i+1, []lapseEnd{start}, append([]lapseEnd{printed}, r.otherDates(i, start.i)...))
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

// ahead reads “in five years, in 2008”, “five years from now, in 2008” and “on
// 20 March, five days away”.
func (r *elapsedReader) ahead(i int) bool {
	last, l := i, r.ps[i].length
	switch next := r.p(i + 1); {
	case next.is("from") && (r.p(i+2).is("now") || r.p(i+2).is("today")):
		last = i + 2
	case r.p(i+2).is("time") && (next.is("'") || next.is("’")), next.is("time"):
		last = i + 2
		if next.is("time") {
			last = i + 1
		}
	case next.is("away"), next.is("hence"), next.is("off") && r.closes(i+2):
		last = i + 1
	case r.p(i-1).is("in") && (next.is(",") || next.is("(") || next.isDash()) && !r.past(0, len(r.ps)) && !r.happened():
	default:
		return false
	}
	d := r.dateBehind(last+1, l)
	if d < 0 && last > i {
		d = r.dateBefore(i-1, l)
	}
	if d < 0 || !r.toCome(d) {
		return false
	}
	return r.write("later", i, last, []lapseEnd{printed}, []lapseEnd{r.endAt(d)})
}

// toCome reports whether the date at chunk d lies behind the publication.
func (r *elapsedReader) toCome(d int) bool {
	now := r.stretch(printed)
	return now != nil && r.ps[d].time.When.LastDay() > now.last
}

// happened reports whether the sentence has an auxiliary of the past.
func (r *elapsedReader) happened() bool {
	for k := range r.ps {
		switch r.ps[k].lower {
		case "was", "were", "did":
			return true
		}
	}
	return false
}

// whichBefore returns the date before “, which struck” and chunk i, -1 for none.
func (r *elapsedReader) whichBefore(i int, l length) int {
	if !r.closes(i + 2) {
		return -1
	}
	for k := i - 1; k >= max(0, i-5); k-- {
		p := r.p(k)
		switch {
		case p.is("which"), p.is("that"):
			return r.dateBefore(k-1, l)
		case p.kind != chunkWord:
			return -1
		}
	}
	return -1
}

// cleft returns the only date of “It was ten years ago that the bridge fell, on
// 3 May 2009”, -1 if there is none or several.
func (r *elapsedReader) cleft(i int, l length) int {
	if !(r.p(0).is("it") && (r.p(1).is("was") || r.p(1).is("is"))) || i > 5 {
		return -1
	}
	found := -1
	for k := i + 2; k < len(r.ps); k++ {
		if p := &r.ps[k]; p.kind == chunkTime && fixed(p.time, l) {
			if found >= 0 {
				return -1
			}
			found = k
		} else if p.kind == chunkLength {
			return -1
		}
	}
	return found
}

// since reads “since 1959, 40 years”, “for six years, since 2009” and “20 years
// since the 1999 fire”.
func (r *elapsedReader) since(i int) bool {
	l := r.ps[i].length
	if l.hyphen || l.article && l.unit < decades || r.past(0, len(r.ps)) {
		return false
	}
	d := r.sinceBehind(i+1, l)
	if d < 0 {
		k := i - 1
		if r.p(k).is("for") {
			k--
		} else if r.p(k).is("of") && r.p(k-1).is("total") && r.p(k-2).is("a") {
			k -= 3
		}
		if d = r.dateBefore(k, l); d < 0 || !r.sinceBefore(d) || !r.closes(i+1) {
			return false
		}
	}
	if r.p(d+1).is("to") || r.p(d+1).isDash() {
		return false
	}
	return r.write("since", i, i, []lapseEnd{r.endAt(d)}, append([]lapseEnd{printed}, r.otherDates(i, d)...))
}

// sinceBehind returns the date behind “, since” or “since the … of” at chunk k,
// -1 for none.
func (r *elapsedReader) sinceBehind(k int, l length) int {
	for r.p(k).parts() || r.p(k).is("now") || r.p(k).is("have") || r.p(k).is("has") || r.p(k).is("passed") || r.p(k).is("or") || r.p(k).is("elapsed") || r.p(k).is("ever") {
		k++
	}
	if r.p(k).is("on") && r.p(k+1).is("from") {
		k++
	} else if !r.p(k).is("since") {
		return -1
	}
	return r.reference(k+1, l)
}

// referenceReach is how many chunks “since” or “after” may stand before its date:
// “after he joined the small parish choir in 1990”.
const referenceReach = 9

// reference returns the first date behind chunk k in its clause, -1 for none.
func (r *elapsedReader) reference(k int, l length) int {
	for end := k + referenceReach; k < end; k++ {
		switch p := r.p(k); {
		case p.kind == chunkTime:
			if fixed(p.time, l) {
				return k
			}
			return -1
		case p.kind == 0, p.kind == chunkLength, p.kind == chunkMark && !p.isDash() && !p.is("'") && !p.is("’"), p.in(lexicon.SpanStop), p.is("and"):
			return -1
		}
	}
	return -1
}

// sinceBefore reports whether “since” stands before the date at chunk d.
func (r *elapsedReader) sinceBefore(d int) bool {
	return r.p(d-1).is("since") || r.p(d-2).is("since") && (r.p(d-1).is("the") || r.p(d-1).is("early") || r.p(d-1).is("late"))
}

// closes reports whether a clause ends at chunk k.
func (r *elapsedReader) closes(k int) bool {
	p := r.p(k)
	return p.kind == 0 || p.kind == chunkMark && !p.is("$") && !p.is("'") && !p.is("’")
}

// past reports whether chunks [from, to) tell of something before another past
// time: then lengths do not run up to the publication.
func (r *elapsedReader) past(from, to int) bool {
	for k := from; k < to && k < len(r.ps); k++ {
		if r.ps[k].is("had") {
			return true
		}
	}
	return false
}

// otherDates returns the dates of the sentence but the one at chunk d, nearest
// to chunk i first, those that could be meant instead.
func (r *elapsedReader) otherDates(i, d int) []lapseEnd {
	var out []lapseEnd
	for step := 1; step < len(r.ps) && len(out) < maxOther; step++ {
		for _, k := range [2]int{i - step, i + step} {
			if p := r.p(k); k != d && p.kind == chunkTime && !p.time.BareWeekday() {
				out = append(out, r.endAt(k))
			}
		}
	}
	return out
}

// maxOther bounds how many times are tried for the end that words leave open.
const maxOther = 4

// afterwards reads “two days later, on 9 June”, “in 1994, five years earlier”,
// with the date that is counted from before it.
func (r *elapsedReader) afterwards(i int) bool {
	w := r.p(i + 1)
	earlier := w.is("earlier") || w.is("previously") || w.is("before") && (r.p(i+2).parts() || r.p(i+2).is("in"))
	if !w.is("later") && !earlier && !(w.is("afterwards") || w.is("afterward")) {
		return false
	}
	l := r.ps[i].length
	d := r.dateBehind(i+2, l)
	if d < 0 {
		d = r.dateBefore(i-1, l)
	}
	if d < 0 && (r.p(i+2).is("by") || r.p(i+2).is("with")) {
		d = r.reference(i+3, l)
	}
	if d < 0 {
		return false
	}
	from := r.earlierDates(min(i, d), l, r.ps[d].time)
	if earlier {
		from = append(from, printed)
		if r.stretch(printed) == nil {
			from = from[:len(from)-1]
		}
		return r.write("before", i, i+1, []lapseEnd{r.endAt(d)}, from)
	}
	return r.write("later", i, i+1, from, []lapseEnd{r.endAt(d)})
}

// earlierDates returns the dates before chunk k, the nearest first, then those
// of the sentence before; not the time but.
func (r *elapsedReader) earlierDates(k int, l length, but *timeline.Time) []lapseEnd {
	var out []lapseEnd
	for k--; k >= 0 && len(out) < maxOther; k-- {
		if p := &r.ps[k]; p.kind == chunkTime && fixed(p.time, l) && p.time != but {
			out = append(out, r.endAt(k))
		}
	}
	for k := len(r.before) - 1; k >= 0 && len(out) < maxOther; k-- {
		if fixed(r.before[k], l) {
			out = append(out, lapseEnd{-1, r.before[k]})
		}
	}
	return out
}

// onwards reads “in 1996, four years after the 1990 accident”, “two years before
// the 2004 vote, in 2001”, and “20 years after the 1986 accident” of now.
func (r *elapsedReader) onwards(i int) bool {
	w := r.p(i + 1)
	before := w.is("before")
	k := i + 2
	switch {
	case w.is("after"), w.is("following"), before:
	case w.is("on") && (r.p(k).is("from") || r.p(k).is("after")):
		k++
	default:
		return false
	}
	l := r.ps[i].length
	ref := r.reference(k, l)
	if ref < 0 {
		return false
	}
	d := r.dateBefore(i-1, l)
	if d < 0 {
		d = r.resumed(ref+1, l)
	}
	other := printed
	switch {
	case d >= 0:
		other = r.endAt(d)
	case before || l.article || !r.present(ref+1) && !(l.unit >= years && r.remembered(i)):
		return false
	}
	if before {
		return r.write("before", i, i+1, []lapseEnd{other}, []lapseEnd{r.endAt(ref)})
	}
	return r.write("later", i, i+1, []lapseEnd{r.endAt(ref)}, []lapseEnd{other})
}

// remembered reports whether the sentence tells of a day that was kept lately:
// it has a word for it, and no time but one of the days around publication
// before the length at chunk i.
func (r *elapsedReader) remembered(i int) bool {
	kept := false
	for k := range r.ps {
		p := &r.ps[k]
		kept = kept || p.in(lexicon.SpanMark|lexicon.SpanReturn) || remembering(p.lower)
		if k < i && p.kind == chunkTime && !r.lately(p.time) {
			return false
		}
	}
	return kept && !r.past(0, len(r.ps))
}

func remembering(w string) bool {
	switch w {
	case "remember", "remembrance", "memorial", "mourn", "mourned", "tribute", "homage", "wreath", "wreaths", "vigil", "commemoration", "commemorations", "ceremony":
		return true
	}
	return false
}

// resumed returns the date that a comma and light words bring behind chunk k,
// which a few words of its own clause may precede; -1 for none.
func (r *elapsedReader) resumed(k int, l length) int {
	for end := k + 4; k < end && r.p(k).kind == chunkWord; k++ {
	}
	if !r.p(k).parts() {
		return -1
	}
	for k++; r.p(k).in(lexicon.SpanLight); k++ {
	}
	if p := r.p(k); p.kind == chunkTime && fixed(p.time, l) && r.p(k-1).kind == chunkWord {
		return k
	}
	return -1
}

// present reports whether the first finite auxiliary behind chunk k is one of
// the present.
func (r *elapsedReader) present(k int) bool {
	for ; k < len(r.ps); k++ {
		switch r.ps[k].lower {
		case "is", "are", "has", "have", "remains", "remain", "continues", "continue", "still":
			return true
		case "was", "were", "had", "did", "would", "could":
			if r.p(k+1).is("born") && (r.p(k-1).is("who") || r.p(k-1).is("which")) {
				continue
			}
			return false
		}
	}
	return false
}

// write writes a lapse from one of starts to one of ends: the first pair that
// the length fits, else the first that can be counted at all. It reports
// whether there is one.
func (r *elapsedReader) write(form string, i, last int, starts, ends []lapseEnd) bool {
	l := r.ps[i].length
	var best *fact.Lapse
	for _, s := range starts {
		for _, e := range ends {
			a, b := r.stretch(s), r.stretch(e)
			if a == nil || b == nil {
				continue
			}
			c, ok := between(l.unit, a, b)
			if !ok || s.time == e.time {
				continue
			}
			if l.unit == days && (s.time == nil || e.time == nil) {
				c.least, c.most = c.least-1, c.most+1 // written the day before, printed the day after
			}
			c.backward = b.last < a.first
			if fits := l.fits(c); fits || best == nil {
				best = r.lapse(form, i, last, l, c, s, e)
				if fits {
					r.all.lapses = append(r.all.lapses, best)
					return true
				}
			}
		}
	}
	if best != nil {
		r.all.lapses = append(r.all.lapses, best)
	}
	return best != nil
}

// fits reports whether a length is one that c allows, as the rules have it.
func (l *length) fits(c counting) bool {
	low, high := c.least, c.most
	if l.approx && l.unit < decades {
		slack := math.Max(1, roundPart*l.n)
		low, high = low-slack, high+slack
	}
	switch {
	case c.backward:
		return false
	case l.bound == "more" || l.bound == "least":
		return l.n <= high
	case l.bound == "less" || l.bound == "most":
		return l.n >= low
	}
	return low <= l.n && l.n <= high
}

// maxPassage is how many bytes a passage may have that shows the length and its
// dates together.
const maxPassage = 160

// lapse makes the fact of the length at chunks [i, last] with its two ends.
func (r *elapsedReader) lapse(form string, i, last int, l length, c counting, start, end lapseEnd) *fact.Lapse {
	span := r.span(i, last)
	if l.count[0] < r.ps[i].from { // an ordinal
		span.Start = r.Toks[l.count[0]].Span.Start
	}
	for _, e := range [2]lapseEnd{start, end} {
		if e.i < 0 {
			continue
		}
		if s := r.span(e.i, e.i); max(s.End, span.End)-min(s.Start, span.Start) <= maxPassage {
			span = text.Span{Start: min(s.Start, span.Start), End: max(s.End, span.End)}
		}
	}
	span = r.closed(span)
	f := &fact.Lapse{
		At: r.D.PlaceOf(span), Zone: r.Zone, Form: form, Length: l.n, Unit: unitNames[l.unit], Approx: l.approx, Bound: l.bound,
		Start: r.intervalOf(start), End: r.intervalOf(end), StartAt: r.placeOf(start), EndAt: r.placeOf(end),
		Least: c.least, Most: c.most, Counted: c.words, Backward: c.backward,
	}
	f.Text = f.At.Text
	f.Fixes = r.lapseFixes(f, l, c, span)
	return f
}

// closed takes the bracket that closes what s opens into it.
func (r *elapsedReader) closed(s text.Span) text.Span {
	open := strings.LastIndexByte(s.In(r.Src), '(')
	if open >= 0 && strings.IndexByte(s.In(r.Src)[open:], ')') < 0 && strings.HasPrefix(r.Src[s.End:], ")") {
		s.End++
	}
	return s
}

// usual returns what a text would most likely call the length.
func (c *counting) usual(form string, u unit) int {
	switch {
	case form == "span" && u == days, form != "span" && u != weeks && u < decades:
		return int(math.Floor(c.most))
	}
	return int(math.Ceil((c.least+c.most)/2 - 0.5))
}

func (r *elapsedReader) intervalOf(e lapseEnd) *fact.Interval {
	if e.time == nil {
		return page.Interval(r.D.Published.When, "")
	}
	return page.Interval(e.time.When, e.time.Grain.String())
}

func (r *elapsedReader) placeOf(e lapseEnd) fact.Place {
	if e.time == nil {
		return fact.Place{}
	}
	return r.D.PlaceOf(e.time.Span)
}

// lapseFixes offers the right number, and names the other way out.
func (r *elapsedReader) lapseFixes(f *fact.Lapse, l length, c counting, span text.Span) []fact.Fix {
	out := []fact.Fix{}
	if c.backward {
		return []fact.Fix{{Message: "correct one of the two dates"}}
	}
	n := c.usual(f.Form, l.unit)
	if one := l.n == 1 && !l.hyphen || n == 1; n > 0 && !one && l.count[1] > l.count[0] {
		at := text.Span{Start: r.Toks[l.count[0]].Span.Start, End: r.Toks[l.count[1]-1].Span.End}
		if word := r.numberLike(at.In(r.Src), n, l.figure); word != "" && span.Start <= at.Start && at.End <= span.End {
			out = append(out, fact.Fix{
				Message:     "write " + word,
				Replacement: r.Src[span.Start:at.Start] + word + r.Src[at.End:span.End],
			})
		}
	}
	return append(out, fact.Fix{Message: "or correct the date"})
}

// numberLike writes n as old is written: in figures or words, as a cardinal or
// an ordinal.
func (r *elapsedReader) numberLike(old string, n int, figure bool) string {
	ordinal := len(old) > 2 && figure && ordinalSuffix(old[len(old)-2:])
	switch {
	case ordinal:
		return strconv.Itoa(n) + suffixOf(n)
	case figure:
		return strconv.Itoa(n)
	}
	word := lexicon.CardinalWord(n)
	if word == "" {
		return ""
	}
	if old[0] >= 'A' && old[0] <= 'Z' {
		word = string(word[0]-'a'+'A') + word[1:]
	}
	return word
}

func suffixOf(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// oldThing reads “the 120-year-old theatre, built in 1950”.
func (r *elapsedReader) oldThing(i int) {
	p := &r.ps[i]
	if p.length.unit != years || p.n < 2 || r.isPerson(i) {
		return
	}
	if d := r.dateOfThing(i); d >= 0 {
		p.length.bound, p.length.hyphen = "", true
		r.write("ago", i, i, []lapseEnd{r.endAt(d)}, []lapseEnd{printed})
		return
	}
	for k := i + 1; k < len(r.ps) && k < i+10; k++ {
		q := &r.ps[k]
		if q.kind == chunkTime && !(k == i+1 && q.time.Relative) {
			if !q.time.Relative && r.isFounding(k) && r.nameless(k) {
				p.length.bound, p.length.hyphen = "", true
				r.write("ago", i, i, []lapseEnd{r.endAt(k)}, []lapseEnd{printed})
			}
			return
		}
	}
}

// isPerson reports whether the age at chunk i, with "the" before it, has no noun behind
// it: the 35-year-old last won a title.
func (r *elapsedReader) isPerson(i int) bool {
	if !r.p(i-1).is("the") || i+1 >= len(r.ps) {
		return false
	}
	_, ok := r.D.Syntax(r.at).NounGroupAt(r.Toks[r.ps[i+1].from].Span.Start)
	return !ok
}

// dateOfThing returns the date of “the paper, launched in 1919, is” before the age at
// chunk i, -1 for none.
func (r *elapsedReader) dateOfThing(i int) int {
	k := i - 1
	for r.p(k).in(lexicon.SpanLight) && !r.p(k).is("is") {
		k--
	}
	if !r.p(k).is("is") && !r.p(k).is("turns") || !r.p(k-1).is(",") || !r.nameless(i) {
		return -1
	}
	if d := k - 2; r.p(d).kind == chunkTime && !r.ps[d].time.Relative && r.isFounding(d) {
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
	for j := range k {
		switch r.ps[j].lower {
		case "born", "who", "he", "she", "his", "her", "joined", "elected", "married":
			return false
		}
	}
	return true
}
