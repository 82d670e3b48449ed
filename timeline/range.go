package timeline

import (
	"slices"

	"factcheck/internal/lexicon/en"
	"factcheck/internal/text"
)

// A Joint says how a reading goes on from the reading before it in the text.
// The zero Joint is that of a reading that stands for itself.
type Joint uint8

// The joints.
const (
	// RangeEnd marks the end of a range that the reading before began: the
	// "15" of "June 12-15", the "Friday" of "from Monday to Friday". The end
	// may lie before the beginning, as the words say it.
	RangeEnd Joint = iota + 1
	// Listed marks a further member of a list: the "25" of "April 24 and 25".
	Listed
)

// String returns "range end", "listed", or "" for no joint.
func (j Joint) String() string {
	switch j {
	case RangeEnd:
		return "range end"
	case Listed:
		return "listed"
	}
	return ""
}

// EndsRange tells that the reading before r in the text is the other end of a
// range that ends with r.
func (r *Reading) EndsRange() bool { return r.Joins == RangeEnd }

// maxMembers bounds the days that one list holds.
const maxMembers = 12

// A member is a bare day of the month at tokens [from, to) and how it is joined
// to its left neighbour.
type member struct {
	dom, from, to int
	join          Joint
	comma         bool
}

// coordinate looks for what belongs with the reading last appended to out: the
// bare days of a range or list on both sides, and the reading before it. next
// is the first token after the reading; the result is the first token not yet
// read.
func (s *scanner) coordinate(out []Reading, next int) ([]Reading, int) {
	last := len(out) - 1
	begin := next
	for begin > 0 && int(s.toks[begin-1].start) >= out[last].Span.Start {
		begin--
	}
	if out[last].Type != DATE {
		s.linkHours(out, begin)
		return out, next
	}
	if out[last].isDay() {
		out = s.lonesBefore(out, begin)
		last = len(out) - 1
		if out[last].Joins == 0 {
			s.link(out, begin)
		}
		return s.daysAfter(out, begin, next)
	}
	s.link(out, begin)
	if out[last].op == opAbsolute && out[last].Grain == GrainYear {
		return s.shortYear(out, next)
	}
	return out, next
}

// lonesBefore is daysBefore where days before the last of out may have been read as
// days without a month: "the 12th to" the 15th of June.
func (s *scanner) lonesBefore(out []Reading, begin int) []Reading {
	last := len(out) - 1
	keep := last
	for keep > 0 && last-keep < maxMembers && out[keep-1].lone {
		keep--
	}
	if keep == last {
		return s.daysBefore(out, begin)
	}
	trial := append(slices.Clone(out[:keep]), out[last])
	if trial = s.daysBefore(trial, begin); len(trial) > keep+1 {
		return trial
	}
	return out
}

// isDay reports whether r is a day of a named month.
func (r *Reading) isDay() bool {
	return (r.op == opAbsolute || r.op == opYearless) && r.Grain == GrainDay && r.dom > 0 && r.month > 0
}

// joint reads what joins two times at token k: a dash, "to", "and", a comma. It
// returns the index after it, and no join when there is none.
func (s *scanner) joint(k int) (j Joint, comma bool, next int) {
	if k >= len(s.toks) || s.toks[k].breaks > 1 {
		return 0, false, k
	}
	t := &s.toks[k]
	switch {
	case t.punct('-'):
		return RangeEnd, false, k + 1
	case t.punct('/'):
		return Listed, false, k + 1
	case t.punct(','):
		if k+1 < len(s.toks) && s.toks[k+1].is(cJoin) {
			j, _, k = s.joint(k + 1)
			return j, false, k
		}
		return Listed, true, k + 1
	case t.isVal(cJoin, 1):
		return RangeEnd, false, k + 1
	case t.is(cJoin):
		return Listed, false, k + 1
	}
	return 0, false, k
}

// glues reports whether the sign at k touches both of its neighbours.
func (s *scanner) glues(k int) bool {
	return k+1 < len(s.toks) && s.toks[k].kind == tokPunct && s.toks[k].glued && s.toks[k+1].glued
}

// widen sets the window to what can be read from token lo on.
func (s *scanner) widen(lo int) {
	s.lo, s.hi = lo, lo
	for s.hi < len(s.toks) && s.hi-lo < windowRight && (s.hi == lo || s.toks[s.hi].breaks < 2) {
		s.hi++
	}
}

// daysAfter appends the bare days that follow a month and day: "-15", "and 25",
// ", 4 and 5". begin and next are the tokens of the reading.
func (s *scanner) daysAfter(out []Reading, begin, next int) ([]Reading, int) {
	r := &out[len(out)-1]
	if day := &s.toks[next-1]; r.op != opYearless || int(day.num) != r.dom || day.end-day.start > 4 {
		return out, next
	}
	if j, _, _ := s.joint(next); j == 0 {
		return out, next
	}
	var list [maxMembers]member
	n := 0
	s.widen(next)
	between := s.wordIs(begin-1, "between")
	for k := next; n < maxMembers; n++ {
		m, ok := s.memberAfter(k)
		if !ok {
			break
		}
		if between && m.join == Listed {
			m.join = RangeEnd
		}
		list[n], k = m, m.to
	}
	for n > 0 && (list[n-1].comma || !s.dayEnds(&list[n-1])) {
		n--
	}
	if n == 0 {
		return out, next
	}
	first := *r
	for _, m := range list[:n] {
		out = append(out, s.dayOf(first, m))
	}
	return s.sharedYear(out, n, list[n-1].to)
}

// memberAfter reads a joint and a bare day at k.
func (s *scanner) memberAfter(k int) (member, bool) {
	j, comma, at := s.joint(k)
	if j == 0 || s.toks[k].kind == tokPunct && !s.toks[k].punct(',') && s.glued(k) != s.glued(at) {
		return member{}, false
	}
	if s.is(at, cArticle) && at+1 < s.hi && s.toks[at+1].kind == tokWord {
		at++
	}
	d, to, ok := s.dayOfMonth(at)
	if !ok || d > 31 || s.toks[at].end-s.toks[at].start > 4 {
		return member{}, false
	}
	return member{dom: d, from: at, to: to, join: j, comma: comma}, true
}

// dayEnds reports whether the bare number of m is a day by what follows it: it
// is none when it counts something.
func (s *scanner) dayEnds(m *member) bool {
	if m.to >= len(s.toks) || s.toks[m.to].breaks > 0 {
		return true
	}
	t := &s.toks[m.to]
	if t.kind == tokPunct {
		more := m.to+1 < len(s.toks) && s.toks[m.to+1].glued
		return t.b != '%' && t.b != '$' && !(t.glued && more && (t.b == '-' || t.b == ':' || t.b == '/') && s.toks[m.to+1].kind != tokPunct)
	}
	if s.toks[m.from].kind == tokWord { // 15th
		return !s.is(m.to, cUnit|cPart)
	}
	if t.num >= 1000 && t.num < 2200 {
		return true
	}
	if t.is(cScale|cUnit|cOld|cMeridiem) || s.wordIs(m.to, "people") || s.wordIs(m.to, "men") || s.wordIs(m.to, "women") {
		return false
	}
	if m.join == RangeEnd {
		return true
	}
	return !s.is(m.to, cOf) && t.is(cPreposition|cLink|cFutureCue|cSayCue|cPastVerb|cClause|cModifier)
}

// dayOf returns the reading of the bare day m in the month of r.
func (s *scanner) dayOf(r Reading, m member) Reading {
	r.dom, r.Weekday, r.Mod, r.Problem, r.Joins = m.dom, -1, "", "", m.join
	r.Span = text.Span{Start: int(s.toks[m.from].start), End: int(s.toks[m.to-1].end)}
	r.checkDay()
	return s.based(r)
}

// based resolves r against the day that the scanner knows, if it knows one.
func (s *scanner) based(r Reading) Reading {
	if s.hasBase {
		r.resolve(s.base, s.opt)
	}
	return r
}

// sharedYear reads the year after the last of n bare days, at k, which is that
// of all days of the list.
func (s *scanner) sharedYear(out []Reading, n, k int) ([]Reading, int) {
	last := &out[len(out)-1]
	at := k
	if s.punct(at, ',') {
		at++
	}
	y, next, ok := s.year(at)
	if ok = ok && !s.clockFollows(at) && !s.countFollows(next); ok {
		last.year, last.op, last.Relative = y, opAbsolute, false
	} else if last.yearShift, next, ok = s.relativeYear(at); ok {
		last.ofYear = true
	} else {
		return out, k
	}
	last.Span.End = int(s.toks[next-1].end)
	for i := len(out) - 1; i >= len(out)-1-n; i-- {
		r := &out[i]
		r.year, r.op, r.Relative, r.ofYear, r.yearShift, r.Problem = last.year, last.op, last.Relative, last.ofYear, last.yearShift, ""
		r.checkDay()
		*r = s.based(*r)
	}
	return out, next
}

// daysBefore puts the bare days that stand before a day and month into out:
// "12 to" 15 June, "3, 4 and" 5 November, "Monday 6 to" Wednesday 8 August. The
// day and month begin at token begin and are the last of out.
func (s *scanner) daysBefore(out []Reading, begin int) []Reading {
	r := out[len(out)-1]
	floor := 0
	if len(out) > 1 {
		floor = out[len(out)-2].Span.End
	}
	day := begin
	for day < len(s.toks) && s.toks[day].num < 0 && !s.toks[day].is(cMonth) {
		day++
	}
	if begin < 2 || day >= len(s.toks) || int(s.toks[day].num) != r.dom || s.toks[day].end-s.toks[day].start > 4 {
		return out
	}
	var list [maxMembers]member
	n := 0
	for k := begin; n < maxMembers; n++ {
		m, join, ok := s.memberBefore(k, floor, n > 0)
		if !ok {
			break
		}
		list[n] = m
		if n == 0 {
			r.Joins = join
		} else {
			list[n-1].join = join
		}
		k = m.from
	}
	if n == 0 {
		return out
	}
	first := &list[n-1]
	if !s.daysBegin(first.from, r.Joins) {
		return out
	}
	if s.wordIs(first.from-1, "between") {
		r.Joins = RangeEnd
	}
	weekday := -1
	out = out[:len(out)-1]
	if k := len(out) - 1; k >= 0 && out[k].BareWeekday() && first.from > 0 && int(s.toks[first.from-1].end) == out[k].Span.End {
		weekday, floor = out[k].Weekday, out[k].Span.Start
		out = out[:k]
	}
	for i := n - 1; i >= 0; i-- {
		d := r
		d = s.dayOf(d, member{dom: list[i].dom, from: list[i].from, to: list[i].to, join: list[i].join})
		if i == n-1 {
			d.Joins = 0
			if weekday >= 0 {
				d.Weekday, d.Span.Start = weekday, floor
				d = s.based(d)
			}
		}
		out = append(out, d)
	}
	return append(out, r)
}

// memberBefore reads a bare day and a joint that end before token k, not before
// the byte floor. It returns how what begins at k is joined to the day. A comma
// joins only further days of a list.
func (s *scanner) memberBefore(k, floor int, more bool) (m member, j Joint, ok bool) {
	if s.is(k-1, cArticle) && s.toks[k].kind == tokWord {
		k--
	}
	at := k - 1
	if at < 1 || s.toks[k].breaks > 1 {
		return m, 0, false
	}
	j, comma, _ := s.joint(at)
	if j == 0 || comma && !more || s.toks[at].kind == tokPunct && !comma && s.toks[at].glued != s.toks[k].glued {
		return m, 0, false
	}
	if s.toks[at].is(cJoin) && s.toks[at-1].punct(',') {
		at--
	}
	from := at - 1
	if from < 0 || int(s.toks[from].start) < floor || s.toks[at].breaks > 1 {
		return m, 0, false
	}
	t := &s.toks[from]
	if t.num < 1 || t.num > 31 || t.kind == tokNumber && t.end-t.start > 2 || t.kind == tokWord && !s.isOrdinalDay(from) {
		return m, 0, false
	}
	return member{dom: int(t.num), from: from, to: from + 1}, j, true
}

// isOrdinalDay reports whether token i is "12th".
func (s *scanner) isOrdinalDay(i int) bool {
	t := &s.toks[i]
	if t.end-t.start > 4 || t.end-t.start < 3 {
		return false
	}
	return en.Is(lowerASCII(s.src[t.end-2:t.end]), en.OrdinalEnding)
}

// daysBegin reports whether bare days that begin at token i can be days by what
// stands before them: no score, no sum, no page; and where they are a list, a
// preposition.
func (s *scanner) daysBegin(i int, j Joint) bool {
	if i == 0 || s.toks[i].breaks > 0 {
		return true
	}
	p := &s.toks[i-1]
	if s.toks[i].glued && (p.kind != tokPunct || p.b != '(' && p.b != '"' && p.b != '\'') || p.is(cNumbered|cScore) || p.num >= 0 {
		return false
	}
	return j == RangeEnd || p.kind == tokPunct || p.is(cPreposition|cLink|cArticle|cWeekday)
}

// link notes whether the last reading of out, which begins at token begin, ends
// a range or goes on with a list that the one before it began; the year said
// with one of them is then that of both.
func (s *scanner) link(out []Reading, begin int) {
	last := len(out) - 1
	if last < 1 {
		return
	}
	prev, cur := &out[last-1], &out[last]
	p := begin
	for p > 0 && begin-p < 5 && int(s.toks[p-1].start) >= prev.Span.End {
		p--
	}
	if p == begin || p == 0 || int(s.toks[p-1].end) > prev.Span.End {
		return
	}
	j, comma, k := s.joint(p)
	if j == 0 || comma || k > begin || !s.sameLine(p, begin) || !joinable(prev, cur, j) {
		return
	}
	dash := s.toks[p].kind == tokPunct && !s.toks[p].punct(',')
	if dash && (k != begin || s.toks[p].glued != s.toks[k].glued || !s.toks[p].glued && (prev.op != cur.op && !(prev.isDay() && cur.isDay()) || prev.Grain != cur.Grain)) {
		return
	}
	if k < begin && s.toks[k].is(cPreposition|cLink) && !s.toks[k].is(cJoin) {
		k++
	}
	if k < begin && s.toks[k].is(cArticle) {
		k++
	}
	first := p
	for first > 0 && p-first < windowRight && int(s.toks[first-1].start) >= prev.Span.Start {
		first--
	}
	if k != begin || j == RangeEnd && !dash && s.moved(first) {
		return
	}
	if s.wordIs(first-1, "between") {
		j = RangeEnd
	}
	cur.Joins = j
	i := last - 1
	if j == Listed {
		i = s.linkCommas(out, i, first)
	}
	for ; i >= 0 && last-i <= maxMembers; i-- {
		if s.shareYear(&out[i], &out[i+1], out[i+1].Joins); out[i].Joins == 0 {
			break
		}
	}
}

// linkCommas joins the members of a list that stand before its last two,
// separated by commas. It returns the index of the last but one.
func (s *scanner) linkCommas(out []Reading, i, first int) int {
	last := i
	for ; i > 0 && last-i < maxMembers; i-- {
		a, b := &out[i-1], &out[i]
		if first < 2 || !s.toks[first-1].punct(',') || int(s.toks[first-2].end) != a.Span.End || !joinable(a, b, Listed) || b.Joins != 0 {
			break
		}
		b.Joins = Listed
		first--
		for first > 0 && int(s.toks[first-1].start) >= a.Span.Start {
			first--
		}
	}
	return last
}

func (s *scanner) sameLine(from, to int) bool {
	for k := from; k <= to; k++ {
		if s.toks[k].breaks > 1 {
			return false
		}
	}
	return true
}

// joinable reports whether two readings can be the ends of one range or members
// of one list.
func joinable(a, b *Reading, j Joint) bool {
	if a.lone && (b.lone || b.op == opNth && b.unit == GrainDay && b.nthWeekday == 0) {
		return true
	}
	if a.Type != DATE || b.Type != DATE || !a.onCalendar() || !b.onCalendar() {
		return false
	}
	if a.Grain == b.Grain {
		return a.op == b.op || a.op != opWeekday && b.op != opWeekday || j == RangeEnd
	}
	return j == RangeEnd && a.op != opQuarter && b.op != opQuarter
}

func (r *Reading) onCalendar() bool {
	switch r.op {
	case opAbsolute, opYearless, opQuarter:
		return true
	case opWeekday:
		return !r.plural
	}
	return false
}

// movedReach is how far before a time, in tokens, a verb of moving it counts.
const movedReach = 6

// moved reports whether the time at token i is the old one of two: "moved from
// Monday to Friday" is no range.
func (s *scanner) moved(i int) bool {
	for k := i - 1; k >= 0 && i-k <= movedReach && !s.stops(k, k+1); k-- {
		if s.toks[k].is(cMoved) {
			return true
		}
	}
	return false
}

// wraps reports whether a span of months from a to b, without a year, crosses
// the turn of the year: from November to February. The longer way round is
// taken for a slip.
func wraps(a, b int) bool { return b < a && (b-a+12)%12 <= 6 }

// shareYear gives the year said with one of two joined times to the other: in
// "June 28 to July 3, 2018" it is that of both.
func (s *scanner) shareYear(a, b *Reading, j Joint) {
	switch {
	case a.lone && b.op == opNth:
		span, joins, n := a.Span, a.Joins, a.dom
		*a = *b
		a.Span, a.Joins, a.n = span, joins, n
	case a.lone:
		return
	case a.month < 1 || b.month < 1 || a.modified || b.modified || a.op == opQuarter || b.op == opQuarter:
		return
	case a.op == opYearless && !a.ofYear && b.ofYear:
		a.ofYear, a.yearShift = true, b.yearShift
		if wraps(a.month, b.month) {
			a.yearShift--
		}
	case a.op == opYearless && !a.ofYear && b.op == opAbsolute:
		y := b.year
		if wraps(a.month, b.month) {
			y--
		}
		a.setYear(y)
	case j == RangeEnd && a.op == opAbsolute && b.op == opYearless && !b.ofYear:
		y := a.year
		if b.month < a.month {
			y++
		}
		b.setYear(y)
		*b = s.based(*b)
		return
	default:
		return
	}
	*a = s.based(*a)
}

// setYear gives a month, or month and day, its year.
func (r *Reading) setYear(y int) {
	r.year, r.op, r.Relative = y, opAbsolute, false
	if r.dom > 0 {
		r.Problem = ""
		r.checkDay()
	}
}

// shortYear reads two digits joined to a year: "1999-01" and "2001/02" are two
// years; "2018-06", which no span of years can mean, is June.
func (s *scanner) shortYear(out []Reading, next int) ([]Reading, int) {
	r := &out[len(out)-1]
	if !s.glues(next) || !s.toks[next].punct('-') && !s.toks[next].punct('/') {
		return out, next
	}
	t := &s.toks[next+1]
	if t.kind != tokNumber || t.end-t.start != 2 || s.glues(next+2) && s.toks[next+2].b != '\'' && s.toks[next+2].b != '"' && s.toks[next+3].kind == tokNumber {
		return out, next
	}
	ahead := (int(t.num) - r.year%100 + 100) % 100
	switch {
	case ahead == 0, s.toks[next].punct('/') && ahead != 1:
		return out, next
	case ahead <= 12 || t.num > 12 && int(t.num) > r.year%100:
		q := *r
		q.year, q.Mod, q.Joins = r.year+ahead, "", RangeEnd
		q.Span = text.Span{Start: int(t.start), End: int(t.end)}
		return append(out, s.based(q)), next + 2
	case t.num >= 1 && t.num <= 12:
		r.month, r.Grain, r.Span.End = int(t.num), GrainMonth, int(t.end)
		*r = s.based(*r)
		return out, next + 2
	}
	return out, next
}

// follow moves the end of a range behind its beginning where the words leave
// that open: a weekday, or a month whose year is not said.
func (t *Time) follow(prev *Time) {
	if t.Joins != RangeEnd || t.clock >= 0 && prev.clock >= 0 && t.Weekday == prev.Weekday || !t.When.Closed() || !prev.When.Closed() || t.modified {
		return
	}
	switch {
	case t.op == opWeekday && t.dom < 0 && prev.op == opWeekday:
		first := prev.When.From.Day()
		ahead := Day((t.Weekday-int(first.Weekday())+6)%7 + 1)
		t.Anchor, t.AnchorAt, t.Previous, t.follows = AnchorPrevious, prev.When, prev.Text, true
		t.AnchorSpan = prev.Span
		t.Sure = prev.Sure
		t.When, t.Value = t.inDay(first + ahead)
		if last := prev.When.LastDay(); last > first { // the first end is not sure
			t.When.To = (last + ahead + 1).Start()
			t.Value = t.unanchored()
		}
	case t.op == opYearless && prev.op == opYearless && prev.month > 0 && t.Anchor != AnchorNone && prev.Sure:
		t.endAfter(prev)
	}
}

// endAfter gives t, a month or a month and day, the year in which it comes first
// after prev, where the range begins.
func (t *Time) endAfter(prev *Time) {
	y, _, _ := prev.When.From.Day().Civil()
	switch iv, _ := t.absolute(y); {
	case iv.Empty():
		return
	case iv.From >= prev.When.From:
	case wraps(prev.month, t.month):
		y++
	default:
		return // the longer way round is taken for a slip
	}
	if of, _, _ := t.When.From.Day().Civil(); of == y {
		return
	}
	t.Anchor, t.AnchorAt, t.Previous, t.follows = AnchorPrevious, prev.When, prev.Text, true
	t.AnchorSpan = prev.Span
	t.When, t.Value = t.absolute(y)
}
